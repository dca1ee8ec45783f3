"""Where something stands on the page: the line and column of an offset, and the origin of a block's characters.

Lines and columns count from 1, columns in code points, as editors do; CR LF is one line end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdoc.model.article import TextBlock

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text.

    Attributes:
        starts: Offset of the first character of each line.
        ends: Offset after the last one, its line end not counted.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        """The lines of ``text``; a line end at the very end opens no further line.

        >>> Lines.of("春耕\\r\\n\\n时节")
        Lines(starts=(0, 4, 5), ends=(2, 4, 7))
        """
        starts, ends = [0], []
        for found in _LINE_END.finditer(text):
            ends.append(found.start())
            starts.append(found.end())
        if starts[-1] == len(text) and len(starts) > 1:
            starts.pop()
        else:
            ends.append(len(text))
        return cls(tuple(starts), tuple(ends))

    def line(self, offset: int) -> int:
        """The index (from 0) of the line that holds an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1.

        >>> Lines.of("春耕\\n时节").place(4)
        (2, 2)
        """
        line = self.line(offset)
        return line + 1, offset - self.starts[line] + 1


def origins(block: TextBlock, source: str) -> list[int]:
    """For each character of a block, the offset in the source that it came from.

    What an edit put in (a space between joined words, a mended glyph) has the offset of the character before it, for
    no span of the block holds it.

    >>> from newsdoc.model.annotation import Span
    >>> from newsdoc.model.article import TextBlock
    >>> block = TextBlock(id="b1", role="paragraph", text="the sea", source=(Span(0, 3), Span(4, 7)))
    >>> origins(block, "the\\nsea")
    [0, 1, 2, 2, 4, 5, 6]
    """
    offsets = [offset for span in block.source for offset in range(max(span.start, 0), min(span.end, len(source)))]
    if not offsets:
        return [block.source[0].start if block.source else 0] * len(block.text)
    if len(offsets) == len(block.text):
        return offsets
    found: list[int] = []
    at, last = 0, offsets[0]
    for character in block.text:
        # White space of the source that the block has not kept (line ends) is stepped over.
        while at < len(offsets) and source[offsets[at]] != character and source[offsets[at]].isspace():
            at += 1
        if at < len(offsets) and source[offsets[at]] == character:
            last = offsets[at]
            at += 1
        found.append(last)
    return found
