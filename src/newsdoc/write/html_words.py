"""The words that the page to read adds, in the languages of its labels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsdoc.write.markup_text import attributes, escaped
from newsdoc.write.story_parts import is_traditional, label_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsdoc.model.article import Article

_COLUMNS = ("zh-Hans", "zh-Hant", "en")


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Mapping[str, str]]:
    rows: dict[str, Mapping[str, str]] = {}
    for line in files("newsdoc.write").joinpath("html_words.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            key, *forms = line.split("\t")
            rows[key] = MappingProxyType(dict(zip(_COLUMNS, forms, strict=True)))
    return MappingProxyType(rows)


@dataclass(frozen=True, slots=True)
class Words:
    """The labels of one page.

    Attributes:
        languages: The languages in which a label is said, one after the other.
        of_markdown: The words that Markdown adds too (by, figure, sidebar).
    """

    languages: tuple[str, ...]
    of_markdown: Mapping[str, str]

    @classmethod
    def of(cls, article: Article, labels: str) -> Words:
        """The labels for an article.

        Raises:
            NewsdocError: ``labels`` is none of ``zh``, ``en`` and ``both``.
        """
        chinese = "zh-Hant" if is_traditional(article) else "zh-Hans"
        languages = {"zh": (chinese,), "en": ("en",), "both": (chinese, "en")}
        of_markdown = label_words(article, labels)
        return cls(languages[labels], of_markdown)

    def plain(self, key: str) -> str:
        """A label as text; the key itself where it is none of the table, as with a role of another program."""
        row = _table().get(key)
        return " ".join(dict.fromkeys(row[language] for language in self.languages)) if row else key

    def marked(self, key: str) -> str:
        """A label as HTML, each language marked as such."""
        row = _table()[key]
        return " ".join(
            f"<span{attributes(lang=language)}>{escaped(row[language])}</span>" for language in self.languages
        )

    def role(self, role: str) -> str:
        """The name of a role as text."""
        return self.plain(f"role.{role}") if f"role.{role}" in _table() else role
