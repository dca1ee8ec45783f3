"""Every figure of several pages as CSV, for a spreadsheet or a database, with exact values.

``value`` is the figure as stated, ``low`` and ``high`` are what its wording allows: 20多万元 lies between 200,000 and
300,000. Exact numbers are written as decimals, or as p/q where no finite decimal exists; none was ever a float.
"""

import csv
import sys
from fractions import Fraction
from pathlib import Path

import newsdoc

EXAMPLES = Path(__file__).parents[1]
PAGES = {"english": "2024-03-08", "hongkong": "2024-08-06", "mainland": "2024-05-20", "taiwan": "2024-11-25"}


def exact(value: Fraction | None) -> str:
    """A number as digits where it has an end, else as a fraction."""
    return "" if value is None else newsdoc.format_number(value, style="en").replace(",", "")


def main() -> None:
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(["page", "text", "kind", "value", "low", "high", "unit", "SI", "SI unit", "block"])
    for page, published in PAGES.items():
        article = newsdoc.read(EXAMPLES / page / "page.txt", published=published)
        for block in article.blocks():
            for item in block.quantities:
                bounds = [exact(value) for value in (item.value, item.low, item.high)]
                base = [exact(item.base_value), item.base_unit or ""]
                table.writerow([page, item.text, item.kind, *bounds, item.unit or "", *base, block.id])


if __name__ == "__main__":
    main()
