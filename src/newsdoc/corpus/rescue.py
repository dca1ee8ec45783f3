"""What to do when a worker was killed: find the document that kills workers, and go on without it."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdoc.corpus.convert import try_document
from newsdoc.corpus.documents import Refused
from newsdoc.corpus.engine import GOES_ON, ended
from newsdoc.corpus.errors import CorpusError
from newsdoc.corpus.journal import own_path

if TYPE_CHECKING:
    from collections import Counter

    from newsdoc.corpus.convert import Task
    from newsdoc.corpus.engine import Engine

_SAME_PLACE = 3
"""Lost workers at one document after which it is given up, though it could be converted alone."""


def without_killer(task: Task, engine: Engine, losses: Counter[tuple[int, int]]) -> Task:
    """The task after its worker was lost: without the document that kills workers, if it holds one."""
    index = _place_of_loss(task)
    if index is None:
        return task
    key = task.shard.number, index
    losses[key] += 1
    if losses[key] < _SAME_PLACE:
        future = engine.submit(try_document, task, index)
        ended({future: task}, engine)
        if (error := future.exception()) is None:
            return task
        if not isinstance(error, engine.lost):
            raise error
    documents = list(task.shard.documents)
    message = "its conversion killed the worker, and again when it was tried alone; it may need too much memory"
    documents[index] = documents[index]._replace(refused=Refused("WorkerLost", message))
    return replace(task, shard=replace(task.shard, documents=tuple(documents)))


def _place_of_loss(task: Task) -> int | None:
    """Which document of the shard was being converted; None if none was."""
    path = own_path(task.out, "at", task.shard.number)
    try:
        with open(path, "rb") as file:
            index = int(file.read() or b"-1")
    except (FileNotFoundError, ValueError):
        return None
    with suppress(OSError):
        os.unlink(path)
    return index if 0 <= index < len(task.shard.documents) else None


def given_up(losses: Counter[tuple[int, int]]) -> CorpusError:
    """The error that ends a run in which workers are lost in vain."""
    if not losses:
        guard = "a script that calls convert_corpus needs `if __name__ == '__main__':` above the call"
        return CorpusError(f"the workers end before they begin; {guard}")
    number, index = next(reversed(losses))
    where = f"shard {number}, document {index + 1}"
    return CorpusError(f"workers are killed again and again, last at {where}: give fewer workers; {GOES_ON}")
