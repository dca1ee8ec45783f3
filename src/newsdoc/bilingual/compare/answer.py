"""Figures that a mere numeral of the other text answers for: 两 and both, 15周年 and 15th anniversary, 737 and 737."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from newsdoc.bilingual.compare.units import family

if TYPE_CHECKING:
    from newsdoc.bilingual.compare.board import Board
    from newsdoc.bilingual.compare.facts import Fact, Reading
    from newsdoc.bilingual.compare.mentions import Mention


Wanted = Fraction | tuple[str, int]
"""A number, or a time of day as ("clock", minutes since noon or midnight)."""


def answer(board: Board) -> None:
    """Mark every fact without a counterpart whose value is said somewhere in the other bead or beside it."""
    for side in (0, 1):
        own, other = (board.source, board.translation) if side == 0 else (board.translation, board.source)
        free = _free(board, other, 1 - side)
        starts = [mention.start for mention in free]
        used: set[int] = set()
        numerals: list[int] = []
        for bead in range(len(board.beads)):
            left = [index for index in board.left(bead, side) if not _is_one(own.facts[index])]
            if not left:
                continue
            last = min(bead + 1, len(board.ranges) - 1)
            window = board.ranges[max(0, bead - 1)][1 - side][0], board.ranges[last][1 - side][1]
            by_value: dict[Wanted, list[int]] = defaultdict(list)
            for number in range(bisect_left(starts, window[0]), bisect_left(starts, window[1])):
                if number in used:
                    continue
                for value in free[number].values:
                    by_value[value].append(number)
                if (clock := free[number].clock) is not None:
                    by_value["clock", clock % 720].append(number)
            for index in left:
                answering = _answering(own.facts[index], by_value, used)
                if answering is not None:
                    board.answered[side].add(index)
                    numerals.append(free[answering].start)
        # A figure that lent its numeral is answered for in turn.
        _mark_holders(board, other, 1 - side, numerals)


def _is_one(fact: Fact) -> bool:
    """Whether a fact counts one thing, which every article says: it is never missing, but may be changed."""
    return fact.part == "quantity" and fact.value == 1 and family(fact) == "tally"


def _free(board: Board, reading: Reading, side: int) -> list[Mention]:
    """The numerals of a text that do not belong to a fact that has its counterpart."""
    done = board.back if side else board.pairs
    spans: list[tuple[int, int, set[Fraction] | None]] = []
    by_date: dict[int, tuple[int, int, set[Fraction]]] = {}
    for index, fact in enumerate(reading.facts):
        if index not in done:
            continue
        if fact.date < 0:
            spans.append((fact.start, fact.end, None))
        elif fact.value is not None:
            by_date.setdefault(fact.date, (fact.start, fact.end, set()))[2].add(fact.value)
    spans.extend(by_date.values())
    spans.sort(key=lambda span: span[:2])
    free: list[Mention] = []
    at = 0
    for mention in reading.mentions:
        while at < len(spans) and spans[at][1] <= mention.start:
            at += 1
        if at < len(spans) and spans[at][0] < mention.end:
            values = spans[at][2]
            if values is None or values & set(mention.values):
                continue
        free.append(mention)
    return free


def _mark_holders(board: Board, reading: Reading, side: int, places: list[int]) -> None:
    """Mark the facts without a counterpart in whose words one of the places lies."""
    done = board.back if side else board.pairs
    places.sort()
    at = 0
    for index, fact in enumerate(reading.facts):
        while at < len(places) and places[at] < fact.start:
            at += 1
        if at < len(places) and places[at] < fact.end and index not in done:
            board.answered[side].add(index)


def _answering(fact: Fact, by_value: dict[Wanted, list[int]], used: set[int]) -> int | None:
    """The free numeral that says the fact, which is then used up."""
    for value in _wanted(fact):
        waiting = by_value.get(value)
        while waiting:
            number = waiting.pop(0) if len(waiting) < 8 else waiting.pop()
            if number not in used:
                used.add(number)
                return number
    return None


def _wanted(fact: Fact) -> tuple[Wanted, ...]:
    """The values by which a fact may be said."""
    value = fact.value
    if value is None:
        return (fact.low,) if fact.low is not None else ()
    if fact.part == "time":
        hour, minute = divmod(int(value), 60)
        clock = "clock", int(value) % 720
        # The hour of 19:54 alone does not say it.
        return (clock,) if minute else (clock, Fraction(hour), Fraction(hour % 12 or 12), Fraction(hour or 24))
    if fact.part == "decade":
        return value * 10, value * 10 % 100
    if fact.part == "year":
        return (value,)
    if value.numerator == 1 and 1 < value.denominator <= 12 and family(fact) == "tally":
        # "a third round" is read as a share.
        return value, Fraction(value.denominator)
    if fact.kind == "percent":
        return value, value / 100
    if fact.kind == "multiple":
        return value, value + 1, value - 1
    if family(fact) == "tally" and fact.unit == "a":
        return value, value / 10, value / 100
    return (value,)
