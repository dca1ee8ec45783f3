"""The quantities, dates and quotes of an article, numbered, and the text of a block with them marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdoc.model.annotation import Date, Quote
from newsdoc.write.markup_text import attributes
from newsdoc.write.normal_forms import normal_form
from newsdoc.write.weave import Tagged, items_in_order, woven

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsdoc.model.article import Article, TextBlock
    from newsdoc.write.html_words import Words
    from newsdoc.write.weave import Item


@dataclass(frozen=True, slots=True)
class Mark:
    """A quantity, date or quote of the article.

    Attributes:
        number: From 1, in reading order; ``m1`` is the mark in the text, ``n1`` its row at the side.
        item: What is marked.
        normal: Its normal form.
        block: Key of its block: :func:`id`, for blocks may be equal.
        in_text: Whether the text can show it.
    """

    number: int
    item: Item
    normal: str
    block: int
    in_text: bool


def marks_of(article: Article, words: Words) -> list[Mark]:
    """Every quantity, date and quote, block by block in reading order."""
    found: list[Mark] = []
    for block in article.blocks():
        for item, nests in items_in_order(block):
            found.append(Mark(len(found) + 1, item, normal_form(item, words), id(block), nests))
    return found


def by_block(marks: Sequence[Mark]) -> Mapping[int, list[Mark]]:
    """The marks that the text can show, by the key of their block."""
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.in_text:
            found.setdefault(mark.block, []).append(mark)
    return found


def marked_text(block: TextBlock, marks: Sequence[Mark]) -> str:
    """The text of a block as HTML.

    A quantity or date is a link to its row at the side, which tells who cannot see the note what it says; a quote may
    hold such links, so it is none itself.

    >>> from newsdoc.model.article import TextBlock
    >>> block = TextBlock(id="b1", role="paragraph", text="去年<3吨")
    >>> marked_text(block, [Mark(1, Date(0, 2, "去年", "2023"), "2023", id(block), True)])
    '<a class="m d" id="m1" href="#n1" data-is="2023" aria-describedby="n1v">去年</a>&lt;3吨'
    """
    return woven(block.text, (_tagged(mark) for mark in marks))


def _tagged(mark: Mark) -> Tagged:
    name, described = f"m{mark.number}", attributes(data_is=mark.normal, aria_describedby=f"n{mark.number}v")
    if isinstance(mark.item, Quote):
        opening = f"<q{attributes(class_='m q', id=name, tabindex=0)}{described}>"
        return Tagged(mark.item.start, mark.item.end, opening, "</q>")
    kind = "m d" if isinstance(mark.item, Date) else "m n"
    opening = f"<a{attributes(class_=kind, id=name, href=f'#n{mark.number}')}{described}>"
    return Tagged(mark.item.start, mark.item.end, opening, "</a>")
