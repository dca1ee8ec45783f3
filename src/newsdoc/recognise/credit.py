"""Credits of pictures (摄影署名): who took or gave it, behind the caption or on a line of its own.

…通关。本报记者 于舟摄              staff, 本报: 于舟
…小麦。新华社发（陈颖 摄）           agency, 新华社: 陈颖
…所。（受访者供图）                 supplied
…圖／聯合報系資料照                 archive
… Nov. 27, 2025. (AP Photo/Li Wei)  agency, AP: Li Wei
… on Monday. Photo: Jane Doe/HKFP.  HKFP: Jane Doe
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN, has_han
from newsdoc.recognise.credit_english import english_credit
from newsdoc.recognise.credit_forms import VERB, bodys_picture, credit_of, taken_abroad
from newsdoc.recognise.readings import CreditReading

if TYPE_CHECKING:
    from newsdoc.recognise.words import Words

_TAIL = 120
_LAST = frozenset("摄攝图圖照片作绘繪发發道导導真供提国國觉覺社日影團团台網网）)")
_WHOSE = re.compile(r"[图圖摄攝片照源影画畫]\s*[：:／/|｜由]|[图圖][据據自源]")
_LETTER = re.compile("[A-Za-z©]")
_ENGLISH_HINT = re.compile(
    r"[Pp]hoto|PHOTO|[Ii]mage|IMAGE|[Pp]icture|PICTURE|CREDIT|Courtesy|[Pp]ics?:|Credit|REUTERS|Reuters/|Getty|via"
    r"|[a-z][.!?]\s(?:[A-Z]\. ?){0,2}[A-Z]{2}|[.!?]\s\([A-Z]|Xinhua/|File|Handout|[A-Z]\s?/\s?[A-Z]|©"
    r"|[A-Z] FOR [A-Z]|\s\|\s[A-Z]{2}|[a-z]\s?/\s?[A-Z]|[a-z0-9][.!?]\s[—–]|[a-z0-9][.!?] ?/[A-Z]"
)
_CAPITALS_FIRST = re.compile("[A-Z]{2}[A-Z’'-]* [A-Z]{2}[A-Z .’'-]* [A-Z][A-Za-z ]+$")
_SENTENCE = re.compile(
    r".*[。！？!?”」』…](?=[^。！？!?”」』…）)]*(?:[（(][^（）()]*[）)][^（）()。！？]*)?$)", re.DOTALL
)
_BRACKET = re.compile(r"[（(]([^（）()]{1,60})[）)]\s*[.。]?\s*$")
_DAY = re.compile(r"\s*\d{2,4}年\d{1,2}月\d{1,2}日\s*$")
_BRACKETED = re.compile(r"[（(](?P<inside>[^（）()]{1,60})[）)]\s*[.。]?\s*(?P<rest>.*)")
_SENT_ON = re.compile(rf".{{2,40}}(?:{VERB})")
_WITH_AGENCY = re.compile(rf"(?P<first>.+?(?:{VERB}))\s*(?:[（(]|[/／])(?P<agency>[{HAN}A-Za-z ]{{2,12}}?)[）)]?")


def credit_at_end(text: str, words: Words) -> CreditReading | None:
    """The credit with which a caption ends, or that the text is.

    >>> from newsdoc.lexicon import Lexicon
    >>> from newsdoc.recognise.words import words_of
    >>> words = words_of(Lexicon.load())
    >>> credit_at_end("货车通关。本报记者 于舟摄", words)
    CreditReading(start=5, kind='staff', affiliation='本报', people=('于舟',))
    >>> credit_at_end("他拍摄了这张图。", words) is None
    True
    """
    tail_start = max(0, len(text) - _TAIL)
    tail = text[tail_start:].rstrip("■□◆●") if text[-1:] in "■□◆●" else text[tail_start:]
    if not _may_be_credit(tail):
        return None
    if not has_han(tail[-60:]):
        english = english_credit(tail, words)
        return None if english is None else _moved(english, tail_start)
    for start in _starts(tail):
        reading = _chinese(tail[start:].strip(), words)
        if reading:
            return _moved(reading, tail_start + start)
    return None


def _may_be_credit(tail: str) -> bool:
    """A cheap proof of the contrary: a credit ends with few characters, or says 图： before a name, or is English."""
    last = tail.rstrip(" \u3000\u2003。.■□◆●")[-1:]
    return (
        last in _LAST
        or _WHOSE.search(tail) is not None
        or _CAPITALS_FIRST.match(tail) is not None
        or (_LETTER.search(tail) is not None and _ENGLISH_HINT.search(tail) is not None)
    )


def _moved(reading: CreditReading, by: int) -> CreditReading:
    return CreditReading(reading.start + by, reading.kind, reading.affiliation, reading.people)


def _starts(tail: str) -> list[int]:
    """Where a credit may begin: behind the last sentence, at a bracket at the end, at the very start."""
    starts = []
    sentence = _SENTENCE.match(tail)
    if sentence:
        starts.append(sentence.end())
    starts.append(0)
    bracket = _BRACKET.search(tail)
    if bracket:
        starts.append(bracket.start())
    if not sentence:
        starts.extend(space.end() for space in re.finditer(r"(?<=\S)[ \u3000\u2003]+(?=\S.{2,40}$)", tail))
    return [start for start in dict.fromkeys(starts) if len(tail) - start <= 80]


def _chinese(text: str, words: Words) -> CreditReading | None:
    """The reading of a text that is a credit and nothing else."""
    text = _DAY.sub("", text)
    if len(text) < 2:
        return None
    bracket = _BRACKETED.fullmatch(text)
    if bracket:
        inside = bracket["inside"].strip()
        reading = credit_of(inside, words) or bodys_picture(inside)
        if reading and bracket["rest"]:
            return reading if _SENT_ON.fullmatch(bracket["rest"]) else None
        return reading
    with_agency = _WITH_AGENCY.fullmatch(text)
    if with_agency:
        first, body = with_agency["first"].strip(), with_agency["agency"].strip()
        known = body in words.agencies
        reading = credit_of(first, words) or (taken_abroad(first, words) if known else None)
        if reading:
            return CreditReading(0, "agency" if known else reading.kind, body, reading.people)
    return credit_of(text.rstrip("。. "), words)
