"""What is known of the figures of two texts while they are compared."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.bilingual.compare.facts import Reading


@dataclass(slots=True)
class Board:
    """The facts of both texts, and which have found their counterpart.

    Attributes:
        source, translation: The two readings.
        beads: For each bead the indices of its facts, of the source and of the translation.
        bead_of: For either side the bead of each fact.
        ranges: For each bead where it stands in the two texts.
        pairs: The index in the source -> the index in the translation.
        answered: Facts of either side that a mere mention of the other text answers for.
    """

    source: Reading
    translation: Reading
    beads: list[tuple[list[int], list[int]]]
    ranges: list[tuple[tuple[int, int], tuple[int, int]]]
    bead_of: tuple[list[int], list[int]]
    pairs: dict[int, int] = field(default_factory=dict)
    back: dict[int, int] = field(default_factory=dict)
    answered: tuple[set[int], set[int]] = field(default_factory=lambda: (set(), set()))

    def join(self, a: int, b: int) -> None:
        """Note that fact ``a`` of the source is fact ``b`` of the translation."""
        self.pairs[a] = b
        self.back[b] = a

    def left(self, bead: int, side: int) -> list[int]:
        """The facts of a bead on one side (0: source) that have no counterpart yet."""
        if not 0 <= bead < len(self.beads):
            return []
        done, answered = (self.pairs, self.back)[side], self.answered[side]
        return [index for index in self.beads[bead][side] if index not in done and index not in answered]


Range = tuple[int, int]


def lay_out(source: Reading, translation: Reading, ranges: Sequence[tuple[Range, Range]]) -> Board:
    """A board with every fact in its bead; the ranges of each text ascend and cover it."""
    beads: list[tuple[list[int], list[int]]] = [([], []) for _ in ranges]
    bead_of: tuple[list[int], list[int]] = ([], [])
    for side, reading in enumerate((source, translation)):
        at = 0
        for index, fact in enumerate(reading.facts):
            while at + 1 < len(ranges) and fact.start >= ranges[at][side][1]:
                at += 1
            if ranges:
                beads[at][side].append(index)
            bead_of[side].append(at)
    return Board(source, translation, beads, list(ranges), bead_of)
