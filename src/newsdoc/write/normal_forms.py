"""The normal form of a quantity, a date or a quote in a few signs, for the person who reads the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.model.annotation import Date, Quantity, Quote, fraction_to_text

if TYPE_CHECKING:
    from fractions import Fraction

    from newsdoc.model.annotation import Person
    from newsdoc.write.html_words import Words

_WHOLE = re.compile(r"\d+", re.ASCII)
_MARKED_UNITS = {"%": "%", "[ppth]": "‰", "m2": "m²", "m3": "m³", "km2": "km²", "Cel": "°C", "deg": "°"}
"""Codes that have a sign which everybody reads."""


def normal_form(item: Quantity | Date | Quote, words: Words) -> str:
    """What newsdoc takes a mark to say, on one line.

    >>> from fractions import Fraction
    >>> from newsdoc.model.article import Article, Source
    >>> from newsdoc.write.html_words import Words
    >>> words = Words.of(Article(source=Source(sha256="", text="")), "en")
    >>> field = Quantity(0, 5, "近30万亩", "measure", Fraction(300000), unit="亩", modifier="nearly",
    ...                  base_value=Fraction(200000000), base_unit="m2")
    >>> normal_form(field, words)
    'nearly 300,000 亩 = 200,000,000 m²'
    >>> normal_form(Date(0, 2, "去年", "2023"), words)
    '2023'
    """
    if isinstance(item, Quantity):
        return _quantity(item, words)
    if isinstance(item, Date):
        return _date(item, words)
    said = [speaker_form(item.speaker, words)] if item.speaker else []
    return " · ".join([*said, words.plain(item.kind)])


def speaker_form(speaker: Person, words: Words) -> str:
    """Who a person is: name, post, body; what is not known left out.

    >>> from newsdoc.model.annotation import Person
    >>> from newsdoc.model.article import Article, Source
    >>> from newsdoc.write.html_words import Words
    >>> speaker_form(Person("王小雨", "科长"), Words.of(Article(source=Source(sha256="", text="")), "zh"))
    '王小雨，科长'
    """
    gap = ", " if words.languages == ("en",) else "，"
    return gap.join([speaker.name or words.plain("unnamed"), *filter(None, (speaker.title, speaker.organization))])


def _quantity(item: Quantity, words: Words) -> str:
    unit = _unit(item.unit)
    per = f" / {item.per}" if item.per else ""
    modifier = item.modifier
    if item.low is not None and item.high is not None:
        stated = f"{grouped(item.low)}–{grouped(item.high)}"
        # The bounds say all that 多 or 余 says of the figure.
        modifier = None if item.value is not None else modifier
    elif item.value is not None:
        stated = grouped(item.value)
    elif item.low is not None:
        stated = f"≥ {grouped(item.low)}"
    elif item.high is not None:
        stated = f"≤ {grouped(item.high)}"
    else:
        stated = item.text
    said = [words.plain(modifier)] if modifier else []
    said.append(stated + unit + per)
    if item.base_value is not None and item.base_unit and item.base_unit != item.unit:
        said.append(f"{_rounded(item.base_value)}{_unit(item.base_unit)}")
    return " ".join(said)


def _date(item: Date, words: Words) -> str:
    said = [item.edtf]
    if item.calendar != "gregorian":
        said.append(words.plain(item.calendar))
    if not item.resolved:
        said.append(words.plain("undated"))
    return " · ".join(said)


def grouped(value: Fraction) -> str:
    """An exact number with its whole part in groups of three.

    >>> from fractions import Fraction
    >>> grouped(Fraction(4622500)), grouped(Fraction(-54732, 10)), grouped(Fraction(2000, 3))
    ('4,622,500', '-5,473.2', '2,000/3')
    """
    whole, point, rest = fraction_to_text(value).partition(".")
    return _WHOLE.sub(lambda found: _in_threes(found[0]), whole) + point + rest


def _rounded(value: Fraction) -> str:
    """An equals sign and the number, to two places where it has no end."""
    exact = grouped(value)
    return f"≈ {grouped(round(value, 2))}" if "/" in exact else f"= {exact}"


def _in_threes(digits: str) -> str:
    first = len(digits) % 3
    groups = [digits[:first]] if first else []
    return ",".join(groups + [digits[at : at + 3] for at in range(first, len(digits), 3)])


def _unit(unit: str | None) -> str:
    if not unit:
        return ""
    sign = _MARKED_UNITS.get(unit, unit)
    return sign if sign in ("%", "‰", "°") else f" {sign}"
