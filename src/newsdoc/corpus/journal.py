"""What a run leaves beside its tables, so that it can be killed at any moment and goes on.

    DIR/run.json                 what was asked for
    DIR/summary.json             how many documents, errors and rows there are; written last
    DIR/TABLE/part-00000012.*    the rows of shard 12
    DIR/.newsdoc/done/00000012   the record of shard 12, written after its parts: only then the shard is done
    DIR/.newsdoc/rows/00000012   rows of packed JSON Lines, for as long as shard 12 needs them
    DIR/.newsdoc/at/00000012     the document of shard 12 that is being converted
    DIR/.newsdoc/lock            held by the run that works in DIR; the system lets it go when that run dies

All but ``rows``, ``at`` and ``lock`` is written whole or not at all. Nothing holds a time or a number of workers.
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from typing import IO, TYPE_CHECKING, Any

from newsdoc.corpus.errors import CorpusError
from newsdoc.corpus.parts import TEMPORARY, sync_folder
from newsdoc.corpus.tables import TABLES
from newsdoc.write.file import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT = 1
_OWN = ".newsdoc"
_KINDS = ("done", "rows", "at")


@dataclass(frozen=True, slots=True)
class Record:
    """What became of a shard.

    Attributes:
        number: Of the shard.
        fingerprint: Of its documents.
        documents: How many it has.
        rows: Table -> rows.
        parts: Path of a part below the folder -> bytes.
    """

    number: int
    fingerprint: str
    documents: int
    rows: dict[str, int]
    parts: dict[str, int]


def own_path(out: str, kind: str, number: int) -> str:
    """The path of what newsdoc keeps of a shard: ``kind`` is ``done``, ``rows`` or ``at``."""
    return os.path.join(out, _OWN, kind, f"{number:08}")


def write_record(out: str, record: Record) -> None:
    """Mark a shard as done; its parts are in their places and on disk."""
    path = own_path(out, "done", record.number)
    write_whole(path, _packed(asdict(record)))
    sync_folder(os.path.dirname(path))


def read_record(out: str, number: int) -> Record | None:
    """The record of a shard; None if it is not done, or if a part was taken away or cut since."""
    try:
        with open(own_path(out, "done", number), "rb") as file:
            record = Record(**json.loads(file.read()))
        if all(os.stat(os.path.join(out, part)).st_size == size for part, size in record.parts.items()):
            return record
    except FileNotFoundError:
        pass
    except (ValueError, TypeError) as error:
        path = own_path(out, "done", number)
        raise CorpusError(f"{path}: is no record of newsdoc; remove it to have the shard done again") from error
    return None


def last_done(out: str) -> int:
    """The highest number of a shard that is done; -1 if none is."""
    with os.scandir(os.path.join(out, _OWN, "done")) as entries:
        return max((int(entry.name) for entry in entries if entry.name.isdigit()), default=-1)


def write_summary(out: str, summary: dict[str, Any]) -> None:
    """Write the counts of a run that is complete."""
    write_whole(os.path.join(out, "summary.json"), _packed(summary, indent=2))


@contextmanager
def claimed(out: str, asked: dict[str, Any]) -> Iterator[None]:
    """Hold the folder for a run of what is ``asked``, new or to go on with; clear away what a killed run left.

    Raises:
        CorpusError: another run works in the folder, it holds a run of something else, or files of someone else.
        OSError: the folder cannot be made or written.
    """
    _check_ours(out)
    os.makedirs(os.path.join(out, _OWN), exist_ok=True)
    with _locked(out):
        _check_asked(out, asked)
        for kind in _KINDS:
            os.makedirs(os.path.join(out, _OWN, kind), exist_ok=True)
        clear(out)
        yield


def _check_ours(out: str) -> None:
    """Refuse a folder with files of someone else, before anything is put there."""
    try:
        names = set(os.listdir(out))
    except FileNotFoundError:
        return
    except NotADirectoryError as error:
        raise CorpusError(f"{out}: is a file; give a folder") from error
    if names and not names & {_OWN, "run.json"}:
        raise CorpusError(f"{out}: holds {min(names)}, but no run of newsdoc; give a new or an empty folder")


@contextmanager
def _locked(out: str) -> Iterator[None]:
    with open(os.path.join(out, _OWN, "lock"), "ab") as file:
        try:
            _lock(file)
        except BlockingIOError as error:
            raise CorpusError(f"{out}: another run of newsdoc works in this folder; wait for it or stop it") from error
        except OSError as error:
            why = error.strerror or error
            raise CorpusError(f"{out}: this file system gives no lock ({why}); give a folder on another") from error
        yield


def _lock(file: IO[bytes]) -> None:
    import sys

    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError(str(error)) from error
    else:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def _check_asked(out: str, asked: dict[str, Any]) -> None:
    path = os.path.join(out, "run.json")
    wanted = {"format": FORMAT, **asked}
    try:
        with open(path, "rb") as file:
            there = json.loads(file.read())
    except FileNotFoundError:
        return write_whole(path, _packed(wanted, indent=2))
    except ValueError as error:
        raise CorpusError(f"{path}: is not JSON, so nobody knows what the run was; give a new folder") from error
    if there != wanted:
        known = there if isinstance(there, dict) else {}
        key = next(key for key in (*wanted, *known, "format") if known.get(key) != wanted.get(key) or not known)
        message = f"{out}: holds a run with {key} {_said(known.get(key))}, not {_said(wanted.get(key))}"
        raise CorpusError(f"{message}; ask for the same again, or give a new folder")
    return None


def clear(out: str) -> None:
    """Take away what killed processes were in the middle of; parts without a record will be written anew."""
    folders = [out, *(os.path.join(out, table) for table in TABLES), os.path.join(out, _OWN, "done")]
    for folder in folders:
        _remove(folder, TEMPORARY)
    for kind in ("rows", "at"):
        _remove(os.path.join(out, _OWN, kind), "")


def _remove(folder: str, beginning: str) -> None:
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(beginning):
                with suppress(FileNotFoundError):
                    os.unlink(entry.path)


def _packed(tree: dict[str, Any], *, indent: int | None = None) -> bytes:
    # Plain ASCII: what is asked for may be a path that is no UTF-8.
    return (json.dumps(tree, indent=indent) + "\n").encode("ascii")


def _said(value: object) -> str:
    said = json.dumps(value)
    return said if len(said) <= 200 else said[:197] + "..."
