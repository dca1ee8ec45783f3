"""Credits of pictures in English: (AP Photo/Li Wei), Photo: Jane Doe/HKFP., REUTERS/Jane Doe, (Courtesy of X)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.recognise.names import latin_names
from newsdoc.recognise.readings import CreditReading

if TYPE_CHECKING:
    from newsdoc.recognise.words import Words

_KINDS = {"file": "archive", "staff": "staff", "contributed": "supplied", "handout": "supplied", "courtesy": "supplied"}
_ARCHIVE = re.compile(r"\b[Ff]ile\b|FILE|[Aa]rchive")
_LEAD = re.compile(
    r"(?:^|(?<=[.!?”\"’)\s]))"
    r"(?P<whole>(?:(?:[Ff]ile|[Ss]taff|[Cc]ontributed|[Hh]andout|[Cc]ourtesy) )?"
    r"(?:[Pp]hoto(?:graph)?s?|PHOTO|[Pp]ictures?|[Ii]mages?|[Cc]redit)"
    r"\s*(?::|by\b|[Cc]ourtesy(?: of)?\b)\s*(?P<who>[^:]{2,70}?)\.?)\s*$"
)
_BRACKET = re.compile(
    r"(?:(?P<agency>[A-Z][\w ]{0,24}?)\s+(?:[Pp]hoto|Images?|Pictures?)\s*(?:/|by|via|:)\s*(?P<who>.+)"
    r"|(?:[Pp]hoto|[Pp]icture|[Ii]mage|[Cc]redit)s?\s*(?::|by|/|courtesy of)\s*(?P<who2>.+)"
    r"|(?P<slash>[A-Z][\w’'. -]+/[A-Z][\w’'. -]+)"
    r"|(?P<courtesy>(?:Courtesy|Handout)(?: of| from| by)?\b.*|Supplied|Provided.*)"
    r"|(?P<only>[A-Z][\w ]{1,24}) (?:[Pp]hoto|Images))"
)
_SLASH = re.compile(
    r"(?:^|(?<=[.!?”\"’)]\s))(?P<agency>REUTERS|Reuters|AP|AFP|Xinhua|EPA|Bloomberg|VCG)/"
    r"(?P<who>[A-Z][\w’'. -]+?)\.?\s*$"
)
_OWNER = re.compile(r"(?<=\S)\s+©\s*(?P<who>[A-Z][\w ,.’'/-]{1,60}?)\s*$")
_CAPITALS = re.compile(
    r"(?:(?<=[.!?”\"’)]\s)|(?<=[.!?”\"’)]\s\s))(?P<who>[A-Z][A-Z .’'-]+)/\s?(?:FOR |VIA )?(?P<body>[A-Z][A-Z .]+)\s*$"
)
_CAPITAL_BODY = re.compile(r"(?<=[a-z][.!?]\s)(?P<body>[A-Z][A-Z&.’'-]+(?: [A-Z][A-Z&.’'-]+){0,3})\s*$")
"""…pier yesterday. SING TAO"""
_ONE_SENTENCE = re.compile(r"[A-Z](?:[^.!?]|\b(?:No|Mr|Mrs|Ms|Dr|St|Gov|Sen)\.|\.(?=\d)){5,160}[.!?][”\"’]?\s*$")
_BODY = re.compile(r"[A-Z][\w.&’'-]+(?: (?:of|the|and|for|[A-Z][\w.&’'-]+)){1,6}")
_ORGANIZATION = re.compile(
    r"\b(?:News|Media|Post|Images|Times|Department|Government|Police|Office|University|Agency|Daily|Press|Council"
    r"|Authority|Group|Services?)\b|^[A-Z0-9]{2,}$|^\S+$"
)


def english_credit(tail: str, words: Words) -> CreditReading | None:
    """The credit at the end of an English caption, else None."""
    bracket = re.search(r"\(([^()]{2,80})\)\s*\.?\s*$", tail)
    if bracket:
        match = _BRACKET.fullmatch(bracket.group(1).strip())
        if match:
            return _reading(bracket.start(), match, words)
        if _BODY.fullmatch(bracket.group(1).strip()) and _ONE_SENTENCE.match(tail[: bracket.start()]):
            body = bracket.group(1).strip()
            return CreditReading(bracket.start(), "agency" if body in words.agencies else None, body)
    lead = _LEAD.search(tail)
    if lead:
        reading = _who(lead["who"], None, words)
        archive = _KINDS.get(lead["whole"].split()[0].lower(), reading[0])
        return CreditReading(lead.start("whole"), archive, reading[1], reading[2])
    owner = _OWNER.search(tail)
    if owner:
        return CreditReading(owner.start(), *_who(owner["who"].replace(" / ", "/").replace(", ", "/"), None, words))
    capitals = _CAPITALS.search(tail)
    if capitals:
        body = capitals["body"].strip()
        kind = "agency" if body in words.agencies or body.title() in words.agencies else None
        return CreditReading(capitals.start("who"), kind, body, tuple(latin_names(capitals["who"]) or ()))
    body_only = _CAPITAL_BODY.search(tail)
    if body_only and _ONE_SENTENCE.match(tail[: body_only.start()]):
        body = body_only["body"]
        known = body in words.agencies or body.title() in words.agencies
        return CreditReading(body_only.start(), "agency" if known else None, body)
    slash = _SLASH.search(tail)
    if slash:
        people = latin_names(slash["who"]) or []
        return CreditReading(slash.start("agency"), "agency", slash["agency"], tuple(people))
    return None


def _reading(start: int, match: re.Match[str], words: Words) -> CreditReading:
    if match["courtesy"]:
        body = re.sub(r"^(?:Courtesy|Handout|Provided|Supplied)(?: of| from| by)?\s*", "", match["courtesy"])
        return CreditReading(start, "supplied", body or None)
    if match["slash"]:
        first, second = (part.strip() for part in match["slash"].split("/", 1))
        if first in words.agencies:
            return CreditReading(start, "agency", first, tuple(latin_names(second) or ()))
        kind, affiliation, people = _who(match["slash"], None, words)
        return CreditReading(start, kind, affiliation, people)
    if match["only"]:
        return CreditReading(start, "agency" if match["only"] in words.agencies else None, match["only"])
    kind, affiliation, people = _who(match["who"] or match["who2"], match["agency"], words)
    return CreditReading(start, kind, affiliation, people)


def _who(who: str, agency: str | None, words: Words) -> tuple[str | None, str | None, tuple[str, ...]]:
    who = who.strip().rstrip(".")
    archive = bool(_ARCHIVE.search(who))
    who = re.sub(r",?\s*\(?\b[Ff]ile\b\)?.*$", "", who)
    via = re.split(r"\s+via\s+", who, maxsplit=1)
    who, via_agency = via[0], via[1] if len(via) > 1 else None
    parts = [part.strip() for part in who.split("/")]
    body = agency or via_agency
    if len(parts) > 1:
        body = body or parts[-1]
        parts = parts[:-1] if body == parts[-1] else parts
    elif parts[0].lower() in ("supplied", "handout"):
        return "supplied", body, ()
    people: list[str] = []
    for part in parts:
        if body is None and _ORGANIZATION.search(part):
            body = part
            continue
        names = latin_names(part)
        if names and part not in words.agencies:
            people.extend(names)
        elif body is None:
            body = part
    kind = "archive" if archive else "agency" if body in words.agencies else None
    return kind, body, tuple(people)
