"""Names of the paper's columns (栏目) beside the page header: OPINION over the date, 长江评论 over 2024.3.5."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN, has_han
from newsdoc.recognise.furniture import is_furniture
from newsdoc.recognise.marks import FURNITURE, Mark
from newsdoc.recognise.people_lines_english import PAPER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.model.page import Line
    from newsdoc.recognise.words import Words

_COLUMN = re.compile(
    f"[{HAN}]{{2,4}}(?:评论|評論|时评|時評|快评|快評|短评|短評|观察|觀察|视点|視點|论坛|論壇|副刊|周刊|週刊|专刊|專刊|来信|來信|专栏|專欄|新闻|新聞|聚焦|视野|視野|纵横|縱橫|广角|廣角|前沿|资讯|資訊)"
)
_PAPER_NAME = re.compile(
    f"[{HAN}]{{2,6}}(?:日报|晚报|晨报|晨報|早报|时报|商报|商報|周刊|都市报|都市報|青年报|青年報|日報|晚報|早報|時報|週刊|周報|周报|週報)|今日[{HAN}]{{2,3}}"
)
_LATIN_NAME = re.compile(r"[A-Z]{2,}(?: (?:[A-Z]{2,}|&)){1,6}")
_CAPITALS = re.compile(r"THE [A-Z]{4,}(?: [A-Z]{3,}){0,2}")
"""How an English paper sets its name: THE HINDU."""
_BREADCRUMB = re.compile(r"[A-Z][\w &]{1,20}(?: / [A-Z][\w &]{1,20}){1,3}")
_FROM_TOP, _LOWEST_NAME = 5, 8
_FROM_FOOT = 6
_NUMBERED = re.compile(
    rf"\d{{1,3}}\s+[{HAN}]{{2,4}}|\d{{1,3}}\s*[{HAN}](?:\s[{HAN}]){{1,3}}|[{HAN}]{{2,6}}\s+\d{{1,3}}"
)
"""6 技能, 11 调 查: the number of the page and its name."""
_LONGEST = 40
_FEWEST_LINES = 3
_PLACES = (
    "Hong Kong|Uk|Us|China|World|Asia|Europe|Africa|Australia|India|Singapore|Taiwan|Macau|Global|Local|International"
)
_OF_A_PLACE = re.compile(f"(?:{_PLACES}) ?[a-z]", re.IGNORECASE)


def rubric_mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """A rubric at the head of the page, next to its date or number, or at its foot over who edited it."""
    text = lines[at].text.text
    if at == 0 and (_BREADCRUMB.fullmatch(text) or _is_letter_of_section(lines, words)):
        return FURNITURE
    if 0 < at <= _LOWEST_NAME and _is_latin_name(lines, at, words):
        return FURNITURE
    foot = len(lines) - at <= _FROM_FOOT and at and lines[at - 1].ends
    if not (at <= _FROM_TOP or foot) or not (is_rubric(text, words) or is_paper(text) or _NUMBERED.fullmatch(text)):
        return None
    reach = 3 if (at == 0 and is_paper(text)) or (at <= 1 and text.isascii()) else 1
    near = [index for index in range(at - 1, at + reach + 1) if 0 <= index < len(lines) and index != at]
    headed = any(
        any(map(str.isalnum, lines[index].text.text)) and is_furniture(lines[index].text.text, words) for index in near
    )
    return FURNITURE if headed else None


def _is_letter_of_section(lines: Sequence[Line], words: Words) -> bool:
    """Whether the page opens with the letter of its section, over its name: B / Metro."""
    if len(lines[0].text) != 1 or not "A" <= lines[0].text.text <= "H" or len(lines) < _FEWEST_LINES:
        return False
    return is_rubric(lines[1].text.text, words) or is_paper(lines[1].text.text)


def _is_latin_name(lines: Sequence[Line], at: int, words: Words) -> bool:
    """Whether capitals stand among Chinese, under the page header: the name of the paper in English."""
    above, below = lines[at - 1].text.text, lines[at + 1].text.text if at + 1 < len(lines) else ""
    if at == 1 and _LATIN_NAME.fullmatch(lines[at].text.text) and _PAPER_NAME.fullmatch(above):
        return True
    if not _LATIN_NAME.fullmatch(lines[at].text.text) or not has_han(below):
        return False
    return has_han(above) and is_furniture(above, words)


def is_paper(text: str) -> bool:
    """Whether a line is the name of a paper."""
    return (
        PAPER.fullmatch(text.title()) is not None
        or _PAPER_NAME.fullmatch(text) is not None
        or _CAPITALS.fullmatch(text) is not None
    )


def is_rubric(text: str, words: Words) -> bool:
    """Whether a line names a column or rubric of the paper: 港聞, 社会新闻, 长江评论, Arts, Hong Kong education."""
    if len(text) > _LONGEST:
        return False
    said = text.title() if text.isascii() else text
    parts = re.split("[·•・]", said)
    alone, of_a_place, chinese = _patterns(words)
    if len(parts) == 2:
        return all(alone.fullmatch(part) for part in parts)
    if text.isascii() and _OF_A_PLACE.match(text):
        return of_a_place.fullmatch(said) is not None
    return chinese.fullmatch(said) is not None or _COLUMN.fullmatch(text) is not None


@lru_cache(maxsize=8)
def _patterns(words: Words) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(words.rubric),
        re.compile(rf"(?:{_PLACES}) ?(?:{words.rubric})"),
        re.compile(rf"(?:香港|本港|國際|国际|本地)?(?:{words.rubric})(?:新闻|新聞|版)?"),
    )
