"""Name shapes, and one entry a person."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdoc.annotate.people import is_chinese_name, is_foreign_name, is_person_name, merged, people_of
from newsdoc.lexicon import Lexicon
from newsdoc.model.annotation import Person

names = st.text("苏晴罗敏海涛", min_size=2, max_size=3)
titles = st.none() | st.sampled_from(["科长", "局长"])
bodies = st.none() | st.sampled_from(["县水利局", "县水利局水资源科"])
people = st.builds(Person, st.none() | names, titles, bodies)


@settings(max_examples=150, deadline=None)
@given(st.lists(people, max_size=12))
def test_every_name_once_in_order_of_mention_and_only_names(mentions: list[Person]) -> None:
    found = people_of(mentions)
    assert [p.name for p in found] == list(dict.fromkeys(p.name for p in mentions if p.name))


@settings(max_examples=150, deadline=None)
@given(st.lists(people, max_size=12))
def test_titles_and_bodies_come_from_a_mention_of_the_same_name(mentions: list[Person]) -> None:
    for person in people_of(mentions):
        same = [m for m in mentions if m.name == person.name]
        assert person.title in {m.title for m in same}
        assert person.organization in {m.organization for m in same}
        assert person.title or not any(m.title for m in same)


@settings(max_examples=100, deadline=None)
@given(st.lists(people, max_size=12))
def test_merging_again_changes_nothing(mentions: list[Person]) -> None:
    assert people_of(people_of(mentions)) == people_of(mentions)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=20))
def test_any_text_is_judged(text: str) -> None:
    assert is_person_name(text) in (True, False)


NAMES = [
    ("王芳", True, "surname and one character"),
    ("赵铁柱", True, "surname and two characters"),
    ("欧阳雪", True, "compound surname"),
    ("司馬文靜", True, "compound surname, traditional"),
    ("范徐麗泰", True, "two surnames: a married name"),
    ("陈 力", True, "space of typesetting"),
    ("艾力·买买提", True, "minority name with its dot"),
    ("玛丽亚·冈萨雷斯", True, "transliteration with its dot"),
    ("勒布朗", True, "transliteration without dot"),
    ("Jane Roe", True, "English"),
    ("Ludwig van der Berg", True, "particle"),
    ("Mary O’Neill", True, "apostrophe"),
    ("经济", False, "a word that begins with a surname character"),
    ("高级", False, "the same"),
    ("工程师", False, "a post"),
    ("委员会", False, "a body"),
    ("余主任", False, "surname and post"),
    ("张", False, "a surname alone"),
    ("本报讯", False, "no surname"),
    ("张三说的", False, "a clause"),
    ("The Board", False, "article"),
    ("", False, "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), NAMES)
def test_name_shapes(text: str, expected: bool, why: str) -> None:
    assert is_person_name(text) is expected, why


def test_a_surname_alone_belongs_to_the_one_full_name() -> None:
    assert people_of([Person("Roe", "mayor"), Person("Jane Roe")]) == (Person("Jane Roe", "mayor"),)
    two = people_of([Person("Roe"), Person("Jane Roe"), Person("John Roe")])
    assert [p.name for p in two] == ["Roe", "Jane Roe", "John Roe"]


def test_the_longer_body_brings_its_title() -> None:
    person = merged(Person("苏晴", "局长", "水利局"), Person("苏晴", "科长", "县水利局水资源科"))
    assert person == Person("苏晴", "科长", "县水利局水资源科")


def test_a_users_surname_counts(tmp_path) -> None:
    assert not is_chinese_name("砼建国")
    file = tmp_path / "mine.tsv"
    file.write_text("[surnames]\nzh-Hans\n砼\n", "utf-8")
    assert is_chinese_name("砼建国", Lexicon.load(file))


def test_foreign_names_hold_only_the_characters_of_transliteration() -> None:
    assert is_foreign_name("萨尔瓦多雷")
    assert not is_foreign_name("店员们")
