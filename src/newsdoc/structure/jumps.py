"""Stories that leave a page and come in again on another, with other stories between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.recognise.jumps import MOST_OPEN, is_jump_head, is_jump_line, is_turn_line, matching, named
from newsdoc.structure.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.structure.story import Part, StoryParts


class Jumps:
    """The stories that have left the page so far, with the words that name them; local to one pass."""

    __slots__ = ("_turned",)

    def __init__(self) -> None:
        self._turned: list[tuple[frozenset[str], StoryParts]] = []

    def story_behind(self, parts: Sequence[Part], at: int, story: StoryParts) -> StoryParts:
        """The story to which what stands behind the line of furniture at ``at`` belongs, where it was ``story``."""
        part = parts[at]
        assert isinstance(part, Piece)
        text = part.text.text
        if is_turn_line(text) and story.texts():
            self._turned.append((named(text), story))
            story.done = True
            del self._turned[:-MOST_OPEN]
        elif self._turned and is_jump_line(text):
            above = parts[at - 1]
            head = above.text.text if isinstance(above, Piece) and is_jump_head(above.text.text, text) else ""
            if (found := matching(self._turned, named(head, text))) is not None:
                return self._turned.pop(found)[1]
        return story
