"""Which tests run without coverage: those that see how time grows, that damage many pages, or that race.

What they run is covered by others; traced line by line they take three times as long.
"""

from __future__ import annotations

import re

import pytest

_UNTRACED = re.compile(r"time_(?:grows|is)|(?:linear|cost_is)|million")
_UNTRACED_FILES = frozenset({"test_damage.py", "test_fuzz.py", "test_hostile.py", "test_threads.py"})


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.pluginmanager.hasplugin("pytest_cov"):
        return
    for item in items:
        if item.path.name in _UNTRACED_FILES or _UNTRACED.search(item.name):
            item.add_marker(pytest.mark.no_cover)
