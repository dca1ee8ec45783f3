"""What the grammars look up, compiled once from a lexicon: units, currencies, classifiers, modifiers, names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsdoc.errors import LexiconError
from newsdoc.lexicon import Lexicon, forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


_NEVER = re.compile(r"(?!)")
_TOKEN = re.compile(r"[a-z]+|\d+")


class Unit(NamedTuple):
    """What a unit word means: the kind of Quantity, its code, and the exact SI value of one."""

    kind: str
    code: str
    base: str | None = None
    factor: Fraction | None = None
    minor: Fraction | None = None
    """For 角, cent: the part of the main unit; ``code`` is then that of the main unit."""


@dataclass(frozen=True, slots=True)
class Names:
    """Words to leave alone, found by two characters: the numeral sign and its neighbour."""

    ahead: Mapping[str, tuple[tuple[str, int], ...]]
    behind: Mapping[str, tuple[tuple[str, int], ...]]

    def covering(self, text: str, at: int) -> tuple[int, int] | None:
        """The longest name in ``text`` that holds the character ``at``."""
        best: tuple[int, int] | None = None
        for index, pair in ((self.ahead, text[at : at + 2]), (self.behind, text[at - 1 : at + 1] if at else "")):
            for name, offset in index.get(pair, ()):
                start = at - offset
                if start >= 0 and text.startswith(name, start) and (best is None or len(name) > best[1] - best[0]):
                    best = (start, start + len(name))
        return best


@dataclass(frozen=True, slots=True)
class Chinese:
    """The tables of the Chinese grammar."""

    units: Mapping[str, Unit]
    symbols: Mapping[str, str]
    before: Mapping[str, tuple[str, str]]
    after: Mapping[str, str]
    words: frozenset[str]
    names: Names
    series: re.Pattern[str]
    """What stands before the number of a series (神舟, 波音)."""
    reach: Mapping[str, int]
    """First character -> the length of the longest unit or word that begins with it."""
    tails: frozenset[str]
    """Last characters of what may stand before a figure."""
    heads: frozenset[str]
    """First characters of what may stand behind a unit."""


@dataclass(frozen=True, slots=True)
class English:
    """The tables of the English grammar; words are in lower case, symbols of units as they are written."""

    units: Mapping[str, Unit]
    exact: Mapping[str, Unit]
    symbols: Mapping[str, str]
    before: Mapping[str, str]
    after: Mapping[str, str]
    names: Mapping[str, tuple[str, ...]]
    series: re.Pattern[str]


def _fraction(cell: str, row: str) -> Fraction:
    try:
        return Fraction(cell)
    except (ValueError, ZeroDivisionError) as error:
        raise LexiconError(f"{row}: {cell!r} is no exact number such as 2000/3 or 0.45") from error


def _measures(lexicon: Lexicon) -> Iterable[tuple[dict[str, str], Unit]]:
    for row in lexicon.rows("units"):
        factor = _fraction(row["factor"], row["code"]) if row["factor"] else None
        yield row, Unit("measure", row["code"], row["base"] or None if factor else None, factor)


def _minors(row: dict[str, str]) -> Iterable[tuple[str, Unit]]:
    for part in forms(row["minor"]):
        name, _, share = part.partition(":")
        yield name, Unit("money", row["code"], minor=_fraction(share or "1/100", row["code"]))


@lru_cache(maxsize=16)
def chinese(lexicon: Lexicon) -> Chinese:
    """The tables of the Chinese grammar in both scripts."""
    units: dict[str, Unit] = {}
    for row in lexicon.rows("classifiers"):
        simplified = forms(row["zh-Hans"])
        for form in (*simplified, *forms(row["zh-Hant"])):
            units[form] = Unit("count", simplified[0] if simplified else form)
    for row, unit in _measures(lexicon):
        for form in (*forms(row["zh-Hans"]), *forms(row["zh-Hant"]), *forms(row["en"])):
            if form.isascii() and form.isalpha() and len(form) > 5:
                continue
            units[form] = unit
    symbols: dict[str, str] = {}
    for row in lexicon.rows("currencies"):
        for form in (*forms(row["zh-Hans"]), *forms(row["zh-Hant"])):
            units[form] = Unit("money", row["code"])
            if len(form) > 1 and form[0] not in "元圆圓块塊":
                symbols[form] = row["code"]
        for form in forms(row["symbols"]):
            symbols[form] = row["code"]
            if (len(form) == 3 and form.isalpha()) or form in "€£₩₹":
                units[form] = Unit("money", row["code"])
        for name, unit in _minors(row):
            units.setdefault(name, unit)
            if row["code"] == "元":
                units[name] = unit
    before: dict[str, tuple[str, str]] = {}
    after: dict[str, str] = {}
    for row in lexicon.rows("modifiers"):
        for form in (*forms(row["zh-Hans"]), *forms(row["zh-Hant"])):
            if row["place"] == "before":
                before[form] = (row["kind"], row["not-after"])
            else:
                after[form] = row["kind"]
    named: dict[str, list[str]] = {"word": [], "series": [], "idiom": []}
    for row in lexicon.rows("names"):
        kind = row["kind"] if row["kind"] in named else "idiom"
        named[kind] += [*forms(row["zh-Hans"]), *forms(row["zh-Hant"])]
    words = named["word"]
    series = re.compile(f"(?:{'|'.join(map(re.escape, named['series']))})[-—]?$") if named["series"] else _NEVER
    reach: dict[str, int] = {}
    for form in (*units, *words):
        for head in (form[0], form[0].upper(), form[0].lower()):
            reach[head] = max(reach.get(head, 0), len(form))
    tails = frozenset({form[-1] for form in (*before, *symbols)})
    heads = frozenset(form[0] for form in after)
    return Chinese(units, symbols, before, after, frozenset(words), _names(named["idiom"]), series, reach, tails, heads)


_NUMERALS = frozenset(
    "零〇一二三四五六七八九十百千万萬亿億两兩半俩倆仨廿卅拾佰仟壹贰貳叁參肆伍陆陸柒捌玖兆京垓秭穰几幾数數0123456789"
)


def _names(kept: Iterable[str]) -> Names:
    ahead: dict[str, list[tuple[str, int]]] = {}
    behind: dict[str, list[tuple[str, int]]] = {}
    for name in dict.fromkeys(kept):
        for offset, sign in enumerate(name):
            if sign in _NUMERALS:
                if offset + 1 < len(name):
                    ahead.setdefault(name[offset : offset + 2], []).append((name, offset))
                else:
                    behind.setdefault(name[offset - 1 : offset + 1], []).append((name, offset))
    return Names({k: tuple(v) for k, v in ahead.items()}, {k: tuple(v) for k, v in behind.items()})


@lru_cache(maxsize=16)
def english(lexicon: Lexicon) -> English:
    """The tables of the English grammar; plurals in s are made here."""
    units: dict[str, Unit] = {}
    exact: dict[str, Unit] = {}
    for row, unit in _measures(lexicon):
        for form in forms(row["en"]):
            _add(units, exact, form, unit)
    symbols: dict[str, str] = {}
    for row in lexicon.rows("currencies"):
        unit = Unit("money", row["code"])
        for form in forms(row["en"]):
            _add(units, exact, form, unit)
        for form in forms(row["symbols"]):
            symbols[form] = row["code"]
            if form.isascii() and form.isalpha():
                exact.setdefault(form, unit)
        for name, minor in _minors(row):
            if name.isascii():
                _add(units, exact, name, minor)
    before = {
        form.lower(): row["kind"]
        for row in lexicon.rows("modifiers")
        if row["place"] == "before"
        for form in forms(row["en"])
    }
    after = {
        form.lower(): row["kind"]
        for row in lexicon.rows("modifiers")
        if row["place"] == "after"
        for form in forms(row["en"])
    }
    names: dict[str, list[str]] = {}
    series: list[str] = []
    for row in lexicon.rows("names"):
        if row["kind"] == "series":
            series += forms(row["en"])
            continue
        for form in forms(row["en"]):
            for token in set(_TOKEN.findall(form.lower())):
                names.setdefault(token, []).append(form)
    designators = re.compile(rf"\b(?:{'|'.join(map(re.escape, series))})\s?$", re.IGNORECASE) if series else _NEVER
    longest = {token: tuple(sorted(found, key=len, reverse=True)) for token, found in names.items()}
    return English(units, exact, symbols, before, after, longest, designators)


def _add(units: dict[str, Unit], exact: dict[str, Unit], form: str, unit: Unit) -> None:
    """Symbols (kg, MB, °C) keep their case; words take any case and a plural."""
    word = form.replace("-", " ")
    if (len(form) <= 3 and form.isalpha() and form not in _SHORT_WORDS) or not word.replace(" ", "").isalpha():
        exact[form] = unit
        return
    units.setdefault(word.lower(), unit)
    units.setdefault(_plural(word.lower()), unit)


_SHORT_WORDS = frozenset(
    {
        "ton",
        "won",
        "yen",
        "day",
        "bit",
        "mol",
        "mu",
        "li",
        "jin",
        "cup",
        "amp",
        "lux",
        "sen",
        "kip",
        "hr",
        "sec",
        "min",
        "au",
    }
)


def _plural(word: str) -> str:
    head, space, tail = word.partition(" per ")
    if space:
        return f"{_plural(head)} per {tail}"
    if word.endswith("foot"):
        return word[:-4] + "feet"
    return (
        word
        if word.endswith(("s", "hertz", "feet", "siemens"))
        else word + ("es" if word.endswith(("ch", "x")) else "s")
    )
