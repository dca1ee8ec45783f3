"""What the English forms share: words of the lexicon as numbers, years and days as they are said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.annotate.date.digits import TENS
from newsdoc.annotate.date.english_numbers import CARDINALS, day_in_words, words_of, year_number
from newsdoc.annotate.date.english_words import near_year
from newsdoc.annotate.date.value import Level, Point, Reading, exists, single, year_point
from newsdoc.annotate.date.words import english

if TYPE_CHECKING:
    from newsdoc.annotate.date.relative import Setting

Found = tuple[int, Reading]

NUMBERS = CARDINALS | TENS | {"a": 1, "an": 1}


def month_number(said: str, setting: Setting) -> int:
    return int(english(setting.lexicon, "month")[said.lower()].value)


def weekday_number(said: str, setting: Setting) -> int:
    return int(english(setting.lexicon, "weekday")[said.lower()].value)


def shift_number(said: str, setting: Setting) -> int:
    return int(english(setting.lexicon, "shift")[" ".join(said.lower().split())].value)


def said_year(said: str | None, setting: Setting) -> Point | None:
    """The year that stands after a month; None where the words are no year."""
    if said is None:
        return year_point(None)
    if said[0] in "'’":
        return near_year(int(said[1:]), setting)
    if said.isdecimal():
        return near_year(int(said), setting) if len(said) == 2 else year_point(int(said))
    number = year_number(words_of(said))
    return None if number is None else year_point(number)


def day_in(year: Point, month: int, day: int) -> Reading | None:
    point = Point(Level.DAY, year.year, month, day, tail=year.tail)
    return single(point) if exists(point) else None


def day_of(said: str) -> int | None:
    number = int(re.sub(r"\D", "", said)) if said[0].isdigit() else day_in_words(words_of(said))
    return number if number is not None and 1 <= number <= 31 else None
