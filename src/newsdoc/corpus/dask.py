"""A Dask cluster as an engine: a scheduler and workers that see the same files under the same paths."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from newsdoc.corpus.engine import GOES_ON, Engine
from newsdoc.corpus.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future

_FRESH = 5.0
"""Seconds for which the number of workers is taken as it was."""


@contextmanager
def dask_engine(scheduler: str, *, timeout: float = 30.0) -> Iterator[Engine]:
    """The workers of a Dask scheduler; they may come and go.

    Args:
        scheduler: Its address (``tcp://10.0.0.1:8786``) or the path of its scheduler file.
        timeout: Seconds to wait for it.

    Raises:
        CorpusError: Dask is not installed, or no scheduler answers.
    """
    try:
        from distributed import Client
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        raise CorpusError("a cluster needs Dask, which is not installed: pip install 'newsdoc[dask]'") from error
    where: dict[str, Any] = {"scheduler_file": scheduler} if os.path.isfile(scheduler) else {"address": scheduler}
    try:
        client = Client(**where, timeout=timeout, set_as_default=False)
    except (OSError, ValueError) as error:
        message = f"no Dask scheduler answers at {scheduler}: {error}; start one with `dask scheduler`"
        raise CorpusError(message) from error
    executor = client.get_executor(pure=False)
    counted, slots = float("-inf"), 2

    def check() -> None:
        if client.status != "running":
            raise CorpusError(f"the Dask scheduler at {scheduler} is lost; once there is one again, {GOES_ON}")

    def submit(function: Callable[..., Any], *args: Any) -> Future[Any]:
        check()
        future: Future[Any] = executor.submit(function, *args)
        return future

    def current_slots() -> int:
        nonlocal counted, slots
        if time.monotonic() - counted > _FRESH:
            check()
            try:
                slots = max(2, 2 * sum(client.nthreads().values()))
            except OSError as error:
                raise CorpusError(f"the Dask scheduler at {scheduler} is lost ({error}); {GOES_ON}") from error
            counted = time.monotonic()
        return slots

    try:
        yield Engine(submit, current_slots, check, (KilledWorker,))
    finally:
        client.close()
