"""Two English figures that are one range: 3 to 5 percent, $1.2-1.5 billion, between 2 kg and 7 kg."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.annotate.quantity.chinese_unit import Item
from newsdoc.annotate.quantity.english_item import priced, symbol_at
from newsdoc.annotate.quantity.english_unit import read_item
from newsdoc.annotate.quantity.figure import Figure, shared_part
from newsdoc.numerals.english import read_english

if TYPE_CHECKING:
    from newsdoc.annotate.quantity.tables import English
    from newsdoc.numerals.english_parts import Reading

_CHANGED = re.compile(
    r"\b(?:rose|fell|gained|lost|up|down|climbed|dropped|slid|jumped|added|shed|grew|declined|rising|falling|(?:in|de)creased)"
    r"\s+(?:by\s+)?(?:[a-z]+\s+)?$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\s?[-\u2010-\u2015~]{1,2}\s?(?=[\d.$€£¥~]|[A-Z]{1,3}\$)|\s+to\s+(?=\S)|\s+through\s+(?=\d)", re.IGNORECASE
)
_WORD_TO = re.compile(r"\s+(?:to|or)\s+(?=[a-z])|\s?[-\u2010-\u2015]\s?(?=(?:to-)?[a-z])", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+|roughly\s+)?$", re.IGNORECASE)
_APPROX = re.compile(r"(?:about|around|roughly|approximately|~|some|as\s+many\s+as)\s*", re.IGNORECASE)
_SIGN = re.compile(r"[A-Z]{0,3}[$€£¥₩₹]")
_FAR = 10**5
"""Ends further apart than this are no range (25 to 30,000,000,000)."""
_NEGATIVE = re.compile(r"(?:minus|negative)\s+|-(?=\d)", re.IGNORECASE)


def _next_to(left: Figure, reading: Reading) -> bool:
    """five or six, and five or six hundred."""
    if left.value is None or reading.value - left.value == 1:
        return left.value is not None
    return 0 < left.value < 10 and left.scale == 1 and reading.value == (left.value + 1) * _counted_in(reading)


def _counted_in(reading: Reading) -> int:
    return reading.scale if reading.scale > 1 else 100


def with_range(text: str, start: int, item: Item, tables: English, code: str | None, digits: bool) -> Item | None:
    """3 to 5 percent, 5-6 mm, $1.2-1.5 billion, between 2 kg and 7 kg; None where no second figure follows."""
    left = item.figure
    if left.value is None or left.low is not None or (item.unit is not None and item.unit.kind == "ordinal"):
        return None
    between = BETWEEN.search(text, max(0, start - 24), start)
    joint = (
        _AND.match(text, item.end)
        if between
        else _TO.match(text, item.end) or (_WORD_TO.match(text, item.end) if left.words else None)
    )
    if joint is None:
        return None
    place = joint.end()
    if approx := _APPROX.match(text, place):
        place = approx.end()
    if place >= len(text):
        return None
    negative = 1
    if minus := _NEGATIVE.match(text, place):
        negative, place = -1, minus.end()
    sign = _SIGN.match(text, place)
    symbol = symbol_at(text, sign.end() - 1, place, tables) if sign else None
    if symbol:
        place = symbol[1]
    reading = read_english(text, place)
    if (
        reading is None
        or reading.kind == "ordinal"
        or (" or " in joint.group() and not (reading.words and _next_to(left, reading)))
    ):
        return None
    figure = Figure(place, reading.end, reading.value * negative, scale=reading.scale, words=reading.words)
    money = symbol[2] if symbol else code
    other = (
        priced(text, figure, money, tables)
        if money is not None
        else read_item(text, figure, tables, digits=not reading.words)
    )
    right = other.figure
    low, high, unit = left.value, right.value, other.unit
    if high is None or right.low is not None:
        return None
    if item.unit is not None and other.unit is not None and item.unit != other.unit:
        if (
            item.unit.base is None
            or item.unit.base != other.unit.base
            or item.unit.factor is None
            or other.unit.factor is None
        ):
            return None
        low = low * item.unit.factor / other.unit.factor
    elif item.unit is not None and other.unit is None:
        if not between and item.unit.kind != "money":
            return None
        unit = item.unit
    if " or " in joint.group() and high > 10 * low:
        low *= _counted_in(reading)
    elif (
        left.scale == 1
        and right.scale > 1
        and low * right.scale < high
        and (item.unit is None or money is not None)
        and abs(low) < 1000
    ):
        low *= right.scale
    if item.unit is None and unit is not None and reading.scale == 1 and (part := shared_part(figure, right)):
        low *= part
    if not low < high or (not between and 0 < low * _FAR < high):
        return None
    moved = item.unit is not None and " to " in joint.group() and high > 3 * low
    if moved and _CHANGED.search(text, max(0, start - 24), start):
        return None  # rose 2 cents to 50 cents
    return Item(Figure(left.start, right.end, None, low, high, words=left.words), other.end, unit, other.said)
