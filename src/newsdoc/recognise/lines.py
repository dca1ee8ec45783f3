"""What the lines of a page say of themselves, before anything is joined: the marks that layout and structure go by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN, ends_sentence
from newsdoc.model.page import em
from newsdoc.recognise.byline import byline_at_end, is_english_post, read_byline
from newsdoc.recognise.caption import caption_opening
from newsdoc.recognise.credit import credit_at_end
from newsdoc.recognise.dateline import dateline_at_end, dateline_at_start
from newsdoc.recognise.furniture import is_furniture, opens_links
from newsdoc.recognise.names import names_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.model.page import Line
    from newsdoc.recognise.words import Words

_SHORT = re.compile(f"[{HAN}·]{{1,4}}")
_PLACE = re.compile(f"[{HAN}]{{2,12}}[省市县縣区區镇鎮乡鄉村州旗盟]")
_CAPITAL_NAME = re.compile(r"[A-Z][A-Z’'.-]+(?: [A-Z][A-Z’'.-]*){1,3}")
_PLAIN_NAMES = re.compile(
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,3}(?:(?:, | and |, and )[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,3}){0,3}(?: in [A-Z][\w ]+)?"
)
_LONGEST = 120
_MOST_NAME_LINES = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line, and the ``lines`` - 1 after it, say of themselves.

    ``kind`` is ``furniture``, ``links``, ``rubric``, ``byline``, ``names``, ``signature``, ``credit``, ``caption``
    (opens one), ``dateline`` (opens a paragraph), ``credited`` (text that ends with a credit) or ``sent`` (a dateline that closes a text).
    """

    kind: str
    lines: int = 1


def marks_of(lines: Sequence[Line], words: Words) -> dict[int, Mark]:
    """The marks of a page: index of the first line -> mark. Lines without one are text."""
    marks: dict[int, Mark] = {}
    at = 0
    while at < len(lines):
        mark = _mark(lines, at, marks, words)
        if mark:
            marks[at] = mark
            at += mark.lines
            if mark.kind == "links":
                at = _follow_links(lines, at, marks, words)
        else:
            at += 1
    return marks


def _follow_links(lines: Sequence[Line], at: int, marks: dict[int, Mark], words: Words) -> int:
    """Titles under 相关阅读 or Related Stories, up to the first line that is a sentence or something else."""
    while at < len(lines):
        text = lines[at].text.text
        if ends_sentence(text) or len(text) > _LONGEST or read_byline(text, words) or dateline_at_start(text, words):
            break
        marks[at] = Mark("furniture")
        at += 1
    return at


def _mark(lines: Sequence[Line], at: int, marks: dict[int, Mark], words: Words) -> Mark | None:
    line = lines[at]
    text = line.text.text
    if len(text) <= _LONGEST:
        if opens_links(text, words):
            return Mark("links")
        if is_furniture(text, words):
            return Mark("furniture")
        if _is_credit(text, words):
            return Mark("credit")
        byline = read_byline(text, words)
        if byline:
            if at + 1 < len(lines) and is_english_post(lines[at + 1].text.text, words) and byline[0].kind == "author":
                return Mark("byline", 2)
            if any(reading.people or reading.affiliation != byline[0].affiliation for reading in byline):
                return Mark("byline")
            count = _name_lines(lines, at + 1, words, loose=True)
            if count:
                return Mark("byline", 1 + count)
            if any(reading.kind == "editor" for reading in byline):
                return Mark("byline")
        signed = _signature_with_place(lines, at, words)
        if signed:
            return signed
        if text[0] in "（(" and (note := byline_at_end(text, words)) and note[0].start == 0:
            return Mark("byline")
        if _capital_author(lines, at) or _plain_author(lines, at, words):
            return Mark("names")
        if _SHORT.fullmatch(text):
            short = _short_lines(lines, at, marks, words)
            if short:
                return short
        if text[0] in "（(" and (sent := dateline_at_end(text, words)) and sent.start == 0:
            return Mark("sent")
    if caption_opening(text):
        return Mark("caption")
    if dateline_at_start(text, words):
        return Mark("dateline")
    if len(text) <= _LONGEST and credit_at_end(text, words):
        return Mark("credited")
    return None


def _is_credit(text: str, words: Words) -> bool:
    credit = credit_at_end(text, words)
    return credit is not None and not text[: credit.start].strip()


def _name_lines(lines: Sequence[Line], at: int, words: Words, *, loose: bool) -> int:
    """How many lines from here on hold nothing but names, whole, listed, or a character a line."""
    best = 0
    texts: list[str] = []
    for count in range(1, _MOST_NAME_LINES + 1):
        if at + count > len(lines):
            break
        text = lines[at + count - 1].text.text
        if len(text) > 60 or is_furniture(text, words) or re.search(r"[，。：:！？“”「」《》]", text):
            break
        texts.append(text)
        names = names_in(" ".join(texts), words, loose=False) or (
            names_in(" ".join(texts), words, loose=True) if loose and count == 1 and len(text) <= 4 else None
        )
        if names:
            best = count
        elif len(text) > 1:
            break
    return best


def _short_lines(lines: Sequence[Line], at: int, marks: dict[int, Mark], words: Words) -> Mark | None:
    """Names that stand a character or a name a line, and rubrics (栏目) that stand in the text."""
    end = at
    while end < len(lines) and end - at < _MOST_NAME_LINES and _SHORT.fullmatch(lines[end].text.text):
        end += 1
    count = end - at
    cut = at > 0 and at - 1 not in marks and _is_cut(lines, at - 1)
    names = _name_lines(lines, at, words, loose=False)
    singles = names >= 2 and all(len(lines[index].text.text) == 1 for index in range(at, at + names))
    if not cut and names == count and (singles or _stands_for_author(lines, at, end, words)):
        return Mark("names", count)
    if not cut and names == count and _signs(lines, at, end, words):
        return Mark("signature", count)
    narrow = all(em(lines[index].text.text) <= 4 for index in range(at, end))
    if narrow and (cut or count >= 2) and names != count and lines[at].gap and end < len(lines) and lines[end].gap:
        return Mark("rubric", count)
    return None


def _is_cut(lines: Sequence[Line], at: int) -> bool:
    """Whether the line ends in mid-sentence and has the width of the lines around it."""
    line = lines[at]
    if line.ends:
        return False
    return at > 0 and abs(lines[at - 1].width - line.width) <= 2.6 and line.width > 6


def _stands_for_author(lines: Sequence[Line], at: int, end: int, words: Words) -> bool:
    """Names between a headline and the page's masthead line, or under the headline at the top of the page."""
    if at == 0 or lines[at - 1].ends or end >= len(lines):
        return False
    below = lines[end].text.text
    if is_furniture(below, words):
        return True
    return at <= 2 and len(lines[at].text.text) >= 2 and ends_sentence(below) and len(below) > 20


def _capital_author(lines: Sequence[Line], at: int) -> bool:
    """A name in capitals right under a headline that is not: OMAR HADLEY."""
    text = lines[at].text.text
    if not 1 <= at <= 3 or not _CAPITAL_NAME.fullmatch(text) or lines[at - 1].ends or lines[at - 1].text.text.isupper():
        return False
    return at + 1 < len(lines) and not lines[at + 1].text.text.isupper()


def _plain_author(lines: Sequence[Line], at: int, words: Words) -> bool:
    """Names between the head of an English article and the line with its day: Jane Doe in Harbour Town."""
    text = lines[at].text.text
    if not 1 <= at <= 6 or at + 1 >= len(lines) or not _PLAIN_NAMES.fullmatch(text):
        return False
    below = lines[at + 1].text.text
    return any(char.isdigit() for char in below) and is_furniture(below, words)


def _signs(lines: Sequence[Line], at: int, end: int, words: Words) -> bool:
    """A name under a finished text, before the end of the page: the writer of a letter."""
    if at == 0 or not lines[at - 1].ends or len(lines[at].text.text) < 2:
        return False
    return end == len(lines) or is_furniture(lines[end].text.text, words)


def _signature_with_place(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """A place and a name under a finished text (河南鄢陵县 方先生): the writer of a letter."""
    if at == 0 or not lines[at - 1].ends or not _PLACE.fullmatch(lines[at].text.text):
        return None
    count = _name_lines(lines, at + 1, words, loose=False)
    end = at + 1 + count
    if count and (end == len(lines) or is_furniture(lines[end].text.text, words)):
        return Mark("signature", 1 + count)
    return None
