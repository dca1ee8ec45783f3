"""What newsdoc says of a stretch of text: plain frozen values, cheap to make and usable without an article.

Offsets are code points, 0-based, end exclusive. They count in the text of the block that holds the value, or in the
text that was handed to :func:`newsdoc.quantities`, :func:`newsdoc.dates` or :func:`newsdoc.quotes`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

STRICT = {"extra": "forbid"}
"""Read by pydantic when a value stands in an article: an unknown key is an error."""


_EXACT = re.compile(r"-?\d+(?:\.\d+|/0*[1-9]\d*)?", re.ASCII)


def fraction_to_text(value: Fraction) -> str:
    """An exact number as JSON writes it: a decimal string, or "p/q" where no finite decimal exists.

    >>> fraction_to_text(Fraction(4622500)), fraction_to_text(Fraction(54732, 100)), fraction_to_text(Fraction(1, 3))
    ('4622500', '547.32', '1/3')
    """
    numerator, denominator = value.numerator, value.denominator
    if denominator == 1:
        return str(numerator)
    rest, twos, fives = denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{numerator}/{denominator}"
    places = max(twos, fives)
    digits = str(abs(numerator) * 10**places // denominator).rjust(places + 1, "0")
    return f"{'-' if numerator < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def text_to_fraction(text: object) -> Fraction:
    """The inverse of :func:`fraction_to_text`; refuses floats."""
    if isinstance(text, Fraction):
        return text
    if not isinstance(text, str) or not _EXACT.fullmatch(text):
        raise ValueError("an exact number is a string such as '547.32' or '1/3'")
    return Fraction(text)


class _ExactNumber:
    """Teaches pydantic to read and write a Fraction as a string, never as a float."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(
            text_to_fraction,
            serialization=core_schema.plain_serializer_function_ser_schema(fraction_to_text, when_used="json"),
            json_schema_input_schema=core_schema.str_schema(pattern=r"^-?\d+(\.\d+|/\d+)?$"),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^-?\d+(\.\d+|/\d+)?$"}


Exact = Annotated[Fraction, _ExactNumber]
"""A :class:`fractions.Fraction` in Python; in JSON a string (see :func:`fraction_to_text`)."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the input: ``source.text[start:end]``."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Region:
    """A place on a page. Points (1/72 inch) from the top left of the page; ``page`` counts from 1."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the text states it, with its unit and the bounds that its wording implies (数量).

    Attributes:
        start: Offset of the first character, modifier and unit included.
        end: Offset after the last character.
        text: ``block.text[start:end]``.
        kind: ``number`` ``percent`` ``money`` ``measure`` ``count`` ``multiple`` ``ordinal`` or ``age``.
        value: The figure as stated, exact; None for a range and where only the scale is said (几十万).
        low: Lower bound that the wording implies, else None.
        high: Upper bound that the wording implies, else None.
        unit: UCUM code, ISO 4217 code, ``%``, ``[ppth]``, ``[pp]``, ``倍``, or the simplified classifier (量词); None
            for a bare number.
        unit_text: The unit as the text has it.
        modifier: ``more`` ``less`` ``nearly`` ``about`` ``at_least`` ``at_most`` or None.
        base_value: ``value`` in the base unit, exact; None where there is no base unit or no value.
        base_unit: The SI or base unit as UCUM code (m2, kg), else None.
        per: The unit of "per" where the rate is no UCUM code of its own.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    start: int
    end: int
    text: str
    kind: str
    value: Exact | None = None
    low: Exact | None = None
    high: Exact | None = None
    unit: str | None = None
    unit_text: str | None = None
    modifier: str | None = None
    base_value: Exact | None = None
    base_unit: str | None = None
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """A date or a time as the text states it (日期).

    Attributes:
        start: Offset of the first character.
        end: Offset after the last character.
        text: ``block.text[start:end]``.
        edtf: Extended Date/Time Format, ISO 8601-2:2019.
        resolved: Whether ``edtf`` holds a year that the text or the reference date gives.
        calendar: ``gregorian``, ``roc`` (民國) or ``lunar`` (农历).
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    start: int
    end: int
    text: str
    edtf: str
    resolved: bool = True
    calendar: str = "gregorian"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone the page names, or speaks of without a name.

    Attributes:
        name: As printed, without the spaces of typesetting; None for 相关负责人 and the like.
        title: The post (科长), else None.
        organization: The longest body named (巴彦淖尔市商务局外贸科), else None.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    name: str | None = None
    title: str | None = None
    organization: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """What someone said (引语), with who said it.

    Attributes:
        start: Offset of the first character of ``text``; the marks lie outside.
        end: Offset after its last character.
        text: What was said.
        kind: ``direct``, ``partial`` or ``indirect``.
        speaker: Who said it; None where the text does not tell for certain.
        speaker_from: ``name``, ``pronoun``, ``carried`` or None.
        cue: The reporting verb (说, told) as the text has it, or None.
        continues: Index of the quote of which this is the next part, in the list that holds both; else None.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    start: int
    end: int
    text: str
    kind: str
    speaker: Person | None = None
    speaker_from: str | None = None
    cue: str | None = None
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that a repair made.

    Attributes:
        rule: The name of the repair.
        start: Offset in the input of the first character concerned.
        end: Offset after the last; equal to ``start`` where something was only put in.
        before: The characters as they stood.
        after: What stands in their place; empty where they were taken out.
        reason: Why, in a sentence that a person can check against the page.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    rule: str
    start: int
    end: int
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A doubt that changed nothing: what a person may want to look at, and where in the input."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    rule: str
    message: str
    start: int
    end: int
