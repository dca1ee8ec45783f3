"""How a page of print is set: what the rules of this folder ask of its lines."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from newsdoc.layout.labels import labelled_lines
from newsdoc.layout.measure import Measure, without_undone
from newsdoc.model.characters import HAN, has_han

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsdoc.model.page import Line
    from newsdoc.recognise.marks import Mark

INDENT = 1.5
"""Em by which a first line is set in, or by which it is narrower once its indent is lost."""

_INDENT_OF_SPACES = 0.5
"""Em: two spaces, with which English text opens a paragraph."""

DEEPEST_INDENT = 4.2

NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}[章节節条條]\s|[■●◆▶]\s?)"
)
"""How a numbered or marked head opens: 一、 （二） ■."""

LISTED = re.compile(r"(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳]|[•▪◦‣]\s?)")
"""How an item of a list opens: 1. （2） ③."""

BULLET = re.compile(r"[■●◆▶•▪◦‣]")
_ITEM = re.compile(r"\d{1,2}[.．、] \S")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_HALF = rf"[{HAN}0-9０-９A-Za-z“”「」『』《》%·：]{{3,16}}"
_HALVES = re.compile(rf"{_HALF}(?<=[{HAN}”」』》])[ \u3000](?=[{HAN}“「『《]){_HALF}")
_MOST_HALVES = 0.15
_BARRIERS = frozenset(
    {"row", "byline", "contributors", "place", "names", "signature", "sent", "caption", "credit", "over"}
)
"""Marks that may part two columns."""

_HANGING = frozenset("，。、；：！？”’」』）》")
_LABEL = re.compile(f"([{HAN}A-Za-z·]{{1,8}})[：:]")


class Setting:
    """The lines of a page of print with what is known of them.

    Attributes:
        lines, marks: Those of the page.
        texts, widths: What stands on each line, and its width less a hanging mark.
        text_lines: Indices of the lines that are text.
        gaps: Blank lines before each line, as far as they mean something.
        measure: The width of the column at a place.
        indented: Whether first lines kept their indent.
        least: The smallest indent of a first line, in em.
        labelled: The lines that open with a label (Hours: …), each an item of a box.
        parted_by_gaps: Whether blank lines part the paragraphs, so that nothing else does.
    """

    __slots__ = (
        "_halves",
        "_labels",
        "_text",
        "gaps",
        "indented",
        "labelled",
        "least",
        "lines",
        "marks",
        "measure",
        "parted_by_gaps",
        "text_lines",
        "texts",
        "widths",
    )

    def __init__(self, lines: Sequence[Line], marks: Mapping[int, Mark], text_lines: Sequence[int]) -> None:
        self.lines = lines
        self.marks = marks
        self.text_lines = text_lines
        self.texts = [line.text.text for line in lines]
        self.widths = [measured(line) for line in lines]
        self.gaps = gaps_of(lines)
        barriers = sorted(index for index, mark in marks.items() if mark.kind in _BARRIERS)
        column = [index for index in text_lines if index not in marks or marks[index].kind == "dateline"]
        # The measure is that of lines whose marks hang, if any do.
        full = [line.width - (1.0 if line.text.text[-1] in _HANGING else 0.0) for line in lines]
        han = any(has_han(self.texts[index]) for index in text_lines[:20])
        self.measure = Measure(lines, full, column if han else without_undone(lines, full, column), barriers)
        self.least = INDENT if han else _INDENT_OF_SPACES
        set_in = sum(self.least <= lines[index].indent <= 5 for index in text_lines)
        self.indented = 2 <= set_in <= 0.7 * len(text_lines)
        self._text = frozenset(text_lines)
        self._halves: frozenset[int] | None = None
        self.parted_by_gaps = self._are_parted_by_gaps()
        self.labelled = labelled_lines(self.texts, text_lines)
        self._labels = speakers_of(self.texts, text_lines)

    def _are_parted_by_gaps(self) -> bool:
        """Whether nearly all short last lines have a gap behind them, and no full line in mid-sentence has one."""
        pairs = [(before, index) for before, index in itertools.pairwise(self.text_lines) if index == before + 1]
        parted = sum(self.gaps[index] > 0 for before, index in pairs if self.lines[before].ends)
        if parted < 2:
            return False
        joined = 0
        for before, index in pairs:
            if self.lines[before].ends:
                joined += not self.gaps[index] and self._is_short(before)
            elif self.gaps[index] and not self._is_short(before):
                return False
        return parted >= 4 * joined

    def _is_short(self, index: int) -> bool:
        return self.widths[index] < 0.7 * self.measure.before(index)

    def is_of_halves(self, index: int) -> bool:
        """Whether a line is two phrases with a space between and no mark, as headings are and hardly a line else."""
        if self._halves is None:
            found = frozenset(at for at in self.text_lines if _HALVES.fullmatch(self.texts[at]))
            self._halves = found if len(found) <= _MOST_HALVES * len(self.text_lines) else frozenset()
        return index in self._halves

    def follows_text(self, index: int) -> bool:
        """Whether the line above is text too, and no mark or the edge of the page."""
        return index > 0 and index - 1 in self._text

    def stands_apart(self, index: int) -> bool:
        """Whether something other than text, or a gap, stands before the line."""
        return self.gaps[index] > 0 or not self.follows_text(index)

    def is_set_in(self, index: int) -> bool:
        """Whether the line kept the indent of a first line."""
        return self.indented and self.lines[index].indent >= self.least

    def leads_to_first_line(self, index: int) -> bool:
        """Whether a line that ends no sentence stands right above one that is set in: a head, where first lines are."""
        below = index + 1
        if not self.indented or self.is_set_in(index) or self.lines[index].ends or below not in self._text:
            return False
        return self.is_set_in(below) and "，" not in self.texts[index]

    def lost_its_stop(self, last: int, index: int) -> bool:
        """Whether a paragraph ends here that lost its full stop: a short line, then a gap and an indent."""
        return self.gaps[index] > 0 and self.is_set_in(index) and self._is_short(last)

    def names_speaker(self, index: int) -> bool:
        """Whether the line opens with the label of a speaker who speaks more than once (问：答：)."""
        return opens_with_speaker(self.texts[index], self._labels)


def opens_item(text: str) -> bool:
    """Whether a line opens an item of a list, by a bullet or by ① and a semicolon at its end."""
    return (
        BULLET.match(text) is not None or _ITEM.match(text) is not None or (text[0] in _CIRCLED and text[-1] in "；;")
    )


def measured(line: Line) -> float:
    """The width of a line less some of a mark at its end, which may hang over the column or be squeezed into it."""
    return line.width - (0.6 if line.text.text[-1] in _HANGING else 0.0)


def gaps_of(lines: Sequence[Line]) -> list[int]:
    """Blank lines before each line, less those that stand before every line and mean nothing."""
    counts = sorted(line.gap for line in lines[1:])
    usual = counts[len(counts) // 5] if counts else 0
    return [max(0, line.gap - usual) for line in lines]


def speakers_of(texts: Sequence[str], text_lines: Sequence[int]) -> frozenset[str]:
    """The labels with which two lines or more open: 记者, 问, 答, a name."""
    found = Counter(match[1] for index in text_lines if (match := _LABEL.match(texts[index])))
    return frozenset(label for label, count in found.items() if count >= 2)


def opens_with_speaker(text: str, speakers: frozenset[str]) -> bool:
    """Whether a text opens with one of the labels."""
    match = _LABEL.match(text)
    return match is not None and match[1] in speakers
