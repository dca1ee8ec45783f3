"""Captions and credits to figures (图片): one credit to one caption, the caption before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdoc.model.page import em
from newsdoc.structure.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

_DRAWN = re.compile("(?:插图|插圖|题图|題圖|漫画|漫畫)[：:]")
"""Who drew the picture beside a text: it has no caption."""
_SOURCE = re.compile("(?:数据|數據|资料|資料)?(?:来源|來源)")
_LONGEST_CAPTION = 220.0
"""Em: a paragraph longer than that above a lone credit is text."""


@dataclass(frozen=True, slots=True)
class FigureParts:
    """A caption, a credit, or both."""

    caption: Piece | None
    credit: Piece | None


def figures_of(pieces: Sequence[Piece]) -> list[Piece | FigureParts]:
    """The pieces with captions and credits put together, in order."""
    found: list[Piece | FigureParts] = []
    for piece in pieces:
        before = found[-1] if found else None
        if piece.kind == "credit" and len(found) > 1 and isinstance(before, Piece) and _is_source(before):
            # The source of the figures stands between a chart and who drew it.
            caption = found[-2]
            if isinstance(caption, FigureParts) and caption.credit is None:
                found[-2] = FigureParts(caption.caption, piece)
                continue
        if piece.kind == "caption":
            if (over := _credit_over(found)) is not None:
                held = found[over]
                assert isinstance(held, FigureParts)
                found[over] = FigureParts(piece, held.credit)
            else:
                found.append(FigureParts(piece, None))
        elif piece.kind != "credit":
            found.append(piece)
        elif piece.over:
            found.append(FigureParts(None, piece))
        elif isinstance(before, FigureParts) and before.credit is None:
            found[-1] = FigureParts(before.caption, piece)
        elif isinstance(before, Piece) and _may_be_caption(before) and not _DRAWN.match(piece.text.text):
            found[-1] = FigureParts(before, piece)
        else:
            found.append(FigureParts(None, piece))
    return found


def _is_source(piece: Piece) -> bool:
    return piece.kind == "furniture" and _SOURCE.match(piece.text.text) is not None


def _credit_over(found: Sequence[Piece | FigureParts]) -> int | None:
    """Where the credit is that stands over the caption which comes next, with no more than a label between."""
    at = len(found) - 1
    before = found[at] if found else None
    if isinstance(before, Piece) and before.kind == "furniture" and at:
        at -= 1
        before = found[at]
    alone = isinstance(before, FigureParts) and before.caption is None and before.credit is not None
    return at if alone and isinstance(before, FigureParts) and before.credit and before.credit.over else None


def _may_be_caption(piece: Piece) -> bool:
    """A short paragraph or a head right above a credit."""
    return piece.kind in ("text", "head") and em(piece.text.text) <= _LONGEST_CAPTION
