"""Lines that hold nothing but names: authors under a headline, names set upright, the signature of a letter.

渠边的早市        河南某县       余         OMAR HADLEY        專家
林小北           方先生        健                           意見      (a rubric: no names)
《…日报》…
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN
from newsdoc.model.page import em
from newsdoc.recognise.box import is_box_label
from newsdoc.recognise.furniture import is_furniture
from newsdoc.recognise.marks import FURNITURE, Mark
from newsdoc.recognise.names import is_name, names_in
from newsdoc.recognise.people_lines_english import english_signature

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.model.page import Line
    from newsdoc.recognise.words import Words

_SHORT = re.compile(f"[{HAN}·]{{1,4}}")
_PLACE = re.compile(f"[{HAN}]{{2,12}}[省市县縣区區镇鎮乡鄉村州旗盟]")
_NO_NAMES = re.compile(r"[，。：:！？“”「」《》]")
READER = re.compile(
    rf"(?:[{HAN}]{{2,6}})?(?:读者|讀者|市民|居民|村民|家长|家長|学生|學生|网友|網友)\s+(?P<names>[{HAN} 、]{{2,12}})"
)
"""How a letter to the paper is signed."""
_MARKED_NAME = re.compile(rf"[□■●◎○◆]\s*(?P<names>[{HAN} 、]{{2,16}})")
"""□ 王雨生"""
_SQUARES = "□■◎◆"
_NAMES_ALONE = re.compile(f"[{HAN}]{{1,4}}(?:[ 　、][{HAN}]{{1,4}}){{1,7}}")
"""韩雪松 苏 敏"""
_SLOGAN = re.compile(f"[{HAN}]{{4}}(?: [{HAN}]{{4}})+")
"""党建联建 强村富民: names of four characters are rare, and two of them side by side more so."""
_SPREAD_PAIR = re.compile(f"[{HAN}][ \u3000\u2003]{{1,4}}[{HAN}]")
"""程　伟, between its title and its text"""
_SPREAD_NAME = re.compile(f"[{HAN}] [{HAN}] [{HAN}]")
_NAME_AND_POST = re.compile(rf"(?P<names>[{HAN}·]{{2,4}})\s*[（(][{HAN}、·\s]{{4,36}}[）)]")
"""郭明远（江淮师范大学副教授）"""
_REPORTED = re.compile(rf"(?P<names>[{HAN} ·、]{{2,14}}?)\s*(?:报道|報道|報導|报导|撰文|采写|採寫)")
_NAMED = re.compile(f"[：:]\\s*(?P<names>[{HAN} 、]{{1,14}})$")
_FULL_NAME = 3
_MOST_OF_NAME = 3
_LOWEST_AUTHOR = 8
_MOST = 8
_LONGEST_LIST = 60
_NARROW_TITLE, _NARROW_TEXT = 12.0, 8.0
_WIDEST_RUBRIC = 4.0


def reported(text: str, words: Words) -> tuple[list[str], str | None] | None:
    """The people of 林佩珊 吉隆坡报道, and the place from which they report."""
    told = _REPORTED.fullmatch(text)
    if told is None:
        return None
    first, gap, last = told["names"].rpartition(" ")
    if gap and re.fullmatch(words.place, last) and (people := names_in(first, words)):
        return people, last
    people = names_in(told["names"], words)
    return (people, None) if people else None


def count_name_lines(lines: Sequence[Line], at: int, words: Words, *, loose: bool) -> int:
    """How many lines from here on hold nothing but names: whole, listed, or a character a line."""
    best = 0
    texts: list[str] = []
    for index in range(at, min(at + _MOST, len(lines))):
        text = lines[index].text.text
        if _is_rubric(text, words) or len(text) > _LONGEST_LIST or _NO_NAMES.search(text) or is_furniture(text, words):
            break
        texts.append(text)
        listed = " ".join(texts)
        if names_in(listed, words) or (loose and index == at and len(text) <= 4 and names_in(text, words, loose=True)):
            best = len(texts)
        elif len(text) > 1:
            break
    return best


def count_rest_of_names(lines: Sequence[Line], at: int, words: Words) -> int:
    """How many lines below hold, a character each, the last name of the line: 责编：贾文 周, and below 南."""
    end = at + 1
    while end < len(lines) and end <= at + _MOST_OF_NAME and len(lines[end].text) == 1:
        end += 1
    count = end - at - 1
    if not count:
        whole = lines[at + 1].text.text if at + 1 < len(lines) else ""
        closes = at + 2 >= len(lines) or is_furniture(lines[at + 2].text.text, words)
        return int(closes and _NAMED.search(lines[at].text.text) is not None and is_name(whole, words))
    named = _NAMED.search(lines[at].text.text)
    rest = " ".join(lines[index].text.text for index in range(at + 1, end))
    return count if named and names_in(f"{named['names']} {rest}", words, loose=True) else 0


def author_mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """Authors between headline and text, marked, spread or listed."""
    text = lines[at].text.text
    titled = _NAME_AND_POST.fullmatch(text) if at and not lines[at - 1].ends else None
    if titled and names_in(titled["names"], words):
        return Mark("names")
    if at and at + 1 < len(lines) and _names_apart(lines, at, words):
        return Mark("names")
    if at < 1 or at + 1 >= len(lines):
        return None
    marked = _MARKED_NAME.fullmatch(text) if at <= _LOWEST_AUTHOR or text[0] in _SQUARES else None
    if marked and not lines[at - 1].ends and names_in(marked["names"], words):
        in_list = text[0] in (lines[at - 1].text.text[0], lines[at + 1].text.text[0])
        return None if in_list and at > _LOWEST_AUTHOR else Mark("names")
    apart = _SPREAD_PAIR.fullmatch(text) and lines[at].gap and lines[at + 1].gap and not lines[at - 1].ends
    if apart and lines[at + 1].width >= _NARROW_TEXT and names_in(text, words):
        return Mark("names")
    if at > _LOWEST_AUTHOR:
        return None
    listed = _NAMES_ALONE.fullmatch(text) and not _SLOGAN.fullmatch(text) and lines[at + 1].width >= lines[at].width
    if listed and not lines[at - 1].ends and len(names_in(text, words) or ()) >= 2:
        return Mark("names")
    if reported(text, words):
        return Mark("names")
    if _SPREAD_NAME.fullmatch(text) and not lines[at - 1].ends and lines[at + 1].width > 10 and names_in(text, words):
        return Mark("names")
    return None


def signature_mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """A place and a name under a finished text, or 读者 and a name: the writer of a letter."""
    if at and lines[at - 1].ends and (count := english_signature(lines, at)):
        return Mark("signature", count)
    if at and lines[at - 1].ends and (reader := READER.fullmatch(lines[at].text.text)):
        return Mark("signature") if names_in(reader["names"], words, loose=True) else None
    if at == 0 or not lines[at - 1].ends or not _PLACE.fullmatch(lines[at].text.text):
        return None
    count = count_name_lines(lines, at + 1, words, loose=False)
    return Mark("signature", 1 + count) if count and _ends_page(lines, at + 1 + count, words) else None


def _names_apart(lines: Sequence[Line], at: int, words: Words) -> bool:
    """Whether a list of names stands by itself between a title and a text, which blank lines part from it."""
    line, above, below = lines[at], lines[at - 1], lines[at + 1]
    if not (line.gap and above.gap and below.gap) or above.ends or below.width < line.width:
        return False
    return _NAMES_ALONE.fullmatch(line.text.text) is not None and len(names_in(line.text.text, words) or ()) > 1


def short_mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """Lines of a few characters: names that stand a character or a name a line, or a rubric (栏目) within the text."""
    end = at
    while end < len(lines) and end - at < _MOST and _SHORT.fullmatch(lines[end].text.text):
        end += 1
    count = end - at
    if not count or count == _MOST:
        return None
    if any(_stands_below_title(lines, at, index, words) for index in range(at + 1, end)):
        return None
    cut = at > 0 and _is_cut(lines, at - 1)
    if at and count == 1 and _is_rubric(lines[at].text.text, words) and is_furniture(lines[at - 1].text.text, words):
        return FURNITURE
    may_be_names = lines[at].text.text[0] in words.family or lines[at].text.text[:2] in words.family
    named = may_be_names and count_name_lines(lines, at, words, loose=False) == count
    if named and not cut:
        upright = count >= 2 and all(len(lines[index].text) == 1 for index in range(at, end))
        if upright or _is_author(lines, at, end, words):
            return Mark("names", count)
        if at and lines[at - 1].ends and len(lines[at].text) >= 2 and _ends_page(lines, end, words):
            return Mark("signature", count)
    narrow = all(em(lines[index].text.text) <= _WIDEST_RUBRIC for index in range(at, end))
    parted = lines[at].gap and end < len(lines) and lines[end].gap
    upright_label = count >= 2 and not named and all(len(lines[index].text) == 1 for index in range(at, end))
    if upright_label or (narrow and parted and not named and (cut or count >= 2)):
        return Mark("rubric", count)
    return None


def _stands_below_title(lines: Sequence[Line], title: int, at: int, words: Words) -> bool:
    """Whether a name stands right below a short title, and both between blank lines: 柿红满坡, 林秋禾."""
    name, first = lines[at], lines[title]
    after = lines[at + 1] if at + 1 < len(lines) else None
    if name.gap or not first.gap or after is None or not after.gap or len(name.text) < 2:
        return False
    return names_in(name.text.text, words) is not None and names_in(first.text.text, words) is None


def _is_rubric(text: str, words: Words) -> bool:
    """Whether a line is the name of a column of the paper, such as stands in the page header."""
    return re.fullmatch(words.rubric, text) is not None


def _is_cut(lines: Sequence[Line], at: int) -> bool:
    """Whether the line ends in mid-sentence and has the width of the line before it."""
    line, above = lines[at], lines[at - 1]
    if at == 0 or line.ends or (above.ends and line.width <= _NARROW_TITLE):
        return False
    return line.width > 6 and abs(above.width - line.width) <= 2.6


def _is_author(lines: Sequence[Line], at: int, end: int, words: Words) -> bool:
    """Names between a headline and the page's masthead line, or under the headline at the top of the page."""
    if at == 0 or lines[at - 1].ends or end >= len(lines):
        return False
    below, head = lines[end], lines[at - 1]
    if is_furniture(below.text.text, words):
        return True
    # Set apart with its title, as a side story is: blank line, title, author, blank line.
    if end == at + 1 and len(lines[at].text) >= 2 and lines[at].gap < min(head.gap, below.gap) and below.width >= 8:
        return True
    apart = head.gap or (at >= 2 and is_box_label(lines[at - 2].text.text))
    if end == at + 1 and apart and below.gap and lines[at].gap and len(lines[at].text) == _FULL_NAME:
        return below.width >= 8
    return at <= 3 and 2 <= len(lines[at].text) <= 3 and below.width >= 8 and all(not line.ends for line in lines[:at])


def _ends_page(lines: Sequence[Line], at: int, words: Words) -> bool:
    return at == len(lines) or is_furniture(lines[at].text.text, words)
