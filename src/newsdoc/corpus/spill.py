"""Sorting and telling doubles for more names than memory should hold: they spill into a temporary file.

The file is SQLite's own temporary database, which has no name: nothing of it is left behind, whatever happens. It
stands where SQLite puts such files (``TMPDIR``), and only once its cache of 32 MB is full.
"""

from __future__ import annotations

from contextlib import closing
from hashlib import blake2b
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

_T = TypeVar("_T")


def in_order(keys: Iterable[bytes], *, in_memory: int = 50_000) -> Iterator[bytes]:
    """The keys sorted, each once; at most ``in_memory`` of them are held at a time.

    >>> list(in_order([b"b", b"a", b"c", b"a"], in_memory=2))
    [b'a', b'b', b'c']
    """
    rest = iter(keys)
    first = list(islice(rest, in_memory))
    if len(first) < in_memory:
        yield from sorted(set(first))
        return
    with closing(_temporary()) as database:
        database.executemany("insert or ignore into keys values (?)", ((key,) for key in chain(first, rest)))
        del first
        for (key,) in database.execute("select key from keys order by key"):
            yield key


def with_repeats_told(items: Iterable[_T], name: Callable[[_T], str]) -> Iterator[tuple[_T, bool]]:
    """Each item, and whether an earlier one has the same name.

    >>> list(with_repeats_told(["a", "b", "a"], str))
    [('a', False), ('b', False), ('a', True)]
    """
    with closing(_temporary()) as database:
        for item in items:
            # A digest instead of the name: an entry is small, however long the name.
            key = blake2b(name(item).encode("utf-8", "surrogatepass"), digest_size=16).digest()
            yield item, not database.execute("insert or ignore into keys values (?)", (key,)).rowcount


def _temporary() -> sqlite3.Connection:
    import sqlite3

    # A generator may be closed by another thread than the one that ran it; it is never run by two.
    database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    for line in ("pragma journal_mode = off", "pragma synchronous = off", "pragma cache_size = -32000"):
        database.execute(line)
    database.execute("create table keys (key blob primary key) without rowid")
    database.execute("begin")
    return database
