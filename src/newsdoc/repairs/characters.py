"""Characters that no reader sees (不可见字符): control characters, byte-order marks, zero-width spaces, soft hyphens.

They are taken out. A zero-width joiner stays: emoji and several scripts need it. A code point that is no character
(a lone surrogate, which no JSON can hold) is shown as U+FFFD; the offsets stay what they were.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.repairs.edits import put_in

if TYPE_CHECKING:
    from newsdoc.model.page import Page

RULE = "invisible"
_REASON = "the character is not visible and says nothing"
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u2060\ufeff]+")


def repair_characters(page: Page) -> Page:
    """Take invisible characters out of the lines."""
    if not _INVISIBLE.search(page.source):
        return page
    lines = list(page.lines)
    edits = []
    for index, line in enumerate(lines):
        changes = [(*match.span(), "") for match in _INVISIBLE.finditer(line.text.text)]
        if changes:
            text, made = put_in(line.text, changes, RULE, _REASON)
            lines[index] = line.with_text(text.strip())
            edits.extend(made)
    return page.changed(lines, edits)
