"""The page to read: a parser finds the texts of the blocks and the source, and no markup but the writer's."""

import json
import re
import time
from fractions import Fraction
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from write.article_strategies import any_text, few, law, markup_text
from write.marked_articles import marked_articles

from newsdoc.errors import NewsdocError
from newsdoc.model.annotation import Date, Diagnostic, Edit, Person, Quantity, Quote, Span
from newsdoc.model.article import Article, Byline, Dateline, Figure, Section, Source, Story, TextBlock
from newsdoc.pipeline import parse
from newsdoc.write import to_html
from newsdoc.write.html_article import numbered
from newsdoc.write.markup_text import shown

VOID = {"meta"}
TAGS = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "script",
        "body",
        "nav",
        "main",
        "header",
        "footer",
        "article",
        "aside",
    ),
    *("section", "h1", "h2", "h3", "p", "span", "a", "q", "b", "i", "bdi", "figure", "figcaption", "div", "ul", "ol"),
    *("aside", "li", "pre", "del", "ins", "mark", "code", "time"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "type", "class", "id", "href", "data-b", "data-is"),
    *("data-put", "data-role", "aria-label", "aria-labelledby", "aria-describedby", "tabindex", "datetime"),
}
CLASSES = re.compile(r"[a-z -]*", re.ASCII)


class Reader(HTMLParser):
    """Texts by block number, the text of the source, and what markup there is."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict]] = []
        self.blocks: dict[int, list[str]] = {}
        self.source: list[str] = []
        self.scripts: list[tuple[str | None, str]] = []
        self.texts: dict[str, list[str]] = {}
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        assert tag in TAGS, tag
        found = dict(attrs)
        assert len(found) == len(attrs)
        assert set(found) <= ATTRIBUTES, found
        assert CLASSES.fullmatch(found.get("class", "")), found
        if "href" in found:
            assert re.fullmatch(r"#[a-zA-Z]*\d*", found["href"]), found
            assert tag == "a"
            assert all(name != "a" for name, _ in self.open), "a link in a link"
            self.links.append(found["href"][1:])
        if "id" in found:
            self.ids.append(found["id"])
        if tag not in VOID:
            self.open.append((tag, found))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        inside = [attributes for _, attributes in self.open]
        if self.open and self.open[-1][0] == "script":
            self.scripts.append((self.open[-1][1].get("type"), data))
        if any(found.get("class") == "page" for found in inside):
            self.source.append(data)
        else:
            for found in inside:
                if "data-b" in found:
                    self.blocks.setdefault(int(found["data-b"]), []).append(data)
        for found in inside:
            if "id" in found:
                self.texts.setdefault(found["id"], []).append(data)

    def handle_comment(self, data):
        raise AssertionError("a comment")

    def handle_decl(self, decl):
        assert decl == "DOCTYPE html"

    def unknown_decl(self, data):
        raise AssertionError("a declaration")

    def handle_pi(self, data):
        raise AssertionError("an instruction")


def check(article: Article, labels: str = "zh") -> Reader:
    html = to_html(article, labels=labels)
    html.encode("utf-8")
    read = Reader(html)
    found = {number: "".join(parts) for number, parts in read.blocks.items()}
    expected = {number: shown(block.text) for number, block in enumerate(numbered(article), 1) if block.text}
    assert found == expected
    assert "".join(read.source) == shown(article.source.text)
    assert len(read.ids) == len(set(read.ids))
    assert set(read.links) <= set(read.ids)
    kinds = [kind for kind, _ in read.scripts]
    assert kinds == ["application/ld+json", None]
    json.loads(read.scripts[0][1])
    return read


@law
@given(marked_articles(), st.sampled_from(("zh", "en", "both")))
def test_law_a_parser_reads_back_the_texts_and_nothing_else(article: Article, labels: str) -> None:
    check(article, labels)


@law
@given(markup_text | any_text)
@example("</script><script>alert(1)</script>")
@example("<!--")
@example("]]>")
@example("\r\n\r")
def test_law_no_text_becomes_markup_wherever_it_stands(text: str) -> None:
    block = {
        "text": text,
        "role": text,
        "quantities": (Quantity(0, len(text), text, text, Fraction(1), unit=text, per=text, modifier=text),),
        "quotes": (Quote(0, len(text), text, text, Person(text, text, text)),),
    }
    one = TextBlock(id=text, source=(Span(0, len(text)),), **block)
    story = {
        "headline": one.model_copy(),
        "bylines": (Byline(id=text, kind=text, people=(Person(text),), **block),),
        "dateline": Dateline(id=text, place=text, agency=text, **block),
        "lead": one.model_copy(),
        "figures": (Figure(id=text, caption=one.model_copy(), position=text),),
    }
    check(
        Article(
            **story,
            source=Source(name=text, media_type=text, sha256=text, text=text),
            language=text,
            sidebars=(Story(**story),),
            people=(Person(text, text, text),),
            edits=(Edit(text, 0, len(text), text, text, text), Edit(text, 0, 0, "", text, text)),
            diagnostics=(Diagnostic(text, text, 0, len(text)),),
        )
    )


@few
@given(marked_articles())
def test_law_the_same_article_gives_the_same_page(article: Article) -> None:
    assert to_html(article) == to_html(Article.model_validate(article.model_dump()))


def text_block(text: str, start: int, role: str = "paragraph", **more: object) -> TextBlock:
    return TextBlock(id=f"b{start}", role=role, text=text, source=(Span(start, start + len(text)),), **more)


def page(**more: object) -> Article:
    source = "河口建桥\n桥长3里，去年通车。\n桥长3里\n"
    paragraph = text_block(
        "桥长3里，去年通车。",
        5,
        quantities=(
            Quantity(2, 4, "3里", "measure", Fraction(3), unit="里", base_value=Fraction(1500), base_unit="m"),
        ),
        dates=(Date(5, 7, "去年", "2022"),),
    )
    return Article(
        headline=text_block("河口建桥", 0, "headline"),
        sections=(Section(paragraphs=(paragraph,)),),
        source=Source(sha256="0f", text=source),
        language="zh-Hans",
        edits=(Edit("doubled", 16, 20, "桥长3里", "", "stands twice"),),
        **more,
    )


def test_a_mark_carries_its_normal_form_and_leads_to_it() -> None:
    html = to_html(page())
    assert '<a class="m n" id="m1" href="#n1" data-is="3 里 = 1,500 m" aria-describedby="n1v">3里</a>' in html
    assert '<a class="m d" id="m2" href="#n2" data-is="2022" aria-describedby="n2v">去年</a>' in html
    read = Reader(html)
    assert "".join(read.texts["n1"]) == "3里 3 里 = 1,500 m"
    assert "".join(read.texts["n1v"]) == "3 里 = 1,500 m"


def test_a_block_and_its_source_lead_to_each_other() -> None:
    html = to_html(page())
    assert re.search(r'<h1 class="headline" id="b1" data-b="1">河口建桥<a class="jump" href="#s1"', html)
    assert '<span class="s r-headline" id="s1" data-b="1">河口建桥</span>' in html
    assert re.search(r'<a class="role r-headline" href="#b1" data-role="标题"', html)


def test_what_was_taken_out_is_struck_through_with_its_reason() -> None:
    html = to_html(page())
    assert '<del class="e" id="e1"><a href="#x1" data-is="doubled: stands twice">桥长3里</a></del>' in html
    assert re.search(r'<li id="x1"><a href="#e1">3:1</a> <code>doubled</code> <del>桥长3里</del> → ', html)


def test_what_was_put_in_is_shown_beside_the_source_and_is_no_part_of_it() -> None:
    article = page().model_copy(update={"edits": (Edit("joined", 4, 4, "", " ", "two words"),)})
    read = check(article)
    assert '<ins class="e" id="e1"><a href="#x1" data-is="joined: two words" data-put="␣"' in to_html(article)
    assert "".join(read.source) == article.source.text


def test_an_edit_over_several_lines_is_struck_through_on_each() -> None:
    edit = Edit("doubled", 2, 18, "", "", "why")
    html = to_html(Article(source=page().source, edits=(edit,)))
    assert re.findall(r'<del class="e"[^>]*><a[^>]*>([^<]*)</a></del>', html) == [
        "建桥",
        "桥长3里，去年通车。",
        "桥长",
    ]
    assert html.count('id="e1"') == 1


def test_sidebars_are_asides_and_furniture_stands_at_the_side() -> None:
    html = to_html(
        page(
            sidebars=(Story(headline=text_block("旁记", 0, "headline")),),
            furniture=(text_block("第八版", 0, "furniture"),),
            figures=(Figure(id="f", caption=text_block("桥景。", 0, "caption")),),
        )
    )
    assert '<aside class="sidebar">\n<p class="label">配文</p>\n<header>\n<h2 class="headline"' in html
    assert "<figure><figcaption><span" in html
    assert html.index("第八版") > html.index('<aside id="facts"')


def test_the_dateline_opens_the_paragraph_that_it_precedes() -> None:
    dateline = Dateline(id="d", role="dateline", text="本报北河电", source=(Span(4, 5),))
    html = to_html(page(dateline=dateline))
    assert re.search(r'<p><span class="dateline" id="b\d" data-b="\d">本报北河电', html)


@pytest.mark.parametrize(
    ("language", "labels", "expected"),
    [
        ("zh-Hans", "zh", ">来源<"),
        ("zh-Hant-HK", "zh", ">來源<"),
        ("zh-Hant", "en", ">Source<"),
        ("en", "both", ">来源</span> <span lang=\"en\">Source<"),
    ],
)  # fmt: skip
def test_labels_are_in_the_language_asked_for(language: str, labels: str, expected: str) -> None:
    assert expected in to_html(page().model_copy(update={"language": language}), labels=labels)


def test_labels_in_another_language_are_refused() -> None:
    with pytest.raises(NewsdocError, match="labels: 'fr'"):
        to_html(page(), labels="fr")


def test_nothing_is_asked_for_over_the_network() -> None:
    html = to_html(page())
    assert "default-src &#x27;none&#x27;" in html
    assert not re.search(r"\bsrc=|@import|url\(|//(?!schema\.org)[a-z]", html.split("</style>")[0])
    assert re.findall(r'https?://[^"]*', html) == ["https://schema.org"]
    assert not re.search(r"\b(?:on[a-z]+|style)=", html)


def test_an_article_of_nothing_is_a_page() -> None:
    check(Article(source=Source(sha256="", text="")))


def test_real_pages_come_through() -> None:
    text = "河口建桥\n本报记者 林晚\n" + "大桥长3公里，去年5月动工。“明年通车。”局长王小雨说。\n" * 3
    read = check(parse(text, published="2024-05-20"))
    assert len(read.blocks) >= 3


HOSTILE = {
    "one line": lambda n: page().model_copy(
        update={"source": Source(sha256="", text="<" * n), "lead": text_block("&" * n, 0), "edits": ()}
    ),
    "lines": lambda n: Article(source=Source(sha256="", text="\n" * n), edits=(Edit("r", 0, n, "", "", ""),)),
    "edits": lambda n: Article(
        source=Source(sha256="", text="字" * n), edits=tuple(Edit("r", i, i + 1, "字", "", "") for i in range(n // 8))
    ),
    "overlapping": lambda n: Article(
        source=Source(sha256="", text="字\n" * n),
        diagnostics=tuple(Diagnostic("r", "m", i, 2 * n) for i in range(n // 8)),
        furniture=tuple(
            TextBlock(id="", role="furniture", text="", source=(Span(i, 2 * n),)) for i in range(n // 8)
        ),
    ),
    "nested": lambda n: page(
        lead=TextBlock(
            id="", role="lead", text="字" * n, quotes=tuple(Quote(i, n - i, "", "direct") for i in range(n // 8))
        )
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_time_is_linear_in_the_size(kind: str) -> None:
    def seconds(size: int) -> float:
        article = HOSTILE[kind](size)
        best = float("inf")
        for _ in range(3):
            start = time.thread_time()
            to_html(article)
            best = min(best, time.thread_time() - start)
        return best

    seconds(500)
    small, large = seconds(4_000), seconds(32_000)
    assert large / max(small, 1e-3) < 32
