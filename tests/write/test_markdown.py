"""Markdown: a CommonMark reader finds the blocks of the article, word for word, and nothing else."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from write.article_strategies import any_text, articles, law, markup_text, page_text

from newsdoc.errors import NewsdocError
from newsdoc.model.annotation import Person, Span
from newsdoc.model.article import Article, Byline, Credit, Dateline, Figure, Section, Source, Story, TextBlock
from newsdoc.write import to_markdown
from newsdoc.write.commonmark import emphasis, heading, one_line, paragraph, visible_lines

READERS = {
    "commonmark": MarkdownIt("commonmark"),
    "with tables and strike-through": MarkdownIt("commonmark").enable(["table", "strikethrough"]),
}


def read_back(markdown: str, reader: str = "commonmark") -> list[tuple[str, str, tuple[str, ...]]]:
    """(tag, text, parts set in ``em`` or ``strong``) of each block; anything but text and emphasis is an error."""
    blocks = []
    tag = ""
    for token in READERS[reader].parse(markdown):
        if token.type == "hr":
            blocks.append(("hr", "", ()))
        elif token.type in ("heading_open", "paragraph_open"):
            tag = token.tag
        elif token.type == "inline":
            text, marked, opened = "", [], None
            for part in token.children or []:
                if part.type == "text":
                    text += part.content
                elif part.type == "hardbreak":
                    text += "\n"
                elif part.type in ("em_open", "strong_open"):
                    assert opened is None, "emphasis in emphasis"
                    opened = len(text)
                elif part.type in ("em_close", "strong_close"):
                    marked.append(f"{part.tag}:{text[opened:]}")
                    opened = None
                else:
                    raise AssertionError(f"markup from text: {part.type} {part.content!r}")
            blocks.append((tag, text, tuple(marked)))
        else:
            assert token.type in ("heading_close", "paragraph_close"), f"markup from text: {token.type}"
    return blocks


@pytest.mark.parametrize("reader", READERS)
@law
@given(st.lists(st.tuples(st.sampled_from("p12345"), markup_text | any_text), max_size=6))
def test_law_blocks_of_any_text_are_read_back(reader: str, blocks: list[tuple[str, str]]) -> None:
    written = [paragraph(text) if kind == "p" else heading(text, int(kind)) for kind, text in blocks]
    expected = [
        ("p", "\n".join(visible_lines(text)), ()) if kind == "p" else (f"h{kind}", one_line(text), ())
        for kind, text in blocks
        if text.strip()
    ]
    assert read_back("\n\n".join(filter(None, written)), reader) == expected


@pytest.mark.parametrize("reader", READERS)
@law
@given(markup_text | any_text, markup_text | any_text)
def test_law_emphasis_of_any_text_is_read_back(reader: str, strong: str, light: str) -> None:
    assert read_back(emphasis(strong, "**"), reader) == (
        [("p", one_line(strong), (f"strong:{one_line(strong)}",))] if strong.strip() else []
    )
    if strong.strip() and light.strip():
        both = paragraph(strong, opening="**图 1** ") + " " + emphasis(light, "*")
        said = "图 1 " + "\n".join(visible_lines(strong)) + " " + one_line(light)
        assert read_back(both, reader) == [("p", said, ("strong:图 1", f"em:{one_line(light)}"))]


def byline_line(byline: Byline) -> str:
    return " ".join(one_line(byline.text).split()).strip("/／|｜ ").lstrip("□■●◎○◆◇▲△ ")


def expected_blocks(article: Article) -> list[tuple[str, str]]:
    """What stands on the page that is published, told without Markdown; labels in English."""
    found: list[tuple[str, str]] = []
    stories = [article, *article.sidebars]
    many = sum(len(story.figures) for story in stories) > 1
    number = 0
    for story in stories:
        own: list[tuple[str, str]] = []
        level = 1 if story is article else 2

        def add(tag: str, block: TextBlock | None, to: list = own) -> None:
            if block is not None and one_line(block.text):
                to.append((tag, "\n".join(visible_lines(block.text)) if tag == "body" else one_line(block.text)))

        add("p", story.kicker)
        add(f"h{level}", story.headline)
        add("p", story.subtitle)
        add("p", story.deck)
        writers = [line for b in story.bylines if b.kind != "editor" and (line := byline_line(b))]
        if writers:
            own.append(("byline", "".join("".join(writers).split())))
        body: list[tuple[str, str]] = []
        add("body", story.lead, body)
        for section in story.sections:
            add(f"h{level + 1}", section.heading, body)
            for block in section.paragraphs:
                add("body", block, body)
        dateline = one_line(story.dateline.text) if story.dateline else ""
        if dateline:
            firsts = [index for index, (tag, _) in enumerate(body) if tag == "body"]
            if firsts:
                body[firsts[0]] = ("body", f"{dateline}|{body[firsts[0]][1]}")
            else:
                body.append(("body", dateline))
        own += [("p" if tag == "body" else tag, text) for tag, text in body]
        for figure in story.figures:
            number += 1
            parts = [one_line(block.text) for block in (figure.caption, figure.credit) if block is not None]
            if any(parts):
                own.append(("figure", " ".join(filter(None, [f"Figure {number}" if many else "Figure", *parts]))))
        if own and story is not article:
            own = [*([("hr", "")] if found else []), ("p", "Sidebar"), *own]
        found += own
    editors = [line for story in stories for b in story.bylines if b.kind == "editor" and (line := byline_line(b))]
    rule = [("hr", "")] if found and editors else []
    return found + rule + [("p", text) for text in editors]


@law
@given(articles(page_text, bare=True))
def test_law_the_article_is_read_back_block_by_block(article: Article) -> None:
    markdown = to_markdown(article, labels="en")
    markdown.encode("utf-8")
    assert markdown == "" or (markdown.endswith("\n") and not markdown.endswith("\n\n"))
    read = [(tag, text) for tag, text, _ in read_back(markdown)]
    expected = expected_blocks(article)
    assert len(read) == len(expected)
    for (tag, text), (wanted_tag, wanted) in zip(read, expected, strict=True):
        if wanted_tag == "byline":
            text = "".join(text.replace("·", "").split()).removeprefix("By")
            wanted = wanted.replace("·", "").removeprefix("By")
        elif "|" in wanted and text != wanted:
            text, wanted = text.replace("　", ""), wanted.replace("|", "", 1).replace("　", "")
            text, wanted = text.replace(" ", "").replace("|", ""), wanted.replace(" ", "").replace("|", "")
        assert text == wanted
        assert tag == ({"byline": "p", "figure": "p"}.get(wanted_tag, wanted_tag))


def block(role: str, text: str, at: int = 0) -> TextBlock:
    return TextBlock(id=role, role=role, text=text, source=(Span(at, at + len(text)),))


def story(cls: type = Article, **parts) -> Article:
    given = {name: block(name, text) if isinstance(text, str) else text for name, text in parts.items()}
    return cls(**given, **({"source": Source(sha256="", text="")} if cls is Article else {}))


def byline(text: str, *names: str, kind: str = "reporter") -> Byline:
    return Byline(id="by", role="byline", text=text, kind=kind, people=tuple(Person(name) for name in names))


def credit(text: str) -> Credit:
    return Credit(id="credit", role="credit", text=text)


def paragraphs(*texts: str, heading: str | None = None) -> Section:
    return Section(
        heading=block("heading", heading) if heading else None, paragraphs=tuple(block("paragraph", t) for t in texts)
    )


def test_a_whole_page() -> None:
    sidebar = story(
        Story,
        headline="麦香飘远",
        bylines=(byline("方 晓", "方晓"),),
        sections=(paragraphs("面粉厂又添新线。", heading="新线"),),
    )
    page = story(
        kicker="春耕一线",
        headline="老渠通了新水",
        subtitle="——石门县灌区改造见闻",
        deck="渠修好了，地也活了。",
        bylines=(byline("□ 本报记者 林一舟 何田", "林一舟", "何田"), byline("责任编辑：周平", "周平", kind="editor")),
        dateline=Dateline(id="d", role="dateline", text="本报石门4月2日电", source=(Span(0, 9),)),
        lead="水来了。",
        sections=(paragraphs("3.5公里的渠，修了两年。", heading="修渠"), paragraphs("- 8℃也开工。")),
        figures=(
            Figure(id="f1", caption=block("caption", "渠首开闸。"), credit=credit("何田摄")),
            Figure(id="f2", caption=block("caption", "图②：巡渠。")),
        ),
        sidebars=(sidebar,),
        furniture=(block("furniture", "下转第三版"),),
    )
    assert (
        to_markdown(page)
        == """\
**春耕一线**

# 老渠通了新水

**——石门县灌区改造见闻**

*渠修好了，地也活了。*

本报记者 林一舟 何田

本报石门4月2日电　水来了。

## 修渠

3.5公里的渠，修了两年。

\\- 8℃也开工。

**图 1** 渠首开闸。 *何田摄*

图②：巡渠。

---

**配文**

## 麦香飘远

文/方 晓

### 新线

面粉厂又添新线。

---

责任编辑：周平
"""
    )
    english = to_markdown(page, labels="en")
    assert "**Figure 1** " in english
    assert "**Sidebar**" in english
    assert "By 方 晓" in english
    both = to_markdown(page, labels="both")
    assert "**图 Figure 1** " in both
    assert "**配文 Sidebar**" in both
    assert "文/By 方 晓" in both


def test_the_labels_are_in_the_script_of_the_page() -> None:
    figures = (Figure(id="f", caption=block("caption", "渠首開閘。")),)
    for language, labels, begins in (
        ("zh-TW", "zh", "**圖** "),
        ("zh-Hant", "both", "**圖 Figure** "),
        ("zh-HK", "en", "**Figure** "),
        ("zh-Hans", "zh", "**图** "),
        ("en", "zh", "**图** "),
    ):
        assert to_markdown(
            story(language=None, figures=figures).model_copy(update={"language": language}), labels=labels
        ).startswith(begins)


def test_a_byline_is_set_without_ornament_and_gaps() -> None:
    lines = (byline("□ 本报记者  林一舟", "林一舟"), byline("■ ", "x"), byline("●何　田", "何田"))
    assert to_markdown(story(bylines=lines)) == "本报记者 林一舟　何 田\n"
    assert to_markdown(story(bylines=lines[2:])) == "文/何 田\n"


def test_a_dateline_opens_the_paragraph_that_it_precedes() -> None:
    dateline = Dateline(id="d", role="dateline", text="RIVERTON (Wire) –", source=(Span(50, 67),))
    page = story(lead="A lead.", dateline=dateline)
    after = TextBlock(id="p", role="paragraph", text="It rained.", source=(Span(68, 78),))
    rained = page.model_copy(update={"sections": (Section(paragraphs=(after,)),)})
    assert to_markdown(rained) == "A lead.\n\nRIVERTON (Wire) – It rained.\n"
    assert to_markdown(page) == "A lead.\n\nRIVERTON (Wire) –\n", "at the end of the text, as on the page"


def test_an_article_of_nothing_is_no_markdown() -> None:
    assert to_markdown(story()) == ""
    assert to_markdown(story(headline=" \n", sections=(paragraphs("　", "\t"),))) == ""


def test_a_single_figure_has_no_number_and_a_sidebar_alone_no_rule() -> None:
    inset = story(Story, figures=(Figure(id="f", credit=credit("资料图片")),))
    assert to_markdown(story(sidebars=(inset,))) == "**配文**\n\n**图** *资料图片*\n"


def test_labels_are_one_of_three() -> None:
    with pytest.raises(NewsdocError, match="labels: 'fr' is none of"):
        to_markdown(story(), labels="fr")


ORDINARY = [
    "同比增长35.6%，达到1.2万吨（含加工），“一带一路”沿线占七成以上。",
    "2月20日至24日，AGV无人车往来——穿梭……",
    "-8℃的夜里，#5机组并网；1.5公里外，*号不用。".replace("*号", "星号"),
    'He said: "It’s 5 < 6, isn’t it?" — and R&D (at AT&T) cost $3.5 million; see item 3) below.',
    "The mayor [Ms Lo] said 10 ~ 12 trains ran; 50% + 3 = more | less. file_name_here! snake_case",
    "The 2024. 1.5 and 3.Sept; state-of-the-art",
    "一、产业；（二）市场；①物流 A股 @新华视点 C# 语言",
    "1.产业兴 2.市场活",
    "#话题# 讨论",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_needs_no_escapes(text: str) -> None:
    assert paragraph(text) == text
    assert heading(text, 2) == f"## {text}"


ESCAPED = [
    ("1. 产业", "1\\. 产业"),
    ("12) item", "12\\) item"),
    ("- 条", "\\- 条"),
    ("+", "\\+"),
    ("# 题", "\\# 题"),
    ("> 引", "\\> 引"),
    ("---", "\\---"),
    ("===", "\\==="),
    ("* * *", "\\* \\* \\*"),
    ("_强_", "\\_强\\_"),
    ("`x`", "\\`x\\`"),
    ("```", "\\`\\`\\`"),
    ("~~~", "\\~\\~\\~"),
    ("<script>", "\\<script>"),
    ("[x](y)", "[x\\](y)"),
    ("![x](y)", "![x\\](y)"),
    ("[x]: y", "[x\\]: y"),
    ("&amp; &#35;", "\\&amp; \\&#35;"),
    ("a | b\n--|--", "a | b\\\n\\--|--"),
    ("题\n==", "题\\\n\\=="),
    ("题\n=", "题\\\n\\="),
    ("    四格", "四格"),
    ("https://a.bc www.d.ef g@h.ij", "https\\://a.bc www\\.d.ef g\\@h.ij"),
    ("C:\\dir", "C:\\\\dir"),
    ("a\x00b\ud800", "a\ufffdb\ufffd"),
]


@pytest.mark.parametrize(("text", "markdown"), ESCAPED)
def test_what_would_be_markup_is_escaped(text: str, markdown: str) -> None:
    assert paragraph(text) == markdown


@pytest.mark.parametrize(
    ("text", "markdown"), [("C #", "# C \\#"), ("#", "# \\#"), ("C#", "# C#"), ("a ##", "# a #\\#"), ("1. a", "# 1. a")]
)
def test_the_end_of_a_heading_is_escaped(text: str, markdown: str) -> None:
    assert heading(text, 1) == markdown


HOSTILE = [
    "#",
    "[",
    "](",
    "<",
    "&",
    "&a",
    "_",
    "*",
    "~",
    "=",
    "- ",
    "|",
    ":",
    "\n",
    "a\n",
    "\\",
    " ",
    "www",
    "1",
    "a@",
    "图",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_cost_is_linear_in_the_length_of_the_text(piece: str) -> None:
    def cost(size: int) -> float:
        text = piece * (size // len(piece)) + "x"
        page = story(
            headline=text, sections=(paragraphs(text),), figures=(Figure(id="f", caption=block("caption", text)),)
        )
        best = 9.0
        for _ in range(3):
            start = time.thread_time()
            to_markdown(page)
            best = min(best, time.thread_time() - start)
        return best

    assert cost(80_000) < 40 * max(cost(10_000), 1e-3)
