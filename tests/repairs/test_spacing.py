"""Spaces of typesetting, names that were spread, glyphs and invisible characters."""

from __future__ import annotations

import pytest

from newsdoc.pipeline import repair

COLUMN = [
    "河口港去年货物吞吐量再创新高，全市外",
    "贸进出口总额也有较快增长，其中农产品",
    "出口的比重超过三成，机电产品增势良好",
    "，港口集团表示新泊位将于年内投入使用",
]
"""A column of print, 18 em wide: the evidence that the page is one of print."""


def mended(line: str) -> str:
    return repair("\n".join([*COLUMN, line])).text.split("\n")[-1]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2月 20日至 24日，港口接待船舶 16 艘", "2月20日至24日，港口接待船舶16艘"),
        ("同 比 增 长 36.37% ，占 全 市 的 70% 以", "同比增长36.37%，占全市的70%以"),
        ("他說， 「新泊位年內建成」 ， 並稱進展順利", "他說，「新泊位年內建成」，並稱進展順利"),
        ("企业申领 RCEP 原产地证书后，成本下降", "企业申领RCEP原产地证书后，成本下降"),
        ("The port of Hekou handled more", "The port of Hekou handled more"),
    ],
)
def test_gaps_go_in_a_column_of_print(line: str, expected: str) -> None:
    assert mended(line) == expected


@pytest.mark.parametrize(
    "text",
    [
        "春风化雨 润物无声",
        "河口港去年吞吐量创新高 全市外贸较快增长\n记者从港口集团获悉，新泊位年内建成。\n他用 iPhone 拍照。",
        "李白　　杜甫",
        "港口集团 100 家企业",
    ],
)
def test_pauses_of_a_clean_text_stay(text: str) -> None:
    assert repair(text).edits == ()


def test_a_spread_line_is_mended_on_any_page() -> None:
    assert repair("河 口 港 货 物 吞 吐 量").text == "河口港货物吞吐量"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("本报记者 陈 力 于 舟", "本报记者 陈力 于舟"),
        ("（记者 张 胜 男）", "（记者 张胜男）"),
        ("本报记者 于 舟摄", "本报记者 于舟摄"),
        ("通讯员 曾 强 本报记者 刘岩松", "通讯员 曾强 本报记者 刘岩松"),
        ("新华社记者 林书平 摄", "新华社记者 林书平 摄"),
        ("陈 力", "陈 力"),
    ],
)
def test_names(line: str, expected: str) -> None:
    assert repair(line).text == expected


def test_three_single_characters_are_one_name_and_a_doubt() -> None:
    assert [doubt.rule for doubt in repair("（记者 张 胜 男）").diagnostics] == ["spread-name"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("车流往来穿梭⋯⋯", "车流往来穿梭……"),
        ("港口――城市的窗口", "港口——城市的窗口"),
        ("港口──城市的窗口", "港口——城市的窗口"),
        ("——河口港发展调查", "——河口港发展调查"),
        ("a line -- with dashes", "a line -- with dashes"),
        ("表格\n────────", "表格\n────────"),
    ],
)
def test_glyphs(text: str, expected: str) -> None:
    assert repair(text).text == expected


def test_invisible_characters_go() -> None:
    assert repair("\ufeff河口\u200b港\x00货\u00ad运").text == "河口港货运"
    assert repair("👨\u200d👩\u200d👧 family").edits == ()


def test_a_space_that_an_edit_has_parted_is_one_cut_and_two_edits() -> None:
    repaired = repair("长 36.37，占 内 蒙 古 农 \x1b 品 出 口 的 70% 以")
    assert repaired.text == "长36.37，占内蒙古农品出口的70%以"
