"""ALTO and what is common to XML: order, hyphens, units, and what is refused."""

from __future__ import annotations

import io
import time

import pytest
from damage import drawn, lost
from hypothesis import given
from hypothesis import strategies as st

from newsdoc import read
from newsdoc.errors import ReadError
from newsdoc.readers.alto import read_alto
from newsdoc.readers.formats import read_placed
from newsdoc.readers.xml import DEEPEST


def string(text: str, x: int, y: int, more: str = "", size: int = 40) -> str:
    return f'<String CONTENT="{text}" HPOS="{x}" VPOS="{y}" WIDTH="{size * len(text)}" HEIGHT="{size}" {more}/>'


def block(identity: str, *lines: str, more: str = "") -> str:
    inner = "".join(f"<TextLine>{line}</TextLine>" for line in lines)
    return f'<TextBlock ID="{identity}" {more}>{inner}</TextBlock>'


def alto(blocks: str, *, unit: str = "pixel", before: str = "", version: int = 4) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v{version}#">'
        f"<Description><MeasurementUnit>{unit}</MeasurementUnit></Description>{before}"
        f'<Layout><Page ID="P1" WIDTH="2000" HEIGHT="3000"><PrintSpace>{blocks}</PrintSpace></Page></Layout></alto>'
    ).encode()


def test_words_lines_and_blocks() -> None:
    data = alto(
        block("a", string("粮库翻新", 300, 100), more='TAGREFS="t1"')
        + block("b", string("开春", 80, 200) + "<SP/>" + string("以后", 160, 200), string("雨多。", 0, 260))
        + '<Illustration ID="i" HPOS="0" VPOS="400" WIDTH="600" HEIGHT="500"/>'
        + block("c", string("图为粮库。", 0, 910), more='TYPE="caption"'),
        before='<Tags><LayoutTag ID="t1" LABEL="headline"/></Tags>',
    )
    placed = read_alto(data)
    assert placed.text == "粮库翻新\n\n　　开春以后\n雨多。\n\n图为粮库。"
    assert [place.kind for place in placed.places] == ["heading", None, None, "caption"]
    article = read(io.BytesIO(data))
    assert article.source.media_type == "application/alto+xml"
    assert article.figures[0].regions == placed.pictures
    assert lost(article) == []


@pytest.mark.parametrize(("unit", "x1"), [("mm10", 28.35), ("inch1200", 6.0), ("pixel", 24.0), ("cubit", 24.0)])
def test_units(unit: str, x1: float) -> None:
    assert read_alto(alto(block("a", string("字", 60, 0)), unit=unit)).places[0].region.x1 == x1


def test_a_word_that_was_cut_stands_whole_where_the_file_says_so() -> None:
    first = string("re", 100, 0, 'SUBS_TYPE="HypPart1" SUBS_CONTENT="reopened"') + '<HYP CONTENT="-"/>'
    second = (
        string("opened", 0, 50, 'SUBS_TYPE="HypPart2" SUBS_CONTENT="reopened"') + "<SP/>" + string("today", 300, 50)
    )
    data = alto(block("a", string("It", 0, 0) + "<SP/>" + first, second))
    assert read_alto(data).text == "It reopened\ntoday"
    without = string("re", 0, 0) + '<HYP CONTENT="-"/>'
    assert read_alto(alto(block("a", without, string("opened", 0, 50)))).text == "re-\nopened"


def test_the_reading_order_of_the_file() -> None:
    order = '<ReadingOrder><OrderedGroup><ElementRef REF="b"/><ElementRef REF="a"/></OrderedGroup></ReadingOrder>'
    blocks = block("a", string("后", 0, 0)) + block("c", string("末", 0, 0)) + block("b", string("先", 0, 0))
    assert read_alto(alto(blocks, before=order)).text == "先\n\n后\n\n末"
    assert read_alto(alto(blocks)).text == "后\n\n末\n\n先"


def test_font_sizes_and_confidence() -> None:
    styles = '<Styles><TextStyle ID="s" FONTSIZE="9.5"/></Styles>'
    data = alto(block("a", string("字", 0, 0, 'WC="0.2"'), more='STYLEREFS="s"'), before=styles)
    placed = read_alto(data)
    assert placed.places[0].size == 9.5
    assert [doubt.rule for doubt in placed.diagnostics] == ["low-confidence"]


LAUGHS = b'<!DOCTYPE alto [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FETCH = b'<!DOCTYPE alto [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (LAUGHS + alto(block("a", string("&b;", 0, 0)))[38:], "entity"),
        (FETCH + alto(block("a", string("&x;", 0, 0)))[38:], "entity"),
        (b"<alto>" + b"<ComposedBlock>" * 1_000_000, f"deeper than {DEEPEST}"),
        (b"<alto><Layout>", "broken"),
        (b"<alto></alto>", "no page"),
        (b'<?xml version="1.0" encoding="klingon"?><alto/>', "broken"),
        (b"<alto>\x00</alto>", "broken"),
    ],
)
def test_what_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(ReadError, match=why):
        read_placed(data)


def test_an_external_doctype_is_not_fetched() -> None:
    data = alto(block("a", string("字", 0, 0)))
    head, rest = data[:38], data[38:]
    assert read_alto(head + b'<!DOCTYPE alto SYSTEM "http://127.0.0.1:9/a.dtd">' + rest).text == "字"


@pytest.mark.parametrize("percent", range(0, 100, 7))
def test_cut_short(percent: int) -> None:
    data = alto(block("a", string("字", 0, 0)) * 20)
    with pytest.raises(ReadError):
        read_alto(data[: len(data) * percent // 100])


@drawn(100)
@given(st.lists(st.tuples(st.text(max_size=5), *[st.text("0123456789.-e naif", max_size=6)] * 4), max_size=6))
def test_any_attributes(rows: list[tuple[str, str, str, str, str]]) -> None:
    from xml.sax.saxutils import quoteattr

    strings = []
    for text, x, y, wide, high in rows:
        legal = "".join(char for char in text if char.isprintable() or char in "\n\t")
        strings.append(f'<String CONTENT={quoteattr(legal)} HPOS="{x}" VPOS="{y}" WIDTH="{wide}" HEIGHT="{high}"/>')
    article = read(io.BytesIO(alto(block("a", *strings))))
    assert lost(article) == []


def test_time_grows_with_the_file_and_no_faster() -> None:
    def seconds(count: int) -> float:
        data = alto(block("a", *[string("字", 0, 0)] * count) + block("b", string("字", 0, 0) * count))
        begin = time.process_time()
        read_alto(data)
        return time.process_time() - begin

    small, large = seconds(500), seconds(4_000)
    assert large <= 8 * 3.5 * max(small, 0.002)
