"""The words of English numerals, closed classes all: they are grammar, not vocabulary that a user adds to."""

from __future__ import annotations

from types import MappingProxyType

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ILLIONS = (
    "million billion trillion quadrillion quintillion sextillion septillion octillion nonillion decillion undecillion"
)

SMALL = MappingProxyType(
    {word: value for value, word in enumerate(_UNITS.split())} | {"nought": 0, "naught": 0, "nil": 0}
)
"""0 to 19."""

TENS = MappingProxyType({word: 10 * value for value, word in enumerate(_TENS.split(), 2)} | {"fourty": 40})

SCALES = MappingProxyType(
    {"thousand": 10**3, "lakh": 10**5, "crore": 10**7}
    | {word: 10 ** (6 + 3 * power) for power, word in enumerate(_ILLIONS.split())}
)
"""Scale words; the short scale, and the Indian lakh and crore."""

SHORT_SCALES = MappingProxyType(
    {
        "bn": 10**9,
        "tn": 10**12,
        "trn": 10**12,
        "mn": 10**6,
        "mln": 10**6,
        "mil": 10**6,
        "mio": 10**6,
        "lkh": 10**5,
        "lac": 10**5,
        "lacs": 10**5,
        "lakhs": 10**5,
        "crores": 10**7,
        "krore": 10**7,
        "krores": 10**7,
    }
    | {
        slip + plural: size
        for slips, size in (
            ("millon milion milllion", 10**6),
            ("billon bilion billlion", 10**9),
            ("trillon trilion", 10**12),
        )
        for slip in slips.split()
        for plural in ("", "s")
    }
)
"""Spellings, slips of spelling and abbreviations after digits: 1.2bn, 3 millon."""

LETTER_SCALES = MappingProxyType({"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12})
"""Single letters, read as scales only where a currency sign stands before the digits ($5m)."""

GROUPS = MappingProxyType(
    {"dozen": 12, "dozens": 12, "dz": 12, "dzs": 12, "score": 20, "couple": 2, "pair": 2, "gross": 144}
)
"""Nouns that count: two dozen, a couple of."""

_ORDINAL = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12, "zeroth": 0,
}  # fmt: skip
ORDINALS = MappingProxyType(
    _ORDINAL
    | {f"{word}th": value for word, value in SMALL.items() if value > 3 and value not in (5, 8, 9, 12)}
    | {f"{word[:-1]}ieth": value for word, value in TENS.items()}
)
"""Ordinals up to 19 and of the tens."""

SCALE_ORDINALS = MappingProxyType({"hundredth": 100} | {f"{word}th": value for word, value in SCALES.items()})

DENOMINATORS = MappingProxyType(
    {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
    | {word + plural: value for word, value in ORDINALS.items() if value > 2 for plural in ("", "s")}
    | {word + plural: value for word, value in SCALE_ORDINALS.items() for plural in ("", "s")}
)
"""Denominators in words: thirds, quarter, hundredths."""

GLYPHS = MappingProxyType(
    dict(
        zip(
            "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒",
            (
                (1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5), (1, 6), (5, 6), (1, 7),
                (1, 8), (3, 8), (5, 8), (7, 8), (1, 9), (1, 10),
            ),
            strict=True,
        )
    )
)  # fmt: skip
"""Vulgar fractions in one character, as (numerator, denominator)."""
