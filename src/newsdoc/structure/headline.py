"""Which of the heads over a story is what (标题): kicker (引题), headline (主题), subtitle (副题), deck (提要)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsdoc.model.characters import has_han
from newsdoc.model.page import em
from newsdoc.model.source_text import SourceText, join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.structure.pieces import Piece

_SUBTITLE = re.compile(r"^\s*(?:——|──|――|—|--)")
_SERIES = re.compile(r"[①-⑳❶-❿➊-➓]$|（[一二三四五六七八九十上中下]）$|之[一二三四五六七八九十]$")
_PHRASE = re.compile(r"[ \u3000\u2003]+")
_OPEN, _CLOSE = "（(“「『《【", "）)”」』》】"


@dataclass(frozen=True, slots=True)
class HeadParts:
    """The head pieces of a story by their role; ``rubrics`` name a series or column and are no part of it."""

    kicker: Piece | None = None
    headline: Piece | None = None
    subtitle: Piece | None = None
    rubrics: tuple[Piece, ...] = ()


def head_parts(heads: Sequence[Piece], *, print_page: bool) -> HeadParts:
    """The roles of the heads over a story, in the order in which they stand.

    On a page of print, heads on neighbouring lines are one that was broken; a blank line parts two. A head that begins
    with a dash is the subtitle. Of two others the first is the kicker if it is a row of phrases, or a label of a
    word or two over a longer title; otherwise the second is the subtitle.
    """
    rubrics = tuple(head for head in heads if _SERIES.search(head.text.text) and len(heads) > 1)
    rest = [head for head in heads if head not in rubrics]
    lines = _joined(rest) if print_page else list(rest)
    subtitles = [head for head in lines if _SUBTITLE.match(head.text.text)]
    titles = [head for head in lines if head not in subtitles]
    subtitle = subtitles[0] if subtitles else None
    spare = subtitles[1:]
    if not titles:
        return HeadParts(None, None, subtitle, (*rubrics, *spare))
    if len(titles) == 1:
        return HeadParts(None, titles[0], subtitle, (*rubrics, *spare))
    if _is_kicker(titles[0].text.text, titles[1].text.text) or (len(titles) > 2 and subtitle is None):
        kicker, headline, *more = titles
    else:
        kicker, headline, more = None, titles[0], titles[1:]
    if subtitle is None and more:
        subtitle, *more = more
    return HeadParts(kicker, headline, subtitle, (*rubrics, *spare, *more))


def _is_kicker(first: str, second: str) -> bool:
    """Whether a head over another one is its kicker by its shape."""
    phrases = _PHRASE.split(first.strip())
    if has_han(first):
        if len(phrases) >= 3 or (len(phrases) == 2 and em(first) > em(second) + 3):
            return True
        return first.rstrip().endswith(("：", "…", "｜", "|")) or (em(first) <= 5 and em(second) >= 2 * em(first))
    return len(phrases) <= 3 and len(_PHRASE.split(second.strip())) >= 5


def _joined(heads: Sequence[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for head in heads:
        before = found[-1] if found else None
        if before is not None and _is_broken(before, head):
            parts = [before.text]
            if not has_han(head.text.text[:1]) and not has_han(before.text.text[-1:]):
                parts.append(SourceText(" ", ((before.text.origin(len(before.text)), 1),)))
            found[-1] = replace(before, text=join((*parts, head.text)))
        else:
            found.append(head)
    return found


def _is_broken(before: Piece, after: Piece) -> bool:
    if _SUBTITLE.match(after.text.text):
        return False
    text = before.text.text
    if sum(text.count(mark) for mark in _OPEN) > sum(text.count(mark) for mark in _CLOSE):
        return True
    return after.block.gap == 0 and not _is_kicker(text, after.text.text)
