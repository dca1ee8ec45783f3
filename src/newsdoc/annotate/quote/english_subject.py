"""English: the state of one story, where sentences end, and the subject beside a reporting verb."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsdoc.annotate.quote.english_speaker import PRONOUN, EnglishWords, Known, read_phrase

if TYPE_CHECKING:
    from newsdoc.model.annotation import Person

_STOP = re.compile(r"[.!?]+[\"”’]*(?=[\s“\"\ue002]|$)|\n")
LAST_WORD = re.compile(r"(\w+)$")
MASK = "\ue002"
WINDOW = 260


_CHUNK = re.compile(r"[,;:—–]|[ \u00a0]-+[ \u00a0]")
_INSIDE = re.compile(r"\([^()]{0,60}\)")
_APPOSED = re.compile(
    r"(?:the|a|an|his|her|its|their|one|who|which|whose|former|president|chairman|director|head|chief|"
    r"[a-z]+|[A-Z][\w.]*[’']s|[A-Z]\w+ [a-z])\b"
)


_AGE = re.compile(r"\d{1,3}")
_NO_POST = re.compile(
    r"(?:\w+ing|\w+ed|who|which|whose|one|in|at|on|after|before|while|when|as|from|with)\b|(?:\S+\s+){13}\S"
)
"""A clause and no post: speaking in Virginia."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, how the text tells it, and the verb."""

    person: Person | None
    source: str | None
    cue: str | None


NOBODY = Voice(None, None, None)


@dataclass(slots=True)
class Story:
    """What is carried from paragraph to paragraph."""

    words: EnglishWords
    known: Known
    last: Voice = NOBODY
    intro: Voice = NOBODY
    running: int | None = None
    count: int = 0
    previous: str = ""


def stops_of(masked: str, short: frozenset[str]) -> list[int]:
    """Where sentences end: no stop after a title, a state or an initial."""
    found = []
    for match in _STOP.finditer(masked):
        word = LAST_WORD.search(masked, max(0, match.start() - 12), match.start()) if match.group() == "." else None
        if word is None or not (word[1] in short or (len(word[1]) == 1 and word[1].isupper())):
            found.append(match.end())
    return found


def sentence_end(masked: str, at: int, short: frozenset[str]) -> int:
    window = masked[at : at + WINDOW]
    stops = stops_of(window, short)
    return at + (stops[0] if stops else len(window))


def context(text: str, at: int, story: Story) -> str:
    """The text before an offset, as far as a pronoun may reach."""
    return story.previous[-300:] + " " + text[max(0, at - 300) : at]


def subject_of(phrase: str, story: Story, before: str) -> Voice | None:
    """The subject at the end of a phrase; of an apposition (Jane Roe, the firm's founder) the name before it."""
    chunks = [chunk.strip() for chunk in _CHUNK.split(_INSIDE.sub("", phrase))]
    closed = len(chunks) > 1 and not chunks[-1]
    if closed:
        chunks.pop()
    tail = chunks[-1]
    words = tail.split()
    if not words:
        return None
    if PRONOUN.match(words[-1]) and len(words) <= 5:
        person = pronoun_of(words[-1], before, story)
        return Voice(person, "pronoun" if person else None, None)
    if closed or words[-1] in ("who", "which"):
        for number in range(len(chunks) - 2, max(-1, len(chunks) - 5), -1):
            if _AGE.fullmatch(chunks[number]):
                continue
            holder = read_phrase(chunks[number], story.words, story.known)
            if holder is not None and (holder.name or holder.organization) and not _APPOSED.match(chunks[number]):
                post = chunks[number + 1]
                if holder.name and not holder.title and _APPOSED.match(post) and not _NO_POST.match(post):
                    holder = replace(holder, title=post)
                return Voice(holder, "name", None)
            if not _APPOSED.match(chunks[number]):
                break
        if words[-1] in ("who", "which"):
            return None
    person = read_phrase(tail, story.words, story.known)
    return Voice(person, "name", None) if person else None


_NAMED_UP_TO = re.compile(
    rf"[,;:—–{MASK}]|[ \u00a0](?:in|on|at|during|after|before|when|while|as|who|to|with|about|from|by|via|"
    rf"last|this|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|[ \u00a0]-"
)
_POST_BEHIND = re.compile(r",[ \u00a0]*((?:the|a|an|his|her|[A-Z]\w+[’']s)[ \u00a0][^,;:—–]{3,60})[,.]")


def inverted_subject(rest: str, cue: str, before: str, story: Story) -> Voice | None:
    """The subject that stands behind its verb, at the head of ``rest``: said Jane Roe, the firm's founder."""
    phrase = _NAMED_UP_TO.split(rest)[0].strip()
    if PRONOUN.match(phrase):
        person = pronoun_of(phrase, before, story)
        return Voice(person, "pronoun" if person else None, cue)
    found = read_phrase(phrase, story.words, story.known)
    if found and found.name and not found.title:
        apposition = _POST_BEHIND.match(rest[len(phrase) + 1 :] + ".")
        if apposition:
            found = replace(found, title=apposition[1].rstrip(". "))
    return Voice(found, "name", cue) if found else None


def pronoun_of(word: str, before: str, story: Story) -> Person | None:
    """The one person whom the sentences before name; nobody where there are two."""
    person = story.last.person
    if person is None or not person.name:
        return None
    surname = person.name.split()[-1]
    near = before[-300:]
    mentioned = {name for name in re.findall(r"[A-Z][\w’'-]+", near) if name in story.known.names}
    if not mentioned <= set(person.name.split()) or surname not in near:
        return None
    return person
