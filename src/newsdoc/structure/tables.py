"""Tables that came as lines (表格): short labels that take turns with a cell each become rows.

1月15日            →   1月15日 某村渠邊起火，撲救及時。
某村渠邊起火，撲救及時。
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsdoc.model.page import em
from newsdoc.model.source_text import join, space_between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.layout.blocks import Block

_WIDEST_LABEL = 6.0
_WIDEST_CELL = 70.0
_FEWEST_ROWS = 3


def rows_joined(source: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each row of a table as one block of text."""
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        end = at
        while end + 1 < len(blocks) and _is_label(blocks[end]) and _is_cell(blocks[end + 1]):
            end += 2
        if (end - at) // 2 >= _FEWEST_ROWS:
            found.extend(_row(source, blocks[index], blocks[index + 1]) for index in range(at, end, 2))
            at = end
        else:
            found.append(blocks[at])
            at += 1
    return found


def _is_label(block: Block) -> bool:
    return block.kind == "head" and block.lines == 1 and em(block.text.text) <= _WIDEST_LABEL


def _is_cell(block: Block) -> bool:
    return block.kind == "text" and block.lines <= 2 and em(block.text.text) <= _WIDEST_CELL


def _row(source: str, label: Block, cell: Block) -> Block:
    space = space_between(source, label.text, cell.text)
    return replace(
        cell, text=join((label.text, space, cell.text)), first=label.first, gap=label.gap, widens=False, row=True
    )
