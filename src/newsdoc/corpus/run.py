"""A whole run: list the documents, skip the shards that are done, hand the rest to an engine, count.

Only a few shards are under way at a time, and nothing is held of those that are done: memory does not grow with the
archive. What a run writes depends on its inputs and options, not on the engine, the workers or the kills in between.
"""

from __future__ import annotations

import os
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING

from newsdoc.corpus.convert import convert_shard
from newsdoc.corpus.engine import GOES_ON, ended, given_engine, local_engine
from newsdoc.corpus.errors import CorpusError
from newsdoc.corpus.journal import clear, last_done, write_summary
from newsdoc.corpus.plan import changed, planned
from newsdoc.corpus.rescue import given_up, without_killer
from newsdoc.corpus.tables import TABLES

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor, Future
    from typing import Any

    from newsdoc.corpus.convert import Task
    from newsdoc.corpus.engine import Engine
    from newsdoc.corpus.journal import Record
    from newsdoc.corpus.plan import Path
    from newsdoc.corpus.shards import Shard

_IN_VAIN = 5
"""Losses in a row, with nothing done and nothing found in between, after which the run is given up."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run has done so far, or in all.

    Attributes:
        documents: Rows of ``documents``: what was converted.
        errors: Rows of ``errors``.
        rows: Table -> rows.
        shards: Shards that are done.
        read: Bytes of the inputs that they stand for.
        resumed: Of ``shards``, those that an earlier run had done.
        resumed_documents: Of ``documents`` and ``errors`` together, those in them.
        resumed_read: Of ``read``, theirs.
        left_out: Files of folders that have none of the known endings.
    """

    documents: int = 0
    errors: int = 0
    rows: dict[str, int] = field(default_factory=lambda: dict.fromkeys(TABLES, 0))
    shards: int = 0
    read: int = 0
    resumed: int = 0
    resumed_documents: int = 0
    resumed_read: int = 0
    left_out: int = 0


def convert_corpus(
    inputs: Path | Iterable[Path],
    out: Path,
    *,
    formats: Iterable[str] = ("jsonl",),
    published: datetime.date | str | None = None,
    lexicons: Iterable[Path] = (),
    shard_size: int | None = None,
    workers: int | None = None,
    executor: Executor | None = None,
    scheduler: str | None = None,
    progress: Callable[[Summary], None] | None = None,
) -> Summary:
    """Convert many documents into tables; go on where an earlier run of the same was stopped.

    In a script, call it below ``if __name__ == "__main__":``, for the worker processes import the script.

    Args:
        inputs: Files, folders, patterns, files of JSON Lines (``.jsonl``, ``.jsonl.gz``).
        out: The folder of the run: new, empty, or that of the run to go on with.
        formats: ``jsonl``, ``parquet`` (with ``newsdoc[parquet]``) or both.
        published: The day of all documents that do not say their own.
        lexicons: Files of words, see :meth:`newsdoc.Lexicon.load`.
        shard_size: Documents in a part; None for sizes that grow with the archive.
        workers: Processes, by default one a core; of ``executor``, how many tasks it runs at a time.
        executor: Any executor of ``concurrent.futures`` instead of own processes; the caller shuts it down.
        scheduler: Address or scheduler file of a Dask cluster instead (with ``newsdoc[dask]``).
        progress: Called with the state after each shard, in the thread of the caller.

    Raises:
        CorpusError: the run cannot begin or go on. It can be called again.
        NewsdocError: ``published`` is no date, a lexicon file cannot be read.
        OSError: the folder cannot be written.

    >>> import pathlib, tempfile
    >>> from concurrent.futures import ThreadPoolExecutor
    >>> with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(1) as threads:
    ...     pages = pathlib.Path(folder, "pages.jsonl")
    ...     _ = pages.write_text('{"id": "a1", "text": "口岸货运量达462.25万吨。"}', "utf-8")
    ...     summary = convert_corpus(pages, pathlib.Path(folder, "out"), executor=threads)
    ...     summary.documents, summary.errors, summary.rows["quantities"]
    (1, 0, 1)
    """
    with ExitStack() as stack:
        left_out = count()
        plan = planned(stack, inputs, out, formats, published, lexicons, shard_size, lambda _: next(left_out))
        if scheduler is not None:
            from newsdoc.corpus.dask import dask_engine

            engine = stack.enter_context(dask_engine(scheduler))
        elif executor is not None:
            engine = stack.enter_context(given_engine(executor, workers))
        else:
            engine = stack.enter_context(local_engine(workers))
        summary = Summary()
        for task, record, resumed in _converted(plan, engine):
            summary = _added(summary, task.shard, record, resumed)
            if progress is not None:
                progress(summary)
        summary = replace(summary, left_out=next(left_out))
        folder = os.path.abspath(out)
        if last_done(folder) >= summary.shards:
            raise changed(folder, summary.shards, None)
        clear(folder)
        counts = {"documents": summary.documents, "errors": summary.errors, "shards": summary.shards}
        write_summary(folder, {**counts, "left_out": summary.left_out, "rows": summary.rows})
        return summary


def _added(summary: Summary, shard: Shard, record: Record, resumed: bool) -> Summary:
    old = (record.documents, shard.read) if resumed else (0, 0)
    return Summary(
        documents=summary.documents + record.rows["documents"],
        errors=summary.errors + record.rows["errors"],
        rows={table: summary.rows[table] + record.rows[table] for table in TABLES},
        shards=summary.shards + 1,
        read=summary.read + shard.read,
        resumed=summary.resumed + resumed,
        resumed_documents=summary.resumed_documents + old[0],
        resumed_read=summary.resumed_read + old[1],
    )


def _converted(plan: Iterator[tuple[Task, Record | None]], engine: Engine) -> Iterator[tuple[Task, Record, bool]]:
    """Each task with its record, as they come, and whether it was done before."""
    under_way: dict[Future[Any], Task] = {}
    losses, in_vain = Counter[tuple[int, int]](), 0
    try:
        while True:
            while len(under_way) < engine.slots() and (item := next(plan, None)) is not None:
                task, record = item
                if record is not None:
                    yield task, record, True
                else:
                    under_way[engine.submit(convert_shard, task)] = task
            if not under_way:
                return
            lost: list[Task] = []
            for future in ended(under_way, engine):
                task = under_way.pop(future)
                if (record := _record_of(future, engine)) is None:
                    lost.append(task)
                    continue
                in_vain = 0
                yield task, record, False
            if lost:
                # The others end first, so that each suspect is tried alone. When a pool breaks they have all failed.
                for future in ended(under_way, engine, all_of_them=True):
                    task = under_way.pop(future)
                    if (record := _record_of(future, engine)) is None:
                        lost.append(task)
                    else:
                        yield task, record, False
                again = [without_killer(task, engine, losses) for task in lost]
                in_vain = 0 if any(new is not old for new, old in zip(again, lost, strict=True)) else in_vain + 1
                if in_vain >= _IN_VAIN:
                    raise given_up(losses)
                under_way.update({engine.submit(convert_shard, task): task for task in again})
    finally:
        for future in under_way:
            future.cancel()


def _record_of(future: Future[Any], engine: Engine) -> Record | None:
    """The record that a future gives; None if its worker was lost."""
    if future.cancelled():
        engine.check()
        raise CorpusError(f"the executor dropped a shard; {GOES_ON}")
    error = future.exception()
    if error is None:
        record: Record = future.result()
        return record
    if isinstance(error, engine.lost):
        return None
    raise error
