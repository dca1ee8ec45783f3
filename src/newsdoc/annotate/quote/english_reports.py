"""English: reported speech without marks, one report a sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from newsdoc.annotate.quote.english_speaker import read_phrase
from newsdoc.annotate.quote.english_subject import (
    MASK,
    NOBODY,
    WINDOW,
    Story,
    Voice,
    context,
    inverted_subject,
    stops_of,
    subject_of,
)
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
_ADJUNCT = re.compile(
    r"(?:in|with|as|after|before|while|when|adding|citing|noting|which|who|but|and|though|because|amid|at|on|by|to)\b"
)
_CLOSES = re.compile(r"(?:[ \u00a0]on[ \u00a0]\w+day|[ \u00a0]\w+day)?,[ \u00a0]")
_WITH_THAT = re.compile(r"[ \u00a0]+that[ \u00a0]+(?!of\b|is\b|was\b)")
_UNNAMED = re.compile(
    r"(?:\b(?:they|it|we|I|you|It|They|We|You)|,?[ \u00a0](?:and|but))"
    r"(?:[ \u00a0](?:also|have|has|had|then|later|even|still))?[ \u00a0]+$"
)
"""A pronoun that may stand for anyone, or a second verb of a subject that stands further off: who it is stays open."""
_NAMED = re.compile(
    r"[ \u00a0](?![^.,;]*\b(?:will|would|can|could|is|was|are|were|has|had|have)\b)(?:[^ .,;]+\.?[ ,;]?){1,8}"
)
_MODAL = re.compile(r"\b(?:will|would|can|could|may|might|must|shall|should|to)[ \u00a0]+(?:also[ \u00a0]+)?$")
"""will add 14 sailings: no report, if no "that" follows."""
_SHORT = re.compile(
    r"[ \u00a0](?![^.,;]*\b(?:will|would|can|could|is|was|are|were|has|had|have)\b)"
    r"(?:[\w’'-]++[ \u00a0]?){1,4}(?:[.,;]|$)"
)
"""The end of a sentence that is a verb and its subject: said experts."""
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
    every = list(story.words.cue.finditer(masked, start, end))
    cues = [cue for cue in every if cue.group() in verbs or _WITH_THAT.match(masked, cue.end(), end)]
    for cue in cues:
        inverted = _inverted(text, masked, start, end, cue, story) if cue.group() in verbs else None
        if report := inverted or _forward(text, masked, start, end, cue, story):
            return report
    for cue in cues:
        if cue.group() not in verbs:
            continue
        if report := _within(text, masked, start, end, cue, story):
            return report
    said = [cue for cue in cues if cue.group() in verbs]
    return _backward(text, masked, start, end, said[-1], story) if said else None


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
    before = masked[max(start, cue.start() - WINDOW) : cue.start()]
    voice = subject_of(before, story, context(text, start, story))
    if voice is None:
        if not _UNNAMED.search(before):
            return None
        voice = NOBODY
    told = cue.group() in story.words.tell
    that = (_TOLD if told else _THAT).match(masked, cue.end(), end)
    if told and that is None:
        return None
    content = that.end() if that else cue.end()
    said = masked[content:end]
    if not said or said[0] in ",:;.?!" or cue.group().endswith("ing"):
        return None
    if not (that and "that" in that.group()) and (_NO_CLAUSE.match(said) or _MODAL.search(before)):
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


def _inverted(text: str, masked: str, start: int, end: int, cue: re.Match[str], story: Story) -> Quote | None:
    """It is so, said X, the head of Y."""
    comma = len(masked[start : cue.start()].rstrip()) + start - 1
    if comma <= start or masked[comma] != "," or cue.group() in story.words.tell or MASK in masked[cue.end() : end]:
        return None
    voice = inverted_subject(masked[cue.end() : end], cue.group(), context(text, start, story), story)
    named = voice is not None and voice.person is not None and voice.person.name is not None
    shape = _NAMED if named else _SHORT
    if voice is None or voice.person is None or not shape.match(masked, cue.end(), end):
        return None
    return _said(text, masked, (start, comma), voice)


def _within(text: str, masked: str, start: int, end: int, cue: re.Match[str], story: Story) -> Quote | None:
    """The plan, X said, is sound: what is said from the verb to the end of the sentence."""
    behind = _CLOSES.match(masked, cue.end(), end)
    comma = masked.rfind(",", start, cue.start())
    subject = masked[comma + 1 : cue.start()]
    if behind is None or comma <= start or not subject.strip() or len(subject.split()) > 8 or MASK in subject:
        return None
    voice = subject_of(subject, story, context(text, start, story))
    if voice is None:
        return None
    # The plan is sound, X said, in a bid to calm them: what follows is no clause of its own.
    low, high = (start, comma) if _ADJUNCT.match(masked, behind.end()) else (behind.end(), end)
    return _said(text, masked, (low, high), replace(voice, cue=cue.group()))
