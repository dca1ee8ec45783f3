"""Recognised lines in reading order, as groups.

A file that states an order is followed. Else the places decide, by the same cuts as in a PDF (cuts.py), for recognisers
that read a page of several columns often write the headline behind the first of them. What stands between two halves of
a sentence comes behind them (flow.py). Where the cuts find no order, where lines have no place, and on pages that are
set upright, the order is that of the file.

A block of the file ends with a blank line, unless its last line is full and stands in mid-sentence.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from newsdoc.model.characters import ends_sentence
from newsdoc.readers.cuts import Item, columns_in, leaves_of, split_foot
from newsdoc.readers.flow import in_order
from newsdoc.readers.frames import floating, frames_of
from newsdoc.readers.glyphs import Box, union
from newsdoc.readers.ocr_gutters import parted
from newsdoc.readers.ocr_rows import sized, without_rubbish
from newsdoc.readers.pdf_lines import Piece
from newsdoc.readers.placed import Group, Printed, Sheet, indented

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newsdoc.readers.ocr import Row

MOST_PICTURES, MOST_RULES = 200, 500
_NEAR_BODY = 0.12
_HALF_LINE = 0.45
_MOST_BESIDE = 0.1
_LEADING = 2.0
_JOIN = 2.0
_JOIN_NEAR = 0.6
_UPRIGHT = 2.0
_RULE = 30.0
_THICK = 4.0
_ASKEW = 0.03
_LEVEL, _STEEP = 0.004, 0.1
_FEWEST_TO_LEVEL = 4


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page as a recogniser found it.

    Attributes:
        rows: Its lines in the order of the file, or in the order that the file states.
        pictures, rules: Boxes of pictures, and of lines that part columns or stories.
        height: That of the page in points; 0 where it is not known.
        ordered: Whether the file states an order.
    """

    rows: tuple[Row, ...]
    pictures: tuple[Box, ...] = ()
    rules: tuple[Box, ...] = ()
    height: float = 0.0
    ordered: bool = False


def sheet_of(page: Recognised) -> Sheet:
    """The page as groups of lines in reading order; of pictures and rules the largest are kept."""
    page = replace(page, pictures=_largest(page.pictures, MOST_PICTURES), rules=_largest(page.rules, MOST_RULES))
    rows = [replace(row, line=number) for number, row in enumerate(page.rows)]
    placed = all(map(_has_place, rows))
    upright = placed and _is_upright(rows)
    if page.ordered or upright or not placed:
        groups: Sequence[Group] = [_group(run, upright=upright) for run in _runs(sized(rows), _same_block)]
    else:
        text, rubbish = without_rubbish(sized(parted(rows)), page.pictures)
        runs = [run for column in _by_place(text, page) for run in _runs(column, _is_next)]
        boxed = floating(list(map(_group, runs)), frames_of((), page.rules))
        groups = _joined([part for group in in_order(boxed) for part in _by_block(group)])
        groups += [_group(run) for run in _runs(rubbish, _same_block)]
    return Sheet(tuple(map(_widened, groups)), page.pictures)


def _largest(boxes: Sequence[Box], most: int) -> tuple[Box, ...]:
    if len(boxes) <= most:
        return tuple(boxes)
    return tuple(sorted(boxes, key=lambda box: abs((box[2] - box[0]) * (box[3] - box[1])), reverse=True)[:most])


@dataclass(frozen=True, slots=True)
class _Line(Printed):
    """A printed line that still knows its row; local to this module."""

    row: Row | None = None


def _line_of(row: Row) -> _Line:
    line = row.printed()
    return _Line(line.text, line.x0, line.y0, line.x1, line.y1, size=line.size, sure=line.sure, row=row)


def _row_of(line: Printed) -> Row:
    assert isinstance(line, _Line)
    assert line.row is not None
    return line.row


def _has_place(row: Row) -> bool:
    return row.box is not None and row.box[2] > row.box[0] and row.box[3] > row.box[1] and row.size > 0


def _is_upright(rows: Sequence[Row]) -> bool:
    """Whether most of the text is set from top to bottom (竖排)."""
    down = 0
    for row in rows:
        assert row.box is not None
        if len(row.text) > 1 and row.box[3] - row.box[1] > _UPRIGHT * (row.box[2] - row.box[0]):
            down += len(row.text)
    return 2 * down > sum(len(row.text) for row in rows)


def _by_place(rows: Sequence[Row], page: Recognised) -> list[list[Row]]:
    """The rows as whitespace cuts order them, those of a leaf together."""
    slope = _slope(rows)
    known: dict[int, Row] = {}
    items: list[Item] = []
    for row in rows:
        assert row.box is not None
        # On a scan that is a little askew boxes are too high: a line is as high as its type.
        middle, half = _level(row.box, slope), _HALF_LINE * row.size
        box = (row.box[0], middle - half, row.box[2], middle + half)
        item = Item(box, row.size, (Piece(row.text, box, row.size),))
        known[id(item)] = row
        items.append(item)
    obstacles = []
    for box in page.pictures:
        if not _holds_text(box, rows):
            shift = _level(box, slope) - (box[1] + box[3]) / 2
            obstacles.append(Item((box[0], box[1] + shift, box[2], box[3] + shift), 0.0))
    for box in filter(_is_rule, page.rules):
        middle = _level(box, slope)
        obstacles.append(Item((box[0], middle - 0.25, box[2], middle + 0.25), 0.0))
    items, foot = split_foot(items, page.height) if page.height > 0 else (items, [])
    return [_in_leaf(leaf, known) for leaf in (*leaves_of([*items, *obstacles]), *leaves_of(foot))]


def _slope(rows: Sequence[Row]) -> float:
    """How far the lines fall from left to right, by the words in the two halves of each; 0 on a level page."""
    found = []
    for row in rows:
        boxes = [word.box for word in row.words if word.box is not None]
        half = len(boxes) // 2
        if half < _FEWEST_TO_LEVEL:
            continue
        (ax, ay), (bx, by) = _center(boxes[:half]), _center(boxes[half:])
        if bx - ax >= _FEWEST_TO_LEVEL * row.size:
            found.append((by - ay) / (bx - ax))
    slope = median(found) if len(found) >= _FEWEST_TO_LEVEL else 0.0
    return slope if _LEVEL < abs(slope) < _STEEP else 0.0


def _center(boxes: Sequence[Box]) -> tuple[float, float]:
    x, y = (sum(box[at] + box[at + 2] for box in boxes) / (2 * len(boxes)) for at in (0, 1))
    return x, y


def _level(box: Box, slope: float) -> float:
    """The height of the middle of a box once the page is put straight."""
    return (box[1] + box[3]) / 2 - slope * (box[0] + box[2]) / 2


def _is_rule(box: Box) -> bool:
    """Whether a line runs across, and is no stroke of a character; on a scan that is askew its box is high."""
    return box[2] - box[0] >= _RULE and 0 < box[3] - box[1] <= max(_THICK, _ASKEW * (box[2] - box[0]))


def _holds_text(box: Box, rows: Sequence[Row]) -> bool:
    """Whether a picture is the ground of text rather than a picture beside it."""
    return any(
        row.kind is None
        and row.box is not None
        and box[0] < (row.box[0] + row.box[2]) / 2 < box[2]
        and box[1] < (row.box[1] + row.box[3]) / 2 < box[3]
        for row in rows
    )


def _in_leaf(leaf: Sequence[Item], known: dict[int, Row]) -> list[Row]:
    """The rows of a leaf from top to bottom; pieces of one line are put together.

    Where other text stands beside text the cuts have found no order, and that of the file is kept.
    """
    found: list[Row] = []
    lines = beside = 0
    for line in columns_in(leaf):
        lines += 1
        first = len(found)
        for item in line:
            row = known[id(item)]
            if len(found) > first and _is_one_line(found[-1], row):
                found[-1] = _as_one(found[-1], row)
            else:
                found.append(row)
        beside += len(found) > first + 1
    return (
        sorted((known[id(item)] for item in leaf), key=lambda row: row.line) if beside > _MOST_BESIDE * lines else found
    )


def _is_one_line(before: Row, row: Row) -> bool:
    assert before.box is not None
    assert row.box is not None
    gap = row.box[0] - before.box[2]
    apart = _JOIN if before.line == row.line else _JOIN_NEAR
    return -0.5 * row.size <= gap < apart * row.size


def _as_one(before: Row, row: Row) -> Row:
    assert before.box is not None
    assert row.box is not None
    return replace(before, words=(*before.words, *row.words), box=union([before.box, row.box]))


def _same_block(before: Row, row: Row) -> bool:
    return before.block == row.block and before.kind == row.kind


def _is_next(before: Row, row: Row) -> bool:
    """Whether a row stands right below another, in the same type."""
    if before.kind != row.kind or abs(before.size - row.size) > _NEAR_BODY * max(before.size, row.size):
        return False
    assert before.box is not None
    assert row.box is not None
    step = (row.box[1] + row.box[3] - before.box[1] - before.box[3]) / 2
    return before.block == row.block or 0 < step <= _LEADING * row.size


def _runs(rows: Iterable[Row], together: Callable[[Row, Row], bool]) -> list[list[Row]]:
    """The rows as runs of which each two neighbours belong together."""
    found: list[list[Row]] = []
    for row in rows:
        if found and together(found[-1][-1], row):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _group(run: Sequence[Row], *, upright: bool = False) -> Group:
    """The lines of a column with their indents; those of a line that is set upright are at its top."""
    lines = [_line_of(row) for row in run]
    frames = [replace(line, x0=line.y0, x1=line.y1) for line in lines] if upright else lines
    set_in = [replace(line, indent=frame.indent) for line, frame in zip(lines, indented(frames), strict=True)]
    return Group(tuple(set_in), kind=run[0].kind)


def _by_block(group: Group) -> list[Group]:
    """A group for each block of the file."""
    blocks = itertools.groupby(group.lines, key=lambda line: _row_of(line).block)
    return [replace(group, lines=tuple(lines)) for _, lines in blocks]


def _joined(groups: Sequence[Group]) -> list[Group]:
    return [
        replace(group, goes_on=number > 0 and _goes_on(groups[number - 1], group))
        for number, group in enumerate(groups)
    ]


def _goes_on(before: Group, after: Group) -> bool:
    """Whether the text of a block runs on into the next one: its last line is full, and no sentence ends there."""
    last, first = before.lines[-1], after.lines[0]
    if before.kind != after.kind or before.kind not in (None, "floating") or first.indent:
        return False
    if abs(last.size - first.size) > _NEAR_BODY * max(last.size, first.size):
        return False
    across = first.y0 < last.y0
    if len(before.lines) < 2 and (across or len(after.lines) < 2):
        return False
    beside = before.lines if across else (*before.lines, *after.lines)
    left, right = min(line.x0 for line in beside), max(line.x1 for line in beside)
    slack = 0.25 * (right - left) if last.text.isascii() else 1.2 * last.size
    if last.x1 < right - slack:
        return False
    return across or not ends_sentence(last.text)


def _widened(group: Group) -> Group:
    """The group with boxes that enclose every word."""
    lines = []
    for line in group.lines:
        x0, y0, x1, y1 = _row_of(line).around()
        lines.append(
            Printed(line.text, x0, y0, x1, y1, size=line.size, copies=line.copies, indent=line.indent, sure=line.sure)
        )
    return replace(group, lines=tuple(lines))
