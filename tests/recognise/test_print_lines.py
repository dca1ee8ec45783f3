"""Lines of English print that are no text: jump heads, indexes, staff boxes, parted headers."""

from __future__ import annotations

import pytest
from recognise.readings import kinds

TEXT = "The harbour was closed for a third"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TEXT}\nHARBOUR\nFROM PAGE A1\n{TEXT}", ["-", "furniture", "furniture", "-"]),
        (f"{TEXT}\n[Harbour, from A1]\n{TEXT}", ["-", "furniture", "-"]),
        (f"{TEXT}\nINDEX\nArts B5 | Comics C8 | Sports D1\n{TEXT}", ["-", "furniture", "furniture", "-"]),
        (f"{TEXT}\nEditorial Comment: Page 17\n{TEXT}", ["-", "furniture", "-"]),
        (f"{TEXT}\n___\n{TEXT}", ["-", "furniture", "-"]),
        (f"A4 CITY           Friday, October 13, 2023 South China Morning Post\n{TEXT}", ["furniture", "-"]),
        (f"THE HINDU\nFRIDAY, OCTOBER 13, 2023\n{TEXT}", ["furniture", "furniture", "-"]),
        (
            f"{TEXT}\nTHE HARBOUR COURIER\nFounded in 1887\nAda Lund, Publisher\nTom Reyes, Editor\n{TEXT}",
            ["-", "furniture", "furniture", "furniture", "furniture", "-"],
        ),
        (f"{TEXT}\nLETTERS TO THE EDITOR\n{TEXT}", ["-", "rubric", "-"]),
        (f"{TEXT}\nFrom Lima\nthe ferry\n{TEXT}", ["-", "-", "-", "-"]),
        (f"{TEXT}\nMay 5, June 6, July 7\n{TEXT}", ["-", "-", "-"]),
        (f"{TEXT}\nAda Lund, Editor\n{TEXT}", ["-", "-", "-"]),
        (f"{TEXT}\nFounded in haste\n{TEXT}", ["-", "-", "-"]),
    ],
)
def test_lines_of_print(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected
