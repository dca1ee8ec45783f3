"""What the lines of a page say of it as a whole, for repairs that must not touch a clean text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.model.characters import has_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.model.page import Line

NARROWEST, WIDEST = 7.0, 60.0
"""Em: columns of print are no narrower and no wider."""


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether the lines are those of print, cut at the width of a column, and not whole paragraphs.

    Lines of one column that end in mid-sentence are of nearly one width; titles, captions and paragraphs of a clean
    text are not, and most of a clean text ends sentences.
    """
    cut: list[tuple[float, float]] = []
    considered = 0
    for line in lines:
        considered += 1
        if NARROWEST <= line.width <= WIDEST and not line.ends:
            cut.append((line.width, 2.6 if has_han(line.text.text) else 6.0))
    if len(cut) < 3 or len(cut) < 0.3 * considered:
        return False
    alike = sum(
        any(abs(width - other) <= slack for other, _ in cut[at + 1 : at + 4]) for at, (width, slack) in enumerate(cut)
    )
    return alike >= 2 and alike >= 0.5 * (len(cut) - 1)
