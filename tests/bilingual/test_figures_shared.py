"""check_figures and align against published translations, where these stand beside the checkout."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2].parent / "shared" / "figures"
pytestmark = pytest.mark.skipif(not (FOLDER / "score.py").is_file(), reason="the published translations are not here")


@pytest.fixture(scope="module")
def score() -> Any:
    spec = importlib.util.spec_from_file_location("score_figures", FOLDER / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = written
    return module


def _judged(score: Any, documents: bool) -> Any:
    import newsdoc

    tally = score.Tally()
    for row in score.load(str(FOLDER), False):
        if (row["class"] == "document") != documents or row["clean"] == "unlabelled":
            continue
        zhen = row["direction"] == "zh-en"
        report = newsdoc.check_figures(*((row["zh"], row["en"]) if zhen else (row["en"], row["zh"])))
        found = [score.Found(finding, row["direction"]) for finding in report.findings]
        score.judge(row, found, tally, lambda r, want: [want["kind"]])
    return tally


def test_pairs(score: Any) -> None:
    tally = _judged(score, documents=False)
    recall = {kind: tally.got[kind] / tally.want[kind] for kind in score.KINDS}
    assert recall["mis_scaled"] >= 0.97
    assert recall["changed"] >= 0.92
    assert recall["missing"] >= 0.95
    assert recall["added"] >= 0.95
    assert tally.right["mis_scaled"] / tally.reported["mis_scaled"] >= 0.98
    rows, anyone, high = tally.alarm["all right rows"]
    assert anyone / rows <= 0.03
    assert high / rows <= 0.01


def test_whole_texts(score: Any) -> None:
    tally = _judged(score, documents=True)
    rows, false, _ = tally.false
    assert false / rows <= 0.3


def test_align(score: Any, capsys: pytest.CaptureFixture[str]) -> None:
    score.score_align(score.load(str(FOLDER), True), [])
    shown = capsys.readouterr().out
    strict = {
        line[2:27].strip(): float(line.split()[line.split().index("F1") + 1]) for line in shown.splitlines()[2:-1]
    }
    assert strict["all"] >= 95
    assert strict["a segment left out"] >= 91
