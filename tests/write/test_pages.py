"""Real pages through every writer; they stand beside the checkout and are no part of it."""

import json
from pathlib import Path

import pytest
from write.test_markdown import read_back

from newsdoc.pipeline import parse
from newsdoc.write import explain, figures_json, figures_table, from_json, json_schema, to_json, to_markdown

PAGES = sorted((Path(__file__).parents[3] / "shared" / "pages").glob("*.txt"))


@pytest.mark.skipif(not PAGES, reason="the shared pages are not beside the checkout")
@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_a_page_is_written_in_every_form(path: Path) -> None:
    import jsonschema

    article = parse(path.read_text("utf-8"))
    text = to_json(article)
    assert from_json(text) == article
    jsonschema.Draft202012Validator(json_schema()).validate(json.loads(text))
    blocks = read_back(to_markdown(article))
    said = "".join("".join(words.split()) for _, words, _ in blocks)
    for section in article.sections:
        for paragraph in section.paragraphs:
            assert "".join(paragraph.text.split()) in said
    assert "NOT ACCOUNTED FOR" not in explain(article)
    assert len(json.loads(figures_json(article))) == len(article.quantities) + len(article.dates)
    assert figures_table(article)
