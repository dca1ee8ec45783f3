"""Dates in figures alone: 2023-02-20, 2019.9.6, 05/05/89, 20240307, and years of a span (2014–2018).

A day and a month in figures are told apart by their size, then by the language tag. A pair such as 2/15 is a date only
where no fraction is written so.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.annotate.date.value import Level, Point, Reading, day_point, exists, month_point, single, year_point
from newsdoc.lexicon import BUILT_IN, forms

if TYPE_CHECKING:
    from newsdoc.annotate.date.relative import Setting

FULL = re.compile(
    r"""
    (?P<year> [12]\d{3} ) \s? (?P<mark> [-/.·–．／] ) \s? (?P<month> \d{1,2} )
        (?: \s? (?P=mark) \s? (?P<day> \d{1,2} ) )?
        (?: [T ] (?P<hour> \d\d ) : (?P<minute> \d\d ) (?: : (?P<second> \d\d ) (?: \.\d{1,6} )? )?
            (?: Z\b | [+-]\d\d:?\d\d (?!\d) )? )?
  | (?P<one> \d{1,2} ) (?P<other_mark> [-/.] ) (?P<two> \d{1,2} ) (?P=other_mark) (?P<late_year> [12]\d{3} | \d\d )
  | (?P<roc> 1?\d\d ) (?P<roc_mark> [/.] ) (?P<roc_month> \d\d? ) (?P=roc_mark) (?P<roc_day> \d\d? )
  | (?P<solid_year> (?:19|20)\d\d ) (?P<solid_month> [01]\d ) (?P<solid_day> [0-3]\d )
  | (?P<spaced_year> (?:19|20)\d\d ) \s (?P<spaced_month> [01]\d ) \s (?P<spaced_day> [0-3]\d )
  | (?P<left> \d{1,2} ) \s?/\s? (?P<right> \d{1,2} )
    """,
    re.VERBOSE | re.ASCII,
)
YEARS = re.compile(
    r"(?P<first>1[5-9]\d\d|20\d\d|21\d\d)\s?(?P<link>-|–|—|~|～|/|至|到|to|through)\s?(?P<last>1[5-9]\d\d|20\d\d|21\d\d|\d\d(?=\D|$))",
    re.ASCII,
)
BESIDE_BEFORE = re.compile(r"[\w.$£€¥+/@#-]", re.ASCII)
BESIDE_AFTER = re.compile(r"[\d%‰/]|[.,:]\d|[A-Za-z_]|-(?!\d\d?/\d|[12]\d{3}(?![\d-]))[A-Za-z\d]", re.ASCII)
FRACTION_BELOW = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16})


def read(text: str, start: int, setting: Setting, *, linked: bool = False) -> tuple[int, int, Reading] | None:
    """The date in figures at ``start``; None where the figures are part of something longer, or no date.

    ``linked`` means that the mark before it ties it to another date.
    """
    if (
        not linked
        and start
        and BESIDE_BEFORE.match(text[start - 1])
        and not (text[start - 1] in "-.@" and not text[start - 2 : start - 1].isalnum())
    ):
        return None
    found = _years(text, start)
    if found is not None:
        return found
    match = FULL.match(text, start)
    if match is None or BESIDE_AFTER.match(text, match.end()):
        return None
    if match["month"] and not match["day"] and any(unit.match(text, match.end()) for unit in (_unit(), _WORD)):
        return None  # 1940.01吨, 1940.01美元, 1940.01 tonnes
    reading = _reading(match, setting, text)
    return None if reading is None or not exists(reading.first) else (start, match.end(), reading)


_NO_UNITS = frozenset(("期", "号", "號", "版", "刊", "季", "季度", "届", "屆"))
"""Classifiers that may stand behind the month of an issue: 2024.05期."""


@lru_cache(maxsize=1)
def _unit() -> re.Pattern[str]:
    """Any unit, currency or classifier of the tables: what is measured, paid or counted is no year and no month."""
    every = {
        form
        for table in ("units", "currencies", "classifiers")
        for row in BUILT_IN.rows(table)
        for column in ("zh-Hans", "zh-Hant")
        for form in forms(row[column])
    }
    longest_first = sorted((every | {"倍"}) - _NO_UNITS, key=lambda form: (-len(form), form))
    return re.compile(" ?(?:" + "|".join(map(re.escape, longest_first)) + ")")


_WORD = re.compile(r"\s[a-z]")
_SHARE_OF = re.compile(r"\s?%|\s(?:percent|per\scent|of\sa)\b")
"""What follows 33 1/3, which is a fraction."""


def _years(text: str, start: int) -> tuple[int, int, Reading] | None:
    match = YEARS.match(text, start)
    if match is None or BESIDE_AFTER.match(text, match.end()) or text.startswith("年", match.end()):
        return None
    if _unit().match(text, match.end()):
        return None  # 1500至1600吨
    first = int(match["first"])
    short = match["last"]
    last = int(short) if len(short) == 4 else first // 100 * 100 + int(short)
    if match["link"] == "/":
        # 2023/24 is a season or a school year; 2023/12 is a month
        if len(short) != 2 or last != first + 1 or int(short) <= 12:
            return None
    elif len(short) == 2 and (match["link"] not in "-–" or int(short) <= 12):
        return None
    if not first < last:
        return None
    return start, match.end(), Reading(year_point(first), year_point(last), anchored=True)


def _reading(match: re.Match[str], setting: Setting, text: str) -> Reading | None:
    if match["year"]:
        return _year_first(match)
    if match["late_year"]:
        return _year_last(match, setting)
    if match["roc"]:
        return _roc(match, setting)
    for kind in ("solid", "spaced"):
        if match[f"{kind}_year"]:
            year, month, day = (int(match[f"{kind}_{part}"]) for part in ("year", "month", "day"))
            return single(day_point(year, month, day)) if 1 <= month <= 12 else None
    if _SHARE_OF.match(text, match.end()):
        return None
    before = text[max(0, match.start() - 8) : match.start()]
    return _pair(int(match["left"]), int(match["right"]), setting, before, match.group())


def _year_first(match: re.Match[str]) -> Reading | None:
    year, month = int(match["year"]), int(match["month"])
    if not 1 <= month <= 12:
        return None
    if not match["day"]:
        plain = match["mark"] in "-/–／" or (
            match["mark"] in ".·．" and len(match["month"]) == 2 and 1900 <= year < 2100
        )
        return single(month_point(year, month)) if plain else None
    clock = None
    if match["hour"]:
        clock = (int(match["hour"]), int(match["minute"]), int(match["second"] or 0))
    return single(day_point(year, month, int(match["day"]), clock))


def _year_last(match: re.Match[str], setting: Setting) -> Reading | None:
    one, two, said, mark = int(match["one"]), int(match["two"]), match["late_year"], match["other_mark"]
    if len(said) == 2:
        if setting.taiwan and mark == "/":
            return None
        if mark == "/":
            year = _near(int(said), setting)
        elif mark == "-" and one > 12 and two <= 12 and int(said) <= 31:
            return single(day_point(_near(one, setting).year, two, int(said)))
        else:
            return None
    else:
        year = year_point(int(said))
    day_first = one > 12 or (two <= 12 and (setting.day_first or mark == "."))
    day, month = (one, two) if day_first else (two, one)
    return single(Point(Level.DAY, year.year, month, day, tail=year.tail)) if 1 <= month <= 12 else None


def _near(number: int, setting: Setting) -> Point:
    """A year of two figures: within eighty years before and twenty after the reference."""
    if setting.reference is None:
        return Point(Level.YEAR, tail=f"{number:02d}")
    earliest = setting.reference.year - 79
    return year_point(earliest + (number - earliest) % 100)


def _roc(match: re.Match[str], setting: Setting) -> Reading | None:
    if not setting.taiwan or not 60 <= int(match["roc"]) <= 150:
        return None
    point = day_point(int(match["roc"]) + 1911, int(match["roc_month"]), int(match["roc_day"]))
    return single(point, calendar="roc")


def _pair(left: int, right: int, setting: Setting, before: str, said: str) -> Reading | None:
    month, day = (right, left) if setting.day_first and right <= 12 else (left, right)
    if not 1 <= month <= 12 or not 1 <= day <= 31 or "0" == said.strip()[:1] != "0":
        return None
    if left < right and right in FRACTION_BELOW and not re.search(r"(?:\bon|from|until|this|\d)\s$", before):
        return None
    if right == 1 and left > 12:
        return None
    return single(day_point(None, month, day))
