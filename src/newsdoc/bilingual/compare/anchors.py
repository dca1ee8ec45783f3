"""What two sentences that say the same have in common: figures, dates, Latin words, marks, common words of news."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.bilingual.compare.units import base, family
from newsdoc.lexicon import BUILT_IN, Lexicon, forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsdoc.bilingual.compare.facts import Fact, Reading
    from newsdoc.model.annotation import Span

Key = tuple[str, str]

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&-]{1,30}")
_WEIGHTS = {"figure": 40, "part": 12, "number": 6, "word": 32, "mark": 20, "term": 24}
"""How much a key that both sides have counts, in hundredths of a unit of cost, before its rarity."""
MISS = {"figure": 16, "part": 7, "number": 0, "word": 0, "mark": 10, "term": 12}
"""What it costs where only one side has a key that stands somewhere in both texts."""

ONE_SIDED = frozenset({"figure", "part"})
"""Keys that count as missed also where the other text has them nowhere: the sentence may have been left out."""
QUESTION: Key = ("mark", "?")
_MARKS = (
    (QUESTION, re.compile(r"[?？]")),
    (("mark", "!"), re.compile(r"[!！]")),
    (("mark", "quote"), re.compile('[“"「『]')),
    (("mark", "bracket"), re.compile(r"[(（]")),
    (("mark", "title"), re.compile("[《:：]")),
)


@lru_cache(maxsize=4)
def _terms(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, tuple[Key, ...]]]:
    """The words of the table anchors: a pattern for the Chinese ones, and the rows of each word."""
    rows: dict[str, tuple[Key, ...]] = {}
    for number, row in enumerate(lexicon.rows("anchors")):
        for column in ("zh-Hans", "zh-Hant", "en"):
            for form in forms(row[column]):
                known = rows.get(form.lower(), ())
                if ("term", str(number)) not in known:
                    rows[form.lower()] = (*known, ("term", str(number)))
    words = sorted((word for word in rows if not word.isascii()), key=lambda word: (-len(word), word))
    first = "".join(sorted({re.escape(word[0]) for word in words}))
    chinese = "|".join(re.escape(word) for word in words)
    return re.compile(f"(?=[{first}])(?:{chinese})" if words else "(?!)"), rows


_ENGLISH = re.compile(r"[a-z][a-z.'’-]*")


def _english(text: str) -> Iterator[str]:
    """The words of an English text in small letters, each alone and with the next."""
    last = ""
    for word in _ENGLISH.findall(text.lower()):
        yield word
        plain = word.rstrip(".'’-")
        if plain != word:
            yield plain
        yield f"{last} {plain}"
        last = plain


def keys_of(reading: Reading, spans: Sequence[Span], lexicon: Lexicon | None = None) -> list[frozenset[Key]]:
    """The keys of each sentence."""
    chinese, terms = _terms(lexicon or BUILT_IN)
    found: list[set[Key]] = [set() for _ in spans]
    at = 0
    for fact in reading.facts:
        while at + 1 < len(spans) and fact.start >= spans[at].end:
            at += 1
        if spans:
            found[at].update(_of_fact(fact))
    at = 0
    for mention in reading.mentions:
        while at + 1 < len(spans) and mention.start >= spans[at].end:
            at += 1
        if spans:
            found[at].update(("number", str(value)) for value in mention.values if value > 1)
    for keys, span in zip(found, spans, strict=True):
        text = reading.text[span.start : span.end]
        keys.update(("word", word.lower()) for word in _LATIN.findall(text))
        for word in (*chinese.findall(text), *_english(text)):
            keys.update(terms.get(word, ()))
        keys.update(key for key, pattern in _MARKS if pattern.search(text))
    return [frozenset(keys) for keys in found]


def _of_fact(fact: Fact) -> list[Key]:
    if fact.part != "quantity":
        return [("part", f"{fact.part} {fact.value}")] if fact.part != "time" else [("figure", f"time {fact.value}")]
    if fact.value is None:
        return [("figure", f"{end}") for end in (fact.low, fact.high) if end is not None]
    if abs(fact.value) <= 1:
        return []
    known = base(fact)
    if known is not None and family(fact) != "tally":
        return [("figure", f"{known[0]} {fact.value * known[1]}")]
    return [("figure", str(fact.value))]


def weights(first: Sequence[frozenset[Key]], second: Sequence[frozenset[Key]]) -> Mapping[Key, int]:
    """How much each key counts that stands in both texts: the rarer the more."""
    counts = Counter(key for keys in first for key in keys)
    others = Counter(key for keys in second for key in keys)
    return {
        key: max(_WEIGHTS[key[0]] // 4, _WEIGHTS[key[0]] * 4 // (3 + max(count, others[key])))
        for key, count in counts.items()
        if key in others
    }
