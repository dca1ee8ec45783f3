"""Bytes to text: what the input is, and in which encoding it was written."""

from newsdoc.readers.text import Loaded, decode, load

__all__ = ["Loaded", "decode", "load"]
