"""From an item of the grammar to the Quantity that the user gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.model.annotation import Quantity

if TYPE_CHECKING:
    from fractions import Fraction

    from newsdoc.annotate.quantity.chinese_unit import Item
    from newsdoc.annotate.quantity.context import Context
    from newsdoc.annotate.quantity.tables import Unit


def build(
    source: str, start: int, end: int, item: Item, where: Context, currency: str | None = None
) -> Quantity | None:
    """The Quantity for ``source[start:end]``; None where the item has neither value nor bounds."""
    figure, unit = item.figure, item.unit
    if figure.value is None and figure.low is None and figure.high is None:
        return None
    kind, code, base, factor = "number", None, None, None
    if unit is not None:
        kind, code, base, factor = unit.kind, unit.code or None, unit.base, unit.factor
    if kind == "money" and code is not None:
        if currency and code == "元":
            code = currency
        code = where.currency(code)
    per = item.per.code if item.per is not None else None
    if (
        item.per is not None
        and unit is not None
        and kind == "measure"
        and code
        and _ucum(code)
        and _ucum(item.per.code)
    ):
        code, per = f"{code}/{item.per.code}", None
        base, factor = _rate(unit, item.per)
    value = figure.value
    return Quantity(
        start=start,
        end=end,
        text=source[start:end],
        kind=kind,
        value=value,
        low=figure.low,
        high=figure.high,
        unit=code,
        unit_text=item.said,
        modifier=figure.modifier,
        base_value=value * factor if value is not None and factor is not None else None,
        base_unit=base if value is not None and factor is not None else None,
        per=per,
    )


def _ucum(code: str) -> bool:
    return code.isascii()


def _rate(unit: Unit, per: Unit) -> tuple[str | None, Fraction | None]:
    if unit.base and per.base and unit.factor and per.factor:
        return f"{unit.base}/{per.base}", unit.factor / per.factor
    return None, None
