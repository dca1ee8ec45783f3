"""The explanation: every edit and doubt with its place, every line with what became of it."""

import gc
import time

import pytest
from hypothesis import given
from write.article_strategies import articles, few

from newsdoc.model.annotation import Diagnostic, Edit, Span
from newsdoc.model.article import Article, Section, Source, Story, TextBlock
from newsdoc.write import explain
from newsdoc.write.places import Lines, origins

SOURCE = "老渠通通水\n\n第三版\n水水来了来了。\n渠成。\n边角"


def block(ident: str, role: str, *spans: tuple[int, int], text: str = "") -> TextBlock:
    return TextBlock(
        id=ident,
        role=role,
        source=tuple(Span(*span) for span in spans),
        text=text or "".join(SOURCE[a:b] for a, b in spans),
    )


def page() -> Article:
    return Article(
        source=Source(name="page.txt", sha256="", text=SOURCE),
        headline=block("h1", "headline", (0, 5)),
        sections=(Section(paragraphs=(block("p1", "paragraph", (11, 12), (13, 15), (17, 18)),)),),
        furniture=(block("x1", "furniture", (7, 10)),),
        sidebars=(Story(headline=block("s1", "headline", (19, 22))),),
        edits=(
            Edit("doubled", 15, 17, "来了", "", "the run stands twice"),
            Edit("doubled", 12, 13, "水", "", "the run stands twice"),
            Edit("ending", 22, 22, "", "。", "put in"),
        ),
        diagnostics=(Diagnostic("doubled-word", "may be meant", 2, 4),),
    )


def test_an_explanation() -> None:
    assert (
        explain(page())
        == """\
page.txt: 6 lines, 3 edits, 1 doubt

EDITS
  4:2  doubled: “水” → nothing
       the run stands twice
  4:5  doubled: “来了” → nothing
       the run stands twice
  5:4  ending: nothing → “。”
       put in

DOUBTS
  1:3  doubled-word: “通通”
       may be meant

LINES
  1  headline h1                      │ 老渠通通水
  3  furniture x1                     │ 第三版
  4  paragraph p1, taken out          │ 水水来了来了。
  5  sidebar 1: headline s1, put in   │ 渠成。
  6  NOT ACCOUNTED FOR: 2 characters  │ 边角
"""
    )


def test_an_article_of_nothing_is_explained() -> None:
    said = explain(Article(source=Source(sha256="", text="")))
    assert said == "page: 1 line, no edits, no doubts\n\nEDITS\n  none\n\nDOUBTS\n  none\n\nLINES\n  none\n"


def test_an_edit_belongs_to_the_lines_that_it_touches() -> None:
    text = "一二\n\n三四\n五"
    edits = (Edit("joined", 1, 4, "二\n\n", "二", ""), Edit("joined", 5, 6, "四", "肆", ""))
    said = explain(Article(source=Source(sha256="", text=text), edits=edits))
    assert [line.split("  ")[2].strip() for line in said.split("LINES\n")[1].splitlines()] == [
        "changed, NOT ACCOUNTED FOR: 1 character",
        "changed, NOT ACCOUNTED FOR: 1 character",
        "NOT ACCOUNTED FOR: 1 character",
    ]


def test_controls_of_the_page_do_not_reach_the_terminal() -> None:
    text = "a\x1b[2Jb\u202e\ud800"
    said = explain(
        Article(source=Source(name="\x1b.txt", sha256="", text=text), edits=(Edit("r\n", 0, 1, "\x07", "\r", "\x9b"),))
    )
    assert all(sign.isprintable() or sign in "\n " for sign in said)
    said.encode("utf-8")


@few
@given(articles())
def test_law_every_line_of_the_page_and_every_edit_is_there(article: Article) -> None:
    said = explain(article)
    said.encode("utf-8")
    numbers = [int(line.split()[0]) for line in said.split("\nLINES\n")[1].splitlines() if line != "  none"]
    lines = Lines.of(article.source.text)
    pairs = zip(lines.starts, lines.ends, strict=True)
    assert numbers == [n for n, (start, end) in enumerate(pairs, 1) if article.source.text[start:end].strip()]
    assert said.count(" → ") >= len(article.edits)


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("", (0,), (0,)),
        ("a", (0,), (1,)),
        ("a\n", (0,), (1,)),
        ("a\r\nb\rc", (0, 3, 5), (1, 4, 6)),
        ("\n\n", (0, 1), (0, 1)),
        ("a\x0b\x0c\u2028b", (0,), (5,)),
    ],
)
def test_lines(text: str, starts: tuple[int, ...], ends: tuple[int, ...]) -> None:
    assert Lines.of(text) == Lines(starts, ends)


ORIGINS = [
    # text, source, spans, offsets
    ("春耕", "春\n耕", ((0, 1), (2, 3)), [0, 2]),
    ("……a", "⋯⋯a", ((2, 3),), [2, 2, 2]),
    ("the sea", "the\nsea", ((0, 7),), [0, 1, 2, 3, 4, 5, 6]),
    ("春耕", "春\n耕", ((0, 3),), [0, 2]),
    ("春耕", "", (), [0, 0]),
    ("春", "春", ((0, 9),), [0]),
]


@pytest.mark.parametrize(("text", "source", "spans", "offsets"), ORIGINS)
def test_origins(text: str, source: str, spans: tuple, offsets: list[int]) -> None:
    found = origins(TextBlock(id="b", role="", text=text, source=tuple(Span(*span) for span in spans)), source)
    assert found == offsets


@pytest.mark.parametrize("shape", ["one line", "many lines", "blank lines", "many edits"])
def test_cost_is_linear_in_the_length_of_the_page(shape: str) -> None:
    def cost(size: int) -> float:
        text = {"one line": "哈" * size, "many lines": "哈\n" * (size // 2), "blank lines": "\n" * size}.get(
            shape, "哈啊" * (size // 2)
        )
        edits = (
            [Edit("r", at, at + 1, text[at : at + 1], "", "") for at in range(0, size, 2)]
            if shape == "many edits"
            else []
        )
        whole = TextBlock(id="b", role="paragraph", text="", source=(Span(0, len(text)),))
        article = Article(source=Source(sha256="", text=text), lead=whole, edits=tuple(edits))
        best = 9.0
        gc.collect()
        gc.disable()  # what the other tests left is not the cost of this page
        for _ in range(3):
            start = time.thread_time()
            explain(article)
            best = min(best, time.thread_time() - start)
        gc.enable()
        return best

    assert cost(80_000) < 40 * max(cost(10_000), 1e-3)
