"""What figures measure, and what turns the one's unit into the other's."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.lexicon import BUILT_IN

if TYPE_CHECKING:
    from newsdoc.bilingual.compare.facts import Fact

_TALLIES = frozenset({"count", "number", "ordinal", "age"})
_TIMES = {
    "s": ("s", 1),
    "min": ("s", 60),
    "h": ("s", 3600),
    "d": ("s", 86400),
    "wk": ("s", 604800),
    "mo": ("mo", 1),
    "a": ("mo", 12),
}
"""Durations: what is counted in seconds, and what in months, which have no fixed length in seconds."""
_TEMPERATURES = frozenset({"Cel", "[degF]", "K", "deg"})
_DOLLARS = frozenset({"USD", "HKD", "TWD", "CAD", "AUD", "NZD", "SGD", "MOP", "$"})
_OPEN_WORDS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (re.compile(r"(?<![美欧歐日港澳加韩韓])[元块塊圆圓]$"), frozenset({"CNY", "TWD", "HKD", "SGD", "MOP", "元"})),
    (re.compile(r"(?<![A-Za-z])[$＄]|^\D*[\d.,]+[^.]*(?<![A-Za-z.] )dollars?$"), _DOLLARS),
    (re.compile("[¥￥]"), frozenset({"CNY", "JPY", "¥"})),
    (re.compile("£|pound|镑|鎊"), frozenset({"GBP", "EGP", "LBP", "SYP", "£"})),
    (re.compile("peso|比索"), frozenset({"MXN", "PHP", "ARS", "CLP", "COP", "CUP"})),
    (re.compile("franc|法郎"), frozenset({"CHF", "XAF", "XOF", "FRF"})),
    (re.compile("rupee|卢比|盧比|Rs"), frozenset({"INR", "PKR", "LKR", "NPR", "IDR"})),
)
"""Words that leave the currency open, and the currencies that they may mean."""
_ANY_CLASSIFIER = frozenset({None, "个", "種", "种"})
_ONE = Fraction(1)


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, Fraction]]:
    """Unit code -> its base unit and what a unit of it is in base units."""
    return {
        row["code"]: (row["base"], Fraction(row["factor"]))
        for row in BUILT_IN.rows("units")
        if row["base"] and row["factor"]
    }


def base(fact: Fact) -> tuple[str, Fraction] | None:
    """The base unit of a figure, and what turns its value into it; None where its unit has none."""
    if fact.unit in _TIMES:
        unit, seconds = _TIMES[fact.unit]
        return unit, Fraction(seconds)
    if fact.base_unit is not None and fact.factor is not None:
        return fact.base_unit, fact.factor
    return _table().get(fact.unit) if fact.unit else None


def family(fact: Fact) -> str:
    """What a figure measures: figures of one family may be compared. A bare number is of the family ``tally``."""
    if fact.kind in _TALLIES or (fact.kind == "measure" and fact.unit in _TIMES):
        return "tally"
    if fact.kind == "measure":
        known = base(fact)
        return known[0] if known else fact.unit or "measure"
    return fact.kind


def is_bare(fact: Fact) -> bool:
    """Whether no unit stands with the figure that would say what it measures."""
    return fact.kind in ("number", "count") and fact.unit in _ANY_CLASSIFIER


def comparable(a: Fact, b: Fact) -> bool:
    """Whether a quotient of the two makes sense: not of temperatures."""
    return a.unit not in _TEMPERATURES or a.unit == b.unit


def factors(a: Fact, b: Fact) -> tuple[Fraction, Fraction, bool] | None:
    """What turns each figure into a common unit, and whether both units were said; None where there is no such unit."""
    of_a, of_b = family(a), family(b)
    if of_a == of_b == "tally":
        return _tallies(a, b)
    base_a, base_b = base(a), base(b)
    if base_a and base_b and base_a[0] == base_b[0]:
        return base_a[1], base_b[1], True
    if of_a == of_b == "money":
        if a.unit == b.unit:
            return (*_rates(a, b), True)
        return (*_rates(a, b), False) if not _currencies(a).isdisjoint(_currencies(b)) else None
    if of_a == of_b:
        return (_ONE, _ONE, True) if a.unit == b.unit or of_a in ("percent", "multiple") else None
    if is_bare(a) or is_bare(b):
        return _bare(a, b)
    return _half_said(a, b)


def _rates(a: Fact, b: Fact) -> tuple[Fraction, Fraction]:
    """What brings two rates to one "per": 3.5 yuan a 斤 is 7 a kilogram."""
    per_a, per_b = _table().get(a.per or ""), _table().get(b.per or "")
    if per_a is None or per_b is None or per_a[0] != per_b[0]:
        return _ONE, _ONE
    return 1 / per_a[1], 1 / per_b[1]


def _half_said(a: Fact, b: Fact) -> tuple[Fraction, Fraction, bool] | None:
    """时速145公里 and 145 kph: one text has the rate in the unit, the other in a word beside it."""
    whole_a, slash_a, _ = (a.unit or "").partition("/")
    whole_b, slash_b, _ = (b.unit or "").partition("/")
    if not whole_a or not whole_b or bool(slash_a) == bool(slash_b):
        return None
    base_a, base_b = _table().get(whole_a), _table().get(whole_b)
    if base_a and base_b and base_a[0] == base_b[0]:
        return base_a[1], base_b[1], False
    return (_ONE, _ONE, False) if whole_a == whole_b else None


def _tallies(a: Fact, b: Fact) -> tuple[Fraction, Fraction, bool]:
    base_a, base_b = base(a), base(b)
    if base_a and base_b and base_a[0] == base_b[0]:
        return base_a[1], base_b[1], True
    return _ONE, _ONE, a.unit == b.unit or (is_bare(a) != is_bare(b) and "measure" not in (a.kind, b.kind))


def _bare(a: Fact, b: Fact) -> tuple[Fraction, Fraction, bool]:
    """A number without a unit beside one with it: half and 50 % are the same share."""
    for bare, other, first in ((a, b, True), (b, a, False)):
        if is_bare(bare) and other.kind == "percent" and bare.value is not None and 0 < bare.value < 1:
            return (Fraction(100), _ONE, False) if first else (_ONE, Fraction(100), False)
    return _ONE, _ONE, False


def _currencies(fact: Fact) -> frozenset[str]:
    """The currencies that the words of a figure may mean: yuan of which country, dollars of which."""
    own = frozenset({fact.unit or ""})
    return next((codes | own for words, codes in _OPEN_WORDS if words.search(fact.text)), own)


def temperatures_agree(a: Fact, b: Fact) -> bool:
    """Whether two temperatures are the same to the degree; bare degrees may be of either scale."""
    if a.value is None or b.value is None or not {a.unit, b.unit} <= _TEMPERATURES:
        return False
    scales = [("Cel", "[degF]") if fact.unit == "deg" else (fact.unit or "",) for fact in (a, b)]
    for first in scales[0]:
        for second in scales[1]:
            if abs(_celsius(a.value, first) - _celsius(b.value, second)) <= Fraction(1, 2):
                return True
    return False


def _celsius(value: Fraction, unit: str) -> Fraction:
    if unit == "[degF]":
        return (value - 32) * Fraction(5, 9)
    return value - Fraction(27315, 100) if unit == "K" else value
