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
from newsdoc.recognise.caption import caption_opening
from newsdoc.recognise.caption_lines import counted_caption, image_mark, with_caption_lines
from newsdoc.recognise.credit import credit_at_end
from newsdoc.recognise.dateline import dateline_at_end, dateline_at_start, opens_dateline
from newsdoc.recognise.dateline_english import is_bare
from newsdoc.recognise.furniture import is_furniture, opens_links
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
from newsdoc.recognise.print_lines import place_mark, print_mark
from newsdoc.recognise.rubric import rubric_mark
from newsdoc.recognise.site import is_site_label
from newsdoc.recognise.site_page import chrome_before, chrome_behind, is_web_copy
from newsdoc.recognise.table import row_mark

if TYPE_CHECKING:
    from newsdoc.model.page import Line
    from newsdoc.recognise.words import Words

Rule = Callable[[Sequence["Line"], int, "Words"], Mark | None]

_WRITTEN = re.compile(r"[◎●■□]?\s*(?:文|撰文|採訪|采访|採訪撰文)\s*[／/｜|]")
"""文／A 攝影／B is a byline, though it ends like a credit."""
_PICTURED = re.compile(r"[◎●■□]?\s*(?:[图圖]|[图圖]片|摄影|攝影)\s*[／/｜|：:]")
_DRAWN = re.compile("(?:插图|插圖|题图|題圖|制图|製圖|绘图|繪圖|漫画|漫畫)[：:]")
_RAGGED = 2.5
_MOST_OF_CREDIT = 4
_LONGEST_OF_CREDIT = 14
_TAKEN = ("摄", "攝", "）", ")")
_NEAR_TOP = 6
_LOWEST_HEAD = 16
_MOST_TOPICS = 3
_HEADING_BEHIND_LINKS = 0.65
_PAGER = re.compile("[上下]一[篇則则页頁條条][:：]?")
_BETWEEN_DASHES = re.compile("[-–—] ?[A-Z'‘\"“][^.]{1,48}[?!]?['’\"”]? ?[-–—]")
_BY_ONE_HAND = ("摄影报道", "攝影報導", "图文报道", "文/图", "文／图", "文/圖", "文／圖", "图/文", "圖／文", "文并摄")
_TURNS = re.compile(r"[\[【<《«‹〈]?\s*(?:[上下]一[篇则則条條页頁]|Previous|Next|Prev)\b", re.IGNORECASE)
"""Buttons that turn to another article; at the head of a page no title follows them but its own."""
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
        if mark.kind == "links" and not (at <= _NEAR_TOP and _TURNS.match(lines[at - 1].text.text)):
            at = (_follow_site_links if web else _follow_links)(lines, at, marks, words)
    marks = with_caption_lines(lines, _with_inset_captions(lines, marks), words)
    return chrome_behind(lines, marks, words) if web else marks


def _with_inset_captions(lines: Sequence[Line], marks: dict[int, Mark]) -> dict[int, Mark]:
    """The marks with a caption of one line that stands, above its credit, in the midst of a sentence."""
    found = dict(marks)
    set_in = any(line.indent >= 1.5 for line in lines)
    for at, mark in marks.items():
        caption = at - 1
        if mark.kind != "credit" or caption < 2 or caption in marks or caption - 1 in marks:
            continue
        text, after = lines[caption].text.text, at + mark.lines
        whole = lines[caption].ends and text.count("。") == 1 and text.endswith("。")
        cut = not lines[caption - 1].ends and lines[caption - 1].width >= lines[caption - 2].width - _RAGGED
        if not (whole and cut) or after >= len(lines) or after in marks or lines[after].indent >= 1:
            continue
        framed = lines[caption].gap and lines[after].gap
        if framed or (set_in and not lines[after].gap):
            found[caption] = Mark("caption", closes=True)
    return dict(sorted(found.items()))


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
    for rule in OPENING:
        if mark := rule(lines, at, words):
            return mark
    return None


def _address(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """An address of the web, however long."""
    text = lines[at].text.text
    return FURNITURE if "://" in text[:9] and is_site_label(text, words) else None


def _interhead(lines: Sequence[Line], at: int, _words: Words) -> Mark | None:
    """How AFP sets its headings: - 'No choice' -"""
    return Mark("head") if at and _BETWEEN_DASHES.fullmatch(lines[at].text.text) else None


def _links(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    text = lines[at].text.text
    if not opens_links(text, words):
        return None
    if _PAGER.fullmatch(text) and _is_over_text(lines, at):
        return FURNITURE
    return Mark("links")


def _is_over_text(lines: Sequence[Line], at: int) -> bool:
    """Whether no sentence has come yet, at the head of a page."""
    return at <= _LOWEST_HEAD and not any(line.ends for line in lines[:at])


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


def _follow_site_links(lines: Sequence[Line], at: int, marks: dict[int, Mark], words: Words) -> int:
    """The titles under such a word on a web copy; a question may be one, and over the text there are none.

    In English a last line that is much shorter than the titles is the heading of the text below.
    """
    if _is_over_text(lines, at - 1):
        return _topics_over_text(lines, at, marks, words)
    end = at
    while end < len(lines) and end not in marks:
        line, text = lines[end], lines[end].text.text
        asks = text[-1] in "?？!！" and "。" not in text
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


def _furniture(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    if not is_furniture(lines[at].text.text, words):
        return None
    rest = count_rest_of_names(lines, at, words)
    return Mark("furniture", 1 + rest) if rest else FURNITURE


def _broken_credit(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """A credit under a caption whose names stand on lines of their own: 本报记者, and below 于舟摄."""
    if at == 0 or not (lines[at - 1].ends or caption_opening(lines[at - 1].text.text)):
        return None
    if _DRAWN.match(lines[at].text.text) and (rest := count_rest_of_names(lines, at, words)):
        return Mark("credit", 1 + rest)
    parts = [lines[at].text.text]
    for index in range(at + 1, min(at + _MOST_OF_CREDIT, len(lines))):
        text = lines[index].text.text
        if len(text) > _LONGEST_OF_CREDIT or len(parts[-1]) > _LONGEST_OF_CREDIT or parts[-1].endswith(_TAKEN):
            return None
        parts.append(text)
        if not text.endswith(_TAKEN):
            continue
        credit = credit_at_end(" ".join(parts), words)
        return Mark("credit", len(parts)) if credit is not None and credit.start == 0 and credit.people else None
    return None


def _credit(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    text = lines[at].text.text
    if at and _is_cut_credit(lines[at - 1].text.text, text, words):
        return Mark("credited", closes=True)
    credit = None if _WRITTEN.match(text) or _is_beside_writer(lines, at) else credit_at_end(text, words)
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


def _is_beside_writer(lines: Sequence[Line], at: int) -> bool:
    """Whether 图｜A stands next to 文｜B: both are the byline then."""
    near = [lines[index].text.text for index in (at - 1, at + 1) if 0 <= index < len(lines)]
    return _PICTURED.match(lines[at].text.text) is not None and any(map(_WRITTEN.match, near))


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
    if at and not lines[at - 1].ends and is_staff_line(lines[at].text.text):
        return Mark("byline")
    if first.kind == "author" and at + 1 < len(lines) and is_english_post(lines[at + 1].text.text, words):
        return Mark("byline", 2)
    if first.people and not has_han(lines[at].text.text) and (more := names_after_and(lines, at)):
        return Mark("byline", 1 + more)
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
    if text[0] in _SQUARES and _leads_to_credit(lines, at, words):
        return Mark("caption")
    if not caption_opening(text) or _is_listed(lines, at):
        return None
    return Mark("caption", closes=len(text) <= LONGEST and credit_at_end(text, words) is not None)


def _leads_to_credit(lines: Sequence[Line], at: int, words: Words) -> bool:
    """Whether a line that opens with a square or a dot stands, with the lines right below it, above a credit."""
    for index in range(at + 1, min(at + _MOST_OF_CAPTION, len(lines))):
        text = lines[index].text.text
        if lines[index].gap or text[0] in _SQUARES:
            return False
        credit = credit_at_end(text, words) if len(text) <= LONGEST else None
        if credit is not None:
            return credit.start == 0
    return False


_SQUARES = frozenset("◆■●★☆◇□○◎")
_MOST_OF_CAPTION = 5
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
    _links,
    box_mark,
    deck_mark,
    place_mark,
    _furniture,
    _interhead,
    print_mark,
    rubric_mark,
    contributors_mark,
    _dated_byline,
    _broken_credit,
    _credit,
    _byline,
    signature_mark,
    author_mark,
    english_author_mark,
    row_mark,
    short_mark,
)
OPENING: tuple[Rule, ...] = (print_mark, contributors_mark, image_mark, counted_caption, _caption, _dateline, _credit)
