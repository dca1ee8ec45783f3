"""Heads among the lines of a page (标题、小标题): lines that are no sentence and lead into none.

A line of a paragraph that is cut in mid-sentence fills its column, two em less if it is the first. A line that is
narrower than that, or wider than the line it is said to lead into, is a head, if a paragraph ended before it and one
begins behind it.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from newsdoc.layout.paragraphs import begins
from newsdoc.layout.setting import BULLET, DEEPEST_INDENT, INDENT, NUMBERED
from newsdoc.model.characters import HAN, has_han, is_open
from newsdoc.recognise.jumps import is_jump_line
from newsdoc.recognise.stamp import has_hour

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsdoc.layout.setting import Setting
    from newsdoc.model.page import Line
    from newsdoc.recognise.marks import Mark

_GOES_ON = re.compile(r"[，、,：:；;—-]$|[的和与與及]$")
_GOES_ON_ENGLISH = re.compile(
    r"\b(?:a|an|the|of|and|or|at|with|from|as|that|who|which|is|are|was|were|has|have|had|its|their|his|her)$",
    re.IGNORECASE,
)
_MAY_GO_ON_ENGLISH = re.compile(r"\b(?:in|on|to|for|by|into|about|under|over)$")
"""The last word of a heading (Neighbours step in), or of a line that fills its column."""
_SENTENCES = re.compile(r"[a-z][.!?][”’\"]?\s+[“‘\"]?[A-Z]")
_SENTENCE_AND_BRACKET = re.compile(r"[a-z0-9][.!?]\s+\(")
_COUNTS = re.compile("[约約近超达達][有达達到]$|[为為有达達至增减減][到至]?$|共[计計]?$")
_CUT_WORD = re.compile(r"[a-z]-$")
"""No title is hyphenated."""
_MOSTLY_FULL = 0.7
_LONGEST_ITEM = 4
"""Lines of an item of a list."""
_MOST_LINES_ENGLISH = 4
_MOST_LINES = 3
_NARROW_TITLE = 0.7
_WIDEST = 44.0
_WIDEST_ENGLISH = 70.0
_WIDEST_QUESTION = 24.0
_WIDEST_CLAUSES = 28.0
_LIKE_FIRST = 4.6
_LIKE_FIRST_NARROW = 3.4
_NARROW = 16.0
_SHORT_BY = 4.0


_SENTENCE_INSIDE = re.compile(r"[。；]|[.!?][”’\"]?\s+[A-Z“]")
_MOST_TITLES_ON_TOP = 6
_MOST_TITLES = 4
_OF_THE_PAGE = frozenset({"furniture", "links", "rubric"})
_SIGNS = frozenset({"byline", "names", "dateline", "place"})
_ISSUE = re.compile(r"《[^》]{2,12}》[（(].{0,30}版[）)]")
"""Which issue a story was taken from: archives put it below the title."""
_HALVES = re.compile(f"(?<=[{HAN}！？]) (?=[{HAN}])")


def titles_over(lines: Sequence[Line], marks: Mapping[int, Mark]) -> frozenset[int]:
    """The lines that stand right above a byline, a dateline or the issue of the paper: heads, whatever their width.

    At the head of the page they may be up to six, further down up to four, behind the end of a sentence. Without a
    byline the first line of a page is a head if a pause parts it in two halves, as only titles are.
    """
    at = 0
    while at < len(lines) and at in marks and marks[at].kind in _OF_THE_PAGE:
        at += marks[at].lines
    found: list[int] = []
    for start, mark in marks.items():
        if mark.kind in _SIGNS or (mark.kind == "furniture" and _dates_story(lines[start].text.text, start - at)):
            over = start
            while over - 1 > at and over - 1 in marks and marks[over - 1].kind in _OF_THE_PAGE:
                over -= 1
            found += _above(lines, marks, over, at)
    if at < len(lines) and at not in marks and at not in found:
        first = lines[at].text.text
        if _HALVES.search(first) and "，" not in first:
            found.append(at)
    return frozenset(found)


def _dates_story(text: str, below_top: int) -> bool:
    """Whether a line tells where or when a story stood: the issue, the page from which it goes on, the hour."""
    if _ISSUE.fullmatch(text) or is_jump_line(text):
        return True
    return 0 < below_top <= _MOST_TITLES and has_hour(text)


def _above(lines: Sequence[Line], marks: Mapping[int, Mark], start: int, top: int) -> list[int]:
    """The titles above the line ``start``; ``top`` is the first line of the page that is no furniture."""
    most = _MOST_TITLES_ON_TOP if start - top <= _MOST_TITLES_ON_TOP else _MOST_TITLES
    found: list[int] = []
    index = start - 1
    while index >= top and index not in marks and len(found) <= most:
        line = lines[index]
        text = line.text.text
        titled = start - top <= _MOST_TITLES_ON_TOP and not text.endswith("。")
        if not titled and (line.ends or _SENTENCE_INSIDE.search(text)):
            break
        if text.endswith(("，", ",", "、")):
            break
        if line.width > _WIDEST_ENGLISH or _is_item(lines, index):
            return []
        found.append(index)
        index -= 1
    over = index < top or index in marks or lines[index].ends
    if over and len(found) <= most:
        return found
    # Further down the page a blank line parts a title from what ends no sentence: the last item of a list.
    parted = next((number for number, line in enumerate(found) if lines[line].gap), most)
    return found[: parted + 1] if start - top > _MOST_TITLES_ON_TOP and parted < most else []


def is_head(members: Sequence[int], lines: Sequence[Line], marks: Mapping[int, Mark]) -> bool:
    """Whether lines that stand by themselves are a head rather than a paragraph."""
    last = lines[members[-1]].text.text
    if _is_item(lines, members[0]) or is_open(last):
        return False
    most = _MOST_LINES if has_han(last) else _MOST_LINES_ENGLISH
    if len(members) > most or any(index in marks for index in members) or _GOES_ON.search(last):
        return False
    if lines[members[-1]].ends and (
        not last.endswith(("？", "！", "?", "!", "…")) or len(members) > 1 or lines[members[0]].width > _WIDEST_QUESTION
    ):
        return False
    if lines[members[-1]].ends and not lines[members[0]].gap and _has_gap_behind(lines, members[-1]):
        return False  # a heading stands no nearer to what it follows than to what it is over
    if any("。" in lines[index].text.text for index in members):
        return False
    if "，" in last and lines[members[-1]].width > _WIDEST_CLAUSES:
        return False
    if len(last) > 60 and _SENTENCES.search(last):
        return False
    if any(_CUT_WORD.search(lines[index].text.text) for index in members[:-1]):
        return False
    if any(_SENTENCE_AND_BRACKET.search(lines[index].text.text) for index in members):
        return False
    widest = _WIDEST if has_han(last) else _WIDEST_ENGLISH
    return all(lines[index].width <= widest for index in members)


def _has_gap_behind(lines: Sequence[Line], index: int) -> bool:
    return index + 1 < len(lines) and lines[index + 1].gap > 0


def _is_item(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is one of a list whose items open with the same mark."""
    mark = lines[index].text.text[0]
    if not BULLET.match(mark):
        return False
    far = 1 if has_han(lines[index].text.text) else _LONGEST_ITEM
    return mark in "•▪◦‣" or any(
        near != index and lines[near].text.text[0] == mark
        for near in range(max(0, index - far), min(len(lines), index + far + 1))
    )


def is_head_before(setting: Setting, open_lines: Sequence[int], number: int) -> bool:
    """Whether the open lines, which are no sentence, are a head and no part of what ``text_lines[number]`` begins."""
    index, last = setting.text_lines[number], open_lines[-1]
    text = setting.texts[last]
    if _GOES_ON.search(text) or "。" in text or open_lines[0] in setting.marks or is_open(text):
        return False
    if setting.texts[index][0].isdigit() and _COUNTS.search(text):
        return False  # …名額約有, and below 1,200個
    apart = setting.stands_apart(open_lines[0])
    if not apart and "，" in text and _is_wider_head(setting, open_lines[0] - 1, setting.widths[last]):
        return False  # the first line of what the head is about
    width, here, after = setting.widths[last], setting.widths[index], setting.measure.after(index, beyond=apart)
    if NUMBERED.match(setting.texts[open_lines[0]]) and width <= after - INDENT:
        return True
    like_first = _LIKE_FIRST if after > _NARROW else _LIKE_FIRST_NARROW
    fills = width > after - INDENT or width >= after - like_first
    if apart and len(open_lines) == 1 and (setting.gaps[index] or (index > last + 1 and not fills)):
        return True
    if apart and setting.gaps[index] and all(setting.widths[at] <= _NARROW_TITLE * after for at in open_lines):
        return True
    if len(open_lines) == 1 and setting.is_of_halves(last) and (apart or setting.lines[last - 1].ends):
        return True
    # No first line is so much narrower than the next one.
    if len(open_lines) == 1 and here > width + DEEPEST_INDENT and width <= 0.7 * after:
        return True
    here_cut = not setting.lines[index].ends
    if setting.gaps[open_lines[0]] and len(open_lines) == 1 and width <= after - _SHORT_BY and here >= after - INDENT:
        return True  # the only line of a column that is not full, and no last one
    following = setting.text_lines[number + 1] if number + 1 < len(setting.text_lines) else None
    if apart and here_cut and width > here + 1.2:
        narrows = following is not None and abs(setting.widths[following] - here) <= 1 and len(open_lines) > 1
        if not narrows:
            return True
    if len(open_lines) == 1 and here_cut and _before_first_line(setting, number, after):
        return True
    if fills:
        return False
    if setting.is_set_in(index):
        return True
    if here_cut:
        return _opens_paragraph(setting, number, here, after)
    # What is shorter than the line above and ends a sentence is rather its last line.
    if here < width and (not apart or "，" in text):
        return False
    if width <= after - 4 and after - DEEPEST_INDENT <= here <= after - INDENT + 0.1:
        return True
    if following is None or following in setting.marks:
        return apart and width <= 0.7 * after
    return begins(setting, index, following, first=True) and (width <= after - 4 or width <= 0.7 * after)


def _is_wider_head(setting: Setting, above: int, width: float) -> bool:
    """Whether the line above is a title by its shape: two halves without a mark, wider than the line."""
    text = setting.texts[above]
    return setting.widths[above] > width and "，" not in text and _HALVES.search(text) is not None


_HAN_ONLY = re.compile(f"[{HAN}“”‘’「」『』《》（）·]+")
_HAN_LINE = re.compile(r"[^A-Za-z0-9０-９ ]+")


def _before_first_line(setting: Setting, number: int, after: float) -> bool:
    """Whether the line ``text_lines[number]`` shows the lost indent of a first line; what stands above is a head then.

    Asked of lines without figures and Latin letters only, which may be narrower by chance.
    """
    if number + 1 >= len(setting.text_lines):
        return False
    index, following = setting.text_lines[number], setting.text_lines[number + 1]
    above = setting.text_lines[number - 1]
    lines = [setting.texts[at] for at in (index, following)]
    if not _HAN_ONLY.fullmatch(setting.texts[above]) or not all(map(_HAN_LINE.fullmatch, lines)):
        return False
    if setting.lines[following].ends or not (index == above + 1 and following == index + 1):
        return False
    full = setting.widths[following]
    lost = full - setting.widths[index]
    return 1.7 <= lost <= 2.3 and abs(full - after) <= 0.7 and setting.widths[above] <= full - 0.9


def _opens_paragraph(setting: Setting, number: int, here: float, after: float) -> bool:
    """Whether the cut line is narrower, by a lost indent, than the lines behind it."""
    behind = setting.text_lines[number + 1 : number + 3]
    if not behind or (setting.lines[behind[0]].ends and setting.widths[behind[0]] <= here):
        return after - DEEPEST_INDENT <= here <= after - INDENT + 0.1
    # A first line leads to one that is full; a wider one further down belongs to a column that grows wider.
    full = max(setting.widths[line] for line in behind[: 1 + setting.lines[behind[0]].ends])
    return INDENT - 0.2 <= full - here <= DEEPEST_INDENT


def _are_narrow(setting: Setting, open_lines: Sequence[int], index: int) -> bool:
    """Whether each of the lines was broken though the next word, and more, would have fitted in the column below."""
    measure = setting.measure.after(index)
    lines = [*open_lines, index]
    return setting.stands_apart(open_lines[0]) and all(
        setting.widths[line] + 0.25 + len(setting.texts[below].split(maxsplit=1)[0]) * 0.5 <= measure - 2
        and not setting.lines[line].ends
        for line, below in itertools.pairwise(lines)
    )


def is_english_head_before(setting: Setting, open_lines: Sequence[int], index: int) -> bool:
    """Whether English lines that are no sentence are a head: the next word would have fitted, or a gap follows."""
    last = open_lines[-1]
    following = setting.texts[index]
    if _GOES_ON.search(setting.texts[last]) or following[:1].islower():
        return False
    titled = setting.texts[last].isupper() and " " in setting.texts[last] and not following.isupper()
    if titled and len(open_lines) == 1 and setting.stands_apart(last):
        return True
    if len(open_lines) > 2:
        return len(open_lines) <= _MOST_LINES_ENGLISH and _are_narrow(setting, open_lines, index)
    if not setting.gaps[index] and (
        _GOES_ON_ENGLISH.search(setting.texts[last])
        or (
            _MAY_GO_ON_ENGLISH.search(setting.texts[last])
            and setting.widths[last] >= _MOSTLY_FULL * setting.measure.after(index)
        )
    ):
        return False
    if len(open_lines) > 1 and all(" " not in setting.texts[at] for at in open_lines):
        return False  # the words of a line that was stretched over the column
    if setting.gaps[index]:
        return True
    word = following.split(maxsplit=1)[0]
    measure = setting.measure.after(index)
    if open_lines[0]:
        before = setting.measure.before(open_lines[0] - 1)
        if setting.widths[index] <= before + 3:
            measure = min(measure, before)
    return setting.widths[last] + 0.25 + len(word) * 0.5 <= measure - 2
