"""Numerals, one by one: input, value, why it is in the table."""

from __future__ import annotations

from fractions import Fraction

import pytest

from newsdoc import NumeralError, format_number, parse_number

CASES = [
    ("八千零六", "8006", "零 over one place"),
    ("八千六", "8600", "the last unit unsaid"),
    ("七万三", "73000", "unsaid behind 万"),
    ("七万零三", "70003", "零 says that nothing is unsaid"),
    ("六百四", "640", "news reading, not 604"),
    ("廿七", "27", "contracted twenty"),
    ("卅一", "31", "contracted thirty"),
    ("卌五", "45", "contracted forty"),
    ("两千零八", "2008", "两"),
    ("俩", "2", "俩"),
    ("仨", "3", "仨"),
    ("一九七八", "1978", "digit by digit"),
    ("二〇三五", "2035", "positional with 〇"),
    ("玖仟捌佰柒拾陆", "9876", "financial"),
    ("參佰貳拾伍萬", "3250000", "financial, traditional"),
    ("三亿六千万", "360000000", "missing 零 between groups"),
    ("五万亿", "5000000000000", "万 times 亿"),
    ("七兆二千億", "7200000000000", "兆 is 10^12"),
    ("6千5百", "6500", "Arabic digits, Chinese units"),
    ("8.75亿", "875000000", "decimals before a unit"),
    ("1,350万", "13500000", "grouping commas"),
    ("６２.５万", "625000", "full width"),
    ("四点〇七", "407/100", "decimal"),
    ("负八点二五", "-33/4", "sign"),
    ("零下七", "-7", "below zero"),
    ("七分之三", "3/7", "fraction"),
    ("二又四分之三", "11/4", "mixed"),
    ("百分之四十五", "9/20", "percent as a share"),
    ("千分之六", "3/500", "per mille as a share"),
    ("一半", "1/2", "half"),
    ("3 亿", "300000000", "a typesetting space"),
    ("四五百", None, "two figures"),
    ("十六七", None, "two figures"),
    ("三点", None, "nothing behind the point"),
    ("几百", None, "no figure"),
    ("", None, "empty"),
    ("七分之", None, "no numerator"),
    ("零分之三", None, "denominator of zero"),
    ("1,35万", None, "commas that part no thousands"),
    ("7 million", "7000000", "scale word"),
    ("3.25bn", "3250000000", "abbreviated scale"),
    ("one thousand and six", "1006", "and"),
    ("ninety-three", "93", "hyphen"),
    ("two and a half", "5/2", "a half behind and"),
    ("three quarters", "3/4", "fraction in words"),
    ("a third", "1/3", "fraction with an article"),
    ("half a billion", "500000000", "half of a scale"),
    ("a quarter of a million", "250000", "quarter of a scale"),
    ("six dozen", "72", "dozen"),
    ("seven point oh five", "141/20", "spoken decimals"),
    ("minus forty", "-40", "sign in words"),
    ("4 1/8", "33/8", "mixed digits"),
    ("⅝", "5/8", "one glyph"),
    ("2.5e3", "2500", "exponent"),
    ("5 lakh", "500000", "Indian scale"),
    ("11,50,000", "1150000", "Indian grouping"),
    ("fifty-first", "51", "ordinal word"),
    ("112th", "112", "ordinal in digits"),
    ("3 and 5", None, "two numerals"),
    ("twenty forty", None, "two numerals"),
    ("1..5", None, "two points"),
    ("seven apples", None, "more than a numeral"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[0] or "empty" for case in CASES])
def test_parse(text: str, expected: str | None, why: str) -> None:
    if expected is None:
        with pytest.raises(NumeralError):
            parse_number(text)
    else:
        assert parse_number(text) == Fraction(expected), why


@pytest.mark.parametrize(
    ("value", "style", "expected"),
    [
        (10, "zh-Hans", "十"),
        (110, "zh-Hans", "一百一十"),
        (100_010, "zh-Hans", "十万零一十"),
        (20_000_000_300, "zh-Hans", "二百亿零三百"),
        (30_600, "zh-Hant", "三萬零六百"),
        (20_450, "zh-financial", "贰万零肆佰伍拾"),
        (20_450, "zh-financial-Hant", "貳萬零肆佰伍拾"),
        (10, "zh-financial", "壹拾"),
        (2031, "zh-positional", "二〇三一"),
        (Fraction("0.25"), "zh-Hans", "零点二五"),
        (Fraction(5, 3), "zh-Hans", "一又三分之二"),
        (1_234_567, "en", "1,234,567"),
        (Fraction("-0.5"), "en", "-0.5"),
        (Fraction(1, 7), "en", "1/7"),
        (1_000_021, "en-words", "one million twenty-one"),
        (Fraction("3.04"), "en-words", "three point zero four"),
        (35_000_000, "compact-zh", "3500万"),
        (2_500_000, "compact-en", "2.5 million"),
        (950, "compact-en", "950"),
    ],
)
def test_format(value: Fraction | int, style: str, expected: str) -> None:
    assert format_number(value, style=style) == expected


def test_the_message_says_what_is_wrong() -> None:
    with pytest.raises(NumeralError, match="two figures"):
        parse_number("七八十")
    with pytest.raises(NumeralError, match="longer than"):
        parse_number("9" * 2000)
