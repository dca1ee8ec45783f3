"""Boxes beside a story, and the text with which the page returns from them to it (told by the width of the column)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.structure.figures import FigureParts
from newsdoc.structure.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.structure.story import Part, StoryParts

_OTHER_WIDTH = 2.5
_FAR_WIDTH = 4.5
_BOX_NARROWER = 4.0
_LAST_BOX = 0.75


def texts_from(parts: Sequence[Part], at: int) -> list[Piece]:
    """The pieces of text that stand together from ``at`` on."""
    found: list[Piece] = []
    for part in parts[at:]:
        if not isinstance(part, Piece) or part.kind != "text":
            break
        found.append(part)
    return found


def _measure_of(texts: Sequence[Piece]) -> float:
    return max((piece.block.width for piece in texts), default=0.0)


def opens_box(parts: Sequence[Part], end: int, story: StoryParts) -> bool:
    """Whether the text behind heads is set much narrower than the story, whose measure comes back behind it."""
    inside, before = texts_from(parts, end), story.texts()[-3:]
    if not inside or not before or story.around is not None or sum(piece.block.lines for piece in inside) < 3:
        return False
    outside = _measure_of(before)
    if _measure_of(inside) > outside - _BOX_NARROWER:
        return False
    after = end + len(inside)
    if after < len(parts) and (part := parts[after]) and isinstance(part, Piece) and part.kind == "head":
        after += 1
    if not any(isinstance(part, Piece) and part.kind in ("text", "head") for part in parts[after:]):
        # The box is the last thing on the page: no measure comes back, so it must be much narrower.
        here = min(piece.block.width for piece in before[-2:])
        return _measure_of(inside) <= _LAST_BOX * here
    return _measure_of(texts_from(parts, after)[:2]) >= outside - 1.5


def story_of_text_at(parts: Sequence[Part], at: int, story: StoryParts, main: StoryParts) -> StoryParts | None:
    """The story to which the page returns with the text at ``at``; None where the story goes on."""
    part = parts[at] if at < len(parts) else None
    if story is main or not isinstance(part, Piece) or part.kind != "text":
        return None
    if story.around is not None and story.texts():
        wider = part.block.width >= _measure_of(story.texts()) + _BOX_NARROWER - 1
        return story.around if wider else None
    return main if _returns_to_main(parts, at, story, main) else None


def is_of_main(piece: Piece, parts: Sequence[Part], at: int, story: StoryParts, main: StoryParts) -> bool:
    """A byline over text, behind a box that has its author: the main story, which has none yet, begins here."""
    if story is main or piece.closes or not story.bylines or not story.texts():
        return False
    if main.bylines or main.dateline is not None or len(main.texts()) > 2:
        return False
    following = parts[at + 1] if at + 1 < len(parts) else None
    return isinstance(following, Piece) and following.kind == "text"


def _returns_to_main(parts: Sequence[Part], at: int, story: StoryParts, main: StoryParts) -> bool:
    """Whether the text at ``at`` belongs to the main story, which had hardly begun when the sidebar came."""
    if len(main.sections) > 1 or len(main.texts()) > 2 or not story.texts():
        return False
    if story.closed:
        return True
    here = [piece for piece in texts_from(parts, at)[:3] if piece.block.lines >= 2]
    if not here:
        return False
    change = abs(here[0].block.opening - story.texts()[-1].block.closing)
    before = parts[at - 1]
    if isinstance(before, Piece) and before.kind == "head":
        before = parts[at - 2]
    return change >= (_OTHER_WIDTH if isinstance(before, FigureParts) else _FAR_WIDTH)


def hand_over_pictures(parts: Sequence[Part], at: int, story: StoryParts, main: StoryParts) -> None:
    """The pictures that stand between a sidebar and the text to which the page returns go with that text."""
    while at and isinstance(parts[at - 1], FigureParts) and story.figures:
        at -= 1
        main.figures.insert(0, story.figures.pop())
