"""Characters with their places on a page: what the PDF reader hands to the passes that make lines of them.

All coordinates are points from the top left of the page as it is shown, rotation of the page included.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as it is printed.

    Attributes:
        text: One character.
        x0, y0, x1, y1: The cell it fills: an em for a Han character, its ink and its side bearing for a letter.
        size: Font size in points.
        spaced: Whether a space character stands before it.
        part: Number of the text object that it belongs to.
        upright: Whether it stands upright; False for text that is turned on its side.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    spaced: bool = False
    part: int = 0
    upright: bool = True


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a page shows: characters in the order of the file, boxes of pictures, long thin rules, and frames."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    pictures: tuple[Box, ...] = ()
    rules: tuple[Box, ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()
    frames: tuple[Box, ...] = ()


def is_wide(char: str) -> bool:
    """Whether a character fills an em: Han, kana, Hangul and full-width marks.

    >>> is_wide("京"), is_wide("，"), is_wide("a")
    (True, True, False)
    """
    return char >= "\u1100" and unicodedata.east_asian_width(char) in "WF"


def union(boxes: list[Box]) -> Box:
    """The box around boxes; there is one at least."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
