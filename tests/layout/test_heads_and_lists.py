"""Heads, lists and verse on a page of print: lines, and the blocks that come of them."""

from __future__ import annotations

from newsdoc import parse

BODY = (
    "清晨的薄雾还没有散去山路上已经响起了扫帚的声音老人弯着腰一下一下地把铁轨旁边的落叶扫进竹筐里"
    "然后直起身子望一望远处的隧道口。他说这活儿干了一辈子早就习惯了每天不来看一看心里就空落落的。"
)


def column(text: str, width: int) -> list[str]:
    """A paragraph in a column whose first line lost its indent of two."""
    lines, rest = [text[: width - 2]], text[width - 2 :]
    return lines + [rest[at : at + width] for at in range(0, len(rest), width)]


def test_a_headline_as_wide_as_a_first_line() -> None:
    for width, headline in (
        (16, "山区老人守护铁路桥梁"),
        (18, "记者探访山区老人守护铁路"),
        (20, "记者探访山区老人守护铁路桥梁"),
    ):
        article = parse("\n".join([headline, *column(BODY, width), *column(BODY, width)]))
        assert article.headline is not None, width
        assert article.headline.text == headline


def test_lines_over_the_first_byline_are_heads() -> None:
    lines = ["急诊室里的夏天", "中暑了，第一件事做什么？", "■本报记者 葛小满", *column(BODY, 18)]
    article = parse("\n".join(lines))
    titles = [block.text for block in (article.kicker, article.headline, article.subtitle) if block]
    assert "".join(titles) == "急诊室里的夏天中暑了，第一件事做什么？"


def test_items_of_a_list_stay_apart() -> None:
    items = ["■ 坪数：九点五坪", "■ 创立：一九五七年", "■ 电话：没有"]
    article = parse("\n".join(["老店", "本报记者 葛小满", *column(BODY, 18), "老店档案", *items]))
    texts = [block.text for block in article.blocks()]
    assert all(item in texts for item in items)


def test_verse_keeps_its_lines() -> None:
    verse = ["清水到，采蒿草，", "一筐青，一筐笑。", "阿婆灶前揉团坐，", "满村都是香气飘。"]
    article = parse("\n".join(["清明", "本报记者 葛小满", *column(BODY, 18), *verse, *column(BODY, 18)]))
    texts = [block.text for block in article.blocks()]
    assert all(line in texts for line in verse)


def test_a_large_initial_belongs_to_its_word() -> None:
    rest = [
        "he man who mows is late for his own",
        "interview, for the mower ran out of",
        "gas on the far side of the field and",
    ]
    lines = [
        "The man who mows",
        "By Tess Gunderson",
        "T",
        *rest,
        "he had to walk back to the old shed,",
        "where the cans are kept.",
    ]
    article = parse("\n".join(lines))
    assert article.sections[0].paragraphs[0].text.startswith("The man who mows is late for his own interview")
