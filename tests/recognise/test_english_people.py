"""English bylines, contributors and places of reports: what is one, and what only looks like one."""

from __future__ import annotations

import pytest
from recognise.readings import WORDS, check_byline, kinds

from newsdoc import parse
from newsdoc.recognise.byline import byline_at_end, read_byline
from newsdoc.recognise.byline_english import named_post, with_post
from newsdoc.recognise.contributors import contributors

PARAGRAPH = (
    "The harbour was closed for a third day on Monday and the ferries stayed at their moorings, the master said."
)


BYLINES = [
    ("By  ADA LUND and TOM REYES", [("author", None, "ADA LUND TOM REYES")]),
    ("By\u00a0Ada Lund", [("author", None, "Ada Lund")]),
    ("by Ada Lund", [("author", None, "Ada Lund")]),
    ("By ADA LUND in Lima", [("author", None, "ADA LUND")]),
    ("Additional reporting by Ada Lund", [("reporter", None, "Ada Lund")]),
    ("With additional reporting by Ada Lund and Bo Li", [("reporter", None, "Ada Lund Bo Li")]),
    (
        "Reporting by Ada Lund in Lima, Peru, and Bo Li in Hanoi; Writing by Tom Reyes; Editing by Ann Day and Per Moe",
        [("reporter", None, "Ada Lund Bo Li"), ("author", None, "Tom Reyes"), ("editor", None, "Ann Day Per Moe")],
    ),
    ("(Reporting by Ada Lund; Editing by Bo Li)", [("reporter", None, "Ada Lund"), ("editor", None, "Bo Li")]),
    ("Ada Lund in Oslo contributed to this story.", [("reporter", None, "Ada Lund")]),
    ("Ada Lund contributed reporting.", [("reporter", None, "Ada Lund")]),
    ("Ada Lund contributed reporting from Salem, Ore.", [("reporter", None, "Ada Lund")]),
    (
        "Associated Press writers Ada Lund in Oslo, Norway, and Bo Li in Hanoi contributed to this report.",
        [("reporter", "Associated Press", "Ada Lund Bo Li")],
    ),
    ("Staff writer Ada Lund contributed to this report.", [("reporter", None, "Ada Lund")]),
    ("Reuters contributed to this report.", [(None, "Reuters", "")]),
    ("With inputs from PTI", [(None, "PTI", "")]),
    ("By THE ASSOCIATED PRESS", [("author", "THE ASSOCIATED PRESS", "")]),
    ("By Our Foreign Staff", [("author", None, "")]),
    ("By the Editorial Board", [("author", "the Editorial Board", "")]),
    ("By Xinhua writers Ada Lund, Bo Li", [("reporter", "Xinhua", "Ada Lund Bo Li")]),
    ("By Ada Lund for The Harbour Courier", [("author", "The Harbour Courier", "Ada Lund")]),
    (
        "Words by Ada Lund, photographs by Tom Reyes",
        [("author", None, "Ada Lund"), ("photographer", None, "Tom Reyes")],
    ),
    (
        "Ada Lund reported from Oslo. Bo Li contributed reporting.",
        [("reporter", None, "Ada Lund"), ("reporter", None, "Bo Li")],
    ),
    ("— With agencies", [(None, "agencies", "")]),
]


SIGNED = [
    ("The van’s driver left. — Special Correspondent", "correspondent", None),
    ("“It rained.” - Staff Reporter", "reporter", None),
    ("The rain stopped. — PTI", None, "PTI"),
]


@pytest.mark.parametrize(("text", "kind", "body"), SIGNED, ids=[row[0] for row in SIGNED])
def test_who_signs_behind_the_last_sentence(text: str, kind: str | None, body: str | None) -> None:
    readings = byline_at_end(text, WORDS)
    assert readings is not None
    assert [(r.kind, r.affiliation, r.people) for r in readings] == [(kind, body, ())]
    assert readings[0].end == len(text)


@pytest.mark.parametrize("text", ["It rained. — John", "The rain — PTI says — stopped.", "Wait. - No"])
def test_who_does_not_sign(text: str) -> None:
    assert byline_at_end(text, WORDS) is None


COLUMN = "The state government\nwill build twelve shelters\nalong the shore of the\nlake at a cost of ₹20 crore.\n"


def test_an_author_with_initials_over_the_place_and_a_place_under_a_title() -> None:
    article = parse(
        f"Salt pans to get shelters\nfor the rainy season\n\nS. Anandhan\nPUDUVAYAL\n\n{COLUMN}{COLUMN}\n"
        f"Two held with sea shells\nKADALUR\n{COLUMN}"
    )
    assert [person.name for byline in article.bylines for person in byline.people] == ["S. Anandhan"]
    assert article.dateline is not None
    assert article.dateline.place == "PUDUVAYAL"
    assert [box.dateline.place for box in article.sidebars if box.dateline] == ["KADALUR"]


@pytest.mark.parametrize(("line", "expected"), BYLINES, ids=[row[0] for row in BYLINES])
def test_english_bylines(line: str, expected: list[tuple[str | None, str | None, str]]) -> None:
    check_byline(line, expected)


@pytest.mark.parametrize(
    "line",
    [
        "The storm contributed to the delay.",
        "Ada Lund contributed $5,000 to the fund.",
        "Smoking and diet contributed to this report of ill health",
        "Reporting by the ministry has improved",
        "Editing by hand takes longer",
        "With the rain came the first ferry.",
        "With Ada Lund",
        "By noon the harbour was empty",
        "By the harbour",
        "Scientists reported from the ship that the ice had gone.",
    ],
)
def test_no_english_bylines(line: str) -> None:
    assert read_byline(line, WORDS) is None
    assert contributors(line, WORDS) is None


POSTS = [
    ("By Ada Lund", "Courier Staff Writer", ("reporter", "Courier")),
    ("By Ada Lund", "Health reporter, BBC News", ("reporter", "BBC News")),
    ("By Ada Lund", "Chief Political Correspondent", ("correspondent", None)),
    ("By ADA LUND", "TRANSPORT CORRESPONDENT", ("correspondent", None)),
    ("By Ada Lund", "Reporting from Salem, Ore.", ("author", None)),
]


@pytest.mark.parametrize(("line", "post", "expected"), POSTS, ids=[row[1] for row in POSTS])
def test_posts_under_a_byline(line: str, post: str, expected: tuple[str, str | None]) -> None:
    reading = with_post(line, post, WORDS)
    assert reading is not None
    assert (reading.kind, reading.affiliation) == expected


NAMED = [
    ("Ada Lund Environment correspondent", "Ada Lund"),
    ("Ada Lund, Science editor", "Ada Lund"),
    ("Ada Lund and Tom Reyes Asia correspondents", "Ada Lund Tom Reyes"),
    ("Ada Lund Chief political correspondent in Leeds", "Ada Lund"),
    ("Ada Lund, Editor", None),
    ("Guardian Wins Prize for Science correspondent", None),
    ("Minister Attacks Foreign Reporters", None),
    ("Ada Lund Named Editor", None),
]


@pytest.mark.parametrize(("line", "people"), NAMED, ids=[row[0] for row in NAMED])
def test_a_name_and_a_post(line: str, people: str | None) -> None:
    reading = named_post(line, WORDS)
    assert (" ".join(reading.people) if reading else None) == people


PAGES = [
    (f"Tram fares to rise\nAda Lund\nand\nTom Reyes\n{PARAGRAPH}", ["-", "names", "names", "names", "-"]),
    (f"Tram fares to rise\nBy Ada Lund\nand\nTom Reyes\n{PARAGRAPH}", ["-", "byline", "byline", "byline", "-"]),
    (
        f"Tram fares to rise\nBy ADA LUND\nNATION\nMonday, 3 June 2024\n{PARAGRAPH}",
        ["-", "byline", "furniture", "furniture", "-"],
    ),
    (f"Tram fares to rise\nAda Lund Transport correspondent\n{PARAGRAPH}", ["-", "byline", "-"]),
    (f"Tram fares to rise\nBy Ada Lund\nTransport reporter, BBC News\n{PARAGRAPH}", ["-", "byline", "byline", "-"]),
    (
        f"{PARAGRAPH}\n\nTram fares to rise\nAda Lund\na.lund@courier.com\n{PARAGRAPH}",
        ["-", "-", "names", "furniture", "-"],
    ),
    (f"Tram fares to rise\nSpecial Correspondent\nCHENNAI\n{PARAGRAPH}", ["-", "byline", "place", "-"]),
    (f"Tram fares to rise\nPress Trust of India\nPUNE\n{PARAGRAPH}", ["-", "place", "place", "-"]),
    (f"Tram fares to rise\nCHENNAI\n{PARAGRAPH}", ["-", "-", "-"]),
    (f"{PARAGRAPH}\nReporting by Ada Lund and\nBo Li; Editing by Per Moe", ["-", "contributors", "contributors"]),
    (f"{PARAGRAPH}\nAdditional reporting by Ada Lund\nTom Reyes", ["-", "contributors", "-"]),
    (f"Hong Kong news\n\nHong KongNews\n\nTram fares to rise again\n\n{PARAGRAPH}", ["-", "-", "-", "-"]),
]


@pytest.mark.parametrize(("text", "expected"), PAGES)
def test_lines_of_people(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected
