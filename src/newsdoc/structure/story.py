"""A story and a page as structure puts them together."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsdoc.structure.figures import FigureParts
from newsdoc.structure.headline import HeadParts
from newsdoc.structure.pieces import Piece

Part = Piece | FigureParts


@dataclass(slots=True)
class StoryParts:
    """A story as it is put together; local to this pass."""

    head: HeadParts = field(default_factory=HeadParts)
    deck: Piece | None = None
    bylines: list[Piece] = field(default_factory=list)
    dateline: Piece | None = None
    sections: list[tuple[Piece | None, list[Piece]]] = field(default_factory=lambda: [(None, [])])
    figures: list[FigureParts] = field(default_factory=list)
    closed: bool = False
    """A byline under its last sentence ends it."""
    done: bool = False
    """It leaves the page, or is a list: under the next title stands another story."""
    around: StoryParts | None = None
    """The story in whose midst this one stands as a box."""

    def texts(self) -> list[Piece]:
        return [piece for _, pieces in self.sections for piece in pieces]


@dataclass(slots=True)
class PageParts:
    """What a page holds: its stories, the main one first, and its furniture."""

    stories: list[StoryParts]
    furniture: list[Piece] = field(default_factory=list)
