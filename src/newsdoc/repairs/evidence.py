"""What the lines of a page say of it as a whole, for repairs that must not touch a clean text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.model.characters import has_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.model.page import Line

NARROWEST, WIDEST = 7.0, 60.0
"""Em: columns of print are no narrower and no wider."""

FEWEST_CELLS = 3
_LONGEST_CELL = 8
"""Characters of Chinese in any cell but the first: what is longer is a clause between figures that stand apart."""
_CLAUSE = re.compile("[，。；：]")
_NUMBER = re.compile(r"[-−+▲▼]?[$€£¥]?\d[\d,.]*[%％]?|[—–－]{1,2}")

_NO_NARROWER = 0.7
_SLACK = 4.2
_SLACK_RAGGED = 7.0
"""Em by which the next line may be wider: an indent that was lost, or a word of English."""


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether the lines are those of print, cut at the width of a column, and not whole paragraphs.

    In a column, a line that is cut in mid-sentence is followed by one that is hardly wider, and no narrower as a rule
    than the last lines of paragraphs: the column is full. On a clean page what is no sentence is a title, and a
    paragraph follows; most of the text lies in lines that no column could hold.
    """
    cut = goes_on = wide = total = ended = 0
    cut_width = ended_width = 0.0
    before: Line | None = None
    for line in lines:
        length = len(line.text)
        total += length
        if line.width > WIDEST:
            wide += length
        if before is not None and not before.ends and NARROWEST <= before.width <= WIDEST:
            cut += 1
            cut_width += before.width
            slack = _SLACK if has_han(before.text.text) else _SLACK_RAGGED
            goes_on += line.width <= before.width + slack
        if line.ends and line.width <= WIDEST:
            ended += 1
            ended_width += line.width
        before = line
    if ended and cut and cut_width / cut < _NO_NARROWER * ended_width / ended:
        return False
    return cut >= 3 and cut >= 0.3 * len(lines) and goes_on >= 0.6 * cut and wide <= 0.3 * total


def is_row(text: str) -> bool:
    """Whether a line has the shape of a row of a table: cells parted by spaces, many of them numbers."""
    cells = text.split()
    if len(cells) < FEWEST_CELLS:
        return False
    if _CLAUSE.search(text) or any(len(cell) > _LONGEST_CELL and has_han(cell) for cell in cells[1:]):
        return False
    numbers = sum(_NUMBER.fullmatch(cell) is not None for cell in cells)
    return numbers >= 2 and numbers >= 0.4 * len(cells)
