"""A date in Chinese: 2023年2月20日至24日, 2022年三季度, 20世纪80年代, 自2019年以来, 民國112年3月5日."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.annotate.date.value import Level, Point
from newsdoc.bilingual.rendering.edtf import Spoken, period_of, read_edtf, third_of

if TYPE_CHECKING:
    from newsdoc.bilingual.rendering.words import Words
    from newsdoc.model.annotation import Date

_SEASONS = {21: "春季", 22: "夏季", 23: "秋季", 24: "冬季"}
VAGUE = re.compile(r"[旬初中底末]|early|mid|late|beginning|end|start|middle", re.IGNORECASE)
"""What tells 5月上旬 from 5月1日至10日, which EDTF writes alike."""


def say_date_in_chinese(date: Date, words: Words) -> str:
    """The date in the Chinese of ``words``; the empty string where neither its EDTF nor the table tells anything."""
    spoken = read_edtf(date.edtf)
    if spoken is None:
        return ""
    roc = date.calendar == "roc" and words.language in ("zh-TW", "zh-Hant")
    said = _Saying(words.language, words.traditional, roc).said(spoken, vague=bool(VAGUE.search(date.text)))
    return said or words.relative.get(date.text.lower(), "")


class _Saying:
    """The words of one language, and whether years count from 1912."""

    __slots__ = ("century", "hour", "language", "roc", "since", "traditional")

    def __init__(self, language: str, traditional: bool, roc: bool) -> None:
        self.language = language
        self.traditional = traditional
        self.roc = roc
        self.century, self.hour, self.since = ("世紀", "時", "以來") if traditional else ("世纪", "时", "以来")

    def said(self, spoken: Spoken, *, vague: bool) -> str:
        first, last = spoken.first, spoken.last
        if first is None and last is not None:
            end = self.point(last)
            return f"直到{end}" if end else ""
        if first is not None and last is None:
            begin = self.point(first)
            return f"自{begin}{self.since}" if begin else ""
        assert first is not None
        assert last is not None
        if spoken.single:
            return self.point(first)
        if period := period_of(spoken):
            return self.year(first) + self.period(*period)
        if vague and (third := third_of(spoken)):
            return self.third(*third)
        return self.range(first, last)

    def period(self, name: str, number: int) -> str:
        if name == "half":
            return "上半年" if number == 1 else "下半年"
        if name == "three quarters":
            return "前三季" if self.language == "zh-TW" else "前三季度"
        numeral = "一二三四"[number - 1]
        if self.language in ("zh-Hant", "zh-TW"):
            return f"第{numeral}季"
        return f"第{numeral}季度" if self.traditional else f"{numeral}季度"

    def third(self, whole: Point, place: int) -> str:
        if whole.level is Level.MONTH:
            return self.point(whole) + ("上旬", "中旬", "下旬")[place]
        return self.point(whole) + ("初", "中期", "末")[place]

    def range(self, first: Point, last: Point) -> str:
        """Both ends; what the second shares with the first it does not say again."""
        begin = self.point(first)
        end = self.point(last)
        if not begin or not end:
            return ""
        if first.level is last.level is Level.DAY and (first.year, first.month) == (last.year, last.month):
            if first.day == last.day and last.clock:
                return f"{begin}至{self.clock(last)}"
            if last.day is not None and last.month is not None:
                return f"{begin}至{last.day}日{self.clock(last)}"
        shared = first.year is not None and first.year == last.year and first.level > Level.YEAR
        if shared and last.level in (Level.MONTH, Level.DAY):
            end = end[len(self.year(last)) :]
        return f"{begin}至{end}"

    def point(self, point: Point) -> str:
        year = self.year(point)
        match point.level:
            case Level.CENTURY:
                return self.named_century(point.year)
            case Level.DECADE:
                return self.decade(point)
            case Level.YEAR:
                return year
            case Level.SEASON:
                return year + _SEASONS[point.month or 21]
            case _:
                month = f"{point.month}月" if point.month is not None else ""
                day = f"{point.day}日" if point.day is not None else ""
                return f"{year}{month}{day}{self.clock(point)}"

    def year(self, point: Point) -> str:
        year = point.year
        era = "西元" if self.language == "zh-TW" else "公元"
        if year is None:
            return f"{point.tail}年" if point.tail.isdigit() else ""
        if year <= 0:
            return f"{era}前{1 - year}年"
        if self.roc and year >= 1912:
            return f"民國{year - 1911}年"
        return f"{era}{year}年" if year < 1000 else f"{year}年"

    def decade(self, point: Point) -> str:
        if point.year is None:
            return f"{point.tail[0]}0年代"
        tens = point.year % 100
        if tens == 0 or self.language == "zh-TW":
            return f"{point.year}年代"
        return f"{self.named_century(point.year // 100 * 100)}{tens}年代"

    def named_century(self, year: int | None) -> str:
        if year is None:
            return ""
        number = year // 100
        return f"{number + 1}{self.century}" if year >= 0 else f"公元前{-number}{self.century}"

    def clock(self, point: Point) -> str:
        if point.clock is None:
            return ""
        hour, minute, second = point.clock
        return f"{hour}{self.hour}" + (f"{minute}分" if minute or second else "") + (f"{second}秒" if second else "")
