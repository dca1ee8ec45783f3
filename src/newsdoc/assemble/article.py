"""The stories of a page as the article that a user gets: blocks with ids, sources and annotations, built once."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from newsdoc.annotate.people import people_of
from newsdoc.model.annotation import Person, Span
from newsdoc.model.article import (
    Article,
    Byline,
    Credit,
    Dateline,
    Figure,
    Section,
    Source,
    Story,
    TextBlock,
)
from newsdoc.readers.placed import pictures_of, regions_of
from newsdoc.recognise.caption import position_of
from newsdoc.recognise.readings import BylineReading, CreditReading, DatelineReading
from newsdoc.structure.stories import lead_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsdoc.assemble.annotations import Annotator, Figures
    from newsdoc.model.annotation import Date, Diagnostic, Edit, Quote
    from newsdoc.readers.placed import Placed
    from newsdoc.structure.pieces import Piece
    from newsdoc.structure.story import PageParts, StoryParts


def source_of(text: str, *, name: str | None, media_type: str, data: bytes | None, pages: int) -> Source:
    """The source of an article; its digest is of the bytes of a file, of a str of its UTF-8."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass") if data is None else data).hexdigest()
    return Source(name=name, media_type=media_type, sha256=digest, pages=pages, text=text)


def article_of(
    parts: PageParts,
    source: Source,
    annotator: Annotator,
    edits: Sequence[Edit],
    diagnostics: Sequence[Diagnostic],
    *,
    print_page: bool,
    placed: Placed,
) -> Article:
    """The article of a page."""
    figures = annotator.figures(piece.text.text for story in parts.stories for piece in _annotated(story))
    builder = _Builder(annotator, figures, print_page, placed)
    stories = [builder.story(story) for story in parts.stories]
    furniture = tuple(builder.block("furniture", piece) for piece in parts.furniture)
    main = stories[0]
    mentions = [person for story in stories for person in story.named_people()]
    return Article.model_construct(
        **_fields(main),
        source=source,
        language=annotator.language,
        published=annotator.published,
        sidebars=tuple(Story.model_construct(**_fields(story)) for story in stories[1:]),
        people=people_of(mentions),
        furniture=furniture,
        edits=tuple(sorted(edits, key=lambda edit: (edit.start, edit.end))),
        diagnostics=tuple(sorted(diagnostics, key=lambda doubt: (doubt.start, doubt.end, doubt.rule))),
    )


def _fields(story: Story) -> dict[str, Any]:
    return {name: getattr(story, name) for name in Story.model_fields}


def _annotated(story: StoryParts) -> Iterator[Piece]:
    """The pieces of a story in which dates and quantities are looked for."""
    head = story.head
    for piece in (head.kicker, head.headline, head.subtitle, story.deck, story.dateline):
        if piece:
            yield piece
    for heading, pieces in story.sections:
        if heading:
            yield heading
        yield from pieces
    for figure in story.figures:
        if figure.caption:
            yield figure.caption


class _Builder:
    """Makes blocks and counts their ids, which run in the order of the parts."""

    __slots__ = ("_annotator", "_blocks", "_figures", "_found", "_placed", "_print_page")

    def __init__(self, annotator: Annotator, found: Mapping[str, Figures], print_page: bool, placed: Placed) -> None:
        self._annotator = annotator
        self._found = found
        self._placed = placed
        self._print_page = print_page
        self._blocks = 0
        self._figures = 0

    def block(self, role: str, piece: Piece, quotes: Sequence[Quote] = ()) -> TextBlock:
        return TextBlock.model_construct(**self._common(role, piece, quotes))

    def _common(self, role: str, piece: Piece, quotes: Sequence[Quote] = ()) -> dict[str, Any]:
        self._blocks += 1
        text = piece.text.text
        spans = piece.text.spans()
        dates, quantities = ((), ()) if role in ("furniture", "byline", "credit") else self._found[text]
        return {
            "id": f"b{self._blocks}",
            "role": role,
            "text": text,
            "source": tuple(Span(start, end) for start, end in spans),
            "regions": regions_of(self._placed.places, spans),
            "quantities": quantities if role != "dateline" else (),
            "dates": dates,
            "quotes": tuple(quotes),
        }

    def story(self, parts: StoryParts) -> Story:
        head = parts.head
        kicker, headline, subtitle, deck = (
            self.block(role, piece) if piece else None
            for role, piece in (
                ("kicker", head.kicker),
                ("headline", head.headline),
                ("subtitle", head.subtitle),
                ("deck", parts.deck),
            )
        )
        bylines = tuple(self.byline(piece) for piece in parts.bylines)
        dateline = self.dateline(parts.dateline) if parts.dateline else None
        people = [person for byline in bylines for person in byline.people]
        texts = parts.texts()
        quoted = iter(self._annotator.quotes([piece.text.text for piece in texts], people))
        lead_piece = lead_of(parts, print_page=self._print_page)
        lead = None
        sections: list[Section] = []
        for heading, pieces in parts.sections:
            title = self.block("heading", heading) if heading else None
            paragraphs = []
            for piece in pieces:
                role = "lead" if piece is lead_piece else "paragraph"
                block = self.block(role, piece, next(quoted))
                if role == "lead":
                    lead = block
                else:
                    paragraphs.append(block)
            if title or paragraphs:
                sections.append(Section.model_construct(heading=title, paragraphs=tuple(paragraphs)))
        figures = tuple(self.figure(figure.caption, figure.credit) for figure in parts.figures)
        return Story.model_construct(
            kicker=kicker,
            headline=headline,
            subtitle=subtitle,
            deck=deck,
            bylines=bylines,
            dateline=dateline,
            lead=lead,
            sections=tuple(sections),
            figures=figures,
        )

    def byline(self, piece: Piece) -> Byline:
        reading = piece.reading
        assert reading is None or isinstance(reading, BylineReading)
        return Byline.model_construct(
            **self._common("byline", piece),
            kind=reading.kind if reading else None,
            affiliation=reading.affiliation if reading else None,
            people=_people(reading.people if reading else (), reading.affiliation if reading else None),
        )

    def dateline(self, piece: Piece) -> Dateline:
        reading = piece.reading
        assert isinstance(reading, DatelineReading)
        common = self._common("dateline", piece)
        date = None
        if reading.date:
            start, end = reading.date
            found: tuple[Date, ...] = common["dates"]
            date = next((date for date in found if date.start < end and start < date.end), None)
        return Dateline.model_construct(
            **common,
            agency=reading.agency,
            place=reading.place,
            date=date,
            people=_people(reading.people, reading.agency),
        )

    def figure(self, caption: Piece | None, credit: Piece | None) -> Figure:
        self._figures += 1
        block = self.block("caption", caption) if caption else None
        made = None
        if credit:
            reading = credit.reading
            assert reading is None or isinstance(reading, CreditReading)
            made = Credit.model_construct(
                **self._common("credit", credit),
                kind=reading.kind if reading else None,
                affiliation=reading.affiliation if reading else None,
                people=_people(reading.people if reading else (), reading.affiliation if reading else None),
            )
        position = position_of(block.text) if block else None
        beside = (block.regions if block else ()) or (made.regions if made else ())
        regions = pictures_of(self._placed.pictures, beside)
        return Figure.model_construct(
            id=f"f{self._figures}", caption=block, credit=made, position=position, regions=regions
        )


def _people(names: Iterable[str], organization: str | None) -> tuple[Person, ...]:
    return tuple(Person(name=name, organization=organization) for name in names)
