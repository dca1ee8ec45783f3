"""Making a change and the record of it in one step, so that neither exists without the other."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from newsdoc.model.annotation import Edit
from newsdoc.model.source_text import NOWHERE, SourceText, inserted, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def take_out(
    text: SourceText, cuts: Iterable[tuple[int, int]], rule: str, reason: str | Sequence[str]
) -> tuple[SourceText, list[Edit]]:
    """The text without the given parts (in order, not overlapping), and an Edit for each; a reason for all or each."""
    return put_in(text, [(start, end, "") for start, end in cuts], rule, reason)


def put_in(
    text: SourceText, changes: Sequence[tuple[int, int, str]], rule: str, reason: str | Sequence[str]
) -> tuple[SourceText, list[Edit]]:
    """The text with other characters at the given places (in order, not overlapping), and the Edits.

    A part that comes from several places of the input gives an Edit for each; the new characters go with the first.
    """
    if not changes:
        return text, []
    if len(text.runs) == 1 and text.runs[0][0] >= 0:
        return _put_in_one_run(text, changes, rule, reason)
    kept: list[SourceText] = []
    edits: list[Edit] = []
    at = 0
    reasons = itertools.repeat(reason) if isinstance(reason, str) else iter(reason)
    for start, end, new in changes:
        why = next(reasons)
        kept.append(text[at:start])
        kept.append(inserted(new))
        part = text[start:end]
        read, first = 0, True
        for origin, length in part.runs:
            if origin >= 0:
                before = part.text[read : read + length]
                edits.append(Edit(rule, origin, origin + length, before, new if first else "", why))
                first = False
            read += length
        at = end
    kept.append(text[at:])
    return join(kept), edits


def _put_in_one_run(
    text: SourceText, changes: Sequence[tuple[int, int, str]], rule: str, reason: str | Sequence[str]
) -> tuple[SourceText, list[Edit]]:
    """The same for a text that comes from one place, as a line does that no repair has touched."""
    whole, origin = text.text, text.runs[0][0]
    pieces: list[str] = []
    runs: list[tuple[int, int]] = []
    edits: list[Edit] = []
    at = 0
    reasons = itertools.repeat(reason) if isinstance(reason, str) else iter(reason)
    for start, end, new in changes:
        if start > at:
            pieces.append(whole[at:start])
            runs.append((origin + at, start - at))
        if new:
            pieces.append(new)
            runs.append((NOWHERE, len(new)))
        edits.append(Edit(rule, origin + start, origin + end, whole[start:end], new, next(reasons)))
        at = end
    if at < len(whole):
        pieces.append(whole[at:])
        runs.append((origin + at, len(whole) - at))
    return SourceText("".join(pieces), tuple(runs)), edits
