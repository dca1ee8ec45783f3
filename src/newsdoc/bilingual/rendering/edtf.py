"""EDTF back to points: what a date says, taken apart so that it can be said in words.

Source: Extended Date/Time Format, ISO 8601-2:2019, as far as :func:`newsdoc.dates` writes it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsdoc.annotate.date.value import Level, Point, month_length

_POINT = re.compile(
    r"(?:(?P<far>Y-?\d{5,12})|(?P<sign>-?)(?P<hundreds>\d\d|XX)(?P<tens>\d|X)(?P<ones>\d|X))"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?:T(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d))?)?)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One point or two; None for an end that is open (``2019/..``)."""

    first: Point | None
    last: Point | None

    @property
    def single(self) -> bool:
        return self.first is not None and self.first is self.last


def read_edtf(edtf: str) -> Spoken | None:
    """What an EDTF string says; None where it is none that newsdoc writes.

    >>> read_edtf("2023-02-20/2023-02-24").last
    Point(level=<Level.DAY: 5>, year=2023, month=2, day=24, clock=None, tail='XX')
    >>> read_edtf("2019/..").last is None, read_edtf("soon")
    (True, None)
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        point = read_point(edtf)
        return Spoken(point, point) if point else None
    ends = [None if end == ".." else read_point(end) for end in (first, last)]
    if any(end is None and said != ".." for end, said in zip(ends, (first, last), strict=True)) or not any(ends):
        return None
    return Spoken(*ends)


def read_point(said: str) -> Point | None:
    """One point of EDTF."""
    found = _POINT.fullmatch(said)
    if found is None:
        return None
    level, year, tail = _year(found)
    if found["month"] is None:
        return Point(level, year, tail=tail)
    if level in (Level.CENTURY, Level.DECADE):
        return None
    month = None if found["month"] == "XX" else int(found["month"])
    if found["day"] is None:
        if month is not None and 21 <= month <= 24:
            return Point(Level.SEASON, year, month, tail=tail)
        return Point(Level.MONTH, year, month, tail=tail) if month is None or 1 <= month <= 12 else None
    day = None if found["day"] == "XX" else int(found["day"])
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= month_length(year, month)):
        return None
    clock = (int(found["hour"]), int(found["minute"]), int(found["second"])) if found["hour"] else None
    if clock is not None and (clock > (24, 0, 0) or clock[1] > 59 or clock[2] > 59):
        return None
    return Point(Level.DAY, year, month, day, clock, tail)


def _year(found: re.Match[str]) -> tuple[Level, int | None, str]:
    if found["far"]:
        return Level.YEAR, int(found["far"][1:]), "XX"
    hundreds, tens, ones = found["hundreds"], found["tens"], found["ones"]
    sign = -1 if found["sign"] else 1
    if hundreds == "XX":
        decade = tens != "X" and ones == "X"
        return (Level.DECADE if decade else Level.YEAR), None, tens + ones
    if tens == "X":
        return Level.CENTURY, sign * int(hundreds) * 100, "XX"
    if ones == "X":
        return Level.DECADE, sign * int(hundreds + tens) * 10, "XX"
    return Level.YEAR, sign * int(hundreds + tens + ones), "XX"


def period_of(spoken: Spoken) -> tuple[str, int] | None:
    """The name of an interval that is a quarter, a half, or the first so many months of a year.

    >>> period_of(read_edtf("2022-07/2022-09")), period_of(read_edtf("2022-01/2022-02"))
    (('quarter', 3), None)
    """
    first, last = spoken.first, spoken.last
    if first is None or last is None or first.level is not Level.MONTH or last.level is not Level.MONTH:
        return None
    if first.year != last.year or first.month is None or last.month is None:
        return None
    if first.month % 3 == 1 and last.month == first.month + 2:
        return "quarter", (first.month + 2) // 3
    if first.month in (1, 7) and last.month == first.month + 5:
        return "half", 1 if first.month == 1 else 2
    return ("three quarters", 3) if (first.month, last.month) == (1, 9) else None


def third_of(spoken: Spoken) -> tuple[Point, int] | None:
    """The month or decade of which an interval is the first, second or last third, with 0, 1 or 2.

    >>> third_of(read_edtf("2022-05-21/2022-05-31"))[1], third_of(read_edtf("1990/1993"))[1]
    (2, 0)
    """
    first, last = spoken.first, spoken.last
    if first is None or last is None or first.level is not last.level:
        return None
    if (
        first.level is Level.DAY
        and (first.year, first.month) == (last.year, last.month)
        and not (first.clock or last.clock)
    ):
        if first.month is None or first.day is None or last.day is None:
            return None
        ends = {1: (10,), 11: (20,), 21: (month_length(first.year, first.month), 28)}
        if last.day in ends.get(first.day, ()):
            return Point(Level.MONTH, first.year, first.month), first.day // 10
    if first.level is Level.YEAR and first.year is not None and last.year is not None and first.year >= 1000:
        span = (first.year % 10, last.year % 10)
        if first.year // 10 == last.year // 10 and span in ((0, 3), (4, 6), (7, 9)):
            return Point(Level.DECADE, first.year // 10 * 10), ((0, 3), (4, 6), (7, 9)).index(span)
    return None
