"""What two sentences that say the same have in common: figures, dates, Latin words, marks, common words of the news."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.bilingual.compare.units import base, family
from newsdoc.lexicon import BUILT_IN, Lexicon, forms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsdoc.bilingual.compare.facts import Fact, Reading
    from newsdoc.model.annotation import Span

Key = tuple[str, str]

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&-]{1,30}")
_MARKS = (
    (("mark", "?"), re.compile(r"[?？]")),
    (("mark", "!"), re.compile(r"[!！]")),
    (("mark", "quote"), re.compile('[“"「『]')),
    (("mark", "bracket"), re.compile(r"[(（]")),
    (("mark", "title"), re.compile("[《:：]")),
)
_WEIGHTS = {"figure": 40, "part": 12, "number": 12, "word": 32, "mark": 14, "term": 20}
"""How much a key that both sides have counts, in hundredths of a unit of cost, before its rarity."""
MISS = {"figure": 16, "part": 6, "number": 0, "word": 0, "mark": 10, "term": 4}
"""What it costs where only one side has a key that stands somewhere in both texts."""


@lru_cache(maxsize=4)
def _terms(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, tuple[Key, ...]]]:
    """The words of the table anchors: a pattern for Chinese ones, one for English ones, and the rows of each."""
    rows: dict[str, tuple[Key, ...]] = {}
    for number, row in enumerate(lexicon.rows("anchors")):
        for column in ("zh-Hans", "zh-Hant", "en"):
            for form in forms(row[column]):
                known = rows.get(form.lower(), ())
                if ("term", str(number)) not in known:
                    rows[form.lower()] = (*known, ("term", str(number)))
    words = sorted(rows, key=lambda word: (-len(word), word))
    chinese = "|".join(re.escape(word) for word in words if not word.isascii())
    english = "|".join(re.escape(word) for word in words if word.isascii())
    return re.compile(chinese or "(?!)"), re.compile(rf"\b(?:{english or '(?!)'})(?![\w])"), rows


def keys_of(reading: Reading, spans: Sequence[Span], lexicon: Lexicon | None = None) -> list[frozenset[Key]]:
    """The keys of each sentence."""
    chinese, english, terms = _terms(lexicon or BUILT_IN)
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
        for word in (*chinese.findall(text), *english.findall(text.lower())):
            keys.update(terms[word])
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
