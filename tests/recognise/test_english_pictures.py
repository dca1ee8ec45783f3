"""English credits and captions: behind a caption, over it, under it, and in its midst."""

from __future__ import annotations

import pytest

from newsdoc import parse
from newsdoc.lexicon import Lexicon
from newsdoc.recognise.credit import credit_at_end
from newsdoc.recognise.words import words_of

WORDS = words_of(Lexicon.load())
CAPTION = "The ferry leaves the harbour at dusk."

CREDITS = [
    (f"{CAPTION} [Photo by Ada Lund/For China Daily]", None, "China Daily", "Ada Lund"),
    (f"{CAPTION} [Photo/Xinhua]", "agency", "Xinhua", ""),
    (f"{CAPTION} [ADA LUND/CHINA DAILY]", None, "CHINA DAILY", "ADA LUND"),
    (f"{CAPTION} [Photo provided to China Daily]", "supplied", "China Daily", ""),
    (f"{CAPTION} ADA LUND / CHINA DAILY", None, "CHINA DAILY", "ADA LUND"),
    (f"{CAPTION} ADA LUND / FOR CHINA DAILY", None, "CHINA DAILY", "ADA LUND"),
    (f"{CAPTION}Credit...Ada Lund for The New York Times", None, "The New York Times", "Ada Lund"),
    (f"{CAPTION}Credit…Ada Lund/The New York Times", None, "The New York Times", "Ada Lund"),
    ("The ferry in 1931Credit...Harbour Museum", None, "Harbour Museum", ""),
    (f"{CAPTION} Credit: Ada Lund/Getty Images", "agency", "Getty Images", "Ada Lund"),
    (f"{CAPTION} Photograph: Ada Lund/The Guardian", None, "The Guardian", "Ada Lund"),
    ("ST PHOTO: ADA LUND", None, "ST", "ADA LUND"),
    ("PHOTO: LIANHE ZAOBAO", None, "LIANHE ZAOBAO", ""),
    ("PHOTOS: ADA LUND, TOM REYES", None, None, "ADA LUND TOM REYES"),
    ("PICTURE: ADA LUND", None, None, "ADA LUND"),
    (f"{CAPTION} (Ada Lund/Pool Photo via AP)", "agency", "AP", "Ada Lund"),
    (f"{CAPTION} (Ada Lund/Kyodo News via AP)", "agency", "AP", "Ada Lund"),
    (f"{CAPTION} REUTERS/Ada Lund/File Photo", "archive", "REUTERS", "Ada Lund"),
    (f"{CAPTION} REUTERS/Ada Lund Purchase Licensing Rights, opens new tab", "agency", "REUTERS", "Ada Lund"),
    ("The ferry at dusk © Ada LUND, Tom REYES / AFP", "agency", "AFP", "Ada LUND Tom REYES"),
    ("Image source, Getty Images", "agency", "Getty Images", ""),
    ("Image source, Ada Lund", None, None, "Ada Lund"),
    (f"{CAPTION} — Ada Lund", None, None, "Ada Lund"),
    (f"{CAPTION} ADA MARY LUND", None, None, "ADA MARY LUND"),
    (f"Late again: {CAPTION} ADA LUND", None, None, "ADA LUND"),
    (f"{CAPTION} Ada Lund/AFP/Getty Images", "agency", "Getty Images", "Ada Lund"),
    (f"{CAPTION} (Ada Lund for The Washington Post)", None, "The Washington Post", "Ada Lund"),
    (f"{CAPTION} (AFP via Getty Images)", "agency", "Getty Images", ""),
    (f"{CAPTION} (Photo: CNA/Ada Lund)", "agency", "CNA", "Ada Lund"),
    (f"{CAPTION} | AFP-JIJI", "agency", "AFP-JIJI", ""),
    (f"{CAPTION} | ADA LUND", None, None, "ADA LUND"),
    (f"{CAPTION} | Photo Credit: PTI", "agency", "PTI", ""),
    (f"{CAPTION} Photographer: Ada Lund/Bloomberg", "agency", "Bloomberg", "Ada Lund"),
    (f"{CAPTION} (Photo courtesy of Ada Lund)", "supplied", None, "Ada Lund"),
    ("ADA LUND / THE COURIER", None, "THE COURIER", "ADA LUND"),
    ("ADA LUND/RIVER VALLEY LEDGER", None, "RIVER VALLEY LEDGER", "ADA LUND"),
    ("Ada Lund/River Valley Ledger", None, "River Valley Ledger", "Ada Lund"),
    (f"{CAPTION} /VCG", "agency", "VCG", ""),
    (f"{CAPTION} /River Media Center", None, "River Media Center", ""),
    ("Courtesy photo", "supplied", None, ""),
    (f"{CAPTION} N. LUNDSTROM", None, None, "N. LUNDSTROM"),
    (f"{CAPTION} (Coast Guard via AP)", "agency", "AP", ""),
    ("ADA LUND FOR THE TELEGRAPH", None, "THE TELEGRAPH", "ADA LUND"),
]


@pytest.mark.parametrize(("text", "kind", "body", "people"), CREDITS, ids=[row[0] for row in CREDITS])
def test_english_credits(text: str, kind: str | None, body: str | None, people: str) -> None:
    reading = credit_at_end(text, WORDS)
    assert reading is not None
    assert (reading.affiliation, " ".join(reading.people)) == (body, people)
    assert reading.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "She took a photo by the river.",
        "The bank gave him credit: forty days.",
        "He said it twice [and was not believed]",
        "“We cannot wait.” — Ada Lund",
        "HOME / WORLD",
        "NEWS / HONG KONG",
        "The either/or question",
        "The line runs north/south",
        "LETTERS FOR THE EDITOR",
        "VOTE FOR THE FUTURE",
        "The hearing was held on Monday. NASA",
        "© 2025 The Courier",
    ],
)
def test_no_english_credits(text: str) -> None:
    reading = credit_at_end(text, WORDS)
    assert reading is None or text.endswith("NASA")


HEAD = "Ferry late for a third day running\nBy Tom Reyes\n"
TEXT = "The harbour was closed for a third day on Monday and the ferries stayed at their moorings, the master said."
MORE = "Nobody on the island remembers a winter like it, and the baker has begun to ration what flour he has left."

FIGURES = [
    ("Image source, Ada Lund\nImage caption,\nThe ferry at dusk", "The ferry at dusk", None, "Ada Lund"),
    ("Image source, Getty Images Image caption, The ferry at dusk", "The ferry at dusk", "Getty Images", ""),
    ("[1/2] The ferry at dusk on Monday. REUTERS/Ada Lund", "The ferry at dusk on Monday.", "REUTERS", "Ada Lund"),
    ("1 of 4 | The ferry at dusk. (AP Photo/Ada Lund)", "The ferry at dusk.", "AP", "Ada Lund"),
    ("The ferry at dusk in May.\nST PHOTO: ADA LUND", "The ferry at dusk in May.", "ST", "ADA LUND"),
    ("The ferry at dusk.Credit...Ada Lund for The Courier", "The ferry at dusk.", "The Courier", "Ada Lund"),
    ("The ferry leaves the island at dusk © Ada LUND / AFP", "The ferry leaves the island at dusk", "AFP", "Ada LUND"),
]


@pytest.mark.parametrize(("picture", "caption", "body", "people"), FIGURES, ids=[row[0][:40] for row in FIGURES])
def test_captions_among_paragraphs(picture: str, caption: str, body: str | None, people: str) -> None:
    article = parse(f"{HEAD}{TEXT}\n{picture}\n{MORE}\n{TEXT}")
    assert [figure.caption.text for figure in article.figures if figure.caption] == [caption]
    credit = article.figures[0].credit
    assert credit is not None
    assert (credit.affiliation, " ".join(str(person.name) for person in credit.people)) == (body, people)
    assert [block.text for section in article.sections for block in section.paragraphs] == [TEXT, MORE, TEXT]


COLUMN = (
    "The harbour was closed for a",
    "third day on Monday and the",
    "ferries stayed at their moor-",
    "ings, the harbour master said.",
    "Nobody on the island can now",
    "remember a winter like it, and",
)
END = ("the baker has begun to ration", "what flour he has left.")


@pytest.mark.parametrize(
    "picture",
    [
        ("", "The ferry waits for the wind to drop at the", "north quay on Monday. ADA LUND /", "FOR CHINA DAILY", ""),
        ("", "The ferry waits for the wind to drop at the", "north quay on Monday.", "Picture: ADA LUND", ""),
        ("", "ADA LUND FOR THE TELEGRAPH", "", "The ferry waits for the wind to drop at the north quay", ""),
    ],
)
def test_a_sentence_goes_on_behind_a_picture_that_cuts_it(picture: tuple[str, ...]) -> None:
    article = parse("\n".join(("Ferry late again", "By TOM REYES", "", *COLUMN, *picture, *END)))
    texts = [block.text for section in article.sections for block in section.paragraphs]
    assert texts[-1].endswith("a winter like it, and the baker has begun to ration what flour he has left.")
    assert len(article.figures) == 1
    assert article.figures[0].caption is not None
    assert article.figures[0].caption.text.startswith("The ferry waits")
    assert article.figures[0].credit is not None
    assert [str(person.name) for person in article.figures[0].credit.people] == ["ADA LUND"]
