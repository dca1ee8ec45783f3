"""newsdoc: the text of a newspaper page as a typed article. See README.md and docs/.

Every name is loaded when it is first used, so that ``import newsdoc`` costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from newsdoc import strategies as strategies
    from newsdoc.annotate import dates as dates
    from newsdoc.annotate import quantities as quantities
    from newsdoc.annotate import quotes as quotes
    from newsdoc.bilingual.align import align as align
    from newsdoc.bilingual.figures import check_figures as check_figures
    from newsdoc.bilingual.render import render as render
    from newsdoc.bilingual.script import to_script as to_script
    from newsdoc.errors import LexiconError as LexiconError
    from newsdoc.errors import NewsdocError as NewsdocError
    from newsdoc.errors import NumeralError as NumeralError
    from newsdoc.errors import ReadError as ReadError
    from newsdoc.errors import SchemaError as SchemaError
    from newsdoc.lexicon import Lexicon as Lexicon
    from newsdoc.model.annotation import Date as Date
    from newsdoc.model.annotation import Diagnostic as Diagnostic
    from newsdoc.model.annotation import Edit as Edit
    from newsdoc.model.annotation import Person as Person
    from newsdoc.model.annotation import Quantity as Quantity
    from newsdoc.model.annotation import Quote as Quote
    from newsdoc.model.annotation import Region as Region
    from newsdoc.model.annotation import Span as Span
    from newsdoc.model.article import Article as Article
    from newsdoc.model.article import Byline as Byline
    from newsdoc.model.article import Credit as Credit
    from newsdoc.model.article import Dateline as Dateline
    from newsdoc.model.article import Figure as Figure
    from newsdoc.model.article import Section as Section
    from newsdoc.model.article import Source as Source
    from newsdoc.model.article import Story as Story
    from newsdoc.model.article import TextBlock as TextBlock
    from newsdoc.model.report import Bead as Bead
    from newsdoc.model.report import FigureReport as FigureReport
    from newsdoc.model.report import Finding as Finding
    from newsdoc.model.report import Side as Side
    from newsdoc.numerals import format_number as format_number
    from newsdoc.numerals import parse_number as parse_number
    from newsdoc.pipeline import Repaired as Repaired
    from newsdoc.pipeline import parse as parse
    from newsdoc.pipeline import read as read
    from newsdoc.pipeline import repair as repair
    from newsdoc.write import from_json as from_json
    from newsdoc.write import json_schema as json_schema
    from newsdoc.write import to_html as to_html
    from newsdoc.write import to_json as to_json
    from newsdoc.write import to_markdown as to_markdown

_HOME = {
    "annotate": ("dates", "quantities", "quotes"),
    "bilingual.align": ("align",),
    "bilingual.figures": ("check_figures",),
    "bilingual.render": ("render",),
    "bilingual.script": ("to_script",),
    "errors": ("LexiconError", "NewsdocError", "NumeralError", "ReadError", "SchemaError"),
    "lexicon": ("Lexicon",),
    "model.annotation": ("Date", "Diagnostic", "Edit", "Person", "Quantity", "Quote", "Region", "Span"),
    "model.article": (
        "Article",
        "Byline",
        "Credit",
        "Dateline",
        "Figure",
        "Section",
        "Source",
        "Story",
        "TextBlock",
    ),
    "model.report": ("Bead", "FigureReport", "Finding", "Side"),
    "numerals": ("format_number", "parse_number"),
    "pipeline": ("Repaired", "parse", "read", "repair"),
    "write": ("from_json", "json_schema", "to_html", "to_json", "to_markdown"),
}
_MODULE = {name: module for module, names in _HOME.items() for name in names}

__all__ = [*sorted(_MODULE), "strategies"]


def __getattr__(name: str) -> object:
    if name == "strategies":
        return importlib.import_module("newsdoc.strategies")
    if name not in _MODULE:
        raise AttributeError(f"module 'newsdoc' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"newsdoc.{_MODULE[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
