"""The table of figures and its JSON: every quantity and date, its normal form, its place."""

import json
import time
from fractions import Fraction

from hypothesis import given
from rich.cells import cell_len
from write.article_strategies import articles, few

from newsdoc.model.annotation import Date, Quantity, Span
from newsdoc.model.article import Article, Section, Source, TextBlock
from newsdoc.write import figures_json, figures_table


def page() -> Article:
    text = "四月投入3000多万元，\n亩产增三分之一，约4%至6%。"
    block = TextBlock(
        id="p1",
        role="paragraph",
        text=text.replace("\n", ""),
        source=(Span(0, 12), Span(13, 29)),
        quantities=(
            Quantity(
                4,
                11,
                "3000多万元",
                "money",
                Fraction(30_000_000),
                Fraction(30_000_000),
                Fraction(40_000_000),
                "CNY",
                "元",
                "more",
            ),
            Quantity(15, 19, "三分之一", "number", Fraction(1, 3)),
            Quantity(20, 26, "约4%至6%", "percent", None, Fraction(4), Fraction(6), "%", "%", "about"),
        ),
        dates=(Date(0, 2, "四月", "XXXX-04", False),),
    )
    return Article(source=Source(sha256="", text=text), sections=(Section(paragraphs=(block,)),))


def test_a_table() -> None:
    lines = figures_table(page()).splitlines()
    cells = [line.split("  ") for line in lines]
    rows = [[cell.strip() for cell in row if cell.strip()] for row in cells]
    assert rows[0] == ["figure", "value", "unit", "bounds", "where"]
    assert rows[2:] == [
        ["四月", "XXXX-04", "date", "year unknown", "1:1 paragraph p1"],
        ["3000多万元", "30000000", "CNY", "30000000 to 40000000", "1:5 paragraph p1"],
        ["三分之一", "1/3", "number", "2:4 paragraph p1"],
        ["约4%至6%", "%", "4 to 6", "2:9 paragraph p1"],
    ]
    where = {cell_len(line[: line.index(" paragraph")].rsplit(" ", 1)[0]) for line in lines[2:]}
    assert len(where) == 1, "the last column stands at one place, East Asian characters counted as two cells"


def test_a_narrow_table_breaks_cells_and_loses_nothing() -> None:
    table = figures_table(page(), width=40)
    assert max(cell_len(line) for line in table.splitlines()) <= 40
    assert "30000" in table


def test_no_figures() -> None:
    nothing = Article(source=Source(sha256="", text=""))
    assert figures_table(nothing) == "no figures and no dates\n"
    assert figures_json(nothing) == "[]"


def test_json_of_figures() -> None:
    rows = json.loads(figures_json(page()))
    assert [(row["type"], row["text"], row["line"], row["column"], row["block"]) for row in rows] == [
        ("date", "四月", 1, 1, "p1"),
        ("quantity", "3000多万元", 1, 5, "p1"),
        ("quantity", "三分之一", 2, 4, "p1"),
        ("quantity", "约4%至6%", 2, 9, "p1"),
    ]
    assert rows[2]["value"] == "1/3"
    assert rows[3]["value"] is None


def test_figures_stand_in_the_order_of_the_text() -> None:
    found = (Quantity(2, 3, "2", "number", Fraction(2)), Quantity(0, 5, "1到2米", "measure"))
    block = TextBlock(id="b", role="lead", text="1到2米", quantities=found, dates=(Date(1, 4, "到", "2023"),))
    rows = json.loads(figures_json(Article(source=Source(sha256="", text=""), lead=block)))
    assert [row["start"] for row in rows] == [0, 1, 2]


@few
@given(articles())
def test_law_any_article_has_a_table_and_json(article: Article) -> None:
    rows = json.loads(figures_json(article))
    assert len(rows) == len(article.quantities) + len(article.dates)
    figures_json(article).encode("utf-8")
    table = figures_table(article)
    table.encode("utf-8")
    assert all(sign.isprintable() or sign in "\n\u00a0\u3000" for sign in table)


def test_cost_is_linear_in_the_number_of_figures() -> None:
    def cost(number: int) -> float:
        text = "12万吨" * number
        found = tuple(
            Quantity(at, at + 4, "12万吨", "measure", Fraction(120000), unit="t") for at in range(0, 4 * number, 4)
        )
        block = TextBlock(id="b", role="lead", text=text, source=(Span(0, len(text)),), quantities=found)
        article = Article(source=Source(sha256="", text=text), lead=block)
        start = time.thread_time()
        figures_table(article)
        figures_json(article)
        return time.thread_time() - start

    cost(1)
    assert cost(480) < 40 * max(cost(60), 1e-2)
