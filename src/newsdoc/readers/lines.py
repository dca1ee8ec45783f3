"""A text as lines: where they begin and end, how far they are set in, how many blank ones stand before them."""

from __future__ import annotations

import itertools
import re

from newsdoc.model.characters import HAN, OPENING
from newsdoc.model.page import Line, Page
from newsdoc.model.source_text import SourceText

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
# Two em spaces after the end of a sentence open a paragraph where a page lies on one line; so do two plain ones.
_ENDS = "。！？”」』…）)】摄攝"
_CREDIT = r"[^\s。]{0,16}(?:\s{1,4}[^\s。]{1,8}){0,3}\s{0,4}[摄攝][）)]?$"
"""A credit stays on the line of its caption."""
_INNER = re.compile(rf"(?<=[{_ENDS}])[ \t\u00a0]*[\u3000\u2003]{{2,}}(?=\S)(?!{_CREDIT})")
_PLAIN = re.compile(rf"(?<=[{_ENDS}])[ \t\u00a0\u3000\u2003]{{2,}}(?=[{HAN}{OPENING}0-9０-９●■▲▼◆])")
_RUN = re.compile(r"(?<=\S)[ \t\u00a0]{2,}(?=\S)")
_LONG_LINE = 160
"""Characters: longer than a row of columns that stand side by side."""
_MOSTLY = 0.6
_EM_OF_SPACE = {"\u3000": 1.0, "\u2003": 1.0, "\u2002": 0.5, "\t": 2.0}


def _indent(space: str) -> float:
    if not space:
        return 0.0
    return sum(_EM_OF_SPACE.get(char, 0.25) for char in space[:200])


def _inner(text: str, start: int, end: int, *, wide: bool) -> re.Pattern[str] | None:
    """What parts the paragraphs within a line; None where nothing does.

    Runs of plain spaces do so in a line that is long, and where they follow sentences: those that do not part columns.
    """
    if end - start > _LONG_LINE:
        runs = len(_RUN.findall(text, start, end))
        if runs and len(_PLAIN.findall(text, start, end)) > _MOSTLY * runs:
            return _PLAIN
    return _INNER if wide else None


def page_of(text: str) -> Page:
    """The page of a text. Each non-space character of it lies in exactly one line.

    >>> [(line.text.text, line.indent, line.gap) for line in page_of("标题\\n\\n　　正文。").lines]
    [('标题', 0.0, 0), ('正文。', 2.0, 1)]
    """
    lines: list[Line] = []
    at, page, gap = 0, 1, 0
    wide = "\u3000\u3000" in text or "\u2003\u2003" in text or "\u2003\u3000" in text
    for match in _LINE.finditer(text):
        start, end = match.span()
        if start > at:
            between = text[at:start]
            gap += (len(_BREAK.findall(between)) if "\r" in between else len(between)) - (1 if at else 0)
            page += between.count("\f")
        elif at == 0 and start == 0:
            gap = 0
        at = end
        content = match.group()
        stripped = content.lstrip()
        if not stripped:
            gap += 1
            continue
        left = end - len(stripped)
        inner = _inner(text, left, end, wide=wide)
        if inner is None:
            right = left + len(stripped.rstrip())
            lines.append(
                Line(SourceText(text[left:right], ((left, right - left),)), _indent(content[: left - start]), gap, page)
            )
            gap = 0
            continue
        pieces = [left, *(m.end() for m in inner.finditer(text, left, end)), end]
        for piece, (low, high) in enumerate(itertools.pairwise(pieces)):
            inside = text[low:high].rstrip()
            indent = _indent(content[: low - start]) if piece == 0 else 2.0
            if inside:
                lines.append(Line(SourceText.of(text, low, low + len(inside)), indent, 0 if piece else gap, page))
        gap = 0
    return Page(text, tuple(lines))
