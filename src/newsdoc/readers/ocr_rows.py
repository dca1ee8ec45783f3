"""Recognised lines judged by the page they stand on: sizes that are those of type, and rubbish told from text.

A picture or a rule is often read as a few letters of which the recogniser was hardly sure. They are kept, as furniture
behind the text.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdoc.readers.glyphs import Box, is_wide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.readers.ocr import Row

_NEAR_BODY = 0.12
_NEAR_BLOCK = 0.15
_NEAR_SHORT = 0.3, 1.4
_FEWEST_SURE = 4
_DOUBT = 0.4
_MOSTLY = 0.6
_LARGE = 1.5


def sized(rows: Sequence[Row]) -> list[Row]:
    """The rows with sizes that differ only where type does: the height of ink says little of a single line."""
    body = usual_size(rows)
    usual = {block: usual_size(list(members)) for block, members in itertools.groupby(rows, key=lambda row: row.block)}
    found = []
    for row in rows:
        size = row.size
        short = len(row.text) < _FEWEST_SURE
        for known, near in ((usual[row.block], _NEAR_BLOCK), (body, _NEAR_BODY)):
            least, most = _NEAR_SHORT if short else (1 - near, 1 + near)
            if least * known <= size <= most * known:
                size = known
        found.append(row if size == row.size else replace(row, size=size))
    return found


def usual_size(rows: Sequence[Row]) -> float:
    """The median of the sizes, by the characters that have them; 0 where none is known."""
    sizes = sorted((row.size, len(row.text)) for row in rows if row.size > 0)
    half, seen = sum(length for _, length in sizes) / 2, 0
    for size, length in sizes:
        seen += length
        if seen >= half:
            return size
    return 0.0


def without_rubbish(rows: Sequence[Row], pictures: Sequence[Box]) -> tuple[list[Row], list[Row]]:
    """The rows that are text, and those that are rubbish, which are furniture."""
    if all(row.sure >= _DOUBT for row in rows):
        return list(rows), []
    body = usual_size(rows)
    wide = sum(sum(map(is_wide, row.text)) for row in rows)
    chinese = wide >= _MOSTLY * sum(len(row.text) for row in rows)
    text: list[Row] = []
    rubbish: list[Row] = []
    for row in rows:
        if row.kind is None and row.sure < _DOUBT and _is_rubbish(row, pictures, body, chinese=chinese):
            rubbish.append(replace(row, kind="furniture"))
        else:
            text.append(row)
    return (text, rubbish) if text else (list(rows), [])


def _is_rubbish(row: Row, pictures: Sequence[Box], body: float, *, chinese: bool) -> bool:
    """Whether a doubtful line is one of letters on a Chinese page, or small and within a picture."""
    if chinese and not any(map(is_wide, row.text)):
        return True
    if row.box is None or row.size >= _LARGE * body:
        return False
    x, y = (row.box[0] + row.box[2]) / 2, (row.box[1] + row.box[3]) / 2
    return any(box[0] < x < box[2] and box[1] < y < box[3] for box in pictures)
