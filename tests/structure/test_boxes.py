"""Boxes: text in a frame, or in a block that the file calls floating, is a story of its own."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from damage import lost, misaligned
from ocr_pages import page_xml

from newsdoc import read
from newsdoc.readers.frames import floating, frames_of
from newsdoc.readers.placed import Group, Printed

BODY = (
    "临水县城东的粮库去年腊月翻修一",
    "新，仓顶换了隔热的铝板，墙根重新",
    "做了防潮层，管库的老周每天早上绕",
    "着八座仓走一圈。",
)
MORE = ("镇上的合作社今年把育秧棚搬到了库", "边，秧盘一层一层码在架子上，像是", "书店里的书。")
INNER = ("开春以后雨水多，最怕的是仓里", "返潮，窗子什么时候开有讲究。")
TITLE, HEAD = "临水粮库翻新记", "开窗有讲究"


def article_of(data: bytes):  # type: ignore[no-untyped-def]
    article = read(io.BytesIO(data))
    assert lost(article) == []
    assert misaligned(article) == []
    return article


def told(story) -> tuple[str, list[str]]:  # type: ignore[no-untyped-def]
    texts = [block.text for section in story.sections for block in section.paragraphs]
    return story.headline.text if story.headline else "", texts


@pytest.mark.parametrize("framed", [True, False])
def test_a_framed_box_within_a_column(framed: bool) -> None:
    pytest.importorskip("pypdfium2")
    pytest.importorskip("reportlab")
    from pdf_drawing import HEIGHT, Sheet, Slot, paragraphs

    body, inner = paragraphs(5, 1), paragraphs(2, 9, 5)
    sheet = Sheet()
    sheet.line(200, 40, TITLE, 40)
    sheet.line(330, 95, "本报记者 周小满")
    sheet.flow(body, [Slot(40, 130, 20, 9), Slot(280, 130, 20, 8), Slot(280, 430, 20, 8), Slot(520, 130, 20, 24)])
    sheet.line(290, 250, HEAD, 18)
    sheet.flow(inner, [Slot(290, 285, 18, 9)])
    if framed:
        sheet.canvas.rect(284, HEIGHT - 420, 192, 178)
    article = article_of(sheet.data())
    if framed:
        assert [told(story) for story in (article, *article.sidebars)] == [(TITLE, body), (HEAD, inner)]
    else:
        assert article.sidebars == ()


def test_a_floating_block_with_a_head_is_a_story() -> None:
    box = [("floating", (HEAD,)), ("floating", INNER)]
    article = article_of(page_xml(("heading", (TITLE,)), ("paragraph", BODY), *box, ("paragraph", BODY)))
    whole = "".join(BODY)
    assert told(article) == (TITLE, [whole, whole])
    assert [told(story) for story in article.sidebars] == [(HEAD, ["".join(INNER)])]


def test_a_floating_block_within_a_sentence() -> None:
    box = [("floating", (HEAD,)), ("floating", INNER)]
    data = page_xml(("heading", (TITLE,)), ("paragraph", BODY[:3]), *box, ("paragraph", (BODY[3], *MORE)))
    article = article_of(data)
    assert told(article) == (TITLE, ["".join(BODY), "".join(MORE)])
    assert [told(story) for story in article.sidebars] == [(HEAD, ["".join(INNER)])]


def test_a_floating_block_without_a_head_stays_where_it_is() -> None:
    article = article_of(page_xml(("heading", (TITLE,)), ("paragraph", BODY), ("floating", INNER), ("paragraph", BODY)))
    assert article.sidebars == ()
    assert told(article)[1] == ["".join(BODY), "".join(INNER), "".join(BODY)]


def test_a_page_of_which_all_is_floating() -> None:
    article = article_of(page_xml(("floating", (TITLE,)), ("floating", BODY)))
    assert told(article) == (TITLE, ["".join(BODY)])


def line(y: float, text: str = "临水粮库") -> Printed:
    return Printed(text, 10, y, 50, y + 10, 10.0)


@pytest.mark.parametrize(
    ("frame", "kinds"),
    [
        ((0, 45, 100, 95), [None, "floating", None]),
        ((0, 45, 180, 95), [None]),  # a band over the page
        ((0, 0, 100, 200), [None]),  # the border of the page
        ((0, 55, 100, 70), [None]),  # a line in a frame: a label
        ((30, 45, 100, 95), [None]),
    ],
)
def test_what_a_frame_holds(frame: tuple[float, float, float, float], kinds: list[str | None]) -> None:
    groups = [Group(tuple(line(at * 15.0) for at in range(12))), Group((replace(line(200), x1=190.0),))]
    assert [part.kind for part in floating(groups, [frame])] == [*kinds, None]


def test_frames_made_of_rules() -> None:
    top, foot, side = (10, 10, 210, 11), (10, 150, 210, 151), (10, 10, 11, 151)
    assert frames_of((), (top, foot, side)) == ((10, 10, 210, 151),)
    assert frames_of((), (top, foot)) == ()
    assert frames_of(((0, 0, 30, 300),), ()) == ()
