"""What the lines of a page say of themselves, before anything is joined: the marks that layout and structure go by.

The table below is the order in which a line is asked. The first rules are for lines that stand by themselves, and no
line with the marks of a Chinese sentence in its midst is one; the last are for lines of text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from newsdoc.model.characters import has_han
from newsdoc.recognise.box import box_mark, deck_mark
from newsdoc.recognise.byline import byline_at_end, read_byline
from newsdoc.recognise.byline_english import is_english_post, is_staff_line
from newsdoc.recognise.caption_lines import counted_caption, image_mark, with_caption_lines
from newsdoc.recognise.dateline import dateline_at_end, dateline_at_start, opens_dateline
from newsdoc.recognise.dateline_english import is_bare
from newsdoc.recognise.furniture import is_furniture, opens_links
from newsdoc.recognise.link_lines import follow_links, follow_site_links, is_column_tag, links_mark
from newsdoc.recognise.marks import FURNITURE, LONGEST, Mark
from newsdoc.recognise.names import names_in
from newsdoc.recognise.notice import notice_mark
from newsdoc.recognise.people_lines import (
    author_mark,
    count_name_lines,
    count_rest_of_names,
    short_mark,
    signature_mark,
)
from newsdoc.recognise.people_lines_english import contributors_mark, english_author_mark, names_after_and
from newsdoc.recognise.picture_lines import broken_credit, caption_mark, credit_mark, with_inset_captions
from newsdoc.recognise.print_lines import place_mark, print_mark
from newsdoc.recognise.rubric import rubric_mark
from newsdoc.recognise.site import is_site_label
from newsdoc.recognise.site_page import chrome_before, chrome_behind, is_web_copy
from newsdoc.recognise.table import row_mark

if TYPE_CHECKING:
    from newsdoc.model.page import Line
    from newsdoc.recognise.words import Words

Rule = Callable[[Sequence["Line"], int, "Words"], Mark | None]

_RAGGED = 2.5
_NEAR_TOP = 6
_DESK = frozenset({"editor", "proofreader"})
_MAKER = re.compile("(?:监制|監製|审核|審核|终审|終審|图编|圖編|责编|責編|值班主任|值班编委|校对|校對)\\s*[：:]")
_BETWEEN_DASHES = re.compile("[-–—](?: ?[A-Z'‘\"“][^.]{1,58}| [^\\W\\d][^.–—-]{1,58}) ?[-–—]")
_NOTICE = re.compile("(?:版权|版權|免责|免責|特别|特別)[声聲]明[：:]")
_IN_SENTENCE = re.compile("[，。；]")


def marks_of(lines: Sequence[Line], words: Words) -> dict[int, Mark]:
    """The marks of a page: index of the first line -> mark. Lines without one are text."""
    web = is_web_copy(lines, words)
    chrome = chrome_before(lines, words, web=web)
    marks: dict[int, Mark] = {}
    at = 0
    while at < len(lines):
        mark = chrome.get(at) or _mark(lines, at, words)
        if mark is None:
            at += 1
            continue
        marks[at] = mark
        at += mark.lines
        if mark.kind == "links":
            at = (follow_site_links if web else follow_links)(lines, at, marks, words)
    marks = with_caption_lines(lines, with_inset_captions(lines, marks), words)
    return chrome_behind(lines, marks, words) if web else marks


def _mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    text = lines[at].text.text
    for rule in WHOLE:
        if mark := rule(lines, at, words):
            return mark
    if len(text) <= LONGEST:
        if not _IN_SENTENCE.search(text) or _NOTICE.match(text):
            for rule in STANDING:
                if mark := rule(lines, at, words):
                    return mark
        if text[0] in "（(" and (mark := _bracketed(lines, at, words)):
            return mark
    for rule in OPENING if "\u3400" <= text[0] <= "\u9fff" else OPENING_ENGLISH + OPENING:
        if mark := rule(lines, at, words):
            return mark
    return None


def _address(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """An address of the web, however long."""
    text = lines[at].text.text
    return FURNITURE if "://" in text[:9] and is_site_label(text, words) else None


def _interhead(lines: Sequence[Line], at: int, _words: Words) -> Mark | None:
    """A heading between dashes, as AFP sets them: - 'No choice' -"""
    return Mark("head") if at and _BETWEEN_DASHES.fullmatch(lines[at].text.text) else None


def _furniture(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    text = lines[at].text.text
    if not is_furniture(text, words) or (is_column_tag(lines, at) and opens_links(text, words)):
        return None
    rest = count_rest_of_names(lines, at, words)
    return Mark("furniture", 1 + rest) if rest else FURNITURE


def _byline(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    readings = read_byline(lines[at].text.text, words)
    if not readings:
        return None
    first = readings[0]
    if {reading.kind for reading in readings} <= _DESK and _is_among_makers(lines, at):
        return FURNITURE
    if at and not lines[at - 1].ends and is_staff_line(lines[at].text.text):
        return Mark("byline")
    if first.kind == "author" and at + 1 < len(lines) and is_english_post(lines[at + 1].text.text, words):
        return Mark("byline", 2)
    if first.people and not has_han(lines[at].text.text) and (more := names_after_and(lines, at)):
        return Mark("byline", 1 + more)
    below = lines[at + 1].text.text if at + 1 < len(lines) else ""
    if below.startswith(("and ", "AND ")) and read_byline(f"By {below[4:]}", words):
        return Mark("byline", 2)  # By ADA LUND in Oslo, and below: and TOM REYES in Hamar
    if any(reading.people or reading.affiliation != first.affiliation for reading in readings):
        return Mark("byline")
    if first.kind == "commentator" and at and not lines[at - 1].ends:
        return Mark("byline")  # 本报评论员
    if lines[at].text.text.isascii():
        return Mark("byline") if 1 <= at <= _NEAR_TOP and not lines[at - 1].ends else None
    # 大公報記者, and the names on the lines below.
    count = count_name_lines(lines, at + 1, words, loose=True)
    if count or any(reading.kind == "editor" for reading in readings):
        return Mark("byline", 1 + count)
    return None


def _is_among_makers(lines: Sequence[Line], at: int) -> bool:
    """Whether the line above or below names who watched over the page: 监制：…, 校对：…."""
    near = [lines[index].text.text for index in (at - 1, at + 1) if 0 <= index < len(lines)]
    return any(map(_MAKER.match, near))


def _bracketed(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """A line in brackets: who wrote (作者为…), or where the report was sent from."""
    text = lines[at].text.text
    readings = byline_at_end(text, words)
    if readings and readings[0].start == 0:
        return Mark("byline")
    if text[-1] in "）)" and at and lines[at - 1].ends and names_in(text[1:-1], words):
        return Mark("byline")
    sent = dateline_at_end(text, words) if at and lines[at - 1].ends else None
    return Mark("sent") if sent and sent.start == 0 else None


def _dated_byline(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """A dateline on a line of its own that names people, paper and place: 聯合報／ 記者王某／台北報導."""
    sent = dateline_at_start(lines[at].text.text, words)
    whole = sent is not None and sent.end == len(lines[at].text) and sent.agency and sent.place and sent.people
    return Mark("dateline", closes=True) if whole else None


def _is_under_text(lines: Sequence[Line], at: int, words: Words) -> bool:
    """Whether the end of a sentence stands above, and no line of the page."""
    return at == 0 or (lines[at - 1].ends and not is_furniture(lines[at - 1].text.text, words))


def _dateline(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    text = lines[at].text.text
    reading = dateline_at_start(text, words)
    if reading and is_bare(text, reading) and _is_under_text(lines, at, words):
        return None
    if reading:
        return Mark("dateline")
    if not opens_dateline(text, words):
        return None
    # The bracket with the names may stand below the place and the day: it goes on with that dateline.
    above = dateline_at_start(lines[at - 1].text.text, words) if at else None
    return None if above and above.end == len(lines[at - 1].text) else Mark("dateline")


WHOLE: tuple[Rule, ...] = (_address, notice_mark)
STANDING: tuple[Rule, ...] = (
    image_mark,
    links_mark,
    box_mark,
    deck_mark,
    place_mark,
    _furniture,
    _interhead,
    print_mark,
    rubric_mark,
    contributors_mark,
    _dated_byline,
    broken_credit,
    credit_mark,
    _byline,
    signature_mark,
    author_mark,
    english_author_mark,
    row_mark,
    short_mark,
)
OPENING_ENGLISH: tuple[Rule, ...] = (print_mark, contributors_mark, image_mark, counted_caption)
OPENING: tuple[Rule, ...] = (caption_mark, _dateline, credit_mark)
"""The rules for lines of text; the first ones are not asked of a line that opens with a Chinese character."""
