"""Stories that leave a page and come in again, with another story between."""

from __future__ import annotations

import pytest

from newsdoc import parse

STORY = """Harbour wall may
shut the old pier

By ADA LUND

LAKEMOUTH — The town council will
vote in May on a wall that would keep
the autumn storms out.
Fishermen say that the wall, which is
to cost $4 million, would block the har-
"""
OTHER = """Library to open
again on Monday

ASHTON — The public library will open
again on Monday after three weeks in
which its roof was laid anew.
Readers may bring back their books on
any day of the week, the director said.
"""
REST = """bour mouth for a year and more while
it is built.
“We cannot wait for a year,” said Omar
Hadley, who owns two boats.
"""


@pytest.mark.parametrize(
    ("turn", "jump"),
    [
        ("See WALL, Page B4", "WALL\nFrom Page B1"),
        ("Continued on Page 4", "From Page 1"),
        ("See WALL, B4", "[Wall, from B1]"),
    ],
)
def test_a_story_goes_on_behind_another(turn: str, jump: str) -> None:
    article = parse(
        f"{STORY}\n{turn}\n\n{OTHER}\nB4\n\nTUESDAY, MARCH 4, 2025\n\nLAKEMOUTH COURIER\n\n{jump}\n\n{REST}"
    )
    texts = [paragraph.text for section in article.sections for paragraph in section.paragraphs]
    assert texts[-2:] == [
        "Fishermen say that the wall, which is to cost $4 million, would block the harbour mouth for a year and more "
        "while it is built.",
        "“We cannot wait for a year,” said Omar Hadley, who owns two boats.",
    ]
    assert len(article.sidebars) == 1
    assert article.sidebars[0].headline is not None
    assert article.sidebars[0].headline.text == "Library to open again on Monday"
    assert "LAKEMOUTH COURIER" in [piece.text for piece in article.furniture]


def test_a_story_goes_on_with_its_own_name_only() -> None:
    """Of two stories that left the page, the one whose word stands over the rest goes on."""
    first = STORY.replace("har-\n", "old\n")
    second = f"{OTHER}The roof was laid by a firm from the next\ntown, which had won the contract for the\n"
    rest = "WALL\nFrom Page B1\n\nmouth of the bay, and more.\n"
    article = parse(f"{first}\nSee WALL, Page B4\n\n{second}\nSee LIBRARY, Page B5\n\n{rest}")
    texts = [paragraph.text for section in article.sections for paragraph in section.paragraphs]
    assert texts[-1].endswith("would block the old mouth of the bay, and more.")
    assert article.sidebars[0].sections[-1].paragraphs[-1].text.endswith("which had won the contract for the")


def test_under_the_line_that_turns_the_page_another_story_begins() -> None:
    box = "WHAT TO KNOW NOW\nFishermen may use the north quay from\nMay to October of next year, free of\nany charge.\n"
    article = parse(f"{STORY}\nContinued on A6\n\n{box}")
    assert [story.headline.text for story in article.sidebars if story.headline] == ["WHAT TO KNOW NOW"]
    assert [block.text for block in article.furniture] == ["Continued on A6"]
