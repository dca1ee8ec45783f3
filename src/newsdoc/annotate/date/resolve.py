"""Filling in what an expression leaves open: from the other end of a range, then from the reference date.

A date without a year takes the year that brings it nearest to the reference, a day without a month the nearest month;
of two at the same distance the past one. A quarter or a half takes the year of the reference once it has begun
there, and 前三季度 the last year in which they are over. Without a reference nothing is filled in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.annotate.date.value import (
    Clock,
    Level,
    Point,
    Reading,
    Takes,
    exists,
    first_day,
    last_day,
    month_length,
    number_of_day,
    shift_months,
)

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

YEARS_TO_TRY = 8
"""A 29 February is at most eight years away (1896 to 1904)."""


def day_number(reference: datetime.date) -> int:
    return number_of_day(reference.year, reference.month, reference.day)


def _order(point: Point) -> tuple[int, int]:
    return point.month or 0, point.day or 0


def join(left: Reading, right: Reading) -> Reading | None:
    """One range out of its two ends, each of which may leave to the other what they share.

    The right end takes year, month or day from the left (2月20日至24日), the left its year from the right (Nov–Feb
    2017: from the November before). None where the two are no range.
    """
    first, last = left.first, right.last
    if first.level <= Level.DECADE or last.level <= Level.DECADE:
        fits = first.level == last.level and first.year is not None and last.year is not None and first.year < last.year
        return left._replace(last=last) if fits else None
    if last.level is Level.DAY and last.day is None and last.clock is not None:
        if first.clock is None:
            return None
        return left._replace(last=_until(first, last.clock))
    if first.level is Level.DAY and first.day is None and first.clock is not None:
        first = last._replace(clock=first.clock)
        left = left._replace(anchored=right.anchored)
    if last.month is None and first.month is not None and last.level is Level.DAY:
        over = first.day is not None and last.day is not None and last.day < first.day
        year, month = shift_months(first.year or 0, first.month, int(over))
        known = last.year if last.year is not None else None if first.year is None else year
        last = last._replace(year=known, month=month)
    if first.month is None and last.month is not None and first.level is Level.DAY and first.year is None:
        over = first.day is not None and last.day is not None and first.day > last.day
        if over:
            year, month = shift_months(last.year or 0, last.month, -1)
            first = first._replace(year=year if last.year is not None else None, month=month)
        else:
            first = first._replace(year=last.year, month=last.month)
    anchored = left.anchored or right.anchored
    if first.year is None and last.year is not None and not left.anchored:
        first = first._replace(year=last.year - (_order(first) > _order(last)))
    elif last.year is None and first.year is not None and not right.anchored:
        last = last._replace(year=first.year + (_order(last) < _order(first) and last.level >= Level.SEASON))
    if right.to_month_end:
        last = _to_month_end(last)
    begin, end = first_day(first), last_day(last)
    if begin is not None and end is not None and (end < begin or not exists(first)):
        return None
    if not exists(first) or not exists(last):
        return None
    calendar = left.calendar if left.calendar != "gregorian" else right.calendar
    return Reading(
        first, last, anchored, calendar, since=right.since, to_month_end=right.to_month_end, takes=left.takes
    )


def _to_month_end(point: Point) -> Point:
    return point._replace(day=month_length(point.year, point.month))


def _until(first: Point, clock: Clock) -> Point:
    """The time that ends a range: in the same half of the day (下午2时至5时), else on the day after (22时至5时)."""
    begin = first.clock or (0, 0, 0)
    if clock < begin and clock[0] + 12 > begin[0] and clock[0] < 12:
        clock = (clock[0] + 12, *clock[1:])
    if clock >= begin or first.day is None:
        return first._replace(clock=clock)
    if first.day < month_length(first.year, first.month):
        return first._replace(day=first.day + 1, clock=clock)
    if first.month is None:
        return first._replace(day=None, clock=clock)
    year, month = shift_months(first.year or 0, first.month, 1)
    return first._replace(year=None if first.year is None else year, month=month, day=1, clock=clock)


def _distance(first: Point, last: Point, here: int) -> tuple[int, int]:
    begin, end = first_day(first), last_day(last)
    if begin is None or end is None:
        return 1 << 60, 0
    if begin <= here <= end:
        return 0, 0
    return (here - end, 0) if end < here else (begin - here, 1)


def _at(point: Point, year: int, month: int | None) -> Point:
    return Point(point.level, year, month, point.day, point.clock, point.tail)


def _in_year(reading: Reading, year: int) -> tuple[Point, Point]:
    wraps = reading.first != reading.last and _order(reading.last) < _order(reading.first)
    last = reading.last if reading.last.year is not None else _at(reading.last, year + wraps, reading.last.month)
    if reading.to_month_end:
        last = _to_month_end(last)
    return _at(reading.first, year, reading.first.month), last


def _in_month(reading: Reading, year: int, month: int) -> tuple[Point, Point]:
    first = _at(reading.first, year, month)
    if reading.first == reading.last:
        return first, first
    if reading.last.month is not None or reading.last.year is not None:
        return first, reading.last
    over = (reading.last.day or 0) < (reading.first.day or 0)
    later = shift_months(year, month, 1) if over else (year, month)
    return first, reading.last._replace(year=later[0], month=later[1])


def _real(pairs: Iterable[tuple[Point, Point]]) -> list[tuple[Point, Point]]:
    return [pair for pair in pairs if exists(pair[0]) and exists(pair[1])]


def settle(reading: Reading, reference: datetime.date | None) -> Reading:
    """The reading with its year, or its month and year, nearest to the reference."""
    if reference is None or reading.anchored or reading.first.year is not None:
        return reading
    if reading.first.level < Level.SEASON or (reading.first.month is None and reading.first.day is None):
        return reading
    here = day_number(reference)
    if reading.takes and reading.first.month is not None:
        first, last = _in_year(reading, reference.year)
        if not (exists(first) and exists(last)):
            return _nearest(reading, reference)
        begin, end = first_day(first) or 0, last_day(last) or 0
        if (reading.takes is Takes.OVER and end < here) or (reading.takes is not Takes.OVER and begin <= here):
            return reading._replace(first=first, last=last)
        if reading.takes is not Takes.BEGUN:
            first, last = _in_year(reading, reference.year - 1)
            return reading._replace(first=first, last=last)
    return _nearest(reading, reference)


def _nearest(reading: Reading, reference: datetime.date) -> Reading:
    here = day_number(reference)
    if reading.first.month is None:
        around = [shift_months(reference.year, reference.month, by) for by in (0, -1, 1, -2, 2)]
        real = _real(_in_month(reading, year, month) for year, month in around)
    else:
        real = _real(_in_year(reading, reference.year + by) for by in (0, -1, 1))
        real = real or _real(_in_year(reading, reference.year + by) for by in range(-YEARS_TO_TRY, YEARS_TO_TRY + 1))
    if not real:
        return reading
    first, last = min(real, key=lambda pair: _distance(pair[0], pair[1], here))
    return reading._replace(first=first, last=last)
