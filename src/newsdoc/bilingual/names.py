"""People's names in the other script, and where they stand in a text.

A conversion of running text takes 余 for "left over" and 范 for "pattern" (餘, 範). In a name they are what they are:
范秋红 is 范秋紅 in Taiwan and Hong Kong. The rule, letter by letter: a family name as the table ``surnames`` has it;
else as ``name_letters`` has it (云 is 雲); else a letter that the other script has as well stays, and one that it has
not takes its preferred form there (OpenCC's STCharacters and TSCharacters).

>>> name_in("范秋红", "zh-Hans", "zh-Hant"), name_in("叶于台", "zh-Hans", "zh-Hant")
('范秋紅', '葉于台')
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.bilingual.opencc_spans import dictionary, plain
from newsdoc.lexicon import BUILT_IN, Lexicon, forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_SPACE = re.compile("[ \u3000\xa0]+")
_LONGEST = 24
"""Letters of the longest name that is looked for in the text; what is longer is no name."""

_LETTERS = {("zh-Hans", "zh-Hant"): "STCharacters.txt", ("zh-Hant", "zh-Hans"): "TSCharacters.txt"}
_REGIONAL = {"zh-TW": "t2tw", "zh-HK": "t2hk"}
_STANDARD = {"zh-TW": "tw2t", "zh-HK": "hk2t"}


def script_of(tag: str) -> str:
    """``zh-Hans`` or ``zh-Hant`` for one of the four targets."""
    return "zh-Hans" if tag == "zh-Hans" else "zh-Hant"


@lru_cache(maxsize=4096)
def name_in(name: str, source: str, target: str) -> str:
    """A name as the other script prints it, letter for letter; of the same length.

    Args:
        name: the name as printed.
        source, target: ``zh-Hans``, ``zh-Hant``, ``zh-TW`` or ``zh-HK``. Between the traditional ones nothing changes.
    """
    scripts = (script_of(source), script_of(target))
    if scripts[0] == scripts[1]:
        return name
    letters = _letters(scripts)
    family = _families(scripts)
    for length in (2, 1):
        if (known := family.get(name[:length])) and len(name) > length:
            return known + "".join(_letter(sign, letters, source, target) for sign in name[length:])
    return "".join(_letter(sign, letters, source, target) for sign in name)


def _letter(sign: str, letters: Mapping[str, tuple[str, ...]], source: str, target: str) -> str:
    if source in _STANDARD and sign not in letters:
        sign = plain(sign, _STANDARD[source])
    renderings = letters.get(sign, (sign,))
    if sign in renderings:
        return sign
    return plain(renderings[0], _REGIONAL[target]) if target in _REGIONAL else renderings[0]


@lru_cache(maxsize=2)
def _letters(scripts: tuple[str, str]) -> Mapping[str, tuple[str, ...]]:
    letters = dict(dictionary(_LETTERS[scripts]))
    if scripts[0] == "zh-Hans":
        letters.update({row["zh-Hans"]: (row["zh-Hant"],) for row in BUILT_IN.rows("name_letters")})
    return letters


@lru_cache(maxsize=2)
def _families(scripts: tuple[str, str]) -> Mapping[str, str]:
    """Family names in one script -> their first form in the other; those with a form of another length are left out."""
    found: dict[str, str] = {}
    for row in BUILT_IN.rows("surnames"):
        here, there = forms(row[scripts[0]]), forms(row[scripts[1]])
        for form in here if there else ():
            if len(form) == len(there[0]):
                found.setdefault(form, there[0])
    return found


@lru_cache(maxsize=1)
def _words_of_two() -> frozenset[str]:
    return frozenset(phrase for phrase in dictionary("STPhrases.txt") if len(phrase) == 2)


def _within_word(text: str, at: int, length: int) -> bool:
    """Whether what looks like a name of two letters begins in the middle of a word: 余岩 in 剩余岩石.

    A preposition in 于 before the rest of a name is less likely than the name: 由于洋领衔.
    """
    if length != 2 or at == 0 or text[at] == "于" or text[at] not in _letters(("zh-Hans", "zh-Hant")):
        return False
    return text[at - 1 : at + 1] in _words_of_two()


@dataclass(frozen=True, slots=True)
class Names:
    """The names to look for and what each becomes."""

    said: Mapping[str, str]
    lengths: Mapping[str, tuple[int, ...]]
    first: re.Pattern[str] | None

    def found(self, text: str, *, spread: bool = False) -> Iterator[tuple[int, int, str]]:
        """Each name in the text as (start, end, what it becomes), in order, not overlapping.

        Args:
            text: the text of a block.
            spread: names may have spaces between their letters, as bylines print them (余　健).
        """
        if self.first is None:
            return
        places: list[int] | None = None
        if spread and _SPACE.search(text):
            places = [at for at, sign in enumerate(text) if not _SPACE.match(sign)]
            text = "".join(text[at] for at in places)
        at = 0
        while begins := self.first.search(text, at):
            at = begins.start()
            for length in self.lengths[text[at]]:
                if (becomes := self.said.get(text[at : at + length])) and not _within_word(text, at, length):
                    if places is None:
                        yield at, at + length, becomes
                    elif len(becomes) == length:
                        for letter in range(length):
                            yield places[at + letter], places[at + letter] + 1, becomes[letter]
                    at += length
                    break
            else:
                at += 1


def names_of(people: Iterable[str], lexicon: Lexicon, source: str, target: str) -> Names:
    """The names of a page and those of the user's lexicon; a form that the lexicon gives for the target wins."""
    said = {name: name_in(name, source, target) for name in people if _is_name(name)}
    for row in lexicon.extra.get("names", ()):
        here, there = forms(row[script_of(source)]), forms(row[script_of(target)])
        for place, form in enumerate(here):
            if _is_name(form):
                said[form] = there[min(place, len(there) - 1)] if there else name_in(form, source, target)
    lengths: dict[str, set[int]] = {}
    for name in said:
        lengths.setdefault(name[0], set()).add(len(name))
    first = re.compile(f"[{re.escape(''.join(sorted(lengths)))}]") if lengths else None
    return Names(said, {sign: tuple(sorted(found, reverse=True)) for sign, found in lengths.items()}, first)


def _is_name(name: str) -> bool:
    return 2 <= len(name) <= _LONGEST and HAN.search(name) is not None
