"""What a file says of its blocks, as marks: a heading, a caption, a byline, a credit, furniture.

A line that says itself what it is is believed first. Of the others those of a block with a type get the mark of it, so
that a caption without 图为 is one, and a heading that fills its column is no paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.recognise.marks import FURNITURE, LONGEST, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsdoc.model.page import Line
    from newsdoc.readers.placed import Place

_MOST_LINES = 6
"""Of a heading, a byline or a credit: a longer block is text, whatever the file calls it."""


def with_kinds(lines: Sequence[Line], marks: Mapping[int, Mark], places: Sequence[Place]) -> dict[int, Mark]:
    """The marks of a page with those that the types of its blocks give; ``places`` are in the order of the text."""
    found = dict(marks)
    if not any(place.kind for place in places):
        return found
    taken = {index for start, mark in marks.items() for index in range(start, start + mark.lines)}
    for first, end, kind in _blocks(lines, places):
        for index, mark in _marks_of(lines, first, end, kind, taken):
            found[index] = mark
    return dict(sorted(found.items()))


def _blocks(lines: Sequence[Line], places: Sequence[Place]) -> Iterator[tuple[int, int, str]]:
    """First line, the one after the last, and kind of each block that has one."""
    kinds: list[str | None] = []
    at = 0
    for line in lines:
        start = line.text.origin(0)
        while at < len(places) and places[at].end <= start:
            at += 1
        kinds.append(places[at].kind if at < len(places) else None)
    first = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or kinds[index] != kinds[first] or lines[index].gap:
            if (kind := kinds[first]) is not None:
                yield first, index, kind
            first = index


def _marks_of(lines: Sequence[Line], first: int, end: int, kind: str, taken: set[int]) -> Iterator[tuple[int, Mark]]:
    free = [index for index in range(first, end) if index not in taken]
    if not free:
        return
    match kind:
        case "caption" if first in free:
            yield first, Mark("caption", closes=end == first + 1)
            if end - 1 > first and end - 1 in free:
                yield end - 1, Mark("credited", closes=True)
        case "heading" if end - first <= _MOST_LINES:
            for index in free:
                text = lines[index].text.text
                if len(text) <= LONGEST and not text.endswith("。"):
                    yield index, Mark("head")
        case "byline" | "credit" if len(free) == end - first <= _MOST_LINES:
            yield first, Mark(kind, end - first)
        case "furniture":
            for index in free:
                yield index, FURNITURE


def boxes_of(places: Sequence[Place]) -> tuple[tuple[int, int], ...]:
    """The stretches of the text that stand in a box (``floating``); what stands together is one box.

    >>> from newsdoc.model.annotation import Region
    >>> from newsdoc.readers.placed import Place
    >>> at = Region(1, 0, 0, 9, 9)
    >>> boxes_of([Place(0, 2, at), Place(3, 5, at, kind="floating"), Place(6, 8, at, kind="floating")])
    ((3, 8),)
    """
    found: list[tuple[int, int]] = []
    follows = False
    for place in places:
        if place.kind == "floating":
            found.append((found.pop()[0] if follows else place.start, place.end))
        follows = place.kind == "floating"
    return tuple(found)
