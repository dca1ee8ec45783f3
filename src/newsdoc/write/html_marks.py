"""The text of a block with its quantities, dates and quotes marked, and the numbers by which the views name them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdoc.model.annotation import Date, Quantity
from newsdoc.write.markup_text import attributes, escaped
from newsdoc.write.normal_forms import normal_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsdoc.model.annotation import Quote
    from newsdoc.model.article import Article, TextBlock
    from newsdoc.write.html_words import Words


@dataclass(frozen=True, slots=True)
class Mark:
    """A quantity, date or quote of the article.

    Attributes:
        number: From 1, in reading order; ``m1`` is the mark in the text, ``n1`` its row at the side.
        item: What is marked.
        normal: Its normal form.
        block: Key of its block: :func:`id`, for blocks may be equal.
        in_text: Whether the text can show it: it lies within the text and crosses no other mark.
    """

    number: int
    item: Quantity | Date | Quote
    normal: str
    block: int
    in_text: bool


def marks_of(article: Article, words: Words) -> list[Mark]:
    """Every quantity, date and quote, block by block in reading order."""
    found: list[Mark] = []
    for block in article.blocks():
        items: list[Quantity | Date | Quote] = [*block.quotes, *block.quantities, *block.dates]
        items.sort(key=lambda item: (item.start, -item.end))
        shown = set(_nested(items, block.text))
        for index, item in enumerate(items):
            found.append(Mark(len(found) + 1, item, normal_form(item, words), id(block), index in shown))
    return found


def by_block(marks: Sequence[Mark]) -> Mapping[int, list[Mark]]:
    """The marks that the text can show, by the key of their block."""
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.in_text:
            found.setdefault(mark.block, []).append(mark)
    return found


def _nested(items: Sequence[Quantity | Date | Quote], text: str) -> Iterator[int]:
    """The indices of items that nest: links hold no links, and tags do not cross."""
    open_: list[Quantity | Date | Quote] = []
    for index, item in enumerate(items):
        if not 0 <= item.start < item.end <= len(text) or any(
            text[at - 1 : at + 1] == "\r\n" for at in (item.start, item.end) if at
        ):
            continue
        while open_ and open_[-1].end <= item.start:
            open_.pop()
        if open_ and (item.end > open_[-1].end or _is_link(open_[-1])):
            continue
        open_.append(item)
        yield index


def _is_link(item: Quantity | Date | Quote) -> bool:
    return isinstance(item, Quantity | Date)


def marked_text(block: TextBlock, marks: Sequence[Mark]) -> str:
    """The text of a block as HTML; ``marks`` nest and stand in the order of their starts.

    >>> from newsdoc.model.article import TextBlock
    >>> block = TextBlock(id="b1", role="paragraph", text="去年<3吨")
    >>> marked_text(block, [Mark(1, Date(0, 2, "去年", "2023"), "2023", id(block), True)])
    '<a class="m d" id="m1" href="#n1" data-is="2023" aria-describedby="n1v">去年</a>&lt;3吨'
    """
    parts: list[str] = []
    open_: list[tuple[int, str]] = []
    at = 0

    def close_until(offset: int) -> None:
        nonlocal at
        while open_ and open_[-1][0] <= offset:
            end, tag = open_.pop()
            parts.append(escaped(block.text[at:end]) + tag)
            at = end

    for mark in marks:
        close_until(mark.item.start)
        parts.append(escaped(block.text[at : mark.item.start]))
        at = mark.item.start
        name, described = f"m{mark.number}", f"n{mark.number}v"
        if _is_link(mark.item):
            kind = "m d" if isinstance(mark.item, Date) else "m n"
            tag, opening = "a", attributes(class_=kind, id=name, href=f"#n{mark.number}")
        else:
            tag, opening = "q", attributes(class_="m q", id=name, tabindex=0)
        parts.append(f"<{tag}{opening}{attributes(data_is=mark.normal, aria_describedby=described)}>")
        open_.append((mark.item.end, f"</{tag}>"))
    close_until(len(block.text))
    parts.append(escaped(block.text[at:]))
    return "".join(parts)
