"""The summary of a story (提要): the paragraph under its label, or what stands between headline and byline of a web
copy: one paragraph, or two or three lines with a mark.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdoc.model.characters import has_han
from newsdoc.model.page import em
from newsdoc.model.source_text import join, space_between
from newsdoc.recognise.stamp import has_hour
from newsdoc.structure.figures import FigureParts
from newsdoc.structure.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    Part = Piece | FigureParts

_MOST_LINES = 3
_WIDEST = 75.0
"""Em: a longer paragraph is the first of the text."""
_MARKED = re.compile(r"[◎○●•■◆▪·▍▎※]")
_DAY = re.compile(r"\d{4}")


def deck_length(parts: Sequence[Part], at: int) -> int:
    """How many pieces from ``at`` on are the deck of a story whose headline stands above; 0 where none are.

    A byline follows it, or the line with day and hour; pictures and labels of the page may stand between, and the
    text comes behind.
    """
    end = at
    while end < len(parts) and end - at < _MOST_LINES and _is_line(parts[end]):
        end += 1
    pieces = [part for part in parts[at:end] if isinstance(part, Piece)]
    if not pieces or (len(pieces) > 1 and not all(_MARKED.match(piece.text.text) for piece in pieces)):
        return 0
    following = parts[end] if end < len(parts) else None
    if len(pieces) == 1 and isinstance(following, Piece) and following.kind == "byline":
        return 0 if following.closes else 1
    if any(em(piece.text.text) > _WIDEST for piece in pieces):
        return 0
    stamped = False
    while end < len(parts) and _is_between(part := parts[end]):
        stamped = stamped or (
            isinstance(part, Piece) and has_hour(part.text.text) and bool(_DAY.search(part.text.text))
        )
        end += 1
    signed = end < len(parts) and _signs(parts[end])
    behind = next((part for part in parts[end:] if not _is_between(part) and not _signs(part)), None)
    texts = isinstance(behind, Piece) and behind.kind in ("text", "dateline")
    return len(pieces) if texts and (signed or stamped) else 0


def has_label(parts: Sequence[Part], at: int) -> bool:
    """Whether the label of a summary (核心阅读) stands right before the piece."""
    before = parts[at - 1] if at else None
    return isinstance(before, Piece) and before.kind == "deck"


def joined(source: str, pieces: Sequence[Piece]) -> Piece:
    """The lines of a deck as one piece."""
    found = pieces[0]
    for piece in pieces[1:]:
        parts = [found.text]
        if (
            not has_han(found.text.text[-1:])
            and not has_han(piece.text.text[:1])
            and found.text.text[-1] not in "。！？"
        ):
            parts.append(space_between(source, found.text, piece.text))
        found = replace(found, text=join((*parts, piece.text)))
    return found


def _is_line(part: Part) -> bool:
    return isinstance(part, Piece) and part.kind == "text"


def _is_between(part: Part) -> bool:
    return isinstance(part, FigureParts) or part.kind == "furniture"


def _signs(part: Part) -> bool:
    return isinstance(part, Piece) and part.kind == "byline" and not part.closes
