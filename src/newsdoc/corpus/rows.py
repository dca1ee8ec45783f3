"""JSON Lines of documents: one object a line, plain or gzip.

``text`` is the document, or ``path`` a file that holds it (relative to the folder of the JSON Lines file). ``id`` and
``published`` may be given; every other key goes through to the output as ``extra``.
"""

from __future__ import annotations

import gzip
import json
import zlib
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from newsdoc.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_ROW = 32 * 2**20
"""Bytes of the longest line that is read: whoever lists the documents holds one line at a time."""

_OWN = ("id", "text", "path", "published")


class Line(NamedTuple):
    """A line of a file of documents.

    Attributes:
        number: From 1; blank lines count, but are not listed.
        start: Offset of its first byte, in the text once it is unpacked.
        data: Its bytes; empty where ``refused`` says why they are not.
        read: Bytes of the file that reading it took, packed where the file is.
        refused: Why it cannot be read, else None.
    """

    number: int
    start: int
    data: bytes
    read: int
    refused: str | None = None


class Row(NamedTuple):
    """What a line says: either ``text`` or ``path`` is there; ``extra`` is a JSON object, or None."""

    id: str | None
    text: str | None
    path: str | None
    published: str | None
    extra: str | None


def lines_of(path: str) -> Iterator[Line]:
    """The lines of a JSON Lines file, unpacked where its name ends in ``.gz``; one line in hand at a time.

    A line that is too long is listed as refused, and so is the rest of a file that breaks off: neither raises.
    """
    number = start = 0
    try:
        with open(path, "rb") as raw:
            packed = path.lower().endswith(".gz")
            file = gzip.GzipFile(fileobj=raw) if packed else raw
            at = 0
            while data := file.readline(LARGEST_ROW + 1):
                number += 1
                length, whole = len(data), len(data) <= LARGEST_ROW or data.endswith(b"\n")
                while not whole and (rest := file.readline(LARGEST_ROW)):
                    length, whole, data = length + len(rest), rest.endswith(b"\n"), b""
                now = raw.tell()
                refused = None if length <= LARGEST_ROW else f"the line has {length} bytes; {LARGEST_ROW} are the most"
                if refused or data.strip(b" \t\r\n\xef\xbb\xbf"):
                    yield Line(number, start, b"" if refused else data, now - at, refused)
                    at = now
                start += length
    except (OSError, EOFError, zlib.error) as error:
        why = (isinstance(error, OSError) and error.strerror) or str(error)
        where = f"cannot be read on from line {number + 1}" if number else "cannot be read"
        yield Line(number + 1, start, b"", 0, f"the file {where}: {why}")


def row_of(data: bytes) -> Row:
    """What a line of JSON says of a document.

    Raises:
        ReadError: it is no JSON object, has neither or both of ``text`` and ``path``, or a value of the wrong type.

    >>> row_of(b'{"id": 7, "text": "...", "page": "A1"}')
    Row(id='7', text='...', path=None, published=None, extra='{"page":"A1"}')
    """
    try:
        tree = json.loads(data.removeprefix(b"\xef\xbb\xbf"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"the line is not JSON: {error}; each line is an object with id and text") from error
    if not isinstance(tree, dict):
        raise ReadError("the line is JSON, but no object; each line is an object with id and text")
    text, path = tree.get("text"), tree.get("path")
    if (text is None) == (path is None):
        has = "neither text nor path" if text is None else "both text and path"
        raise ReadError(f"the object has {has}; one of them is needed")
    for key in ("text", "path", "published"):
        if tree.get(key) is not None and not isinstance(tree[key], str):
            raise ReadError(f"{key} is no string")
    given = tree.get("id")
    if given is not None and (not isinstance(given, (str, int)) or isinstance(given, bool) or given == ""):
        raise ReadError("id is neither a string nor a whole number")
    extra = {key: value for key, value in tree.items() if key not in _OWN}
    packed = json.dumps(extra, ensure_ascii=False, separators=(",", ":")) if extra else None
    return Row(None if given is None else str(given), text, path, tree.get("published"), packed)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")
