"""Hypothesis strategies that draw (text, expected) pairs: test your own normaliser with them.

Needs the extra ``newsdoc[strategies]``. A drawn value shrinks towards few digits, no modifier and the first unit, so
that a failing example stays a sentence that a person can read. docs/numerals.md shows a test that uses them.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from newsdoc.numerals import format_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.strategies.drawn_dates import dates as dates
    from newsdoc.strategies.drawn_pages import pages as pages

__all__ = ["STYLES", "Expected", "dates", "numerals", "pages", "quantities"]

STYLES = (
    "zh-Hans",
    "zh-Hant",
    "zh-financial",
    "zh-financial-Hant",
    "zh-positional",
    "en",
    "en-words",
    "compact-zh",
    "compact-en",
)
_WHOLE_ONLY = frozenset({"zh-positional"})
_SIGNLESS = frozenset({"zh-positional"})


@dataclass(frozen=True, slots=True)
class Expected:
    """What a drawn quantity means: value or bounds, unit and modifier, as :class:`newsdoc.Quantity` has them."""

    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    unit: str | None
    modifier: str | None


_ELSEWHERE = {"dates": "newsdoc.strategies.drawn_dates", "pages": "newsdoc.strategies.drawn_pages"}


def __getattr__(name: str) -> object:
    if name not in _ELSEWHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_ELSEWHERE[name]), name)


def numerals(styles: Sequence[str] = STYLES) -> st.SearchStrategy[tuple[str, Fraction]]:
    """Numerals of the given styles of :func:`newsdoc.format_number`, each with its exact value.

    >>> text, value = numerals(["zh-Hans"]).example()  # doctest: +SKIP
    """
    return st.sampled_from(list(styles)).flatmap(_numerals_of)


def _numerals_of(style: str) -> st.SearchStrategy[tuple[str, Fraction]]:
    top = 10**30 if style == "en-words" else 10**44
    round_numbers = st.builds(lambda n, k: n * 10**k, st.integers(0, 999), st.integers(0, 20))
    whole: st.SearchStrategy[Fraction] = st.one_of(st.integers(0, 10_000), st.integers(0, top), round_numbers).map(
        Fraction
    )
    if style in _WHOLE_ONLY:
        return whole.map(lambda value: (format_number(value, style=style), value))
    decimal = st.builds(lambda n, k: Fraction(n, 10**k), st.integers(0, 10**9), st.integers(1, 6))
    value = st.one_of(whole, decimal)
    if style not in _SIGNLESS:
        value = st.builds(lambda number, sign: number * sign, value, st.sampled_from([1, -1]))
    return value.map(lambda number: (format_number(number, style=style), number))


_ZH_UNITS = (
    ("吨", "t"), ("元", "CNY"), ("%", "%"), ("人", "人"), ("公里", "km"), ("亩", "亩"), ("家", "家"), ("倍", "倍"),
    ("天", "d"), ("美元", "USD"), ("千瓦时", "kW.h"), ("平方米", "m2"),
    ("辆次", "辆次"), ("个百分点", "[pp]"), ("小时", "h"),
)  # fmt: skip
_HANT_UNITS = (
    ("噸", "t"), ("港元", "HKD"), ("%", "%"), ("人", "人"), ("公里", "km"), ("輛", "辆"), ("倍", "倍"), ("小時", "h"),
    ("個百分點", "[pp]"),
)  # fmt: skip
_EN_UNITS = (
    (" tonnes", "t"), (" percent", "%"), (" km", "km"), (" dollars", "USD"), (" years", "a"), (" hours", "h"),
    (" square metres", "m2"), (" percentage points", "[pp]"), (" yuan", "CNY"), (" hectares", "har"),
)  # fmt: skip
_MODIFIERS = {
    "zh-Hans": (
        ("近", "nearly"), ("约", "about"), ("超", "more"), ("不到", "less"),
        ("至少", "at_least"), ("不超过", "at_most"),
    ),
    "zh-Hant": (
        ("近", "nearly"), ("約", "about"), ("逾", "more"), ("不足", "less"),
        ("至少", "at_least"), ("不超過", "at_most"),
    ),
    "en": (
        ("nearly ", "nearly"), ("about ", "about"), ("more than ", "more"), ("less than ", "less"),
        ("at least ", "at_least"), ("up to ", "at_most"),
    ),
}  # fmt: skip
_UNITS = {"zh-Hans": _ZH_UNITS, "zh-Hant": _HANT_UNITS, "en": _EN_UNITS}
_STYLES = {"zh-Hans": ("compact-zh", "zh-Hans"), "zh-Hant": ("zh-Hant",), "en": ("en", "compact-en")}


def quantities(languages: Sequence[str] = ("zh-Hans", "zh-Hant", "en")) -> st.SearchStrategy[tuple[str, Expected]]:
    """Quantities as newspapers write them: a figure, a unit, often a modifier; each with what it means.

    Args:
        languages: any of ``zh-Hans``, ``zh-Hant`` and ``en``.

    >>> text, expected = quantities(["en"]).example()  # doctest: +SKIP
    """
    return st.sampled_from(list(languages)).flatmap(_quantities_in)


@st.composite
def _quantities_in(draw: st.DrawFn, language: str) -> tuple[str, Expected]:
    number = draw(st.one_of(st.integers(2, 999), st.integers(2, 10**7)))
    value = number * draw(st.sampled_from([Fraction(1), Fraction(1, 10)]))
    style = draw(st.sampled_from(_STYLES[language]))
    word, unit = draw(st.sampled_from(_UNITS[language]))
    said, modifier = draw(st.one_of(st.just(("", None)), st.sampled_from(_MODIFIERS[language])))
    low = value if modifier in {"more", "at_least"} else None
    high = value if modifier in {"less", "nearly", "at_most"} else None
    return f"{said}{format_number(value, style=style)}{word}", Expected(value, low, high, unit, modifier)
