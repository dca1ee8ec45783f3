"""Credits and bylines of which a part is printed twice (部分叠印).

    □□ 本报记者本报记者 陈 力    →  □ 本报记者 陈 力

Only in a line with the words of a byline or credit, and only for a run of four Chinese characters or more, or for the
mark before it. Elsewhere a run that stands twice is more often meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN
from newsdoc.repairs.edits import take_out

if TYPE_CHECKING:
    from newsdoc.model.page import Page

RULE = "partly-doubled"
_REASON = "a run of the byline or credit is printed twice; one copy is kept"
_LONGEST = 120
_TWICE = re.compile(rf"([{HAN}]{{4,24}}?)((?:\s?\1)+)")
_MARKS = re.compile(r"^([□■●◎○◆▲▼])(\1)(?!\1)")
_MAY_BE = re.compile("[记記讯訊摄攝供编編]")
_CONTEXT = re.compile(r"记者|記者|通讯员|通訊員|摄|攝|供图|供圖|[编編][辑輯]")


def repair_partly_doubled(page: Page) -> Page:
    """Take the second copy out of a byline or credit."""
    lines = list(page.lines)
    edits = []
    for index, line in enumerate(lines):
        text = line.text.text
        # A line that was mended whole may be due for another round.
        if line.doubled or len(text) > _LONGEST or not _MAY_BE.search(text) or not _CONTEXT.search(text):
            continue
        cuts = [match.span(2) for match in _TWICE.finditer(text)]
        marks = _MARKS.match(text)
        if marks and cuts:
            cuts.insert(0, marks.span(2))
        if not cuts:
            continue
        repaired, made = take_out(line.text, cuts, RULE, _REASON)
        lines[index] = line.with_text(repaired, doubled=True)
        edits.extend(made)
    return page.changed(lines, edits) if edits else page
