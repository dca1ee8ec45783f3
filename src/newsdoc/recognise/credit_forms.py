"""The forms of a Chinese credit (摄影署名), each a rule of the table below, for a text that is one and nothing else.

资料图片          图／翻攝自臉書      图据江州区政府      图片来源：章禾      新华社发（章禾 摄）
江州文化局提供／林書平傳真          本报记者 章禾摄      影像中国
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN
from newsdoc.recognise.byline import read_byline
from newsdoc.recognise.names import is_name, names_in
from newsdoc.recognise.readings import CreditReading

if TYPE_CHECKING:
    from newsdoc.recognise.words import Words

Form = Callable[[str, "Words"], CreditReading | None]

VERB = (
    r"摄影报道|攝影報道|摄影报导|攝影報導|图文报道|圖文報道|摄影|攝影|翻摄|翻攝|拍摄|拍攝|摄|攝"
    r"|供图|供圖|提供|图|圖|绘|繪|制图|製圖|作|传真|傳真|照片"
)
"""What stands behind the names: who took, drew or gave it."""

_LONG_NAME = 4
_SUPPLIED = re.compile(r"供图|供圖|提供")
_GIVEN = re.compile(r"(?:提供|供[图圖])$")
_BODY = re.compile(r"[会會局署院府部司社校馆館处處所團团方者台臺网網]$")
_CLAUSE = re.compile(r"[他她它我你的了着是在为為被把將将]")
_ARCHIVE = re.compile(r"[资資]料|[档檔]案")
_OF_ARCHIVE = re.compile(r"[资資]料.*|[档檔]案.*")
_ARCHIVE_ALONE = re.compile(
    r"(?:[资資]料(?:图片|圖片|图|圖|照片|照)|[档檔]案(?:照片|照|圖片)?|网络图片|網絡圖片|网上图片|網上圖片|網[絡路上]圖片?)(?:[／/，,\s](?P<by>.{2,12}))?"
)
_ARCHIVE_OF = re.compile(
    r"(?:[图圖][／/：:])?(?P<body>.{2,16}?)(?:提供)?[资資]料(?:图片|圖片|图|圖|照片|照)(?:[／/](?P<by>.+))?"
)
_TAKEN_FROM = re.compile(
    r"(?:[图圖][片]?[／/：:|｜]?\s*)?(?:由)?(?:[撷擷截翻转轉]?[摄攝取]自|[撷擷截][取]?自|翻[摄攝]自)\s*(?P<who>.{2,24})"
)
_SOURCED = re.compile(r"(?:[图圖][据據自源]|(?:图片|圖片)(?:自|据|據))\s*[：:]?\s*(?P<who>[^\s，。：:]{2,20})")
_COLON = re.compile(
    r"(?:图片来源|圖片來源|图源|圖源|图片|圖片|照片|摄影|攝影|制图|製圖|绘图|繪圖|插图|插圖|图|圖|摄|攝|來源|来源)"
    r"\s*(?:[：:／/|｜]|由)\s*(?P<who>.{1,40}?)(?P<end>提供|供图|供圖|翻摄|翻攝|拍摄|拍攝|摄|攝)?"
)
_ISSUED = re.compile(rf"(?P<body>[{HAN}]{{2,8}}?)[发發]\s*[（(]?\s*(?P<names>[^（）()]*?)\s*(?:{VERB})?\s*[）)]?")
_GIVEN_AND_SENT = re.compile(
    rf"(?P<body>[{HAN}A-Za-z]{{2,20}}?)(?:提供|供[图圖])[\s／/、，]+[^。，]{{2,20}}(?:传真|傳真|翻摄|翻攝|摄|攝)"
)
_SENT_DAY = re.compile(r"(?<=[传傳][真])\s*\d{2,4}年\d{1,2}月\d{1,2}日$")
_BY_VERB = re.compile(rf"(?P<body>.{{0,60}}?)\s*(?P<verb>{VERB})")
_SET_APART = re.compile(
    rf"(?P<name>(?!.*(?:记者|記者|[的了着是在被把]|[台社報报網网]\s))[{HAN}·]{{3,8}})[\s\u3000]+[摄攝]"
)
_PICTURE = re.compile(r"(?:图片|圖片|照片)$")
_BODYS_PICTURE = re.compile(rf"(?P<body>[{HAN}]{{2,12}}[会會局署院府部司社校馆館处處所公司团團台臺])(?:图片|圖片|照片)")
_OF_ALL = re.compile("^(?:以上|本版|本组|本組)(?:图片|圖片|照片)?(?:均?[由为為爲])?")
"""以上图片均为本报记者…"""
_IN_SENTENCE = re.compile(r"[。！？，]")


@lru_cache(maxsize=8)
def _agency(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:{words.agency})")


@lru_cache(maxsize=8)
def _role(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:{words.role})")


@lru_cache(maxsize=8)
def _at_place(words: Words) -> re.Pattern[str]:
    """柏林 of 中央社記者沈若蘭柏林攝"""
    return re.compile(rf"(?:{words.place})$")


def credit_of(text: str, words: Words) -> CreditReading | None:
    """The reading of a text without brackets that is a credit and nothing else, by the first form that fits.

    >>> from newsdoc.lexicon import Lexicon
    >>> from newsdoc.recognise.words import words_of
    >>> credit_of("图据江州区政府", words_of(Lexicon.load()))
    CreditReading(start=0, kind=None, affiliation='江州区政府', people=())
    """
    text = _OF_ALL.sub("", text)
    if _IN_SENTENCE.search(text) and not _ARCHIVE.match(text):
        return None
    return next((reading for form in FORMS if (reading := form(text, words))), None)


def bodys_picture(text: str) -> CreditReading | None:
    """（市政署圖片）: in brackets a body may stand before the word for its picture."""
    match = _BODYS_PICTURE.fullmatch(text)
    return CreditReading(0, None, match["body"]) if match else None


def taken_abroad(text: str, words: Words) -> CreditReading | None:
    """奥蒂诺摄, before the name of an agency: any list of names."""
    match = _BY_VERB.fullmatch(text)
    people = names_in(match["body"], words, loose=True) if match else None
    return CreditReading(0, None, None, tuple(people)) if people else None


def _archive_alone(text: str, words: Words) -> CreditReading | None:
    """资料图片, 資料圖片／林書平攝"""
    match = _ARCHIVE_ALONE.fullmatch(text)
    return CreditReading(0, "archive", None, _taken_by(match["by"], words)) if match else None


def _archive_of(text: str, words: Words) -> CreditReading | None:
    """圖／聯合報系資料照片"""
    match = _ARCHIVE_OF.fullmatch(text)
    return CreditReading(0, "archive", match["body"], _taken_by(match["by"], words)) if match else None


def _taken_from(text: str, _words: Words) -> CreditReading | None:
    """翻攝自臉書"""
    match = _TAKEN_FROM.fullmatch(text)
    return CreditReading(0, None, match["who"]) if match else None


def _sourced(text: str, words: Words) -> CreditReading | None:
    """图据嘉陵区综合执法局, 图源网络"""
    match = _SOURCED.fullmatch(text)
    if match is None or _CLAUSE.search(match["who"]):
        return None
    return CreditReading(0, _kind(match["who"], False, words), match["who"])


def _with_colon(text: str, words: Words) -> CreditReading | None:
    """图片来源：章禾, 圖／市府提供"""
    match = _COLON.fullmatch(text)
    return _who(match["who"], match["end"] or "", words) if match else None


def _issued(text: str, words: Words) -> CreditReading | None:
    """新华社发（章禾 摄）"""
    match = _ISSUED.fullmatch(text)
    if match is None or not _agency(words).fullmatch(match["body"]):
        return None
    people = names_in(match["names"], words, loose=True) if match["names"] else []
    if people is None:
        return None
    return CreditReading(0, _kind(match["body"], False, words), match["body"], tuple(people))


def _given_and_sent(text: str, _words: Words) -> CreditReading | None:
    """台南市文化局提供／記者王某傳真: who gave it, and who sent it on"""
    match = _GIVEN_AND_SENT.fullmatch(text)
    return CreditReading(0, "supplied", match["body"]) if match else None


def _by_verb(text: str, words: Words) -> CreditReading | None:
    """本报记者 章禾摄, 受访者供图"""
    match = _BY_VERB.fullmatch(_SENT_DAY.sub("", text))
    return _who(match["body"], match["verb"], words) if match else None


def _set_apart(text: str, words: Words) -> CreditReading | None:
    """苏和巴雅尔　摄: a name of any people, where nothing but a space stands before the verb"""
    match = _SET_APART.fullmatch(text)
    if match is None:
        return None
    both = re.split("[和与與]", match["name"])
    people = both if all(is_name(name, words) for name in both) else [match["name"]]
    return CreditReading(0, None, None, tuple(people))


def _agency_alone(text: str, words: Words) -> CreditReading | None:
    """影像中国, 新华社图片"""
    body = _PICTURE.sub("", text)
    return CreditReading(0, _kind(body, False, words), body) if _agency(words).fullmatch(body) else None


FORMS: tuple[Form, ...] = (
    _archive_alone,
    _archive_of,
    _taken_from,
    _sourced,
    _with_colon,
    _issued,
    _given_and_sent,
    _by_verb,
    _set_apart,
    _agency_alone,
)


def _taken_by(text: str | None, words: Words) -> tuple[str, ...]:
    return tuple(names_in(_role(words).sub("", (text or "").rstrip("摄攝")), words) or ())


def _who(body: str, verb: str, words: Words) -> CreditReading | None:
    """People and body of what stands before 摄 or behind 圖／."""
    body = body.strip(" \t\u3000／/：:")
    if _SUPPLIED.fullmatch(verb) or _GIVEN.search(body):
        name = _GIVEN.sub("", body)
        if not name or len(name) > 24 or _CLAUSE.search(name):
            return None
        if _role(words).fullmatch(name):
            return CreditReading(0, "supplied", name, ())
        if is_name(name, words) and not _BODY.search(name) and not _is_long(name, words):
            return CreditReading(0, "supplied", None, (name,))
        return CreditReading(0, "supplied", name, ())
    if _ARCHIVE.search(body):
        return CreditReading(0, "archive", _OF_ARCHIVE.sub("", body) or None)
    if _role(words).search(body):
        roles = read_byline(body, words, loose=True) or read_byline(_at_place(words).sub("", body), words, loose=True)
        if roles and roles[0].affiliation in words.own | words.agencies and not any(role.people for role in roles):
            return CreditReading(0, _kind(roles[0].affiliation, True, words), roles[0].affiliation)
        if roles is None or not roles[0].people:
            return None
        named = tuple(person for role in roles for person in role.people)
        affiliation = roles[0].affiliation
        return CreditReading(0, _kind(affiliation, True, words), affiliation, named)
    first, _, rest = body.partition(" ")
    if _BODY.search(first) and len(first) >= 3 and (people := names_in(rest, words, loose=True)):
        return CreditReading(0, _kind(first, False, words), first, tuple(people))
    people = names_in(body, words) if body else None
    if people and (verb or not any(_is_long(name, words) for name in people)):
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


def _is_long(name: str, words: Words) -> bool:
    """Whether a name has four characters and no compound family name: a body's rather than a person's."""
    return len(name) == _LONG_NAME and name[:2] not in words.family and "·" not in name


def _kind(affiliation: str | None, has_role: bool, words: Words) -> str | None:
    if affiliation in words.agencies:
        return "agency"
    if affiliation in words.own or has_role:
        return "staff"
    return None
