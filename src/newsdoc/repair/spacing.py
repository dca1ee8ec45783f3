"""Spaces that typesetting left between characters (字间空格).

    占 内 蒙 古 农 产 品 出 口   →  占内蒙古农产品出口     a line spread to its measure
    2月 20日至 24日             →  2月20日至24日        the gap beside digits and Latin letters
    退出競標， 「導致           →  退出競標，「導致       a mark that was set narrow

A line spread out is mended on any page. The other spaces go only where the page is one of print, cut into lines of a
column: in a clean text a space between Chinese words is a pause that the writer meant (标题里的空格), and a space
beside Latin letters is a matter of style. Spaces between Latin words stay.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdoc.model.characters import WIDE_MARK, has_han
from newsdoc.repair.edits import take_out
from newsdoc.repair.evidence import NARROWEST, is_wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsdoc.model.annotation import Edit
    from newsdoc.model.page import Page

RULE = "spacing"
_REASON_SPREAD = "the characters of the line are spread to its measure"
_REASON_GAP = "a gap of typesetting; Chinese text has no space here"
_SPACE = "[ \u00a0\u2002\u2003\u2009\u3000]"
_FEWEST_SINGLES = 4

_SPACES = re.compile(f"{_SPACE}+")
_MARKS = frozenset(WIDE_MARK)
_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_LATIN_RIGHT = frozenset(_ALPHANUMERIC + "$€£¥%+-")
_LATIN_LEFT = frozenset(_ALPHANUMERIC + "%+℃")
_BRACKETED = re.compile(r"[（(].{2,40}[）)]")
_NAMES = re.compile(r"记者|記者|通讯员|通訊員|摄|攝|供图|供圖|[编編][辑輯]|[责責][编編]")


def repair_spacing(page: Page) -> Page:
    """Take out the spaces that typesetting left between characters."""
    lines = list(page.lines)
    edits: list[Edit] = []
    wrapped: bool | None = None
    for index, line in enumerate(lines):
        text = line.text.text
        if not _SPACES.search(text) or not has_han(text):
            continue
        cuts = dict.fromkeys(_spread(text), _REASON_SPREAD)
        if wrapped is None:
            wrapped = is_wrapped(page.lines)
        if wrapped and line.width >= NARROWEST:
            for match in _gaps(text):
                cuts.setdefault(match, _REASON_GAP)
        if not cuts:
            continue
        ordered = sorted(cuts)
        repaired, made = take_out(line.text, ordered, RULE, _REASON_GAP)
        lines[index] = replace(line, text=repaired)
        edits.extend(replace(edit, reason=cuts[cut]) for edit, cut in zip(made, ordered, strict=True))
    return page.changed(lines, edits) if edits else page


def _spread(text: str) -> Iterator[tuple[int, int]]:
    """The spaces of stretches in which four or more Chinese characters stand singly."""
    if len(text.split()) < _FEWEST_SINGLES or _NAMES.search(text) or _BRACKETED.fullmatch(text):
        return
    pieces = [match.span() for match in re.finditer(r"\S+", text)]
    at = 0
    while at < len(pieces):
        end = at
        singles = 0
        while end < len(pieces) and _is_loose(text[pieces[end][0] : pieces[end][1]]):
            singles += has_han(text[pieces[end][0] : pieces[end][1]])
            end += 1
        if singles >= _FEWEST_SINGLES:
            first, last = at, end - 1
            # The stretch may begin and end inside words that were not spread: 长 36.37% ，占 内 蒙 古 … 70% 以
            if first and _touches(text[pieces[first - 1][0] : pieces[first - 1][1]]):
                first -= 1
            if last + 1 < len(pieces) and _touches(text[pieces[last + 1][0] : pieces[last + 1][1]]):
                last += 1
            for left, right in zip(pieces[first:last], pieces[first + 1 : last + 1], strict=True):
                yield left[1], right[0]
        at = max(end, at + 1)


def _is_loose(piece: str) -> bool:
    """A single character, perhaps with a mark or a figure beside it: 占, ，占, 纳, 70, 业, ‘."""
    han = sum(1 for char in piece if has_han(char))
    return han <= 1 and len(piece) <= 4


def _touches(piece: str) -> bool:
    return not piece.isascii()


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """The spaces beside a mark of Chinese typesetting, and between a Chinese character and a Latin one or a figure."""
    for match in _SPACES.finditer(text):
        start, end = match.span()
        left, right = text[start - 1], text[end]
        if (
            left in _MARKS
            or right in _MARKS
            or (right in _LATIN_RIGHT and has_han(left))
            or (left in _LATIN_LEFT and has_han(right))
        ):
            yield start, end
