"""What an edit says: its rule, its place, what stood there and why it went; and what a doubt says."""

from __future__ import annotations

import pytest

from newsdoc.pipeline import repair

CAPTION = "▲河口港新泊位昨日试航，多艘货轮靠岸卸货物。"
COLUMN = (
    "河口港去年货物吞吐量再创新高，全市外\n贸进出口总额也有较快增长，其中农产品\n"
    "出口的比重超过三成，机电产品增势良好\n，港口集团表示新泊位将于年内投入使用\n"
)
TWICE = "the line is printed 2 times over, run by run; one copy is kept"
AGAIN = "the line is printed again; one copy is kept"
SLIP = "the caption is printed again with a slip; digits are equal, one copy is kept"
WITH_CREDIT = "the caption is printed again with its credit; that copy is kept"
PART = "a run of the byline or credit is printed twice; one copy is kept"
STAIRS = "the copies of shadow type came as a staircase of lines; they are read as one line"
NAME = "a name of two characters is spread to the length of three"
SPREAD = "the characters of the line are spread to its measure"
UNSEEN = "the character is not visible and says nothing"
GAP = "a gap of typesetting; Chinese text has no space here"

EDITS = [
    (
        "河口码头河口码头，，装装卸卸忙忙",
        "doubled",
        TWICE,
        [(4, 8, "河口码头"), (9, 10, "，"), (11, 12, "装"), (13, 14, "卸"), (15, 16, "忙")],
    ),
    (
        "河河河口口口码码码头头头装装装",
        "doubled",
        TWICE.replace("2", "3"),
        [(1, 3, "河河"), (4, 6, "口口"), (7, 9, "码码"), (10, 12, "头头"), (13, 15, "装装")],
    ),
    (
        f"{CAPTION[:12]}货轮\n{CAPTION[:12]}货轮\n",
        "repeated",
        AGAIN,
        [(15, 30, f"{CAPTION[:12]}货轮\n")],
    ),
    (f"{CAPTION}\n{CAPTION.replace('日', '曰')}", "repeated-caption", SLIP, [(23, 45, CAPTION.replace("日", "曰"))]),
    (f"{CAPTION}\n{CAPTION}（于舟摄）", "repeated-caption", WITH_CREDIT, [(0, 23, f"{CAPTION}\n")]),
    ("□□ 本报记者本报记者 林书平", "partly-doubled", PART, [(1, 2, "□"), (7, 11, "本报记者")]),
    (
        "河\n河口\n口码\n码头\n头",
        "staircase",
        STAIRS,
        [
            (1, 2, "\n"),
            (2, 3, "河"),
            (4, 5, "\n"),
            (5, 6, "口"),
            (7, 8, "\n"),
            (8, 9, "码"),
            (10, 11, "\n"),
            (11, 12, "头"),
        ],
    ),
    ("本报记者 陈 力 于　舟", "name-spacing", NAME, [(6, 7, " "), (10, 11, "　")]),
    ("河 口 港 区", "spacing", SPREAD, [(1, 2, " "), (3, 4, " "), (5, 6, " ")]),
    (f"{COLUMN}于2月 20日启用，船舶 16 艘", "spacing", GAP, [(79, 80, " "), (88, 89, " "), (91, 92, " ")]),
    ("河\x00\x01口\u200b", "invisible", UNSEEN, [(1, 3, "\x00\x01"), (4, 5, "\u200b")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule", "reason", "cuts"), EDITS, ids=[f"{row[1]}-{row[2][:12]}" for row in EDITS])
def test_an_edit_says_what_went_from_where_and_why(
    text: str, rule: str, reason: str, cuts: list[tuple[int, int, str]]
) -> None:
    edits = repair(text).edits
    assert [(edit.start, edit.end, edit.before) for edit in edits] == cuts
    assert {(edit.rule, edit.reason, edit.after) for edit in edits} == {(rule, reason, "")}


def test_edits_of_a_text_that_an_edit_has_parted_keep_their_places() -> None:
    repaired = repair("河 口\x1b港 区 货\x1b运")
    assert repaired.text == "河口港区货运"
    spaces = [edit for edit in repaired.edits if edit.rule == "spacing"]
    assert [(edit.start, edit.end, edit.before, edit.reason) for edit in spaces] == [
        (1, 2, " ", SPREAD),
        (5, 6, " ", SPREAD),
        (7, 8, " ", SPREAD),
    ]


DOUBTS = [
    (
        "谢谢\n中国加油中国加油",
        "suspect-doubled",
        "the line may be printed 2 times over (中国加油), but nothing proves it",
        (3, 11),
    ),
    (
        f"{CAPTION[1:]}\n{CAPTION[1:].replace('日', '曰')}",
        "suspect-repeated",
        "the line says nearly the same as the one before it",
        (22, 43),
    ),
    ("本报记者 张 胜 男", "spread-name", "three single characters are read as one name", (5, 10)),
]


@pytest.mark.parametrize(("text", "rule", "message", "place"), DOUBTS, ids=[row[1] for row in DOUBTS])
def test_a_doubt_says_what_and_where(text: str, rule: str, message: str, place: tuple[int, int]) -> None:
    (doubt,) = repair(text).diagnostics
    assert (doubt.rule, doubt.message, (doubt.start, doubt.end)) == (rule, message, place)


EVIDENCE = [
    # (line, mended or None, why)
    ("张林摄张林摄", None, "a credit of three characters is too short"),
    ("新华社摄新华社摄", "新华社摄", "a credit of four is enough"),
    ("河河口口码码头头装装卸卸", None, "six characters, each twice, prove nothing"),
    ("河河口口码码头头装装卸卸忙忙", "河口码头装卸忙", "seven do"),
    ("河河口口码码头头，，装装", "河口码头，装", "six with a comma do"),
    ("河河口口码码，，装装", None, "five with a comma do not"),
    ("河河河口口口码码码头头头装装装", "河口码头装", "five characters, each three times, do"),
    ("河口河口港区港区新貌新貌", None, "runs of two"),
    ("河口港河口港码头码头，，", "河口港码头，", "a comma that stands twice"),
    ("河口港河口港码头码头新貌新貌", None, "runs of three, no letter in them"),
    ("Port Port of of Hekou Hekou", "Port of Hekou", "three runs of Latin letters"),
    ("我们一定会赢！我们一定会赢！", None, "one run that ends in a call"),
    ("我们一定会赢。我们一定会赢。", "我们一定会赢。", "one run that ends in a full stop"),
]


@pytest.mark.parametrize(("line", "mended", "why"), EVIDENCE, ids=[row[2] for row in EVIDENCE])
def test_what_proves_that_a_line_is_doubled(line: str, mended: str | None, why: str) -> None:
    assert "".join(repair(line).text.split()) == "".join((mended or line).split()), why


DOUBLED = "在河口码头在河口码头，，工人正在装船工人正在装船。。"
PLAIN = "普通的一行文字。"
BESIDE = [
    ([DOUBLED, "新貌新貌", DOUBLED], True, "between two mended lines"),
    ([DOUBLED, "新貌新貌"], True, "at the end of the page"),
    (["新貌新貌", DOUBLED], True, "at its beginning"),
    ([DOUBLED, "新貌新貌", PLAIN], False, "before a plain line"),
    ([PLAIN, "新貌新貌", DOUBLED], False, "behind a plain line"),
    ([PLAIN, "新貌新貌", PLAIN], False, "among plain lines"),
    ([DOUBLED, "新貌新貌", "天天", PLAIN], True, "before another that is doubled throughout"),
    ([PLAIN, "天天", "新貌新貌", DOUBLED], True, "behind another that is doubled throughout"),
    ([DOUBLED, "河口港码头河口港码头装卸装卸", PLAIN], True, "a longer line needs one neighbour only"),
]


@pytest.mark.parametrize(("lines", "goes", "why"), BESIDE, ids=[row[2] for row in BESIDE])
def test_a_short_line_goes_with_its_neighbours(lines: list[str], goes: bool, why: str) -> None:
    short = next(line for line in lines if line not in (DOUBLED, PLAIN, "天天"))
    assert (short not in repair("\n".join(lines)).text) == goes, why


TABLES = [
    ("海门 120 95\n柳溪 88 70\n金沙 60 50", "rows of figures"),
    ("地名 今年 去年\n海门 120 95\n柳溪 88 70", "a head and its rows"),
    ("海门 +120 −95 港口\n柳溪 88% — 港口", "signs and dashes are figures too"),
]


@pytest.mark.parametrize(("text", "why"), TABLES, ids=[row[1] for row in TABLES])
def test_cells_of_a_table_stay_apart_on_a_page_of_print(text: str, why: str) -> None:
    assert repair(COLUMN + text).edits == (), why


COPIES = [
    # (text, lines that stay, why)
    ("甲乙丙丁戊己庚辛壬癸子丑寅卯\n" * 2, 1, "fourteen characters are long enough"),
    ("甲乙丙丁戊己庚辛壬癸子丑寅\n" * 2, 2, "thirteen are not"),
    ("图为海港\n" * 2, 1, "a caption of four characters is"),
    ("图为\n" * 2, 2, "one of two is not"),
    ("海门\n海门\n柳溪\n柳溪\n金沙\n金沙\n", 3, "a page of which all is printed twice"),
    ("海门\n海门\n柳溪\n柳溪\n金沙\n", 5, "two lines are too few to say so"),
    ("".join(f"{sign}市外贸企业去年进出口总额创新高\n" for sign in "一二三四" * 2), 4, "four lines together"),
    ("".join(f"{sign}市外贸企业去年进出口总额创新高\n" for sign in "一二三四五" * 2), 10, "five are another matter"),
    (f"{CAPTION}\n{CAPTION.replace('日', '曰')}\n", 1, "one slip in a caption"),
    (f"{CAPTION}\n{CAPTION.replace('昨日', '昨晚').replace('货轮', '渔船')}\n", 2, "three other characters"),
    (f"{CAPTION}\n{CAPTION}（多为外轮）\n", 2, "brackets that are no credit"),
    (f"{CAPTION}\n{CAPTION}（作者提供）\n", 1, "brackets that are a credit"),
    (f"{CAPTION}\n{CAPTION}本报记者 于舟摄\n", 1, "a credit without brackets"),
    ("图为试航\n图为试航（于舟摄）\n", 2, "a caption too short to be sure"),
]


@pytest.mark.parametrize(("text", "left", "why"), COPIES, ids=[row[2] for row in COPIES])
def test_how_much_must_agree_to_be_a_copy(text: str, left: int, why: str) -> None:
    assert len(repair(text).text.split("\n")) - 1 == left, why


STRETCHES = [
    ("今年 同 比 增 长 全市 外贸 企业 都说 很好 以后 还要 更好", "今年同比增长全市 外贸 企业 都说 很好 以后 还要 更好"),
    ("全市 外贸 企业 都说 很好 今年 同 比 增 长", "全市 外贸 企业 都说 很好 今年同比增长"),
    ("Hekou handled again 河 口 港 区 northern harbours", "Hekou handled again 河口港区 northern harbours"),
    ("春 风 化雨 润物 无声", "春 风 化雨 润物 无声"),
]


@pytest.mark.parametrize(("text", "expected"), STRETCHES)
def test_a_stretch_of_a_line_that_is_spread(text: str, expected: str) -> None:
    assert repair(text).text == expected
