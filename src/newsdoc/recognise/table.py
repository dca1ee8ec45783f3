"""Rows of a table of figures (表格): cells parted by spaces, most of them numbers, on lines that stand together.

名次 球队 场次 胜 平 负 积分          the head of the table, as many cells as a row
1 江东铁流 28 17 7 4 58
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.recognise.marks import Mark
from newsdoc.repairs.evidence import FEWEST_CELLS, is_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.model.page import Line
    from newsdoc.recognise.words import Words

_ROW = Mark("row", closes=True)


def row_mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """A row beside another row, or the head of a table over its first one."""
    cells = lines[at].text.text.split()
    if len(cells) < FEWEST_CELLS:
        return None
    below, under = (lines[index].text.text if index < len(lines) else "" for index in (at + 1, at + 2))
    if is_row(lines[at].text.text):
        above = lines[at - 1].text.text if at else ""
        return _ROW if is_row(below) or is_row(above) else None
    heads = is_row(below) and is_row(under) and abs(len(below.split()) - len(cells)) <= 1 and not lines[at].ends
    return _ROW if heads and max(map(len, cells)) <= 12 else None
