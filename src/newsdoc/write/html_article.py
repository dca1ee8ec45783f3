"""The article as it is set in print: the first view of the page to read.

Order and labels are those of the Markdown (:mod:`newsdoc.write.markdown`); what belongs to the sheet of paper
(:attr:`Article.furniture`) stands at the side, in :mod:`newsdoc.write.html_facts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdoc.model.article import Section
from newsdoc.write.html_marks import marked_text
from newsdoc.write.markup_text import attributes, escaped
from newsdoc.write.story_parts import closes, has_own_label, only_names, precedes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsdoc.model.article import Article, Figure, Story, TextBlock
    from newsdoc.write.html_marks import Mark
    from newsdoc.write.html_words import Words


@dataclass(frozen=True, slots=True)
class View:
    """What the views of a page have in common.

    Attributes:
        words: The labels.
        numbers: Key of a block (:func:`id`) -> its number; ``b1`` is the block in the article, ``s1`` in the source.
        marks: Key of a block -> the marks in its text.
        in_source: Numbers of the blocks that the source shows.
    """

    words: Words
    numbers: Mapping[int, int]
    marks: Mapping[int, Sequence[Mark]]
    in_source: frozenset[int]


def numbered(article: Article) -> list[TextBlock]:
    """Every block once, story by story, then the furniture: the number of a block is its place here, from 1."""
    blocks = [block for story in (article, *article.sidebars) for block in story.story_blocks()]
    return [*blocks, *article.furniture]


def block_html(view: View, block: TextBlock, tag: str, *, class_: str | None = None, opening: str = "") -> str:
    """A block as an element that holds its text and nothing else, and the link to its place in the source.

    ``opening`` is HTML that stands before the text, in a parent of the same tag.
    """
    number = view.numbers[id(block)]
    text = marked_text(block, view.marks.get(id(block), ()))
    jump = ""
    if number in view.in_source:
        said = f"{view.words.plain('to_source')}: {view.words.role(block.role)} {number}"
        jump = f"<a{attributes(class_='jump', href=f'#s{number}', aria_label=said)}></a>"
    named = attributes(id=f"b{number}", data_b=number)
    if opening:
        return f"<{tag}{attributes(class_=class_)}>{opening}<span{named}>{text}</span>{jump}</{tag}>"
    return f"<{tag}{attributes(class_=class_)}{named}>{text}{jump}</{tag}>"


def article_html(article: Article, view: View) -> str:
    """The article with its sidebars, as the content of the element ``article``."""
    stories = (article, *article.sidebars)
    pictures = sum(len(story.figures) for story in stories)
    numbers = iter(range(1, pictures + 1)) if pictures > 1 else iter(())
    parts: list[str] = []
    for story in stories:
        inside = "\n".join(_story(story, view, 1 if story is article else 2, numbers))
        if story is article:
            parts.append(inside)
        elif inside:
            label = escaped(view.words.of_markdown["sidebar"])
            parts.append(f'<aside class="sidebar">\n<p class="label">{label}</p>\n{inside}\n</aside>')
    editors = [byline for story in stories for byline in story.bylines if closes(byline)]
    parts += [block_html(view, byline, "p", class_="editors") for byline in editors]
    return "\n".join(part for part in parts if part)


def _story(story: Story, view: View, level: int, numbers: Iterator[int]) -> Iterator[str]:
    head = list(_head(story, view, level))
    if head:
        yield "<header>\n" + "\n".join(head) + "\n</header>"
    yield from _body(story, view, level + 1)
    figures = [_figure(figure, view, next(numbers, None)) for figure in story.figures]
    figures = [figure for figure in figures if figure]
    if figures:
        yield '<div class="figures">\n' + "\n".join(figures) + "\n</div>"


def _head(story: Story, view: View, level: int) -> Iterator[str]:
    if story.kicker:
        yield block_html(view, story.kicker, "p", class_="kicker")
    if story.headline:
        yield block_html(view, story.headline, f"h{level}", class_="headline")
    if story.subtitle:
        yield block_html(view, story.subtitle, "p", class_="subtitle")
    if story.deck:
        yield block_html(view, story.deck, "p", class_="deck")
    bylines = [byline for byline in story.bylines if not closes(byline)]
    for byline in bylines:
        label = view.words.of_markdown["by"] if byline is bylines[0] and only_names(byline) else ""
        opening = f'<span class="by">{escaped(label)}</span>' if label else ""
        yield block_html(view, byline, "p", class_="byline", opening=opening)


def _body(story: Story, view: View, level: int) -> Iterator[str]:
    """Lead and sections; the dateline opens the paragraph that it precedes on the page, or closes the text."""
    dateline = block_html(view, story.dateline, "span", class_="dateline") if story.dateline else ""
    opening = Section(paragraphs=(story.lead,)) if story.lead else Section()
    for section in (opening, *story.sections):
        if section.heading:
            yield block_html(view, section.heading, f"h{level}", class_="heading")
        for block in section.paragraphs:
            before = ""
            if dateline and not precedes(block, story.dateline):
                before, dateline = dateline, ""
            yield block_html(view, block, "p", class_="lead" if block is story.lead else None, opening=before)
    if dateline:
        yield f"<p>{dateline}</p>"


def _figure(figure: Figure, view: View, number: int | None) -> str:
    if not figure.caption and not figure.credit:
        return ""
    label = ""
    if not has_own_label(figure.caption.text if figure.caption else ""):
        word = view.words.of_markdown["figure"]
        label = f'<span class="label">{escaped(f"{word} {number}" if number else word)}</span>'
    parts = [
        block_html(view, block, "span", class_=role)
        for role, block in (("caption", figure.caption), ("credit", figure.credit))
        if block
    ]
    return f"<figure><figcaption>{label}{' '.join(parts)}</figcaption></figure>"
