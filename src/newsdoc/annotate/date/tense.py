"""Whether what is said of a weekday is over: the words of its clause tell.

The nearest Thursday may lie ahead. Where the clause tells of something that has happened (said, 表示) and of nothing to
come (will, 将), the Thursday before is meant; so it is after "since".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.annotate.date.relative import numbered_day
from newsdoc.annotate.date.resolve import day_number
from newsdoc.annotate.date.value import Level, Reading, Takes, first_day, single
from newsdoc.annotate.date.words import chinese, either, english

if TYPE_CHECKING:
    from newsdoc.annotate.date.relative import Setting
    from newsdoc.lexicon import Lexicon

BEFORE, AFTER = 40, 40
"""How far a clause is looked at, in characters."""
CLAUSE_END = re.compile(r"[。！？；!?;\n]|[.](?=\s)")


@lru_cache(maxsize=32)
def _cues(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    past, future = (
        re.compile(rf"{either(chinese(lexicon, kind))}|\b{either(english(lexicon, kind))}\b", re.IGNORECASE)
        for kind in ("past-cue", "future-cue")
    )
    return re.compile(rf"{past.pattern}|\b[a-z]+ed\b", re.IGNORECASE), future


def _clause(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind an expression in its clause."""
    before = CLAUSE_END.split(text[max(0, start - BEFORE) : start])[-1]
    return before, CLAUSE_END.split(text[end : end + AFTER])[0]


@lru_cache(maxsize=32)
def _verbs(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What governs a day in Chinese and in English: groups `ahead` and `over`, an auxiliary with the verb after it."""
    past, ahead = "past-cue", "ahead-cue"
    han = rf"(?P<ahead>{either(chinese(lexicon, ahead))})|(?P<over>{either(chinese(lexicon, past))})"
    latin = (
        rf"\b(?P<ahead>{either(english(lexicon, ahead))})\b(?:\W+\w+){{0,3}}"
        rf"|\b(?P<over>{either(english(lexicon, past))}|[a-z]+ed)\b"
    )
    return re.compile(han), re.compile(latin, re.IGNORECASE)


def _to_come(before: str, after: str, lexicon: Lexicon) -> bool:
    """Whether the verb that governs a day tells of what is to come: 周日将开幕, "will open on Friday".

    In Chinese that is the nearest verb of the clause between commas (市政府周一宣布将 is over); in English the last
    before the day ("said on Monday they would" is over), or the first after it where the clause opens with the day.
    """
    han, latin = _verbs(lexicon)
    left, right = re.split("[，,]", before)[-1], re.split("[，,]", after)[0]
    last = max(han.finditer(left), key=re.Match.end, default=None)
    first = han.search(right)
    if last and first:
        nearest = last if len(left) - last.end() <= first.start() else first
        return nearest["ahead"] is not None
    if last or first:
        return any(verb and verb["ahead"] for verb in (last, first))
    governing = max(latin.finditer(before), key=re.Match.start, default=None)
    if governing is None and len(before.split()) <= 2:
        governing = latin.search(after)
    return governing is not None and governing["ahead"] is not None


def weekday_meant(text: str, start: int, end: int, reading: Reading, setting: Setting) -> Reading:
    """That weekday a week before, where it lies ahead and what is said is over; a week after, where it is to come."""
    day = first_day(reading.first)
    if (
        setting.reference is None
        or day is None
        or reading.first != reading.last
        or reading.first.level is not Level.DAY
        or reading.first.clock
    ):
        return reading
    today = day_number(setting.reference)
    before, after = _clause(text, start, end)
    if day < today and (reading.until or (not reading.since and _to_come(before, after, setting.lexicon))):
        later = single(numbered_day(day + 7), anchored=True)
        return Reading(later.first, later.last, anchored=True, until=reading.until)
    if day <= today:
        return reading
    if reading.since and reading.takes is not Takes.PAST:
        return reading
    if not reading.since:
        past, future = _cues(setting.lexicon)
        clause = f"{before} {after}"
        if not past.search(clause) or future.search(clause):
            return reading
    earlier = single(numbered_day(day - 7), anchored=True)
    return Reading(earlier.first, earlier.last, anchored=True, since=reading.since, until=reading.until)
