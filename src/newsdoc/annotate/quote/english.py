"""English: quotations and reported speech of the paragraphs of one story."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdoc.annotate.quote.english_reports import reports_of
from newsdoc.annotate.quote.english_speaker import english_words, known_of, read_phrase
from newsdoc.annotate.quote.english_subject import (
    LAST_WORD,
    MASK,
    NOBODY,
    WINDOW,
    Story,
    Voice,
    context,
    inverted_subject,
    sentence_end,
    stops_of,
    subject_of,
)
from newsdoc.annotate.quote.marks import OPENING, Segment, segments
from newsdoc.model.annotation import Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.lexicon import Lexicon
    from newsdoc.model.annotation import Person


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
            out += [text[at : part.start], MASK * (part.end - part.start)]
            at = part.end
        masked = "".join([*out, text[at:]])
    masked = _PARTY.sub(lambda match: "(" + "x" * (len(match.group()) - 2) + ")", masked)
    stops = stops_of(masked, story.words.short)
    quotes: list[Quote] = []
    voices: list[Voice] = []
    reports = reports_of(text, masked, story)
    told = iter(reports)
    report = next(told, None)
    for index in range(len(parts)):
        while report is not None and report.end <= parts[index].start:
            if report.speaker is not None and report.speaker.name:
                story.last = Voice(report.speaker, "name", report.cue)
            report = next(told, None)
        quote, voice = _quotation(text, masked, parts, index, stops, voices, story)
        voices.append(voice)
        if quote is not None:
            quotes.append(quote)
    quotes = _linked(text, parts, quotes, runs_on, story)
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


_WORD = re.compile(r"\w")
_PARTY = re.compile(r"\([A-Z][^()\n\ue002]{0,30}\)")


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
    if not _WORD.search(said):
        return None, NOBODY
    low = max(_last_stop(stops, part.start), part.start - WINDOW)
    head = masked[low : part.start].rstrip()
    before = head[-1:] if head.strip(" \u00a0—–-") else ""
    voice = _before(text, masked, low, part.start, story) if head.strip(" \u00a0") and MASK not in head[-1:] else None
    # After a full stop inside the marks a new sentence begins, which reports something else.
    after = None if said[-1] == "." and not _SIGNED.match(masked, part.end) else _after(text, masked, part.end, story)
    at_start = before == "" or before == MASK
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
        verb = LAST_WORD.search(head)
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


def _last_stop(stops: list[int], at: int) -> int:
    index = bisect_right(stops, at)
    return stops[index - 1] if index else 0


def _carry(voice: Voice) -> Voice:
    return replace(voice, source="carried" if voice.person else None)


def _before(text: str, masked: str, low: int, start: int, story: Story) -> Voice | None:
    """The report that opens before a quotation: subject, verb, and little else between verb and mark."""
    low = max(low, start - WINDOW)
    found = list(story.words.cue.finditer(masked, low, start))
    if not found:
        return None
    cue = found[-1]
    between = masked[cue.end() : start]
    if MASK in between and len(between) > 60:
        return None
    voice = subject_of(masked[low : cue.start()], story, context(text, low, story))
    if voice is None and len(found) > 1:
        voice = subject_of(masked[low : found[-2].start()], story, context(text, low, story))
    return replace(voice, cue=cue.group()) if voice else None


_SIGNED = re.compile(r"[ \u00a0]*[―—–][ \u00a0]*([A-Z][\w.’'-]*+(?: [A-Z][\w.’'-]*+){0,4})[. ]*+$")


def _after(text: str, masked: str, end: int, story: Story) -> Voice | None:
    """The report that follows a quotation: said Jane Roe, or Jane Roe said."""
    limit = sentence_end(masked, end, story.words.short)
    signed = _SIGNED.match(masked, end)
    if signed:
        return Voice(read_phrase(signed[1], story.words, story.known), "name", None)
    at = end
    while masked[at : at + 1] in tuple(" \u00a0,"):
        at += 1
    cue = story.words.cue.search(masked, at, limit)
    if cue is None or MASK in masked[at : cue.start()] or "." in masked[end:at]:
        return None
    if cue.start() == at:
        if cue.group() in story.words.tell:
            return None
        return inverted_subject(masked[cue.end() : limit], cue.group(), context(text, end, story), story)
    subject = masked[at : cue.start()]
    if len(subject.split()) > 16:
        return None
    voice = subject_of(subject, story, context(text, end, story))
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
