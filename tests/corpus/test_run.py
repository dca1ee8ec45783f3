"""A whole run: the same bytes with any engine, killed and gone on with, and what it refuses."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import threading
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import pytest
from corpus.made import Here, command, ended, folder_of_pages, json_lines, page, rows, tree, until

from newsdoc.corpus import CorpusError, Summary, convert_corpus, convert_shard, tasks
from newsdoc.corpus.progress import told

if TYPE_CHECKING:
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """30 pages in folders, 20 rows and 20 packed rows, and two that are bad."""
    folder = folder_of_pages(tmp_path_factory.mktemp("archive"), 30)
    (folder / "春" / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    given: list[Any] = [{"id": f"p{n}", "text": page(n), "published": f"2024-04-{n % 30 + 1:02}"} for n in range(20)]
    json_lines(folder / "x.jsonl", [*given[:10], "{", *given[10:]])
    json_lines(folder / "y.jsonl.gz", [{**row, "id": f"z{row['id']}"} for row in given])
    return folder


@pytest.fixture(scope="module")
def undisturbed(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a run that nobody disturbs leaves."""
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    summary = convert_corpus(archive, out, executor=Here(), shard_size=7, formats=("jsonl", "parquet"))
    assert (summary.documents, summary.errors, summary.shards) == (70, 2, 11)
    return tree(out)


def again(archive: Path, out: Path, **more: Any) -> Summary:
    return convert_corpus(
        archive, out, **{"shard_size": 7, "formats": ("parquet", "jsonl"), "executor": Here(), **more}
    )


def test_the_same_bytes_with_processes_threads_and_one_after_the_other(
    archive: Path, tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    again(archive, tmp_path / "two", executor=None, workers=2)
    assert tree(tmp_path / "two") == undisturbed
    with ThreadPoolExecutor(4) as threads:
        again(archive, tmp_path / "threads", executor=threads, workers=4)
    assert tree(tmp_path / "threads") == undisturbed
    for task in tasks(archive, tmp_path / "tasks", shard_size=7, formats=("jsonl", "parquet")):
        convert_shard(task)
    again(archive, tmp_path / "tasks")
    assert tree(tmp_path / "tasks") == undisturbed


def test_a_run_of_several_threads_at_once_each_in_its_folder(
    archive: Path, tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    runs = [threading.Thread(target=again, args=(archive, tmp_path / str(number))) for number in range(3)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert [tree(tmp_path / str(number)) == undisturbed for number in range(3)] == [True] * 3


@posix
def test_killed_at_random_moments_nothing_is_lost_and_nothing_twice(
    archive: Path, tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    args = (archive, "-o", tmp_path / "out", "--shard-size", "7", "--to", "jsonl", "--to", "parquet", "--workers", "2")
    draw = random.Random(20240520)
    for _ in range(3):
        process = command(*args)
        try:
            process.wait(draw.uniform(0.3, 3.5))
        except Exception:
            process.kill()
        process.communicate()
    code, said = ended(command(*args))
    assert (code, said.count("\n")) == (0, 1), said
    assert said.startswith("newsdoc: 70 documents, 2 errors")
    assert tree(tmp_path / "out") == undisturbed


def test_every_state_that_a_kill_can_leave_is_mended(
    archive: Path, tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    draw, out = random.Random(7), tmp_path / "out"
    again(archive, out)
    for _ in range(3):
        for path in sorted(path for path in out.rglob("*") if path.is_file() and path.name not in ("lock", "run.json")):
            happened = draw.random()
            if happened < 0.2:
                path.unlink()
            elif happened < 0.3 and path.parent.name != "done" and path.name != "summary.json":
                path.write_bytes(path.read_bytes()[:-1] if path.stat().st_size else b"x")
            elif happened < 0.4:
                (path.parent / f".newsdoc-{draw.random()}.tmp").write_text("half")
        for kind in ("at", "rows"):
            (out / ".newsdoc" / kind / "00000003").write_text("half")
        again(archive, out)
        assert tree(out) == undisturbed


def test_a_run_that_is_complete_does_nothing_again(archive: Path, tmp_path: Path) -> None:
    again(archive, tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("part-*")}
    states: list[Summary] = []
    summary = again(archive, tmp_path / "out", progress=states.append)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("part-*")} == before
    assert (summary.resumed, summary.resumed_documents) == (summary.shards, 72)
    assert [state.shards for state in states] == list(range(1, 12))
    assert "/s" not in told(summary, 1.0, 10**9)


def test_only_a_few_shards_are_under_way_at_a_time(tmp_path: Path) -> None:
    class Counting(Here):
        """Ends nothing before it has to, and counts what is under way."""

        waiting: list[tuple[Future[Any], Any]] = []
        most = 0

        def submit(self, function: Any, /, *args: Any, **more: Any) -> Future[Any]:
            future: Future[Any] = Future()
            self.waiting.append((future, (function, args)))
            self.most = max(self.most, len(self.waiting))
            if len(self.waiting) == 6:
                for other, (work, given) in self.waiting:
                    other.set_result(work(*given))
                self.waiting.clear()
            return future

    executor = Counting()
    given = json_lines(tmp_path / "x.jsonl", [{"text": "一"}] * 60)
    convert_corpus(given, tmp_path / "out", executor=executor, workers=3, shard_size=1)
    assert executor.most == 6


def test_an_empty_archive_gives_empty_tables(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    summary = convert_corpus(tmp_path / "in", tmp_path / "out", executor=Here())
    assert (summary.documents, summary.shards) == (0, 1)
    assert (tmp_path / "out" / "documents" / "part-00000000.jsonl").read_bytes() == b""


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda folder: (folder / "autumn" / "000.txt").write_text("another"), "since shard 0 was done at "),
        (lambda folder: (folder / "autumn" / "000.txt").unlink(), "since shard 0 was done"),
        (lambda folder: (folder / "zz.txt").write_text("new"), "since shard 1 was done at "),
        (lambda folder: shutil.rmtree(folder / "春"), "the inputs changed since shard"),
        (lambda folder: json_lines(folder / "x.jsonl", [{"id": "a", "text": "b"}]), "since shard 1 was done at "),
    ],
)
def test_a_changed_input_is_noticed(tmp_path: Path, change: Any, message: str) -> None:
    folder = folder_of_pages(tmp_path / "in", 8)
    json_lines(folder / "x.jsonl", [{"id": "a", "text": "a"}])
    convert_corpus(folder, tmp_path / "out", executor=Here(), shard_size=4)
    change(folder)
    with pytest.raises(CorpusError, match=message):
        convert_corpus(folder, tmp_path / "out", executor=Here(), shard_size=4)


def test_an_input_that_lost_its_last_shard_is_noticed(tmp_path: Path) -> None:
    folder = folder_of_pages(tmp_path / "in", 8)
    convert_corpus(folder, tmp_path / "out", executor=Here(), shard_size=4)
    shutil.rmtree(folder / "春")
    with pytest.raises(CorpusError, match="the inputs changed since shard 1 was done"):
        convert_corpus(folder, tmp_path / "out", executor=Here(), shard_size=4)


def test_a_row_that_changes_under_way_ends_the_run_and_not_the_table(tmp_path: Path) -> None:
    path = json_lines(tmp_path / "x.jsonl", [{"id": "a", "text": "a"}])
    (task,) = tasks(path, tmp_path / "out")
    json_lines(path, [{"id": "a", "text": "b"}])
    with pytest.raises(CorpusError, match=r"x\.jsonl:1: changed while the run went on"):
        convert_shard(task)
    assert not list((tmp_path / "out").rglob("part-*"))


def test_a_shard_that_is_done_is_left_alone_when_its_rows_are_gone(tmp_path: Path) -> None:
    path = json_lines(tmp_path / "x.jsonl.gz", [{"id": "a", "text": "a"}])
    (task,) = tasks(path, tmp_path / "out")
    record = convert_shard(task)
    before = tree(tmp_path / "out")
    assert convert_shard(task) == record
    assert tree(tmp_path / "out") == before


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"shard_size": 3}, "holds a run with shard_size 2, not 3; ask for the same again, or give a new folder"),
        ({"published": "2024-05-20"}, 'published null, not "2024-05-20"'),
        ({"formats": ["jsonl", "parquet"]}, "formats"),
    ],
)
def test_another_run_in_the_folder_is_refused(tmp_path: Path, more: dict[str, Any], message: str) -> None:
    folder = folder_of_pages(tmp_path / "in", 2)
    convert_corpus(folder, tmp_path / "out", executor=Here(), shard_size=2)
    before = tree(tmp_path / "out")
    with pytest.raises(CorpusError, match=message):
        convert_corpus(folder, tmp_path / "out", **{"executor": Here(), "shard_size": 2, **more})
    assert tree(tmp_path / "out") == before


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"formats": ["csv"]}, "no format 'csv'"),
        ({"published": "May"}, "published is 'May'; it must be a day such as 2024-05-20"),
        ({"shard_size": 0}, "shard_size is 0"),
        ({"lexicons": ["none.tsv"]}, "none.tsv: cannot be read"),
    ],
)
def test_bad_options_are_told_before_anything_is_made(tmp_path: Path, more: dict[str, Any], message: str) -> None:
    with pytest.raises(CorpusError, match=message):
        convert_corpus(tmp_path, tmp_path / "out", **more)
    assert not (tmp_path / "out").exists()


def test_a_folder_of_someone_else_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letter.txt").write_text("mine")
    with pytest.raises(CorpusError, match=r"holds letter\.txt, but no run of newsdoc"):
        convert_corpus(tmp_path / "out", tmp_path / "out", executor=Here())
    assert tree(tmp_path / "out") == {"letter.txt": b"mine"}
    with pytest.raises(CorpusError, match="is a file; give a folder"):
        convert_corpus(tmp_path, tmp_path / "out" / "letter.txt", executor=Here())


def test_two_runs_in_one_folder_are_refused(tmp_path: Path) -> None:
    folder = folder_of_pages(tmp_path / "in", 2)
    first = tasks(folder, tmp_path / "out")
    next(first)
    with pytest.raises(CorpusError, match="another run of newsdoc works in this folder"):
        convert_corpus(folder, tmp_path / "out", executor=Here())
    first.close()
    assert convert_corpus(folder, tmp_path / "out", executor=Here()).documents == 2


def test_words_of_a_user_reach_the_workers_and_are_part_of_the_run(tmp_path: Path) -> None:
    words = tmp_path / "words.tsv"
    words.write_text("[classifiers]\nzh-Hans\n挂\n", "utf-8")
    given = json_lines(tmp_path / "x.jsonl", [{"id": "a", "text": "今天卖出3挂鞭炮。"}])
    run = {"executor": Here(), "lexicons": [words]}
    convert_corpus(given, tmp_path / "out", **run)
    assert [row["unit"] for row in rows(tmp_path / "out", "quantities")] == ["挂"]
    words.write_text("[classifiers]\nzh-Hans\n串\n", "utf-8")
    with pytest.raises(CorpusError, match="holds a run with lexicons"):
        convert_corpus(given, tmp_path / "out", **run)
    words.write_text("[nothing]\n", "utf-8")
    with pytest.raises(ValueError, match="no table 'nothing'"):
        convert_corpus(given, tmp_path / "new", **run)


def test_a_worker_of_another_release_is_refused(tmp_path: Path) -> None:
    from dataclasses import replace

    (task,) = tasks(folder_of_pages(tmp_path / "in", 1), tmp_path / "out")
    with pytest.raises(CorpusError, match=r"a worker has newsdoc .*, the run 0\.0\.1"):
        convert_shard(replace(task, version="0.0.1"))


def test_an_executor_that_breaks_is_told_and_the_run_goes_on_with_another(
    archive: Path, tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    class Breaking(Here):
        left = 3

        def submit(self, function: Any, /, *args: Any, **more: Any) -> Future[Any]:
            self.left -= 1
            if self.left < 0:
                raise BrokenExecutor("gone")
            return super().submit(function, *args, **more)

    with pytest.raises(CorpusError, match=r"the executor is broken \(gone\)"):
        again(archive, tmp_path / "out", executor=Breaking())
    assert again(archive, tmp_path / "out").resumed == 3
    assert tree(tmp_path / "out") == undisturbed


def test_a_full_disk_ends_the_run_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_of_pages(tmp_path / "in", 1)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device", "part")

    monkeypatch.setattr(os, "fsync", full)
    (tmp_path / "out").mkdir()
    with pytest.raises(OSError, match="No space left"):
        convert_corpus(folder, tmp_path / "out", executor=Here())
    monkeypatch.undo()
    assert not list((tmp_path / "out").rglob("*.tmp"))
    assert convert_corpus(folder, tmp_path / "out", executor=Here()).documents == 1


@posix
def test_a_worker_killed_from_outside_loses_nothing(
    archive: Path, tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    psutil = pytest.importorskip("psutil")
    args = ("--shard-size", "7", "--to", "jsonl", "--to", "parquet", "--workers", "2")
    process = command(archive, "-o", tmp_path / "out", *args)
    until(lambda: list((tmp_path / "out").glob(".newsdoc/at/*")))
    workers = [child for child in psutil.Process(process.pid).children() if "spawn_main" in " ".join(child.cmdline())]
    workers[0].kill()
    assert ended(process)[0] == 0
    assert tree(tmp_path / "out") == undisturbed


@posix
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_no_process_outlives_the_command(archive: Path, tmp_path: Path, how: signal.Signals) -> None:
    psutil = pytest.importorskip("psutil")
    process = command(archive, "-o", tmp_path / "out", "--shard-size", "7", "--workers", "2")
    until(lambda: list((tmp_path / "out").glob(".newsdoc/at/*")))
    children = psutil.Process(process.pid).children(recursive=True)
    assert len(children) >= 2
    process.send_signal(how)
    code, said = ended(process)
    _, alive = psutil.wait_procs(children, timeout=5)
    assert not alive
    assert code == (-9 if how == signal.SIGKILL else 130)
    # Of one that was killed, multiprocessing tells that it clears away its semaphores.
    assert said == "newsdoc: interrupted; the same command goes on from here\n" or how == signal.SIGKILL


def test_an_executor_of_processes_of_the_caller(archive: Path, tmp_path: Path, undisturbed: dict[str, bytes]) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        again(archive, tmp_path / "out", executor=pool, workers=2)
    assert tree(tmp_path / "out") == undisturbed


def test_what_a_run_leaves_names_no_time_and_no_machine(undisturbed: dict[str, bytes]) -> None:
    assert {path.split(os.sep)[0] for path in undisturbed} == {
        *("documents", "quantities", "dates", "quotes", "figures", "errors"),
        *("run.json", "summary.json", ".newsdoc"),
    }
    assert set(json.loads(undisturbed["run.json"])) == {
        *("format", "newsdoc", "inputs", "formats", "published", "lexicons", "shard_size"),
    }
    assert json.loads(undisturbed["summary.json"])["rows"]["documents"] == 70
