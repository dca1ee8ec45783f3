"""Lines that a recogniser ran together over the gutter between two columns, cut in two again.

A gutter is a wide gap at the same place in lines that stand below each other, with text on both sides of it.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdoc.readers.ocr import Row, row_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_GUTTER = 1.4
_THROUGH = 0.9
_FEWEST_BESIDE = 4
_MOST_GAPS, _MOST_WORDS = 8, 400
_LOOK = 3


def parted(rows: Sequence[Row]) -> list[Row]:
    """The rows, cut where a gutter runs through several that stand below each other."""
    gaps = [_wide_gaps(row) for row in rows]
    found: list[Row] = []
    for number, row in enumerate(rows):
        if len(row.words) > _MOST_WORDS:
            found.append(row)
            continue
        near = [
            (rows[other], gap)
            for other in range(max(0, number - _LOOK), min(len(rows), number + _LOOK + 1))
            if other != number and gaps[other] and _close(row, rows[other])
            for gap in gaps[other]
        ]
        found.extend(_cut(row, _cuts_at(row, gaps[number], near)) if near else [row])
    return found


Gap = tuple[float, float, int]
"""From where to where, and the index of the word behind it."""


def _wide_gaps(row: Row) -> list[Gap]:
    found = [
        (before.box[2], word.box[0], number)
        for number, (before, word) in enumerate(itertools.pairwise(row.words), start=1)
        if before.box is not None and word.box is not None and word.box[0] - before.box[2] >= _GUTTER * row.size
    ]
    return found if len(found) <= _MOST_GAPS and len(row.words) <= _MOST_WORDS else []


def _is_text_beside(row: Row, at: int) -> bool:
    """Whether text stands on both sides, and no label of a table on one."""
    return (
        min(sum(len(word.text) for word in row.words[part]) for part in (slice(at), slice(at, None))) >= _FEWEST_BESIDE
    )


def _close(one: Row, other: Row) -> bool:
    assert one.box is not None
    assert other.box is not None
    return max(one.box[1] - other.box[3], other.box[1] - one.box[3]) <= _LOOK * max(one.size, other.size)


def _cuts_at(row: Row, own: Sequence[Gap], near: Sequence[tuple[Row, Gap]]) -> list[Gap]:
    """Where a row is cut: at a gap that a row near it has too, or at a word that begins where two such rows have one.

    In one of the rows that show a gutter, text stands on both sides of it.
    """
    least = _THROUGH * row.size
    found = {
        gap[2]: gap
        for gap in own
        for other, known in near
        if _shared(gap, known) >= least and (_is_text_beside(row, gap[2]) or _is_text_beside(other, known[2]))
    }
    for (one, first), (other, second) in itertools.combinations(near, 2):
        if one is other or _shared(first, second) < least or any(_shared(gap, first) > 0 for gap in own):
            continue
        if _is_text_beside(one, first[2]) or _is_text_beside(other, second[2]):
            left, right = max(first[0], second[0]), min(first[1], second[1])
            if at := _word_at(row, left, right):
                found.setdefault(at, (left, right, at))
    return [found[at] for at in sorted(found)]


def _shared(one: Gap, other: Gap) -> float:
    return min(one[1], other[1]) - max(one[0], other[0])


def _word_at(row: Row, left: float, right: float) -> int:
    """The word of a line, run together over a gutter, that begins nearest to it; 0 where none does."""
    fits = [
        (abs(before.box[2] + word.box[0] - left - right) / 2, at)
        for at, (before, word) in enumerate(itertools.pairwise(row.words), start=1)
        if before.box is not None and word.box is not None
    ]
    distance, at = min(fits, default=(0.0, 0))
    return at if at and distance <= right - left and _is_text_beside(row, at) else 0


def _cut(row: Row, cuts: Sequence[Gap]) -> list[Row]:
    """The parts of a row, bounded by the gutters: where lines were run together, the boxes of words are no guide."""
    if not cuts:
        return [row]
    assert row.box is not None
    found = []
    begin, start = row.box[0], 0
    for left, right, end in (*cuts, (row.box[2], row.box[2], len(row.words))):
        box = (begin, row.box[1], max(begin, left), row.box[3])
        part = row_of(row.words[start:end], box, measured=row.size)
        assert part is not None
        found.append(replace(part, kind=row.kind, block=row.block, line=row.line))
        begin, start = right, end
    return found
