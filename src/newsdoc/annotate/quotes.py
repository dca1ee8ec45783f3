"""Quotes with their speakers (引语): who said what in a text, in Chinese and English.

Each quote is ``direct`` (a clause of its own between marks), ``partial`` (a fragment between marks inside the
reporter's sentence) or ``indirect`` (reported without marks). docs/quotes.md says how it is decided.
"""

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
    """The quotes of a text in order, each with its speaker where the text makes that certain.

    Args:
        text: Any text; its lines are the paragraphs of one story.
        language: BCP 47 tag, ``zh…`` or another; guessed from the script where it is None.
        lexicon: The tables ``verbs``, ``titles``, ``organizations``, ``surnames`` and the like; the built-in ones
            where it is None.

    Returns:
        Quotes by ``start``, in code points of ``text``, marks left out. ``continues`` is an index into this list. A
        fragment that an indirect quote holds is part of that quote.

    >>> [(q.text, q.speaker.name, q.speaker.title) for q in quotes("“水已经退了。”县水利局局长苏晴说。")]
    [('水已经退了。', '苏晴', '局长')]
    >>> [(q.kind, q.text, q.speaker.name) for q in quotes("Jane Roe said the bridge would open in May.")]
    [('indirect', 'the bridge would open in May', 'Jane Roe')]
    """
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
    """The quotes of each paragraph of one story; speakers, pronouns and carried speakers go across paragraphs.

    Args:
        paragraphs: In reading order.
        language, lexicon: As for :func:`quotes`.
        known: Persons named elsewhere on the page (bylines, captions), for short forms.

    Returns:
        One list a paragraph; offsets count in the paragraph, ``continues`` in the flat list of all quotes.

    >>> found = quotes_of(["苏晴表示：“水退了。", "“路也通了。”"])
    >>> [(q.text, q.speaker.name, q.continues) for quotes in found for q in quotes]
    [('水退了。', '苏晴', None), ('路也通了。', '苏晴', 0)]
    """
    lexicon = lexicon or BUILT_IN
    if _is_chinese(paragraphs, language):
        return chinese(paragraphs, lexicon, known)
    return english(paragraphs, lexicon, known)


def _is_chinese(paragraphs: Sequence[str], language: str | None) -> bool:
    if language:
        return language.lower().startswith("zh")
    sample = "".join(paragraph[:40] for paragraph in paragraphs[:12])
    return len(_HAN.findall(sample)) * 4 > len(_LATIN.findall(sample))
