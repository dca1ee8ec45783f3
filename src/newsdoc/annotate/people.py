"""People: what the name of one looks like, and one entry a person from all places that name them (人物).

Name shapes, in both scripts:

- Chinese: a surname of the table ``surnames`` (compound ones too: 欧阳, 司马) and one or two characters, or two
  surnames and two characters (a married name: 陈方安生).
- Transliterated or minority: parts joined by ``·`` (亨利·刘易斯, 买买提·艾力), or a word written only with the
  characters that transliteration uses (table ``transliteration``: 普京, 奥巴马).
- Latin: one to five words with capitals, particles (de, van, bin) between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.lexicon import BUILT_IN, Lexicon, forms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsdoc.model.annotation import Person

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇"
"""The characters of Chinese writing, to stand in a character class."""

DOT = "·•‧・∙⋅"
"""The marks that join the parts of a transliterated name, as pages print them."""

_LATIN_WORD = r"[A-ZÀ-ÖØ-Þ](?:[\w’'-]*[\w]|\.)?\.?"
LATIN_NAME = (
    rf"{_LATIN_WORD}(?:[ \u00a0](?:{_LATIN_WORD}|de|van|von|der|den|bin|al|el|la|du|di|da|ibn|ben|y){{1}}){{0,5}}"
)
"""A name in Latin letters, as a pattern; it says nothing of what stands around it."""


@dataclass(frozen=True, slots=True, eq=False)
class NameTables:
    """The name tables of one lexicon, compiled."""

    surnames: frozenset[str]
    foreign: frozenset[str]
    excluded: frozenset[str]
    chinese: re.Pattern[str]
    joined: re.Pattern[str]
    latin: re.Pattern[str]
    no_first: frozenset[str]


def _column_forms(lexicon: Lexicon, table: str) -> frozenset[str]:
    return frozenset(form for row in lexicon.rows(table) for key in ("zh-Hans", "zh-Hant") for form in forms(row[key]))


@lru_cache(maxsize=8)
def name_tables(lexicon: Lexicon) -> NameTables:
    """The compiled name tables of a lexicon.

    >>> "欧阳" in name_tables(Lexicon.load()).surnames
    True
    """
    surnames = _column_forms(lexicon, "surnames")
    single = "".join(sorted(s for s in surnames if len(s) == 1))
    compound = "|".join(sorted((re.escape(s) for s in surnames if len(s) > 1), key=lambda s: (-len(s), s)))
    excluded = _column_forms(lexicon, "not_names") | _column_forms(lexicon, "titles") | _column_forms(lexicon, "verbs")
    excluded |= {form for form in _column_forms(lexicon, "organizations") if len(form) > 1}
    return NameTables(
        surnames,
        _column_forms(lexicon, "transliteration"),
        excluded,
        re.compile(rf"(?:{compound})[{HAN}]{{1,2}}|[{single}](?:[{single}][{HAN}]{{2}}|[{HAN}]{{1,2}})"),
        re.compile(rf"(?:[{HAN}]{{1,8}}|[A-Z]\.?)(?:[{DOT}．.](?:[{HAN}]{{1,8}}|[A-Z]\.?)){{1,5}}"),
        re.compile(LATIN_NAME),
        frozenset(form for row in lexicon.rows("not_names") for form in forms(row["en"])),
    )


_NO_NAME_END = frozenset("署处處局厅廳的了是在和与與或等们們也都就将將会會很更最被把对對从從向及并並又还還说說称稱指")


def is_chinese_name(text: str, lexicon: Lexicon = BUILT_IN) -> bool:
    """Whether the whole string has the shape of a Chinese name: surname and given name, no word of another kind.

    >>> [is_chinese_name(name) for name in ("张桂兰", "欧阳雪", "经济", "工程师")]
    [True, True, False, False]
    """
    if not 2 <= len(text) <= 5:
        return False
    tables = name_tables(lexicon)
    if text in tables.excluded or text[-1] in _NO_NAME_END:
        return False
    if len(text) > 2 and (text[:2] in tables.excluded or text[1:] in tables.excluded):
        return False
    return tables.chinese.fullmatch(text) is not None


def is_foreign_name(text: str, lexicon: Lexicon = BUILT_IN) -> bool:
    """Whether the whole string has the shape of a name in transliteration, or of a minority name with its dot.

    >>> [is_foreign_name(name) for name in ("亨利·格兰特", "奥巴马", "管理员")]
    [True, True, False]
    """
    tables = name_tables(lexicon)
    if 2 <= len(text) <= 40 and tables.joined.fullmatch(text):
        return True
    return 2 <= len(text) <= 7 and text not in tables.excluded and all(char in tables.foreign for char in text)


def is_latin_name(text: str, lexicon: Lexicon = BUILT_IN) -> bool:
    """Whether the whole string has the shape of a name in Latin letters.

    >>> [is_latin_name(name) for name in ("Ludwig van der Berg", "The report", "Mary O’Neill-Hart")]
    [True, False, True]
    """
    if not text or len(text) > 80 or not name_tables(lexicon).latin.fullmatch(text):
        return False
    no_name = name_tables(lexicon).no_first
    return not any(word.strip(".") in no_name for word in text.split())


def is_person_name(text: str, lexicon: Lexicon = BUILT_IN) -> bool:
    """Whether the whole string has the shape of one person's name, in Chinese, transliteration or Latin letters.

    Args:
        text: The candidate. The space of typesetting inside a Chinese name (陈 力) does not count.
        lexicon: The tables ``surnames``, ``transliteration``, ``not_names``, ``titles`` and ``organizations`` are read.

    >>> [is_person_name(text) for text in ("陈 力", "司马文静", "买买提·艾力", "Jane Doe", "本报讯", "综合")]
    [True, True, True, True, False, False]
    """
    text = text.strip()
    if len(text) > 80:
        return False
    squeezed = text if text.isascii() else re.sub(rf"(?<=[{HAN}])[ \u3000]+(?=[{HAN}])", "", text)
    return is_chinese_name(squeezed, lexicon) or is_foreign_name(squeezed, lexicon) or is_latin_name(squeezed, lexicon)


def _key(name: str) -> str:
    return re.sub(rf"[\s{DOT}]", "", name).casefold()


def people_of(mentions: Iterable[Person]) -> tuple[Person, ...]:
    """One entry a person, in the order of first mention; title and organisation from where they are given in full.

    Mentions without a name are left out. A later mention adds what an earlier one lacks, and a longer organisation
    wins over a shorter one; the title stays with the organisation that it was printed with. A surname alone (Roe)
    belongs to the one full name that ends in it.

    >>> from newsdoc.model.annotation import Person
    >>> people_of([Person("苏晴"), Person("苏晴", "科长", "县水利局"), Person(None, "负责人", "县水利局")])
    (Person(name='苏晴', title='科长', organization='县水利局'),)
    >>> people_of([Person("Roe", "spokeswoman"), Person("Jane Roe")])
    (Person(name='Jane Roe', title='spokeswoman', organization=None),)
    """
    found: dict[str, Person] = {}
    named = [person for person in mentions if person.name]
    full: dict[str, set[str]] = {}
    for person in named:
        name = person.name or ""
        if " " in name and name.isascii():
            full.setdefault(name.rpartition(" ")[2], set()).add(name)
    for person in named:
        whole = full.get(person.name or "", ())
        if len(whole) == 1:
            person = replace(person, name=next(iter(whole)))
        key = _key(person.name or "")
        known = found.get(key)
        if known is None:
            found[key] = person
        else:
            found[key] = merged(known, person)
    return tuple(found.values())


def merged(known: Person, other: Person) -> Person:
    """The same person with what ``other`` adds.

    >>> from newsdoc.model.annotation import Person
    >>> merged(Person("苏晴", "科长"), Person("苏晴", "科长", "县水利局"))
    Person(name='苏晴', title='科长', organization='县水利局')
    """
    if other.organization and other.title and len(other.organization) > len(known.organization or ""):
        return replace(known, title=other.title, organization=other.organization)
    return replace(known, title=known.title or other.title, organization=known.organization or other.organization)
