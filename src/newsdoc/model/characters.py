"""Classes of characters that several passes ask about, each as the inside of a regular-expression class."""

from __future__ import annotations

import re

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇々"
"""Chinese characters."""

WIDE_MARK = "，。、；：？！…⋯—·“”‘’「」『』（）《》〈〉【】〔〕％～﹕﹔﹑"
"""Marks of Chinese typesetting, beside which a space has no meaning."""

OPENING = "“‘「『（《〈【〔(["
CLOSING = "”’」』）》〉】〕)]"
SENTENCE_END = "。！？!?…⋯"

_MAY_END = frozenset(f"{SENTENCE_END}.{CLOSING}\"' \t\u3000")
_AT_END = re.compile(
    rf"[{SENTENCE_END}.][{re.escape(CLOSING)}\"'\s]*$|[{SENTENCE_END}][”’」』]*\s*[（(][^（）()]*[）)]\s*(?:\d{{6,7}})?$"
)
_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("（", "）"), ("(", ")"), ("《", "》"), ("【", "】"))
_HAN = re.compile(f"[{HAN}]")


def ends_sentence(text: str) -> bool:
    """Whether a text ends like a sentence: with 。！？… or a full stop, closing marks aside.

    >>> ends_sentence("充满信心”。"), ends_sentence("有“塞外江南”"), ends_sentence("（见图）。")
    (True, False, True)
    """
    return text[-1:] in _MAY_END and _AT_END.search(text, max(0, len(text) - 80)) is not None


def is_open(text: str) -> bool:
    """Whether a quotation or bracket that opens in the text is closed only further on: no title is cut there.

    >>> is_open("“一河两岸"), is_open("《河》（节选"), is_open("岸”，《河》")
    (True, True, False)
    """
    return any(text.rfind(opening) > text.rfind(closing) for opening, closing in _PAIRS)


def has_han(text: str) -> bool:
    """Whether a Chinese character stands in the text."""
    return _HAN.search(text) is not None
