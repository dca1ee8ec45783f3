"""A date in English: February 20–24, 2023, the third quarter of 2022, the 1980s, since 2019, 3:30 p.m. on May 4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.annotate.date.value import Level, Point
from newsdoc.bilingual.rendering.date_chinese import VAGUE
from newsdoc.bilingual.rendering.edtf import Spoken, period_of, read_edtf, third_of

if TYPE_CHECKING:
    from newsdoc.bilingual.rendering.words import Words
    from newsdoc.model.annotation import Date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_ORDER = ("first", "second", "third", "fourth")


def say_date_in_english(date: Date, words: Words) -> str:
    """The date in English; the empty string where neither its EDTF nor the table tells anything."""
    spoken = read_edtf(date.edtf)
    if spoken is None:
        return ""
    said = _said(spoken, vague=bool(VAGUE.search(date.text)))
    return said or words.relative.get(date.text.lower(), "")


def _said(spoken: Spoken, *, vague: bool) -> str:
    first, last = spoken.first, spoken.last
    if first is None and last is not None:
        end = _point(last)
        return f"until {end}" if end else ""
    if first is not None and last is None:
        begin = _point(first)
        return f"since {begin}" if begin else ""
    assert first is not None
    assert last is not None
    if spoken.single:
        said = _point(first)
        # A number of four figures by itself would be read as one.
        return f"the year {said}" if said.isdigit() else said
    if period := period_of(spoken):
        return _period(*period, _year(first))
    if vague and (third := third_of(spoken)):
        return _third(*third)
    return _range(first, last)


def _period(name: str, number: int, year: str) -> str:
    if name == "three quarters":
        return "the first nine months" + (f" of {year}" if year else " of the year")
    if name == "half":
        return f"the {_ORDER[number - 1]} half of {year or 'the year'}"
    return f"the {_ORDER[number - 1]} quarter" + (f" of {year}" if year else "")


def _third(whole: Point, place: int) -> str:
    said = _point(whole)
    if whole.level is Level.DECADE:
        return said.replace("the ", "the " + ("early ", "mid-", "late ")[place], 1)
    return ("early ", "mid-", "late ")[place] + said


def _range(first: Point, last: Point) -> str:
    begin, end = _point(first), _point(last)
    if not begin or not end:
        return ""
    if first.clock or last.clock:
        if first.clock and last.clock and _day(first) == _day(last):
            day = _day(first)
            return f"from {_clock(first)} to {_clock(last)}{f' on {day}' if day else ''}"
        return f"from {begin} to {end}"
    if first.level is last.level is Level.YEAR:
        if begin.isdigit() and end.isdigit():
            return f"{begin}–{end}"
        return f"from {begin} to {end}"
    if first.level is last.level and first.level in (Level.MONTH, Level.DAY) and first.year == last.year:
        year = _year(last)
        if first.level is Level.MONTH:
            return f"{_month(first)} to {_month(last)}{f' {year}' if year else ''}"
        comma = f", {year}" if year else ""
        if first.month == last.month and first.month is not None:
            return f"{_month(first)} {first.day}–{last.day}{comma}"
        if first.month is not None and last.month is not None:
            return f"{_month(first)} {first.day} to {_month(last)} {last.day}{comma}"
    return f"from {begin} to {end}"


def _point(point: Point) -> str:
    year = _year(point)
    match point.level:
        case Level.CENTURY:
            return _century(point.year)
        case Level.DECADE:
            return f"the {point.tail[0]}0s" if point.year is None else f"the {point.year}s"
        case Level.YEAR:
            return year
        case Level.SEASON:
            season = _SEASONS[point.month or 21]
            return f"{season} {year}" if year else season
        case Level.MONTH:
            return f"{_month(point)} {year}".strip()
        case _:
            day = _day(point)
            if point.clock is None:
                return day
            return f"{_clock(point)} on {day}" if day else _clock(point)


def _day(point: Point) -> str:
    year = _year(point)
    if point.month is None:
        return f"the {point.day}{_ending(point.day)}" if point.day is not None else ""
    if point.day is None:
        return f"{_month(point)} {year}".strip()
    return f"{_month(point)} {point.day}" + (f", {year}" if year else "")


def _month(point: Point) -> str:
    return _MONTHS[point.month - 1] if point.month is not None else ""


def _year(point: Point) -> str:
    year = point.year
    if year is None:
        return f"'{point.tail}" if point.tail.isdigit() else ""
    if year <= 0:
        return f"{1 - year} BC"
    return f"{year} AD" if year < 1000 else str(year)


def _century(year: int | None) -> str:
    if year is None:
        return ""
    number = year // 100 + 1 if year >= 0 else -(year // 100)
    return f"the {number}{_ending(number)} century{' BC' if year < 0 else ''}"


def _ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _clock(point: Point) -> str:
    assert point.clock is not None
    hour, minute, second = point.clock
    if hour == 24:
        return "24:00"
    said = str(hour % 12 or 12) + (f":{minute:02d}" if minute or second else "") + (f":{second:02d}" if second else "")
    return f"{said} {'a.m.' if hour < 12 else 'p.m.'}"
