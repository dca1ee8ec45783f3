"""An article as Markdown that can be published.

The order is that of a page on the web: kicker, headline, subtitle, deck, bylines, text with its headings, figures,
then each sidebar below a rule, then who edited it. The figures follow the text, because a dump does not say where in
the text a picture stood.

Furniture (folios, rubrics, 下转第2版, links) is left out: it belongs to the sheet of paper and not to the article, and
the JSON has it; so is the square or dot that a paper sets before a byline. Editors are people who made the article, so
they are named, in a closing line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.model.article import Section
from newsdoc.write.commonmark import emphasis, heading, one_line, paragraph
from newsdoc.write.story_parts import byline_text, closes, has_own_label, label_words, only_names, precedes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsdoc.model.article import Article, Byline, Figure, Story, TextBlock

_HAN = re.compile("[\u3400-\u9fff]")


def to_markdown(article: Article, *, labels: str = "zh") -> str:
    """The article as CommonMark, ending in one line break; empty for an article of nothing.

    Every character of the page that is markup in Markdown is escaped, so what a reader sees is the text. Controls and
    lone surrogates are shown as U+FFFD, line breaks in a block are kept as hard ones (in headings and captions as
    spaces).

    Args:
        article: The article.
        labels: The language of the words that newsdoc adds: ``zh`` (in the script of the page), ``en`` or ``both``.

    Raises:
        NewsdocError: ``labels`` is none of these.

    >>> from newsdoc.model.article import Article, Section, Source, TextBlock
    >>> text = TextBlock(id="b2", role="paragraph", text="- 5度。")
    >>> page = Article(source=Source(sha256="", text=""), headline=TextBlock(id="b1", role="headline", text="春寒"),
    ...                sections=(Section(paragraphs=(text,)),))
    >>> print(to_markdown(page), end="")
    # 春寒
    <BLANKLINE>
    \\- 5度。
    """
    words = label_words(article, labels)
    stories = (article, *article.sidebars)
    pictures = sum(len(story.figures) for story in stories)
    numbers = iter(range(1, pictures + 1)) if pictures > 1 else iter(())
    parts: list[str] = []
    for story in stories:
        body = [part for part in _story(story, story is not article, words, numbers) if part]
        if body and story is not article:
            body = [*(["---"] if parts else []), emphasis(words["sidebar"], "**"), *body]
        parts += body
    editors = [paragraph(byline_text(byline)) for story in stories for byline in story.bylines if closes(byline)]
    editors = [editor for editor in editors if editor]
    if editors:
        parts += [*(["---"] if parts else []), *editors]
    return "\n\n".join(parts) + "\n" if parts else ""


def _story(story: Story, inset: bool, words: Mapping[str, str], numbers: Iterator[int]) -> Iterator[str]:
    level = 2 if inset else 1
    yield emphasis(_text(story.kicker), "**")
    yield heading(_text(story.headline), level)
    yield emphasis(_text(story.subtitle), "**")
    yield emphasis(_text(story.deck), "*")
    yield _bylines([byline for byline in story.bylines if not closes(byline)], words)
    yield from _body(story, level + 1)
    for figure in story.figures:
        yield _figure(figure, words["figure"], next(numbers, None))


def _body(story: Story, level: int) -> Iterator[str]:
    """Lead and sections; the dateline opens the paragraph that it precedes on the page, or closes the text."""
    dateline = one_line(_text(story.dateline))
    opening = Section(paragraphs=(story.lead,)) if story.lead else Section()
    for section in (opening, *story.sections):
        yield heading(_text(section.heading), level)
        for block in section.paragraphs:
            text = block.text.lstrip()
            if text and dateline and not precedes(block, story.dateline):
                text, dateline = f"{dateline}{'　' if _HAN.search(dateline) else ' '}{text}", ""
            yield paragraph(text)
    yield paragraph(dateline)


def _bylines(bylines: list[Byline], words: Mapping[str, str]) -> str:
    shown = [(byline, line) for byline in bylines if (line := byline_text(byline))]
    gap = "　" if any(_HAN.search(line) for _, line in shown) else " · "
    line = gap.join(line for _, line in shown)
    if shown and only_names(shown[0][0]):
        line = words["by"] + line
    return paragraph(line)


def _figure(figure: Figure, word: str, number: int | None) -> str:
    caption, credit = one_line(_text(figure.caption)), one_line(_text(figure.credit))
    if not caption and not credit:
        return ""
    label = "" if has_own_label(caption) else f"**{word} {number}** " if number else f"**{word}** "
    shown = paragraph(caption, opening=label)
    return " ".join(part for part in (shown, emphasis(credit, "*")) if part)


def _text(block: TextBlock | None) -> str:
    return block.text if block is not None else ""
