"""English bylines: By JANE DOE and LI WEI, Jane Doe Science editor, Courier Staff Writer, (Editing by A)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.recognise.contributors import WRITERS, contributors, listed
from newsdoc.recognise.names import latin_names
from newsdoc.recognise.readings import BylineReading

if TYPE_CHECKING:
    from newsdoc.recognise.words import Words

_POST_NOUN = (
    r"(?:[Cc]orrespondents?|CORRESPONDENTS?|[Cc]olumnist|COLUMNIST|[Ee]ditors?|EDITORS?|[Rr]eporters?|REPORTERS?"
    r"|[Ww]riters?|WRITERS?|[Jj]ournalist|JOURNALIST|[Cc]ritic|CRITIC)"
)
_PAPERS_POST = re.compile(
    rf"(?P<body>(?:[A-Z][\w’'.&-]*\s+){{1,4}}?)(?:(?:[Ss]taff|STAFF)(?: (?:{_POST_NOUN}))?|{_POST_NOUN})"
)
"""Courier Staff Writer, HARBOR TIMES STAFF."""
_POST_AND_BODY = re.compile(
    rf"(?P<desk>(?:[A-Z][\w’'.-]*(?: (?:and|&))? ){{0,3}}{_POST_NOUN})(?:, (?:at |for )?|\s+(?:at|for|of) )"
    r"(?P<body>(?:[Tt]he )?[A-Z][\w.&’'-]*(?: (?:of |the )?[A-Z][\w.&’'-]*){0,4})"
)
"""Business reporter, BBC News."""
_POST_ALONE = re.compile(
    r"(?:Special|Staff|Our|Own|Chief|Senior|Foreign|Political|Sports|Business|City)(?: (?:Special|Staff|Own))?"
    r" (?P<post>Correspondent|Reporter|Writer)s?"
)
"""A writer whom the paper does not name: Special Correspondent."""
_HANDLE = re.compile(r",? @\w{2,30}$")
_FROM = re.compile(r"Report(?:ing|ed) from (?P<place>[A-Z].{1,50})")
"""Under the byline: Reporting from Salem, Ore."""
_ENGLISH = re.compile(
    r"^(?:by|(?:story|words|text|written|interview|review|reviewed|analysis|commentary|compiled|illustrated"
    r"|photographs?|photos|photography|pictures|illustrations?) by"
    r"|as told to)\s+(?P<who>\S.+)$",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?:,| \|)? [\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}$")
"""By Ada Lund a.lund@courier.com"""
_IN_PLACE = re.compile(r"\s+in\s+[A-Z]\w+(?: [A-Z]\w+)?(?=,|\s+and\b|\s*$)")
_TAIL_ROLE = r"(?:Additional )?(?:Reporting|Writing|Editing|Compiled|Translated)(?: and (?:writing|editing))?"
_TAIL = re.compile(rf"\((?P<parts>(?:{_TAIL_ROLE} by [^();]+[;.]?\s*)+)\)\s*$")
_TAIL_PART = re.compile(rf"(?P<role>{_TAIL_ROLE}) by (?P<names>[^();]+)[;.]?")
_SIGNED = re.compile(r"(?<=[.!?”\"’])\s+[—–-]{1,2}\s*(?P<who>[A-Z][A-Za-z .&]{1,40})$")
_TAIL_KIND = {
    "Reporting": "reporter",
    "Writing": "author",
    "Editing": "editor",
    "Compiled": "compiler",
    "Translated": "translator",
}
_AND_PICTURES = re.compile(
    r"(?:[,;|]|\s+and|\s+•)\s+(?=(?:photographs?|photos|pictures|photography|illustrations?) by )", re.IGNORECASE
)
"""Words by Ada Lund, photographs by Tom Reyes"""
_BOARD = re.compile(r"Editorial Board$", re.IGNORECASE)
_FOR_PAPER = re.compile(r",? for (?P<paper>(?:[Tt]he )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,4})$")
_WITH_AGENCIES = re.compile(
    r"(?:Staff|STAFF) (?:writers?|Writers?|WRITERS?|reporters?|Reporters?|REPORTERS?)"
    r"(?:, | and | AND |, AND )?(?:with|WITH) (?P<body>[A-Z][\w ,/&-]{1,40})"
)
"""STAFF WRITER, WITH CNA"""
_WITH_WIRES = re.compile(
    r"(?P<who>[A-Z].{3,60}?),? with (?P<body>[A-Za-z][\w ]{1,24}(?:(?:, | and )[A-Za-z][\w ]{1,24}){0,3})"
)
"""Ada Lund with dpa, Reuters"""
_BODIES = re.compile(", | and ")
_STAMPED = re.compile(r"\s+(?:Published|Updated|Posted|Last updated)(?: on)?\s*: .*\d{4}.*$")
_NAME = r"[A-Z][a-z’'-]+(?:[A-Z][a-z’'-]+)?(?: [A-Z]\.)?(?: (?:(?:de|van|von|al|bin) )?[A-Z][\w’'-]+){1,2}?"
_OF_THE_MASTHEAD = frozenset(
    {"editor", "editors", "managing editor", "executive editor", "opinion editor", "news editor"}
)
"""Sam Lee, Editor stands in the masthead of a paper, not under a headline."""
_LONGEST_POST = 48


def english_line(text: str, words: Words) -> list[BylineReading] | None:
    """The byline that an English line is: By and names, contributors, or a post alone."""
    if found := _by(text, words):
        return found
    if (second := _AND_PICTURES.search(text)) and (first := _by(text[: second.start()], words)):
        pictures = _by(text[second.end() :], words)
        first = [*first[:-1], replace(first[-1], end=second.end())]
        return [*first, *(_moved(reading, second.end()) for reading in pictures)] if pictures else None
    if found := contributors(text, words):
        return found
    if _WITH_AGENCIES.fullmatch(text):
        return [BylineReading(0, len(text), "reporter", None, ())]
    if " with " in text and (reading := _with_wires(text, words)):
        return [reading]
    if post := _POST_ALONE.fullmatch(text):
        return [BylineReading(0, len(text), words.posts.get(post["post"].lower(), "reporter"), None, ())]
    return None


def is_staff_line(text: str) -> bool:
    """Whether a line says that a writer of the paper put a report together with what agencies sent.

    >>> is_staff_line("STAFF WRITER, WITH CNA"), is_staff_line("Staff writers met")
    (True, False)
    """
    return text[:1] == "S" and _WITH_AGENCIES.fullmatch(text) is not None


def _with_wires(text: str, words: Words) -> BylineReading | None:
    """The writer whose report holds what agencies sent: Ada Lund with dpa, Reuters."""
    match = _WITH_WIRES.fullmatch(text) if len(text) <= _LONGEST_POST * 2 else None
    if match is None or not all(re.fullmatch(rf"(?:{words.agency})", body) for body in _BODIES.split(match["body"])):
        return None
    people = latin_names(match["who"])
    return BylineReading(0, len(text), "author", None, tuple(people)) if people else None


def _moved(reading: BylineReading, by: int) -> BylineReading:
    return replace(reading, start=reading.start + by, end=reading.end + by)


def post_of(text: str, words: Words) -> tuple[str, str | None] | None:
    """Kind and paper of what a writer is called: reporter, Courier of Courier Staff Writer; None of any other text."""
    text = _HANDLE.sub("", text)
    if joined := _POST_AND_BODY.fullmatch(text):
        return _kind_of(joined["desk"], words), joined["body"]
    post = _PAPERS_POST.fullmatch(text)
    if post is None:
        return None
    body = " ".join(word for word in post["body"].split() if not _desk(words).fullmatch(word))
    return _kind_of(text, words), body or None


@lru_cache(maxsize=8)
def _desk(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:{words.desk}|and|&)", re.IGNORECASE)


def _kind_of(post: str, words: Words) -> str:
    """The kind of byline that a post means: by its last word, in the singular."""
    known = re.search(rf"(?:{words.post})$", re.sub(r"s$", "", post), re.IGNORECASE)
    return words.posts[known.group().lower()] if known else "reporter"


def is_english_post(text: str, words: Words) -> bool:
    """Whether a line under an English byline says what its writer is or where: Staff Writer, Associated Press.

    >>> from newsdoc.lexicon import Lexicon
    >>> from newsdoc.recognise.words import words_of
    >>> words = words_of(Lexicon.load())
    >>> lines = ("Courier Staff Writer", "Health reporter, BBC News", "Reporting from Oslo", "Readers and writers met")
    >>> [is_english_post(line, words) for line in lines]
    [True, True, True, False]
    """
    text = _HANDLE.sub("", text.strip())
    return len(text) <= _LONGEST_POST and bool(
        re.fullmatch(rf"(?:The )?(?:{words.post})|(?:The )?(?:{words.agency})", text, re.IGNORECASE)
        or _PAPERS_POST.fullmatch(text)
        or _POST_AND_BODY.fullmatch(text)
        or _FROM.fullmatch(text)
    )


def with_post(line: str, post: str, words: Words) -> BylineReading | None:
    """The byline of two lines: By Jane Doe, and below it Courier Staff Writer."""
    readings = _by(line, words)
    if not readings or len(readings) != 1:
        return None
    reading = readings[0]
    if _FROM.fullmatch(post):
        return BylineReading(0, reading.end, reading.kind, reading.affiliation, reading.people)
    told = post_of(post, words)
    if told is None:
        return None
    return BylineReading(0, reading.end, told[0], reading.affiliation or told[1], reading.people)


@lru_cache(maxsize=8)
def _named_post(words: Words) -> re.Pattern[str]:
    desk = rf"(?:(?:{words.desk})(?: (?:and|&) (?:{words.desk}))?(?: (?:affairs|policy))?\s+){{0,3}}"
    return re.compile(
        rf"(?P<names>{_NAME}(?:(?:, {_NAME})* and {_NAME})?)(?:,? in [A-Z]\w+(?: [A-Z]\w+)?)?,?\s+"
        rf"(?P<post>(?i:{desk}{_POST_NOUN}))(?:,? in [A-Z]\w+(?: [A-Z]\w+)?)?"
    )


def named_post(text: str, words: Words) -> BylineReading | None:
    """The byline of a line that is a name and a post, with no By before it.

    Only a desk of a paper may stand between the two, so that a headline is none.

    >>> from newsdoc.lexicon import Lexicon
    >>> from newsdoc.recognise.words import words_of
    >>> words = words_of(Lexicon.load())
    >>> named_post("Mary Lund Science correspondent", words).people
    ('Mary Lund',)
    >>> named_post("Minister Sacks Chief Correspondent of State Radio", words) is None
    True
    """
    match = _named_post(words).fullmatch(text) if len(text) <= 90 else None
    people = latin_names(match["names"]) if match else None
    if match is None or people is None or match["post"].lower() in _OF_THE_MASTHEAD:
        return None
    if match["post"].lower().endswith("s") and len(people) == 1:
        return None
    return BylineReading(0, len(text), _kind_of(match["post"], words), None, tuple(people))


def _without_desk(names: str, words: Words) -> str:
    """Ada Lund of Ada Lund Local Democracy, before the word Reporter."""
    desk = re.search(rf"(?<=\S \S)(?P<rest>\S*)(?: (?:{words.desk}))+$", names)
    return names[: desk.end("rest")] if desk else names


def _by(text: str, words: Words) -> list[BylineReading] | None:
    match = _ENGLISH.match(_MAIL.sub("", " ".join(text.split())))
    if not match:
        return None
    names, *rest = (part.strip() for part in _STAMPED.sub("", match["who"]).split("|"))
    kind, affiliation = "photographer" if text[:5].lower() in ("photo", "pictu") else "author", None
    if writers := WRITERS.match(names):
        kind, affiliation, names = "reporter", writers["body"], names[writers.end() :]
    if _BOARD.search(names) or re.fullmatch(rf"(?:the\s+)?(?:{words.agency})", names, re.IGNORECASE):
        return [BylineReading(0, len(text), kind, names, ())]
    post = re.search(rf"[\s,]+(?P<post>{words.post})$", names, re.IGNORECASE)
    if post:
        kind, names = words.posts[post["post"].lower()], _without_desk(names[: post.start()], words)
    paper = re.search(rf"(?:,?\s+(?:for|of)|)\s+(?P<paper>(?:the\s+)?(?:{words.agency}))$", names, re.IGNORECASE)
    paper = paper or _FOR_PAPER.search(names)
    if paper:
        affiliation, names = paper["paper"], names[: paper.start()]
    people = latin_names(_IN_PLACE.sub("", names)) or (listed(names) if " in " in names else None)
    if people is None:
        return None
    if people[0].split()[0] in ("Our", "OUR") or re.fullmatch(rf"(?:{words.desk})", people[0], re.IGNORECASE):
        people = []
    if len(people) > 1 and people[-1] in words.agencies:
        affiliation = people.pop()
    for part in rest[:1]:
        if re.fullmatch(rf"(?:the\s+)?(?:{words.agency})", part, re.IGNORECASE):
            affiliation = part
        elif part.lower() in words.posts:
            kind = words.posts[part.lower()]
    return [BylineReading(0, len(text), kind, affiliation, tuple(people))]


def _signature(who: str, words: Words) -> BylineReading | None:
    """The post or the agency that signs a report, as Indian papers have it."""
    if post := _POST_ALONE.fullmatch(who):
        return BylineReading(0, 0, words.posts.get(post["post"].lower(), "reporter"), None, ())
    return BylineReading(0, 0, None, who, ()) if re.fullmatch(rf"(?:{words.agency})|Agencies", who) else None


def english_tail(tail: str, shift: int, words: Words) -> list[BylineReading] | None:
    """The byline behind the last sentence: (Editing by B), — PTI; ``shift`` is where the tail begins."""
    if (signed := _SIGNED.search(tail)) and (reading := _signature(signed["who"], words)):
        return [replace(reading, start=shift + signed.start(), end=shift + len(tail))]
    found = _TAIL.search(tail)
    if not found:
        return None
    parts = []
    for part in _TAIL_PART.finditer(tail, found.start("parts"), found.end("parts")):
        people = listed(part["names"].strip(" .;"))
        if people is None:
            return None
        kind = _TAIL_KIND[part["role"].removeprefix("Additional ").split()[0]]
        parts.append(BylineReading(shift + part.start(), shift + part.end(), kind, None, tuple(people)))
    if not parts:
        return None
    size = shift + len(tail)
    starts = [shift + found.start(), *(reading.start for reading in parts[1:])]
    ends = [*starts[1:], size]
    return [
        BylineReading(low, high, reading.kind, None, reading.people)
        for reading, low, high in zip(parts, starts, ends, strict=True)
    ]
