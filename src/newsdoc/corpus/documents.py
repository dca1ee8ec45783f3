"""Which documents the inputs hold: a stream of small references, in an order that depends on nothing but the inputs.

An input is a file, a folder, a pattern or a file of JSON Lines (``.jsonl``, ``.ndjson``, either with ``.gz``). A file
is named by its path as it was given, so a row of the output leads back to it; a row of JSON Lines by its ``id``, or
else by ``FILE:LINE``. From a folder the files of known endings are taken; what is given itself, or by a pattern, is
read whatever its name. Of two documents of a run with one name the first counts, and the second is an error.
"""

from __future__ import annotations

import os
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from newsdoc.corpus.errors import CorpusError
from newsdoc.corpus.rows import lines_of, row_of
from newsdoc.corpus.spill import with_repeats_told
from newsdoc.corpus.walk import Found, files_below, files_like, is_pattern
from newsdoc.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsdoc.corpus.rows import Line, Row

KINDS = frozenset((".txt", ".text", ".pdf", ".xml", ".hocr", ".html", ".htm", ".xhtml", ""))
"""Endings of the files that are taken from a folder, besides JSON Lines; scans, tables and the like lie beside them."""

_ROWS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


class Refused(NamedTuple):
    """Why a document is not read at all: the type of the error, as in the table ``errors``, and its message."""

    error: str
    message: str


class Document(NamedTuple):
    """Where a document is. Never its text, but for a row that stood in a packed file.

    Attributes:
        id: Unique in the run.
        where: For a person: the path as given, of a row with its line.
        path: The file that holds it, absolute.
        stamp: Changes when the document does: size and time of a file, a digest of a row.
        size: Bytes of the document.
        read: Bytes of the input that it stands for, packed where the input is; for the progress bar.
        start: Offset of its row in the file; -1 where the file is the document.
        length: Bytes of its row.
        data: The row itself, where no offset leads to it.
        copy: A file that holds a copy of the row at ``start``, for a row that stood in a packed file.
        refused: Why it is not to be read, else None.
    """

    id: str
    where: str
    path: str
    stamp: str
    size: int
    read: int
    start: int = -1
    length: int = 0
    data: bytes | None = None
    copy: str | None = None
    refused: Refused | None = None


def check_inputs(inputs: Iterable[str], *, out: str | None = None) -> None:
    """Make sure that each input is there, before hours go by.

    Raises:
        CorpusError: no such file or folder, a pattern that nothing fits, or something that is neither file nor folder.
    """
    for given in inputs:
        if os.path.isdir(given) or os.path.isfile(given):
            continue
        if os.path.exists(given):
            raise CorpusError(f"{given}: is neither a file nor a folder; give what can be read twice")
        if not is_pattern(given):
            raise CorpusError(f"{given}: there is no such file or folder")
        if not any(found.refused is None for found in files_like(given, out=out)):
            raise CorpusError(f"{given}: nothing fits this pattern")


def documents(
    inputs: Iterable[str], *, out: str | None = None, left_out: Callable[[str], object] | None = None
) -> Iterator[Document]:
    """The documents of all inputs, in the order of the inputs and then of names and lines.

    Args:
        inputs: Paths and patterns.
        out: A folder that is left out wherever it stands: that of the output.
        left_out: Called with the path of each file of a folder that has none of the known endings.
    """
    found = (document for given in inputs for document in _documents_of(given, out, left_out))
    for document, repeated in with_repeats_told(found, lambda document: document.id):
        if repeated and document.refused is None:
            message = f"an earlier document of this run has the id {document.id}; only the first is read"
            document = document._replace(refused=Refused("RepeatedId", message), data=None)
        yield document


def bytes_of(inputs: Iterable[str], *, out: str | None = None) -> Iterator[int]:
    """The bytes of each file of the inputs, which add up to what reading all documents takes."""
    for given in inputs:
        for found in _files_of(given, out):
            yield _status(found.path)[0] if found.refused is None and _is_wanted(found) else 0


def _files_of(given: str, out: str | None) -> Iterator[Found]:
    if os.path.isdir(given):
        return files_below(given, out=out)
    if os.path.exists(given) or not is_pattern(given):
        return iter((Found(given),))
    return files_like(given, out=out)


def _is_wanted(found: Found) -> bool:
    name = os.path.basename(found.path).lower()
    return not found.by_folder or os.path.splitext(name)[1] in KINDS or name.endswith(_ROWS)


def _documents_of(given: str, out: str | None, left_out: Callable[[str], object] | None) -> Iterator[Document]:
    for found in _files_of(given, out):
        if not _is_wanted(found):
            if left_out is not None:
                left_out(found.path)
            continue
        shown, path = _shown(found.path or os.curdir), os.path.abspath(found.path)
        if found.refused is not None:
            yield Document(shown, shown, path, found.refused, 0, 0, refused=Refused("ReadError", found.refused))
        elif found.path.lower().endswith(_ROWS):
            for line in lines_of(path):
                yield _row_document(line, shown, path)
        else:
            size, time = _status(path)
            yield Document(shown, shown, path, f"{size} {time}", size, size)


def _row_document(line: Line, shown: str, path: str) -> Document:
    where = f"{shown}:{line.number}"
    stamp = line.refused or blake2b(line.data, digest_size=16).hexdigest()
    plain = Document(where, where, path, stamp, len(line.data), line.read, line.start, len(line.data))
    if line.refused is not None:
        return plain._replace(refused=Refused("ReadError", line.refused))
    try:
        row = row_of(line.data)
    except ReadError as error:
        return plain._replace(refused=Refused("ReadError", str(error)))
    named = plain._replace(id=_clean(row.id) if row.id else where, data=line.data if _packed(path) else None)
    if row.path is None:
        return named
    size, time = _status(file_of(row, path))
    return named._replace(stamp=f"{stamp} {size} {time}", size=size + len(line.data))


def file_of(row: Row, path: str) -> str:
    """The file that a row names, which is sought from the folder of the file ``path`` that holds the row."""
    return os.path.join(os.path.dirname(path), row.path or "")


def _packed(path: str) -> bool:
    return path.lower().endswith(".gz")


def _status(path: str) -> tuple[int, int]:
    """Size and time of change; zeros for a file that is gone, which reading it will say."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return 0, 0
    return status.st_size, status.st_mtime_ns


def _shown(path: str) -> str:
    return _clean(os.path.normpath(path).replace(os.sep, "/"))


def _clean(name: str) -> str:
    # A file name may be no UTF-8; what cannot be written in any table is written as its escape.
    return name.encode("utf-8", "backslashreplace").decode()
