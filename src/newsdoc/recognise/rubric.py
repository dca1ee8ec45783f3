"""Names of the paper's columns (栏目) beside the page header: OPINION over the date, 长江评论 over 2024.3.5."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN
from newsdoc.recognise.furniture import is_furniture
from newsdoc.recognise.marks import FURNITURE, Mark
from newsdoc.recognise.people_lines_english import PAPER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.model.page import Line
    from newsdoc.recognise.words import Words

_COLUMN = re.compile(
    f"[{HAN}]{{2,4}}(?:评论|評論|时评|時評|快评|短评|观察|觀察|视点|視點|论坛|論壇|副刊|周刊|週刊|专刊|專刊|来信|來信|专栏|專欄)"
)
_PAPER_NAME = re.compile(
    f"[{HAN}]{{2,6}}(?:日报|晚报|晨报|早报|时报|商报|周刊|都市报|青年报|日報|晚報|早報|時報|週刊|周報|周报)"
)
_BREADCRUMB = re.compile(r"[A-Z][\w &]{1,20}(?: / [A-Z][\w &]{1,20}){1,3}")
_FROM_TOP = 3


def rubric_mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """A rubric at the head of the page, next to its date or number."""
    text = lines[at].text.text
    if at == 0 and _BREADCRUMB.fullmatch(text):
        return FURNITURE
    if at > _FROM_TOP or not (_is_rubric(text, words) or PAPER.fullmatch(text.title()) or _PAPER_NAME.fullmatch(text)):
        return None
    near = [index for index in (at - 1, at + 1) if 0 <= index < len(lines)]
    headed = any(
        any(map(str.isalnum, lines[index].text.text)) and is_furniture(lines[index].text.text, words) for index in near
    )
    return FURNITURE if headed else None


def _is_rubric(text: str, words: Words) -> bool:
    said = text.title() if text.isascii() else text
    parts = re.split("[·•・]", said)
    if len(parts) == 2:
        return all(re.fullmatch(words.rubric, part) for part in parts)
    return (
        re.fullmatch(rf"(?:香港|本港|國際|国际|本地)?(?:{words.rubric})(?:新闻|新聞|版)?", said) is not None
        or _COLUMN.fullmatch(text) is not None
    )
