"""Articles of any shape and content, as hypothesis draws them; not pages, so offsets mean nothing."""

import os
import re
from fractions import Fraction

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from newsdoc.model.annotation import Date, Diagnostic, Edit, Person, Quantity, Quote, Region, Span
from newsdoc.model.article import Article, Byline, Credit, Dateline, Figure, Section, Source, Story, TextBlock

DRAWS = int(os.environ.get("NEWSDOC_DRAWS", "60"))
law = settings(
    max_examples=DRAWS,
    deadline=None,
    derandomize="NEWSDOC_DRAWS" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
few = settings(law, max_examples=max(1, DRAWS // 4))
"""For laws over whole articles, which are slow to draw."""

# A pair of lone surrogates is one character to every reader of JSON; nothing can write it as two.
_PAIR = re.compile("[\ud800-\udbff](?=[\udc00-\udfff])")
any_text = st.text(st.characters(exclude_categories=()), max_size=12).map(lambda text: _PAIR.sub("", text))

MARKUP = (
    "#", "##", "# ", "###### ", "*", "**", "_", "__", "`", "```", "~", "~~", "~~~", "-", "- ", "---", "+ ", "=", "===",
    ">", "> ", "<", "<b>", "</b>", "<!--", "-->", "<?", "<!X>", "<![CDATA[", "<http://a.b>", "<a@b.cc>", "&amp;",
    "&#35;", "&#x23;", "&", "&copy", "[", "]", "(", ")", "![", "](", "]: ", "[x]: /y", "[x](y)", "[^1]: ", "!", "\\",
    "\\\n", "|", "|-|", ":-:", "1. ", "1) ", "99", ".", ":", "://", "http://a.bc", "www.a.bc", "a@b.cc", "\n", "\r\n",
    "\r", "\n\n", " ", "    ", "\t", "\u00a0", "\u3000", "\u2028", "\x00", "\x0c", "\x1f", "\ud800", "\u200b", "中",
    "文字", "a", "Word", "3.5", "，", "“", "”", "。", '"', "'", "$", "%", "/", "@", "^", "{", "}", ";", "?",
)  # fmt: skip
"""What a Markdown reader may take for markup, with what stands between."""

markup_text = st.lists(st.sampled_from(MARKUP), max_size=10).map("".join)
page_text = st.one_of(markup_text, any_text, st.text("中文字，。“”ab 1.-", max_size=10))

_number = st.one_of(st.none(), st.fractions(), st.integers().map(lambda whole: Fraction(whole * 10**20)))
_offset = st.integers(0, 10**9)
_maybe = st.none() | any_text
_float = st.floats(allow_nan=False, allow_infinity=False)


def _some(of: st.SearchStrategy, most: int = 2) -> st.SearchStrategy:
    return st.lists(of, max_size=most).map(tuple)


spans = st.builds(Span, _offset, _offset)
people = st.builds(Person, _maybe, _maybe, _maybe)
quantities = st.builds(
    Quantity,
    _offset,
    _offset,
    any_text,
    any_text,
    _number,
    _number,
    _number,
    _maybe,
    _maybe,
    _maybe,
    _number,
    _maybe,
    _maybe,
)
dates = st.builds(Date, _offset, _offset, any_text, any_text, st.booleans(), any_text)
quotes = st.builds(
    Quote, _offset, _offset, any_text, any_text, st.none() | people, _maybe, _maybe, st.none() | st.integers(0, 9)
)
regions = st.builds(Region, st.integers(1, 9), _float, _float, _float, _float)


def stories(text: st.SearchStrategy[str], *, bare: bool = False) -> dict[str, st.SearchStrategy]:
    """The fields of a story whose blocks say ``text``; ``bare`` leaves the annotations out."""
    block = {"id": any_text, "role": any_text, "text": text}
    if not bare:
        block |= {
            "source": _some(spans),
            "regions": _some(regions, 1),
            "quantities": _some(quantities, 1),
            "dates": _some(dates, 1),
            "quotes": _some(quotes, 1),
        }
    blocks = st.builds(TextBlock, **block)
    maybe = st.none() | blocks
    kinds = st.sampled_from((None, "reporter", "author", "editor"))
    credits_ = st.builds(Credit, **block, kind=_maybe, affiliation=_maybe, people=_some(people, 1))
    return {
        "kicker": maybe,
        "headline": maybe,
        "subtitle": maybe,
        "deck": maybe,
        "bylines": _some(st.builds(Byline, **block, kind=kinds, affiliation=_maybe, people=_some(people))),
        "dateline": st.none() | st.builds(Dateline, **block, agency=_maybe, place=_maybe, date=st.none() | dates),
        "lead": maybe,
        "sections": _some(st.builds(Section, heading=maybe, paragraphs=_some(blocks))),
        "figures": _some(st.builds(Figure, id=any_text, caption=maybe, credit=st.none() | credits_, position=_maybe)),
    }


def articles(text: st.SearchStrategy[str] = page_text, *, bare: bool = False) -> st.SearchStrategy[Article]:
    """Articles whose blocks say ``text``."""
    fields = stories(text, bare=bare)
    return st.builds(
        Article,
        **fields,
        source=st.builds(Source, name=_maybe, sha256=any_text, pages=st.integers(0, 99), text=any_text),
        language=_maybe,
        published=st.none() | st.dates(),
        sidebars=_some(st.builds(Story, **fields), 1),
        people=_some(people, 1),
        furniture=_some(st.builds(TextBlock, id=any_text, role=st.just("furniture"), text=text), 1),
        edits=_some(st.builds(Edit, any_text, _offset, _offset, any_text, any_text, any_text), 1),
        diagnostics=_some(st.builds(Diagnostic, any_text, any_text, _offset, _offset), 1),
    )
