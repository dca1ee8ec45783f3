"""How alike two short strings are: the share of characters in their longest common subsequence."""

from __future__ import annotations


def likeness(first: str, second: str) -> float:
    """Twice the longest common subsequence over both lengths, in percent (the Indel ratio).

    Bit-parallel after Hyyrö, "Bit-Parallel LCS-length Computation Revisited" (2004).

    >>> likeness("口岸", "口岸"), likeness("ab", "cd"), round(likeness("abcd", "abxd"))
    (100.0, 0.0, 75)
    """
    total = len(first) + len(second)
    if not total:
        return 100.0
    places: dict[str, int] = {}
    for index, char in enumerate(first):
        places[char] = places.get(char, 0) | 1 << index
    row = (1 << len(first)) - 1
    full = row
    for char in second:
        matches = row & places.get(char, 0)
        row = (row + matches | row - matches) & full
    return 200 * (len(first) - row.bit_count()) / total
