"""Figures without a counterpart, paired where the one is plainly the other gone wrong."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from newsdoc.bilingual.compare.facts import last_place
from newsdoc.bilingual.compare.match import near
from newsdoc.bilingual.compare.units import factors, family, is_bare
from newsdoc.bilingual.compare.values import agree, bounds, power_of_ten

if TYPE_CHECKING:
    from newsdoc.bilingual.compare.board import Board
    from newsdoc.bilingual.compare.facts import Fact, Reading

_TO = re.compile(r"\s?(?:to|or|and|[-–—~～到至])\s?")
_OPENS = re.compile(r"\s?[(（\[]\s?(?:or |about |around |approximately |约|合|即)?")
STRONG, WEAK = 30, 100
"""The costs up to which a pair is taken: before mere numerals are looked at, and after."""

Wrong = tuple[int, int, int | None]
"""Index in the source, index in the translation, the power of ten or None where the value is another."""


def differ(board: Board, limit: int) -> list[Wrong]:
    """Pair what is left in each bead, the likeliest first, and join the pairs."""
    found: list[Wrong] = []
    for bead in range(len(board.beads)):
        ours, theirs = board.left(bead, 0), board.left(bead, 1)
        if not ours or not theirs:
            continue
        known = _known(board, bead)
        costs: list[tuple[int, int, int, int | None]] = []
        for place, index, others in near(ours, theirs):
            for other, there in others:
                weighed = _weigh(board, index, there, known)
                if weighed is not None and weighed[0] <= limit:
                    costs.append((weighed[0] * 8 + min(7, abs(place - other)), index, there, weighed[1]))
        for _, index, there, power in sorted(costs, key=lambda row: row[:3]):
            if index not in board.pairs and there not in board.back:
                board.join(index, there)
                found.append((index, there, power))
    return found


def glossed(board: Board) -> list[Wrong]:
    """Pair a figure that stands before its own right value in brackets: 1000多斤 as "1,000 kilograms (500 kg)"."""
    found: list[Wrong] = []
    for side, reading in enumerate((board.source, board.translation)):
        done = board.back if side else board.pairs
        others = (board.source if side else board.translation).facts
        for index, fact in enumerate(reading.facts[:-1]):
            after = reading.facts[index + 1]
            if index in done or index + 1 not in done or index in board.answered[side] or fact.part != "quantity":
                continue
            if family(fact) == "tally":
                continue
            if not _OPENS.fullmatch(reading.text[fact.end : after.start]) or family(fact) != family(after):
                continue
            there = done[index + 1]
            if agree(fact, others[there]) is None and factors(fact, others[there]) is not None:
                pair = (there, index) if side else (index, there)
                found.append((*pair, power_of_ten(board.source.facts[pair[0]], board.translation.facts[pair[1]])))
                board.answered[side].add(index)
    return found


def years(board: Board) -> list[Wrong]:
    """Pair the years of two dates that share a day or month, where the years differ."""
    found: list[Wrong] = []
    own: dict[tuple[int, int], int] = {}
    for side, reading in enumerate((board.source, board.translation)):
        for index, fact in enumerate(reading.facts):
            if fact.part == "year":
                own.setdefault((side, fact.date), index)
    seen: set[tuple[int, int]] = set()
    for index, there in board.pairs.items():
        a, b = board.source.facts[index], board.translation.facts[there]
        if a.date < 0 or b.date < 0 or a.part == "year" or (a.date, b.date) in seen:
            continue
        seen.add((a.date, b.date))
        first, second = own.get((0, a.date)), own.get((1, b.date))
        if first is None or second is None or second in board.back or second in board.answered[1]:
            continue
        if board.source.facts[first].value != board.translation.facts[second].value:
            board.answered[1].add(second)
            found.append((first, second, None))
    return found


def _weigh(board: Board, index: int, there: int, known: Known) -> tuple[int, int | None] | None:
    """The cost of a pair and its power of ten; None where the two are plainly not the same."""
    a, b = board.source.facts[index], board.translation.facts[there]
    if a.part != b.part:
        # "On the 24th" is read as an ordinal where no month stands by.
        plain, day = (a, b) if a.part == "quantity" else (b, a)
        fits = plain.kind == "ordinal" and day.part == "day" and not plain.words
        return (25, None) if fits and plain.value is not None and plain.value <= 31 else None
    if a.part != "quantity":
        return _cost_of_dates(a, b, known)
    if _shares_scale(board.source, index) or _shares_scale(board.translation, there):
        return None
    return _cost(a, b)


def _shares_scale(reading: Reading, index: int) -> bool:
    """Whether a small bare number only opens a range whose scale stands at its end: five or six hundred."""
    fact = reading.facts[index]
    if index + 1 >= len(reading.facts) or not is_bare(fact) or fact.value is None or fact.value >= 1000:
        return False
    return _TO.fullmatch(reading.text[fact.end : reading.facts[index + 1].start]) is not None


Known = tuple[frozenset[tuple[str, Fraction | None]], frozenset[tuple[str, Fraction | None]]]


def _known(board: Board, bead: int) -> Known:
    """The parts of dates that a bead has on either side, with or without a counterpart, and its bare years."""
    sides: list[frozenset[tuple[str, Fraction | None]]] = []
    for side, reading in enumerate((board.source, board.translation)):
        parts = {(reading.facts[index].part, reading.facts[index].value) for index in board.beads[bead][side]}
        start, end = board.ranges[bead][side]
        for mention in reading.between(start, end):
            parts.update(("year", value) for value in mention.values if 1000 <= value <= 2999)
        sides.append(frozenset(parts))
    return sides[0], sides[1]


def _cost_of_dates(a: Fact, b: Fact, known: Known) -> tuple[int, int | None] | None:
    """Two parts of dates are one gone wrong if at least one of them is new: the other text has it nowhere."""
    if (a.part, a.value) in known[1] and (b.part, b.value) in known[0]:
        return None
    return 20, None


def _cost(a: Fact, b: Fact) -> tuple[int, int | None] | None:
    """How unlikely it is that the one figure is the other gone wrong, and the power of ten; None where they are not."""
    if (a.kind == "ordinal") != (b.kind == "ordinal"):
        return None
    power = power_of_ten(a, b)
    common = factors(a, b)
    penalty = 0
    if common is None:
        if {a.kind, b.kind} != {"measure"} and {a.kind, b.kind} != {"money"}:
            return None
        # Another unit or currency with the same number: kept as it was.
        return (10, None) if a.value is not None and a.value == b.value else None
    if not common[2]:
        penalty += 5
    if family(a) != family(b):
        penalty += 5
    if power is not None:
        return 5 + penalty + 2 * abs(power), power
    if a.value is not None and a.value == b.value:
        return 8 + penalty, None
    like = _likeness(a, b)
    return None if like is None else (like + penalty, None)


def _likeness(a: Fact, b: Fact) -> int | None:
    """The cost of two values by their digits and size."""
    of_a, of_b = bounds(a), bounds(b)
    if of_a is None or of_b is None:
        return None
    x = a.value if a.value is not None else of_a[0]
    y = b.value if b.value is not None else of_b[0]
    if x < 0 or y < 0:
        x, y = abs(x), abs(y)
    if not x or not y:
        return 90 if max(x, y) <= 20 else None
    size = max(x, y) / min(x, y)
    digits_x, digits_y = _digits(x), _digits(y)
    if len(digits_x) >= 2 and len(digits_y) >= 2 and size < 10 and _edits(digits_x, digits_y) <= 1:
        return 15
    if size < 2 and min(x, y) >= 13:
        return 25
    if max(x, y) >= 100 or a.kind in ("money", "percent", "measure"):
        return 28 if size < 10 and a.kind == b.kind else 60 if size < 10 else 95 if size < 100 else None
    return 50 if size < 10 else 80 if size < 100 else None


def _digits(value: Fraction) -> str:
    """The digits of a figure without the zeros at its ends."""
    scaled = value / last_place(value)
    return str(scaled.numerator) if scaled.denominator == 1 and scaled < 10**30 else ""


def _edits(a: str, b: str) -> int:
    """How many digits differ, of two figures of about the same length; 9 where they are not alike."""
    if abs(len(a) - len(b)) > 1:
        return 9
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True))
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    for place in range(len(longer)):
        if longer[:place] + longer[place + 1 :] == shorter:
            return 1
    return 9
