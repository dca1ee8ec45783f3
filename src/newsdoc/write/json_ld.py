"""An article as a schema.org NewsArticle in JSON-LD, for search engines and archives.

Convention: https://schema.org/NewsArticle. What the page does not say (publisher, address on the web, pictures) is left
out; a picture of which only the caption is known is an ImageObject without a file.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from newsdoc.write.markup_text import shown
from newsdoc.write.story_parts import closes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsdoc.model.annotation import Person
    from newsdoc.model.article import Article, Figure, Story, TextBlock

_UNSAFE = re.compile("[<>&\u2028\u2029]")


def json_ld(article: Article) -> str:
    """The JSON-LD of an article, safe inside an HTML ``script`` element: it holds no ``<``, ``>`` or ``&``.

    >>> from newsdoc.model.article import Article, Source, TextBlock
    >>> headline = TextBlock(id="b1", role="headline", text="</script>")
    >>> print(json_ld(Article(headline=headline, source=Source(sha256="", text=""))))
    {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "\\u003c/script\\u003e"}
    """
    tree = {"@context": "https://schema.org", **_story(article)}
    if article.published:
        tree["datePublished"] = article.published.isoformat()
    if article.language:
        tree["inLanguage"] = shown(article.language)
    if mentioned := [_person(person) for person in article.people if person.name]:
        tree["mentions"] = mentioned
    if parts := [_story(story) for story in article.sidebars]:
        tree["hasPart"] = parts
    text = json.dumps(tree, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def story_text(story: Story) -> str:
    """The running text of a story: lead, headings and paragraphs, a blank line between them."""
    blocks: list[TextBlock | None] = [story.lead]
    for section in story.sections:
        blocks += [section.heading, *section.paragraphs]
    return "\n\n".join(shown(block.text) for block in blocks if block and block.text)


def named_people(people: Iterable[Person]) -> list[Person]:
    """The people who have a name, each once."""
    return list({person.name: person for person in people if person.name}.values())


def _story(story: Story) -> dict[str, Any]:
    tree: dict[str, Any] = {"@type": "NewsArticle"}
    for key, block in (("headline", story.headline), ("alternativeHeadline", story.subtitle), ("abstract", story.deck)):
        if block:
            tree[key] = shown(block.text)
    if text := story_text(story):
        tree["articleBody"] = text
    for key, closing in (("author", False), ("editor", True)):
        people = named_people(p for byline in story.bylines if closes(byline) is closing for p in byline.people)
        if people:
            tree[key] = [_person(person) for person in people]
    if story.dateline:
        tree["dateline"] = shown(story.dateline.text)
        if story.dateline.place:
            tree["locationCreated"] = {"@type": "Place", "name": shown(story.dateline.place)}
        if story.dateline.agency:
            tree["sourceOrganization"] = {"@type": "NewsMediaOrganization", "name": shown(story.dateline.agency)}
    if pictures := [_picture(figure) for figure in story.figures]:
        tree["associatedMedia"] = pictures
    return tree


def _picture(figure: Figure) -> dict[str, Any]:
    tree: dict[str, Any] = {"@type": "ImageObject"}
    if figure.caption:
        tree["caption"] = shown(figure.caption.text)
    if figure.credit:
        tree["creditText"] = shown(figure.credit.text)
        if people := named_people(figure.credit.people):
            tree["creator"] = [_person(person) for person in people]
    return tree


def _person(person: Person) -> dict[str, Any]:
    tree: dict[str, Any] = {"@type": "Person", "name": shown(person.name or "")}
    if person.title:
        tree["jobTitle"] = shown(person.title)
    if person.organization:
        tree["affiliation"] = {"@type": "Organization", "name": shown(person.organization)}
    return tree
