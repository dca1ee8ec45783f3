"""What the tests of the laws share: the laws as functions that say what is broken, and a page against its parts."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsdoc.model.article import Article, Story
    from newsdoc.strategies.articles import ExpectedPage, ExpectedStory

DRAWS = int(os.environ.get("NEWSDOC_DRAWS", "60"))
"""Examples of a property; the variable raises them for a long run."""


def drawn(examples: int) -> settings:
    """Settings of a property: the same draws in every run, but in a long run others each time."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize="NEWSDOC_DRAWS" not in os.environ,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


_MARKS = "▲▼◀▶◄►△▽◁▷■□●◆◎—–─-"


def squeeze(text: str) -> str:
    """The text without white space, which counts in no comparison; the two ellipses are one."""
    return "".join(text.split()).replace("⋯", "…")


def lost(article: Article) -> list[str]:
    """Law 1, conservation: what lies in no block and no edit, or in two, and what a block says without an origin."""
    text = article.source.text
    homes = [0] * (len(text) + 1)
    for span in (*(span for block in article.blocks() for span in block.source), *article.edits):
        homes[span.start] += 1
        homes[span.end] -= 1
    faults, owners = [], 0
    for at, char in enumerate(text):
        owners += homes[at]
        if owners != 1 and not char.isspace():
            faults.append(f"{char!r} at {at} has {owners} homes")
    put_in = Counter("".join(edit.after for edit in article.edits))
    for edit in article.edits:
        if text[edit.start : edit.end] != edit.before:
            faults.append(f"edit {edit} does not say what stood there")
    for block in article.blocks():
        source = squeeze("".join(text[span.start : span.end] for span in block.source))
        said = squeeze(block.text)
        if source == said:
            continue
        added = Counter(said) - Counter(source)
        if not _runs_through(source, said) or added - put_in:
            faults.append(f"{block.role} says {said[:40]!r}, but it comes from {source[:40]!r}")
    return faults


def _runs_through(part: str, whole: str) -> bool:
    """Whether the characters of a part stand in the whole in their order."""
    rest = iter(whole)
    return all(char in rest for char in part)


def misaligned(article: Article) -> list[str]:
    """Law 2, alignment: annotations that do not say what stands in their place."""
    return [
        f"{block.text[item.start : item.end]!r} is not {item.text!r}"
        for block in article.blocks()
        for item in (*block.quantities, *block.dates, *block.quotes)
        if block.text[item.start : item.end] != item.text
    ]


def _stories(page: Article) -> list[Story]:
    return [page, *page.sidebars]


def _paragraphs(story: Story) -> Iterator[str]:
    if story.lead is not None:
        yield story.lead.text
    for section in story.sections:
        yield from (paragraph.text for paragraph in section.paragraphs)


def _people(story: Story) -> set[str]:
    named = [*story.bylines, *([story.dateline] if story.dateline else [])]
    return {squeeze(person.name or "").casefold() for part in named for person in part.people}


def _differs(part: str, wanted: Iterable[str], found: Iterable[str]) -> Iterator[str]:
    wanted, found = [_plain(text) for text in wanted], [_plain(text) for text in found]
    if wanted != found:
        at = next(
            (at for at, (one, other) in enumerate(zip(wanted, found, strict=False)) if one != other),
            min(len(wanted), len(found)),
        )
        count = f"{len(wanted)} and {len(found)} in all"
        yield f"{part} {at}: wanted {wanted[at : at + 2]}, found {found[at : at + 2]} ({count})"


def _plain(text: str) -> str:
    return squeeze(text).lstrip(_MARKS)


def differences(article: Article, expected: ExpectedPage) -> list[str]:
    """Where an article is not the page that was printed, in words."""
    wrong = [*_story_differences("main", article, expected)]
    if len(article.sidebars) != len(expected.sidebars):
        wrong.append(f"sidebars: {[side.headline and side.headline.text for side in article.sidebars]}")
    for side, wanted in zip(article.sidebars, expected.sidebars, strict=False):
        wrong += _story_differences("sidebar", side, wanted)
    figures = sorted(
        (_plain(figure.caption.text if figure.caption else ""), _credited(figure.credit))
        for story in _stories(article)
        for figure in story.figures
    )
    wanted_figures = sorted(
        (_plain(one.caption), sorted(squeeze(name).casefold() for name in one.people)) for one in expected.figures
    )
    if figures != wanted_figures:
        wrong.append(f"figures: wanted {wanted_figures}, found {figures}")
    beside = "".join(squeeze(block.text) for block in article.furniture)
    wrong += [f"furniture: {line}" for line in expected.furniture if squeeze(line) not in beside]
    return wrong


def _credited(credit: object) -> list[str]:
    return sorted(squeeze(person.name or "").casefold() for person in getattr(credit, "people", ()))


def _story_differences(where: str, story: Story, expected: ExpectedStory) -> Iterator[str]:
    for part in ("kicker", "headline", "subtitle"):
        block = getattr(story, part)
        yield from _differs(f"{where} {part}", [getattr(expected, part)], [block.text if block else ""])
    people = {squeeze(name).casefold() for name in expected.people}
    if people != _people(story):
        lines = [byline.text for byline in story.bylines]
        yield f"{where} people: wanted {sorted(people)}, found {sorted(_people(story))} in {lines}"
    headings = [section.heading.text for section in story.sections if section.heading]
    yield from _differs(f"{where} heading", expected.headings(), headings)
    yield from _differs(f"{where} paragraph", expected.paragraphs(), _paragraphs(story))
