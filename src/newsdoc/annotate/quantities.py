"""Quantities (数量): numbers with their unit, modifier and bounds, in Chinese of both scripts and in English.

How they are read, and what is left alone, is in docs/numerals.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.annotate.dates import dates
from newsdoc.annotate.quantity.chinese import read_chinese
from newsdoc.annotate.quantity.context import context
from newsdoc.annotate.quantity.english import read_english_quantities
from newsdoc.lexicon import BUILT_IN, Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsdoc.model.annotation import Quantity


def quantities(text: str, *, language: str | None = None, lexicon: Lexicon | None = None) -> list[Quantity]:
    """Every quantity that the text states, in order of start, not overlapping; a date is none.

    Args:
        text: any text; offsets in the result are code points in it.
        language: BCP 47 tag (zh-Hans, zh-Hant, zh-TW, zh-HK, en, en-GB); told by the text where it is None.
        lexicon: tables to use in place of the built-in ones.

    Returns:
        Quantities with exact values; units are UCUM and ISO 4217 codes (:class:`newsdoc.model.annotation.Quantity`).

    >>> [(q.text, str(q.value), q.unit, q.modifier) for q in quantities("全县库存近6万吨玉米，出口逾2亿美元")]
    [('近6万吨', '60000', 't', 'nearly'), ('逾2亿美元', '200000000', 'USD', 'more')]
    """
    lexicon = lexicon or BUILT_IN
    spans = [(date.start, date.end) for date in dates(text, language=language, lexicon=lexicon)]
    return quantities_beside(text, spans, language=language, lexicon=lexicon)


def quantities_beside(
    text: str, spans: Iterable[tuple[int, int]], *, language: str | None = None, lexicon: Lexicon | None = None
) -> list[Quantity]:
    """As :func:`quantities`, where the dates are known: ``spans`` are their offsets, in any order.

    >>> [q.text for q in quantities_beside("3天卖出5吨", [(0, 2)])]
    ['5吨']
    """
    lexicon = lexicon or BUILT_IN
    where = context(text, language)
    read = read_chinese if where.chinese else read_english_quantities
    return read(text, sorted(spans), where, lexicon)
