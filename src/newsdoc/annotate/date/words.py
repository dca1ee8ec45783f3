"""The words of lexicon table ``dates``, compiled once for each lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.lexicon import forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsdoc.lexicon import Lexicon

CHINESE, ENGLISH = ("zh-Hans", "zh-Hant"), ("en",)


@dataclass(frozen=True, slots=True)
class Word:
    """A form of the table: its value, and the letters beside which it is another word."""

    value: str
    not_after: str
    not_before: str

    def stands(self, text: str, start: int, end: int) -> bool:
        """Whether the form at ``text[start:end]`` is a word of its own there."""
        return not (start and text[start - 1] in self.not_after) and not (
            end < len(text) and text[end] in self.not_before
        )


@lru_cache(maxsize=32)
def table(lexicon: Lexicon, kind: str, columns: tuple[str, ...]) -> Mapping[str, Word]:
    """Form -> word of one kind; English forms in lower case."""
    return {
        form.lower(): Word(row["value"], row["not-after"], row["not-before"])
        for row in lexicon.rows("dates")
        if row["kind"] == kind
        for column in columns
        for form in forms(row[column])
    }


def either(words: Iterable[str]) -> str:
    """A pattern of the words, longest first; one that nothing fits where there are none."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")" if ordered else "(?!)"


def chinese(lexicon: Lexicon, kind: str) -> Mapping[str, Word]:
    return table(lexicon, kind, CHINESE)


def english(lexicon: Lexicon, kind: str) -> Mapping[str, Word]:
    return table(lexicon, kind, ENGLISH)
