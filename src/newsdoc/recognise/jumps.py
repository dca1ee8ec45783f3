"""Where a story leaves its page, and where it comes in again (下转、上接).

See LEVEE, Page B4      Continued on Page 6      （下转第三版）
LEVEE                   [Levee, from A1]         （上接第一版）
From Page B1
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

_Place = TypeVar("_Place")

MOST_OPEN = 20
"""Stories that left the page and are looked for: more are on no page."""

_FROM_PAGE = re.compile(r"(?:continued )?from (?:page )?[A-Z]?\d{1,3}", re.IGNORECASE)
_WORD_FROM = re.compile(
    r"[\[(]?[A-Z][A-Za-z’'-]+(?: [A-Z][A-Za-z’'-]+)?,? (?:from|From|FROM) (?:[Pp]age )?[A-Z]?\d{1,3}[\])]?"
)
_FROM_HAN = re.compile(r"[（(【▲▶◀\s]*(?:紧接|緊接)?上接.{0,4}第?.{1,3}[版页頁].{0,4}")
_HEAD = re.compile(r"[A-Z][A-Za-z’'-]+(?: [A-Z][A-Za-z’'-]+)?")
_TO_PAGE = re.compile(
    r"(?:please )?(?:see|continued on|turn to|continues on)\b.{0,40}?(?:,? ?pages? |,? )[A-Z]?\d{1,3}[\])]?",
    re.IGNORECASE,
)
_TO_PAGE_HAN = re.compile(r"[（(【▲▶\s]*(?:紧接|緊接)?[下转轉]{1,2}.{0,4}第?.{1,3}[版页頁].{0,4}")
_WORD = re.compile(r"[A-Za-z’'-]{3,}")
_NO_NAMES = frozenset({"see", "page", "pages", "from", "continued", "continues", "please", "turn", "story"})


def is_jump_line(text: str) -> bool:
    """Whether a line says from which page a story comes.

    >>> [is_jump_line(line) for line in ("[Drought, from A1]", "FROM PAGE A1", "（上接第一版）", "From Lima")]
    [True, True, True, False]
    """
    return any(shape.fullmatch(text) for shape in (_WORD_FROM, _FROM_PAGE, _FROM_HAN))


def is_jump_head(text: str, below: str) -> bool:
    """Whether a line is the word over the line that says from which page a story comes: LEVEE / From Page B1."""
    return _FROM_PAGE.fullmatch(below) is not None and _HEAD.fullmatch(text) is not None


def is_turn_line(text: str) -> bool:
    """Whether a line says on which page a story goes on.

    >>> [is_turn_line(line) for line in ("See LEVEE, Page B4", "Continued on A6", "（下转第三版）", "See you")]
    [True, True, True, False]
    """
    return any(shape.fullmatch(text) for shape in (_TO_PAGE, _TO_PAGE_HAN))


def named(*lines: str) -> frozenset[str]:
    """The words by which such lines name a story.

    >>> sorted(named("See LEVEE, Page B4") & named("Levee vote", "From Page B1"))
    ['levee']
    """
    return frozenset(word.lower() for line in lines for word in _WORD.findall(line)) - _NO_NAMES


def matching(turns: Sequence[tuple[frozenset[str], _Place]], words: frozenset[str]) -> int | None:
    """Which of the places where stories leave, each with its words, fits a story with these words; None if none does.

    >>> matching([(frozenset({"levee"}), "first"), (frozenset({"budget"}), "second")], frozenset({"levee"}))
    0
    """
    for number in range(len(turns) - 1, -1, -1):
        if turns[number][0] & words:
            return number
    return 0 if len(turns) == 1 and not (turns[0][0] and words) else None
