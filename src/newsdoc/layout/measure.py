"""The measure of a column (栏宽), as its lines show it.

A line that ends in mid-sentence fills its column, save the first line of a paragraph whose indent was lost: that one
is two em short. English lines fall short by a word. So the widest of the cut lines near a place, if another agrees with
it, is the measure there.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
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


class Measure:
    """Answers how wide the column is before and after a line, in time that does not depend on the page."""

    __slots__ = ("_cut", "_han", "widths")

    def __init__(self, lines: Sequence[Line], text_lines: Sequence[int]) -> None:
        self.widths = [line.width for line in lines]
        self._han = any(has_han(lines[index].text.text) for index in text_lines[:20])
        self._cut = [index for index in text_lines if not lines[index].ends]

    def before(self, index: int) -> float:
        """The measure of the lines up to ``index``; where there are none, of those after it."""
        at = bisect_left(self._cut, index + 1)
        near = self._cut[max(0, at - _LOOK) : at]
        return self._widest(near if len(near) >= _FEW else self._cut[max(0, at - _LOOK) : at + _LOOK])

    def after(self, index: int) -> float:
        """The measure of the lines from ``index`` on; where there are none, of those before it."""
        at = bisect_left(self._cut, index)
        near = self._cut[at : at + _LOOK]
        behind = self._cut[max(0, at - _LOOK) : at]
        if len(near) >= 2 and behind:
            # Short paragraphs show little but first lines: the lines above may show the same column filled.
            here, above = self._widest(near), self._widest(behind)
            return above if here < above <= here + _INDENT else here
        return self._widest(near if len(near) >= 2 else self._cut[max(0, at - _LOOK) : at + _LOOK])

    def _widest(self, near: Sequence[int]) -> float:
        widths = sorted((self.widths[index] for index in near), reverse=True)
        near_enough = _NEAR if self._han else _NEAR_RAGGED
        for wide, next_wide in itertools.pairwise(widths):
            if wide - next_wide <= near_enough:
                # A mark may hang over the column: between the two.
                return (wide + next_wide) / 2
        return widths[0] if widths else 0.0
