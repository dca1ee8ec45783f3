"""Laws and cases of align(): every sentence once and in order, omissions, splits, both directions, linear time."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdoc
from newsdoc import align
from newsdoc.bilingual.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc import Bead, Span

DRAWS = int(os.environ.get("NEWSDOC_DRAWS", "100"))
law = settings(max_examples=DRAWS, deadline=None, derandomize="NEWSDOC_DRAWS" not in os.environ)
PIECES = st.sampled_from(
    [
        "水退了",
        "3200人",
        "5月",
        "NASA",
        "。",
        "？",
        "！",
        "……",
        "”",
        "“",
        "\n",
        " ",
        "The end",
        ". ",
        "? ",
        "Mr. ",
        "1.5",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=60))

PAIRS = [
    ("云州市昨日发布汛情通报。", "Yunzhou issued a flood bulletin yesterday."),
    ("全市共转移群众4300人，开放避险点27处。", "In all 4,300 residents were moved and 27 shelters were opened."),
    ("谁来照顾老人？", "Who looks after the elderly?"),
    (
        "志愿者给每户送去了饮用水和药品，并逐一登记他们的需要。",
        "Volunteers took water and medicine to each household and noted what they needed.",
    ),
    ("“我们会留到最后一天。”队长说。", "“We shall stay until the last day,” their leader said."),
    ("8月12日，水位回落到18.6米。", "On August 12 the water level fell back to 18.6 meters."),
    ("学校将于9月1日开学。", "Schools will open on September 1."),
    (
        "市政府表示，重建资金已经到位，首批房屋年内完工。",
        "The city government said the money had arrived and the first houses would be finished within the year.",
    ),
]  # fmt: skip
TRANSLATION = "The project was finished on August 3. It serves 120,000 people."
CHINESE = [zh for zh, _ in PAIRS]
ENGLISH = [en for _, en in PAIRS]


def _texts(text: str, spans: Sequence[Span]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def _sides(beads: Sequence[Bead], source: str, translation: str) -> list[tuple[str, str]]:
    return [("".join(_texts(source, bead.source)), " ".join(_texts(translation, bead.translation))) for bead in beads]


@law
@given(TEXTS, TEXTS)
def test_law_every_sentence_lies_in_one_bead_in_order(source: str, translation: str) -> None:
    beads = align(source, translation)
    assert [span for bead in beads for span in bead.source] == sentences(source)
    assert [span for bead in beads for span in bead.translation] == sentences(translation)
    assert all(bead.source or bead.translation for bead in beads)


@law
@given(TEXTS)
def test_law_sentences_cover_every_letter_once(text: str) -> None:
    end = 0
    covered = set()
    for span in sentences(text):
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        covered.update(range(span.start, span.end))
        end = span.end
    assert all(place in covered for place, sign in enumerate(text) if not sign.isspace())


@law
@given(st.permutations(range(len(PAIRS))), st.booleans())
def test_law_a_faithful_translation_aligns_sentence_by_sentence(order: list[int], turned: bool) -> None:
    zh, en = "".join(CHINESE[i] for i in order), " ".join(ENGLISH[i] for i in order)
    got = _sides(align(en, zh), en, zh) if turned else _sides(align(zh, en), zh, en)
    expected = [(ENGLISH[i], CHINESE[i]) if turned else (CHINESE[i], ENGLISH[i]) for i in order]
    assert [("".join(a.split()), "".join(b.split())) for a, b in got] == [
        ("".join(a.split()), "".join(b.split())) for a, b in expected
    ]


@pytest.mark.parametrize("gone", range(len(PAIRS)))
def test_a_sentence_left_out_has_a_bead_of_its_own(gone: int) -> None:
    zh, en = "".join(CHINESE), " ".join(text for i, text in enumerate(ENGLISH) if i != gone)
    assert (CHINESE[gone], "") in _sides(align(zh, en), zh, en)


def test_two_sentences_for_one() -> None:
    zh = "".join(CHINESE)
    en = " ".join(ENGLISH).replace(" and 27 shelters were opened.", ". The city opened 27 shelters.")
    assert (CHINESE[1], "In all 4,300 residents were moved. The city opened 27 shelters.") in _sides(
        align(zh, en), zh, en
    )


def test_nothing_to_align() -> None:
    assert align("", "") == []
    assert _sides(align("水退了。", ""), "水退了。", "") == [("水退了。", "")]
    assert _sides(align("", "It was."), "", "It was.") == [("", "It was.")]


def test_vectors_of_the_caller_decide_where_nothing_else_does() -> None:
    zh, en = "甲事甚好。乙事甚好。丙事甚好。", "The second one is good. The third one is good."
    rows = {"甲": (1.0, 0.0, 0.0), "乙": (0.0, 1.0, 0.0), "丙": (0.0, 0.0, 1.0), "T": (0.0, 1.0, 0.0)}

    def embed(texts: Sequence[str]) -> list[tuple[float, ...]]:
        return [(0.0, 0.0, 1.0) if "third" in text else rows[text[0]] for text in texts]

    got = _sides(align(zh, en, embed=embed), zh, en)
    assert got == [
        ("甲事甚好。", ""),
        ("乙事甚好。", "The second one is good."),
        ("丙事甚好。", "The third one is good."),
    ]


def test_an_article_is_aligned_with_spans_in_its_source() -> None:
    source = "引水工程完工\n本报记者 林晓\n  本报讯 引水工程8月3日\n完工。工程惠及12万人。\n"
    beads = align(newsdoc.parse(source), TRANSLATION)
    sides = [("".join(_texts(source, bead.source)), _texts(TRANSLATION, bead.translation)) for bead in beads]
    assert ("工程惠及12万人。", ["It serves 120,000 people."]) in sides


def test_abbreviations_and_decimals_end_no_sentence() -> None:
    text = 'Mr. Hu of the U.S. team paid $3.5 million. "Fine!" he said. It ended at 5 p.m. on Sunday.'
    assert _texts(text, sentences(text)) == [
        "Mr. Hu of the U.S. team paid $3.5 million.",
        '"Fine!" he said.',
        "It ended at 5 p.m. on Sunday.",
    ]


@pytest.mark.parametrize(
    ("zh", "en"), [("甲。", "It is. "), ("有3吨。\n", "3 tons.\n"), ("？", "? "), ("a", "b"), ("“", '"')]
)
def test_the_time_grows_with_the_length(zh: str, en: str) -> None:
    def seconds(size: int) -> float:
        started = time.thread_time()
        align(zh * size, en * size)
        return time.thread_time() - started

    seconds(20)
    # Four times the text may take up to eleven times as long; what is quadratic takes sixteen times.
    for _ in range(3):
        if seconds(600) < 11 * max(seconds(150), 0.002):
            return
    pytest.fail(f"{zh!r} and {en!r} take more than linear time")
