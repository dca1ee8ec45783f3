"""A quantity in Chinese: 近30万吨, 3000多万元, 30万至40万吨, 每吨3200元, 零下5摄氏度, 第12届."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.annotate.quantity.figure import step
from newsdoc.bilingual.rendering.figures import Said, figure
from newsdoc.bilingual.rendering.shape import only_scale, rate_of
from newsdoc.bilingual.rendering.words import Word
from newsdoc.numerals import format_number

if TYPE_CHECKING:
    from fractions import Fraction

    from newsdoc.bilingual.rendering.words import Words
    from newsdoc.model.annotation import Quantity

_BARE = Word("", "", "")
_YEAR_OR_MONTH = re.compile(r"\d{4}(?:\.\d{1,2})?")
_OF_YEARS = ("届", "期", "版", "款")
_YEAR = re.compile(r"\d{4}")
_YEAR_BEHIND = re.compile(r"[萬億]\d{4}$")
_ROUND = re.compile(r"\d*0")


def say_chinese(quantity: Quantity, words: Words) -> str:
    """The quantity in the Chinese of ``words``; None of its value and bounds are rounded.

    A quantity with neither value nor bounds says nothing, and gives the empty string.
    """
    unit, per = rate_of(quantity, words)
    word = _word(quantity, unit, words)
    said = _amount(quantity, word, words)
    if per is not None and said:
        return f"每{_per(per, words)}{said}"
    return said


def _word(quantity: Quantity, unit: str | None, words: Words) -> Word:
    if quantity.kind == "ordinal":
        return Word("第", words.classifier(unit or ""), "")
    if unit is None:
        return _BARE
    kinds = {"money": "currency", "measure": "unit"}
    known = words.get(kinds.get(quantity.kind, quantity.kind), unit)
    if known is not None and quantity.kind != "count":
        return known
    return Word("", words.classifier(unit), "")


def _per(per: str, words: Words) -> str:
    known = words.get("per", per) or words.get("unit", per)
    return known.behind if known else words.classifier(per)


def _amount(quantity: Quantity, word: Word, words: Words) -> str:
    value, low, high = quantity.value, quantity.low, quantity.high
    modifier = words.get("modifier", quantity.modifier or "") or _BARE
    if modifier.behind and word.behind.endswith(("大", "所")):  # 大以上 is no age, and 所以 a word
        modifier = words.get("modifier", f"{quantity.modifier} before") or modifier
    if value is None:
        if low is None or high is None:
            return _bound(low, high, word, words)
        if quantity.kind != "percent" and (vague := only_scale(quantity)):
            several = ("数" if not words.traditional else "數") + _scale_words(vague, words)
            return modifier.around(word.around(several))
        return modifier.around(_range(low, high, quantity, word, words))
    opened = quantity.modifier == "more" and low == value and value > 0 and high == value + step(value)
    if opened and (said := _opened(value, quantity, word, words)):
        return said
    return modifier.around(_one(value, quantity, word, words))


def _scale_words(value: int, words: Words) -> str:
    said = format_number(value, style="zh-Hant" if words.traditional else "zh-Hans")
    if words.traditional and words.language != "zh-TW":
        said = said.replace("兆", "萬億")
    return said[1:] if said.startswith("一") else said


def _figure(value: Fraction, quantity: Quantity, words: Words, *, scaled: bool = True) -> Said:
    """The figure; behind it 兆 before a unit would be mega, so Taiwan too says 萬億 there."""
    apart = words.language == "zh-TW" and quantity.kind == "measure"
    said = figure(value, "zh-Hant" if apart else words.language, scaled=scaled)
    if quantity.unit == "a" and _YEAR_BEHIND.search(said.digits):  # 3億1000萬2000年 ends like a year
        return figure(value, words.language, scaled=False)
    return said


def _one(value: Fraction, quantity: Quantity, word: Word, words: Words) -> str:
    """The figure with sign and unit, no modifier."""
    if quantity.unit == "Cel" and value < 0:
        return f"零下{word.around(str(_figure(-value, quantity, words)))}"
    sign = ("负" if not words.traditional else "負") if value < 0 else ""
    said = str(_figure(abs(value), quantity, words))
    if _YEAR_OR_MONTH.fullmatch(said) and (
        (quantity.unit == "a" and _YEAR.fullmatch(said))
        or (word is _BARE and quantity.modifier is None)
        or word.behind.startswith(_OF_YEARS)
    ):
        said = f"{said[0]},{said[1:]}"  # 2019年, 2019.01 and 2019期 would be read as a year, a month and an issue
    if word.before and not word.before.isascii() and quantity.kind == "money":
        return f"{word.before}{sign}{said}{word.behind}"
    return f"{sign}{word.around(said)}"


def _range(low: Fraction, high: Fraction, quantity: Quantity, word: Word, words: Words) -> str:
    """30万至40万吨; the unit is said twice with signs, where the first figure would borrow the scale of the second, and
    where 3至5日元 would begin like days."""
    first, second = _figure(abs(low), quantity, words), _figure(abs(high), quantity, words)
    twice = word.behind[:1] in ("%", "‰", "日") or low < 0 or high < 0 or bool(first.scale) != bool(second.scale)
    if word is _BARE and bool(first.scale) != bool(second.scale):
        first, second = (_figure(abs(bound), quantity, words, scaled=False) for bound in (low, high))
    if twice and word is not _BARE:
        return f"{_one(low, quantity, word, words)}至{_one(high, quantity, Word('', word.behind, word.behind), words)}"
    sign = "负" if not words.traditional else "負"
    return word.around(f"{sign if low < 0 else ''}{first}至{sign if high < 0 else ''}{second}")


def _opened(value: Fraction, quantity: Quantity, word: Word, words: Words) -> str | None:
    """3000多万元, 1.6万多人, 5倍多; None where the language has no such form."""
    said = _figure(value, quantity, words)
    if quantity.kind == "ordinal" or not said.digits[-1].isdigit():
        return None
    if said.scale and _ROUND.fullmatch(said.digits.replace(",", "")):
        return word.around(f"{said.digits}多{said.scale}")
    if said.scale:
        return word.around(f"{said}多")
    if value.denominator == 1 and value % 10 == 0 and word.behind not in ("%", "‰"):
        return word.around(f"{_plain(said, quantity)}多")
    after = quantity.kind in ("money", "measure", "age", "multiple") or quantity.unit == "%"
    return f"{word.around(_plain(said, quantity))}多" if after and quantity.unit not in ("deg", "mo") else None


def _plain(said: Said, quantity: Quantity) -> str:
    digits = said.digits
    return f"{digits[0]},{digits[1:]}" if quantity.unit == "a" and _YEAR.fullmatch(digits) else digits


def _bound(low: Fraction | None, high: Fraction | None, word: Word, words: Words) -> str:
    """What has one bound and no value."""
    value = low if low is not None else high
    if value is None:
        return ""
    modifier = words.get("modifier", "at_least" if low is not None else "at_most") or _BARE
    return modifier.around(word.around(str(figure(abs(value), words.language))))
