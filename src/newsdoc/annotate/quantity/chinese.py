"""The Chinese grammar: candidates found by one regex, then figure, unit, modifiers, range, and what is left alone."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from newsdoc.annotate.quantity import chinese_skip as skip
from newsdoc.annotate.quantity.build import build
from newsdoc.annotate.quantity.chinese_figure import CANDIDATE, DIGITS, SCALES, read_figure
from newsdoc.annotate.quantity.chinese_range import SHARE_SIGN, ranged, share_of
from newsdoc.annotate.quantity.chinese_unit import MONTHS, PERCENT, TIMES, Item, read_item, unit_at
from newsdoc.annotate.quantity.figure import Figure, bounded
from newsdoc.annotate.quantity.tables import Unit, chinese
from newsdoc.annotate.quantity.view import view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.annotate.quantity.context import Context
    from newsdoc.annotate.quantity.tables import Chinese
    from newsdoc.lexicon import Lexicon
    from newsdoc.model.annotation import Quantity

_SPEED = frozenset(["时速", "時速", "时速达", "時速達", "时速为", "時速為", "时速可达", "時速可達"])
_HOUR = Unit("measure", "h", "s", Fraction(3600))
_OF_YEARS = re.compile(f"(?<![\\d{DIGITS}{SCALES}])年$")
_DOUBLED = re.compile("翻了?([一两兩二三四五]|\\d{1,2})?番")
_PER = re.compile("/|每")
_SIGN_BEFORE = re.compile("(?:(?:负|負)的?|零下|[-+])$")
_SIGN_ENDS = frozenset("负負的下-+")
_SIGN_AFTER = '为為是达達到于於长長降幅率温溫约約(,，:：;；、。\n\t 「“"'
_DEGREES = re.compile("([摄攝]氏|[华華]氏)(?:温度|溫度)?(?:为|為)?(?:零下|[-−])?$")
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
    item = ranged(text, item, tables) or item
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
    if per_unit is _HOUR and item.unit is not None and "/" in item.unit.code:
        per_unit = None  # 时速36公里/小时
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
    if sign in "百千" and (share := SHARE_SIGN.match(text, at)):
        return share_of(text, at, share, tables)
    found_figure = read_figure(text, at)
    return read_item(text, found_figure, tables) if found_figure else None


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
