"""parse_number: the one door to every kind of numeral."""

from __future__ import annotations

import re
from fractions import Fraction

from newsdoc.errors import NumeralError
from newsdoc.numerals.chinese import LIMIT, parse_chinese, quick
from newsdoc.numerals.english import parse_english
from newsdoc.numerals.signs import DIGIT_CLASS, LARGE, SMALL_CLASS

_CHINESE = re.compile(f"[{DIGIT_CLASS}{SMALL_CLASS}{''.join(LARGE)}半]")


def parse_number(text: str) -> Fraction:
    """The exact value of a text that is one numeral as a whole, in Chinese (both scripts) or English.

    Args:
        text: the numeral; spaces around it and inside it do not count.

    Returns:
        The value as a Fraction, never a float.

    Raises:
        NumeralError: the text is no numeral, is more than one (三四十, 3 and 5), or has over 1,000 characters.

    >>> parse_number("壹佰貳拾參萬"), parse_number("百分之三十"), parse_number("one and a half billion")
    (Fraction(1230000, 1), Fraction(3, 10), Fraction(1500000000, 1))
    >>> parse_number("三四十")
    Traceback (most recent call last):
    newsdoc.errors.NumeralError: '三四十' is two figures, not one
    """
    if len(text) > LIMIT:
        raise NumeralError(f"a numeral of {len(text)} characters is longer than the {LIMIT} that are read")
    if (easy := quick(text)) is not None:
        return Fraction(easy)
    if _CHINESE.search(text):
        return parse_chinese(text)
    return parse_english(text)
