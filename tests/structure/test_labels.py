"""Labels of boxes: what stands under 【记者手记】 is a story of its own; 相关链接 may head a box, or links."""

from __future__ import annotations

import pytest

from newsdoc import parse

STORY = (
    "河湾矿坑变成了林子\n本报记者 章禾\n　　矿山停采五年之后，坑底长出了第一\n片树林，鸟也回来了，村民常来散步。\n"
    "　　林业站的人说，头两年种下去的苗子\n活了不到一半，后来改了法子才成。\n"
)
TEXT = "　　客土回填就是把别处的好土运到矿坑\n里来，一层一层铺平，再种上草和树，\n慢慢养着。\n"
TOLD = "客土回填就是把别处的好土运到矿坑里来，一层一层铺平，再种上草和树，慢慢养着。"


@pytest.mark.parametrize("label", ["【记者手记】", "■编后语", "新闻背景", "相关链接"])
def test_a_label_opens_a_box(label: str) -> None:
    article = parse(f"{STORY}{label}\n什么是客土回填\n{TEXT}")
    assert [paragraph.text for section in article.sections for paragraph in section.paragraphs] == [
        "矿山停采五年之后，坑底长出了第一片树林，鸟也回来了，村民常来散步。",
        "林业站的人说，头两年种下去的苗子活了不到一半，后来改了法子才成。",
    ]
    (box,) = article.sidebars
    assert box.kicker is not None
    assert box.headline is not None
    assert (box.kicker.text, box.headline.text) == (label, "什么是客土回填")
    assert [paragraph.text for section in box.sections for paragraph in section.paragraphs] == [TOLD]


def test_titles_under_links_are_furniture() -> None:
    article = parse(f"{STORY}相关阅读\n什么是客土回填\n这座城市正在找回它的旧河道\n老街里的新邻居\n")
    assert article.sidebars == ()
    assert [block.text for block in article.furniture] == [
        *("相关阅读", "什么是客土回填"),
        *("这座城市正在找回它的旧河道", "老街里的新邻居"),
    ]


def test_a_place_in_capitals_under_an_english_byline_is_the_dateline() -> None:
    article = parse(
        "Tram line to reach harbor\nSpecial Correspondent\nRIVERTON\n  The council on Monday cleared the third\n"
        "phase of the tram line, with two stops and\na bridge over the old canal.\n"
        "  Work is to begin in May, the council said,\n"
        "and will take two years.\n"
    )
    assert article.headline is not None
    assert article.dateline is not None
    assert (article.headline.text, article.dateline.place) == ("Tram line to reach harbor", "RIVERTON")
    assert [(byline.kind, byline.people) for byline in article.bylines] == [("correspondent", ())]
