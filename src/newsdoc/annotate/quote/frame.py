"""One Chinese paragraph as the rules see it: quoted stretches masked, sentences, clauses and reporting verbs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsdoc.annotate.quote import terms
from newsdoc.annotate.quote.marks import Segment, segments
from newsdoc.annotate.quote.resolve import Focus
from newsdoc.annotate.quote.subject import SPEECH, TERM, phrase_before
from newsdoc.annotate.quote.words import cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.annotate.quote.memory import Memory
    from newsdoc.annotate.quote.words import Words
    from newsdoc.lexicon import Lexicon
    from newsdoc.model.annotation import Quote

_SENTENCE_END = re.compile(r"[。！？!?]+(?![》）)])")
_CLAUSE_MARKS = frozenset("，,；;：:。！？!?\n｜︱" + SPEECH)
_LONGEST_CLAUSE = 160
_OBJECT = re.compile(
    r"(?:(?:本报|本報|中新社|新华社|新華社|本刊)?(?:记者|記者)|媒体|媒體|大家|(?:他|她|我)(?![们們的])|"
    r"我们|我們)?(?P<mark>[：:，,]?)[ \u3000\u00a0]*"
)
_NOT_BETWEEN = re.compile(f"[，,。；;：:！？!?\n{SPEECH}]")
_WORD = re.compile(r"\w")
_ENDS = re.compile("(?:道)?(?:[。！？!?]|$)")
_TOLD = re.compile(r"[^，,：:。！？；“「『\"\n\ue002\ue003]{0,24}(?P<mark>[：:，,]?)[ \u3000\u00a0]*")


@dataclass(slots=True)
class Story:
    """What is carried from paragraph to paragraph of one story."""

    lexicon: Lexicon
    words: Words
    memory: Memory
    focus: Focus = field(default_factory=Focus)
    count: int = 0
    offset: int = 0
    running: Quote | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A paragraph with its marks and verbs.

    Attributes:
        text: As printed.
        masked: The same length, every quoted character masked.
        parts: The quoted stretches, lost marks mended.
        cues: The reporting verbs outside them.
        starts: Where the verbs start.
        ends: Where the sentences end.
        runs_on: Whether the next paragraph begins with an opening mark.
    """

    text: str
    masked: str
    parts: list[Segment]
    cues: list[re.Match[str]]
    starts: list[int]
    ends: list[int]
    runs_on: bool


def mask(text: str, parts: Sequence[Segment], filler: str) -> str:
    """The text with every character of the parts replaced by the filler."""
    out, at = [], 0
    for part in parts:
        out += [text[at : part.start], filler * (part.end - part.start)]
        at = part.end
    out.append(text[at:])
    return "".join(out)


def frame_of(text: str, runs_on: bool, words: Words) -> Frame:
    """Read the marks and verbs of a paragraph."""
    parts = [
        part
        for raw in segments(text)
        if _WORD.search(text, raw.inner_start, raw.inner_end) and (part := _mended(raw, text, runs_on, words))
    ]
    masked = mask(text, parts, TERM) if parts else text
    found = cues(masked, words)
    ends = [match.end() for match in _SENTENCE_END.finditer(masked)] if found or parts else []
    return Frame(text, masked, parts, found, [cue.start() for cue in found], ends, runs_on)


def _mended(part: Segment, text: str, runs_on: bool, words: Words) -> Segment | None:
    """A segment with the end, or the start, that the lost mark would have given it."""
    if part.closed and part.opened:
        return part
    if not part.opened:
        colon = max(text.rfind(mark, part.start, part.end) for mark in "：:")
        if colon < 0 or text[part.inner_end - 1] not in terms.FINAL:
            return None
        return part._replace(start=colon + 1, inner_start=colon + 1)
    if part.end == len(text) and runs_on:
        return part
    end = terms.lost_end(text, part, words.cue)
    return part._replace(end=end, inner_end=end) if end else None


def sentence(frame: Frame, at: int) -> tuple[int, int]:
    """Start and end of the sentence that holds an offset."""
    index = bisect_right(frame.ends, at)
    end = frame.ends[index] if index < len(frame.ends) else len(frame.text)
    return (frame.ends[index - 1] if index else 0), end


_LONGEST_AGED = 24
_AGED = re.compile("[（(][0-9０-９]{1,3}[岁歲][^（()）]{0,18}[)）]$")
"""陈美玲（56岁，行政人员）: what tells a speaker's age and trade is no clause."""


def clause_start(masked: str, at: int, low: int) -> int:
    """Where the clause before an offset begins: after the last mark of punctuation or quotation of speech."""
    low = max(low, at - _LONGEST_CLAUSE)
    position = at - 1
    while position >= low:
        char = masked[position]
        if char in "）)" and (told := _AGED.search(masked, max(low, position - _LONGEST_AGED), position + 1)):
            position = told.start()
        elif char in _CLAUSE_MARKS:
            return position + 1
        position -= 1
    return low


def content_of(frame: Frame, cue: re.Match[str], words: Words) -> tuple[int, str]:
    """Where what is said may begin, after the verb and the one who is told; and the punctuation there."""
    tells = cue.group()[:2] in words.tell
    found = (_TOLD if tells else _OBJECT).match(frame.masked, cue.end())
    return (found.end(), found["mark"]) if found else (cue.end(), "")


def cue_before(frame: Frame, part: Segment, words: Words) -> int | None:
    """Index of the verb that stands right before a quoted stretch."""
    index = bisect_right(frame.starts, part.start) - 1
    if index < 0 or frame.cues[index].end() > part.start:
        return None
    return index if content_of(frame, frame.cues[index], words)[0] == part.start else None


UNREADABLE = -1
"""A report follows a quotation, but the rules cannot read its subject."""


def cue_after(frame: Frame, part: Segment, story: Story) -> int | None:
    """Index of the verb after a quoted stretch with nothing but its subject between.

    Or of the verb that ends the sentence after it: “…。”说起往事，苏晴笑着说。
    """
    index = bisect_right(frame.starts, part.end - 1)
    if index >= len(frame.cues):
        return None
    at = frame.cues[index].start()
    if at - part.end > 90:
        return None
    between = frame.masked[part.end : at].lstrip(" \u3000，,。")
    if between[:1] == TERM:
        return None
    if between and not _NOT_BETWEEN.search(between):
        phrase = phrase_before(frame.text, at - len(between), at, story.lexicon, story.words, story.memory)
        if phrase is not None and (phrase.reference != "handle" or len(between) < 8):
            return index
        said = frame.cues[index].group() in story.words.say
        return UNREADABLE if said or _ENDS.match(frame.masked, frame.cues[index].end()) else None
    _, end = sentence(frame, part.end)
    index = bisect_left(frame.starts, min(end, part.end + 90)) - 1
    cue = frame.cues[index]
    if cue.start() < part.end or not _ENDS.match(frame.masked, cue.end()):
        return None
    between = frame.masked[part.end : cue.start()].lstrip(" \u3000")
    if not between or between[0] in TERM + "，,。；;：:！？!?" or SPEECH in between:
        return None
    clause = clause_start(frame.masked, cue.start(), part.end)
    phrase = phrase_before(frame.text, clause, cue.start(), story.lexicon, story.words, story.memory)
    return index if phrase is not None and phrase.reference == "name" else UNREADABLE


def speech_of(
    frame: Frame, story: Story
) -> tuple[list[tuple[Segment, int | None, int | None]], list[tuple[Segment, int]]]:
    """The quoted stretches that are speech, each with the index of the verb right before and of the one right after it.

    Beside them the other stretches that stand right after a verb, with its index.
    """
    fragments: list[tuple[Segment, int]] = []
    found: list[tuple[Segment, int | None, int | None]] = []
    for part in frame.parts:
        before, after = cue_before(frame, part, story.words), cue_after(frame, part, story)
        near = bool(found) and part.start - found[-1][0].end < 10
        gap = frame.text[found[-1][0].end : part.start].strip() if near else None
        start, _ = sentence(frame, part.start)
        last = bisect_right(frame.starts, part.start) - 1
        runs_on = not part.closed and part.end == len(frame.text) and frame.runs_on
        if (runs_on and part.inner_end - part.inner_start > 9) or terms.speechlike(
            frame.text,
            frame.masked,
            part,
            cue_before=None if before is None else content_of(frame, frame.cues[before], story.words)[1],
            spoken=before is not None and frame.cues[before].group()[-1] in "说說道喊叫问問答骂罵",
            cue_after=after is not None and after != UNREADABLE,
            in_report=last >= 0 and frame.starts[last] >= start,
            previous=gap is not None and gap in ("", "、", "，", ","),
        ):
            found.append((part, before, after))
        elif before is not None and terms.bounded(frame.masked, part):
            fragments.append((part, before))
    return found, fragments
