"""An article as TEI, the XML of scholars and archives.

Convention: TEI P5, https://tei-c.org/guidelines/p5/. A story is a ``div`` with its heads, byline and dateline; a
section with a heading a ``div`` in it; a sidebar a ``div`` beside it; furniture ``fw``. Quantities are ``measure`` (or
``num``), dates ``date``, quotes ``said``, whose speakers are listed in the header.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.model.annotation import Date, Person, Quantity, fraction_to_text
from newsdoc.write.json_ld import named_people
from newsdoc.write.markup_text import attributes, escaped, language_tag, shown
from newsdoc.write.story_parts import closes
from newsdoc.write.weave import Tagged, items_in_order, woven

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsdoc.model.annotation import Quote
    from newsdoc.model.article import Article, Figure, Story, TextBlock
    from newsdoc.write.weave import Item

_PLAIN_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T\d\d:\d\d:\d\d)?)?)?", re.ASCII)
_ISO = re.compile(r"[0-9.,DHMPRSTWYZ/:+-]+", re.ASCII)
_PARTS_OF_DAY = re.compile(r"XXXX(?=-)")

_NO_QUOTES = frozenset({"byline", "dateline"})
"""Elements that hold phrases only."""


def to_tei(article: Article) -> str:
    """The article as a TEI document, ending in a line break; it can always be written as UTF-8.

    >>> from newsdoc.model.article import Article, Source, TextBlock
    >>> page = Article(headline=TextBlock(id="b1", role="headline", text="R&D"), source=Source(sha256="", text="R&D"))
    >>> [line.strip() for line in to_tei(page).splitlines() if "<head" in line]
    ['<head type="main">R&amp;D</head>']
    """
    speakers = (quote.speaker for quote in article.quotes if quote.speaker)
    people = named_people([*speakers, *article.people])
    named = {person.name: f"p{number}" for number, person in enumerate(people, 1) if person.name}
    stories = [
        _div(story, named, "article" if story is article else "sidebar") for story in (article, *article.sidebars)
    ]
    furniture = [f"<fw>{escaped(block.text)}</fw>" for block in article.furniture]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"{_language(article)}>',
        *_header(article, people, named),
        "<text>",
        "<body>",
        *furniture,
        *stories,
        "</body>",
        "</text>",
        "</TEI>",
    ]
    return "\n".join(lines) + "\n"


def _language(article: Article) -> str:
    language = language_tag(article.language)
    return f' xml:lang="{language}"' if language else ""


def _header(article: Article, people: list[Person], named: Mapping[str, str]) -> Iterator[str]:
    title = escaped(article.headline.text) if article.headline else ""
    yield "<teiHeader>\n<fileDesc>\n<titleStmt>"
    yield f"<title>{title}</title>"
    for element, closing in (("author", False), ("editor", True)):
        for person in named_people(p for byline in article.bylines if closes(byline) is closing for p in byline.people):
            yield f"<{element}>{escaped(person.name or '')}</{element}>"
    yield "</titleStmt>\n<publicationStmt><p>Made from the page that sourceDesc names.</p></publicationStmt>"
    yield "<sourceDesc>\n<bibl>"
    yield f'<title level="a">{title}</title>'
    if article.published:
        day = article.published.isoformat()
        yield f'<date type="publication" when="{day}">{day}</date>'
    for kind, value in (("file", article.source.name), ("sha256", article.source.sha256)):
        if value:
            yield f'<idno type="{kind}">{escaped(value)}</idno>'
    yield "</bibl>\n</sourceDesc>\n</fileDesc>\n<encodingDesc>"
    yield '<appInfo><application ident="newsdoc" version="0"><label>newsdoc</label></application></appInfo>'
    if article.edits:
        said = f"Changes to the text as it came: {len(article.edits)}."
        yield f'<editorialDecl><correction method="silent"><p>{said}</p></correction></editorialDecl>'
    yield "</encodingDesc>"
    language = language_tag(article.language)
    if language or people:
        yield "<profileDesc>"
        if language:
            yield f"<langUsage><language{attributes(ident=language)}>{language}</language></langUsage>"
        if people:
            yield "<particDesc><listPerson>"
            yield from (_person(person, named[person.name or ""]) for person in people)
            yield "</listPerson></particDesc>"
        yield "</profileDesc>"
    yield "</teiHeader>"


def _person(person: Person, key: str) -> str:
    said = f"<persName>{escaped(person.name or '')}</persName>"
    if person.title:
        said += f"<occupation>{escaped(person.title)}</occupation>"
    if person.organization:
        said += f"<affiliation><orgName>{escaped(person.organization)}</orgName></affiliation>"
    return f'<person xml:id="{key}">{said}</person>'


def _div(story: Story, named: Mapping[str, str], kind: str) -> str:
    parts = [f'<div type="{kind}">']
    for name, block in (("kicker", story.kicker), ("main", story.headline), ("sub", story.subtitle)):
        if block:
            parts.append(_element("head", block, named, type=name))
    if story.deck:
        parts.append(f"<argument>{_element('p', story.deck, named)}</argument>")
    parts += [_element("byline", byline, named) for byline in story.bylines if not closes(byline)]
    if story.dateline:
        parts.append(_element("dateline", story.dateline, named))
    body = [_element("p", story.lead, named, rend="lead")] if story.lead else []
    for index, section in enumerate(story.sections):
        paragraphs = [_element("p", block, named) for block in section.paragraphs]
        if index == 0 and section.heading is None:
            body += paragraphs
            continue
        head = [_element("head", section.heading, named)] if section.heading else []
        body += ['<div type="section">', *head, *(paragraphs or ["<p/>"]), "</div>"]
    parts += body or ["<p/>"]
    parts += [_figure(figure, named) for figure in story.figures]
    parts += [_element("byline", byline, named) for byline in story.bylines if closes(byline)]
    return "\n".join([*parts, "</div>"])


def _figure(figure: Figure, named: Mapping[str, str]) -> str:
    caption = _element("head", figure.caption, named) if figure.caption else ""
    credit = _element("p", figure.credit, named, rend="credit") if figure.credit else ""
    return f"<figure>{caption}{credit}</figure>"


def _element(tag: str, block: TextBlock, named: Mapping[str, str], **more: str) -> str:
    items = [item for item, nests in items_in_order(block) if nests]
    tagged = [found for item in items if (found := _tagged(item, named, tag))]
    return f"<{tag}{attributes(**more)}>{woven(block.text, tagged)}</{tag}>"


def _tagged(item: Item, named: Mapping[str, str], around: str) -> Tagged | None:
    if isinstance(item, Quantity):
        return _quantity(item)
    if isinstance(item, Date):
        tag, said = "date", _date(item.edtf)
    elif around in _NO_QUOTES:
        return None
    else:
        tag, said = "said", _quote(item, named)
    return Tagged(item.start, item.end, f"<{tag}{said}>", f"</{tag}>")


def _quantity(item: Quantity) -> Tagged:
    """A ``num``, inside a ``measure`` where there is a unit; of the two only ``num`` can have bounds."""
    value = fraction_to_text(item.value) if item.value is not None else None
    kind = item.kind if _is_word(item.kind) else None
    low = fraction_to_text(item.low) if item.low is not None else None
    high = fraction_to_text(item.high) if item.high is not None else None
    bounds = attributes(atLeast=low, atMost=high)
    if not item.unit or not _is_word(item.unit):
        opening = f"<num{attributes(type=kind, value=value)}{bounds}>"
        return Tagged(item.start, item.end, opening, "</num>")
    opening = f"<measure{attributes(type=kind, quantity=value, unit=shown(item.unit))}>"
    if not bounds:
        return Tagged(item.start, item.end, opening, "</measure>")
    return Tagged(item.start, item.end, f"{opening}<num{bounds}>", "</num></measure>")


def _date(edtf: str) -> str:
    """What W3C dates can say in ``when``, what ISO 8601 can in ``when-iso``, the rest of EDTF in ``when-custom``."""
    if _PLAIN_DATE.fullmatch(edtf):
        return attributes(when=edtf)
    without_year = _PARTS_OF_DAY.sub("-", edtf)
    if _ISO.fullmatch(without_year):
        return attributes(when_iso=without_year)
    return attributes(when_custom=shown(edtf)) if _is_word(edtf) else ""


def _quote(item: Quote, named: Mapping[str, str]) -> str:
    speaker = named.get(item.speaker.name or "") if item.speaker else None
    return attributes(who=f"#{speaker}" if speaker else None, direct="false" if item.kind == "indirect" else "true")


def _is_word(text: str) -> bool:
    """Whether TEI's datatype for a code allows it: no space, no control, nothing that is no character."""
    return bool(text) and text.isprintable() and " " not in text and shown(text) == text
