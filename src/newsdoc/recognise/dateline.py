"""Datelines (电头): which agency sent the report, from where, and when.

新华社北京11月5日电（记者董某、陆某）          at the start of a paragraph
本报讯（记者 裴某）   【明報專訊】   〔自由時報記者劉某／台北報導〕   （中央社記者黃某台北24日電）
HONG KONG (AP) —      BEIJING, Nov. 27 (Xinhua) --
（本报平壤4月11日电）                        in brackets at the end of the text
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN
from newsdoc.recognise.dateline_english import english_dateline
from newsdoc.recognise.names import names_in
from newsdoc.recognise.readings import DatelineReading

if TYPE_CHECKING:
    from newsdoc.recognise.words import Words

_DIGIT = r"[\d０-９〇○零一二三四五六七八九十廿卅]"
_DATE = rf"(?:(?:{_DIGIT}{{2,4}}\s*年\s*)?(?:{_DIGIT}{{1,3}}\s*月\s*)?{_DIGIT}{{1,3}}\s*[日号號])"
_NO_WIRE = "话話影视視商力网網池器动動子脑腦能信费費价價车車缆纜台臺灯燈"
_WIRE = (
    r"(?:(?:综合外电|綜合外電|综合|綜合|专|專|外|快|急|午|晚)?"
    rf"(?:[电電](?![{_NO_WIRE}])|[讯訊](?![号號问問息]))"
    rf"|(?<=[日号號])(?:消息|报道|报导|報道|報導)(?=[\s（(]))"
)
_REPORT = (
    r"(?:综合外电|綜合外電|综合|綜合|连线|連線|专题|專題|特稿|外電|編譯|编译)?"
    r"(?:报道|報道|报导|報導|電|电|訊|讯|專電|专电|特稿)"
)
_TOLD_FROM = re.compile(rf"[\s\u3000／/](?P<place>[{HAN}]{{2,8}}?)(?:综合|綜合)?(?:报道|报导|報道|報導)[：:）)]*\s*$")
_OF_BODY = re.compile(rf"[\s\u3000、][{HAN}]{{2,8}}[台臺站报報网網社]$")
_PLACE = f"[{HAN}]{{1,10}}?"
_STAMP = r"\d{4}[-/]\d\d?[-/]\d\d?\s++\d\d?:\d\d(?::\d\d)?\s++"
"""The day and hour of a web copy, on the line of the dateline: 2025-03-15 13:27 聯合報／ 記者…"""
_SENT = re.compile("[电電讯訊报報消]")
"""A dateline in Chinese says that something was sent or reported."""
_LONGEST = 120


@lru_cache(maxsize=8)
def _patterns(words: Words) -> tuple[re.Pattern[str], ...]:
    kinds = "日报|晚报|早报|早報|晨报|晨報|时报|都市报|都市報|商报|青年报|青年報|日報|晚報|時報|商報|社|网|網"
    paper = rf"(?:{words.agency}|[{HAN}]{{2,6}}?(?:{kinds}))"
    role = rf"(?:{words.role})"
    told = rf"{role}\s*[^，。：:（）()]{{2,40}}(?:报道|报导|報導|報道|摄影报道|攝影報道)[：:]?"
    plain = re.compile(
        rf"(?:据|據)?(?P<agency>{paper})\s*+(?P<place>{_PLACE})?\s*+(?P<date>{_DATE})?\s*+{_WIRE}\s*+[，,：:]?"
        rf"(?:\s*+(?P<bracket>[（(][^（）()。]{{2,80}}[）)]|{told}))?\s*+"
    )
    square = re.compile(
        rf"[【\[](?:(?P<agency>{words.agency}|[{HAN}]{{2,12}}?)(?P<place>{_PLACE})??(?P<date>{_DATE})?(?:特|專|专)?(?:电|電)"
        rf"|(?P<paper>[{HAN}]{{2,14}}?)(?:(?:特|專|专)?(?:讯|訊|消息)|(?<=[报報网網社])(?:综合|綜合)?(?:报道|报导|報道|報導)))[】\]]\s*"
        rf"(?P<bracket>[（(](?:(?:{paper})?{role})[^（）()]{{0,60}}[）)]|{told})?\s*"
    )
    inner = re.compile(
        rf"[〔（(【\[](?P<agency>{paper})?\s*+(?P<role>{role}|{words.marked_role})?\s*+(?P<names>[^〔〕（）()【】。，／/]{{0,40}}?)\s*+"
        rf"(?P<cut>[／/]\s*+(?P<over>{_PLACE})??)?\s*+(?P<date>{_DATE})?\s*+{_REPORT}[〕）)】\]]\s*+"
    )
    centre = re.compile(
        rf"[〔（(【]?(?P<body>[{HAN}]{{2,8}}(?:中心|組|组|新聞|新闻))[／/](?P<place>[{HAN}]{{2,6}}?){_REPORT}[〕）)】]?\s*"
    )
    end = re.compile(
        rf"[（(](?:据|據)?(?P<agency>{paper})\s*(?P<place>{_PLACE})?\s*(?P<date>{_DATE})?\s*{_WIRE}[）)]\s*$"
    )
    tag = re.compile(
        rf"[（(【](?P<agency>{words.agency}|[{HAN}]{{1,8}}[报報网網社台臺])(?:专|專|特|综合|綜合)?[讯訊][）)】]\s*"
    )
    abroad = re.compile(rf"[（(](?P<place>{words.place})(?P<date>{_DATE})?[讯訊电電][）)]\s*|【[特專专][讯訊]】\s*")
    over = re.compile(
        rf"(?P<stamp>{_STAMP})?+"
        rf"(?:(?P<agency>{paper})\s*+[／/]?\s*+(?:{role})?|{role})\s*+(?P<names>[{HAN}、 ]{{2,20}})[／/]"
        rf"(?P<place>[{HAN}]{{2,6}}?)(?:综合|綜合|即時|即时|連線|连线|專題|现场|現場)?(?:报道|报导|報導|報道)(?:[\s\u3000]+|$)"
    )
    inside = re.compile(
        rf"[【\[](?P<agency>{words.agency}|[{HAN}]{{1,8}}?[网網报報社台臺])(?:综合|綜合)?(?:报道|报导|報道|報導|讯|訊)?\s*"
        rf"(?:驻[{HAN}]{{2,6}}?)?{role}\s*(?P<names>[{HAN}·、 ]{{2,24}}?)(?:{_REPORT})?[】\]]\s*"
    )
    return plain, square, inner, centre, end, abroad, over, tag, inside


def dateline_at_start(text: str, words: Words) -> DatelineReading | None:
    """The dateline with which a paragraph opens, else None.

    >>> from newsdoc.lexicon import Lexicon
    >>> from newsdoc.recognise.words import words_of
    >>> words = words_of(Lexicon.load())
    >>> r = dateline_at_start("新华社北京11月5日电（记者林岚、陆鸣泉）应邀", words)
    >>> r.agency, r.place, r.people, r.end
    ('新华社', '北京', ('林岚', '陆鸣泉'), 21)
    >>> dateline_at_start("HONG KONG (AP) — The fire", words).place
    'HONG KONG'
    """
    head = text[:_LONGEST]
    if not head:
        return None
    first = head[0]
    if "A" <= first <= "Z":
        return english_dateline(head, words)
    if first == "(" and (english := english_dateline(head, words)):
        return english
    if not _SENT.search(head):
        return None
    plain, square, inner, centre, _, abroad, over, tag, inside = _patterns(words)
    if match := abroad.match(head):
        return DatelineReading(0, match.end(), None, match["place"], _span(match))
    if (match := over.match(head)) and (names := names_in(match["names"], words)):
        start = match.end("stamp") if match["stamp"] else 0
        return DatelineReading(start, match.end(), match["agency"], match["place"], None, tuple(names))
    if first in "【[" and (match := inside.match(head)) and (names := names_in(match["names"], words, loose=True)):
        return DatelineReading(0, match.end(), match["agency"], None, None, tuple(names))
    if first in "【[":
        match = square.match(head)
        if match:
            return _from_square(match, words)
    if first in "（(【" and (match := tag.match(head)):
        return DatelineReading(0, match.end(), match["agency"], None, None)
    if first in "〔（(【[":
        match = inner.match(head)
        if match and (match["agency"] or match["role"]):
            return _from_inner(match, words)
        match = centre.match(head)
        if match:
            return DatelineReading(0, match.end(), match["body"], _clean_place(match["place"]), None)
        return None
    match = plain.match(head)
    if match and len(match["place"] or "") <= 8 and not re.search(words.role, match["place"] or ""):
        people, told_from = _people_and_place(match["bracket"], words)
        end = match.end()
        if match["bracket"] and people is None:
            end = match.start("bracket")
        place = match["place"] or told_from
        return DatelineReading(0, end, match["agency"], place, _span(match), tuple(people or ()))
    match = centre.match(head)
    if match:
        return DatelineReading(0, match.end(), match["body"], _clean_place(match["place"]), None)
    return None


def opens_dateline(text: str, words: Words) -> bool:
    """Whether a line opens a dateline in brackets that goes on below: （中央社記者林某台."""
    if text[:1] not in ("（", "(", "〔", "【") or re.search(r"[）)〕】。，]", text):
        return False
    return re.match(rf".(?:(?:{words.agency})\s*(?:{words.role})?|(?:{words.role}))", text) is not None


def dateline_at_end(text: str, words: Words) -> DatelineReading | None:
    """The dateline in brackets at the end of a text, or that the text is: （本报平壤4月11日电）."""
    shift = max(0, len(text) - 40)
    match = _patterns(words)[4].search(text[shift:])
    if not match or re.search(words.role, match["place"] or ""):
        return None
    date = _span(match)
    return DatelineReading(
        shift + match.start(),
        len(text),
        match["agency"],
        match["place"] or None,
        (date[0] + shift, date[1] + shift) if date else None,
    )


def _span(match: re.Match[str]) -> tuple[int, int] | None:
    return match.span("date") if match["date"] else None


def _people_and_place(bracket: str | None, words: Words) -> tuple[list[str] | None, str | None]:
    """The people in （记者董某、陆某）, and the place from which they report in （記者 毛某 深圳報道）."""
    told = _TOLD_FROM.search(bracket or "")
    if bracket and told and re.fullmatch(words.place, told["place"]):
        return _people(bracket[: told.start()], words), told["place"]
    return _people(bracket, words), None


def _people(bracket: str | None, words: Words) -> list[str] | None:
    """The people in （记者董某、陆某）: any list of names; each role word parts them."""
    if not bracket:
        return None
    inside = bracket.strip("（）() \t\u3000：:")
    inside = re.sub(
        r"(?:报道|报导|報導|報道|摄影报道|攝影報道|图文|圖文|(?:文|[图圖])\s*[/／]\s*(?:文|[图圖摄攝]))[：:]?$",
        "",
        inside,
    )
    pieces = re.split(rf"(?:^[{HAN}]{{0,8}}?|本[报報刊台臺社网網])?(?:{words.role})[:：/／]?", inside)
    people: list[str] = []
    for piece in pieces:
        piece = piece.strip(" 、，,;；/／\u3000")
        if not piece:
            continue
        # What stands before the next role is the station or paper of its people: 甘肃台记者.
        names = names_in(_OF_BODY.sub("", piece), words, loose=True)
        if names is None:
            return None
        people.extend(names)
    return people or None


def _from_square(match: re.Match[str], words: Words) -> DatelineReading:
    agency, place = match["agency"] or match["paper"], match["place"] or None
    known = re.match(rf"(?:{words.agency})", agency)
    if match["paper"] and known and not re.search(r"[報报網网社台臺]$", agency):
        agency, place = known.group(), agency[known.end() :]
    agency = re.sub(r"(?:專|专|特)$", "", agency)
    people, told_from = _people_and_place(match["bracket"], words)
    end = match.start("bracket") if match["bracket"] and people is None else match.end()
    return DatelineReading(0, end, agency, place or told_from, _span(match), tuple(people or ()))


def _from_inner(match: re.Match[str], words: Words) -> DatelineReading | None:
    names, agency = match["names"].strip(), match["agency"]
    place: str | None = None
    people: list[str] | None = []
    if match["cut"]:
        # ／ parts the people from the place, and the place stands before 報導 or the date.
        people = names_in(names, words, loose=True) if names else []
        place = match["over"]
    elif match["role"]:
        people, place = _glued(names, words)
    else:
        place = names or None
    if people is None:
        return None
    return DatelineReading(0, match.end(), agency, _clean_place(place), _span(match), tuple(people))


def _glued(names: str, words: Words) -> tuple[list[str] | None, str | None]:
    """People and place where nothing parts them: 黃若雲台北 is 黃若雲 and 台北; a place that is known decides."""
    known = re.search(rf"(?<=[{HAN}]{{2}})(?:{words.place})[{HAN}]{{0,3}}$", names)
    if known and (people := names_in(names[: known.start()], words, loose=True)):
        return people, known.group()
    for cut in (3, 2, 4):
        last = max(names.rfind("、"), names.rfind(" "), names.rfind("，")) + 1
        head, place = names[: last + cut], names[last + cut :]
        people = names_in(head, words)
        if people and 2 <= len(place) <= 8:
            return people, place
    people = names_in(names, words, loose=True)
    return people, None


def _clean_place(place: str | None) -> str | None:
    if not place:
        return None
    place = re.sub(r"^(?:综合|綜合|連線|连线)$|(?:综合外电|綜合外電|综合|綜合|連線|连线|外電)$", "", place.strip())
    return place or None
