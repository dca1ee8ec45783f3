"""JSON and back: the round trip, the schema, and what is refused with which path."""

import json
import time
from fractions import Fraction

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from write.article_strategies import articles, few, law

from newsdoc.errors import SchemaError
from newsdoc.model.annotation import Diagnostic, Quantity, Span
from newsdoc.model.article import Article, Section, Source, Story, TextBlock
from newsdoc.write import from_json, json_schema, to_json

VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def page() -> Article:
    """A small article with a value of every kind of JSON in it."""
    quantity = Quantity(4, 8, "近三成半", "percent", Fraction(35), high=Fraction(35), unit="%", modifier="nearly")
    third = Quantity(0, 4, "三分之一", "number", Fraction(1, 3))
    block = TextBlock(
        id="b2", role="paragraph", text="三分之一近三成半", source=(Span(3, 11),), quantities=(third, quantity)
    )
    return Article(
        headline=TextBlock(id="b1", role="headline", text="春耕"),
        sections=(Section(paragraphs=(block,)),),
        source=Source(name="page.txt", sha256="00", text="春耕\n三分之一近三成半"),
        published="2024-02-29",
        sidebars=(Story(headline=TextBlock(id="b3", role="headline", text="配文")),),
        diagnostics=(Diagnostic("doubled", "may be meant", 0, 2),),
    )


@few
@given(articles())
def test_law_what_is_written_is_read_back(article: Article) -> None:
    text = to_json(article)
    assert from_json(text) == article
    assert to_json(from_json(text)) == text
    assert from_json(to_json(article, indent=None)) == article
    text.encode("utf-8")


@few
@given(articles())
def test_law_what_is_written_follows_the_schema(article: Article) -> None:
    VALIDATOR.validate(json.loads(to_json(article)))


def test_schema_is_of_the_2020_dialect_and_has_an_id() -> None:
    schema = json_schema()
    VALIDATOR.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].endswith(":1.0")
    json.dumps(schema)


@pytest.mark.parametrize("path", [("diagnostics",), ("source", "name"), ("sections", 0, "paragraphs", 0, "quotes")])
def test_the_schema_wants_every_key_and_no_other(path: tuple[str | int, ...]) -> None:
    tree = json.loads(to_json(page()))
    parent = tree
    for key in path[:-1]:
        parent = parent[key]
    value = parent.pop(path[-1])
    assert not VALIDATOR.is_valid(tree)
    parent[path[-1]] = value
    assert VALIDATOR.is_valid(tree)
    parent["more"] = None
    assert not VALIDATOR.is_valid(tree)


def test_keys_never_vanish_and_stand_in_the_order_of_the_model() -> None:
    tree = json.loads(to_json(Article(source=Source(sha256="", text=""))))
    assert list(tree) == list(Article.model_fields)
    assert tree["headline"] is None
    assert tree["edits"] == []


def test_numbers_are_exact_strings() -> None:
    values = [row["value"] for row in json.loads(to_json(page()))["sections"][0]["paragraphs"][0]["quantities"]]
    assert values == ["1/3", "35"]


def test_an_older_minor_version_may_lack_a_key() -> None:
    tree = json.loads(to_json(page()))
    del tree["diagnostics"]
    assert from_json(json.dumps(tree)).diagnostics == ()


def _first_quantity(tree: dict) -> dict:
    return tree["sections"][0]["paragraphs"][0]["quantities"][0]


REFUSED = [
    # what is changed in a right tree, what the message must begin with
    (lambda t: t.update(schema_version="1.1"), "schema_version: '1.1' is of a newer release"),
    (lambda t: t.update(schema_version="2.0"), "schema_version: '2.0'"),
    (lambda t: t.update(schema_version="0.9"), "schema_version: '0.9'"),
    (lambda t: t.update(schema_version="1"), "schema_version: '1'"),
    (lambda t: t.update(schema_version="１.0"), "schema_version: '１.0'"),
    (lambda t: t.update(schema_version=1.0), "schema_version: 1.0"),
    (lambda t: t.pop("schema_version"), "schema_version: None"),
    (lambda t: t.update(schema_name="other"), "schema_name: 'other'"),
    (lambda t: t.pop("source"), "source: missing"),
    (lambda t: t.update(extra=1), "extra: unknown field"),
    (lambda t: t.update({"a b": 1}), "'a b': unknown field"),
    (lambda t: t.update(headline="春耕"), "headline: input should be an object"),
    (lambda t: t.update(sections={}), "sections: input should be a valid array"),
    (lambda t: t.update(published="2023-02-29"), "published: input should be a valid date"),
    (lambda t: t.update(published=20240229), "published: "),
    (lambda t: t["source"].update(pages="1"), "source.pages: input should be a valid integer, not '1'"),
    (lambda t: t["source"].update(pages=1.5), "source.pages: "),
    (lambda t: t["source"].update(pages=True), "source.pages: "),
    (lambda t: t["source"].update(text=None), "source.text: input should be a valid string, not None"),
    (
        lambda t: t["sections"][0]["paragraphs"][0].update(text=7),
        "sections[0].paragraphs[0].text: input should be a valid string",
    ),
    (
        lambda t: t["sections"][0]["paragraphs"][0]["source"][0].update(x=1),
        "sections[0].paragraphs[0].source[0].x: unknown",
    ),
    (lambda t: t["sidebars"][0]["headline"].pop("id"), "sidebars[0].headline.id: missing"),
    (lambda t: t["sidebars"][0].update(schema_name="x"), "sidebars[0].schema_name: unknown field"),
    (lambda t: _first_quantity(t).update(value=0.5), "sections[0].paragraphs[0].quantities[0].value: 0.5 is no exact"),
    (lambda t: _first_quantity(t).update(value=5), "sections[0].paragraphs[0].quantities[0].value: 5 is no exact"),
    (lambda t: _first_quantity(t).update(low="1/0"), "sections[0].paragraphs[0].quantities[0].low: '1/0'"),
    (lambda t: _first_quantity(t).update(high="1e999999999"), "sections[0].paragraphs[0].quantities[0].high: '1e9"),
    (lambda t: _first_quantity(t).update(base_value="٣"), "sections[0].paragraphs[0].quantities[0].base_value: "),
    (lambda t: _first_quantity(t).update(value="9" * 5000), "sections[0].paragraphs[0].quantities[0].value: "),
    (lambda t: t["diagnostics"][0].pop("start"), "diagnostics[0].start: missing"),
]


@pytest.mark.parametrize(("change", "begins"), REFUSED, ids=[begins[:60] for _, begins in REFUSED])
def test_what_is_wrong_is_refused_with_its_path(change, begins: str) -> None:
    tree = json.loads(to_json(page()))
    change(tree)
    with pytest.raises(SchemaError) as refused:
        from_json(json.dumps(tree))
    assert str(refused.value).startswith(begins)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "{",
        "null",
        "[]",
        '"text"',
        "\ufeff{}",
        "{'a': 1}",
        "[" * 100_000,
        '{"a":' * 100_000,
        "\ud800",
        '"\\ud800"',
        "NaN",
    ],
    ids=lambda text: repr(text[:10]),
)
def test_what_is_no_article_is_refused(text: str) -> None:
    with pytest.raises(SchemaError, match=r"^(\$|schema_name): "):
        from_json(text)


@law
@given(st.text() | st.text('{}[]":,\\ud80/truefalsn10.e-', max_size=30))
def test_any_text_is_an_article_or_a_schema_error(text: str) -> None:
    with pytest.raises(SchemaError):
        from_json(text)


@law
@given(articles(bare=True), st.data())
def test_a_wrong_type_anywhere_is_refused(article: Article, data: st.DataObject) -> None:
    tree = json.loads(to_json(article))
    parents = [tree]
    for parent in parents:
        parents.extend(
            item
            for item in (parent.values() if isinstance(parent, dict) else parent)
            if isinstance(item, dict | list) and item
        )
    parent = data.draw(st.sampled_from(parents))
    key = (
        data.draw(st.sampled_from(list(parent)))
        if isinstance(parent, dict)
        else data.draw(st.integers(0, len(parent) - 1))
    )
    wrong = [{"no": 1}, [[]], 1e300] if key == "resolved" else [{"no": 1}, [[]], 1e300, True]
    parent[key] = data.draw(st.sampled_from(wrong))
    with pytest.raises(SchemaError):
        from_json(json.dumps(tree))


def test_cost_is_linear_in_the_length_of_the_json() -> None:
    def cost(number: int) -> float:
        article = page().model_copy(update={"diagnostics": (Diagnostic("r", "\ud800", 0, 1),) * number})
        best = 9.0
        for _ in range(3):
            start = time.thread_time()
            from_json(to_json(article))
            best = min(best, time.thread_time() - start)
        return best

    assert cost(8000) < 40 * max(cost(1000), 1e-3)
