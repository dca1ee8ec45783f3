"""Text files: UTF-8, UTF-16 (with or without a byte order mark), GB18030, Big5 with HKSCS, Windows-1252.

A text is decoded whole and strictly or not at all. Where a few bytes are broken the file is refused with the offset of
the first, because the alternative, a replacement character, would drop the bytes that stood there without anyone
noticing; a caller who wants that decodes the bytes and hands the str to :func:`newsdoc.parse`. Line ends, form feeds,
NUL and control characters stay as they are: spans count in what the file holds.
"""

from __future__ import annotations

import codecs
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdoc.errors import ReadError
from newsdoc.readers.formats import read_placed
from newsdoc.readers.guess import controls, guess, looks_like
from newsdoc.readers.signature import binary_kind

if TYPE_CHECKING:
    from typing import BinaryIO

    from newsdoc.readers.placed import Placed

_MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030", "gb18030"),
)
"""Byte order mark, codec of what follows, name of the encoding; the mark of UTF-32 LE begins with that of UTF-16 LE."""

_NAMES = {"utf-8": "UTF-8", "gb18030": "GB18030", "big5hkscs": "Big5", "cp1252": "Windows-1252"}
_ROW_C6 = re.compile("[\u0400-\u04ff\u3005\u3040-\u30ff]")
_BIG5_MARKS = str.maketrans("•､‾∼♁☉∕﹨", "‧﹑¯～⊕⊙／＼")
_KNOWN = "UTF-8, UTF-16, GB18030, Big5 and Windows-1252"


@dataclass(frozen=True, slots=True)
class Loaded:
    """An input as it was read.

    Attributes:
        name: The file's own name without its folder; None where it has none (standard input).
        data: The bytes.
        text: What they say; a byte order mark is no part of it.
        media_type: ``text/plain``, or that of the file with geometry.
        encoding: Python's name of the encoding, such as ``utf-8`` or ``big5hkscs``; ``binary`` for a PDF.
        placed: Where the lines stand, of a file with geometry (PDF, hOCR, ALTO, PAGE XML).
    """

    name: str | None
    data: bytes
    text: str
    media_type: str
    encoding: str
    placed: Placed | None = None


def load(source: str | os.PathLike[str] | BinaryIO) -> Loaded:
    """Read and decode a text file, or one with geometry (see formats.py).

    Args:
        source: A path, or a file open for reading bytes.

    Raises:
        ReadError: the file is missing, a folder or unreadable, is no text, or has broken bytes; the message begins
            with the name.

    >>> import io
    >>> loaded = load(io.BytesIO("春耕时节".encode("gb18030")))
    >>> loaded.text, loaded.encoding, loaded.name
    ('春耕时节', 'gb18030', None)
    """
    if isinstance(source, (str, os.PathLike)):
        path = os.fspath(source)
        name: str | None = os.path.basename(path)
        shown, data = path, _read_path(path)
    else:
        given = getattr(source, "name", None)
        name = os.path.basename(given) if isinstance(given, str) and not given.startswith("<") else None
        shown, data = name or "standard input", _read_file(source)
    try:
        placed = read_placed(data)
        if placed is not None:
            encoding = "binary" if placed.media_type == "application/pdf" else "utf-8"
            return Loaded(name, data, placed.text, placed.media_type, encoding, placed)
        text, encoding = decode(data)
    except ReadError as error:
        raise ReadError(f"{shown}: {error}") from error.__cause__
    return Loaded(name, data, text, "text/plain", encoding)


def _read_path(path: str) -> bytes:
    if not path:
        raise ReadError("the path is empty; give the path of a text file")
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError as error:
        raise ReadError(f"{path}: there is no such file") from error
    except IsADirectoryError as error:
        raise ReadError(f"{path}: is a folder; give the path of a text file") from error
    except (OSError, ValueError) as error:
        if os.path.isdir(path):
            raise ReadError(f"{path}: is a folder; give the path of a text file") from error
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ReadError(f"{path}: cannot be read: {why}") from error


def _read_file(file: BinaryIO) -> bytes:
    try:
        data: object = file.read()
    except (OSError, ValueError) as error:
        raise ReadError(f"the file cannot be read: {error}") from error
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise ReadError("the file is open for text; open it for bytes (mode 'rb'), or hand its text to parse()")
    return bytes(data)


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file's bytes, and the name of its encoding, declared by a byte order mark or found.

    The encoding is found on a sample and the whole is decoded with it, strictly.

    Raises:
        ReadError: the bytes are no text (says what they are and what would do), in no known encoding, or broken (says
            where the first broken byte is).

    >>> decode("北京\\r\\n".encode("utf-16")), decode(b"")
    (('北京\\r\\n', 'utf-16'), ('', 'utf-8'))
    >>> decode(b"%PDF-1.7 ...")
    Traceback (most recent call last):
    newsdoc.errors.ReadError: this is a PDF, not text; convert it with `pdftotext FILE.pdf -` (poppler, without -raw) \
and give newsdoc the text
    """
    binary = binary_kind(data)
    if binary:
        raise ReadError(f"this is {binary[0]}, not text; {binary[1]}")
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, codec, len(mark)), name
    if b"\0" not in data[:4096]:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
    encoding = guess(data)
    if encoding is None or (encoding == "utf-8" and len(data) >= 512 and controls(data) > 0.3):
        raise ReadError(_not_text(data))
    if encoding == "big5hkscs":
        return _big5(data)
    return _strict(data, encoding, 0), encoding


def _big5(data: bytes) -> tuple[str, str]:
    """Microsoft's table, which is what most Big5 is written with, or that of Hong Kong where a character is only there.

    The tables differ in rows C6 to C8, in which Hong Kong's has what writers mean (kana, ①), and in the codes of some
    marks, in which writers mean ‧ ～ ﹑ ／, whatever Python's tables say.
    """
    with suppress(UnicodeDecodeError):
        text = data.decode("cp950")
        if not _ROW_C6.search(text):
            return text.translate(_BIG5_MARKS), "cp950"
    return _strict(data, "big5hkscs", 0).translate(_BIG5_MARKS), "big5hkscs"


def _strict(data: bytes, codec: str, skip: int) -> str:
    try:
        return data[skip:].decode(codec) if skip else data.decode(codec)
    except UnicodeDecodeError as error:
        raise ReadError(_broken(data, error, codec, skip)) from error


def _broken(data: bytes, error: UnicodeDecodeError, codec: str, skip: int) -> str:
    at, name = error.start + skip, _NAMES.get(codec, codec.upper())
    if error.end + skip >= len(data) and len(data) - at < 4:
        return f"the text ends inside a character, at byte {at} ({name}): the file was cut short; fetch it again"
    return (
        f"byte {at} (0x{data[at]:02x}) is broken {name}; fetch the file again or mend it, or decode the bytes with "
        "errors='replace' and give the text to parse()"
    )


def _not_text(data: bytes) -> str:
    if controls(data) > 0.01:
        return "these bytes are no text, and of no kind that newsdoc knows; give it the text of a page"
    found = looks_like(data)
    hint = f"it may be {found}: convert it with `iconv -f {found} -t utf-8`" if found else "convert it to UTF-8"
    return f"the text is in no encoding that newsdoc reads ({_KNOWN}); {hint}"
