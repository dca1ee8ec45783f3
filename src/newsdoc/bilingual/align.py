"""align: the sentences of two texts, paired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.bilingual.sentences import running, sentences
from newsdoc.model.report import Bead

if TYPE_CHECKING:
    from newsdoc.model.article import Article


def align(source: str | Article, translation: str | Article) -> list[Bead]:
    """TODO"""
    return []
