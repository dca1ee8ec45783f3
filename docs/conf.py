"""How Sphinx builds the site: ``make docs`` writes it to site/. docs/dependencies.md says why Sphinx.

Everything that a page needs lies beside it, so the site reads and searches from a folder, without a server or network.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "newsdoc"
project_copyright = "the newsdoc contributors"
root_doc = "index"
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["pictures.py"]

# Markdown as the rest of the project writes it: links to headings, code that names its language or none.
myst_heading_anchors = 3
highlight_language = "none"
trim_doctest_flags = True

# Docstrings: Google's sections with reStructuredText marks inside.
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"
autodoc_default_options = {"members": True, "exclude-members": "model_config"}
napoleon_use_ivar = True
maximum_signature_line_length = 90
python_use_unqualified_type_names = True

EXACT = re.compile(r"[~.\w]*Annotated\[[~.\w]*Fraction, [~.\w]*_ExactNumber\]")

html_theme = "furo"
html_title = "newsdoc"
html_show_sphinx = False
html_copy_source = False
html_show_sourcelink = False


def setup(app: Sphinx) -> None:
    """Exact numbers are shown as what they are, a Fraction, and not with what teaches pydantic to write them."""
    app.connect("autodoc-process-signature", _plain)


def _plain(*given: object) -> tuple[str | None, str | None]:
    signature, returned = (EXACT.sub("Fraction", part) if isinstance(part, str) else None for part in given[-2:])
    return signature, returned
