"""Many documents at once: files and JSON Lines in, tables out, on all cores or a cluster, resumable at any moment.

``documents`` lists what the inputs hold, ``shards`` cuts the list into pieces, ``convert`` turns one piece into parts
of tables, ``journal`` knows which pieces are done, ``run`` hands the rest to an engine. docs/archives.md is the guide.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdoc.corpus.convert import convert_shard as convert_shard
    from newsdoc.corpus.errors import CorpusError as CorpusError
    from newsdoc.corpus.plan import tasks as tasks
    from newsdoc.corpus.run import Summary as Summary
    from newsdoc.corpus.run import convert_corpus as convert_corpus
    from newsdoc.corpus.tables import TABLES as TABLES

_HOME = {
    "CorpusError": "errors",
    "Summary": "run",
    "TABLES": "tables",
    "convert_corpus": "run",
    "convert_shard": "convert",
    "tasks": "plan",
}

__all__ = ["TABLES", "CorpusError", "Summary", "convert_corpus", "convert_shard", "tasks"]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
