"""The rows of the conformance scorer, where it lies beside the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "conformance"
beside = pytest.mark.skipif(
    not (FOLDER / "score.py").is_file(), reason="the conformance rows are not beside the checkout"
)


def judged(kind: str) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """The judged rows of a kind, by kind and language; none may have crashed."""
    done = subprocess.run(
        [sys.executable, "score.py", "--kind", kind, "--json"],
        cwd=FOLDER,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert not [row["id"] for row in rows if row["status"] == "crash"]
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["status"] != "neutral":
            groups[row["kind"], row["lang"]].append(row)
    return groups


def share(rows: list[dict[str, Any]], column: str) -> float:
    """Per cent of the rows in which a column is right."""
    return 100 * sum(bool(row[column]) for row in rows) / len(rows)
