"""English: reported speech without marks, one report a sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from newsdoc.annotate.quote.english_speaker import read_phrase
from newsdoc.annotate.quote.english_subject import MASK, WINDOW, Story, Voice, context, stops_of, subject_of
from newsdoc.model.annotation import Quote


def reports_of(text: str, masked: str, story: Story) -> list[Quote]:
    """Reported speech without marks: X said that it is so; it is so, X said."""
    found: list[Quote] = []
    at = 0
    for end in [*stops_of(masked, story.words.short), len(masked)]:
        if end > at:
            report = _report(text, masked, at, end, story)
            if report:
                found.append(report)
        at = end
    return found


_NO_CLAUSE = re.compile(
    r"(?:by|in|on|at|about|to|for|with|from|of|as|against|and|or|is|was|are|were|up|out|upon|into|over|when|"
    r"during|after|before)\b"
)
_ACCORDING = re.compile(r"\b[Aa]ccording to[ \u00a0]+([^,;:\n]{3,80}?)(?=[,;.:]|$)")
_TOLD = re.compile(
    r"[ \u00a0]+(?:reporters|journalists|him|her|me|us|them|investors|(?:the|a|an)[ ](?:\w++[ ]?){1,3}(?=that\b)"
    r"|the[ ][\w’]+|[A-Z][\w.’-]*+(?:[ ][A-Z][\w.’-]*+){0,4})(?:[ ]on[ ]\w+day)?[ \u00a0]+(?:that[ \u00a0]+)?"
)
_THAT = re.compile(r"[ \u00a0]*(?:(?:that|on \w+day that|\w+day that)[ \u00a0]+)?")


def _report(text: str, masked: str, start: int, end: int, story: Story) -> Quote | None:
    """The reported speech of one sentence."""
    according = _ACCORDING.search(masked, start, end)
    if according:
        person = read_phrase(according[1], story.words, story.known)
        first = not masked[start : according.start()].strip()
        span = (according.end() + 1, end) if first else (start, according.start())
        return _said(text, masked, span, Voice(person, "name", "according to"))
    verbs = story.words.say | story.words.tell
    cues = [cue for cue in story.words.cue.finditer(masked, start, end) if cue.group() in verbs]
    if not cues:
        return None
    return _forward(text, masked, start, end, cues[0], story) or _backward(text, masked, start, end, cues[-1], story)


def _said(text: str, masked: str, span: tuple[int, int], voice: Voice) -> Quote | None:
    start, stop = span
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] in ".!?,;:—–"):
        stop -= 1
    if len(masked[start:stop].split()) < 3 or masked[start] == MASK:
        return None
    source = voice.source if voice.person else None
    return Quote(start, stop, text[start:stop], "indirect", voice.person, source, voice.cue)


def _forward(text: str, masked: str, start: int, end: int, cue: re.Match[str], story: Story) -> Quote | None:
    """X said that it is so."""
    voice = subject_of(masked[max(start, cue.start() - WINDOW) : cue.start()], story, context(text, start, story))
    if voice is None:
        return None
    told = cue.group() in story.words.tell
    that = (_TOLD if told else _THAT).match(masked, cue.end(), end)
    if told and that is None:
        return None
    content = that.end() if that else cue.end()
    said = masked[content:end]
    if not said or said[0] in ",:;.?!" or cue.group().endswith("ing"):
        return None
    if not (that and "that" in that.group()) and _NO_CLAUSE.match(said):
        return None
    mark = said.find(MASK)
    if mark >= 0 and len(said[:mark].split()) < 3 and said[:mark].rstrip().endswith((",", ":")):
        return None
    return _said(text, masked, (content, end), replace(voice, cue=cue.group()))


def _backward(text: str, masked: str, start: int, end: int, cue: re.Match[str], story: Story) -> Quote | None:
    """It is so, X said."""
    comma = masked.rfind(",", start, cue.start())
    if comma < 0 or len(masked[cue.end() : end].split()) > 4 or MASK in masked[comma:end]:
        return None
    voice = subject_of(masked[comma + 1 : cue.start()], story, context(text, start, story))
    if voice is None or len(masked[comma + 1 : cue.start()].split()) > 8:
        return None
    return _said(text, masked, (start, comma), replace(voice, cue=cue.group()))
