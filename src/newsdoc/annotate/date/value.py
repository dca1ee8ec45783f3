"""What a date says before it is put in words or figures: points, readings, and their EDTF.

A point is as fine as the text (a century, a year, a day, a minute). A reading is one point or two. What the text leaves
open is None and becomes ``XX`` in EDTF (ISO 8601-2:2019). Years are astronomical: 0 is 1 BC. Days are counted in the
proleptic Gregorian calendar with plain integers, so that no year is out of range.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Level(IntEnum):
    """How fine a point is."""

    CENTURY = 0
    DECADE = 1
    YEAR = 2
    SEASON = 3
    MONTH = 4
    DAY = 5


class Takes(IntEnum):
    """Which year a reading takes that names none, where a reference is known."""

    NEAREST = 0
    BEGUN = 1  # that of the reference, once the period has begun in it (三季度 in November)
    OVER = 2  # the last one in which the period is over (前三季度 in March)
    PAST = 3  # the last one in which the period has begun (8月以来 in March)


Clock = tuple[int, int, int]


class Point(NamedTuple):
    """A century, decade, year, season (months 21 to 24), month or day; a clock time only with a day.

    Attributes:
        level: How fine it is.
        year: Astronomical year, the first one of a century or decade; None where it is open.
        month: 1 to 12, or 21 to 24 for a season; None where it is open or too fine.
        day: 1 to 31; None where it is open or too fine.
        clock: Hour, minute, second.
        tail: The last two figures of a year whose century is open, as EDTF has them (``03``, ``8X``).
    """

    level: Level
    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: Clock | None = None
    tail: str = "XX"


class Reading(NamedTuple):
    """What one expression says.

    Attributes:
        first: Where it begins.
        last: Where it ends; equal to ``first`` for a single point.
        anchored: The open parts stay open: they hang on something that the expression does not say.
        calendar: ``gregorian``, ``roc`` or ``lunar``.
        until: The beginning is open (``../2019``).
        since: The end is open (``2019/..``).
        to_month_end: It ends with its last month, however long that is (下旬).
        takes: Which year it takes from the reference.
    """

    first: Point
    last: Point
    anchored: bool = False
    calendar: str = "gregorian"
    until: bool = False
    since: bool = False
    to_month_end: bool = False
    takes: Takes = Takes.NEAREST


def single(point: Point, *, anchored: bool = False, calendar: str = "gregorian") -> Reading:
    """A reading of one point."""
    return Reading(point, point, anchored, calendar)


def year_point(year: int | None) -> Point:
    return Point(Level.YEAR, year)


def month_point(year: int | None, month: int | None) -> Point:
    return Point(Level.MONTH, year, month)


def day_point(year: int | None, month: int | None, day: int | None, clock: Clock | None = None) -> Point:
    return Point(Level.DAY, year, month, day, clock)


def number_of_day(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01 in the proleptic Gregorian calendar; Howard Hinnant, "chrono-compatible date algorithms".

    >>> number_of_day(1970, 1, 2), number_of_day(-1, 12, 31) - number_of_day(-1, 12, 1)
    (1, 30)
    """
    shifted = year - (month <= 2)
    cycle, of_cycle = divmod(shifted, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return cycle * 146097 + of_cycle * 365 + of_cycle // 4 - of_cycle // 100 + of_year - 719468


def day_of_number(number: int) -> tuple[int, int, int]:
    """The inverse of :func:`number_of_day`.

    >>> day_of_number(number_of_day(2024, 2, 29))
    (2024, 2, 29)
    """
    cycle, of_cycle = divmod(number + 719468, 146097)
    year = (of_cycle - of_cycle // 1460 + of_cycle // 36524 - of_cycle // 146096) // 365
    of_year = of_cycle - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    return year + cycle * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def month_length(year: int | None, month: int | None) -> int:
    """Days of a month; the longest that it can have where the year or the month is open.

    >>> month_length(2023, 2), month_length(None, 2), month_length(None, None)
    (28, 29, 31)
    """
    if month is None:
        return 31
    if month == 2:
        leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
        return 29 if leap else 28
    return 30 if month in (4, 6, 9, 11) else 31


def exists(point: Point) -> bool:
    """Whether the calendar has such a month and day."""
    if point.month is not None and not (1 <= point.month <= 12 or point.level is Level.SEASON):
        return False
    if point.day is not None and not 1 <= point.day <= month_length(point.year, point.month):
        return False
    if point.clock is not None:
        hour, minute, second = point.clock
        return (0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 60) or point.clock == (24, 0, 0)
    return True


def shift_months(year: int, month: int, by: int) -> tuple[int, int]:
    """The month so many months on.

    >>> shift_months(2023, 1, -2)
    (2022, 11)
    """
    years, index = divmod(year * 12 + month - 1 + by, 12)
    return years, index + 1


def first_day(point: Point) -> int | None:
    """The number of the first day of a point; None where it is open."""
    if point.year is None or (point.level >= Level.MONTH and point.month is None):
        return None
    if point.level is Level.SEASON:
        return number_of_day(point.year, ((point.month or 21) - 20) * 3, 1)
    if point.level is Level.DAY:
        return None if point.day is None else number_of_day(point.year, point.month or 1, point.day)
    return number_of_day(point.year, point.month or 1, 1)


def last_day(point: Point) -> int | None:
    """The number of the last day of a point; None where it is open."""
    first = first_day(point)
    if first is None or point.year is None or point.level is Level.DAY:
        return first
    if point.level is Level.MONTH and point.month is not None:
        return first + month_length(point.year, point.month) - 1
    if point.level is Level.SEASON:
        return first + 90
    span = {Level.CENTURY: 100, Level.DECADE: 10}.get(point.level, 1)
    return number_of_day(point.year + span, 1, 1) - 1


def _year(point: Point) -> str:
    year = point.year
    if year is None:
        return f"XX{point.tail}"
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def point_edtf(point: Point) -> str:
    """A point as EDTF.

    >>> point_edtf(Point(Level.DECADE, 1980)), point_edtf(day_point(None, 2, 20))
    ('198X', 'XXXX-02-20')
    >>> point_edtf(Point(Level.SEASON, 2022, 21))
    '2022-21'
    """
    year = _year(point)
    if point.level is Level.CENTURY:
        return year if point.year is None else year[:-2] + "XX"
    if point.level is Level.DECADE:
        return year if point.year is None else year[:-1] + "X"
    if point.level is Level.YEAR:
        return year
    month = "XX" if point.month is None else f"{point.month:02d}"
    if point.level is not Level.DAY:
        return f"{year}-{month}"
    day = "XX" if point.day is None else f"{point.day:02d}"
    clock = "" if point.clock is None else "T{:02d}:{:02d}:{:02d}".format(*point.clock)
    return f"{year}-{month}-{day}{clock}"


def reading_edtf(reading: Reading) -> str:
    """A reading as EDTF: a point, an interval, or an interval with an open end."""
    if reading.since:
        return f"{point_edtf(reading.first)}/.."
    if reading.until:
        return f"../{point_edtf(reading.last)}"
    if reading.first == reading.last:
        return point_edtf(reading.first)
    return f"{point_edtf(reading.first)}/{point_edtf(reading.last)}"


def with_year(point: Point, year: int) -> Point:
    return point._replace(year=year)
