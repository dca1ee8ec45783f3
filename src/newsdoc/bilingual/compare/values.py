"""Whether two figures say the same: units, rounding as stated, bounds, powers of ten. Exact arithmetic throughout."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from newsdoc.bilingual.compare.facts import last_place

if TYPE_CHECKING:
    from newsdoc.bilingual.compare.facts import Fact

EQUAL, LOOSE, ROUNDED, WITHIN = range(4)
"""How two figures agree: same value and unit; same value, the unit left to the words; rounding; bounds."""

_TALLIES = frozenset({"count", "number", "ordinal", "age"})
_TIME_UNITS = frozenset({"a", "mo", "wk", "d", "h", "min", "s"})
_OPEN_CURRENCIES = frozenset({"元", "$", "¥", "£", ""})
_AMBIGUOUS = frozenset(
    {
        "元",
        "块",
        "圆",
        "圓",
        "塊",
        "$",
        "¥",
        "￥",
        "＄",
        "dollars",
        "dollar",
        "pounds",
        "pound",
        "£",
        "francs",
        "peso",
        "pesos",
    }
)
_BELOW, _ABOVE = frozenset({"less", "nearly", "at_most"}), frozenset({"more", "at_least"})
POWERS = tuple(power for size in range(1, 10) for power in (size, -size))


def family(fact: Fact) -> str:
    """What a figure measures: figures of one family may be compared. A bare number is of the family ``tally``."""
    if fact.kind in _TALLIES or (fact.kind == "measure" and fact.unit in _TIME_UNITS):
        return "tally"
    if fact.kind == "measure":
        return fact.base_unit or fact.unit or "measure"
    return fact.kind


def is_bare(fact: Fact) -> bool:
    """Whether no unit stands with the figure, so that its words alone do not say what it measures."""
    return fact.kind in ("number", "count") and fact.unit is None


def factors(a: Fact, b: Fact) -> tuple[Fraction, Fraction, bool] | None:
    """What turns each figure into a common unit, and whether both units were said; None where they cannot be compared."""
    one = Fraction(1)
    if a.base_unit is not None and a.base_unit == b.base_unit:
        if a.factor is not None and b.factor is not None:
            return a.factor, b.factor, True
        if a.unit == b.unit:
            return one, one, True
        return (one, one, False) if family(a) == "tally" else None
    of_a, of_b = family(a), family(b)
    if of_a == of_b:
        if of_a == "money" and a.unit != b.unit:
            return (one, one, False) if _open_currency(a) or _open_currency(b) else None
        if of_a == "tally":
            return one, one, not is_bare(a) or not is_bare(b) or a.kind == b.kind
        return (one, one, True) if a.unit == b.unit or "percent" == of_a else None
    if is_bare(a) or is_bare(b):
        other, swap = (b, False) if is_bare(a) else (a, True)
        bare = a if is_bare(a) else b
        # Half and 50 %: a fraction without a unit is a share.
        if other.kind == "percent" and bare.value is not None and bare.value.denominator != 1 and bare.value < 1:
            return (one, Fraction(100), False) if swap else (Fraction(100), one, False)
        return one, one, False
    if {of_a, of_b} == {"tally", "multiple"}:
        return one, one, False
    return None


def _open_currency(fact: Fact) -> bool:
    """Whether the words leave the currency open: yuan of which country, dollars of which."""
    text = fact.text
    return (
        fact.unit in _OPEN_CURRENCIES
        or fact.unit is None
        or (text[-1:] == "元" and not text.endswith(("美元", "欧元", "歐元", "日元")))
        or "$" in text
        or "dollar" in text
        or "¥" in text
    )


def bounds(fact: Fact) -> tuple[Fraction, Fraction] | None:
    """The values that the wording allows; an open bound ends at the next step of the last digit that is not 0."""
    value = fact.value
    if value is None:
        if fact.low is None or fact.high is None:
            only = fact.low if fact.low is not None else fact.high
            return None if only is None else (only, only)
        return fact.low, fact.high
    place = last_place(value)
    low, high = value, value
    if fact.modifier in _ABOVE:
        high = fact.high if fact.high is not None and fact.high > value else value + place
    elif fact.modifier in _BELOW:
        low = fact.low if fact.low is not None and fact.low < value else value - place
    elif fact.modifier == "about":
        low, high = value - place / 2, value + place / 2
    else:
        low = fact.low if fact.low is not None and fact.low < value else value
        high = fact.high if fact.high is not None and fact.high > value else value
    return low, high


def is_vague(fact: Fact) -> bool:
    """Whether only an order of magnitude is said (几十万, tens of thousands)."""
    return fact.value is None and fact.low is not None and fact.high is not None and fact.high >= 8 * fact.low


def _tolerance(fact: Fact, approximate: bool) -> Fraction:
    """Half a step of the last stated place. Zeros at the end of full digits count as rounded only where that shows."""
    value = fact.value
    if value is None:
        return Fraction(0)
    step = fact.step
    if step > 1 and value.denominator == 1 and not approximate and step == last_place(value) and _plain(fact):
        if abs(value) / step < 100:
            return Fraction(0)
    return step / 2


def _plain(fact: Fact) -> bool:
    """Whether the figure stands in full digits, so that its zeros may be counted ones."""
    digits = "".join(c for c in fact.text if c.isdigit())
    return len(digits) <= 30 and digits != "" and Fraction(digits) == fact.value


def agree(a: Fact, b: Fact) -> int | None:
    """How two figures agree (:data:`EQUAL` is the closest), or None where they do not."""
    common = factors(a, b)
    if common is None:
        return _shares(a, b)
    fa, fb, said = common
    if a.value is not None and b.value is not None:
        x, y = a.value * fa, b.value * fb
        if x == y:
            return EQUAL if said else LOOSE
        approximate = a.modifier is not None or b.modifier is not None
        if abs(x - y) <= max(_tolerance(a, approximate) * fa, _tolerance(b, approximate) * fb):
            return ROUNDED
    if _overlap(a, b, fa, fb):
        return WITHIN
    return _shares(a, b)


def _overlap(a: Fact, b: Fact, fa: Fraction, fb: Fraction) -> bool:
    of_a, of_b = bounds(a), bounds(b)
    if of_a is None or of_b is None:
        return False
    (low_a, high_a), (low_b, high_b) = (of_a[0] * fa, of_a[1] * fa), (of_b[0] * fb, of_b[1] * fb)
    if a.value is None and b.value is None and not (is_vague(a) or is_vague(b)):
        return low_a == low_b and high_a == high_b
    low, high = max(low_a, low_b), min(high_a, high_b)
    if low < high:
        return True
    # A shared end is enough for a figure, not for two ranges: 几千 and tens of thousands touch at 10,000.
    return low == high and (a.value is not None or b.value is not None)


def _shares(a: Fact, b: Fact) -> int | None:
    """增长1倍 and doubled, 增长两倍 and 200 %, 三成 and 3/10: shares and multiples in each other's words."""
    if a.value is None or b.value is None or not {a.kind, b.kind} & {"multiple", "percent"}:
        return None
    if a.kind == "percent" and b.kind != "multiple":
        return None
    multiple, other = (a, b) if a.kind == "multiple" else (b, a)
    if multiple.kind != "multiple" or other.value is None or multiple.value is None:
        return None
    said = other.value / 100 if other.kind == "percent" else other.value
    return LOOSE if said in (multiple.value, multiple.value - 1, multiple.value + 1) else None


def power_of_ten(a: Fact, b: Fact) -> int | None:
    """The power of ten by which ``b`` is off from ``a``, by value or by order of magnitude; None where by none."""
    common = factors(a, b)
    if common is None:
        return None
    fa, fb, _ = common
    if a.value is not None and b.value is not None:
        x, y = a.value * fa, b.value * fb
        if x <= 0 or y <= 0:
            return None
        near = max(_tolerance(a, False) * fa, Fraction(0)), _tolerance(b, False) * fb
        for power in POWERS:
            shift = Fraction(10) ** power
            if x * shift == y:
                return power
            if (
                abs(x * shift - y) <= max(near[0] * shift, near[1])
                and max(x, y) >= 100
                and _significant(x)
                and _significant(y)
            ):
                return power
        return None
    of_a, of_b = bounds(a), bounds(b)
    if of_a is None or of_b is None or (a.value is None) != (b.value is None):
        return _vague_power(a, b)
    low_a, low_b, high_a, high_b = of_a[0] * fa, of_b[0] * fb, of_a[1] * fa, of_b[1] * fb
    if low_a > 0 and low_b > 0 and high_a > 0 and low_b / low_a == high_b / high_a:
        return _exact_power(low_b / low_a)
    return None


def _vague_power(a: Fact, b: Fact) -> int | None:
    """数亿 and 5 billion, 3000万 and hundreds of thousands: how many orders lie between."""
    of_a, of_b = bounds(a), bounds(b)
    if of_a is None or of_b is None or not (is_vague(a) or is_vague(b)) or of_a[0] <= 0 or of_b[0] <= 0:
        return None
    for power in POWERS:
        shift = Fraction(10) ** power
        low, high = max(of_a[0] * shift, of_b[0]), min(of_a[1] * shift, of_b[1])
        if low < high or (low == high and (a.value is not None or b.value is not None)):
            return power
    return None


def _exact_power(ratio: Fraction) -> int | None:
    for power in POWERS:
        if Fraction(10) ** power == ratio:
            return power
    return None


def _significant(value: Fraction) -> bool:
    """Whether a figure has two or more digits that are not 0 at the end: rounding one digit proves no kinship."""
    return abs(value) / last_place(value) >= 10


def ratio(a: Fact, b: Fact) -> Fraction | None:
    """translation / source in a common unit; of ranges that of their lower ends; None where none makes sense."""
    common = factors(a, b)
    if common is None:
        return None
    of_a, of_b = bounds(a), bounds(b)
    x = a.value if a.value is not None else of_a[0] if of_a else None
    y = b.value if b.value is not None else of_b[0] if of_b else None
    if x is None or y is None or not x:
        return None
    return y * common[1] / (x * common[0])
