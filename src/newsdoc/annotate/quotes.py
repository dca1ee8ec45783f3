"""Quotes with their speakers (引语): who said what in a text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdoc.annotate.quote.chinese import chinese
from newsdoc.annotate.quote.english import english
from newsdoc.lexicon import BUILT_IN, Lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.model.annotation import Person, Quote

_LATIN = re.compile("[A-Za-z]+")
_HAN = re.compile("[\u3400-\u9fff]")


def quotes(text: str, *, language: str | None = None, lexicon: Lexicon | None = None) -> list[Quote]:
    found: list[Quote] = []
    at = 0
    paragraphs = text.split("\n")
    for paragraph, quoted in zip(paragraphs, quotes_of(paragraphs, language=language, lexicon=lexicon), strict=True):
        found += [replace(quote, start=quote.start + at, end=quote.end + at) for quote in quoted]
        at += len(paragraph) + 1
    return found


def quotes_of(
    paragraphs: Sequence[str],
    *,
    language: str | None = None,
    lexicon: Lexicon | None = None,
    known: Sequence[Person] = (),
) -> list[list[Quote]]:
    lexicon = lexicon or BUILT_IN
    if _is_chinese(paragraphs, language):
        return chinese(paragraphs, lexicon, known)
    return english(paragraphs, lexicon, known)


def _is_chinese(paragraphs: Sequence[str], language: str | None) -> bool:
    if language:
        return language.lower().startswith("zh")
    sample = "".join(paragraph[:80] for paragraph in paragraphs[:12])
    return len(_HAN.findall(sample)) * 4 > len(_LATIN.findall(sample))
