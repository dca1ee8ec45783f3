"""ninjs 3.1: every object has the keys that the schema asks for and no others, with values of their types."""

import json
import re
from xml.etree import ElementTree

from hypothesis import given
from write.article_strategies import few, law
from write.marked_articles import marked_articles

from newsdoc.model.annotation import Person, Span
from newsdoc.model.article import Article, Byline, Credit, Dateline, Figure, Section, Source, Story, TextBlock
from newsdoc.pipeline import parse
from newsdoc.write import to_ninjs
from newsdoc.write.markup_text import shown

STRING = str
URI = re.compile(r"[a-z][a-z0-9+.-]*:[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
VALUED = {"role": STRING, "contentType": STRING, "value": STRING}
NAMED = {"name": STRING, "rel": STRING}
ITEM = {
    "uri": URI,
    "type": {"text", "picture", "composite"},
    "representationType": {"full", "partial"},
    "contentCreated": MOMENT,
    "language": re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"),
    "descriptions": [VALUED],
    "bodies": [{**VALUED, "charCount": int, "wordCount": int}],
    "headlines": [VALUED],
    "people": [NAMED],
    "organisations": [NAMED],
    "infoSources": [{"name": STRING, "role": STRING}],
    "title": STRING,
    "by": STRING,
    "located": STRING,
    "altIds": [{"role": STRING, "value": STRING}],
    "standard": {"name": STRING, "version": STRING, "schema": URI},
}
"""The part of the schema that the writer uses; unknown keys are errors there (unevaluatedProperties: false)."""


def check_value(value, rule, path):
    if isinstance(rule, dict):
        assert isinstance(value, dict), path
        assert set(value) <= set(rule), (path, set(value) - set(rule))
        for key, item in value.items():
            check_value(item, rule[key], f"{path}.{key}")
        if "value" in rule:
            assert "value" in value, path
    elif isinstance(rule, list):
        assert isinstance(value, list), path
        for item in value:
            check_value(item, rule[0], path)
    elif isinstance(rule, set):
        assert value in rule, path
    elif isinstance(rule, re.Pattern):
        assert isinstance(value, str), path
        assert rule.fullmatch(value), (path, value)
    else:
        assert type(value) is rule, path


def check_item(item, path="$", within=False):
    own = {key: value for key, value in item.items() if key not in ("associations", "name", "rel")}
    check_value(own, ITEM, path)
    assert "uri" in item
    assert ("name" in item) == within
    if within:
        assert type(item["name"]) is str
        assert type(item["rel"]) is str
    for beside in item.get("associations", []):
        check_item(beside, f"{path}.associations", within=True)


def uris(item):
    return [item["uri"], *(uri for beside in item.get("associations", []) for uri in uris(beside))]


@law
@given(marked_articles())
def test_law_the_object_is_of_the_schema(article: Article) -> None:
    text = to_ninjs(article)
    text.encode("utf-8")
    item = json.loads(text)
    check_item(item)
    assert len(set(uris(item))) == len(uris(item))


@few
@given(marked_articles())
def test_law_every_text_of_the_story_is_there(article: Article) -> None:
    item = json.loads(to_ninjs(article))
    blocks = [article.lead] + [b for s in article.sections for b in (s.heading, *s.paragraphs)]
    texts = [shown(block.text) for block in blocks if block and block.text]
    bodies = {body["role"]: body["value"] for body in item.get("bodies", [])}
    assert bodies.get("main", "") == "\n\n".join(texts)
    if "richtext" in bodies:
        root = ElementTree.fromstring(f"<body>{bodies['richtext']}</body>")
        assert [part.text for part in root] == texts
    headlines = {line["role"]: line["value"] for line in item.get("headlines", [])}
    for role, block in (("kicker", article.kicker), ("main", article.headline), ("subtitle", article.subtitle)):
        assert headlines.get(role) == (shown(block.text) if block else None)


def block(text: str, role: str) -> TextBlock:
    return TextBlock(id=text, role=role, text=text)


def test_what_goes_where() -> None:
    person = Person("王小雨", "局长", "北河市水务局")
    article = Article(
        kicker=block("肩题", "kicker"),
        headline=block("河口建桥", "headline"),
        deck=block("提要。", "deck"),
        bylines=(
            Byline(id="1", role="byline", text="□本报记者 林晚", kind="reporter", people=(Person("林晚"),)),
            Byline(id="2", role="byline", text="责编：于舟", kind="editor", people=(Person("于舟"),)),
        ),
        dateline=Dateline(id="3", role="dateline", text="新华社北河电", place="北河", agency="新华社"),
        sections=(Section(paragraphs=(block("甲。", "paragraph"), block("乙。", "paragraph"))),),
        figures=(
            Figure(
                id="f",
                caption=block("桥景。", "caption"),
                credit=Credit(id="4", role="credit", text="林晚摄", people=(Person("林晚"),)),
            ),
        ),
        sidebars=(Story(headline=block("旁记", "headline"), lead=block("丙。", "lead")),),
        people=(person, Person(None, "负责人", None)),
        source=Source(sha256="0f", text="", name="page.txt"),
        language="zh-Hans",
        published="2024-05-20",
    )
    item = json.loads(to_ninjs(article))
    check_item(item)
    assert item["uri"] == "urn:newsdoc:sha256:0f"
    assert item["standard"]["version"] == "3.1"
    assert item["contentCreated"] == "2024-05-20T00:00:00Z"
    assert item["by"] == "本报记者 林晚"
    assert item["located"] == "北河"
    assert item["people"] == [{"name": "王小雨", "rel": "mentions"}]
    assert item["organisations"] == [{"name": "北河市水务局", "rel": "mentions"}]
    assert item["infoSources"] == [
        {"name": "新华社", "role": "agency"},
        {"name": "林晚", "role": "reporter"},
        {"name": "于舟", "role": "editor"},
    ]
    assert [body["value"] for body in item["bodies"]] == ["甲。\n\n乙。", "<p>甲。</p><p>乙。</p>"]
    picture, sidebar = item["associations"]
    assert (picture["type"], picture["by"]) == ("picture", "林晚摄")
    assert picture["descriptions"][0]["value"] == "桥景。"
    assert (sidebar["rel"], sidebar["name"], sidebar["bodies"][0]["value"]) == ("sidebar", "旁记", "丙。")


def test_a_page_that_was_read() -> None:
    check_item(json.loads(to_ninjs(parse("河口建桥\n本报记者 林晚\n大桥长3公里。\n", published="2024-05-20"))))


def test_an_article_of_nothing_has_an_identity() -> None:
    source = Source(sha256="a b/\ud800", text="")
    item = json.loads(to_ninjs(Article(source=source, lead=TextBlock(id="", role="", text="", source=(Span(0, 0),)))))
    check_item(item)
    assert "bodies" not in item
