"""Credits of pictures in English, behind a caption or on a line of their own.

(AP Photo/Ada Lund)      Photo: Ada Lund/HKFP.        ST PHOTO: ADA LUND          ADA LUND / THE COURIER
[Photo by Ada Lund/X]    Credit...Ada Lund for X      REUTERS/Ada Lund/File Photo
(Ada Lund/X via AP)      © Ada Lund / AFP             — Ada Lund                  Image source, X

The table SHAPES is the order in which they are tried.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.recognise.byline_english import is_english_post
from newsdoc.recognise.furniture import PAPERS
from newsdoc.recognise.names import latin_names
from newsdoc.recognise.readings import CreditReading

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsdoc.recognise.words import Words

_KINDS = {"file": "archive", "staff": "staff", "contributed": "supplied", "handout": "supplied", "courtesy": "supplied"}
_ARCHIVE = re.compile(r"\b[Ff]ile\b|FILE|[Aa]rchive")
_CAPITAL_PAPER = r"(?:[A-Z]{2,12} ){0,3}"
_LEAD = re.compile(
    r"(?:^|(?<=[.!?”\"’)\s]))(?P<bar>\|\s*)?"
    r"(?P<whole>(?:(?:[Ff]ile|[Ss]taff|[Cc]ontributed|[Hh]andout|[Cc]ourtesy) )?"
    r"(?:[Pp]hoto(?:graph)?s?|[Pp]hotographer|PHOTO(?:GRAPH)?S?"
    r"|[Pp]ic(?:ture)?s?|PICTURES?|[Ii]mages?|IMAGES?|[Cc]redit|CREDIT)(?: [Cc]redit)?"
    r"\s*(?::|by\b|BY\b|[Cc]ourtesy(?: of)?\b|COURTESY(?: OF)?\b)\s*"
    r"(?P<who>(?:[A-Z0-9]|supplied|handout|courtesy|the [A-Z])[^:]{1,70}?)\.?)\s*$"
)
_OWN_LEAD = re.compile(rf"(?P<paper>{_CAPITAL_PAPER})$")
_DOTS = re.compile(r"(?:(?<=[.!?”\"’)\s])|^|(?<=[a-z0-9]))Credit\s*(?:\.{3}|…)\s*(?P<who>[A-Z][^:]{2,80}?)\s*$")
_BRACKET = re.compile(r"(?:\((?P<round>[^()]{2,80})\)|\[(?P<square>[^\[\]]{2,80})\])\s*\.?\s*$")
_INSIDE = re.compile(
    r"(?:(?P<agency>[A-Z][\w ]{0,24}?)\s+(?:[Pp]hoto|Images?|Pictures?)\s*(?:/|by|via|:)\s*(?P<who>.+)"
    r"|(?:[Pp]hoto|PHOTO|[Pp]icture|[Ii]mage|[Cc]redit)s?\s*(?::|by|BY|/|(?=courtesy of))\s*(?P<who2>.+)"
    r"|(?:[Pp]hotos?|[Pp]ictures?|[Ii]mages?) (?:provided|supplied) (?:to|by) (?P<gave>.+)"
    r"|(?P<file>(?:File|FILE)(?:\s*:| -)\s*(?P<who4>[A-Z].+))"
    r"|(?P<slash>[A-Z][\w’'. -]+ ?/ ?[A-Z][\w’'. -]+(?:/[A-Z][\w’'. -]+)?)"
    r"|(?P<courtesy>(?:Courtesy|Handout)(?: of| from| by)?\b.*|Supplied|Provided.*)"
    r"|(?P<who3>[A-Z][\w’'. -]{1,40} (?:via|for) (?:[Tt]he )?[A-Z][\w ]{1,30})"
    r"|(?P<only>[A-Z][\w ]{1,24}) (?:[Pp]hoto|Images))"
)
_SLASH = re.compile(
    r"(?:^|(?<=[.!?”\"’)]\s))(?P<agency>REUTERS|Reuters|AP|AFP|Xinhua|EPA|Bloomberg|VCG)/"
    r"(?P<who>[A-Z][\w’'. -]+?(?:/File(?: Photo)?|/Handout.*|/Pool)?)\.?\s*$"
)
_OWNER = re.compile(r"(?<=\S)\s+©\s*(?P<who>[A-Z][\w ,.’'/-]{1,60}?)\s*$")
_CAPITALS = re.compile(
    r"(?:^|(?<=[.!?”\"’)]\s)|(?<=[.!?”\"’)]\s\s))(?P<who>[A-Z][A-Z .’'-]+?)(?:\s?/\s?(?:FOR |VIA )?| FOR (?=THE ))"
    r"(?P<body>[A-Z][A-Z .&’'-]+)\s*$"
)
_NAME_AND_PAPER = re.compile(
    r"(?:^|(?<=[.!?”\"’)]\s))(?:[—–]{1,2}\s?)?(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3})\s?/\s?(?:[Ff]or )?"
    r"(?P<body>[A-Z][\w.&’' /-]{1,40}?)\s*$"
)
_CAPITAL_NAME_PAPER = re.compile(
    r"^(?P<who>[A-Z][A-Z’'-]+(?: [A-Z][A-Z.’'-]*){1,2})\s+(?P<body>(?:The )?[A-Z][a-z]+(?: [A-Z][a-z]+){0,3})$"
)
"""ADA LUND Los Angeles Times, on a line of its own."""
_PHOTO_BEHIND = re.compile(
    r"^(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,2})\s?/\s?(?P<body>[A-Z][\w’' -]{2,30}?) (?:[Ss]taff )?[Pp]hotos?$"
)
"""Ada Lund/Courier photo"""
_CAPITAL_BODY = re.compile(r"(?<=[a-z0-9][.!?]\s)(?P<body>[A-Z][A-Z&.’'-]+(?: [A-Z][A-Z&.’'-]+){0,3})\s*$")
"""…pier yesterday. SING TAO"""
_BAR = re.compile(r"(?<=\S)\s+\|\s+(?P<body>[A-Z][A-Z.’'-]+(?:[ /][A-Z.’'-]+){0,3}(?: PHOTO)?)\s*$")
"""…pier yesterday. | AFP-JIJI"""
_DASH_NAME = re.compile(
    r"(?<=[a-z0-9][.!?]\s)[—–]{1,2}\s?"
    r"(?P<who>[A-Z][a-z’'-]+(?: [A-Z][\w.’'-]*){1,2}(?: and [A-Z][a-z’'-]+(?: [A-Z][\w.’'-]*){1,2})?)\s*$"
)
"""…pier yesterday. — Ada Lund"""
_SLASH_BODY = re.compile(r"(?<=[a-z0-9][.!?]) ?/(?P<body>[A-Z][\w&’'-]+(?: [A-Z][\w&’'-]+){0,3})\s*$")
"""…pier yesterday. /VCG"""
_SOURCE = re.compile(r"^Image source,\s*(?P<who>(?!.*Image caption)\S.{0,60}?)\s*$")
_ONE_SENTENCE = re.compile(r"[A-Z](?:[^.!?]|\b(?:No|Mr|Mrs|Ms|Dr|St|Gov|Sen)\.|\.(?=\d)){5,160}[.!?][”\"’]?\s*$")
_BODY = re.compile(r"[A-Z][\w.&’'-]+(?: (?:of|the|and|for|[A-Z][\w.&’'-]+)){1,6}")
_ORGANIZATION = re.compile(
    r"\b(?:News|Media|Post|Images|Times|Department|Government|Police|Office|University|Agency|Daily|Press|Council"
    r"|Museum|Library|Archives?|Guard|Coastguard|Congress|Parliament|Senate|Airlines|Airways|Airport|Hospital"
    r"|Corporation|Corp|Inc|Ltd|Administration|Embassy|Presidency|Gallery|Theatre|Theater|Orchestra|Trust|Survey"
    r"|Observatory|Zoo|Brigade|Rescue|Patrol|District|Mercury|Argus|Echo|Television|TV|Studios?|Pictures|Association"
    r"|Authority|Group|Services?|Institute|Company|School|Party|Club|Alliance|Society|Foundation|Federation|Union"
    r"|Committee|Commission|Ministry|Bureau|Cross|Crescent|Navy|Army|Force|Coalition|Network|Center|Centre"
    rf"|{PAPERS})\b"
    r"|^[A-Z0-9]{2,}$|^\S+$|^The "
)
_COURTESY = re.compile(r"[Cc]ourtesy(?: of|:)? (?=[A-Z])|COURTESY(?: OF|:)? (?=[A-Z])")
_PAPER_END = re.compile(rf" (?:{PAPERS})$")
_GIVEN_PHOTO = re.compile(
    r"(?:Courtesy|Contributed|Submitted|Provided|Handout|Supplied) (?:photos?|pictures?|images?)", re.IGNORECASE
)
_POOL = re.compile(r"Pool(?: [Pp]hoto)?(?: by)?|Handout|Contributor")
_RIGHTS = re.compile(r"\s+(?:Purchase|Acquire) Licensing Rights(?:\s*,?\s*opens new tab)?\s*$")


def rights_at_end(text: str) -> int | None:
    """Where, behind a credit, the words with which an agency sells its picture begin; else None.

    >>> rights_at_end("REUTERS/Ada Lund Purchase Licensing Rights")
    16
    """
    match = _RIGHTS.search(text, max(0, len(text) - 60)) if text.endswith(("Rights", "tab")) else None
    return match.start() if match else None


def english_credit(tail: str, words: Words) -> CreditReading | None:
    """The credit at the end of an English caption, else None."""
    rights = rights_at_end(tail)
    tail = tail if rights is None else tail[:rights]
    for shape in SHAPES:
        if reading := shape(tail, words):
            return reading
    return None


@lru_cache(maxsize=8)
def _known(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:the )?(?:{words.agency})", re.IGNORECASE)


def is_body(text: str, words: Words) -> bool:
    """Whether a text names a paper, an agency or an office rather than a person."""
    if _known(words).fullmatch(text):
        return True
    return _ORGANIZATION.search(text.title() if text.isupper() else text) is not None


def _agency_kind(body: str | None, words: Words) -> str | None:
    return "agency" if body and (body in words.agencies or body.title() in words.agencies) else None


def _source(tail: str, words: Words) -> CreditReading | None:
    match = _SOURCE.match(tail)
    return CreditReading(0, *_who(match["who"], None, words)) if match else None


def _bracket(tail: str, words: Words) -> CreditReading | None:
    bracket = _BRACKET.search(tail)
    if not bracket:
        return None
    inside = (bracket["round"] or bracket["square"]).strip()
    if match := _INSIDE.fullmatch(inside):
        return _reading(bracket.start(), match, words)
    if bracket["round"] and _BODY.fullmatch(inside) and _ONE_SENTENCE.match(tail[: bracket.start()]):
        if not is_body(inside, words) and len(inside.split()) <= 3 and (people := latin_names(inside)):
            return CreditReading(bracket.start(), None, None, tuple(people))
        return CreditReading(bracket.start(), _agency_kind(inside, words), inside)
    return None


def _dots(tail: str, words: Words) -> CreditReading | None:
    match = _DOTS.search(tail)
    return CreditReading(match.start(), *_who(match["who"], None, words)) if match else None


def _lead(tail: str, words: Words) -> CreditReading | None:
    lead = _LEAD.search(tail)
    if not lead:
        return None
    start, agency = lead.start(), None
    if lead["whole"][:5].isupper() and (own := _OWN_LEAD.search(tail, 0, start)) and own["paper"]:
        start, agency = own.start(), own["paper"].strip()
    kind, body, people = _who(lead["who"], agency, words)
    return CreditReading(start, _KINDS.get(lead["whole"].split()[0].lower(), kind), body, people)


def _owner(tail: str, words: Words) -> CreditReading | None:
    match = _OWNER.search(tail)
    if not match:
        return None
    return CreditReading(match.start(), *_who(match["who"].replace(" / ", "/").replace(", ", "/"), None, words))


def _capitals(tail: str, words: Words) -> CreditReading | None:
    match = _CAPITALS.search(tail)
    if not match:
        return None
    who, body = match["who"].strip(), match["body"].strip()
    if match.start() == 0 and not (is_body(body, words) and 2 <= len(who.split()) <= 6 and not is_body(who, words)):
        return None
    return CreditReading(match.start("who"), _agency_kind(body, words), body, tuple(latin_names(who) or ()))


def _name_and_paper(tail: str, words: Words) -> CreditReading | None:
    match = _NAME_AND_PAPER.search(tail)
    if not match or is_body(match["who"], words):
        return None
    bodies = [part.strip() for part in match["body"].split("/")]
    alone = match.start() == 0 and len(bodies) == 1 and _PAPER_END.search(f" {bodies[0]}") is not None
    if not alone and not all(_known(words).fullmatch(body) for body in bodies):
        return None
    people = tuple(latin_names(match["who"]) or ())
    return CreditReading(match.start(), _agency_kind(bodies[-1], words), bodies[-1], people)


def _photo_behind(tail: str, words: Words) -> CreditReading | None:
    match = _PHOTO_BEHIND.match(tail)
    people = latin_names(match["who"]) if match and not is_body(match["who"], words) else None
    return (
        CreditReading(0, _agency_kind(match["body"], words), match["body"], tuple(people)) if match and people else None
    )


def _capital_name_paper(tail: str, words: Words) -> CreditReading | None:
    match = _CAPITAL_NAME_PAPER.match(tail)
    if not match or is_body(match["who"], words):
        return None
    if not (_known(words).fullmatch(match["body"]) or _PAPER_END.search(match["body"])):
        return None
    people = tuple(latin_names(match["who"]) or ())
    return CreditReading(0, _agency_kind(match["body"], words), match["body"], people)


def _capital_body(tail: str, words: Words) -> CreditReading | None:
    match = _CAPITAL_BODY.search(tail)
    if not match or not _ONE_SENTENCE.match(_last_sentences(tail[: match.start()])):
        return None
    body = match["body"]
    if len(body.split()) > 1 and not is_body(body, words) and (people := latin_names(body)):
        return CreditReading(match.start(), None, None, tuple(people))
    return CreditReading(match.start(), _agency_kind(body, words), body)


def _last_sentences(text: str) -> str:
    """What a tail holds behind the label of a caption: Rush hour: Students outside a school."""
    label, colon, rest = text.partition(": ")
    return rest if colon and len(label) <= 30 and "." not in label else text


def _bar(tail: str, words: Words) -> CreditReading | None:
    match = _BAR.search(tail)
    if not match or not _ONE_SENTENCE.match(_last_sentences(tail[: match.start()])):
        return None
    body = match["body"].removesuffix(" PHOTO")
    agencies = all(_known(words).fullmatch(part) for part in re.split("[-/]", body))
    if not agencies and not is_body(body, words) and (people := latin_names(body)):
        return CreditReading(match.start(), None, None, tuple(people))
    return CreditReading(match.start(), "agency" if agencies else None, body)


def _dash_name(tail: str, words: Words) -> CreditReading | None:
    match = _DASH_NAME.search(tail)
    if not match or is_body(match["who"], words) or is_english_post(match["who"], words):
        return None
    people = latin_names(match["who"])
    return CreditReading(match.start(), None, None, tuple(people)) if people else None


def _slash(tail: str, words: Words) -> CreditReading | None:
    match = _SLASH.search(tail)
    if not match:
        return None
    kind, body, people = _who(match["who"], match["agency"], words)
    return CreditReading(match.start("agency"), kind, body, people)


def _slash_body(tail: str, words: Words) -> CreditReading | None:
    match = _SLASH_BODY.search(tail)
    return CreditReading(match.start(), _agency_kind(match["body"], words), match["body"]) if match else None


def _courtesy_alone(tail: str, words: Words) -> CreditReading | None:
    return CreditReading(0, "supplied", None) if _GIVEN_PHOTO.fullmatch(tail.strip()) else None


SHAPES: tuple[Callable[[str, Words], CreditReading | None], ...] = (
    _source,
    _courtesy_alone,
    _bracket,
    _dots,
    _lead,
    _owner,
    _capitals,
    _name_and_paper,
    _photo_behind,
    _capital_name_paper,
    _capital_body,
    _bar,
    _dash_name,
    _slash,
    _slash_body,
)


def _reading(start: int, match: re.Match[str], words: Words) -> CreditReading:
    if match["courtesy"]:
        body = re.sub(r"^(?:Courtesy|Handout|Provided|Supplied)(?: of| from| by)?\s*", "", match["courtesy"])
        named = len(body.split()) <= 3 and body.count(" ") and not is_body(body, words)
        if named and (people := latin_names(body)):
            return CreditReading(start, "supplied", None, tuple(people))
        return CreditReading(start, "supplied", body or None)
    if match["gave"]:
        return CreditReading(start, "supplied", match["gave"])
    if match["file"]:
        return CreditReading(start, "archive", *_who(match["who4"], None, words)[1:])
    if match["slash"]:
        first, second = (part.strip() for part in match["slash"].split("/", 1))
        if first in words.agencies:
            return CreditReading(start, "agency", first, tuple(latin_names(second) or ()))
        return CreditReading(start, *_who(match["slash"], None, words))
    if match["only"]:
        body = match.group().strip() if _known(words).fullmatch(match.group().strip()) else match["only"]
        return CreditReading(start, _agency_kind(body, words), body)
    if match["agency"] in ("File", "Courtesy", "Handout"):
        kind = _KINDS[match["agency"].lower()]
        return CreditReading(start, kind, *_who(match["who"], None, words)[1:])
    return CreditReading(start, *_who(match["who"] or match["who2"] or match["who3"], match["agency"], words))


def _who(who: str, agency: str | None, words: Words) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Kind, body and people of what a credit names."""
    who = who.strip().rstrip(".")
    archive = bool(_ARCHIVE.search(who))
    if courtesy := _COURTESY.match(who):
        return "supplied", *_who(who[courtesy.end() :], agency, words)[1:]
    before, comma, paper = who.rpartition(", ")
    if comma and agency is None and _known(words).fullmatch(paper) and latin_names(before):
        who, agency = before, paper
    who = re.sub(r"[,/]?\s*\(?\b[Ff]ile\b\)?.*$", "", who)
    via = re.split(r"\s+via\s+|\s+(?:for|FOR)\s+(?=[A-Z])", who, maxsplit=1)
    who, body = via[0], agency or (via[1] if len(via) > 1 else None)
    parts = [re.sub(r"^[Ff]or ", "", part.strip()) for part in who.split("/")]
    parts = [rest for part in parts if (rest := _POOL.sub("", part, count=1).strip()) or len(parts) == 1]
    if len(parts) > 1:
        first = _known(words).fullmatch(parts[0]) and not _known(words).fullmatch(parts[-1])
        body = body or parts[0 if first else -1]
        parts = parts[1:] if first and body == parts[0] else parts
        parts = parts[:-1] if body == parts[-1] else parts
    elif not parts or parts[0].lower() in ("supplied", "handout", ""):
        return "supplied", body, ()
    people: list[str] = []
    for part in parts:
        if body is None and is_body(part, words):
            body = part
            continue
        names = latin_names(part)
        if names and part not in words.agencies and not (body and is_body(part, words)):
            people.extend(names)
        elif body is None:
            body = part
    return "archive" if archive else _agency_kind(body, words), body, tuple(people)
