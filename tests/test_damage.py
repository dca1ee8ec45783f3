"""Damage a clean page, parse it, and the clean article is back: each damage by itself, then any mixture."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest
from damage import DRAWS, differences, drawn, lost
from hypothesis import given
from hypothesis import strategies as st

from newsdoc.pipeline import parse, repair
from newsdoc.strategies.drawn_pages import LANGUAGES, SHAPES, Setting, page, pages
from newsdoc.strategies.drawn_pages import settings as mixtures
from newsdoc.strategies.printing import (
    as_staircase,
    cut_lines,
    is_findable,
    spread,
    twice_each_character,
    twice_each_run,
)

if TYPE_CHECKING:
    from newsdoc.strategies.articles import ExpectedPage

FEW = max(15, DRAWS // 5)
CHINESE = ("zh-Hans", "zh-Hant")
seeds = st.integers(0, 2**32)
widths = st.integers(20, 34).map(float)
narrow = st.integers(12, 34).map(float)
gaps = st.sampled_from(("parts", "none", "lines"))


def assert_comes_back(setting: Setting, seed: int) -> None:
    """The page, damaged, is the article that it was; its characters are all there; its repairs are final."""
    text, expected = page(Random(seed), setting)
    article = parse(text)
    assert differences(article, expected) == []
    assert lost(article) == []
    assert repair(repair(text).text).edits == ()


@pytest.mark.parametrize("language", LANGUAGES)
@drawn(FEW)
@given(gaps, st.integers(0, 3), st.integers(0, 2), st.booleans(), seeds)
def test_a_clean_page(language: str, between: str, sections: int, figures: int, closing: bool, seed: int) -> None:
    setting = Setting(language, gaps=between, sections=sections, figures=figures, closing=closing)
    assert_comes_back(setting, seed)


@pytest.mark.parametrize("language", LANGUAGES)
@drawn(FEW)
@given(narrow, gaps, st.integers(0, 3), seeds)
def test_lines_cut_to_a_column(language: str, width: float, between: str, sections: int, seed: int) -> None:
    width = max(width, 20.0) if language == "en" else width
    assert_comes_back(Setting(language, width=width, gaps=between, sections=sections), seed)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("language", LANGUAGES)
@drawn(FEW)
@given(st.booleans(), st.none() | widths, st.integers(0, 2), seeds)
def test_doubled_text(
    language: str, shape: str, everywhere: bool, width: float | None, figures: int, seed: int
) -> None:
    assert_comes_back(Setting(language, width=width, shape=shape, everywhere=everywhere, figures=figures), seed)


@pytest.mark.parametrize("language", CHINESE)
@drawn(FEW)
@given(st.none() | narrow, seeds)
def test_spread_lines(language: str, width: float | None, seed: int) -> None:
    assert_comes_back(Setting(language, width=width, spaced=True), seed)


@pytest.mark.parametrize("language", LANGUAGES)
@drawn(FEW)
@given(st.none() | widths, gaps, seeds)
def test_a_sidebar_below(language: str, width: float | None, between: str, seed: int) -> None:
    assert_comes_back(Setting(language, width=width, gaps=between, sidebar="end"), seed)


@pytest.mark.parametrize("language", LANGUAGES)
@drawn(FEW)
@given(st.none() | widths, gaps, st.integers(1, 3), seeds)
def test_furniture_in_the_way(language: str, width: float | None, between: str, count: int, seed: int) -> None:
    assert_comes_back(Setting(language, width=width, gaps=between, furniture=count), seed)


def assert_nearly_all_come_back(settings: st.SearchStrategy[Setting], examples: int, least: float) -> None:
    """The share of pages that come back whole; the bound says how much of the damage is read today."""
    came: list[bool] = []
    left: list[str] = []

    @drawn(examples)
    @given(settings, seeds)
    def each(setting: Setting, seed: int) -> None:
        text, expected = page(Random(seed), setting)
        article = parse(text)
        wrong = differences(article, expected)
        assert lost(article) == []
        came.append(not wrong)
        left.extend(f"{setting}, seed {seed}: {wrong[0]}" for _ in wrong[:1])

    each()
    assert sum(came) >= least * len(came), "\n".join(left)


@pytest.mark.parametrize("language", CHINESE)
def test_a_sidebar_between_two_paragraphs(language: str) -> None:
    settings = st.builds(Setting, st.just(language), width=narrow, gaps=gaps, sidebar=st.just("between"))
    assert_nearly_all_come_back(settings, DRAWS // 2, 0.85)


@pytest.mark.parametrize("language", CHINESE)
def test_a_byline_over_several_lines(language: str) -> None:
    settings = st.builds(Setting, st.just(language), width=st.none() | narrow, gaps=gaps, upright=st.just(True))
    assert_nearly_all_come_back(settings, DRAWS // 2, 0.92)


@pytest.mark.parametrize("language", LANGUAGES)
def test_captions_among_the_paragraphs(language: str) -> None:
    settings = st.builds(Setting, st.just(language), width=st.none() | widths, gaps=gaps, figures=st.integers(1, 3))
    assert_nearly_all_come_back(settings, DRAWS // 2, 0.94)


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_mixture(language: str) -> None:
    assert_nearly_all_come_back(mixtures((language,)), DRAWS, 0.85)


def test_the_comparison_can_fail() -> None:
    text, expected = page(Random(3), Setting(figures=1, sections=1))
    article = parse(text)
    assert differences(article, expected) == []
    assert differences(article, replace(expected, headline="別的標題"))
    assert differences(article, replace(expected, people=()))
    assert differences(article, replace(expected, figures=()))
    assert differences(article, replace(expected, sections=expected.sections[:1]))
    assert differences(parse(text.replace("。", "。\n", 1)), expected)


def test_damages_are_what_they_say() -> None:
    random = Random(1)
    assert twice_each_character("一 ab", 3) == "一一一 aaabbb"
    assert twice_each_run("收割机，收获", Random(0), 2).count("，，") == 1
    assert as_staircase("摄影") == ["摄", "摄影", "影"]
    assert spread("增长5倍多") == "增 长5倍 多"
    lines = cut_lines("外" * 30 + "。", 10)
    assert [len(line) for line in lines] == [8, 10, 10, 3]
    assert not is_findable("外贸增长。", 10, "外" * 17 + "。")
    assert is_findable("外" * 15 + "。", 10, "外" * 17 + "。")
    assert len(twice_each_run("口岸外贸", random, 4)) == 16


@drawn(FEW)
@given(pages())
def test_every_drawn_page_keeps_its_characters(made: tuple[str, ExpectedPage]) -> None:
    text, expected = made
    article = parse(text)
    assert lost(article) == []
    assert expected.paragraphs()
    assert expected.language in LANGUAGES
