"""The words of units, currencies, modifiers and counted things in a language, from the tables of a lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.lexicon import Lexicon, forms

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("zh-Hans", "zh-Hant", "zh-TW", "zh-HK", "en")


@dataclass(frozen=True, slots=True)
class Word:
    """A word around a figure: ``before`` and ``behind`` it; ``one`` is the singular of what stands behind."""

    before: str
    behind: str
    one: str

    def around(self, figure: str, *, single: bool = False) -> str:
        return f"{self.before}{figure}{self.one if single else self.behind}"


@dataclass(frozen=True, slots=True)
class Words:
    """What there is to say in one language: (kind, code) -> word."""

    language: str
    said: Mapping[tuple[str, str], Word]
    hant: Mapping[str, str]
    """Simplified classifier -> the traditional one."""
    relative: Mapping[str, str]
    """去年, last year and the like in any language, in lower case -> the same in this one."""

    @property
    def chinese(self) -> bool:
        return self.language != "en"

    @property
    def traditional(self) -> bool:
        return self.language not in ("en", "zh-Hans")

    def get(self, kind: str, code: str) -> Word | None:
        return self.said.get((kind, code))

    def classifier(self, unit: str) -> str:
        """The classifier in the script of the language."""
        return self.hant.get(unit, unit) if self.traditional else unit


@lru_cache(maxsize=32)
def words_of(lexicon: Lexicon, language: str) -> Words:
    """The words of a language: those of the table ``sayings``, else the first forms of the other tables."""
    said: dict[tuple[str, str], Word] = {}
    script = language if language in ("en", "zh-Hans") else "zh-Hant"
    for kind, table in (("unit", "units"), ("currency", "currencies")):
        for row in lexicon.rows(table):
            found = forms(row[script])
            if found and row["code"] not in "$¥":
                said.setdefault((kind, row["code"]), _first(found[0], language))
    for row in lexicon.rows("modifiers"):
        found = forms(row[script])
        if found and row["place"] == "before":
            said.setdefault(("modifier", row["kind"]), _modifier(found[0], language))
    for key in [key for key in said if key[0] == "currency"]:
        said["name", key[1]] = said[key]
    relative: dict[str, str] = {}
    for row in lexicon.rows("sayings"):
        if row["kind"] == "relative":
            here = forms(row[language])
            for column in LANGUAGES if here else ():
                relative.update({form.lower(): here[0] for form in forms(row[column])})
        elif row[language]:
            make = _modifier if row["kind"] == "modifier" else _word
            said[row["kind"], row["code"]] = make(row[language], language)
    hant: dict[str, str] = {}
    for row in lexicon.rows("classifiers"):
        simplified, traditional = forms(row["zh-Hans"]), forms(row["zh-Hant"])
        if simplified and traditional:
            hant.setdefault(simplified[0], traditional[0])
    return Words(language, said, hant, relative)


def _modifier(cell: str, language: str) -> Word:
    return _word(cell if "{}" in cell else cell + (" {}" if language == "en" else "{}"), language)


def _word(cell: str, language: str) -> Word:
    one, _, many = cell.partition("|")
    many = many or one
    if "{}" in one:
        before, _, behind = one.partition("{}")
        return Word(before, behind, behind)
    space = "" if language != "en" or one.startswith(("-", "‰")) else " "
    return Word("", f"{space}{many}", f"{space}{one}")


def _first(form: str, language: str) -> Word:
    """A form of the tables; an English word, but no symbol, takes a plural s."""
    if language != "en":
        return _word(form, language)
    head, per, tail = form.partition(" per ")
    regular = len(head) > 3 and head.replace(" ", "").replace("-", "").isalpha() and head[-2:].islower()
    plural = f"{head}{'es' if head.endswith(('ch', 'x', 's')) else 's'}" if regular else head
    return _word(f"{form}|{plural}{per}{tail}", language)
