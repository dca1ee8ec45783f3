"""Chinese numerals to exact numbers: everyday, financial, positional, and Arabic digits with Chinese units.

How they are read:

* 三万五 is 35,000 and 一百二 is 120: the last unit may be left unsaid, where no 零 stands in between.
* 一百零三, 一百〇三 and 1百03 are 103; 零 between groups is optional (二亿五万).
* 二〇二三 and 一二三 are read digit by digit.
* 万万, 万亿 and 亿亿 multiply; 亿万 adds, as it does in classical texts.
* 三四十, 十七八 and 三万四五 are two figures, hence no numeral: see :func:`approximate`.
"""

from __future__ import annotations

import re
from fractions import Fraction

from newsdoc.errors import NumeralError
from newsdoc.numerals.signs import DIGITS, LARGE, SMALL, TENS, WIDE

LIMIT = 1000
"""Longer numerals are refused: no newspaper prints them, and reading them is not linear."""

HIGHEST = 10**72

_PLAIN = str.maketrans(
    {sign: str(value) for sign, value in DIGITS.items()}
    | {sign: f"{value}十" for sign, value in TENS.items()}
    | dict(zip("拾佰仟萬億點溝澗載極", "十百千万亿点沟涧载极", strict=True))
    | {" ": "", "\u3000": "", "\xa0": "", ",": "", ".": "点", "・": "点", "·": "点"}
)
_TOKEN = re.compile(r"(\d+)|([十百千])|([万亿兆京垓秭穰沟涧正载极])|(点\d+)")
_GROUPED = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])|[^,]")
_SIGN = re.compile(r"\s*(负|負|零下|minus\b|[-+])\s*的?")
_VALUES = dict(DIGITS) | dict(SMALL) | dict(LARGE)
_UNITS = frozenset({*SMALL, *LARGE})
_HALF = Fraction(1, 2)
_NO_PAIR = re.compile("[0-9壹贰貳叁參叄肆伍陆陸柒捌玖]")
_ADJACENT = re.compile(r"(?<!\d)([1-9])([1-9])(?=[十百千万亿兆京垓]*$)")
_SCALE_BEFORE = re.compile(r"[十百千万亿兆京垓]$")


def whole(text: str) -> Fraction:
    """The value of a Chinese numeral without sign and without 分之.

    Args:
        text: a numeral, with spaces or without; Arabic digits may stand for Chinese ones.

    Returns:
        The exact value.

    Raises:
        NumeralError: the text is no numeral, is two figures (三四十), or is too long.

    >>> whole("一亿二千万零三"), whole("三万五"), whole("两千三百九十一点二"), whole("1百01")
    (Fraction(120000003, 1), Fraction(35000, 1), Fraction(11956, 5), Fraction(101, 1))
    """
    if (easy := quick(text)) is not None:
        return Fraction(easy)
    if len(text) > LIMIT:
        raise NumeralError(f"a numeral of {len(text)} characters is longer than the {LIMIT} that are read")
    if "," in text and _GROUPED.sub("", text):
        raise NumeralError(f"the commas in {text!r} do not part groups of three digits")
    plain = text.translate(_PLAIN)
    if plain.isdecimal() and plain.isascii():
        return Fraction(int(plain))
    value = _tokens(plain, text)
    if any(sign in _UNITS for sign in text) and approximate(text) is not None:
        raise NumeralError(f"{text!r} is two figures, not one")
    return value


def quick(text: str) -> int | None:
    """The value of a numeral of the most usual shape (三十五万零二百, 1949, 一百二), else None: read it with care."""
    total = section = number = unit = 0  # number: the digit that waits for its unit
    last = HIGHEST
    zero = False
    try:
        for sign in text:
            value = _VALUES[sign]
            if value < 10:
                if number:
                    return None
                if value:
                    number = value
                else:
                    zero = True
            elif value < 10_000:
                if section and value >= unit:
                    return None
                if number:
                    section += number * value
                elif section or zero:
                    return None
                else:
                    section = value
                unit, number, zero = value, 0, False
            else:
                if value >= last or not (number or section) or (number and section and not zero and unit > 10):
                    return None
                total += (section + number) * value
                section = number = 0
                unit = last = value
                zero = False
    except KeyError:
        return None
    if number:
        return total + section + (number * (unit // 10) if unit > 10 and not zero else number)
    if zero:
        return None if section or total else 0
    return total + section or None


def _tokens(plain: str, text: str) -> Fraction:
    position, length = 0, len(plain)
    stack: list[tuple[int | Fraction, int]] = []  # closed groups: value, unit
    section: int | Fraction = 0  # the open group
    number: int | None = None  # digits that wait for their unit
    unit = 0  # the last unit, for 三万五
    zero = False  # the digits began with 零: 一百零三
    large = False  # the last token was a large unit
    decimal = False
    while position < length:
        token = _TOKEN.match(plain, position)
        if token is None:
            raise NumeralError(f"{text!r} is not a numeral: {plain[position]!r} has no place in it")
        position = token.end()
        kind, said = token.lastindex, token.group()
        if kind == 1:
            if number is not None or decimal:
                raise NumeralError(f"{text!r} is not one numeral")
            number, zero, large = int(said), said[0] == "0" or len(said) > 1, False
        elif kind == 2:
            if section and 0 < unit <= SMALL[said]:
                raise NumeralError(f"{text!r} is not one numeral: {said} cannot follow a unit that is no larger")
            section += (number or 1) * SMALL[said]
            number, unit, large = None, SMALL[said], False
        elif kind == 3:
            size = LARGE[said]
            if (large and size >= stack[-1][1]) or decimal:
                base = section
            else:
                base = section + _last(number or 0, unit if section else 0, zero)
                if number is None and not section and not (stack and stack[-1][1] < size):
                    base = 1
            while stack and (stack[-1][1] < size or decimal or (large and stack[-1][1] == size)):
                base += stack.pop()[0]
            if base * size >= HIGHEST:
                raise NumeralError(f"{text!r} is larger than the numerals that are read")
            stack.append((base * size, size))
            section, number, unit, large, decimal = 0, None, size, True, False
        else:
            if decimal:
                raise NumeralError(f"{text!r} has two decimal points")
            section += _last(number or 0, unit, zero) + Fraction(int(said[1:]), 10 ** (len(said) - 1))
            number, unit, large, decimal = None, 0, False, True
    if not plain:
        raise NumeralError("an empty text is not a numeral")
    total = section + _last(number or 0, unit, zero)
    for value, _ in stack:
        total += value
    return Fraction(total)


def _last(number: int, unit: int, zero: bool) -> int:
    """The digits after a unit: the 五 of 三万五 counts thousands, that of 三万零五 ones."""
    return number if zero or unit < 10 else number * (unit // 10)


def approximate(text: str) -> tuple[Fraction, Fraction] | None:
    """The two figures that adjacent digits give in one numeral, or None.

    >>> approximate("三四十万"), approximate("十七八"), approximate("三十五")
    ((Fraction(300000, 1), Fraction(400000, 1)), (Fraction(17, 1), Fraction(18, 1)), None)
    """
    if len(text) > LIMIT or _NO_PAIR.search(text):
        return None
    plain = text.translate(_PLAIN).replace("、", "")
    found = _ADJACENT.search(plain)
    if found is None:
        return None
    low, high = int(found[1]), int(found[2])
    if not (high == low + 1 or (low, high) == (3, 5)):
        return None
    before, after = plain[: found.start()], plain[found.end() :]
    if before and not _SCALE_BEFORE.search(before):
        return None
    try:
        first, second = (_tokens(f"{before}{digit}{after}", text) for digit in (low, high))
    except NumeralError:
        return None
    return first, second


def parse_chinese(text: str) -> Fraction:
    """The value of a text that is one Chinese numeral as a whole, with its sign, 分之 and 又.

    >>> parse_chinese("负三又二分之一"), parse_chinese("百分之三十"), parse_chinese("一半")
    (Fraction(-7, 2), Fraction(3, 10), Fraction(1, 2))

    Raises:
        NumeralError: it is not one numeral.
    """
    if len(text) > LIMIT:
        raise NumeralError(f"a numeral of {len(text)} characters is longer than the {LIMIT} that are read")
    plain = text.translate(WIDE).strip()
    sign = 1
    if found := _SIGN.match(plain):
        sign = -1 if found[1] != "+" else 1
        plain = plain[found.end() :]
    if "分" in plain:
        return sign * _share("".join(plain.split()))
    if plain in {"半", "一半", "半个", "半個"}:
        return sign * _HALF
    value = whole(plain)
    return -value if sign < 0 else value


def _share(plain: str) -> Fraction:
    front, mark, numerator = plain.partition("分之")
    if not mark or not front or not numerator:
        raise NumeralError(f"{plain!r} is not a fraction")
    mixed, mark, denominator = front.rpartition("又")
    sign = 1
    if found := _SIGN.match(numerator):
        sign, numerator = -1 if found[1] != "+" else 1, numerator[found.end() :]
    bottom = whole(denominator)
    if not bottom:
        raise NumeralError(f"{plain!r} has a denominator of zero")
    share = sign * whole(numerator) / bottom
    return whole(mixed) + share if mark else share
