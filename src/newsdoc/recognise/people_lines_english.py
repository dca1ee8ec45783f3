"""English lines that hold nothing but people: authors under a headline, contributors, the signature of a letter.

Tram fares to rise        Ada Lund                    OMAR HADLEY           Editing by
Ada Lund                  and                                               Ada Lund
Science correspondent     Tom Reyes                   a.hadley@courier.com
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.recognise.byline_english import is_english_post, named_post
from newsdoc.recognise.contributors import contributors, opens_contributors
from newsdoc.recognise.credit import credit_at_end
from newsdoc.recognise.furniture import PAPERS, is_furniture
from newsdoc.recognise.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.model.page import Line
    from newsdoc.recognise.words import Words

_CAPITAL_NAME = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’'.-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ’'.-]*){1,3}")
_WORD = r"[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,3}"
_PLAIN_NAMES = re.compile(rf"{_WORD}(?:(?:, | and |, and ){_WORD}){{0,3}}(?: in [A-Z][\w ]+)?")
PAPER = re.compile(
    rf"(?:The )(?:[A-Z][\w’'.-]+ ){{0,4}}(?:{PAPERS}|Press|Star|Record|Echo|Monitor|Register)"
    r"|(?:[A-Z][\w’'.-]+ ){1,3}(?:Press|News Service|Newswire|Wire)"
)
"""The name of an English paper or agency on a line of its own."""
_ONE_NAME = (
    r"(?:[A-Z][a-z’'-]+(?: [A-Z]\.)?(?: [A-Z][a-zA-Z’'-]+){1,2}|(?:[A-Z]\. ?){1,3}[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+)?)"
)
_NAME_ALONE = re.compile(rf"{_ONE_NAME}(?:(?:, {_ONE_NAME})* and {_ONE_NAME})?")
PLACE_LINE = re.compile(r"[A-Z]{3,}(?:[ -][A-Z]{2,}){0,2}(?:, [A-Z]{2,})?")
"""The place of a report, in capitals on a line of its own."""
_GLUED = re.compile(r"(?!Fitz)[A-Z][a-z]{3,}[A-Z]")
"""Hong KongEducation: labels of a web page that lost what parted them."""
_GOES_ON = frozenset(
    {"a", "an", "the", "of", "to", "in", "on", "for", "from", "with", "and", "or", "at", "by", "as", "into", "over"}
    | {"is", "are", "was"}
)
_NO_FIRST = frozenset(["The", "A", "An", "New", "South", "North", "East", "West", "Special", "Exclusive"])
_SIGNER = re.compile(r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Rev|Sir)\.? )?[A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+){1,2}")
_HOME = re.compile(
    r"(?!(?:For|In|On|At|To|By|With|From|Of|As|And|Over|After)\b)"
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}(?:, [A-Z][\w. ]{1,20})?"
)
_POST = re.compile(
    r"(?:[A-Z][\w-]+ ){0,3}(?:[A-Z]?[a-z]+ )?(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Cc]olumnist|[Ww]riter)"
)
_MAIL = re.compile(r"(?:e-?mail:? ?)?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}", re.IGNORECASE)
_MOST_OF_TITLE = 4
_FEWEST_SMALL, _LONG_WORD = 2, 4
_BY = ("By", "BY")
_AND = ("and", "&", "AND")
_LOWEST_AUTHOR = 8
_MOST_CONTRIBUTOR_LINES = 4
_WIDEST_COLUMN = 60.0
_OPEN_END = re.compile(r"(?:[,;:]|\b(?:and|by|in|to|from|for))$", re.IGNORECASE)


def contributors_mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """Who contributed, on a line or on several that a column cut."""
    text = lines[at].text.text
    if at == 0 or not (text[0].isupper() or text[0] in "(—–-["):
        return None
    count = 0
    for end in range(at, min(at + _MOST_CONTRIBUTOR_LINES, len(lines))):
        if end > at:
            following = lines[end].text.text
            cut = opens_contributors(text) and not lines[end].gap and _fills(lines, at, end - 1)
            if not (cut or _OPEN_END.search(text) or opens_contributors(following)):
                break
            text = f"{text} {lines[end].text.text}"
        if not _OPEN_END.search(text) and contributors(text, words):
            count = end - at + 1
        elif end > at and count:
            break
    return Mark("contributors", count) if count else None


def _fills(lines: Sequence[Line], at: int, last: int) -> bool:
    """Whether a line is as full as the lines of the column above, so that a name may be cut at its end."""
    above = [line.width for line in lines[max(0, at - 6) : at] if line.width <= _WIDEST_COLUMN]
    return bool(above) and 0.85 * max(above) <= lines[last].width <= _WIDEST_COLUMN


def english_author_mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """An author in Latin letters between headline and text."""
    text = lines[at].text.text
    if at < 1 or at + 1 >= len(lines) or not "A" <= text[0] <= "Z" or _GLUED.search(text):
        return None
    above, below = lines[at - 1], lines[at + 1].text.text
    if text in _BY and not above.ends and (_NAME_ALONE.fullmatch(below) or _CAPITAL_NAME.fullmatch(below)):
        posted = at + 2 < len(lines) and not lines[at + 2].gap and _POST.fullmatch(lines[at + 2].text.text)
        return Mark("byline", 3 if posted else 2)
    if PAPER.fullmatch(text):
        return None
    if _MAIL.fullmatch(below) and (_NAME_ALONE.fullmatch(text) or _CAPITAL_NAME.fullmatch(text)) and not above.ends:
        return Mark("names")
    named = _CAPITAL_NAME.fullmatch(text) or _NAME_ALONE.fullmatch(text)
    small = _is_in_small_letters(lines[at - 1].text.text)
    if named and _signs_title(lines, at) and (small or (text.isupper() and not lines[at].gap)):
        return Mark("names")
    if named and lines[at].gap and at + 2 < len(lines) and lines[at + 2].gap and _POST.fullmatch(below):
        return Mark("names", 2)
    if at > _LOWEST_AUTHOR:
        return None
    if (_NAME_ALONE.fullmatch(text) or _CAPITAL_NAME.fullmatch(text)) and (count := names_after_and(lines, at)):
        return Mark("names", 1 + count)
    if not above.ends and _PLAIN_NAMES.fullmatch(text) and PAPER.fullmatch(below):
        return Mark("names", 2)
    if at <= 3 and _CAPITAL_NAME.fullmatch(text) and not above.ends:
        return None if above.text.text.isupper() or below.isupper() else Mark("names")
    if named_post(text, words) and not _is_cut_sentence(lines, at):
        return Mark("byline")
    told = _POST.fullmatch(below) or (is_english_post(below, words) and not PAPER.fullmatch(below))
    if _NAME_ALONE.fullmatch(text) and told and (not above.ends or lines[at].gap):
        return Mark("names", 2)
    if _NAME_ALONE.fullmatch(text) and _leads_from_head_to_text(lines, at):
        return Mark("names")
    if _NAME_ALONE.fullmatch(text) and _stands_between_credit_and_text(lines, at, words):
        return Mark("names")
    # Jane Doe in Harbour Town, over the line with the day
    if _PLAIN_NAMES.fullmatch(text) and any(char.isdigit() for char in below) and is_furniture(below, words):
        return Mark("names")
    return None


def _is_in_small_letters(text: str) -> bool:
    """Whether a title is no row of capitalised words, so that one below it is no part of it."""
    small = [word for word in text.split() if word[0].islower()]
    return len(small) >= _FEWEST_SMALL and any(len(word) >= _LONG_WORD for word in small)


def _signs_title(lines: Sequence[Line], at: int) -> bool:
    """Whether a title in small letters stands right above, set apart, and a blank line and the text come below."""
    if not lines[at + 1].gap or lines[at + 1].width < lines[at].width:
        return False
    first = at - 1
    while first > 0 and not lines[first].gap and at - first < _MOST_OF_TITLE:
        first -= 1
    title = lines[first:at]
    return bool(title[0].gap) and not any(line.ends or line.text.text.isupper() for line in title)


def _stands_between_credit_and_text(lines: Sequence[Line], at: int, words: Words) -> bool:
    """Whether a caption with its credit ends right above, and a blank line and the text come below."""
    if at < 2 or not lines[at + 1].gap or lines[at].gap or lines[at + 1].width < 1.6 * lines[at].width:
        return False
    above, before = lines[at - 1].text.text, lines[at - 2].text.text
    return any((credit := credit_at_end(text, words)) and credit.start for text in (above, f"{before} {above}"))


def names_after_and(lines: Sequence[Line], at: int) -> int:
    """How many lines behind a name list others, each under the word and on a line of its own; 0 where none do."""
    end = at
    while end + 2 < len(lines) and lines[end + 1].text.text in (*_AND, ","):
        name = lines[end + 2].text.text
        if not (_NAME_ALONE.fullmatch(name) or _CAPITAL_NAME.fullmatch(name)):
            break
        end += 2
    return end - at


def _is_cut_sentence(lines: Sequence[Line], at: int) -> bool:
    """Whether the line goes on from the line above, in a column of about its width."""
    above = lines[at - 1]
    return (
        not above.ends
        and not lines[at].gap
        and at >= 2
        and abs(above.width - lines[at].width) <= 2.5
        and (abs(lines[at - 2].width - above.width) <= 2.5)
    )


def _leads_from_head_to_text(lines: Sequence[Line], at: int) -> bool:
    """Whether a headline that is complete stands above, and a line of text, about as wide as the next, below."""
    mail = "@" in lines[at + 1].text.text and at + 3 < len(lines)
    placed = not mail and at + 3 < len(lines) and PLACE_LINE.fullmatch(lines[at + 1].text.text) is not None
    above, below = lines[at - 1], lines[at + 1 + (mail or placed)]
    words = above.text.text.split()
    if mail:
        return not above.ends
    complete = len(words) >= 3 and words[-1].lower() not in _GOES_ON and not above.ends
    after = at + 2 + placed
    if not complete or below.width < 1.6 * lines[at].width or after >= len(lines):
        return False
    return (
        max(below.width, lines[after].width) >= 12
        and abs(below.width - lines[after].width) <= 4
        and lines[at].text.text.split()[0] not in _NO_FIRST
    )


def english_signature(lines: Sequence[Line], at: int) -> int:
    """How many lines sign a letter in English: a name, and where its writer lives; 0 where none does.

    Letters stand together, so another line like it, or a heading, follows, or the page ends.
    """
    if not _SIGNER.fullmatch(lines[at].text.text):
        return 0
    place = at + 1 < len(lines) and _HOME.fullmatch(lines[at + 1].text.text) is not None
    end = at + 1 + place
    if not place or (end < len(lines) and (lines[end].ends or lines[end].width <= 3)):
        return 0
    return 1 + place
