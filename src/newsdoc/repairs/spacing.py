"""Spaces that typesetting left between characters (字间空格).

    占 内 蒙 古 农 产 品 出 口   →  占内蒙古农产品出口     a line spread to its measure
    2月 20日至 24日             →  2月20日至24日        the gap beside digits and Latin letters
    退出競標， 「導致           →  退出競標，「導致       a mark that was set narrow

A line spread out is mended on any page, a line with names (记者 陈 力) only where all lines are: recognisers (OCR) put
a space between all characters. The other spaces go only where the page is one of print, cut into lines of a
column: in a clean text a space between Chinese words is a pause that the writer meant (标题里的空格), and a space
beside Latin letters is a matter of style. Spaces between Latin words stay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN, WIDE_MARK, has_han
from newsdoc.repairs.edits import take_out
from newsdoc.repairs.evidence import NARROWEST, is_row, is_wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsdoc.model.annotation import Edit
    from newsdoc.model.page import Line, Page

RULE = "spacing"
_REASON_SPREAD = "the characters of the line are spread to its measure"
_REASON_ALL = "the characters of the whole page are spread"
_REASON_GAP = "a gap of typesetting; Chinese text has no space here"
_SPACE = "[ \u00a0\u2002\u2003\u2009\u3000]"
_FEWEST_SINGLES = 4
_LONG_LINE = 10
_FEWEST_LONG_LINES = 4
_MOST_OF_LINES = 0.6

_PIECE = re.compile(r"\S+")
_SPACES = re.compile(f"{_SPACE}+")
_MARKS = frozenset(WIDE_MARK)
_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_LATIN_RIGHT = frozenset(_ALPHANUMERIC + "$€£¥%+-")
_LATIN_LEFT = frozenset(_ALPHANUMERIC + "%+℃")
_BRACKETED = re.compile(r"[（(].{2,40}[）)]")
_HAN_GAP = re.compile(f"(?<=[{HAN}]) (?=[{HAN}])")
_HAN_SIGN = re.compile(f"[{HAN}]")
_LONGEST_NAME = 4
_IN_SENTENCE = re.compile("[，。；：]")
_LOOSE = re.compile(f"[{HAN}] (?=[A-Za-z0-9])|[A-Za-z0-9%] (?=[{HAN}])")
_TIGHT = re.compile(f"[{HAN}](?=[A-Za-z0-9])|[A-Za-z0-9%](?=[{HAN}])")
_SHARE = 0.2
_MAY_NAME = re.compile("[记記通摄攝供编編责責]")
_NAMES = re.compile(r"记 ?者|記 ?者|通 ?[讯訊] ?[员員]|摄|攝|供图|供圖|[编編][辑輯]|[责責][编編]")


def repair_spacing(page: Page) -> Page:
    """Take out the spaces that typesetting left between characters."""
    lines = list(page.lines)
    edits: list[Edit] = []
    wrapped: bool | None = None
    usual: bool | None = None
    all_spread: bool | None = None
    for index, line in enumerate(lines):
        text = line.text.text
        if not _SPACES.search(text) or not has_han(text) or _is_in_table(lines, index):
            continue
        if all_spread is None:
            all_spread = _is_all_spread(page.lines)
        if all_spread:
            cuts = dict.fromkeys(_between(text), _REASON_ALL)
        else:
            cuts = dict.fromkeys(_spread(text), _REASON_SPREAD)
        if wrapped is None:
            wrapped = is_wrapped(page.lines)
        if usual is None:
            usual = _are_usual(page.source)
        parts = not usual and not _IN_SENTENCE.search(text) and not line.ends
        if wrapped and line.width >= NARROWEST and not parts:
            for match in _gaps(text):
                cuts.setdefault(match, _REASON_GAP)
        if not cuts:
            continue
        ordered = sorted(cuts)
        repaired, made = take_out(line.text, ordered, RULE, [cuts[cut] for cut in ordered])
        lines[index] = line.with_text(repaired)
        edits.extend(made)
    return page.changed(lines, edits) if edits else page


def _is_all_spread(lines: Sequence[Line]) -> bool:
    """Whether most long lines of the page have a space within a word, where typesetting has none."""
    long = [line.text.text for line in lines if line.width >= _LONG_LINE and has_han(line.text.text)]
    gapped = [text for text in long if " " in text]
    if len(long) < _FEWEST_LONG_LINES or len(gapped) < _MOST_OF_LINES * len(long):
        return False
    spread = sum(_HAN_GAP.search(text) is not None for text in gapped if not _NAMES.search(text))
    return spread >= _MOST_OF_LINES * len(long)


def _between(text: str) -> Iterator[tuple[int, int]]:
    """The spaces of a line, but those between figures or Latin letters."""
    for match in _SPACES.finditer(text):
        start, end = match.span()
        if not (_is_latin(text[start - 1]) and _is_latin(text[end])):
            yield start, end


def _are_usual(source: str) -> bool:
    """Whether the page has a gap beside figures and Latin letters as a rule, so that it parts nothing in a title."""
    loose, tight = (len(pattern.findall(source)) for pattern in (_LOOSE, _TIGHT))
    return loose > _SHARE * (loose + tight)


def _is_in_table(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is a row of a table, or its head, whose cells the spaces part."""
    near = [lines[at].text.text for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    text = lines[index].text.text
    if is_row(text):
        return any(map(is_row, near))
    return (
        not lines[index].ends
        and len(text.split()) >= 3
        and index + 2 < len(lines)
        and all(is_row(lines[at].text.text) for at in (index + 1, index + 2))
    )


def _spread(text: str) -> Iterator[tuple[int, int]]:
    """The spaces of a line, or of a stretch of it, whose Chinese characters stand singly.

    Four that stand together are a stretch; where half of a line is such, all of it was spread.
    """
    if (
        len(text.split()) < _FEWEST_SINGLES
        or (_MAY_NAME.search(text) and _NAMES.search(text))
        or (_BRACKETED.fullmatch(text) and len(_HAN_SIGN.findall(text)) <= _LONGEST_NAME)
    ):
        return
    pieces = [match.span() for match in _PIECE.finditer(text)]
    words = [text[start:end] for start, end in pieces]
    loose = [_is_loose(word) for word in words]
    if 2 * sum(loose) >= len(words) and sum(map(has_han, words)) >= _FEWEST_SINGLES:
        stretches = [(0, len(words) - 1)]
    else:
        stretches = list(_stretches(words, loose))
    for first, last in stretches:
        for at in range(first, last):
            if not (_is_latin(words[at][-1]) and _is_latin(words[at + 1][0])):
                yield pieces[at][1], pieces[at + 1][0]


def _stretches(words: list[str], loose: list[bool]) -> Iterator[tuple[int, int]]:
    """First and last piece of each stretch of four loose Chinese characters or more."""
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and loose[end]:
            end += 1
        if sum(has_han(word) for word in words[at:end]) >= _FEWEST_SINGLES:
            # A stretch may begin and end within words that were not spread: 长 36.37% ，占 内 蒙 古 … 70% 以
            first = at - 1 if at and not words[at - 1].isascii() else at
            last = end if end < len(words) and not words[end].isascii() else end - 1
            yield first, last
        at = max(end, at + 1)


def _is_loose(piece: str) -> bool:
    """A single character, perhaps with a mark or a figure beside it: 占, ，占, 纳, 70, 业, ‘."""
    return len(piece) <= 4 and sum(map(has_han, piece)) <= 1


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


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
