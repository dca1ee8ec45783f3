"""Text that comes as a staircase of short lines (阶梯): shadow type whose copies an extractor took for lines.

    本        →   本报记者
    本报
    报记
    记者
    者

Read one after the other, the lines hold each character twice. At least five lines of at most three characters must do
so; nothing else on a page looks like that.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from newsdoc.model.annotation import Edit
from newsdoc.model.source_text import join
from newsdoc.repairs.edits import take_out
from newsdoc.repairs.squares import per_character

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsdoc.model.page import Line, Page

RULE = "staircase"
_REASON = "the copies of shadow type came as a staircase of lines; they are read as one line"
_FEWEST_LINES = 5
_WIDEST = 3


def repair_staircase(page: Page) -> Page:
    """Join each staircase into the line that it was."""
    lines: list[Line] = []
    edits = []
    at, count = 0, len(page.lines)
    while at < count:
        end = at
        while end < count and len(page.lines[end].text) <= _WIDEST and _steps(page.lines, at, end):
            end += 1
        stairs = page.lines[at:end]
        if len(stairs) >= _FEWEST_LINES:
            whole = join(line.text for line in stairs)
            runs = per_character(whole.text, 2)
            if runs and len(set(whole.text)) >= _FEWEST_LINES - 1:
                text, made = take_out(whole, [(run.start + 1, run.start + 2) for run in runs], RULE, _REASON)
                lines.append(stairs[0].with_text(text, doubled=True))
                edits.extend(sorted((*made, *_breaks(page.source, stairs)), key=lambda edit: edit.start))
                at = end
                continue
            # No part of the stretch is tried again, so the pass stays linear.
            lines.extend(stairs)
            at = end
            continue
        lines.append(page.lines[at])
        at += 1
    return page.changed(lines, edits) if edits else page


def _breaks(source: str, stairs: Sequence[Line]) -> Iterator[Edit]:
    """The line breaks between the stairs, which go with the copies."""
    for line, below in itertools.pairwise(stairs):
        start, end = line.text.origin(len(line.text)), below.text.origin(0)
        if source[start:end].isspace():
            yield Edit(RULE, start, end, source[start:end], "", _REASON)


def _steps(lines: tuple[Line, ...], start: int, index: int) -> bool:
    """Whether the line begins with the character with which the one before it ends."""
    return index == start or lines[index].text.text[0] == lines[index - 1].text.text[-1]
