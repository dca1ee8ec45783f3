"""Numerals: parse and format, in Chinese and English. Knows nothing of documents.

>>> parse_number("三万五"), parse_number("2.3 million"), format_number(Fraction(35000))
(Fraction(35000, 1), Fraction(2300000, 1), '三万五千')
"""

from __future__ import annotations

from fractions import Fraction

from newsdoc.numerals.chinese import approximate, parse_chinese
from newsdoc.numerals.format import format_number
from newsdoc.numerals.parse import parse_number
from newsdoc.numerals.signs import NUMERAL_CLASS

__all__ = ["NUMERAL_CLASS", "Fraction", "approximate", "format_number", "parse_chinese", "parse_number"]
