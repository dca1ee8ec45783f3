"""How the tests of this folder look at lines: their marks, and the readings of a byline."""

from __future__ import annotations

import itertools

from newsdoc.lexicon import Lexicon
from newsdoc.readers.lines import page_of
from newsdoc.recognise.byline import read_byline
from newsdoc.recognise.lines import marks_of
from newsdoc.recognise.words import words_of

WORDS = words_of(Lexicon.load())


def kinds(text: str) -> list[str]:
    """The kind of each line of a page; a dash for text."""
    lines = page_of(text).lines
    marks = marks_of(lines, WORDS)
    taken = {at: mark.kind for start, mark in marks.items() for at in range(start, start + mark.lines)}
    return [taken.get(index, "-") for index in range(len(lines))]


def check_byline(line: str, expected: list[tuple[str | None, str | None, str]]) -> None:
    """That the line is read as these kinds, bodies and names, and that the readings cover it."""
    readings = read_byline(line, WORDS)
    assert readings is not None
    assert [(r.kind, r.affiliation, " ".join(r.people)) for r in readings] == expected
    assert readings[0].start == 0
    assert readings[-1].end == len(line)
    assert all(a.end == b.start for a, b in itertools.pairwise(readings))
