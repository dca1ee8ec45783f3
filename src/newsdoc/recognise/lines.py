"""What the lines of a page say of themselves, before anything is joined: the marks that layout and structure go by.

The table below is the order in which a line is asked. The first rules are for lines that stand by themselves, and no
line with the marks of a Chinese sentence in its midst is one; the last are for lines of text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from newsdoc.model.characters import has_han
from newsdoc.recognise.box import box_mark
from newsdoc.recognise.byline import byline_at_end, read_byline
from newsdoc.recognise.byline_english import is_english_post
from newsdoc.recognise.caption import caption_opening
from newsdoc.recognise.caption_lines import counted_caption, image_mark, with_caption_lines
from newsdoc.recognise.credit import credit_at_end
from newsdoc.recognise.dateline import dateline_at_end, dateline_at_start, opens_dateline
from newsdoc.recognise.dateline_english import is_bare
from newsdoc.recognise.furniture import is_furniture, opens_links
from newsdoc.recognise.marks import FURNITURE, LONGEST, Mark
from newsdoc.recognise.names import names_in
from newsdoc.recognise.people_lines import author_mark, count_name_lines, short_mark, signature_mark
from newsdoc.recognise.people_lines_english import contributors_mark, english_author_mark, names_after_and
from newsdoc.recognise.print_lines import place_mark, print_mark
from newsdoc.recognise.rubric import rubric_mark
from newsdoc.recognise.table import row_mark

if TYPE_CHECKING:
    from newsdoc.model.page import Line
    from newsdoc.recognise.words import Words

Rule = Callable[[Sequence["Line"], int, "Words"], Mark | None]

_WRITTEN = re.compile(r"[◎●■□]?\s*(?:文|撰文|採訪|采访|採訪撰文)\s*[／/｜|]")
"""文／A 攝影／B is a byline, though it ends like a credit."""
_RAGGED = 2.5
_NEAR_TOP = 6
_BY_ONE_HAND = ("摄影报道", "攝影報導", "图文报道", "文/图", "文／图", "文/圖", "文／圖", "图/文", "圖／文", "文并摄")
_NOTICE = re.compile("(?:版权|版權|免责|免責|特别|特別)[声聲]明[：:]")
_IN_SENTENCE = re.compile("[，。；]")


def marks_of(lines: Sequence[Line], words: Words) -> dict[int, Mark]:
    """The marks of a page: index of the first line -> mark. Lines without one are text."""
    marks: dict[int, Mark] = {}
    at = 0
    while at < len(lines):
        mark = _mark(lines, at, words)
        if mark is None:
            at += 1
            continue
        marks[at] = mark
        at += mark.lines
        if mark.kind == "links":
            at = _follow_links(lines, at, marks, words)
    return with_caption_lines(lines, _with_inset_captions(lines, marks), words)


def _with_inset_captions(lines: Sequence[Line], marks: dict[int, Mark]) -> dict[int, Mark]:
    """The marks with a caption of one line that stands, above its credit, in the midst of a sentence."""
    found = dict(marks)
    for at, mark in marks.items():
        caption = at - 1
        if mark.kind != "credit" or caption < 2 or caption in marks or caption - 1 in marks:
            continue
        text, after = lines[caption].text.text, at + mark.lines
        whole = lines[caption].ends and text.count("。") == 1 and text.endswith("。")
        cut = not lines[caption - 1].ends and lines[caption - 1].width >= lines[caption - 2].width - _RAGGED
        goes_on = after < len(lines) and after not in marks and not lines[after].gap and lines[after].indent < 1
        if whole and cut and goes_on and any(line.indent >= 1.5 for line in lines):
            found[caption] = Mark("caption", closes=True)
    return dict(sorted(found.items()))


def _mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    text = lines[at].text.text
    if len(text) <= LONGEST:
        if not _IN_SENTENCE.search(text) or _NOTICE.match(text):
            for rule in STANDING:
                if mark := rule(lines, at, words):
                    return mark
        if text[0] in "（(" and (mark := _bracketed(lines, at, words)):
            return mark
    for rule in OPENING:
        if mark := rule(lines, at, words):
            return mark
    return None


def _links(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    return Mark("links") if opens_links(lines[at].text.text, words) else None


def _follow_links(lines: Sequence[Line], at: int, marks: dict[int, Mark], words: Words) -> int:
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


def _furniture(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    return FURNITURE if is_furniture(lines[at].text.text, words) else None


def _credit(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    text = lines[at].text.text
    if at and _is_cut_credit(lines[at - 1].text.text, text, words):
        return Mark("credited", closes=True)
    credit = None if _WRITTEN.match(text) else credit_at_end(text, words)
    if credit is None:
        return None
    below = lines[at + 1].text.text if at + 1 < len(lines) else ""
    if below and _is_cut_credit(text, below, words):
        return None
    if text[: credit.start].strip():
        return Mark("credited", closes=True)
    if at and text.isascii() and lines[at - 1].text.text.lower().startswith("by "):
        return Mark("byline")
    # Pictures and text by one hand: the line stands under a headline like any byline.
    reports = text.endswith(_BY_ONE_HAND) and at > 0 and not lines[at - 1].ends
    if reports and at + 1 < len(lines):
        on_top = at <= _NEAR_TOP and not any(line.ends for line in lines[:at])
        if on_top or is_furniture(lines[at + 1].text.text, words):
            return Mark("byline")
    return Mark("credit")


_REST_OF_CREDIT = re.compile(
    r"[摄攝][）)]?[■□]?|(?:[A-Z][A-Z .’'-]*)?/ ?[A-Z][A-Z .]+|FOR [A-Z][A-Z .]+|[A-Z][\w.'’-]+/[A-Z][A-Za-z ]+"
)
_REST_OF_NAME = re.compile(r"[A-Z][A-Z .’'-]+|[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+){1,2}")
_OPEN_CREDIT = re.compile(r"(?:[—–/:]|\b(?:by|BY|FOR|For))$")


def _is_cut_credit(above: str, text: str, words: Words) -> bool:
    """Whether a line is the rest of a credit that begins on the line above, behind the end of a caption."""
    rest = _REST_OF_CREDIT.fullmatch(text) or (_REST_OF_NAME.fullmatch(text) and _OPEN_CREDIT.search(above))
    if not rest:
        return False
    credit = credit_at_end(above + (" " if text.isascii() else "") + text, words)
    return credit is not None and 0 < credit.start < len(above)


def _byline(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    readings = read_byline(lines[at].text.text, words)
    if not readings:
        return None
    first = readings[0]
    if first.kind == "author" and at + 1 < len(lines) and is_english_post(lines[at + 1].text.text, words):
        return Mark("byline", 2)
    if first.people and not has_han(lines[at].text.text) and (more := names_after_and(lines, at)):
        return Mark("byline", 1 + more)
    if any(reading.people or reading.affiliation != first.affiliation for reading in readings):
        return Mark("byline")
    if lines[at].text.text.isascii():
        return Mark("byline") if 1 <= at <= _NEAR_TOP and not lines[at - 1].ends else None
    # 大公報記者, and the names on the lines below.
    count = count_name_lines(lines, at + 1, words, loose=True)
    if count or any(reading.kind == "editor" for reading in readings):
        return Mark("byline", 1 + count)
    return None


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


def _caption(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    text = lines[at].text.text
    if not caption_opening(text) or _is_listed(lines, at):
        return None
    return Mark("caption", closes=len(text) <= LONGEST and credit_at_end(text, words) is not None)


_CIRCLED = re.compile("[①-⑳]")


def _is_listed(lines: Sequence[Line], at: int) -> bool:
    """Whether ① opens an item of a list, which ends with a semicolon, as one of the items beside it does."""
    if not _CIRCLED.match(lines[at].text.text):
        return False
    for near in (at, at - 1, at + 1, at - 2):
        text = lines[near].text.text if 0 <= near < len(lines) else ""
        if _CIRCLED.match(text) and text.endswith(("；", ";")):
            return True
    return False


def _is_under_text(lines: Sequence[Line], at: int, words: Words) -> bool:
    """Whether the end of a sentence stands above, and no line of the page."""
    return at == 0 or (lines[at - 1].ends and not is_furniture(lines[at - 1].text.text, words))


def _dateline(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    text = lines[at].text.text
    reading = dateline_at_start(text, words)
    if reading and is_bare(text, reading) and _is_under_text(lines, at, words):
        return None
    return Mark("dateline") if reading or opens_dateline(text, words) else None


STANDING: tuple[Rule, ...] = (
    image_mark,
    _links,
    box_mark,
    place_mark,
    _furniture,
    print_mark,
    rubric_mark,
    contributors_mark,
    _credit,
    _byline,
    signature_mark,
    author_mark,
    english_author_mark,
    short_mark,
    row_mark,
)
OPENING: tuple[Rule, ...] = (print_mark, contributors_mark, image_mark, counted_caption, _caption, _dateline, _credit)
