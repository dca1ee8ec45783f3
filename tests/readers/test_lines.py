"""Where the lines of a text begin and end, and what parts the paragraphs within one."""

from __future__ import annotations

import pytest

from newsdoc import parse
from newsdoc.readers.lines import page_of

STORY = "清江镇的老桥修了三年，今年春天终于通车。头一个过桥的是卖豆腐的老周，他推着车走得很慢，桥上的人都看着他笑。"
ONE_LINE = (
    "这是3月2日在清江镇拍摄的老桥。新华社记者 章禾 摄",
    f"新华社江州3月2日电（记者林书平）{STORY}",
    "“以后去县城省半个钟头。”老周说。",
    f"镇里的人说，{STORY}",
)


@pytest.mark.parametrize("space", ["  ", "    ", " \u00a0", "\u3000\u3000", "\u2003\u2003"])
def test_paragraphs_of_a_page_on_one_line(space: str) -> None:
    lines = page_of(f"老桥通车\n\n{space.join(ONE_LINE)}").lines
    assert [line.text.text for line in lines] == ["老桥通车", *ONE_LINE]
    assert [line.indent for line in lines[2:]] == [2.0, 2.0, 2.0]


def test_an_article_on_one_line() -> None:
    article = parse(f"清江镇老桥通车\n\n{'  '.join(ONE_LINE)}")
    assert [paragraph.text for section in article.sections for paragraph in section.paragraphs] == [
        STORY,
        *ONE_LINE[2:],
    ]
    assert [figure.caption.text for figure in article.figures if figure.caption] == ["这是3月2日在清江镇拍摄的老桥。"]


@pytest.mark.parametrize(
    "line",
    [
        "  ".join((STORY, STORY[:20], STORY[:15], STORY[:17], STORY)),
        f"{STORY}  {STORY[:30]}",
        'He said no. "That was all."  The ferry left and did not come back, and the harbour was closed for the night. '
        * 2,
    ],
    ids=["columns", "short", "English"],
)
def test_lines_within_which_nothing_is_parted(line: str) -> None:
    assert len(page_of(line).lines) == 1
