"""The lunar calendar (农历), by borax, which covers the lunar years 1900 to 2100. Loaded when a lunar date is met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.annotate.date.relative import OPEN_DAY
from newsdoc.annotate.date.resolve import day_number
from newsdoc.annotate.date.value import Reading, day_point

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

FIRST_YEAR, LAST_YEAR = 1900, 2100


def _solar(year: int, month: int, day: int | None, leap: bool) -> tuple[datetime.date, datetime.date] | None:
    from borax.calendars.lunardate import InvalidLunarDateError, LCalendars, LunarDate

    if not FIRST_YEAR <= year <= LAST_YEAR or (leap and LCalendars.leap_month(year) != month):
        return None
    try:
        days = LCalendars.ndays(year, month, int(leap))
        first = LunarDate(year, month, day or 1, int(leap)).to_solar_date()
        last = LunarDate(year, month, day or days, int(leap)).to_solar_date()
    except (InvalidLunarDateError, OverflowError):
        return None
    return first, last


def _reading(first: datetime.date, last: datetime.date) -> Reading:
    return Reading(
        day_point(first.year, first.month, first.day),
        day_point(last.year, last.month, last.day),
        anchored=True,
        calendar="lunar",
    )


def lunar(
    month: int, day: int | None, *, leap: bool, years: Iterable[int], reference: datetime.date | None
) -> Reading | None:
    """The Gregorian day of a lunar day, or the days of a lunar month, in that of the years nearest to the reference.

    None where the calendar has no such day. Open where no year is known.
    """
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 30):
        return None
    tried = list(years)
    if not tried:
        return Reading(OPEN_DAY, OPEN_DAY, anchored=True, calendar="lunar")
    found = [pair for year in tried if (pair := _solar(year, month, day, leap)) is not None]
    if not found:
        return None
    if reference is None:
        return _reading(*found[0])
    here = day_number(reference)

    def distance(pair: tuple[datetime.date, datetime.date]) -> int:
        return max(day_number(pair[0]) - here, here - day_number(pair[1]), 0)

    return _reading(*min(found, key=distance))
