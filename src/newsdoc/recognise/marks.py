"""The mark of a line: what it, and perhaps lines after it, say of themselves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line, and the ``lines`` - 1 after it, say of themselves.

    ``kind`` is ``furniture``, ``links`` (titles of other articles follow), ``rubric``, ``byline``, ``names``,
    ``signature`` (of a letter), ``credit`` or ``sent`` (a dateline that closes a text): the lines stand by themselves.
    Or it is ``caption``, ``dateline`` (the line opens a paragraph of that kind) or ``credited`` (it closes one with a
    credit): the line is text. ``closes`` tells that nothing may go on behind the line.
    """

    kind: str
    lines: int = 1
    closes: bool = False


FURNITURE = Mark("furniture")
LONGEST = 120
"""Characters: a line that stands by itself is no longer."""
