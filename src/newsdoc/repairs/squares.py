"""The arithmetic of text printed k times over: how a line falls into runs that each stand k times in a row.

Shadow and bold type is printed twice or more. An extractor then gives each character twice (在在巴巴), or each run of
characters up to a mark or a kerning gap twice (河口港区河口港区，，), or the whole line. A line of that kind is a chain
of *squares* ``uu`` (k-th powers in general); ordinary lines are not. Spaces are not doubled and count nowhere here.
"""

from __future__ import annotations

from typing import NamedTuple

LONGEST = 2000
"""Characters: longer lines are tried for the per-character shape alone, which costs one comparison."""

_LENGTHS_TRIED = 32


class Run(NamedTuple):
    """``text[start : start + length]`` stands ``times`` times in a row."""

    start: int
    length: int
    times: int


def per_character(text: str, times: int) -> list[Run] | None:
    """The runs of a text whose every character stands ``times`` times in a row, else None.

    >>> per_character("河河口口", 2)
    [Run(start=0, length=1, times=2), Run(start=2, length=1, times=2)]
    """
    if not text or len(text) % times:
        return None
    first = text[::times]
    if any(text[shift::times] != first for shift in range(1, times)):
        return None
    return [Run(start, 1, times) for start in range(0, len(text), times)]


def fewest_runs(text: str, times: int) -> list[Run] | None:
    """The text as a chain of the fewest runs that each stand ``times`` times in a row, else None.

    The number of lengths tried at a place is bounded, so the cost is linear in the length of the text.

    >>> fewest_runs("收割机收割机，，", 2)
    [Run(start=0, length=3, times=2), Run(start=6, length=1, times=2)]
    """
    size = len(text)
    if not text or size > LONGEST or len(set(text)) * times > size:
        return None
    best: dict[int, tuple[int, Run | None]] = {0: (0, None)}
    for start in range(size):
        if start not in best:
            continue
        runs = best[start][0]
        tried, at = 0, start
        while tried < _LENGTHS_TRIED:
            at = text.find(text[start], at + 1, start + (size - start) // times + 1)
            if at < 0:
                break
            tried += 1
            length = at - start
            unit = text[start:at]
            if all(text.startswith(unit, start + length * copy) for copy in range(1, times)):
                end = start + length * times
                if end not in best or best[end][0] > runs + 1:
                    best[end] = (runs + 1, Run(start, length, times))
    if size not in best:
        return None
    chain: list[Run] = []
    end = size
    while end:
        run = best[end][1]
        assert run is not None
        chain.append(run)
        end = run.start
    return chain[::-1]
