"""English numerals to exact numbers: digits, words, scales, fractions, and mixtures of them.

One reader serves whole numerals (:func:`parse_english`) and running text (:func:`read_english`): it takes the longest
numeral that begins at a token and says where it ends and whether it is a cardinal, an ordinal or a fraction.
"""

from __future__ import annotations

import re
from fractions import Fraction

from newsdoc.errors import NumeralError
from newsdoc.numerals.english_parts import (
    Reading,
    denominator_at,
    hundreds,
    part_at,
    scale_of,
    scaled,
    spoken_digits,
    with_half,
    word_at,
)
from newsdoc.numerals.signs import WIDE
from newsdoc.numerals.words import (
    DENOMINATORS,
    GLYPHS,
    GROUPS,
    ORDINALS,
    SCALE_ORDINALS,
    SCALES,
    TENS,
)

ARABIC = (
    r"(?:\d{1,3}(?:,\d{3}){1,20}+(?!\d)|\d{1,2}(?:,\d{2}){1,20},\d{3}(?![\d,])"
    r"|\d{1,3}(?:[ \u2009\u202f]\d{3}){2,20}+(?![\d,])"
    r"|\d{1,3}(?:[\xa0\u2009\u202f]\d{3}|\ 000)(?![\d,])|\d{1,1000}(?!\d))(?:\.\d+)?|\.\d+"
)
"""Digits with grouping commas or thin spaces, and with decimals."""

_DIGITS = re.compile(ARABIC)
_POWER = re.compile(r"(?:\s?[x×]\s?10\^?([-+−]?[\d⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|[eE]([-+]?\d{1,2})(?![\w.]))")
_RAISED = str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹−", "-+0123456789-")
_RATIO = re.compile(r"(?:\s+|\s?-\s?)?(\d{1,6})\s?[/⁄]\s?(\d{1,6})(?![\d/])|\s?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])")
_SUFFIX = re.compile(r"(?:st|nd|rd|th)\b")
_SIGN = re.compile(r"(?:(?:minus|negative)\s+|[-−+]\s*)", re.IGNORECASE)
_SLASH = re.compile(r"\s?[/⁄]\s?(\d{1,6})(?![\d/])")
_QUOTIENT = re.compile(r"(\d{1,1000})/(\d{1,1000})")
_OVER = re.compile(r"\s+over\s+", re.IGNORECASE)
_POINT = re.compile(r"\s+point(?=[\s-])", re.IGNORECASE)
_MORE = re.compile(r"\s+(?:and\s+)?(?=\d{1,3}(?![\d.,%]))")
_THREE = re.compile(r"\d{1,3}")
_ARTICLE = re.compile(r"\s+(?:of\s+)?an?\s+|\s+of\s+", re.IGNORECASE)
_OF = re.compile(r"\s+of\b")
_JOINT = re.compile(r",?\s+and(?=[\s-])|,(?=\s)", re.IGNORECASE)
_AND_WORD = re.compile(r"\s+and(?=\s)", re.IGNORECASE)


def read_english(text: str, start: int, *, over: bool = True) -> Reading | None:
    """The longest numeral that begins exactly at ``start``, or None.

    >>> read_english("two and a half million people", 0)
    Reading(value=Fraction(2500000, 1), end=22, kind='cardinal', scale=1000000, words=True, mantissa=Fraction(5, 2))
    >>> read_english("1,234.5 tonnes", 0).value, read_english("the 21st century", 4).kind
    (Fraction(2469, 2), 'ordinal')
    """
    if text[start : start + 1] in GLYPHS:
        top, bottom = GLYPHS[text[start]]
        return scaled(text, Reading(Fraction(top, bottom), start + 1, "fraction"))
    digits = _DIGITS.match(text, start)
    if digits:
        return _from_digits(text, digits, over)
    return _from_words(text, start, over)


def _from_digits(text: str, digits: re.Match[str], over: bool) -> Reading | None:
    said, end = digits.group(), digits.end()
    if len(said) > 1000:
        return None
    value = Fraction("0" + re.sub(r"[^\d.]", "", said) if said[0] == "." else re.sub(r"[^\d.]", "", said))
    ratio = _SLASH.match(text, end)
    if ratio and "." not in said and int(ratio[1]):
        return scaled(text, Reading(value / int(ratio[1]), ratio.end(), "fraction"))
    bar = _OVER.match(text, end) if over and value < 100 else None
    if bar and (below := read_english(text, bar.end(), over=False)) and below.value and below.kind == "cardinal":
        return Reading(value / below.value, below.end, "fraction")
    if power := _POWER.match(text, end):
        exponent = int((power[1] or power[2]).translate(_RAISED))
        return Reading(value * Fraction(10) ** max(-99, min(exponent, 99)), power.end(), "cardinal")
    if "." not in said and (suffix := _SUFFIX.match(text, end)):
        return Reading(value, suffix.end(), "ordinal")
    if "." not in said and (ratio := _RATIO.match(text, end)) and (ratio[3] or 0 < int(ratio[1]) < int(ratio[2])):
        top, bottom = GLYPHS[ratio[3]] if ratio[3] else (int(ratio[1]), int(ratio[2]))
        value, end = value + Fraction(top, bottom), ratio.end()
    point = _POINT.match(text, end)
    if point and "." not in said and (spoken := spoken_digits(text, point.end())):
        return scaled(text, Reading(value + spoken[0], spoken[1], "cardinal"))
    word, after = word_at(text, end)
    if word in {"hundred", "hundreds"}:
        return _rest(text, scaled(text, Reading(value * 100, after, "cardinal", 100)), value)
    return _rest(text, with_half(text, Reading(value, end, "cardinal")), value)


def _rest(text: str, reading: Reading, value: Fraction) -> Reading:
    """4 thousand 3 hundred and 21: further groups in digits, each below the scale of the one before."""
    reading = scaled(text, reading) if reading.scale in (1, 100) else reading
    while reading.scale >= 100:
        more = _MORE.match(text, reading.end)
        if not more:
            break
        digits = _THREE.match(text, more.end())
        if digits is None:
            break
        number, end = int(digits.group()), digits.end()
        word, after = word_at(text, end)
        scale = 100 if word == "hundred" else scale_of(word)
        if scale:
            number, end = number * scale, after
        if not 0 < number < reading.scale or (
            "and" in text[reading.end : more.end()] and not scale and reading.scale != 100
        ):
            break
        if not scale and not text[reading.end : more.end()].strip():
            break
        reading = Reading(reading.value + number, end, "cardinal", scale or 1)
    return reading


def _from_words(text: str, start: int, over: bool) -> Reading | None:
    first, end = word_at(text, start)
    if not first or text[start] in " \t\n-":
        return None
    if first in {"half", "quarter", "third", "fourth", "fifth", "tenth"}:
        return _bare_part(text, start, first, end)
    if first in {"a", "an"}:
        return _indefinite(text, end, over)
    if first == "point" and (spoken := spoken_digits(text, end)):
        return scaled(text, Reading(spoken[0], spoken[1], "cardinal", words=True))
    if first == "dozens" or first in ORDINALS or first in SCALE_ORDINALS:
        return Reading(Fraction(ORDINALS[first]), end, "ordinal", words=True) if first in ORDINALS else None
    return _cardinal(text, start, over)


def _bare_part(text: str, start: int, first: str, end: int) -> Reading | None:
    """half, half a million, a quarter of a million; a bare "third" is an ordinal."""
    ordinal = first in ORDINALS
    article = _ARTICLE.match(text, end)
    place = article.end() if article else end
    word, after = word_at(text, place)
    size = scale_of(word) if word in SCALES else GROUPS.get(word, 0) if word in {"dozen"} else 0
    if size and not ordinal:
        return Reading(Fraction(size, DENOMINATORS[first]), after, "cardinal", size, words=True)
    if ordinal:
        return Reading(Fraction(ORDINALS[first]), end, "ordinal", words=True)
    return Reading(Fraction(1, DENOMINATORS[first]), end, "fraction", words=True)


def _indefinite(text: str, end: int, over: bool) -> Reading | None:
    """a hundred, a million and a half, a dozen, a third, a couple of; a alone is no number."""
    word, after = word_at(text, end)
    if word in {"hundred", "hundreds"} or word in SCALES:
        return _cardinal(text, end + 1, over)
    if word in {"half", "quarter"}:
        return _bare_part(text, end, word, after)
    if word in DENOMINATORS and word not in {"second", "first"} and not word.endswith("s"):
        return Reading(Fraction(1, DENOMINATORS[word]), after, "fraction", words=True)
    if word in {"dozen", "score", "gross"}:
        return Reading(Fraction(GROUPS[word]), after, "cardinal", words=True)
    if word in {"couple", "pair"}:
        of = _OF.match(text, after)
        return Reading(Fraction(2), of.end() if of and word == "couple" else after, "cardinal", words=True)
    return None


def _cardinal(text: str, start: int, over: bool) -> Reading | None:
    """Groups of hundreds with falling scale words, then decimals, fractions, dozens and ordinals."""
    total, end, ceiling, scale = 0, start, 0, 1
    value: Fraction | None = None
    mantissa: Fraction | None = None
    while True:
        place = end
        if ceiling:
            joint = _JOINT.match(text, end)
            if joint and ("and" in joint.group() or scale >= 1000):
                place = joint.end()
        group = hundreds(text, place, bare=not ceiling)
        if group is None:
            word, after = word_at(text, place)
            if not ceiling and word in SCALES:
                group = (1, place)
            else:
                break
        number, after = group
        if ceiling and place != end and part_at(text, place):
            break
        if not number and ceiling:
            break
        point = _POINT.match(text, after)
        if point and (spoken := spoken_digits(text, point.end())):
            reading = Reading(total + number + spoken[0], spoken[1], "cardinal", words=True)
            return scaled(text, reading)
        if not ceiling and not _scale_at(text, after):
            half = with_half(text, Reading(Fraction(number), after, "cardinal", words=True))
            if half.end != after:
                return scaled(text, half)
        size, after_scale = 1, after
        while (following := word_at(text, after_scale))[0] and (step := scale_of(following[0])):
            if size * step > 10**60:
                break
            size, after_scale = size * step, following[1]
        if ceiling and (size >= ceiling or number * size >= ceiling):
            break
        if ceiling and text[end:place].strip() == "," and number * size * 10 < ceiling and size == 1 and number < 100:
            break
        if ceiling and size == 1 and _ordinal_follows(text, after) is None and scale == 1:
            break
        mantissa = Fraction(number) if mantissa is None and size > 1 else None
        total, end, scale, ceiling = total + number * size, after_scale, size, size if size > 1 else 1
        if size == 1:
            break
    if end == start:
        return None
    point = _POINT.match(text, end)
    if scale > 1 and point and (spoken := spoken_digits(text, point.end())):
        return Reading(total + spoken[0], spoken[1], "cardinal", words=True)  # three thousand point five
    value = Fraction(total)
    return _closed(text, Reading(value, end, "cardinal", scale, True, mantissa), over)


def _scale_at(text: str, place: int) -> bool:
    return bool(scale_of(word_at(text, place)[0]))


def _ordinal_follows(text: str, place: int) -> int | None:
    word, _ = word_at(text, place)
    return ORDINALS.get(word, 0)


def _closed(text: str, reading: Reading, over: bool) -> Reading:
    """What may close a cardinal in words: an ordinal, a denominator, dozen, "over three", "and a half"."""
    word, after = word_at(text, reading.end)
    number = int(reading.value)
    if joint := _AND_WORD.match(text, reading.end):
        tail = _tail_ordinal(text, joint.end(), number)
        whole = reading.scale >= 100 or (number > 0 and number % 100 == 0)
        if tail and whole and not part_at(text, joint.end()):
            return tail
    tail = _tail_ordinal(text, reading.end, number)
    if word in DENOMINATORS and number:
        plural = word.endswith("s") or word == "halves" or number == 1 or word in {"half", "quarter"}
        if number == 1 and word in SCALE_ORDINALS and not _OF.match(text, after) and tail:
            return tail
        if plural and word not in {"second", "seconds"}:
            return scaled(text, Reading(reading.value / DENOMINATORS[word], after, "fraction", words=True))
    if tail:
        return tail
    bottom = denominator_at(text, reading.end, 2 if number > 1 else 1) if word in TENS and number else None
    if bottom and (number == 1 or text.endswith("s", 0, bottom[1])):
        return Reading(reading.value / bottom[0], bottom[1], "fraction", words=True)
    if word in {"dozen", "dozens", "score"}:
        return Reading(reading.value * GROUPS[word], after, "cardinal", words=True)
    bar = _OVER.match(text, reading.end) if over else None
    if bar and (below := read_english(text, bar.end(), over=False)) and below.value and below.kind == "cardinal":
        return Reading(reading.value / below.value, below.end, "fraction", words=True)
    if reading.scale > 1:
        half = with_half(text, reading)
        if half.end != reading.end:  # a million and a half is 1.5 million
            word, after = word_at(text, half.end)
            size = scale_of(word)
            part = (half.value - reading.value) * (size or reading.scale)
            return Reading(reading.value + part, after if size else half.end, "cardinal", reading.scale, True)
    return reading


def _tail_ordinal(text: str, place: int, number: int) -> Reading | None:
    """twenty-first, two hundred thirty sixth, one thousandth, twelve hundred thirtieth."""
    word, end = word_at(text, place)
    if word in SCALE_ORDINALS and number:
        return Reading(Fraction(number * SCALE_ORDINALS[word]), end, "ordinal", words=True)
    room = 100 if number % 100 == 0 else 10 if number % 10 == 0 and number % 100 >= 20 else 0
    if word in ORDINALS and ORDINALS[word] and ORDINALS[word] < room:
        return Reading(Fraction(number + ORDINALS[word]), end, "ordinal", words=True)
    if word in TENS and room == 100:
        below, after = word_at(text, end)
        if below in ORDINALS and 0 < ORDINALS[below] < 10:
            return Reading(Fraction(number + TENS[word] + ORDINALS[below]), after, "ordinal", words=True)
    return None


def parse_english(text: str) -> Fraction:
    """The value of a text that is one English or Arabic numeral as a whole.

    >>> parse_english("1,234.5"), parse_english("minus twenty-one"), parse_english("three fifths")
    (Fraction(2469, 2), Fraction(-21, 1), Fraction(3, 5))

    Raises:
        NumeralError: it is not one numeral.
    """
    plain = " ".join(text.translate(WIDE).split())
    sign = 1
    if found := _SIGN.match(plain):
        sign = 1 if found.group().startswith("+") else -1
        plain = plain[found.end() :]
    if (ratio := _QUOTIENT.fullmatch(plain)) and int(ratio[2]):
        return sign * Fraction(int(ratio[1]), int(ratio[2]))
    reading = read_english(plain, 0)
    if reading is None or reading.end != len(plain):
        raise NumeralError(f"{text[:80]!r} is not one numeral")
    return sign * reading.value
