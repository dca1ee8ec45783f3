"""What English dates look like, as patterns; english.py says what they mean. Every repeat is bounded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.annotate.date.english_numbers import COUNT, DECADES, ORDINAL, WORDS
from newsdoc.annotate.date.words import either, english

if TYPE_CHECKING:
    from newsdoc.lexicon import Lexicon

MONTH_AHEAD = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Q[1-4]|H[12])"
FOUR = rf"(?:1\d{{3}}|2[01]\d\d)(?![\d%]|[.,]\d|(?:-|–)?(?!{MONTH_AHEAD})[A-Za-z])"
FIGURE_DAY = r"\d{1,2}(?:\s?(?:st|nd|rd|th)\b)?(?![\d%°$]|[.:]\d|,\d{3}(?!\d))"
NUMBERED = r"\d{1,2}(?:st|nd|rd|th)"
SHORT_YEAR = r"['’]\d\d(?!\d)"
LINK = r"(?:\s?[-–—~]\s?|\s(?:to|through|thru|till|until)\s)(?:the\s)?"
UNIT = r"(?P<unit>days?|weeks?|months?|quarters?|years?|decades?)\b"
PART = r"(?P<part>early|mid|late|(?:the\s)?(?:beginning|start|end|middle)\sof(?:\sthe)?|the\sturn\sof\sthe)"


@dataclass(frozen=True, slots=True)
class Forms:
    """The patterns of a lexicon, by the name of the form."""

    month_first: re.Pattern[str]
    day_first: re.Pattern[str]
    month_words: re.Pattern[str]
    words_month: re.Pattern[str]
    year_month: re.Pattern[str]
    month: re.Pattern[str]
    shared_day: re.Pattern[str]
    day_of: re.Pattern[str]
    day_word: re.Pattern[str]
    shifted: re.Pattern[str]
    weekday: re.Pattern[str]
    nth: re.Pattern[str]
    part: re.Pattern[str]
    span: re.Pattern[str]
    ago: re.Pattern[str]
    season: re.Pattern[str]
    year: re.Pattern[str]
    day_before: re.Pattern[str]


@lru_cache(maxsize=32)
def patterns(lexicon: Lexicon) -> Forms:
    """The patterns with the words of a lexicon in them."""
    months = rf"{either(english(lexicon, 'month'))}(?:\b|(?=\d))"
    weekdays = rf"{either(english(lexicon, 'weekday'))}\b"
    shift, seasons = rf"{either(english(lexicon, 'shift'))}\b", either(english(lexicon, "season"))
    shapes = _days(months, weekdays) | _relative(months, weekdays, shift, seasons) | _periods(shift, seasons)
    shapes["day_word"] = rf"(?P<word> {either(english(lexicon, 'relative-day'))} )\b"
    return Forms(**{name: re.compile(shape, re.IGNORECASE | re.VERBOSE) for name, shape in shapes.items()})


def _year(*, short: bool = False) -> str:
    """The year that may stand after a month; ``short`` where two figures are one (30-Nov-16)."""
    two = r"| (?<=[-/])\d\d(?!\d)" if short else ""
    return rf"""
        (?: (?: ,?\s{{1,2}} (?: of\s | in\s )? | [-/] ) (?P<year> {FOUR} | {SHORT_YEAR} | {WORDS} {two} )
            (?: \s? (?P<era> A\.?D\b\.? | C\.?E\b\.? ) )? )?"""


def _days(months: str, weekdays: str) -> dict[str, str]:
    """Days and months by their names and figures."""
    month, weekday = rf"(?P<month> {months} )\.?", rf"(?: (?P<weekday> {weekdays} ) \.? ,? \s (?: -\s | the\s )? )?"
    either_day = rf"(?: {NUMBERED} | \d{{1,2}} | {ORDINAL} )"
    return {
        "month_first": rf"""
            {weekday} {month} [\s/-]{{0,2}} (?: the\s )? (?P<day> {FIGURE_DAY} ) {_year()}
            (?: ,?\s \(? (?P<late_weekday> {weekdays} ) \)? )?""",
        "day_first": rf"""
            {weekday} (?: the\s )? (?P<day> {FIGURE_DAY} ) \s? (?: day\s )?
            (?: of\s (?: the\s )? | [-/] )? {month} {_year(short=True)}
            (?: ,\s (?P<late_weekday> {weekdays} ) )?""",
        "month_words": rf"""
            {weekday} {month} \s (?: the\s )? (?P<words> {WORDS} )
            (?: ,?\s (?: of\s | in\s )? (?P<year> \d{{2}}(?!\d) | {FOUR} ) )?""",
        "words_month": rf"""
            {weekday} (?: the\s )? (?P<day> {ORDINAL} ) \s (?: day\s )? (?: of\s )? (?: the\s )? {month} {_year()}""",
        "year_month": rf"""
            (?P<year> [12]\d{{3}} ) (?P<joint> [-/\s] ) {month} (?: [-/] (?P<day> \d{{1,2}} ) (?!\d) )?""",
        "day_before": rf"""
            \b {months} \.? \s (?: {NUMBERED} | \d{{1,2}} )
            (?: ,\s (?: {NUMBERED} | \d{{1,2}} ) ){{0,3}} ,?\s and\s $""",
        "shared_day": rf"""
            (?: the\s )? (?P<day> {either_day} )
            (?= (?: {LINK} | \sand\s (?: the\s )? ) {either_day} \s? (?: day\s )? (?: (?: of | in ) \s )? (?: the\s )?
                (?: {months} | (?: this | last | next | previous | coming ) \s month ) )""",
    }


def _relative(months: str, weekdays: str, shift: str, seasons: str) -> dict[str, str]:
    """Days, weeks and months that are counted from another date."""
    month = rf"(?P<month> {months} )\.?"
    nouns = rf"(?: year | yr | month | week | weekend | quarter | qtr | decade | century | {seasons} )"
    month_of = rf"(?: (?P<shift_month> {shift} ) \s month\b | (?P<the_month> month )\b | {month} {_year()} )"
    return {
        "month": rf"""
            (?: {PART} [\s-] )? (?: (?P<shift> {shift} ) \s )? {month}
            (?: (?: ,?\s{{1,2}} (?: of\s | in\s )? | [-/] ) (?P<year> {FOUR} | {SHORT_YEAR} )
              | \s (?: of\s )? (?P<shift_year> {shift} ) \s year\b )?""",
        "day_of": rf"""
            (?: the\s )? (?P<day> {NUMBERED} | \d{{1,2}} | {ORDINAL} ) \s (?: day\s )? (?: of | in ) \s (?: the\s )?
            (?P<shift> {shift} ) \s month\b""",
        "shifted": rf"""
            (?: {PART} \s )? (?: the\s )? (?: (?P<this> this\s )? (?P<shift> {shift} ) \s )? (?P<noun> {nouns} )\b
            (?! ['’]?s? \s (?: old | olds )\b | - | \s Festival )""",
        "weekday": rf"""
            (?: (?P<this> this\s )? (?P<shift> {shift} ) \s )? (?P<weekday> {weekdays} ) \.?
            (?: (?P<after> \s after\s next\b ) | ,?\s (?: of\s | from\s )? (?P<shift_week> {shift} ) \s week\b
              | \s (?: the\s )? (?P<day> \d{{1,2}} ) (?: st | nd | rd | th )? (?! [\d%:/] | [.,]\d | \s[A-Za-z] ) )?""",
        "nth": rf"""
            (?: the\s )? (?P<nth> {ORDINAL} | {NUMBERED} | last ) \s
            (?: (?P<back> last\s )? (?P<day> day ) | (?P<weekday> {weekdays} ) | (?P<nth_month> month ) )
            \s (?: of | in ) \s (?: the\s )?
            (?: {month_of} | (?P<only_year> {FOUR} ) | (?P<shift_year> {shift} ) \s year\b )""",
        "ago": rf"""
            (?P<count> {COUNT} ) \s {UNIT} \s
            (?P<way> ago | earlier | hence | later | from\s (?: now | today )
              | (?: after | before | from | since ) \s (?=\S) )""",
    }


def _periods(shift: str, seasons: str) -> dict[str, str]:
    """Parts of a year, years, decades and centuries."""
    year_of = rf"""
        (?: ,?\s (?: of\s | in\s )? (?: the\s )?
            (?: (?P<year> {FOUR} ) | (?P<shift_year> {shift} ) \s (?: year | yr )\b | (?P<the_year> year )\b ) )?"""
    common_era = r"A\.?D\b\.? | C\.?\s?E\b\.? | B\.?C\b\.? (?: E\b\.? )? | c\se\b"
    return {
        "part": rf"""
            (?: the\s )?
            (?: (?P<year_first> {FOUR} | \d\d(?=[Qq]) )? [\s-]? (?: Q (?P<q> [1-4] ) | H (?P<h> [12] ) )\b
              | (?P<nth> first | second | third | fourth | last | 1st | 2nd | 3rd | 4th ) \s
                (?: (?P<count> {COUNT} ) \s (?P<many> months | days | quarters | weeks )
                  | (?P<what> quarter | qtr | half ) ) )
            {year_of}""",
        "span": rf"""
            (?: {PART} [\s-] )? (?: the\s )? (?: {PART.replace("?P<part>", "?P<inner>")} [\s-] )?
            (?: (?P<decade> [12]\d\d0 ) ['’]? \s? s\b | ['’]? (?P<short> [1-9]0 ) ['’]? \s? s\b
              | ['’]? (?P<word> {"|".join(DECADES)} )\b | (?P<century> {NUMBERED} | {ORDINAL} ) [\s-] century\b )""",
        "season": rf"(?: the\s )? (?P<season> {seasons} ) \s (?: of\s )? (?P<year> {FOUR} )",
        "year": rf"""
            (?P<anno_era> A\.?D\.? ) \s (?P<anno> \d{{1,4}} ) (?!\d)
          | (?P<old> \d{{1,4}} ) \s? (?P<old_era> B\.?C\b\.? (?: E\b\.? )? | A\.?D\b\.? | CE\b )
          | (?: {PART} [\s-] )? (?: (?P<year> {FOUR} ) | (?P<words> {WORDS} ) ) (?: \s (?P<era> {common_era} ) )?""",
    }
