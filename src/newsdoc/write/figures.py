"""Every quantity and date of an article with its normal form, as a table to read or as JSON."""

from __future__ import annotations

import io
import json
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from newsdoc.model.annotation import Quantity, fraction_to_text
from newsdoc.write.explanation import printable
from newsdoc.write.places import Lines, origins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsdoc.model.annotation import Date
    from newsdoc.model.article import Article, TextBlock


@dataclass(frozen=True, slots=True)
class Place:
    """A quantity or date and where it stands.

    Attributes:
        item: What was found; its offsets count in the text of its block.
        block: The block that holds it.
        line: Line of the page, from 1.
        column: Column, from 1.
    """

    item: Quantity | Date
    block: TextBlock
    line: int
    column: int


def places(article: Article) -> Iterator[Place]:
    """The quantities and dates of an article in reading order, each with its place on the page."""
    source = article.source.text
    lines = Lines.of(source)
    for block in article.blocks():
        items: list[Quantity | Date] = [*block.quantities, *block.dates]
        items.sort(key=lambda item: (item.start, item.end))
        if not items:
            continue
        offsets = origins(block, source)
        for item in items:
            line, column = lines.place(offsets[item.start] if 0 <= item.start < len(offsets) else 0)
            yield Place(item, block, line, column)


def figures_json(article: Article, *, indent: int | None = 2) -> str:
    """A JSON list of objects: ``type`` (quantity or date), ``block``, ``line``, ``column``, and the value's fields.

    >>> from newsdoc.model.article import Article, Section, Source, TextBlock
    >>> from newsdoc.model.annotation import Date, Span
    >>> block = TextBlock(id="b1", role="lead", text="去年", source=(Span(0, 2),), dates=(Date(0, 2, "去年", "2023"),))
    >>> print(figures_json(Article(source=Source(sha256="", text="去年"), lead=block), indent=None))
    [{"type": "date", "block": "b1", "line": 1, "column": 1, "start": 0, "end": 2, "text": "去年", "edtf": "2023", \
"resolved": true, "calendar": "gregorian"}]
    """
    rows = [
        {
            "type": "quantity" if isinstance(found.item, Quantity) else "date",
            "block": found.block.id,
            "line": found.line,
            "column": found.column,
            **{
                name: fraction_to_text(value) if isinstance(value, Fraction) else value
                for name, value in asdict(found.item).items()
            },
        }
        for found in places(article)
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(rows, indent=indent)
    return text


def figures_table(article: Article, *, width: int | None = None) -> str:
    """A table with the columns figure, value, unit, bounds, where; East Asian characters count two cells.

    Args:
        article: The article.
        width: Cells in a line, beyond which cells are broken; None for as wide as it takes.

    Returns:
        The table, ending in a line break; one line that says so where the article has no figure.
    """
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    rows = [_cells(found) for found in places(article)]
    if not rows:
        return "no figures and no dates\n"
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for heading in ("figure", "value", "unit", "bounds", "where"):
        table.add_column(
            heading, overflow="fold", no_wrap=width is None, justify="right" if heading == "value" else "left"
        )
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    wide = width or 16 + sum(max(2 * len(printable(row[column])) + 3 for row in rows) + 8 for column in range(5))
    out = io.StringIO()
    console = Console(
        file=out, width=wide, color_system=None, force_terminal=False, legacy_windows=False, emoji=False, markup=False
    )
    console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().split("\n") if line.strip())


def _cells(found: Place) -> tuple[str, str, str, str, str]:
    where = f"{found.line}:{found.column} {found.block.role} {found.block.id}"
    item = found.item
    if not isinstance(item, Quantity):
        unit = "date" if item.calendar == "gregorian" else f"date ({item.calendar})"
        return item.text, item.edtf, unit, "" if item.resolved else "year unknown", where
    value = fraction_to_text(item.value) if item.value is not None else ""
    unit = (item.unit or item.kind) + (f" per {item.per}" if item.per else "")
    return item.text, value, unit, _bounds(item), where


def _bounds(item: Quantity) -> str:
    low = fraction_to_text(item.low) if item.low is not None else None
    high = fraction_to_text(item.high) if item.high is not None else None
    if low is not None and high is not None:
        return f"{low} to {high}"
    if low is not None:
        return f"from {low}"
    return f"up to {high}" if high is not None else ""
