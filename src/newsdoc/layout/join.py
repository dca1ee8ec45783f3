"""Joining the lines of a paragraph (断行拼接).

Between Chinese characters, and between Chinese and Latin ones, a line break leaves nothing (CSS Text, "segment break
transformation"; clreq 293). Between Latin words, and beside Hangul, it stands for a space: that space is the break
itself, so nothing is put in. A word that was cut with a hyphen is made whole where the page gives a reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.model.annotation import Diagnostic, Edit
from newsdoc.model.source_text import SourceText, join, space_between

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HYPHEN_RULE = "hyphen"
_REASON = "the word was cut at the end of the line"
_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f\uac00-\ud7af’'.,;:!?%)\]\"”$€£*&/…—–-]$")
_WORD_START = re.compile(r"^[0-9A-Za-z\u00c0-\u024f\uac00-\ud7af“‘\"'(\[$€£¥₹₩฿₱₫½¼¾#@+*&—–-]")
_DROP_CAPS = frozenset("BCDEFGHJKLMNOPQRSTUVWXYZ")
"""A large initial (首字放大) on a line of its own; A and I may be words."""
_REST_OF_INITIAL = re.compile(r"[A-Z] [a-zA-Z]")
_REST_OF_I = re.compile(r"[NTFS] [a-z]")
_LATIN = re.compile(r"[0-9A-Za-z\u00c0-\u024f\uac00-\ud7af]")
_CUT = re.compile(r"(?P<head>[A-Za-z\u00c0-\u024f]+)(?P<hyphen>[-\u2010])$")
_COMPOUND = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|mid|first|second|third|full|long|short))"
    r"-(?:year|month|week|day|hour|minute|mile|metre|meter|foot|acre|storey|story|time|term|dollar|pound|century"
    r"|member|man|seat|bed)$"
    r"|\w-(?:of|to|the|in|and|by|a)$"
)
"""50-year-, state-of-the-: the hyphen belongs to the word, of which more follows."""
_OF_MORE = re.compile(r"(?:to|of|and|in|by|the|on|for)-[a-z]")
"""to-date, behind up-"""
_WHOLE = re.compile(r"[a-z\u00df-\u00ff]+(?:-[a-z\u00df-\u00ff]+)*(?![-\w])")
_REST = re.compile(r"^[a-z\u00df-\u00ff]+")


def join_lines(
    source: str, lines: Sequence[SourceText], knows: Callable[[str], bool]
) -> tuple[SourceText, list[Edit], list[Diagnostic]]:
    """The lines as one text. ``knows`` tells whether a word stands elsewhere on the page."""
    if len(lines) == 1:
        return lines[0], [], []
    parts: list[SourceText] = []
    edits: list[Edit] = []
    doubts: list[Diagnostic] = []
    for line, after in zip(lines, (*lines[1:], None), strict=True):
        if after is None:
            parts.append(line)
            break
        cut, rest = _CUT.search(line.text), _REST.match(after.text)
        if cut and rest:
            whole, hyphened = cut["head"] + rest.group(), f"{cut['head']}-{rest.group()}"
            place = line.origin(cut.start("hyphen"))
            if (knows(hyphened) and not knows(whole)) or _COMPOUND.search(line.text[:-1]) or _OF_MORE.match(after.text):
                parts.append(line)
            else:
                parts.append(line[: cut.start("hyphen")])
                edits.append(Edit(HYPHEN_RULE, place, place + 1, cut["hyphen"], "", _REASON))
                if not knows(whole):
                    message = f"{whole} or {hyphened}: the page has neither elsewhere"
                    doubts.append(Diagnostic("suspect-hyphen", message, place, place + 1))
            continue
        parts.append(line)
        if _needs_space(line.text, after.text):
            parts.append(space_between(source, line, after))
    return join(parts), edits, doubts


def _needs_space(left: str, right: str) -> bool:
    if is_initial(left, right):
        return False
    if not (_WORD.search(left[-1:]) and _WORD_START.match(right[:1])):
        return False
    return bool(_LATIN.search(left[-3:]) and _LATIN.search(right[:3]))


def is_initial(left: str, right: str) -> bool:
    """Whether a line is the large initial of the word that the next line goes on with: H, OSPITALS.

    >>> is_initial("H", "OSPITALS in the north"), is_initial("T", "he ferry"), is_initial("A", "HOUSE by the sea")
    (True, True, False)
    """
    if len(left) != 1:
        return False
    if left in _DROP_CAPS:
        return right[0].islower() or right[:2].isupper() or _REST_OF_INITIAL.match(right) is not None
    return left == "I" and _REST_OF_I.match(right) is not None


class Vocabulary:
    """Whether a word stands on the page as a whole line-internal word; made when first asked."""

    __slots__ = ("_source", "_words")

    def __init__(self, source: str) -> None:
        self._source = source
        self._words: frozenset[str] | None = None

    def __call__(self, word: str) -> bool:
        if self._words is None:
            self._words = frozenset(_WHOLE.findall(self._source.lower()))
        return word.lower() in self._words
