"""``convert --to html|ninjs|tei``, and real pages that stand beside the checkout."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from write.test_html import check
from write.test_ninjs import check_item
from write.test_tei import read as read_tei

from newsdoc.cli import main
from newsdoc.pipeline import parse, read
from newsdoc.write import to_html, to_ninjs, to_tei

PAGE = Path(__file__).parents[2] / "examples" / "english" / "page.txt"
SHARED = sorted((Path(__file__).parents[3] / "shared" / "pages").glob("*.txt"))


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("html", lambda article: to_html(article, labels="both")),
        ("ninjs", lambda article: to_ninjs(article) + "\n"),
        ("tei", to_tei),
    ],
)
def test_convert_writes_what_the_function_writes(form: str, expected) -> None:
    result = CliRunner().invoke(main, ["convert", str(PAGE), "--to", form, "--labels", "both"])
    assert result.exit_code == 0
    assert result.stdout == expected(read(PAGE))


@pytest.mark.skipif(not SHARED, reason="the shared pages are not beside the checkout")
@pytest.mark.parametrize("path", SHARED, ids=[path.stem for path in SHARED])
def test_a_real_page_is_written_in_every_form(path: Path) -> None:
    import json

    article = parse(path.read_text("utf-8"), published="2024-01-01")
    found = check(article, "both")
    assert len(found.blocks) == len(article.blocks())
    check_item(json.loads(to_ninjs(article)))
    read_tei(article)
