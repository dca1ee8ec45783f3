"""The article that a user gets: frozen pydantic models, built once at the end of the pipeline.

JSON is the same tree under the same names. Nulls and empty lists are written, so a key never vanishes.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from newsdoc.model.annotation import Date, Diagnostic, Edit, Person, Quantity, Quote, Region, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA_NAME = "newsdoc.article"
SCHEMA_VERSION = "1.0"


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class TextBlock(_Value):
    """A piece of the page with one role.

    Attributes:
        id: Unique in the article.
        role: ``headline`` ``kicker`` ``subtitle`` ``deck`` ``byline`` ``dateline`` ``lead`` ``heading`` ``paragraph``
            ``caption`` ``credit`` or ``furniture``.
        text: The text as it reads after repair.
        source: The spans of the input that it came from, in the order of the text.
        regions: Where it stands on the page, where the input has geometry.
        quantities, dates, quotes: Annotations; their offsets count in ``text``.
    """

    id: str
    role: str
    text: str
    source: tuple[Span, ...] = ()
    regions: tuple[Region, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Date, ...] = ()
    quotes: tuple[Quote, ...] = ()


class Byline(TextBlock):
    """Who made the article (署名).

    ``kind`` is reporter, correspondent, intern, commentator, author, compiler, editor, translator or photographer.
    """

    kind: str | None = None
    affiliation: str | None = None
    people: tuple[Person, ...] = ()


class Dateline(TextBlock):
    """Where and when the report was sent from, and by which agency (电头)."""

    agency: str | None = None
    place: str | None = None
    date: Date | None = None
    people: tuple[Person, ...] = ()


class Credit(TextBlock):
    """Who made or gave the picture (摄影署名): ``kind`` is staff, agency, supplied or archive."""

    kind: str | None = None
    affiliation: str | None = None
    people: tuple[Person, ...] = ()


class Figure(_Value):
    """A picture of the page by its caption (图片说明) and credit; ``position`` is its 左图 or ▲ word."""

    id: str
    caption: TextBlock | None = None
    credit: Credit | None = None
    position: str | None = None
    regions: tuple[Region, ...] = ()


class Section(_Value):
    """Paragraphs under a heading (小标题); the heading is null before the first one."""

    heading: TextBlock | None = None
    paragraphs: tuple[TextBlock, ...] = ()


class Story(_Value):
    """A headline and what belongs to it: the main story of a page, or a sidebar (配文)."""

    kicker: TextBlock | None = None
    headline: TextBlock | None = None
    subtitle: TextBlock | None = None
    deck: TextBlock | None = None
    bylines: tuple[Byline, ...] = ()
    dateline: Dateline | None = None
    lead: TextBlock | None = None
    sections: tuple[Section, ...] = ()
    figures: tuple[Figure, ...] = ()

    def story_blocks(self) -> Iterator[TextBlock]:
        """Every block of this story, part by part."""
        for part in (self.kicker, self.headline, self.subtitle, self.deck, *self.bylines, self.dateline, self.lead):
            if part is not None:
                yield part
        for section in self.sections:
            if section.heading is not None:
                yield section.heading
            yield from section.paragraphs
        for figure in self.figures:
            for part in (figure.caption, figure.credit):
                if part is not None:
                    yield part

    def named_people(self) -> Iterator[Person]:
        """Whom this story names as author, source or speaker, each as often as it does."""
        for line in (*self.bylines, self.dateline, *(figure.credit for figure in self.figures)):
            if line is not None:
                yield from line.people
        for block in self.story_blocks():
            for quote in block.quotes:
                if quote.speaker is not None and quote.speaker.name:
                    yield quote.speaker


class Source(_Value):
    """The input: ``text`` is what every span counts in; ``sha256`` is of the bytes, of a str of its UTF-8."""

    name: str | None = None
    media_type: str = "text/plain"
    sha256: str
    pages: int = 1
    text: str


class Article(Story):
    """A newspaper page as a typed value: its main story, the other stories, and what became of every character."""

    schema_name: str = SCHEMA_NAME
    schema_version: str = SCHEMA_VERSION
    source: Source
    language: str | None = None
    published: datetime.date | None = None
    sidebars: tuple[Story, ...] = ()
    people: tuple[Person, ...] = ()
    furniture: tuple[TextBlock, ...] = ()
    edits: tuple[Edit, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def blocks(self) -> list[TextBlock]:
        """Every block of main story, sidebars and furniture, in reading order (that of the input)."""
        found = [*self.story_blocks(), *self.furniture]
        for story in self.sidebars:
            found.extend(story.story_blocks())
        found.sort(key=lambda block: block.source[0].start if block.source else 0)
        return found

    @property
    def quantities(self) -> list[Quantity]:
        """Every quantity, block by block in reading order; offsets count in the text of their block."""
        return [quantity for block in self.blocks() for quantity in block.quantities]

    @property
    def dates(self) -> list[Date]:
        """Every date, block by block in reading order; offsets count in the text of their block."""
        return [date for block in self.blocks() for date in block.dates]

    @property
    def quotes(self) -> list[Quote]:
        """Every quote, block by block in reading order; ``continues`` counts in this list."""
        return [quote for block in self.blocks() for quote in block.quotes]
