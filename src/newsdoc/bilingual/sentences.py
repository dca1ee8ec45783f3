"""The sentences of a text in either language, and the text of an article as one string that knows its origins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.lexicon import BUILT_IN, Lexicon
from newsdoc.model.annotation import Span

if TYPE_CHECKING:
    from newsdoc.model.article import Article

_CLOSERS = "”’」』）)】》〉\"'"
_QUOTES = '”」』"'
_END = re.compile(
    rf"""
      \n                                                   # a line end: text arrives with one paragraph a line
    | [。！？!?]+ (?:…+|\.{{3,}})? [{_CLOSERS}]* (?:[ ]?[”」』])?   # a Chinese stop, or a mark of either language
    | (?:…+|\.{{3,}}) [{_CLOSERS}]+                        # an ellipsis that closes a quotation
    | \. [{_CLOSERS}]* (?=[ \t\n]|$)                       # an English full stop, if no abbreviation stands before it
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z.]{0,11})$")
_OPENS = re.compile(r"[ \t]*[\"'“‘(\[]*[^\W_a-z]")
_REACH = 12


@dataclass(frozen=True, slots=True)
class Running:
    """A text to be compared, and where each of its characters stands in what the caller handed in.

    Attributes:
        text: The text; of an article, its blocks with a line end between them.
        origin: For each character its offset; None where that is its own place.
    """

    text: str
    origin: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> Span:
        """The span in the caller's text of ``text[start:end]``."""
        if self.origin is None or start >= end:
            return Span(start, end)
        return Span(self.origin[start], self.origin[end - 1] + 1)


def running(given: str | Article) -> Running:
    """The text to compare: a ``str`` as it is, an article block by block without its furniture."""
    if isinstance(given, str):
        return Running(given)
    from newsdoc.write.places import origins

    parts: list[str] = []
    origin: list[int] = []
    for block in given.blocks():
        if block.role == "furniture" or not block.text:
            continue
        places = origins(block, given.source.text)
        parts.append(block.text + "\n")
        origin.extend(places)
        origin.append(places[-1])
    return Running("".join(parts), tuple(origin))


@lru_cache(maxsize=4)
def _abbreviations(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form.rstrip(".") for form in lexicon.all_forms("abbreviations"))


@lru_cache(maxsize=4)
def _speech_tag(lexicon: Lexicon) -> re.Pattern[str]:
    """A few words that end in a verb of saying, and a full stop."""
    verbs = [form for form in lexicon.all_forms("verbs", kind="say") if not form.isascii()]
    return re.compile(rf"[^。！？!?，,“「\n]{{1,24}}?(?:{'|'.join(map(re.escape, verbs)) or '(?!)'})。")


def _small(text: str, at: int) -> bool:
    """Whether the sentence goes on with a small letter."""
    return text[at : at + 2].lstrip(" ")[:1].islower()


def sentences(text: str, *, lexicon: Lexicon | None = None) -> list[Span]:
    """The sentences of a text, without the white space around them; every letter lies in exactly one.

    A line end ends a sentence. A full stop ends one unless an abbreviation (Mr., U.S.) or a single capital stands
    before it, or a small letter follows.

    >>> text = "水退了。“明天通车吗？”他问。\\nMr. Li agreed. It was 3.5 km."
    >>> [text[span.start : span.end] for span in sentences(text)]
    ['水退了。', '“明天通车吗？”', '他问。', 'Mr. Li agreed.', 'It was 3.5 km.']
    """
    short = _abbreviations(lexicon or BUILT_IN)
    found: list[Span] = []
    start = 0
    tag = _speech_tag(lexicon or BUILT_IN)
    for stop in _END.finditer(text):
        if stop[0][0] == "." and not _ends(text, stop.start(), stop.end(), short):
            continue
        if stop[0][-1] in _QUOTES and (tag.match(text, stop.end()) or _small(text, stop.end())):
            # “……。”队长说。 is one sentence, and so is "Fine!" he said.
            continue
        _add(found, text, start, stop.end())
        start = stop.end()
    _add(found, text, start, len(text))
    return found


def _ends(text: str, at: int, after: int, short: frozenset[str]) -> bool:
    """Whether the full stop at ``at`` ends a sentence."""
    before = _WORD_BEFORE.search(text[max(0, at - _REACH) : at])
    if before:
        word = before[1]
        if (
            word in short
            or (len(word) == 1 and word.isupper())
            or ("." in word and not _OPENS.match(text[after : after + 8]))
        ):
            return False
    follows = text[after : after + 8].lstrip()
    return not follows or not follows[0].islower()


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if left >= right:
        return
    # A run of marks alone (a quotation mark on its own) belongs to the sentence before it, where there is one.
    alone = not any(character.isalnum() for character in piece)
    if found and alone and "\n" not in text[found[-1].end : start + left]:
        found[-1] = Span(found[-1].start, start + right)
        return
    found.append(Span(start + left, start + right))
