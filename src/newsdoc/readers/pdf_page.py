"""A page of a PDF as PDFium sees it: characters with their cells, pictures, rules.

Text that is printed over itself PDFium gives once, without saying so (it takes a text object for a copy if another of
the same characters stands within 0.9 em: a single l beside an l is one for it). So the text objects that gave no
characters are read again with the others out of the way, as often as that brings something to light; what is a copy is
then decided by pdf_lines.py, and said.
"""

from __future__ import annotations

import ctypes
import math
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from newsdoc.readers.glyphs import Box, Drawn, Glyph, is_wide
from newsdoc.readers.pdf_objects import drawings_of, give_width, objects_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.readers.pdf_objects import Turn

MOST_READ_AGAIN = 20_000
"""Text objects on a page beyond which none is read again: taking one out takes time that grows with their number."""

_ROUNDS = 8
_REPLACEMENT = "\ufffd"
_HYPHENS = frozenset({2, 0xFFFE})


def drawn_of(raw: Any, page: Any, most: int) -> Drawn | None:
    """What a page shows; None where it has more than ``most`` characters."""
    width, height = page.get_width(), page.get_height()
    turn = _turning(raw, page)
    objects = objects_of(raw, page, turn)
    pictures, rules, frames = drawings_of(raw, objects)
    give_width(raw, objects)
    texts = [item for item, kind, _, in_form in objects if kind == raw.FPDF_PAGEOBJ_TEXT and not in_form]
    found = _text(raw, page, texts, turn, most)
    if found is None:
        return None
    glyphs, unmapped, silent = found
    doubts: list[tuple[str, str]] = []
    if unmapped:
        doubts.append(
            ("no-mapping", f"{unmapped} characters have a font that does not say what they are; they stand as U+FFFD")
        )
    if silent:
        doubts.append(
            (
                "text-left-out",
                f"{silent} pieces of text gave no characters: their font cannot be read, or they are copies",
            )
        )
    return Drawn(width, height, tuple(glyphs), tuple(pictures), tuple(rules), tuple(doubts), frames)


def _text(raw: Any, page: Any, texts: Sequence[Any], turn: Turn, most: int) -> tuple[list[Glyph], int, int] | None:
    """The characters of a page, how many of them are not mapped, and how many text objects gave none."""
    parts: dict[int, int] = {}
    first = _read(raw, page, turn, parts, most)
    if first is None:
        return None
    glyphs, unmapped = first
    ranks = {_address(item): rank for rank, item in enumerate(texts)}
    taken: list[Any] = []
    gone: set[int] = set()
    try:
        for _ in range(_ROUNDS):
            if len(texts) > MOST_READ_AGAIN or not any(address not in parts for address in ranks):
                break
            for item in texts:
                address = _address(item)
                if address in parts and address not in gone and raw.FPDFPage_RemoveObject(page.raw, item):
                    taken.append(item)
                    gone.add(address)
            again = _read(raw, page, turn, parts, most - len(glyphs))
            if again is None:
                return None
            if not again[0]:
                break
            glyphs = _interleaved(glyphs, again[0], ranks, parts)
            unmapped += again[1]
    finally:
        for item in taken:
            raw.FPDFPageObj_Destroy(item)
    return glyphs, unmapped, sum(address not in parts for address in ranks)


def _read(raw: Any, page: Any, turn: Turn, parts: dict[int, int], most: int) -> tuple[list[Glyph], int] | None:
    """The characters that the objects of the page give now; None where there are too many."""
    text = raw.FPDFText_LoadPage(page.raw)
    if not text:
        return [], 0
    try:
        count = raw.FPDFText_CountChars(text)
        return None if count > most else _glyphs(raw, text, count, turn, parts)
    finally:
        raw.FPDFText_ClosePage(text)


def _interleaved(
    glyphs: Sequence[Glyph], more: Sequence[Glyph], ranks: dict[int, int], parts: dict[int, int]
) -> list[Glyph]:
    """The characters with those that were found later each behind the text object before theirs in the file."""
    rank_of = {number: ranks[address] for address, number in parts.items() if address in ranks}
    ends: dict[int, int] = {}
    for index, glyph in enumerate(glyphs):
        if glyph.part in rank_of:
            ends[rank_of[glyph.part]] = index + 1
    keyed: list[tuple[int, int, int, Glyph]] = [(index, 0, 0, glyph) for index, glyph in enumerate(glyphs)]
    known = sorted(ends)
    for number, glyph in enumerate(more):
        rank = rank_of.get(glyph.part, len(ranks))
        at = bisect_left(known, rank)
        keyed.append((ends[known[at - 1]] - 1 if at else -1, 1 + rank, number, glyph))
    keyed.sort(key=lambda entry: entry[:3])
    return [entry[3] for entry in keyed]


def _address(item: Any) -> int:
    return ctypes.cast(item, ctypes.c_void_p).value or 0


def _turning(raw: Any, page: Any) -> Turn:
    """From the page's own coordinates to points from the top left of the page as it is shown."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    box = raw.FPDFPage_GetCropBox(page.raw, left, bottom, right, top) or raw.FPDFPage_GetMediaBox(
        page.raw, left, bottom, right, top
    )
    x0, y0, x1, y1 = (left.value, bottom.value, right.value, top.value) if box else (0.0, 0.0, 612.0, 792.0)
    match raw.FPDFPage_GetRotation(page.raw):
        case 1:
            return lambda x, y: (y - y0, x - x0)
        case 2:
            return lambda x, y: (x1 - x, y - y0)
        case 3:
            return lambda x, y: (y1 - y, x1 - x)
        case _:
            return lambda x, y: (x - x0, y1 - y)


def _glyphs(raw: Any, text: Any, count: int, turn: Turn, parts: dict[int, int]) -> tuple[list[Glyph], int]:
    """The characters of a page in the order of the file, less those of text objects in ``parts``, which gets theirs."""
    known = frozenset(parts)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    origin_x, origin_y = ctypes.c_double(), ctypes.c_double()
    matrix, loose = raw.FS_MATRIX(), raw.FS_RECTF()
    found: list[Glyph] = []
    spaced, unmapped, high = False, 0, 0
    for index in range(count):
        if raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        part = ctypes.cast(raw.FPDFText_GetTextObject(text, index), ctypes.c_void_p).value or 0
        if part in known:
            continue
        number = parts.setdefault(part, len(parts))
        code = raw.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        if code in _HYPHENS:
            char = "-"
        elif code < 32 or code > 0x10FFFF or 0xD800 <= code < 0xE000:
            if code in (9, 10, 13):
                spaced = True
                continue
            char = _REPLACEMENT
            unmapped += 1
        else:
            char = chr(code)
        if char.isspace():
            spaced = True
            continue
        # A digit 1 has little ink in a wide cell: the loose box says how far the next character is.
        wide_box = raw.FPDFText_GetLooseCharBox(text, index, loose)
        raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        raw.FPDFText_GetCharOrigin(text, index, origin_x, origin_y)
        raw.FPDFText_GetMatrix(text, index, matrix)
        size = abs(raw.FPDFText_GetFontSize(text, index)) * math.hypot(matrix.b, matrix.d)
        size = size if math.isfinite(size) and size > 0 else 1.0
        ends = (_finite(left.value), _finite(bottom.value), _finite(right.value), _finite(top.value))
        stretch = abs(raw.FPDFText_GetFontSize(text, index)) * math.hypot(matrix.a, matrix.c)
        cell, upright = _cell(char, ends, (origin_x.value, origin_y.value), size, stretch, matrix, turn)
        if wide_box and upright and not is_wide(char):
            (ax, _), (bx, _) = turn(loose.left, loose.bottom), turn(loose.right, loose.top)
            if 0 < abs(bx - ax) <= 1.5 * max(size, stretch):
                cell = (min(ax, bx, cell[0]), cell[1], max(ax, bx, cell[2]), cell[3])
        found.append(Glyph(char, *cell, size, spaced, number, upright))
        spaced = False
    return found, unmapped


def _finite(value: float) -> float:
    return value if math.isfinite(value) else 0.0


def _cell(
    char: str,
    ink: Box,
    origin: tuple[float, float],
    size: float,
    stretch: float,
    matrix: Any,
    turn: Turn,
) -> tuple[Box, bool]:
    """The cell of a character as the page is shown, and whether it stands upright there."""
    zero, along = turn(0.0, 0.0), turn(matrix.a, matrix.b)
    across, down = along[0] - zero[0], along[1] - zero[1]
    (ax, ay), (bx, by) = turn(ink[0], ink[1]), turn(ink[2], ink[3])
    x0, x1, y0, y1 = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
    if abs(down) > abs(across):
        return (x0, y0, x1, y1), False
    ox, oy = turn(*origin)
    width = stretch if stretch > 0 and math.isfinite(stretch) else size
    if oy - size * 1.5 <= y0 and y1 <= oy + size * 0.6 and abs(ox - x0) <= 1.2 * width:
        # Ink says little of where a comma or a dash stands: the line it stands on does.
        y0, y1 = oy - 0.82 * size, oy + 0.1 * size
        x0 = min(x0, ox) if is_wide(char) else x0
        x1 = max(x1, x0 + width) if is_wide(char) else x1
    elif y1 - y0 < 0.6 * size:
        # Text set upright hangs from its origin in the middle of the column.
        middle = (y0 + y1) / 2
        y0, y1 = min(y0, middle - 0.3 * size), max(y1, middle + 0.3 * size)
    return (x0, y0, x1, y1), True
