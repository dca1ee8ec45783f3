"""The order of groups mended by what they say: labels before headlines, boxes and captions out of sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsdoc.model.characters import ends_sentence
from newsdoc.readers.frames import FLOATING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.readers.placed import Group

_LARGER = 1.3
_SAME = 0.03
_MOST_BETWEEN = 12


def in_order(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups of a page with those put elsewhere that cut a headline off its text, or a sentence in two."""
    text = [group for group in groups if group.kind != FLOATING]
    found = _with_boxes(_sentences_whole(_labels_first(text)), groups)
    return tuple(
        replace(group, goes_on=number > 0 and _goes_on(found[number - 1], group)) for number, group in enumerate(found)
    )


def _with_boxes(text: Sequence[Group], groups: Sequence[Group]) -> list[Group]:
    """The groups of text with the boxes, each behind the sentence in whose midst it stands."""
    if len(text) == len(groups):
        return list(text)
    behind: dict[int, list[Group]] = {}
    last = 0
    for group in groups:
        if group.kind == FLOATING:
            behind.setdefault(last, []).append(group)
        else:
            last = id(group)
    found, waiting = behind.pop(0, []), []
    for group in text:
        found.append(group)
        waiting += behind.get(id(group), [])
        if waiting and ends_whole(group):
            found += waiting
            waiting = []
    return found + waiting


def _labels_first(groups: Sequence[Group]) -> list[Group]:
    """A label (栏目) that stands between a headline and its text comes before the headline."""
    found: list[Group] = []
    for number, group in enumerate(groups):
        after = groups[number + 1] if number + 1 < len(groups) else None
        if found and after is not None and _is_label_between(found[-1], group, after):
            found.insert(-1, group)
        else:
            found.append(group)
    return found


def _is_label_between(head: Group, group: Group, after: Group) -> bool:
    """Whether a group is a word or two on narrow lines, under a headline and beside the first lines of the text."""
    if len(group.lines) > 4 or any(len(line.text) > 4 for line in group.lines):
        return False
    under = head.lines[-1].y0 < group.lines[0].y0 and head.lines[0].size >= _LARGER * group.lines[0].size
    return under and after.lines[0].y0 < group.lines[-1].y1


def _sentences_whole(groups: Sequence[Group]) -> list[Group]:
    """What stands in a column between two halves of a sentence comes behind the first group that ends one.

    A box with a headline of its own comes behind all text of the story, up to the next headline of its size.
    """
    found: list[Group] = []
    waiting: list[Group] = []
    at = 0
    while at < len(groups):
        group = groups[at]
        if waiting and _may_take(waiting, group):
            found.extend(waiting)
            waiting = []
        found.append(group)
        at += 1
        if waiting and max(held.lines[0].size for held in waiting) < _LARGER * _size(group):
            if ends_sentence(group.lines[-1].text):
                found.extend(waiting)
                waiting = []
            continue
        end = _end_of_interruption(groups, at)
        if end is not None:
            waiting.extend(groups[at:end])
            at = end
    return [*found, *waiting]


def _may_take(waiting: Sequence[Group], group: Group) -> bool:
    """Whether a headline begins a story of its own, before which what waits must stand."""
    return group.lines[0].size >= max(held.lines[0].size for held in waiting) >= _LARGER * min(map(_size, waiting))


def _end_of_interruption(groups: Sequence[Group], at: int) -> int | None:
    """Where the column of the group before ``at`` goes on in mid-sentence, if something else stands between."""
    last = groups[at - 1].lines[-1]
    if last.size <= 0 or len(groups[at - 1].lines) < 2:
        return None
    left, right = _edges(groups[at - 1])
    if (last.x0 > left + 0.5 * last.size and not last.indent) or last.x1 < right - 1.2 * last.size:
        return None
    for end in range(at + 1, min(at + _MOST_BETWEEN, len(groups))):
        first = groups[end].lines[0]
        if abs(first.size - last.size) > _SAME * last.size or first.indent or first.y0 < last.y1:
            continue
        if ends_sentence(last.text) and not any(line.indent for line in groups[end].lines):
            continue  # where first lines are not set in, a paragraph may begin here
        if abs(_edges(groups[end])[0] - left) > last.size or not ends_whole(groups[end - 1]):
            continue
        between = groups[at:end]
        if all(_edges(group)[0] < right and _edges(group)[1] > left for group in between) and all(
            last.y1 <= group.lines[0].y1 <= first.y1 for group in between
        ):
            return end
    return None


def ends_whole(group: Group) -> bool:
    """Whether a group is no first half of a sentence: it ends one, or is a headline, a caption or a credit."""
    return ends_sentence(group.lines[-1].text) or len(group.lines) <= 2


def _edges(group: Group) -> tuple[float, float]:
    return min(line.x0 for line in group.lines), max(line.x1 for line in group.lines)


def _size(group: Group) -> float:
    return group.lines[-1].size


def _goes_on(before: Group, after: Group) -> bool:
    """Whether the text of a group may go on in the next: of the same size, at the next column's head or right below."""
    last, first = before.lines[-1], after.lines[0]
    if before.kind != after.kind or abs(last.size - first.size) > _SAME * max(last.size, first.size):
        return False
    below = first.y0 - last.y1 < 0.8 * last.size and min(last.x1, first.x1) > max(last.x0, first.x0)
    if first.y0 < last.y0 or below:
        return True
    if first.indent or len(before.lines) < 2:
        return False
    full = last.x1 >= _edges(before)[1] - 1.2 * last.size
    return not ends_sentence(last.text) or (full and any(line.indent for line in (*before.lines, *after.lines)))
