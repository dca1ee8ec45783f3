"""A page as the passes before the article see it: lines, and what was changed or doubted on the way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsdoc.model.characters import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsdoc.model.annotation import Diagnostic, Edit
    from newsdoc.model.source_text import SourceText


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page, without the white space at its ends.

    Attributes:
        text: What stands on it; never empty.
        indent: White space before it, in em.
        gap: Blank lines before it.
        page: Number of its page, from 1 (form feeds part pages).
        doubled: Whether a repair found it printed more than once.
        width: Its width in em, see :func:`em`.
        ends: Whether it ends like a sentence.
    """

    text: SourceText
    indent: float = 0.0
    gap: int = 0
    page: int = 1
    doubled: bool = False
    width: float = field(init=False, compare=False)
    ends: bool = field(init=False, compare=False)

    def with_text(self, text: SourceText, *, doubled: bool = False) -> Line:
        """The line with other characters, at the same place."""
        return Line(text, self.indent, self.gap, self.page, self.doubled or doubled)

    def __post_init__(self) -> None:
        object.__setattr__(self, "width", em(self.text.text))
        object.__setattr__(self, "ends", ends_sentence(self.text.text))


def em(text: str) -> float:
    """Width of a text in em: a Han character or full-width mark 1, an ASCII character 0.5, a space 0.25.

    In a text that is mostly ASCII, accented letters and curly quotes are as narrow as the rest.

    >>> em("外贸"), em("150多"), em("a b")
    (2.0, 2.5, 1.25)
    """
    narrow = len(text.encode("ascii", "ignore"))
    if narrow * 4 > len(text) * 3:
        narrow = len(text)
    return len(text) - narrow * 0.5 - text.count(" ") * 0.25


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of the input, in order, with the edits and doubts so far."""

    source: str
    lines: tuple[Line, ...]
    edits: tuple[Edit, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def changed(
        self, lines: Iterable[Line], edits: Iterable[Edit] = (), diagnostics: Iterable[Diagnostic] = ()
    ) -> Page:
        """The page with other lines, and with more edits and doubts."""
        return replace(
            self,
            lines=tuple(line for line in lines if line.text.text),
            edits=(*self.edits, *edits),
            diagnostics=(*self.diagnostics, *diagnostics),
        )
