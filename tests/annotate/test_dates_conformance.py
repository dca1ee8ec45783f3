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

ROOT = Path(__file__).resolve().parents[2]
CONFORMANCE = ROOT.parent / "shared" / "conformance"
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


@pytest.mark.skipif(not (CONFORMANCE / "score.py").is_file(), reason="the conformance rows are not beside the checkout")
@pytest.mark.parametrize("kind", ["datetime", "date", "date-parser"])
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
    met: dict[tuple[str, str], list[tuple[bool, bool]]] = defaultdict(list)
    for row in rows:
        met[row["kind"], row["lang"]].append((row["value"], row["exact"]))
    for key, flags in met.items():
        value, exact = (100 * sum(column) / len(flags) for column in zip(*flags, strict=True))
        assert value >= FLOORS[key], key
        assert exact >= value - 3, key


def test_the_examples_of_the_manual() -> None:
    results = doctest.testfile(str(ROOT / "docs" / "dates.md"), module_relative=False, encoding="utf-8")
    assert results.attempted > 10
    assert results.failed == 0
