"""Laws of quantities(): any text, alignment, exactness, drawn values found, linear time."""

from __future__ import annotations

import os
import time
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdoc import quantities
from newsdoc.annotate.quantities import quantities_beside
from newsdoc.strategies import Expected
from newsdoc.strategies import quantities as drawn_quantities

DRAWS = int(os.environ.get("NEWSDOC_DRAWS", "100"))
law = settings(max_examples=DRAWS, deadline=None, derandomize="NEWSDOC_DRAWS" not in os.environ)
KINDS = {"number", "percent", "money", "measure", "count", "multiple", "ordinal", "age"}
MODIFIERS = {None, "more", "less", "nearly", "about", "at_least", "at_most"}
LANGUAGES = st.sampled_from([None, "zh-Hans", "zh-Hant", "zh-TW", "en", "en-GB"])
SIGNS = st.sampled_from(
    [
        *"0123456789,.%‰-—~/: \n　零一二三十百千万亿两半几数多余来成折倍番点分之又负第每元角块斤米年月天个上约近",
        *"超比到和间$¥€°\ud800\x00²٣",
    ]
)
_WORDS = (
    "a one two twenty hundred million half quarter third of and point to between more than minus dollars cents kg km "
    "feet years old degrees per - $ 5 3.5 1,000 2/3 dozen tens thousands over , ( ) in ' \" doubled 元 吨"
)
WORDS = st.sampled_from(_WORDS.split(" "))
TEXTS = st.one_of(st.text(), st.lists(SIGNS, max_size=24).map("".join), st.lists(WORDS, max_size=16).map(" ".join))


@law
@given(TEXTS, LANGUAGES)
def test_law_any_text_gives_aligned_exact_values(text: str, language: str | None) -> None:
    end = 0
    for item in quantities(text, language=language):
        assert end <= item.start < item.end <= len(text)
        assert text[item.start : item.end] == item.text
        assert item.kind in KINDS
        assert item.modifier in MODIFIERS
        numbers = (item.value, item.low, item.high, item.base_value)
        assert all(number is None or type(number) is Fraction for number in numbers)
        assert any(number is not None for number in numbers[:3])
        if item.value is None and item.low is not None and item.high is not None:
            assert item.low <= item.high
        end = item.end


@law
@given(TEXTS)
def test_law_the_same_text_gives_the_same_values(text: str) -> None:
    assert quantities(text) == quantities(text)


@law
@given(drawn_quantities(), st.sampled_from(["", "，", "。"]))
def test_law_drawn_quantities_are_found(drawn: tuple[str, Expected], before: str) -> None:
    text, expected = drawn
    before = before if not text.isascii() else ""
    [item] = quantities(f"{before}{text}")
    assert item.text == text
    assert (item.value, item.low, item.high, item.unit, item.modifier) == (
        expected.value,
        expected.low,
        expected.high,
        expected.unit,
        expected.modifier,
    )


@law
@given(drawn_quantities(["zh-Hans"]), st.data())
def test_law_typesetting_spaces_change_nothing_but_the_span(drawn: tuple[str, Expected], data: st.DataObject) -> None:
    text, _ = drawn
    [plain] = quantities(text)
    places = [at for at in range(1, len(text)) if not text[at - 1 : at + 1].isascii()]
    if not places:
        return
    at = data.draw(st.sampled_from(places))
    [spaced] = quantities(f"{text[:at]} {text[at:]}", language="zh-Hans")
    assert spaced.text == f"{text[:at]} {text[at:]}"
    assert (spaced.value, spaced.low, spaced.high, spaced.unit) == (plain.value, plain.low, plain.high, plain.unit)


@law
@given(st.integers(2, 10**6), st.integers(1, 9))
def test_law_more_is_bounded_by_the_next_step(number: int, scale: int) -> None:
    [item] = quantities(f"{number * 10**scale}多吨")
    assert item.value == item.low == number * 10**scale
    assert item.high is not None
    assert item.low is not None
    step = item.high - item.low
    assert item.low % step == 0
    assert (item.low / step) % 10 != 0


HOSTILE = [
    "1", "一", "十", "万亿", "1,111,", "一亿", "百分之", "个半", "1.", "1 ", "1-", "一千克", "$", "$1 ", "a ",
    "one ", "one over ", "one thousand ", "point one ", "1/2 ", " a million and ", "1a", "a1", "1@", "/1",
    "http://1 ", "几", "第一", "(1)", "1:2 ", "负", "三五", "三、四", "又一分之", "5 feet ", "一元一角", "a", " ",
    "1年1个月", "\n1", "between 1 and ", "1 to ", "百分之一至", "每吨1元", "统一", "dozens of ",
]  # fmt: skip


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("unit", HOSTILE)
def test_law_linear_time(unit: str, language: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        began = time.thread_time()
        quantities_beside(text, [], language=language)
        return time.thread_time() - began

    quantities_beside("1", [], language=language)
    small = max(min(seconds(800) for _ in range(2)), 0.002)
    assert min(seconds(6_400) for _ in range(2)) < 40 * small


@pytest.mark.parametrize("unit", ["9", "十", "一", "万亿", " ", "a", "零"])
def test_law_a_million_equal_signs(unit: str) -> None:
    assert len(quantities_beside(unit * (1_000_000 // len(unit)), [])) <= 1
