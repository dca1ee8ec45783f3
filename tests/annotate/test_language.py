"""The language and region of every page of our own, which its name tells."""

import json
from pathlib import Path

import pytest

from newsdoc.annotate.language import language_of

PAGES = sorted((Path(__file__).parents[1] / "pages").glob("*.txt"))
NAMED = {"mo": "zh-Hant", "en": "en", "hk": "zh-Hant-HK", "tw": "zh-Hant-TW"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_language_of_a_page(page: Path) -> None:
    labelled = json.loads(page.with_suffix(".gold.json").read_text("utf-8"))["language"]
    found = language_of(page.read_text("utf-8"))
    assert found is not None
    expected = NAMED.get(page.stem.partition("-")[0]) or ("en" if labelled.startswith("en") else labelled)
    # A region that no word of the page tells is left out, of the page or of its label.
    assert expected.startswith(found) or found.startswith(expected)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", None),
        ("1234 --- 56", None),
        ("山水", "zh-Hans"),
        ("預算", "zh-Hant"),
        ("台北消防局表示，香港義工與香港警方、香港商會今晨抵達，民眾與志工到場，捷運停駛", "zh-Hant-TW"),
        ("本港消防處報道，台北來客今晨獲救", "zh-Hant-HK"),
        ("The 海关 said on Monday that trade had grown.", "en"),
    ],
)
def test_language_of_a_text(text: str, language: str | None) -> None:
    assert language_of(text) == language
