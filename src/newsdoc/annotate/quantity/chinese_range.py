"""Two Chinese figures that are one range, and shares, whose sign may stand before either: 30万—40万吨, 百分之五到八."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from newsdoc.annotate.quantity.chinese_figure import CANDIDATE, DIGITS, LARGE, read_figure
from newsdoc.annotate.quantity.chinese_unit import PER_MILLE, PERCENT, Item, read_item, unit_at
from newsdoc.annotate.quantity.figure import Figure, shared_part
from newsdoc.annotate.quantity.tables import Unit
from newsdoc.numerals.signs import DIGITS as DIGIT_VALUE

if TYPE_CHECKING:
    from newsdoc.annotate.quantity.tables import Chinese

SHARE_SIGN = re.compile("(?:[百千])分之(?:(负|負|-)的?|\\+)?")
_RANGE = re.compile(r"(?:[（(]含[）)])?(?: ?[-—–~〜]{1,2} ?|至|到|—)(?=[^\s])")
_JOINTS = frozenset("（( -—–~〜至到和与與跟及")
"""What a second figure may be joined with begins with one of these."""
_BETWEEN = re.compile("(?:和|与|與|跟|及)(第)?")
_BETWEEN_END = re.compile("之[间間]|[间間](?![客店房谍隔接断歇])")
_OTHER_SIGN = re.compile("零([上下])|(?<=[至到~～])[-−](?=\\d)")
_SYMBOL_AGAIN = re.compile("[A-Z]{0,3}[$¥€£]")
_LARGE_SIGN = re.compile(f"[{LARGE}]")
_NONZERO = "".join(sign for sign in DIGITS if DIGIT_VALUE[sign])
_ONE_AND_SCALE = re.compile(rf"([1-9]|[{_NONZERO}])[百千佰仟][{LARGE}]*")
_CHANGED = re.compile("[涨漲升增加长長降跌减減调調](?:了|约|約|近|超)?$|[减減]少(?:了|约)?$|提高(?:了)?$")


def share_of(text: str, at: int, share: re.Match[str], tables: Chinese) -> Item | None:
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
        if other and greater and not unit_at(text, other.end, tables) and not SHARE_SIGN.match(text, joint.end()):
            both = Figure(at, other.end, None, figure.value, other.value)
            return Item(both, other.end, unit, text[at : share.end()])
    return Item(figure, end, unit, text[at : share.end()])


def ranged(text: str, item: Item, tables: Chinese) -> Item | None:
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
    share = SHARE_SIGN.match(text, place)
    if share and item.unit == PERCENT:
        figure = None
        other = share_of(text, place, share, tables)
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
