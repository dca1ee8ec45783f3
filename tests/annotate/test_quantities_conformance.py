"""The public conformance rows of quantities, where they lie beside the checkout."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from conformance import beside, judged, share

from newsdoc import quantities

SHARED = Path(__file__).resolve().parents[3] / "shared"
FLOORS = {  # kind, language: per cent with the value right, and with the unit right too
    ("number", "zh-Hans"): (97, 0),
    ("number", "zh-Hant"): (95, 0),
    ("number", "en"): (95, 0),
    ("ordinal", "zh-Hans"): (98, 0),
    ("ordinal", "en"): (98, 0),
    ("fraction", "zh-Hans"): (98, 0),
    ("percent", "zh-Hans"): (98, 98),
    ("percent", "en"): (98, 98),
    ("money", "zh-Hans"): (95, 92),
    ("money", "en"): (95, 92),
    ("quantity", "zh-Hans"): (95, 90),
    ("quantity", "en"): (92, 88),
    ("range", "zh-Hans"): (90, 0),
    ("range", "en"): (85, 0),
    ("temperature", "zh-Hans"): (95, 95),
    ("temperature", "en"): (95, 95),
    ("age", "zh-Hans"): (95, 0),
    ("age", "en"): (95, 95),
    ("duration", "zh-Hans"): (93, 93),
    ("duration", "en"): (85, 85),
}


@beside
@pytest.mark.parametrize("kind", sorted({kind for kind, _ in FLOORS}))
def test_conformance(kind: str) -> None:
    groups = {key: rows for key, rows in judged(kind).items() if key in FLOORS}
    assert groups
    for key, rows in groups.items():
        value, unit = FLOORS[key]
        assert share(rows, "value") >= value, key
        assert share(rows, "exact") >= share(rows, "value") - 3, key
        with_unit = [row for row in rows if row["unit"] is not None]
        assert not with_unit or share(with_unit, "unit") >= unit, key


@pytest.mark.skipif(not (SHARED / "pages" / "bayannur.txt").is_file(), reason="the pages are not beside the checkout")
def test_every_figure_of_a_page_and_nothing_else() -> None:
    text = (SHARED / "pages" / "bayannur.txt").read_text("utf-8")
    found = quantities(text)
    assert Counter(item.kind for item in found) == {
        "count": 8,
        "money": 7,
        "measure": 7,
        "percent": 7,
        "multiple": 1,
        "ordinal": 1,
    }
