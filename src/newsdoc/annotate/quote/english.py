"""English: quotations and reported speech of the paragraphs of one story."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsdoc.annotate.quote.english_speaker import (
    PRONOUN,
    EnglishWords,
    Known,
    english_words,
    known_of,
    read_phrase,
)
from newsdoc.annotate.quote.marks import OPENING, Segment, segments
from newsdoc.model.annotation import Person, Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.lexicon import Lexicon

_STOP = re.compile(r"[.!?]+[\"”’]*(?=[\s“\"\ue002]|$)|\n")
_LAST_WORD = re.compile(r"(\w+)$")
_MASK = "\ue002"
_WINDOW = 260


_CHUNK = re.compile(r"[,;:—–]|[ \u00a0]-+[ \u00a0]")
_INSIDE = re.compile(r"\([^()]{0,60}\)")
_APPOSED = re.compile(
    r"(?:the|a|an|his|her|its|their|one|who|which|whose|former|president|chairman|director|head|chief|"
    r"[a-z]+|[A-Z][\w.]*[’']s|[A-Z]\w+ [a-z])\b"
)


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


def english(paragraphs: Sequence[str], lexicon: Lexicon, known: Sequence[Person] = ()) -> list[list[Quote]]:
    """The quotes of each paragraph of one story.

    >>> from newsdoc.lexicon import Lexicon
    >>> [[(q.text, q.speaker.name) for q in found] for found in english(["“Not yet,” said Jane Roe."], Lexicon.load())]
    [[('Not yet,', 'Jane Roe')]]
    """
    words = english_words(lexicon)
    names = known_of("\n".join(paragraphs), words)
    for person in known:
        if person.name and " " in person.name:
            names.names.setdefault(person.name.split()[-1], set()).add(person.name)
    story = Story(words, names)
    single = not any(mark in paragraph for paragraph in paragraphs for mark in '“"')
    found: list[list[Quote]] = []
    for number, paragraph in enumerate(paragraphs):
        following = next((p.lstrip()[:1] for p in paragraphs[number + 1 : number + 3] if p.strip()), "")
        quotes = _paragraph(paragraph, bool(following) and following in OPENING, single, story)
        found.append(quotes)
        story.count += len(quotes)
        if paragraph.strip():
            story.previous = paragraph
    return found


def _paragraph(text: str, runs_on: bool, single: bool, story: Story) -> list[Quote]:
    if not text.strip():
        return []
    parts = segments(text, single=single)
    masked = text
    if parts:
        out, at = [], 0
        for part in parts:
            out += [text[at : part.start], _MASK * (part.end - part.start)]
            at = part.end
        masked = "".join([*out, text[at:]])
    masked = _PARTY.sub(lambda match: "(" + "x" * (len(match.group()) - 2) + ")", masked)
    stops = _stops(masked, story.words.short)
    quotes: list[Quote] = []
    voices: list[Voice] = []
    for index in range(len(parts)):
        quote, voice = _quotation(text, masked, parts, index, stops, voices, story)
        voices.append(voice)
        if quote is not None:
            quotes.append(quote)
    quotes = _linked(text, parts, quotes, runs_on, story)
    reports = _reports(text, masked, story)
    story.intro = NOBODY
    if text.rstrip().endswith(":"):
        story.intro = _before(text, masked, 0, len(text.rstrip()), story) or NOBODY
    if not reports:
        return quotes
    ends = sorted((report.start, report.end) for report in reports)
    kept = [quote for quote in quotes if quote.kind != "partial" or not _held(quote, ends)]
    return sorted([*kept, *reports], key=lambda quote: (quote.start, -quote.end))


def _held(quote: Quote, spans: list[tuple[int, int]]) -> bool:
    """Whether a fragment is part of reported speech that is given whole."""
    place = bisect_right(spans, (quote.start, len(spans) and spans[-1][1])) - 1
    return place >= 0 and quote.end <= spans[place][1] + 2


_PARTY = re.compile(r"\([A-Z][^()\n\ue002]{0,30}\)")


def _stops(masked: str, short: frozenset[str]) -> list[int]:
    """Where sentences end: no stop after a title, a state or an initial."""
    found = []
    for match in _STOP.finditer(masked):
        word = _LAST_WORD.search(masked, max(0, match.start() - 12), match.start()) if match.group() == "." else None
        if word is None or not (word[1] in short or (len(word[1]) == 1 and word[1].isupper())):
            found.append(match.end())
    return found


def _sentence_end(masked: str, at: int, short: frozenset[str]) -> int:
    window = masked[at : at + _WINDOW]
    stops = _stops(window, short)
    return at + (stops[0] if stops else len(window))


def _quotation(
    text: str, masked: str, parts: list[Segment], index: int, stops: list[int], voices: list[Voice], story: Story
) -> tuple[Quote | None, Voice]:
    part = parts[index]
    start, end = part.inner_start, part.inner_end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end <= start or not part.opened:
        return None, NOBODY
    said = text[start:end]
    low = max(_last_stop(stops, part.start), part.start - _WINDOW)
    head = masked[low : part.start].rstrip()
    before = head[-1:] if head.strip(" \u00a0—–-") else ""
    voice = _before(text, masked, low, part.start, story) if head.strip(" \u00a0") and _MASK not in head[-1:] else None
    # After a full stop inside the marks a new sentence begins, which reports something else.
    after = None if said[-1] == "." and not _SIGNED.match(masked, part.end) else _after(text, masked, part.end, story)
    at_start = before == "" or before == _MASK
    final = said[-1] in ".!?…,—-–"
    capital = said[0].isupper() or not said[0].isalpha()
    first = at_start and index == 0 and not text[: part.start].strip()
    if at_start:
        kind = "direct" if final or len(said.split()) > 2 else "term"
        resolved = after or (story.intro if first and story.intro.person else None)
        if resolved is None and first and story.running is not None:
            resolved = _carry(story.last)
        if resolved is None and index and voices[index - 1].person is not None:
            resolved = _carry(voices[index - 1])
        chosen = resolved or NOBODY
    elif before in ",:;—–":
        kind = "direct" if said[-1] in ".!?…" or voice or after or len(said.split()) > 4 else "term"
        chosen = voice or after or (_carry(voices[index - 1]) if index and voices[index - 1].person else NOBODY)
    else:
        verb = _LAST_WORD.search(head)
        adjacent = verb is not None and story.words.cue.fullmatch(verb[1]) is not None
        kind = "direct" if adjacent and capital and said[-1] in ".!?," else "partial"
        if (voice is None and after is None and not (adjacent and kind == "direct")) or (
            capital and len(said.split()) < 5 and not adjacent
        ):
            kind = "term"
        chosen = voice or after or NOBODY
    if kind == "term":
        return None, NOBODY
    if chosen.person is not None:
        story.last = chosen
    return Quote(start, end, said, kind, chosen.person, chosen.source if chosen.person else None, chosen.cue), chosen


def _context(text: str, at: int, story: Story) -> str:
    """The text before an offset, as far as a pronoun may reach."""
    return story.previous[-300:] + " " + text[max(0, at - 300) : at]


def _last_stop(stops: list[int], at: int) -> int:
    index = bisect_right(stops, at)
    return stops[index - 1] if index else 0


def _carry(voice: Voice) -> Voice:
    return replace(voice, source="carried" if voice.person else None)


def _subject(phrase: str, story: Story, before: str) -> Voice | None:
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
        person = _pronoun(words[-1], before, story)
        return Voice(person, "pronoun" if person else None, None)
    if closed or words[-1] in ("who", "which"):
        for number in range(len(chunks) - 2, max(-1, len(chunks) - 5), -1):
            holder = read_phrase(chunks[number], story.words, story.known)
            if holder is not None and (holder.name or holder.organization) and not _APPOSED.match(chunks[number]):
                post = chunks[number + 1]
                if holder.name and not holder.title and _APPOSED.match(post) and len(post.split()) < 14:
                    holder = replace(holder, title=post)
                return Voice(holder, "name", None)
            if not _APPOSED.match(chunks[number]):
                break
        if words[-1] in ("who", "which"):
            return None
    person = read_phrase(tail, story.words, story.known)
    return Voice(person, "name", None) if person else None


def _pronoun(word: str, before: str, story: Story) -> Person | None:
    """The one person whom the sentences before name; nobody where there are two."""
    person = story.last.person
    if person is None or not person.name:
        return None
    surname = person.name.split()[-1]
    near = before[-300:]
    mentioned = {name for name in re.findall(r"[A-Z][\w’'-]+", near) if name in story.known.names}
    if not mentioned <= {surname} or surname not in near:
        return None
    return person


def _before(text: str, masked: str, low: int, start: int, story: Story) -> Voice | None:
    """The report that opens before a quotation: subject, verb, and little else between verb and mark."""
    low = max(low, start - _WINDOW)
    found = list(story.words.cue.finditer(masked, low, start))
    if not found:
        return None
    cue = found[-1]
    between = masked[cue.end() : start]
    if _MASK in between and len(between) > 60:
        return None
    voice = _subject(masked[low : cue.start()], story, _context(text, low, story))
    if voice is None and len(found) > 1:
        voice = _subject(masked[low : found[-2].start()], story, _context(text, low, story))
    return replace(voice, cue=cue.group()) if voice else None


_SIGNED = re.compile(r"[ \u00a0]*[―—–][ \u00a0]*([A-Z][\w.’'-]*+(?: [A-Z][\w.’'-]*+){0,4})[. ]*+$")
_INVERTED = re.compile(r"[ \u00a0,]*")


def _after(text: str, masked: str, end: int, story: Story) -> Voice | None:
    """The report that follows a quotation: said Jane Roe, or Jane Roe said."""
    limit = _sentence_end(masked, end, story.words.short)
    signed = _SIGNED.match(masked, end)
    if signed:
        return Voice(read_phrase(signed[1], story.words, story.known), "name", None)
    at = _INVERTED.match(masked, end).end()  # type: ignore[union-attr]
    cue = story.words.cue.search(masked, at, limit)
    if cue is None or _MASK in masked[at : cue.start()] or "." in masked[end:at]:
        return None
    if cue.start() == at:
        rest = masked[cue.end() : limit]
        if story.words.tell and cue.group() in story.words.tell:
            return None
        phrase = re.split(
            rf"[,;:—–{_MASK}]|[ \u00a0](?:in|on|at|during|after|before|when|while|as|who|to|with|about|from|by|via|"
            rf"last|this|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|[ \u00a0]-",
            rest,
        )[0].strip()
        if PRONOUN.match(phrase):
            person = _pronoun(phrase, _context(text, end, story), story)
            return Voice(person, "pronoun" if person else None, cue.group())
        found = read_phrase(phrase, story.words, story.known)
        if found and found.name and not found.title:
            apposition = re.match(
                r",[ \u00a0]*((?:the|a|an|his|her|[A-Z]\w+[’']s)[ \u00a0][^,;:—–]{3,60})[,.]",
                rest[len(phrase) + 1 :] + ".",
            )
            if apposition:
                found = replace(found, title=apposition[1].rstrip(". "))
        return Voice(found, "name", cue.group()) if found else None
    subject = masked[at : cue.start()]
    if len(subject.split()) > 16:
        return None
    voice = _subject(subject, story, _context(text, end, story))
    return replace(voice, cue=cue.group()) if voice else None


def _linked(text: str, parts: list[Segment], quotes: list[Quote], runs_on: bool, story: Story) -> list[Quote]:
    out = list(quotes)
    if (
        story.running is not None
        and quotes
        and not text[: parts[0].start].strip()
        and quotes[0].start >= parts[0].start
    ):
        out[0] = replace(quotes[0], continues=story.running)
    for number in range(1, len(out)):
        between = text[out[number - 1].end : out[number].start]
        joined = out[number].cue == out[number - 1].cue and out[number].cue is not None
        if (
            joined
            and out[number].kind == "direct"
            and out[number - 1].kind == "direct"
            and re.search(r",[ \u00a0]*[“\"]$", between)
            and not re.search(r"[.!?]", between)
        ):
            out[number] = replace(out[number], continues=story.count + number - 1)
    story.running = None
    if parts and not parts[-1].closed and runs_on and out:
        story.running = story.count + len(out) - 1
    return out


def _reports(text: str, masked: str, story: Story) -> list[Quote]:
    """Reported speech without marks: X said that it is so; it is so, X said."""
    found: list[Quote] = []
    at = 0
    for end in [*_stops(masked, story.words.short), len(masked)]:
        if end > at:
            report = _report(text, masked, at, end, story)
            if report:
                found.append(report)
        at = end
    return found


_NO_CLAUSE = re.compile(
    r"(?:by|in|on|at|about|to|for|with|from|of|as|against|and|or|is|was|are|were|up|out|upon|into|over|"
    r"when|during|after|before)\b"
)


_ACCORDING = re.compile(r"\b[Aa]ccording to[ \u00a0]+([^,;:\n]{3,80}?)(?=[,;.:]|$)")
_TOLD = re.compile(
    r"[ \u00a0]+(?:reporters|journalists|him|her|me|us|them|investors|(?:the|a|an)[ ](?:\w+[ ]?){1,3}(?=that\b)|the[ ][\w’]+"
    r"|[A-Z][\w.’-]*+(?:[ ][A-Z][\w.’-]*+){0,4})(?:[ ]on[ ]\w+day)?[ \u00a0]+(?:that[ \u00a0]+)?"
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
    if len(masked[start:stop].split()) < 3 or masked[start] == _MASK:
        return None
    source = voice.source if voice.person else None
    return Quote(start, stop, text[start:stop], "indirect", voice.person, source, voice.cue)


def _forward(text: str, masked: str, start: int, end: int, cue: re.Match[str], story: Story) -> Quote | None:
    """X said that it is so."""
    voice = _subject(masked[max(start, cue.start() - _WINDOW) : cue.start()], story, _context(text, start, story))
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
    mark = said.find(_MASK)
    if mark >= 0 and len(said[:mark].split()) < 3 and said[:mark].rstrip().endswith((",", ":")):
        return None
    return _said(text, masked, (content, end), replace(voice, cue=cue.group()))


def _backward(text: str, masked: str, start: int, end: int, cue: re.Match[str], story: Story) -> Quote | None:
    """It is so, X said."""
    comma = masked.rfind(",", start, cue.start())
    if comma < 0 or len(masked[cue.end() : end].split()) > 4 or _MASK in masked[comma:end]:
        return None
    voice = _subject(masked[comma + 1 : cue.start()], story, _context(text, start, story))
    if voice is None or len(masked[comma + 1 : cue.start()].split()) > 8:
        return None
    return _said(text, masked, (start, comma), replace(voice, cue=cue.group()))
