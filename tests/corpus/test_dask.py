"""A run on a real Dask cluster: a scheduler and workers as processes of their own, some of which are killed."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from corpus.made import command, ended, folder_of_pages, json_lines, killing, page, rows, tree, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest.importorskip("distributed")
psutil = pytest.importorskip("psutil")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

ARGS = ("--shard-size", "2", "--to", "jsonl", "--to", "parquet")


class Cluster:
    """A scheduler and workers: ``file`` is the scheduler file."""

    def __init__(self, file: Path, env: dict[str, str]) -> None:
        self.file, self._env = file, env
        self.scheduler = self._started("scheduler", "--port", "0")
        until(file.exists)
        self.workers = [self._started("worker", "--nthreads", "1", "--death-timeout", "10") for _ in range(2)]

    def _started(self, kind: str, *more: str) -> subprocess.Popen[bytes]:
        args = ("--scheduler-file", str(self.file), "--no-dashboard", "--host", "127.0.0.1", *more)
        with self.file.with_suffix(f".{kind}.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.dask_{kind}", *args], stdout=log, stderr=log, env=self._env
            )

    def stop(self) -> None:
        started = [self.scheduler, *self.workers]
        below = [child for process in self.workers for child in _below(process.pid)]
        for process in started:
            process.kill()
        for process in started:
            process.wait()
        for child in below:
            if child.is_running():
                child.kill()


def _below(pid: int) -> list[Any]:
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


@contextmanager
def cluster(folder: Path, **env: str) -> Iterator[Cluster]:
    import os

    made = Cluster(folder / "scheduler.json", {**os.environ, **env})
    try:
        yield made
    finally:
        made.stop()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = folder_of_pages(tmp_path_factory.mktemp("archive"), 40)
    json_lines(folder / "x.jsonl.gz", [{"id": f"p{n}", "text": page(n) * 30} for n in range(30)])
    return folder


@pytest.fixture(scope="module")
def local(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a run on this machine alone leaves."""
    out = tmp_path_factory.mktemp("local") / "out"
    assert ended(command(archive, "-o", out, *ARGS))[0] == 0
    return tree(out)


def begun(out: Path, shards: int) -> bool:
    return len(list(out.glob(".newsdoc/done/*"))) >= shards


def test_a_worker_and_then_the_scheduler_killed_and_the_run_resumed(
    archive: Path, tmp_path: Path, local: dict[str, bytes]
) -> None:
    out = tmp_path / "out"
    with cluster(tmp_path) as first:
        process = command(archive, "-o", out, *ARGS, "--scheduler", first.file)
        until(lambda: begun(out, 3))
        # The process that works; the one above it starts another.
        max(_below(first.workers[0].pid), key=lambda child: child.memory_info().rss).kill()
        until(lambda: begun(out, 8))
        first.scheduler.send_signal(signal.SIGKILL)
        code, said = ended(process)
        assert code == 2
        assert said.startswith("newsdoc: the Dask scheduler at ")
        assert said.endswith("is lost; once there is one again, the same command goes on from here\n")
        assert "Traceback" not in said
    (tmp_path / "scheduler.json").unlink()
    assert not (out / "summary.json").exists()
    with cluster(tmp_path) as second:
        code, said = ended(command(archive, "-o", out, *ARGS, "--scheduler", second.file))
    assert code == 0, said
    assert "of them done before" in said
    assert tree(out) == local


def test_a_document_that_kills_workers_is_an_error(tmp_path: Path) -> None:
    given = json_lines(tmp_path / "x.jsonl", [{"id": n, "text": "KILL" if n == 3 else page(n)} for n in range(6)])
    with cluster(tmp_path, **killing(tmp_path / "site"), DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0") as made:
        code, said = ended(command(given, "-o", tmp_path / "out", "--scheduler", made.file))
    assert code == 0, said
    assert [row["error"] for row in rows(tmp_path / "out", "errors")] == ["WorkerLost"]
    assert [row["id"] for row in rows(tmp_path / "out", "documents")] == ["0", "1", "2", "4", "5"]


def test_no_scheduler_is_one_clear_error(tmp_path: Path) -> None:
    from newsdoc.corpus import CorpusError
    from newsdoc.corpus.dask import dask_engine

    with (
        pytest.raises(CorpusError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:1"),
        dask_engine("tcp://127.0.0.1:1", timeout=0.5),
    ):
        pass
    with (
        pytest.raises(CorpusError, match="no Dask scheduler answers at nonsense"),
        dask_engine("nonsense:x", timeout=0.5),
    ):
        pass


def test_without_dask_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from newsdoc.corpus import CorpusError
    from newsdoc.corpus.dask import dask_engine

    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CorpusError, match=r"pip install 'newsdoc\[dask\]'"), dask_engine("x"):
        pass
