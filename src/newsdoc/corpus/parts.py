"""The parts of the tables that one shard gives: files written beside their place and put there whole.

While a shard is converted, its rows go to temporary files as they come, so that memory holds one document at a time (of
Parquet one row group). The same rows give the same bytes.
"""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from newsdoc.corpus.errors import CorpusError
from newsdoc.corpus.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType
    from typing import IO, Any

    from newsdoc.corpus.tables import Column, Row, Rows

FORMATS = ("jsonl", "parquet")
TEMPORARY = ".newsdoc-"
"""How the name of a temporary file begins: no pattern for parts fits it."""

_GROUP = 32 * 2**20
"""Characters of rows after which a row group of Parquet is written."""


def check_formats(formats: Iterable[str]) -> None:
    """Make sure that the formats can be written here.

    Raises:
        CorpusError: an unknown format, or one that needs an extra that is not installed.
    """
    for name in formats:
        if name not in FORMATS:
            raise CorpusError(f"no format {name!r}; there are {' and '.join(FORMATS)}")
        if name == "parquet" and find_spec("pyarrow") is None:
            raise CorpusError("Parquet needs pyarrow, which is not installed: pip install 'newsdoc[parquet]'")


class _Writer(Protocol):
    def add(self, rows: list[Row]) -> None: ...

    def end(self) -> None: ...

    def abandon(self) -> None: ...


class _Jsonl:
    """Rows as JSON Lines: an object a row, every column in every row."""

    def __init__(self, file: IO[bytes], columns: tuple[Column, ...]) -> None:
        self._file, self._names = file, [column.name for column in columns]

    def add(self, rows: list[Row]) -> None:
        for row in rows:
            line = json.dumps(dict(zip(self._names, row, strict=True)), ensure_ascii=False, separators=(",", ":"))
            self._file.write(line.encode("utf-8", "backslashreplace") + b"\n")

    def end(self) -> None:
        """Nothing is held back."""

    def abandon(self) -> None:
        """Nothing would be written later."""


class _Parquet:
    """Rows as Parquet, compressed with zstd; row groups end by the size of what they hold, not by chance."""

    def __init__(self, file: IO[bytes], columns: tuple[Column, ...]) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        kinds: dict[str, Any] = {
            "string": pa.string(),
            "int": pa.int64(),
            "float": pa.float64(),
            "bool": pa.bool_(),
            "date": pa.date32(),
        }
        self._pa, self._columns = pa, columns
        self._schema = pa.schema([(column.name, kinds[column.kind]) for column in columns])
        self._writer = pq.ParquetWriter(file, self._schema, compression="zstd")
        self._held: list[Row] = []
        self._size = 0

    def add(self, rows: list[Row]) -> None:
        self._held += rows
        self._size += sum(len(cell) if isinstance(cell, str) else 8 for row in rows for cell in row)
        if self._size >= _GROUP:
            self._write()

    def _write(self) -> None:
        columns = list(zip(*self._held, strict=True)) or [()] * len(self._columns)
        arrays = [self._array(column, cells) for column, cells in zip(self._columns, columns, strict=True)]
        self._writer.write_table(self._pa.Table.from_arrays(arrays, schema=self._schema))
        self._held, self._size = [], 0

    def _array(self, column: Column, cells: Iterable[Any]) -> Any:
        kind = self._schema.field(column.name).type
        if column.kind == "date":
            return self._pa.array(cells, self._pa.string()).cast(kind)
        return self._pa.array(cells, kind)

    def end(self) -> None:
        if self._held:
            self._write()
        self._writer.close()

    def abandon(self) -> None:
        """Keep the writer from finishing a file that is closed already."""
        self._writer.is_open = False


_WRITERS: dict[str, type[_Jsonl | _Parquet]] = {"jsonl": _Jsonl, "parquet": _Parquet}


class Parts:
    """The parts of all tables in all formats, while they are written; nothing stays behind unless it is published.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as out, Parts(out, 0, ("jsonl",)) as parts:
    ...     parts.add({"errors": [("a", "a.txt", "ReadError", "no such file")]})
    ...     sizes = parts.publish()
    >>> sizes["errors/part-00000000.jsonl"], sizes["quotes/part-00000000.jsonl"]
    (72, 0)
    """

    def __init__(self, out: str, number: int, formats: Iterable[str]) -> None:
        self._out, self.rows = out, dict.fromkeys(TABLES, 0)
        self._open: list[tuple[str, str, str, IO[bytes], _Writer]] = []
        try:
            for table in TABLES:
                os.makedirs(os.path.join(out, table), exist_ok=True)
                for name in formats:
                    self._begin(table, name, f"{table}/part-{number:08}.{name}")
        except BaseException:
            self._leave()
            raise

    def _begin(self, table: str, name: str, place: str) -> None:
        temporary = os.path.join(self._out, table, f"{TEMPORARY}{secrets.token_hex(8)}.tmp")
        file = open(temporary, "xb")  # noqa: SIM115 -- closed by publish or on leaving the block
        self._open.append((table, place, temporary, file, _WRITERS[name](file, TABLES[table])))

    def __enter__(self) -> Parts:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._leave()

    def _leave(self) -> None:
        for _, _, temporary, file, writer in self._open:
            writer.abandon()
            with suppress(OSError):
                file.close()
            with suppress(FileNotFoundError):
                os.unlink(temporary)

    def add(self, rows: Rows) -> None:
        """Write the rows of one document."""
        for table, _, _, _, writer in self._open:
            writer.add(rows.get(table, []))
        for table, new in rows.items():
            self.rows[table] += len(new)

    def publish(self) -> dict[str, int]:
        """Force every part to disk and put it in its place; the bytes of each, by its path below the folder."""
        sizes = {}
        for _, place, _, file, writer in self._open:
            writer.end()
            file.flush()
            os.fsync(file.fileno())
            sizes[place] = file.tell()
            file.close()
        for _, place, temporary, _, _ in self._open:
            os.replace(temporary, os.path.join(self._out, place))
        for table in TABLES:
            sync_folder(os.path.join(self._out, table))
        return sizes


def sync_folder(folder: str) -> None:
    """Force the names in a folder to disk, where the system can (Windows does it by itself)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        # A few network file systems refuse this; they keep their names on the server.
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
