"""Exact numbers to numerals, in nine styles; the inverse of parse_number on every number that a style can write."""

from __future__ import annotations

from fractions import Fraction

from newsdoc.errors import NumeralError
from newsdoc.numerals.signs import FINANCIAL, FINANCIAL_HANT
from newsdoc.numerals.words import SCALES, SMALL, TENS

LARGEST = 10**48

_LARGE_HANS = ("", "万", "亿", "兆", "京", "垓", "秭", "穰", "沟", "涧", "正", "载")
_LARGE_HANT = ("", "萬", "億", "兆", "京", "垓", "秭", "穰", "溝", "澗", "正", "載")
_CHINESE = {  # digits, small units, large units, point, minus, fraction, mixed
    "zh-Hans": ("零一二三四五六七八九", ("", "十", "百", "千"), _LARGE_HANS, "点", "负", "分之", "又"),
    "zh-Hant": ("零一二三四五六七八九", ("", "十", "百", "千"), _LARGE_HANT, "點", "負", "分之", "又"),
    "zh-financial": (FINANCIAL, ("", "拾", "佰", "仟"), _LARGE_HANS, "点", "负", "分之", "又"),
    "zh-financial-Hant": (FINANCIAL_HANT, ("", "拾", "佰", "仟"), _LARGE_HANT, "點", "負", "分之", "又"),
}
_WORDS = {value: word for word, value in reversed(list(SMALL.items()))} | {
    v: w for w, v in TENS.items() if w != "fourty"
}
_SCALE_WORDS = sorted(((value, word) for word, value in SCALES.items() if word not in {"lakh", "crore"}), reverse=True)
_COMPACT = {
    "compact-zh": ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")),
    "compact-en": ((10**12, " trillion"), (10**9, " billion"), (10**6, " million")),
}
STYLES = (*_CHINESE, "zh-positional", "en", "en-words", *_COMPACT)


def format_number(value: Fraction | int, *, style: str = "zh-Hans") -> str:
    """A number as a numeral that :func:`newsdoc.parse_number` reads back exactly.

    Args:
        value: an int or Fraction; never a float.
        style: ``zh-Hans`` ``zh-Hant`` ``zh-financial`` ``zh-financial-Hant`` ``zh-positional`` ``en`` ``en-words``
            ``compact-zh`` ``compact-en``.

    Raises:
        NumeralError: the style is unknown, the value no int or Fraction, or the style cannot write it (a magnitude of
            10^48 and more; a sign or a fraction in zh-positional).

    >>> format_number(10203), format_number(10203, style="zh-financial-Hant"), format_number(Fraction(-7, 2))
    ('一万零二百零三', '壹萬零貳佰零參', '负三点五')
    >>> format_number(4622500, style="compact-zh"), format_number(21, style="en-words")
    ('462.25万', 'twenty-one')
    """
    if isinstance(value, bool) or not isinstance(value, (int, Fraction)):
        raise NumeralError(f"{type(value).__name__} is not an exact number: give an int or a Fraction")
    value = Fraction(value)
    if abs(value) >= LARGEST or value.denominator >= LARGEST:
        raise NumeralError("numbers of 10^48 and more are not written")
    if style in _CHINESE:
        return _chinese(value, style)
    if style == "zh-positional":
        if value.denominator != 1 or value < 0:
            raise NumeralError(f"zh-positional writes whole numbers from 0, not {value}")
        return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(value.numerator))
    if style == "en":
        return _arabic(value, grouped=True)
    if style == "en-words":
        return _words(value)
    if style in _COMPACT:
        return _compact(value, style)
    raise NumeralError(f"no style {style!r}; there are {', '.join(STYLES)}")


def decimals(value: Fraction) -> str | None:
    """The digits after the point of a number under 1, or None where they do not end."""
    bottom, twos, fives = value.denominator, 0, 0
    while bottom % 2 == 0:
        bottom, twos = bottom // 2, twos + 1
    while bottom % 5 == 0:
        bottom, fives = bottom // 5, fives + 1
    if bottom != 1:
        return None
    places = max(twos, fives)
    return str(value.numerator * 10**places // value.denominator).rjust(places, "0") if places else ""


def _arabic(value: Fraction, *, grouped: bool) -> str:
    sign, value = ("-", -value) if value < 0 else ("", value)
    whole, rest = divmod(value, 1)
    tail = decimals(rest)
    if tail is None:
        return f"{sign}{value.numerator}/{value.denominator}"
    return f"{sign}{whole:,}{'.' if tail else ''}{tail}" if grouped else f"{sign}{whole}{'.' if tail else ''}{tail}"


def _chinese(value: Fraction, style: str) -> str:
    digits, _, _, point, minus, of, mixed = _CHINESE[style]
    sign, value = (minus, -value) if value < 0 else ("", value)
    whole, rest = divmod(value, 1)
    tail = decimals(rest)
    if tail is None:
        part = _whole(rest.denominator, style) + of + _whole(rest.numerator, style)
        return sign + (f"{_whole(whole, style)}{mixed}{part}" if whole else part)
    said = _whole(whole, style)
    return sign + (f"{said}{point}{''.join(digits[int(digit)] for digit in tail)}" if tail else said)


def _whole(number: int, style: str) -> str:
    digits, small, large, *_ = _CHINESE[style]
    if not number:
        return digits[0]
    if "Hant" not in style and 10**12 <= number < 10**16:  # the mainland says 万亿 where Taiwan says 兆
        high, low = divmod(number, 10**8)
        zero = digits[0] if 0 < low < 10**7 else ""
        return f"{_whole(high, style)}{large[2]}{zero}{_whole(low, style) if low else ''}"
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    said, gap = "", False
    for power in reversed(range(len(groups))):
        group = groups[power]
        if not group:
            gap = True
            continue
        if said and (gap or group < 1000):
            said += digits[0]
        said += _four(group, digits, small) + large[power]
        gap = False
    ten = digits[1] + small[1]
    return said[1:] if said.startswith(ten) and small[1] == "十" else said


def _four(group: int, digits: str, small: tuple[str, ...]) -> str:
    said, gap = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit:
            said += (digits[0] if gap and said else "") + digits[digit] + small[place]
            gap = False
        else:
            gap = True
    return said


def _words(value: Fraction) -> str:
    sign, value = ("minus ", -value) if value < 0 else ("", value)
    whole, rest = divmod(value, 1)
    tail = decimals(rest)
    if tail is None:
        raise NumeralError(f"en-words writes no fraction such as {value}")
    said = sign + _whole_words(whole)
    return f"{said} point {' '.join(_WORDS[int(digit)] for digit in tail)}" if tail else said


def _whole_words(number: int) -> str:
    if number >= 1000 * _SCALE_WORDS[0][0]:
        raise NumeralError(f"en-words writes numbers below {1000 * _SCALE_WORDS[0][0]}")
    parts = []
    for size, word in _SCALE_WORDS:
        if number >= size:
            parts.append(f"{_hundreds(number // size)} {word}")
            number %= size
    if number or not parts:
        parts.append(_hundreds(number))
    return " ".join(parts)


def _hundreds(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [f"{_WORDS[hundreds]} hundred"] if hundreds else []
    if rest or not parts:
        tens, unit = divmod(rest, 10)
        parts.append(_WORDS[rest] if rest < 20 or not unit else f"{_WORDS[10 * tens]}-{_WORDS[unit]}")
    return " ".join(parts)


def _compact(value: Fraction, style: str) -> str:
    for size, word in _COMPACT[style]:
        scaled = value / size
        if abs(scaled) >= 1:
            if decimals(abs(scaled) % 1) is None:
                break
            return _arabic(scaled, grouped=style == "compact-en") + word
    return _arabic(value, grouped=style == "compact-en")
