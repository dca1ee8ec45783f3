"""Lines of English print that are no text of a story: jump heads, indexes, staff boxes; places of reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.model.characters import has_han
from newsdoc.recognise.byline_english import english_line
from newsdoc.recognise.dateline_english import sent_from
from newsdoc.recognise.furniture import PAPERS, is_furniture
from newsdoc.recognise.jumps import is_jump_head, is_jump_line
from newsdoc.recognise.marks import FURNITURE, Mark
from newsdoc.recognise.people_lines_english import PAPER, PLACE_LINE, english_author_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.model.page import Line
    from newsdoc.recognise.words import Words

_LONGEST = 240
_RULE = re.compile(r"(?:[_*=~#•·-] ?){3,40}")
_WIDE = re.compile(r"[ \u00a0]{3,}")
_SECTION = re.compile(r"[A-Z]\d{1,2} [A-Z]{3,12}(?: (?:& )?[A-Z]{3,12})?")
_INDEX = re.compile(
    r"(?:[A-Z][\w’'&-]+(?: [\w’'&-]+){0,2},? [A-Z]?\d{1,3}(?:\s*[|•·]\s*|$)){3,}"
    r"|(?:[A-Z][\w’'&-]+(?: [\w’'&-]+){0,2},? [A-Z]\d{1,3}(?:[,;] |$)){3,}"
)
_LEADERS = re.compile(r"[A-Z][\w’'& -]{2,30}(?: ?\.){3,40} ?[A-Z]?\d{1,3}")
"""Obituaries . . . . A6"""
_VOLUME = re.compile(
    r"(?:Vol(?:ume)?|VOL(?:UME)?)\.? ?(?:\d{1,4}|[IVXLCDM]{1,10})"
    r"(?:[,;.]? ?[|·•—-]? ?(?:No|NO|Issue|ISSUE|Number|NUMBER)\.? ?[\d,]{1,7})?(?:[ ,|·•]+[$£€]\d{1,2}(?:\.\d\d)?)?"
)
_PRICE = re.compile(r"(?:[$£€]\d{1,2}(?:\.\d\d)?|\d{2} ?(?:cents|¢|p))")
_NEAR_TOP = 6
_LONGEST_NAME = 40
_FEWEST_WORDS = 4
_AGENCY_AND_PLACE = re.compile(r"(?P<agency>[A-Z]{2,12}|[A-Z][a-z]+), [A-Z]{3,}(?:[ -][A-Z]{2,}){0,2}")
"""AFP, TOKYO"""
_INDEX_HEAD = ("INDEX", "INSIDE", "Index", "Inside", "INSIDE TODAY", "Inside today")
_TOP_PAPER = re.compile(
    rf"(?:The )?(?:[A-Z][\w’'-]+ ){{1,4}}(?:{PAPERS})|(?:THE )?(?:[A-Z’'-]+ ){{1,4}}(?:{PAPERS.upper()})"
)
"""Cedar Valley Ledger, over the day of the issue"""
_SEE_PAGE = re.compile(
    r"[A-Z][A-Za-z’' ]{2,30}(?:\s*[:»>–—-]\s*|, )(?:see )?(?i:pages?)\s+[A-Z]?\d{1,3}(?:[-–]\d{1,3})?"
)
_FOUNDED = re.compile(r"(?:Founded|Established|Serving)\b[A-Za-z ,’'&]{0,80}\b(?:1[6-9]|20)\d\d")
_OFFICER = re.compile(
    r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]*){1,2}, "
    r"(?:(?:Executive|Managing|Opinion|News|City|Editorial Page|Deputy|Sports"
    r"|Associate|General|Acting|Interim|Photo|Copy|Advertising|Circulation) )*"
    r"(?:Publisher|Editor|Manager|President|Director|Chairman)"
    r"(?: (?:and|&) (?:Publisher|Editor|CEO|President))?"
)


def print_mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """Rules of signs, headers with wide gaps, jump heads, indexes and staff boxes."""
    text = lines[at].text.text
    if len(text) > _LONGEST:
        return None
    if _RULE.fullmatch(text) or (_WIDE.search(text) and _is_parted_header(text, words)):
        return FURNITURE
    if has_han(text):
        return None
    below = lines[at + 1].text.text if at + 1 < len(lines) else ""
    above = lines[at - 1].text.text if at else ""
    if (at and is_jump_head(text, below)) or is_jump_line(text) or _is_running_head(lines, at, words):
        return FURNITURE
    if _INDEX.fullmatch(text) or (text in _INDEX_HEAD and _INDEX.fullmatch(below)) or _SEE_PAGE.fullmatch(text):
        return FURNITURE
    if (". ." in text or "..." in text) and _LEADERS.fullmatch(text):
        return FURNITURE
    if (text[0] in "Vv" and _VOLUME.fullmatch(text)) or (at <= _NEAR_TOP and _PRICE.fullmatch(text)):
        return FURNITURE
    if at <= 1 and _SECTION.fullmatch(text):
        return FURNITURE
    if _FOUNDED.fullmatch(text) or (
        _OFFICER.fullmatch(text)
        and any(_OFFICER.fullmatch(near) or _FOUNDED.fullmatch(near) for near in (above, below))
    ):
        return FURNITURE
    if at == 0 and _TOP_PAPER.fullmatch(text) and any(map(str.isdigit, below)) and is_furniture(below, words):
        return FURNITURE
    if (_FOUNDED.fullmatch(below) or (at <= 1 and is_furniture(below, words))) and _is_paper(text, words):
        return FURNITURE
    return None


def _is_running_head(lines: Sequence[Line], at: int, words: Words) -> bool:
    """The name of the paper in capitals, between the day or the page number and other furniture."""
    text = lines[at].text.text
    if not (0 < at < len(lines) - 1) or not text.isupper() or len(text) > _LONGEST_NAME or lines[at].ends:
        return False
    above, below = lines[at - 1].text.text, lines[at + 1].text.text
    if not any(map(str.isdigit, above)) or not is_furniture(above, words):
        return False
    jumps = at + 2 < len(lines) and is_jump_head(below, lines[at + 2].text.text)
    return jumps or is_jump_line(below) or is_furniture(below, words)


def _is_paper(text: str, words: Words) -> bool:
    name = text.title() if text.isupper() else text
    return PAPER.fullmatch(name) is not None or re.fullmatch(rf"(?:{words.agency})", text, re.IGNORECASE) is not None


def _is_parted_header(text: str, words: Words) -> bool:
    """Whether a line that spaces part is a page header, as a whole or in each of its parts."""
    if is_furniture(" ".join(text.split()), words):
        return True
    parts = _WIDE.split(text)
    return all(is_furniture(part, words) or _SECTION.fullmatch(part) for part in parts)


def _is_under_title(lines: Sequence[Line], at: int) -> bool:
    """Whether a title that stands apart is right above, and right below the text of a column begins."""
    above, below = lines[at - 1], lines[at + 1]
    if not above.gap or above.ends or lines[at].gap or below.gap or " " in lines[at].text.text:
        return False
    words = above.text.text.split()
    return len(words) >= _FEWEST_WORDS and not above.text.text.isupper() and not below.ends and " " in below.text.text


def place_mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """The place of a report on a line of its own, under a byline or under the agency that sent it."""
    text = lines[at].text.text
    if at == 0 or at + 1 >= len(lines) or not lines[at + 1].text.text[0].isupper():
        return None
    below = lines[at + 1].text.text
    parted = _AGENCY_AND_PLACE.fullmatch(text) if text.isascii() and ", " in text else None
    if parted and parted["agency"] in words.agencies and not lines[at - 1].ends and not below.isupper():
        return Mark("dateline", closes=True)
    if " in " in text and sent_from(text, words) and not lines[at - 1].ends and below[0].isupper():
        return Mark("dateline", closes=True)
    named = text in words.no_names or re.fullmatch(words.rubric, text.title()) or is_furniture(below, words)
    if PLACE_LINE.fullmatch(text) and not named and not below.isupper():
        above = lines[at - 1].text.text
        if english_line(above, words) or english_author_mark(lines, at - 1, words) or _is_under_title(lines, at):
            return Mark("place")
    sent = (
        at + 2 < len(lines)
        and not has_han(text)
        and PLACE_LINE.fullmatch(below)
        and not lines[at + 2].text.text.isupper()
    )
    if sent and not lines[at - 1].ends and re.fullmatch(rf"(?:the )?(?:{words.agency})", text, re.IGNORECASE):
        return Mark("place", 2)
    return None
