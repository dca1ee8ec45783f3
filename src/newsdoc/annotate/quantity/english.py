"""The English grammar: candidates found by one regex, then figure, unit, modifiers, range, and what is left alone."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from newsdoc.annotate.quantity import english_skip as skip
from newsdoc.annotate.quantity.build import build
from newsdoc.annotate.quantity.chinese_unit import TIMES, Item
from newsdoc.annotate.quantity.english_unit import read_item, read_per, unit_at
from newsdoc.annotate.quantity.figure import Figure, bounded, opened
from newsdoc.annotate.quantity.tables import Unit, english
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
    from collections.abc import Sequence

    from newsdoc.annotate.quantity.context import Context
    from newsdoc.annotate.quantity.tables import English
    from newsdoc.lexicon import Lexicon
    from newsdoc.model.annotation import Quantity

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
_SYMBOL = re.compile(
    r"(?:[A-Z][A-Za-z.]{0,3}\s?|\b[chan]k?t?\s)?[$€£¥₩₹₽฿₺₫₱₪₦₴￥₡₭₿₸₮৳₾₼₵]\s?|\b(?:RMB|USD|EUR|GBP|CNY|HKD|NTD|TWD|JPY|AUD|CAD|CHF|Rs\.?|RM)\s?(?=\d)"
)
_LETTER_SCALE = re.compile(r"\s?(bn|tn|trn|mn|mln|[kKmMbBtT])(?![A-Za-z])")
_SYMBOL_AFTER = re.compile(r"\s?([€£¥₩₹₽฿₺₫₱₪₦₴¢$₡₭₿₸₮৳₾₼₵])")
_AS_MUCH = re.compile(r"\s+(?:as|the|that|what|its)\b")
_ODD = re.compile(r"[- ]odd\b")
_CHANGED = re.compile(
    r"\b(?:rose|fell|gained|lost|up|down|climbed|dropped|slid|jumped|added|shed|grew|declined|rising|falling|(?:in|de)creased)"
    r"\s+(?:by\s+)?(?:[a-z]+\s+)?$",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"(?:several|a few|few|many|a couple of)\s+(hundred|thousand|million|billion|trillion)(?![a-z])", re.IGNORECASE
)
_PART_OF = re.compile(r"\s+of(?:\s+an?)?(?=\s)", re.IGNORECASE)
_TO = re.compile(r"\s?[-\u2010-\u2015~]{1,2}\s?(?=[\d.$€£¥~])|\s+to\s+(?=\S)|\s+through\s+(?=\d)", re.IGNORECASE)
_WORD_TO = re.compile(r"\s+(?:to|or)\s+(?=[a-z])|\s?[-\u2010-\u2015]\s?(?=(?:to-)?[a-z])", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+|roughly\s+)?$", re.IGNORECASE)
_APPROX = re.compile(r"(?:about|around|roughly|approximately|~|some|as\s+many\s+as)\s*", re.IGNORECASE)
_MINUS = re.compile(r"\b(?:minus|negative)\s+$", re.IGNORECASE)
_BEFORE = re.compile(r"(?:[A-Za-z.'-]+[ \n]|[<>=~]+ {0,3}){1,6}$|[<>=~]+ {0,3}$")
_AFTER = re.compile(r"(?:[\s,-]{1,2}(?:[a-z]+)){1,4}|\+")
_OUT_OF = re.compile(r"\s+(?:out\s+of|in)\s+(?:every\s+)?(?=\S)", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|age\s+of|ages)\s+$", re.IGNORECASE)
_PLURAL = re.compile(
    r"\s+(?:[a-z]+(?:-[a-z]+)?\s+){0,2}?(?:people|men|women|children|police|staff|troops|[a-z]{2,}(?<!is)(?<!as)(?<!us)(?<!ss)(?<!his)s)\b"
)
_TIME_WORD = re.compile(r"\b(?:a|per|each|every|the|this|last|split)\s+$", re.IGNORECASE)


def read_english_quantities(
    text: str, dates: Sequence[tuple[int, int]], where: Context, lexicon: Lexicon
) -> list[Quantity]:
    """Every quantity of an English text that does not overlap one of the sorted spans ``dates``."""
    tables = english(lexicon)
    found: list[Quantity] = []
    at, last, date = 0, 0, 0
    while candidate := CANDIDATE.search(text, at):
        at = candidate.start()
        while date < len(dates) and dates[date][1] <= at:
            date += 1
        if date < len(dates) and dates[date][0] <= at:
            at = max(at + 1, dates[date][1])
            last = at
            continue
        if past := skip.named(text, at, tables) or skip.passed(text, at, last, tables):
            at = last = max(past, at + 1)
            continue
        read = _read(text, at, last, tables, where)
        if read is None:
            at = _beyond(text, candidate)
            continue
        start, item, currency = read
        if date < len(dates) and dates[date][0] < item.end:
            at = _beyond(text, candidate)
            continue
        at = last = max(item.end, at + 1)
        if quantity := build(text, start, item.end, item, where, currency):
            found.append(quantity)
    return found


_MORE_TEXT = re.compile(r"\s*[\w$€£]")
_WORD_END = re.compile(r"[\d.,]*\d|[A-Za-z]+")


def _beyond(text: str, candidate: re.Match[str]) -> int:
    word = _WORD_END.match(text, candidate.start())
    return max(word.end() if word else 0, candidate.start() + 1)


def _read(text: str, at: int, last: int, tables: English, where: Context) -> tuple[int, Item, str | None] | None:
    symbol = _symbol(text, at, last, tables)
    if symbol is None and not text[at].isalnum() and text[at] not in GLYPHS and text[at] != ".":
        return None
    start, place, code = symbol or (at, at, None)
    item = _item(text, place, tables, code)
    if item is None:
        return None
    digits = text[place].isdigit() or text[place] == "."
    if symbol and text[place - 1] == "-":
        item = item._replace(figure=item.figure.times(-1))
    start, item = _signed(text, start, last, item)
    ranged = _range(text, start, item, tables, code, digits)
    if ranged is not None:
        item = ranged
        if between := _BETWEEN.search(text, max(last, start - 24), start):
            start = between.start()
    item = read_per(text, item, tables)
    start, modifier = _before(text, start, last, tables)
    item = item._replace(figure=bounded(item.figure, modifier))
    item, modifier = _after(text, item, tables, modifier)
    counted = item.unit is None and _PLURAL.match(text, item.end) is not None
    if item.unit is None:
        if aged := _AGED.search(text, max(last, start - 8), start):
            start, item = aged.start(), item._replace(unit=Unit("age", "a"))
        elif _idle(text, start, place, item, modifier, counted):
            return None
    if skip.unwanted(text, place, item, tables, digits=digits, counted=counted, modifier=modifier):
        return None
    whole = item.figure.value is None or item.figure.value.denominator == 1
    if counted and item.unit is None and whole:
        item = item._replace(unit=Unit("count", ""))
    return start, item, None


def _idle(text: str, start: int, place: int, item: Item, modifier: str | None, counted: bool) -> bool:
    """one and zero as determiners, half and quarter as adjectives, "second" of time."""
    said = text[item.figure.start : item.figure.end].lower()
    if said == "one":
        return not (
            len(text.strip()) == 3
            or modifier is not None
            or re.search(r"(?:negative|minus)\s$", text[max(0, place - 12) : place].lower())
        )
    if said in {"half", "quarter", "a half", "a quarter"}:
        of = re.match(r"\s+(?:of|the|an?|all|its|their|our|his|her|people)\b", text[item.end : item.end + 12])
        return not (of or modifier or _alone(text, said)) or ("quarter" in said and not of and not _alone(text, said))
    if said == "second":
        return (
            _TIME_WORD.search(text, max(0, start - 8), start) is not None
            and text[max(0, start - 4) : start].lower() != "the "
        )
    if said in {"hundred", "thousand", "million", "billion", "dozen"} and not counted and modifier is None:
        return not _alone(text, said) and not re.match(r"\s+[a-z]", text[item.end : item.end + 3])
    return False


def _alone(text: str, said: str) -> bool:
    return len(text) < len(said) + 20 and len(text.strip()) == len(said)


def _symbol(text: str, at: int, last: int, tables: English) -> tuple[int, int, str] | None:
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


def _item(text: str, at: int, tables: English, code: str | None) -> Item | None:
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
    if reading.kind == "ordinal" and reading.words and reading.value > 2 and (of := _PART_OF.match(text, reading.end)):
        found = unit_at(text, of.end(), tables, digits=False)
        if found and found[1].kind == "measure" and found[1].code not in {"d", "wk", "mo", "a"}:
            return Item(figure._replace(value=1 / reading.value), found[0], found[1], found[2])
    if reading.kind == "ordinal":
        return Item(figure, reading.end, Unit("ordinal", "")) if code is None else None
    if code is not None:
        return _priced(text, figure, code, tables)
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
            and reading.value < below.value <= (10**9 if "out" in out.group() else 100)
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


def _one_and(text: str, at: int, end: int, tables: English) -> Item | None:
    """an hour and 20 minutes, a month and a half: the article counts where a part follows."""
    figure = Figure(at, end, Fraction(1), words=True)
    item = read_item(text, figure, tables, digits=False)
    return item if item.unit is not None and item.unit.kind in {"measure", "money"} and item.figure.value != 1 else None


def _priced(text: str, figure: Figure, code: str, tables: English) -> Item:
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


def _signed(text: str, start: int, last: int, item: Item) -> tuple[int, Item]:
    """minus ten, -5, and (-5); a dash after a word or a figure is no sign."""
    if item.unit is not None and item.unit.kind == "ordinal":
        return start, item
    place = start
    if word := _MINUS.search(text, max(last, start - 10), start):
        place = word.start()
    elif not item.figure.words:
        spaced = text[start - 1 : start] == " " and start < 12 and not text[: start - 2].strip()
        mark = start - 2 if spaced else start - 1
        before = text[mark - 1 : mark] if mark > 0 else ""
        if mark >= last and text[mark] in "-−–" and not (before.isalnum() or before in (")", "%", "-")):
            place = mark
    return (start, item) if place == start else (place, item._replace(figure=item.figure.times(-1)))


def _range(text: str, start: int, item: Item, tables: English, code: str | None, digits: bool) -> Item | None:
    """3 to 5 percent, 5-6 mm, $1.2-1.5 billion, between 2 kg and 7 kg; None where no second figure follows."""
    left = item.figure
    if left.value is None or left.low is not None or (item.unit is not None and item.unit.kind == "ordinal"):
        return None
    between = _BETWEEN.search(text, max(0, start - 24), start)
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
    if minus := re.compile(r"(?:minus|negative)\s+|-(?=\d)", re.IGNORECASE).match(text, place):
        negative, place = -1, minus.end()
    symbol = _symbol(text, place, place, tables) if text[place] in "$€£¥₩₹" else None
    if symbol:
        place = symbol[1]
    reading = read_english(text, place)
    if (
        reading is None
        or reading.kind == "ordinal"
        or (" or " in joint.group() and not (reading.words and reading.value - left.value == 1))
    ):
        return None
    figure = Figure(place, reading.end, reading.value * negative, scale=reading.scale, words=reading.words)
    money = symbol[2] if symbol else code
    other = (
        _priced(text, figure, money, tables)
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
    if (
        left.scale == 1
        and right.scale > 1
        and low * right.scale < high
        and (item.unit is None or money is not None)
        and abs(low) < 1000
    ):
        low *= right.scale
    if not low < high:
        return None
    moved = item.unit is not None and " to " in joint.group() and high > 3 * low
    if moved and _CHANGED.search(text, max(0, start - 24), start):
        return None  # rose 2 cents to 50 cents
    return Item(Figure(left.start, right.end, None, low, high, words=left.words), other.end, unit, other.said)


def _before(text: str, start: int, last: int, tables: English) -> tuple[int, str | None]:
    """The modifier in front: the longest phrase of the table that ends at ``start``."""
    found = _BEFORE.search(text, max(last, start - 48), start)
    if found is None:
        return start, None
    begin = found.start()
    pieces = [begin] + [begin + m.end() for m in re.finditer(r"\s", found.group())]
    for place in pieces:
        if place >= start or (place > last and place > 0 and text[place - 1].isalnum() and text[place].isalnum()):
            continue
        phrase = " ".join(text[place:start].lower().split())
        if kind := tables.before.get(phrase):
            return place, kind
    return start, None


def _after(text: str, item: Item, tables: English, modifier: str | None) -> tuple[Item, str | None]:
    """or more, or so, plus, + behind the unit."""
    found = _AFTER.match(text, item.end)
    if found is None or (item.unit is not None and item.unit.kind == "ordinal"):
        return item, modifier
    said = found.group()
    if said == "+":
        if text[item.end + 1 : item.end + 2].isalnum():
            return item, modifier
        return item._replace(
            figure=bounded(item.figure, modifier or "at_least"), end=item.end + 1
        ), modifier or "at_least"
    words = list(re.finditer(r"[a-z]+", said))
    for count in range(len(words), 0, -1):
        phrase = " ".join(m.group() for m in words[:count])
        if kind := tables.after.get(phrase):
            if (
                count < len(words)
                and words[count].group() == "than"
                and _MORE_TEXT.match(text, item.end + words[count].end())
            ):
                continue
            if phrase in {"plus", "odd"} and said[0] != "-":
                continue
            end = item.end + words[count - 1].end()
            if modifier in (None, "about"):
                return item._replace(figure=bounded(item.figure._replace(modifier=None), kind), end=end), kind
            return item._replace(end=end), modifier
    return item, modifier
