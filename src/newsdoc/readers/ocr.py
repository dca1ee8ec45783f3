"""What hOCR, ALTO and PAGE XML have in common: words to lines, the names of block types, the measure of a pixel."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from newsdoc.readers.glyphs import Box, is_wide, union
from newsdoc.readers.placed import Group, Printed, indented

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

POINTS_A_PIXEL = 72 / 300
"""Where a file does not say its resolution, that of most scans of newspapers is taken: 300 pixels an inch."""

_WIDE_GAP = 0.6

_KINDS = (
    ("heading", re.compile(r"head(?:ing|line)|title|subhead|ocr_header(?!s)", re.IGNORECASE)),
    ("caption", re.compile("caption", re.IGNORECASE)),
    ("credit", re.compile("credit|byline", re.IGNORECASE)),
    ("furniture", re.compile("page-?number|pagenum|header|footer|signature-mark|catch-word|advert", re.IGNORECASE)),
    ("floating", re.compile("float|marginal|endnote|footnote", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line; ``box`` None where the file has none; ``spaced`` whether a space stands before it."""

    text: str
    box: Box | None = None
    sure: float = 1.0
    spaced: bool = True


def kind_of(name: str | None) -> str | None:
    """What a file's name of a block type comes to.

    >>> kind_of("page-number"), kind_of("Headline"), kind_of("paragraph")
    ('furniture', 'heading', None)
    """
    if not name:
        return None
    return next((kind for kind, pattern in _KINDS if pattern.search(name)), None)


def line_of(words: Sequence[Word], box: Box | None, size: float = 0.0) -> Printed | None:
    """The words as a printed line; None where there are none.

    Between wide characters a space stands only where the gap is wide, for recognisers write one at every word.
    """
    kept = [word for word in words if word.text and not word.text.isspace()]
    if not kept:
        return None
    boxes = [word.box for word in kept if word.box is not None]
    box = box or (union(boxes) if boxes else (0.0, 0.0, 0.0, 0.0))
    height = size or (box[3] - box[1])
    parts = [kept[0].text.strip()]
    for before, word in itertools.pairwise(kept):
        if word.spaced and _is_parted(before, word, height):
            parts.append(" ")
        parts.append(word.text.strip())
    weights = sum(len(word.text) for word in kept)
    sure = sum(word.sure * len(word.text) for word in kept) / weights
    return Printed(plain("".join(parts)), *box, size=height, sure=sure)


def _is_parted(before: Word, word: Word, height: float) -> bool:
    if not (is_wide(before.text.strip()[-1]) or is_wide(word.text.strip()[0])):
        return True
    if before.box is None or word.box is None or height <= 0:
        return False
    return word.box[0] - before.box[2] >= _WIDE_GAP * height


def plain(text: str) -> str:
    """The text of a line without the line ends within it, which would make two of it."""
    return " ".join(text.split()) if any(char in text for char in "\n\r\f\v\x85\u2028\u2029\x1c\x1d\x1e") else text


def group_of(lines: Iterable[Printed | None], kind: str | None = None) -> Group | None:
    """The lines of a block as a group, with the indent of each; None where there are none."""
    kept = [line for line in lines if line is not None and line.text.strip()]
    if not kept:
        return None
    sizes = [line.size for line in kept if line.size > 0]
    # The height of a line's ink says little of its size: that of the block is the one to measure by.
    size = median(sizes) if sizes else 0.0
    return Group(indented([replace(line, size=size) for line in kept]), kind=kind)
