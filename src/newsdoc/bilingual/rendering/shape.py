"""What both grammars ask of a quantity: whether only its scale is said, and what its rate is of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdoc.bilingual.rendering.words import Words
    from newsdoc.model.annotation import Quantity

_TWO_FIGURES = re.compile(r"\d|[至到~〜～—–-]|\b(?:to|and|between)\b")


def only_scale(quantity: Quantity) -> int | None:
    """The scale of a quantity that says no more (几十万, tens of thousands); None for a range of two figures.

    Both have bounds and no value; a text without figures and without a word that joins two tells them apart.
    """
    low, high = quantity.low, quantity.high
    if low is None or high is None or high != 10 * low or low.denominator != 1 or low < 10:
        return None
    if str(low.numerator).strip("0") != "1" or not quantity.text or _TWO_FIGURES.search(quantity.text):
        return None
    return low.numerator


def rate_of(quantity: Quantity, words: Words) -> tuple[str | None, str | None]:
    """The unit and the unit of "per"; a code such as km/h is taken apart where both halves are known.

    Neither half of a code that the tables name as a whole (``/km2``) may be empty.
    """
    if quantity.unit is None or quantity.per is not None or quantity.kind != "measure":
        return quantity.unit, quantity.per
    unit, slash, per = quantity.unit.rpartition("/")
    if slash and unit and words.get("unit", unit) and (words.get("unit", per) or words.get("per", per)):
        return unit, per
    return quantity.unit, None
