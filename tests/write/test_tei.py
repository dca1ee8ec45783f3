"""TEI P5: well-formed for any text, elements where the guidelines allow them, and every text read back."""

import re
import time
from fractions import Fraction
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from write.article_strategies import any_text, law, markup_text
from write.marked_articles import marked_articles

from newsdoc.model.annotation import Date, Edit, Person, Quantity, Quote
from newsdoc.model.article import Article, Byline, Figure, Section, Source, Story, TextBlock
from newsdoc.pipeline import parse
from newsdoc.write import to_tei
from newsdoc.write.markup_text import shown

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
PHRASES = {"measure", "num", "date", "said"}
INSIDE = {
    "TEI": {"teiHeader", "text"},
    "text": {"body"},
    "body": {"div", "fw"},
    "div": {"head", "argument", "byline", "dateline", "p", "div", "figure"},
    "argument": {"p"},
    "figure": {"head", "p"},
    "head": PHRASES,
    "p": PHRASES,
    "said": PHRASES,
    "byline": PHRASES - {"said"},
    "dateline": PHRASES - {"said"},
    "measure": {"num"},
    "num": set(),
    "date": set(),
    "fw": set(),
}
"""Which element may stand in which, as the content models say."""
ALLOWED = {
    "num": {"type", "value", "atLeast", "atMost"},
    "measure": {"type", "quantity", "unit"},
    "date": {"when", "when-iso", "when-custom"},
    "said": {"who", "direct"},
}
NUMBER = re.compile(r"-?\d+(?:\.\d+)?|-?\d+/-?\d+")


def name(element: ElementTree.Element) -> str:
    assert element.tag.startswith(TEI)
    return element.tag.removeprefix(TEI)


def check_children(element: ElementTree.Element) -> None:
    for child in element:
        assert name(child) in INSIDE[name(element)], (name(element), name(child))
        check_children(child)
    if name(element) == "div":
        check_order(element)
    if name(element) in ALLOWED:
        assert set(element.attrib) <= ALLOWED[name(element)], element.attrib
    for key in ("quantity", "value", "atLeast", "atMost"):
        if key in element.attrib:
            assert NUMBER.fullmatch(element.get(key))
    for key in ("type", "unit", "when-custom"):
        assert not re.search(r"\s", element.get(key, ""))


def check_order(div: ElementTree.Element) -> None:
    """Heads, then paragraphs, then parts, then what closes; at least something."""
    rank = {"head": 0, "argument": 0, "dateline": 0, "p": 1, "div": 2, "figure": 3}
    ranks = [rank[name(child)] for child in div if name(child) in rank]
    assert ranks == sorted(ranks)
    assert any(name(child) in ("p", "div") for child in div)
    for before, after in pairwise(div):
        if name(after) == "byline" and name(before) in ("p", "div", "figure"):
            assert all(name(rest) == "byline" for rest in list(div)[list(div).index(after) :])


def read(article: Article) -> ElementTree.Element:
    text = to_tei(article)
    root = ElementTree.fromstring(text.encode("utf-8"))
    assert name(root) == "TEI"
    header = root[0]
    assert [name(part) for part in header][:2] == ["fileDesc", "encodingDesc"]
    assert [name(part) for part in header[0]] == ["titleStmt", "publicationStmt", "sourceDesc"]
    check_children(root[1])
    ids = [element.get(f"{XML}id") for element in root.iter() if element.get(f"{XML}id")]
    assert len(set(ids)) == len(ids)
    for said in root.iter(f"{TEI}said"):
        assert said.get("who") is None or said.get("who", "")[1:] in ids
    return root


def texts(article: Article) -> list[str]:
    found = [block.text for block in article.furniture]
    for story in (article, *article.sidebars):
        closing = [b for b in story.bylines if b.kind == "editor"]
        heads = (story.kicker, story.headline, story.subtitle, story.deck)
        blocks = [*heads, *(b for b in story.bylines if b not in closing), story.dateline, story.lead]
        for section in story.sections:
            blocks += [section.heading, *section.paragraphs]
        for figure in story.figures:
            blocks += [figure.caption, figure.credit]
        found += [block.text for block in (*blocks, *closing) if block]
    return [shown(text) for text in found if text]


@law
@given(marked_articles())
def test_law_every_text_is_read_back_in_order(article: Article) -> None:
    root = read(article)
    leaves = {"head", "p", "byline", "dateline", "fw"}
    found = ["".join(element.itertext()) for element in root[1].iter() if name(element) in leaves]
    assert [text for text in found if text] == texts(article)


@law
@given(markup_text | any_text)
@example("]]>")
@example("\x00\x0b\ufffe\ud800\x85")
@example("<!DOCTYPE x [<!ENTITY a 'b'>]>&a;")
def test_law_any_text_is_well_formed_wherever_it_stands(text: str) -> None:
    person = Person(text, text, text)
    block = TextBlock(
        id=text,
        role=text,
        text=text,
        quantities=(Quantity(0, len(text), text, text, Fraction(1, 3), Fraction(0), unit=text),),
        dates=(Date(0, len(text), text, text),),
        quotes=(Quote(0, len(text), text, text, person),),
    )
    article = Article(
        headline=block,
        bylines=(Byline(id=text, role=text, text=text, people=(person,)),),
        source=Source(name=text, sha256=text, text=text),
        language=text,
        people=(person,),
        furniture=(block,),
        edits=(Edit(text, 0, 0, text, text, text),),
    )
    root = read(article)
    assert "".join(root.find(f".//{TEI}head").itertext() if text else "") == shown(text)


def opening(article: Article, tag: str) -> dict[str, str]:
    return dict(read(article).find(f".//{TEI}body//{TEI}{tag}").attrib)


def article_of(text: str, **marks: object) -> Article:
    block = TextBlock(id="b", role="paragraph", text=text, **marks)
    return Article(sections=(Section(paragraphs=(block,)),), source=Source(sha256="", text=text))


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2023", {"when": "2023"}),
        ("2023-02-20", {"when": "2023-02-20"}),
        ("2023-02-20T15:00:00", {"when": "2023-02-20T15:00:00"}),
        ("2023-01/2023-02", {"when-iso": "2023-01/2023-02"}),
        ("2019/..", {"when-iso": "2019/.."}),
        ("-0220", {"when-iso": "-0220"}),
        ("XXXX-02-20", {"when-iso": "--02-20"}),
        ("XXXX-02-20/XXXX-02-24", {"when-iso": "--02-20/--02-24"}),
        ("198X", {"when-custom": "198X"}),
        ("not a date", {}),
    ],
)
def test_a_date_says_what_its_attribute_can(edtf: str, expected: dict[str, str]) -> None:
    assert opening(article_of("去年", dates=(Date(0, 2, "去年", edtf),)), "date") == expected


def test_bounds_stand_on_num_which_alone_may_have_them() -> None:
    quantity = Quantity(0, 7, "3000多万吨", "measure", Fraction(30000000), Fraction(30000000), Fraction(40000000), "t")
    measure = read(article_of("3000多万吨。", quantities=(quantity,))).find(f".//{TEI}measure")
    assert measure is not None
    assert measure.attrib == {"type": "measure", "quantity": "30000000", "unit": "t"}
    assert measure[0].attrib == {"atLeast": "30000000", "atMost": "40000000"}


def test_a_number_without_a_unit_is_num() -> None:
    quantity = Quantity(0, 2, "三分", "number", Fraction(1, 3))
    assert opening(article_of("三分", quantities=(quantity,)), "num") == {"type": "number", "value": "1/3"}


def test_a_quote_names_its_speaker_in_the_header() -> None:
    quote = Quote(1, 3, "明年", "indirect", Person("王小雨", "局长"))
    root = read(article_of("“明年”", quotes=(quote,)))
    said = root.find(f".//{TEI}said")
    person = root.find(f".//{TEI}person")
    assert said is not None
    assert person is not None
    assert said.attrib == {"who": f"#{person.get(f'{XML}id')}", "direct": "false"}
    assert [part.text for part in person] == ["王小雨", "局长"]


def test_sections_figures_and_sidebars() -> None:
    def block(text: str) -> TextBlock:
        return TextBlock(id=text, role="", text=text)

    article = Article(
        headline=block("题"),
        sections=(Section(paragraphs=(block("甲"),)), Section(heading=block("二"), paragraphs=(block("乙"),))),
        figures=(Figure(id="f", caption=block("图")),),
        sidebars=(Story(headline=block("旁")),),
        source=Source(sha256="", text=""),
        published="2024-05-20",
    )
    root = read(article)
    main, beside = root.findall(f"{TEI}text/{TEI}body/{TEI}div")
    assert [name(part) for part in main] == ["head", "p", "div", "figure"]
    assert (main.get("type"), beside.get("type")) == ("article", "sidebar")
    assert root.find(f".//{TEI}sourceDesc//{TEI}date").attrib == {"type": "publication", "when": "2024-05-20"}


def test_a_page_that_was_read() -> None:
    read(parse("河口建桥\n本报记者 林晚\n大桥长3公里，去年动工。“明年通车。”局长王小雨说。\n", published="2024-05-20"))


def test_time_is_linear_in_the_size() -> None:
    def seconds(size: int) -> float:
        quotes = tuple(Quote(i, size - i, "", "direct", Person("王")) for i in range(size // 8))
        article = article_of("<" * size, quotes=quotes)
        best = float("inf")
        for _ in range(3):
            start = time.thread_time()
            to_tei(article)
            best = min(best, time.thread_time() - start)
        return best

    seconds(500)
    assert seconds(32_000) / max(seconds(4_000), 1e-3) < 32
