"""The figures and dates of one text as plain comparable facts, in order.

A quantity is one fact. A date is one fact for each part that its words say: year, month, day, time, decade. Parts that
a period only implies (the months of 上半年) are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from newsdoc.annotate import dates
from newsdoc.annotate.quantities import quantities_beside
from newsdoc.bilingual.compare.mentions import Mention, mentions
from newsdoc.lexicon import BUILT_IN, Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsdoc.model.annotation import Date, Quantity

DATE_PARTS = ("year", "decade", "month", "day", "time")


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure, or one part of a date.

    Attributes:
        start, end: Offsets in the text.
        text: The words.
        part: ``quantity`` or one of :data:`DATE_PARTS`.
        value: The figure; the year, month, day, decade; minutes since midnight of a time. None for a range.
        low, high: The bounds that the wording implies.
        step: The place of the last stated digit.
        kind, unit, modifier, factor, base_unit: Of the quantity; ``factor`` turns ``value`` into the base unit.
        date: Number of the date in the text that a part belongs to; -1 of a quantity.
        words: Whether the figure is one small number in words.
        ends: Of one end of a range that states both (30万—40万吨 gives two facts), both.
    """

    start: int
    end: int
    text: str
    part: str
    value: Fraction | None
    low: Fraction | None = None
    high: Fraction | None = None
    step: Fraction = Fraction(1)
    kind: str = ""
    unit: str | None = None
    modifier: str | None = None
    factor: Fraction | None = None
    base_unit: str | None = None
    per: str | None = None
    date: int = -1
    words: bool = False
    ends: tuple[Fraction, Fraction] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text states.

    Attributes:
        text: The text.
        facts: Its figures and parts of dates, in order.
        dates: Its dates; ``Fact.date`` counts in them.
        mentions: Every numeral of it, figure or not.
    """

    text: str
    facts: tuple[Fact, ...]
    dates: tuple[Date, ...]
    mentions: tuple[Mention, ...]

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The numerals that begin in ``text[start:end]``."""
        low = bisect_left(self.mentions, start, key=_begin)
        return self.mentions[low : bisect_left(self.mentions, end, key=_begin)]


def _begin(mention: Mention) -> int:
    return mention.start


def read_facts(text: str, *, lexicon: Lexicon | None = None) -> Reading:
    """The figures and dates of a text.

    >>> [(f.part, str(f.value), f.unit) for f in read_facts("7月26日前收购3.5万吨").facts]
    [('month', '7', None), ('day', '26', None), ('quantity', '35000', 't')]
    """
    table = lexicon or BUILT_IN
    found_dates = dates(text, lexicon=table)
    numerals = mentions(text, table)
    found = quantities_beside(text, [(d.start, d.end) for d in found_dates], lexicon=table)
    facts = [fact for q in found if not _is_code(text, q) for fact in _quantity(q)]
    facts.extend(_overlooked(text, numerals, [*found, *found_dates]))
    at = 0
    for number, date in enumerate(found_dates):
        while at < len(numerals) and numerals[at].end <= date.start:
            at += 1
        inside: list[Mention] = []
        look = at
        while look < len(numerals) and numerals[look].start < date.end:
            inside.append(numerals[look])
            look += 1
        facts.extend(_parts(date, number, inside))
    facts.sort(key=lambda fact: (fact.start, fact.date, DATE_PARTS.index(fact.part) if fact.date >= 0 else 0))
    return Reading(text, tuple(facts), tuple(found_dates), tuple(numerals))


def _overlooked(text: str, numerals: Sequence[Mention], known: Sequence[Quantity | Date]) -> Iterator[Fact]:
    """Facts of numerals that can be nothing but figures and yet stand in no quantity and no date."""
    spans = sorted((item.start, item.end) for item in known)
    at = 0
    for numeral in numerals:
        if not numeral.plain:
            continue
        while at < len(spans) and spans[at][1] <= numeral.start:
            at += 1
        if at == len(spans) or spans[at][0] >= numeral.end:
            value, words = numeral.values[0], text[numeral.start : numeral.end]
            yield Fact(numeral.start, numeral.end, words, "quantity", value, step=_step(words, value), kind="number")


def _is_code(text: str, q: Quantity) -> bool:
    """Whether a figure is part of a name: 4K, No.3, www.12377.cn."""
    if q.unit == "K" and q.text[-1] in "kK":
        return True
    return q.text[0] == "." and q.start > 0 and text[q.start - 1].isalnum()


_FIGURE = re.compile(r"\d[\d,，]*(?:[.．](\d+))?")


def last_place(value: Fraction) -> Fraction:
    """The place of the last digit of a number that is not 0.

    >>> str(last_place(Fraction(4620000))), str(last_place(Fraction("0.25"))), str(last_place(Fraction(7)))
    ('10000', '1/100', '1')
    """
    whole, parts = abs(value.numerator), value.denominator
    # A hostile numeral of thousands of digits must not cost more than another.
    if not whole or max(whole.bit_length(), parts.bit_length()) > 400:
        return Fraction(1)
    if parts == 1:
        digits = str(whole)
        return Fraction(10 ** (len(digits) - len(digits.rstrip("0"))))
    places = next((n for n in range(1, 13) if 10**n % parts == 0), 12)
    return Fraction(1, 10**places)


def _step(text: str, value: Fraction) -> Fraction:
    """The place of the last digit as stated: of 4.60 million ten thousand, of 30万 ten thousand, of 4,620 ten."""
    figure = _FIGURE.search(text)
    if not figure:
        return last_place(value)
    number = figure[0].replace(",", "").replace("，", "").replace("．", ".").rstrip(".")
    if len(number) > 40:
        return Fraction(1)
    if not figure[1] and value.denominator == 1 and (whole := int(number)):
        # The common case, without the cost of fractions.
        if whole == abs(value.numerator):
            return last_place(value)
        if abs(value.numerator) % whole == 0:
            return Fraction(abs(value.numerator) // whole)
    stated = Fraction(number)
    if not stated:
        return Fraction(1)
    scale = abs(value) / stated
    if scale == 1 and not figure[1]:
        return last_place(value)
    return scale / Fraction(10) ** len(figure[1] or "")


_BARE_DEGREES = frozenset({"degrees", "degree", "°"})
_BETWEEN = re.compile(r"[到至—–~～-]|\b(?:to|and|or)\b")


def _states_both(text: str, low: Fraction, high: Fraction) -> bool:
    """Whether a range states both its ends: of 几十万 and hundreds of thousands only the scale is said."""
    return high < 8 * low or (low > 0 and _BETWEEN.search(text) is not None and any(c.isdigit() for c in text))


def _quantity(q: Quantity) -> list[Fact]:
    low, high = q.low, q.high
    # Degrees of weather without a scale may be of either.
    unit = "deg" if q.unit == "Cel" and (q.unit_text or "").lower().strip() in _BARE_DEGREES else q.unit
    if q.value is None and low is not None and high is not None and low < high and _states_both(q.text, low, high):
        return [
            Fact(
                q.start, q.end, q.text, "quantity", end, None, None, last_place(end),
                q.kind, unit, None, None, None, q.per, -1, False, (low, high),
            )
            for end in (low, high)
        ]  # fmt: skip
    factor = q.base_value / q.value if q.base_unit and q.base_value is not None and q.value else None
    value = q.value
    step = _step(q.text, value) if value is not None else Fraction(1)
    words = value is not None and abs(value) <= 12 and not any(c.isdigit() for c in q.text)
    return [
        Fact(
            q.start, q.end, q.text, "quantity", value, low, high, step,
            q.kind, unit, q.modifier, factor, q.base_unit, q.per, -1, words,
        )
    ]  # fmt: skip


_POINT = re.compile(
    r"(?P<y>-?[\dX]{4})?(?:-(?P<m>[\dX]{2})(?:-(?P<d>[\dX]{2}))?)?(?:T(?P<h>\d{2})(?::(?P<min>\d{2}))?)?"
)
_DECADE = re.compile(r"(?:\d\d|XX)\dX")
_MONTH = re.compile(r"(?<![个個])月|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d[-/.]\d", re.IGNORECASE)


def _parts(date: Date, number: int, inside: list[Mention]) -> list[Fact]:
    """The parts of a date that its words say."""
    said = {value for mention in inside for value in mention.values}
    says_month = _MONTH.search(date.text) is not None
    found: list[Fact] = []
    seen: set[tuple[str, int]] = set()

    def add(part: str, value: int) -> None:
        if (part, value) not in seen:
            seen.add((part, value))
            found.append(Fact(date.start, date.end, date.text, part, Fraction(value), date=number))

    def is_said(value: int) -> bool:
        return Fraction(value) in said

    for point in date.edtf.split("/"):
        if _DECADE.fullmatch(point):
            # 198, or 8 where no century is said.
            add("decade", int(point[:3].lstrip("X")))
            continue
        hit = _POINT.match(point)
        if not hit:
            continue
        year, month, day = hit["y"], hit["m"], hit["d"]
        if year and "X" not in year:
            whole = int(year)
            if is_said(whole) or is_said(whole % 100) or date.calendar == "roc":
                add("year", whole)
        if month and "X" not in month and says_month and is_said(int(month)):
            add("month", int(month))
        if day and "X" not in day and is_said(int(day)):
            add("day", int(day))
        if hit["h"]:
            hour = int(hit["h"])
            if is_said(hour) or is_said(hour % 12) or (hour in (0, 12, 24) and is_said(12)):
                add("time", hour * 60 + int(hit["min"] or 0))
    return found
