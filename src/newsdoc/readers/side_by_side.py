"""Columns that stand side by side on the lines of a text, apart by spaces, as one below the other (pdftotext -layout).

The ferry was late again,      and a new pier is planned.       The ferry was late again,
for the third day, and the     It will be ready in May, the     for the third day, and the
island ran out of bread.       council says.                →   island ran out of bread.
Its only baker shrugged.       Nobody believes it.              …

A gutter is a strip that no character crosses on lines that follow each other, with text on both sides of it on four of
them or more, as long as that of a column of prose. Nothing is joined and nothing is changed: a line becomes the pieces
of it that stand in each column, and each column follows the one to its left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from newsdoc.model.characters import has_han
from newsdoc.model.page import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.model.page import Page
    from newsdoc.model.source_text import SourceText

_SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_BREAKS = "\n\r\f\v\x85\u2028\u2029"
_WIDEST_GAP = 3
_FEWEST_ROWS = 4
_SHORTEST, _SHORTEST_HAN = 18, 8
_MOST_GAPS = 8
_MOST_COLUMNS = 6
_MOST_BLANK = 1
_MOST_DIGITS = 0.3
_END = 1_000_000
_DEEPEST = 4.0

Strip = tuple[int, int]
"""From which character of a line to which; the line's own margin counts."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line, or the piece of it in a column, and at which character of the line it begins."""

    text: SourceText
    left: int
    gap: int
    page: int

    @property
    def right(self) -> int:
        return self.left + len(self.text)


def in_columns(page: Page) -> Page:
    """The page with the lines of columns that stand side by side one column after the other.

    >>> from newsdoc.readers.lines import page_of
    >>> rows = ["The ferry was late again", "for the third day, and the", "island ran out of bread,", "said the baker."]
    >>> text = "\\n".join(row.ljust(32) + row.upper() for row in rows)
    >>> [line.text.text[:9] for line in in_columns(page_of(text)).lines]
    ['The ferry', 'for the t', 'island ra', 'said the ', 'THE FERRY', 'FOR THE T', 'ISLAND RA', 'SAID THE ']
    """
    if sum(_SPACES.search(line.text.text) is not None for line in page.lines) < _FEWEST_ROWS:
        return page
    rows = [_Row(line.text, _margin(page.source, line), line.gap, line.page) for line in page.lines]
    lines: list[Line] = []
    at = 0
    while at < len(rows):
        end, strips = _region(rows, at)
        columns = _parted(rows[at:end], strips, _MOST_COLUMNS) if strips else []
        if len(columns) > 1:
            for column in columns:
                lines += _lines_of(column)
        else:
            lines += page.lines[at:end]
        at = end
    return replace(page, lines=tuple(lines))


def _margin(source: str, line: Line) -> int:
    """How many characters of white space stand before the line; far out where something else does."""
    start = at = line.text.origin(0)
    while at and source[at - 1] not in _BREAKS:
        if not source[at - 1].isspace():
            return _END
        at -= 1
    return start - at


def _gaps(row: _Row, least: int) -> list[Strip]:
    found = [
        (row.left + match.start(), row.left + match.end())
        for match in _SPACES.finditer(row.text.text)
        if match.end() - match.start() >= least
    ]
    return found if len(found) <= _MOST_GAPS else []


def _region(rows: Sequence[_Row], at: int) -> tuple[int, list[Strip]]:
    """The end of the lines from ``at`` on through which a strip runs, and the strips that do."""
    live = _gaps(rows[at], _WIDEST_GAP)
    end = at + 1
    while live and end < len(rows):
        row = rows[end]
        shared = _shared(live, row)
        if not shared or row.gap > _MOST_BLANK or (row.gap and not _is_beside(row, shared)):
            break
        live = shared
        end += 1
    return end, live


def _shared(live: Sequence[Strip], row: _Row) -> list[Strip]:
    """What of the strips a line leaves free, of two characters or more."""
    free = [(0, row.left), *_gaps(row, 2), (row.right, _END)]
    found = []
    for low, high in live:
        for start, stop in free:
            left, right = max(low, start), min(high, stop)
            if right - left >= 2:
                found.append((left, right))
    return found


def _is_beside(row: _Row, strips: Sequence[Strip]) -> bool:
    """Whether a line has text to the right of a strip."""
    return any(row.right > right for _, right in strips)


def _parted(rows: Sequence[_Row], strips: Sequence[Strip], most: int) -> list[list[_Row]]:
    """The columns of the rows, from left to right; one where no strip is a gutter."""
    for strip in strips:
        left, right, both = _cut(rows, strip)
        if most > 1 and both >= _FEWEST_ROWS and _is_prose(left) and _is_prose(right):
            rest = [(max(low, strip[1]), high) for low, high in strips if low >= strip[1]]
            return [left, *_parted(right, rest, most - 1)]
    return [list(rows)]


def _cut(rows: Sequence[_Row], strip: Strip) -> tuple[list[_Row], list[_Row], int]:
    """The pieces of the rows on each side of a strip, and on how many rows there are both."""
    left: list[_Row] = []
    right: list[_Row] = []
    both = 0
    blank = [0, 0]
    for row in rows:
        cut = min(max(strip[0] - row.left, 0), len(row.text))
        first, second = row.text[:cut].strip(), row.text[cut:].strip()
        start = row.left + cut + len(row.text.text[cut:]) - len(row.text.text[cut:].lstrip())
        both += bool(first) and bool(second)
        # One line on which only the other column has text is an unequal base line, and no blank line.
        for side, piece, begin in ((0, first, row.left), (1, second, start)):
            if piece:
                gap = row.gap + (blank[side] if blank[side] >= 2 else 0)
                (right if side else left).append(_Row(piece, begin, gap, row.page))
            blank[side] = 0 if piece else blank[side] + 1 + row.gap
    if right:
        right[0] = replace(right[0], gap=0)
    return left, right, both


def _is_prose(column: Sequence[_Row]) -> bool:
    """Whether the pieces are as long as the lines of a column and no cells of a table."""
    sizes = [len(row.text) for row in column]
    digits = sum(char.isdigit() for row in column for char in row.text.text)
    least = _SHORTEST_HAN if _is_han(column) else _SHORTEST
    return len(column) >= _FEWEST_ROWS and median(sizes) >= least and digits <= _MOST_DIGITS * sum(sizes)


def _is_han(column: Sequence[_Row]) -> bool:
    return 2 * sum(has_han(row.text.text) for row in column) > len(column)


def _lines_of(column: Sequence[_Row]) -> list[Line]:
    """The pieces of a column as lines; their margin is counted from its own edge, where a Chinese cell is an em."""
    edge = min(row.left for row in column)
    cell = 1.0 if _is_han(column) else 0.25
    return [Line(row.text, min((row.left - edge) * cell, _DEEPEST), row.gap, row.page) for row in column]
