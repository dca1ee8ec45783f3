"""Whole pages, written for these tests in the manner of real papers: every labelled part must come out right.

``pages/NAME.txt`` is a dump as extraction, OCR or a web page delivers it, ``pages/NAME.gold.json`` what a careful
reader finds in it. A key that is absent is not judged, null says that there is none, and a list where one text is
expected holds texts of which any will do. ``furniture`` are lines that belong to no story; ``free`` is text whose role
is left open: it counts for nothing, whatever becomes of it. White space never counts.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newsdoc.pipeline import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsdoc.model.article import Article, Story

PAGES = Path(__file__).parent / "pages"
SHARED = Path(__file__).resolve().parents[2] / "shared" / "pages"
NAMES = sorted(path.name.removesuffix(".gold.json") for path in PAGES.glob("*.gold.json"))
MARKS = "▲▼◀▶■□●◆—–"

OPEN: dict[str, dict[str, str]] = {
    "bbc-granny-school": dict.fromkeys(
        ("headline", "kicker", "headings", "paragraphs", "bylines", "captions", "furniture"),
        "a site whose credit stands over a caption that opens with its label (圖像加註文字)",
    ),
    "chinadaily-p5": dict.fromkeys(
        ("headings", "paragraphs", "bylines", "sidebars", "credits"),
        "a byline of three lines, each a name with its place, of which the second opens with a place",
    ),
    "m4-takungpao": {"paragraphs": "a last line that is full, in a sidebar"},
    "m6-people-online": {"credits": "the label knows that a body without a role employs its photographer"},
    "reuters-orequota": {
        "headings": "a topic over the company that the report is about",
        "furniture": "as above",
        "credits": "a picture of the archive is labelled as one of the agency",
    },
    "us-levee": {"paragraphs": "a paragraph of one line under a line on which its first word would not have fitted"},
    "cd-beekeepers": dict.fromkeys(
        ("headings", "paragraphs", "captions", "bylines"),
        "a picture over two of three columns whose caption stands beside the text of the first",
    ),
    "ocr-twister": {
        "paragraphs": "last lines that are full",
        "headings": "a title that nothing but its words tells from a heading",
        "sidebars": "as above",
        "furniture": "an advertisement at the foot of the page",
    },
    "shine-boathouse": {
        "deck": "a summary between the author and the author again",
        "headings": "as above; a body alone over its caption",
        "captions": "a body alone over its caption, which is a sentence",
        "paragraphs": "as above",
        "bylines": "an editor behind the source, which is furniture",
    },
    "st-lending": {
        "headings": "lines of which the extractor undid the hyphens, so that the column has no width",
        "paragraphs": "as above",
        "credits": "the label knows that ST is the paper",
    },
    "us-hospital": {
        "paragraphs": "last lines that are full",
        "bylines": "the label knows that the author is a reporter",
        "credits": "the label knows that the paper is the page's own",
    },
    "wwp-watchmaker": dict.fromkeys(("headline", "kicker", "subtitle"), "two heads of one length without type sizes"),
    "s2-grrb-trial": {
        "deck": "the label of the deck is read as furniture",
        "paragraphs": "a last line that is full",
        "headings": "the title of a side story with a comma, without an author",
        "sidebars": "as above",
    },
    "s3-wanbao-bus": dict.fromkeys(("headline", "kicker", "subtitle"), "two heads of one length without type sizes"),
    "t4-chinadaily-kilns": {"bylines": "who contributed is an author here, and none in the label"},
    "t6-globe-bridge": {
        "paragraphs": "a caption over which its credit stands cuts a sentence; a last line that is full",
        "credits": "the label knows that Globe Staff is the paper's own",
    },
    "t7-irishtimes-railway": dict.fromkeys(
        ("headings", "paragraphs", "sidebars", "bylines", "headline"),
        "a heading under a line that is full, with a column break",
    ),
    "t8-scmp-eels": {"paragraphs": "last lines that are full"},
    "u2-guangming": {
        "headings": "a question that is the first paragraph of a section stands by itself like a heading",
        "paragraphs": "as above",
    },
    "u3-yangcheng": dict.fromkeys(
        ("sidebars", "captions", "headline", "subtitle"),
        "a caption without credit or full stop, between blank lines over a title",
    ),
    "cnn-whales": {
        "headings": "an office on a line of its own is a credit only by what other captions have below",
        "paragraphs": "as above",
        "captions": "as above",
    },
    "courier-a3": dict.fromkeys(
        ("headings", "paragraphs", "captions"),
        "paragraphs whose first lines lost their indent and whose last lines are full; a credit over its caption",
    ),
    "dw-rhine": {
        "deck": "a standfirst over a line that tells the day without the hour",
        "paragraphs": "as above",
    },
    "ettoday-civet": {
        "captions": "a triangle to the right marks links on one site and captions in print",
        "furniture": "as above",
    },
    "jingji-bamboo": {
        "paragraphs": "a sidebar that goes on in a wider column behind its first one returns to the main story",
    },
    "lat-almonds": dict.fromkeys(
        ("headings", "paragraphs", "furniture"),
        "a link among the paragraphs: the name of a section, a title and a day; the author's note has no mark",
    ),
    "macau-lichi": dict.fromkeys(
        ("headings", "paragraphs", "sidebars", "headline", "dateline"),
        "a box whose label is not on its line, set one em narrower than the text",
    ),
    "rmrb-canteen": {
        "paragraphs": "a figure that stands out over the text, without a full stop and as wide as the column",
    },
    "rmrb-railway": {
        "paragraphs": "a last line that is full",
        "credits": "one credit for two pictures stands with the second",
    },
    "rmrb-village-library": {
        "headings": "a question that is a paragraph of its own looks like a heading",
        "paragraphs": "as above",
    },
    "takungpao-a10": {
        "paragraphs": "a last line that is full",
    },
    "takungpao-market": dict.fromkeys(
        ("headings", "paragraphs", "sidebars", "headline", "bylines", "dateline"),
        "a box set three em narrower than the text, that its rubric cuts",
    ),
    "udn-a6": {
        "paragraphs": "a last line that is full",
    },
    "uk-ocr-bypass": dict.fromkeys(
        ("headings", "paragraphs", "furniture"),
        "an advertisement at the foot of the page, told by nothing but what it says",
    ),
    "us-letters": {
        "paragraphs": "the terms for letters are a paragraph of several lines",
        "furniture": "as above",
    },
    "weekly-bridge": {
        "paragraphs": "one-lane, cut at its hyphen, is made whole as a word; the page has neither form elsewhere",
    },
    "zh-lift-layout": {
        "subtitle": "a subtitle of two clauses is too wide for a head by its shape",
        "paragraphs": "as above, and lines of a list that are all set in",
    },
    "zhejiang-market": {
        "sidebars": "of two heads without sizes the first is taken for the headline",
        "headline": "as above",
        "kicker": "as above",
        "bylines": "the name of a bureau stands like a person's with a dot in it",
    },
    "mainland-sections": {
        "paragraphs": "paragraphs of two lines: only first lines are cut in mid-sentence, so the column seems narrower",
    },
    "reset-market": {
        "paragraphs": "a closing paragraph of one short line behind a line that is full looks like its last line",
    },
    "cn-eveningcut": {
        "headline": "two heads of one width: a title that was broken, or a title and its subtitle",
        "subtitle": "as above",
    },
    "cn-metro": {
        "headline": "two heads without sizes: a title that was broken, or a title and its subtitle",
        "subtitle": "as above",
    },
    "cn-power": {
        "headline": "of two heads without sizes the first is taken for the headline",
        "kicker": "as above",
        "subtitle": "as above",
    },
    "sg-zaobao": {
        "headline": "two heads without sizes: a title that was broken, or a title and its subtitle",
        "subtitle": "as above",
    },
    "hk-wenwei": {
        "headings": "a heading as wide as a first line, over a line with figures, whose width says little",
        "paragraphs": "as above",
    },
    "en-uknational": {
        "paragraphs": "letters of a proportional font: the next word would not have fitted, though they are few",
    },
    "en-usbudget": {
        "paragraphs": "a last line on which the next word would not have fitted",
    },
    "cn-provfront": {
        "headline": "of two heads without sizes the first is taken for the headline",
        "kicker": "as above",
        "subtitle": "as above",
    },
    "en-cdaily": {
        "paragraphs": "a last line that is full; a credit that is broken over the line end",
    },
    "en-scmpprint": {
        "paragraphs": "a last line on which the next word would not have fitted",
    },
    "en-lettersed": {
        "paragraphs": "the name of the column of letters is set like the title of the first letter",
        "bylines": "as above",
        "sidebars": "as above",
        "headline": "as above",
    },
    "en-usjump": {
        "paragraphs": "a last line that is full, and the attribution of a pull quote that ends no sentence",
    },
    "en-wirepage": {
        "paragraphs": "a last line on which the next word would not have fitted",
    },
    "mainland-wrapcaption": {
        "headings": "the line ends within the name of the agency (视觉中|国), and its last character is left over",
    },
}
"""Page -> part -> why it is not right yet. A part that comes right must leave this table."""


def squeeze(text: str | None) -> str:
    return "".join((text or "").split())


def plain(text: str | None) -> str:
    """Without white space and without the mark that may stand before a caption or a subtitle."""
    return squeeze(text).lstrip(MARKS)


def meets(label: str | list[str] | None, text: str | None) -> bool:
    labels = label if isinstance(label, list) else [label]
    return plain(text) in {plain(one) for one in labels}


def names(people: Iterable[Any]) -> set[str]:
    return {squeeze(getattr(person, "name", person)).casefold() for person in people}


def paragraphs_of(story: Story) -> list[str]:
    lead = [story.lead.text] if story.lead else []
    return lead + [block.text for section in story.sections for block in section.paragraphs]


def headings_of(story: Story) -> list[str]:
    return [section.heading.text for section in story.sections if section.heading]


def same_list(labels: list[Any], texts: list[str], free: str) -> str | None:
    """What is wrong with a list of texts, or None. What the labels leave open may stand anywhere in it."""
    texts = [text for text in texts if plain(text) not in free or any(meets(label, text) for label in labels)]
    for k, (label, text) in enumerate(zip(labels, texts, strict=False)):
        if not meets(label, text):
            return f"{k}: wanted {label!r}, got {text!r}"
    if len(labels) != len(texts):
        return f"wanted {len(labels)}, got {len(texts)}: {(labels[len(texts) :] or texts[len(labels) :])[0]!r}"
    return None


def faults_of_story(label: dict[str, Any], story: Story, free: str) -> Iterator[tuple[str, str]]:
    for part in ("headline", "kicker", "subtitle", "deck"):
        block = getattr(story, part)
        given = block.text if block else None
        if part == "deck" and given is None and story.subtitle and label.get("deck") is not None:
            given = story.subtitle.text  # a standfirst may be called either
        if label.get(part) is None and plain(given) in free:
            continue
        if part in label and not meets(label[part], given):
            yield part, f"wanted {label[part]!r}, got {given!r}"
    for part, texts in (("headings", headings_of(story)), ("paragraphs", paragraphs_of(story))):
        if part in label and (fault := same_list(label[part], texts, free)):
            yield part, fault
    yield from faults_of_people(label, story)


def faults_of_people(label: dict[str, Any], story: Story) -> Iterator[tuple[str, str]]:
    tag = label.get("dateline")
    wanted = names(name for byline in label.get("bylines", ()) for name in byline["people"])
    wanted |= names(tag["people"] if tag else ())
    given = names(person for byline in story.bylines for person in byline.people)
    given |= names(story.dateline.people if story.dateline else ())
    if "bylines" in label and wanted != given:
        yield "bylines", f"wanted {sorted(wanted)}, got {sorted(given)}"
    for byline in label.get("bylines", ()):
        mine = [other for other in story.bylines if names(other.people) & names(byline["people"])]
        for key, field in (("role", "kind"), ("affiliation", "affiliation")):
            got = {getattr(other, field) for other in mine}
            if key in byline and got != {byline[key]}:
                yield "bylines", f"{field} of {byline['people']}: wanted {byline[key]!r}, got {got!r}"
    if "dateline" in label and (tag is None) != (story.dateline is None):
        yield "dateline", f"wanted {tag!r}, got {story.dateline!r}"
    elif tag and story.dateline:
        for field in ("agency", "place", "date"):
            value = getattr(story.dateline, field)
            if not meets(tag[field], getattr(value, "text", value)):
                yield "dateline", f"{field}: wanted {tag[field]!r}, got {value!r}"


def faults_of_figures(labels: list[dict[str, Any]], article: Article) -> Iterator[tuple[str, str]]:
    stories = (article, *article.sidebars)
    figures = [(figure.caption.text if figure.caption else "", figure) for story in stories for figure in story.figures]
    if len(labels) != len(figures):
        yield "captions", f"wanted {len(labels)}, got {[caption for caption, _ in figures]!r}"
    for label in labels:
        figure = next((one for caption, one in figures if meets(label["caption"], caption)), None)
        if figure is None:
            yield "captions", f"missing {label['caption']!r}"
            continue
        wanted, credit = label.get("credit"), figure.credit
        if "credit" not in label:
            continue
        if wanted is None or credit is None:
            right = wanted is None and credit is None
        else:
            right = names(credit.people) == names(wanted.get("people", credit.people)) and all(
                meets(wanted[field], getattr(credit, field)) for field in ("kind", "affiliation") if field in wanted
            )
        if not right:
            yield "credits", f"{label['caption']!r}: wanted {wanted!r}, got {credit!r}"


def faults_of(label: dict[str, Any], article: Article) -> Iterator[tuple[str, str]]:
    """Every difference between a page's labels and its article, as (part, what is wrong)."""
    free = " ".join(plain(text) for text in label.get("free", ()))
    yield from faults_of_story(label, article, free)
    wanted = [story["headline"] for story in label.get("sidebars", ())]
    given = [story.headline.text if story.headline else "" for story in article.sidebars]
    if fault := same_list(wanted, given, free):
        yield "sidebars", fault
    for story_label, story in zip(label.get("sidebars", ()), article.sidebars, strict=False):
        yield from faults_of_story(story_label, story, free)
    yield from faults_of_figures(label.get("figures", []), article)
    furniture = "".join(squeeze(block.text) for block in article.furniture)
    for line in label.get("furniture", ()):
        if squeeze(line) not in furniture:
            yield "furniture", f"missing {line!r}"


@pytest.mark.parametrize("name", NAMES)
def test_every_labelled_part_of_a_page_is_right(name: str) -> None:
    label = json.loads((PAGES / f"{name}.gold.json").read_text(encoding="utf-8"))
    text = (PAGES / f"{name}.txt").read_text(encoding="utf-8")
    faults = list(faults_of(label, parse(text, published=label["published"])))
    unexpected = [f"{part}: {words}" for part, words in faults if part not in OPEN.get(name, {})]
    assert not unexpected, "\n".join(unexpected)
    mended = OPEN.get(name, {}).keys() - {part for part, _ in faults}
    assert not mended, f"right by now, so no open miss: {sorted(mended)}"


@pytest.mark.parametrize("name", NAMES)
def test_every_character_of_a_page_has_one_home(name: str) -> None:
    article = parse((PAGES / f"{name}.txt").read_text(encoding="utf-8"))
    homes = [0] * len(article.source.text)
    ends = [(span.start, span.end) for block in article.blocks() for span in block.source]
    ends += [(edit.start, edit.end) for edit in article.edits]
    for start, end in ends:
        for at in range(start, end):
            homes[at] += 1
    astray = {
        at: (char, count)
        for at, (char, count) in enumerate(zip(article.source.text, homes, strict=True))
        if count != 1 and not char.isspace()
    }
    assert not astray


@pytest.mark.parametrize("name", NAMES)
def test_how_lines_end_and_a_page_begins_changes_nothing(name: str) -> None:
    text = (PAGES / f"{name}.txt").read_text(encoding="utf-8")
    expected = [(block.role, block.text) for block in parse(text).blocks()]
    for other in (text.replace("\n", "\r\n"), text.replace("\n", "  \n"), "\ufeff\n" + text, text.rstrip("\n")):
        assert [(block.role, block.text) for block in parse(other).blocks()] == expected


def test_the_comparison_sees_what_is_wrong() -> None:
    text = "县城办起马拉松\n本报记者 于舟\n　　十月十五日清晨，上万名跑者涌上县城的大街。"
    right: dict[str, Any] = {
        "headline": "县城办起马拉松",
        "kicker": None,
        "bylines": [{"people": ["于舟"], "role": "reporter", "affiliation": "本报"}],
        "dateline": None,
        "headings": [],
        "paragraphs": ["十月十五日清晨，上万名跑者涌上县城的大街。"],
    }
    article = parse(text)
    assert list(faults_of(right, article)) == []
    wrong: dict[str, dict[str, Any]] = {
        "headline": {"headline": "县城办马拉松"},
        "kicker": {"kicker": "县城办起马拉松"},
        "bylines": {"bylines": [{"people": ["于舟", "洪波"]}]},
        "dateline": {"dateline": {"agency": "本报", "place": None, "date": None, "people": []}},
        "headings": {"headings": ["上万名跑者"]},
        "paragraphs": {"paragraphs": right["paragraphs"] * 2},
        "sidebars": {"sidebars": [{"headline": "加油"}]},
        "captions": {"figures": [{"caption": "跑者"}]},
        "furniture": {"furniture": ["第 3 页"]},
    }
    for part, change in wrong.items():
        assert {found for found, _ in faults_of({**right, **change}, article)} == {part}


def test_pages_and_labels_come_in_pairs() -> None:
    assert len(NAMES) >= 24
    assert sorted(path.stem for path in PAGES.glob("*.txt")) == NAMES
    assert OPEN.keys() <= set(NAMES)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the press's pages are not here")
def test_no_page_copies_the_press() -> None:
    ours = "\n".join(squeeze(path.read_text(encoding="utf-8")) for path in PAGES.glob("*.txt"))
    for path in sorted(SHARED.glob("*.txt")):
        theirs = squeeze(path.read_text(encoding="utf-8"))
        length = 14 if any("\u4e00" <= char <= "\u9fff" for char in theirs) else 40
        pieces = (theirs[at : at + length] for at in range(0, len(theirs) - length, 2))
        assert not [piece for piece in pieces if piece in ours], path.name
