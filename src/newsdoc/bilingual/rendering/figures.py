"""Figures as newspapers print them: 462.25万, 14億1178萬, 4.6225 million, 12,345; always exact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdoc.errors import NumeralError
from newsdoc.numerals import format_number
from newsdoc.numerals.format import decimals

if TYPE_CHECKING:
    from fractions import Fraction

LARGEST = 10**48

_CHINESE = {
    "zh-Hans": ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")),
    "zh-Hant": ((10**12, "萬億"), (10**8, "億"), (10**4, "萬")),
    "zh-TW": ((10**12, "兆"), (10**8, "億"), (10**4, "萬")),
    "zh-HK": ((10**12, "萬億"), (10**8, "億"), (10**4, "萬")),
}
_ENGLISH = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
_PLACES = 4
"""Figures after the point that a reader still takes in: 4.6225 million."""


_TELEPHONE = re.compile(r"1[3-9]\d{9}")


@dataclass(frozen=True, slots=True)
class Said:
    """A figure that is not negative: digits, and the scale word behind them."""

    digits: str
    scale: str = ""

    def __str__(self) -> str:
        return self.digits + self.scale


def figure(value: Fraction, language: str, *, scaled: bool = True) -> Said:
    """A number from 0 on as the language prints it.

    Args:
        value: the number; the sign is the caller's.
        language: one of the five languages of :func:`newsdoc.render`.
        scaled: whether scale words may be used.

    Raises:
        NumeralError: 10^48 and more.

    >>> from fractions import Fraction
    >>> [str(figure(Fraction(4622500), language)) for language in ("zh-Hans", "zh-TW", "en")]
    ['462.25万', '462.25萬', '4.6225 million']
    >>> [str(figure(Fraction(12345), language)) for language in ("zh-Hans", "zh-HK", "en")]
    ['12345', '12,345', '12,345']
    >>> str(figure(Fraction(1, 3), "zh-Hans")), str(figure(Fraction(1, 3), "en"))
    ('三分之一', '1/3')
    """
    if value >= LARGEST or value.denominator >= LARGEST:
        raise NumeralError("numbers of 10^48 and more are not written")
    if language == "en":
        return _english(value, scaled)
    if decimals(value % 1) is None:
        return Said(format_number(value, style="zh-Hans" if language == "zh-Hans" else "zh-Hant"))
    if scaled:
        for size, word in _CHINESE[language]:
            if value >= size and (digits := _short(value / size, language, _places(value, size))):
                return Said(digits, word)
        if language != "zh-Hans" and value >= 10**8 and value.denominator == 1:
            return Said(_mixed(int(value), language) or _digits(value, language))
    return Said(_digits(value, language))


def _places(value: Fraction, size: int) -> int:
    """1.2345万 is printed 12345, 1234.5678万 is not printed 12345678; in 万 nobody counts hundreds of millions."""
    if size > 10**4:
        return _PLACES
    return 2 if value < 10**6 else _PLACES if value < 10**8 else -1


def _short(scaled: Fraction, language: str, places: int) -> str | None:
    tail = decimals(scaled % 1)
    return _digits(scaled, language) if tail is not None and len(tail) <= places else None


def _digits(value: Fraction, language: str) -> str:
    """Digits with a point; Hong Kong and Taiwan part the thousands, mainland print does not.

    Eleven figures from 13 on are parted everywhere: as one they would be read as a telephone number.
    """
    said = format_number(value, style="en")
    plain = said.replace(",", "")
    return plain if language == "zh-Hans" and not _TELEPHONE.fullmatch(plain) else said


def _mixed(value: int, language: str) -> str | None:
    """14億1177萬8724; None where a part has fewer than four figures, because 10億1 is said of 10.1億."""
    parts: list[str] = []
    for size, word in (*_CHINESE[language], (1, "")):
        count, value = divmod(value, size)
        if count and parts and count < 1000:
            return None
        if count:
            parts.append(f"{count}{word}")
    return "".join(parts)


def _english(value: Fraction, scaled: bool) -> Said:
    tail = decimals(value % 1)
    if tail is None:  # 2 1/3 and 7/3 would be taken for dates
        whole, rest = divmod(value, 1)
        return Said(f"{f'{whole:,}-' if whole else ''}{rest.numerator}/{rest.denominator}")
    if scaled:
        size, word = next(((size, word) for size, word in _ENGLISH if value >= size), (1, ""))
        if word and (digits := _short(value / size, "en", _PLACES)):
            return Said(digits, word)
    return Said(_digits(value, "en"))
