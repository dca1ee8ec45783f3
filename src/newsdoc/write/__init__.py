"""An article as text: JSON, Markdown, HTML, ninjs, TEI; for a person at a terminal the explanation and the figures.

One function a module; each is loaded when it is first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdoc.write.as_json import from_json as from_json
    from newsdoc.write.as_json import json_schema as json_schema
    from newsdoc.write.as_json import to_json as to_json
    from newsdoc.write.explanation import explain as explain
    from newsdoc.write.figures import figures_json as figures_json
    from newsdoc.write.figures import figures_table as figures_table
    from newsdoc.write.html import to_html as to_html
    from newsdoc.write.markdown import to_markdown as to_markdown
    from newsdoc.write.ninjs import to_ninjs as to_ninjs
    from newsdoc.write.tei import to_tei as to_tei

_HOME = {
    "from_json": "as_json",
    "json_schema": "as_json",
    "to_json": "as_json",
    "explain": "explanation",
    "figures_json": "figures",
    "figures_table": "figures",
    "to_html": "html",
    "to_markdown": "markdown",
    "to_ninjs": "ninjs",
    "to_tei": "tei",
}

__all__ = [
    "explain",
    "figures_json",
    "figures_table",
    "from_json",
    "json_schema",
    "to_html",
    "to_json",
    "to_markdown",
    "to_ninjs",
    "to_tei",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
