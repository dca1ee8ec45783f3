"""Whether an English word or figure that may be part of a date is one: by the words beside it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.annotate.date.value import Level, Point, year_point
from newsdoc.annotate.date.words import either, english

if TYPE_CHECKING:
    from newsdoc.annotate.date.relative import Setting
    from newsdoc.lexicon import Lexicon

MONTH_CUE = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|through|of|between|before|after|during|last|next|this|every|each|early|mid|late|the"
    r"|and|or|for|on)|[-–—/(,~])\s?$",
    re.IGNORECASE,
)
STRONG_MONTH_CUE = re.compile(r"\b(?:in|in the|since|until|from|to|through|during)\s$", re.IGNORECASE)
RANGE_AHEAD = re.compile(
    r"\.?(?:\s?[-–—]\s?|\s(?:to|through|until|and)\s|,\s)(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)",
    re.IGNORECASE,
)
VERB_AHEAD = re.compile(
    r"\s(?:be|have|not|take|well|also|I|we|you|he|she|they|it|the|a|an|on|in|to|for|off|out|through|past|toward)\b"
)
YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|through|of|between|before|after|during|than|with|year|years|and|or|around|circa"
    r"|early|mid|late|the|spring|summer|autumn|fall|winter|fiscal|FY|last|next|this|his|her|its|their|our|a|for|as|at|on)"
    r"|[(–—/=~])\s?$",
    re.IGNORECASE,
)
SURE_YEAR_CUE = re.compile(
    r"\b(?:in|since|until|till|during|year|circa|spring|summer|autumn|fall|winter|fiscal)\s$|[(=]$", re.IGNORECASE
)
OVER_YEAR = re.compile(
    r"(?:%|\bper\s?cent|\bpoints?|\b(?:increased?|decreased?|growth|grew|rise|rose|drop|decline|gain|improvement|compared(?:\s(?:to|with))?))"
    r"\sover\s$",
    re.IGNORECASE,
)
"""A change over 2019 is one since that year; over 2019 people are more than so many."""
CLOSED_AHEAD = re.compile(
    r"\s*(?:$|[.,;:!?)\]”\"'’–—-]|(?:and|or|to|when|as|the|with|was|is|in|by|for|at|after|that|which|who|has|had|have|will|but|on|it|he|she"
    r"|they|we|I|said|through|until|till|while|because|were|are|before|since|from|over|under|about|he|more|would|could|there|this"
    r"|due|according|compared|alone|amid|during|of|World|Olympic|Olympics|election|edition|season|report|budget|census"
    r"|[A-Z]\w*)\b)"
)
SENTENCE_YEAR = re.compile(r"\s(?:was|is|will|saw|marks|has|had)\b")


@lru_cache(maxsize=32)
def _counted(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"[\s-]{either(english(lexicon, 'counted'))}\b", re.IGNORECASE)


def counted_after(text: str, end: int, setting: Setting) -> bool:
    """Whether a unit or a noun that is counted follows the figures (2000 people)."""
    return _counted(setting.lexicon).match(text, end) is not None


def is_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether a word such as may or mar stands in lower case before a figure without being a month (may 20 people)."""
    return text[start:end] in ("may", "sun", "sat") and not (
        start == 0 or text[start - 1] in ".\n" or MONTH_CUE.search(text[max(0, start - 9) : start])
    )


def is_plain_month(text: str, start: int, end: int, *, alone: bool) -> bool:
    """Whether the word is a month where no day stands beside it."""
    said, before = text[start:end], text[max(0, start - 12) : start]
    low = said.lower()
    if len(said) < 5 and low != "may" and low not in ("june", "july"):
        return (
            (text[end : end + 1] == "." and said[0].isupper())
            or bool(RANGE_AHEAD.match(text, end))
            or (
                bool(re.search(r"[-–—/]\s?$", before))
                or (bool(re.search(r"\b(?:in|to|through|since|until|from)\s$", before)) and said[0].isupper())
            )
        )
    if low not in ("may", "march", "august"):
        return said[0].isupper() or bool(MONTH_CUE.search(before)) or not alone or text.strip().lower() == low
    if text.strip() == said:
        return said[0].isupper()
    if RANGE_AHEAD.match(text, end) and (said[0].isupper() or STRONG_MONTH_CUE.search(before)):
        return True
    if VERB_AHEAD.match(text, end) and not STRONG_MONTH_CUE.search(before):
        return False
    if said[0].islower():
        return bool(STRONG_MONTH_CUE.search(before)) and low != "august" and not re.search(r"\bto\s$", before)
    return bool(MONTH_CUE.search(before)) and not (
        low == "march" and re.search(r"\b(?:the|a|this|last)\s$", before, re.IGNORECASE)
    )


ZONE = re.compile(r"\s?(?:GMT|UTC|EST|EDT|PST|PDT|CET|BST|HKT)\b")
"""1336 GMT is a time."""


def is_plain_year(text: str, start: int, end: int, number: int) -> bool:
    """Whether four figures, or their words, stand for a year: by the word before and what follows."""
    before = text[max(0, start - 10) : start]
    if start and text[start - 1] in "$£€¥#.,+":
        return False
    if start and text[start - 1] == "-" and not re.search(r"[A-Za-z)]-$", before):
        return False
    if SURE_YEAR_CUE.search(before):
        return text[start].isdigit() or (number % 1000 != 0 and CLOSED_AHEAD.match(text, end) is not None)
    if not 1500 <= number <= 2100:
        return False
    over = before.endswith("over ") and OVER_YEAR.search(text, max(0, start - 28), start)
    if over or YEAR_CUE.search(before):
        return bool(CLOSED_AHEAD.match(text, end)) or before.lower().endswith(
            ("the ", "his ", "her ", "its ", "their ")
        )
    if not text[start].isdigit() and start == 0 and end == len(text):
        return True
    return 1900 <= number <= 2100 and (
        (not before.strip() or before.rstrip()[-1:] in ".!?") and bool(SENTENCE_YEAR.match(text, end))
    )


def near_year(number: int, setting: Setting) -> Point:
    """A year of two figures: within eighty years before and twenty after the reference."""
    if setting.reference is None:
        return Point(Level.YEAR, tail=f"{number % 100:02d}")
    earliest = setting.reference.year - 79
    return year_point(earliest + (number - earliest) % 100)


def part_name(said: str) -> str:
    """early, mid or late, whatever the text says for it."""
    low = said.lower()
    if low in ("early", "mid", "late"):
        return low
    return "mid" if "middle" in low else "late" if "end" in low else "early"
