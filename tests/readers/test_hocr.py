"""hOCR: what recognisers write, and what no one should."""

from __future__ import annotations

import io
import time
from contextlib import suppress

import pytest
from damage import drawn, lost
from hypothesis import given
from hypothesis import strategies as st

from newsdoc import read
from newsdoc.errors import ReadError
from newsdoc.readers.formats import read_placed
from newsdoc.readers.hocr import read_hocr

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html><head><meta name="ocr-system" content="x"/>'
    "<title>p</title></head><body>"
)


def word(text: str, x: int, y: int, sure: int = 95) -> str:
    return f"<span class='ocrx_word' title='bbox {x} {y} {x + 40 * len(text)} {y + 40}; x_wconf {sure}'>{text}</span>"


def line(words: list[str], x: int, y: int, right: int, name: str = "ocr_line") -> str:
    return f"<span class='{name}' title=\"bbox {x} {y} {right} {y + 40}; x_size 40\">{' '.join(words)}</span>\n"


def page(body: str, resolution: int = 300) -> bytes:
    opening = f"<div class='ocr_page' title='image \"a.png\"; bbox 0 0 2000 3000; scan_res {resolution} {resolution}'>"
    return f"{HEAD}{opening}{body}</div></body></html>".encode()


def par(*lines: str) -> str:
    return f"<div class='ocr_carea'><p class='ocr_par'>{''.join(lines)}</p></div>"


def test_words_lines_and_blocks() -> None:
    data = page(
        par(line([word("粮库", 300, 100), word("翻新", 380, 100)], 300, 100, 460, "ocr_header"))
        + par(
            line([word("开春", 80, 200), word("以后", 160, 200)], 80, 200, 240),
            line([word("雨多。", 0, 260)], 0, 260, 120),
        )
        + "<div class='ocr_photo' title='bbox 0 400 600 900'></div>"
        + par(line([word("图为", 0, 910), word("粮库。", 80, 910)], 0, 910, 200, "ocr_caption"))
    )
    placed = read_hocr(data)
    assert placed.text == "粮库翻新\n\n　　开春以后\n雨多。\n\n图为粮库。"
    assert placed.media_type == "text/vnd.hocr+html"
    assert placed.pictures[0].y1 == 216.0
    assert [place.kind for place in placed.places] == ["heading", None, None, "caption"]
    assert (placed.places[0].region.x0, placed.places[0].size) == (72.0, 9.6)
    article = read(io.BytesIO(data))
    assert article.headline is not None
    assert article.headline.text == "粮库翻新"
    assert article.figures[0].regions == placed.pictures
    assert lost(article) == []


def test_latin_words_are_parted_and_wide_gaps_kept() -> None:
    data = page(par(line([word("The", 0, 0), word("store", 140, 0)], 0, 0, 340), line(["plain text"], 0, 60, 300)))
    assert read_hocr(data).text == "The store\nplain text"
    data = page(par(line([word("记者", 0, 0), word("周青", 120, 0)], 0, 0, 200)))
    assert read_hocr(data).text == "记者 周青"


def test_a_line_of_little_confidence_is_doubted() -> None:
    placed = read_hocr(page(par(line([word("模糊", 0, 0, 20)], 0, 0, 80), line([word("清楚", 0, 60, 90)], 0, 60, 80))))
    assert [(doubt.rule, placed.text[doubt.start : doubt.end]) for doubt in placed.diagnostics] == [
        ("low-confidence", "模糊")
    ]


def test_tag_soup_and_character_references() -> None:
    soup = b"<div class=ocr_page><span class=ocr_line title='bbox 1 2 3'>A &amp; B<b><i></b> &lt;C</span></p></div>"
    assert read_hocr(soup).text == "A & B <C"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (page(""), "no line"),
        (b"<meta charset=utf-8><span class='ocr_line'>\xff</span>", "not in"),
        (b"<meta charset=klingon><span class='ocr_line'>a</span>", "not in"),
        (b"<div class='ocr_page'>" * 100_000, "deeper"),
    ],
)
def test_what_cannot_be_read(data: bytes, why: str) -> None:
    with pytest.raises(ReadError, match=why):
        read_placed(data)


def test_html_that_is_no_ocr_is_text() -> None:
    assert read_placed(b"<html>" + b"class=" * 20_000) is None
    assert read_placed(b"<!DOCTYPE html><html><body><p>A page</p></body></html>") is None
    assert read_placed(b"<p>a text that mentions class='ocr_line'") is None


PIECES = st.sampled_from(
    ["<div class='ocr_page'>", "<span class='ocr_line' title='bbox 0 0 9 9'>", "<span class='ocrx_word'>", "字", "a ",
     "</span>", "</div>", "<p class=ocr_par>", "</p>", "<br>", "<br/>", "<!--", "-->", "&#0;", "&#xD800;", "&lt", "<",
     "\n", "\f", "\u2028", "title='bbox nan inf 1e400 -1; x_wconf x'",
     "<span class='ocr_line' title='bbox nan inf 1e400 -1'>"]
)  # fmt: skip


@drawn(200)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_file_gives_an_article_or_an_error(body: str) -> None:
    try:
        article = read(io.BytesIO(page(body)))
    except ReadError:
        return
    assert lost(article) == []


@pytest.mark.parametrize(
    "piece", ["<b>x</b>", "</b>", "<!-", "<!--", "<![CDATA[", "<a ", "&", "<br>", "<p></i>", "<?", "</"]
)
def test_time_grows_with_the_file_and_no_faster(piece: str) -> None:
    def seconds(count: int) -> float:
        data = page(line([f"<span class='ocrx_word'>{piece * count}</span>"], 0, 0, 9))
        begin = time.process_time()
        with suppress(ReadError):
            read_placed(data)
        return time.process_time() - begin

    small, large = seconds(2_000), seconds(16_000)
    assert large <= 8 * 3.5 * max(small, 0.002)
