"""Tags put into the text of a block where its quantities, dates and quotes begin and end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdoc.model.annotation import Date, Quantity, Quote
from newsdoc.write.markup_text import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsdoc.model.article import TextBlock

Item = Quantity | Date | Quote


@dataclass(frozen=True, slots=True)
class Tagged:
    """A stretch of a text and the tags that go round it."""

    start: int
    end: int
    opening: str
    closing: str


def items_in_order(block: TextBlock) -> list[tuple[Item, bool]]:
    """The quantities, dates and quotes of a block by their starts, each with whether tags can show it.

    They can show what lies within the text, crosses nothing that stands before it, and is inside no quantity or date:
    tags do not cross, and in HTML a link holds no link.

    >>> from newsdoc.model.article import TextBlock
    >>> from newsdoc.model.annotation import Date
    >>> block = TextBlock(id="b1", role="lead", text="1990年", dates=(Date(3, 9, "", ""), Date(0, 5, "1990年", "1990")))
    >>> [(date.edtf, nests) for date, nests in items_in_order(block)]
    [('1990', True), ('', False)]
    """
    items: list[Item] = [*block.quotes, *block.quantities, *block.dates]
    items.sort(key=lambda item: (item.start, -item.end))
    found: list[tuple[Item, bool]] = []
    around: list[Item] = []
    for item in items:
        while around and around[-1].end <= item.start:
            around.pop()
        nests = _within(block.text, item) and not (
            around and (item.end > around[-1].end or not isinstance(around[-1], Quote))
        )
        if nests:
            around.append(item)
        found.append((item, nests))
    return found


def _within(text: str, item: Item) -> bool:
    # A line end of two characters is one to every parser, so no tag can stand inside it.
    inside_end = any(at and text[at - 1 : at + 1] == "\r\n" for at in (item.start, item.end))
    return 0 <= item.start < item.end <= len(text) and not inside_end


def woven(text: str, tagged: Iterable[Tagged]) -> str:
    """The text, escaped, with its tags; the stretches nest and stand in the order of their starts.

    >>> woven("去年<3吨", [Tagged(0, 2, "<b>", "</b>")])
    '<b>去年</b>&lt;3吨'
    """
    parts: list[str] = []
    around: list[Tagged] = []
    at = 0
    for one in tagged:
        while around and around[-1].end <= one.start:
            parts += [escaped(text[at : around[-1].end]), around[-1].closing]
            at = around.pop().end
        parts += [escaped(text[at : one.start]), one.opening]
        at = one.start
        around.append(one)
    while around:
        parts += [escaped(text[at : around[-1].end]), around[-1].closing]
        at = around.pop().end
    parts.append(escaped(text[at:]))
    return "".join(parts)
