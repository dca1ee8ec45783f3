"""An English noun phrase as a person: name, post, organisation; short names and pronouns by what went before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.annotate.quote.words import alternatives
from newsdoc.lexicon import forms
from newsdoc.model.annotation import Person

if TYPE_CHECKING:
    from newsdoc.lexicon import Lexicon

_WORD = r"[A-ZÀ-ÖØ-Þ][\w.’'&-]*"
_RUN = re.compile(
    rf"{_WORD}(?:[ \u00a0]+(?:{_WORD}|(?:de|van|von|der|bin|al|el|la|du|di|da|ibn|of|and|for|"
    rf"the|(?:of|and|for)[ \u00a0]+the)(?=[ \u00a0]+{_WORD})))*"
)
_EMPLOYED = re.compile(rf"({_WORD} (?:[A-Z]\. )?{_WORD}) (?:for|of) ({_WORD}(?: {_WORD})*)")
_BRACKETS = re.compile(r"\s*\([^()]{0,60}\)")
PRONOUN = re.compile(r"^(?:he|she)$", re.IGNORECASE)
_ANY_PRONOUN = re.compile(
    r"^(?:he|she|they|it|i|we|you|who|which|that|this|these|those|there|what|everyone|somebody|someone|"
    r"anyone|nobody|one|many|some|others|both|all)$",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"^(?:in|on|at|by|during|among|with|under|over|from|to|initially|finally|eventually|instead|where|how|why|if)\b"
    r"|\b(?:that|which|because|it|this)\b|n[’']t\b|\b(?:and|or|the|a|an|of|in|to|for|with|by|mrs|mr|ms)\.?$"
    r"|^''",
    re.IGNORECASE,
)
"""What holds or ends in a word of grammar is no noun phrase but the rest of a sentence."""
_LEADING = re.compile(
    r"^(?:(?:and|but|or|so|yet|then|as|when|while|because|although|though|after|before|since|if|meanwhile|"
    r"however|still|also|now|later|earlier|"
    r"instead|indeed|perhaps|even|again|once|until|where|for|in fact|on \w+day|last \w+|\w+day)\b[ ,\u00a0]*)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"[ \u00a0]+(?:also|later|then|has|have|had|is|was|are|were|be|been|being|will|would|did|does|do|not|"
    r"just|once|further|often|repeatedly|recently|previously|"
    r"reportedly|simply|even|still|never|always|again|first|quickly|famously|publicly|privately|openly|"
    r"flatly|can|could|may|might|\w+ly|"
    r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|night|evening|afternoon))?|\d{4})$"
)


@dataclass(frozen=True, slots=True, eq=False)
class EnglishWords:
    """The English words of one lexicon."""

    cue: re.Pattern[str]
    say: frozenset[str]
    tell: frozenset[str]
    titles: re.Pattern[str]
    bodies: re.Pattern[str]
    groups: frozenset[str]
    courtesy: frozenset[str]
    no_first: frozenset[str]
    short: frozenset[str]


def _forms(lexicon: Lexicon, table: str, *kinds: str) -> frozenset[str]:
    return frozenset(form for row in lexicon.rows(table) if row["kind"] in kinds for form in forms(row["en"]))


@lru_cache(maxsize=8)
def english_words(lexicon: Lexicon) -> EnglishWords:
    """The compiled English words of a lexicon."""
    say, tell = _forms(lexicon, "verbs", "say"), _forms(lexicon, "verbs", "tell")
    verbs = say | tell | _forms(lexicon, "verbs", "speak")
    titles = _forms(lexicon, "titles", "post", "honorific")
    return EnglishWords(
        re.compile(rf"(?<![\w-])(?:{alternatives(verbs)})\b"),
        say,
        tell,
        re.compile(
            rf"^(?:(?:{alternatives(titles)}|former|vice|deputy|chief|acting|then|republican|democratic|"
            rf"the)(?![\w.])[ \u00a0]*)+",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:{alternatives(_forms(lexicon, 'organizations', 'suffix', 'document'))})$", re.IGNORECASE),
        _forms(lexicon, "titles", "group", "kin"),
        _forms(lexicon, "titles", "honorific"),
        frozenset(form for row in lexicon.rows("not_names") for form in forms(row["en"])),
        frozenset(form for row in lexicon.rows("abbreviations") for form in forms(row["en"])),
    )


@dataclass(slots=True)
class Known:
    """Full names of one story: surname -> the names that end in it."""

    names: dict[str, set[str]] = field(default_factory=dict)


_DETERMINER = (
    r"(?:the|a|an|one|two|three|four|some|many|several|other|another|his|her|their|its|most|local|state|"
    r"federal|senior|top|former|"
    r"more than \w+|[A-Z][\w.]*[’']s)"
)
_NOUN_LEAD = re.compile(rf"(?:{_DETERMINER}[ \u00a0])?(?:[\w’'&-]++[ \u00a0]?){{0,6}}", re.IGNORECASE)
_DESCRIPTION = re.compile(
    rf"(?:{_DETERMINER}[ \u00a0](?:[\w’'.-]++[ \u00a0]?){{1,7}}|(?:[\w’'-]++[ \u00a0])?[\w’'-]*?(?:sources|"
    rf"officials|critics|supporters|experts|analysts|police|people|witnesses|"
    r"residents|voters|prosecutors|lawyers|lawmakers|authorities|investigators|republicans|democrats|"
    r"protesters|aides|advisers|groups)"
    r"|(?:[a-z][\w-]*[ \u00a0])?(?!does|says|goes)[a-z-]{4,}s)$",
    re.IGNORECASE,
)
_PAIR = re.compile(rf"(?<![\w.’'-])({_WORD})[ \u00a0]+((?:[A-Z][\w.’'-]*[ \u00a0]+){{0,2}})({_WORD})")


def known_of(text: str, words: EnglishWords) -> Known:
    """The full names in a text: two or three words with capitals, the first no title and no word of grammar."""
    known = Known()
    for match in _PAIR.finditer(text):
        first, middle, last = match[1], match[2], match[3]
        parts = [first, *middle.split(), last]
        while len(parts) > 1 and parts[0].strip(".’'s") in words.no_first:
            parts = parts[1:]
        if len(parts) < 2 or any(part.endswith(("’s", "'s")) for part in parts[:-1]):
            continue
        surname = re.sub(r"[’']s$|\.$", "", parts[-1])
        full = " ".join([*parts[:-1], surname])
        if len(surname) > 1 and surname not in words.no_first and not surname.isupper():
            known.names.setdefault(surname, set()).add(full)
    return known


_MINISTRY = re.compile(
    r"(?:Ministry|Department|Office|Bureau|Institute|University|Association|Federation|Commission"
    r"|Council|Board|Bank|Centre|Center|Committee|School|Union|Society|Academy|Agency|Embassy) (?:of|for|on)\b"
)
_POST_BEFORE_NAME = re.compile(
    r"(?:[A-Z][\w’'-]+ ){0,3}?(?:Minister(?: of State)?|Leader of the Opposition|Manager|Secretary|Director"
    r"|Commissioner|Superintendent|Chairman|Chairwoman|President|Mayor|Governor|Inspector|Officer|Administrator"
    r"|Attorney|Sheriff|Spokesman|Spokeswoman|Spokesperson|Coach|Engineer|Treasurer|Clerk|Justice|Chief)"
    r" (?=(?:[A-Z][\w.’'-]*(?: |$)){2,3}$)"
)
"""Law Minister H.R. Shivanand: what goes before a post belongs to it where a full name follows."""


def read_phrase(text: str, words: EnglishWords, known: Known) -> Person | None:
    """Read a subject as a person or body; None for a pronoun and where there is nothing.

    >>> from newsdoc.lexicon import Lexicon
    >>> read_phrase("Sen. Jane Doe", english_words(Lexicon.load()), Known())
    Person(name='Jane Doe', title='Sen.', organization=None)
    """
    text = _BRACKETS.sub("", text).strip(" \u00a0\n\t,—–-:;")
    text = _LEADING.sub("", text)
    while trailing := _TRAILING.search(text):
        text = text[: trailing.start()]
    text = re.sub(r"[’']s?$", "", text.strip(" \u00a0,—–-"))
    if text.endswith(".") and text[:-1].rpartition(" ")[2] not in words.short:
        text = text[:-1]
    if not text or len(text) > 120 or "\ue002" in text or _ANY_PRONOUN.match(text) or _NO_SUBJECT.search(text):
        return None
    runs = list(_RUN.finditer(text))
    if not runs or runs[-1].end() < len(text):
        return _described(text)
    last = runs[-1]
    lead, run = text[: last.start()].strip(), last.group()
    if lead and not _NOUN_LEAD.fullmatch(lead):
        if len(lead.split()) > 2 or not re.search(r"\b(?:in|on|at|and|of|to)$", lead):
            lead = ""
        else:
            return None
    if _MINISTRY.match(run):
        return Person(None, None, text if lead.lower() == "the" else run)
    title = _POST_BEFORE_NAME.match(run) or words.titles.match(run)
    name = run[title.end() :].strip() if title else run
    if (
        words.bodies.search(run)
        or re.match(r"(?:The|the)\b", run)
        or lead.lower() == "the"
        or (run.isupper() and len(run) < 7)
    ):
        body = text if lead.lower() == "the" else run
        return Person(None, None, body) if body.lower() not in ("the", "a") else None
    if not name:
        return Person(None, text)
    if employed := _EMPLOYED.fullmatch(name):
        return Person(employed[1], None, employed[2])
    if re.search(r"\b(?:of|for|the)\b", name):
        words_of_run = run.split()
        if title and len(words_of_run) > 4 and all(word[0].isupper() for word in words_of_run[-2:]):
            return Person(" ".join(words_of_run[-2:]), " ".join(words_of_run[:-2]))
        return Person(None, None, run)
    if re.search(r"\band\b", name):
        return Person(None, None, run)
    if re.search(r"[’']s(?=[ \u00a0])", name):
        name = re.split(r"[’']s[ \u00a0]+", name)[-1]
        name = words.titles.sub("", name).strip() or name
    before = [word for word in (title.group().split() if title else []) if word.lower() not in words.courtesy]
    post = " ".join(part for part in (_post(lead), " ".join(before)) if part) or None
    return Person(name, post)


def _post(lead: str) -> str:
    """The post before a name, from its last possessive or article on."""
    return re.split(r"(?:^|[ \u00a0])(?:the|a|an|The|A|An|his|her|their|its)[ \u00a0]|[’']s[ \u00a0]", " " + lead)[
        -1
    ].strip()


def _described(text: str) -> Person | None:
    return Person(None, text) if len(text.split()) <= 7 and _DESCRIPTION.match(text) else None
