"""English datelines, and labels in capitals that are none."""

from __future__ import annotations

import pytest

from newsdoc import parse
from newsdoc.lexicon import Lexicon
from newsdoc.recognise.dateline import dateline_at_start
from newsdoc.recognise.words import words_of

WORDS = words_of(Lexicon.load())

DATELINES = [
    ("SINGAPORE – Buses will run", None, "SINGAPORE"),
    ("SINGAPORE - Buses will run", None, "SINGAPORE"),
    ("Lodwar (Kenya) (AFP) – A herder", "AFP", "Lodwar"),
    ("OTARU, Japan (AP) — A ferry", "AP", "OTARU, Japan"),
    ("MANILA, Nov 19 (Reuters) - Nickel", "Reuters", "MANILA"),
    ("Kalokol, Kenya – Before dawn", None, "Kalokol, Kenya"),
    ("PUNE: The court", None, "PUNE"),
    ("QUELLÓN, Chile (AP) — A ferry", "AP", "QUELLÓN, Chile"),
    ("Reuters in Jakarta", "Reuters", "Jakarta"),
    ("Agence France-Presse in Kathmandu", "Agence France-Presse", "Kathmandu"),
]


@pytest.mark.parametrize(("text", "agency", "place"), DATELINES, ids=[row[0] for row in DATELINES])
def test_english_datelines(text: str, agency: str | None, place: str) -> None:
    reading = dateline_at_start(text, WORDS)
    assert reading is not None
    assert (reading.agency, reading.place) == (agency, place)


@pytest.mark.parametrize(
    "text",
    [
        "EXCLUSIVE – The minister",
        "Reuters in Jakarta said that the monkeys",
        "WATCH: A dog swims",
        "OPINION: The bridge",
        "NATO — The alliance",
        "Ada Lund – The baker",
    ],
)
def test_no_english_datelines(text: str) -> None:
    assert dateline_at_start(text, WORDS) is None


def test_a_label_and_a_colon_within_a_story_are_no_dateline() -> None:
    paragraph = "The harbour was closed for a third day on Monday and the ferries stayed at their moorings all day."
    article = parse(
        f"Ferry late again\nBy Ada Lund\n{paragraph}\nFED UP: Residents wait at the quay for the ferry.\n{paragraph}"
    )
    assert article.dateline is None
    article = parse(f"Ferry late again\nBy Ada Lund\nPUNE: {paragraph}\n{paragraph}")
    assert article.dateline is not None
    assert article.dateline.place == "PUNE"
