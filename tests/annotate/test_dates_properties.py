"""What holds of dates() whatever the text."""

from __future__ import annotations

import datetime
import os
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdoc import NewsdocError
from newsdoc.annotate.date.resolve import day_number, settle
from newsdoc.annotate.date.value import (
    day_of_number,
    day_point,
    first_day,
    month_length,
    number_of_day,
    shift_months,
    single,
)
from newsdoc.annotate.dates import dates
from newsdoc.strategies.drawn_dates import dates as drawn_dates

DRAWS = int(os.environ.get("NEWSDOC_DRAWS", "100"))
REFERENCES = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))
PIECES = st.sampled_from(
    [
        *"年月日号至—、今去上下周三初底前后半第闰廿十零〇两千元起自从和晚点分时个多几-/.:：,()（）'\ud800\x00\n²٣１İſ𠀀",
        *(
            "1",
            "2",
            "10",
            "31",
            "2023",
            "99",
            "00",
            "星期",
            "世纪",
            "季度",
            "农历",
            "正月",
            "初一",
            "公元前",
            "民国",
            "每年",
        ),
        *(
            "以来",
            "之间",
            "May",
            "March",
            "first",
            "the",
            "of",
            "last",
            "next",
            "year",
            "month",
            "in",
            "since",
            "until",
        ),
        *("Friday", "Sat.", "twenty", "oh", "s", "Q1", "H2", "BC", "AD", "century", "early", "12:30", "pm"),
    ]
)
FRAMES = {
    "zh-Hans": ("{}", "据统计，{}，全国粮食增产。", "（{}）", "记者{}获悉"),
    "zh-Hant": ("{}", "據統計，{}，全國糧食增產。", "（{}）"),
    "en": ("{}", "Officials said it began {} in the north.", "({})", "It ended {}."),
}


@given(st.data(), st.sampled_from(sorted(FRAMES)))
@settings(max_examples=2 * DRAWS, deadline=None)
def test_what_the_strategy_draws_is_read_alone_and_in_a_sentence(data: st.DataObject, language: str) -> None:
    text, edtf = data.draw(drawn_dates((language,)))
    sentence = data.draw(st.sampled_from(FRAMES[language])).format(text)
    found = dates(sentence, language=language)
    assert [date.edtf for date in found] == [edtf]
    assert text in (found[0].text, found[0].text.removeprefix("自"), f"in {found[0].text}")
    assert found[0].resolved == ("XXXX" not in edtf)


def check_spans(text: str, reference: datetime.date | None, language: str | None) -> None:
    end = 0
    for date in dates(text, reference=reference, language=language):
        assert end <= date.start < date.end <= len(text)
        assert text[date.start : date.end] == date.text
        assert date.calendar in ("gregorian", "roc", "lunar")
        end = date.end


@given(st.text(), st.none() | REFERENCES)
@settings(max_examples=2 * DRAWS, deadline=None)
def test_any_text_gives_spans_of_the_text(text: str, reference: datetime.date | None) -> None:
    check_spans(text, reference, None)


@given(
    st.lists(PIECES, max_size=10),
    st.sampled_from(["", " "]),
    st.none() | REFERENCES,
    st.sampled_from([None, "en-GB", "en-US", "zh-TW", "zh-Hans", "??"]),
)
@settings(max_examples=2 * DRAWS, deadline=None)
def test_any_heap_of_pieces_gives_spans_of_the_text(
    pieces: list[str], joint: str, reference: datetime.date | None, language: str | None
) -> None:
    check_spans(joint.join(pieces), reference, language)


@given(REFERENCES, st.dates(datetime.date(2000, 1, 1), datetime.date(2000, 12, 31)))
@settings(max_examples=2 * DRAWS, deadline=None)
def test_a_date_without_a_year_is_as_near_as_can_be(reference: datetime.date, day: datetime.date) -> None:
    settled = settle(single(day_point(None, day.month, day.day)), reference).first
    here, distance = day_number(reference), abs((first_day(settled) or 0) - day_number(reference))
    for year in range(reference.year - 8, reference.year + 9):
        if day.day <= month_length(year, day.month):
            assert distance <= abs(number_of_day(year, day.month, day.day) - here)


@given(st.dates(), st.integers(-4000, 4000))
@settings(max_examples=DRAWS, deadline=None)
def test_the_calendar_is_that_of_datetime(day: datetime.date, months: int) -> None:
    number = number_of_day(day.year, day.month, day.day)
    assert number == (day - datetime.date(1970, 1, 1)).days
    assert day_of_number(number) == (day.year, day.month, day.day)
    year, month = shift_months(day.year, day.month, months)
    assert shift_months(year, month, -months) == (day.year, day.month)


@given(drawn_dates(("zh-Hans",)), st.text(alphabet="，。的了在于人", max_size=5))
@settings(max_examples=DRAWS, deadline=None)
def test_without_a_reference_nothing_is_resolved_that_the_text_does_not_say(pair: tuple[str, str], tail: str) -> None:
    for words in ("去年", "上月", "昨天", "3月5日", "周三", "24日"):
        found = dates(f"{words}。{tail}{pair[0]}")
        assert not found[0].resolved
        assert found[0].edtf.startswith("XXXX")


@pytest.mark.parametrize("reference", ["yesterday", "2023-13-01", "2023", "", "20.03.2023", "\ud800", "2023-02-30"])
def test_a_bad_reference_says_what_would_do(reference: str) -> None:
    with pytest.raises(NewsdocError, match="ISO date"):
        dates("今天", reference=reference)


@pytest.mark.parametrize("reference", ["2023-03-21", datetime.date(2023, 3, 21), "2023-03-21T10:00:00"])
def test_a_reference_is_a_date_or_an_iso_string(reference: datetime.date | str) -> None:
    assert [date.edtf for date in dates("昨天", reference=reference)] == ["2023-03-20"]


def test_languages_without_forms_are_refused() -> None:
    with pytest.raises(ValueError, match="zh-Hans"):
        drawn_dates(("fr",))


HOSTILE = [
    *"1十一年今月上周前(《\u3000",
    *("the ", "1 ", "1-", "1/", "May ", "twenty ", "from ", "since ", "in ", "last ", "'9", "12:", "day of ", "of "),
    *("1月", "1日、", "10月1日至", "2019—", "公元", "民国", "每年", "1 月 ", "0时"),
]


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_time_is_linear_in_the_length(unit: str) -> None:
    """Eight times the text may take at most three times eight times as long, the best of three runs counting."""
    dates(unit * 50)
    small, large = unit * (1000 // len(unit)), unit * (8000 // len(unit))

    def seconds(text: str) -> float:
        best = float("inf")
        for _ in range(3):
            began = time.process_time()
            dates(text, reference="2023-03-21")
            best = min(best, time.process_time() - began)
        return best

    assert seconds(large) <= 24 * seconds(small) + 0.02


def test_a_million_equal_signs_are_read() -> None:
    for sign, count in zip("1十今(a", (10**6, 10**5, 10**5, 10**5, 10**5), strict=True):
        assert dates(sign * count) == []
