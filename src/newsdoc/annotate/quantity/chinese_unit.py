"""What stands after a Chinese figure: units, money in parts, percentages, multiples, classifiers."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from newsdoc.annotate.quantity.chinese_degrees import WEATHER, degrees
from newsdoc.annotate.quantity.chinese_figure import DIGITS, LARGE, read_figure, scale_of
from newsdoc.annotate.quantity.figure import Figure, bounded, opened
from newsdoc.annotate.quantity.tables import Unit
from newsdoc.numerals.signs import DIGITS as DIGIT_VALUE

if TYPE_CHECKING:
    from newsdoc.annotate.quantity.tables import Chinese

PERCENT = Unit("percent", "%")
PER_MILLE = Unit("percent", "[ppth]")
POINTS = Unit("percent", "[pp]")
TIMES = Unit("multiple", "倍")
MINUTE = Unit("measure", "min", "s", Fraction(60))
MONTH = Unit("measure", "mo")
MONTHS = {"a": 12, "mo": 1}
"""Years and months convert into one another, but not into days."""

_FINANCIAL = re.compile("[壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟]")
_LATIN = re.compile("[A-Za-z0-9]")
_GE_SCALE = re.compile(rf"[个個]([亿億万萬])(?![{LARGE}])")
_HALF = re.compile(
    "(?:[个個]半|半)(?=(小时|小時|钟头|鐘頭|月|星期|礼拜|禮拜|钟|鐘|周|週|学期|學期|世纪|世紀|百分点))|[个個]半(?![导導决決岛島径徑程场場球圈年天夜数數成价價熟封自])"
)
_SPECIAL = frozenset(" %‰个個百基bB倍成折趴旬半分")
"""What the expressions of :func:`_special` go on with."""
_POINTS = re.compile("[个個]?百分[点點]")
_BASIS = re.compile("[个個]?基(本)?[点點]| ?(?:bps?|BPS?)(?![A-Za-z])")
_PA = re.compile("趴(?![在下地倒着著])")
_CHENG = re.compile(
    "成(?![员員品为為功立分果本年长長绩績人熟交就语語像套群都效名型婚])(?:([一二三四五六七八九]|半(?![年天日月途数數个個])|[1-9](?![\\d.%]))(?![多余十百千万个個人名家位以]))?"
)
_ZHE = re.compile("折(?![扣叠疊射旧舊腾騰算价價返磨合断斷线線戟])(?:[优優]惠)?")
_ELIDED = re.compile(rf"([{DIGITS}]{{1,2}}|\d{{1,2}})(?![\d{DIGITS}十百千万萬亿億.%])")
_HUNDREDTHS = re.compile(r"(\d{1,2})(?![\d.%多余万亿]|[个個名人次秒分帧幀])")
"""9秒83, as times of races are written."""
_TIMES = re.compile("倍(?![感增速率频頻加])")
_PRICE_AFTER = re.compile(rf"[\d{DIGITS}两兩多钱錢左上以到至每的就买買了呢吧啊，。、；！？,.;!?）)/”\"]|$")
_EXACTLY = re.compile("[整正](?![个個体體数數治合])")
_PRICE_BEFORE = re.compile("[花卖賣付给給赚賺收涨漲降贵貴價价币幣]|便宜")
_MORE = re.compile("[多余餘](?![数數元样樣种種次维維边邊功极極半年方地项項哈])")
_AGE = re.compile("大(?=[的时時小，。,.！!婴嬰幼]|$)")


class Item(NamedTuple):
    """A figure with its unit; ``per`` is the unit of "per" as a Unit."""

    figure: Figure
    end: int
    unit: Unit | None = None
    said: str | None = None
    per: Unit | None = None


def unit_at(text: str, at: int, tables: Chinese) -> tuple[str, Unit] | None:
    """The longest unit word at ``at`` that is not the beginning of another word (天津, 名单)."""
    start = at + 1 if text[at : at + 1] == " " and text[at + 1 : at + 2].isascii() else at
    for length in range(min(tables.reach.get(text[start : start + 1], 0), len(text) - start), 0, -1):
        form = text[start : start + length]
        unit = tables.units.get(form)
        if unit is None and form in tables.words and start == at:
            return None
        if unit is None and length > 1 and form.isascii():
            unit = tables.units.get(form.lower()) if form.isupper() else None
        if unit is None:
            continue
        if _LATIN.match(form[-1]) and _LATIN.match(text, start + length):
            continue
        return text[at : start + length], unit
    return None


def read_item(text: str, figure: Figure, tables: Chinese) -> Item:
    """The figure with what follows it; without a unit where none follows."""
    figure = _with_plus(text, _give_back(text, figure, tables))
    end = figure.end
    if text.startswith(("个", "個"), end) and (scaled := _GE_SCALE.match(text, end)):
        factor = scale_of(scaled[1])
        figure = figure.times(factor)._replace(end=scaled.end(), scale=figure.scale * factor, bare=False)
        end = figure.end
    special = _special(text, figure, tables)
    if special:
        return special
    found = unit_at(text, end, tables)
    if text[end : end + 1] in ("个", "個"):
        inner = unit_at(text, end + 1, tables)
        more = 1 if text[end + 1 : end + 2] in ("多", "余", "餘") else 0
        if more:
            inner = unit_at(text, end + 2, tables) or (("月", MONTH) if text[end + 2 : end + 3] == "月" else None)
            if inner and inner[1].kind in {"measure", "count"} and (found is None or len(found[0]) == 1):
                opened_figure = opened(figure) if figure.low is None else figure
                form, unit = inner
                return _finish(text, opened_figure, end + 2 + len(form), form, unit, tables)
        elif found is None or len(found[0]) < 1 + len(inner[0]) if inner else False:
            assert inner is not None
            if inner[1].kind != "count" or len(inner[0]) > 1:
                form, unit = inner
                return _finish(text, figure, end + 1 + len(form), form, unit, tables)
    if found is None:
        return Item(figure, end)
    form, unit = found
    return _finish(text, figure, end + len(form), form, unit, tables)


def _with_plus(text: str, figure: Figure) -> Figure:
    """10万+, 100+项: the sign says that it may be more."""
    end = figure.end
    if text[end : end + 1] != "+" or figure.value is None or figure.low is not None:
        return figure
    after = text[end + 1 : end + 2]
    if not text[figure.start].isdigit() or (after.isascii() and after.isalnum()):
        return figure
    return bounded(figure, "at_least")._replace(end=end + 1)


def _give_back(text: str, figure: Figure, tables: Chinese) -> Figure:
    """千 of 2.3千克 and 兆 of 5兆瓦 belong to the unit; the last 两 of 三千两百两 is none of the numeral's already."""
    last = text[figure.end - 1]
    opened_before = figure.low is not None and not (last == "兆" and text[figure.end - 2] in "多余餘")
    if last not in "千兆百" or opened_before or figure.end - figure.start < 2:
        return figure
    found = unit_at(text, figure.end - 1, tables)
    if found is None or len(found[0]) < 2 or found[1].kind != "measure":
        return figure
    money = unit_at(text, figure.end, tables)
    if money is not None and money[1].kind == "money" and len(money[0]) >= len(found[0]):
        return figure  # 1兆歐元
    shorter = read_figure(text[figure.start : figure.end - 1], 0)
    if shorter is None or shorter.end != figure.end - 1 - figure.start:
        return figure
    return shorter._replace(start=figure.start, end=figure.end - 1)


def _special(text: str, figure: Figure, tables: Chinese) -> Item | None:
    end = figure.end
    sign = text[end : end + 1]
    if sign not in _SPECIAL:
        return None
    if sign == "%":
        return _with_more(text, Item(figure, end + 1, PERCENT, "%"))
    if sign == "‰":
        return Item(figure, end + 1, PER_MILLE, "‰")
    if points := _POINTS.match(text, end):
        return Item(figure, points.end(), POINTS, points.group())
    if (basis := _BASIS.match(text, end)) and not (basis[1] and figure.bare):  # 两个基本点 are principles
        return Item(figure.times(Fraction(1, 100)), basis.end(), POINTS, basis.group())
    if times := _TIMES.match(text, end):
        return _with_more(text, Item(figure, times.end(), TIMES, "倍"))
    if sign == "趴" and _PA.match(text, end):
        return Item(figure, end + 1, PERCENT, "趴")
    if sign == "旬" and figure.value is not None and 4 <= figure.value <= 10 and figure.words:
        return Item(figure.times(10)._replace(bare=False), end + 1, Unit("age", "a"), "旬")
    if sign == "成" and (cheng := _CHENG.match(text, end)):
        share = figure.times(10)
        if cheng[1] and share.value is not None:
            tenths = 5 if cheng[1] == "半" else int(DIGIT_VALUE.get(cheng[1]) or cheng[1])
            share = share._replace(value=share.value + tenths)
        return _with_more(text, Item(share, cheng.end(), PERCENT, "成"))
    if sign == "折" and (zhe := _ZHE.match(text, end)):
        tenth = figure.value is None or figure.value <= 10
        said = text[figure.start : figure.end]
        pair = len(said) == 2 and figure.value is None and figure.low is not None and figure.high is not None
        if pair and figure.low is not None and figure.high is not None and said not in ("三四",):
            joined = figure.low * 10 + figure.high
            return Item(figure._replace(value=joined, low=None, high=None), zhe.end(), PERCENT, "折")
        if said == "半":
            return Item(figure._replace(value=Fraction(50)), zhe.end(), PERCENT, "折")
        return Item(figure.times(10) if tenth else figure, zhe.end(), PERCENT, "折")
    if half := _HALF.match(text, end):
        if figure.value is None or figure.low is not None:
            return None
        grown = figure._replace(value=figure.value + Fraction(1, 2), bare=False)
        if half[1] == "月":
            return Item(grown, half.end() + 1, MONTH, "月")
        found = unit_at(text, half.end(), tables)
        if half[1] in ("钟", "鐘"):
            return Item(grown, half.end() + 1, *_hour_or_minute(text, end))
        if found:
            return Item(grown, half.end() + len(found[0]), found[1], found[0])
        return Item(grown, half.end(), tables.units.get("个"), "个")
    if sign in ("分",) and text.startswith(("分半鐘", "分半钟"), end) and figure.value is not None:
        return Item(figure._replace(value=figure.value + Fraction(1, 2), bare=False), end + 3, MINUTE, "分鐘")
    return None


def _hour_or_minute(text: str, at: int) -> tuple[Unit, str]:
    return Unit("measure", "h", "s", Fraction(3600)), "钟"


def _with_more(text: str, item: Item) -> Item:
    """多 and 余 after the unit: 5倍多, 三成多."""
    if item.figure.low is not None or item.figure.value is None:
        return item
    more = _MORE.match(text, item.end)
    if more is None:
        return item
    factor = 10 if item.said == "成" else 1
    share = opened(item.figure.times(Fraction(1, factor))).times(factor)
    return item._replace(figure=share._replace(bare=False), end=more.end())


def _finish(text: str, figure: Figure, end: int, form: str, unit: Unit, tables: Chinese) -> Item:
    item = Item(figure, end, unit, form)
    if (
        form in ("块", "塊")
        and (not _PRICE_AFTER.match(text, end) or _is_priced(text, end, tables))
        and not _PRICE_BEFORE.search(text, max(0, figure.start - 4), figure.start)
    ):
        return Item(figure, end, Unit("count", "块"), form)
    if unit.kind == "money":
        item = _money(text, item, tables)
    elif unit.kind == "measure" or unit.code in {"分", "岁"}:
        item = _measure(text, item, tables)
    unit_now = item.unit
    if unit_now and unit_now.kind in {"money", "measure", "age"} and unit_now.code != "deg":
        return _with_more(text, item)
    return item


def _is_priced(text: str, at: int, tables: Chinese) -> bool:
    """Whether an amount of another currency follows: 一块 10 便士硬币 is one piece."""
    figure = read_figure(text, at) if text[at : at + 1].isdecimal() else None
    found = unit_at(text, figure.end, tables) if figure else None
    return found is not None and found[1].kind == "money" and found[1].code != "元"


def _money(text: str, item: Item, tables: Chinese) -> Item:
    """45元3角2分, 三块五, 五块六毛八, 两毛五; a minor unit alone is a part of the main one."""
    unit = item.unit
    assert unit is not None
    figure = item.figure
    if item.said == "分" and not _FINANCIAL.match(text, figure.start):
        return _points_or_minutes(text, item)
    if unit.minor is not None:
        figure, unit = figure.times(unit.minor), Unit("money", unit.code)
        part = item.unit.minor if item.unit else None
    else:
        part = Fraction(1)
    end, said = item.end, item.said or ""
    if figure.value is None or figure.low is not None:
        return item._replace(figure=figure, unit=unit)
    value = figure.value
    sub = unit.code == "元" or unit.code in {"CNY", "HKD", "TWD", "USD"}
    while sub and part is not None and part > Fraction(1, 100):
        at = end + 1 if text[end : end + 1] in ("零", "又") else end
        smaller = (
            read_figure(text, at) if at < len(text) and (text[at].isdigit() or text[at] in DIGITS + "两兩十") else None
        )
        if smaller is None or smaller.value is None or smaller.low is not None:
            break
        found = unit_at(text, smaller.end, tables)
        if found and found[1].minor is not None and found[1].minor < part and smaller.value < 100:
            if found[1].code not in (unit.code, "元"):
                break
            value, part, end = value + smaller.value * found[1].minor, found[1].minor, smaller.end + len(found[0])
            continue
        elided = _ELIDED.match(text, at)
        if (
            elided
            and said
            and said[0] in "块塊毛角"
            and len(elided[1]) == 1
            and not (found or text[elided.end() : elided.end() + 1] in ("个", "個"))
        ):
            value, end = value + smaller.value * part / 10, elided.end()
        elif elided and said and said[0] in "块塊" and at > end and len(elided[1]) == 1 and not found:
            value, end = value + smaller.value / 100, elided.end()
        break
    if said and said[-1] in "元圆圓角分" and _EXACTLY.match(text, end):
        end += 1
    return item._replace(figure=figure._replace(value=value), unit=unit, end=end)


def _points_or_minutes(text: str, item: Item) -> Item:
    """分 alone counts points; before seconds it is minutes."""
    at, figure = item.end, item.figure
    rest = read_figure(text, at) if at < len(text) and (text[at].isdigit() or text[at] in DIGITS + "十") else None
    if rest is None or text[rest.end : rest.end + 1] != "秒" or rest.value is None or figure.value is None:
        return item._replace(unit=Unit("count", "分"))
    value = figure.value + rest.value / 60
    return item._replace(figure=figure._replace(value=value, bare=False), unit=MINUTE, end=rest.end + 1)


def _measure(text: str, item: Item, tables: Chinese) -> Item:
    """六斤八两, 四年六个月, 8天6小时20分, 两年半, 一米七五; 岁 and 十个月大 are ages; 度 of the weather is Cel."""
    unit, figure, end = item.unit, item.figure, item.end
    assert unit is not None
    if item.said == "K" and not WEATHER.search(text, max(0, figure.start - 14), end + 6):
        return Item(figure, figure.end)  # 4K is a resolution
    if unit.code == "岁":
        if text[end : end + 1] == "半" and figure.value is not None and figure.low is None:
            figure, end = figure._replace(value=figure.value + Fraction(1, 2)), end + 1
        return item._replace(figure=figure, end=end, unit=Unit("age", "a"))
    if unit.code == "deg":
        return item._replace(unit=degrees(text, figure.start, end, unit, tables))
    if figure.value is None or figure.low is not None:
        return _aged(text, item)
    value = figure.value
    if text[end : end + 1] == "半" and text[end + 1 : end + 2] not in tuple(
        "天年夜路个個导導数數价價小公斤月径徑山岛島程场場空"
    ):
        return _aged(text, item._replace(figure=figure._replace(value=value + Fraction(1, 2), bare=False), end=end + 1))
    if unit.code == "s" and (hundredths := _HUNDREDTHS.match(text, end)):
        value, end = value + Fraction(int(hundredths[1]), 10 ** len(hundredths[1])), hundredths.end()
        return item._replace(figure=figure._replace(value=value), end=end)
    smallest = unit
    for _ in range(4):
        at = end + 1 if text[end : end + 1] in ("零", "又") else end
        if at >= len(text) or not (text[at].isdigit() or text[at] in DIGITS + "两兩十半廿卅"):
            break
        if (
            unit.code == "m"
            and at == end
            and (tail := _ELIDED.match(text, at))
            and not unit_at(text, tail.end(), tables)
        ):
            digits = "".join(str(DIGIT_VALUE.get(sign, sign)) for sign in tail[1])
            value, end = value + Fraction(int(digits), 10 ** len(digits)), tail.end()
            break
        smaller = read_figure(text, at) if text[at] != "半" else Figure(at, at + 1, Fraction(1, 2))
        if smaller is None or smaller.value is None or smaller.low is not None:
            break
        sub = read_item_plain(text, smaller, tables, smallest)
        if sub is None:
            break
        share = _share(unit, sub[1], smallest)
        if share is None:
            break
        value, end, smallest = value + smaller.value * share, sub[0], sub[1]
    return _aged(
        text,
        item._replace(figure=figure._replace(value=value, bare=figure.bare and end == item.end), end=end, unit=unit),
    )


def read_item_plain(text: str, figure: Figure, tables: Chinese, above: Unit) -> tuple[int, Unit] | None:
    """The end and unit of a smaller part in a compound; 分 after hours is minutes, 个月 after years months."""
    at = figure.end
    if text[at : at + 1] in ("个", "個"):
        if text[at + 1 : at + 2] == "月":
            return at + 2, MONTH
        at += 1
    if above.code == "h" and text[at : at + 1] == "分" and text[at + 1 : at + 2] not in tuple("之钟鐘"):
        return at + 1, MINUTE
    found = unit_at(text, at, tables)
    return (at + len(found[0]), found[1]) if found and found[1].kind == "measure" else None


def _share(main: Unit, part: Unit, above: Unit) -> Fraction | None:
    """How much of ``main`` one ``part`` is, where the part is smaller than the part before it."""
    if main.code in MONTHS and part.code in MONTHS:
        return Fraction(MONTHS[part.code], MONTHS[main.code]) if MONTHS[part.code] < MONTHS[above.code] else None
    if (
        main.base is None
        or main.base != part.base
        or main.factor is None
        or part.factor is None
        or above.factor is None
    ):
        return None
    return part.factor / main.factor if part.factor < above.factor else None


def _aged(text: str, item: Item) -> Item:
    unit = item.unit
    if unit and unit.code in {"a", "mo", "wk", "d"} and (aged := _AGE.match(text, item.end)):
        return item._replace(unit=Unit("age", unit.code), end=aged.end())
    return item
