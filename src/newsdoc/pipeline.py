"""How a page becomes an article: the passes in the order in which they run, each from one value to the next.

text ──lines──▶ Page ──repair──▶ Page ──recognise──▶ marks ──layout──▶ blocks ──structure──▶ stories
     ──assemble──▶ Article
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from newsdoc.errors import NewsdocError
from newsdoc.lexicon import BUILT_IN, Lexicon
from newsdoc.model.annotation import Edit
from newsdoc.readers.lines import page_of
from newsdoc.readers.placed import Placed
from newsdoc.readers.side_by_side import in_columns
from newsdoc.repairs import repair_page

if TYPE_CHECKING:
    import os

    from newsdoc.model.annotation import Diagnostic
    from newsdoc.model.article import Article
    from newsdoc.model.page import Page

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text mended: ``text`` is the input with every edit of ``edits`` carried out, and nothing else."""

    text: str
    edits: tuple[Edit, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def parse(text: str, *, published: datetime.date | str | None = None, lexicon: Lexicon | None = None) -> Article:
    """The article that the dump of one page or article holds.

    Args:
        text: The dump, as extraction or OCR gave it.
        published: The day of the issue, which resolves 去年 or "last March"; nothing is guessed without it.
        lexicon: Words to work with, see :meth:`newsdoc.Lexicon.load`.

    Raises:
        NewsdocError: ``published`` is no date.

    >>> article = parse("口岸外贸增长\\n本报记者 于舟\\n去年，口岸货运量达462.25万吨。")
    >>> article.headline.text, article.bylines[0].people[0].name
    ('口岸外贸增长', '于舟')
    """
    return _parse(text, published=published, lexicon=lexicon, name=None, media_type="text/plain", data=None)


def read(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    published: datetime.date | str | None = None,
    lexicon: Lexicon | None = None,
) -> Article:
    """The article in a file: a path, or a binary file object.

    Text in UTF-8, UTF-16, GB18030 or Big5; PDF (with the extra ``newsdoc[pdf]``), hOCR, ALTO or PAGE XML.

    Raises:
        ReadError: the file cannot be read, or is of a kind that is not supported.
        NewsdocError: ``published`` is no date.
    """
    from newsdoc.readers.text import load

    loaded = load(source)
    return _parse(
        loaded.text,
        published=published,
        lexicon=lexicon,
        name=loaded.name,
        media_type=loaded.media_type,
        data=loaded.data,
        placed=loaded.placed,
    )


def repair(text: str) -> Repaired:
    """The repairs alone, without structure.

    >>> repaired = repair("货车货车通关通关，，本报记者本报记者 于舟于舟摄摄")
    >>> repaired.text, len(repaired.edits)
    ('货车通关，本报记者 于舟摄', 6)
    """
    source, edits = _without_surrogates(text)
    page = repair_page(in_columns(page_of(source)))
    # A character that was replaced, then dropped with a copy, has one edit: that of the copy.
    taken = {place for edit in page.edits for place in range(edit.start, edit.end)}
    edits = tuple(edit for edit in edits if edit.start not in taken)
    every = tuple(sorted((*edits, *page.edits), key=lambda edit: (edit.start, edit.end)))
    return Repaired(_applied(source, page.edits), every, page.diagnostics)


def _parse(
    text: str,
    *,
    published: datetime.date | str | None,
    lexicon: Lexicon | None,
    name: str | None,
    media_type: str,
    data: bytes | None,
    placed: Placed | None = None,
) -> Article:
    from newsdoc.annotate.language import language_of
    from newsdoc.assemble.annotations import Annotator
    from newsdoc.assemble.article import article_of, source_of
    from newsdoc.layout.page import blocks_of
    from newsdoc.recognise.kinds import boxes_of, with_kinds
    from newsdoc.recognise.lines import marks_of
    from newsdoc.recognise.words import words_of
    from newsdoc.structure.figures import figures_of
    from newsdoc.structure.pieces import pieces_of
    from newsdoc.structure.stories import stories_of
    from newsdoc.structure.tables import rows_joined

    lexicon = lexicon or BUILT_IN
    words = words_of(lexicon)
    issue = _day(published)
    source_text, replaced = _without_surrogates(text)
    lines = page_of(source_text) if placed else in_columns(page_of(source_text))
    placed = placed or Placed(text, 1, media_type)
    page = repair_page(_without_copies(_blank(lines, replaced), placed.edits))
    marks = with_kinds(page.lines, marks_of(page.lines, words), placed.places)
    layout = blocks_of(page, marks)
    parts = figures_of(pieces_of(source_text, rows_joined(source_text, layout.blocks), words))
    boxes = boxes_of(placed.places)
    stories = stories_of(source_text, parts, print_page=layout.print_page, boxes=boxes)
    source = source_of(
        source_text,
        name=name,
        media_type=media_type,
        data=data,
        pages=max((line.page for line in page.lines), default=placed.pages),
    )
    return article_of(
        stories,
        source,
        Annotator(issue, language_of(source_text), lexicon),
        (*replaced, *placed.edits, *page.edits, *layout.edits),
        (*placed.diagnostics, *page.diagnostics, *layout.diagnostics),
        print_page=layout.print_page,
        placed=placed,
    )


def _day(published: datetime.date | str | None) -> datetime.date | None:
    if published is None or (isinstance(published, datetime.date) and not isinstance(published, datetime.datetime)):
        return published
    if isinstance(published, datetime.datetime):
        return published.date()
    try:
        return datetime.date.fromisoformat(published)
    except ValueError as error:
        raise NewsdocError(f"published is {published!r}; it must be a day such as 2024-05-20") from error


def _without_surrogates(text: str) -> tuple[str, tuple[Edit, ...]]:
    """The text with U+FFFD for each code point that is no character; offsets stay what they were."""
    if not _SURROGATE.search(text):
        return text, ()
    reason = "a lone surrogate is no character and no JSON can hold it"
    edits = tuple(
        Edit("surrogate", match.start(), match.end(), "\ufffd", "\ufffd", f"{reason} (U+{ord(match.group()):04X})")
        for match in _SURROGATE.finditer(text)
    )
    return _SURROGATE.sub("\ufffd", text), edits


def _blank(page: Page, edits: tuple[Edit, ...]) -> Page:
    """The page with the characters that an edit put in marked as such, so that they belong to the edit alone."""
    if not edits:
        return page
    from bisect import bisect_left

    from newsdoc.model.source_text import inserted, join

    starts = [edit.start for edit in edits]
    lines = []
    for line in page.lines:
        ((start, end),) = line.text.spans()
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        if first == last:
            lines.append(line)
            continue
        parts, at = [], 0
        for place in starts[first:last]:
            parts += [line.text[at : place - start], inserted("\ufffd")]
            at = place - start + 1
        lines.append(replace(line, text=join((*parts, line.text[at:]))))
    return replace(page, lines=tuple(lines))


def _without_copies(page: Page, edits: tuple[Edit, ...]) -> Page:
    """The page without the characters that a reader took out by their places; edits are in order."""
    if not edits:
        return page
    from bisect import bisect_left

    from newsdoc.model.source_text import without

    starts = [edit.start for edit in edits]
    lines = []
    for line in page.lines:
        spans = line.text.spans()
        start, end = spans[0][0], spans[-1][1]
        taken = edits[bisect_left(starts, start) : bisect_left(starts, end)]
        kept = without(line.text, [(edit.start - start, edit.end - start) for edit in taken]) if taken else line.text
        lines.append(line if kept is line.text else line.with_text(kept.strip()))
    return page.changed(lines)


def _applied(source: str, edits: tuple[Edit, ...]) -> str:
    """The text with the edits carried out."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += [source[at : edit.start], edit.after]
        at = edit.end
    return "".join((*pieces, source[at:]))
