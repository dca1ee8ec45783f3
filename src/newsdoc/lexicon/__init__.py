"""The words that the rules work on, as rows of tables; a user adds rows without reading code.

A lexicon file is UTF-8 text. A line ``[table]`` opens a table, the next line names its columns, each further line is a
row; cells are parted by tabs, a cell may hold several forms parted by ``|``, ``#`` opens a comment line, blank lines
do not count. The built-in tables stand beside this file, one a file; docs/lexicon.md says what each column means.

>>> lexicon = Lexicon.load()
>>> any("赵" in row["zh-Hans"] for row in lexicon.rows("surnames"))
True
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsdoc.errors import LexiconError

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping

Row = dict[str, str]

TABLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "units": ("code", "zh-Hans", "zh-Hant", "en", "base", "factor", "note"),
        "currencies": ("code", "zh-Hans", "zh-Hant", "en", "symbols", "minor", "note"),
        "classifiers": ("zh-Hans", "zh-Hant", "note"),
        "names": ("kind", "zh-Hans", "zh-Hant", "en", "note"),
        "modifiers": ("kind", "place", "zh-Hans", "zh-Hant", "en", "not-after", "note"),
        "titles": ("kind", "zh-Hans", "zh-Hant", "en", "note"),
        "verbs": ("kind", "zh-Hans", "zh-Hant", "en", "note"),
        "organizations": ("kind", "zh-Hans", "zh-Hant", "en", "note"),
        "surnames": ("zh-Hans", "zh-Hant", "note"),
        "name_letters": ("zh-Hans", "zh-Hant", "note"),
        "countries": ("zh-Hans", "zh-Hant", "en", "note"),
        "abbreviations": ("en", "note"),
        "not_names": ("zh-Hans", "zh-Hant", "en", "note"),
        "transliteration": ("zh-Hans", "zh-Hant", "note"),
        "furniture": ("kind", "zh-Hans", "zh-Hant", "en", "note"),
        "roles": ("kind", "zh-Hans", "zh-Hant", "en", "note"),
        "places": ("zh-Hans", "zh-Hant", "en", "note"),
        "agencies": ("kind", "zh-Hans", "zh-Hant", "en", "note"),
        "anchors": ("zh-Hans", "zh-Hant", "en", "note"),
        "number_words": ("value", "zh-Hans", "zh-Hant", "en", "note"),
        "sayings": ("kind", "code", "zh-Hans", "zh-Hant", "zh-TW", "zh-HK", "en", "note"),
        "dates": ("kind", "value", "zh-Hans", "zh-Hant", "en", "not-after", "not-before", "note"),
    }
)
"""Table -> its columns, in the order in which the built-in files have them; a user's file may leave columns out."""


def forms(cell: str) -> tuple[str, ...]:
    """The forms in a cell, which are parted by ``|``.

    >>> forms("公顷|公頃"), forms("")
    (('公顷', '公頃'), ())
    """
    return tuple(form for part in cell.split("|") if (form := part.strip()))


def _rows(text: str, where: str) -> Iterator[tuple[str, Row]]:
    table, columns = "", None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("[") and line.rstrip().endswith("]"):
            table, columns = line.strip()[1:-1].strip(), None
            if table not in TABLES:
                raise LexiconError(f"{where}, line {number}: no table {table!r}; there are {', '.join(TABLES)}")
            continue
        if not table:
            raise LexiconError(f"{where}, line {number}: a line such as [units] must come first")
        cells = [cell.strip() for cell in line.split("\t")]
        if columns is None:
            columns = cells
            for column in columns:
                if column not in TABLES[table]:
                    known = ", ".join(TABLES[table])
                    raise LexiconError(f"{where}, line {number}: {table} has no column {column!r}; it has {known}")
            continue
        if len(cells) > len(columns):
            raise LexiconError(f"{where}, line {number}: {len(cells)} cells where {table} has {len(columns)} columns")
        row = dict.fromkeys(TABLES[table], "") | dict(zip(columns, cells, strict=False))
        _check_number(row.get("factor", ""), f"{where}, line {number}")
        yield table, row


def _check_number(cell: str, where: str) -> None:
    try:
        if cell:
            Fraction(cell)
    except (ValueError, ZeroDivisionError) as error:
        raise LexiconError(f"{where}: {cell!r} is no exact number such as 2000/3 or 0.45") from error


@cache
def _built_in(table: str) -> tuple[Row, ...]:
    file = files(__name__).joinpath(f"{table}.tsv")
    if not file.is_file():
        return ()
    return tuple(row for _, row in _rows(file.read_text("utf-8"), f"{table}.tsv"))


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The tables that a run works with: the built-in rows and then the user's, which win.

    Two lexicons are equal only if they are the same object, so what is compiled from one may be kept beside it.
    """

    extra: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)

    @classmethod
    def load(cls, *paths: str | os.PathLike[str]) -> Lexicon:
        """The built-in tables and the rows of the given files.

        Raises:
            LexiconError: a file cannot be read, or has a table or column that is not known; says which line.
        """
        if not paths:
            return BUILT_IN
        extra: dict[str, list[Row]] = {}
        for path in paths:
            try:
                text = Path(path).read_text("utf-8-sig")
            except (OSError, UnicodeDecodeError) as error:
                raise LexiconError(f"{path}: not a readable UTF-8 lexicon file: {error}") from error
            for table, row in _rows(text, str(path)):
                extra.setdefault(table, []).append(row)
        return cls(MappingProxyType({table: tuple(rows) for table, rows in extra.items()}))

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of a table, the user's last."""
        return _built_in(table) + self.extra.get(table, ())

    def all_forms(self, table: str, **only: str) -> list[str]:
        """Every form in any language of a table's rows (those whose cells equal ``only``), longest first."""
        found = {
            form
            for row in self.rows(table)
            if all(row[key] == value for key, value in only.items())
            for column in ("zh-Hans", "zh-Hant", "en")
            if column in row
            for form in forms(row[column])
        }
        return sorted(found, key=lambda form: (-len(form), form))


BUILT_IN = Lexicon()
