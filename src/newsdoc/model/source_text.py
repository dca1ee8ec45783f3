"""Text that knows where it came from.

A :class:`SourceText` is a string with, for each of its characters, the offset in the input that it came from. The
offsets are kept as runs, so a line is one run and a paragraph a few. Slicing and joining keep the origins; nothing
else in newsdoc does arithmetic on offsets.

>>> page = "水渠两岸\\n麦浪滚滚"
>>> first, second = SourceText.of(page, 0, 4), SourceText.of(page, 5, 9)
>>> whole = join([first, second])
>>> whole.text, whole.spans()
('水渠两岸麦浪滚滚', [(0, 4), (5, 9)])
>>> whole[2:6].spans()
[(2, 4), (5, 7)]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Run = tuple[int, int]
"""(offset in the input, number of characters); the offset is :data:`NOWHERE` for characters that an edit put in."""

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class SourceText:
    """A string and the origin of each of its characters.

    Attributes:
        text: The characters.
        runs: Where they came from, in the order of the text; the lengths add up to ``len(text)``.
    """

    text: str
    runs: tuple[Run, ...]

    @classmethod
    def of(cls, source: str, start: int, end: int) -> SourceText:
        """The characters ``source[start:end]``, which came from there."""
        return cls(source[start:end], ((start, end - start),) if end > start else ())

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __getitem__(self, part: slice) -> SourceText:
        start, end, _ = part.indices(len(self.text))
        if start >= end:
            return EMPTY
        if start == 0 and end == len(self.text):
            return self
        if len(self.runs) == 1:
            origin = self.runs[0][0]
            return SourceText(self.text[start:end], ((origin + start if origin >= 0 else NOWHERE, end - start),))
        return SourceText(self.text[start:end], tuple(self._runs_between(start, end)))

    def _runs_between(self, start: int, end: int) -> Iterator[Run]:
        at = 0
        for origin, length in self.runs:
            low, high = max(start, at), min(end, at + length)
            if low < high:
                yield (origin + low - at if origin >= 0 else NOWHERE, high - low)
            at += length
            if at >= end:
                return

    def strip(self) -> SourceText:
        """Without white space at either end."""
        text = self.text
        left = len(text) - len(text.lstrip())
        right = len(text.rstrip())
        return self if left == 0 and right == len(text) else self[left:right]

    def spans(self) -> list[tuple[int, int]]:
        """The spans of the input that the text came from, in the order of the text; touching ones are one."""
        spans: list[tuple[int, int]] = []
        for origin, length in self.runs:
            if origin < 0:
                continue
            if spans and spans[-1][1] == origin:
                spans[-1] = (spans[-1][0], origin + length)
            else:
                spans.append((origin, origin + length))
        return spans

    def origin(self, index: int) -> int:
        """The offset in the input of the character at ``index``; of one that was put in, that of the next before it.

        ``index`` may be the length of the text: then the offset just after its last character.
        """
        if index == len(self.text):
            return self.origin(index - 1) + 1 if index else 0
        at, last = 0, 0
        for origin, length in self.runs:
            if index < at + length:
                return origin + index - at if origin >= 0 else last
            at += length
            if origin >= 0:
                last = origin + length
        raise IndexError(index)


EMPTY = SourceText("", ())


def inserted(text: str) -> SourceText:
    """Characters that no input holds; whoever uses it owes an Edit that says why."""
    return SourceText(text, ((NOWHERE, len(text)),)) if text else EMPTY


def join(parts: Iterable[SourceText]) -> SourceText:
    """The texts one after the other, with their origins."""
    texts: list[str] = []
    runs: list[Run] = []
    for part in parts:
        texts.append(part.text)
        for origin, length in part.runs:
            if runs and origin >= 0 and runs[-1][0] >= 0 and runs[-1][0] + runs[-1][1] == origin:
                runs[-1] = (runs[-1][0], runs[-1][1] + length)
            else:
                runs.append((origin, length))
    return SourceText("".join(texts), tuple(runs))


def space_between(source: str, before: SourceText, after: SourceText) -> SourceText:
    """The white space of the input that parts two texts, as one space: it comes from there, and nothing is put in."""
    end, start = before.origin(len(before)), after.origin(0)
    for offset in range(start - 1, end - 1, -1):
        if source[offset].isspace():
            return SourceText(" ", ((offset, 1),))
    # Where the second stands before the first, at the head of the next column, the white space behind the first does.
    if start < end < len(source) and source[end].isspace():
        return SourceText(" ", ((end, 1),))
    return inserted(" ")


def without(text: SourceText, cuts: Iterable[tuple[int, int]]) -> SourceText:
    """The text without the given parts, which are in order and do not overlap."""
    kept: list[SourceText] = []
    at = 0
    for start, end in cuts:
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    return join(kept)
