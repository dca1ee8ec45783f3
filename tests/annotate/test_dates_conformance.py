"""The public conformance rows of dates, where they lie beside the checkout."""

from __future__ import annotations

import pytest
from conformance import beside, judged, share

FLOORS = {
    ("datetime", "zh-Hans"): 92,
    ("datetime", "zh-Hant"): 97,
    ("datetime", "en"): 90,
    ("date", "zh-Hans"): 96,
    ("date", "en"): 93,
    ("date-parser", "zh-Hans"): 95,
    ("date-parser", "zh-Hant"): 97,
}
"""Per cent of the rows whose first day is right."""


@beside
@pytest.mark.parametrize("kind", ["datetime", "date", "date-parser"])
def test_conformance(kind: str) -> None:
    groups = judged(kind)
    assert groups
    for key, rows in groups.items():
        assert share(rows, "value") >= FLOORS[key], key
        assert share(rows, "exact") >= share(rows, "value") - 3, key
