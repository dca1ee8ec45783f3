"""Laws of numerals: round trips, agreement with cn2an, any text, linear time."""

from __future__ import annotations

import os
import time
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdoc import NumeralError, format_number, parse_number
from newsdoc.numerals.chinese import LIMIT, approximate, quick, whole
from newsdoc.strategies import STYLES, numerals

DRAWS = int(os.environ.get("NEWSDOC_DRAWS", "100"))
law = settings(max_examples=DRAWS, deadline=None, derandomize="NEWSDOC_DRAWS" not in os.environ)


@pytest.mark.parametrize("style", STYLES)
def test_law_round_trip(style: str) -> None:
    @law
    @given(numerals([style]))
    def holds(drawn: tuple[str, Fraction]) -> None:
        text, value = drawn
        read = parse_number(text)
        assert read == value
        assert type(read) is Fraction

    holds()


@law
@given(st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**40))
def test_law_round_trip_of_fractions(value: Fraction) -> None:
    for style in ("zh-Hans", "zh-Hant", "zh-financial", "zh-financial-Hant", "en"):
        assert parse_number(format_number(value, style=style)) == value


@law
@given(st.integers(0, 10**16 - 1))
def test_law_agrees_with_cn2an(number: int) -> None:
    cn2an = pytest.importorskip("cn2an")
    for mode in ("low", "up"):
        assert parse_number(cn2an.an2cn(number, mode)) == number
    assert cn2an.cn2an(format_number(number), "smart") == number


@law
@given(st.integers(0, 10**30))
def test_law_short_way_and_careful_way_agree(number: int) -> None:
    text = format_number(number)
    easy = quick(text)
    assert easy is None or easy == whole(f"{text}点零")


PIECES = st.sampled_from(
    [
        *"零〇一二三两十百千万亿兆点分之又负半几廿壹佰仟萬億0123456789.,/-+ %eE½\ud800\x00",
        "half",
        " and ",
        "million ",
        "two ",
    ]
)


@law
@given(st.one_of(st.text(), st.lists(PIECES, max_size=20).map("".join)))
def test_law_any_text_is_a_value_or_a_numeral_error(text: str) -> None:
    try:
        value = parse_number(text)
    except NumeralError:
        return
    assert type(value) is Fraction


@law
@given(st.integers(1, 8), st.sampled_from(["", "十", "百", "千", "万", "百万", "亿"]))
def test_law_adjacent_digits_are_two_figures(digit: int, scale: str) -> None:
    text = format_number(digit) + format_number(digit + 1) + scale
    factor = whole(scale) if scale else 1
    assert approximate(text) == (digit * factor, (digit + 1) * factor)
    if scale:
        with pytest.raises(NumeralError):
            parse_number(text)


@pytest.mark.parametrize(
    "unit", ["9", "一", "十", "万亿", "1,111,", "一万", "one ", "million ", "point one ", "一分之", "1/"]
)
def test_law_refusal_of_long_numerals_is_quick(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        began = time.thread_time()
        with pytest.raises(NumeralError):
            parse_number(text)
        return time.thread_time() - began

    assert min(seconds(1_000_000) for _ in range(3)) < 40 * max(min(seconds(50_000) for _ in range(3)), 0.001)


@pytest.mark.parametrize("text", ["9" * LIMIT, "一" * LIMIT, "-" + "9" * (LIMIT - 1)])
def test_the_longest_numerals_are_read(text: str) -> None:
    assert abs(parse_number(text)) >= 10 ** (LIMIT - 2)


@pytest.mark.parametrize(
    ("value", "style"),
    [
        (-1, "zh-positional"),
        (Fraction(1, 2), "zh-positional"),
        (Fraction(1, 3), "en-words"),
        (10**48, "zh-Hans"),
        (1, "latin"),
        (10**39, "en-words"),
    ],
)
def test_what_a_style_cannot_write_is_refused(value: Fraction | int, style: str) -> None:
    with pytest.raises(NumeralError):
        format_number(value, style=style)


@pytest.mark.parametrize("value", [1.5, True, "1", None])
def test_only_exact_numbers_are_written(value: object) -> None:
    with pytest.raises(NumeralError):
        format_number(value)  # type: ignore[arg-type]
