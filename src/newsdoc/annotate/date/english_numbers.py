"""English numerals of dates in words: days (first, twenty-fifth), counts (three), years (nineteen ninety-four)."""

from __future__ import annotations

import re

CARDINALS = dict(
    zip(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        range(1, 20),
        strict=True,
    )
)
TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
ORDINALS = dict(
    zip(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
        ],
        range(1, 20),
        strict=True,
    )
) | {"twentieth": 20, "thirtieth": 30}
DECADES = {f"{word[:-1]}ies": value for word, value in TENS.items()}
WORD = (
    "(?:"
    + "|".join(sorted({*CARDINALS, *TENS, *ORDINALS, "hundred", "thousand", "oh"}, key=len, reverse=True))
    + r")\b"
)
WORDS = rf"{WORD}(?:[\s-](?:and\s)?{WORD}){{0,7}}"
ORDINAL = rf"(?:(?:twenty|thirty)[\s-])?(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b"
COUNT = rf"(?:\d{{1,2}}|an?|{'|'.join(sorted((*CARDINALS, *TENS), key=len, reverse=True))})\b"


def words_of(text: str) -> list[str]:
    return [word for word in re.split(r"[\s-]+", text.lower()) if word and word != "and"]


def below_hundred(words: list[str]) -> int | None:
    """A number below 100 in cardinal words; None for anything else.

    >>> below_hundred(["twenty", "five"]), below_hundred(["oh", "nine"]), below_hundred(["five", "twenty"])
    (25, 9, None)
    """
    if len(words) == 1:
        return CARDINALS.get(words[0], TENS.get(words[0]))
    if len(words) == 2:
        if words[0] == "oh":
            unit = CARDINALS.get(words[1], 10)
            return unit if unit < 10 else None
        tens, unit = TENS.get(words[0]), CARDINALS.get(words[1], 10)
        return tens + unit if tens is not None and unit < 10 else None
    return None


def day_in_words(words: list[str]) -> int | None:
    """A day of the month in ordinal or cardinal words."""
    if len(words) == 1 and words[0] in ORDINALS:
        return ORDINALS[words[0]]
    if len(words) == 2 and words[0] in TENS and ORDINALS.get(words[1], 10) < 10:
        return TENS[words[0]] + ORDINALS[words[1]]
    number = below_hundred(words)
    return number if number is not None and number <= 31 else None


def year_number(words: list[str]) -> int | None:
    """A year of four figures in words.

    >>> year_number(words_of("nineteen ninety-four")), year_number(words_of("two thousand and nine"))
    (1994, 2009)
    >>> year_number(words_of("nineteen hundred")), year_number(words_of("ninety four"))
    (1900, None)
    """
    if "thousand" in words:
        at = words.index("thousand")
        thousands, rest = below_hundred(words[:at]), words[at + 1 :]
        low = below_hundred(rest) if rest else 0
        return None if thousands not in (1, 2) or low is None else thousands * 1000 + low
    if "hundred" in words:
        at = words.index("hundred")
        hundreds, rest = below_hundred(words[:at]), words[at + 1 :]
        low = below_hundred(rest) if rest else 0
        return None if hundreds is None or not 10 < hundreds < 22 or low is None else hundreds * 100 + low
    if len(words) < 2:
        return None
    head, low = CARDINALS.get(words[0], TENS.get(words[0])), below_hundred(words[1:])
    if head is None or low is None or not (10 < head <= 20) or (low < 10 and words[1] != "oh"):
        return None
    return head * 100 + low


def day_and_year(words: list[str]) -> tuple[int | None, int | None] | None:
    """What the words after a month say: a day, a year, or both; None where they say neither.

    >>> day_and_year(words_of("twenty fifth twenty sixteen")), day_and_year(words_of("sixteen sixty five"))
    ((25, 2016), (None, 1665))
    """
    for size in (2, 1):
        day, year = day_in_words(words[:size]), year_number(words[size:])
        if day is not None and (year is not None or len(words) == size):
            return day, year
    year = year_number(words)
    return None if year is None else (None, year)
