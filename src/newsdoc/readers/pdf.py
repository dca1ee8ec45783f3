"""PDF files, by pypdfium2 (extra ``newsdoc[pdf]``, imported when the first PDF is read).

PDFium gives characters with boxes in the order of the file. What it makes up (spaces and line ends that it guesses) is
dropped; lines, columns and order come from the places, see pdf_page.py, pdf_lines.py and columns.py.

Sources: ISO 32000-2 (text space, page boxes, rotation); PDFium's fpdf_text.h.
"""

from __future__ import annotations

from typing import Any

from newsdoc.errors import ReadError
from newsdoc.readers.columns import groups_of
from newsdoc.readers.pdf_page import drawn_of
from newsdoc.readers.placed import Placed, Sheet, compose

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 2_000
MOST_CHARACTERS = 2_000_000

_MISSING = "reading PDF needs pypdfium2; install it with `pip install newsdoc[pdf]`"
_PASSWORD = 4


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
            drawn = drawn_of(raw, page, MOST_CHARACTERS - characters)
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
