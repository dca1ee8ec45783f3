"""Quantities and dates said in each language: what newspapers print, and the way back to value and unit."""

from __future__ import annotations

from fractions import Fraction

import pytest
from damage import DRAWS, drawn
from hypothesis import given
from hypothesis import strategies as st

import newsdoc
from newsdoc import Date, NewsdocError, NumeralError, Quantity, dates, quantities, render
from newsdoc.bilingual.rendering.words import LANGUAGES
from newsdoc.lexicon import BUILT_IN, Lexicon, forms
from newsdoc.strategies import dates as drawn_dates
from newsdoc.strategies import quantities as drawn_quantities

CHINESE = LANGUAGES[:-1]

# The language and the text that is read, the language in which it is said, what is expected, and why.
CASES = (
    ("zh-Hans", "产值48.25亿元", "en", "4.825 billion yuan", "亿 is a tenth of a billion"),
    ("zh-Hans", "产值48.25亿元", "zh-HK", "48.25億元人民幣", "in Hong Kong it must be said whose"),
    ("zh-Hans", "产值48.25亿元", "zh-TW", "人民幣48.25億元", "in Taiwan too, in front"),
    ("zh-Hans", "近60万吨", "en", "nearly 600,000 tonnes", "a modifier, a unit"),
    ("zh-Hans", "近60万吨", "zh-TW", "近60萬公噸", "the tonne of Taiwan"),
    ("zh-Hans", "约16.5万平方米", "zh-TW", "約16.5萬平方公尺", "the metre of Taiwan"),
    ("zh-Hans", "约16.5万平方米", "en", "about 165,000 square meters", "below a million in digits"),
    ("zh-Hans", "4000多万元", "zh-HK", "4,000多萬元人民幣", "open to the next step"),
    ("zh-Hans", "4000多万元", "en", "more than 40 million yuan", "English has no such form"),
    ("zh-Hans", "1.6万余人", "zh-Hans", "1.6万多人", "behind the scale word"),
    ("zh-Hans", "80%以上", "en", "at least 80 percent", "a bound behind"),
    ("zh-Hans", "80%以上", "zh-Hant", "80%以上", "a bound behind"),
    ("zh-Hans", "增长两成", "en", "20 percent", "tenths"),
    ("zh-Hans", "打八折", "en", "80 percent", "a discount is what is paid"),
    ("zh-Hans", "提高1.5个百分点", "en", "1.5 percentage points", "points"),
    ("zh-Hans", "5‰", "en", "5‰", "per mille"),
    ("zh-Hans", "20万至30万辆", "en", "200,000 to 300,000 vehicles", "a range"),
    ("zh-Hans", "6亿至8亿元", "en", "600 million to 800 million yuan", "a range of money"),
    ("zh-Hans", "8000元至1.2万元", "zh-Hans", "8000元至1.2万元", "8000至1.2万元 would lend its 万"),
    ("zh-Hans", "数十万吨", "en", "hundreds of thousands of tonnes", "only the scale"),
    ("en", "tens of thousands of tons", "zh-Hans", "数万吨", "only the scale"),
    ("zh-Hans", "每吨3600元", "en", "3,600 yuan per tonne", "a rate"),
    ("en", "70 km per hour", "zh-Hans", "每小时70公里", "a rate with a code of its own"),
    ("en", "70 km per hour", "en", "70 kilometers per hour", "in words"),
    ("zh-Hans", "零下7摄氏度", "en", "minus 7 degrees Celsius", "below zero"),
    ("en", "minus 7 degrees Celsius", "zh-HK", "零下7攝氏度", "below zero"),
    ("zh-Hans", "第14届", "en", "14th", "an ordinal, whose classifier English has not"),
    ("zh-Hans", "第22届", "zh-TW", "第22屆", "a classifier in the other script"),
    ("zh-Hans", "7岁", "en", "7 years old", "an age"),
    ("en", "7 years old", "zh-Hant", "7歲", "an age"),
    ("en", "10 months old", "zh-Hans", "10个月大", "an age in months"),
    ("zh-Hans", "增长5倍", "en", "fivefold", "a multiple"),
    ("zh-Hans", "2.5倍", "en", "2.5-fold", "a multiple"),
    ("en", "$2.4 billion", "zh-Hans", "24亿美元", "a sign in front"),
    ("en", "$2.4 billion", "zh-TW", "24億美元", "a sign in front"),
    ("zh-Hans", "2.4亿欧元", "en", "€240 million", "a sign in front"),
    ("zh-Hans", "6万亿元", "zh-TW", "人民幣6兆元", "兆 in Taiwan"),
    ("zh-Hans", "6万亿元", "zh-HK", "6萬億元人民幣", "no 兆 in Hong Kong"),
    ("zh-TW", "新台幣5億元", "en", "NT$500 million", "the dollar of Taiwan"),
    ("zh-TW", "新台幣5億元", "zh-Hans", "5亿元新台币", "the dollar of Taiwan"),
    ("zh-Hans", "三分之一", "en", "1/3", "a fraction without end"),
    ("zh-Hans", "14160人", "zh-Hans", "14160人", "in 万 it would have three places"),
    ("zh-Hans", "14160人", "zh-HK", "14,160人", "thousands are parted"),
    ("zh-Hans", "14.1178亿人", "en", "1,411,780,000 people", "1.41178 billion has too many places"),
    ("zh-HK", "1,940.01", "zh-Hans", "1,940.01", "1940.01 would be a month"),
    ("zh-HK", "2,024期", "zh-Hans", "2,024期", "2024期 would be an issue of that year"),
    ("zh-Hans", "17家", "en", "17", "English has no classifier"),
    ("zh-Hans", "17户", "en", "17 households", "this one tells what is counted"),
    ("zh-Hans", "1天", "en", "1 day", "one day"),
    ("en", "one mile", "zh-Hans", "1英里", "no conversion"),
    ("zh-Hans", "近十年", "en", "nearly 10 years", "a duration"),
)  # fmt: skip


@pytest.mark.parametrize(("source", "text", "language", "expected", "why"), CASES)
def test_quantities_as_newspapers_say_them(source: str, text: str, language: str, expected: str, why: str) -> None:
    (quantity,) = quantities(text, language=source)
    assert render(quantity, language=language) == expected, why


DATE_CASES = (
    ("2月20日至24日", "en", "February 20–24", "days of a month"),
    ("2023年2月20日至24日", "en", "February 20–24, 2023", "the year behind"),
    ("2023年2月20日至3月4日", "en", "February 20 to March 4, 2023", "days of two months"),
    ("2023年12月28日至2024年1月3日", "en", "from December 28, 2023 to January 3, 2024", "days of two years"),
    ("2023年2月20日", "zh-HK", "2023年2月20日", "the same"),
    ("Feb. 20, 2023", "zh-TW", "2023年2月20日", "from English"),
    ("2023年2月", "en", "February 2023", "a month"),
    ("今年三月", "en", "March", "without a reference the year is open"),
    ("2022年三季度", "en", "the third quarter of 2022", "a quarter"),
    ("2022年三季度", "zh-TW", "2022年第三季", "a quarter in Taiwan"),
    ("the first half of 2022", "zh-Hans", "2022年上半年", "a half"),
    ("2022年5月下旬", "en", "late May 2022", "the last third of a month"),
    ("2022年5月21日至31日", "en", "May 21–31, 2022", "the same days, told by the days"),
    ("20世纪80年代", "en", "the 1980s", "a decade"),
    ("the early 1990s", "zh-Hans", "20世纪90年代初", "a third of a decade"),
    ("十九世纪", "en", "the 19th century", "a century"),
    ("2022年春季", "en", "spring 2022", "a season"),
    ("自2019年以来", "en", "since 2019", "an open end"),
    ("since July 16, 2020", "zh-Hant", "自2020年7月16日以來", "an open end"),
    ("直到2008年", "en", "until 2008", "an open beginning"),
    ("公元前221年", "en", "221 BC", "before the era"),
    ("公元618年", "zh-TW", "西元618年", "the era by its name in Taiwan"),
    ("2023年2月20日15时30分", "en", "3:30 p.m. on February 20, 2023", "a time"),
    ("3:30 p.m. on February 20", "zh-Hans", "2月20日15时30分", "a time"),
    ("7月25日0时至24时", "en", "from 12 a.m. to 24:00 on July 25", "from midnight to midnight"),
    ("2014年至2018年", "en", "2014–2018", "years"),
    ("去年", "en", "last year", "open in every part: the word itself"),
    ("yesterday", "zh-Hant", "昨天", "the same from English"),
    ("2020年", "en", "the year 2020", "2020 alone would be read as a number"),
)


@pytest.mark.parametrize(("text", "language", "expected", "why"), DATE_CASES)
def test_dates_as_newspapers_say_them(text: str, language: str, expected: str, why: str) -> None:
    (date,) = dates(text)
    assert render(date, language=language) == expected, why


def test_years_of_the_republic() -> None:
    (date,) = dates("民國112年3月5日", language="zh-TW")
    assert render(date, language="zh-TW") == "民國112年3月5日"
    assert render(date, language="zh-Hans") == "2023年3月5日"
    assert render(date, language="en") == "March 5, 2023"


def said_again(quantity: Quantity, language: str, tag: str | None) -> Quantity:
    """What the rendering of a quantity reads as: one quantity, over the whole text."""
    text = render(quantity, language=language)
    found = quantities(text, language=tag)
    assert len(found) == 1, (text, found)
    if language != "en":  # English nouns of counts stand outside the span
        assert found[0].text == text
    return found[0]


def unit_in(quantity: Quantity, language: str) -> str | None:
    """English has no classifiers."""
    return None if language == "en" and quantity.kind in ("count", "ordinal") else quantity.unit


def check_value_and_unit(quantity: Quantity, language: str) -> None:
    for tag in (language, None):
        again = said_again(quantity, language, tag)
        assert again.value == quantity.value
        assert again.unit == unit_in(quantity, language)
        assert again.modifier == quantity.modifier
        assert again.per == quantity.per or language == "en"
        if quantity.value is None:
            assert (again.low, again.high) == (quantity.low, quantity.high)


@pytest.mark.parametrize("language", LANGUAGES)
@drawn(2 * DRAWS)
@given(drawn_quantities())
def test_quantities_of_newspapers_come_back(language: str, pair: tuple[str, object]) -> None:
    for quantity in quantities(pair[0]):
        check_value_and_unit(quantity, language)


UNITS = tuple(
    ("measure", row["code"])
    for row in BUILT_IN.rows("units")
    # 1百万年 is a million years, which is as true; 刻 (a quarter of an hour) English has not.
    if (forms(row["zh-Hans"]) or forms(row["zh-Hant"])) and row["code"] not in ("Ma", "刻")
)
MONEY = tuple(
    ("money", row["code"]) for row in BUILT_IN.rows("currencies") if row["code"] not in ("元", "$", "¥", "XBT")
)
# 块 by itself is the unit of money, 岁 an age, and quarters are dates.
_OTHER = ("块", "岁", "季度", "季")
COUNTS = tuple(
    ("count", found[0])
    for row in BUILT_IN.rows("classifiers")
    if (found := forms(row["zh-Hans"])) and found[0] not in _OTHER
)
REST = (
    ("percent", "%"), ("percent", "[ppth]"), ("percent", "[pp]"), ("multiple", "倍"), ("age", "a"), ("age", "mo"),
    ("number", None), ("count", None),
)  # fmt: skip
MODIFIERS = (None, "nearly", "about", "more", "less", "at_least", "at_most")


def values() -> st.SearchStrategy[Fraction]:
    """Figures as they occur: short ones, round ones, long ones, with places, and simple fractions."""
    whole = st.one_of(st.integers(0, 3000), st.integers(0, 10**13))
    rounded = st.builds(lambda number, power: number * 10**power, st.integers(1, 9999), st.integers(0, 12))
    places = st.builds(lambda number, power: Fraction(number, 10**power), st.integers(0, 10**6), st.integers(1, 4))
    return st.one_of(
        whole.map(Fraction), rounded.map(Fraction), places, st.sampled_from([Fraction(1, 3), Fraction(7, 3)])
    )


@st.composite
def any_quantity(draw: st.DrawFn) -> Quantity:
    kind, unit = draw(st.sampled_from(UNITS) | st.sampled_from(MONEY) | st.sampled_from(COUNTS) | st.sampled_from(REST))
    value = draw(values())
    modifier = draw(st.sampled_from(MODIFIERS)) if value.denominator != 3 and value else None
    low = value if modifier in ("more", "at_least") else None
    high = value if modifier in ("less", "nearly", "at_most") else None
    return Quantity(0, 0, "", kind, value, low, high, unit, None, modifier)


@pytest.mark.parametrize("language", LANGUAGES)
@drawn(2 * DRAWS)
@given(quantity=any_quantity())
def test_every_unit_comes_back(language: str, quantity: Quantity) -> None:
    check_value_and_unit(quantity, language)


@st.composite
def ranges(draw: st.DrawFn) -> Quantity:
    kind, unit = draw(st.sampled_from((*UNITS[:12], *MONEY[:8], *COUNTS[:20], ("percent", "%"), ("age", "a"))))
    scale = draw(st.sampled_from([1, 10, 100, 10**4, 10**6, 10**8]))
    low = Fraction(draw(st.integers(1, 99)) * scale)
    high = low + draw(st.integers(1, 99)) * scale
    return Quantity(0, 0, "", kind, None, low, high, unit)


@pytest.mark.parametrize("language", LANGUAGES)
@drawn(DRAWS)
@given(quantity=ranges())
def test_ranges_come_back(language: str, quantity: Quantity) -> None:
    check_value_and_unit(quantity, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["200多人", "3000多万元", "1.6万余人", "十几天", "5倍多", "三年多", "150多万吨", "2000余公里", "一百多岁"]
)
def test_open_figures_keep_their_bounds_in_chinese(language: str, text: str) -> None:
    (quantity,) = quantities(text)
    again = said_again(quantity, language, language)
    assert (again.value, again.low, again.modifier) == (quantity.value, quantity.low, "more")
    assert again.high == (None if language == "en" else quantity.high)


def told(date: Date) -> bool:
    """Whether a date says more than a day of an open month, which English cannot be read back from."""
    return "XX-XX" not in date.edtf and not date.edtf.startswith("XXXX-2")


@pytest.mark.parametrize("language", LANGUAGES)
@drawn(2 * DRAWS)
@given(drawn_dates())
def test_dates_come_back(language: str, pair: tuple[str, object]) -> None:
    for date in dates(pair[0]):
        if not told(date) and language == "en":
            continue
        try:
            text = render(date, language=language)
        except NewsdocError:
            assert "X" in date.edtf
            continue
        for tag in (language, None) if date.calendar != "roc" else (language,):
            assert [found.edtf for found in dates(text, language=tag)] == [date.edtf], text


@st.composite
def points(draw: st.DrawFn) -> str:
    year = draw(st.sampled_from(["XXXX", "1949", "1999", "2008", "2023", "2024", "0618", "-0220"]))
    month = draw(st.integers(1, 12))
    day = draw(st.integers(1, 28))
    clock = f"T{draw(st.integers(0, 23)):02d}:{draw(st.sampled_from([0, 5, 30])):02d}:00"
    days = [f"{year}-{month:02d}", f"{year}-{month:02d}-{day:02d}"]
    if not year.startswith(("1", "2", "X")):
        return year
    if year != "XXXX":
        days += [f"{year}-{month:02d}-{day:02d}{clock}", f"{year}-{draw(st.integers(21, 24))}"]
    return draw(st.sampled_from(days if year == "XXXX" else [year, *days]))


@pytest.mark.parametrize("language", LANGUAGES)
@drawn(2 * DRAWS)
@given(edtf=points())
def test_points_in_time_come_back(language: str, edtf: str) -> None:
    text = render(Date(0, 0, "", edtf), language=language)
    assert [found.edtf for found in dates(text, language=language)] == [edtf], text


@pytest.mark.parametrize("language", LANGUAGES)
@drawn(2 * DRAWS)
@given(data=st.data())
def test_intervals_come_back(language: str, data: st.DataObject) -> None:
    years = data.draw(st.tuples(st.integers(1900, 2100), st.integers(1, 50)))
    first = (years[0], data.draw(st.integers(1, 12)), data.draw(st.integers(1, 28)))
    last = (
        years[0] + data.draw(st.sampled_from([0, years[1]])),
        data.draw(st.integers(1, 12)),
        data.draw(st.integers(1, 28)),
    )
    depth = data.draw(st.integers(1, 3))
    ends = sorted({first[:depth], last[:depth]})
    written = ["-".join(f"{part:02d}" for part in end) for end in ends]
    edtf = data.draw(st.sampled_from(["/".join(written), f"{written[0]}/..", f"../{written[0]}"]))
    text = render(Date(0, 0, "", edtf), language=language)
    assert [found.edtf for found in dates(text, language=language)] == [edtf], text


@drawn(2 * DRAWS)
@given(
    st.builds(
        Quantity,
        st.just(0),
        st.just(0),
        st.text(max_size=8),
        st.sampled_from(["money", "measure", "count", "percent", "ordinal", "age", "multiple", "number", "odd", ""]),
        st.none() | st.fractions() | st.integers().map(Fraction),
        st.none() | st.fractions(),
        st.none() | st.fractions(),
        st.none()
        | st.text(st.characters(exclude_categories=[]), max_size=4)
        | st.sampled_from(["km/h", "/km2", "t/", "/"]),
        st.none() | st.text(max_size=3),
        st.none() | st.sampled_from(MODIFIERS) | st.text(max_size=3),
        st.none(),
        st.none(),
        st.none() | st.text(max_size=3) | st.sampled_from(["t", "mo", "人"]),
    ),
    st.sampled_from(LANGUAGES),
)
def test_any_quantity_is_said_or_refused(quantity: Quantity, language: str) -> None:
    try:
        assert render(quantity, language=language)
    except NewsdocError:
        states_nothing = quantity.value is None and quantity.low is None and quantity.high is None
        numbers = [quantity.value, quantity.low, quantity.high]
        assert states_nothing or any(n is not None and max(abs(n), n.denominator) >= 10**48 for n in numbers)


@drawn(2 * DRAWS)
@given(
    st.text(max_size=12)
    | st.from_regex(
        r"-?[\dX]{4}(-[\dX]{2}(-[\dX]{2}(T\d\d:\d\d:\d\d)?)?)?(/-?[\dX]{4}(-[\dX]{2}){0,2})?", fullmatch=True
    ),
    st.sampled_from(LANGUAGES),
    st.sampled_from(["gregorian", "roc", "lunar", ""]),
)
def test_any_date_is_said_or_refused(edtf: str, language: str, calendar: str) -> None:
    try:
        assert render(Date(0, 0, "", edtf, calendar=calendar), language=language)
    except NewsdocError:
        assert edtf not in ("2023", "2023-02-20", "2023/2024")


def test_what_is_refused() -> None:
    (quantity,) = quantities("5吨")
    for language in ("fr", "", "zh", "zh-Latn", None, "\ud800"):
        with pytest.raises(NewsdocError, match="no language"):
            render(quantity, language=language)
    for style in ("rounded", "", None):
        with pytest.raises(NewsdocError, match="no style"):
            render(quantity, language="en", style=style)
    with pytest.raises(NewsdocError, match="neither a Quantity nor a Date"):
        render("5吨", language="en")  # type: ignore[arg-type]
    with pytest.raises(NewsdocError, match="nothing"):
        render(Date(0, 2, "月底", "XXXX-XX-21/XXXX-XX-XX", resolved=False), language="en")
    with pytest.raises(NumeralError):
        render(Quantity(0, 0, "", "number", Fraction(10**48)), language="en")


def test_words_of_the_user_win(tmp_path: object) -> None:
    file = tmp_path / "mine.tsv"  # type: ignore[operator]
    file.write_text("[sayings]\nkind\tcode\tzh-Hans\ten\nunit\tt\t公吨\tmetric ton|metric tons\n", "utf-8")
    lexicon = Lexicon.load(file)
    (quantity,) = quantities("近60万吨")
    assert render(quantity, language="en", lexicon=lexicon) == "nearly 600,000 metric tons"
    assert render(quantity, language="zh-Hans", lexicon=lexicon) == "近60万公吨"
    assert render(quantity, language="zh-TW", lexicon=lexicon) == "近60萬公噸"


def test_public_name() -> None:
    assert newsdoc.render is render
