"""Which figure of the translation answers to which of the source: in the bead first, then in its neighbours."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from newsdoc.bilingual.compare.units import base, family
from newsdoc.bilingual.compare.values import EQUAL, LOOSE, WITHIN, agree

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from newsdoc.bilingual.compare.board import Board
    from newsdoc.bilingual.compare.facts import Fact, Reading

REACH = 12
"""How many places apart in the order of their bead two figures may stand and still be compared one by one."""


def match(board: Board) -> None:
    """Join every pair that agrees, the closest first, and mark what a mention answers for."""
    for bead in range(len(board.beads)):
        _alike(board, board.left(bead, 0), board.left(bead, 1))
        _figures(board, board.left(bead, 0), board.left(bead, 1))
        _across(board, board.left(bead, 0), board.left(bead, 1))
    for step in (1, -1):
        for bead in range(len(board.beads)):
            ours, theirs = board.left(bead, 0), board.left(bead + step, 1)
            if ours and theirs:
                _alike(board, ours, theirs)
                _figures(board, board.left(bead, 0), board.left(bead + step, 1))
    _moved(board)


def _moved(board: Board) -> None:
    """Join equal figures of any beads, where they are no small numbers: translators move sentences."""
    if len(board.beads) < 4:
        return
    sides: list[list[int]] = []
    for side, reading in enumerate((board.source, board.translation)):
        left = [index for bead in range(len(board.beads)) for index in board.left(bead, side)]
        sides.append([index for index in left if _is_telling(reading.facts[index])])
    _alike(board, *sides)


def _is_telling(fact: Fact) -> bool:
    return fact.part == "quantity" and fact.value is not None and (fact.value > 12 or family(fact) != "tally")


def _key(fact: Fact) -> tuple[str, str | None, Fraction | None]:
    if fact.part != "quantity":
        return fact.part, None, fact.value
    known = base(fact)
    if known is not None and fact.value is not None:
        return "quantity", known[0], fact.value * known[1]
    return "quantity", family(fact), fact.value


def _alike(board: Board, ours: Sequence[int], theirs: Sequence[int]) -> None:
    """Join facts that are equal, each to the one nearest in the order of its like."""
    waiting: dict[tuple[str, str | None, Fraction | None], list[int]] = defaultdict(list)
    for index in reversed(theirs):
        fact = board.translation.facts[index]
        if fact.value is not None:
            waiting[_key(fact)].append(index)
    for index in ours:
        fact = board.source.facts[index]
        same = waiting.get(_key(fact))
        if fact.value is None or not same:
            continue
        if fact.part != "quantity" or agree(fact, board.translation.facts[same[-1]]) == EQUAL:
            board.join(index, same.pop())


def _figures(board: Board, ours: Sequence[int], theirs: Sequence[int]) -> None:
    """Join quantities that agree by unit, rounding or bounds, and times of day, the closest agreement first."""
    found: list[tuple[int, int, int, int]] = []
    for place, index, others in near(ours, theirs):
        a = board.source.facts[index]
        for other, there in others:
            b = board.translation.facts[there]
            if a.part == "quantity" == b.part:
                grade = agree(a, b)
            elif a.part == b.part and a.part in ("time", "decade"):
                grade = LOOSE if _same_time(a, b) else None
            else:
                continue
            if grade is not None:
                found.append((grade, abs(place - other), index, there))
    for grade, _, index, there in sorted(found):
        if index in board.pairs or there in board.back:
            continue
        if grade == WITHIN:
            ends = [_other_end(board.source, index), _other_end(board.translation, there)]
            if ends[0] in board.pairs or ends[1] in board.back:
                # One end of the range has its counterpart: the other is no mere bound.
                continue
            for side, end in enumerate(ends):
                if end is not None:
                    board.answered[side].add(end)
        board.join(index, there)


def _other_end(reading: Reading, index: int) -> int | None:
    """The fact of the other end of a stated range."""
    fact = reading.facts[index]
    for other in (index - 1, index + 1):
        if fact.ends and 0 <= other < len(reading.facts) and reading.facts[other].ends == fact.ends:
            return other if reading.facts[other].start == fact.start else None
    return None


def _same_time(a: Fact, b: Fact) -> bool:
    """Whether two times of day or decades are the same: 24:00 is 0:00; without morning or evening said, 3 is 15."""
    if a.value is None or b.value is None:
        return False
    if a.part == "decade":
        return min(a.value, b.value) < 10 and a.value % 10 == b.value % 10
    if a.value % 1440 == b.value % 1440:
        return True
    # 12 p.m. is written for midnight as well.
    return (a.value - b.value) % 720 == 0 and (min(a.value, b.value) < 720 or a.value % 720 == 0)


def _across(board: Board, ours: Sequence[int], theirs: Sequence[int]) -> None:
    """Join what one language says as a date and the other as a figure: 前5个月 and the past 5 months."""
    waiting: dict[Fraction, list[int]] = defaultdict(list)
    for index in theirs:
        fact = board.translation.facts[index]
        if fact.value is not None:
            waiting[fact.value].append(index)
    for index in ours:
        fact = board.source.facts[index]
        if fact.value is None:
            continue
        for there in waiting.get(fact.value, [])[:REACH]:
            other = board.translation.facts[there]
            if there in board.back or other.part == fact.part or "quantity" not in (fact.part, other.part):
                continue
            if family(fact if fact.part == "quantity" else other) == "tally":
                board.join(index, there)
                waiting[fact.value].remove(there)
                break


def near(ours: Sequence[int], theirs: Sequence[int]) -> Iterable[tuple[int, int, list[tuple[int, int]]]]:
    """Each of ours with those of theirs at about the same place in the order, so that the work stays linear."""
    scale = len(theirs) / len(ours) if ours else 0
    for place, index in enumerate(ours):
        middle = int(place * scale)
        low = max(0, min(middle - REACH, len(theirs) - 2 * REACH))
        yield middle, index, list(enumerate(theirs[low : low + 2 * REACH], low))
