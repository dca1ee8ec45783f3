"""An article as ninjs, the JSON for news of the IPTC.

Convention: ninjs 3.1, https://iptc.org/standards/ninjs/. ``uri`` is made of the hash of the source, for the page has no
address. Of a date ninjs knows only the moment: the day of publication is written as its midnight in UTC. Figures and
sidebars are ``associations``; figures have no ``renditions``, for the page has only their captions.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from newsdoc.write.json_ld import named_people, story_text
from newsdoc.write.markup_text import escaped, language_tag, shown
from newsdoc.write.story_parts import byline_text, closes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsdoc.model.annotation import Person
    from newsdoc.model.article import Article, Figure, Story, TextBlock

VERSION = "3.1"
SCHEMA = f"https://www.iptc.org/std/ninjs/ninjs-schema_{VERSION}.json"


def to_ninjs(article: Article, *, indent: int | None = 2) -> str:
    """The article as one ninjs object, without a line break at the end; the same article gives the same characters.

    Args:
        article: The article.
        indent: Spaces for each level; None for one line.

    >>> from newsdoc.model.article import Article, Source, TextBlock
    >>> headline = TextBlock(id="b1", role="headline", text="春耕")
    >>> page = Article(headline=headline, source=Source(sha256="0f", text="春耕"))
    >>> tree = json.loads(to_ninjs(page))
    >>> tree["uri"], tree["headlines"]
    ('urn:newsdoc:sha256:0f', [{'role': 'main', 'value': '春耕'}])
    """
    uri = f"urn:newsdoc:sha256:{quote(shown(article.source.sha256), safe='')}"
    tree: dict[str, Any] = {
        "uri": uri,
        "standard": {"name": "ninjs", "version": VERSION, "schema": SCHEMA},
        "type": "text",
        "representationType": "full",
    }
    if article.published:
        tree["contentCreated"] = f"{article.published.isoformat()}T00:00:00Z"
    language = language_tag(article.language)
    tree |= _story(article, uri, language)
    mentioned = named_people(article.people)
    if mentioned:
        tree["people"] = list(_people(mentioned, "mentions"))
        organizations = dict.fromkeys(shown(p.organization) for p in mentioned if p.organization)
        if organizations:
            tree["organisations"] = [{"name": name, "rel": "mentions"} for name in organizations]
    for number, story in enumerate(article.sidebars, 1):
        own = f"{uri}#sidebar-{number}"
        name = shown(story.headline.text) if story.headline else f"sidebar {number}"
        beside = {"name": name, "rel": "sidebar", "uri": own, "type": "text", **_story(story, own, language)}
        tree.setdefault("associations", []).append(beside)
    if article.source.name:
        tree["altIds"] = [{"role": "source", "value": shown(article.source.name)}]
    return json.dumps(tree, ensure_ascii=False, indent=indent)


def _story(story: Story, uri: str, language: str | None) -> dict[str, Any]:
    tree: dict[str, Any] = {"language": language} if language else {}
    if story.headline:
        tree["title"] = " ".join(shown(story.headline.text).split())
    headlines = (("kicker", story.kicker), ("main", story.headline), ("subtitle", story.subtitle))
    tree["headlines"] = [{"role": role, "value": shown(block.text)} for role, block in headlines if block]
    if story.deck:
        tree["descriptions"] = [{"role": "deck", "contentType": "text/plain", "value": shown(story.deck.text)}]
    by = " ".join(filter(None, (byline_text(byline) for byline in story.bylines if not closes(byline))))
    if by:
        tree["by"] = by
    if story.dateline and story.dateline.place:
        tree["located"] = shown(story.dateline.place)
    agency = story.dateline.agency if story.dateline else None
    sources = [{"name": shown(agency), "role": "agency"}] if agency else []
    for byline in story.bylines:
        role = shown(byline.kind) if byline.kind else "author"
        sources += [{"name": shown(person.name or ""), "role": role} for person in named_people(byline.people)]
    if sources:
        tree["infoSources"] = sources
    tree["bodies"] = [body for body in (_plain(story), _rich(story)) if body["value"]]
    pictures = [_picture(figure, number, uri) for number, figure in enumerate(story.figures, 1)]
    if pictures:
        tree["associations"] = pictures
    return {key: value for key, value in tree.items() if value}


def _plain(story: Story) -> dict[str, Any]:
    text = story_text(story)
    return {"role": "main", "contentType": "text/plain", "charCount": len(text), "value": text}


def _rich(story: Story) -> dict[str, Any]:
    """The same with its headings, as XHTML: many who take ninjs show this one."""
    parts: list[tuple[str, TextBlock | None]] = [("p", story.lead)]
    for section in story.sections:
        parts += [("h2", section.heading), *(("p", block) for block in section.paragraphs)]
    html = "".join(f"<{tag}>{escaped(block.text)}</{tag}>" for tag, block in parts if block and block.text)
    return {"role": "richtext", "contentType": "application/xhtml+xml", "value": html}


def _picture(figure: Figure, number: int, uri: str) -> dict[str, Any]:
    tree: dict[str, Any] = {
        "name": f"figure {number}",
        "rel": "figure",
        "uri": f"{uri}{'-' if '#' in uri else '#'}figure-{number}",
        "type": "picture",
    }
    if figure.caption:
        tree["descriptions"] = [{"role": "caption", "contentType": "text/plain", "value": shown(figure.caption.text)}]
    if figure.credit:
        tree["by"] = shown(figure.credit.text)
        people = list(_people(named_people(figure.credit.people), "photographer"))
        if people:
            tree["people"] = people
    return tree


def _people(people: Iterable[Person], relation: str) -> Iterator[dict[str, str]]:
    for person in people:
        yield {"name": shown(person.name or ""), "rel": relation}
