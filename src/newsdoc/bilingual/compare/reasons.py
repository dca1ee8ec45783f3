"""Why a figure is reported, in a sentence that a translator understands.

>>> from newsdoc.bilingual.compare.facts import read_facts
>>> source, translation = read_facts("462.25万人").facts[0], read_facts("46.2 million people").facts[0]
>>> mis_scaled(source, translation, 1)
'"462.25万人" is 4,622,500, but "46.2 million" is 46,200,000: ten times too much. (万 is 10,000.)'
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from newsdoc.bilingual.compare.units import base, family
from newsdoc.bilingual.compare.values import bounds
from newsdoc.model.annotation import fraction_to_text

if TYPE_CHECKING:
    from newsdoc.bilingual.compare.facts import Fact

_TIMES = {1: "ten", 2: "a hundred", 3: "a thousand"}
_SCALES = (
    ("万亿", "1,000,000,000,000"),
    ("萬億", "1,000,000,000,000"),
    ("亿", "100,000,000"),
    ("億", "100,000,000"),
    ("万", "10,000"),
    ("萬", "10,000"),
    ("lakh", "100,000"),
    ("crore", "10,000,000"),
)
_PART = {"year": "year", "month": "month", "day": "day", "time": "time", "decade": "decade"}


def mis_scaled(source: Fact, translation: Fact, power: int) -> str:
    """For a figure off by a power of ten."""
    size = abs(power)
    times = _TIMES.get(size) or f"{10**size:,}"
    way = "much" if power > 0 else "little"
    note = next(
        (f" ({sign} is {value}.)" for fact in (source, translation) for sign, value in _SCALES if sign in fact.text), ""
    )
    return f"{_said(source)}, but {_said(translation)}: {times} times too {way}.{note}"


def changed(source: Fact, translation: Fact) -> str:
    """For a figure with another value or unit."""
    if source.value is not None and source.value == translation.value and source.unit != translation.unit:
        return (
            f'"{source.text}" and "{translation.text}" have the same number in different units: '
            f"the number must be converted, or the unit kept.{_converted(source, translation)}"
        )
    return f"{_said(source)}, but {_said(translation)}."


def changed_date(source: Fact, translation: Fact) -> str:
    """For a part of a date that differs."""
    part = _PART.get(source.part, "day")
    return f'The {part} differs: "{source.text}" in the source, "{translation.text}" in the translation.'


def missing(fact: Fact) -> str:
    """For a figure or date that the translation leaves out."""
    return f'The translation says nothing of "{fact.text}", in this sentence or beside it.'


def added(fact: Fact) -> str:
    """For a figure or date that only the translation has."""
    return f'The source says nothing of "{fact.text}", in this sentence or beside it.'


def _said(fact: Fact) -> str:
    value = _number(fact)
    plain = fact.text.strip()
    return f'"{plain}" stands' if value is None or value == plain else f'"{plain}" is {value}'


def _number(fact: Fact) -> str | None:
    """The value in digits, as English writes them."""
    limits = bounds(fact)
    if fact.ends is not None:
        return f"{_digits(fact.ends[0])} to {_digits(fact.ends[1])}"
    if fact.value is not None:
        return _digits(fact.value)
    return None if limits is None else f"{_digits(limits[0])} to {_digits(limits[1])}"


def _digits(value: Fraction) -> str:
    if value.numerator.bit_length() > 400 or value.denominator.bit_length() > 400:
        return "a number of over a hundred digits"
    text = fraction_to_text(value)
    if "/" in text:
        return text
    whole, point, decimals = text.partition(".")
    return f"{int(whole):,}{point}{decimals}" if whole not in ("-0", "-") else text


def _converted(source: Fact, translation: Fact) -> str:
    """What the source's figure is in the unit of the translation."""
    of_source, of_translation = base(source), base(translation)
    if of_source is None or of_translation is None or of_source[0] != of_translation[0] or source.value is None:
        return ""
    if family(source) == "tally" or not translation.text:
        return ""
    value = source.value * of_source[1] / of_translation[1]
    rounded = round(value) if value >= 10 else round(value, 2)
    about = "about " if rounded != value else ""
    return f' "{source.text}" is {about}{_digits(Fraction(rounded))} in the unit of the translation.'
