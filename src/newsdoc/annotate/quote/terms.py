"""Speech or term: which quoted stretches are what someone says, by what stands beside the marks and inside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.annotate.quote.subject import TERM

if TYPE_CHECKING:
    from newsdoc.annotate.quote.marks import Segment

FINAL = frozenset("。！？!?…⋯～~")
_PAUSE = frozenset("，,；;")
_BOUNDARY = frozenset("。！？!?，,；;、\n）)")
_END_IN_QUOTE = re.compile('[。！？!?…⋯][”」』"]?')
_REPORTS = re.compile("(?:记者|記者)?[，,：:“「]")
_PAUSES = re.compile("[，,：:；]")


def inner(text: str, segment: Segment) -> str:
    """What is between the marks, without blanks at the ends.

    >>> from newsdoc.annotate.quote.marks import segments
    >>> inner("他说：“ 好。 ”", segments("他说：“ 好。 ”")[0])
    '好。'
    """
    return text[segment.inner_start : segment.inner_end].strip()


def before(masked: str, segment: Segment) -> str:
    """The last character before the segment that is no blank; a line break stands for the head of the paragraph."""
    at = segment.start - 1
    while at >= 0 and masked[at] in " \u3000\u00a0":
        at -= 1
    return masked[at] if at >= 0 else "\n"


def after(masked: str, segment: Segment) -> str:
    """The first character after the segment that is no blank."""
    at = segment.end
    while at < len(masked) and masked[at] in " \u3000\u00a0":
        at += 1
    return masked[at] if at < len(masked) else "\n"


def bounded(masked: str, segment: Segment) -> bool:
    """Whether the segment fills its clause to the end."""
    tail = after(masked, segment)
    return tail in _BOUNDARY or tail == TERM


def lost_end(text: str, segment: Segment, cue: re.Pattern[str]) -> int | None:
    """Where a quotation ends whose closing mark is lost: at the sentence before the next report, else at the last
    sentence.

    >>> from newsdoc.annotate.quote.marks import segments
    >>> text = "“水位已经退了。站长苏晴说，还要再等两天。"
    >>> lost_end(text, segments(text)[0], re.compile("说"))
    8
    """
    ends = [match.end() for match in _END_IN_QUOTE.finditer(text, segment.inner_start, segment.end)]
    if not ends:
        return segment.end if segment.end == len(text) else None
    for number, end in enumerate(ends):
        stop = ends[number + 1] if number + 1 < len(ends) else segment.end
        stop = min(stop, end + 40)
        report = cue.search(text, end, stop)
        if (
            report
            and report.start() > end
            and _REPORTS.match(text, report.end())
            and not _PAUSES.search(text[end : report.start()])
        ):
            return end
    return ends[-1]


def speechlike(
    text: str,
    masked: str,
    segment: Segment,
    *,
    cue_before: str | None,
    spoken: bool,
    cue_after: bool,
    in_report: bool,
    previous: bool,
) -> bool:
    """Whether the segment is speech.

    Args:
        text, masked: The paragraph, and the same with every quoted character masked.
        segment: The stretch in question.
        cue_before: The punctuation between a reporting verb and the opening mark, where one stands right before;
            else None.
        spoken: Whether that verb is one of speaking aloud (笑说), after which even one word is speech.
        cue_after: Whether subject and verb of a report follow at once.
        in_report: Whether a report began earlier in the sentence.
        previous: Whether the segment right before it, with nothing or 、 between, is speech.
    """
    said = inner(text, segment)
    if not said:
        return False
    head, tail = before(masked, segment), after(masked, segment)
    final = said[-1] in FINAL
    pause = said[-1] in _PAUSE
    fills = bounded(masked, segment)
    if cue_before is not None:
        if cue_before and cue_before in "：:":
            return True
        if cue_before:
            return final or pause or fills
        return final or (fills and (spoken or len(said) >= 5))
    if head in "：:":
        return final or (len(said) >= 12 and (fills or cue_after))
    at_start = head in "。！？!?\n）)…⋯" or head == TERM
    if previous and (final or head == "、"):
        return True
    if final and (at_start or head in "，,；;、" or (cue_after and len(said) > 8)) and len(said) > 3:
        return True
    if cue_after and (at_start or head in "，,") and (pause or final or len(said) >= (4 if tail in "，," else 8)):
        return True
    return in_report and head in "，," and tail in "。，,！？!?\n；;" and len(said) >= 8
