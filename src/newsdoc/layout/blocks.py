"""What layout hands on: stretches of lines that belong together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdoc.model.annotation import Diagnostic, Edit
    from newsdoc.model.source_text import SourceText


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a head, or a marked stretch of lines.

    Attributes:
        kind: ``text``, ``head`` (stands by itself and is no sentence), or the kind of a mark (see recognise/lines.py).
        text: The joined text.
        first, last: Index of its first line, and of the one after its last.
        gap: Blank lines before it that mean something.
        width: Width in em of the column it is set in: of its widest line.
        opening, closing: Width of the column of its first lines, and of its last.
        lines: How many lines it is set on.
        widens: Whether it begins in a narrower measure than it goes on in: beside a box or a drop head.
        doubled: Whether it was printed more than once.
        row: Whether it is the row of a table.
    """

    kind: str
    text: SourceText
    first: int
    last: int
    gap: int = 0
    width: float = 0.0
    opening: float = 0.0
    closing: float = 0.0
    lines: int = 1
    widens: bool = False
    doubled: bool = False
    row: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a page in order, what joining its lines changed, and whether it is one of print."""

    blocks: list[Block]
    edits: list[Edit]
    diagnostics: list[Diagnostic]
    print_page: bool
