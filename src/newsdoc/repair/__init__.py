"""Repairs: a page in, the page mended out, each change an Edit with its reason.

The table says which there are and in which order they run: invisible characters first; doubled text before spaces go,
for the spaces are the places that were not doubled; names before the other spaces, for theirs mean something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.repair.characters import repair_characters
from newsdoc.repair.doubled import repair_doubled
from newsdoc.repair.glyphs import repair_glyphs
from newsdoc.repair.names import repair_names
from newsdoc.repair.partly import repair_partly_doubled
from newsdoc.repair.repeated import repair_repeated
from newsdoc.repair.spacing import repair_spacing
from newsdoc.repair.staircase import repair_staircase

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsdoc.model.page import Page

REPAIRS: tuple[Callable[[Page], Page], ...] = (
    repair_characters,
    repair_staircase,
    repair_doubled,
    repair_partly_doubled,
    repair_repeated,
    repair_names,
    repair_spacing,
    repair_glyphs,
)

_MOST_ROUNDS = 4


def repair_page(page: Page) -> Page:
    """Run the table until it finds nothing more: what was printed four times takes two rounds."""
    for _ in range(_MOST_ROUNDS):
        edits = len(page.edits)
        doubts = page.diagnostics
        for rule in REPAIRS:
            page = rule(page)
        if len(page.edits) == edits:
            break
        del doubts
    return page
