"""Dates counted from the reference date. Without a reference they stay open, as fine as they are said."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdoc.annotate.date.resolve import day_number
from newsdoc.annotate.date.value import (
    Level,
    Point,
    Reading,
    Takes,
    day_of_number,
    day_point,
    month_length,
    month_point,
    number_of_day,
    shift_months,
    single,
    year_point,
)
from newsdoc.errors import NewsdocError

if TYPE_CHECKING:
    from newsdoc.lexicon import Lexicon

OPEN_DAY = day_point(None, None, None)
THIRDS = {"early": 0, "mid": 1, "late": 2}


@dataclass(frozen=True, slots=True)
class Setting:
    """What the reading of a text hangs on.

    Attributes:
        reference: The day that 今天 means, or None.
        lexicon: The words.
        day_first: Whether 03/04/2023 is 3 April.
        taiwan: Whether a year of three figures counts from 1912.
    """

    reference: datetime.date | None
    lexicon: Lexicon
    day_first: bool = False
    taiwan: bool = False


def reference_date(reference: datetime.date | str | None) -> datetime.date | None:
    """The reference date of a call.

    Raises:
        NewsdocError: a string that is no ISO date.
    """
    if reference is None:
        return None
    if isinstance(reference, datetime.datetime):
        return reference.date()
    if isinstance(reference, datetime.date):
        return reference
    try:
        return datetime.date.fromisoformat(reference)
    except ValueError:
        pass
    try:
        return datetime.datetime.fromisoformat(reference).date()
    except ValueError:
        raise NewsdocError(
            f"the reference date {reference[:40]!r} cannot be read; an ISO date such as '2023-03-21' would do"
        ) from None


def interval(first: Point, last: Point, *, anchored: bool = True) -> Reading:
    return Reading(first, last, anchored)


def numbered_day(number: int) -> Point:
    return day_point(*day_of_number(number))


def day_by(reference: datetime.date | None, by: int) -> Reading:
    """So many days from the reference."""
    return single(OPEN_DAY if reference is None else numbered_day(day_number(reference) + by), anchored=True)


def month_by(reference: datetime.date | None, by: int) -> Reading:
    if reference is None:
        return single(month_point(None, None), anchored=True)
    return single(month_point(*shift_months(reference.year, reference.month, by)), anchored=True)


def year_by(reference: datetime.date | None, by: int) -> Reading:
    return single(year_point(None if reference is None else reference.year + by), anchored=True)


def week_by(reference: datetime.date | None, by: int, first: int = 1, last: int = 7) -> Reading:
    """Days of the week (Monday is 1) that lies so many weeks from that of the reference."""
    if reference is None:
        return single(OPEN_DAY, anchored=True) if first == last else interval(OPEN_DAY, OPEN_DAY)
    monday = day_number(reference) - reference.weekday() + 7 * by
    return interval(numbered_day(monday + first - 1), numbered_day(monday + last - 1))


def nearest_weekday(reference: datetime.date | None, weekday: int, ahead: int = 3) -> Reading:
    """The day of that name nearest to the reference, or the one in the seven days that end ``ahead`` days on."""
    if reference is None:
        return single(OPEN_DAY, anchored=True)
    here = day_number(reference)
    by = (weekday - reference.isoweekday()) % 7
    if ahead == 7 and by == 0:
        by = 7
    return single(numbered_day(here + (by if by <= ahead else by - 7)), anchored=True)


def weekday_in_month(reference: datetime.date | None, weekday: int, day: int) -> Reading | None:
    """The nearest month that has this day on this day of the week (Friday 31); None where none is within five years."""
    if reference is None:
        return single(day_point(None, None, day))
    here, found = day_number(reference), []
    for by in range(-60, 61):
        year, month = shift_months(reference.year, reference.month, by)
        if (
            day <= month_length(year, month)
            and 0 < year < 10000
            and datetime.date(year, month, day).isoweekday() == weekday
        ):
            found.append(day_point(year, month, day))
    if not found:
        return None
    return single(
        min(found, key=lambda p: abs(day_number(datetime.date(p.year or 1, p.month or 1, p.day or 1)) - here))
    )


def nth_weekday(month: Point, nth: int, weekday: int | None) -> Point | None:
    """The nth day of that name in a month, or its nth day; negative counts from the end. None where there is none."""
    if month.year is None or month.month is None:
        return day_point(month.year, month.month, None)
    days = range(1, month_length(month.year, month.month) + 1)
    monday = number_of_day(month.year, month.month, 1) + 2
    fitting = [day for day in days if weekday is None or (monday + day) % 7 + 1 == weekday]
    at = nth - 1 if nth > 0 else len(fitting) + nth
    return day_point(month.year, month.month, fitting[at]) if nth and 0 <= at < len(fitting) else None


def months_of(year: int | None, first: int, last: int, *, anchored: bool, takes: Takes = Takes.BEGUN) -> Reading:
    """Months of a year, as a quarter or a half of it is."""
    return Reading(month_point(year, first), month_point(year, last), anchored, takes=takes)


def quarter(year: int | None, first: int, last: int, *, anchored: bool, takes: Takes = Takes.BEGUN) -> Reading:
    return months_of(year, 3 * first - 2, 3 * last, anchored=anchored, takes=takes)


def half_by(reference: datetime.date | None, by: int) -> Reading:
    if reference is None:
        return interval(month_point(None, None), month_point(None, None))
    year, month = shift_months(reference.year, (reference.month - 1) // 6 * 6 + 1, 6 * by)
    return months_of(year, month, month + 5, anchored=True)


def half_months_by(reference: datetime.date | None, halves: int) -> Reading:
    """The month so many half months from the reference, half a month being fifteen days."""
    if reference is None:
        return month_by(None, 0)
    whole = halves // 2 if halves > 0 else -(-halves // 2)
    year, month = shift_months(reference.year, reference.month, whole)
    day = min(reference.day, month_length(year, month))
    year, month, _ = day_of_number(number_of_day(year, month, day) + 15 * (halves - 2 * whole))
    return single(month_point(year, month), anchored=True)


def quarter_by(reference: datetime.date | None, by: int) -> Reading:
    if reference is None:
        return interval(month_point(None, None), month_point(None, None))
    year, month = shift_months(reference.year, (reference.month - 1) // 3 * 3 + 1, 3 * by)
    return months_of(year, month, month + 2, anchored=True)


def third_of_month(point: Point, part: str, *, anchored: bool) -> Reading:
    """The days 1 to 10, 11 to 20, or 21 to the end of a month (旬)."""
    first, last = ((1, 10), (11, 20), (21, month_length(point.year, point.month)))[THIRDS[part]]
    if part == "late" and point.month is None:
        return Reading(day_point(point.year, None, 21), day_point(point.year, None, None), anchored)
    return Reading(
        day_point(point.year, point.month, first),
        day_point(point.year, point.month, last),
        anchored,
        to_month_end=part == "late",
    )


def part_of_month(point: Point, *, third: str, half: str, days: int | None, anchored: bool) -> Reading:
    """A month, or a third, half or the first days of it."""
    if third in THIRDS:
        return third_of_month(point, third, anchored=anchored)
    if third:
        first, last = (1, 20) if third == "early-mid" else (11, month_length(point.year, point.month))
    elif half:
        first, last = (1, 15) if half in "上前" else (16, month_length(point.year, point.month))
    elif days is not None and 0 < days <= month_length(point.year, point.month):
        first, last = 1, days
    else:
        return single(point, anchored=anchored)
    return Reading(
        day_point(point.year, point.month, first),
        day_point(point.year, point.month, last),
        anchored,
        to_month_end=first in (11, 16),
    )


def third_of_years(point: Point, part: str) -> Reading:
    """Early, mid or late of a decade (four, three and three years) or a century (33, 33 and 34)."""
    size = 10 if point.level is Level.DECADE else 100
    bounds = ((0, 3), (4, 6), (7, 9)) if size == 10 else ((0, 32), (33, 65), (66, 99))
    first, last = bounds[THIRDS[part]]
    year = point.year
    if year is None:
        return single(point, anchored=True)
    return interval(year_point(year + first), year_point(year + last))


def part_of_year(year: int | None, part: str, *, anchored: bool) -> Reading:
    """Early, mid or late of a year as English has it: four months each."""
    first = 1 + 4 * THIRDS[part]
    return months_of(year, first, first + 3, anchored=anchored)


def moved(point: Point, unit: str, by: int) -> Point | None:
    """The point so many days, weeks, months or years on from a day; None where the point is open."""
    if point.year is None or point.level < Level.MONTH or point.month is None:
        return None
    day = point.day or 1
    if unit in ("day", "week"):
        number = number_of_day(point.year, point.month, day) + by * (7 if unit == "week" else 1)
        return numbered_day(number)
    year, month = shift_months(point.year, point.month, by * {"year": 12, "quarter": 3}.get(unit, 1))
    if point.level is Level.MONTH:
        return month_point(year, month)
    return day_point(year, month, min(day, month_length(year, month)))


def ago(reference: datetime.date | None, unit: str, by: int) -> Reading:
    """So many units from the reference, as fine as the unit: a day for days and weeks, else the month or the year."""
    if unit in ("day", "week"):
        return day_by(reference, by * (7 if unit == "week" else 1))
    if unit == "year":
        return year_by(reference, by)
    return month_by(reference, by * (3 if unit == "quarter" else 1))
