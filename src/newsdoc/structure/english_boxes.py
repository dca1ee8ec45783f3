"""Heads on English pages of print that open a story of their own: by what stands under them.

HOW TO WEIGH IN               KEY CHANGES                    Lead stolen from chapel
What: Public hearing          ● Fares rise by a tenth        THIEVES took lead worth £800 from
Where: 200 Main St.           ● Sunday buses end             the roof of a chapel on Sunday.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.layout.labels import is_labelled
from newsdoc.layout.setting import BULLET
from newsdoc.model.characters import has_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.structure.pieces import Piece

_IN_CAPITALS = re.compile(
    r"[“\"‘']?(?:(?:A|AN|THE|IT|IN|ON|AT|MR|MRS) )?[A-Z][A-Z’'-]{3,}(?: [A-Z’'-]+){0,4}[,’'s]* [a-z]"
)
_FEWEST_LABELLED = 3
_FEWEST_ITEMS = 2
_LONGEST_ITEM = 160


def opens_english_story(
    heads: Sequence[Piece], below: Sequence[Piece], told: Sequence[Piece], main: Sequence[Piece]
) -> bool:
    """Whether heads open a story; ``below`` is the text under them, ``told`` that of the story so far.

    ``main`` is the text of the page's main story.
    """
    if not told or not below or has_han(heads[0].text.text) or has_han(below[0].text.text):
        return False
    return is_list(heads, below) or _begins_like(below[0], main)


def is_list(heads: Sequence[Piece], below: Sequence[Piece]) -> bool:
    """Whether what stands under the heads is a list of labels, or under a title in capitals one of marked items."""
    if len(below) >= _FEWEST_LABELLED and all(is_labelled(piece.text.text) for piece in below[:_FEWEST_LABELLED]):
        return True
    items = [BULLET.match(piece.text.text) is not None and len(piece.text) <= _LONGEST_ITEM for piece in below]
    return heads[-1].text.text.isupper() and len(items) >= _FEWEST_ITEMS and all(items[:_FEWEST_ITEMS])


def _begins_like(first: Piece, main: Sequence[Piece]) -> bool:
    """Whether a text begins with words in capitals as the main story does: so the paper opens each of its stories."""
    openings = [_IN_CAPITALS.match(piece.text.text) is not None for piece in main]
    return _IN_CAPITALS.match(first.text.text) is not None and len(main) > 1 and openings[0] and not any(openings[1:])
