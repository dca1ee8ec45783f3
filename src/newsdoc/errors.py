"""The errors of newsdoc. Nothing else leaves the library for an input of the right type."""

from __future__ import annotations


class NewsdocError(ValueError):
    """Base of every error of newsdoc. Its message says what was wrong, where, and what would do."""


class NumeralError(NewsdocError):
    """The text is not one whole numeral, or the style cannot write the number."""


class ReadError(NewsdocError):
    """The input cannot be read: unreadable, broken, or of a kind that is not supported."""


class SchemaError(NewsdocError):
    """A JSON text is not an article of a schema version that this release reads."""


class LexiconError(NewsdocError):
    """A lexicon file has a table, column or row that newsdoc does not know."""
