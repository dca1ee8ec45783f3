"""Hypothesis strategy for whole pages: a clean article is made, set in print, damaged, and handed over with its parts.

>>> from random import Random
>>> text, expected = page(Random(7), Setting(language="zh-Hans"))
>>> expected.headline in text
True

The articles are those of :mod:`newsdoc.strategies.articles`, the damages those of
:mod:`newsdoc.strategies.printing`. What
is drawn can be read by a careful person. So the pages avoid what no reader could tell, for the information is gone:

* a paragraph whose last line fills its column, over a paragraph of a single line: nothing shows that it begins;
* a sentence that ends at the end of a full line, followed by the short last line of its paragraph, for the same reason;
* a heading that is nearly as wide as the column, or over a paragraph of one line;
* an English paragraph whose last line has no room for the next word;
* a sidebar between two paragraphs of the main story that ends in a full line, or whose measure is like the main one;
* a paragraph that is one question or one exclamation, for so is many a heading;
* names, and English words, that a staircase runs together, for it keeps no spaces;
* a staircase of the lines of a column, of which the short last ones are too little to know;
* a kicker of one word under a masthead, for there it may be the name of the page;
* a headline right over the text, with neither a byline nor a blank line between;
* bylines that are both doubled and set a character a line;
* furniture within a paragraph that stands on one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from newsdoc.strategies.articles import ExpectedPage, ExpectedStory, article
from newsdoc.strategies.printing import cut_lines, doubled, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
SHAPES = ("character", "run", "line", "staircase", "three", "four")
"""How doubled text comes: 巴巴彦彦, 收割机收割机，，, the line again, 本⏎本报⏎报记, three and four times."""


_SHADOWED = ("caption", "credit", "byline")
_NAMES_PEOPLE = re.compile("[记記）〕A-Za-z]")
"""In a line that names people, in a dateline or byline, a space means something else; English is not spread."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a page is set, and what happens to it.

    Attributes:
        language: ``zh-Hans``, ``zh-Hant`` or ``en``.
        width: The measure in em to which paragraphs are cut, their indent lost; None: each paragraph is a line.
        gaps: ``none``, ``parts`` (a blank line between parts) or ``lines`` (one after every line).
        shape: How text is doubled, one of :data:`SHAPES`, or None.
        everywhere: Whether all lines are doubled, and not captions, credits and bylines alone.
        spaced: Whether some lines of Chinese are spread with spaces.
        sidebar: ``end``, ``between`` or None.
        upright: Whether the byline is split over lines, a name a line, a single name a character a line.
        furniture: Lines of furniture, within paragraphs where those are cut.
        sections, figures, closing: See :func:`newsdoc.strategies.articles.article`.
    """

    language: str = "zh-Hans"
    width: float | None = None
    gaps: str = "parts"
    shape: str | None = None
    everywhere: bool = False
    spaced: bool = False
    sidebar: str | None = None
    upright: bool = False
    furniture: int = 0
    sections: int = 1
    figures: int = 0
    closing: bool = False

    def side_width(self) -> float | None:
        """The measure of the sidebar, six em or more from that of the main story."""
        if self.width is None:
            return None
        return self.width + 8 if self.width < 22 else self.width - 9


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as it is set: its text, and of which kind of part it is."""

    text: str
    kind: str
    opens: bool = True


def page(random: Random, setting: Setting) -> tuple[str, ExpectedPage]:
    """The text of a damaged page, and the parts that a careful reader finds in it."""
    clean = article(
        random,
        setting.language,
        width=setting.width,
        side_width=setting.side_width(),
        sections=setting.sections,
        figures=setting.figures,
        sidebar=setting.sidebar is not None,
        closing=setting.closing,
        furniture=setting.furniture,
    )
    lines = _with_furniture(_set_page(clean, setting, random), clean, random)
    alone = all(len(story.people) == 1 for story in (clean, *clean.sidebars))
    printed: list[str] = []
    for number, line in enumerate(lines):
        if line.opens and number and setting.gaps == "parts":
            printed.append("")
        for copy in _damaged(line, setting, random, alone=alone):
            printed.append(copy)
            if setting.gaps == "lines":
                printed.append("")
    return "\n".join(printed) + "\n", clean


def _damaged(line: _Line, setting: Setting, random: Random, *, alone: bool) -> list[str]:
    """A line as the dump has it; ``alone`` tells that every byline names one person."""
    text = line.text
    if setting.spaced and line.kind == "text" and random.random() < 0.2 and not _NAMES_PEOPLE.search(text):
        text = spread(text)
    if setting.shape is None or line.kind == "furniture" or not (setting.everywhere or line.kind in _SHADOWED):
        return [text]
    if setting.shape == "staircase" and (
        setting.language == "en"
        or len(text) < 5
        or (line.kind == "byline" and not alone)
        or (line.kind == "text" and setting.width is not None)
    ):
        return [text]
    return doubled(text, setting.shape, random)


def _set_page(clean: ExpectedPage, setting: Setting, random: Random) -> list[_Line]:
    """The lines of the page in their order, before they are damaged."""
    between = " " if clean.language == "en" else ""
    figures = [
        [_Line(figure.caption + between + figure.credit, "caption")]
        if random.random() < 0.5
        else [_Line(figure.caption, "caption"), _Line(figure.credit, "credit", opens=False)]
        for figure in clean.figures
    ]
    beside = [line for story in clean.sidebars for line in _set_story(story, setting, setting.side_width())]
    lines = _set_story(clean, setting, setting.width)
    starts = [at for at, line in enumerate(lines) if line.kind == "text" and line.opens]
    inserts: dict[int, list[_Line]] = {}
    if setting.sidebar == "between":
        inserts[starts[1]] = beside
    for figure in figures:
        inserts.setdefault(random.choice([*starts[2:], len(lines)]), []).extend(figure)
    placed: list[_Line] = []
    for at in range(len(lines) + 1):
        placed += inserts.get(at, [])
        placed += lines[at : at + 1]
    return placed + (beside if setting.sidebar == "end" else [])


def _set_story(story: ExpectedStory, setting: Setting, width: float | None) -> list[_Line]:
    lines = [_Line(text, "head") for text in (story.kicker, story.headline, story.subtitle) if text]
    if story.byline and not story.byline.startswith(("（", "(")):
        lines += _set_byline(story, setting)
    total = len(story.paragraphs())
    count = 0
    for heading, paragraphs in story.sections:
        if heading is not None:
            lines.append(_Line(heading, "head"))
        for paragraph in paragraphs:
            count += 1
            text = (story.dateline if count == 1 else "") + paragraph
            behind = story.byline if count == total and story.byline.startswith(("（", "(")) else ""
            if behind and setting.language != "en":
                text += behind
            pieces = [text] if width is None else cut_lines(text, width)
            lines += [_Line(piece, "text", opens=number == 0) for number, piece in enumerate(pieces)]
            if behind and setting.language == "en":
                lines.append(_Line(behind, "byline"))
    return lines


def _set_byline(story: ExpectedStory, setting: Setting) -> list[_Line]:
    if not setting.upright or setting.language == "en":
        return [_Line(story.byline, "byline")]
    role = "本报记者" if setting.language == "zh-Hans" else "本報記者"
    names: Sequence[str] = list(story.people[0]) if len(story.people) == 1 else story.people
    return [_Line(role, "byline"), *(_Line(name, "byline", opens=False) for name in names)]


def _with_furniture(lines: Sequence[_Line], clean: ExpectedPage, random: Random) -> list[_Line]:
    """The page with its furniture: at its head or foot, and within paragraphs where those are cut into lines."""
    found = list(lines)
    for text in clean.furniture:
        inside = [at for at in range(1, len(found)) if found[at].kind == "text" and not found[at].opens]
        ends = [len(found)] if clean.kicker else [0, len(found)]
        place = random.choice([*ends, *random.sample(inside, min(4, len(inside)))])
        found.insert(place, _Line(text, "furniture", opens=place not in inside))
    return found


@st.composite
def settings(draw: st.DrawFn, languages: tuple[str, ...] = LANGUAGES) -> Setting:
    """How a page is set and damaged: any mixture that leaves it readable."""
    language = draw(st.sampled_from(languages))
    widths = st.integers(20, 34) if language == "en" else st.integers(12, 34)
    width = draw(st.none() | widths.map(float))
    shape = draw(st.none() | st.sampled_from(SHAPES))
    closing = draw(st.booleans())
    between = width is not None and language != "en"
    return Setting(
        language=language,
        width=width,
        gaps="parts" if closing else draw(st.sampled_from(("parts", "none", "lines"))),
        shape=shape,
        everywhere=draw(st.booleans()),
        spaced=draw(st.booleans()),
        sidebar=draw(st.sampled_from((None, "end", "between") if between else (None, "end"))),
        upright=shape is None and draw(st.booleans()),
        furniture=draw(st.integers(0, 3)),
        sections=draw(st.integers(0, 3)),
        figures=draw(st.integers(0, 3)),
        closing=closing,
    )


@st.composite
def pages(draw: st.DrawFn, *, languages: tuple[str, ...] = LANGUAGES) -> tuple[str, ExpectedPage]:
    """Draw ``(text, expected)``: the dump of a damaged page, and the parts that :func:`newsdoc.parse` should find.

    ``languages`` are BCP 47 tags out of :data:`LANGUAGES`.
    """
    setting = draw(settings(languages))
    return page(Random(draw(st.integers(0, 2**32))), setting)
