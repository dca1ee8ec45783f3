"""Annotations for the blocks of an article: figures, dates and quotes, each block by itself, quotes story by story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdoc.annotate.dates import dates
from newsdoc.annotate.quantities import quantities_beside
from newsdoc.annotate.quotes import quotes_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from newsdoc.lexicon import Lexicon
    from newsdoc.model.annotation import Date, Person, Quantity, Quote


@dataclass(frozen=True, slots=True)
class Annotator:
    """How the blocks of one article are annotated."""

    published: datetime.date | None
    language: str | None
    lexicon: Lexicon

    def dates(self, text: str) -> tuple[Date, ...]:
        """The dates of a text, resolved by the day of the issue."""
        return tuple(dates(text, reference=self.published, language=self.language, lexicon=self.lexicon))

    def quantities(self, text: str, found: Sequence[Date]) -> tuple[Quantity, ...]:
        """The quantities of a text whose dates are found."""
        spans = [(date.start, date.end) for date in found]
        return tuple(quantities_beside(text, spans, language=self.language, lexicon=self.lexicon))

    def quotes(self, paragraphs: Sequence[str], known: Sequence[Person]) -> list[list[Quote]]:
        """The quotes of the paragraphs of one story, each list for its paragraph."""
        return quotes_of(paragraphs, language=self.language, lexicon=self.lexicon, known=known)
