"""What hOCR, ALTO and PAGE XML have in common: words to lines, the names of block types, the measure of a pixel."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdoc.model.page import em
from newsdoc.readers.glyphs import Box, is_wide, union
from newsdoc.readers.pdf_lines import is_mark
from newsdoc.readers.placed import Printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

POINTS_A_PIXEL = 72 / 300
"""Where a file does not say its resolution, that of most scans of newspapers is taken: 300 pixels an inch."""

_WIDE_GAP = 0.7
_GAP_AT_MARK = 1.2
_FEWEST_TO_MEASURE, _FEWEST_TO_FILL = 4, 10
_ROOM = 0.1
_PITCH = 0.55, 1.6

_KINDS = (
    ("heading", re.compile(r"head(?:ing|line)|title|subhead|ocr_header(?!s)", re.IGNORECASE)),
    ("caption", re.compile("caption", re.IGNORECASE)),
    ("byline", re.compile("byline|author", re.IGNORECASE)),
    ("credit", re.compile("credit", re.IGNORECASE)),
    (
        "furniture",
        re.compile("page-?n(?:umber|o)|pagenum|header|footer|signature-mark|catch-word|advert", re.IGNORECASE),
    ),
    ("floating", re.compile("float|marginal|endnote|footnote", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line; ``box`` None where the file has none; ``spaced`` whether a space stands before it."""

    text: str
    box: Box | None = None
    sure: float = 1.0
    spaced: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A line as a recogniser found it.

    Attributes:
        words: Its words, none of them empty.
        box: The box around it, as the file has it; None where the file has none.
        size: What its characters measure in points, 0 where nothing tells.
        kind: What the file calls its block.
        block: Number of its block (paragraph), within the page.
        line: Number of the line in the file, which its parts share where it is cut in two.
    """

    words: tuple[Word, ...]
    box: Box | None
    size: float
    kind: str | None = None
    block: int = 0
    line: int = 0

    @property
    def text(self) -> str:
        """The characters of the line. Between wide ones a space stands only where the gap is wide."""
        parts = [self.words[0].text.strip()]
        has_room = self._has_room()
        for before, word in itertools.pairwise(self.words):
            if word.spaced and _is_parted(before, word, self.size, has_room=has_room):
                parts.append(" ")
            parts.append(word.text.strip())
        return plain("".join(parts))

    def _has_room(self) -> bool:
        """Whether the characters leave room for a space, by the em of the lines around; their own boxes are vague."""
        text = "".join(word.text for word in self.words)
        wide = em(text)
        if self.box is None or len(text) < _FEWEST_TO_FILL or self.size <= 0 or self.box[2] - self.box[0] <= self.size:
            return True
        pitch = (self.box[2] - self.box[0]) / wide
        # Where the em is that of this very line, nothing is told.
        return abs(pitch - self.size) < 1e-3 * self.size or pitch * wide >= (wide + _ROOM) * self.size

    def printed(self) -> Printed:
        """The line as it is printed; its box is the one that the file gives."""
        return Printed(self.text, *(self.box or (0.0, 0.0, 0.0, 0.0)), size=self.size, sure=self.sure)

    @property
    def sure(self) -> float:
        """How sure the recogniser was of it, from 0 to 1."""
        weights = sum(len(word.text) for word in self.words)
        return sum(word.sure * len(word.text) for word in self.words) / weights

    def around(self) -> Box:
        """The box around the line and all its words, for words may stick out of the line that the file gives."""
        boxes = [box for box in (self.box, *(word.box for word in self.words)) if box is not None]
        return union(boxes) if boxes else (0.0, 0.0, 0.0, 0.0)


def kind_of(name: str | None) -> str | None:
    """What a file's name of a block type comes to.

    >>> kind_of("page-number"), kind_of("Headline"), kind_of("paragraph")
    ('furniture', 'heading', None)
    """
    if not name:
        return None
    return next((kind for kind, pattern in _KINDS if pattern.search(name)), None)


def row_of(words: Iterable[Word], box: Box | None, size: float = 0.0, *, measured: float = 0.0) -> Row | None:
    """The words as a line; None where there are none.

    Args:
        words: As the file has them.
        box: That of the line.
        size: Its size in points, where the file says so.
        measured: What the recogniser measured of its height; the pitch of wide characters tells more.

    >>> row_of([Word("春", (0, 0, 9, 10)), Word("耕", (14, 0, 20, 9))], None).text
    '春耕'
    """
    kept = tuple(word for word in words if word.text and not word.text.isspace())
    if not kept:
        return None
    boxes = [word.box for word in kept if word.box is not None]
    box = box or (union(boxes) if boxes else None)
    return Row(kept, box, size or _pitch(kept, box) or measured or (box[3] - box[1] if box else 0.0))


def _pitch(words: Sequence[Word], box: Box | None) -> float:
    """The em of a line of wide characters, by how many of them fill it; 0 of any other line."""
    text = "".join(word.text.strip() for word in words)
    if box is None or len(text) < _FEWEST_TO_MEASURE or sum(map(is_wide, text)) < 0.8 * len(text):
        return 0.0
    pitch, high = (box[2] - box[0]) / em(text), box[3] - box[1]
    if high > len(text) * 0.5 * (box[2] - box[0]):  # set upright
        pitch, high = high / em(text), box[2] - box[0]
    # A line that ends with a mark has half an em of nothing behind it.
    pitch += 0.5 * pitch / em(text) if is_mark(text[-1]) else 0.0
    return pitch if _PITCH[0] * high <= pitch <= _PITCH[1] * high else 0.0


def _is_parted(before: Word, word: Word, size: float, *, has_room: bool) -> bool:
    last, first = before.text.strip()[-1], word.text.strip()[0]
    if not (is_wide(last) or is_wide(first)):
        return True
    if before.box is None or word.box is None or size <= 0 or not has_room:
        return False
    # A mark fills a part of its cell.
    return word.box[0] - before.box[2] >= (_GAP_AT_MARK if is_mark(last) or is_mark(first) else _WIDE_GAP) * size


def plain(text: str) -> str:
    """The text of a line without the line ends within it, which would make two of it."""
    return " ".join(text.split()) if any(char in text for char in "\n\r\f\v\x85\u2028\u2029\x1c\x1d\x1e") else text
