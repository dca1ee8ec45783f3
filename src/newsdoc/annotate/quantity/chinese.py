"""The Chinese grammar: candidates found by one regex, then figure, unit, modifiers, range, and what is left alone."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from newsdoc.annotate.quantity import chinese_skip as skip
from newsdoc.annotate.quantity.build import build
from newsdoc.annotate.quantity.chinese_figure import DIGITS, LARGE, SCALES, read_figure
from newsdoc.annotate.quantity.chinese_unit import MONTHS, PER_MILLE, PERCENT, TIMES, Item, read_item, unit_at
from newsdoc.annotate.quantity.figure import Figure, bounded, shared_part
from newsdoc.annotate.quantity.tables import Unit, chinese
from newsdoc.annotate.quantity.view import view
from newsdoc.numerals.signs import DIGITS as DIGIT_VALUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.annotate.quantity.context import Context
    from newsdoc.annotate.quantity.tables import Chinese
    from newsdoc.lexicon import Lexicon
    from newsdoc.model.annotation import Quantity

_NUMERAL_SIGNS = rf"\d{DIGITS}{SCALES}两兩俩倆仨廿卄卅卌½⅓⅔¼¾"
CANDIDATE = re.compile(
    # One set of signs first, for which the engine scans, then what must stand around the sign.
    rf"[{_NUMERAL_SIGNS}.半好几幾数數上成翻打对對个個分](?:(?<=[{_NUMERAL_SIGNS}])|(?<=\.)(?=\d)"
    rf"|(?<=半)(?=[年天日月个個成折小斤公亩畝里吨噸米升秒分杯数數])|(?<=好)(?=[几幾数數][{SCALES}以])"
    rf"|(?<=[几幾数數])(?=[{SCALES}以])|(?<=上)(?=[百千万萬亿億])|(?<=成)(?=[千百]上)"
    r"|(?<=翻)(?=了?(?:[一两兩二三四五几]|\d{1,2})?番)|(?<=[打对對])(?=[对對]?折)|(?<=[个個分])(?=半[鐘钟小月]))"
)
_SHARE_SIGN = re.compile("(?:[百千])分之(?:(负|負|-)的?|\\+)?")
_RANGE = re.compile(r"(?:[（(]含[）)])?(?: ?[-—–~〜]{1,2} ?|至|到|—)(?=[^\s])")
_JOINTS = frozenset("（( -—–~〜至到和与與跟及")
"""What a second figure may be joined with begins with one of these."""
_BETWEEN = re.compile("(?:和|与|與|跟|及)(第)?")
_BETWEEN_END = re.compile("之[间間]|[间間](?![客店房谍隔接断歇])")
_OTHER_SIGN = re.compile("零([上下])|(?<=[至到~～])[-−](?=\\d)")
_SYMBOL_AGAIN = re.compile("[A-Z]{0,3}[$¥€£]")
_SPEED = frozenset(["时速", "時速", "时速达", "時速達", "时速为", "時速為", "时速可达", "時速可達"])
_HOUR = Unit("measure", "h", "s", Fraction(3600))
_OF_YEARS = re.compile(f"(?<![\\d{DIGITS}{SCALES}])年$")
_DOUBLED = re.compile("翻了?([一两兩二三四五]|\\d{1,2})?番")
_PER = re.compile("/|每")
_SIGN_BEFORE = re.compile("(?:(?:负|負)的?|零下|[-+])$")
_SIGN_ENDS = frozenset("负負的下-+")
_SIGN_AFTER = '为為是达達到于於长長降幅率温溫约約(,，:：;；、。\n\t 「“"'
_LARGE_SIGN = re.compile(f"[{LARGE}]")
NONZERO = "".join(sign for sign in DIGITS if DIGIT_VALUE[sign])
_ONE_AND_SCALE = re.compile(rf"([1-9]|[{NONZERO}])[百千佰仟][{LARGE}]*")
_DEGREES = re.compile("([摄攝]氏|[华華]氏)(?:温度|溫度)?(?:为|為)?(?:零下|[-−])?$")
_CHANGED = re.compile("[涨漲升增加长長降跌减減调調](?:了|约|約|近|超)?$|[减減]少(?:了|约)?$|提高(?:了)?$")
_COMPARED = re.compile("(?:(大|多|高|长|長|重|贵|贵)|(小|少|低|短|轻|輕))(?:一些|一点|一點)?(?![幅型约的学小])")
HALF = Fraction(1, 2)
_ASCII_LETTER = re.compile("[A-Za-z]")


def read_chinese(source: str, dates: Sequence[tuple[int, int]], where: Context, lexicon: Lexicon) -> list[Quantity]:
    """Every quantity of a Chinese text that does not overlap one of the sorted spans ``dates``."""
    tables = chinese(lexicon)
    seen = view(source)
    text = seen.text
    found: list[Quantity] = []
    at, last, date = 0, 0, 0
    while candidate := CANDIDATE.search(text, at):
        at = candidate.start()
        origin = seen.source(at)
        while date < len(dates) and dates[date][1] <= origin:
            date += 1
        if date < len(dates) and dates[date][0] <= origin:
            at += 1
            continue
        if past := skip.passed(text, at, last, tables):
            at = max(past, at + 1)
            last = at
            continue
        read = _read(text, at, last, tables, where)
        if read is None:
            at = skip.beyond(text, at)
            continue
        start, item, modifier, currency = read
        end = item.end
        if name := skip.named(text, at, start, end, item, tables):
            at = name
            continue
        if skip.unwanted(text, at, start, item, modifier, last):
            at = skip.beyond(text, max(at, item.figure.end - 1)) if item.unit is None else max(end, at + 1)
            continue
        first, stop = seen.source(start), seen.source(end - 1) + 1
        at = last = end
        if date < len(dates) and dates[date][0] < stop:
            continue
        if quantity := build(source, first, stop, item, where, currency):
            found.append(quantity)
    return found


def _read(
    text: str, at: int, last: int, tables: Chinese, where: Context
) -> tuple[int, Item, str | None, str | None] | None:
    """Start, item, modifier and currency of the expression whose figure begins at ``at``."""
    item = _item(text, at, tables)
    if item is None:
        return None
    start, item = _signed(text, at, last, item)
    ordinal = text[start - 1 : start] == "第" and start > last
    if ordinal:
        return start - 1, _ordinal(item), None, None
    item = _range(text, item, tables) or item
    if (
        item.unit is not None
        and item.unit.code in {"deg", "Cel"}
        and (named := _DEGREES.search(text, max(last, start - 8), start))
    ):
        item = item._replace(unit=Unit("measure", "Cel" if named[1][0] in "摄攝" else "[degF]"))
        start = named.start()
    if per := _per(text, item, tables):
        item = per
    start, modifier, currency, per_unit = _before(text, start, last, tables)
    if (
        text[start - 1 : start] == "比"
        and start > last
        and modifier is None
        and (than := _COMPARED.match(text, item.end))
    ):
        start, modifier = start - 1, "more" if than[1] else "less"
        item = item._replace(end=than.end())
    if modifier and item.unit is None and start > 0 and _is_age(text, start, item):
        item = item._replace(unit=Unit("age", "a"))
    if per_unit and item.per is None and item.unit is not None and item.unit.kind in {"money", "measure", "count"}:
        item = item._replace(per=per_unit)
    elif per_unit:
        per_unit, start = None, at
        start, modifier, currency, _ = _before(text, at, at, tables)
    if currency and item.unit is None:
        item = item._replace(unit=Unit("money", currency), said=None)
    elif currency and item.unit is not None and item.unit.kind != "money":
        start, currency = at, None
    if modifier:
        item = item._replace(figure=bounded(item.figure, modifier))
    return (start, *_after(text, item, tables, modifier), currency)


def _is_age(text: str, start: int, item: Item) -> bool:
    """年近六十, 年逾五十: years, where nothing is counted."""
    value = item.figure.value
    return value is not None and 10 <= value <= 120 and _OF_YEARS.search(text, max(0, start - 2), start) is not None


def _item(text: str, at: int, tables: Chinese) -> Item | None:
    sign = text[at]
    if sign == "半":
        return _half(text, at, tables)
    if sign == "翻" and (found := _DOUBLED.match(text, at)):
        said = found[1] or "一"
        times = int(said) if said.isdigit() else " 一二三四五".index(said.replace("两", "二").replace("兩", "二"))
        return Item(Figure(at, found.end(), Fraction(2 ** min(times, 64)), words=True), found.end(), TIMES, "番")
    if sign in "打对對":
        end = text.index("折", at) + 1
        return Item(Figure(at, end, Fraction(50)), end, PERCENT, "折") if text[end - 2] in "对對" else None
    if sign in "个個分":
        figure = Figure(at, at, Fraction(1))
        item = read_item(text, figure, tables)
        return item if item.end > at + 1 and item.figure.value != 1 else None
    if sign == "一" and text.startswith("一半", at) and not text.startswith("一半天", at):
        return Item(Figure(at, at + 2, HALF), at + 2)
    if sign in "百千" and (share := _SHARE_SIGN.match(text, at)):
        return _share(text, at, share, tables)
    found_figure = read_figure(text, at)
    return read_item(text, found_figure, tables) if found_figure else None


def _share(text: str, at: int, share: re.Match[str], tables: Chinese) -> Item | None:
    """百分之三十, 百分之负五, 千分之三, 百分之五到八."""
    place = share.end()
    if place >= len(text):
        return None
    figure = read_figure(text, place) if CANDIDATE.match(text, place) else None
    if figure is None:
        return None
    if share[1] and figure.value is not None:
        figure = figure.times(-1)
    unit = PERCENT if text[at] == "百" else PER_MILLE
    end = figure.end
    figure = figure._replace(start=at, bare=False)
    joint = _RANGE.match(text, end)
    if joint and figure.value is not None and (CANDIDATE.match(text, joint.end())):
        other = read_figure(text, joint.end())
        greater = other is not None and other.value is not None and other.value > figure.value
        if other and greater and not unit_at(text, other.end, tables) and not _SHARE_SIGN.match(text, joint.end()):
            both = Figure(at, other.end, None, figure.value, other.value)
            return Item(both, other.end, unit, text[at : share.end()])
    return Item(figure, end, unit, text[at : share.end()])


def _half(text: str, at: int, tables: Chinese) -> Item | None:
    """半年, 半小时, 半个月, 半成, 半折, 半数."""
    figure = Figure(at, at + 1, HALF, words=True)
    if text[at + 1] in "数數":
        return Item(figure._replace(end=at + 2), at + 2)
    item = read_item(text, figure, tables)
    if text[at + 1] in "个個" and text[at + 2 : at + 3] == "月":
        return item
    if item.unit is None or item.unit.kind == "count":
        return None
    return item


def _signed(text: str, at: int, last: int, item: Item) -> tuple[int, Item]:
    sign = _SIGN_BEFORE.search(text, max(last, at - 3), at) if at and text[at - 1] in _SIGN_ENDS else None
    if sign is None:
        return at, item
    said, start = sign.group(), sign.start()
    if said in "-+":
        before = text[start - 1 : start]
        if before and before not in _SIGN_AFTER:
            return at, item
        if said == "+":
            return start, item
    figure = item.figure
    value, low, high = (None if x is None else -x for x in (figure.value, figure.high, figure.low))
    unit = item.unit
    if said == "零下" and unit is not None and unit.code == "deg":
        unit = Unit("measure", "Cel")
    return start, item._replace(figure=figure._replace(value=value, low=low, high=high, bare=False), unit=unit)


def _ordinal(item: Item) -> Item:
    unit = item.unit
    if unit is not None and unit.kind == "count":
        return item._replace(unit=Unit("ordinal", unit.code))
    if unit is not None and item.said is not None and (unit.base == "s" or unit.code in MONTHS or item.said == "桶"):
        return Item(item.figure, item.figure.end + len(item.said), Unit("ordinal", item.said), item.said)
    return Item(item.figure, item.figure.end, Unit("ordinal", ""), None)


def _range(text: str, item: Item, tables: Chinese) -> Item | None:
    """30万—40万吨, 250-300亿, 2至3万, 20和30之间; None where no second figure follows."""
    left = item.figure
    if left.value is None or (left.low is not None and left.modifier != "more"):
        return None
    if text[item.end : item.end + 1] not in _JOINTS:
        return None
    joint = _RANGE.match(text, item.end)
    between = None if joint else _BETWEEN.match(text, item.end)
    place = joint.end() if joint else between.end() if between else 0
    other_sign = _OTHER_SIGN.match(text, place) if joint else None
    if other_sign:
        place = other_sign.end()
    elif joint and (again := _SYMBOL_AGAIN.match(text, place)) and text.endswith(again.group(), 0, left.start):
        place = again.end()
    if not place or place >= len(text) or not CANDIDATE.match(text, place):
        return None
    share = _SHARE_SIGN.match(text, place)
    if share and item.unit == PERCENT:
        figure = None
        other = _share(text, place, share, tables)
    else:
        figure = read_figure(text, place)
        other = read_item(text, figure, tables) if figure else None
    if (
        other is None
        or other.figure.value is None
        or (other.figure.low is not None and other.figure.modifier != "more")
    ):
        return None
    end = other.end
    if between:
        closing = _BETWEEN_END.match(text, other.end)
        if closing is None:
            return None
        end = closing.end()
    elif closing := _BETWEEN_END.match(text, end):
        end = closing.end()
    right, low, high = other.figure, left.value, other.figure.value
    unit = other.unit
    if other_sign:
        high = high if other_sign[1] == "上" else -high
        unit = Unit("measure", "Cel") if unit is not None and unit.code == "deg" else unit
        if low > high:
            low, high = high, low
    if item.unit is not None and other.unit is not None and item.unit != other.unit:
        factor = _factor(item.unit, other.unit)
        if factor is None:
            return None
        low *= factor
    elif item.unit is not None and other.unit is None:
        return None
    if item.unit is None and figure is not None and (part := shared_part(figure, right)) is not None:
        low *= part
    elif item.unit is None:
        low *= _shared(text[left.start : left.end], text[right.start : right.end], low, right)
    if not low < high:
        return None
    moved = joint is not None and joint.group() in ("至", "到") and item.unit is not None and high > 3 * low
    if moved and _CHANGED.search(text, max(0, left.start - 4), left.start):
        return None  # 上涨3.5元至50元 is a rise and a level
    both = Figure(left.start, right.end, None, low, high, modifier=None, words=left.words)
    return Item(both, end, unit, other.said)


def _shared(left: str, right: str, low: Fraction, high: Figure) -> int:
    """The scale that the first figure leaves to the second: 万 in 2至3万, 百亿 in 八到九百亿."""
    if high.value is None or _LARGE_SIGN.search(left):
        return 1
    factors = [high.scale]
    if (found := _ONE_AND_SCALE.fullmatch(right)) and low < 10:
        factors.insert(0, int(high.value / (DIGIT_VALUE.get(found[1]) or int(found[1]))))
    return next((factor for factor in factors if low * factor < high.value), 1)


def _factor(one: Unit, other: Unit) -> Fraction | None:
    if one.kind == other.kind == "money" and one.code == "元":
        return Fraction(1)
    if one.base and one.base == other.base and one.factor and other.factor:
        return one.factor / other.factor
    return Fraction(1) if one.kind == other.kind and one.code == other.code else None


def _per(text: str, item: Item, tables: Chinese) -> Item | None:
    """/吨 and 每吨 after the unit."""
    if item.unit is None or item.unit.kind not in {"money", "measure", "count"}:
        return None
    mark = _PER.match(text, item.end)
    if mark is None:
        return None
    place = mark.end()
    if text[mark.start()] == "每" and (item.unit.kind == "count" or text[place : place + 1].isdigit()):
        return None
    found = unit_at(text, place, tables)
    if found is None and text.startswith(("月",), place):
        found = ("月", Unit("measure", "mo"))
    if found is None or found[1].kind == "money":
        return None
    end = place + len(found[0])
    if text[mark.start()] == "每" and end < len(text) and CANDIDATE.match(text, end):
        return None  # 3元每吨 is a rate, 3元，每吨5元 two
    return item._replace(per=found[1], end=end)


def _before(text: str, start: int, last: int, tables: Chinese) -> tuple[int, str | None, str | None, Unit | None]:
    """Modifier, currency and 每吨 in front of the figure."""
    modifier: str | None = None
    currency: str | None = None
    per: Unit | None = None
    for _ in range(3):
        near = text[max(last, start - 8) : start]
        if start <= last or (text[start - 1] not in tables.tails and "每" not in near and "速" not in near):
            break
        for length in range(min(8, start - last), 0, -1):
            form = text[start - length : start]
            if modifier is None and (known := tables.before.get(form)):
                if text[start - length - 1 : start - length] in known[1] and start - length > 0:
                    break
                modifier, start = known[0], start - length
                break
            if currency is None and (code := tables.symbols.get(form)):
                before = start - length - 1
                if before >= 0 and form[0].isascii() and form[0].isalpha() and _ASCII_LETTER.match(text, before):
                    continue
                currency, start = code, start - length
                break
            if per is None and form in _SPEED:
                per, start = _HOUR, start - length
                break
            if form[0] == "每" and per is None and length > 1:
                unit = tables.units.get(form[1:]) or (
                    Unit("measure", "mo") if form[1:] in ("月", "个月", "個月") else None
                )
                if unit is not None and unit.kind != "money":
                    per, start = unit, start - length
                    break
        else:
            break
    return start, modifier, currency, per


def _after(text: str, item: Item, tables: Chinese, modifier: str | None) -> tuple[Item, str | None]:
    """以上, 左右 and the like behind the unit."""
    if text[item.end : item.end + 1] not in tables.heads:
        return item, modifier
    for length in range(min(6, len(text) - item.end), 1, -1):
        form = text[item.end : item.end + length]
        kind = tables.after.get(form)
        if kind is None:
            continue
        if modifier in (None, "about"):
            return item._replace(figure=bounded(item.figure._replace(modifier=None), kind), end=item.end + length), kind
        return item._replace(end=item.end + length), modifier
    return item, modifier
