"""兆: a million millions (10^12) in Taiwan, as a prefix of units a million (mega) on the mainland, where 10^12 is 万亿.

OpenCC leaves the sign as it is, so that 1.2兆元 would lose a factor of a million on the way to a reader of the
mainland. Which of the two a 兆 means, the value of its quantity tells; it is replaced before the text is converted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.annotate.quantities import quantities
from newsdoc.bilingual.opencc_spans import Converted, joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsdoc.model.annotation import Quantity

_FORMS = ("萬億", "萬")
"""1.2兆 is 1.2萬億; before 億 the sign says ten thousand of them: 3兆5000億 is 3萬5000億."""


def resolved(text: str, found: Iterable[Quantity]) -> Converted:
    """The text with 萬億 for each 兆 that one of its quantities reads as 10^12.

    >>> text = "預算1.2兆元，裝置82兆瓦"
    >>> resolved(text, quantities(text, language="zh-TW")).text
    '預算1.2萬億元，裝置82兆瓦'
    """
    pieces: list[tuple[str, str]] = []
    at = 0
    for quantity in found:
        if "兆" not in quantity.text or quantity.start < at:
            continue
        for place, new in _replacements(quantity):
            start = quantity.start + place
            pieces += [(text[at:start], text[at:start]), ("兆", new)]
            at = start + 1
    if not pieces:
        return Converted(text)
    return joined([*pieces, (text[at:], text[at:])])


def _replacements(quantity: Quantity) -> list[tuple[int, str]]:
    """The places of 兆 as a number in the text of a quantity, and what says the same on the mainland."""
    said = quantity.text
    unit = quantity.unit_text if quantity.unit_text and "兆" in quantity.unit_text else ""
    of_unit = range(said.rfind(unit), said.rfind(unit) + len(unit)) if unit else range(0)
    places = [place for place, sign in enumerate(said) if sign == "兆" and place not in of_unit]
    if not places or len(places) > 2:
        return []
    for form in _FORMS if "億" not in said and "亿" not in said else _FORMS[::-1]:
        changed = "".join(form if place in places else sign for place, sign in enumerate(said))
        read = quantities(changed, language="zh-TW")
        if len(read) == 1 and _figure(read[0]) == _figure(quantity):
            return [(place, form) for place in places]
    return []


def _figure(quantity: Quantity) -> tuple[object, ...]:
    return quantity.value, quantity.low, quantity.high
