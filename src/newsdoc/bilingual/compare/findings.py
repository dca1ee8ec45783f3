"""The findings: which differences are worth a word, how grave they are, and where."""

from __future__ import annotations

import re
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from newsdoc.bilingual.compare import reasons
from newsdoc.bilingual.compare.units import is_bare
from newsdoc.bilingual.compare.values import bounds, is_approximate, ratio
from newsdoc.model.report import Finding, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsdoc.bilingual.compare.board import Board
    from newsdoc.bilingual.compare.differ import Wrong
    from newsdoc.bilingual.compare.facts import Fact, Reading
    from newsdoc.bilingual.sentences import Running

Said = tuple[str, str | None, Fraction | None]

_OR = re.compile(
    r"\s*[,，]?\s*(?:or|i\.e\.|equal to|equivalent to|worth|合|约合|折合|即)\s*(?:about|around|some|约)?\s*"
)
_NOWHERE: frozenset[int] = frozenset()
_GRAVE_PARTS = frozenset({"quantity", "year", "month", "decade"})
_GRAVE_KINDS = frozenset({"money", "percent", "measure"})


def side_of(fact: Fact, text: Running) -> Side:
    """A fact as a side of a finding, in the caller's offsets."""
    span = text.span(fact.start, fact.end)
    return Side(span.start, span.end, fact.text, fact.value if fact.part == "quantity" else None)


def changes(board: Board, wrong: Iterable[Wrong], source: Running, translation: Running) -> Iterator[Finding]:
    """Findings for the pairs of which the one is the other gone wrong; of one date the gravest part only."""
    told: set[tuple[int, int, int, int]] = set()
    by_date: dict[tuple[int, int], list[Wrong]] = defaultdict(list)
    for row in wrong:
        a, b = board.source.facts[row[0]], board.translation.facts[row[1]]
        if a.part == b.part == "quantity":
            place = a.start, a.end, b.start, b.end
            if place in told:
                continue
            told.add(place)
            quotient = ratio(a, b)
            kind = "changed" if row[2] is None else "mis_scaled"
            reason = reasons.changed(a, b) if row[2] is None else reasons.mis_scaled(a, b, row[2])
            yield Finding(kind, "high", side_of(a, source), side_of(b, translation), quotient, reason)
        else:
            by_date[a.date, b.date].append(row)
    for rows in by_date.values():
        rows.sort(key=lambda row: board.source.facts[row[0]].part not in _GRAVE_PARTS)
        a, b = board.source.facts[rows[0][0]], board.translation.facts[rows[0][1]]
        severity = "high" if a.part in _GRAVE_PARTS else "low"
        yield Finding(
            "changed", severity, side_of(a, source), side_of(b, translation), None, reasons.changed_date(a, b)
        )


def lone(board: Board, source: Running, translation: Running) -> Iterator[Finding]:
    """Findings for what has no counterpart at all."""
    for side, (own, text) in enumerate(((board.source, source), (board.translation, translation))):
        left = [index for bead in range(len(board.beads)) for index in board.left(bead, side)]
        done = board.back if side else board.pairs
        for index in _worth(own, left, done, side, board):
            fact = own.facts[index]
            kind = "added" if side else "missing"
            here = side_of(fact, text)
            severity = _severity(fact)
            reason = reasons.added(fact) if side else reasons.missing(fact)
            yield Finding(kind, severity, None if side else here, here if side else None, None, reason)


def _severity(fact: Fact) -> str:
    if fact.part != "quantity":
        return "low"
    if fact.kind in _GRAVE_KINDS:
        return "high"
    limits = bounds(fact)
    return "high" if limits and limits[1] >= 100 else "low"


def _worth(own: Reading, left: Sequence[int], done: Mapping[int, int], side: int, board: Board) -> Iterator[int]:
    """The lone facts that are worth a finding: one for a date, none for glosses and what the text says twice."""
    said = {(own.facts[index].part, own.facts[index].value) for index in done}
    answered = board.answered[side]
    joined_dates = {own.facts[index].date for index in done} | {own.facts[index].date for index in answered}
    told: set[int] = set()
    parts: dict[int, list[str]] = defaultdict(list)
    for fact in own.facts:
        parts[fact.date].append(fact.part)
    stated = _stated(board, side, (*done, *answered))
    met = {(own.facts[index].start, own.facts[index].end) for index in (*done, *answered)}
    for index in left:
        fact = own.facts[index]
        if fact.part == "quantity":
            if fact.ends and (fact.start, fact.end) in met and is_approximate(fact):
                continue
            met.add((fact.start, fact.end))
            bead = board.bead_of[side][index]
            if not stated.get(_as_said(fact), _NOWHERE).isdisjoint((bead - 1, bead, bead + 1)):
                continue
            if not _is_small_talk(fact) and not _is_gloss(own, index, done):
                yield index
            continue
        if fact.date in told or (fact.part, fact.value) in said:
            continue
        if fact.date in joined_dates and (fact.part in ("month", "day") or side == 1):
            continue
        if fact.part == "time" and fact.value == 0 and parts[fact.date].count("time") == 1:
            continue
        if fact.part == "day" and side == 0 and set(parts[fact.date]) == {"day"}:
            continue
        told.add(fact.date)
        yield index


def _stated(board: Board, side: int, indices: Iterable[int]) -> dict[Said, set[int]]:
    """Which figures with a counterpart a text states, and in which beads: saying one again is no new figure."""
    facts = (board.source, board.translation)[side].facts
    found: dict[Said, set[int]] = defaultdict(set)
    for index in indices:
        found[_as_said(facts[index])].add(board.bead_of[side][index])
    return found


def _as_said(fact: Fact) -> Said:
    return fact.kind, fact.unit, fact.value


def _is_small_talk(fact: Fact) -> bool:
    """Whether a figure is one that translators drop and add at will: one, none, second, an hour."""
    if fact.kind == "ordinal" and fact.words:
        return True
    return fact.kind not in ("money", "percent") and fact.value is not None and fact.value in (0, 1)


def _is_gloss(own: Reading, index: int, done: Mapping[int, int]) -> bool:
    """Whether a figure says another one beside it in other words: in brackets behind it, or after "or"."""
    fact = own.facts[index]
    if not (fact.kind in _GRAVE_KINDS or is_bare(fact)):
        return False
    if index and _glosses(own, index - 1, index) and (index - 1 in done or own.facts[index - 1].kind == "money"):
        return True
    # $1.2 billion, or 8.6 billion yuan: the second is the one that was translated.
    return index + 1 in done and fact.kind == "money" and _glosses(own, index, index + 1)


def _glosses(own: Reading, first: int, second: int) -> bool:
    before, fact = own.facts[first], own.facts[second]
    between = own.text[before.end : fact.start]
    if len(between) > 40 or not (before.kind == fact.kind or (is_bare(fact) and before.kind in _GRAVE_KINDS)):
        return False
    opened = max(between.rfind("("), between.rfind("（"), between.rfind("["))
    if opened >= 0:
        return not {")", "）", "]"} & set(between[opened:])
    return before.unit != fact.unit and _OR.fullmatch(between) is not None
