"""align: the sentences of two texts, paired without a model.

A dynamic program over the lengths of sentences (Gale and Church, "A program for aligning sentences in bilingual
corpora", Computational Linguistics 19, 1993) and what both have in common: figures, dates, Latin words, marks. It
looks only at a band around the chain of rare things in common, so that its work is linear in the length of the texts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from newsdoc.bilingual.compare.anchors import MISS, ONE_SIDED, QUESTION, Key, keys_of, weights
from newsdoc.bilingual.compare.facts import read_facts
from newsdoc.bilingual.sentences import running, sentences
from newsdoc.model.report import Bead

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from newsdoc.bilingual.compare.facts import Reading
    from newsdoc.lexicon import Lexicon
    from newsdoc.model.annotation import Span
    from newsdoc.model.article import Article

    Embed = Callable[[Sequence[str]], Sequence[Sequence[float]]]

MOVES = (
    ((1, 1), 0),
    ((1, 2), 330),
    ((2, 1), 330),
    ((1, 0), 350),
    ((0, 1), 350),
    ((1, 3), 600),
    ((3, 1), 600),
    ((2, 2), 700),
    ((1, 4), 520),
    ((4, 1), 520),
)
"""How many sentences of either side a bead takes, and what it costs in hundredths: -log of how rare it is in news."""
_GAIN = 6
"""What a point of weight or of loss is worth, in hundredths."""
BAND = 40
"""How many sentences to either side of the chain are looked at."""

Group = tuple[int, int, int, int]
"""Sentences source[i:j] and translation[k:l] of one bead."""


def align(
    source: str | Article,
    translation: str | Article,
    *,
    embed: Embed | None = None,
    lexicon: Lexicon | None = None,
) -> list[Bead]:
    """Pair the sentences of a text and its translation, in either direction.

    Args:
        source: the text; of an article its blocks without the furniture.
        translation: what is held to be its translation.
        embed: a function of yours from sentences to vectors of one length, as of a multilingual model; their cosine
            then counts beside lengths and figures.
        lexicon: tables to use in place of the built-in ones.

    Returns:
        Beads in the order of the texts. Every sentence of either side lies in exactly one; one of the two sides is
        empty where something was left out or added. Spans are code points in the given text, of an article in
        ``article.source.text``.

    >>> beads = align("水退了。3200人回家。明天通车吗？", "The water has gone. Will the road open tomorrow?")
    >>> [(len(bead.source), len(bead.translation)) for bead in beads]
    [(1, 1), (1, 0), (1, 1)]
    """
    ours, theirs = running(source), running(translation)
    first, second = read_facts(ours.text, lexicon=lexicon), read_facts(theirs.text, lexicon=lexicon)
    spans, others = sentences(ours.text, lexicon=lexicon), sentences(theirs.text, lexicon=lexicon)
    return [
        Bead(
            tuple(ours.span(span.start, span.end) for span in spans[i:j]),
            tuple(theirs.span(span.start, span.end) for span in others[k:m]),
        )
        for i, j, k, m in groups(first, spans, second, others, embed=embed, lexicon=lexicon)
    ]


def groups(
    first: Reading,
    spans: Sequence[Span],
    second: Reading,
    others: Sequence[Span],
    *,
    embed: Embed | None = None,
    lexicon: Lexicon | None = None,
) -> list[Group]:
    """The beads as ranges of sentence numbers."""
    keys, other_keys = keys_of(first, spans, lexicon), keys_of(second, others, lexicon)
    weight = weights(keys, other_keys)
    keys, other_keys = _telling(keys, weight), _telling(other_keys, weight)
    lengths, other_lengths = _lengths(first.text, spans), _lengths(second.text, others)
    breaks, other_breaks = _breaks(first.text, spans), _breaks(second.text, others)
    likeness = _likeness(first.text, spans, second.text, others, embed)
    rows = _band(keys, other_keys, len(spans), len(others))
    ahead, other_ahead = _sums(lengths), _sums(other_lengths)
    scaled, by = _scale(ahead[-1], other_ahead[-1])

    sides, other_sides = _together(keys, 0), _together(other_keys, 1)

    infinity = 1 << 60
    best: list[list[int]] = []
    taken: list[list[int]] = []
    for i, (low, high) in enumerate(rows):
        costs, moves = [infinity] * (high - low + 1), [-1] * (high - low + 1)
        if i == 0 and low == 0:
            costs[0] = 0
        best.append(costs)
        taken.append(moves)
        for k in range(low, high + 1):
            for number, ((a, b), rare) in enumerate(MOVES):
                h, j = i - a, k - b
                if h < 0 or j < rows[h][0] or j > rows[h][1]:
                    continue
                before = best[h][j - rows[h][0]]
                if before >= infinity:
                    continue
                cost = before + rare
                if a and b:
                    expected, other = (ahead[i] - ahead[h]) * scaled // by, other_ahead[k] - other_ahead[j]
                    apart = expected - other if expected > other else other - expected
                    # The square of how far the lengths are apart, in its spread, in hundredths; flat beyond what a
                    # bead may differ. It stands here because a call would cost as much again.
                    cost += min(apart * apart * 100 // (12 * (expected + other) + 206), 4 * apart, 1200)
                    ours, alone = sides[a][h]
                    theirs, other_alone = other_sides[b][j]
                    cost += alone + other_alone
                    if not ours.isdisjoint(theirs):
                        cost -= _in_common(ours & theirs, weight)
                    if breaks[i] and other_breaks[k]:
                        cost -= 60
                    if a + b > 2:
                        cost += 60 * (sum(breaks[h + 1 : i]) + sum(other_breaks[j + 1 : k]))
                    if likeness:
                        cost -= likeness(h, i, j, k)
                if cost < costs[k - low]:
                    costs[k - low], moves[k - low] = cost, number
    return _trace(rows, taken, len(spans), len(others))


def _telling(keys: Sequence[frozenset[Key]], weight: Mapping[Key, int]) -> list[frozenset[Key]]:
    """The keys that both texts have, and those that speak for an omission where only one has them."""
    return [frozenset(key for key in k if key in weight or key[0] in ONE_SIDED or key == QUESTION) for k in keys]


def _trace(rows: Sequence[tuple[int, int]], taken: Sequence[Sequence[int]], i: int, k: int) -> list[Group]:
    found: list[Group] = []
    while i or k:
        (a, b), _ = MOVES[taken[i][k - rows[i][0]]]
        found.append((i - a, i, k - b, k))
        i, k = i - a, k - b
    return found[::-1]


def _lengths(text: str, spans: Sequence[Span]) -> list[int]:
    """The length of each sentence in letters of an alphabet: a Han character counts as about three."""
    return [sum(3 if character > "\u2e80" else 1 for character in text[span.start : span.end]) for span in spans]


def _sums(lengths: Sequence[int]) -> list[int]:
    found = [0]
    for length in lengths:
        found.append(found[-1] + length)
    return found


def _scale(total: int, other: int) -> tuple[int, int]:
    """What turns lengths of the source into those of the translation, as a fraction kept near to one."""
    if not total or not other:
        return 1, 1
    return other + 382, total + 382


def _together(keys: Sequence[frozenset[Key]], side: int) -> list[list[tuple[frozenset[Key], int]]]:
    """For each number of sentences that a move takes on a side, what they have together, by the first of them.

    Beside it stands what it costs if the other side has none of it.
    """
    most = max(move[side] for move, _ in MOVES)
    sets = [
        [frozenset().union(*keys[at : at + size]) for at in range(len(keys) - size + 1)] for size in range(most + 1)
    ]
    return [[(found, _GAIN * sum(MISS[key[0]] for key in found)) for found in row] for row in sets]


def _in_common(both: frozenset[Key], weight: Mapping[Key, int]) -> int:
    """The gain from what both sides of a bead have, with the cost that each was charged for it alone."""
    return _GAIN * sum(weight[key] + 2 * MISS[key[0]] for key in both)


def _breaks(text: str, spans: Sequence[Span]) -> list[bool]:
    """For each gap between sentences, and before the first and after the last, whether a line ends there."""
    found = [True]
    for before, after in pairwise(spans):
        found.append("\n" in text[before.end : after.start])
    found.append(True)
    return found


def _band(
    keys: Sequence[frozenset[Key]], other_keys: Sequence[frozenset[Key]], size: int, other_size: int
) -> list[tuple[int, int]]:
    """For each gap of the source the gaps of the translation to look at: a band along the chain of rare keys."""
    points = [(0, 0), *_chain(keys, other_keys), (size, other_size)]
    rows: list[tuple[int, int]] = []
    at = 0
    for i in range(size + 1):
        while at + 1 < len(points) and points[at + 1][0] <= i:
            at += 1
        x, y = points[at]
        after = points[at + 1] if at + 1 < len(points) else (size, other_size)
        here = y + (after[1] - y) * (i - x) // (after[0] - x) if after[0] > x else y
        step = y + (after[1] - y) * (i + 1 - x) // (after[0] - x) if after[0] > x else other_size
        rows.append((max(0, here - BAND), min(other_size, max(here, step) + BAND)))
    # No gap may fall out of reach of the one before it.
    for i in range(1, len(rows)):
        rows[i] = (min(rows[i][0], rows[i - 1][1]), max(rows[i][1], rows[i - 1][1]) if i == size else rows[i][1])
    rows[-1] = (min(rows[-1][0], rows[-2][1] if size else 0), other_size)
    return rows


def _chain(keys: Sequence[frozenset[Key]], other_keys: Sequence[frozenset[Key]]) -> list[tuple[int, int]]:
    """The longest ascending chain of sentences that share a key which either text has once."""
    counts = Counter(key for k in keys for key in k)
    others = Counter(key for k in other_keys for key in k)
    where = {key: place for place, k in enumerate(other_keys) for key in k if others[key] == 1}
    pairs = sorted(
        {(place, where[key]) for place, k in enumerate(keys) for key in k if counts[key] == 1 and key in where},
        key=lambda pair: (pair[0], -pair[1]),
    )
    tails: list[int] = []
    ends: list[int] = []
    back = [-1] * len(pairs)
    for number, (_, y) in enumerate(pairs):
        at = bisect_left(tails, y)
        if at == len(tails):
            tails.append(y)
            ends.append(number)
        else:
            tails[at], ends[at] = y, number
        back[number] = ends[at - 1] if at else -1
    found: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        found.append(pairs[number])
        number = back[number]
    return found[::-1]


def _likeness(
    text: str, spans: Sequence[Span], other_text: str, others: Sequence[Span], embed: Embed | None
) -> Callable[[int, int, int, int], int] | None:
    """The gain from the caller's vectors: the cosine of the mean vectors of a bead."""
    if embed is None or not spans or not others:
        return None
    ours = [_unit(v) for v in embed([text[span.start : span.end] for span in spans])]
    theirs = [_unit(v) for v in embed([other_text[span.start : span.end] for span in others])]

    def gain(h: int, i: int, j: int, k: int) -> int:
        cosine = sum(x * y for v in ours[h:i] for w in theirs[j:k] for x, y in zip(v, w, strict=True))
        return int(600 * cosine / ((i - h) * (k - j)))

    return gain


def _unit(vector: Sequence[float]) -> tuple[float, ...]:
    norm = sum(x * x for x in vector) ** 0.5
    return tuple(x / norm for x in vector) if norm else tuple(vector)
