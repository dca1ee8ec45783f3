"""The public conformance rows, where they lie beside the checkout, and the examples of the manual."""

from __future__ import annotations

import doctest
import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from newsdoc import quantities

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
CONFORMANCE = SHARED / "conformance"
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


@pytest.mark.skipif(not (CONFORMANCE / "score.py").is_file(), reason="the conformance rows are not beside the checkout")
@pytest.mark.parametrize("kind", sorted({kind for kind, _ in FLOORS}))
def test_conformance(kind: str) -> None:
    done = subprocess.run(
        [sys.executable, "score.py", "--kind", kind, "--json"],
        cwd=CONFORMANCE,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert not [row["id"] for row in rows if row["status"] == "crash"]
    groups: dict[tuple[str, str], list[dict[str, object]]] = defaultdict(list)
    for row in rows:
        if row["status"] != "neutral":
            groups[row["kind"], row["lang"]].append(row)
    for key, members in groups.items():
        if key not in FLOORS:
            continue
        value, unit = FLOORS[key]
        right = 100 * sum(bool(row["value"]) for row in members) / len(members)
        exact = 100 * sum(bool(row["exact"]) for row in members) / len(members)
        judged = [bool(row["unit"]) for row in members if row["unit"] is not None]
        assert right >= value, key
        assert exact >= right - 3, key
        assert not judged or 100 * sum(judged) / len(judged) >= unit, key


@pytest.mark.skipif(not (SHARED / "pages" / "bayannur.txt").is_file(), reason="the pages are not beside the checkout")
def test_every_figure_of_a_page_and_nothing_else() -> None:
    text = (SHARED / "pages" / "bayannur.txt").read_text("utf-8")
    found = quantities(text)
    kinds: dict[str, int] = defaultdict(int)
    for item in found:
        kinds[item.kind] += 1
    assert dict(kinds) == {"count": 8, "money": 7, "measure": 7, "percent": 7, "multiple": 1, "ordinal": 1}


def test_the_examples_of_the_manual() -> None:
    results = doctest.testfile(str(ROOT / "docs" / "numerals.md"), module_relative=False, encoding="utf-8")
    assert results.attempted > 10
    assert results.failed == 0
