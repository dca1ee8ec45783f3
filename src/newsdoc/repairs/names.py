"""Names of two characters that were spread to the length of three (双名加空).

    本报记者 陈 力 于 舟   →  本报记者 陈力 于舟      single characters pair up
    （记者 张 胜 男）      →  （记者 张胜男）        three alone are one name
    本报记者 于 舟摄       →  本报记者 于舟摄

Only behind the word of a role, before the verb of a credit, or alone in brackets, and only where each pair opens with
a family name.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.lexicon import BUILT_IN, forms
from newsdoc.model.annotation import Diagnostic
from newsdoc.model.characters import HAN, has_han
from newsdoc.repairs.edits import take_out

if TYPE_CHECKING:
    from newsdoc.model.page import Line, Page

RULE = "name-spacing"
_REASON = "a name of two characters is spread to the length of three"
_LONGEST = 200
_ROLE = re.compile(
    r"记者|記者|通讯员|通訊員|实习生|實習生|特派员|特派員|评论员|評論員|摄影|攝影|撰文|作者|[编編][辑輯译譯]|[責责][編编]|校对|校對|(?<=[社报報网網台])发|發(?=（)"
)
_ALONE = re.compile(rf"[摄攝]）?$|^[（(][{HAN} \u3000、]{{3,40}}[）)]$")
_AFTER = re.compile(r"(?:摄影报道|攝影報道|攝影報導|摄影报导|摄影|攝影|摄|攝|供图|供圖|作|绘|繪|报道|報道|報導|报导)")
_TOKEN = re.compile(rf"[{HAN}]+|[、，,/／|｜;；]|[^{HAN}\s、，,/／|｜;；]+")


@lru_cache(maxsize=1)
def _family_names() -> frozenset[str]:
    return frozenset(
        form for row in BUILT_IN.rows("surnames") for column in ("zh-Hans", "zh-Hant") for form in forms(row[column])
    )


def repair_names(page: Page) -> Page:
    """Take the space out of names that were spread."""
    lines = list(page.lines)
    edits, doubts = [], []
    for index, line in enumerate(lines):
        text = line.text.text
        if len(text) > _LONGEST or (" " not in text and "\u3000" not in text and "\u2003" not in text):
            continue
        role = _ROLE.search(text)
        if role is None and not _ALONE.search(text):
            continue
        cuts, doubt = _spaces_in_names(text, role.end() if role else 0, line)
        if not cuts:
            continue
        repaired, made = take_out(line.text, cuts, RULE, _REASON)
        lines[index] = line.with_text(repaired)
        edits.extend(made)
        if doubt:
            doubts.append(doubt)
    return page.changed(lines, edits, doubts) if edits else page


def _spaces_in_names(text: str, start: int, line: Line) -> tuple[list[tuple[int, int]], Diagnostic | None]:
    cuts: list[tuple[int, int]] = []
    doubt = None
    row: list[re.Match[str]] = []
    for match in [*_TOKEN.finditer(text, start), None]:
        if match and _is_single(match, text) and (not row or text[row[-1].end() : match.start()].strip() == ""):
            row.append(match)
            if len(match.group()) == 1:
                continue
        # A name may end with the verb: 健摄; it closes the row.
        cuts.extend(_pairs(row))
        if len(row) == 3:
            span = line.text[row[0].start() : row[-1].end()].spans()
            doubt = Diagnostic("spread-name", "three single characters are read as one name", span[0][0], span[-1][1])
        row = []
    return cuts, doubt


def _is_single(match: re.Match[str], text: str) -> bool:
    word = match.group()
    if len(word) == 1:
        return has_han(word)
    return (
        has_han(word[0])
        and _AFTER.fullmatch(word[1:]) is not None
        and match.start() > 0
        and text[match.start() - 1].isspace()
    )


def _pairs(row: list[re.Match[str]]) -> list[tuple[int, int]]:
    family = _family_names()
    if len(row) < 2:
        return []
    if len(row) == 3:
        return [(a.end(), b.start()) for a, b in itertools.pairwise(row)] if row[0].group() in family else []
    if len(row) % 2:
        return []
    pairs = list(zip(row[::2], row[1::2], strict=True))
    if not all(first.group() in family for first, _ in pairs):
        return []
    return [(first.end(), second.start()) for first, second in pairs]
