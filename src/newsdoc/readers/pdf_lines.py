"""Characters with places to pieces of lines: copies printed over the original first, then runs along a line.

A copy is the same character in the same size, shifted by a fraction of an em (shadow, bold by double printing). A
shift of an eighth of an em cannot be the next letter; one of up to 0.3 em counts only where a run of neighbours is
shifted alike, since two narrow letters stand as near (PDFBox takes a third of the width, pdf-reader half the area; both
eat letters).
"""

from __future__ import annotations

import itertools
import unicodedata
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from newsdoc.readers.glyphs import Box, Glyph, is_wide, union

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NEAR = 0.125
_FAR = 0.3
_BREAK = 0.55
_WORD_GAP = 0.18
_WIDE_GAP = 0.3
_SPACE = 0.12
_UPRIGHT_CHAIN = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that stand on one line without a wide gap.

    Attributes:
        text: The characters, with spaces between words.
        box: Their cells.
        size: Font size in points.
        copies: What is printed a second time over them.
        spaced: Whether a space character stands before them.
        upright: Whether they are set one below the other (竖排).
    """

    text: str
    box: Box
    size: float
    copies: str = ""
    spaced: bool = False
    upright: bool = False


def pieces_of(glyphs: Sequence[Glyph]) -> list[Piece]:
    """The pieces of a page, in the order of the file."""
    copy_of = copies_among(glyphs)
    copies: dict[int, list[str]] = {}
    for index, original in sorted(copy_of.items()):
        copies.setdefault(original, []).append(glyphs[index].text)
    kept = [index for index in range(len(glyphs)) if index not in copy_of]
    found: list[Piece] = []
    for run, upright in _runs(glyphs, kept):
        found.append(
            _piece([glyphs[index] for index in run], "".join("".join(copies.get(i, ())) for i in run), upright)
        )
    return found


def copies_among(glyphs: Sequence[Glyph]) -> dict[int, int]:
    """Which characters are copies of which earlier ones.

    >>> first = Glyph("报", 10, 10, 20, 20, 10.0)
    >>> copies_among([first, Glyph("报", 10.8, 10.8, 20.8, 20.8, 10.0, part=1)])
    {1: 0}
    >>> copies_among([Glyph("l", 10, 10, 11, 20, 10.0), Glyph("l", 12.2, 10, 13.2, 20, 10.0)])
    {}
    """
    cells: dict[tuple[str, int, int, int], list[int]] = {}
    found: dict[int, int] = {}
    likely: dict[int, tuple[int, float, float]] = {}
    for index, glyph in enumerate(glyphs):
        step = max(1, round(glyph.size))
        cell = 0.3 * step
        column, row = int(glyph.x0 // cell), int(glyph.y0 // cell)
        best: tuple[float, int] | None = None
        for across in (column - 1, column, column + 1):
            for down in (row - 1, row, row + 1):
                for other in cells.get((glyph.text, step, across, down), ()):
                    distance = max(abs(glyph.x0 - glyphs[other].x0), abs(glyph.y0 - glyphs[other].y0))
                    if best is None or distance < best[0]:
                        best = distance, other
        if best is not None and best[0] <= _FAR * glyph.size:
            other = best[1]
            same_object = glyphs[other].part == glyph.part and other == index - 1
            if same_object and best[0] == 0:
                continue  # a ligature written out
            if best[0] <= _NEAR * glyph.size:
                found[index] = other
                continue
            likely[index] = (
                other,
                (glyph.x0 - glyphs[other].x0) / glyph.size,
                (glyph.y0 - glyphs[other].y0) / glyph.size,
            )
        bucket = cells.setdefault((glyph.text, step, column, row), [])
        if len(bucket) < 16:
            bucket.append(index)
    found.update(_shifted_runs(glyphs, likely))
    return found


def _shifted_runs(glyphs: Sequence[Glyph], likely: dict[int, tuple[int, float, float]]) -> Iterator[tuple[int, int]]:
    """Those of the likely copies whose neighbours are shifted alike."""
    run: list[int] = []
    for index in (*sorted(likely), -1):
        if run and index >= 0:
            (_, ax, ay), (_, bx, by) = likely[run[-1]], likely[index]
            if index == run[-1] + 1 and abs(ax - bx) < 0.06 and abs(ay - by) < 0.06:
                run.append(index)
                continue
        texts = {glyphs[at].text for at in run}
        if len(run) >= 3 and len(texts) >= 2:
            yield from ((at, likely[at][0]) for at in run)
        run = [index]


def _runs(glyphs: Sequence[Glyph], kept: Sequence[int]) -> Iterator[tuple[list[int], bool]]:
    """The characters as runs along a line or down a column, by what follows what in the file."""
    at = 0
    while at < len(kept):
        down = _end_of_chain(glyphs, kept, at)
        if down - at >= _UPRIGHT_CHAIN:
            yield list(kept[at:down]), True
            at = down
            continue
        end = at + 1
        while end < len(kept) and _along(glyphs[kept[end - 1]], glyphs[kept[end]]):
            # A column may begin behind a character of a line.
            if _end_of_chain(glyphs, kept, end) - end >= _UPRIGHT_CHAIN:
                break
            end += 1
        yield list(kept[at:end]), not glyphs[kept[at]].upright
        at = end


def _end_of_chain(glyphs: Sequence[Glyph], kept: Sequence[int], at: int) -> int:
    """The end of the characters that stand one below the other from ``at`` on; looks no farther than it must."""
    end = at + 1
    pitch = None
    while end < len(kept):
        above, below = glyphs[kept[end - 1]], glyphs[kept[end]]
        step = (below.y0 + below.y1 - above.y0 - above.y1) / 2
        shift = abs(below.x0 + below.x1 - above.x0 - above.x1) / 2
        size = above.size
        if not (below.upright and above.upright and is_wide(above.text) and is_wide(below.text)):
            break
        if not (0.45 * size <= step <= 1.7 * size and shift <= 0.3 * size and abs(below.size - size) <= 0.1 * size):
            break
        if pitch is not None and abs(step - pitch) > 0.5 * size:
            break
        pitch = step
        end += 1
    return end


def _along(before: Glyph, after: Glyph) -> bool:
    """Whether a character follows another on its line."""
    size = max(before.size, after.size)
    if before.upright != after.upright or min(before.size, after.size) < 0.6 * size:
        return False
    if not before.upright:
        near_x = abs(before.x0 + before.x1 - after.x0 - after.x1) / 2 <= 0.6 * size
        gap = max(after.y0 - before.y1, before.y0 - after.y1)
        return near_x and gap <= 0.6 * size
    if abs(before.y1 - after.y1) > 0.35 * size:
        return False
    gap = after.x0 - before.x1
    return -0.9 * size <= gap <= _BREAK * size and after.x1 > before.x0 + 0.1 * size


def _piece(run: Sequence[Glyph], copies: str, upright: bool) -> Piece:
    parts: list[str] = []
    before: Glyph | None = None
    usual = 0.0 if upright else _usual_gap(run)
    for glyph in run:
        if before is not None and upright:
            parted = glyph.spaced and not is_wide(glyph.text)
        else:
            parted = before is not None and is_parted(before, glyph, usual)
        if parted:
            parts.append(" ")
        parts.append(glyph.text)
        before = glyph
    box = union([(glyph.x0, glyph.y0, glyph.x1, glyph.y1) for glyph in run])
    size = max(glyph.size for glyph in run)
    return Piece("".join(parts), box, size, copies, run[0].spaced, upright)


def _usual_gap(run: Sequence[Glyph]) -> float:
    """The gap between characters of a run, in em, as letterspacing makes it."""
    gaps = [(b.x0 - a.x1) / max(a.size, b.size) for a, b in itertools.pairwise(run)]
    return max(0.0, median(gaps)) if len(gaps) > 2 else 0.0


def is_parted(before: Glyph, after: Glyph, usual: float) -> bool:
    """Whether a space stands between two characters of a run; ``usual`` is the letterspacing in em."""
    gap = (after.x0 - before.x1) / max(before.size, after.size) - usual
    if is_wide(before.text) or is_wide(after.text):
        return gap >= (_SPACE if after.spaced else _WIDE_GAP) and not (is_mark(before.text) or is_mark(after.text))
    return after.spaced or gap >= _WORD_GAP


def is_mark(char: str) -> bool:
    """Whether a character is a full-width mark, beside which space is typesetting."""
    return is_wide(char) and unicodedata.category(char)[0] == "P"
