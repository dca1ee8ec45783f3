"""Captions and lines printed again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from newsdoc.pipeline import repair
from newsdoc.repairs.likeness import likeness

CAPTION = "▲河口港新泊位昨日試航，多艘貨輪靠岸卸貨。"

TAKEN_OUT = [
    (f"{CAPTION}\n{CAPTION}\n", "a caption again"),
    (f"{CAPTION}\n▲河口港新泊位昨曰試航，多艘貨輪靠岸卸貨。\n", "with a slip of OCR"),
    (
        "▲河口港新泊位昨日試航，\n多艘貨輪靠岸卸貨。\n▲河口港新泊位昨日試航，\n多艘貨輪靠岸卸貨。\n",
        "two lines together",
    ),
    (f"{CAPTION}\n{CAPTION}\n{CAPTION}\n", "three times"),
]


@pytest.mark.parametrize(("text", "why"), TAKEN_OUT, ids=[row[1] for row in TAKEN_OUT])
def test_copies_go(text: str, why: str) -> None:
    repaired = repair(text)
    assert "".join(repaired.text.split()) == CAPTION, why
    assert repaired.text.count("\n") == repaired.text.rstrip("\n").count("\n") + 1, "no blank line is left behind"


KEPT = [
    ("图为5月10日，河口港新泊位试航。\n图为5月11日，河口港新泊位试航。\n", "another date is another caption"),
    ("大江东去\n大江东去\n", "a refrain"),
    ("0\n0\n0\n0\n", "cells of a table"),
    ("河口港货物吞吐量增长\n河口港货物吞吐量\n", "one line within another"),
]


@pytest.mark.parametrize(("text", "why"), KEPT, ids=[row[1] for row in KEPT])
def test_lines_that_only_look_alike_stay(text: str, why: str) -> None:
    assert repair(text).edits == (), why


@given(st.text("河口港新a泊b", max_size=40), st.text("河口港新a泊b", max_size=40))
def test_likeness_is_the_indel_ratio(first: str, second: str) -> None:
    assert likeness(first, second) == pytest.approx(fuzz.ratio(first, second))
