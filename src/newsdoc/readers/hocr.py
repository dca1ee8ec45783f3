"""hOCR: recognised text as HTML, as Tesseract, OCRopus and Kraken write it.

Elements are known by their class (``ocr_page``, ``ocr_carea``, ``ocr_par``, ``ocr_line``, ``ocrx_word``), their places
by ``title="bbox x0 y0 x1 y1; x_wconf 93"``. They are read in the order of the file. It need not be well-formed.

Source: the hOCR specification, http://kba.github.io/hocr-spec/1.2/.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from newsdoc.errors import ReadError
from newsdoc.readers.ocr import POINTS_A_PIXEL, Word, group_of, kind_of, line_of
from newsdoc.readers.placed import Group, Placed, Printed, Sheet, compose
from newsdoc.readers.xml import number

if TYPE_CHECKING:
    from newsdoc.readers.glyphs import Box

MEDIA_TYPE = "text/vnd.hocr+html"
DEEPEST = 500

_LINES = frozenset({"ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"})
_BLOCKS = frozenset({"ocr_par", "ocr_carea", "ocr_column", "ocrx_block", "ocr_float", "ocr_title", "ocr_textimage"})
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
    words: list[_Word] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)

    def printed(self) -> Printed | None:
        words = [Word("".join(word.texts), word.box, word.sure) for word in self.words]
        words = words or [Word(" ".join("".join(self.loose).split()), self.box)]
        return line_of(words, self.box, self.size)


@dataclass(slots=True)
class _Page:
    """A page as it is read; local to the parser."""

    groups: list[tuple[list[_Line], str | None]] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    scale: float = POINTS_A_PIXEL


def read_hocr(data: bytes) -> Placed:
    """The text of an hOCR file with the place of each line.

    Raises:
        ReadError: the bytes are not in the encoding that the file names, elements nest deeper than 500, or the file
            has no line.
    """
    reader = _Reader()
    reader.feed(_decode(data))
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


def _sheet(page: _Page) -> Sheet:
    groups: list[Group] = []
    for lines, kind in page.groups:
        if group := group_of((line.printed() for line in lines), kind):
            groups.append(group)
    return Sheet(tuple(groups), tuple(page.pictures))


class _Reader(HTMLParser):
    """Follows the elements of a file; local to :func:`read_hocr`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pages: list[_Page] = []
        self._open: list[tuple[str, str]] = []
        self._counts: dict[str, int] = {}
        self._line: _Line | None = None
        self._word: _Word | None = None
        self._fresh = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        title = _properties(given.get("title") or "")
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
                self._fresh = True
                return "page"
            if name in _LINES:
                kind = kind_of(name)
                page = self._page()
                if self._fresh or not page.groups or kind != page.groups[-1][1]:
                    page.groups.append(([], kind))
                self._fresh = False
                size = (number(title.get("x_size", [""])[0]) or 0.0) * page.scale
                self._line = _Line(self._box(title), size)
                page.groups[-1][0].append(self._line)
                return "line"
            if name in _BLOCKS:
                self._fresh = True
                return "block"
            if name in _PICTURES:
                if box := self._box(title):
                    self._page().pictures.append(box)
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
                    self._fresh = True
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
