"""Annotations for the blocks of an article: figures, dates and quotes, each block by itself, quotes story by story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdoc.annotate.dates import dates
from newsdoc.annotate.quantities import quantities_beside
from newsdoc.annotate.quotes import quotes_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from newsdoc.lexicon import Lexicon
    from newsdoc.model.annotation import Date, Person, Quantity, Quote

    Figures = tuple[tuple[Date, ...], tuple[Quantity, ...]]


@dataclass(frozen=True, slots=True)
class Annotator:
    """How the blocks of one article are annotated."""

    published: datetime.date | None
    language: str | None
    lexicon: Lexicon

    def figures(self, texts: Iterable[str]) -> dict[str, Figures]:
        """The dates and quantities of each text, the dates resolved by the day of the issue.

        All dates come before all quantities, for one grammar on end is a good deal faster than two in turn.
        """
        found = {text: self._dates(text) for text in texts}
        return {text: (of_text, self._quantities(text, of_text)) for text, of_text in found.items()}

    def _dates(self, text: str) -> tuple[Date, ...]:
        return tuple(dates(text, reference=self.published, language=self.language, lexicon=self.lexicon))

    def _quantities(self, text: str, found: Sequence[Date]) -> tuple[Quantity, ...]:
        spans = [(date.start, date.end) for date in found]
        return tuple(quantities_beside(text, spans, language=self.language, lexicon=self.lexicon))

    def quotes(self, paragraphs: Sequence[str], known: Sequence[Person]) -> list[list[Quote]]:
        """The quotes of the paragraphs of one story, each list for its paragraph."""
        return quotes_of(paragraphs, language=self.language, lexicon=self.lexicon, known=known)
