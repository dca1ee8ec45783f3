"""Reports: each reporting verb of a paragraph with who says it, in reading order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsdoc.annotate.quote.frame import Frame, Story, clause_start, sentence
from newsdoc.annotate.quote.resolve import NOBODY, Voice, resolve
from newsdoc.annotate.quote.speaker import Phrase
from newsdoc.annotate.quote.subject import SPEECH, TERM, is_empty, lead_end, phrase_before
from newsdoc.model.annotation import Person

if TYPE_CHECKING:
    from newsdoc.annotate.quote.words import Words

_WALK = re.compile(
    "^(?:在|对|對|就(?=..)|针对|針對|谈|談|回应|回應|接受|面对|面對|出席|[0-9０-９]|今|昨|近日|日前|随后|"
    "隨後|并|並|据|據|她|他|而|但)"
)
_THEN = re.compile("(?:^|[后後时時，,])就$|或者?$|话$|話$|[也就]是$")
_MOST_CLAUSES = 5
_NO_CONTENT = re.compile(
    "[了过過着著的地得出，,。]|欢迎|歡迎|感谢|感謝|祝贺|祝賀|慰问|慰問|敬意|哀悼|歉意|不满|不滿|乐观|樂觀|"
    "悲观|悲觀|关切|關切"
)
_NOUN_PHRASE = re.compile("(?:与|與|对|對|其|此)[^，,。；]{2,20}的[^，,。；的是]{2,4}[，,。；]")


class Report(NamedTuple):
    """A reporting verb with its subject.

    Attributes:
        start, end: The verb.
        clause: Where its clause begins.
        content: Where what is said may begin.
        mark: The punctuation between verb and what is said, or nothing.
        text: The verb as printed.
        voice: Who says it.
        told: Whether the text tells a subject at all, if only 他们.
        opens: Whether speech follows the verb.
    """

    start: int
    end: int
    clause: int
    content: int
    mark: str
    text: str
    voice: Voice
    told: bool
    opens: bool


def opens(frame: Frame, verb: str, content: int, mark: str, words: Words) -> bool:
    """Whether speech follows a verb: a quotation, or a clause that the verb may take."""
    following = frame.masked[content : content + 1]
    if following == SPEECH:
        return True
    if following == TERM and not mark:
        return False
    if mark and mark in "：:":
        return True
    if verb in words.say or verb[-1] in "说說称稱道指为為" or verb[:2] in words.say or verb[:2] in words.tell:
        return bool(mark) or not (_NO_CONTENT.match(frame.masked, content) or _NOUN_PHRASE.match(frame.masked, content))
    return bool(mark) and verb not in words.speak


def report_of(
    frame: Frame, cue: re.Match[str], clause: int, after: tuple[int, str], story: Story, before: list[Report]
) -> Report | None:
    """Read a verb; None where no subject fits, so that it reports nothing.

    Args:
        frame: The paragraph, speech masked.
        cue: The verb; ``clause`` is where its clause begins, ``after`` what :func:`content_of` says of it.
        story: The story so far; a named subject is remembered.
        before: The reports of the paragraph so far.
    """
    low, _ = sentence(frame, cue.start())
    content, mark = after
    begin = clause
    if cue.group() in ("看来", "看來"):
        head = lead_end(frame.masked, clause, cue.start())
        if frame.masked[head : head + 1] != "在" or mark not in ("，", ","):
            return None
        begin = head + 1
    if _THEN.search(frame.text, max(clause, cue.start() - 3), cue.start()):
        return None
    phrase = phrase_before(frame.text, begin, cue.start(), story.lexicon, story.words, story.memory)
    speaks = opens(frame, cue.group(), content, mark, story.words)
    if phrase and phrase.reference == "handle" and not mark and frame.masked[content : content + 1] != SPEECH:
        return None
    inherited = False
    if phrase is None:
        own = frame.text[clause : cue.start()]
        if not is_empty(own) and not _WALK.match(own.lstrip()):
            return None
        if before and before[-1].start >= low and (SPEECH not in frame.masked[before[-1].end : clause] or own.strip()):
            inherited = True
        else:
            phrase, begin = _earlier(frame, clause, low, story)
            if phrase is None and cue.group().startswith(("报道", "報導", "报导", "報道")):
                phrase, begin = Phrase(Person(None, None, cue.group()[:2])), clause  # 报道称: the report itself speaks
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
    return Report(cue.start(), cue.end(), clause, content, mark, cue.group(), voice, told, speaks)


def _earlier(frame: Frame, clause: int, low: int, story: Story) -> tuple[Phrase | None, int]:
    """The subject from an earlier clause of the sentence (X来到现场，在讲话中说)."""
    end = clause - 1
    for _ in range(_MOST_CLAUSES):
        if end <= low or frame.masked[end] == SPEECH:
            break
        start = clause_start(frame.masked, end, low)
        phrase = phrase_before(frame.text, start, end, story.lexicon, story.words, story.memory)
        if phrase and (
            phrase.reference not in ("name", "handle")
            or (phrase.reference == "name" and (phrase.person and (phrase.person.name or phrase.person.title)))
        ):
            return phrase, start
        end = start - 1
    return None, clause
