"""English dates: from the match of a pattern to a reading.

Each function reads one form at one place and gives where it ends and what it says, or None. Words that mean something else
besides (May, March, Sun, second) count only where their neighbours tell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.annotate.date.english_numbers import (
    CARDINALS,
    DECADES,
    TENS,
    day_and_year,
    day_number,
    words_of,
    year_number,
)
from newsdoc.annotate.date.english_pattern import Forms, patterns
from newsdoc.annotate.date.english_words import (
    counted_after,
    is_abbreviation,
    is_plain_month,
    is_plain_year,
    near_year,
    part_name,
)
from newsdoc.annotate.date.relative import (
    Setting,
    ago,
    day_by,
    interval,
    month_by,
    months_of,
    moved,
    nearest_weekday,
    nth_weekday,
    part_of_year,
    quarter,
    quarter_by,
    third_of_month,
    third_of_years,
    week_by,
    weekday_in_month,
    year_by,
)
from newsdoc.annotate.date.resolve import settle
from newsdoc.annotate.date.value import (
    Level,
    Point,
    Reading,
    day_of_number,
    day_point,
    exists,
    month_point,
    number_of_day,
    single,
    year_point,
)
from newsdoc.annotate.date.words import english

if TYPE_CHECKING:
    from collections.abc import Callable

Found = tuple[int, Reading]
NUMBERS = CARDINALS | TENS | {"a": 1, "an": 1}
NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
OPEN_BEFORE = re.compile(r"\b(?:[Ss]ince|[Uu]ntil|[Uu]p\sto)\s(?:the\s)?(?:early\s)?$")
WILL = re.compile(r"(?:\bwill|['’]ll|\bshall|\bgoing to|\bto)\b[^.!?\n]{0,40}\b[Ii]n\s$")

__all__ = ["OPEN_BEFORE", "english", "read", "right_end"]


def read(text: str, start: int, setting: Setting) -> tuple[int, int, Reading] | None:
    """The English date that starts at ``start``, read by the form that reads furthest."""
    if start and ((text[start - 1].isalnum() and text[start - 1].isascii()) or text[start - 1] in "$£€"):
        return None
    forms, best = patterns(setting.lexicon), None
    for form in _FIGURE_FORMS if text[start].isdigit() else _WORD_FORMS:
        found = form(text, start, setting, forms)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    return None if best is None else (start, *best)


def right_end(text: str, start: int, left: Reading, setting: Setting) -> tuple[int, int, Reading] | None:
    """The end of a range that is said by a day or year alone (July 13 to 15, April 9th through 17th, 2008.03-2009)."""
    if left.first.level in (Level.YEAR, Level.MONTH) and left.first.year is not None:
        year = _BARE_YEAR.match(text, start)
        return None if year is None else (start, year.end(), single(year_point(int(year.group()))))
    if left.first.level is not Level.DAY or left.first.clock is not None or not text[start].isascii():
        return None
    match = _BARE_DAY.match(text, start)
    day = day_number(words_of(match["words"])) if match and match["words"] else int(match["day"]) if match else None
    late = _LATE_YEAR.match(text, match.end()) if match else None
    if match and day and late and not counted_after(text, late.end(), setting):
        return start, late.end(), single(day_point(int(late["year"]), None, day))
    if match is None or day is None or not 1 <= day <= 31:
        return None
    return start, match.end(), single(day_point(None, None, day))


_BARE_YEAR = re.compile(r"[12]\d{3}(?![\d%]|[.,:/-]\d|\s?[A-Za-z年万亿元米])", re.ASCII)
_LATE_YEAR = re.compile(r",?\s(?:of\s|in\s)?(?P<year>1[5-9]\d\d|2[01]\d\d)(?![\d%]|[.,]\d)", re.ASCII)
_BARE_DAY = re.compile(
    r"(?:the\s)?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d%:]|[.,/]\d|\s?[ap]\.?m\b)|(?P<words>(?:(?:twenty|thirty)[\s-])?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w{3,6}teenth|twentieth|thirtieth)\b))",
    re.IGNORECASE,
)


def _month_number(said: str, setting: Setting) -> int:
    return int(english(setting.lexicon, "month")[said.lower()].value)


def _weekday_number(said: str, setting: Setting) -> int:
    return int(english(setting.lexicon, "weekday")[said.lower()].value)


def _shift(said: str, setting: Setting) -> int:
    return int(english(setting.lexicon, "shift")[" ".join(said.lower().split())].value)


def _year(said: str | None, setting: Setting) -> Point | None:
    """The year that stands after a month; None where the words are no year."""
    if said is None:
        return year_point(None)
    if said[0] in "'’":
        return near_year(int(said[1:]), setting)
    if said.isdecimal():
        return near_year(int(said), setting) if len(said) == 2 else year_point(int(said))
    number = year_number(words_of(said))
    return None if number is None else year_point(number)


def _day_in(year: Point, month: int, day: int) -> Reading | None:
    point = Point(Level.DAY, year.year, month, day, tail=year.tail)
    return single(point) if exists(point) else None


def _figure_date(form: str) -> Callable[[str, int, Setting, Forms], Found | None]:
    def read_form(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
        match = getattr(forms, form).match(text, start)
        if match is None:
            return None
        end, said = match.end(), match["year"]
        year = _year(said, setting)
        if year is None or (said and said.isdecimal() and counted_after(text, match.end("year"), setting)):
            end, year = match.start("year"), year_point(None)
            end = len(text[:end].rstrip(" ,"))
            if text[end - 3 : end] in (" of", " in"):
                end -= 3
        day = match["day"]
        number = int(re.sub(r"\D", "", day)) if day[0].isdigit() else day_number(words_of(day))
        if number is None or (
            form == "month_first" and is_abbreviation(text, match.start("month"), match.end("month"))
        ):
            return None
        reading = _day_in(year, _month_number(match["month"], setting), number)
        return None if reading is None else (end, reading)

    return read_form


def _month_words(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.month_words.match(text, start)
    if match is None:
        return None
    said = day_and_year(words_of(match["words"]))
    if said is None:
        return None
    month, (day, number) = _month_number(match["month"], setting), said
    year = year_point(number)
    end = match.end("words")
    if number is None and match["year"]:
        year, end = _year(match["year"], setting) or year, match.end()
    if day is None:
        return end, single(month_point(year.year, month))
    reading = _day_in(year, month, day)
    return None if reading is None else (end, reading)


def _year_month(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.year_month.match(text, start)
    if match is None or (
        match["joint"].isspace() and not is_plain_month(text, match.start("month"), match.end("month"), alone=False)
    ):
        return None
    month = month_point(int(match["year"]), _month_number(match["month"], setting))
    if not match["day"]:
        return match.end(), single(month)
    reading = _day_in(month, month.month or 1, int(match["day"]))
    return None if reading is None else (match.end(), reading)


def _month(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.month.match(text, start)
    if match is None:
        return None
    number, end, anchored = _month_number(match["month"], setting), match.end(), False
    told = match["shift"] or match["part"] or match["year"] or match["shift_year"]
    year = _year(match["year"], setting) or year_point(None)
    if match["year"] and match["year"].isdecimal() and counted_after(text, end, setting):
        return None
    if match["shift_year"]:
        year, anchored = year_by(setting.reference, _shift(match["shift_year"], setting)).first, True
    elif match["shift"]:
        year, anchored = _shifted_month(number, _shift(match["shift"], setting), setting), True
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


def _shifted_month(month: int, shift: int, setting: Setting) -> Point:
    """last March: the latest that is over; next March: the first to come; this March: that of the year."""
    if setting.reference is None:
        return year_point(None)
    here = setting.reference
    if shift < 0:
        return year_point(here.year - (month >= here.month))
    return year_point(here.year + (shift > 0 and month <= here.month))


def _shared_day(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.shared_day.match(text, start)
    if match is None:
        return None
    day = _day_of(match["day"])
    listed = re.match(r"\sand\s", text[match.end() : match.end() + 5])
    if day is None or (
        listed and not re.search(r"between\s(?:the\s)?$", text[max(0, start - 12) : start], re.IGNORECASE)
    ):
        return None
    return match.end(), single(day_point(None, None, day))


def _day_of(said: str) -> int | None:
    number = int(re.sub(r"\D", "", said)) if said[0].isdigit() else day_number(words_of(said))
    return number if number is not None and 1 <= number <= 31 else None


def _day_of_month(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.day_of.match(text, start)
    day = _day_of(match["day"]) if match else None
    if match is None or day is None:
        return None
    month = month_by(setting.reference, _shift(match["shift"], setting)).first
    point = day_point(month.year, month.month, day)
    return (match.end(), single(point, anchored=True)) if exists(point) else None


_AND_DAY = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?=\s*(?:$|[.,;)–—-])|\s(?:at|from|in|when|as|the|of)\s)")


def _and_day(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    """The second day of March 15 and 16."""
    match = _AND_DAY.match(text, start)
    if match is None or forms.day_before.search(text[max(0, start - 30) : start]) is None:
        return None
    day = _day_of(match["day"])
    return None if day is None else (match.end(), single(day_point(None, None, day)))


_ON_DAY = re.compile(
    r"(?P<day>\d{1,2}(?:st|nd|rd|th)|(?:(?:twenty|thirty)-)?[a-z]+(?:st|nd|rd|th))(?=\s*(?:$|[.,;)–—-])|\s(?:at|from)\s)"
)


def _on_day(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    """on the 15th, on 29th: a day of the month where nothing is numbered by it."""
    if not re.search(r"\b[Oo]n\s(?:the\s)?$", text[max(0, start - 8) : start]):
        return None
    match = _ON_DAY.match(text, start)
    day = _day_of(match["day"]) if match else None
    return None if match is None or day is None else (match.end(), single(day_point(None, None, day)))


def _day_word(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.day_word.match(text, start)
    if match is None:
        return None
    word = english(setting.lexicon, "relative-day")[" ".join(match["word"].lower().split())]
    return match.end(), day_by(setting.reference, int(word.value))


def _shifted(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.shifted.match(text, start)
    if match is None:
        return None
    by, noun, here, end = _shift(match["shift"], setting), match["noun"].lower(), setting.reference, match.end()
    week_day = re.compile(rf"(?:['’]s)?,?\s(?:-\s|on\s)?(?P<weekday>{'|'.join(_FULL_DAYS)})\b", re.IGNORECASE)
    if noun == "week" and (named := week_day.match(text, end)) is not None:
        number = _weekday_number(named["weekday"], setting)
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
    year = None if here is None else _shifted_month((season - 20) * 3, by, setting).year
    return end, single(Point(Level.SEASON, year, season), anchored=True)


_FULL_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _shifted_year(part: str | None, by: int, setting: Setting, end: int) -> Found:
    year = year_by(setting.reference, by).first
    if not part:
        return end, single(year, anchored=True)
    return end, _edge_of_year(year, part)


def _edge_of_year(year: Point, part: str) -> Reading:
    """early 2019: four months; the beginning or the end of 2019: its first or last month, as 年初 and 年底."""
    edge = re.search(r"beginning|start|end", part, re.IGNORECASE)
    if edge is None:
        return part_of_year(year.year, part_name(part), anchored=True)
    return single(month_point(year.year, 12 if edge.group().lower() == "end" else 1), anchored=True)


def _weekday(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.weekday.match(text, start)
    if match is None:
        return None
    number, end = _weekday_number(match["weekday"], setting), match.end()
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
        return end, week_by(setting.reference, _shift(match["shift_week"], setting), number, number)
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
    by = _shift(word, setting)
    return end, week_by(setting.reference, by, number, number)


def is_plain_day(text: str, start: int, end: int, day: str | None) -> bool:
    """Whether Sat, Sun or Mon is a day: with a full stop, with a day of the month, or all that a cell of a table says."""
    if text[start:end].lower() == text.strip(" .").lower():
        return True
    return text[start].isupper() and (text[end : end + 1] == "." or day is not None)


def _nth(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.nth.match(text, start)
    if match is None:
        return None
    said = match["nth"].lower()
    nth = -1 if said == "last" else int(said[0]) if said[0].isdigit() else day_number(words_of(said))
    month = month_point(None, None)
    if match["only_year"] or match["shift_year"]:
        if not match["nth_month"]:
            return None
        year = (
            int(match["only_year"])
            if match["only_year"]
            else year_by(setting.reference, _shift(match["shift_year"], setting)).first.year
        )
        number = 12 if nth == -1 else nth
        return (match.end(), single(month_point(year, number), anchored=True)) if number and number <= 12 else None
    if match["nth_month"] or nth is None:
        return None
    if match["shift_month"] or match["the_month"]:
        month = month_by(setting.reference, _shift(match["shift_month"], setting) if match["shift_month"] else 0).first
    elif match["month"]:
        found = _year(match["year"], setting)
        month = month_point(None if found is None else found.year, _month_number(match["month"], setting))
        month = settle(single(month), setting.reference).first
    if match["back"]:
        nth = -nth
    point = nth_weekday(month, nth, _weekday_number(match["weekday"], setting) if match["weekday"] else None)
    return None if point is None else (match.end(), single(point, anchored=True))


def _part(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.part.match(text, start)
    if match is None:
        return None
    base, anchored, named = year_point(None), False, True
    if match["year_first"]:
        base = _year(match["year_first"], setting) or base
    elif match["year"]:
        base = year_point(int(match["year"]))
    elif match["shift_year"] or match["the_year"]:
        by = _shift(match["shift_year"], setting) if match["shift_year"] else 0
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


def _span(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    """A decade or a century."""
    match = forms.span.match(text, start)
    if match is None:
        return None
    part = match["part"] or match["inner"]
    if match["century"]:
        number = _day_of(match["century"])
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


def _ago(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.ago.match(text, start)
    if match is None:
        return _in_future(text, start, setting)
    said, unit, way = match["count"].lower(), match["unit"].lower().rstrip("s"), " ".join(match["way"].lower().split())
    count = int(said) if said.isdigit() else NUMBERS.get(said, 1)
    if unit == "decade":
        unit, count = "year", 10 * count
    if way == "from today" and setting.reference is not None:
        day = moved(day_by(setting.reference, 0).first, unit, count)
        return None if day is None else (match.end(), single(day, anchored=True))
    if way in ("ago", "hence", "from now", "from today"):
        return match.end(), ago(setting.reference, unit, -count if way == "ago" else count)
    if way in ("earlier", "later"):
        return None
    found = read(text, match.end(), setting) if not forms.ago.match(text, match.end()) else None
    if found is None or found[2].first != found[2].last:
        return None
    anchor = found[2].first
    if anchor.year is None and setting.reference is not None and not found[2].anchored:
        anchor = settle(found[2], setting.reference).first
    point = moved(anchor, unit, -count if way == "before" else count)
    return None if point is None else (found[1], single(point, anchored=True))


_IN = re.compile(
    r"(?P<count>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s(?P<unit>day|week|month|year)s?\b(?=\s*(?:$|[.,;!?]|from\stoday))",
    re.IGNORECASE,
)


def _in_future(text: str, start: int, setting: Setting) -> Found | None:
    """in two weeks, after will: the day from now; elsewhere it is a length of time."""
    match = _IN.match(text, start)
    if match is None or WILL.search(text[max(0, start - 60) : start]) is None:
        return None
    said = match["count"].lower()
    count = int(said) if said.isdigit() else NUMBERS.get(said, 1)
    return match.end(), ago(setting.reference, match["unit"].lower(), count)


def _season(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.season.match(text, start)
    if match is None:
        return None
    number = int(english(setting.lexicon, "season")[match["season"].lower()].value)
    return match.end(), single(Point(Level.SEASON, int(match["year"]), number))


def _plain_year(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.year.match(text, start)
    if match is None:
        return None
    if match["old"] or match["anno"]:
        return _old_year(match)
    number = int(match["year"]) if match["year"] else year_number(words_of(match["words"]))
    end = match.end("era") if match["era"] else match.end("year" if match["year"] else "words")
    if number is None or counted_after(text, end, setting):
        return None
    if not match["part"] and not match["era"] and not is_plain_year(text, start, end, number):
        return None
    if match["era"] and match["era"][0] in "Bb":
        return end, single(year_point(1 - number), anchored=True)
    if match["part"]:
        return end, _edge_of_year(year_point(number), match["part"])
    return end, single(year_point(number))


def _old_year(match: re.Match[str]) -> Found | None:
    """45 BC, AD 79."""
    number, era = int(match["old"] or match["anno"]), (match["old_era"] or match["anno_era"])
    if not number or not era.isupper():
        return None
    return match.end(), single(year_point(1 - number if era[0] == "B" else number), anchored=True)


_WORD_FORMS: tuple[Callable[[str, int, Setting, Forms], Found | None], ...] = (
    _figure_date("month_first"),
    _figure_date("day_first"),
    _figure_date("words_month"),
    _month_words,
    _month,
    _shared_day,
    _day_of_month,
    _on_day,
    _day_word,
    _shifted,
    _weekday,
    _nth,
    _part,
    _span,
    _ago,
    _season,
    _plain_year,
)
_FIGURE_FORMS: tuple[Callable[[str, int, Setting, Forms], Found | None], ...] = (
    _figure_date("day_first"),
    _year_month,
    _shared_day,
    _day_of_month,
    _on_day,
    _and_day,
    _nth,
    _part,
    _span,
    _ago,
    _plain_year,
)
