"""English dates that are counted from the reference: yesterday, last year, next Monday, the first Tuesday."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.annotate.date.english_common import month_number, said_year, shift_number, weekday_number
from newsdoc.annotate.date.english_days import shifted_month
from newsdoc.annotate.date.english_numbers import day_in_words, words_of
from newsdoc.annotate.date.english_periods import edge_of_year
from newsdoc.annotate.date.english_words import part_name
from newsdoc.annotate.date.relative import (
    Setting,
    day_by,
    month_by,
    nearest_weekday,
    nth_weekday,
    quarter_by,
    third_of_month,
    third_of_years,
    week_by,
    weekday_in_month,
    year_by,
)
from newsdoc.annotate.date.resolve import settle
from newsdoc.annotate.date.value import Level, Point, Reading, month_point, single
from newsdoc.annotate.date.words import english

if TYPE_CHECKING:
    from newsdoc.annotate.date.english_pattern import Forms

Found = tuple[int, Reading]


def day_word(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.day_word.match(text, start)
    if match is None:
        return None
    word = english(setting.lexicon, "relative-day")[" ".join(match["word"].lower().split())]
    return match.end(), day_by(setting.reference, int(word.value))


_FULL_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


_WEEKDAY_OF_WEEK = re.compile(rf"(?:['’]s)?,?\s(?:-\s|on\s)?(?P<weekday>{'|'.join(_FULL_DAYS)})\b", re.IGNORECASE)
_EDGES = ("the end", "end", "the beginning", "beginning", "the start", "start", "the middle", "middle")


def shifted_form(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.shifted.match(text, start)
    if match is None:
        return None
    shift, noun, here, end = (match["shift"] or "").lower(), match["noun"].lower(), setting.reference, match.end()
    if shift == "past" and noun not in ("quarter", "qtr") and not match["this"]:
        return None
    if not shift and not (match["part"] and match["part"].lower().startswith(_EDGES) and noun in ("year", "month")):
        return None
    by = shift_number(shift, setting) if shift else 0
    if noun == "week" and (named := _WEEKDAY_OF_WEEK.match(text, end)) is not None:
        number = weekday_number(named["weekday"], setting)
        return named.end(), week_by(here, by, number, number)
    if noun in ("year", "yr"):
        return _shifted_year(match["part"], by, setting, end)
    if noun == "month":
        reading = month_by(here, by)
        return end, third_of_month(reading.first, part_name(match["part"]), anchored=True) if match["part"] else reading
    if noun == "week":
        return end, week_by(here, by)
    if noun == "weekend":
        return end, week_by(here, by, 6, 7)
    if noun in ("quarter", "qtr"):
        return end, quarter_by(here, by)
    if noun in ("decade", "century"):
        size, level = (10, Level.DECADE) if noun == "decade" else (100, Level.CENTURY)
        point = Point(level, None if here is None else here.year // size * size + by * size)
        return end, third_of_years(point, part_name(match["part"])) if match["part"] else single(point, anchored=True)
    season = int(english(setting.lexicon, "season")[noun].value)
    year = None if here is None else shifted_month((season - 20) * 3, by, setting).year
    return end, single(Point(Level.SEASON, year, season), anchored=True)


def _shifted_year(part: str | None, by: int, setting: Setting, end: int) -> Found:
    year = year_by(setting.reference, by).first
    if not part:
        return end, single(year, anchored=True)
    return end, edge_of_year(year, part)


def weekday_form(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.weekday.match(text, start)
    if match is None:
        return None
    number, end = weekday_number(match["weekday"], setting), match.end()
    short = len(match["weekday"]) < 6
    if (
        short
        and not match["shift"]
        and not is_plain_day(text, match.start("weekday"), match.end("weekday"), match["day"])
    ):
        return None
    if match["after"]:
        return end, week_by(setting.reference, 1, number, number)
    if match["shift_week"]:
        return end, week_by(setting.reference, shift_number(match["shift_week"], setting), number, number)
    if match["day"]:
        reading = (
            weekday_in_month(setting.reference, number, int(match["day"])) if 1 <= int(match["day"]) <= 31 else None
        )
        return None if reading is None else (end, reading)
    if not short or text[end - 1] != ".":
        end = match.end("weekday")
    if not match["shift"]:
        return end, nearest_weekday(setting.reference, number)
    word = match["shift"].lower()
    if word in ("coming", "upcoming"):
        return end, nearest_weekday(setting.reference, number, ahead=7)
    if word == "past" or (word == "previous" and match["this"]):
        return end, nearest_weekday(setting.reference, number, ahead=-1)
    by = shift_number(word, setting)
    return end, week_by(setting.reference, by, number, number)


def is_plain_day(text: str, start: int, end: int, day: str | None) -> bool:
    """Whether Sat, Sun or Mon is a day: with a full stop or a day of the month, or alone in a cell of a table."""
    if text[start:end].lower() == text.strip(" .").lower():
        return True
    return text[start].isupper() and (text[end : end + 1] == "." or day is not None)


def nth_form(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.nth.match(text, start)
    if match is None:
        return None
    said = match["nth"].lower()
    nth = -1 if said == "last" else int(said[0]) if said[0].isdigit() else day_in_words(words_of(said))
    month = month_point(None, None)
    if match["only_year"] or match["shift_year"]:
        if not match["nth_month"]:
            return None
        year = (
            int(match["only_year"])
            if match["only_year"]
            else year_by(setting.reference, shift_number(match["shift_year"], setting)).first.year
        )
        number = 12 if nth == -1 else nth
        return (match.end(), single(month_point(year, number), anchored=True)) if number and number <= 12 else None
    if match["nth_month"] or nth is None:
        return None
    if match["shift_month"] or match["the_month"]:
        month = month_by(
            setting.reference, shift_number(match["shift_month"], setting) if match["shift_month"] else 0
        ).first
    elif match["month"]:
        found = said_year(match["year"], setting)
        month = month_point(None if found is None else found.year, month_number(match["month"], setting))
        month = settle(single(month), setting.reference).first
    if match["back"]:
        nth = -nth
    point = nth_weekday(month, nth, weekday_number(match["weekday"], setting) if match["weekday"] else None)
    return None if point is None else (match.end(), single(point, anchored=True))
