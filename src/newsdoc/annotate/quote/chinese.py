"""Chinese: quotations and reported speech of the paragraphs of one story, in reading order."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdoc.annotate.quote.elsewhere import fill
from newsdoc.annotate.quote.frame import (
    UNREADABLE,
    Frame,
    Story,
    clause_start,
    content_of,
    frame_of,
    mask,
    sentence,
    speech_of,
)
from newsdoc.annotate.quote.marks import OPENING, Segment
from newsdoc.annotate.quote.memory import Memory
from newsdoc.annotate.quote.reports import Report, opens, report_of
from newsdoc.annotate.quote.resolve import NOBODY, Voice, recent_person
from newsdoc.annotate.quote.subject import SPEECH, TERM, head_of_sentence, phrase_before
from newsdoc.annotate.quote.words import Words, words_of
from newsdoc.model.annotation import Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.lexicon import Lexicon
    from newsdoc.model.annotation import Person

_SHORTEST_CLAUSE, _SHORTEST_CLAUSE_WITHOUT_MARK = 2, 5
_BLANK = " \u3000\u00a0\t"
Speech = tuple[Segment, "int | None", "int | None"]
Given = tuple[Voice, "Report | None"]


def chinese(paragraphs: Sequence[str], lexicon: Lexicon, known: Sequence[Person] = ()) -> list[list[Quote]]:
    """The quotes of each paragraph of one story.

    >>> from newsdoc.lexicon import Lexicon
    >>> [[(q.text, q.speaker.name) for q in found] for found in chinese(["苏晴说：“水退了。”"], Lexicon.load())]
    [[('水退了。', '苏晴')]]
    """
    memory = Memory("\n".join(paragraphs))
    for person in known:
        memory.add(person)
    story = Story(lexicon, words_of(lexicon), memory)
    found: list[list[Quote]] = []
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1].lstrip()[:1] if number + 1 < len(paragraphs) else ""
        quotes = _paragraph(paragraph, bool(following) and following in OPENING, story)
        found.append(quotes)
        story.count += len(quotes)
        story.offset += len(paragraph) + 1
    fill(story.memory, lexicon, story.words)
    return [[_complete(quote, memory) for quote in quotes] for quotes in found]


_GOES_ON = re.compile(
    rf"\s*(?:[^。！？“「]{{0,30}}[，据據])?(?:[他她该該]|其(?![中他实實余餘次间間])|[{''.join(sorted(OPENING))}‘])"
)
"""How a paragraph opens that still speaks of the person of the one before."""


def _complete(quote: Quote, memory: Memory) -> Quote:
    """The speaker with title and organisation from wherever the story gives them."""
    person = quote.speaker
    known = memory.people.get(person.name) if person and person.name else None
    return replace(quote, speaker=known) if known and known != person else quote


def _paragraph(text: str, runs_on: bool, story: Story) -> list[Quote]:
    if not _GOES_ON.match(text):
        story.focus.set(None)
    frame = frame_of(text, runs_on, story.words)
    if not frame.cues and not frame.parts:
        story.focus.pass_over(text)
        story.running = None
        return []
    story.memory.look(story.offset, story.offset + len(text))
    speech, fragments = speech_of(frame, story)
    if speech:
        frame = replace(frame, masked=mask(frame.masked, [part for part, _, _ in speech], SPEECH))
    reports, given = _read(frame, speech, {index for _, index in fragments}, story)
    quotes = _direct(frame, speech, given) + _indirect(frame, reports, speech)
    quotes += _partial(frame, fragments, reports, quotes, story.words)
    quotes.sort(key=lambda quote: (quote.start, -quote.end))
    return _linked(frame, quotes, speech, given, story)


def _read(
    frame: Frame, speech: Sequence[Speech], extra: set[int], story: Story
) -> tuple[list[Report], dict[int, Given]]:
    """Reports and quotations in reading order, each with its voice; the focus of the story moves along."""
    reports: list[Report] = []
    by_cue: dict[int, Report] = {}
    given: dict[int, Given] = {}
    waiting: dict[int, list[int]] = {}
    position = 0
    events = [(start, 0, index) for index, start in enumerate(frame.starts)]
    events += [(part.start, 1, number) for number, (part, _, _) in enumerate(speech)]
    beside = extra | {index for _, before, after in speech for index in (before, after) if index is not None}
    for at, is_speech, index in sorted(events):
        if is_speech:
            part, before, after = speech[index]
            _pass(frame, position, at, story)
            position = max(position, part.end)
            if before is not None:
                report = by_cue.get(before)
                given[index] = (report.voice, report) if report else (NOBODY, None)
            elif index and index - 1 in given and given[index - 1][1] and _touches(frame, speech, index):
                voice, report = given[index - 1]
                given[index] = _carried(voice), report
            elif after == UNREADABLE:
                given[index] = NOBODY, None
            elif after is not None:
                waiting.setdefault(after, []).append(index)
            else:
                given[index] = _without_cue(frame, speech, index, reports, given, story)
            continue
        cue = frame.cues[index]
        content, mark = content_of(frame, cue, story.words)
        if index not in beside and not opens(frame, cue.group(), content, mark, story.words):
            continue
        clause = clause_start(frame.masked, at, sentence(frame, at)[0])
        _pass(frame, position, clause, story)
        position = max(position, clause)
        report = report_of(frame, cue, clause, (content, mark), story, reports)
        if report is None:
            if cue.group() in story.words.say:
                story.focus.set(None)  # someone speaks of whom the rules cannot tell
                position = cue.end()
            continue
        reports.append(report)
        by_cue[index] = report
        for number in waiting.get(index, ()):
            given[number] = report.voice, report
        if report.told and report.opens:
            story.focus.set(report.voice.person)
            # What is said tells nothing of whom the reporter speaks.
            said = frame.masked[report.content : report.content + 1] == SPEECH
            position = max(position, report.end if said else sentence(frame, report.start)[1])
    for numbers in waiting.values():
        for number in numbers:
            if number not in given:
                given[number] = _without_cue(frame, speech, number, reports, given, story)
    _pass(frame, position, len(frame.text), story)
    return reports, given


def _pass(frame: Frame, start: int, end: int, story: Story) -> None:
    if end > start:
        story.focus.pass_over(frame.masked[start:end].replace(SPEECH, "").replace(TERM, ""))


def _without_cue(
    frame: Frame, speech: Sequence[Speech], index: int, reports: list[Report], given: dict[int, Given], story: Story
) -> Given:
    """A quotation with no verb beside it: the one before, the report of its sentence, or the last speaker goes on."""
    part = speech[index][0]
    low, _ = sentence(frame, part.start)
    if index and index - 1 in given and _touches(frame, speech, index):
        voice, report = given[index - 1]
        return _carried(voice), report
    if reports and reports[-1].start >= low:
        at = len(reports) - 1
        while at and reports[at - 1].start >= low and reports[at].clause <= reports[at - 1].content:
            at -= 1  # a report in a report: the outer one goes on
        return reports[at].voice, reports[at]
    clause = clause_start(frame.masked, part.start - 1, low)
    if frame.masked[part.start - 1 : part.start] in ("：", ":"):
        phrase = phrase_before(frame.text, clause, part.start - 1, story.lexicon, story.words, story.memory)
        if phrase and phrase.person and phrase.person.name:
            return Voice(story.memory.add(phrase.person), "name"), None
    if index == 0 and story.running is not None and part.start == len(frame.text) - len(frame.text.lstrip()):
        return _carried(Voice(story.running.speaker, None)), None
    person = recent_person(story.focus, story.lexicon, story.words, story.memory)
    if person is not None:
        return Voice(person, "carried"), None
    following = frame.text[part.end : part.end + 80]
    phrase = head_of_sentence(following, 0, len(following), story.lexicon, story.words, story.memory)
    if phrase and phrase.person and phrase.person.name and not following.startswith("\n"):
        return Voice(story.memory.add(phrase.person), "carried"), None
    return NOBODY, None


def _touches(frame: Frame, speech: Sequence[Speech], index: int) -> bool:
    """Whether nothing but a comma stands between a quotation and the one before it."""
    return not frame.text[speech[index - 1][0].end : speech[index][0].start].strip(_BLANK + "、，,")


def _carried(voice: Voice) -> Voice:
    return Voice(voice.person, "carried" if voice.person else None)


def _trim(text: str, start: int, end: int, marks: str = "") -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    return start, end


def _direct(frame: Frame, speech: Sequence[Speech], given: dict[int, Given]) -> list[Quote]:
    quotes = []
    for number, (part, _, _) in enumerate(speech):
        start, end = _trim(frame.text, part.inner_start, part.inner_end)
        if end <= start:
            continue
        voice, report = given.get(number, (NOBODY, None))
        source = voice.source if voice.person else None
        quotes.append(
            Quote(start, end, frame.text[start:end], "direct", voice.person, source, report.text if report else None)
        )
    return quotes


def _partial(
    frame: Frame, fragments: Sequence[tuple[Segment, int]], reports: list[Report], others: Sequence[Quote], words: Words
) -> list[Quote]:
    """Words quoted right after a verb (表示“遗憾”), where no indirect quote holds them."""
    by_start = {report.start: report for report in reports}
    held = sorted((quote.start, quote.end) for quote in others if quote.kind == "indirect")
    quotes = []
    for part, index in fragments:
        report = by_start.get(frame.starts[index])
        start, end = _trim(frame.text, part.inner_start, part.inner_end)
        place = bisect_left(held, (start + 1, 0)) - 1
        if (
            report is None
            or report.text in words.speak
            or end <= start
            or not report.told
            or (place >= 0 and held[place][1] >= end)
        ):
            continue
        source = report.voice.source if report.voice.person else None
        said = frame.text[start:end]
        quotes.append(Quote(start, end, said, "partial", report.voice.person, source, report.text))
    return quotes


def _indirect(frame: Frame, reports: list[Report], speech: Sequence[Speech]) -> list[Quote]:
    """What is said without marks: from the verb to the end of the sentence, or to the next report or quotation."""
    quotes: list[Quote] = []
    starts = [part.start for part, _, _ in speech]
    opening = [report for report in reports if report.told and report.opens]
    limit = -1
    for number, report in enumerate(opening):
        if report.start < limit:
            continue
        content = report.content
        _, end = sentence(frame, report.start)
        following = bisect_left(starts, content)
        if following < len(starts):
            end = min(end, starts[following])
        for index in range(number + 1, len(opening)):
            later = opening[index]
            if later.start >= end:
                break
            if later.clause > content:
                end = later.clause
                break
            limit = end  # a report in the report is part of what is said
        start, stop = _trim(frame.text, content, end, "。！？!?，,；;：:")
        if stop - start < (_SHORTEST_CLAUSE if report.mark else _SHORTEST_CLAUSE_WITHOUT_MARK):
            continue
        source = report.voice.source if report.voice.person else None
        said = frame.text[start:stop]
        quotes.append(Quote(start, stop, said, "indirect", report.voice.person, source, report.text))
    return quotes


def _linked(
    frame: Frame, quotes: list[Quote], speech: Sequence[Speech], given: dict[int, Given], story: Story
) -> list[Quote]:
    """The quotes with ``continues``: the other half after its verb, and the paragraphs of one that runs on."""
    place = {quote.start: number for number, quote in enumerate(quotes) if quote.kind == "direct"}
    heads = {
        _trim(frame.text, part.inner_start, part.inner_end)[0]: number for number, (part, _, _) in enumerate(speech)
    }
    linked = list(quotes)
    for number, quote in enumerate(quotes):
        if quote.kind != "direct":
            continue
        index = heads.get(quote.start)
        if index is None:
            continue
        part, before, _ = speech[index]
        if index == 0 and story.running is not None and not frame.text[: part.start].strip():
            linked[number] = replace(
                quote,
                continues=story.count - 1 if story.running.continues is None else story.running.continues,
                cue=quote.cue or story.running.cue,
            )
        elif before is not None and index and speech[index - 1][2] == before:
            previous = place.get(_trim(frame.text, speech[index - 1][0].inner_start, speech[index - 1][0].inner_end)[0])
            if previous is not None:
                linked[number] = replace(quote, continues=story.count + previous)
    story.running = None
    if speech and not speech[-1][0].closed and frame.runs_on and speech[-1][0].end == len(frame.text) and linked:
        last = next((n for n in range(len(linked) - 1, -1, -1) if linked[n].kind == "direct"), None)
        if last is not None:
            story.running = replace(linked[last], continues=story.count + last)
    return linked
