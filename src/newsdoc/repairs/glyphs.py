"""Forms of the ellipsis and the dash that a fount or a code page left behind (省略号、破折号).

    穿梭⋯⋯      →  穿梭……     U+22EF is an operator of mathematics
    发展――调查   →  发展——调查   horizontal bars and box lines for the two-em dash

Only in Chinese text, only pairs, and never a change of length. Quotation marks and widths are left as they are: to
normalise those is a matter of taste, and it harms Chinese text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN
from newsdoc.repairs.edits import put_in

if TYPE_CHECKING:
    from newsdoc.model.page import Page

RULE = "glyph"
_REASON = "{name} stands for {after}"
_BETWEEN = (f"(?:(?<=[{HAN}，。”」）])|^)", f"(?=[{HAN}“「（])")
_FORMS = (
    ("⋯", "the mathematical ellipsis U+22EF", re.compile("⋯+"), "…"),
    ("―", "the horizontal bar U+2015", re.compile("(?<!―)――(?!―)"), "—"),
    ("─", "the box line U+2500", re.compile(f"{_BETWEEN[0]}──{_BETWEEN[1]}"), "—"),
    ("--", "a pair of hyphens", re.compile(f"{_BETWEEN[0]}--{_BETWEEN[1]}"), "—"),
)
"""A sign by which to see at once whether a page has the form, its name, where it is mended, what stands for it."""


def repair_glyphs(page: Page) -> Page:
    """Write ellipses and dashes in their standard form."""
    forms = [form for form in _FORMS if form[0] in page.source]
    if not forms:
        return page
    lines = list(page.lines)
    edits = []
    for index, line in enumerate(lines):
        for sign, name, pattern, char in forms:
            text = lines[index].text
            if sign not in line.text.text:
                continue
            changes = [(*match.span(), char * len(match.group())) for match in pattern.finditer(text.text)]
            if changes:
                repaired, made = put_in(text, changes, RULE, _REASON.format(name=name, after=char * 2))
                lines[index] = lines[index].with_text(repaired)
                edits.extend(made)
    return page.changed(lines, edits) if edits else page
