"""Where a date may begin: found at the speed of ``re``, so that the grammars are asked at a few places only.

The patterns begin with a set of letters, which ``re`` finds fast, and then look at what stands behind and ahead, taking
in one letter only, so that no place hides the next. They may name a place too many, never one too few: a form that is
new to the grammar must be told here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.annotate.date.digits import FIGURES, HAN
from newsdoc.annotate.date.english_numbers import CARDINALS, DECADES, ORDINALS, TENS
from newsdoc.annotate.date.words import chinese, english

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsdoc.lexicon import Lexicon

SIGN = f"[{FIGURES[1:-1]}{HAN[1:-1]}两兩半]"
DASH = "[至到—–－~～−―─、-]"
BIG = "年月周週星礼禮世半季"
AFTER_NUMBER = rf"""
    {SIGN}{{0,7}} \s{{0,2}} (?: [年月日号號世] | (?<=[0-9]{{3}}) [版款]
    | [时時点點](?!\w?[〇零]) | 千 {SIGN}{{0,5}} \s{{0,2}} 年 | 季
    | (?: {DASH}{{1,2}} \s{{0,2}} {SIGN}{{1,8}} \s{{0,2}} ){{1,4}} [年月日号號季时時点點]
    | [个個天多几幾余餘半周週星礼禮] \w{{0,5}} [前后後] )
"""
AFTER_FIGURE = r"""
    [0-9]{0,3} (?: \s? [-/·–．／~～:：至到] \s? [0-9] | \s? [-/–\s] \s? [A-Za-z] | (?:st|nd|rd|th)\b )
    | [0-9]{3} (?: \s? [.] \s? [0-9] | (?![0-9\u3400-\u9fff]) | [0-9]{4} (?![0-9]) )
    | [0-9]? (?: [.][0-9]{1,2}[.] | \s?(?:[A-Za-z'’]|-[A-Za-z]) | (?=\s?[-–—~]|[,.;)]|$|\s[A-Za-z(]) )
    | [0-9]{1,2} [/.] [0-9]
"""
OTHERS = rf"""
    (?<=[公西纪紀]) 元 | (?<=民) [国國] | (?<=中) [华華]民 | (?<=前) \s{{0,2}} (?: {SIGN} | 去 )
    | (?<=[QqＱ]) \s? [1-4１-４] | (?<=[上下]) [上下]{{0,2}} \s? 一? \s? [个個]? \s{{0,2}} [{BIG}]
    | (?<=[本这這今]) [个個一]{{0,2}} \s{{0,2}} [{BIG}]
    | (?<=首) 季 | (?<=第) \s? [一二三四1-4１-４] \s? 季 | (?<=[闰閏]) {SIGN} | (?<=[周週]) [一二三四五六日天]
    | (?<=星) 期 [一二三四五六日天] | (?<=[礼禮]) 拜 [一二三四五六日天]
    | (?<=年) \s? 年? [初底末] | (?<=月) [初底末] | (?<=元) 月
"""
SECOND = "元国國华華上下一个個去季期拜年月周週星礼禮世半初底末今明后後春夏秋冬（("
"""What may stand second where a date begins with a letter; most places fail here."""
WORD = re.compile(r"[A-Za-z'’][A-Za-z]*")
ARTICLE = re.compile(r"(?:the|an?)\s+(?=(?P<next>[A-Za-z'’]+)|\d)", re.IGNORECASE)
HEADS = frozenset(
    {"early", "mid", "late", "end", "beginning", "start", "middle", "year", "ad", "a", "q", "h", "hundred", "thousand"}
)
KINDS = (
    "relative-year",
    "open-year",
    "every-year",
    "lunar-month",
    "lunar-calendar",
    "open-month",
    "every-month",
    "relative-day",
    "trap",
    "named",
)


def _pairs(forms: Iterable[str]) -> str:
    """The forms by their first letter, which the pattern has already met."""
    by_first: dict[str, set[str]] = {}
    for form in forms:
        by_first.setdefault(form[0], set()).add(form[1:])
    return "|".join(
        rf"(?<={re.escape(first)})(?:{'|'.join(sorted(map(re.escape, rests)))})"
        for first, rests in sorted(by_first.items())
    )


@lru_cache(maxsize=32)
def _signs(lexicon: Lexicon) -> re.Pattern[str]:
    forms = [form for kind in KINDS for form in chinese(lexicon, kind)]
    short, parts = chinese(lexicon, "short-day"), chinese(lexicon, "daypart")
    seasons = "".join(chinese(lexicon, "season"))
    one_letter = "".join({*short, *chinese(lexicon, "short-year")})
    first = {form[0] for form in (*forms, *short, *parts, *chinese(lexicon, "short-year"))}
    letters = "".join(sorted(first | set("公西纪紀民中前上下本这這今首第闰閏周週星礼禮年月元QqＱ明后後昨去")))
    numbers = f"{FIGURES[1:-1]}{HAN[1:-1]}两兩半"
    second = {form[1] for form in (*forms, *parts) if len(form) > 1} | set(SECOND)
    return re.compile(
        rf"""
        [{numbers}{letters}]
        (?= (?<={SIGN})
            (?: (?<!{SIGN}{SIGN}) (?: {AFTER_NUMBER} ) | (?<=[0-9]) (?<![0-9][0-9]) (?: {AFTER_FIGURE} ) )
          | (?= [{numbers}{"".join(sorted(second))}\s] )
            (?: {OTHERS}
              | {_pairs(forms)}
              | (?<=[{one_letter}]) (?: \s? [（(] \s? {SIGN} | [今明后後去] [两兩二年天日] | [{seasons}] )
              | {_pairs(parts)} (?= \s{{0,2}} {SIGN} )
            )
        )
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=32)
def _heads(lexicon: Lexicon) -> frozenset[str]:
    kinds = ("month", "weekday", "relative-day", "shift", "season", "trap", "named")
    words = {re.split(r"[^a-z'’]", form)[0] for kind in kinds for form in english(lexicon, kind)}
    return HEADS | words | CARDINALS.keys() | TENS.keys() | ORDINALS.keys() | DECADES.keys()


def places(text: str, lexicon: Lexicon) -> list[int]:
    """The offsets at which a date may begin, in order."""
    found = [match.start() for match in _signs(lexicon).finditer(text)]
    heads = _heads(lexicon)
    words = []
    for match in WORD.finditer(text):
        word = match.group().lower()
        if word in ("the", "a", "an"):
            article = ARTICLE.match(text, match.start())
            if article and (
                not article["next"]
                or article["next"].lower() in heads
                or article["next"].lower() in ("day", "week", "month", "decade", "turn")
            ):
                words.append(match.start())
        elif word in heads or word[0] in "'’":
            words.append(match.start())
    return sorted({*found, *words}) if words else found
