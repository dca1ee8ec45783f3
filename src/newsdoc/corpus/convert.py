"""One shard of documents to the parts of its tables: the function that every engine runs, here or on another machine.

What it writes depends on the documents and the options alone. It may run twice, or in two places at once: the parts are
the same bytes, each is put in its place whole, and a shard that is done is left as it is.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b, sha256
from typing import TYPE_CHECKING

import newsdoc
from newsdoc.corpus.documents import file_of
from newsdoc.corpus.errors import CorpusError
from newsdoc.corpus.journal import Record, own_path, read_record, write_record
from newsdoc.corpus.parts import Parts, check_formats
from newsdoc.corpus.rows import row_of
from newsdoc.corpus.tables import article_rows, error_rows
from newsdoc.errors import NewsdocError, ReadError
from newsdoc.lexicon import Lexicon
from newsdoc.pipeline import parse, read

if TYPE_CHECKING:
    from newsdoc.corpus.documents import Document
    from newsdoc.corpus.shards import Shard
    from newsdoc.corpus.tables import Rows
    from newsdoc.model.article import Article

LARGEST_FILE = 256 * 2**20
"""Bytes of the largest file that is read: what is larger is no page, and a worker would run out of memory."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the rows depend on, besides the documents.

    Attributes:
        formats: Of the parts: ``jsonl``, ``parquet``.
        published: The day of all documents that do not say their own, ``YYYY-MM-DD``.
        lexicons: Path and SHA-256 of each lexicon file.
    """

    formats: tuple[str, ...] = ("jsonl",)
    published: str | None = None
    lexicons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """A shard to be done: small, and safe to send to another machine that sees the same files under the same paths."""

    out: str
    shard: Shard
    options: Options
    version: str


def convert_shard(task: Task) -> Record:
    """Convert the documents of a shard, put its parts in their places and mark it as done.

    A document that cannot be read is a row of ``errors``.

    Returns:
        What was written. Of a shard that was done already: what its record says.

    Raises:
        CorpusError: the worker has another release of newsdoc or lacks an extra; an input changed since it was listed.
        OSError: the parts cannot be written.
    """
    out, shard = task.out, task.shard
    check_worker(task)
    # A cluster may give a shard to two workers when one seems lost; whoever comes second leaves the parts alone.
    done = read_record(out, shard.number)
    if done is not None and done.fingerprint == shard.fingerprint:
        return done
    at = own_path(out, "at", shard.number)
    with open(at, "wb", buffering=0) as marker, Parts(out, shard.number, task.options.formats) as parts:
        for index, document in enumerate(shard.documents):
            # If this process is killed, whoever started it can see over which document.
            marker.seek(0)
            marker.write(f"{index:08}".encode())
            parts.add(rows_of(document, task.options))
        sizes = parts.publish()
        record = Record(shard.number, shard.fingerprint, len(shard.documents), parts.rows, sizes)
    write_record(out, record)
    for kind in ("at", "rows"):
        with suppress(OSError):
            os.unlink(own_path(out, kind, shard.number))
    return record


def try_document(task: Task, index: int) -> None:
    """Convert one document of a shard for nothing, to see whether the worker lives through it."""
    check_worker(task)
    rows_of(task.shard.documents[index], task.options)


def check_worker(task: Task) -> None:
    """Make sure that this process writes what any other would.

    Raises:
        CorpusError: it has another release of newsdoc, or cannot write one of the formats.
    """
    if task.version != newsdoc.__version__:
        has = newsdoc.__version__
        raise CorpusError(f"a worker has newsdoc {has}, the run {task.version}; install the same release everywhere")
    check_formats(task.options.formats)


def rows_of(document: Document, options: Options) -> Rows:
    """The rows of one document in each table; a document that gives no article is a row of ``errors``.

    Raises:
        CorpusError: the input or a lexicon changed since the run began: the shard must not be written.
    """
    if document.refused is not None:
        return error_rows(document, *document.refused)
    lexicon = _lexicon(options.lexicons) if options.lexicons else None
    try:
        article, extra = _article(document, options, lexicon)
        return article_rows(document, article, extra)
    except CorpusError:
        raise
    except NewsdocError as error:
        message = str(error).removeprefix(f"{document.path}: ")
        return error_rows(document, type(error).__name__, message)
    except MemoryError:
        return error_rows(document, "MemoryError", "there was not enough memory for this document")
    except Exception as error:
        # Everything else is a defect of newsdoc. One of millions of documents must not end the run, so it is caught,
        # here and nowhere else, and stands in the table with its type, to be seen and reported.
        return error_rows(document, type(error).__name__, f"a defect of newsdoc, please report it: {error}")


def _article(document: Document, options: Options, lexicon: Lexicon | None) -> tuple[Article, str | None]:
    if document.start < 0:
        _check_size(document.path)
        return read(document.path, published=options.published, lexicon=lexicon), None
    row = row_of(_row_data(document))
    published = row.published or options.published
    if row.text is not None:
        return parse(row.text, published=published, lexicon=lexicon), row.extra
    path = file_of(row, document.path)
    _check_size(path)
    try:
        return read(path, published=published, lexicon=lexicon), row.extra
    except ReadError as error:
        raise ReadError(str(error).replace(path, row.path or "", 1)) from error


def _row_data(document: Document) -> bytes:
    if document.data is not None:
        return document.data
    try:
        with open(document.copy or document.path, "rb") as file:
            file.seek(document.start)
            data = file.read(document.length)
    except OSError as error:
        raise CorpusError(f"{document.where}: cannot be read any more: {error.strerror or error}") from error
    if document.stamp.split()[0] != blake2b(data, digest_size=16).hexdigest():
        raise CorpusError(f"{document.where}: changed while the run went on; begin anew in another folder")
    return data


def _check_size(path: str) -> None:
    try:
        size = os.stat(path).st_size
    except (OSError, ValueError):
        return
    if size > LARGEST_FILE:
        raise ReadError(f"the file has {size} bytes; {LARGEST_FILE} are the most that is taken for a page")


@cache
def _lexicon(files: tuple[tuple[str, str], ...]) -> Lexicon:
    """The lexicon of these files; kept, for what is compiled from it is kept beside it and takes a second."""
    for path, digest in files:
        if digest_of(path) != digest:
            raise CorpusError(f"{path}: changed since the run began; put it back, or begin anew in another folder")
    return Lexicon.load(*(path for path, _ in files))


def digest_of(path: str) -> str:
    """The SHA-256 of a file.

    Raises:
        CorpusError: it cannot be read.
    """
    try:
        with open(path, "rb") as file:
            return sha256(file.read()).hexdigest()
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read: {error.strerror or error}") from error
