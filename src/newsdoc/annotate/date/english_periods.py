"""English parts of years, years, decades and centuries: Q3 2022, the first half of 2020, the 1990s, 45 BC."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.annotate.date.english_common import NUMBERS, day_of, said_year, shift_number
from newsdoc.annotate.date.english_numbers import DECADES, words_of, year_number
from newsdoc.annotate.date.english_words import ZONE, counted_after, is_plain_year, part_name
from newsdoc.annotate.date.relative import Setting, interval, months_of, part_of_year, quarter, third_of_years, year_by
from newsdoc.annotate.date.value import (
    Level,
    Point,
    Reading,
    day_of_number,
    day_point,
    month_point,
    number_of_day,
    single,
    year_point,
)
from newsdoc.annotate.date.words import english

if TYPE_CHECKING:
    from newsdoc.annotate.date.english_pattern import Forms

Found = tuple[int, Reading]

NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def edge_of_year(year: Point, part: str) -> Reading:
    """early 2019: four months; the beginning or the end of 2019: its first or last month, as 年初 and 年底."""
    edge = re.search(r"beginning|start|end", part, re.IGNORECASE)
    if edge is None:
        return part_of_year(year.year, part_name(part), anchored=True)
    return single(month_point(year.year, 12 if edge.group().lower() == "end" else 1), anchored=True)


def part_form(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.part.match(text, start)
    if match is None:
        return None
    base, anchored, named = year_point(None), False, True
    if match["year_first"]:
        base = said_year(match["year_first"], setting) or base
    elif match["year"]:
        base = year_point(int(match["year"]))
    elif match["shift_year"] or match["the_year"]:
        by = shift_number(match["shift_year"], setting) if match["shift_year"] else 0
        base, anchored = year_by(setting.reference, by).first, True
    else:
        named = False
    year, nth = base.year, NTH.get((match["nth"] or "").lower(), 4)
    if match["q"] or (match["what"] or "").lower() in ("quarter", "qtr"):
        number = int(match["q"]) if match["q"] else nth
        if not named and match["nth"] and (match["nth"].lower() == "last" or (start and text[start - 1] == "-")):
            return None
        return match.end(), quarter(year, number, number, anchored=anchored)
    if match["h"] or match["what"]:
        half = int(match["h"]) if match["h"] else 2 if nth == 4 else nth
        return (
            (match.end(), months_of(year, 6 * half - 5, 6 * half, anchored=anchored)) if named and half <= 2 else None
        )
    return _first_of(match, year, nth, match.end()) if named else None


def _first_of(match: re.Match[str], year: int | None, nth: int, end: int) -> Found | None:
    """The first nine months of 2023, the last ten days of last year."""
    said = match["count"].lower()
    count, unit = int(said) if said.isdigit() else NUMBERS.get(said, 0), match["many"].lower()
    if nth not in (1, 4) or match["nth"].lower() not in ("first", "last"):
        return None
    if unit in ("months", "quarters"):
        size = count * (3 if unit == "quarters" else 1)
        if not 1 <= size <= 12:
            return None
        return end, months_of(year, 1, size, anchored=True) if nth == 1 else months_of(
            year, 13 - size, 12, anchored=True
        )
    if year is None or not 1 <= count <= 31:
        return None
    days = count * (7 if unit == "weeks" else 1)
    first = number_of_day(year, 1, 1) if nth == 1 else number_of_day(year, 12, 31) - days + 1
    low, high = day_of_number(first), day_of_number(first + days - 1)
    return end, interval(day_point(*low), day_point(*high))


def span_form(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    """A decade or a century."""
    match = forms.span.match(text, start)
    if match is None:
        return None
    part = match["part"] or match["inner"]
    if match["century"]:
        number = day_of(match["century"])
        if number is None:
            return None
        point = Point(Level.CENTURY, (number - 1) * 100)
    elif match["decade"]:
        point = Point(Level.DECADE, int(match["decade"]))
        if point.year is not None and point.year % 100 == 0 and not 1900 <= point.year <= 2100:
            point = Point(Level.CENTURY, point.year)
    else:
        ten = int(match["short"][0]) if match["short"] else DECADES[match["word"].lower()] // 10
        cued = re.search(
            r"(?:['’]|\b[Tt]he\s|\b[Ii]n\s|early[\s-]|mid[\s-]|late[\s-])$",
            text[max(0, start - 6) : match.start("short" if match["short"] else "word")],
        )
        if not cued or re.search(
            r"\b(?:his|her|their|my|your)\s", text[max(0, start - 8) : match.end()], re.IGNORECASE
        ):
            return None
        year = None if setting.reference is None else setting.reference.year // 100 * 100 + 10 * ten
        if year is not None and setting.reference is not None and year > setting.reference.year:
            year -= 100
        point = Point(Level.DECADE, year, tail=f"{ten}X")
    return match.end(), third_of_years(point, part_name(part)) if part else single(point, anchored=True)


def season_form(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.season.match(text, start)
    if match is None:
        return None
    number = int(english(setting.lexicon, "season")[match["season"].lower()].value)
    return match.end(), single(Point(Level.SEASON, int(match["year"]), number))


def plain_year(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.year.match(text, start)
    if match is None:
        return None
    if match["old"] or match["anno"]:
        return _old_year(match)
    number = int(match["year"]) if match["year"] else year_number(words_of(match["words"]))
    end = match.end("era") if match["era"] else match.end("year" if match["year"] else "words")
    if number is None or counted_after(text, end, setting) or ZONE.match(text, end):
        return None
    if not match["part"] and not match["era"] and not is_plain_year(text, start, end, number):
        return None
    if match["era"] and match["era"][0] in "Bb":
        return end, single(year_point(1 - number), anchored=True)
    if match["part"]:
        return end, edge_of_year(year_point(number), match["part"])
    return end, single(year_point(number))


def _old_year(match: re.Match[str]) -> Found | None:
    """45 BC, AD 79."""
    number, era = int(match["old"] or match["anno"]), (match["old_era"] or match["anno_era"])
    if not number or not era.isupper():
        return None
    return match.end(), single(year_point(1 - number if era[0] == "B" else number), anchored=True)
