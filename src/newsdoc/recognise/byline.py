"""Bylines (署名): who wrote, photographed, edited.

    □ 本报记者 陈力 于舟                                reporter, 本报: 陈力, 于舟
    本报记者张川本报通讯员郜宁                            a reporter and a correspondent
    記者 藍雨青 / 攝影 林書平 / 責任編輯 新聞中心 報導        an office is no person
    ◎文/徐报融媒记者 王正喜 图/徐报融媒记者 陈艳
    （記者王小明／台北報導）                              names a place: a dateline, see dateline.py
    By JANE DOE and LI WEI

A line is a byline only if all of it is roles, bodies and names. A role without names (大公報記者) is read too: the
names may stand on the next lines.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN, has_han
from newsdoc.recognise.byline_behind import named_before_role
from newsdoc.recognise.byline_english import english_line, english_tail
from newsdoc.recognise.names import is_name, latin_names, names_in
from newsdoc.recognise.readings import BylineReading

if TYPE_CHECKING:
    from newsdoc.recognise.words import Words

_PLACE_END = re.compile(rf"[{HAN}][省市县縣区區州镇鎮乡鄉村]$")
LONGEST = 100
_LONGEST_LABEL = 8
"""Characters of a role whose names stand below: 本報記者："""
_LEAD = re.compile(r"^[\s□■●◎○◆▲/／（(〔【\[]*(?:[Bb]y\b)?\s*")
_MARKED = re.compile(r"^\s*[□■●◎○◆（(〔]")
_END = re.compile(r"[\s）)〕】\]]*$")
_BOTH = re.compile(r"[\s\u3000]*(?:文\s*[/／、]?\s*[图圖摄攝]|[图圖摄攝]\s*[/／、]\s*文|图文|圖文)$")
"""文/图: those named before wrote the text and took the pictures."""
_NO_BYLINE = re.compile(r"[。！？!?“”「」《》]|，")
_COLUMN_OF_PAPER = re.compile(rf"[“「][{HAN}]{{2,8}}[”」](?=记者|記者)")
"""新华社“新华视点”记者"""
_SEPARATOR = re.compile(r"[\s、,，/／|｜丨;；]")
_MARKS_OF_ROLE = frozenset("：:／/｜|")
"""Behind 撰文： nothing but names can stand."""
_CLOSED = re.compile(r"[）)〕】]")
_BODY = re.compile(r"(?:社|报|報|网|網|台|臺|融媒|融媒体|融媒體|中心|新闻|新聞|日报|日報|频道|頻道|站)$")
_TWO_BODIES = re.compile(rf"[{HAN}]{{2,8}}[社报報网網台臺闻聞][·•／/][{HAN}]{{2,8}}[社报報网網台臺闻聞]")
"""中青报·中青网"""
_OFFICE = re.compile(r"(?:中心|部|组|組|社|室|团队|團隊|小组)$")
_ACTIVITY = re.compile(
    rf"[\s\u3000]+(?:发自|發自|发于|發於)\s*(?P<from>[{HAN}]{{2,8}})$|[／/\s]*(?:(?P<place>[{HAN}]{{2,6}}?)\s*)?"
    r"(?:(?:综合|綜合|连线|連線|专题|專題|采访|採訪|摄影|攝影|现场|現場|特稿|特別|特别|独家|獨家|即時|即时)?(?:报道|报导|報導|報道)"
    r"|(?:对本文|對本文)?(?:亦有|有)(?:贡献|貢獻)|[参參](?:与|與)(?:采写|采访|报道|採訪|採寫|報道|報導|撰写|撰寫)"
    r"|综合|綜合|整理|采写|採訪整理|采访整理|采访|撰|文并摄|文並攝|文/图|文／圖|图文|摄影|攝影|專電|专电|專訪|专访)$"
)
_OF_ONE = "文图圖摄攝"
"""Roles of one character, which a name may end with: 施乃文／核稿"""
_NAMED_FROM = re.compile(
    rf"(?P<names>[{HAN}]{{2,4}}(?:、[{HAN}]{{2,4}}){{0,3}})[／/](?P<place>(?!综合|綜合)[{HAN}]{{2,4}}?)(?:报导|報導|报道|報道)"
)
"""李怡安／台北報導"""
_NO_NAME = re.compile(r"直击|直擊|调查|調查|观察|觀察|手记|手記|走访|走訪|获悉|獲悉|了解|今日|昨日|从|從|获|在|查")


@lru_cache(maxsize=8)
def _role(words: Words) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{words.role})|(?<![{HAN}](?=[{_OF_ONE}]))(?:{words.marked_role})(?=\s*[/／:：|｜丨])|(?:(?<=[/／|｜]\s)|(?<=[/／|｜]))(?:{words.marked_role})(?=[\s{HAN}])"
        rf"|(?:^(?:{words.marked_role})(?=[\s\u3000][{HAN}\s\u3000、]{{2,20}}$))"
        rf"|(?<=[{HAN}][\s\u3000])(?:{words.marked_role})(?=[\s\u3000][{HAN}])"
    )


def read_byline(text: str, words: Words, *, loose: bool = False) -> list[BylineReading] | None:
    """The roles of a line that is a byline and nothing else; None where it is none.

    With ``loose``, for what stands in brackets, any two to four characters may be a name.

    >>> from newsdoc.lexicon import Lexicon
    >>> from newsdoc.recognise.words import words_of
    >>> words = words_of(Lexicon.load())
    >>> [(r.kind, r.affiliation, r.people) for r in read_byline("本报记者张川本报通讯员郜宁", words)]
    [('reporter', '本报', ('张川',)), ('correspondent', '本报', ('郜宁',))]
    >>> read_byline("记者从市商务局了解到", words) is None
    True
    """
    if len(text) > 1 and not has_han(text) and (english := english_line(text, words)):
        return english
    if not 2 <= len(text) <= LONGEST or (text[-1] in "：:" and len(text) > _LONGEST_LABEL):
        return None
    if _NO_BYLINE.search(_COLUMN_OF_PAPER.sub("", text)) or (text[0] in "（(〔【" and not _CLOSED.search(text)):
        return None
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    closing = _END.search(text, start)
    end = closing.start() if closing else len(text)
    told = _NAMED_FROM.fullmatch(text, start, end)
    if told and (people := names_in(told["names"], words)):
        return [BylineReading(0, len(text), "reporter", None, tuple(people), told["place"])]
    if behind := named_before_role(text, start, end, words):
        return _stretched(behind, len(text))
    if both := _BOTH.search(text, start, end):
        end = both.start()
    roles = list(_role(words).finditer(text, start, end))
    if not roles:
        return None
    bracketed = loose or bool(_MARKED.match(text))
    heads: list[tuple[int, str]] = []
    body = ""
    for number, role in enumerate(roles):
        chunk_start = start if number == 0 else roles[number - 1].end()
        head = _head_start(text[chunk_start : role.start()], number == 0, words, body)
        if head is None:
            return None
        heads.append((chunk_start + head, text[chunk_start + head : role.start()].strip(" \t\u3000:：/／|｜丨")))
        body = heads[0][1]
    readings = []
    for number, role in enumerate(roles):
        stop = heads[number + 1][0] if number + 1 < len(roles) else end
        reading = _segment(text, heads[number], role, stop, words, bracketed)
        if reading is None:
            return None
        readings.append(reading)
    return _stretched(readings, len(text))


def _stretched(readings: list[BylineReading], size: int) -> list[BylineReading]:
    """Each reading up to the start of the next, the first from 0, the last to the end: every character has a home."""
    starts = [0, *(reading.start for reading in readings[1:])]
    ends = [*starts[1:], size]
    # A role that opens another's list (文/徐报融媒记者 王正喜) has no people of its own and is part of it.
    merged: list[BylineReading] = []
    for reading, low, high in zip(readings, starts, ends, strict=True):
        if merged and not merged[-1].people and merged[-1].affiliation is None:
            merged[-1] = replace(reading, start=merged[-1].start, end=high)
        else:
            merged.append(replace(reading, start=low, end=high))
    return merged


def _head_start(chunk: str, first: bool, words: Words, body: str) -> int | None:
    """Where, in what stands before a role, the affiliation begins; what is before that are the last role's names."""
    if first:
        return 0 if len(chunk) <= 16 else None
    stripped = chunk.rstrip(" \t\u3000:：/／|｜丨")
    agency = re.search(rf"(?:{words.agency})[{HAN}]{{0,6}}$", stripped)
    if agency:
        return agency.start()
    parts = list(_SEPARATOR.finditer(stripped))
    tail = stripped[parts[-1].end() :] if parts else stripped
    if tail and parts and (_BODY.search(tail) or tail == body):
        return len(stripped) - len(tail)
    return len(stripped) if stripped else 0


def _segment(
    text: str, head: tuple[int, str], role: re.Match[str], stop: int, words: Words, bracketed: bool
) -> BylineReading | None:
    start, affiliation = head
    names: str = text[role.end() : stop].strip(" \t\u3000:：/／|｜丨、，,;；）)")
    place: str | None = None
    activity = _ACTIVITY.search(names)
    if activity and (activity.start() == 0 or names_in(names[: activity.start()], words, loose=True)):
        place = activity["from"] or activity["place"]
        names = names[: activity.start()].strip(" \t\u3000/／、")
        if place and _OFFICE.search(place):
            names, place = names or place, None
        elif place and not names and names_in(place, words) and not re.fullmatch(words.place, place):
            names, place = place, None  # 本报记者王小明整理
    kind = words.roles[role.group()]
    body = _affiliation(affiliation, words)
    if affiliation and body is None:
        return None
    if not names:
        return BylineReading(start, stop, kind, body, (), place)
    if _OFFICE.search(names) and len(names) <= 8:
        return BylineReading(start, stop, kind, names, (), place)
    loose = bracketed or body is not None or text[role.end() : role.end() + 1] in _MARKS_OF_ROLE
    if _NO_NAME.match(names):
        return None
    people = names_in(names, words, loose=loose)
    if people is None:
        people = latin_names(names)
    if people is None:
        return None
    return BylineReading(start, stop, kind, body, tuple(people), place)


def _affiliation(text: str, words: Words) -> str | None:
    """The body that a byline names: 本报 of 本报驻埃及(记者); None where the text is no body."""
    if re.search(r"[\d（）()]|[讯訊电電]$", text):
        return None
    if _TWO_BODIES.fullmatch(text):
        return text
    known = re.match(rf"(?:{words.agency})", text)
    if known:
        return known.group()
    if re.fullmatch(rf"[{HAN}A-Za-z]{{2,14}}", text) and not re.search(r"[的了是在给給向让讓请請把被说說]", text):
        return text
    return None


def _glued(inside: str, words: Words) -> list[str] | None:
    """Two names that spacing ran together (王志远孙玉兰), where there is one way to part them."""
    if not re.fullmatch(f"[{HAN}]{{4,6}}", inside):
        return None
    ways = [(inside[:cut], inside[cut:]) for cut in (2, 3) if 2 <= len(inside) - cut <= 3]
    ways = [way for way in ways if all(is_name(name, words) for name in way)]
    return list(ways[0]) if len(ways) == 1 else None


def _after_place(inside: str, words: Words) -> str:
    """江州 王建国: the names, less the place where their bearer lives."""
    first, gap, rest = inside.partition(" ")
    if gap and names_in(rest, words) and (re.fullmatch(words.place, first) or _PLACE_END.search(first)):
        return rest
    return inside


def byline_at_end(text: str, words: Words) -> list[BylineReading] | None:
    """The byline in brackets behind the last sentence: （本报记者 顾某、张某）, （編輯：管某）1140424, (Editing by A).

    The readings reach to the end of the text.
    """
    tail = text[-160:]
    shift = len(text) - len(tail)
    match = re.search(r"[（(〔](?P<inside>[^（）()〔〕]{2,80})[）)〕]\s*(?:\d{6,7})?\s*$", tail)
    if match:
        inside = match["inside"]
        note = re.match(r"作者(?:为|為|系|係|是|单位[：:]|單位[：:]|[：:](?=.*(?:系|係)))", inside)
        if note:
            found = re.search(r"记者\s*([^，。、\s]{2,4}?)(?:采访|採訪)?整理", inside)
            people = names_in(found.group(1), words) if found else None
            kind = "compiler" if people else "author"
            last = inside.rpartition(" ")[2] if people is None and " " in inside else ""
            people = people or (names_in(last, words) if last else None)
            return [BylineReading(shift + match.start(), len(text), kind, None, tuple(people or ()))]
        readings = read_byline(inside, words, loose=True)
        named = text[: shift + match.start()].rstrip()[-1:] in "。！？”」"
        names = names_in(_after_place(inside, words), words) or _glued(inside, words)
        if not readings and named and names:
            return [BylineReading(shift + match.start(), len(text), "author", None, tuple(names))]
        if readings and any(reading.people for reading in readings):
            low = shift + match.start("inside")
            moved = [replace(reading, start=reading.start + low, end=reading.end + low) for reading in readings]
            moved[0] = replace(moved[0], start=shift + match.start())
            moved[-1] = replace(moved[-1], end=len(text))
            return moved
    return english_tail(tail, shift, words)
