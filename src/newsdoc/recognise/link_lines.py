"""Lists of links (相关阅读, Related stories): the line that opens one, and the titles under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.recognise.byline import read_byline
from newsdoc.recognise.caption import caption_opening
from newsdoc.recognise.credit import credit_at_end
from newsdoc.recognise.dateline import dateline_at_start
from newsdoc.recognise.furniture import is_furniture, opens_links
from newsdoc.recognise.marks import FURNITURE, LONGEST, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.model.page import Line
    from newsdoc.recognise.words import Words

_NEAR_TOP = 6
_RAGGED = 2.5
_HEADING_BEHIND_LINKS = 0.65
_MOST_TOPICS = 3
_LOWEST_HEAD = 16
NUMBER_ALONE = re.compile(r"\d{1,2}\.?")
"""The place of a title in a list of what is read most, on a line of its own."""
_PAGER = re.compile("[上下]一[篇則则页頁條条][:：]?")


def is_column_tag(lines: Sequence[Line], at: int) -> bool:
    """Whether （相关链接） stands right below a title: it is the column of the title then."""
    return lines[at].text.text[0] in "（(" and at > 0 and not lines[at].gap and not lines[at - 1].ends


def links_mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """A line after which titles of other articles follow; a button that turns the page, over the text, is furniture."""
    text = lines[at].text.text
    if not opens_links(text, words) or is_column_tag(lines, at):
        return None
    if _PAGER.fullmatch(text) and _is_over_text(lines, at):
        return FURNITURE
    return Mark("links")


def _is_over_text(lines: Sequence[Line], at: int) -> bool:
    """Whether no sentence has come yet, at the head of a page."""
    return at <= _LOWEST_HEAD and not any(line.ends for line in lines[:at])


def follow_links(lines: Sequence[Line], at: int, marks: dict[int, Mark], words: Words) -> int:
    """Titles under 相关阅读 or Related Stories, up to the first line that is a sentence or something else.

    Lines of one width up to the end of a sentence are the text of a box that the word heads, and the line over them is
    the title of the box.
    """
    end = at
    while end < len(lines):
        text = lines[end].text.text
        if lines[end].ends or len(text) > LONGEST or read_byline(text, words) or dateline_at_start(text, words):
            break
        end += 1
    if end < len(lines) and lines[end].ends:
        start = end
        while start > at and lines[start - 1].width >= max(lines[end].width, lines[end - 1].width - _RAGGED) - 0.5:
            start -= 1
        if start == end or start - at > 1:
            end = start
        else:
            # The word is the label of a box, not of links, and a line over the text the title of the box.
            for index in range(at - 1, start):
                marks[index] = Mark("head")
            return start
    for index in range(at, end):
        marks[index] = FURNITURE
    return end


def follow_site_links(lines: Sequence[Line], at: int, marks: dict[int, Mark], words: Words) -> int:
    """The titles under such a word on a web copy; a question may be one, and over the text there are none.

    In English a last line that is much shorter than the titles is the heading of the text below.
    """
    if _is_over_text(lines, at - 1):
        return _topics_over_text(lines, at, marks, words)
    end = at
    while end < len(lines) and end not in marks:
        line, text = lines[end], lines[end].text.text
        asks = (text[-1] in "?？!！" and "。" not in text) or NUMBER_ALONE.fullmatch(text)
        if len(text) > LONGEST or (line.ends and not asks):
            break
        if read_byline(text, words) or dateline_at_start(text, words):
            break
        if caption_opening(text) and (line.ends or credit_at_end(text, words)):
            break
        end += 1
    titles = [lines[index].width for index in range(at, end)]
    if end < len(lines) and len(titles) > 1 and lines[end - 1].text.text.isascii():
        end -= titles[-1] <= _HEADING_BEHIND_LINKS * min(titles[:-1])
    for index in range(at, end):
        marks[index] = FURNITURE
    return end


def _topics_over_text(lines: Sequence[Line], at: int, marks: dict[int, Mark], words: Words) -> int:
    """The topics that stand between the headline and a line of the page with the day or a label."""
    if all(index in marks for index in range(at - 1)):
        return at
    end = at
    while end < len(lines) and end - at < _MOST_TOPICS and not lines[end].ends:
        if is_furniture(lines[end].text.text, words):
            marks.update((index, FURNITURE) for index in range(at, end))
            return end
        end += 1
    return at
