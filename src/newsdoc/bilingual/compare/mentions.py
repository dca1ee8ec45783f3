"""Every numeral of a text, also those that are no quantity: 两国, both, 15th, the 737 of an aeroplane, 五大湖.

A mention answers for a figure of the other text that has no other counterpart; it is itself never reported.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.errors import NumeralError
from newsdoc.lexicon import BUILT_IN, Lexicon, forms
from newsdoc.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Sequence

_DIGITS = r"\d{1,20}(?:[,，]\d{3}(?!\d))*(?:\.\d{1,12})?"
_CHINESE = "[〇零一二三四五六七八九十百千万亿两俩壹贰叁肆伍陆柒捌玖拾佰仟萬億兩貳參陸]"
_SCALE = "[十百千万亿萬億]"


_TO = re.compile(r"\s?[-–—~～至到]\s?")


@dataclass(frozen=True, slots=True)
class Mention:
    """A numeral and what it may stand for.

    Attributes:
        start, end: Offsets in the text.
        values: The number; more than one where the word leaves it open.
        clock: Minutes since midnight, of 20:30 and the like.
        plain: Whether it can be nothing but a figure: 250亿, 8,200,000.
    """

    start: int
    end: int
    values: tuple[Fraction, ...]
    clock: int | None = None
    plain: bool = False


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> dict[str, tuple[Fraction, ...]]:
    """Every form of the table number_words, in small letters -> its values."""
    found: dict[str, tuple[Fraction, ...]] = {}
    for row in lexicon.rows("number_words"):
        value = Fraction(row["value"])
        for column in ("zh-Hans", "zh-Hant", "en"):
            for form in forms(row[column]):
                known = found.get(form.lower(), ())
                if value not in known:
                    found[form.lower()] = (*known, value)
    return found


@lru_cache(maxsize=4)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    words = _words(lexicon)
    english = _by_letters([word for word in words if word.isascii()])
    chinese = _by_letters([word for word in words if not word.isascii()])
    return re.compile(
        rf"(?P<clock>(?<!\d)[0-2]?\d[:：][0-5]\d(?!\d))"
        rf"|(?P<digits>{_DIGITS})(?:\s?(?P<scale>{_SCALE}{{1,3}})|(?P<short>[kK](?![A-Za-z])))?"
        rf"|(?P<zh>{_CHINESE}{{1,24}})"
        rf"|(?P<en>(?<![^\W_])(?:{english})(?![A-Za-z]))"
        rf"|(?P<word>{chinese})"
    )


def _by_letters(words: Sequence[str]) -> str:
    """The words as alternatives, longest first, parted by their first two letters: a regex tries few of them a place.

    English ones may begin with a capital.
    """
    parts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word in sorted(words, key=lambda word: (-len(word), word)):
        parts[word[0]][word[1:2]].append(word[2:])
    found: list[str] = []
    for first, seconds in sorted(parts.items()):
        inner = [
            re.escape(second) + f"(?:{'|'.join(map(re.escape, rests))})"
            for second, rests in sorted(seconds.items())
            if second
        ]
        alone = [""] if "" in seconds else []
        start = f"[{first}{first.upper()}]" if first.isascii() and first.isalpha() else re.escape(first)
        found.append(start + f"(?:{'|'.join([*inner, *alone])})")
    return "|".join(found) or "(?!)"


def mentions(text: str, lexicon: Lexicon | None = None) -> list[Mention]:
    """Every numeral and number word of a text, in order.

    >>> [(m.start, [str(v) for v in m.values]) for m in mentions("两国于3月签署第12号文件")]
    [(0, ['2']), (3, ['3']), (8, ['12'])]
    >>> [[str(v) for v in m.values] for m in mentions("Both sides met for the second time in a Boeing 737")]
    [['2'], ['2'], ['737']]
    """
    table = lexicon or BUILT_IN
    words = _words(table)
    found: list[Mention] = []
    for hit in _pattern(table).finditer(text):
        values: tuple[Fraction, ...]
        if hit["clock"]:
            hour, minute = re.split("[:：]", hit["clock"])
            parts = Fraction(hour), Fraction(minute)
            found.append(Mention(hit.start(), hit.end(), parts, int(hour) * 60 + int(minute)))
            continue
        if hit["digits"]:
            number = Fraction(hit["digits"].replace(",", "").replace("，", ""))
            values = (number * 1000,) if hit["short"] else (number,)
            plain = len(hit["digits"]) > 4 and hit["digits"][-4] in ",，"
            opened = found[-1] if found and _TO.fullmatch(text, found[-1].end, hit.start()) else None
            if hit["scale"]:
                scaled = _parsed("一" + hit["scale"])
                values = (number * scaled, number) if scaled else values
                plain = plain or values[0] >= 10_000
                if scaled and opened is not None and len(opened.values) == 1:
                    # 250-300亿: the scale at the end holds for both.
                    both = (*(value * scaled for value in opened.values), *opened.values)
                    found[-1] = Mention(opened.start, opened.end, both, opened.clock, plain)
            found.append(Mention(hit.start(), hit.end(), values, None, plain))
            continue
        if hit["zh"]:
            values = _chinese(hit["zh"])
        else:
            values = words[(hit["en"] or hit["word"]).lower()]
        if values:
            found.append(Mention(hit.start(), hit.end(), values))
    return found


def _chinese(run: str) -> tuple[Fraction, ...]:
    whole = _parsed(run.replace("俩", "两"))
    if whole is not None:
        return (whole,)
    # 四五 and 十三五 are no one numeral: each numeral in them may be meant, the longest first.
    parts: list[Fraction] = []
    at = 0
    while at < len(run):
        size = next((n for n in range(min(len(run) - at, 8), 0, -1) if _parsed(run[at : at + n]) is not None), 1)
        value = _parsed(run[at : at + size])
        if value is not None:
            parts.append(value)
        at += size
    return tuple(dict.fromkeys(parts))


@lru_cache(maxsize=4096)
def _parsed(run: str) -> Fraction | None:
    try:
        return parse_number(run)
    except NumeralError:
        return None
