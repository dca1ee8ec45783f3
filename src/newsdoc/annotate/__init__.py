"""What a text says in values: quantities, dates, quotes and people. Each is usable alone on a str."""

from newsdoc.annotate.dates import dates
from newsdoc.annotate.quantities import quantities
from newsdoc.annotate.quotes import quotes

__all__ = ["dates", "quantities", "quotes"]
