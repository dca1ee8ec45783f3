"""Reports: each reporting verb of a paragraph with who says it, in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdoc.annotate.quote.frame import Frame, Story, clause_start, content_of, sentence
from newsdoc.annotate.quote.resolve import NOBODY, Voice, resolve
from newsdoc.annotate.quote.subject import SPEECH, is_empty, lead_end, phrase_before

if TYPE_CHECKING:
    from newsdoc.annotate.quote.speaker import Phrase

_WALK = re.compile(
    "^(?:在|对|對|就(?=..)|针对|針對|谈|談|回应|回應|接受|面对|面對|出席|[0-9０-９]|今|昨|近日|日前|随后|隨後|并|並|据|據|她|他|而|但)"
)
_MOST_CLAUSES = 5


@dataclass(frozen=True, slots=True)
class Report:
    """A reporting verb with its subject.

    Attributes:
        start, end: The verb.
        clause: Where its clause begins.
        content: Where what is said may begin.
        mark: The punctuation between verb and what is said, or nothing.
        text: The verb as printed.
        voice: Who says it.
        told: Whether the text tells a subject at all, if only 他们.
        inherited: The clause has no subject of its own; it goes on from the report before.
    """

    start: int
    end: int
    clause: int
    content: int
    mark: str
    text: str
    voice: Voice
    told: bool
    inherited: bool


def report_of(frame: Frame, cue: re.Match[str], story: Story, before: list[Report]) -> Report | None:
    """Read a verb; None where no subject fits, so that it reports nothing.

    Args:
        frame: The paragraph, speech masked.
        cue: The verb.
        story: The story so far; a named subject is remembered.
        before: The reports of the paragraph so far.
    """
    low, _ = sentence(frame, cue.start())
    clause = clause_start(frame.masked, cue.start(), low)
    content, mark = content_of(frame, cue, story.words)
    begin = clause
    if cue.group() in ("看来", "看來"):
        head = lead_end(frame.masked, clause, cue.start())
        if frame.masked[head : head + 1] != "在" or mark not in ("，", ","):
            return None
        begin = head + 1
    phrase = phrase_before(frame.text, begin, cue.start(), story.lexicon, story.words, story.memory)
    inherited = False
    if phrase is None:
        own = frame.text[clause : cue.start()]
        if not is_empty(own) and not _WALK.match(own.lstrip()):
            return None
        if before and before[-1].start >= low and (SPEECH not in frame.masked[before[-1].end : clause] or own.strip()):
            inherited = True
        else:
            phrase, begin = _earlier(frame, clause, low, story)
            if phrase is None:
                return None
    if inherited:
        voice, told = before[-1].voice, before[-1].told
    elif phrase is None:
        voice, told = NOBODY, False
    else:
        printed = frame.text[lead_end(frame.text, begin, cue.start()) :][:1]
        context = story.memory.text[max(0, story.offset + begin - 1000) : story.offset + begin]
        voice = resolve(phrase, printed, story.focus, context, story.lexicon, story.words, story.memory)
        told = True
    return Report(cue.start(), cue.end(), clause, content, mark, cue.group(), voice, told, inherited)


def _earlier(frame: Frame, clause: int, low: int, story: Story) -> tuple[Phrase | None, int]:
    """The subject from an earlier clause of the sentence (X来到现场，在讲话中说)."""
    end = clause - 1
    for _ in range(_MOST_CLAUSES):
        if end <= low or frame.masked[end] == SPEECH:
            break
        start = clause_start(frame.masked, end, low)
        phrase = phrase_before(frame.text, start, end, story.lexicon, story.words, story.memory)
        if phrase and (phrase.reference != "name" or (phrase.person and (phrase.person.name or phrase.person.title))):
            return phrase, start
        end = start - 1
    return None, clause
