"""Articles of any shape whose marks lie in their texts, and spans and edits in their source, however they overlap."""

from dataclasses import replace

from hypothesis import strategies as st
from write.article_strategies import articles, page_text

from newsdoc.model.annotation import Date, Diagnostic, Edit, Span
from newsdoc.model.article import Article, Story, TextBlock

_DATES = ("2023", "2023-02-20", "2023-02-20T15:00:00", "2023-01/2023-02", "XXXX-02-20/XXXX-02-24", "198X", "2022-21",
          "2019/..", "../2019", "-0220")  # fmt: skip


def _moved(value, random, size):
    start, end = sorted((random.randint(0, size), random.randint(0, size)))
    return replace(value, start=start, end=end)


def _marked(block, random, size):
    """The block with its marks in its text, its spans in the source."""
    if not isinstance(block, TextBlock):
        return block
    changed = {
        name: tuple(_moved(item, random, len(block.text)) for item in getattr(block, name))
        for name in ("quantities", "dates", "quotes")
    }
    changed["dates"] = tuple(
        Date(date.start, date.end, date.text, random.choice((*_DATES, date.edtf))) for date in changed["dates"]
    )
    changed["source"] = tuple(_moved(Span(0, 0), random, size) for _ in block.source)
    return block.model_copy(update=changed)


def _story(story, random, size):
    changed = {name: _marked(getattr(story, name), random, size) for name in ("kicker", "headline", "subtitle", "deck")}
    changed |= {name: _marked(getattr(story, name), random, size) for name in ("dateline", "lead")}
    changed["bylines"] = tuple(_marked(block, random, size) for block in story.bylines)
    changed["sections"] = tuple(
        section.model_copy(
            update={
                "heading": _marked(section.heading, random, size),
                "paragraphs": tuple(_marked(block, random, size) for block in section.paragraphs),
            }
        )
        for section in story.sections
    )
    changed["figures"] = tuple(
        figure.model_copy(
            update={
                "caption": _marked(figure.caption, random, size),
                "credit": _marked(figure.credit, random, size),
            }
        )
        for figure in story.figures
    )
    return changed


@st.composite
def marked_articles(draw) -> Article:
    """An article with marks that can be shown."""
    article = draw(articles())
    random = draw(st.randoms(use_true_random=False))
    source = article.source.model_copy(update={"text": draw(st.lists(page_text, max_size=4).map("\n".join))})
    size = len(source.text)
    changed = _story(article, random, size)
    changed["source"] = source
    changed["sidebars"] = tuple(Story(**_story(story, random, size)) for story in article.sidebars)
    changed["furniture"] = tuple(_marked(block, random, size) for block in article.furniture)
    changed["edits"] = tuple(
        _moved(Edit("rule", 0, 0, edit.before, edit.after, edit.reason), random, size)
        for edit in article.edits
        for _ in range(random.randint(1, 3))
    )
    changed["diagnostics"] = tuple(
        _moved(Diagnostic(doubt.rule, doubt.message, 0, 0), random, size) for doubt in article.diagnostics
    )
    return article.model_copy(update=changed)
