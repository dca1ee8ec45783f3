"""Figures without a counterpart, paired where the one is plainly the other gone wrong."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from newsdoc.bilingual.compare.facts import last_place
from newsdoc.bilingual.compare.match import near
from newsdoc.bilingual.compare.units import factors, family, is_bare
from newsdoc.bilingual.compare.values import bounds, power_of_ten

if TYPE_CHECKING:
    from newsdoc.bilingual.compare.board import Board
    from newsdoc.bilingual.compare.facts import Fact

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
            a = board.source.facts[index]
            for other, there in others:
                b = board.translation.facts[there]
                if a.part != b.part:
                    continue
                weighed = _cost_of_dates(a, b, known) if a.part != "quantity" else _cost(a, b)
                if weighed is not None and weighed[0] <= limit:
                    costs.append((weighed[0] * 8 + min(7, abs(place - other)), index, there, weighed[1]))
        for _, index, there, power in sorted(costs, key=lambda row: row[:3]):
            if index not in board.pairs and there not in board.back:
                board.join(index, there)
                found.append((index, there, power))
    return found


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
