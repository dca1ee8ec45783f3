"""Times of the day: 15时30分, 下午3点, 16:00, 6:40am, 3 p.m. A time without a day hangs on a day that is not said."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.annotate.date.chinese_pattern import NUMBER, RANGE, SPACE
from newsdoc.annotate.date.digits import small
from newsdoc.annotate.date.words import chinese, either

if TYPE_CHECKING:
    from newsdoc.annotate.date.value import Clock
    from newsdoc.lexicon import Lexicon

_HALF_DAY = r"(?: [ap]\.m\. | [ap]m\b | [AP]\.M\. | [AP]M\b )"
_TOLD_BEFORE = re.compile(r"(?:\bat|\bby|until|from|before|after|时间|時間|截至|截止)\s?$")
_TO_CLOCK = re.compile(
    r"\s?[-–—~～至到]\s?(?:次日)?[0-2]?[0-9]:[0-5][0-9](?![0-9:])"
    r"|\s(?:GMT|BST|EST|EDT|PST|PDT|CET|HKT|UTC|local time)\b"
)
"""What follows a time in figures that is no score: the time at which something ends, or a zone."""

NOT_AFTER_HOUR = "间間代候期光尚事常刻报報任装裝钟鐘节節机機空段差评評议議名明上下心子赞讚"


@lru_cache(maxsize=32)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?: (?P<part> {either(chinese(lexicon, "daypart"))} ) {SPACE} [约約]? {SPACE} )?
        (?: (?P<figures> [0-9]{{1,2}} ) {SPACE} [:：] {SPACE} (?P<minutes> [0-5][0-9] )
            (?: [:：] (?P<seconds> [0-5][0-9] ) )? (?![0-9:：])
            (?: \s? (?P<half_day> [ap]\.?m\b\.? | [AP]\.?M\b\.? ) )?
        | (?P<noon> noon\b )
        | (?P<compact> [0-2][0-9] ) (?P<compact_minutes> [0-5][0-9] ) (?= \s?(?:GMT|UTC|EST|EDT|PST|PDT|CET|BST|HKT)\b )
        | (?P<english_hour> [0-9]{{1,2}} ) (?: [.] (?P<dotted> [0-5][0-9] ) )?
          (?: \s? (?P<only_half_day> {_HALF_DAY} ) | \s? (?P<o_clock> o['’]clock )
            | (?= (?: \s?[-–—]\s? | \s(?:to|and)\s ) (?P<later_hour> [0-9]{{1,2}} ) (?: [:.][0-5][0-9] )?
                  \s? (?P<later_half> {_HALF_DAY} ) ) )
        | (?P<hour> {NUMBER} ) {SPACE}
          (?: (?P<unit> [时時点點] ) (?![{NOT_AFTER_HOUR}]) | (?={SPACE}{RANGE}{SPACE}{NUMBER}{SPACE}[时時]) )
          (?: {SPACE} (?: (?P<minute> {NUMBER} ) {SPACE} 分 (?![钟鐘之])
              (?: {SPACE} (?P<second> {NUMBER} ) {SPACE} 秒 )?
            | (?P<half> 半 ) | (?P<quarter> [一三] ) 刻 | (?P<even> 整 ) ) )?
        )
        """,
        re.VERBOSE,
    )


def read(text: str, start: int, lexicon: Lexicon, *, attached: bool) -> tuple[int, Clock] | None:
    """Where the time at ``start`` ends, and the time; ``attached`` means that a day stands before it.

    Figures alone (16:00, which may be a score) and 3点 (which may be a decimal point) count only where something tells.
    """
    match = _pattern(lexicon).match(text, start)
    if match is None:
        return None
    before = text[start - 1 : start] if start else ""
    if not attached and before and (before in ".．第每近约約:：-—零一二三四五六七八九十" or before.isdigit()):
        return None
    if match["noon"]:
        return (match.end(), (12, 0, 0)) if attached else None
    if match["compact"]:
        return _checked(match.end(), int(match["compact"]), int(match["compact_minutes"]), 0)
    if match["english_hour"]:
        hour = int(match["english_hour"])
        half = (match["only_half_day"] or "").lower()[:1] or _shared_half(match, hour)
        told = half or attached or (match["o_clock"] and hour)
        return _checked(match.end(), _hour(hour, half), int(match["dotted"] or 0), 0) if hour <= 12 and told else None
    part = _half_day(match, lexicon)
    if match["figures"]:
        told = (
            attached
            or part
            or match["minutes"] == "00"
            or _TO_CLOCK.match(text, match.end())
            or _TOLD_BEFORE.search(text, max(0, start - 7), start)
        )
        hour = _hour(int(match["figures"]), part)
        return _checked(match.end(), hour, int(match["minutes"]), int(match["seconds"] or 0)) if told else None
    number = small(match["hour"])
    if number is None:
        return None
    finer = match["minute"] or match["half"] or match["quarter"] or match["even"]
    if match["unit"] in ("点", "點") and not (finer or part or (attached and _ends(text, match.end()))):
        return None
    if not match["unit"] and not attached and not part and match["hour"] not in ("0", "零"):
        return None
    minute = 30 if match["half"] else {"一": 15, "三": 45}.get(match["quarter"] or "", 0)
    if match["minute"]:
        minute = small(match["minute"]) or 0
    return _checked(match.end(), _hour(number, part), minute, small(match["second"] or "零") or 0)


def _ends(text: str, end: int) -> bool:
    """Whether 3点 is not followed by the figures of a decimal (3点14)."""
    return not text[end : end + 1].isdigit() and text[end : end + 1] not in tuple("零一二三四五六七八九")


def _half_day(match: re.Match[str], lexicon: Lexicon) -> str:
    if match["half_day"]:
        return match["half_day"].lower()[:1]
    word = match["part"]
    return {"am": "a", "pm": "p", "noon": "n", "night": "l"}[chinese(lexicon, "daypart")[word].value] if word else ""


def _hour(hour: int, half: str) -> int:
    if half == "a":
        return 0 if hour == 12 else hour
    if half == "p" and hour <= 12:
        return 12 if hour == 12 else hour + 12
    if half == "l" and 5 <= hour <= 12:
        return hour + 12
    return hour + 12 if half == "n" and hour < 10 else hour


def _shared_half(match: re.Match[str], hour: int) -> str:
    """The half of the day that the end of a range tells of its beginning: 2 to 4 p.m., but 11 to 1 p.m."""
    if not match["later_half"]:
        return ""
    half = match["later_half"].lower()[0]
    crosses = hour % 12 > int(match["later_hour"]) % 12 or (hour < 12 and match["later_hour"] == "12")
    return ("p" if half == "a" else "a") if crosses else half


def _checked(end: int, hour: int, minute: int, second: int) -> tuple[int, Clock] | None:
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and (minute or second)):
        return None
    return end, (hour, minute, second)
