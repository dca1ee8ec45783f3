"""Numerals: parse and format. Knows nothing of documents."""
