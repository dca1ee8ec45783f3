"""Reading order by whitespace cuts (X-Y cut): columns where a gutter runs through, else bands top to bottom.

A gutter is a strip of a body em or more, with something on either side of it, that no text, picture or rule crosses. A
headline, a caption or a picture over two columns crosses theirs and so makes a band of its own: rows are gathered into
one band while a gutter of it goes through them all. A region that neither cuts is a leaf.

Source: G. Nagy, S. Seth, M. Viswanathan, "A prototype document image analysis system for technical journals" (1992).
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsdoc.readers.glyphs import Box
    from newsdoc.readers.pdf_lines import Piece

_DEEPEST = 24
_GUTTER = 0.9
_SHRINK = 0.16
_HEADLINE = 1.3
_LOOK = 3
_CHANCE = 2.5
_MOST_HEADS = 4
_FOOT = 0.93
_MOST_COLUMNS = 64
_MOST_FEET = 2
_IN_SENTENCE = ("，", "。", "、", "；", ",", ";", ".")

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Item:
    """What cuts go around: pieces of text (several if they are one block already), a picture or a rule (no pieces)."""

    box: Box
    size: float
    pieces: tuple[Piece, ...] = ()


def leaves_of(items: Sequence[Item]) -> list[list[Item]]:
    """The items of a page in reading order, those that no cut parts together; pictures and rules are left out."""
    leaves: list[list[Item]] = []
    pending: list[tuple[list[Item], int]] = [(list(items), 0)]
    while pending:
        region, depth = pending.pop()
        parts = _parts(region) if depth < _DEEPEST else [region]
        if len(parts) > 1:
            pending.extend((part, depth + 1) for part in reversed(parts))
        elif leaf := [item for item in region if item.pieces]:
            leaves.append(leaf)
    return leaves


def _parts(items: list[Item]) -> list[list[Item]]:
    texts = [item for item in items if item.pieces]
    if len(texts) < 2:
        return [items]
    body = median(item.size for item in texts)
    rows = _rows(items)
    if len(rows) > 1:
        widest = max((right - left for left, right in _gaps(_covered(items), _GUTTER * body)), default=0.0)
        if 0 < widest <= _CHANCE * _GUTTER * body and (heads := _split_at_headlines(rows, body)):
            return heads
        columns = _columns(items, body)
        if len(columns) == 2 and (table := _table(columns[0], columns[1], body)):
            return table
        columns = _with_tables(columns, body)
        bands = _bands(rows, _GUTTER * body)
        if columns and not _changes(rows, _GUTTER * body):
            return _under_headline(rows, columns, body) or columns
        if len(bands) > 1:
            return bands
    elif columns := _columns(items, body):
        lines = [sum(1 for _ in _rows(column)) for column in columns]
        if min(lines) > 1 or max(lines) > 2:
            return columns
    if len(texts) < len(items) and len(rows) == 1:
        # A picture beside text of several measures hides the cuts.
        return [texts] if _parts(texts) == [texts] else _parts(texts)
    return [items]


def _core(item: Item) -> Interval:
    """The extent of an item from top to bottom, less what the cells of two close lines share."""
    inset = min(_SHRINK * item.size, (item.box[3] - item.box[1]) * 0.3) if item.pieces else 0.0
    return item.box[1] + inset, item.box[3] - inset


def _rows(items: Iterable[Item]) -> list[list[Item]]:
    """The items parted by every white strip that runs across."""
    rows: list[list[Item]] = []
    reach = 0.0
    for item in sorted(items, key=_core):
        top, bottom = _core(item)
        if rows and top < reach:
            rows[-1].append(item)
            reach = max(reach, bottom)
        else:
            rows.append([item])
            reach = bottom
    return rows


def _covered(items: Iterable[Item]) -> list[Interval]:
    """What the items cover from left to right, as intervals that do not touch."""
    return _merged(sorted((item.box[0], item.box[2]) for item in items))


def _merged(spans: Iterable[Interval]) -> list[Interval]:
    found: list[Interval] = []
    for left, right in spans:
        if found and left <= found[-1][1]:
            if right > found[-1][1]:
                found[-1] = found[-1][0], right
        else:
            found.append((left, right))
    # Words set far apart all over a page are no columns, and no cut goes through so many.
    return found if len(found) <= _MOST_COLUMNS else [(found[0][0], found[-1][1])]


def _gaps(covered: Sequence[Interval], least: float) -> list[Interval]:
    return [
        (covered[at][1], covered[at + 1][0])
        for at in range(len(covered) - 1)
        if covered[at + 1][0] - covered[at][1] >= least
    ]


def _columns(items: Sequence[Item], body: float) -> list[list[Item]]:
    """The columns that gutters part, left to right; empty where there is no gutter."""
    gaps = _gaps(_covered(items), _GUTTER * body)
    if not gaps:
        return []
    columns: list[list[Item]] = [[] for _ in range(len(gaps) + 1)]
    edges = [gap[1] for gap in gaps]
    from bisect import bisect_right

    for item in items:
        columns[bisect_right(edges, item.box[0] + 1e-6)].append(item)
    return columns


def _split_at_headlines(rows: Sequence[list[Item]], body: float) -> list[list[Item]]:
    """The rows above and below each row that holds nothing but headlines, two or more beside each other."""
    cuts = []
    for number, row in enumerate(rows):
        texts = [item for item in row if item.pieces]
        if (
            number
            and len(_gaps(_covered(row), 2 * body))
            and texts
            and all(item.size >= _HEADLINE * body for item in texts)
            and len(texts) == len(row)
        ):
            cuts.append(number)
    if not cuts:
        return []
    edges = [0, *cuts, len(rows)]
    return [[item for row in rows[a:b] for item in row] for a, b in itertools.pairwise(edges)]


def _under_headline(rows: Sequence[list[Item]], columns: Sequence[list[Item]], body: float) -> list[list[Item]]:
    """The headline at the top and all below, where columns that it does not reach have none of their own.

    A headline is often shorter than its columns are wide. It stands over all of them if nothing stands beside it, if it
    is centred or opens the first column, and if the other columns begin with text.
    """
    end = 0
    while end < len(rows) - 1 and end < _MOST_HEADS and len(_covered(rows[end])) == 1:
        end += 1
    if not end or min(item.size for item in rows[0]) < _HEADLINE * body:
        return []
    left, right = _covered(rows[0])[0]
    edges = _covered(item for row in rows for item in row)
    middle, width = (edges[0][0] + edges[-1][1]) / 2, edges[-1][1] - edges[0][0]
    first = id(rows[0][0])
    under = next(number for number, column in enumerate(columns) if any(id(item) == first for item in column))
    if under and abs((left + right) / 2 - middle) > 0.1 * width:
        return []
    heads = [item for row in rows[:end] for item in row]
    known = set(map(id, heads))
    for column in columns:
        texts = [item for item in column if id(item) not in known]
        if not texts or min(texts, key=lambda item: item.box[1]).size >= _HEADLINE * body:
            return []
        if min(texts, key=lambda item: item.box[1]).size == 0:
            return []
    return [heads, [item for row in rows[end:] for item in row]]


def split_foot(items: Sequence[Item], height: float) -> tuple[list[Item], list[Item]]:
    """The items of a page, and those of the lines at its foot, which belong to no column."""
    texts = [item.size for item in items if item.pieces]
    rows = _rows(item for item in items if item.pieces)
    body = median(texts) if texts else 0.0
    for count in range(1, min(_MOST_FEET, len(rows) - 1) + 1):
        foot = [item for row in rows[-count:] for item in row]
        top = min(item.box[1] for item in foot)
        if top < _FOOT * height or max(item.size for item in foot) > _HEADLINE * body:
            break
        if top - max(item.box[3] for item in rows[-count - 1]) >= 1.5 * body:
            low = set(map(id, foot))
            return [item for item in items if id(item) not in low], foot
    return list(items), []


def _bands(rows: Sequence[list[Item]], least: float) -> list[list[Item]]:
    """Rows gathered from the top while a gutter goes through all of them, or none is there."""
    bands: list[list[Item]] = []
    covered: list[Interval] = []
    gaps: list[Interval] = []
    row_covers = [_covered(row) for row in rows]
    for number, row in enumerate(rows):
        joined = _merged(sorted((*covered, *row_covers[number])))
        through = _gaps(joined, least)
        if not bands:
            fits = False
        elif gaps:
            fits = not _is_change(covered, gaps, row_covers[number], through, least)
        else:
            fits = bool(through) is False and not _opens_columns(row_covers, number, least)
        if fits:
            bands[-1].extend(row)
            covered, gaps = joined, through
        else:
            bands.append(list(row))
            covered = row_covers[number]
            gaps = _gaps(covered, least)
            if gaps and not _opens_columns(row_covers, number, least):
                gaps = []
                covered = [(covered[0][0], covered[-1][1])]
    return bands


def _changes(rows: Sequence[list[Item]], least: float) -> bool:
    """Whether the rows are set in other columns from some row on, though a gutter may go through by chance."""
    covered: list[Interval] = []
    for row in rows:
        cover = _covered(row)
        joined = _merged(sorted((*covered, *cover)))
        gaps = _gaps(covered, least)
        if gaps and _is_change(covered, gaps, cover, _gaps(joined, least), least):
            return True
        covered = joined
    return False


def _is_change(
    covered: Sequence[Interval],
    gaps: Sequence[Interval],
    cover: Sequence[Interval],
    through: Sequence[Interval],
    least: float,
) -> bool:
    """Whether a row belongs to other columns: no gutter goes on, or each side closes one, and the row a wider one."""
    if not through:
        return True
    kept = max(right - left for left, right in through)
    if kept > _CHANCE * least:
        return False
    own = _gaps(cover, least)
    lost = [gap for gap in own if not _meets(gap, through)]
    closed = [gap for gap in gaps if not _meets(gap, through)]
    return bool(closed) and any(right - left > kept for left, right in lost)


def _meets(gap: Interval, others: Sequence[Interval]) -> bool:
    return any(gap[0] < right and left < gap[1] for left, right in others)


def _with_tables(columns: Sequence[list[Item]], body: float) -> list[list[Item]]:
    """The columns, those of a table put together."""
    found: list[list[Item]] = []
    for column in columns:
        if found and _table(found[-1], column, body):
            found[-1] = [*found[-1], *column]
        else:
            found.append(column)
    return found


def _table(labels: Sequence[Item], cells: Sequence[Item], body: float) -> list[list[Item]]:
    """The rows of a table with short labels at the left, label and cell by turns; empty where it is no table."""
    heads = [item for item in sorted(labels, key=lambda item: item.box[1]) if item.pieces]
    texts = sorted((item for item in cells if item.pieces), key=lambda item: item.box[1])
    if len(heads) < 4 or len(heads) != len(labels) or len(texts) < len(heads):
        return []
    if max(item.box[2] for item in heads) - min(item.box[0] for item in heads) > 9 * body:
        return []
    written = [sum(len(piece.text) for item in column for piece in item.pieces) for column in (heads, texts)]
    if written[0] * 2.5 > written[1] or any(item.pieces[-1].text.endswith(_IN_SENTENCE) for item in heads):
        return []
    above = [item for item in texts if (item.box[1] + item.box[3]) / 2 < heads[0].box[1]]
    rows: list[list[Item]] = [[] for _ in heads]
    at = 0
    for item in texts[len(above) :]:
        while at + 1 < len(heads) and _apart(heads[at + 1], item) < _apart(heads[at], item):
            at += 1
        rows[at].append(item)
    if not all(rows):
        return []
    return [
        part
        for part in (above, *(part for pair in zip(heads, rows, strict=True) for part in ([pair[0]], pair[1])))
        if part
    ]


def _apart(one: Item, other: Item) -> float:
    return abs(one.box[1] + one.box[3] - other.box[1] - other.box[3])


def _opens_columns(covers: Sequence[list[Interval]], number: int, least: float) -> bool:
    """Whether a gutter of this row goes through the rows below, with text on both sides of it here and in the next."""
    for count in (_LOOK, 2):
        below = covers[number : number + count]
        if len(below) < 2:
            return False
        through = _gaps(_merged(sorted(span for cover in below for span in cover)), least)
        if any(all(cover[0][0] < left and cover[-1][1] > right for cover in below[:2]) for left, right in through):
            return True
    return False


def columns_in(items: Sequence[Item]) -> Iterator[list[Item]]:
    """The rows of a leaf from top to bottom, each from left to right."""
    for row in _rows(items):
        yield sorted(row, key=lambda item: item.box[0])
