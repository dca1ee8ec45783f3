"""Lines to paragraphs and heads (分段).

On a page of print a paragraph is known by what happened to its lines: the last one is short, the first one has lost
its indent of two em and is that much narrower, a line in between is cut in mid-sentence and fills the column. A head
is short though it is no sentence, begins where a paragraph has ended, and a paragraph begins behind it. A change of
width is no break: text that runs round a picture changes it in mid-sentence. Furniture and rubrics may stand within a
sentence; the paragraph goes on behind them.

On a clean page each line is a paragraph or a head.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdoc.layout.blocks import Block
from newsdoc.layout.join import join_lines
from newsdoc.layout.measure import Measure
from newsdoc.model.characters import ends_sentence, has_han
from newsdoc.model.source_text import SourceText, join
from newsdoc.repair.evidence import is_wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsdoc.model.annotation import Diagnostic, Edit
    from newsdoc.model.page import Line, Page
    from newsdoc.recognise.lines import Mark

INDENT = 1.5
"""Em by which a first line is set in, or by which it is narrower once its indent is lost."""

HANGING = "，。、；：！？”’」』）"
_DEEPEST_INDENT = 3.8
_SHORT_LAST = 0.8
_TRANSPARENT = frozenset({"furniture", "links", "rubric"})
_NO_HEAD = re.compile(r"[，、,：:；;—-]$")
_WIDEST_HEAD = 44.0
_LINES_OF_HEAD = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a page in order, what joining its lines changed, and whether it is one of print."""

    blocks: list[Block]
    edits: list[Edit]
    diagnostics: list[Diagnostic]
    print_page: bool


def blocks_of(page: Page, marks: Mapping[int, Mark]) -> Layout:
    """The layout of a page; each line lies in one block."""
    lines = page.lines
    taken = {index for start, mark in marks.items() for index in range(start, start + mark.lines)}
    text_lines = [
        index for index in range(len(lines)) if index not in taken or marks.get(index, None) and marks[index].kind in ("caption", "dateline")
    ]
    wrapped = is_wrapped([lines[index] for index in text_lines])
    paragraphs = _Paragraphs(lines, marks, text_lines).all() if wrapped else [[index] for index in text_lines]
    knows = _Vocabulary(page.source)
    gaps = _gaps(lines)
    blocks: list[Block] = []
    edits: list[Edit] = []
    doubts: list[Diagnostic] = []
    for members in paragraphs:
        text, made, doubted = join_lines([lines[index].text for index in members], knows)
        edits.extend(made)
        doubts.extend(doubted)
        mark = marks.get(members[0])
        kind = mark.kind if mark else "head" if _is_head(members, lines, wrapped) else "text"
        widths = [lines[index].width for index in members]
        blocks.append(
            Block(
                kind,
                text,
                members[0],
                members[-1] + 1,
                gap=gaps[members[0]],
                width=max(widths),
                opening=max(widths[:2]),
                closing=max(widths[-3:]),
                lines=len(members),
                widens=_widens(widths),
                doubled=any(lines[index].doubled for index in members),
            )
        )
    for start, mark in marks.items():
        if mark.kind in ("caption", "dateline"):
            continue
        members = list(range(start, start + mark.lines))
        text = _join_marked(lines, members)
        width = max(lines[index].width for index in members)
        blocks.append(
            Block(mark.kind, text, start, start + mark.lines, gap=gaps[start], width=width, lines=len(members))
        )
    blocks.sort(key=lambda block: block.first)
    return Layout(blocks, edits, doubts, wrapped)


def _join_marked(lines: Sequence[Line], members: Sequence[int]) -> SourceText:
    """The lines of a marked stretch: names set upright are put together, other lines parted by a space."""
    parts = [lines[members[0]].text]
    for before, index in zip(members, members[1:], strict=False):
        # A character a line is a name set upright: nothing stands between; whole names are parted by the break.
        upright = len(lines[index].text) == 1 and len(lines[before].text) == 1
        if not upright or _starts_name(lines, members, index):
            end = lines[before].text.origin(len(lines[before].text))
            parts.append(SourceText(" ", ((end, 1),)))
        parts.append(lines[index].text)
    return join(parts)


def _starts_name(lines: Sequence[Line], members: Sequence[int], index: int) -> bool:
    """Whether, of characters that stand one a line, this one opens the next pair."""
    run = index
    while run > members[0] and len(lines[run - 1].text) == 1:
        run -= 1
    end = index
    while end + 1 <= members[-1] and len(lines[end + 1].text) == 1:
        end += 1
    size = end - run + 1
    return size != 3 and (index - run) % 2 == 0


class _Vocabulary:
    """Whether a word stands on the page, outside the place that asks; made when first asked."""

    __slots__ = ("_source", "_words")

    def __init__(self, source: str) -> None:
        self._source = source
        self._words: frozenset[str] | None = None

    def __call__(self, word: str) -> bool:
        if self._words is None:
            self._words = frozenset(re.findall(r"[a-z\u00df-\u00ff]+(?:-[a-z\u00df-\u00ff]+)*(?![-\w])", self._source.lower()))
        return word.lower() in self._words


def _gaps(lines: Sequence[Line]) -> list[int]:
    """Blank lines before each line, less those that stand before every line and mean nothing."""
    counts = sorted(line.gap for line in lines[1:])
    usual = counts[len(counts) // 5] if counts else 0
    return [max(0, line.gap - usual) for line in lines]


def _widens(widths: Sequence[float]) -> bool:
    """Two lines or more in a narrow measure, then a measure that is wider by three em or more."""
    if len(widths) < 5:
        return False
    wide = max(widths)
    narrow = 0
    while narrow < len(widths) and widths[narrow] <= wide - 3:
        narrow += 1
    return 2 <= narrow <= len(widths) - 2 and sum(width > wide - 2.5 for width in widths[narrow:]) >= 2


def _is_head(members: Sequence[int], lines: Sequence[Line], wrapped: bool) -> bool:
    last = lines[members[-1]].text.text
    if len(members) > _LINES_OF_HEAD or ends_sentence(last) and not last.endswith(("？", "！", "?", "!", "…", "……")):
        return False
    if ends_sentence(last) and (len(members) > 1 or lines[members[0]].width > 24):
        return False
    if _NO_HEAD.search(last) or any("。" in lines[index].text.text for index in members):
        return False
    widest = 70.0 if not has_han(last) else _WIDEST_HEAD
    return all(lines[index].width <= widest for index in members)


class _Paragraphs:
    """The paragraphs of a wrapped page, each a list of line indices."""

    __slots__ = ("_text", "gaps", "indented", "lines", "marks", "measure", "text_lines")

    def __init__(self, lines: Sequence[Line], marks: Mapping[int, Mark], text_lines: Sequence[int]) -> None:
        self.lines = lines
        self.marks = marks
        self.text_lines = text_lines
        self._text = frozenset(text_lines)
        self.gaps = _gaps(lines)
        self.measure = Measure(lines, text_lines)
        set_in = sum(INDENT <= lines[index].indent <= 5 for index in text_lines)
        self.indented = set_in >= 2 and set_in <= 0.7 * len(text_lines)

    def all(self) -> list[list[int]]:
        paragraphs: list[list[int]] = []
        for number, index in enumerate(self.text_lines):
            if paragraphs and self._continues(paragraphs[-1], index, number):
                paragraphs[-1].append(index)
            else:
                paragraphs.append([index])
        return paragraphs

    def _continues(self, open_lines: list[int], index: int, number: int) -> bool:
        last = open_lines[-1]
        if index in self.marks or self.lines[last].doubled != self.lines[index].doubled:
            return False
        if any(
            self.marks[between].kind not in _TRANSPARENT for between in range(last + 1, index) if between in self.marks
        ):
            return False
        text, ends = self.lines[last].text.text, self.lines[last].ends
        if self.lines[index].text.text.startswith(("——", "──", "――")) and not self._follows_text(open_lines[0]):
            return False
        if ends:
            return not self._begins(last, index, first=len(open_lines) == 1)
        if has_han(text):
            return not (len(open_lines) <= 2 and self._is_head_before(open_lines, index, number))
        return not self._is_english_head(open_lines, index)

    def _begins(self, last: int, index: int, *, first: bool) -> bool:
        """Whether, the sentence being over, a paragraph begins at ``index``.

        ``first`` tells that the line before opened its paragraph and so is narrower by an indent.
        """
        if self.gaps[index] or (self.indented and self.lines[index].indent >= INDENT):
            return True
        width, before, after = self.measure.widths[last], self.measure.before(last), self.measure.after(index)
        if not has_han(self.lines[last].text.text):
            word = self.lines[index].text.text.split(maxsplit=1)[0]
            return width + 0.25 + len(word) * 0.5 <= before - 0.5
        if self.indented:
            return width < before - INDENT
        if width < _SHORT_LAST * before or (not first and width < before - 1.9):
            return True
        here, text = self.measure.widths[index], self.lines[index].text.text
        if self.lines[last].text.text.endswith(("…", "⋯")) and here < after - _DEEPEST_INDENT:
            return False
        # A mark at the end may hang over the column.
        return here - (0.6 if text[-1] in HANGING else 0) <= after - INDENT + 0.1

    def _is_head_before(self, open_lines: list[int], index: int, number: int) -> bool:
        """Whether the open lines, which are no sentence, are a head and no part of the paragraph at ``index``.

        A line of a paragraph that is cut fills its column, two em less if it is the first. So a line that is wider
        than the one it is said to lead into, or narrower than an indent explains, is none.
        """
        last = open_lines[-1]
        text = self.lines[last].text.text
        if _NO_HEAD.search(text) or "。" in text or self.marks.get(open_lines[0]):
            return False
        widths, after = self.measure.widths, self.measure.after(index)
        width, here = widths[last], widths[index]
        following = self.text_lines[number + 1] if number + 1 < len(self.text_lines) else None
        here_cut = not self.lines[index].ends
        apart = self.gaps[open_lines[0]] > 0 or not self._follows_text(open_lines[0])
        if self.gaps[index] and apart and len(open_lines) == 1:
            return True
        if apart and here_cut and width > here + 1.2:
            narrows = following is not None and abs(widths[following] - here) <= 1 and len(open_lines) > 1
            if not narrows:
                return True
        if width > after - INDENT:
            return False
        like_first = after - 4.2 <= width and (not apart or "，" in text)
        if like_first:
            return False
        if self.indented and self.lines[index].indent >= INDENT:
            return True
        if here_cut:
            if following is None or self.lines[following].ends:
                return after - _DEEPEST_INDENT <= here <= after - INDENT + 0.1
            full = max(widths[line] for line in self.text_lines[number + 1 : number + 3])
            return INDENT - 0.2 <= full - here <= _DEEPEST_INDENT
        if following is None or following in self.marks:
            return apart and width <= 0.7 * after
        return self._begins(index, following, first=True) and (width <= after - 4 or width <= 0.7 * after)

    def _follows_text(self, index: int) -> bool:
        """Whether the line above is text too, and no mark or the edge of the page."""
        return index > 0 and index - 1 in self._text

    def _is_english_head(self, open_lines: list[int], index: int) -> bool:
        last = open_lines[-1]
        text, following = self.lines[last].text.text, self.lines[index].text.text
        if len(open_lines) > 2 or _NO_HEAD.search(text) or following[:1].islower():
            return False
        if self.gaps[index]:
            return True
        word = following.split(maxsplit=1)[0]
        return self.measure.widths[last] + 0.25 + len(word) * 0.5 <= self.measure.after(index) - 2
