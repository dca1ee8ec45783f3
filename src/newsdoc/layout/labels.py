"""Lines of a box that open with a label each: Opening: May 18, Hours: 9:30am to 4:30pm, Admission: Free."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.model.characters import has_han

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABEL = re.compile(r"(?P<label>[A-Z][\w’'&-]{1,14}(?: [\w’'&-]{1,14}){0,2}): \S")
_FEWEST = 3
_FARTHEST = 4
_SHORTEST_HEAD, _LONGEST_HEAD = 4, 40


def labelled_lines(texts: Sequence[str], text_lines: Sequence[int]) -> frozenset[int]:
    """The lines that open with a label of their own, three or more near each other, the first under a short line.

    >>> texts = ["If you go", "Hours: 9am-4pm,", "closed on Mondays", "Where: 3 High St.", "Admission: Free"]
    >>> sorted(labelled_lines(texts, range(5)))
    [1, 3, 4]
    """
    found: set[int] = set()
    run: list[int] = []
    labels: set[str] = set()
    for index in (*text_lines, None):
        match = _LABEL.match(texts[index]) if index is not None and not has_han(texts[index]) else None
        if index is None or (run and index - run[-1] > _FARTHEST):
            if len(run) >= _FEWEST and len(labels) == len(run) and _is_under_head(texts, run[0]):
                found.update(run)
            run, labels = [], set()
        if match and index is not None:
            run.append(index)
            labels.add(match["label"])
    return frozenset(found)


def _is_under_head(texts: Sequence[str], first: int) -> bool:
    above = texts[first - 1] if first else ""
    return _SHORTEST_HEAD <= len(above) <= _LONGEST_HEAD and above[-1] not in ".,;:" and above[0].isupper()


def is_labelled(text: str) -> bool:
    """Whether a text opens with a label such as Hours or Where."""
    return _LABEL.match(text) is not None
