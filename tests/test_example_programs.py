"""The example programs do what is stored beside them: each is run, and what it prints compared with its .out file.

To store what they print today: ``python tests/test_example_programs.py``.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAMS = sorted((Path(__file__).resolve().parents[1] / "examples" / "programs").glob("*.py"))
LONGEST = 60


def printed(program: Path, folder: Path) -> str:
    """What a program prints, run by itself from another folder."""
    done = subprocess.run(
        [sys.executable, str(program)],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout


def test_there_are_six() -> None:
    assert [program.name[:3] for program in PROGRAMS] == [f"{number:02}_" for number in range(1, 7)]
    assert {path.stem for path in PROGRAMS} == {path.stem for path in PROGRAMS[0].parent.glob("*.out")}


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_a_program_prints_what_is_stored_beside_it(program: Path, tmp_path: Path) -> None:
    stored = program.with_suffix(".out").read_text("utf-8")
    assert printed(program, tmp_path) == stored, "run: python tests/test_example_programs.py"
    assert not list(tmp_path.iterdir()), "a program leaves no file behind"


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_a_program_can_be_read_at_a_glance(program: Path) -> None:
    text = program.read_text("utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) < LONGEST
    assert ast.get_docstring(tree), "it says which task it solves"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            arguments = [*node.args.args, *node.args.kwonlyargs]
            assert node.returns is not None, f"{node.name} is typed"
            assert all(argument.annotation for argument in arguments), f"{node.name} is typed"


if __name__ == "__main__":
    for path in PROGRAMS:
        path.with_suffix(".out").write_text(printed(path, path.parent), "utf-8", newline="\n")
