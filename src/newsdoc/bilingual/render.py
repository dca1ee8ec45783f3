"""A quantity or a date said as a newspaper of a language would say it; docs/scripts.md has the conventions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.bilingual.rendering.date_chinese import say_date_in_chinese
from newsdoc.bilingual.rendering.date_english import say_date_in_english
from newsdoc.bilingual.rendering.quantity_chinese import say_chinese
from newsdoc.bilingual.rendering.quantity_english import say_english
from newsdoc.bilingual.rendering.words import LANGUAGES, words_of
from newsdoc.errors import NewsdocError
from newsdoc.lexicon import BUILT_IN, Lexicon
from newsdoc.model.annotation import Date, Quantity

if TYPE_CHECKING:
    from collections.abc import Mapping

STYLES = ("exact",)
_LANGUAGES: Mapping[str, str] = {
    **{language.lower(): language for language in LANGUAGES},
    "zh-cn": "zh-Hans", "zh-sg": "zh-Hans", "zh-hans-cn": "zh-Hans", "zh-hant-tw": "zh-TW", "zh-hant-hk": "zh-HK",
    "en-us": "en", "en-gb": "en",
}  # fmt: skip


def render(item: Quantity | Date, *, language: str, style: str = "exact", lexicon: Lexicon | None = None) -> str:
    """A quantity or date said as a newspaper of a language would say it. No unit or currency is converted.

    ``newsdoc.quantities`` (``newsdoc.dates``) reads the text back to the value and unit (the EDTF) of the item. English
    has no classifiers: 17家 is 17.

    Args:
        item: what :func:`newsdoc.quantities` or :func:`newsdoc.dates` found, or one of your own making.
        language: ``zh-Hans``, ``zh-Hant``, ``zh-TW``, ``zh-HK`` or ``en``.
        style: ``exact``: no figure is rounded.
        lexicon: tables to use in place of the built-in ones; ``sayings`` has the words of newspapers.

    Raises:
        NewsdocError: no such language or style; the item is neither Quantity nor Date, states nothing, or is a date
            that is open in every part (月底 without a reference date).

    >>> from newsdoc.annotate.dates import dates
    >>> from newsdoc.annotate.quantities import quantities
    >>> [render(q, language="en") for q in quantities("产值357.5亿元，收购近30万吨，增长两成")]
    ['35.75 billion yuan', 'nearly 300,000 tonnes', '20 percent']
    >>> [render(d, language="en") for d in dates("2月20日至24日")]
    ['February 20–24']
    >>> [render(q, language="zh-TW") for q in quantities("more than 1.2 trillion yuan, 60 km per hour")]
    ['逾人民幣1.2兆元', '每小時60公里']
    """
    known = _LANGUAGES.get(language.replace("_", "-").lower()) if isinstance(language, str) else None
    if known is None:
        raise NewsdocError(f"no language {language!r}; there are {', '.join(LANGUAGES)}")
    if style not in STYLES:
        raise NewsdocError(f"no style {style!r}; there is {', '.join(STYLES)}")
    words = words_of(lexicon or BUILT_IN, known)
    if isinstance(item, Quantity):
        said = say_chinese(item, words) if words.chinese else say_english(item, words)
    elif isinstance(item, Date):
        said = say_date_in_chinese(item, words) if words.chinese else say_date_in_english(item, words)
    else:
        raise NewsdocError(f"{type(item).__name__} is neither a Quantity nor a Date")
    if not said:
        raise NewsdocError(f"{item.text!r} says nothing that can be said by itself in {known}")
    return said
