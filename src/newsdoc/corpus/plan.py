"""What a run has to do: its shards in their order, each with its record if it is done already."""

from __future__ import annotations

import datetime
import os
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

import newsdoc
from newsdoc.corpus.convert import Options, Task, digest_of
from newsdoc.corpus.documents import check_inputs, documents
from newsdoc.corpus.errors import CorpusError
from newsdoc.corpus.journal import claimed, own_path, read_record
from newsdoc.corpus.parts import check_formats
from newsdoc.corpus.shards import shards_of
from newsdoc.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias

    from newsdoc.corpus.documents import Document
    from newsdoc.corpus.journal import Record
    from newsdoc.corpus.shards import Shard

    Path: TypeAlias = str | os.PathLike[str]


def tasks(
    inputs: Path | Iterable[Path],
    out: Path,
    *,
    formats: Iterable[str] = ("jsonl",),
    published: datetime.date | str | None = None,
    lexicons: Iterable[Path] = (),
    shard_size: int | None = None,
) -> Iterator[Task]:
    """What is left to do, for an engine that is no executor: give each to :func:`convert_shard`, in any order.

    The folder is claimed until the last task was taken. Afterwards :func:`convert_corpus` with the same arguments does
    what was lost on the way, and writes the summary. Arguments and errors are those of :func:`convert_corpus`.

    >>> import pathlib, tempfile
    >>> from newsdoc.corpus import convert_shard
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = pathlib.Path(folder, "a.txt").write_text("口岸货运量达462.25万吨。", "utf-8")
    ...     [convert_shard(task).rows["quantities"] for task in tasks(folder, pathlib.Path(folder, "out"))]
    [1]
    """
    with ExitStack() as stack:
        for task, record in planned(stack, inputs, out, formats, published, lexicons, shard_size):
            if record is None:
                yield task


def planned(
    stack: ExitStack,
    inputs: Path | Iterable[Path],
    out: Path,
    formats: Iterable[str],
    published: datetime.date | str | None,
    lexicons: Iterable[Path],
    shard_size: int | None,
    left_out: Callable[[str], object] | None = None,
) -> Iterator[tuple[Task, Record | None]]:
    """Each shard as a task, with its record if it is done. The folder is claimed for as long as the stack is open."""
    given = [os.fspath(path) for path in ([inputs] if isinstance(inputs, (str, os.PathLike)) else inputs)]
    folder = os.path.abspath(out)
    written = tuple(sorted(set(formats)))
    check_formats(written)
    day = _day(published)
    words = [(os.path.abspath(path), digest_of(os.fspath(path))) for path in lexicons]
    Lexicon.load(*(path for path, _ in words))
    if shard_size is not None and shard_size < 1:
        raise CorpusError(f"shard_size is {shard_size}; it must be 1 or more")
    check_inputs(given, out=folder)
    asked = {
        "newsdoc": newsdoc.__version__,
        "inputs": given,
        "formats": list(written),
        "published": day,
        "lexicons": [digest for _, digest in words],
        "shard_size": shard_size,
    }
    stack.enter_context(claimed(folder, asked))
    options = Options(written, day, tuple(words))

    def plan() -> Iterator[tuple[Task, Record | None]]:
        for shard in shards_of(documents(given, out=folder, left_out=left_out), shard_size):
            record = read_record(folder, shard.number)
            if record is not None and record.fingerprint != shard.fingerprint:
                raise changed(folder, shard.number, shard)
            ready = shard if record is not None else _with_rows_on_disk(folder, shard)
            yield Task(folder, ready, options, newsdoc.__version__), record

    return plan()


def _day(published: datetime.date | str | None) -> str | None:
    if published is None:
        return None
    if isinstance(published, datetime.date):
        return published.isoformat()[:10]  # of a datetime the day
    try:
        return datetime.date.fromisoformat(published).isoformat()
    except ValueError as error:
        raise CorpusError(f"published is {published!r}; it must be a day such as 2024-05-20") from error


def changed(out: str, number: int, shard: Shard | None) -> CorpusError:
    """The error of inputs that are no longer those of which a shard was made."""
    where = f" at {shard.documents[0].where} or after" if shard and shard.documents else ""
    message = f"{out}: the inputs changed since shard {number} was done{where}; put them back, or give a new folder"
    return CorpusError(message)


def _with_rows_on_disk(out: str, shard: Shard) -> Shard:
    """The shard with its unpacked rows in a file of their own, so that a task is small and an offset leads to each."""
    if all(document.data is None for document in shard.documents):
        return shard
    path = own_path(out, "rows", shard.number)
    kept: list[Document] = []
    with open(path, "wb") as file:
        for document in shard.documents:
            if document.data is not None:
                document = document._replace(start=file.tell(), data=None, copy=path)
                file.write(shard.documents[len(kept)].data or b"")
            kept.append(document)
    return replace(shard, documents=tuple(kept))
