"""Bylines that name the role behind the person: 吴梓涵/文 谭永胜/图, 本报记者 吴梓涵（文） 谭永胜（图）."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN
from newsdoc.recognise.names import is_name, names_in
from newsdoc.recognise.readings import BylineReading

if TYPE_CHECKING:
    from newsdoc.recognise.words import Words


@lru_cache(maxsize=8)
def _part(words: Words) -> re.Pattern[str]:
    return re.compile(
        rf"[\s\u3000、，]*(?:(?P<body>{words.agency})?[{HAN}]{{0,8}}(?:{words.role})[\s\u3000:：]*)?"
        rf"(?P<name>[{HAN}·]{{2,6}})\s*[/／]\s*(?P<role>{words.marked_role})(?![{HAN}])"
    )


@lru_cache(maxsize=8)
def _bracket(words: Words) -> re.Pattern[str]:
    name = rf"[{HAN}·]{{2,6}}"
    return re.compile(
        rf"[\s\u3000、，/／]*(?:(?P<body>[{HAN}A-Za-z]{{0,12}}?)(?P<head>{words.role})[\s\u3000:：]*)?"
        rf"(?P<names>{name}(?:[、，\s\u3000]{name}){{0,5}})\s*[（(](?P<role>{words.marked_role})[）)]"
    )


def _bracketed(text: str, start: int, words: Words) -> list[BylineReading]:
    """A role before the names says who they are, the one in brackets what they did; the first counts for writers."""
    readings: list[BylineReading] = []
    at = start
    while at < len(text):
        found = _bracket(words).match(text, at)
        people = names_in(found["names"], words, loose=True) if found else None
        if found is None or not people:
            return []
        kind = words.roles[found["role"]]
        if kind == "author" and found["head"]:
            kind = words.roles[found["head"]]
        readings.append(BylineReading(at, found.end(), kind, found["body"] or None, tuple(people)))
        at = found.end()
    return readings


def named_before_role(text: str, start: int, end: int, words: Words) -> list[BylineReading]:
    """The readings of ``text[start:end]`` where all of it is names with a role behind a slash; none otherwise.

    A role before a name (全媒体记者) may open a part; it is the role behind the name that counts.

    >>> from newsdoc.lexicon import Lexicon
    >>> from newsdoc.recognise.words import words_of
    >>> line = "全媒体记者 吴梓涵/文 谭永胜/图"
    >>> [(r.kind, r.people) for r in named_before_role(line, 0, len(line), words_of(Lexicon.load()))]
    [('author', ('吴梓涵',)), ('photographer', ('谭永胜',))]
    """
    if text.endswith(("）", ")")):
        return _bracketed(text, start, words)
    if "/" not in text and "／" not in text:
        return []
    readings: list[BylineReading] = []
    at = start
    while at < end:
        found = _part(words).match(text, at, end)
        if found is None or not is_name(found["name"], words):
            return []
        readings.append(BylineReading(at, found.end(), words.roles[found["role"]], found["body"], (found["name"],)))
        at = found.end()
    return readings
