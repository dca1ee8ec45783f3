"""PAGE XML of 2010 to 2019: order, readings, places."""

from __future__ import annotations

import io

import pytest
from damage import lost

from newsdoc import read
from newsdoc.errors import ReadError
from newsdoc.readers.formats import read_placed
from newsdoc.readers.page_xml import read_page_xml


def coords(x: int, y: int, wide: int, high: int) -> str:
    return f'<Coords points="{x},{y} {x + wide},{y} {x + wide},{y + high} {x},{y + high}"/>'


def line(text: str, x: int, y: int) -> str:
    equiv = f"<TextEquiv><Unicode>{text}</Unicode></TextEquiv>"
    return f"<TextLine>{coords(x, y, 40 * len(text), 40)}{equiv}</TextLine>"


def region(identity: str, *inner: str, kind: str = "paragraph") -> str:
    return f'<TextRegion id="{identity}" type="{kind}">{coords(0, 0, 800, 400)}{"".join(inner)}</TextRegion>'


def page(inner: str, *, attributes: str = "", year: str = "2019-07-15") -> bytes:
    return (
        f'<?xml version="1.0"?><PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/{year}">'
        f'<Page imageWidth="2000" imageHeight="3000" {attributes}>{inner}</Page></PcGts>'
    ).encode()


ORDER = (
    '<ReadingOrder><OrderedGroup id="g"><RegionRefIndexed index="1" regionRef="b"/>'
    '<OrderedGroupIndexed index="0" id="h"><RegionRefIndexed index="0" regionRef="a"/></OrderedGroupIndexed>'
    "</OrderedGroup></ReadingOrder>"
)


@pytest.mark.parametrize("year", ["2010-03-19", "2013-07-15", "2019-07-15"])
def test_regions_in_reading_order(year: str) -> None:
    data = page(
        ORDER
        + region("c", line("图为粮库。", 0, 910), kind="caption")
        + region("b", line("开春以后", 80, 200), line("雨多。", 0, 260))
        + region("a", line("粮库翻新", 300, 100), kind="heading")
        + f"<ImageRegion id='i'>{coords(0, 400, 600, 500)}</ImageRegion>",
        year=year,
    )
    placed = read_page_xml(data)
    assert placed.text == "粮库翻新\n\n　　开春以后\n雨多。\n\n图为粮库。"
    assert [place.kind for place in placed.places] == ["heading", None, None, "caption"]
    article = read(io.BytesIO(data))
    assert article.source.media_type == "application/vnd.prima.page+xml"
    assert article.figures[0].regions == placed.pictures
    assert lost(article) == []


def test_points_as_elements_and_resolution() -> None:
    points = "<Coords><Point x='0' y='0'/><Point x='100' y='50'/></Coords>"
    body = f"<TextRegion id='a'><TextLine>{points}<TextEquiv><Unicode>字</Unicode></TextEquiv></TextLine></TextRegion>"
    data = page(body, attributes='imageXResolution="100" imageResolutionUnit="PPI"')
    assert read_page_xml(data).places[0].region.x1 == 72.0


def test_the_reading_of_the_lowest_index_and_words() -> None:
    equivs = (
        '<TextEquiv index="1"><Unicode>错</Unicode></TextEquiv>'
        '<TextEquiv index="0" conf="0.3"><Unicode>对</Unicode></TextEquiv>'
    )
    words = "".join(
        f"<Word>{coords(x, 0, 90, 40)}<TextEquiv><Unicode>{text}</Unicode></TextEquiv></Word>"
        for x, text in ((0, "The"), (100, "store"))
    )
    placed = read_page_xml(page(region("a", f"<TextLine>{equivs}</TextLine>", f"<TextLine>{words}</TextLine>")))
    assert placed.text == "对\nThe store"
    assert [doubt.rule for doubt in placed.diagnostics] == ["low-confidence"]


def test_a_region_without_lines_and_regions_within_regions() -> None:
    inner = region("b", "<TextEquiv><Unicode>第一行\n第二行</Unicode></TextEquiv>")
    assert read_page_xml(page(region("a", line("外", 0, 0), inner))).text == "外\n\n第一行\n第二行"


def test_what_is_refused() -> None:
    for data, why in ((b"<PcGts></PcGts>", "no page"), (b"<PcGts><Page>", "broken"), (b"<PcGts>" * 999, "deeper")):
        with pytest.raises(ReadError, match=why):
            read_placed(data)
