"""PDF files, by pypdfium2 (extra ``newsdoc[pdf]``, imported when the first PDF is read).

PDFium gives characters with boxes in the order of the file. What it makes up (spaces and line ends that it guesses) is
dropped; lines, columns and order come from the places, see pdf_lines.py and columns.py. Of text that is printed over
itself PDFium gives one copy only in some cases, without saying so: text objects that gave no character are counted,
and a diagnostic tells of them.

Sources: ISO 32000-2 (text space, page boxes, rotation); PDFium's fpdf_text.h.
"""

from __future__ import annotations

import ctypes
import math
from typing import TYPE_CHECKING, Any

from newsdoc.errors import ReadError
from newsdoc.readers.columns import groups_of
from newsdoc.readers.glyphs import Box, Drawn, Glyph, is_wide
from newsdoc.readers.placed import Placed, Sheet, compose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 2_000
MOST_CHARACTERS = 2_000_000
MOST_PICTURES = 200
MOST_OBJECTS = 200_000
"""On a page: more objects are left uncounted, for they are drawings; of pictures the largest are kept."""

_REPLACEMENT = "\ufffd"
_HYPHENS = frozenset({2, 0xFFFE})
_MISSING = "reading PDF needs pypdfium2; install it with `pip install newsdoc[pdf]`"
_PASSWORD = 4
_THIN = 2.0
_LONG = 30.0
_DEEPEST_FORM = 8


def read_pdf(data: bytes) -> Placed:
    """The text of a PDF with the place of each line.

    Args:
        data: The bytes of the file.

    Raises:
        ReadError: pypdfium2 is not installed; the file is broken, encrypted, has more than 2,000 pages or 2,000,000
            characters, or has no text layer (it needs OCR first).
    """
    pdfium, raw = _library()
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise ReadError(
                "the PDF is encrypted; open it with its password and save it without (`qpdf --decrypt`)"
            ) from error
        raise ReadError(
            f"the PDF is broken ({error}); fetch it again, or mend it with `qpdf FILE.pdf NEW.pdf`"
        ) from error
    try:
        return compose(_sheets(pdfium, raw, document), MEDIA_TYPE)
    except pdfium.PdfiumError as error:
        raise ReadError(
            f"the PDF is broken ({error}); fetch it again, or mend it with `qpdf FILE.pdf NEW.pdf`"
        ) from error
    finally:
        document.close()


def _library() -> tuple[Any, Any]:
    try:
        import pypdfium2
        import pypdfium2.raw
    except ImportError as error:
        raise ReadError(_MISSING) from error
    return pypdfium2, pypdfium2.raw


def _sheets(pdfium: Any, raw: Any, document: Any) -> list[Sheet]:
    pages = len(document)
    if pages == 0:
        raise ReadError("the PDF has no pages")
    if pages > MOST_PAGES:
        raise ReadError(f"the PDF has {pages:,} pages, more than {MOST_PAGES:,}; split it (`qpdf --split-pages`)")
    sheets: list[Sheet] = []
    characters = 0
    for number in range(pages):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            sheets.append(Sheet(doubts=(("broken-page", f"page {number + 1} cannot be read"),)))
            continue
        try:
            drawn = _drawn(raw, page, MOST_CHARACTERS - characters)
        finally:
            page.close()
        if drawn is None:
            raise ReadError(f"page {number + 1}: the PDF has more than {MOST_CHARACTERS:,} characters; split it")
        characters += len(drawn.glyphs)
        doubts = drawn.doubts
        if not drawn.glyphs and drawn.pictures:
            doubts = (
                *doubts,
                ("no-text-layer", f"page {number + 1} is a picture without text; recognise it (OCR) first"),
            )
        sheets.append(Sheet(groups_of(drawn), drawn.pictures, doubts))
    if not characters:
        raise ReadError("the PDF has no text layer: its pages are pictures or empty; recognise it first (OCR)")
    return sheets


def _drawn(raw: Any, page: Any, most: int) -> Drawn | None:
    """What a page shows; None where it has more than ``most`` characters."""
    width, height = page.get_width(), page.get_height()
    turn = _turning(raw, page)
    text = raw.FPDFText_LoadPage(page.raw)
    if not text:
        return Drawn(width, height, (), doubts=(("broken-page", "the text of the page cannot be read"),))
    try:
        count = raw.FPDFText_CountChars(text)
        if count > most:
            return None
        parts: dict[int, int] = {}
        glyphs, unmapped = _glyphs(raw, text, count, turn, parts)
        pictures, rules, silent = _objects(raw, page, text, turn, parts)
    finally:
        raw.FPDFText_ClosePage(text)
    doubts: list[tuple[str, str]] = []
    if unmapped:
        doubts.append(
            ("no-mapping", f"{unmapped} characters have a font that does not say what they are; they stand as U+FFFD")
        )
    if silent:
        doubts.append(
            (
                "text-left-out",
                f"{silent} pieces of text gave no characters: copies for a shadow, or a font that is not read",
            )
        )
    return Drawn(width, height, tuple(glyphs), tuple(pictures), tuple(rules), tuple(doubts))


def _turning(raw: Any, page: Any) -> Callable[[float, float], tuple[float, float]]:
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


def _glyphs(
    raw: Any, text: Any, count: int, turn: Callable[[float, float], tuple[float, float]], parts: dict[int, int]
) -> tuple[list[Glyph], int]:
    """The characters of a page in the order of the file; ``parts`` gets the text objects they belong to."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    origin_x, origin_y = ctypes.c_double(), ctypes.c_double()
    matrix, loose = raw.FS_MATRIX(), raw.FS_RECTF()
    found: list[Glyph] = []
    spaced, unmapped, high = False, 0, 0
    for index in range(count):
        if raw.FPDFText_IsGenerated(text, index) == 1:
            continue
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
        ends = (left.value, bottom.value, right.value, top.value)
        if not all(map(math.isfinite, (*ends, size, origin_x.value, origin_y.value))) or size <= 0:
            size = size if math.isfinite(size) and size > 0 else 1.0
            ends = tuple(value if math.isfinite(value) else 0.0 for value in ends)  # type: ignore[assignment]
        part = ctypes.cast(raw.FPDFText_GetTextObject(text, index), ctypes.c_void_p).value or 0
        number = parts.setdefault(part, len(parts))
        stretch = abs(raw.FPDFText_GetFontSize(text, index)) * math.hypot(matrix.a, matrix.c)
        cell, upright = _cell(char, ends, (origin_x.value, origin_y.value), size, stretch, matrix, turn)
        if wide_box and upright and not is_wide(char):
            (ax, _), (bx, _) = turn(loose.left, loose.bottom), turn(loose.right, loose.top)
            if 0 < abs(bx - ax) <= 1.5 * max(size, stretch):
                cell = (min(ax, bx, cell[0]), cell[1], max(ax, bx, cell[2]), cell[3])
        found.append(Glyph(char, *cell, size, spaced, number, upright))
        spaced = False
    return found, unmapped


def _cell(
    char: str,
    ink: Box,
    origin: tuple[float, float],
    size: float,
    stretch: float,
    matrix: Any,
    turn: Callable[[float, float], tuple[float, float]],
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


def _objects(
    raw: Any, page: Any, text: Any, turn: Callable[[float, float], tuple[float, float]], parts: dict[int, int]
) -> tuple[list[Box], list[Box], int]:
    """Boxes of pictures and of long thin rules, and how many text objects with characters gave none."""
    pictures: list[Box] = []
    rules: list[Box] = []
    silent = 0
    for item, kind in _walk(raw, page):
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            address = ctypes.cast(item, ctypes.c_void_p).value or 0
            if address not in parts and raw.FPDFTextObj_GetText(item, text, None, 0) > 4:
                silent += 1
            continue
        if kind not in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH):
            continue
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            continue
        corners = (left.value, bottom.value, right.value, top.value)
        if not all(map(math.isfinite, corners)):
            continue
        (ax, ay), (bx, by) = turn(corners[0], corners[1]), turn(corners[2], corners[3])
        box = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        wide, high = box[2] - box[0], box[3] - box[1]
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            if wide > 10 and high > 10:
                pictures.append(box)
        elif min(wide, high) <= _THIN and max(wide, high) >= _LONG:
            rules.append(box)
    pictures.sort(key=lambda box: (box[0] - box[2]) * (box[3] - box[1]))
    return pictures[:MOST_PICTURES], rules, silent


def _walk(raw: Any, page: Any) -> Iterator[tuple[Any, int]]:
    """The objects of a page. Those in forms are left out: their coordinates are those of the form."""
    for index in range(min(raw.FPDFPage_CountObjects(page.raw), MOST_OBJECTS)):
        item = raw.FPDFPage_GetObject(page.raw, index)
        yield item, raw.FPDFPageObj_GetType(item)
