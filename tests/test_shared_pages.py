"""Real pages that stand beside the checkout where this project is built; skipped elsewhere."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from newsdoc.pipeline import parse, repair

PAGES = Path(__file__).resolve().parents[2] / "shared" / "pages"
TEXTS = sorted(PAGES.glob("*.txt"))

pytestmark = pytest.mark.skipif(not TEXTS, reason="the shared pages are not here")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_character_has_one_home(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    article = parse(text)
    owners: Counter[int] = Counter()
    for block in article.blocks():
        for span in block.source:
            owners.update(range(span.start, span.end))
    for edit in article.edits:
        owners.update(range(edit.start, edit.end))
    assert [index for index, char in enumerate(text) if not char.isspace() and owners[index] != 1] == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_repaired_page_needs_no_repair(path: Path) -> None:
    assert repair(repair(path.read_bytes().decode("utf-8")).text).edits == ()


def test_the_sample_page() -> None:
    path = PAGES / "bayannur.txt"
    lines = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
    article = parse(path.read_text("utf-8"), published="2023-03-21")
    assert article.headline is not None
    assert article.headline.text == lines[0]
    assert article.subtitle is not None
    assert article.subtitle.text == lines[1]
    assert [(b.kind, b.affiliation, len(b.people)) for b in article.bylines] == [("reporter", "本报", 2)]
    assert article.lead is not None
    assert article.lead.text.startswith(lines[3][:10])
    headings = [section.heading.text for section in article.sections if section.heading]
    assert len(headings) == 4
    assert all(heading in lines for heading in headings)
    assert sum(len(section.paragraphs) for section in article.sections) == 28
    (sidebar,) = article.sidebars
    assert sidebar.headline is not None
    assert sidebar.headline.text == lines[7]
    assert [person.name for byline in sidebar.bylines for person in byline.people] == [lines[8] + lines[9]]
    assert [len(section.paragraphs) for section in sidebar.sections] == [5]
    assert [figure.credit is not None and len(figure.credit.people) for figure in article.figures] == [1, 1, 1]
    assert article.furniture == ()
    assert article.diagnostics == ()
    taken = Counter(edit.rule for edit in article.edits)
    assert taken["doubled"] + taken["partly-doubled"] == 23
