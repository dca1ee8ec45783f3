"""Lines printed again on the next line (整行重复), captions above all, exactly or with an OCR slip.

    ■大公招牌遭破壞。         →   ■大公招牌遭破壞。
    ■大公招牌遭破壞。

One to four lines may come again together. What is taken for a copy must be long, or a caption or credit, or stand on a
page on which most lines come twice: a refrain or a table is none of these. Near copies must be captions, agree in
every digit, and in nearly every character; two captions that differ by a date are two.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdoc.model.annotation import Diagnostic
from newsdoc.model.characters import HAN
from newsdoc.repairs.edits import take_out
from newsdoc.repairs.likeness import likeness

if TYPE_CHECKING:
    from newsdoc.model.annotation import Edit
    from newsdoc.model.page import Line, Page

RULE = "repeated"
NEAR_RULE = "repeated-caption"
_REASON = "the line is printed again; one copy is kept"
_NEAR_REASON = "the caption is printed again with a slip; digits are equal, one copy is kept"
_CREDIT_REASON = "the caption is printed again with its credit; that copy is kept"
_CREDIT = re.compile(r"[（(][^（）()]{2,24}[）)]|(?:本报|本報)?(?:记者|記者).{2,12}[摄攝]")
_MOST_TOGETHER = 4
_LONG = 14
_NEAR = 94
_NEAR_FROM = 12
_CAPTION = re.compile(
    r"^[▲▼◀▶◄►△▽■●]|^[左右上下题題大小]?[图圖][为為爲①-⑳：:／/1-9]|[摄攝](?:）|\)|$)|供[图圖]|[图圖][／/]|[资資]料[图圖照]|提供[）)]|Photo|photo"
)
_AROUND = re.compile(
    r"^(?:Item\d{1,2}of\d{1,2}|\[\d{1,2}/\d{1,2}\])|(?:Purchase|Acquire)LicensingRights(?:,opensnewtab)?$"
)
"""What an agency's page sets around the caption that stands once for the gallery and once for the picture."""
_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(rf"[{HAN}A-Za-z]")


def _key(line: Line) -> str:
    text = line.text.text
    key = "".join(text.split()) if " " in text or "\u3000" in text else text
    return _AROUND.sub("", key) if key[0] in "I[" or key.endswith(("Rights", "newtab")) else key


def repair_repeated(page: Page) -> Page:
    """Take out lines that come again at once, and captions that come again with a slip."""
    keys = [_key(line) for line in page.lines]
    repeats = _exact(page.lines, keys)
    taken = {index for _, copy in repeats for index in copy}
    edits = [edit for index in sorted(taken) for edit in _edits(page, index, RULE, _REASON)]
    doubts: list[Diagnostic] = []
    before: int | None = None
    for index in range(len(keys)):
        if index in taken:
            continue
        if before is None or not _may_be_copies(keys[before], keys[index]):
            before = index
            continue
        if _adds_credit(keys[before], keys[index]):
            taken.add(before)
            edits.extend(_edits(page, before, NEAR_RULE, _CREDIT_REASON))
            before = index
            continue
        if _is_near(keys[before], keys[index]):
            if _CAPTION.search(keys[index]) or _CAPTION.search(keys[before]):
                taken.add(index)
                edits.extend(_edits(page, index, NEAR_RULE, _NEAR_REASON))
                continue
            span = page.lines[index].text.spans()
            message = "the line says nearly the same as the one before it"
            doubts.append(Diagnostic("suspect-repeated", message, span[0][0], span[-1][1]))
        before = index
    if not taken and not doubts:
        return page
    lines = [
        replace(line, doubled=True) if index + 1 in taken else line
        for index, line in enumerate(page.lines)
        if index not in taken
    ]
    return page.changed(lines, edits, doubts)


def _exact(lines: tuple[Line, ...], keys: list[str]) -> list[tuple[range, range]]:
    """Pairs (original, copy) of equal neighbouring stretches of lines that may be taken for one print."""
    found: list[tuple[range, range]] = []
    if len(set(keys)) == len(keys):
        return found
    at = 0
    while at < len(keys):
        size = _size_of_repeat(keys, at)
        if size:
            found.append((range(at, at + size), range(at + size, at + 2 * size)))
            # What comes a third time is a copy of the copy.
            at += size
        else:
            at += 1
    repeated = sum(len(copy) for _, copy in found)
    different = len({keys[index] for original, _ in found for index in original})
    whole_page = different >= 3 and repeated * 2.5 >= len(keys)
    least = _LONG
    kept = []
    for original, copy in found:
        text = "".join(keys[index] for index in copy)
        long_enough = whole_page or (len(text) >= least and len(_WORDS.findall(text)) >= min(least, len(text) // 2))
        if long_enough or (len(text) >= 4 and _CAPTION.search(text)):
            kept.append((original, copy))
    return kept


def _size_of_repeat(keys: list[str], at: int) -> int:
    for size in range(1, _MOST_TOGETHER + 1):
        if (
            at + size < len(keys)
            and keys[at] == keys[at + size]
            and keys[at : at + size] == keys[at + size : at + 2 * size]
        ):
            return size
    return 0


def _may_be_copies(first: str, second: str) -> bool:
    """A cheap proof of the contrary: copies begin or end alike."""
    return len(first) >= _NEAR_FROM <= len(second) and (first[:2] == second[:2] or first[-3:] == second[-3:])


def _adds_credit(first: str, second: str) -> bool:
    """Whether the second line is the first one and a credit: a web page gives the caption as alternative text too."""
    if len(first) < _NEAR_FROM or not second.startswith(first) or len(second) > len(first) + 30:
        return False
    rest = second[len(first) :]
    return _CREDIT.fullmatch(rest) is not None and _CAPTION.search(rest) is not None


def _is_near(first: str, second: str) -> bool:
    shorter, longer = sorted((len(first), len(second)))
    if shorter < _NEAR_FROM or shorter * 100 < longer * 88 or longer > 400 or first == second:
        return False
    # A cheap proof of the contrary first: near copies share nearly all of their characters.
    common = set(first) & set(second)
    if len(common) * 10 < len(set(first)) * 8 or _DIGITS.findall(first) != _DIGITS.findall(second):
        return False
    return likeness(first, second) >= _NEAR


def _edits(page: Page, index: int, rule: str, reason: str) -> list[Edit]:
    """The edits that take a line out, with the line break after it."""
    text = page.lines[index].text
    _, edits = take_out(text, [(0, len(text))], rule, reason)
    last = edits[-1]
    if page.source.startswith("\n", last.end):
        edits[-1] = replace(last, end=last.end + 1, before=last.before + "\n")
    return edits
