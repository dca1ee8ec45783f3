"""Rows of a table of figures (表格): cells parted by spaces, most of them numbers, on lines that stand together.

名次 球队 场次 胜 平 负 积分          the head of the table, as many cells as a row
1 江东铁流 28 17 7 4 58

Extraction also gives a table cell by cell, each on a line between blank ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.recognise.marks import Mark
from newsdoc.repairs.evidence import FEWEST_CELLS, is_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.model.page import Line
    from newsdoc.recognise.words import Words

_ROW = Mark("row", closes=True)
_WIDEST_CELL = 8.0
_FEWEST_ALONE = 6
_REACH = 8
_DIGIT = re.compile("[0-9０-９]")


def _stands_among_cells(lines: Sequence[Line], at: int) -> bool:
    """Whether the line is one of six or more short ones with blank lines between, many of them with figures."""
    if not _may_be_cell(lines[at]):
        return False
    first = last = at
    while first > 0 and at - first < _REACH and lines[first].gap and _may_be_cell(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and last - at < _REACH and lines[last + 1].gap and _may_be_cell(lines[last + 1]):
        last += 1
    run = lines[first : last + 1]
    with_figures = sum(_DIGIT.search(line.text.text) is not None for line in run)
    return len(run) >= _FEWEST_ALONE and 3 * with_figures >= len(run)


def _may_be_cell(line: Line) -> bool:
    return line.width <= _WIDEST_CELL and not line.ends and "，" not in line.text.text


def row_mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """A row beside another row, or the head of a table over its first one."""
    cells = lines[at].text.text.split()
    if len(cells) < FEWEST_CELLS:
        return _ROW if _stands_among_cells(lines, at) else None
    below, under = (lines[index].text.text if index < len(lines) else "" for index in (at + 1, at + 2))
    if is_row(lines[at].text.text):
        above = lines[at - 1].text.text if at else ""
        return _ROW if is_row(below) or is_row(above) else None
    heads = is_row(below) and is_row(under) and abs(len(below.split()) - len(cells)) <= 1 and not lines[at].ends
    return _ROW if heads and max(map(len, cells)) <= 12 else None
