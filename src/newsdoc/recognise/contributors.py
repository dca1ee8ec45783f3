"""Who else worked on an English report, as the line under it says (contributors).

    Additional reporting by Tom Reyes                     With inputs from PTI
    Mary Lund in Oslo contributed to this report.         — With agencies
    Reporting by Ana Ruiz in Lima, Peru, and Bo Li in Beijing; Editing by Tom Reyes

A line is one only if all of it is roles, bodies, names and places; a sentence about a contribution is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.recognise.names import latin_names
from newsdoc.recognise.readings import BylineReading

if TYPE_CHECKING:
    from newsdoc.recognise.words import Words

LONGEST = 320
_KINDS = {
    "reporting": "reporter",
    "reported": "reporter",
    "writing": "author",
    "written": "author",
    "story": "author",
    "editing": "editor",
    "edited": "editor",
    "compiled": "compiler",
    "translated": "translator",
    "translation": "translator",
    "graphics": "illustrator",
    "graphic": "illustrator",
    "illustrations": "illustrator",
    "photos": "photographer",
    "photographs": "photographer",
    "photography": "photographer",
    "video": "photographer",
    "research": "reporter",
    "produced": "editor",
}
_ROLE = (
    r"(?:(?:with )?(?:additional |further |extra )?"
    r"(?:reporting|research|writing|editing|graphics?|photography|translation)"
    r"(?: and (?:additional )?(?:writing|editing|research|reporting))?"
    r"|(?:reported|written|compiled|translated|edited|produced)"
    r"(?: and (?:written|edited|compiled|translated|produced))?)"
    r"(?: for [A-Z][\w.&’' ]{1,30})?"
)
_PART = re.compile(rf"(?P<role>{_ROLE}) by:? (?P<who>[^;]+)", re.IGNORECASE)
_OPENS = re.compile(rf"[(\[—–-]?\s*{_ROLE} by:? ", re.IGNORECASE)
_NEXT = re.compile(
    rf"[;.,]\s+(?=(?:and )?{_ROLE} by )|(?<!additional)(?<!further)(?<!extra)(?<!with)(?<!and)\s+(?={_ROLE} by )",
    re.IGNORECASE,
)
_GAVE = re.compile(
    r"(?P<who>[A-Z].*?) (?:also |all )?(?:contributed|provided|assisted)"
    r"(?: (?:additional |further )?(?:reporting|research|photography|to|with)(?: and (?:reporting|research))?"
    r"(?: (?:to|for) (?=(?:this|the)\b))?"
    r"(?: ?(?:this|the)(?: \w+)? (?:report|reporting|story|article|dispatch|column|piece|review))?"
    r"(?:,? from [A-Z][^.]{1,60}(?:\.[^.]{0,20})?)?)\.?"
)
_VERB = re.compile("contributed|provided|assisted|reported from")
_REPORTED = re.compile(r"(?P<who>[A-Z][^.]*? reported from [^.]+?)(?:\.|\.,)?\.?")
_SENTENCE = re.compile(r"(?<=[a-z]\.)\s+(?=[A-Z])")
_SHARE = re.compile(r"\s+reported from (?P<place>.+)")
_WITH = re.compile(
    r"[(\[]?(?:[—–-]{1,2}\s*)?With "
    r"(?:(?:additional )?(?:inputs?|reports?|reporting|files?|material|information) (?:from|by) )?"
    r"(?P<body>(?:(?:the|The) )?[A-Z][\w.&’' ,/-]{1,60}?|agenc(?:y|ies)(?: inputs?)?|(?:news )?(?:wires?|agencies)"
    r"|[A-Z][A-Za-z]+ inputs?)\.?[)\]]?"
)
_BARE_WITH = re.compile(r"[(\[—–-]")
_FROM = re.compile(
    r"\bWith (?:additional )?(?:inputs?|reports?|reporting|files?|material|information) (?:from|by) |agenc|wires"
)
WRITERS = re.compile(
    r"^(?:(?P<body>(?:The )?[A-Z][\w.&’'-]+(?: [A-Z][\w.&’'-]+){0,3}?) )?"
    r"(?:(?:news|staff|video|business|sports|health|science) )?"
    r"(?:[Ss]taff )?(?:writers?|reporters?|journalists?|correspondents?|researchers?|photographers?|editors?) (?=[A-Z])"
)
"""Xinhua writers, in front of their names."""
_WHOSE = re.compile(r"(?P<body>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3})[’']s? (?=[A-Z])")
"""CNN’s, in front of a name."""
_PLACED = re.compile(r"\s+(?:in|from)\s+(?=[A-Z])")
_COMMA = re.compile(r"\s*(,\s*and\s+|,\s*|\s+and\s+|\s*&\s*)(?=\S)")
_GIVEN = re.compile(r"[A-Z][\w’'-]*\.?(?: (?:[A-Z][\w’'.-]*|de|da|van|von|bin|al|la|le|di|del|der|binti)){1,4}")


def opens_contributors(text: str) -> bool:
    """Whether a text begins as a line of contributors with a role does, however it goes on."""
    return _OPENS.match(text) is not None


def contributors(text: str, words: Words) -> list[BylineReading] | None:
    """The contributors of a line that names them and nothing else; None where it does not.

    >>> from newsdoc.lexicon import Lexicon
    >>> from newsdoc.recognise.words import words_of
    >>> words = words_of(Lexicon.load())
    >>> found = contributors("Reporting by Ana Ruiz in Lima, Peru, and Bo Li; Editing by Tom Reyes", words)
    >>> [(reading.kind, reading.people) for reading in found]
    [('reporter', ('Ana Ruiz', 'Bo Li')), ('editor', ('Tom Reyes',))]
    >>> contributors("The storm contributed to the delay.", words) is None
    True
    """
    if not 8 <= len(text) <= LONGEST:
        return None
    if _OPENS.match(text):
        return _by_role(text)
    if "With" in text[:6] and (match := _WITH.fullmatch(text)):
        if not (_BARE_WITH.match(text) or _FROM.search(text)):
            return None
        return [BylineReading(0, len(text), None, match["body"].strip(" ."), ())]
    if not _VERB.search(text):
        return None
    starts = [0, *(match.end() for match in _SENTENCE.finditer(text))]
    found = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if (reading := _sentence(text[start:end].rstrip(), words)) is None:
            whole = _sentence(text, words) if len(starts) > 1 else None
            return [whole] if whole else None
        found.append(BylineReading(start, end, reading.kind, reading.affiliation, reading.people))
    return found


def _sentence(text: str, words: Words) -> BylineReading | None:
    """Who contributed or reported from where, as one sentence says."""
    for shape in (_GAVE, _REPORTED):
        if (match := shape.fullmatch(text)) and (reading := _gave(match["who"], len(text), words)):
            return reading
    return None


def _by_role(text: str) -> list[BylineReading] | None:
    """Reporting by A and B; Editing by C."""
    inner = text.strip("()[]—–- ").rstrip(". ")
    shift = text.find(inner)
    starts = [0, *(match.end() for match in _NEXT.finditer(inner))]
    found: list[BylineReading] = []
    for start, end in zip(starts, [*starts[1:], len(inner)], strict=True):
        part = _PART.fullmatch(inner[start:end].strip(" ;.,").removeprefix("and "))
        people = listed(part["who"]) if part else None
        if part is None or people is None:
            return None
        role = next((kind for word in part["role"].lower().split() if (kind := _KINDS.get(word))), "author")
        found.append(BylineReading(start + shift, end + shift, role, None, tuple(people)))
    low = [0, *(reading.start for reading in found[1:])]
    high = [*low[1:], len(text)]
    return [
        BylineReading(start, end, reading.kind, None, reading.people)
        for reading, start, end in zip(found, low, high, strict=True)
    ]


def _gave(who: str, size: int, words: Words) -> BylineReading | None:
    """Who contributed, in front of the verb: people with their places, or a body."""
    body = who.removeprefix("The ").removeprefix("the ")
    if body in words.agencies or re.fullmatch(rf"(?:{words.agency})", body):
        return BylineReading(0, size, None, who, ())
    writers = WRITERS.match(who) or _WHOSE.match(who)
    if writers:
        who = who[writers.end() :]
    people = listed(_SHARE.sub(lambda match: f" in {match['place']}", who))
    if people is None or not all(_GIVEN.fullmatch(name) for name in people):
        return None
    paper = writers["body"] if writers else None
    if paper and re.fullmatch(rf"(?:{words.desk})", paper):
        paper = None
    return BylineReading(0, size, "reporter", paper, tuple(people))


def listed(text: str) -> list[str] | None:
    """The names of an English list in which each may have a place: A in Lima, Peru, and B in Oslo.

    >>> listed("Ana Ruiz in Lima, Peru, and Bo Li in Beijing"), listed("Ana Ruiz and Bo Li"), listed("the crew")
    (['Ana Ruiz', 'Bo Li'], ['Ana Ruiz', 'Bo Li'], None)
    """
    parts = _COMMA.split(text.strip(" .,"))
    tokens, marks = parts[::2], ["", *parts[1::2]]
    names: list[str] = []
    placed = False
    for at, token in enumerate(tokens):
        following = marks[at + 1] if at + 1 < len(marks) else ","
        # Peru, in "Lima, Peru, and": a comma on either side, right behind a place.
        if placed and "," in marks[at] and "and" not in marks[at] and "," in following:
            placed = False
            continue
        name, *place = _PLACED.split(token, maxsplit=1)
        placed = bool(place)
        names.append(name)
    found = latin_names(", ".join(names)) if names else None
    return found if found and all(len(name) <= 40 for name in found) else None
