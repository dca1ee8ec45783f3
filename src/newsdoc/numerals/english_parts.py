"""The parts of an English numeral in words: groups under a hundred, fractions, decimals after "point", scale words.

Each function reads one of them at a place and says what it is worth and where it ends.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from newsdoc.numerals.words import DENOMINATORS, SCALES, SHORT_SCALES, SMALL, TENS

_WORD = re.compile(r"[\s\-\u2010-\u2014]{0,3}([A-Za-z]+)")
_AND = re.compile(r"[\s-]+and[\s-]+", re.IGNORECASE)
_RUN = re.compile(r"\s*(\d+)")
_OF_A = re.compile(r"\s+(?:of\s+)?a(?=\s)", re.IGNORECASE)
_SPOKEN = {"o": "0", "oh": "0"} | {word: str(value) for word, value in SMALL.items() if value < 10}


class Reading(NamedTuple):
    """A numeral found at a place: its value, where it ends, ``cardinal`` / ``ordinal`` / ``fraction``.

    ``words`` says whether it is written without digits, ``scale`` is the scale words behind digits, else 1, and
    ``mantissa`` the figure before them (2.5 of two and a half million).
    """

    value: Fraction
    end: int
    kind: str
    scale: int = 1
    words: bool = False
    mantissa: Fraction | None = None


def word_at(text: str, position: int) -> tuple[str, int]:
    """The next word in lower case, and its end; no word where something else stands there.

    >>> word_at("two-Thirds", 3), word_at("two, three", 3)
    (('thirds', 10), ('', 3))
    """
    found = _WORD.match(text, position)
    return (found[1].lower(), found.end()) if found else ("", position)


def scale_of(word: str) -> int:
    """What a scale word multiplies by, in the singular or the plural; 0 for another word.

    >>> scale_of("millions"), scale_of("people")
    (1000000, 0)
    """
    return SCALES.get(word) or SHORT_SCALES.get(word) or (SCALES.get(word[:-1], 0) if word.endswith("s") else 0)


def with_half(text: str, reading: Reading) -> Reading:
    """5 and a half, 3 and a quarter, two and three quarters: a part after "and"."""
    found = _AND.match(text, reading.end)
    if not found:
        return reading
    part = part_at(text, found.end())
    if part is None or part.value >= 1:
        return reading
    return Reading(reading.value + part.value, part.end, "cardinal", words=reading.words)


def part_at(text: str, start: int) -> Reading | None:
    """A fraction in words: a half, one fourth, three quarters, quarter, three-fifths."""
    word, end = word_at(text, start)
    if word in {"half", "quarter"}:
        return Reading(Fraction(1, DENOMINATORS[word]), end, "fraction", words=True)
    if word in {"a", "an"}:
        below, after = word_at(text, end)
        if below in DENOMINATORS and below != "second":
            return Reading(Fraction(1, DENOMINATORS[below]), after, "fraction", words=True)
        return None
    top = small_group(text, start)
    if top is None or top[0] == 0:
        return None
    bottom = denominator_at(text, top[1], top[0])
    return Reading(Fraction(top[0], bottom[0]), bottom[1], "fraction", words=True) if bottom else None


def denominator_at(text: str, start: int, top: int) -> tuple[int, int] | None:
    """The ordinal that a numerator counts: thirds, twenty-fifths; not the 5 of "twenty fifth"."""
    word, end = word_at(text, start)
    if word in TENS:
        below, after = word_at(text, end)
        if below in DENOMINATORS and DENOMINATORS[below] < 10 and below not in {"half", "quarter"}:
            return TENS[word] + DENOMINATORS[below], after
        return None
    if word not in DENOMINATORS or word == "second":
        return None
    plural = word.endswith("s") or word == "halves"
    if plural or top == 1 or word in {"half", "quarter"}:
        return DENOMINATORS[word], end
    return None


def small_group(text: str, start: int) -> tuple[int, int] | None:
    """A number under 100 in words."""
    word, end = word_at(text, start)
    if word in TENS:
        unit, after = word_at(text, end)
        if unit in SMALL and 0 < SMALL[unit] < 10:
            return TENS[word] + SMALL[unit], after
        return TENS[word], end
    return (SMALL[word], end) if word in SMALL else None


def hundreds(text: str, start: int, bare: bool) -> tuple[int, int] | None:
    """A number under 10,000 in words with at most one "hundred"; ``bare`` allows "hundred" alone."""
    group = small_group(text, start)
    if group is None:
        word, end = word_at(text, start)
        if not (bare and word == "hundred"):
            return None
        group = (1, start)
    value, end = group
    word, after = word_at(text, end)
    if word not in {"hundred", "hundreds"} or not value:
        return value, end
    value, end = value * 100, after
    word, after = word_at(text, end)
    more = small_group(text, after if word == "and" else end)
    if more and more[0]:
        following, _ = word_at(text, more[1])
        if following in DENOMINATORS and word == "and" and part_at(text, after):
            return value, end
        if word != "and" or following not in {"hundred"} or word == "and":
            value, end = value + more[0], more[1]
    return value, end


def spoken_digits(text: str, start: int) -> tuple[Fraction, int] | None:
    """The digits after "point": one by one, or as one number under 100 (point seventy-one)."""
    digits, end = "", start
    while len(digits) < 1000:
        word, after = word_at(text, end)
        if word in _SPOKEN:
            digits, end = digits + _SPOKEN[word], after
            continue
        if not digits and (group := small_group(text, end)):
            return Fraction(group[0], 100), group[1]
        if not digits and (found := _RUN.match(text, end)):
            digits, end = found[1][:1000], found.end()
        break
    return (Fraction(int(digits), 10 ** len(digits)), end) if digits else None


def scaled(text: str, reading: Reading) -> Reading:
    """Scale words after a figure: 2.3 million, half a million, 5 dozen, a half million."""
    value, end, scale = reading.value, reading.end, reading.scale
    article = _OF_A.match(text, end) if reading.kind == "fraction" else None
    if article and word_at(text, article.end())[0] in SCALES:
        end = article.end()
    while (word := word_at(text, end))[0]:
        size = scale_of(word[0])
        if not size or scale * size > 10**60:
            break
        value, end, scale = value * size, word[1], scale * size
    if end == reading.end:
        word = word_at(text, end)
        if word[0] in {"dozen", "dozens", "dz", "dzs"} and reading.kind == "cardinal":
            return Reading(value * 12, word[1], "cardinal", words=reading.words)
        return reading
    done = Reading(value, end, "cardinal", scale, reading.words, reading.value)
    half = with_half(text, done)
    if half.end != end:
        return Reading(value + (half.value - value) * scale, half.end, "cardinal", scale, reading.words)
    return done
