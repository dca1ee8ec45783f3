"""The line of a web copy with its day and hour, and what stands beside them (发布时间、来源).

2025年3月4日 09:12 来源：江北网   发布/2025年3月4日 19:42   江北新闻客户端 | 2025-03-04 07:18:22
Issued on: 03/04/2025 - 05:12   November 19, 2025 5:47 PM GMT+8 · Updated 14 hours ago   11/20/25, 9:07 AM
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN, has_han
from newsdoc.model.page import em

if TYPE_CHECKING:
    from newsdoc.recognise.words import Words

_LONGEST = 110
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = re.compile(
    r"(?<!\d)(?:\d{4}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?|\d{4}\s\d{1,2}/\d{1,2}|"
    r"\d{1,2}/\d{1,2}/\d{2,4})(?![\d-])"
    rf"|(?<!\d)\d{{1,2}}-{_MONTH}-\d{{4}}|(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|(?<![A-Za-z]){_MONTH}\s+\d{{1,2}},?\s+\d{{4}}"
    r"|民[国國]\d{2,3}年\d{1,2}月\d{1,2}日",
    re.IGNORECASE,
)
_ZONE = (
    r"(?:\s*(?:GMT|UTC|BST|EST|EDT|ET|PT|PST|PDT|CST|CET|CEST|HKT|SGT|JST|KST|IST|AEST|AEDT|北京时间|北京時間)"
    r"(?:\s?[+-]\d{1,2}(?::\d{2})?)?)?"
)
_CLOCK = re.compile(
    rf"(?:(?:上午|下午|晚上|早上|"
    rf"中午)\s*)?(?<!\d)\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?(?![\d:：])(?:\s*[ap]\.?m\b\.?)?{_ZONE}"
    rf"|(?<!\d)\d{{1,2}}[.]\d{{2}}(?:\s*[ap]\.?m\b\.?|\s*(?:GMT|BST|EST|EDT|CET)\b)|(?<!\d)\d{{4}}\s?GMT",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_BESIDE = re.compile(
    r"(?-i:\b(?:GMT|UTC|BST|EST|EDT|ET|PT|CET|HKT|SGT|JST|KST|IST)\b)|(?:星期|周|週|禮拜|"
    r"礼拜)[一二三四五六日天]|\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b"
    r"|(?<!\d)\d{1,2}[/-]\d{1,2}(?!\d)|\b(?:\d+|an?|one)\s+(?:second|minute|min|hour|hr|day|week|month)s?\s+ago\b"
    r"|\d+\s*(?:秒|分钟|分鐘|小时|小時|天|日)前|\b\d{1,3} min(?:ute)?s? read\b|(?:阅读|閱讀|浏览|瀏覽|"
    r"(?:点击|點擊))\s*\d+|(?<=\s)IP(?:属地|屬地)[：:].{0,8}",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[。！？；，、…“”「」『』!?;]")
_DIGIT = re.compile(r"\d")
_MARKS = " \t\u3000\u00a0|｜丨/／·•∙:：﹕-–—()（）[]【】,.><＞＜→»"
_NAME_BEFORE, _NAME_BEHIND = 16.0, 12.0
_MOST_WORDS = 5
_SENT = re.compile(r"\bBy\s|记者|記者|报道|報道|報導|报导|撰文|[文图圖]\s*[／/｜|]|[摄攝]")
"""A byline with its day beside it is read as a byline."""


_LEADS_ON = re.compile("[于於在至自从從到为為是将將起]$")


@lru_cache(maxsize=8)
def _labels(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])(?:{words.stamp})(?=[\s:：/／|｜\d]|$)", re.IGNORECASE)


_COUNT_BEHIND = re.compile(r"(?<=\d)\s{2,}\d{1,4}$")
"""The comments so far: 18:47 UTC+8, 2025-10-21       0"""


def is_stamp(text: str, words: Words) -> bool:
    """Whether a line says when a web copy came out: a full day with the hour, or with a word that says so.

    >>> from newsdoc.lexicon import Lexicon
    >>> from newsdoc.recognise.words import words_of
    >>> words = words_of(Lexicon.load())
    >>> lines = ("江北日报 2025-03-04 21:50", "2025年3月4日 09:12 抵达武汉火车站", "Published: 4 March 2025")
    >>> [is_stamp(line, words) for line in lines]
    [True, False, True]
    """
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return False
    text = _COUNT_BEHIND.sub("", text)
    day = _DAY.search(text)
    if day is None or _SENTENCE.search(text) or _SENT.search(text):
        return False
    before, behind = text[: day.start()], text[day.end() :]
    clocks = labels = 0
    rests: list[str] = []
    for part in (before, behind):
        part, count = _CLOCK.subn("\n", _DAY.sub("\n", part))
        clocks += count
        source = re.search(r"(?:来源|來源|稿源|出处|出處|Source)\s*[:：]", part)
        if source:
            labels += 1
            part, named = part[: source.start()], part[source.end() :]
            if em(named) > _NAME_BEFORE + _NAME_BEHIND:
                return False
        part, count = _labels(words).subn("\n", _BESIDE.sub("\n", part))
        labels += count
        rests.append(" ".join(piece.strip(_MARKS) for piece in part.split("\n")).strip())
    if not clocks and not labels:
        return False
    over, under = rests
    if over and (before[-1:].strip(_MARKS) or _LEADS_ON.search(over)):
        return False
    return _is_name(over, _NAME_BEFORE, bool(clocks)) and (not under or _is_place(under, bool(labels)))


def has_hour(text: str) -> bool:
    """Whether a clock time stands in the line."""
    return _DIGIT.search(text) is not None and _CLOCK.search(text) is not None


def _is_name(rest: str, most: float, hour: bool) -> bool:
    """Whether what is left of a line is nothing, or may be the name of a paper."""
    if not rest:
        return True
    if not hour or any(char.isdigit() for char in rest):
        return False
    if has_han(rest):
        return em(rest) <= most
    return len(rest.split()) <= _MOST_WORDS and rest[:1].isupper()


_PLACE = re.compile(rf"[{HAN}]{{2,4}}")
_PAPER = re.compile(
    rf"[{HAN}\w ]{{1,14}}(?:网|網|报|報|社|客户端|新闻|新聞|财经|財經|电视台|電視台|公众号|公眾號"
    r"|官方[账賬帳帐][号號]|APP)"
)


def _is_place(rest: str, labelled: bool) -> bool:
    """Whether what stands behind the hour is a place, or, where a word says what the line is, the name of a paper."""
    if _PAPER.fullmatch(rest.rpartition(" ")[2]) and len(rest.split()) <= 2:
        return True
    if _PLACE.fullmatch(rest):
        return len(rest) <= 3 or labelled
    return labelled and _is_name(rest, _NAME_BEHIND, hour=True)
