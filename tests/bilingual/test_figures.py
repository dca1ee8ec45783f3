"""Laws of check_figures(): any text, aligned sides, exactness, both directions, silence on itself, linear time."""

from __future__ import annotations

import os
import time
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdoc
from newsdoc import check_figures

if TYPE_CHECKING:
    from newsdoc import FigureReport, Side

DRAWS = int(os.environ.get("NEWSDOC_DRAWS", "100"))
law = settings(max_examples=DRAWS, deadline=None, derandomize="NEWSDOC_DRAWS" not in os.environ)
CHINESE_WORDS = """3 3.5 12 400 2019 万 亿 千 百 年 7月 26日 8时 人 元 美元 吨 亩 公里 % 成 倍 多 余 约 近 超 几 数 第
两 （ ） 、 ， 。"""
ENGLISH_WORDS = """3 3.5 12 400 2019 million billion hundred thousands dozen about nearly over percent yuan tons
hectares July 26th of ( ) , . half doubled both to - $ people 8:30 p.m."""
MONTHS = """January February March April May June July August September October November December"""
CHINESE = st.sampled_from([*CHINESE_WORDS.split(), "\n"])
ENGLISH = st.sampled_from([*ENGLISH_WORDS.split(), "\n"])
ANYTHING = st.one_of(st.text(), st.text("0123456789.,%万亿年月日 \n\ud800\x00٣²½"))
CHINESE_TEXTS = st.one_of(st.lists(CHINESE, max_size=24).map("".join), ANYTHING)
ENGLISH_TEXTS = st.one_of(st.lists(ENGLISH, max_size=24).map(" ".join), ANYTHING)
KINDS = {"mis_scaled", "changed", "missing", "added"}


def _sides(report: FigureReport) -> list[tuple[Side | None, Side | None]]:
    return [*((f.source, f.translation) for f in report.findings), *report.matched]


@law
@given(CHINESE_TEXTS, ENGLISH_TEXTS, st.booleans())
def test_law_any_two_texts_give_aligned_exact_findings(zh: str, en: str, turned: bool) -> None:
    source, translation = (en, zh) if turned else (zh, en)
    report = check_figures(source, translation)
    for finding in report.findings:
        assert finding.kind in KINDS
        assert finding.severity in ("high", "low")
        assert finding.reason
        assert finding.ratio is None or type(finding.ratio) is Fraction
        assert (finding.source is None) == (finding.kind == "added")
        assert (finding.translation is None) == (finding.kind == "missing")
        assert finding.kind != "mis_scaled" or finding.severity == "high"
    for first, second in _sides(report):
        for side, text in ((first, source), (second, translation)):
            if side is not None:
                assert 0 <= side.start < side.end <= len(text)
                assert text[side.start : side.end] == side.text
                assert side.value is None or type(side.value) is Fraction
    assert report.ok == all(finding.severity == "low" for finding in report.findings)


@law
@given(CHINESE_TEXTS, ENGLISH_TEXTS)
def test_law_the_same_texts_give_the_same_report(zh: str, en: str) -> None:
    assert check_figures(zh, en) == check_figures(zh, en)


@law
@given(st.one_of(CHINESE_TEXTS, ENGLISH_TEXTS))
def test_law_a_text_agrees_with_itself(text: str) -> None:
    assert check_figures(text, text).findings == ()


@law
@given(
    st.integers(100, 99_999),
    st.sampled_from([("万", 4), ("亿", 8)]),
    st.sampled_from([("million", 6), ("billion", 9), ("trillion", 12)]),
    st.sampled_from([("人", "people"), ("元", "yuan"), ("吨", "tonnes")]),
)
def test_law_scales_of_two_languages_are_compared_by_value(
    digits: int, zh: tuple[str, int], en: tuple[str, int], unit: tuple[str, str]
) -> None:
    value = Fraction(digits, 100) * 10 ** zh[1]
    source = f"共计{digits // 100}.{digits % 100:02d}{zh[0]}{unit[0]}。"
    right = f"A total of {_decimal(value / 10 ** en[1])} {en[0]} {unit[1]}."
    assert check_figures(source, right).findings == ()
    (finding,) = check_figures(source, f"A total of {_decimal(value / 10 ** (en[1] - 1))} {en[0]} {unit[1]}.").findings
    assert (finding.kind, finding.severity, finding.ratio) == ("mis_scaled", "high", 10)
    (finding,) = check_figures(source, "It was a total of all there was.").findings
    assert (finding.kind, finding.severity) == ("missing", "high")


def _decimal(value: Fraction) -> str:
    """A number with a finite decimal expansion, written out."""
    places = next(n for n in range(30) if 10**n % value.denominator == 0)
    digits = str(value * 10**places).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


@law
@given(st.integers(1, 12), st.integers(1, 28), st.integers(1950, 2030), st.integers(1, 9))
def test_law_a_changed_day_is_low_and_a_changed_year_high(month: int, day: int, year: int, shift: int) -> None:
    names = MONTHS.split()
    source = f"工程{year}年{month}月{day}日开工。"
    said = f"Work began on {names[month - 1]} {{}}, {{}}."
    assert check_figures(source, said.format(day, year)).findings == ()
    (finding,) = check_figures(source, said.format(day, year + shift)).findings
    assert (finding.kind, finding.severity, finding.ratio) == ("changed", "high", None)
    other = day + shift if day + shift <= 28 else day - shift
    (finding,) = check_figures(source, said.format(other, year)).findings
    assert (finding.kind, finding.severity) == ("changed", "low")


def test_an_article_is_checked_with_offsets_in_its_source() -> None:
    source = (
        "引水工程完工\n本报记者 林晓\n  本报讯 记者从市水务局获悉，引水工程8月3日\n完工，总投资4.5亿元，惠及12万人。\n"
    )
    article = newsdoc.parse(source)
    report = check_figures(
        article, "The project, which cost 45 million yuan, was finished on Aug 3 and serves 120,000 people."
    )
    (finding,) = report.findings
    assert (finding.kind, finding.ratio) == ("mis_scaled", Fraction(1, 10))
    assert finding.source is not None
    assert source[finding.source.start : finding.source.end] == finding.source.text == "4.5亿元"
    back = check_figures("The project cost 450 million yuan.", article)
    assert back.findings == () or all(finding.kind == "added" for finding in back.findings)


HOSTILE = [
    ("3", "3"),
    ("3吨", "3 t "),
    ("5月", "5 May "),
    ("7亿", "7,"),
    ("数亿、", "billions, "),
    ("一", "one "),
    ("3000。", "4,000. "),
    ("(5元", "($5 "),
    ("2019年，", "2018, "),
    ("3-", "3-"),
    ("。", ". "),
    ("8:30", "8:30 "),
]


@pytest.mark.parametrize(("zh", "en"), HOSTILE)
def test_the_time_grows_with_the_length(zh: str, en: str) -> None:
    def seconds(size: int) -> float:
        started = time.thread_time()
        check_figures(zh * (size // len(zh)), en * (size // len(en)))
        return time.thread_time() - started

    seconds(200)
    small, large = 500, 4_000
    # Eight times the text may take up to twenty-four times as long; what is quadratic takes sixty-four times.
    for _ in range(3):
        if seconds(large) < 24 * max(seconds(small), 0.002):
            return
    pytest.fail(f"{zh!r} and {en!r} take more than linear time")
