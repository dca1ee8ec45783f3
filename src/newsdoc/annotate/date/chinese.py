"""Chinese dates: from the match of a pattern to a reading.

Each function reads one kind of expression at one place and gives where it ends and what it says, or None.
"""

from __future__ import annotations

import re

from newsdoc.annotate.date.chinese_pattern import LASTING, Patterns, patterns
from newsdoc.annotate.date.chinese_year import century, is_year, part_of, year_of
from newsdoc.annotate.date.digits import counted, small
from newsdoc.annotate.date.lunar import lunar
from newsdoc.annotate.date.relative import (
    Setting,
    ago,
    day_by,
    half_months_by,
    interval,
    month_by,
    months_of,
    nearest_weekday,
    nth_weekday,
    part_of_month,
    week_by,
    year_by,
)
from newsdoc.annotate.date.resolve import settle
from newsdoc.annotate.date.value import Level, Point, Reading, Takes, day_point, exists, month_point, single
from newsdoc.annotate.date.words import chinese

Found = tuple[int, Reading]

_EACH = re.compile("均(?![线線价價值量产產销銷成收流客温溫气氣])")
"""25日均已开放, beside 5日均线."""

THIRDS = {
    "上旬": "early",
    "初": "early",
    "中旬": "mid",
    "中": "mid",
    "下旬": "late",
    "末": "late",
    "底": "late",
    "上中旬": "early-mid",
    "中下旬": "mid-late",
}
WEEKDAYS = {sign: number for number, sign in enumerate("一二三四五六日", 1)} | {"天": 7}
MOONS = ("月台", "月臺", "月亮", "月球", "月饼", "月餅", "月光")
PERIOD_UNITS = {"年": "year", "月": "month", "季度": "quarter", "天": "day"}
NO_DAY_OF_MONTH = "内內间間游遊之以均元本后後前来來夜龄"
NO_NUMBER_OF_DAY = (
    "楼樓线線院店门門文馆館令机機井车車口桌厅廳街岗坑舱艙型种種选選人通公球员員弟床码碼房馬路站"
    "台会會艇艦舰坝桥橋矿礦仓倉库庫学學国國厂廠塔项項题題案箱柜"
)
BEFORE_NUMBER_OF_DAY = "在于於到至从從自是将將的、和及与與，。,;；：:（(“《月年日报報讯訊电電社今本]　 \n"


def read(text: str, start: int, setting: Setting) -> tuple[int, int, Reading] | None:
    """The Chinese date that starts at ``start``; a range or the reference may still fill in what it leaves open."""
    compiled = patterns(setting.lexicon)
    window = set(text[start : start + 24])
    for signs, kind in _KINDS:
        if signs.isdisjoint(window):
            continue
        found = kind(text, start, setting, compiled)
        if found is not None:
            return start, *found
    return None


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
    if (unit == "month" and text[match.start("unit") - 1] not in "个個半多") or (count == "半" and unit != "year"):
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
    end, year = match.end(), year_of(match, text, setting)
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
    elif (reading := part_of(match, text, base, setting, anchored=anchored, named=named)) is None:
        if not named or match["open_year"]:
            return None
        last = next(name for name in ("year", "roc_year", "bc_year", "relative_year") if match[name])
        end = match.end(last)
        while end < match.end() and text[end] in "年度 \u3000\xa0\t\r\n":
            end += 1
        end = len(text[:end].rstrip()) if text[end - 1].isspace() else end
        if not is_year(match, text, end):
            return None
        reading = single(base, anchored=anchored)
    if calendar != "gregorian":
        reading = reading._replace(calendar=calendar)
    return end, reading


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


def _month_and_day(
    match: re.Match[str], text: str, base: Point, setting: Setting, *, anchored: bool, named: bool
) -> Found | None:
    month, end = base, match.end()
    if match["month"]:
        number = counted(match["month"])
        if number is None and not match["day"] and not match["lunar_day"] and not match["third"]:
            return _neighbours(match, base, anchored=anchored)
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
        if not named and match.start() and text[match.start() - 1] in "日基资資成根版地乡鄉天水脚手":
            return None
        if not match["day"] and text[match.end("shift_month") : match.end("shift_month") + 2] in MOONS:
            return None
        said = match["shift_month"]
        month = month_by(setting.reference, said.count("下") - said.count("上")).first
        month = month._replace(year=base.year) if named and month.month is not None else month
        anchored = True
    elif match["month_edge"]:
        return _bare_edge(match, text, setting, named=named)
    elif match["open_month"]:
        if not match["day"]:
            return None
        month, anchored = month_point(base.year, None), True
    if match["day"] or (match["lunar_day"] and match["month"]):
        said = match["day"] or match["lunar_day"]
        day = counted(said)
        if match["lunar_day"] and (said.isdigit() == match["month"].isdigit() and said.isdigit()):
            return match.end("lunar_day") - len(said), single(month, anchored=anchored)
        if day is None or (month is base and named):
            return None
        if month is base and not _is_day(match, text, setting):
            return None
        point = Point(Level.DAY, month.year, month.month, day, tail=month.tail)
        return (end, single(point, anchored=anchored)) if exists(point) else None
    if match["lunar_day"]:
        return None
    if match["nth_weekday"]:
        nth = -1 if match["nth_last"] else small(match["nth"]) or 0
        found = nth_weekday(
            settle(single(month, anchored=anchored), setting.reference).first, nth, WEEKDAYS[match["nth_weekday"]]
        )
        return None if found is None else (end, single(found, anchored=True))
    return end, part_of_month(
        month,
        third=THIRDS.get(match["third"] or "", ""),
        half=match["half_month"] or "",
        days=small(match["first_days"]) if match["first_days"] else None,
        anchored=anchored,
    )


def _neighbours(match: re.Match[str], base: Point, *, anchored: bool) -> Found | None:
    """七八月: two months that follow one another."""
    low, high = (small(sign) or 0 for sign in match["month"][:2])
    if len(match["month"]) != 2 or low + 1 != high or not low:
        return None
    return match.end(), months_of(base.year, low, high, anchored=anchored, takes=Takes.NEAREST)


def _followed(text: str, end: int, setting: Setting) -> bool:
    """Whether what follows is said of a number of days (7日年化收益率)."""
    return text.startswith(tuple(chinese(setting.lexicon, "not-a-day")), end)


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


def _is_day(match: re.Match[str], text: str, setting: Setting) -> bool:
    """Whether 24日 or 24号 without a month is a day of the month, and no length of time, number or name."""
    said, start, end = match["day"], match.start(), match.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and before in "第每近约約几幾数數整满滿.．百月":
        return False
    if text[end - 1] == "日" and LASTING.search(text, max(0, start - 2), start):
        return False
    if _followed(text, end, setting):
        return False
    if text[end - 1] in "号號":
        return not (before and before not in BEFORE_NUMBER_OF_DAY and "㐀" <= before <= "鿿") and not (
            after and after in NO_NUMBER_OF_DAY
        )
    if (
        after
        and after in NO_DAY_OF_MONTH
        and not (after == "均" and _EACH.match(text, end))
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
        count = year_by if match["pair_unit"] == "年" else day_by
        return match.end(), interval(count(setting.reference, low).first, count(setting.reference, high).first)
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
    (frozenset("世代"), century),
    (frozenset("前后後"), _ago),
    (frozenset("年月日号號季度半QqＱ底初末版款"), _date),
    (frozenset("今昨明前后後去本大日天晨早晚夜午"), _day_word),
    (frozenset("周週星礼禮"), _week),
)
