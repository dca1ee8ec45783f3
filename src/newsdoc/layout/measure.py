"""The measure of a column (栏宽), as its lines show it.

A line that ends in mid-sentence fills its column, save the first line of a paragraph whose indent was lost: that one
is two em short. English lines fall short by a word. So the widest of the cut lines near a place, if another agrees with
it, is the measure there.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from newsdoc.model.characters import has_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.model.page import Line

_NEAR = 1.1
_NEAR_RAGGED = 2.5
_LOOK = 5
_FEW = 4
_INDENT = 3.2
_JUMP = 4.2
UNDONE = 1.35
"""How many times wider than its column a line is that an extractor put together from two by undoing a hyphen."""
_AROUND = 6
_MOST_UNDONE = 2
_FEWEST = 2
_NO_LIMIT = 1e9


def _fills(lines: Sequence[Line], widths: Sequence[float], index: int) -> bool:
    """Whether a line that ends a sentence shows the measure: wider, by an indent, than the cut line it goes on from."""
    return index > 0 and not lines[index - 1].ends and 1.4 < widths[index] - widths[index - 1] < 3.6


def without_undone(lines: Sequence[Line], widths: Sequence[float], column: Sequence[int]) -> list[int]:
    """The lines of an English column less those, one or two together, that are far wider than what is on both sides.

    Where a word was cut at the end of a line, some extractors make it whole and with it the two lines one.
    """
    cut = [index for index in column if not lines[index].ends]
    kept: list[int] = []
    at = 0
    while at < len(column):
        most = _widest_between(widths, cut, column[at])
        end = at
        while end < len(column) and widths[column[end]] > most:
            end += 1
        if not 0 < end - at <= _MOST_UNDONE:
            kept.extend(column[at : max(end, at + 1)])
        at = max(end, at + 1)
    return kept


def _widest_between(widths: Sequence[float], cut: Sequence[int], index: int) -> float:
    """How wide a line may be, by the lines in mid-sentence before it and by those behind it."""
    sides = (
        cut[max(0, (at := bisect_left(cut, index)) - _AROUND) : at],
        cut[(after := bisect_right(cut, index)) : after + _AROUND],
    )
    usual = [sorted(widths[line] for line in side)[(len(side) - 1) // 3] for side in sides if len(side) >= _FEWEST]
    return UNDONE * max(usual) if usual else _NO_LIMIT


class Measure:
    """Answers how wide the column is before and after a line, in time that does not depend on the page.

    A byline or a caption may part two columns, so the lines behind one are asked first, and those beyond it only where
    they are too few.
    """

    __slots__ = ("_barriers", "_cut", "_han", "_widths")

    def __init__(
        self, lines: Sequence[Line], widths: Sequence[float], text_lines: Sequence[int], barriers: Sequence[int]
    ) -> None:
        self._widths = widths
        self._han = any(has_han(lines[index].text.text) for index in text_lines[:20])
        # English lines are ragged, and any of them may be the one that shows the measure.
        self._cut = [
            index for index in text_lines if not self._han or not lines[index].ends or _fills(lines, widths, index)
        ]
        self._barriers = barriers

    def before(self, index: int) -> float:
        """The measure of the lines up to ``index``; where there are few, of those on both sides."""
        at = bisect_left(self._cut, index + 1)
        first, last = self._column(index)
        near = self._behind_drop(self._cut[max(first, at - _LOOK) : at])
        if len(near) >= _FEW:
            return self._widest(near)
        if at - max(first, at - _LOOK) > len(near):
            return self._widest((*near, *self._before_jump(self._cut[at : min(last, at + _LOOK)])))
        around = self._cut[max(first, at - _LOOK) : min(last, at + _LOOK)]
        return self._widest(around if len(around) >= 2 else self._cut[max(0, at - _LOOK) : at + _LOOK])

    def after(self, index: int, *, beyond: bool = False) -> float:
        """The measure of the lines from ``index`` on; where there are few, of those on both sides.

        The lines in front of a jump to a wider measure are asked alone, unless ``beyond``.
        """
        at = bisect_left(self._cut, index)
        first, last = self._column(index)
        near, behind = self._cut[at : min(last, at + _LOOK)], self._cut[max(first, at - _LOOK) : at]
        if len(near) < 2:
            around = (*behind, *near)
            return self._widest(around if len(around) >= 2 else self._cut[max(0, at - _LOOK) : at + _LOOK])
        here = self._widest(near if beyond else self._before_jump(near))
        if not behind:
            return here
        # Short paragraphs show little but first lines: the lines above may show the same column filled.
        above = self._widest(behind)
        return above if here < above <= here + _INDENT else here

    def _behind_drop(self, near: Sequence[int]) -> Sequence[int]:
        """The lines behind the last drop to a narrower measure; ragged lines show none."""
        if not self._han:
            return near
        for number in range(len(near) - 1, 0, -1):
            if self._widths[near[number - 1]] > max(self._widths[index] for index in near[number:]) + _JUMP:
                return near[number:]
        return near

    def _before_jump(self, near: Sequence[int]) -> Sequence[int]:
        if not self._han:
            return near
        for number in range(2, len(near)):
            if self._widths[near[number]] > max(self._widths[index] for index in near[:number]) + _JUMP:
                return near[:number]
        return near

    def _column(self, index: int) -> tuple[int, int]:
        """The cut lines, by their place among them, that no byline or caption parts from the line."""
        number = bisect_right(self._barriers, index)
        start = self._barriers[number - 1] if number else 0
        end = self._barriers[number] if number < len(self._barriers) else len(self._widths)
        return bisect_left(self._cut, start + 1), bisect_left(self._cut, end)

    def _widest(self, near: Sequence[int]) -> float:
        widths = sorted((self._widths[index] for index in near), reverse=True)
        near_enough = _NEAR if self._han else _NEAR_RAGGED
        for wide, next_wide in itertools.pairwise(widths):
            if wide - next_wide <= near_enough:
                return wide
        return widths[0] if widths else 0.0
