"""Columns that spaces keep apart on the lines of a text, and what only looks like such columns."""

from __future__ import annotations

import pytest
from damage import lost, misaligned

from newsdoc import parse
from newsdoc.readers.lines import page_of
from newsdoc.readers.side_by_side import in_columns

LEFT = ("The ferry to the island was late", "again for the third day, and its", "only shop has run out of bread.")
MIDDLE = ("   The baker said that he had not", "seen such a winter since he was", "a boy, and blamed the old boat.")
RIGHT = ("   A new pier is planned for May,", "the council says. Nobody on the", "quay believed a word of it then.")
ENGLISH = (*LEFT, *MIDDLE, *RIGHT)
HAN = (
    "   渡船連續第三日誤點，島上",
    "唯一的店舖已經沒有麵包。",
    "   麵包師說，他從未見過這樣",
    "的冬天，又怪罪那條老船。",
)


def beside(*columns: tuple[str, ...], width: int = 40) -> str:
    rows = max(len(column) for column in columns)
    cells = [[*column, *[""] * (rows - len(column))] for column in columns]
    return "\n".join("".join(cell.ljust(width) for cell in row).rstrip() for row in zip(*cells, strict=True))


def texts(text: str) -> list[str]:
    return [line.text.text for line in in_columns(page_of(text)).lines]


def plain(column: tuple[str, ...]) -> list[str]:
    return [line.strip() for line in column]


@pytest.mark.parametrize(
    "columns",
    [(ENGLISH, ENGLISH[3:] + ENGLISH[:3]), (ENGLISH, ENGLISH[:7]), (ENGLISH[:6], ENGLISH), (HAN, HAN), (ENGLISH,) * 3],
    ids=["two", "right shorter", "left shorter", "Chinese", "three"],
)
def test_columns_follow_each_other(columns: tuple[tuple[str, ...], ...]) -> None:
    assert texts(beside(*columns)) == [line for column in columns for line in plain(column)]


def test_a_headline_across_parts_two_stories() -> None:
    first, second = beside(ENGLISH, ENGLISH), beside(ENGLISH[:5], ENGLISH[:5])
    page = f"Ferry late again\n\n{first}\n\n\nA second story under a title of its own\n{second}"
    lines = plain(ENGLISH)
    title = "A second story under a title of its own"
    assert texts(page) == ["Ferry late again", *lines, *lines, title, *lines[:5], *lines[:5]]


@pytest.mark.parametrize(
    "text",
    [
        beside(("Rovers", "United", "Albion", "Town", "City"), ("3", "1", "0", "2", "2")),
        beside(("12 May 1998", "13 May 1998", "14 May 1998", "15 May 1998"), ("1,204.5   33.2",) * 4),
        beside(LEFT, LEFT),
        "\n".join(ENGLISH),
        "\n".join(f"{line}  {line}" if number == 2 else line for number, line in enumerate(ENGLISH)),
    ],
    ids=["a table", "figures", "three lines", "one column", "one wide gap"],
)
def test_other_gaps_are_no_gutters(text: str) -> None:
    assert texts(text) == [line.text.text for line in page_of(text).lines]


def test_paragraphs_run_from_column_to_column() -> None:
    columns = ((*ENGLISH, "   The mayor, who had promised a"), ("bridge, stayed at home that day.", *MIDDLE, *RIGHT))
    article = parse("Ferry late again\n\nBy TOM REYES\n\n" + beside(*columns))
    found = [block.text for section in article.sections for block in section.paragraphs]
    assert "The mayor, who had promised a bridge, stayed at home that day." in found
    assert found[0].startswith("The ferry to the island")
    assert len(found) == 6
    assert lost(article) == []
    assert misaligned(article) == []
