"""Chinese years and centuries, and the parts of a year: 二〇二三年, 上世纪80年代初, 前三季度, 年底."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.annotate.date.digits import small
from newsdoc.annotate.date.relative import (
    Setting,
    half_by,
    month_by,
    months_of,
    part_of_month,
    quarter,
    quarter_by,
    third_of_years,
    year_by,
)
from newsdoc.annotate.date.value import Level, Point, Reading, Takes, month_point, single, year_point
from newsdoc.annotate.date.words import chinese

if TYPE_CHECKING:
    import re

    from newsdoc.annotate.date.chinese_pattern import Patterns

Found = tuple[int, Reading]

QUARTERS = {"首": 1, "末": 4}
SPANS = "历史歷前来來多余餘古间間"


def century(text: str, start: int, setting: Setting, compiled: Patterns) -> Found | None:
    match = compiled.century.match(text, start)
    if match is None:
        return None
    digits = match["decade"] or match["decades"] or match["bare_decade"] or match["bare_decades"]
    tens = [small(sign) or 0 for sign in digits or ""]
    if match["whole_decade"]:
        year = small(match["whole_decade"])
        if year is None or year % 10:
            return None
        points = [Point(Level.DECADE, year)]
    elif match["century"] or match["shift_century"]:
        base = _century_of(match, setting)
        if match["century"] and base is None:
            return None
        points = [Point(Level.DECADE, None if base is None else base + 10 * ten, tail=f"{ten}X") for ten in tens]
        points = points or [Point(Level.CENTURY, base)]
    else:
        points = [Point(Level.DECADE, _recent_decade(ten, setting), tail=f"{ten}X") for ten in tens]
    if len(points) == 2 and tens[0] >= tens[1]:
        return None
    if match["part"] and len(points) == 1:
        part = {"初": "early", "早": "early", "前": "early", "中": "mid"}.get(match["part"][0], "late")
        return match.end(), third_of_years(points[0], part)
    end = match.start("part") if match["part"] else match.end()
    return end, Reading(points[0], points[-1], anchored=True)


def _century_of(match: re.Match[str], setting: Setting) -> int | None:
    if match["century"]:
        number = small(match["century"])
        return (number - 1) * 100 if number and number <= 30 else None
    if setting.reference is None:
        return None
    return setting.reference.year // 100 * 100 - (100 if match["shift_century"].startswith("上") else 0)


def _recent_decade(ten: int, setting: Setting) -> int | None:
    """The last such decade that has begun."""
    if setting.reference is None:
        return None
    century = setting.reference.year // 100 * 100
    return century + 10 * ten if century + 10 * ten <= setting.reference.year else century - 100 + 10 * ten


def year_of(match: re.Match[str], text: str, setting: Setting) -> tuple[Point, bool, str, bool] | None:
    """The year, whether what is open stays open, the calendar, and whether the text names a year at all."""
    if match["bc"]:
        number = small(match["bc_year"])
        return None if not number else (year_point(1 - number), True, "gregorian", True)
    if match["roc"]:
        number = small(match["roc_year"])
        return None if not number else (year_point(number + 1911), True, "roc", True)
    if match["year"]:
        return _common_year(match, text, setting)
    if match["relative_year"]:
        word = chinese(setting.lexicon, "relative-year")[match["relative_year"]]
        if not word.stands(text, match.start("relative_year"), match.end("relative_year")):
            return None
        return year_by(setting.reference, int(word.value)).first, True, "gregorian", True
    if match["open_year"]:
        return year_point(None), True, "gregorian", True
    return year_point(None), False, "gregorian", False


def _common_year(match: re.Match[str], text: str, setting: Setting) -> tuple[Point, bool, str, bool] | None:
    said, number = match["year"], small(match["year"])
    if number is None or (match.start() and text[match.start() - 1] in "第每约約近.．"):
        return None
    finer = bool(
        match["month"] or match["quarter"] or match["q"] or match["year_part"] or match["half"] or match["nth_month"]
    )
    if "千" in said:
        return (year_point(number), True, "gregorian", True) if number % 1000 or finer else None
    if len(said) == 4:
        return (year_point(number), True, "gregorian", True) if 1000 <= number < 2200 else None
    if match["era"]:
        return year_point(number), True, "gregorian", True
    if len(said) == 3:
        if setting.taiwan and match["month"] and 90 <= number <= 150:
            return year_point(number + 1911), True, "roc", True
        before = text[match.start() - 1] if match.start() else ""
        return (year_point(number), True, "gregorian", True) if finer or before in tuple("在于於自") else None
    if not (
        finer or said[0] in "0０零〇" or (not said.isdigit() and not _approximate(said)) or _apostrophe(match, text)
    ):
        return None
    return _short_year(number, setting), True, "gregorian", True


def _approximate(said: str) -> bool:
    """三五年, 七八年: some years, not a year."""
    first, second = small(said[0]) or 0, small(said[-1]) or 0
    return second - first in (1, 2)


def _apostrophe(match: re.Match[str], text: str) -> bool:
    return match.start() > 0 and text[match.start() - 1] in "'’‘"


def _short_year(number: int, setting: Setting) -> Point:
    """A year of two figures: within eighty years before and twenty after the reference."""
    if setting.reference is None:
        return Point(Level.YEAR, tail=f"{number:02d}")
    earliest = setting.reference.year - 79
    return year_point(earliest + (number - earliest) % 100)


def is_year(match: re.Match[str], text: str, end: int) -> bool:
    """Whether 2000年 is a year and no length of time (2000年历史, 1000多年)."""
    said = match["year"]
    if said is None or match["era"]:
        return True
    after = text[end : end + 2]
    number = small(said) or 0
    return not (number % 100 == 0 and after[:1] and after[0] in SPANS and after != "以来")


def part_of(
    match: re.Match[str], text: str, base: Point, setting: Setting, *, anchored: bool, named: bool
) -> Reading | None:
    """A half, quarter, season or edge of a year."""
    year = base.year
    if match["half"]:
        first = 1 if match["half"] in "上前" else 7
        return _tailed(months_of(year, first, first + 5, anchored=anchored), base)
    if match["shift_half"] and not named:
        return half_by(setting.reference, -1 if match["shift_half"] == "上" else 1)
    if match["half_of_month"] and not named:
        month = month_by(setting.reference, 0).first
        return part_of_month(month, third="", half=match["half_of_month"], days=None, anchored=True)
    if match["first_quarters"]:
        return _tailed(
            quarter(
                year,
                1,
                {"两": 2, "兩": 2}.get(match["first_quarters"]) or small(match["first_quarters"]) or 2,
                anchored=anchored,
                takes=Takes.OVER,
            ),
            base,
        )
    if match["quarter"] or match["q"]:
        said = match["quarter"] or match["q"]
        short = match["quarter"] and not named and match.group().rstrip()[-1] == "季"
        if short and not (setting.taiwan and match.group()[0] == "第"):
            return None
        number = QUARTERS.get(said) or small(said) or 1
        return _tailed(quarter(year, number, number, anchored=anchored), base)
    if match["shift_quarter"] and not named:
        return quarter_by(setting.reference, {"上": -1, "下": 1}.get(match["shift_quarter"], 0))
    if match["edge"]:
        return _edge_months(match, text, base, anchored=anchored, named=named)
    if match["nth_month"]:
        number = small(match["nth_month"]) or 0
        return single(month_point(year, number), anchored=True) if named and 1 <= number <= 12 else None
    if match["season"] and named:
        after = text[match.end() : match.end() + 1]
        if match["season_unit"] or not after or not ("㐀" <= after <= "鿿"):
            number = int(chinese(setting.lexicon, "season")[match["season"]].value)
            return single(Point(Level.SEASON, year, number), anchored=anchored)
        return None
    if match["year_part"]:
        return _year_part(match, text, base, setting, named=named)
    return None


def _tailed(reading: Reading, base: Point) -> Reading:
    if base.year is not None or base.tail == "XX":
        return reading
    return reading._replace(first=reading.first._replace(tail=base.tail), last=reading.last._replace(tail=base.tail))


def _edge_months(match: re.Match[str], text: str, base: Point, *, anchored: bool, named: bool) -> Reading | None:
    said = match["edge_months"]
    number = {"两": 2, "兩": 2}.get(said, small(said)) if said else 1
    if number is None or not 1 <= number <= 12 or (not said and match["edge"] not in ("首", "最后")):
        return None
    before = text[match.start() - 1] if match.start() else ""
    if not named and ("㐀" <= before <= "鿿" or match["edge"] != "前" or (said and said[0] in "两兩")):
        return None
    first, last = (1, number) if match["edge"] in "前首" else (13 - number, 12)
    return months_of(base.year, first, last, anchored=anchored, takes=Takes.OVER)


def _year_part(match: re.Match[str], text: str, base: Point, setting: Setting, *, named: bool) -> Reading | None:
    said = "".join(match["year_part"].split())
    after = text[match.end() : match.end() + 1]
    if not named:
        before = text[match.start() - 1] if match.start() else ""
        if said not in ("年初", "年底", "年末") or before in tuple("每历歷往多少半学學全当當常同几幾") or after == "级":
            return None
        base = year_by(setting.reference, 0).first
    if said.endswith("中") and (not said.startswith("年") or "㐀" <= after <= "鿿"):
        return None
    if said == "初" and after and after in "中级級一二三恋":
        return None
    month = 1 if said.endswith("初") else 6 if said.endswith("中") else 12
    return single(month_point(base.year, month)._replace(tail=base.tail), anchored=True)
