"""What holds a numeral and is no quantity: idioms, names, codes, scores, telephone numbers, plan terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdoc import quantities

_PARTS = Path(__file__).with_suffix(".txt").read_text("utf-8").split("[zh]\n")[1].split("[en]\n")
CHINESE, ENGLISH = (part.splitlines() for part in _PARTS)


@pytest.mark.parametrize("text", CHINESE)
def test_chinese(text: str) -> None:
    assert [item.text for item in quantities(text)] == []


@pytest.mark.parametrize("text", [text for text in CHINESE if text != "1.概述"])  # a mark of a list only begins a line
def test_chinese_inside_a_sentence(text: str) -> None:
    found = [item.text for item in quantities(f"昨天，{text}，记者看到12头牛。")]
    assert found == ["12头"]


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert [item.text for item in quantities(text, language="en")] == []
