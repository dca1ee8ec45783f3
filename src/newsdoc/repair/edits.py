"""Making a change and the record of it in one step, so that neither exists without the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.model.annotation import Edit
from newsdoc.model.source_text import SourceText, inserted, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def take_out(
    text: SourceText, cuts: Iterable[tuple[int, int]], rule: str, reason: str
) -> tuple[SourceText, list[Edit]]:
    """The text without the given parts (in order, not overlapping), and an Edit for each."""
    return put_in(text, [(start, end, "") for start, end in cuts], rule, reason)


def put_in(
    text: SourceText, changes: Sequence[tuple[int, int, str]], rule: str, reason: str
) -> tuple[SourceText, list[Edit]]:
    """The text with other characters at the given places (in order, not overlapping), and the Edits.

    A part that comes from several places of the input gives an Edit for each; the new characters go with the first.
    """
    if not changes:
        return text, []
    kept: list[SourceText] = []
    edits: list[Edit] = []
    at = 0
    for start, end, new in changes:
        kept.append(text[at:start])
        kept.append(inserted(new))
        part = text[start:end]
        read = 0
        for number, (low, high) in enumerate(part.spans()):
            before = part.text[read : read + high - low]
            read += high - low
            edits.append(Edit(rule, low, high, before, new if number == 0 else "", reason))
        at = end
    kept.append(text[at:])
    return join(kept), edits
