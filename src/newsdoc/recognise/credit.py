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
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN, has_han
from newsdoc.recognise.byline import read_byline
from newsdoc.recognise.credit_english import english_credit
from newsdoc.recognise.names import is_name, names_in
from newsdoc.recognise.readings import CreditReading

if TYPE_CHECKING:
    from newsdoc.recognise.words import Words

_TAIL = 120
_LAST = frozenset("摄攝图圖照片作绘繪发發道导導真供提国國觉覺社日影團团台網网）)")
_WHOSE = re.compile(r"[图圖摄攝片照源]\s*[：:／/|｜由]")
_LETTER = re.compile("[A-Za-z©]")
_ENGLISH_HINT = re.compile(
    r"[Pp]hoto|PHOTO|[Ii]mage|IMAGE|[Pp]icture|PICTURE|CREDIT|Courtesy|[Pp]ics?:|Credit|REUTERS|Reuters/|Getty|via|[a-z][.!?]\s[A-Z]{2}|[.!?]\s\([A-Z]|Xinhua/|File|Handout|[A-Z]\s?/\s?[A-Z]|©"
    r"|[A-Z] FOR [A-Z]|\s\|\s[A-Z]{2}|[a-z]\s?/\s?[A-Z]|[a-z0-9][.!?]\s[—–]"
)
_CAPITALS_FIRST = re.compile("[A-Z]{2}[A-Z’'-]* [A-Z]{2}[A-Z .’'-]* [A-Z][A-Za-z ]+$")
_SENTENCE = re.compile(
    r".*[。！？!?”」』…](?=[^。！？!?”」』…）)]*(?:[（(][^（）()]*[）)][^（）()。！？]*)?$)", re.DOTALL
)
_BRACKET = re.compile(r"[（(]([^（）()]{1,60})[）)]\s*[.。]?\s*$")
_VERB = (
    r"摄影报道|摄影报导|攝影報導|图文报道|摄影|攝影|翻摄|翻攝|摄|攝"
    r"|供图|供圖|提供|图|圖|绘|繪|制图|製圖|作|传真|傳真|照片"
)
_SUPPLIED = re.compile(r"供图|供圖|提供")
_BODY = re.compile(r"[会會局署院府部司社校馆館处處所团團方者台臺网網]$")
_CLAUSE = re.compile(r"[他她它我你的了着是在为為被把将將]")
_ARCHIVE = re.compile(r"[资資]料|[档檔]案")
_DAY = re.compile(r"\s*\d{2,4}年\d{1,2}月\d{1,2}日\s*$")
_COLON = re.compile(
    r"(?:图片来源|圖片來源|图源|圖源|图片|圖片|照片|摄影|攝影|图|圖|摄|攝|來源|来源)\s*(?:[：:／/|｜]|由)\s*"
    r"(?P<who>.{1,40}?)(?P<end>提供|供图|供圖|摄|攝)?"
)
_TAKEN_FROM = re.compile(
    r"(?:[图圖][片]?)?(?:由)?(?:[撷擷截翻转轉]?[摄攝取]自|[撷擷截][取]?自|翻[摄攝]自)\s*(?P<who>.{2,24})"
)
_ISSUED = re.compile(rf"(?P<body>[{HAN}]{{2,8}}?)[发發]\s*[（(]?\s*(?P<names>[^（）()]*?)\s*(?:{_VERB})?\s*[）)]?")
_BY_VERB = re.compile(rf"(?P<body>.{{0,60}}?)\s*(?P<verb>{_VERB})")
_WITH_AGENCY = re.compile(rf"(?P<first>.+?(?:{_VERB}))\s*(?:[（(]|[/／])(?P<agency>[{HAN}A-Za-z ]{{2,12}}?)[）)]?")


@lru_cache(maxsize=8)
def _agency(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:{words.agency})")


@lru_cache(maxsize=8)
def _role(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:{words.role})")


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
    bracket = re.fullmatch(r"[（(]([^（）()]{1,60})[）)]\s*[.。]?\s*(?P<rest>.*)", text)
    if bracket:
        reading = _plain(bracket.group(1).strip(), words)
        rest = bracket["rest"]
        if reading and rest:
            sent = re.fullmatch(rf".{{2,40}}(?:{_VERB})", rest)
            return reading if sent else None
        return reading
    agency = _WITH_AGENCY.fullmatch(text)
    if agency:
        reading = _plain(agency["first"].strip(), words)
        if reading:
            body = agency["agency"].strip()
            kind = "agency" if body in words.agencies else reading.kind
            return CreditReading(0, kind, body, reading.people)
    return _plain(text.rstrip("。. "), words)


def _plain(text: str, words: Words) -> CreditReading | None:
    if re.search(r"[。！？，]", text):
        return None
    if re.fullmatch(
        r"(?:[资資]料(?:图片|圖片|图|圖|照片|照)|[档檔]案(?:照片|照|圖片)?|网络图片|網[絡路上]圖片?)(?P<by>[／/].{2,8})?",
        text,
    ):
        by = re.split("[／/]", text)[1:]
        return CreditReading(0, "archive", None, tuple(names_in(by[0].rstrip("摄攝"), words) or ()) if by else ())
    archive = re.fullmatch(
        r"(?P<body>.{2,16}?)(?:提供)?[资資]料(?:图片|圖片|图|圖|照片|照)(?:[／/](?P<rest>.+))?", text
    )
    if archive:
        body = re.sub(r"^[图圖][／/：:]", "", archive["body"])
        return CreditReading(0, "archive", body, tuple(names_in((archive["rest"] or "").rstrip("摄攝"), words) or ()))
    colon = _COLON.fullmatch(text)
    if colon:
        return _who(colon["who"], colon["end"] or "", words)
    taken = _TAKEN_FROM.fullmatch(text)
    if taken:
        return CreditReading(0, None, taken["who"])
    issued = _ISSUED.fullmatch(text)
    if issued and _agency(words).fullmatch(issued["body"]):
        people = names_in(issued["names"], words, loose=True) if issued["names"] else []
        if people is not None:
            return CreditReading(0, _kind(issued["body"], False, words), issued["body"], tuple(people))
    match = _BY_VERB.fullmatch(text)
    if not match:
        sent = re.fullmatch(r"(?P<first>.+?(?:传真|傳真))\s*\d{2,4}年\d{1,2}月\d{1,2}日", text)
        match = _BY_VERB.fullmatch(sent["first"]) if sent else None
    if match:
        return _who(match["body"], match["verb"], words)
    if _agency(words).fullmatch(re.sub(r"(?:图片|圖片|照片)$", "", text)):
        body = re.sub(r"(?:图片|圖片|照片)$", "", text)
        return CreditReading(0, _kind(body, False, words), body)
    return None


def _who(body: str, verb: str, words: Words) -> CreditReading | None:
    """People and body of what stands before 摄 or behind 圖／."""
    body = body.strip(" \t\u3000／/：:")
    if _SUPPLIED.fullmatch(verb) or re.search(r"(?:提供|供[图圖])$", body):
        name = re.sub(r"(?:提供|供[图圖])$", "", body)
        if not name or len(name) > 24 or _CLAUSE.search(name):
            return None
        if is_name(name, words) and not _BODY.search(name):
            return CreditReading(0, "supplied", None, (name,))
        return CreditReading(0, "supplied", name, ())
    if _ARCHIVE.search(body):
        return CreditReading(0, "archive", re.sub(r"[资資]料.*|[档檔]案.*", "", body) or None)
    if _role(words).search(body):
        roles = read_byline(body, words, loose=True)
        if roles is None or not roles[0].people:
            return None
        named = tuple(person for role in roles for person in role.people)
        affiliation = roles[0].affiliation
        return CreditReading(0, _kind(affiliation, True, words), affiliation, named)
    first, _, rest = body.partition(" ")
    if _BODY.search(first) and len(first) >= 3 and (people := names_in(rest, words, loose=True)):
        return CreditReading(0, _kind(first, False, words), first, tuple(people))
    people = names_in(body, words) if body else None
    if people:
        return CreditReading(0, None, None, tuple(people))
    agency = _agency(words).match(body)
    if agency:
        rest = body[agency.end() :].strip(" ／/　")
        people = names_in(rest, words, loose=True) if rest else []
        if people is not None:
            return CreditReading(0, _kind(agency.group(), False, words), agency.group(), tuple(people))
    if verb in ("图", "圖", "作", "照片"):
        return None
    parts = re.split(r"[\s／/]+", body)
    if len(parts) >= 2:
        people = names_in(" ".join(parts[1:]), words, loose=True)
        if people and re.fullmatch(rf"[{HAN}A-Za-z]{{2,12}}", parts[0]):
            return CreditReading(0, _kind(parts[0], False, words), parts[0], tuple(people))
    if not verb and re.fullmatch(r"[\w ]{2,20}", body):
        return CreditReading(0, _kind(body, False, words), body, ())
    return None


def _kind(affiliation: str | None, has_role: bool, words: Words) -> str | None:
    if affiliation in words.agencies:
        return "agency"
    if affiliation in words.own or has_role:
        return "staff"
    return None
