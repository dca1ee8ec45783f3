"""The command ``newsdoc corpus``: what it says, where, and with which exit code; and the examples of the guide."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from corpus.made import command, ended, folder_of_pages, json_lines, page, rows

from newsdoc.cli import main
from newsdoc.corpus import TABLES, Summary
from newsdoc.corpus.progress import told

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "archives.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("nowhere", "-o", "out"), "newsdoc: nowhere: there is no such file or folder"),
        (("x*.none", "-o", "out"), "newsdoc: x*.none: nothing fits this pattern"),
        (("in",), "newsdoc corpus: Missing option '-o' / '--output'; see newsdoc corpus --help"),
        (("-o", "out"), "newsdoc corpus: Missing argument 'INPUT...'; see newsdoc corpus --help"),
        (("in", "-o", "in"), "newsdoc: {cwd}/in: holds autumn, but no run of newsdoc; give a new or an empty folder"),
        (("in", "-o", "out", "--lexicon", "none"), "newsdoc: none: cannot be read: No such file or directory"),
    ],
)
def test_an_error_is_one_line_and_exit_code_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], message: str
) -> None:
    folder_of_pages(tmp_path / "in", 1)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["corpus", *args], prog_name="newsdoc")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == message.format(cwd=tmp_path) + "\n"
    assert not (tmp_path / "out").exists()


def test_the_last_line_counts_what_was_done_and_what_was_left_out(tmp_path: Path) -> None:
    folder_of_pages(tmp_path / "in", 3)
    (tmp_path / "in" / "scan.tif").write_bytes(b"II")
    json_lines(tmp_path / "in" / "x.jsonl", ["{"])
    (tmp_path / "in" / "0.txt").write_bytes(b"")
    code, said = ended(command("in", "-o", "out", "--workers", "1", cwd=tmp_path))
    assert code == 0
    assert re.fullmatch(r"newsdoc: 4 documents, 1 error, 1 file of other kinds left out; 0:00:\d\d; out\n", said)
    code, said = ended(command("in", "-o", "out", cwd=tmp_path))
    assert re.search(r"4 documents, 1 error, 5 of them done before, 1 file of other kinds left out; ", said)
    assert [row["input"] for row in rows(tmp_path / "out", "errors")] == ["in/x.jsonl:1"]


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
def test_a_terminal_sees_a_bar_that_is_gone_at_the_end(tmp_path: Path) -> None:
    import pty

    folder_of_pages(tmp_path / "in", 40)
    ours, theirs = pty.openpty()
    args = [sys.executable, "-m", "newsdoc.cli", "corpus", str(tmp_path / "in"), "-o", str(tmp_path / "out")]
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen([*args, "--shard-size", "4"], stdout=subprocess.PIPE, stderr=theirs, env=env) as process:
        os.close(theirs)
        seen = b""
        while True:
            try:
                seen += os.read(ours, 4096)
            except OSError:
                break
        assert process.stdout is not None
        assert process.stdout.read() == b""
    os.close(ours)
    said = seen.decode()
    assert process.returncode == 0
    assert re.search(r"\d+ documents, [\d.]+/s, \d:\d\d:\d\d left", said)
    assert re.search(r"[1-9]\d?%", said)
    assert re.search(r"\x1b\[2K(\x1b\[\S+?)*newsdoc: 40 documents, 0 errors; ", said), said[-300:]


@pytest.mark.parametrize(
    ("summary", "everything", "said"),
    [
        (Summary(), None, "0 documents"),
        (Summary(documents=1, read=10), None, "1 document, 0.1/s"),
        (Summary(documents=1, errors=1, read=10), 20, "1 document, 1 error, 0.2/s, 0:00:10 left"),
        (Summary(documents=9, read=90, resumed_documents=9, resumed_read=90), 100, "9 documents"),
        (Summary(documents=9, read=90, resumed_documents=8, resumed_read=80), 100, "9 documents, 0.1/s, 0:00:10 left"),
        (Summary(documents=2, read=110), 100, "2 documents, 0.2/s, 0:00:00 left"),
    ],
)
def test_rate_and_remaining_time_count_only_what_this_run_did(
    summary: Summary, everything: int | None, said: str
) -> None:
    assert told(summary, 10.0, everything) == said


def test_help_loads_nothing_of_the_corpus() -> None:
    code = """\
import sys
from newsdoc.cli import main
try:
    main(["corpus", "--help"])
finally:
    assert not [name for name in sys.modules if name.split(".")[0] in ("rich", "pydantic", "pyarrow", "distributed")]
    assert not [name for name in sys.modules if name.startswith("newsdoc.corpus")]
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert "--scheduler ADDRESS" in done.stdout


def test_the_commands_of_the_guide_do_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    json_lines(tmp_path / "pages.jsonl", [{"id": "a", "text": page(1)}])
    monkeypatch.chdir(tmp_path)
    found = re.findall(r"^\$ newsdoc (corpus .*)\n(newsdoc: .*)$", GUIDE, re.M)
    assert len(found) >= 2
    for args, said in found:
        result = CliRunner().invoke(main, shlex.split(args))
        assert result.exit_code == 0, result.stderr
        assert re.sub(r"; \d:\d\d:\d\d;", ";", result.stderr) == re.sub(r"; \d:\d\d:\d\d;", ";", said) + "\n"


def test_every_other_command_of_the_guide_has_options_that_there_are() -> None:
    options = {option for parameter in main.commands["corpus"].params for option in parameter.opts}
    for line in re.findall(r"^newsdoc corpus .*$", GUIDE, re.M):
        assert {word.split("=")[0] for word in line.split() if word.startswith("-")} <= options, line
    assert all(f"`{option}" in GUIDE for option in options if option.startswith("--") and option != "--output")


def test_the_guide_names_every_column() -> None:
    for table, columns in TABLES.items():
        section = GUIDE.split(f"\n### `{table}`\n")[1].split("\n#")[0]
        missing = [column.name for column in columns if f"`{column.name}`" not in section]
        assert not missing, (table, missing)
