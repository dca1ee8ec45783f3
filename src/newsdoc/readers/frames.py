"""Boxes: text within a drawn frame, which stands by itself whatever column it lies in.

A frame is a rectangle that is drawn, or two rules across of the same length with one down beside them.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.readers.glyphs import Box
    from newsdoc.readers.placed import Group, Printed

FLOATING = "floating"
_LEAST = 40.0
_NEAR = 3.0
_MOST_OF_TEXT = 0.5
_WIDEST = 0.6
_FEWEST_LINES = 3
_MOST_RULES = 60
_MOST_FRAMES = 40


def frames_of(rectangles: Sequence[Box], rules: Sequence[Box]) -> tuple[Box, ...]:
    """The frames among rectangles and rules, the smallest first."""
    found = [box for box in rectangles if min(box[2] - box[0], box[3] - box[1]) >= _LEAST]
    across = sorted((rule for rule in rules if rule[2] - rule[0] >= _LEAST), key=lambda rule: rule[1])[:_MOST_RULES]
    down = [rule for rule in rules if rule[3] - rule[1] >= _LEAST][:_MOST_RULES]
    for top, foot in itertools.combinations(across, 2):
        if abs(top[0] - foot[0]) > _NEAR or abs(top[2] - foot[2]) > _NEAR or foot[1] - top[3] < _LEAST:
            continue
        if any(_is_side(rule, top, foot) for rule in down):
            found.append((min(top[0], foot[0]), top[1], max(top[2], foot[2]), foot[3]))
    return tuple(sorted(found, key=_area)[:_MOST_FRAMES])


def _is_side(rule: Box, top: Box, foot: Box) -> bool:
    beside = min(abs(rule[0] - top[0]), abs(rule[2] - top[2])) <= _NEAR
    return beside and abs(rule[1] - top[1]) <= _NEAR and abs(rule[3] - foot[3]) <= _NEAR


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def floating(groups: Sequence[Group], frames: Sequence[Box]) -> list[Group]:
    """The groups, cut at the edges of frames; those within one are ``floating``, and stand together.

    A frame as wide as most of the page is a border and no box, and so is one around most of its text; one around a line
    or two is a label.
    """
    lines = [line for group in groups for line in group.lines]
    frames = [frame for frame in frames if _is_box(lines, frame)]
    if not frames:
        return list(groups)
    found: list[tuple[int | None, Group]] = []
    for group in groups:
        for number, members in itertools.groupby(group.lines, key=lambda line: _frame(line, frames)):
            kind = group.kind if number is None else FLOATING
            found.append((number, replace(group, lines=tuple(members), kind=kind)))
    ordered: list[Group] = []
    for at, (number, group) in enumerate(found):
        if number is None:
            ordered.append(group)
        elif all(other != number for other, _ in found[:at]):
            ordered += [member for other, member in found[at:] if other == number]
    return ordered


def _is_box(lines: Sequence[Printed], frame: Box) -> bool:
    inside = [line for line in lines if _lies_in(line, frame)]
    if len(inside) < _FEWEST_LINES:
        return False
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    written, boxed = (sum(len(line.text) for line in some) for some in (lines, inside))
    return frame[2] - frame[0] <= _WIDEST * width and boxed <= _MOST_OF_TEXT * written


def _frame(line: Printed, frames: Sequence[Box]) -> int | None:
    return next((number for number, frame in enumerate(frames) if _lies_in(line, frame)), None)


def _lies_in(line: Printed, frame: Box) -> bool:
    x, y = (line.x0 + line.x1) / 2, (line.y0 + line.y1) / 2
    return frame[0] < x < frame[2] and frame[1] < y < frame[3] and line.x1 - line.x0 <= frame[2] - frame[0] + _NEAR
