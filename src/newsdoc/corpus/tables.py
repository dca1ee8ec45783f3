"""The tables of a run: their columns, and the rows that one article gives.

Tables are joined by ``id``. Exact values are strings, as in the JSON of an article; beside each stands a float where
one is finite, for those who only want to plot. Offsets are code points of the block ``block``, end exclusive; ``n``
counts from 0 in the order of ``article.quantities``, ``article.dates`` and ``article.quotes``.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from newsdoc.model.annotation import Person, fraction_to_text
from newsdoc.write.as_json import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from fractions import Fraction

    from newsdoc.corpus.documents import Document
    from newsdoc.model.article import Article, Story, TextBlock

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]
Rows = dict[str, list[Row]]


class Column(NamedTuple):
    """A column: ``kind`` is ``string``, ``int``, ``float``, ``bool`` or ``date`` (written ``YYYY-MM-DD``)."""

    name: str
    kind: str


def _columns(said: str) -> tuple[Column, ...]:
    """Columns from ``name`` for strings and ``name:kind`` for the rest."""
    return tuple(Column(name, kind or "string") for name, _, kind in (word.partition(":") for word in said.split()))


_PLACE = "id n:int story:int block role start:int end:int text"

TABLES: Mapping[str, tuple[Column, ...]] = MappingProxyType(
    {
        "documents": _columns(
            "id input name media_type sha256 pages:int language published:date "
            "kicker headline subtitle deck bylines authors agency place text "
            "characters:int paragraphs:int sidebars:int figures:int quantities:int dates:int quotes:int "
            "edits:int diagnostics:int extra article"
        ),
        "quantities": _columns(
            f"{_PLACE} kind value value_float:float low low_float:float high high_float:float unit unit_text modifier "
            "per base_value base_value_float:float base_unit"
        ),
        "dates": _columns(f"{_PLACE} edtf resolved:bool calendar"),
        "quotes": _columns(f"{_PLACE} kind speaker title organization speaker_from cue continues:int"),
        "figures": _columns("id n:int story:int figure position caption credit credit_kind affiliation people"),
        "errors": _columns("id input error message"),
    }
)
"""Table -> its columns. docs/archives.md says what each holds."""


def article_rows(document: Document, article: Article, extra: str | None = None) -> Rows:
    """The rows that an article gives in each table; ``extra`` is what else its row of JSON Lines said."""
    stories = {id(block): number for number, story in enumerate(_stories(article)) for block in story.story_blocks()}
    places = [(stories.get(id(block)), block) for block in article.blocks()]
    return {
        "documents": [_document_row(document, article, extra)],
        "quantities": list(_quantity_rows(document.id, places)),
        "dates": list(_date_rows(document.id, places)),
        "quotes": list(_quote_rows(document.id, places)),
        "figures": list(_figure_rows(document.id, article)),
        "errors": [],
    }


def error_rows(document: Document, error: str, message: str) -> Rows:
    """The one row of a document that gave no article: the type of the error and its message on one line."""
    return {"errors": [(document.id, document.where, error, _writable(" ".join(message.split())))]}


def _stories(article: Article) -> tuple[Story, ...]:
    return (article, *article.sidebars)


def _document_row(document: Document, article: Article, extra: str | None) -> Row:
    source, dateline, body = article.source, article.dateline, list(_body(article))
    return (
        document.id,
        document.where,
        None if source.name is None else _writable(source.name),
        source.media_type,
        source.sha256,
        source.pages,
        article.language,
        None if article.published is None else article.published.isoformat(),
        *(_text(block) for block in (article.kicker, article.headline, article.subtitle, article.deck)),
        "; ".join(byline.text for byline in article.bylines) or None,
        _names(person for byline in article.bylines for person in byline.people),
        *((dateline.agency, dateline.place) if dateline else (None, None)),
        "\n".join(block.text for block in body) or None,
        len(source.text),
        sum(block.role != "heading" for block in body),
        len(article.sidebars),
        sum(len(story.figures) for story in _stories(article)),
        *(len(found) for found in (article.quantities, article.dates, article.quotes)),
        *(len(article.edits), len(article.diagnostics)),
        None if extra is None else _writable(extra),
        to_json(article, indent=None),
    )


def _body(article: Article) -> Iterator[TextBlock]:
    """The lead, headings and paragraphs of the main story."""
    if article.lead is not None:
        yield article.lead
    for section in article.sections:
        if section.heading is not None:
            yield section.heading
        yield from section.paragraphs


_Places = list[tuple[int | None, "TextBlock"]]
"""Each block of an article in reading order, with the number of its story: 0 the main one, None for furniture."""


def _quantity_rows(key: str, places: _Places) -> Iterator[Row]:
    found = ((story, block, item) for story, block in places for item in block.quantities)
    for n, (story, block, item) in enumerate(found):
        yield (
            *(key, n, story, block.id, block.role, item.start, item.end, item.text, item.kind),
            *(*_exact_and_float(item.value), *_exact_and_float(item.low), *_exact_and_float(item.high)),
            *(item.unit, item.unit_text, item.modifier, item.per),
            *(*_exact_and_float(item.base_value), item.base_unit),
        )


def _date_rows(key: str, places: _Places) -> Iterator[Row]:
    found = ((story, block, item) for story, block in places for item in block.dates)
    for n, (story, block, item) in enumerate(found):
        place = (key, n, story, block.id, block.role, item.start, item.end, item.text)
        yield (*place, item.edtf, item.resolved, item.calendar)


def _quote_rows(key: str, places: _Places) -> Iterator[Row]:
    found = ((story, block, item) for story, block in places for item in block.quotes)
    for n, (story, block, item) in enumerate(found):
        speaker = item.speaker or Person()
        yield (
            *(key, n, story, block.id, block.role, item.start, item.end, item.text, item.kind),
            *(speaker.name, speaker.title, speaker.organization, item.speaker_from, item.cue, item.continues),
        )


def _figure_rows(key: str, article: Article) -> Iterator[Row]:
    found = ((number, figure) for number, story in enumerate(_stories(article)) for figure in story.figures)
    for n, (number, figure) in enumerate(found):
        place = (key, n, number, figure.id, figure.position, _text(figure.caption), _text(figure.credit))
        credit = figure.credit
        yield (*place, *((credit.kind, credit.affiliation, _names(credit.people)) if credit else (None, None, None)))


def _text(block: TextBlock | None) -> str | None:
    return None if block is None else block.text


def _names(people: Iterable[Person]) -> str | None:
    return "; ".join(dict.fromkeys(person.name for person in people if person.name)) or None


def _exact_and_float(value: Fraction | None) -> tuple[str | None, float | None]:
    if value is None:
        return None, None
    try:
        return fraction_to_text(value), float(value)
    except OverflowError:
        return fraction_to_text(value), None


def _writable(text: str) -> str:
    # A lone surrogate (a file name that is no UTF-8) can stand in no Parquet and in no file of UTF-8.
    return text.encode("utf-8", "backslashreplace").decode()
