"""Lines of English sites and front pages, each by itself: what belongs to the page, who wrote, where from."""

from __future__ import annotations

import pytest

from newsdoc.lexicon import Lexicon
from newsdoc.recognise.byline import read_byline
from newsdoc.recognise.byline_english import is_staff_line
from newsdoc.recognise.credit import credit_at_end
from newsdoc.recognise.dateline import dateline_at_start
from newsdoc.recognise.furniture import is_furniture
from newsdoc.recognise.notice import is_notice
from newsdoc.recognise.site import is_web_label
from newsdoc.recognise.words import words_of

WORDS = words_of(Lexicon.load())


@pytest.mark.parametrize(
    ("text", "of_page"),
    [
        ("Skip to main menu", True),
        ("Skip to more sites of this paper", True),
        ("Skip next section In other news", True),
        ("Related article How do eels find the sea?", True),
        ("Edited by: Ada Lund", True),
        ("KEY WORDS: Norway, ferry", True),
        ("READ MORE: Ferry late again after storm", True),
        ("Follow The Money", False),
        ("More Job Cuts To Follow", False),
        ("Leer en español", True),
        ("Skip the queue at the museum", False),
        ("Related articles were seized by the police.", False),
        ("Pupils skip to school in the rain.", False),
    ],
)
def test_labels_of_sites(text: str, of_page: bool) -> None:
    assert is_furniture(text, WORDS) is of_page


@pytest.mark.parametrize("text", ["Follow Bayside Post", "Nordic Ore Mining Tbk Follow"])
def test_buttons_of_a_web_page(text: str) -> None:
    assert is_web_label(text, WORDS)


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("To watch this video, please enable JavaScript in your browser", True),
        ("Get a digest of the best stories of the region each Friday", True),
        ("The paper’s science coverage receives support from two foundations.", True),
        ("What do you think of the pier? Let us know in the comments below.", True),
        ("The Bayside Morning newsletter brings you the stories of the day. Sign up here.", True),
        ("Let us know, the mayor said.", False),
        ("The theatre receives support from two foundations.", False),
        ("Get a grip, the coach told them.", False),
    ],
)
def test_notices_of_sites(text: str, notice: bool) -> None:
    assert is_notice(text) is notice


@pytest.mark.parametrize(
    ("text", "agency", "place"),
    [
        ("Oslo, Norway CNN  — The ferry sank.", "CNN", "Oslo, Norway"),
        ("CNN — The ferry sank.", "CNN", None),
        ("AFP, OSLO", "AFP", "OSLO"),
    ],
)
def test_datelines(text: str, agency: str, place: str | None) -> None:
    found = dateline_at_start(text, WORDS)
    assert found is not None
    assert (found.agency, found.place) == (agency, place)


@pytest.mark.parametrize("text", ["Viewers of CNN — most of them old — left.", "Norway, OSLO", "EU, UK agree on fish"])
def test_no_datelines(text: str) -> None:
    assert dateline_at_start(text, WORDS) is None


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "By Ada Lund and Tom Reyes Published: Jan 05, 2024 09:10 PM Updated: Jan 05, 2024 10:00 PM",
            ("Ada Lund", "Tom Reyes"),
        ),
        ("Ada Lund with dpa, Reuters", ("Ada Lund",)),
        ("By Ada Lund ada.lund@courier.com", ("Ada Lund",)),
        ("By Ada Lund Local Democracy Reporter", ("Ada Lund",)),
        ("STAFF WRITER, WITH CNA", ()),
    ],
)
def test_bylines(text: str, people: tuple[str, ...]) -> None:
    readings = read_byline(text, WORDS)
    assert readings
    assert readings[0].people == people
    assert is_staff_line(text) is (not people)


@pytest.mark.parametrize("text", ["Ada Lund with her sister, Ruth", "Staff writers met with editors"])
def test_no_bylines(text: str) -> None:
    assert not read_byline(text, WORDS)


@pytest.mark.parametrize(
    ("text", "affiliation", "people"),
    [
        ("PHOTO: ADA LUND, TAIPEI TIMES", "TAIPEI TIMES", 1),
        ("A boat burns on Monday. (Courtesy of Ada Lund)", None, 1),
        ("A boat burns on Monday. (Norway Red Cross via AP)", "AP", 0),
        ("Ada Lund/Courier photo", "Courier", 1),
    ],
)
def test_credits(text: str, affiliation: str | None, people: int) -> None:
    found = credit_at_end(text, WORDS)
    assert found is not None
    assert (found.affiliation, len(found.people)) == (affiliation, people)
