"""A quantity in English: nearly 300,000 tonnes, $1.2 billion, 3 to 5 percent, 3,200 yuan per tonne, 12th, fivefold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.bilingual.rendering.figures import figure
from newsdoc.bilingual.rendering.shape import only_scale, rate_of
from newsdoc.bilingual.rendering.words import Word

if TYPE_CHECKING:
    from fractions import Fraction

    from newsdoc.bilingual.rendering.words import Words
    from newsdoc.model.annotation import Quantity

_BARE = Word("", "", "")
_FOLD = {2: "twofold", 3: "threefold", 4: "fourfold", 5: "fivefold", 10: "tenfold"}
_SEVERAL = ("tens", "hundreds", "thousands", "tens of thousands", "hundreds of thousands")
_LARGE = (
    "millions",
    "tens of millions",
    "hundreds of millions",
    "billions",
    "tens of billions",
    "hundreds of billions",
)


def say_english(quantity: Quantity, words: Words) -> str:
    """The quantity in English; a classifier is said only where it tells what is counted (人: people)."""
    unit, per = rate_of(quantity, words)
    word = _word(quantity, unit, words)
    said = _amount(quantity, word, words)
    if per is not None and said:
        known = words.get("per", per) or words.get("unit", per) or words.get("classifier", per)
        return f"{said} per {known.one.strip() if known else per}"
    return said


def _word(quantity: Quantity, unit: str | None, words: Words) -> Word:
    if unit is None or quantity.kind == "ordinal":
        return _BARE
    if quantity.kind == "count":
        return words.get("classifier", unit) or _BARE
    kinds = {"money": "currency", "measure": "unit"}
    return words.get(kinds.get(quantity.kind, quantity.kind), unit) or Word("", f" {unit}", f" {unit}")


def _amount(quantity: Quantity, word: Word, words: Words) -> str:
    value, low, high = quantity.value, quantity.low, quantity.high
    modifier = words.get("modifier", quantity.modifier or "") or _BARE
    if value is not None:
        return modifier.around(_one(value, quantity, word))
    if low is None or high is None:
        bound = low if low is not None else high
        known = words.get("modifier", "at_least" if low is not None else "at_most")
        return "" if bound is None or known is None else known.around(_one(bound, quantity, word))
    # A range with HK$ or the like says the currency once, behind.
    name = words.get("name", quantity.unit or "") if word.before else None
    vague = only_scale(quantity)
    if vague and quantity.kind in ("money", "measure", "count", "number") and (several := _several(vague)):
        counted = (name or word).behind.strip()
        return modifier.around(f"{several} of {counted}" if counted else several)
    return modifier.around(_range(low, high, name if name and len(word.before) > 1 else word))


def _several(scale: int) -> str | None:
    power = len(str(scale)) - 2
    names = (*_SEVERAL, *_LARGE)
    return names[power] if 0 <= power < len(names) else None


def _one(value: Fraction, quantity: Quantity, word: Word) -> str:
    if quantity.kind == "ordinal":
        return _ordinal(value)
    if quantity.kind == "multiple" and value in _FOLD and word.behind == "-fold":
        return _FOLD[int(value)]
    sign = "minus " if value < 0 else ""
    return f"{sign}{word.around(str(figure(abs(value), 'en')), single=value == 1)}"


def _ordinal(value: Fraction) -> str:
    said = str(figure(value, "en", scaled=False))
    if value.denominator != 1:
        return said
    teen = int(value) % 100 in (11, 12, 13)
    return said + ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(said[-1], "th"))


def _range(low: Fraction, high: Fraction, word: Word) -> str:
    """300,000 to 400,000 tonnes; both in full where only one has a scale word, which the other would borrow."""
    first, second = figure(abs(low), "en"), figure(abs(high), "en")
    if bool(first.scale) != bool(second.scale):
        first, second = (figure(abs(bound), "en", scaled=False) for bound in (low, high))
    left = f"{'minus ' if low < 0 else ''}{word.before}{first}"
    right = f"{'minus ' if high < 0 else ''}{word.before}{second}"
    return f"{left} to {right}{word.behind}"
