"""An English figure with its unit: where one may begin, what currency stands before it, and what follows it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from newsdoc.annotate.quantity.chinese_unit import TIMES, Item
from newsdoc.annotate.quantity.english_unit import read_item, unit_at
from newsdoc.annotate.quantity.figure import Figure, opened
from newsdoc.annotate.quantity.tables import Unit
from newsdoc.numerals.english import read_english
from newsdoc.numerals.words import (
    DENOMINATORS,
    GLYPHS,
    LETTER_SCALES,
    ORDINALS,
    SCALE_ORDINALS,
    SCALES,
    SHORT_SCALES,
    SMALL,
    TENS,
)

if TYPE_CHECKING:
    from newsdoc.annotate.quantity.tables import English
    from newsdoc.numerals.english_parts import Reading

_NUMBER_WORDS = sorted(
    {*SMALL, *TENS, *SCALES, *ORDINALS, *SCALE_ORDINALS, "hundred", "half", "quarter", "dozen", "point"}
)
_AFTER_A = "hundred|thousand|million|billion|trillion|dozen|couple|lakh|crore|half|quarter|" + "|".join(
    word for word in DENOMINATORS if not word.endswith("s") and word not in {"half", "quarter", "second"}
)
_FACTORS = {
    "doubled": 2, "doubling": 2, "tripled": 3, "tripling": 3, "trebled": 3, "quadrupled": 4, "quintupled": 5,
    "twice": 2, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "tenfold": 10,
}  # fmt: skip
_PLURALS = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100} | {
    f"{word}s": size for word, size in SCALES.items()
}
_SCALE_WORDS = "hundred|thousand|million|billion|trillion"
_SOME_WORDS = "several|a few|few|many|a couple of"
_PART = "hour|minute|month|year|week|day|dollar|pound|euro"
CANDIDATE = re.compile(
    rf"\d|\.\d|[$€£¥₩₹₽฿₺₫₱₪₦₴¢￥₡₭₿₸₮৳₾₼₵]|[{''.join(GLYPHS)}]|\b(?:{'|'.join(_NUMBER_WORDS)})(?![a-z])"
    rf"|\b(?:{_SOME_WORDS})\s+(?={_SCALE_WORDS})|\b(?:tens|dozens|scores|hundreds|thousands|(?:m|b|tr)illions)\b"
    rf"|\ban?[\s-]+(?=(?:{_AFTER_A})\b)|\b(?:{'|'.join(_FACTORS)})\b"
    rf"|\ban?\s+(?=(?:{_PART})\s+and\s+(?:a\s+)?(?:half|quarter|\d|[a-z]+ty|\w+teen))",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"(tens|dozens|scores|hundreds|thousands|millions|billions|trillions)(?:\s+of\s+(hundreds|thousands|millions|billions|trillions))?(?:\s+of\s+(?=thousands|millions|billions|trillions))?",
    re.IGNORECASE,
)
_LETTER_SCALE = re.compile(r"\s?(bn|tn|trn|mn|mln|[kKmMbBtT])(?![A-Za-z])")
_SYMBOL_AFTER = re.compile(r"\s?([€£¥₩₹₽฿₺₫₱₪₦₴¢$₡₭₿₸₮৳₾₼₵])")
_AS_MUCH = re.compile(r"\s+(?:as|the|that|what|its)\b")
_ODD = re.compile(r"[- ]odd\b")
_SOME = re.compile(
    r"(?:several|a few|few|many|a couple of)\s+(hundred|thousand|million|billion|trillion)(?![a-z])", re.IGNORECASE
)
_IN_A_ROW = re.compile(r"\s+(?:straight|consecutive|successive)\b")
_PART_OF = re.compile(r"\s+of(?:\s+an?)?(?=\s)", re.IGNORECASE)
_OUT_OF = re.compile(r"\s+(?:out\s+of|in)\s+(?:every\s+)?(?=\S)", re.IGNORECASE)


def symbol_at(text: str, at: int, last: int, tables: English) -> tuple[int, int, str] | None:
    """Start, place of the figure and currency code of $5, US$ 5, HK$5, RMB 5."""
    if text[at].isdigit() or text[at] == ".":
        for length in range(min(4, at - last), 1, -1):
            word = text[at - length : at].rstrip()
            if word in tables.symbols and word.isalpha() and not text[at - length - 1 : at - length].isalnum():
                return at - length, at, tables.symbols[word]
        return None
    if text[at] not in "$€£¥₩₹₽฿₺₫₱₪₦₴￥₡₭₿₸₮৳₾₼₵":
        return None
    place = at + 1
    while text[place : place + 1] in (" ", "\u00a0", "-") and place < at + 3:
        place += 1
    if not (place < len(text) and CANDIDATE.match(text, place)):
        return None
    for length in range(min(6, at - last), 0, -1):
        form = text[at - length : at + 1]
        if (
            form not in tables.symbols
            and form[:-1].isascii()
            and form[:-1].isalpha()
            and form[:-1].upper() in tables.symbols
        ):
            form = form[:-1].upper()
        if form in tables.symbols and not text[at - length - 1 : at - length].isalpha():
            return at - length, place, tables.symbols[form]
    return at, place, tables.symbols.get(text[at], "$")


def item_at(text: str, at: int, tables: English, code: str | None) -> Item | None:
    word = re.match(r"[A-Za-z]+", text[at : at + 20])
    low = word.group().lower() if word else ""
    if vague := _SOME.match(text, at):
        scale = 100 if vague[1].lower() == "hundred" else SCALES[vague[1].lower()]
        figure = Figure(at, vague.end(), None, Fraction(scale), Fraction(scale * 10), words=True)
        return read_item(text, figure, tables, digits=False)
    if low == "twice" and not _AS_MUCH.match(text, at + 5):
        return None
    if low in _FACTORS:
        return Item(Figure(at, at + len(low), Fraction(_FACTORS[low]), words=True), at + len(low), TIMES, low)
    if low in _PLURALS and (several := _SEVERAL.match(text, at)):
        size = _PLURALS[several[1].lower()] * (_PLURALS[several[2].lower()] if several[2] else 1)
        end = several.end() if several[2] or not several.group().endswith(" ") else at + len(several[1])
        figure = Figure(at, end, None, Fraction(size), Fraction(size * 10), words=True)
        of = _PART_OF.match(text, end)
        unit = unit_at(text, of.end(), tables, digits=False) if of else None
        if unit and unit[1].kind in {"money", "measure"}:
            return Item(figure, unit[0], unit[1], unit[2])
        return read_item(text, figure, tables, digits=False)
    if low in {"a", "an"} and (item := _one_and(text, at, at + len(low), tables)):
        return item
    reading = read_english(text, at)
    if reading is None:
        return None
    figure = Figure(at, reading.end, reading.value, scale=reading.scale, words=reading.words)
    if _IN_A_ROW.match(text, reading.end) and (low in {"a", "an"} or reading.kind == "ordinal"):
        # a fifth straight month is no share
        return None if code or low in {"a", "an"} else Item(figure, reading.end, Unit("ordinal", ""))
    if reading.kind == "ordinal" and reading.words and reading.value > 2 and (of := _PART_OF.match(text, reading.end)):
        found = unit_at(text, of.end(), tables, digits=False)
        if found and found[1].kind == "measure" and found[1].code not in {"d", "wk", "mo", "a"}:
            return Item(figure._replace(value=1 / reading.value), found[0], found[1], found[2])
    if reading.kind == "ordinal":
        return Item(figure, reading.end, Unit("ordinal", "")) if code is None else None
    if code is not None:
        return priced(text, figure, code, tables)
    if (
        not reading.words
        and (after := _SYMBOL_AFTER.match(text, reading.end))
        and not text[after.end() : after.end() + 1].isdigit()
    ):
        money = "USD" if after[1] == "¢" else tables.symbols.get(after[1], "$")
        return Item(
            figure.times(Fraction(1, 100)) if after[1] == "¢" else figure, after.end(), Unit("money", money), after[1]
        )
    if (out := _OUT_OF.match(text, reading.end)) and reading.value.denominator == 1 and 0 < reading.value < 100:
        below = read_english(text, out.end())
        if (
            below
            and below.kind == "cardinal"
            and reading.value
            < below.value
            <= (10**9 if "out" in out.group() or _is_odds(text, reading, out, below) else 100)
        ):
            plain = "out" in out.group() or unit_at(text, below.end, tables, not below.words) is None
            if (
                plain
                and below.value.denominator == 1
                and not re.match(r"[%:,.]?\d|\s?%", text[below.end : below.end + 2])
            ):
                return Item(figure._replace(value=reading.value / below.value, end=below.end), below.end)
    if odd := _ODD.match(text, figure.end):
        figure = opened(figure)._replace(end=odd.end())
    item = read_item(text, figure, tables, digits=not reading.words)
    if text[at : reading.end].lower() in {"a", "an"}:
        return None
    return item


def _is_odds(text: str, reading: Reading, out: re.Match[str], below: Reading) -> bool:
    """1 in 1,000; a year has no comma."""
    return reading.value == 1 and (below.words or "," in text[out.end() : below.end])


def _one_and(text: str, at: int, end: int, tables: English) -> Item | None:
    """an hour and 20 minutes, a month and a half: the article counts where a part follows."""
    figure = Figure(at, end, Fraction(1), words=True)
    item = read_item(text, figure, tables, digits=False)
    return item if item.unit is not None and item.unit.kind in {"measure", "money"} and item.figure.value != 1 else None


def priced(text: str, figure: Figure, code: str, tables: English) -> Item:
    """What follows $5: a scale letter, a scale word behind a hyphen, "and 50 cents", the currency said again."""
    end = figure.end
    scale = 1
    if figure.scale == 1 and (letter := _LETTER_SCALE.match(text, end)):
        word = letter[1].lower()
        scale = SHORT_SCALES.get(word) or LETTER_SCALES[word]
        if letter.group()[0] == " " and len(word) == 1 and word not in "mbk":
            scale = 1
        else:
            end = letter.end()
    figure = figure.times(scale)._replace(end=end, scale=figure.scale * scale)
    again = unit_at(text, end, tables, digits=True)
    if again and again[1].kind == "money" and again[1].minor is None:
        return Item(figure, again[0], Unit("money", again[1].code if code == "$" else code), again[2])
    return Item(figure, end, Unit("money", code), None)
