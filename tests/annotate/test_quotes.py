"""Laws of quotes: what holds for every text."""

from __future__ import annotations

import os
import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdoc.annotate.quotes import quotes, quotes_of

if TYPE_CHECKING:
    from newsdoc.model.annotation import Quote

DRAWS = int(os.environ.get("NEWSDOC_DRAWS", "100"))
SURNAMES, GIVEN = ["罗", "苏", "欧阳", "马"], ["晴", "海涛", "敏仪"]
VERBS = ["说", "表示", "告诉记者", "介绍", "坦言"]
CLAUSES = ["这条河去年还是黑的", "我们每天清晨五点出发", "孩子们再也不用蹚水上学", "收成比去年多了两成"]
PIECES = [
    "“",
    "”",
    "「",
    "」",
    "‘",
    "’",
    '"',
    "他",
    "说",
    "，",
    "：",
    "。",
    "县长",
    "苏晴",
    "\n",
    "said",
    " ",
    "Roe",
    "\ud800",
    "\0",
]

persons = st.builds(str.__add__, st.sampled_from(SURNAMES), st.sampled_from(GIVEN))
posts = st.sampled_from(["", "县水利局局长", "村支书", "临江纺织有限公司副总经理"])
clauses = st.sampled_from(CLAUSES)


def in_order(found: list[Quote]) -> bool:
    return all(a.start <= b.start for a, b in pairwise(found))


@settings(max_examples=DRAWS, deadline=None)
@given(st.text(max_size=120) | st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text_gives_sound_quotes(text: str) -> None:
    found = quotes(text)
    assert in_order(found)
    for number, quote in enumerate(found):
        assert text[quote.start : quote.end] == quote.text
        assert quote.text == quote.text.strip()
        assert quote.text
        assert "\n" not in quote.text
        assert quote.kind in ("direct", "partial", "indirect")
        assert (quote.speaker is None) == (quote.speaker_from is None)
        assert quote.continues is None or quote.continues < number
        for part in (quote.speaker.name, quote.speaker.title, quote.speaker.organization) if quote.speaker else ():
            assert part is None or part.strip() == part != ""


@settings(max_examples=DRAWS, deadline=None)
@given(posts, persons, st.sampled_from(VERBS), clauses)
def test_speaker_before(post: str, person: str, verb: str, clause: str) -> None:
    (quote,) = quotes(f"{post}{person}{verb}：“{clause}。”")
    assert (quote.kind, quote.text, quote.speaker_from) == ("direct", clause + "。", "name")
    assert quote.speaker is not None
    assert quote.speaker.name == person
    assert (quote.speaker.organization or "") + (quote.speaker.title or "") == post


@settings(max_examples=DRAWS, deadline=None)
@given(posts, persons, st.sampled_from(VERBS), clauses, clauses)
def test_a_split_quote_is_two_with_one_speaker(post: str, person: str, verb: str, first: str, second: str) -> None:
    one, two = quotes(f"“{first}，”{post}{person}{verb}，“{second}。”")
    assert [one.text, two.text] == [first + "，", second + "。"]
    assert one.speaker == two.speaker
    assert one.speaker is not None
    assert one.speaker.name == person
    assert (one.continues, two.continues) == (None, 0)


@settings(max_examples=DRAWS, deadline=None)
@given(posts, persons, clauses)
def test_indirect_to_the_end_of_the_sentence(post: str, person: str, clause: str) -> None:
    (quote,) = quotes(f"{post}{person}表示，{clause}。路灯也亮了。")
    assert (quote.kind, quote.text) == ("indirect", clause)
    assert quote.speaker is not None
    assert quote.speaker.name == person


@settings(max_examples=DRAWS, deadline=None)
@given(persons, st.lists(clauses, min_size=2, max_size=4))
def test_a_quote_that_runs_on_is_one_a_paragraph(person: str, said: list[str]) -> None:
    paragraphs = [f"{person}说：“{said[0]}。", *(f"“{clause}。" for clause in said[1:])]
    paragraphs[-1] += "”"
    found = [quote for quoted in quotes_of(paragraphs) for quote in quoted]
    assert [quote.text for quote in found] == [clause + "。" for clause in said]
    assert [quote.continues for quote in found] == [None, *range(len(said) - 1)]
    assert {quote.speaker.name for quote in found if quote.speaker} == {person}


@settings(max_examples=DRAWS, deadline=None)
@given(persons, clauses, st.sampled_from(["“{}”", "「{}」", '"{}"', "『{}』"]))
def test_every_pair_of_marks(person: str, clause: str, marks: str) -> None:
    (quote,) = quotes(f"{person}说：{marks.format(clause + '。')}")
    assert quote.text == clause + "。"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("说他苏晴，。：“”表示县长", max_size=30), max_size=6))
def test_paragraphs_and_lines_agree(paragraphs: list[str]) -> None:
    flat = [quote.text for quoted in quotes_of(paragraphs) for quote in quoted]
    assert flat == [quote.text for quote in quotes("\n".join(paragraphs))]


HOSTILE = {
    "opening marks": "“",
    "closing marks": "”",
    "straight marks": '"',
    "corner marks": "「",
    "nested marks": "“‘",
    "marks and verbs": "“他说",
    "verbs": "说",
    "reports": "他说，",
    "short quotes": "“好。”",
    "terms": "“一带一路”",
    "spaces": " ",
    "posts": "副主任",
    "particles": "对在向并",
    "lines": "说\n",
    "letters": "a",
    "capitals": "Aa ",
    "english quotes": 'He said "x," ',
    "english terms": "the “x” said ",
    "dots": "“a” ― A.",
    "names": "A. B. ",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_length_alone(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            quotes(text)
            best = min(best, time.process_time() - start)
        return best

    short, long = seconds(1_500), seconds(12_000)
    # Eight times the text: a quadratic pass would take 64 times as long.
    assert long < 24 * short + 0.05


@pytest.mark.parametrize(("mark", "count"), [("“", 10**6), ("「", 10**5), ('"', 10**5)])
def test_a_million_marks(mark: str, count: int) -> None:
    assert quotes(mark * count) == []
