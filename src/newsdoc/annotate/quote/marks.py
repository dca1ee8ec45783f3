"""Quotation marks: which opens what, in the marks of both scripts, and what to do where one is lost.

“ ” 「 」 『 』 〝 〞 ﹁ ﹂ pair by shape, ``"`` and ``＂`` by turns, ‘ ’ count at the outermost level only (inside
they are a quote
in a quote, or an apostrophe). GB/T 15834-2011 (PRC) and the 《重訂標點符號手冊》 (Taiwan) give the shapes.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_CLOSER = {"“": "”", "「": "」", "『": "』", "〝": "〞", "﹁": "﹂", "‘": "’", "„": "”"}
_OPENER = {close: open_ for open_, close in _CLOSER.items() if open_ != "„"}
_STRAIGHT = frozenset('"＂')
_MARKS = re.compile('[“”„「」『』〝〞﹁﹂‘’"＂]')
_OUTER = re.compile('[“”„「」『』〝〞﹁﹂"＂]')
OPENING = frozenset('“「『〝﹁"＂')
"""What may be repeated at the head of a paragraph when a quotation runs on."""


class Segment(NamedTuple):
    """What stands between an outermost pair of marks.

    Attributes:
        start, end: The whole, marks included.
        inner_start, inner_end: What is between the marks.
        closed: False where the closing mark is missing: ``end`` is then where the next opening mark or the end of the
            paragraph is, and the true end is for :mod:`terms` to find.
        opened: False where the opening mark is missing: ``start`` is then the head of the stretch without marks
            before it.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    opened: bool = True


def segments(text: str, *, single: bool = True) -> list[Segment]:
    """The outermost quoted stretches of one paragraph, in order, in one pass over its marks.

    Args:
        text: One paragraph.
        single: Whether ‘ ’ are quotation marks at the outermost level (not where they are apostrophes).

    >>> [(s.start, s.end, s.closed) for s in segments("他说：“好。”又说：“走‘快’点")]
    [(3, 7, True), (10, 16, False)]
    """
    marks = [(m.start(), m.group()) for m in (_MARKS if single else _OUTER).finditer(text)]
    found: list[Segment] = []
    stack: list[str] = []
    start = floor = 0
    for number, (at, mark) in enumerate(marks):
        if mark == "’" and "‘" not in stack:
            continue  # an apostrophe
        if mark in _STRAIGHT:
            closes, opens = bool(stack) and (stack[-1] in _STRAIGHT or stack[-1] == "“"), not stack
        else:
            closes, opens = mark in _OPENER, mark in _CLOSER
        if closes:
            opener = mark if mark in _STRAIGHT else _OPENER[mark]
            if not stack:
                if mark in "”」" and at > floor:
                    found.append(Segment(floor, at + 1, floor, at, opened=False))
                floor = at + 1
                continue
            outer_matches = stack[0] == opener or (opener == "“" and stack[0] in '"＂„') or mark in _STRAIGHT
            if stack[-1] == opener and len(stack) > 1:
                stack.pop()
            elif outer_matches:
                stack.clear()
                found.append(Segment(start, at + 1, start + 1, at))
                floor = at + 1
        elif opens:
            if not stack:
                stack, start = [mark], at
            elif mark != stack[-1] or _nested(marks, number):
                if len(stack) < 8:
                    stack.append(mark)
            elif len(stack) == 1:
                if at > start + 1:
                    found.append(Segment(start, at, start + 1, at, closed=False))
                start = floor = at
    if stack and len(text) > start + 1:
        found.append(Segment(start, len(text), start + 1, len(text), closed=False))
    return found


def _nested(marks: list[tuple[int, str]], number: int) -> bool:
    """Whether the same opening mark inside is a quote in a quote: two closing ones follow it."""
    if number + 2 >= len(marks):
        return False
    closer = _CLOSER.get(marks[number][1])
    return marks[number + 1][1] == closer and marks[number + 2][1] == closer
