"""Times that can be compared on a shared machine: two things in turn, again and again, and the median of the ratios."""

from __future__ import annotations

import gc
import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Ratio:
    """How the times of two things compare: ``first`` and ``second`` are medians in seconds."""

    first: float
    second: float
    ratio: float
    low: float
    high: float


def seconds(work: Callable[[], object], repeat: int = 1) -> float:
    """The processor time of one call, as the mean of ``repeat`` calls."""
    gc.collect()
    begin = time.thread_time()
    for _ in range(repeat):
        work()
    return (time.thread_time() - begin) / repeat


def compare(first: Callable[[], object], second: Callable[[], object], *, rounds: int = 15, repeat: int = 3) -> Ratio:
    """Time of ``first`` by time of ``second``: the median of the rounds, each of which runs both, and its quartiles."""
    first()
    second()
    pairs = [(seconds(first, repeat), seconds(second, repeat)) for _ in range(rounds)]
    ratios = sorted(one / other for one, other in pairs)
    low, _, high = statistics.quantiles(ratios, n=4)
    return Ratio(
        statistics.median(one for one, _ in pairs),
        statistics.median(other for _, other in pairs),
        statistics.median(ratios),
        low,
        high,
    )
