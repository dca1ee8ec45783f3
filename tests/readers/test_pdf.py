"""PDF pages that the tests draw: what must be read from each, whatever the layout."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pypdfium2")
pytest.importorskip("reportlab")

from damage import drawn, lost, misaligned
from hypothesis import given
from hypothesis import strategies as st
from pdf_drawing import HEIGHT, SHADOWS, WIDTH, Sheet, Slot, paragraphs

from newsdoc import from_json, read, to_json
from newsdoc.errors import ReadError
from newsdoc.readers.pdf import MOST_PAGES, read_pdf

if TYPE_CHECKING:
    from newsdoc.model.article import Article

SHARED = Path(__file__).resolve().parents[3] / "shared" / "pages" / "takungpao-a7.pdf"
TITLE = "临水粮库翻新记"


def article_of(data: bytes) -> Article:
    article = read(io.BytesIO(data), published="2024-05-20")
    assert lost(article) == []
    assert misaligned(article) == []
    assert from_json(to_json(article)) == article
    check_regions(article, data)
    return article


def check_regions(article: Article, data: bytes) -> None:
    """The boxes of a block lie on the page and enclose each line that it came from."""
    placed = read_pdf(data)
    for block in article.blocks():
        assert block.regions
        for span in block.source:
            for place in placed.places:
                if place.start < span.end and span.start < place.end:
                    boxes = [region for region in block.regions if region.page == place.region.page]
                    assert any(
                        box.x0 <= place.region.x0
                        and box.y0 <= place.region.y0
                        and box.x1 >= place.region.x1
                        and box.y1 >= place.region.y1
                        for box in boxes
                    )
        for region in block.regions:
            assert -1 <= region.x0 < region.x1 <= WIDTH + 1
            assert -1 <= region.y0 < region.y1 <= HEIGHT + 1


def texts(story: object) -> list[str]:
    found = [] if story.lead is None else [story.lead.text]  # type: ignore[attr-defined]
    for section in story.sections:  # type: ignore[attr-defined]
        found += [block.text for block in section.paragraphs]
    return found


@pytest.mark.parametrize("columns", [1, 2, 3, 5])
@pytest.mark.parametrize("offset", [0.0, 5.0], ids=["level", "uneven"])
def test_columns_are_read_one_after_the_other(columns: int, offset: float) -> None:
    body = paragraphs(6)
    ems = min(70 // columns - 2, 46)
    rows = sum(-(-(len(text) + 2) // (ems - 1)) for text in body) // columns + 2
    sheet = Sheet()
    sheet.line(200, 40, TITLE, 40)
    sheet.line(330, 95, "本报记者 周小满", 10)
    sheet.flow(body, [Slot(40 + n * 720 / columns, 130 + offset * (n % 2), ems, rows) for n in range(columns)])
    article = article_of(sheet.data())
    assert article.headline is not None
    assert article.headline.text == TITLE
    assert [person.name for byline in article.bylines for person in byline.people] == ["周小满"]
    assert texts(article) == body
    assert article.source.media_type == "application/pdf"


def test_stories_beside_and_below_each_other() -> None:
    main, side, low = paragraphs(3), paragraphs(3, 3), paragraphs(2, 5)
    sheet = Sheet()
    sheet.line(40, 40, TITLE, 36)
    sheet.line(40, 90, "本报记者 周小满")
    sheet.flow(main, [Slot(40, 120, 20, 12), Slot(260, 120, 20, 12)])
    sheet.line(500, 40, "育秧棚搬到库边", 24)
    sheet.line(500, 90, "本报记者 林一舟")
    sheet.flow(side, [Slot(500, 120, 24, 30)])
    sheet.rule(40, 560, 760)
    sheet.line(40, 580, "开窗关窗有讲究", 24)
    sheet.line(40, 620, "本报记者 何青")
    sheet.flow(low, [Slot(40, 650, 22, 20), Slot(280, 650, 22, 20), Slot(520, 650, 22, 20)])
    article = article_of(sheet.data())
    stories = [article, *article.sidebars]
    assert [story.headline.text for story in stories if story.headline] == [TITLE, "育秧棚搬到库边", "开窗关窗有讲究"]
    assert [texts(story) for story in stories] == [main, side, low]


def test_a_wide_picture_between_columns() -> None:
    body = paragraphs(8)
    sheet = Sheet()
    sheet.line(200, 40, TITLE, 40)
    sheet.line(330, 95, "本报记者 周小满")
    # The second and third of four columns are cut short by a picture with its caption.
    lines = [
        Slot(40, 130, 16, 32),
        Slot(220, 130, 16, 12),
        Slot(220, 470, 16, 8),
        Slot(400, 130, 16, 12),
        Slot(400, 470, 16, 8),
        Slot(580, 130, 16, 32),
    ]
    sheet.picture(220, 310, 340, 120)
    sheet.line(220, 435, "图为库边的育秧棚。 本报记者 周小满摄", 9)
    sheet.flow(body, [lines[0], lines[1], lines[3], lines[2], lines[4], lines[5]])
    article = article_of(sheet.data())
    assert article.headline is not None
    assert article.headline.text == TITLE
    (figure,) = article.figures
    assert figure.caption is not None
    assert figure.caption.text == "图为库边的育秧棚。"
    assert [(round(r.x0), round(r.y0)) for r in figure.regions] == [(220, 310)]
    assert "".join(texts(article)) == "".join(body)


@pytest.mark.parametrize("depth", [1, 3])
def test_a_picture_within_forms(depth: int) -> None:
    body = paragraphs(2)
    sheet = Sheet()
    sheet.line(200, 40, TITLE, 40)
    sheet.flow(body, [Slot(40, 130, 30, 20)])
    sheet.canvas.beginForm("form0")
    sheet.picture(0, HEIGHT / 2 - 50, 100, 50)  # its lower edge at half the height of the form
    sheet.canvas.endForm()
    for number in range(1, depth):
        sheet.canvas.beginForm(f"form{number}")
        sheet.canvas.translate(10, 0)
        sheet.canvas.doForm(f"form{number - 1}")
        sheet.canvas.endForm()
    sheet.canvas.saveState()
    sheet.canvas.translate(40, -HEIGHT / 2)
    sheet.canvas.scale(2, 2)
    sheet.canvas.doForm(f"form{depth - 1}")
    sheet.canvas.restoreState()
    left, upper = 40 + 20 * (depth - 1), HEIGHT / 2 - 100
    sheet.line(left, HEIGHT / 2 + 5, "图为库边的育秧棚。 本报记者 周小满摄", 9)
    (figure,) = article_of(sheet.data()).figures
    assert [tuple(round(x) for x in (r.x0, r.y0, r.x1, r.y1)) for r in figure.regions] == [
        (left, upper, left + 200, HEIGHT / 2)
    ]


def test_a_form_within_itself_ends() -> None:
    sheet = Sheet()
    sheet.line(40, 40, TITLE, 40)
    for name, inner in (("inner", ""), ("outer", "inner")):
        sheet.canvas.beginForm(name)
        if inner:
            sheet.canvas.doForm(inner)
        sheet.canvas.endForm()
    sheet.canvas.doForm("outer")
    data = sheet.data()
    number = re.search(rb"/FormXob.outer (\d+) 0 R", data)
    assert number is not None
    looped = re.sub(rb"/FormXob.inner \d+ 0 R", rb"/FormXob.inner %b 0 R" % number[1], data)
    assert looped != data
    assert read_pdf(looped).text == TITLE


def test_a_box_within_a_column_does_not_cut_the_sentence() -> None:
    body, inner = paragraphs(5, 1), paragraphs(2, 9, 5)
    sheet = Sheet()
    sheet.line(200, 40, TITLE, 40)
    sheet.line(330, 95, "本报记者 周小满")
    sheet.flow(body, [Slot(40, 130, 20, 9), Slot(280, 130, 20, 8), Slot(280, 430, 20, 8), Slot(520, 130, 20, 24)])
    sheet.line(290, 250, "开窗有讲究", 18)
    sheet.flow(inner, [Slot(290, 285, 18, 9)])
    article = article_of(sheet.data())
    assert article.headline is not None
    assert article.headline.text == TITLE
    written = "".join(article.source.text.split())
    assert written.endswith("".join(("开窗有讲究", *inner)))
    every = [text for story in (article, *article.sidebars) for text in texts(story)]
    assert [text for text in body if text not in every] == []


@pytest.mark.parametrize("way", SHADOWS)
def test_shadow_text_is_read_once(way: str) -> None:
    body = paragraphs(3)
    sheet = Sheet()
    SHADOWS[way](sheet, 200, 40, TITLE, 40)
    sheet.line(330, 110, "本报记者 周小满")
    sheet.flow(body, [Slot(40, 140, 32, 20), Slot(400, 140, 32, 20)])
    data = sheet.data()
    article = article_of(data)
    assert article.headline is not None
    assert article.headline.text == TITLE
    assert texts(article) == body
    assert len("".join(edit.before for edit in article.edits)) == len(TITLE) * (3 if way == "four times" else 1)
    for edit in article.edits:
        assert edit.rule == "shadow"
        assert article.source.text[edit.start : edit.end] == edit.before
        assert set(edit.before) <= set(TITLE)


@pytest.mark.parametrize(
    "text", ["all well will tell", "book 1100 2211 III", "重重黑幕 天天向上 往往", "WWW IIII llll"]
)
@pytest.mark.parametrize("size", [6.0, 10.0, 48.0])
def test_repeated_letters_are_no_shadow(text: str, size: float) -> None:
    sheet = Sheet()
    sheet.line(20, 40, text, size, "Helvetica" if text.isascii() else "STSong-Light")
    placed = read_pdf(sheet.data())
    assert placed.edits == ()
    assert placed.text.split() == text.split()


@pytest.mark.parametrize("text", ["all", "well", "willful", "illicit", "1122", "fiddle"])
def test_letters_drawn_one_by_one_are_all_kept(text: str) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    sheet = Sheet()
    for number, char in enumerate(text):
        sheet.line(40 + stringWidth(text[:number], "Helvetica", 12), 40, char, 12, "Helvetica")
    placed = read_pdf(sheet.data())
    assert placed.edits == ()
    assert placed.text == text


def test_a_bold_line_of_letters_printed_twice() -> None:
    sheet = Sheet()
    for step in (0.0, 0.3):
        sheet.line(40 + step, 40, "Grain store will reopen", 24, "Helvetica")
    placed = read_pdf(sheet.data())
    kept = list(placed.text)
    for edit in reversed(placed.edits):
        del kept[edit.start : edit.end]
    assert "".join(kept) == "Grain store will reopen"


def test_upright_columns_run_from_right_to_left() -> None:
    body = paragraphs(2)
    sheet = Sheet()
    sheet.line(250, 30, TITLE, 40)
    column, row = 0, 0
    for text in body:
        row = 2
        for start in text:
            if row == 40:
                column, row = column + 1, 0
            sheet.line(700 - column * 16, 110 + row * 11, start, 10)
            row += 1
        column += 1
    placed = read_pdf(sheet.data())
    written = "".join(placed.text.split())
    assert written == TITLE + "".join(body)
    assert article_of(sheet_again(body)).headline is not None


def sheet_again(body: list[str]) -> bytes:
    sheet = Sheet()
    sheet.upright(740, 40, TITLE, 36)
    for number, text in enumerate(body):
        for part in range(0, len(text), 40):
            sheet.upright(
                700 - (number * 6 + part // 40) * 16, 40 + (22 if part == 0 else 0), text[part : part + 40], 10
            )
    return sheet.data()


def test_a_few_upright_lines_on_a_level_page() -> None:
    body = paragraphs(4)
    sheet = Sheet()
    sheet.line(200, 40, TITLE, 40)
    sheet.upright(20, 140, "粮食安全专题", 22)
    sheet.flow(body, [Slot(80, 130, 30, 30), Slot(420, 130, 30, 30)])
    article = article_of(sheet.data())
    assert "粮食安全专题" in article.source.text
    assert texts(article) == body


def test_pages_follow_each_other() -> None:
    sheet = Sheet()
    sheet.line(200, 40, TITLE, 40)
    first, second = paragraphs(2), paragraphs(2, 2)
    sheet.flow(first, [Slot(40, 130, 30, 30)])
    sheet.next()
    sheet.flow(second, [Slot(40, 130, 30, 30)])
    article = article_of(sheet.data())
    assert article.source.pages == 2
    assert article.source.text.count("\f") == 1
    assert texts(article) == [*first, *second]
    assert {region.page for block in article.blocks() for region in block.regions} == {1, 2}


def test_a_page_that_is_shown_turned() -> None:
    sheet = Sheet()
    sheet.canvas.setPageRotation(90)
    sheet.canvas.translate(WIDTH, 0)
    sheet.canvas.rotate(90)
    sheet.canvas.setFont("STSong-Light", 12)
    sheet.canvas.drawString(100, 700, "转过来看的一行字")
    placed = read_pdf(sheet.data())
    assert placed.text == "转过来看的一行字"
    region = placed.places[0].region
    assert region.x1 - region.x0 > 80
    assert region.y1 - region.y0 < 20


def test_pages_without_text() -> None:
    sheet = Sheet()
    sheet.picture(0, 0, WIDTH, HEIGHT)
    with pytest.raises(ReadError, match="OCR"):
        read(io.BytesIO(sheet.data()))
    sheet = Sheet()
    sheet.picture(0, 0, WIDTH, HEIGHT)
    sheet.next()
    sheet.line(40, 40, "有字的一页。")
    article = article_of(sheet.data())
    assert [doubt.rule for doubt in article.diagnostics] == ["no-text-layer"]


def test_encrypted() -> None:
    sheet = Sheet()
    sheet.line(40, 40, "密")
    with pytest.raises(ReadError, match="encrypted"):
        read_pdf(sheet.data(password="secret"))


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = Sheet()
    sheet.line(40, 40, "字")
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ReadError, match=r"newsdoc\[pdf\]"):
        read_pdf(sheet.data())


def page() -> bytes:
    sheet = Sheet()
    sheet.line(200, 40, TITLE, 40)
    sheet.flow(paragraphs(3), [Slot(40, 130, 30, 30), Slot(400, 130, 30, 30)])
    return sheet.data()


PAGE = page()


def survives(data: bytes) -> None:
    try:
        article = read(io.BytesIO(data))
    except ReadError:
        return
    assert lost(article) == []


@pytest.mark.parametrize("percent", range(0, 100, 3))
def test_cut_short(percent: int) -> None:
    survives(PAGE[: len(PAGE) * percent // 100])


@drawn(40)
@given(st.integers(0, 2**32))
def test_damaged(seed: int) -> None:
    random, data = Random(seed), bytearray(PAGE)
    for _ in range(random.randint(1, 30)):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    survives(bytes(data))


@pytest.mark.parametrize(
    "data", [b"%PDF-", b"%PDF-1.7\n%%EOF", b"  %PDF-1.4" + b"\0" * 1000, b"%PDF-1.7" + b"obj<<" * 9999]
)
def test_no_pdf_behind_the_signature(data: bytes) -> None:
    with pytest.raises(ReadError):
        read(io.BytesIO(data))


def test_many_pages_are_refused() -> None:
    kids = b" ".join([b"3 0 R"] * (MOST_PAGES + 1))
    data = (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count %d/Kids[%s]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
        b"trailer<</Root 1 0 R>>" % (MOST_PAGES + 1, kids)
    )
    with pytest.raises(ReadError, match="split"):
        read(io.BytesIO(data))


def test_what_cannot_be_read_from_a_file_object_or_path(tmp_path: Path) -> None:
    path = tmp_path / "版面.pdf"
    path.write_bytes(PAGE)
    article = read(path)
    assert article.source.name == "版面.pdf"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(ReadError, match="版面"):
        read(path)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared page is not beside the checkout")
def test_the_shared_page() -> None:
    article = read(SHARED, published="2025-11-28")
    dump = SHARED.with_suffix(".txt").read_text("utf-8")
    assert lost(article) == []
    assert sorted("".join(article.source.text.split())) == sorted("".join(dump.split()))
    assert [len(story.bylines) for story in (article, *article.sidebars)] == [1, 1, 1, 1]
    assert sum(len(texts(story)) for story in (article, *article.sidebars)) >= 22
    assert all(block.regions for block in article.blocks())
    figures = [figure for story in (article, *article.sidebars) for figure in story.figures]
    assert [figure.credit is not None for figure in figures] == [False, True, True, False]
    assert all(len(figure.regions) == 1 for figure in figures)
