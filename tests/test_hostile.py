"""Law 6, linear time: for inputs made to hurt, four times the text takes about four times as long.

What is measured is processor time at two sizes, the better of two runs. A quadratic pass would take sixteen times as
long; the bound lies well below that and well above the noise of a busy machine.
"""

from __future__ import annotations

import time
from random import Random
from typing import TYPE_CHECKING

import pytest

from newsdoc.pipeline import parse, repair
from newsdoc.strategies.drawn_pages import Setting, page

if TYPE_CHECKING:
    from collections.abc import Callable

TIMES = 4
BOUND = 10.0

PAGE = page(Random(11), Setting(width=22.0, sections=2, figures=2, sidebar="end", shape="run", furniture=2))[0]
SENTENCE = "口岸外贸增长很快，货车每日往来不断。"

HOSTILE = (
    ("full stops", "。", 60_000),
    ("one laugh", "哈", 60_000),
    ("one numeral", "一", 1_000),
    ("one digit", "1", 15_000),
    ("digits and commas", "1,", 600),
    ("one letter", "a", 80_000),
    ("two letters in turn", "ab", 40_000),
    ("words of a letter", "a ", 1_000),
    ("opening quotation marks", "“", 12_000),
    ("opening brackets", "（", 60_000),
    ("nested marks", "“（((", 3_000),
    ("quotations", "他说“好”", 2_500),
    ("straight quotation marks", '"a" ', 300),
    ("object replacement characters", "\ufffc", 25_000),
    ("control characters", "\x00", 30_000),
    ("lone surrogates", "\ud800", 12_000),
    ("blanks", " ", 400_000),
    ("line breaks", "\n", 400_000),
    ("short lines", "好\n", 1_200),
    ("short lines, each another", "本\n报\n记\n者\n", 400),
    ("lines that look doubled", "高高兴兴\n", 800),
    ("doubled lines", "在在巴巴彦彦淖淖尔尔。。\n", 250),
    ("the same line", SENTENCE + "\n", 500),
    ("one line", SENTENCE, 2_500),
    ("years", "2023年", 600),
    ("dashes", "-", 60_000),
    ("roles", "本报记者", 10_000),
    ("credits", "摄", 50_000),
    ("bylines", "By A\n", 600),
    ("currencies", "$", 4_000),
    ("hyphens at line ends", "care-\n", 600),
    ("spread characters", "口 ", 5_000),
    ("spread lines", "口 岸 外 贸 增 长\n", 250),
    ("furniture", "第3页\n", 800),
    ("links", "相关阅读\n", 800),
    ("captions", "图为口岸。新华社发\n", 300),
)


def seconds(make: Callable[[str], object], text: str) -> float:
    """Processor time, the better of two runs."""
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        make(text)
        best = min(best, time.process_time() - start)
    return best


def assert_linear(make: Callable[[str], object], unit: str, count: int) -> None:
    """Four times the text takes about four times as long; where the first measure says no, two more decide."""
    make(unit * 50)
    small = large = 0.0
    for _ in range(3):
        small, large = seconds(make, unit * count), seconds(make, unit * (count * TIMES))
        if large <= BOUND * max(small, 0.01):
            return
    pytest.fail(f"{small:.3f} s for {count} times {unit[:12]!r}, {large:.3f} s for {TIMES} times as many")


@pytest.mark.parametrize(("unit", "count"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_parsing_takes_linear_time(unit: str, count: int) -> None:
    assert_linear(parse, unit, count)


@pytest.mark.parametrize(("unit", "count"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_repairing_takes_linear_time(unit: str, count: int) -> None:
    assert_linear(repair, unit, 2 * count)


def test_a_page_many_times_over_takes_linear_time() -> None:
    assert_linear(parse, PAGE, 8)


def test_pages_do_not_disturb_each_other() -> None:
    """What a page of many copies yields is as many paragraphs as there are copies of each."""
    one, many = parse(PAGE), parse(PAGE + "\f" + PAGE)
    words = "".join(block.text for block in one.blocks())
    assert "".join("".join(block.text.split()) for block in many.blocks()).count(words[:12]) >= 1
    assert len(many.source.text) == 2 * len(PAGE) + 1
