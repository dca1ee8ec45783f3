"""Finds dates in a text: one pattern tells where one may begin, the grammars read there, and neighbours become one.

What is joined: a day and its time, a day and its weekday, the ends of a range, the words that leave an end open. The
members of a list (9月10日、11日) stay apart but share what the first one says.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.annotate.date import chinese, clock, english, named, numeric
from newsdoc.annotate.date.chinese_pattern import LIST, RANGE, SPACE
from newsdoc.annotate.date.digits import DIGITS
from newsdoc.annotate.date.english_days import right_end
from newsdoc.annotate.date.relative import OPEN_DAY, Setting, numbered_day
from newsdoc.annotate.date.resolve import join, settle
from newsdoc.annotate.date.tense import weekday_meant
from newsdoc.annotate.date.trigger import places
from newsdoc.annotate.date.value import Level, Reading, Takes, exists, first_day, reading_edtf, single
from newsdoc.annotate.date.words import chinese as chinese_words
from newsdoc.annotate.date.words import either
from newsdoc.annotate.date.words import english as english_words
from newsdoc.model.annotation import Date

if TYPE_CHECKING:
    from newsdoc.lexicon import Lexicon

Atom = tuple[int, int, Reading]

LINK = re.compile(
    rf"{SPACE}(?:起|开始|開始)?{SPACE}{RANGE}{SPACE}(?:the\s|次日|翌日|第二天)?|\s(?:to|through|thru|until|till|til)\s(?:the\s)?",
    re.IGNORECASE,
)
BOTH = re.compile(rf"{SPACE}(?:和|与|與)|\s(?:and)\s(?:the\s)?", re.IGNORECASE)
LISTED = re.compile(rf"{SPACE}{LIST}{SPACE}|,?\s(?:and|or)\s|,\s")
LISTED_WITH_UNIT = re.compile("、")
NOW = re.compile(r"今(?![年天日晨早晚夜])|现在|目前|now\b|present\b|date\b")
CLOSED = re.compile(r"\s?[）)]")
WEEKDAY = re.compile(
    rf"{SPACE}(?P<open>[（(，,])?{SPACE}(?:周|週|星期|礼拜|禮拜)[一二三四五六日天](?(open){SPACE}[）)]?)"
)
NEXT_DAY = re.compile(rf"{SPACE}(?P<open>[（(,，])?{SPACE}")
SINCE_AFTER = re.compile(rf"{SPACE}(?:以来|以來|至今|迄今|(?P<from_on>起)(?![来來诉訴草源义義到飞飛火码碼初点點伏]))")
SINCE_BEFORE = re.compile(r"(?:自从|自從|自|从|從|由)\s{0,2}$")
UNTIL_BEFORE = re.compile(r"(?:直到|直至)\s{0,2}$")
NIGHTS = "晚夜"
"""今晚8点: the word for the day tells the half of it."""
BARE_WEEKDAY = re.compile(r"(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]|[A-Z][a-z]+day")
RANGE_BEFORE = re.compile(r"(?:(?<![来來出])自|从|從|由|\b[Ff]rom|\b[Bb]etween)\s{0,2}(?:the\s)?$")
BETWEEN_BEFORE = re.compile(r"\b[Bb]etween\s(?:the\s)?$")
BETWEEN_AFTER = re.compile(r"之间|之間")
CLOCK_GAP = re.compile(rf"(?:,?\sat\s|{SPACE}[，,]?{SPACE}|,?\s)")
ON_DAY = re.compile(r"(?:\s(?:[A-Z]{2,4}(?:[+-]\d{1,2})?|local time))?,?\s(?:on\s|of\s)?")
ENGLISH_NEAR = re.compile(r"[A-Za-z]{2}|[QqHh][1-4]|[A-Za-z(]\s|[’'(=]")
FIGURE_CLOCK = re.compile(
    r"(?<![\d:])\d\d:\d\d,?\s(?:on\s|of\s)?(?:\w+day,?\s)?(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)


@lru_cache(maxsize=32)
def _trap(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"{either(chinese_words(lexicon, 'trap'))}|\b{either(english_words(lexicon, 'trap'))}\b", re.IGNORECASE
    )


def scan(text: str, setting: Setting) -> list[Date]:
    """All dates of a text. Linear: every place is read once, by patterns of bounded length."""
    found: list[Date] = []
    done = 0
    previous: Atom | None = None
    trap = _trap(setting.lexicon)
    for start in places(text, setting.lexicon):
        if start < done:
            continue
        name = trap.match(text, start)
        if name is not None:
            done = name.end()
            continue
        atom = _atom(text, start, setting)
        if atom is None:
            continue
        weekday = atom[:2]
        atom = _extended(text, atom, setting)
        atom = _listed(text, previous, atom)
        atom = _opened(text, atom, done)
        bare = BARE_WEEKDAY.fullmatch(text, *weekday)
        atom = (atom[0], atom[1], weekday_meant(text, atom[0], atom[1], atom[2], setting)) if bare else atom
        begin, done, reading = atom
        settled = settle(reading, setting.reference)
        previous = (begin, done, settled if reading.first.year is None else reading)
        if not (exists(settled.first) and exists(settled.last)):
            continue
        resolved = settled.first.year is not None and settled.last.year is not None and not _floating(settled)
        found.append(Date(begin, done, text[begin:done], reading_edtf(settled), resolved, settled.calendar))
    return found


def _floating(reading: Reading) -> bool:
    return any(point.level is Level.DAY and point.day is None for point in (reading.first, reading.last))


def _atom(text: str, start: int, setting: Setting, *, linked: bool = False) -> Atom | None:
    """What starts here, by the grammar that reads furthest; ``linked`` as the right end of a range."""
    best = chinese.read(text, start, setting)
    if text[start].isascii():
        if text[start].isdigit():
            figures = numeric.read(text, start, setting, linked=linked)
            best = figures if figures and (best is None or figures[1] > best[1]) else best
        if ENGLISH_NEAR.search(text, max(0, start - 2), start + 16):
            words = english.read(text, start, setting)
            best = words if words and (best is None or words[1] > best[1]) else best
    day = named.read(text, start, setting)
    best = day if day and (best is None or day[1] > best[1]) else best
    if best is not None:
        return best
    time = clock.read(text, start, setting.lexicon, attached=False)
    if time is None and FIGURE_CLOCK.match(text, start):
        time = clock.read(text, start, setting.lexicon, attached=True)
    if time is None and linked:
        time = clock.read(text, start, setting.lexicon, attached=True)
    return None if time is None else (start, time[0], single(OPEN_DAY._replace(clock=time[1]), anchored=True))


def _only_clock(reading: Reading) -> bool:
    return reading.last.clock is not None and reading.last.day is None


def _single_day(reading: Reading) -> bool:
    return reading.first == reading.last and reading.first.level is Level.DAY


def _with_time(text: str, atom: Atom, setting: Setting) -> Atom:
    """The day with the weekday, the other name and the time that follow it."""
    start, end, reading = atom
    if not _single_day(reading):
        return atom
    if _only_clock(reading):
        gap = ON_DAY.match(text, end)
        day = _atom(text, gap.end(), setting) if gap and gap.end() < len(text) and text[gap.end()].isascii() else None
        if day and _single_day(day[2]) and day[2].first.clock is None:
            point = day[2].first._replace(clock=reading.first.clock)
            return start, day[1], day[2]._replace(first=point, last=point)
        return atom
    weekday = WEEKDAY.match(text, end)
    if weekday:
        end = weekday.end()
    elif text[start] in "周週星礼禮" or text[start] in "上下本这這":
        end, reading = _named_twice(text, atom, setting)
    gap = CLOCK_GAP.match(text, end)
    at = end - 1 if text[end - 1] in NIGHTS else gap.end() if gap else end
    time = clock.read(text, at, setting.lexicon, attached=True) if at < len(text) else None
    if time is not None and reading.first.clock is None:
        point = reading.first._replace(clock=time[1])
        return start, time[0], reading._replace(first=point, last=point)
    return start, end, reading


def _named_twice(text: str, atom: Atom, setting: Setting) -> tuple[int, Reading]:
    """周六（7月25日）is one day, which the second name tells better."""
    _start, end, reading = atom
    gap = NEXT_DAY.match(text, end)
    if gap is None or gap.end() >= len(text):
        return end, reading
    found = chinese.read(text, gap.end(), setting)
    if found is None or not _single_day(found[2]) or found[2].first.day is None:
        return end, reading
    if gap["open"] in ("（", "("):
        close = CLOSED.match(text, found[1])
        return (close.end(), found[2]) if close else (end, reading)
    return (found[1], found[2]) if found[2].first.month is not None else (end, reading)


def _extended(text: str, atom: Atom, setting: Setting) -> Atom:
    """The atom with its time and the other end of its range; of a list that shares its unit (6、7、8月) each one."""
    atom = _joined(text, atom, setting)
    for _ in range(SHARED_MEMBERS):
        _, end, reading = atom
        if not text.startswith("、", end) or reading.first == reading.last or not _is_numeral(text[end - 1]):
            break
        longer = _joined(text, atom, setting)
        if longer[1] == end:
            break
        atom = longer
    return atom


SHARED_MEMBERS = 4


def _is_numeral(sign: str) -> bool:
    return sign in DIGITS or sign == "十" or sign.isdigit()


def _joined(text: str, atom: Atom, setting: Setting) -> Atom:
    start, end, reading = atom = _with_time(text, atom, setting)
    if reading.first.level is Level.YEAR and reading.first == reading.last and reading.first.year is not None:
        day = named.read(text, end, setting, reading.first.year)
        if day is not None:
            start, end, reading = atom = (start, day[1], day[2])
    if reading.first.level is Level.YEAR and reading.first != reading.last and numeric.YEARS.match(text, start):
        from_before = RANGE_BEFORE.search(text, max(0, start - 13), start)
        atom = (from_before.start() if from_before else start, end, reading)
    shared = _is_numeral(text[end - 1]) and text.startswith("、", end)
    link = LINK.match(text, end)
    both = BOTH.match(text, end)
    if link is None and shared:
        link = LISTED_WITH_UNIT.match(text, end)
    if link is None and both is not None:
        link = both
    if link is None or link.end() >= len(text):
        return atom
    right = _right_end(text, link.end(), reading, setting)
    if right is None:
        return atom
    finish = right[1]
    if link is both:
        after = BETWEEN_AFTER.match(text, finish)
        if after is None and not BETWEEN_BEFORE.search(text, max(0, start - 13), start):
            return atom
        finish = after.end() if after else finish
    if _only_clock(right[2]):
        reading = settle(reading, setting.reference)
    joined = join(reading, right[2])
    if joined is None or (shared and link.group() == "、" and not _consecutive(reading, right[2])):
        return atom
    before = RANGE_BEFORE.search(text, max(0, start - 13), start)
    return (before.start() if before else start), finish, joined


def _consecutive(left: Reading, right: Reading) -> bool:
    """Whether the members of a short list follow one another (7、8月), so that it is a range."""
    if left.last.day is not None:
        return right.first.day == left.last.day + 1
    return left.last.month is not None and right.first.month == left.last.month + 1


def _right_end(text: str, start: int, left: Reading, setting: Setting) -> Atom | None:
    now = NOW.match(text, start)
    if now is not None and left.first == left.last:
        return start, now.end(), left._replace(since=True)
    found = _atom(text, start, setting, linked=True)
    if found is None:
        found = right_end(text, start, left, setting)
    if found is None:
        return None
    if BARE_WEEKDAY.fullmatch(text, found[0], found[1]):
        found = _weekday_after(left, found)
    return _with_time(text, found, setting)


def _weekday_after(left: Reading, right: Atom) -> Atom:
    """The weekday that ends a range is the first one after its beginning (下周三至周五)."""
    begin, end = first_day(left.first), first_day(right[2].first)
    if begin is None or end is None or left.first.level is not Level.DAY:
        return right
    return right[0], right[1], single(numbered_day(begin + (end - begin) % 7), anchored=True)


def _listed(text: str, previous: Atom | None, atom: Atom) -> Atom:
    """A member of a list takes month and year from the one before it."""
    if previous is None or atom[2].anchored or atom[2].first.year is not None:
        return atom
    gap = LISTED.match(text, previous[1])
    if gap is None or gap.end() != atom[0]:
        return atom
    before, reading = previous[2].last, atom[2]
    if (before.year is None and before.month is None) or previous[2].first != previous[2].last:
        return atom
    if reading.first.month is None and reading.first.day is not None and before.month is not None:
        first = reading.first._replace(year=before.year, month=before.month)
        last = first if reading.first == reading.last else reading.last._replace(year=before.year, month=before.month)
    elif reading.first.month is not None and before.month is not None and before.level >= Level.MONTH:
        first = reading.first._replace(year=before.year)
        last = first if reading.first == reading.last else reading.last._replace(year=reading.last.year or before.year)
    else:
        return atom
    begin, ahead = first_day(first), first_day(before)
    if begin is not None and ahead is not None and begin < ahead:
        return atom
    return atom[0], atom[1], reading._replace(first=first, last=last)


def _opened(text: str, atom: Atom, done: int) -> Atom:
    """The atom with the words that leave an end open: 自…起, 以来, 直到, since, until."""
    start, end, reading = atom
    if reading.since:
        before = SINCE_BEFORE.search(text, max(done, start - 4), start)
        return (before.start() if before else start), end, reading._replace(takes=Takes.PAST)
    after = SINCE_AFTER.match(text, end)
    if after is not None:
        before = SINCE_BEFORE.search(text, max(done, start - 4), start)
        return (
            (before.start() if before else start),
            after.end(),
            reading._replace(since=True, takes=reading.takes if after["from_on"] else Takes.PAST),
        )
    until = UNTIL_BEFORE.search(text, max(done, start - 4), start)
    if until is not None and reading.first == reading.last:
        return until.start(), end, reading._replace(until=True)
    opened = english.OPEN_BEFORE.search(text, max(done, start - 12), start)
    if opened is not None and reading.first == reading.last:
        since = opened.group().strip().lower().startswith("since")
        return (
            opened.start(),
            end,
            reading._replace(since=since, until=not since, takes=Takes.PAST if since else reading.takes),
        )
    return start, end, reading
