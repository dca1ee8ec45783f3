"""Feasts, terms and other days with a name, where the lexicon gives them (kind ``named`` of table ``dates``).

The value is ``12-25`` for a day of every year, or a date, or two parted by ``/``, as EDTF has them (``2021/2025``). The
built-in table has none: a festival is no date of its own accord.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.annotate.date.value import (
    Point,
    Reading,
    day_point,
    exists,
    month_point,
    single,
    with_year,
    year_point,
)
from newsdoc.annotate.date.words import chinese, either, english
from newsdoc.errors import LexiconError

if TYPE_CHECKING:
    from newsdoc.annotate.date.relative import Setting
    from newsdoc.lexicon import Lexicon

VALUE = re.compile(r"(?:(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?|(?P<of_year>\d\d)-(?P<of_month>\d\d))")


def _point(value: str) -> Point:
    match = VALUE.fullmatch(value)
    point = None
    if match and match["of_year"]:
        point = day_point(None, int(match["of_year"]), int(match["of_month"]))
    elif match and match["day"]:
        point = day_point(int(match["year"]), int(match["month"]), int(match["day"]))
    elif match:
        year = int(match["year"])
        point = month_point(year, int(match["month"])) if match["month"] else year_point(year)
    if point is None or not exists(point):
        raise LexiconError(f"table dates: the value {value!r} of a named day is none; '12-25' or '2021/2025' would do")
    return point


@lru_cache(maxsize=32)
def _named(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, Reading]] | None:
    words = {**chinese(lexicon, "named"), **english(lexicon, "named")}
    if not words:
        return None
    readings = {}
    for form, word in words.items():
        first, _, last = word.value.partition("/")
        readings[form] = Reading(_point(first), _point(last), anchored=True) if last else single(_point(first))
    return re.compile(either(words), re.IGNORECASE), readings


def read(text: str, start: int, setting: Setting, year: int | None = None) -> tuple[int, int, Reading] | None:
    """The named day at ``start``; in the year that stands before it, where one does."""
    named = _named(setting.lexicon)
    match = named[0].match(text, start) if named else None
    if named is None or match is None:
        return None
    reading = named[1].get(" ".join(match.group().lower().split()))
    if reading is None:
        return None
    if year is not None:
        if reading.first.year is not None:
            return None
        reading = single(with_year(reading.first, year))
    return start, match.end(), reading
