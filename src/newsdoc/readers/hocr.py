"""hOCR: recognised text as HTML, as Tesseract, OCRopus and Kraken write it.

Elements are known by their class (``ocr_page``, ``ocr_carea``, ``ocr_par``, ``ocr_line``, ``ocrx_word``), their places
by ``title="bbox x0 y0 x1 y1; x_wconf 93"``. Of their order see ocr_order.py. The file need not be well-formed.

Tesseract calls a line a header, a caption or a float by where it stands (over two columns, beside a picture, among
columns), not by what it is, so its names are not used.

Source: the hOCR specification, http://kba.github.io/hocr-spec/1.2/.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from newsdoc.errors import ReadError
from newsdoc.readers.ocr import POINTS_A_PIXEL, Row, Word, kind_of, row_of
from newsdoc.readers.ocr_order import Recognised, sheet_of
from newsdoc.readers.placed import Placed, Sheet, compose
from newsdoc.readers.xml import number

if TYPE_CHECKING:
    from newsdoc.readers.glyphs import Box

MEDIA_TYPE = "text/vnd.hocr+html"
DEEPEST = 500

_LINES = frozenset({"ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"})
_AREAS = frozenset({"ocr_carea", "ocr_column", "ocrx_block", "ocr_float", "ocr_title", "ocr_author", "ocr_textimage"})
_PICTURES = frozenset({"ocr_photo", "ocr_image", "ocr_linedrawing"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)


@dataclass(slots=True)
class _Word:
    """A word as it is read; local to the parser."""

    box: Box | None
    sure: float
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Line:
    """A line as it is read; local to the parser."""

    box: Box | None
    size: float
    kind: str | None
    block: int
    words: list[_Word] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)

    def row(self) -> Row | None:
        words = [Word("".join(word.texts), word.box, word.sure) for word in self.words]
        words = words or [Word(" ".join("".join(self.loose).split()), self.box)]
        row = row_of(words, self.box, measured=self.size)
        return row and replace(row, kind=self.kind, block=self.block)


@dataclass(slots=True)
class _Page:
    """A page as it is read; local to the parser."""

    lines: list[_Line] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    scale: float = POINTS_A_PIXEL
    height: float = 0.0


def read_hocr(data: bytes) -> Placed:
    """The text of an hOCR file with the place of each line.

    Raises:
        ReadError: the bytes are not in the encoding that the file names, elements nest deeper than 500, or the file
            has no line.
    """
    reader = _Reader()
    reader.feed(_closed(_decode(data)))
    reader.close()
    sheets = [_sheet(page) for page in reader.pages]
    if not any(sheet.groups for sheet in sheets):
        raise ReadError("the hOCR file has no line of text")
    return compose(sheets, MEDIA_TYPE)


def _decode(data: bytes) -> str:
    found = _CHARSET.search(data, 0, 4096)
    encoding = found[1].decode("ascii", "replace") if found else "utf-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif data.startswith(b"\xef\xbb\xbf"):
        encoding = "utf-8-sig"
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError) as error:
        raise ReadError(f"the hOCR file is not in {encoding}, as it says it is: {error}") from error


_OPEN_TAG = re.compile("<(?=[^<>]*(?:<|$))")


def _closed(markup: str) -> str:
    """The markup without comments, and with < escaped where no tag ends: Python's parser goes over such ends again and
    again, in time that grows with their square."""
    kept, at = [], 0
    while (start := markup.find("<!--", at)) >= 0 and (end := markup.find("-->", start + 4)) >= 0:
        kept.append(markup[at:start])
        at = end + 3
    return _OPEN_TAG.sub("&lt;", "".join((*kept, markup[at:])))


def _sheet(page: _Page) -> Sheet:
    rows = tuple(row for line in page.lines if (row := line.row()))
    return sheet_of(Recognised(rows, tuple(page.pictures), tuple(page.rules), page.height))


class _Reader(HTMLParser):
    """Follows the elements of a file; local to :func:`read_hocr`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pages: list[_Page] = []
        self._open: list[tuple[str, str]] = []
        self._counts: dict[str, int] = {}
        self._line: _Line | None = None
        self._word: _Word | None = None
        self._block = 0
        self._kinds: list[str | None] = []
        self._guesses = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        title = _properties(given.get("title") or "")
        if tag == "meta" and given.get("name") == "ocr-system":
            self._guesses = (given.get("content") or "").lower().startswith("tesseract")
        role = self._enter(classes, title)
        if tag in _VOID:
            return
        if len(self._open) >= DEEPEST:
            raise ReadError(f"the hOCR nests deeper than {DEEPEST} elements (line {self.getpos()[0]})")
        self._open.append((tag, role))
        self._counts[tag] = self._counts.get(tag, 0) + 1

    def _enter(self, classes: list[str], title: dict[str, list[str]]) -> str:
        """Takes note of what an element opens, and says what its end will close."""
        for name in classes:
            if name == "ocr_page":
                page = _Page()
                resolution = number(title.get("scan_res", [""])[0])
                if resolution and resolution > 0:
                    page.scale = 72 / resolution
                self.pages.append(page)
                if box := self._box(title):
                    page.height = box[3]
                self._block += 1
                return "page"
            if name in _LINES:
                page = self._page()
                size = (number(title.get("x_size", [""])[0]) or 0.0) * page.scale
                kind = None if self._guesses else kind_of(name) or (self._kinds[-1] if self._kinds else None)
                self._line = _Line(self._box(title), max(0.0, size), kind, self._block)
                page.lines.append(self._line)
                return "line"
            if name == "ocr_par":
                self._block += 1
                return "block"
            if name in _AREAS:
                self._block += 1
                self._kinds.append(kind_of(name) or (self._kinds[-1] if self._kinds else None))
                return "area"
            if name in _PICTURES:
                if box := self._box(title):
                    self._page().pictures.append(box)
                return ""
            if name == "ocr_separator":
                if box := self._box(title):
                    self._page().rules.append(box)
                return ""
            if name in ("ocrx_word", "ocr_word") and self._line is not None:
                sure = number(title.get("x_wconf", [""])[0])
                self._word = _Word(self._box(title), min(1.0, max(0.0, sure / 100)) if sure is not None else 1.0)
                self._line.words.append(self._word)
                return "word"
        return ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._counts.get(tag):
            return
        while self._open:
            name, role = self._open.pop()
            self._counts[name] -= 1
            match role:
                case "line":
                    self._line = self._word = None
                case "word":
                    self._word = None
                case "block":
                    self._block += 1
                case "area":
                    self._block += 1
                    self._kinds.pop()
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if self._line is None:
            return
        if self._word is not None:
            self._word.texts.append(data)
        else:
            self._line.loose.append(data)

    def _page(self) -> _Page:
        if not self.pages:
            self.pages.append(_Page())
        return self.pages[-1]

    def _box(self, title: dict[str, list[str]]) -> Box | None:
        values = [number(value) for value in title.get("bbox", [])[:4]]
        if len(values) < 4:
            return None
        x0, y0, x1, y1 = ((value or 0.0) * self._page().scale for value in values)
        return x0, y0, x1, y1


def _properties(title: str) -> dict[str, list[str]]:
    """The properties of a title attribute.

    >>> _properties('image "a.png"; bbox 0 0 10 20; x_wconf 91')["bbox"]
    ['0', '0', '10', '20']
    """
    found: dict[str, list[str]] = {}
    for part in title.split(";"):
        name, *values = part.split() or [""]
        found.setdefault(name, values or [""])
    return found
