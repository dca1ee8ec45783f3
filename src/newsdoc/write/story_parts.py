"""What every writer that sets an article in print asks of its parts: which words to add, and where a part stands."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsdoc.errors import NewsdocError
from newsdoc.write.commonmark import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsdoc.model.article import Article, Byline, TextBlock

LABELS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "zh": MappingProxyType({"by": "文/", "figure": "图", "sidebar": "配文"}),
        "zh-Hant": MappingProxyType({"by": "文／", "figure": "圖", "sidebar": "配文"}),
        "en": MappingProxyType({"by": "By ", "figure": "Figure", "sidebar": "Sidebar"}),
        "both": MappingProxyType({"by": "文/By ", "figure": "图 Figure", "sidebar": "配文 Sidebar"}),
        "both-Hant": MappingProxyType({"by": "文／By ", "figure": "圖 Figure", "sidebar": "配文 Sidebar"}),
    }
)
"""The few words that the page itself does not have."""

_CLOSING_KINDS = ("editor", "proofreader", "designer")
_OWN_LABEL = re.compile(r"[（(【\[]?[图圖組组](?:[0-9０-９①-⑳一二三四五六七八九十])|Figure\b|Photo\s?\d")
_TRADITIONAL = re.compile(r"zh-(?:Hant|TW|HK|MO)\b")
_ORNAMENT = re.compile(r"[□■●◎○◆◇▲△\s]+")
_BETWEEN_NAMES = re.compile(r"[\s、，,/／·]+|\band\b")


def label_words(article: Article, labels: str) -> Mapping[str, str]:
    """The row of :data:`LABELS` for an article.

    Raises:
        NewsdocError: ``labels`` is none of ``zh`` (in the script of the page), ``en`` and ``both``.
    """
    if labels not in ("zh", "en", "both"):
        raise NewsdocError(f"labels: {labels!r} is none of 'zh', 'en', 'both'")
    return LABELS[f"{labels}-Hant" if is_traditional(article) and labels != "en" else labels]


def is_traditional(article: Article) -> bool:
    """Whether the page is in traditional characters, so that words added to it should be."""
    return _TRADITIONAL.match(article.language or "") is not None


def byline_text(byline: Byline) -> str:
    """What the line says, without ornament or the bar that parts it from the next, and with gaps as single spaces."""
    line = " ".join(one_line(byline.text).split()).strip("/／|｜ ")
    return line[found.end() :] if (found := _ORNAMENT.match(line)) else line


def only_names(byline: Byline) -> bool:
    """Whether the line says nothing but who, so that a reader needs a word that says what it is."""
    names = "".join(_BETWEEN_NAMES.sub("", person.name or "") for person in byline.people)
    return bool(names) and _BETWEEN_NAMES.sub("", byline_text(byline)) == names


def closes(byline: Byline) -> bool:
    """Whether it names who edited the article, which stands at its end."""
    return bool(byline.kind) and any(kind in str(byline.kind) for kind in _CLOSING_KINDS)


def precedes(one: TextBlock, other: TextBlock | None) -> bool:
    """Whether a block stands before another one on the page."""
    return bool(other and one.source and other.source and one.source[0].start < other.source[0].start)


def has_own_label(caption: str) -> bool:
    """Whether a caption opens with a number of its own (图②), so that it needs no other."""
    return _OWN_LABEL.match(caption) is not None
