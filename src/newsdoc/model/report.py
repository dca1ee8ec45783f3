"""What newsdoc says of two texts, one of which translates the other: sentence pairs and the findings of a check.

Offsets are code points, 0-based, end exclusive. They count in the ``str`` that was handed in; of an article, in
``article.source.text``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from newsdoc.model.annotation import STRICT, Exact, Span


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that say the same.

    Attributes:
        source: Spans of the sentences in the source; empty where the translation adds something.
        translation: Spans of those in the translation; empty where it leaves something out.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    source: tuple[Span, ...] = ()
    translation: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """A figure or date in one of two texts.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last character.
        text: The words.
        value: The exact figure as stated; None for a date, a range and where only the scale is said.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    start: int
    end: int
    text: str
    value: Exact | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A figure that the translation does not give as the source has it.

    Attributes:
        kind: ``mis_scaled`` (off by a power of ten), ``changed``, ``missing`` or ``added``.
        severity: ``high`` or ``low``.
        source: The figure in the source; None where it was added.
        translation: The figure in the translation; None where it is missing.
        ratio: translation / source, exact; None for dates and where a side is missing.
        reason: Why, in a sentence for a translator.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    kind: str
    severity: str
    source: Side | None
    translation: Side | None
    ratio: Exact | None
    reason: str


@dataclass(frozen=True, slots=True)
class FigureReport:
    """What became of every figure of a text in its translation.

    Attributes:
        findings: Every difference, in the order of the source.
        matched: The pairs that agree, source first.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    findings: tuple[Finding, ...] = ()
    matched: tuple[tuple[Side, Side], ...] = ()

    @property
    def ok(self) -> bool:
        """Whether no finding is of high severity."""
        return all(finding.severity != "high" for finding in self.findings)
