"""How far a run is, for a person at a terminal: a bar, documents, errors, rate and remaining time.

How much there is in all is found out beside the run, by a thread that adds up the sizes of the files; until it is
through, the bar only shows that something is happening.
"""

from __future__ import annotations

import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsdoc.corpus.documents import bytes_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsdoc.corpus.run import Summary


def told(summary: Summary, seconds: float, everything: int | None) -> str:
    """The state of a run in words.

    What an earlier run had done tells nothing of the speed of this one, so it does not count in the rate.

    Args:
        summary: What is done.
        seconds: Since the run began.
        everything: Bytes of all inputs; None as long as they are not known.

    >>> from newsdoc.corpus.run import Summary
    >>> told(Summary(documents=1500, errors=2, read=600, resumed_documents=502, resumed_read=200), 20.0, 1000)
    '1,500 documents, 2 errors, 50.0/s, 0:00:20 left'
    """
    said = [counted(summary.documents, "document")]
    if summary.errors:
        said.append(counted(summary.errors, "error"))
    new = summary.documents + summary.errors - summary.resumed_documents
    if new > 0 and seconds > 0:
        said.append(f"{new / seconds:,.1f}/s")
        read = summary.read - summary.resumed_read
        if everything is not None and read > 0:
            said.append(f"{clock(max(0, everything - summary.read) * seconds / read)} left")
    return ", ".join(said)


def counted(number: int, what: str) -> str:
    """A number of things in English.

    >>> counted(1, "error"), counted(10_000, "document")
    ('1 error', '10,000 documents')
    """
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def clock(seconds: float) -> str:
    """A duration in hours, minutes and seconds.

    >>> clock(3725.4)
    '1:02:05'
    """
    whole = round(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


@contextmanager
def shown(inputs: Sequence[str], out: str) -> Iterator[Callable[[Summary], None] | None]:
    """A bar on standard error while the block runs: what to call with each state; None where there is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn

    columns = (SpinnerColumn(), BarColumn(), TaskProgressColumn(), TextColumn("{task.description}", markup=False))
    stop, everything = threading.Event(), list[int]()
    begun = time.monotonic()
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task("0 documents", total=None)

        def count() -> None:
            total = 0
            for size in bytes_of(inputs, out=out):
                total += size
                if stop.is_set():
                    return
            everything.append(total)
            bar.update(task, total=total)

        def show(summary: Summary) -> None:
            known = everything[0] if everything else None
            said = told(summary, time.monotonic() - begun, known)
            bar.update(task, completed=summary.read, description=said)

        counter = threading.Thread(target=count, daemon=True)
        counter.start()
        try:
            yield show
        finally:
            stop.set()
            # It may be in the middle of a large folder; nobody waits for that.
            counter.join(timeout=0.5)
