"""Workers that die: the document that kills them is found and left out, and everything else is converted."""

from __future__ import annotations

import sys
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from typing import Any

import pytest
from corpus.made import Here, command, ended, folder_of_pages, json_lines, killing, page, rows

from newsdoc.corpus import CorpusError, convert_corpus
from newsdoc.corpus.journal import own_path

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


class Fragile(Here):
    """An executor whose worker dies over some documents: ``deadly`` says so, of an id, tried alone or not."""

    def __init__(self, deadly: Any) -> None:
        self._deadly = deadly

    def submit(self, function: Any, /, *args: Any, **more: Any) -> Future[Any]:
        task, *index = args
        documents = task.shard.documents
        for at in index or range(len(documents)):
            if documents[at].refused is None and self._deadly(documents[at].id, bool(index)):
                Path(own_path(task.out, "at", task.shard.number)).write_text(f"{at:08}")
                future: Future[Any] = Future()
                future.set_exception(BrokenExecutor("the worker died"))
                return future
        return super().submit(function, *args, **more)


def lost_ids(folder: Path, deadly: Any, shard_size: int = 3) -> list[str]:
    given = json_lines(folder / "x.jsonl.gz", [{"id": str(n), "text": page(n)} for n in range(12)])
    convert_corpus(given, folder / "out", executor=Fragile(deadly), shard_size=shard_size, workers=1)
    assert len(rows(folder / "out", "documents")) + len(rows(folder / "out", "errors")) == 12
    assert {row["error"] for row in rows(folder / "out", "errors")} <= {"WorkerLost"}
    return [row["id"] for row in rows(folder / "out", "errors")]


def test_only_the_documents_that_kill_are_given_up(tmp_path: Path) -> None:
    assert lost_ids(tmp_path, lambda id_, alone: id_ in ("1", "2", "11")) == ["1", "2", "11"]


def test_a_document_that_was_there_when_a_worker_died_is_tried_alone_and_kept(tmp_path: Path) -> None:
    deaths = iter([True])
    assert lost_ids(tmp_path, lambda id_, alone: id_ == "4" and not alone and next(deaths, False)) == []


def test_a_document_that_kills_only_among_others_is_given_up_in_the_end(tmp_path: Path) -> None:
    assert lost_ids(tmp_path, lambda id_, alone: id_ == "4" and not alone) == ["4"]


def test_workers_that_die_anywhere_end_the_run(tmp_path: Path) -> None:
    died: list[str] = []

    def deadly(id_: str, alone: bool) -> bool:
        """Each time at the next document."""
        dies = not alone and id_ == str(len(died))
        died.extend([id_] * dies)
        return dies

    with pytest.raises(
        CorpusError, match="workers are killed again and again, last at shard 0, document 5: give fewer"
    ):
        lost_ids(tmp_path, deadly, shard_size=12)
    assert died == ["0", "1", "2", "3", "4"]


def test_a_shard_that_the_executor_drops_ends_the_run(tmp_path: Path) -> None:
    class Dropping(Executor):
        def submit(self, function: Any, /, *args: Any, **more: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.cancel()
            future.set_running_or_notify_cancel()
            return future

    with pytest.raises(CorpusError, match="the executor dropped a shard; the same command goes on from here"):
        convert_corpus(folder_of_pages(tmp_path / "in", 1), tmp_path / "out", executor=Dropping())


def test_workers_that_never_begin_end_the_run(tmp_path: Path) -> None:
    class Dead(Executor):
        def submit(self, function: Any, /, *args: Any, **more: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(BrokenExecutor("dead"))
            return future

    with pytest.raises(CorpusError, match="the workers end before they begin"):
        convert_corpus(folder_of_pages(tmp_path / "in", 1), tmp_path / "out", executor=Dead())


@posix
def test_a_document_that_kills_its_worker_is_an_error_and_the_others_are_converted(tmp_path: Path) -> None:
    given = [{"id": f"p{n}", "text": "KILL" if n == 9 else page(n)} for n in range(16)]
    path = json_lines(tmp_path / "x.jsonl.gz", given)
    env = killing(tmp_path / "site")
    code, said = ended(command(path, "-o", tmp_path / "out", "--workers", "2", "--shard-size", "4", env=env))
    assert (code, said.count("\n")) == (0, 1), said
    assert said.startswith("newsdoc: 15 documents, 1 error;")
    (row,) = rows(tmp_path / "out", "errors")
    assert (row["id"], row["error"]) == ("p9", "WorkerLost")
    assert len(rows(tmp_path / "out", "documents")) == 15
