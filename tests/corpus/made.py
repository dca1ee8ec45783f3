"""Small archives for the tests, and what a run left of one."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = """\
老渠通了新水
——石门县灌区改造见闻

本报记者 林一舟

　　清早，石门县的老渠又通了水。去年全县投入{number}00多万元，疏浚渠道86公里，受益农田近12万亩。
　　“水到田头，心里就踏实了。”种粮大户周福生说。
图为石门县灌区。本报记者 林一舟摄
"""


def page(number: int) -> str:
    """A page, of which no two are alike."""
    return PAGE.format(number=number + 1)


def folder_of_pages(path: Path, number: int) -> Path:
    """A folder with pages in two folders below it."""
    for index in range(number):
        file = path / ("春" if index % 2 else "autumn") / f"{index:03}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page(index), "utf-8")
    return path


def json_lines(path: Path, rows: list[Any]) -> Path:
    """A file of JSON Lines; a row that is a str stands there as it is. Packed if its name ends in .gz."""
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    data = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")
    path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)
    return path


def tree(out: Path) -> dict[str, bytes]:
    """Every file of a run, by its path, with its bytes."""
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table in JSON Lines, in their order."""
    parts = sorted((out / table).glob("*.jsonl"))
    return [json.loads(line) for part in parts for line in part.read_bytes().splitlines()]


def command(*args: str | Path, env: dict[str, str] | None = None, cwd: Path | None = None) -> subprocess.Popen[str]:
    """``newsdoc corpus`` as a process of its own, which SIGINT interrupts though the tests may run where it is ignored.

    A shell starts what it runs in the background with SIGINT ignored, and children inherit that.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return _started(args, env, cwd)
    finally:
        signal.signal(signal.SIGINT, before)


def _started(args: tuple[str | Path, ...], env: dict[str, str] | None, cwd: Path | None) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "newsdoc.cli", "corpus", *map(str, args)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **(env or {})},
        cwd=cwd,
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Exit code and standard error of a command, which writes nothing to standard output."""
    out, err = process.communicate(timeout=180)
    assert out == ""
    return process.returncode, err


def until(holds: Callable[[], object], *, seconds: float = 90.0) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.01)


def killing(folder: Path) -> dict[str, str]:
    """The environment of processes that die by SIGKILL over a document which says KILL, as if memory ran out."""
    folder.mkdir(exist_ok=True)
    code = """\
import os, signal
import newsdoc.corpus.convert as convert
parse = convert.parse
def deadly(text, **more):
    if "KILL" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    return parse(text, **more)
convert.parse = deadly
"""
    (folder / "sitecustomize.py").write_text(code)
    return {"PYTHONPATH": str(folder)}


class Here(Executor):
    """An executor that does each task at once, in the thread of the caller."""

    def submit(self, function: Any, /, *args: Any, **more: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(function(*args, **more))
        except Exception as error:
            future.set_exception(error)
        return future
