"""Types of blocks that a file gives, as evidence: what a line says itself is believed first."""

from __future__ import annotations

import io

import pytest
from damage import lost, misaligned
from ocr_pages import page_xml

from newsdoc import read

BODY = (
    "临水县城东的粮库去年腊月翻修一",
    "新，仓顶换了隔热的铝板，墙根重新",
    "做了防潮层，管库的老周每天早上绕",
    "着八座仓走一圈。",
)
WHOLE = "".join(BODY)
HEAD = ("heading", ("临水粮库翻新记",))


def article_of(*regions: tuple[str, tuple[str, ...]]):  # type: ignore[no-untyped-def]
    article = read(io.BytesIO(page_xml(*regions)))
    assert lost(article) == []
    assert misaligned(article) == []
    return article


def texts(article) -> list[str]:  # type: ignore[no-untyped-def]
    return [block.text for section in article.sections for block in section.paragraphs]


@pytest.mark.parametrize("lines", [("库边的育秧棚里秧苗正绿",), ("库边的育秧棚里，秧苗正绿，老周和", "乡亲们在看长势")])
def test_a_caption_without_its_word(lines: tuple[str, ...]) -> None:
    article = article_of(HEAD, ("paragraph", BODY), ("caption", lines), ("paragraph", BODY))
    assert [figure.caption.text for figure in article.figures] == ["".join(lines)]
    assert texts(article) == [WHOLE, WHOLE]


def test_a_heading_that_fills_its_column() -> None:
    head = "开窗有讲究，关窗有讲究，老周有讲"
    article = article_of(HEAD, ("paragraph", BODY), ("heading", (head,)), ("paragraph", BODY))
    assert [section.heading.text for section in article.sections[1:]] == [head]
    assert texts(article) == [WHOLE, WHOLE]


def test_furniture_and_a_byline() -> None:
    article = article_of(HEAD, ("byline", ("周小满",)), ("paragraph", BODY), ("page-number", ("甲三之二",)))
    assert [byline.text for byline in article.bylines] == ["周小满"]
    assert [block.text for block in article.furniture] == ["甲三之二"]
    assert texts(article) == [WHOLE]


def test_what_a_line_says_itself_comes_first() -> None:
    article = article_of(HEAD, ("heading", ("本报记者 周小满",)), ("paragraph", BODY))
    assert [person.name for byline in article.bylines for person in byline.people] == ["周小满"]
    assert texts(article) == [WHOLE]


def test_a_paragraph_that_is_called_a_heading_is_none() -> None:
    article = article_of(HEAD, ("heading", BODY * 2))
    assert [section.heading for section in article.sections] == [None]
