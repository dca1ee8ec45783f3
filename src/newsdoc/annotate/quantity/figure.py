"""A figure on its way to a Quantity: value, bounds, and what its wording implies."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Figure(NamedTuple):
    """A number as the text says it, before unit and modifier are joined to it.

    ``open`` marks a figure with 多, 余, 几 inside (its bounds are known); ``scale`` is the part of the value that scale
    words give (万, million), so that a range may share it; ``bare`` is True for one Chinese sign alone.
    """

    start: int
    end: int
    value: Fraction | None
    low: Fraction | None = None
    high: Fraction | None = None
    scale: int = 1
    modifier: str | None = None
    bare: bool = False
    words: bool = False

    def times(self, factor: Fraction | int) -> Figure:
        """The same figure in a unit that is ``factor`` times as small."""
        if factor == 1:
            return self
        value, low, high = self.value, self.low, self.high
        return Figure(
            self.start,
            self.end,
            None if value is None else value * factor,
            None if low is None else low * factor,
            None if high is None else high * factor,
            self.scale,
            self.modifier,
            self.bare,
            self.words,
        )


_FINEST = 10**79
"""The finest step looked for; a value without a finite decimal (1/3) has none."""


def step(value: Fraction) -> Fraction:
    """One at the place of the last digit that is not 0: what 多 after the figure leaves open.

    >>> step(Fraction(1500000)), step(Fraction("1.6")), step(Fraction(17))
    (Fraction(100000, 1), Fraction(1, 10), Fraction(1, 1))
    """
    number, below, places = value.numerator, value.denominator, 1
    if not number:
        return Fraction(1)
    while places % below:
        places *= 10
        if places > _FINEST:
            return Fraction(1)
    number *= places // below
    size = 1
    while number % 10 == 0:
        number, size = number // 10, size * 10
    return Fraction(size, places)


_PARTS = frozenset({Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000), Fraction(10), Fraction(100)})


def shared_part(before: Figure, after: Figure) -> Fraction | None:
    """What the unit alone makes of a figure (5角 is half of one, 5成 50 percent), which a range shares; else None."""
    if not before.value or after.value is None:
        return None
    part = after.value / before.value
    return part if part in _PARTS else None


def opened(figure: Figure) -> Figure:
    """The figure with 多 or 余: from the figure to the next step."""
    value = figure.value
    if value is None:
        return figure._replace(modifier="more")
    size = value if value.denominator == 2 and figure.words else step(value)
    return figure._replace(low=value, high=value + size, modifier="more")


def bounded(figure: Figure, modifier: str | None) -> Figure:
    """The figure under a modifier; one that has bounds already keeps them."""
    if modifier is None:
        return figure
    if figure.low is not None or figure.high is not None or figure.value is None:
        return figure._replace(modifier=figure.modifier or modifier)
    if modifier in {"more", "at_least"}:
        return figure._replace(modifier=modifier, low=figure.value)
    if modifier in {"less", "nearly", "at_most"}:
        return figure._replace(modifier=modifier, high=figure.value)
    return figure._replace(modifier=modifier)
