"""English pages of print: boxes and second stories, large initials, stretched lines, headings between dashes."""

from __future__ import annotations

import pytest

from newsdoc import parse

STORY = (
    "The ferry to the island was late",
    "again for the third day, and its",
    "only shop has run out of bread.",
    "The baker said that he had not",
    "seen such a winter since he was",
    "a boy, and blamed the old boat.",
)
TOP = ("Ferry late again", "By TOM REYES", "")


def told(*lines: str):  # type: ignore[no-untyped-def]
    article = parse("\n".join((*TOP, *STORY, *lines)))
    return [
        (
            story.headline.text if story.headline else None,
            [block.text for section in story.sections for block in section.paragraphs],
        )
        for story in article.sidebars
    ]


def test_labels_under_a_head_are_a_box() -> None:
    box = ("", "If you go", "Opening: May 18", "Hours: 9am-4pm,", "closed on Mondays", "Admission: Free")
    items = ["Opening: May 18", "Hours: 9am-4pm, closed on Mondays", "Admission: Free"]
    assert told(*box) == [("If you go", items)]


def test_marked_items_under_capitals_are_a_box() -> None:
    box = ("", "KEY CHANGES", "● Fares rise by a tenth on all", "routes", "● Sunday sailings end", "in May")
    assert told(*box) == [("KEY CHANGES", ["● Fares rise by a tenth on all routes", "● Sunday sailings end in May"])]


def test_a_story_that_opens_in_capitals_as_the_first_does() -> None:
    first = ("THE ferry to the island was late", *STORY[1:])
    second = (
        "",
        "Man caught",
        "with 12 owls",
        "in suitcase",
        "A TRAVELLER was stopped at the",
        "port on Sunday with owls.",
    )
    article = parse("\n".join(("Ferry late again", "By TOM REYES", "", *first, *second)))
    assert [story.headline.text for story in article.sidebars if story.headline] in (
        ["Man caught with 12 owls in suitcase"],
        [],
    )


def test_a_heading_over_a_paragraph_is_no_box() -> None:
    assert told("", "Longer routes", "The mayor: he said that it was so", "late that he had walked home.") == []


@pytest.mark.parametrize(
    ("lines", "start"),
    [
        (("H", "", "OSPITALS in the north will close"), "HOSPITALS in the north"),
        (("T", "he ferry to the north was closed"), "The ferry to the north"),
        (("I", "N the north the ferry was closed"), "IN the north"),
        (("A", "FERRY to the north was closed by"), "A FERRY to the north"),
    ],
)
def test_a_large_initial_on_its_own_line(lines: tuple[str, ...], start: str) -> None:
    article = parse("\n".join((*TOP, *lines, *STORY)))
    first = article.sections[0].paragraphs[0]
    assert first.text.startswith(start)


def test_the_words_of_a_stretched_line_are_no_heads() -> None:
    article = parse(
        "\n".join(
            (*TOP, *STORY[:-1], "a boy.", "The", "Island", "Bakers", "Union said that it would sue the", "ferry.")
        )
    )
    assert article.sections[-1].paragraphs[-1].text == "The Island Bakers Union said that it would sue the ferry."


@pytest.mark.parametrize(
    "heading", ["- 'One boat' -", "- A well-known pier -", "- the long way home -", "— 山河故人 —"]
)
def test_a_heading_between_dashes(heading: str) -> None:
    paragraph = "The harbour was closed for a third day on Monday and the ferries stayed at their moorings all day."
    article = parse(f"Ferry late again\n{paragraph}\n{heading}\n{paragraph}\n- and so on - he said -")
    assert [section.heading.text for section in article.sections if section.heading] == [heading]


def test_letters_are_stories() -> None:
    letters = ("", "LETTERS TO THE EDITOR", "", "Sail on time", *STORY[:3], "Ada Lund", "Port Ames")
    article = parse("\n".join((*TOP, *STORY, *letters)))
    assert [story.headline.text for story in article.sidebars if story.headline] == ["Sail on time"]
    assert [str(person.name) for person in article.sidebars[0].bylines[0].people] == ["Ada Lund"]


def test_under_a_box_of_labels_another_story_begins() -> None:
    box = ("", "If you go", "Opening: May 18", "Hours: 9am-4pm", "Admission: Free")
    other = ("", "Baker fined for", "bad bread", "A baker who had put chalk in his", "bread was fined on Monday.")
    assert [headline for headline, _ in told(*box, *other)] == ["If you go", "Baker fined for bad bread"]


def test_two_lines_of_headline_over_two_of_deck() -> None:
    article = parse(
        "\n".join(("Ferry Late Again", "In Harbor Storm", "", "Two Hurt; Quay", "Closed in Rain", "", *TOP[1:], *STORY))
    )
    assert article.headline is not None
    assert article.deck is not None
    assert (article.headline.text, article.deck.text) == (
        "Ferry Late Again In Harbor Storm",
        "Two Hurt; Quay Closed in Rain",
    )


def test_authors_and_agencies_under_the_titles_of_side_stories() -> None:
    side = ("A baker who had put chalk in his", "bread was fined on Monday.")
    page = (
        "",
        "Baker fined",
        "for bad bread",
        "SÍLE NÍ BHRAON",
        "",
        *side,
        "",
        "Boats burn at sea",
        "Reuters in Oslo",
        "",
        *side,
    )
    article = parse("\n".join((*TOP, *STORY, *page)))
    first, second = article.sidebars
    assert first.headline is not None
    assert second.headline is not None
    assert second.dateline is not None
    assert (first.headline.text, second.headline.text) == ("Baker fined for bad bread", "Boats burn at sea")
    assert [person.name for byline in first.bylines for person in byline.people] == ["SÍLE NÍ BHRAON"]
    assert (second.dateline.agency, second.dateline.place) == ("Reuters", "Oslo")


def test_an_author_between_the_title_of_a_side_story_and_its_text() -> None:
    side = (
        "",
        "Lost wedding ring found",
        "in a potato field",
        "",
        "Ada Lund",
        "",
        "A teacher was given back the",
        "ring that she lost last year.",
    )
    (story,) = parse("\n".join((*TOP, *STORY, *side))).sidebars
    assert story.headline is not None
    assert story.headline.text == "Lost wedding ring found in a potato field"
    assert [person.name for byline in story.bylines for person in byline.people] == ["Ada Lund"]


def test_a_heading_under_a_line_that_is_full() -> None:
    column = (
        "The baker said that he had not seen\nsuch a winter since he was a boy on\n"
        "the island, and blamed the old boat.\n"
    )
    below = "Some of them went by sledge over the\nice of the bay, which is not allowed.\n"
    article = parse(f"Ferry late again\nBy TOM REYES\n\n{column}Slow journey\n\n{below}")
    assert [section.heading.text for section in article.sections if section.heading] == ["Slow journey"]
