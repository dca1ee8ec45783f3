"""Verse within a text (诗行): lines of one short width that all end with a mark, each of which is a line of its own.

清明到，采艾草，
一筐青，一筐笑。
阿婆蒸团灶前坐，
蒸得满村香气飘。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.model.characters import has_han

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsdoc.model.page import Line
    from newsdoc.recognise.marks import Mark

_FEWEST = 4
_WIDEST = 13.0
_MARKS = "，。；！？、,;"


def verse_lines(lines: Sequence[Line], marks: Mapping[int, Mark]) -> frozenset[int]:
    """The lines of every run of verse. In prose not four lines on end break at a mark."""
    found: list[int] = []
    run: list[int] = []
    for index, line in enumerate(lines):
        goes_on = run and abs(line.width - lines[run[-1]].width) <= 1.1 and index not in marks
        if not (_may_be_verse(line) and (goes_on or not run)):
            if len(run) >= _FEWEST:
                found += run
            run = []
        if _may_be_verse(line) and index not in marks:
            run.append(index)
    return frozenset([*found, *(run if len(run) >= _FEWEST else ())])


def _may_be_verse(line: Line) -> bool:
    text = line.text.text
    return line.width <= _WIDEST and text[-1] in _MARKS and has_han(text)
