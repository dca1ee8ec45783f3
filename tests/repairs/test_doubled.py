"""Text printed several times over: what is mended, and what only looks doubled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdoc.pipeline import repair

MENDED = [
    # (page, mended, why)
    ("河河口口码码头头装装卸卸正正忙忙", "河口码头装卸正忙", "each character twice"),
    ("河河口口码码头头，，装装卸卸正正忙忙。。", "河口码头，装卸正忙。", "each character twice, marks too"),
    ("河河河口口口码码码头头头正正正忙忙忙", "河口码头正忙", "each character three times"),
    ("河河河河口口口口码码码码头头头头装装装装卸卸卸卸忙忙忙忙", "河口码头装卸忙", "each character four times"),
    ("在河口码头在河口码头，，工人正在装船工人正在装船。。", "在河口码头，工人正在装船。", "runs cut at marks"),
    ("在在河口河口码头工人码头工人正在装船正在装船", "在河口码头工人正在装船", "runs cut at kerning gaps"),
    ("在河口码头工人正在装船在河口码头工人正在装船", "在河口码头工人正在装船", "the whole line on one line"),
    ("新华社记者新华社记者 林书平林书平摄摄", "新华社记者 林书平摄", "a credit; spaces are not doubled"),
    ("CCoonnttaacctt", "Contact", "Latin letters"),
    ("How How are are you you today today", "How are you today", "words"),
    ("□□ 本报记者本报记者 林书平", "□ 本报记者 林书平", "only the mark and the body are doubled"),
    (
        "河口码头吞吐量创新高，全年可望突破千万\n河口码头吞吐量创新高，全年可望突破千万\n",
        "河口码头吞吐量创新高，全年可望突破千万\n",
        "the line again",
    ),
    ("河\n河口\n口码\n码头\n头忙\n忙\n", "河口码头忙\n", "a staircase"),
]


@pytest.mark.parametrize(("page", "mended", "why"), MENDED, ids=[row[2] for row in MENDED])
def test_mended(page: str, mended: str, why: str) -> None:
    repaired = repair(page)
    assert "".join(repaired.text.split()) == "".join(mended.split()), why
    assert repaired.edits


LEFT_ALONE = [
    "巍巍青山，滔滔江水，一辆辆货车驶出海关。",
    "海关关长介绍，产品品质好，办公楼楼道里人来人往。",
    "2022年增长144.68%，9999人参加，22亿元22亿元。",
    "谢谢谢谢",
    "中国加油中国加油",
    "加油！加油！",
    "《做得好做得好》",
    "高高兴兴上班去，平平安安回家来",
    "高高兴兴",
    "天天",
    "研究研究",
    "冰墩墩",
    "步步高",
    "1010",
    "……",
    "——",
    "××",
    "□□□",
    "图①图①",
    "哈哈哈哈哈哈哈哈哈哈哈哈",
    "我们一定会赢！我们一定会赢！",
    "Bye bye",
    "New York, New York",
    "He had had enough of that that day.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(text: str) -> None:
    assert repair(text).edits == ()


def test_a_doubt_is_said_and_changes_nothing() -> None:
    repaired = repair("中国加油中国加油")
    assert [doubt.rule for doubt in repaired.diagnostics] == ["suspect-doubled"]
    assert repaired.text == "中国加油中国加油"


def test_a_short_heading_between_mended_lines_is_mended() -> None:
    lines = ["河口码头工人正在装船，货物运往各地。", "码头新貌", "第二座泊位年内建成，吞吐能力翻番。"]
    page = "\n".join(f"{line}{line}" for line in lines)
    assert repair(page).text == "\n".join(lines)


SENTENCE = st.text(st.sampled_from("河口码头工人正在装船货物运往各地泊位年内建成"), min_size=8, max_size=30).filter(
    lambda text: len(set(text)) > len(text) * 0.6
)


@given(SENTENCE, st.integers(2, 4))
def test_a_line_doubled_per_character_comes_back(line: str, times: int) -> None:
    damaged = "".join(char * times for char in line)
    assert repair(damaged).text == line


@given(SENTENCE)
def test_a_mended_line_is_not_mended_again(line: str) -> None:
    once = repair("".join(char * 2 for char in line)).text
    assert repair(once).edits == ()
