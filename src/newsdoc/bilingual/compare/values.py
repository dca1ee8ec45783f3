"""Whether two figures say the same: units, rounding as stated, bounds, powers of ten. Exact arithmetic throughout."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from newsdoc.bilingual.compare.facts import last_place
from newsdoc.bilingual.compare.units import comparable, factors, is_bare, temperatures_agree

if TYPE_CHECKING:
    from newsdoc.bilingual.compare.facts import Fact

EQUAL, LOOSE, ROUNDED, WITHIN = range(4)
"""How two figures agree: same value and unit; same value, the unit left to the words; rounding; bounds."""

_BELOW, _ABOVE = frozenset({"less", "nearly", "at_most"}), frozenset({"more", "at_least"})
_POWERS = tuple(power for size in range(1, 10) for power in (size, -size))
_CONNECTED = re.compile(r"[到至—–~～-]|\b(?:to|and)\b")
_SHARES = frozenset({"percent", "multiple"})


def bounds(fact: Fact) -> tuple[Fraction, Fraction] | None:
    """The values that the wording allows; an open bound ends at the next step of the last digit that is not 0."""
    value, low, high = fact.value, fact.low, fact.high
    if value is None:
        if low is None or high is None:
            only = low if low is not None else high
            return None if only is None else (only, only)
        return low, high
    if fact.ends is not None:
        return fact.ends
    place = last_place(value)
    if fact.modifier == "about":
        return value - place / 2, value + place / 2
    if fact.modifier in _ABOVE:
        return value, high if high is not None and high > value else value + place
    if fact.modifier in _BELOW:
        # Before 10,000 comes 9,000, not 0.
        return (low if low is not None and low < value else value - (place if value != place else place / 10)), value
    return value if low is None else min(low, value), value if high is None else max(high, value)


def is_vague(fact: Fact) -> bool:
    """Whether only an order of magnitude is said (几十万, tens of thousands)."""
    return fact.value is None and fact.low is not None and fact.high is not None and fact.high >= 8 * fact.low


def is_approximate(fact: Fact) -> bool:
    """Whether a range is one rough figure in two neighbouring digits (五六百, four or five), not two stated ends."""
    return fact.ends is not None and _CONNECTED.search(fact.text) is None


def agree(a: Fact, b: Fact) -> int | None:
    """How two figures agree (:data:`EQUAL` is the closest), or None where they do not."""
    common = factors(a, b)
    if common is not None:
        by_a, by_b, said = common
        if a.value is not None and b.value is not None:
            x, y = a.value * by_a, b.value * by_b
            if x == y:
                return EQUAL if said else LOOSE
            if a.value == b.value and by_a != by_b:
                # 1000斤 and 1,000 kg: the number was kept, not rounded.
                return None
            if abs(x - y) <= max(_tolerance(a, by_a != by_b) * by_a, _tolerance(b, by_a != by_b) * by_b):
                return ROUNDED
        if _meet(a, b, by_a, by_b):
            return WITHIN
    if temperatures_agree(a, b):
        return EQUAL
    return _as_shares(a, b)


def _tolerance(fact: Fact, converted: bool) -> Fraction:
    """Half a step of the last stated place.

    Zeros at the end of full digits may have been counted: they are rounding only where "about" or a conversion says
    so, or where four digits stand before them.
    """
    value = fact.value
    if value is None or (fact.ends is not None and not converted):
        return Fraction(0)
    step = fact.step
    if step > 1 and fact.modifier is None and not converted and _plain(fact) and abs(value) / step < 1000:
        return Fraction(0)
    return step / 2


def _plain(fact: Fact) -> bool:
    """Whether the figure stands in full digits."""
    digits = "".join(c for c in fact.text if c.isdecimal())
    return 0 < len(digits) <= 30 and Fraction(digits) == fact.value


def _meet(a: Fact, b: Fact, by_a: Fraction, by_b: Fraction) -> bool:
    """Whether the value of the one lies within the bounds of the other, or two orders of magnitude overlap."""
    of_a, of_b = bounds(a), bounds(b)
    if of_a is None or of_b is None:
        return False
    low_a, high_a, low_b, high_b = of_a[0] * by_a, of_a[1] * by_a, of_b[0] * by_b, of_b[1] * by_b
    if a.value is None and b.value is None:
        return max(low_a, low_b) < min(high_a, high_b)
    if (_is_open(a) and _is_open(b)) or (a.ends and b.ends):
        # 超1万 and "more than 16,000": who says the same word must mean the same figure.
        return False
    return (a.value is not None and _holds(b, low_b, high_b, a.value * by_a)) or (
        b.value is not None and _holds(a, low_a, high_a, b.value * by_b)
    )


def _is_open(fact: Fact) -> bool:
    """Whether the wording bounds the figure on one side only."""
    if fact.modifier in _ABOVE:
        return fact.high is None
    return fact.modifier in _BELOW or fact.modifier == "about"


def _holds(fact: Fact, low: Fraction, high: Fraction, value: Fraction) -> bool:
    """Whether a value lies in the bounds; the next step, which 3000多万 and "over 16 million" end before, does not."""
    if fact.value is None:
        return low <= value <= high
    if fact.modifier in _ABOVE:
        return low <= value < high
    if fact.modifier in _BELOW:
        return low < value <= high
    return low <= value <= high


def _as_shares(a: Fact, b: Fact) -> int | None:
    """增长1倍 and doubled, 增长两倍 and 200 %, 五折 and half: shares and multiples in each other's words."""
    if a.value is not None and b.value is not None and a.kind == b.kind == "percent":
        # 八折 leaves 80 %, "a discount of 20 percent" takes the rest.
        reduced = "折" in a.text or "折" in b.text
        return LOOSE if reduced and a.value + b.value == 100 else None
    if a.value is None or b.value is None or "multiple" not in (a.kind, b.kind):
        return None
    multiple, other = (a, b) if a.kind == "multiple" else (b, a)
    if multiple.value is None or other.value is None:
        return None
    if other.kind in _SHARES:
        said = other.value / 100 if other.kind == "percent" else other.value
        return LOOSE if said in (multiple.value, multiple.value - 1, multiple.value + 1) else None
    return LOOSE if is_bare(other) and other.value == multiple.value else None


def power_of_ten(a: Fact, b: Fact) -> int | None:
    """The power of ten by which ``b`` is off from ``a``, by value or by order of magnitude; None where by none."""
    common = factors(a, b)
    of_a, of_b = bounds(a), bounds(b)
    if common is None or of_a is None or of_b is None:
        return None
    by_a, by_b, _ = common
    if a.value is not None and b.value is not None:
        return _power(a, b, a.value * by_a, b.value * by_b, by_a, by_b)
    if is_vague(a) or is_vague(b):
        return _vague_power((of_a[0] * by_a, of_a[1] * by_a), (of_b[0] * by_b, of_b[1] * by_b))
    return None


def _power(a: Fact, b: Fact, x: Fraction, y: Fraction, by_a: Fraction, by_b: Fraction) -> int | None:
    if x <= 0 or y <= 0:
        return None
    slack_a, slack_b = _tolerance(a, False) * by_a, _tolerance(b, False) * by_b
    # Rounding proves kinship only where two digits or more are left to compare.
    rounded = max(x, y) >= 100 and _digits(x) >= 2 and _digits(y) >= 2
    for power in _near_power(x, y):
        shift = Fraction(10) ** power
        if x * shift == y or (rounded and abs(x * shift - y) <= max(slack_a * shift, slack_b)):
            return power
    return None


def _digits(value: Fraction) -> int:
    """How many digits a figure has without the zeros at its end, 1 or 2 (that is: more)."""
    return 2 if abs(value) / last_place(value) >= 10 else 1


def _near_power(x: Fraction, y: Fraction) -> tuple[int, ...]:
    """The powers of ten that y / x can be near to, 0 not among them."""
    bits = (y.numerator * x.denominator).bit_length() - (x.numerator * y.denominator).bit_length()
    guess = bits * 30103 // 100000
    return tuple(power for power in (guess, guess + 1, guess - 1) if power and abs(power) <= 9)


def _vague_power(of_a: tuple[Fraction, Fraction], of_b: tuple[Fraction, Fraction]) -> int | None:
    """数亿 and 5 billion, 3000万 and hundreds of thousands: how many orders of magnitude lie between."""
    if of_a[0] <= 0 or of_b[0] <= 0:
        return None
    for power in _POWERS:
        shift = Fraction(10) ** power
        low, high = max(of_a[0] * shift, of_b[0]), min(of_a[1] * shift, of_b[1])
        if low < high or (low == high and (of_a[0] == of_a[1] or of_b[0] == of_b[1])):
            return power
    return None


def ratio(a: Fact, b: Fact) -> Fraction | None:
    """translation / source in a common unit; of ranges that of the ends that differ; None where none makes sense."""
    common = factors(a, b)
    of_a, of_b = bounds(a), bounds(b)
    if common is None or of_a is None or of_b is None or not comparable(a, b):
        return None
    pairs = [(of_a[0], of_b[0]), (of_a[1], of_b[1])]
    if a.value is not None and b.value is not None:
        pairs = [(a.value, b.value)]
    elif a.value is not None or b.value is not None:
        pairs = [(a.value if a.value is not None else of_a[0], b.value if b.value is not None else of_b[0])]
    quotients = [y * common[1] / (x * common[0]) for x, y in pairs if x]
    return next((quotient for quotient in quotients if quotient != 1), quotients[0] if quotients else None)
