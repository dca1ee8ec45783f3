"""Captions of which the lines around them tell: under a credit, under a label, between blank lines.

Image source, Ada Lund      ADA LUND / THE COURIER             …the lamp on
Image caption,              The mill at dusk. It was
The mill at dusk            built in 1931.                     The mill at dusk. ADA LUND /
                                                               THE COURIER

                                                               the quay went out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.model.characters import has_han
from newsdoc.recognise.caption import label_before
from newsdoc.recognise.credit import credit_at_end
from newsdoc.recognise.marks import FURNITURE, LONGEST, Mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsdoc.model.page import Line
    from newsdoc.recognise.words import Words

_LABEL = "Image caption,"
_LABELS = (_LABEL, "Image:")
_SOURCE = re.compile(r"Image source,\s*\S.{0,60}")
_CAPITAL_CREDIT = re.compile(
    r"[A-Z][A-Z .’'-]+(?:(?:\s?/\s?| FOR )[A-Z][A-Z .&’'-]+| [A-Z][a-z]\w*(?: [A-Z]\w*){0,4})"
    r"|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}\s?/\s?[A-Z][\w’'& -]+"
)
_PICTURE = frozenset({"caption", "credited"})
_MOST_LINES = 8
_LONGEST_SOURCE = 60
_WIDEST = 110.0
_MOST_EM = 240.0


def image_mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """The lines of a web page that part credit, label and caption: Image source, X / Image caption, / The mill."""
    text = lines[at].text.text
    if _SOURCE.fullmatch(text) and _LABEL not in text:
        return Mark("over")
    if text in _LABELS and at + 1 < len(lines):
        return FURNITURE
    if at and lines[at - 1].text.text in _LABELS:
        return Mark("caption", closes=True)
    if has_han(text):
        return None
    if at + 2 < len(lines) and _is_source(text, words) and _is_bare_caption(lines, at + 1, words):
        return Mark("over")
    if at and _is_source(lines[at - 1].text.text, words) and _is_bare_caption(lines, at, words):
        return Mark("caption", closes=True)
    return None


def _is_source(text: str, words: Words) -> bool:
    """Whether a line is the name of an agency or paper, or that of a photographer with it: Ada Lund/BBC."""
    return len(text) <= _LONGEST_SOURCE and _sources(words).fullmatch(text) is not None


@lru_cache(maxsize=8)
def _sources(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{1,3}}\s?/\s?)?(?:{words.agency})")


def _is_bare_caption(lines: Sequence[Line], at: int, words: Words) -> bool:
    """Whether a line without a full stop, long for a title, stands between the name of an agency and a paragraph."""
    text = lines[at].text.text
    if lines[at].ends or not 30 <= len(text) <= 220 or at + 1 >= len(lines) or text[0].islower():
        return False
    before = lines[at - 2] if at >= 2 else None
    if before is None or (not before.ends and at > 4 and not before.text.text.isupper() and len(before.text) > 60):
        return False
    below = lines[at + 1]
    return below.text.text.startswith("By ") or (below.ends and below.width > lines[at].width)


def with_caption_lines(lines: Sequence[Line], marks: Mapping[int, Mark], words: Words) -> dict[int, Mark]:
    """The marks with captions that blank lines set apart, and those under a credit in capitals."""
    found = dict(marks)
    over = _credits_over(lines, marks)
    for at in over:
        found[at] = Mark("over")
        if at + 1 in found and found[at + 1].kind in ("dateline", "credited"):
            del found[at + 1]
        if at + 1 < len(lines) and at + 1 not in found:
            found[at + 1] = Mark("caption", closes=_is_last(lines, at + 1))
    for at, mark in marks.items():
        if mark.kind in ("credit", "credited") and at not in over:
            first = _caption_start(lines, found, at, own=mark.kind == "credit")
            if first is not None:
                found[first] = Mark("caption", closes=first == at)
    return dict(sorted(found.items()))


def _is_last(lines: Sequence[Line], at: int) -> bool:
    return lines[at].ends or at + 1 >= len(lines) or lines[at + 1].gap > 0


def _credits_over(lines: Sequence[Line], marks: Mapping[int, Mark]) -> list[int]:
    """The credits in capitals that stand over their captions; one that surely does speaks for all of the page."""
    alone = [
        at
        for at, mark in marks.items()
        if mark.kind == "credit" and mark.lines == 1 and _CAPITAL_CREDIT.fullmatch(lines[at].text.text)
    ]
    over = [at for at in alone if _stands_over(lines, marks, at)]
    return [at for at in alone if at + 1 < len(lines) and _may_be_caption(lines, marks, at + 1)] if over else []


def _stands_over(lines: Sequence[Line], marks: Mapping[int, Mark], at: int) -> bool:
    """Whether no caption can stand above: the line there ends no sentence, or a blank line parts it off."""
    if at + 1 < len(lines) and lines[at].gap > lines[at + 1].gap:
        return _may_be_caption(lines, marks, at + 1)
    above = at - 1
    bare = above < 0 or not lines[above].ends or (above in marks and marks[above].kind not in _PICTURE)
    return bare and at + 1 < len(lines) and _may_be_caption(lines, marks, at + 1)


def _may_be_caption(lines: Sequence[Line], marks: Mapping[int, Mark], at: int) -> bool:
    text = lines[at].text.text
    free = at not in marks or marks[at].kind in ("dateline", "credited")
    return free and text[0].isupper() and not text.isupper() and len(text.split()) >= 4


def _caption_start(lines: Sequence[Line], marks: Mapping[int, Mark], at: int, *, own: bool) -> int | None:
    """The first line of the caption that ends at a credit, where blank lines part it from what is around."""
    if at + 1 < len(lines) and not lines[at + 1].gap:
        return None
    first = at
    size = lines[at].width
    while not lines[first].gap:
        first -= 1
        if first < 0 or at - first > _MOST_LINES or (first in marks and marks[first].kind != "dateline"):
            return None
        size += lines[first].width
    text = lines[first].text.text
    if first == 0 or (own and first == at) or size > _MOST_EM:
        return None
    if first == at:
        return first if not lines[first - 1].ends else None
    narrow = all(line.width <= _WIDEST for line in lines[first:at])
    return first if narrow and text[0].isupper() and not has_han(text) else None


def counted_caption(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """A caption behind the counter of a gallery or behind its label on the same line."""
    text = lines[at].text.text
    if not (0 < label_before(text) < len(text)) and not text.startswith("Image source,"):
        return None
    return Mark("caption", closes=len(text) <= LONGEST and credit_at_end(text, words) is not None)
