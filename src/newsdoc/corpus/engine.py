"""What shards are handed to: processes of this machine, any executor of ``concurrent.futures``, a Dask cluster.

An engine is three functions. The loop in run.py knows nothing else of where the work is done.
"""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, BrokenExecutor, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import connection, get_context, parent_process
from typing import TYPE_CHECKING, Any

from newsdoc.corpus.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from concurrent.futures import Executor, Future
    from multiprocessing.connection import Connection

GOES_ON = "the same command goes on from here"


@dataclass(frozen=True, slots=True)
class Engine:
    """Somewhere to convert shards.

    Attributes:
        submit: Takes a function and its arguments, gives a future.
        slots: How many shards should be under way at the moment: enough to keep everyone busy, and no more.
        check: Raises :class:`CorpusError` once nothing can be expected any more.
        lost: What a future raises when the process that worked on it died.
    """

    submit: Callable[..., Future[Any]]
    slots: Callable[[], int]
    check: Callable[[], None] = lambda: None
    lost: tuple[type[BaseException], ...] = (BrokenExecutor,)


@contextmanager
def local_engine(workers: int | None = None) -> Iterator[Engine]:
    """Processes of this machine, one a core; a pool that broke because one of them died is built anew.

    The processes are started fresh (``spawn``), so that no lock or thread of the caller is copied into them. They end
    when the caller does, even if it is killed.
    """
    number = workers or _cores()
    context = get_context("spawn")
    stop, stopper = context.Pipe(duplex=False)

    def started() -> ProcessPoolExecutor:
        return ProcessPoolExecutor(number, mp_context=context, initializer=_begin, initargs=(stop,))

    pool = started()

    def submit(function: Callable[..., Any], *args: Any) -> Future[Any]:
        nonlocal pool
        try:
            return pool.submit(function, *args)
        except BrokenProcessPool:
            pool.shutdown(wait=True)
            pool = started()
            return pool.submit(function, *args)

    try:
        yield Engine(submit, lambda: 2 * number)
    except BaseException:
        # Nobody waits for what is under way: the same shards are done when the run goes on.
        stopper.close()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        stopper.close()
        stop.close()


@contextmanager
def given_engine(executor: Executor, workers: int | None = None) -> Iterator[Engine]:
    """An executor of the caller's, who also shuts it down; ``workers`` is how many shards it does at a time."""

    def submit(function: Callable[..., Any], *args: Any) -> Future[Any]:
        try:
            return executor.submit(function, *args)
        except BrokenExecutor as error:
            raise CorpusError(f"the executor is broken ({error}); with a new one {GOES_ON}") from error

    number = workers or _cores()
    yield Engine(submit, lambda: 2 * number)


def ended(futures: Collection[Future[Any]], engine: Engine, *, all_of_them: bool = False) -> list[Future[Any]]:
    """Wait until a future has ended, or all of them have; those that have, in their order.

    Raises:
        CorpusError: nothing can be expected of the engine any more.
    """
    while True:
        # Not for ever at a time: a cluster may vanish without a word to its futures.
        done, open_ = wait(futures, timeout=1.0, return_when=ALL_COMPLETED if all_of_them else FIRST_COMPLETED)
        engine.check()
        if not open_ or (done and not all_of_them):
            return [future for future in futures if future in done]


def _cores() -> int:
    # What this process may use, which in a container or under taskset is less than what the machine has.
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _begin(stop: Connection) -> None:
    """Prepare a process of the pool: Ctrl-C is the caller's business, and the process ends with its caller."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    caller = parent_process()
    ends: list[Any] = [stop] if caller is None else [stop, caller.sentinel]

    def watch() -> None:
        connection.wait(ends)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
