"""The files below a folder or behind a pattern: in the order of their names, one folder in hand at a time.

Names are sorted by their bytes, so the order is the same on every machine. What begins with a dot is left out, as is
what is neither file nor folder (a pipe would never end). Links to folders are followed, but not into a folder that
they stand in. ``*``, ``?``, ``[...]`` and ``**`` are expanded here, because not every shell does it.
"""

from __future__ import annotations

import os
import re
from fnmatch import fnmatch
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from newsdoc.corpus.spill import in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

Identity = tuple[int, int]
"""Device and number of a folder: the same for every path that leads to it."""

_MAGIC = re.compile(r"[*?\[]")


class Found(NamedTuple):
    """A path that was found.

    Attributes:
        path: Below the folder or pattern as it was given.
        refused: Why nothing can be read there, of a folder that cannot be listed; else None.
        by_folder: Whether a folder led to it, so that nobody said that this very file is wanted.
    """

    path: str
    refused: str | None = None
    by_folder: bool = False


def is_pattern(path: str) -> bool:
    """Whether a path holds signs of a pattern.

    >>> is_pattern("pages/*.txt"), is_pattern("pages/1.txt")
    (True, False)
    """
    return _MAGIC.search(path) is not None


def files_below(folder: str, *, out: str | None = None) -> Iterator[Found]:
    """Every file in a folder and in the folders below it; ``out`` is a folder to leave out."""
    return _walk(folder, None, _identity(out))


def files_like(pattern: str, *, out: str | None = None) -> Iterator[Found]:
    """Every file that a pattern names, and every file below a folder that it names."""
    parts = PurePath(pattern).parts
    plain = next(index for index, part in enumerate(parts) if is_pattern(part))
    return _walk(os.path.join(*parts[:plain]) if plain else "", parts[plain:], _identity(out))


def _identity(folder: str | None) -> Identity | None:
    if folder is None:
        return None
    try:
        status = os.stat(folder)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _walk(root: str, pattern: tuple[str, ...] | None, out: Identity | None) -> Iterator[Found]:
    """The files below ``root``: all of them, or those that the rest of a pattern fits."""
    # A stack of open folders, since folders may be nested deeper than calls. Of each: what is left in it, how many
    # parts of the pattern its path may have used up (None where all is wanted), and which folder it is.
    stack: list[tuple[Iterator[Found], frozenset[int] | None, Identity | None]] = []
    parts = pattern or ()

    def enter(folder: str, states: frozenset[int] | None) -> None:
        here = _identity(folder or os.curdir)
        if here is None or (here != out and all(here != above for *_, above in stack)):
            stack.append((_entries(folder), states, here))

    enter(root, None if pattern is None else _closed(parts, {0}))
    while stack:
        entries, states, _ = stack[-1]
        entry = next(entries, None)
        if entry is None:
            stack.pop()
            continue
        if entry.refused is not None:
            yield entry
            continue
        path, is_folder = entry.path[:-1], entry.path[-1] == "d"
        name = os.path.basename(path)
        if states is None:
            if name.startswith("."):
                continue
            if is_folder:
                enter(path, None)
            else:
                yield Found(path, by_folder=True)
            continue
        after = _step(parts, states, name)
        named = len(parts) in after
        if is_folder and after:
            # ** goes on below a folder by itself; any other pattern that ends here means all that the folder holds.
            enter(path, None if named and parts[-1] != "**" else after)
        elif named:
            yield Found(path)


def _entries(folder: str) -> Iterator[Found]:
    """What stands in a folder, sorted: its path and then ``d`` for a folder, ``f`` for a file."""
    try:
        for key in in_order(_keys(folder or os.curdir)):
            name, kind = os.fsdecode(key[:-2]), key[-1:]
            path = os.path.join(folder, name)
            if kind == b"l":
                kind = b"d" if os.path.isdir(path) else b"f" if os.path.isfile(path) or _dangles(path) else b"o"
            if kind != b"o":
                yield Found(path + kind.decode())
    except OSError as error:
        yield Found(folder, f"the folder cannot be listed: {error.strerror or error}")


def _keys(folder: str) -> Iterator[bytes]:
    # A NUL before the kind: it sorts before every character, so that the order is that of the names.
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_symlink():
                kind = b"l"
            else:
                kind = b"d" if entry.is_dir() else b"f" if entry.is_file() else b"o"
            yield os.fsencode(entry.name) + b"\0" + kind


def _dangles(path: str) -> bool:
    # A link to nothing is a document that is missing, and worth a row among the errors.
    return not os.path.exists(path)


def _closed(parts: tuple[str, ...], states: set[int]) -> frozenset[int]:
    """The states with those that ``**`` reaches by standing for no folder at all."""
    for state in sorted(states):
        at = state
        while at < len(parts) and parts[at] == "**":
            at += 1
            states.add(at)
    return frozenset(states)


def _step(parts: tuple[str, ...], states: frozenset[int], name: str) -> frozenset[int]:
    """How many parts of the pattern a path may have used up, once ``name`` is added to it."""
    after: set[int] = set()
    for state in states:
        if state == len(parts):
            continue
        part = parts[state]
        if name.startswith(".") and not part.startswith("."):
            continue
        if part == "**":
            after.add(state)
        elif fnmatch(name, part):
            after.add(state + 1)
    return _closed(parts, after)
