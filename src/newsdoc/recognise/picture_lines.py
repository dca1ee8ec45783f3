"""The lines of a picture: captions, also within a sentence, and credits that fill a line or are cut over several."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.recognise.caption import caption_opening
from newsdoc.recognise.credit import credit_at_end
from newsdoc.recognise.furniture import is_furniture
from newsdoc.recognise.marks import FURNITURE, LONGEST, Mark
from newsdoc.recognise.people_lines import count_rest_of_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsdoc.model.page import Line
    from newsdoc.recognise.words import Words

_NEAR_TOP = 6
_RAGGED = 2.5
_WRITTEN = re.compile(
    r"[◎●■□]?\s*(?:文|撰文|採訪|采访|採訪撰文|采访撰文|(?:报道|報道|報導|报导|文字)(?=\s*[：:]))\s*[／/｜|：:]"
)
"""文／A 攝影／B is a byline, though it ends like a credit."""
_PICTURED = re.compile(r"[◎●■□]?\s*(?:[图圖]|[图圖]片|摄影|攝影)\s*[／/｜|：:]")
_DRAWN = re.compile("(?:插图|插圖|题图|題圖|制图|製圖|绘图|繪圖|漫画|漫畫)[：:]")
_MOST_OF_CREDIT = 4
_LONGEST_OF_CREDIT = 14
_TAKEN = ("摄", "攝", "）", ")")
_BY_ONE_HAND = (
    *("摄影报道", "攝影報道", "摄影报导", "攝影報導", "图文报道", "圖文報道"),
    *("文/图", "文／图", "文/圖", "文／圖", "图/文", "圖／文", "文并摄", "文並攝"),
)
_REST_OF_CREDIT = re.compile(
    r"[摄攝][）)]?[■□]?|(?:[A-Z][A-Z .’'-]*)?/ ?[A-Z][A-Z .]+|FOR [A-Z][A-Z .]+|[A-Z][\w.'’-]+/[A-Z][A-Za-z ]+"
)
_REST_OF_NAME = re.compile(r"[A-Z][A-Z .’'-]+|[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+){1,2}")
_OPEN_CREDIT = re.compile(r"(?:[—–/:]|\b(?:by|BY|FOR|For))$")
_OPEN_LEAD = re.compile(r"(?:PHOTOGRAPHS?|PHOTOS?|PICTURES?): [A-Z][A-Z .’'-]+$")
"""PHOTOGRAPH: ADA, and on the next line LUND"""
_SQUARES = frozenset("◆■●★☆◇□○◎")
_MOST_OF_CAPTION = 5
_NUMBERS_ALONE = re.compile(r"[①-⑳](?:\s*[①-⑳])*")
"""The numbers that are printed on the pictures, which the captions name."""
_SCREENSHOT = re.compile("[^。，]{4,30}(?:截图|截圖)")
"""韩国《…》报道截图"""
_CIRCLED = re.compile("[①-⑳]")


def with_inset_captions(lines: Sequence[Line], marks: dict[int, Mark]) -> dict[int, Mark]:
    """The marks with captions that stand, above their credit, in the midst of a sentence."""
    found = dict(marks)
    set_in = any(line.indent >= 1.5 for line in lines)
    for at, mark in marks.items():
        first = _first_of_caption(lines, at, marks) if mark.kind == "credit" else 0
        after = at + mark.lines
        if first < 2 or first - 1 in marks or after >= len(lines) or after in marks or lines[after].indent >= 1:
            continue
        text = "".join(lines[index].text.text for index in range(first, at))
        whole = lines[at - 1].ends and text.count("。") == 1 and text.endswith("。")
        cut = not lines[first - 1].ends and lines[first - 1].width >= lines[first - 2].width - _RAGGED
        framed = lines[first].gap and lines[after].gap
        if whole and cut and (framed or (set_in and first == at - 1 and not lines[after].gap)):
            found[first] = Mark("caption", closes=first == at - 1)
    return dict(sorted(found.items()))


def _first_of_caption(lines: Sequence[Line], credit: int, marks: Mapping[int, Mark]) -> int:
    """The first of the lines between a blank line and the credit; the line right above where none is near."""
    for first in range(credit - 1, max(credit - _MOST_OF_CAPTION, 0), -1):
        if first in marks:
            return 0
        if lines[first].gap:
            return first
    return credit - 1 if credit - 1 not in marks else 0


def broken_credit(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
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


def credit_mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """A credit that fills the line or ends it; a byline where pictures and text are by one hand."""
    text = lines[at].text.text
    if at and len(text) <= LONGEST and _is_cut_credit(lines[at - 1].text.text, text, words):
        return Mark("credited", closes=True)
    credit = credit_at_end(text, words)
    if credit is None or _WRITTEN.match(text) or _is_beside_writer(lines, at):
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


def _is_cut_credit(above: str, text: str, words: Words) -> bool:
    """Whether a line is the rest of a credit that begins on the line above, behind the end of a caption."""
    cut = _OPEN_CREDIT.search(above) or (text.isupper() and _OPEN_LEAD.search(above))
    rest = _REST_OF_CREDIT.fullmatch(text) or (_REST_OF_NAME.fullmatch(text) and cut)
    if not rest:
        return False
    credit = credit_at_end(above + (" " if text.isascii() else "") + text, words)
    return credit is not None and 0 < credit.start < len(above)


def caption_mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """A caption by its first words, or by a square with a credit below."""
    text = lines[at].text.text
    if text[0] in _SQUARES and _leads_to_credit(lines, at, words):
        return Mark("caption")
    if _NUMBERS_ALONE.fullmatch(text):
        return FURNITURE
    if _SCREENSHOT.fullmatch(text) and at and lines[at - 1].ends:
        return Mark("caption", closes=True)
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


def _is_listed(lines: Sequence[Line], at: int) -> bool:
    """Whether ① opens an item of a list, which ends with a semicolon, as one of the items beside it does."""
    if not _CIRCLED.match(lines[at].text.text):
        return False
    for near in (at, at - 1, at + 1, at - 2):
        text = lines[near].text.text if 0 <= near < len(lines) else ""
        if _CIRCLED.match(text) and text.endswith(("；", ";")):
            return True
    return False
