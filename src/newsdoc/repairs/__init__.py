"""Repairs: a page in, the page mended out, each change an Edit with its reason.

The table says which there are and in which order they run: invisible characters first; doubled text before spaces go,
for the spaces are the places that were not doubled; names before the other spaces, for theirs mean something else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdoc.repairs.characters import repair_characters
from newsdoc.repairs.doubled import may_be_doubled, repair_doubled
from newsdoc.repairs.evidence import is_wrapped
from newsdoc.repairs.glyphs import repair_glyphs
from newsdoc.repairs.names import repair_names
from newsdoc.repairs.partly import repair_partly_doubled
from newsdoc.repairs.repeated import repair_repeated
from newsdoc.repairs.spacing import repair_spacing
from newsdoc.repairs.staircase import repair_staircase

if TYPE_CHECKING:
    from newsdoc.model.page import Line, Page

Repair = Callable[["Page"], "Page"]

BEFORE: tuple[Repair, ...] = (repair_characters,)
COPIES: tuple[Repair, ...] = (repair_staircase, repair_doubled, repair_partly_doubled, repair_repeated)
"""These run until they find nothing more: what was printed four times takes two rounds."""
AFTER: tuple[Repair, ...] = (repair_names, repair_spacing, repair_glyphs)


def repair_page(page: Page) -> Page:
    """The page with every repair of the table made."""
    for rule in BEFORE:
        page = rule(page)
    before = page
    mended: set[int] = set()
    while True:
        edits = len(page.edits)
        for rule in COPIES:
            page = rule(page)
        if len(page.edits) == edits:
            break
        known = len(page.edits)
        page = repair_repeated(page)  # a copy with a slip may have parted two that are equal
        if len(page.edits) == known and not any(line.doubled and may_be_doubled(line) for line in page.lines):
            break
        # A doubt of an earlier round may be settled by now: only the last round's count.
        page = replace(page, diagnostics=before.diagnostics)
        # The next round reads mended lines like any other, and what was mended stays known for the layout.
        mended |= {line.text.origin(0) for line in page.lines if line.doubled}
        page = replace(page, lines=tuple(replace(line, doubled=False) for line in page.lines))
    if mended:
        page = replace(page, lines=tuple(_marked(line, mended) for line in page.lines))
    while True:
        wrapped = is_wrapped(page.lines)
        for rule in AFTER:
            page = rule(page)
        # Spaces that are gone make lines narrower, by which the page may be known for one of print.
        if is_wrapped(page.lines) == wrapped:
            return page


def _marked(line: Line, mended: set[int]) -> Line:
    return replace(line, doubled=True) if line.text.origin(0) in mended else line
