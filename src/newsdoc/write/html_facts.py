"""What stands at the side of the article: its people, its figures, dates and quotes with their normal forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.model.annotation import Date, Quantity, Quote
from newsdoc.write.html_article import block_html
from newsdoc.write.markup_text import attributes, escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsdoc.model.annotation import Person
    from newsdoc.model.article import Article
    from newsdoc.write.html_article import View
    from newsdoc.write.html_marks import Mark

_SHORT = 24
_KINDS: tuple[tuple[str, type[Quantity] | type[Date] | type[Quote]], ...] = (
    ("quantities", Quantity),
    ("dates", Date),
    ("quotes", Quote),
)


def facts_html(article: Article, marks: Sequence[Mark], view: View) -> str:
    """The lists, each under its heading; those that are empty are left out."""
    parts = [_group("people", view, "ul", map(_person, article.people))]
    for key, kind in _KINDS:
        rows = (_row(mark) for mark in marks if isinstance(mark.item, kind))
        parts.append(_group(key, view, "ul", rows))
    furniture = (block_html(view, block, "li") for block in article.furniture)
    parts.append(_group("furniture", view, "ul", furniture))
    return "\n".join(part for part in parts if part)


def _group(key: str, view: View, tag: str, rows: Iterable[str]) -> str:
    listed = "\n".join(rows)
    if not listed:
        return ""
    heading = f"<h2{attributes(id=f'h-{key}')}>{view.words.marked(key)}</h2>"
    return (
        f"<section{attributes(class_=key, aria_labelledby=f'h-{key}')}>\n"
        f"{heading}\n<{tag}>\n{listed}\n</{tag}>\n</section>"
    )


def _person(person: Person) -> str:
    about = [part for part in (person.title, person.organization) if part]
    name = f'<b class="name">{escaped(person.name)}</b>' if person.name else ""
    said = [f"<span>{escaped(part)}</span>" for part in about]
    return f"<li>{' '.join([name, *said]).strip()}</li>"


def _row(mark: Mark) -> str:
    """A mark as it stands in the text, linked to its place, and its normal form."""
    text = mark.item.text
    if isinstance(mark.item, Quote) and len(text) > _SHORT:
        text = f"{text[:_SHORT]}…"
    # A link without text has no name for who cannot see it.
    text = escaped(text.strip()) or "…"
    stated = f"<a{attributes(href=f'#m{mark.number}')}>{text}</a>" if mark.in_text else f"<span>{text}</span>"
    value = f"<span{attributes(class_='value', id=f'n{mark.number}v')}>{escaped(mark.normal)}</span>"
    return f"<li{attributes(id=f'n{mark.number}')}>{stated} {value}</li>"
