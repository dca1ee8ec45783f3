"""From what a page shows to groups of printed lines in reading order.

Pieces of lines are the items of whitespace cuts (cuts.py). Upright text (竖排) is read on a page turned by a
quarter, so that its columns are lines and run from right to left; a few upright lines on a level page are one block.
Within a leaf of the cuts, pieces on one line are put together; another size of type, or a wide gap, parts
groups.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from newsdoc.readers.cuts import Item, columns_in, leaves_of, split_foot
from newsdoc.readers.flow import in_order
from newsdoc.readers.frames import floating
from newsdoc.readers.glyphs import Box, Drawn, is_wide, union
from newsdoc.readers.pdf_lines import Piece, is_mark, pieces_of
from newsdoc.readers.placed import Group, Printed, indented

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAME_SIZE = 0.08
_LEADING = 1.6
_JOIN = 2.0
_WIDE_GAP = 0.3
_MOSTLY = 0.6
_MOST_ASIDE = 6


def groups_of(drawn: Drawn) -> tuple[Group, ...]:
    """The lines of a page in reading order."""
    pieces = pieces_of(drawn.glyphs)
    if not pieces:
        return ()
    down = sum(len(piece.text) for piece in pieces if piece.upright)
    turned = down > _MOSTLY * sum(len(piece.text) for piece in pieces)
    items = _items(pieces, turned)
    obstacles = [
        *(Item(box, 0.0) for box in drawn.pictures if not _holds_text(box, items)),
        *(Item(box, 0.0) for box in drawn.rules if box[2] - box[0] > box[3] - box[1]),
    ]
    if turned:
        items = [replace(item, box=_turn(item.box, drawn.width)) for item in items]
        obstacles = [replace(item, box=_turn(item.box, drawn.width)) for item in obstacles]
    items, foot = (items, []) if turned else split_foot(items, drawn.height)
    leaves = [*leaves_of([*items, *obstacles]), *leaves_of(foot)]
    groups = [group for leaf in leaves for group in _groups_in(leaf, turned)]
    return in_order(floating(groups, drawn.frames))


def _turn(box: Box, width: float) -> Box:
    """The box on the page turned so that columns from right to left become lines from top to bottom."""
    return box[1], width - box[2], box[3], width - box[0]


def _holds_text(box: Box, items: Sequence[Item]) -> bool:
    """Whether text is printed on a picture, which then is the ground of the page or of a box."""
    return any(
        box[0] < (item.box[0] + item.box[2]) / 2 < box[2] and box[1] < (item.box[1] + item.box[3]) / 2 < box[3]
        for item in items
    )


def _items(pieces: Sequence[Piece], turned: bool) -> list[Item]:
    """An item for each piece; on a level page upright lines that stand beside each other are one."""
    level = [Item(piece.box, piece.size, (piece,)) for piece in pieces if turned or not piece.upright]
    upright = [] if turned else sorted((piece for piece in pieces if piece.upright), key=lambda piece: -piece.box[2])
    blocks: list[list[Piece]] = []
    for piece in upright:
        last = blocks[-1][-1] if blocks else None
        if (
            last is not None
            and abs(last.size - piece.size) <= 0.1 * last.size
            and last.box[0] - piece.box[2] <= 1.5 * last.size
            and min(last.box[3], piece.box[3]) - max(last.box[1], piece.box[1]) > 0
        ):
            blocks[-1].append(piece)
        else:
            blocks.append([piece])
    return [*level, *(Item(union([p.box for p in block]), block[0].size, tuple(block)) for block in blocks)]


def _groups_in(leaf: Sequence[Item], turned: bool) -> list[Group]:
    """The groups of a leaf, from top to bottom; what stands beside the text in another size comes first."""
    usual = _usual_size(leaf)
    lines: list[tuple[Printed, Box]] = []
    aside: list[tuple[Printed, Box]] = []
    for row in columns_in(leaf):
        blocks = [item for item in row if len(item.pieces) > 1]
        aside.extend((_printed([piece]), item.box) for item in blocks for piece in item.pieces)
        singles = [item for item in row if len(item.pieces) == 1]
        same = [item for item in singles if abs(item.size - usual) <= _SAME_SIZE * usual]
        other = [item for item in singles if abs(item.size - usual) > _SAME_SIZE * usual]
        if same and 0 < len(other) <= _MOST_ASIDE and all(_is_aside(item, same, usual) for item in other):
            aside.extend(_lines_of(other))
            singles = same
        lines.extend(_lines_of(singles))
    groups = [Group(tuple(line for line, _ in aside))] if aside else []
    for run in _split(lines):
        printed = [line for line, _ in run]
        if not turned:
            groups.append(Group(indented(printed)))
            continue
        frames = [replace(line, x0=box[0], y0=box[1], x1=box[2], y1=box[3]) for line, box in run]
        indents = [line.indent for line in indented(frames)]
        groups.append(Group(tuple(replace(line, indent=indent) for line, indent in zip(printed, indents, strict=True))))
    return groups


def _usual_size(leaf: Sequence[Item]) -> float:
    """The size in which most characters of a leaf are set."""
    counts: dict[float, int] = {}
    for item in leaf:
        counts[round(item.size, 1)] = counts.get(round(item.size, 1), 0) + sum(len(piece.text) for piece in item.pieces)
    return max(counts, key=lambda size: (counts[size], -size))


def _is_aside(item: Item, beside: Sequence[Item], usual: float) -> bool:
    """Whether a piece is a label beside text rather than a larger or smaller word of its line."""
    gap = min(max(other.box[0] - item.box[2], item.box[0] - other.box[2]) for other in beside)
    return gap >= 0.35 * usual and len(item.pieces[0].text) <= 8


def _lines_of(row: Sequence[Item]) -> list[tuple[Printed, Box]]:
    """The pieces of a row as lines: near ones put together, far ones each a line."""
    lines: list[tuple[Printed, Box]] = []
    for run in _near(row):
        lines.append((_printed([item.pieces[0] for item in run]), union([item.box for item in run])))
    return lines


def _near(row: Sequence[Item]) -> list[list[Item]]:
    runs: list[list[Item]] = []
    for item in row:
        last = runs[-1][-1] if runs else None
        if last is not None and item.box[0] - last.box[2] < _JOIN * max(item.size, last.size):
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _printed(pieces: Sequence[Piece]) -> Printed:
    """Pieces on one line as a printed line; letterspaced characters are not parted."""
    box = union([piece.box for piece in pieces])
    gaps = [after.box[0] - before.box[2] for before, after in itertools.pairwise(pieces)]
    even = (
        len(gaps) >= 2
        and max(gaps) - min(gaps) <= 0.25 * pieces[0].size
        and all(len(piece.text) == 1 for piece in pieces)
    )
    parts = [pieces[0].text]
    for (before, after), gap in zip(itertools.pairwise(pieces), gaps, strict=True):
        wide = is_wide(before.text[-1]) and is_wide(after.text[0])
        marked = (is_mark(before.text[-1]) or is_mark(after.text[0])) and gap < 1.2 * before.size
        if not even and not marked and gap >= (_WIDE_GAP if wide else 0.18) * max(before.size, after.size):
            parts.append(" ")
        parts.append(after.text)
    copies = "".join(piece.copies for piece in pieces)
    return Printed("".join(parts), *box, size=max(piece.size for piece in pieces), copies=copies)


def _split(lines: Sequence[tuple[Printed, Box]]) -> list[list[tuple[Printed, Box]]]:
    """The lines parted where the size of type changes, or where the gap is wider than the leading."""
    steps = [b[1][3] - a[1][3] for a, b in itertools.pairwise(lines) if b[1][3] - a[1][3] > 0.5 * a[0].size]
    leading = median(steps) if steps else 0.0
    runs: list[list[tuple[Printed, Box]]] = []
    for line in lines:
        last = runs[-1][-1] if runs else None
        if (
            last is not None
            and abs(last[0].size - line[0].size) <= _SAME_SIZE * max(last[0].size, line[0].size)
            and line[1][3] - last[1][3] <= max(_LEADING * leading, 1.3 * line[0].size)
        ):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs
