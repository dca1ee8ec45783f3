"""Hypothesis strategy for whole pages: a clean article is made, set in print, damaged, and handed over with its parts.

>>> from random import Random
>>> text, expected = page(Random(7), Setting(language="zh-Hans"))
>>> expected.headline in text
True

The words are in :mod:`newsdoc.strategies_articles`, the damages in :mod:`newsdoc.strategies_damage`. What is drawn can be read by a careful
person. So the pages avoid what no reader could tell, for the information is gone:

* a paragraph whose last line fills its column, over a paragraph of a single line: nothing shows that it begins;
* a sentence that ends at the end of a full line, followed by the short last line of its paragraph, for the same reason;
* a heading that is as wide as the first line of a paragraph, or over a paragraph of one line;
* an English paragraph whose last line has no room for the next word;
* a sidebar between two paragraphs of the main story where the lines are not those of a column: nothing shows where it ends;
* furniture within a paragraph that stands on one line.
"""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from newsdoc.strategies_articles import ExpectedPage, article
from newsdoc.strategies_damage import Setting, in_print

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
SHAPES = ("character", "run", "line", "staircase", "three", "four")
_SMALLEST, _NARROWEST, _WIDEST = 12, 12, 34


def page(random: Random, setting: Setting) -> tuple[str, ExpectedPage]:
    """The text of a damaged page, and the parts that a careful reader finds in it."""
    clean = article(random, setting.language, setting.width, sidebar=setting.sidebar, stories=setting.stories)
    return in_print(clean, setting, random), clean


@st.composite
def settings(draw: st.DrawFn, languages: tuple[str, ...] = LANGUAGES) -> Setting:
    """How a page is set and damaged: any mixture that leaves it readable."""
    return Setting(language=draw(st.sampled_from(languages)))


@st.composite
def pages(draw: st.DrawFn, *, languages: tuple[str, ...] = LANGUAGES) -> tuple[str, ExpectedPage]:
    """Draw ``(text, expected)``: the dump of a damaged page, and the parts that :func:`newsdoc.parse` should find.

    ``languages`` are BCP 47 tags out of :data:`LANGUAGES`.
    """
    setting = draw(settings(languages))
    return page(Random(draw(st.integers(0, 2**32))), setting)
