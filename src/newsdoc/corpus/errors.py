"""What ends a run of many documents. A document that cannot be read ends nothing: it is a row of ``errors``."""

from __future__ import annotations

from newsdoc.errors import NewsdocError


class CorpusError(NewsdocError):
    """A run cannot begin or go on: no such input, a folder of another run, an input that changed, a lost cluster."""
