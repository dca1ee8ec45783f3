"""Chinese dates: from the match of a pattern to a reading.

Each function reads one kind of expression at one place and gives where it ends and what it says, or None.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsdoc.annotate.date.chinese_pattern import Patterns, patterns
from newsdoc.annotate.date.digits import small
from newsdoc.annotate.date.lunar import lunar
from newsdoc.annotate.date.relative import (
    Setting,
    ago,
    day_by,
    half_by,
    half_months_by,
    interval,
    month_by,
    months_of,
    nearest_weekday,
    nth_weekday,
    part_of_month,
    quarter,
    quarter_by,
    third_of_years,
    week_by,
    year_by,
)
from newsdoc.annotate.date.resolve import settle
from newsdoc.annotate.date.value import (
    Level,
    Point,
    Reading,
    day_point,
    exists,
    month_point,
    single,
    year_point,
)
from newsdoc.annotate.date.words import chinese

if TYPE_CHECKING:
    import re

Found = tuple[int, Reading]
THIRDS = {"上旬": "early", "初": "early", "中旬": "mid", "中": "mid", "下旬": "late", "末": "late", "底": "late"}
WEEKDAYS = {sign: number for number, sign in enumerate("一二三四五六日", 1)} | {"天": 7}
QUARTERS = {"首": 1, "末": 4}
SPANS = "历史歷前来來多余餘古间間"
PERIOD_UNITS = {"年": "year", "月": "month", "季度": "quarter", "天": "day"}
NO_DAY_OF_MONTH = "内內间間游遊之以均元本后後前来來夜龄"
NO_NUMBER_OF_DAY = "楼樓线線院店门門文馆館令机機井车車口桌厅廳街岗坑舱艙型种種选選人通公球员員弟床码碼房馬路站台会會艇艦舰坝桥橋矿礦仓倉库庫学學国國院厂廠塔机码项項题題案箱柜"
BEFORE_NUMBER_OF_DAY = "在于於到至从從自是将將的、和及与與，。,;；：:（(“《月年日报報讯訊电電社今本]　 \n"


def read(text: str, start: int, setting: Setting) -> tuple[int, int, Reading] | None:
    """The Chinese date that starts at ``start``; its reading leaves open what a range or the reference may still fill in."""
    compiled = patterns(setting.lexicon)
    window = text[start : start + 14]
    for sign, kind in _KINDS:
        if sign.isdisjoint(window):
            continue
        found = kind(text, start, setting, compiled)
        if found is not None:
            return start, *found
    return None


def _century(text: str, start: int, setting: Setting, compiled: Patterns) -> Found | None:
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


def _ago(text: str, start: int, setting: Setting, compiled: Patterns) -> Found | None:
    match = compiled.ago.match(text, start)
    if match is None or (start and text[start - 1] in "第每近前后後约約几幾数數多."):
        return None
    halves, count = bool(match["half"] or match["half_after"]), match["count"]
    number = {"半": 0, "两": 2, "兩": 2}.get(count, small(count))
    if number is None or (count.isdigit() and len(count) == 2 and match["unit"] == "年" and count[0] in "0０"):
        return None
    sign = -1 if match["side"] == "前" else 1
    unit = PERIOD_UNITS.get(match["unit"], "week")
    if unit == "month" and text[match.start("unit") - 1] not in "个個半多" or (count == "半" and unit != "year"):
        return None
    some = match["some"] or match["many"]
    if some:
        if halves or count == "半":
            return None
        far = number + (10 if number % 10 == 0 and match["some"] else 1)
        ends = (ago(setting.reference, unit, sign * number).first, ago(setting.reference, unit, sign * far).first)
        return match.end(), interval(*(ends if sign > 0 else ends[::-1]))
    if halves or count == "半":
        if unit == "year":
            return match.end(), ago(setting.reference, "month", sign * (12 * number + 6))
        return match.end(), half_months_by(setting.reference, sign * (2 * number + 1))
    return match.end(), ago(setting.reference, unit, sign * number)


def _date(text: str, start: int, setting: Setting, compiled: Patterns) -> Found | None:
    match = compiled.date.match(text, start)
    if match is None or match.end() == start:
        return None
    end, year = match.end(), _year_of(match, text, setting)
    if year is None:
        return None
    base, anchored, calendar, named = year
    if named and calendar == "gregorian" and _lunar_marked(match):
        return _lunar(match, base, setting, named=match["open_year"] is None)
    reading: Reading | None
    if _lunar_marked(match):
        return _lunar(match, base, setting, named=named)
    if match["day"] or match["month"] or match["shift_month"] or match["open_month"] or match["month_edge"]:
        found = _month_and_day(match, text, base, setting, anchored=anchored, named=named)
        if found is None:
            return None
        end, reading = found
    elif (reading := _part_of(match, text, base, setting, anchored=anchored, named=named)) is None:
        if not named or match["open_year"]:
            return None
        last = next(name for name in ("year", "roc_year", "bc_year", "relative_year") if match[name])
        end = match.end(last)
        while end < match.end() and text[end] in "年度 \u3000\xa0\t\r\n":
            end += 1
        end = len(text[:end].rstrip()) if text[end - 1].isspace() else end
        if not _is_year(match, text, end):
            return None
        reading = single(base, anchored=anchored)
    if calendar != "gregorian":
        reading = replace(reading, calendar=calendar)
    return end, reading


def _year_of(match: re.Match[str], text: str, setting: Setting) -> tuple[Point, bool, str, bool] | None:
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


def _is_year(match: re.Match[str], text: str, end: int) -> bool:
    """Whether 2000年 is a year and no length of time (2000年历史, 1000多年)."""
    said = match["year"]
    if said is None or match["era"]:
        return True
    after = text[end : end + 2]
    number = small(said) or 0
    return not (number % 100 == 0 and after[:1] and after[0] in SPANS and after != "以来")


def _lunar_marked(match: re.Match[str]) -> bool:
    if not (match["month"] or match["lunar_month"]):
        return False
    if match["lunar"] or match["lunar_too"] or match["leap"] or match["lunar_month"]:
        return True
    day = match["lunar_day"]
    return bool(day) and (day[0] in "初廿卅" or day == "十五")


def _lunar(match: re.Match[str], base: Point, setting: Setting, *, named: bool) -> Found | None:
    word = match["lunar_month"]
    month = int(chinese(setting.lexicon, "lunar-month")[word].value) if word else small(match["month"])
    said, day, end = match["lunar_day"] or match["day"], None, match.end()
    if said:
        day = small(said.removeprefix("初")) if said != "初" else None
    elif match["third"] or match["half_month"] or match["first_days"]:
        end = match.end("lunar_month" if word else "month") + (0 if word else 1)
    if month is None or (said and day is None):
        return None
    years = [base.year] if base.year is not None else []
    if not named and setting.reference is not None:
        here = setting.reference.year
        years = list(range(here - 20, here + 21)) if match["leap"] else [here, here - 1, here + 1]
    reading = lunar(month, day, leap=bool(match["leap"]), years=years, reference=setting.reference)
    return None if reading is None else (end, reading)


def _part_of(
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
            ),
            base,
        )
    if match["quarter"] or match["q"]:
        said = match["quarter"] or match["q"]
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
    return replace(reading, first=replace(reading.first, tail=base.tail), last=replace(reading.last, tail=base.tail))


def _edge_months(match: re.Match[str], text: str, base: Point, *, anchored: bool, named: bool) -> Reading | None:
    said = match["edge_months"]
    number = {"两": 2, "兩": 2}.get(said, small(said)) if said else 1
    if number is None or not 1 <= number <= 12 or (not said and match["edge"] not in ("首", "最后")):
        return None
    before = text[match.start() - 1] if match.start() else ""
    if not named and ("㐀" <= before <= "鿿" or match["edge"] != "前" or (said and said[0] in "两兩")):
        return None
    first, last = (1, number) if match["edge"] in "前首" else (13 - number, 12)
    return months_of(base.year, first, last, anchored=anchored)


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
    return single(replace(month_point(base.year, month), tail=base.tail), anchored=True)


def _month_and_day(
    match: re.Match[str], text: str, base: Point, setting: Setting, *, anchored: bool, named: bool
) -> Found | None:
    month, end = base, match.end()
    if match["month"]:
        number = small(match["month"])
        if number is None or not 1 <= number <= 12:
            return None
        before = text[match.start() - 1] if match.start() and not named else ""
        if before and (
            before in "第个個.．"
            or (match["month"] == "元" and (before in "万亿萬億美欧日港单單" or small(before) is not None))
        ):
            return None
        month = Point(Level.MONTH, base.year, number, tail=base.tail)
    elif match["shift_month"]:
        if not named and match.start() and text[match.start() - 1] in "日基资資成根版":
            return None
        said = match["shift_month"]
        month = month_by(setting.reference, said.count("下") - said.count("上")).first
        month = replace(month, year=base.year) if named and month.month is not None else month
        anchored = True
    elif match["month_edge"]:
        return _bare_edge(match, text, setting, named=named)
    elif match["open_month"]:
        if not match["day"]:
            return None
        month, anchored = month_point(base.year, None), True
    if match["day"] or (match["lunar_day"] and match["month"]):
        said = match["day"] or match["lunar_day"]
        day = small(said)
        if match["lunar_day"] and (said.isdigit() == match["month"].isdigit() and said.isdigit()):
            return match.end("lunar_day") - len(said), single(month, anchored=anchored)
        if day is None or (month is base and named):
            return None
        if month is base and not _is_day(match, text):
            return None
        point = Point(Level.DAY, month.year, month.month, day, tail=month.tail)
        return (end, single(point, anchored=anchored)) if exists(point) else None
    if match["lunar_day"]:
        return None
    if match["nth_weekday"]:
        nth = -1 if match["nth_last"] else small(match["nth"]) or 0
        point = nth_weekday(
            settle(single(month, anchored=anchored), setting.reference).first, nth, WEEKDAYS[match["nth_weekday"]]
        )
        return None if point is None else (end, single(point, anchored=True))
    return end, part_of_month(
        month,
        third=THIRDS.get(match["third"] or "", ""),
        half=match["half_month"] or "",
        days=small(match["first_days"]) if match["first_days"] else None,
        anchored=anchored,
    )


def _bare_edge(match: re.Match[str], text: str, setting: Setting, *, named: bool) -> Found | None:
    """月底 with no month before it: that of the reference."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if (
        named
        or (before and before in "每历歷个個近半数數多几幾满滿0123456789")
        or (after and after in "级級一二三中恋")
    ):
        return None
    month = month_by(setting.reference, 0).first
    part = THIRDS[match["month_edge"][-1]]
    return match.end(), part_of_month(month, third=part, half="", days=None, anchored=True)


def _is_day(match: re.Match[str], text: str) -> bool:
    """Whether 24日 or 24号 without a month is a day of the month, and no length of time, number or name."""
    said, start, end = match["day"], match.start(), match.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and before in "第每近约約几幾数數整满滿.．百":
        return False
    if text[end - 1] in "号號":
        return not (before and before not in BEFORE_NUMBER_OF_DAY and "㐀" <= before <= "鿿") and not (
            after and after in NO_NUMBER_OF_DAY
        )
    if (
        after
        and after in NO_DAY_OF_MONTH
        and not text.startswith(("本报", "本報", "本台", "以来", "前后", "内蒙", "元首"), end)
    ):
        return False
    return not (said == "一" and (after or before))


def _day_word(text: str, start: int, setting: Setting, compiled: Patterns) -> Found | None:
    match = compiled.day.match(text, start)
    if match is None or (start and text[start - 1] == "《" and not match["short"]):
        return None
    if match["season"]:
        by = int(chinese(setting.lexicon, "short-year")[match["short_year"]].value)
        number = int(chinese(setting.lexicon, "season")[match["season"]].value)
        return match.end(), single(
            Point(Level.SEASON, year_by(setting.reference, by).first.year, number), anchored=True
        )
    if match["pair"]:
        shifts = {"今": 0, "昨": -1, "去": -1, "前": -2, "明": 1, "后": 2, "後": 2}
        low, high = (shifts[sign] for sign in match["pair"])
        by = year_by if match["pair_unit"] == "年" else day_by
        return match.end(), interval(by(setting.reference, low).first, by(setting.reference, high).first)
    if match["short"]:
        shift = int(chinese(setting.lexicon, "short-day")[match["short"]].value)
        day = small(match["short_number"])
        if day is None or not 1 <= day <= 31:
            return None
        reading = day_by(setting.reference, shift)
        if reading.first.day != day:
            reading = settle(single(day_point(None, None, day)), setting.reference)
        return match.end(), reading
    word = chinese(setting.lexicon, "relative-day")[match["word"]]
    if not word.stands(text, start, match.end()):
        return None
    return match.end(), day_by(setting.reference, int(word.value))


def _week(text: str, start: int, setting: Setting, compiled: Patterns) -> Found | None:
    match = compiled.week.match(text, start)
    if match is None:
        return None
    before, after = text[start - 1 : start] if start else "", text[match.end() : match.end() + 1]
    shift, weekday = match["shift"], match["weekday"]
    if before and before in "一二三四五六七八九十两兩几幾数數每0123456789第四身外圆圓资資基成日各多半整":
        return None
    if not weekday and not match["weekend"]:
        if not shift or (after and after in "围圍边邊期转轉折密全遭一二三四五六日年岁刊长長旋身"):
            return None
        return match.end(), week_by(setting.reference, shift.count("下") - shift.count("上"))
    if match["weekend"]:
        if not shift:
            return None
        return match.end(), week_by(setting.reference, shift.count("下") - shift.count("上"), 6, 7)
    if after and after in "次个個条條天年期围圍战戰家":
        return None
    number = WEEKDAYS[weekday]
    if not shift:
        return match.end(), nearest_weekday(setting.reference, number)
    return match.end(), week_by(setting.reference, shift.count("下") - shift.count("上"), number, number)


_KINDS = (
    (frozenset("世代"), _century),
    (frozenset("前后後"), _ago),
    (frozenset("年月日号號季度半QqＱ底初末"), _date),
    (frozenset("今昨明前后後去本大日天晨早晚夜午"), _day_word),
    (frozenset("周週星礼禮"), _week),
)
