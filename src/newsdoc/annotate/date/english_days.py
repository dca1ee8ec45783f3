"""English days and months by name and figure: Nov. 27, 2025; the 4th of July; 2019-aug-01; March."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.annotate.date.english_common import day_in, day_of, month_number, said_year, shift_number
from newsdoc.annotate.date.english_numbers import day_and_year, day_in_words, words_of
from newsdoc.annotate.date.english_words import counted_after, is_abbreviation, is_plain_month, part_name
from newsdoc.annotate.date.relative import Setting, month_by, third_of_month, year_by
from newsdoc.annotate.date.value import Level, Point, Reading, day_point, exists, month_point, single, year_point

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsdoc.annotate.date.english_pattern import Forms

Found = tuple[int, Reading]


def figure_date(form: str) -> Callable[[str, int, Setting, Forms], Found | None]:
    def read_form(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
        match = getattr(forms, form).match(text, start)
        if match is None:
            return None
        end, said = match.end(), match["year"]
        year = said_year(said, setting)
        if year is None or (said and said.isdecimal() and counted_after(text, match.end("year"), setting)):
            end, year = match.start("year"), year_point(None)
            end = len(text[:end].rstrip(" ,"))
            if text[end - 3 : end] in (" of", " in"):
                end -= 3
        day = match["day"]
        number = int(re.sub(r"\D", "", day)) if day[0].isdigit() else day_in_words(words_of(day))
        if number is None or (
            form == "month_first" and is_abbreviation(text, match.start("month"), match.end("month"))
        ):
            return None
        reading = day_in(year, month_number(match["month"], setting), number)
        return None if reading is None else (end, reading)

    return read_form


def month_words(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.month_words.match(text, start)
    if match is None:
        return None
    said = day_and_year(words_of(match["words"]))
    if said is None:
        return None
    month, (day, number) = month_number(match["month"], setting), said
    year = year_point(number)
    end = match.end("words")
    if number is None and match["year"]:
        year, end = said_year(match["year"], setting) or year, match.end()
    if day is None:
        return end, single(month_point(year.year, month))
    reading = day_in(year, month, day)
    return None if reading is None else (end, reading)


def year_month(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.year_month.match(text, start)
    if match is None or (
        match["joint"].isspace() and not is_plain_month(text, match.start("month"), match.end("month"), alone=False)
    ):
        return None
    month = month_point(int(match["year"]), month_number(match["month"], setting))
    if not match["day"]:
        return match.end(), single(month)
    reading = day_in(month, month.month or 1, int(match["day"]))
    return None if reading is None else (match.end(), reading)


def month_form(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.month.match(text, start)
    if match is None:
        return None
    number, end, anchored = month_number(match["month"], setting), match.end(), False
    told = match["shift"] or match["part"] or match["year"] or match["shift_year"]
    year = said_year(match["year"], setting) or year_point(None)
    if match["year"] and match["year"].isdecimal() and counted_after(text, end, setting):
        return None
    if match["shift_year"]:
        year, anchored = year_by(setting.reference, shift_number(match["shift_year"], setting)).first, True
    elif match["shift"]:
        year, anchored = shifted_month(number, shift_number(match["shift"], setting), setting), True
    if not match["year"] and not match["shift_year"] and _DAY_AHEAD.match(text, match.end("month")):
        return None
    if not told and not is_plain_month(text, match.start("month"), match.end("month"), alone=True):
        return None
    if text[match.start("month")].islower() and match["shift"] and match["month"].lower() in ("may", "march"):
        return None
    if not match["year"] and not match["shift_year"]:
        end = match.end("month") + (
            text[match.end("month") : match.end("month") + 1] == "."
            and len(match["month"]) <= 4
            and match["month"].lower() != "may"
        )
    point = Point(Level.MONTH, year.year, number, tail=year.tail)
    if match["part"]:
        return end, third_of_month(point, part_name(match["part"]), anchored=anchored)
    return end, single(point, anchored=anchored)


def shifted_month(month: int, shift: int, setting: Setting) -> Point:
    """last March: the latest that is over; next March: the first to come; this March: that of the year."""
    if setting.reference is None:
        return year_point(None)
    here = setting.reference
    if shift < 0:
        return year_point(here.year - (month >= here.month))
    return year_point(here.year + (shift > 0 and month <= here.month))


def shared_day(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.shared_day.match(text, start)
    if match is None:
        return None
    day = day_of(match["day"])
    listed = re.match(r"\sand\s", text[match.end() : match.end() + 5])
    if day is None or (
        listed and not re.search(r"between\s(?:the\s)?$", text[max(0, start - 12) : start], re.IGNORECASE)
    ):
        return None
    return match.end(), single(day_point(None, None, day))


def day_of_month(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.day_of.match(text, start)
    day = day_of(match["day"]) if match else None
    if match is None or day is None:
        return None
    month = month_by(setting.reference, shift_number(match["shift"], setting)).first
    point = day_point(month.year, month.month, day)
    return (match.end(), single(point, anchored=True)) if exists(point) else None


_DAY_AHEAD = re.compile(r"\.?\s\d{1,2}(?!\d|[.,:]\d)")
_AND_DAY = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?=\s*(?:$|[.,;)–—-])|\s(?:at|from|in|when|as|the|of)\s)")


def and_day(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    """The second day of March 15 and 16."""
    match = _AND_DAY.match(text, start)
    if match is None or forms.day_before.search(text[max(0, start - 30) : start]) is None:
        return None
    day = day_of(match["day"])
    return None if day is None else (match.end(), single(day_point(None, None, day)))


_ORDINAL_DAY = r"(?P<day>\d{1,2}(?:st|nd|rd|th)|(?:(?:twenty|thirty)-)?[a-z]{2,11}(?:st|nd|rd|th))"
_DAY_CUE = re.compile(
    r"(?:\b[Oo]n\s(?:the\s)?|\b(?:[Mm]orning|[Nn]oon|[Aa]fternoon|[Ee]vening|[Nn]ight|[Mm]idnight|[Ee]arly\shours)\s"
    r"(?:of|on)\sthe\s)$"
)
_ON_DAY = re.compile(
    rf"{_ORDINAL_DAY}(?=\s*(?:$|[.,;)–—-])|\s(?:at|from|but|that|when|after|before|because|while|local\stime)\s"
    r"|\sand\s(?!the\s|\d|[a-z-]{2,20}(?:st|nd|rd|th)\b))"
)
_SUBJECT = re.compile(r"(?:^|[.!?”\"\n]\s?)The\s$")
_IS_DAY = re.compile(
    rf"{_ORDINAL_DAY}"
    r"(?=\s(?:is|was|will\sbe)\s(?:(?:the|a|an)\s)?(?:[a-z]+\s){0,2}(?:[A-Z]?[a-z]*day|eve|Eve)\b)"
)


def on_day(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    """on the 15th, the evening of the 26th, the 26th is the day: a day of the month where nothing is numbered by it."""
    if _DAY_CUE.search(text, max(0, start - 24), start):
        match = _ON_DAY.match(text, start)
    elif _SUBJECT.search(text, max(0, start - 7), start):
        match = _IS_DAY.match(text, start)
    else:
        return None
    day = day_of(match["day"]) if match else None
    return None if match is None or day is None else (match.end(), single(day_point(None, None, day)))


_BARE_YEAR = re.compile(r"[12]\d{3}(?![\d%]|[.,:/-]\d|\s?[A-Za-z年万亿元米])", re.ASCII)
_LATE_YEAR = re.compile(r",?\s(?:of\s|in\s)?(?P<year>1[5-9]\d\d|2[01]\d\d)(?![\d%]|[.,]\d)", re.ASCII)
_BARE_DAY = re.compile(
    r"(?:the\s)?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d%:A-Za-z]|[.,/]\d|\s?[ap]\.?m\b)|(?P<words>(?:(?:twenty|thirty)[\s-])?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w{3,6}teenth|twentieth|thirtieth)\b))",
    re.IGNORECASE,
)


def right_end(text: str, start: int, left: Reading, setting: Setting) -> tuple[int, int, Reading] | None:
    """The end of a range that is said by a day or year alone (July 13 to 15, April 9th through 17th, 2008.03-2009)."""
    if left.first.level in (Level.YEAR, Level.MONTH) and left.first.year is not None:
        year = _BARE_YEAR.match(text, start)
        return None if year is None else (start, year.end(), single(year_point(int(year.group()))))
    if left.first.level is not Level.DAY or left.first.clock is not None or not text[start].isascii():
        return None
    match = _BARE_DAY.match(text, start)
    day = day_in_words(words_of(match["words"])) if match and match["words"] else int(match["day"]) if match else None
    late = _LATE_YEAR.match(text, match.end()) if match else None
    if match and day and late and not counted_after(text, late.end(), setting):
        return start, late.end(), single(day_point(int(late["year"]), None, day))
    if match is None or day is None or not 1 <= day <= 31:
        return None
    return start, match.end(), single(day_point(None, None, day))
