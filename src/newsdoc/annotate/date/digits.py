"""The small numerals of dates: Arabic of any width, Chinese positional (二〇二三) and counted (十二, 廿五)."""

from __future__ import annotations

DIGITS = {sign: value for value, signs in enumerate(("〇零○Ｏ", *"一二三四五六七八九")) for sign in signs} | {
    "两": 2,
    "兩": 2,
    "元": 1,
    "首": 1,
}
TENS = {"廿": 20, "卅": 30}
FIGURES = "[0-9０-９]"
HAN = "[〇零○Ｏ一二三四五六七八九十廿卅]"


def counted(text: str) -> int | None:
    """A number of a day or month: as :func:`small`, but two Chinese digits side by side (一二月) are no number.

    >>> counted("12"), counted("十二"), counted("一二")
    (12, 12, None)
    """
    positional = len(text) > 1 and not text.isdecimal() and not any(sign in "十廿卅" for sign in text)
    return None if positional and not text.startswith(("〇", "零")) else small(text)


def small(text: str) -> int | None:
    """The value of a short numeral of a date; None where it is none.

    >>> small("12"), small("０７"), small("二〇二三"), small("二十三"), small("廿五"), small("两千零五"), small("十十")
    (12, 7, 2023, 23, 25, 2005, None)
    """
    if not text or len(text) > 8:
        return None
    if text.isdecimal():
        return int(text)
    if "千" in text:
        head, tail = text.split("千", 1)
        rest = small(tail.lstrip("零〇")) if tail.lstrip("零〇") else 0
        return None if head not in DIGITS or rest is None or rest >= 100 else DIGITS[head] * 1000 + rest
    if text[0] in TENS:
        unit = DIGITS.get(text[1:], 0 if len(text) == 1 else -1)
        return TENS[text[0]] + unit if 0 <= unit < 10 else None
    if "百" in text:
        head, tail = text.split("百", 1)
        rest = small(tail.lstrip("零〇")) if tail.lstrip("零〇") else 0
        return None if head not in DIGITS or rest is None or rest >= 100 else DIGITS[head] * 100 + rest
    if "十" in text:
        head, _, tail = text.partition("十")
        tens, units = DIGITS.get(head, 1 if not head else -1), DIGITS.get(tail, 0 if not tail else -1)
        return tens * 10 + units if 0 < tens < 10 and 0 <= units < 10 else None
    if any(sign not in DIGITS for sign in text):
        return None
    return int("".join(str(DIGITS[sign]) for sign in text))
