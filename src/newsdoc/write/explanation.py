"""What newsdoc did to a page, for a person who checks it against the page: every edit, every doubt, every line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdoc.write.places import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsdoc.model.annotation import Diagnostic, Edit
    from newsdoc.model.article import Article, Story

_LONGEST = 60

Piece = tuple[int, int, str]
"""A stretch of the page and what became of it."""


def explain(article: Article) -> str:
    """The edits, the doubts and the lines of an article's page as text, ending in a line break.

    A place is ``line:column``, both from 1. Each line of the page that is not blank is listed with the role and id of
    the blocks that hold it; ``taken out`` and ``changed`` say that an edit removed or replaced something on it.
    ``NOT ACCOUNTED FOR`` would be an error of newsdoc: characters that are in no block and no edit.

    >>> from newsdoc.model.article import Article, Source, TextBlock
    >>> from newsdoc.model.annotation import Edit, Span
    >>> headline = TextBlock(id="b1", role="headline", text="春耕时节", source=(Span(0, 4),))
    >>> page = Article(source=Source(sha256="", text="春耕时节\\n春耕时节"), headline=headline,
    ...                edits=(Edit("doubled", 5, 9, "春耕时节", "", "the line stands on the page twice"),))
    >>> print(explain(page), end="")
    page: 2 lines, 1 edit, no doubts
    <BLANKLINE>
    EDITS
      2:1  doubled: “春耕时节” → nothing
           the line stands on the page twice
    <BLANKLINE>
    DOUBTS
      none
    <BLANKLINE>
    LINES
      1  headline b1  │ 春耕时节
      2  taken out    │ 春耕时节
    """
    source = article.source.text
    lines = Lines.of(source)
    edits = sorted(article.edits, key=lambda edit: (edit.start, edit.end))
    doubts = sorted(article.diagnostics, key=lambda doubt: (doubt.start, doubt.end))
    listed = list(_lines(source, lines, _pieces(article)))
    said = [
        f"{printable(article.source.name or 'page')}: {_count(len(lines.starts), 'line')}, "
        f"{_count(len(edits), 'edit')}, {_count(len(doubts), 'doubt')}",
        "",
        "EDITS",
        *(_edits(edits, lines) if edits else ["  none"]),
        "",
        "DOUBTS",
        *(_doubts(doubts, lines, source) if doubts else ["  none"]),
        "",
        "LINES",
        *(_table(listed) if listed else ["  none"]),
    ]
    return "\n".join(said) + "\n"


def printable(text: str) -> str:
    """The text with line ends, controls and lone surrogates as escapes, so that it stays on its line of a terminal.

    >>> printable("春\\n耕\\x1b[2J"), printable("空　格")
    ('春\\\\n耕\\\\x1b[2J', '空　格')
    """
    if text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() or sign in " \u00a0\u3000" else sign.encode("unicode_escape").decode("ascii")
        for sign in text
    )


def _edits(edits: Iterable[Edit], lines: Lines) -> Iterator[str]:
    for edit in edits:
        place = _place(lines, edit.start)
        yield f"  {place}  {printable(edit.rule)}: {_quoted(edit.before)} → {_quoted(edit.after)}"
        yield f"  {' ' * len(place)}  {printable(edit.reason)}"


def _doubts(doubts: Iterable[Diagnostic], lines: Lines, source: str) -> Iterator[str]:
    for doubt in doubts:
        place = _place(lines, doubt.start)
        yield f"  {place}  {printable(doubt.rule)}: {_quoted(source[doubt.start : doubt.end])}"
        yield f"  {' ' * len(place)}  {printable(doubt.message)}"


def _place(lines: Lines, offset: int) -> str:
    line, column = lines.place(offset)
    return f"{line}:{column}"


def _quoted(text: str) -> str:
    return f"“{printable(text)}”" if text else "nothing"


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"


def _pieces(article: Article) -> list[Piece]:
    pieces: list[Piece] = []
    for name, story in _stories(article):
        for block in story.story_blocks():
            pieces += [(span.start, span.end, f"{name}{block.role} {block.id}") for span in block.source]
    for block in article.furniture:
        pieces += [(span.start, span.end, f"{block.role} {block.id}") for span in block.source]
    for edit in article.edits:
        pieces.append((edit.start, edit.end, "changed" if edit.after else "taken out"))
    pieces.sort()
    return pieces


def _stories(article: Article) -> Iterator[tuple[str, Story]]:
    yield "", article
    for number, story in enumerate(article.sidebars, 1):
        yield f"sidebar {number}: ", story


def _lines(source: str, lines: Lines, pieces: list[Piece]) -> Iterator[tuple[int, str, str]]:
    """Number, what became of it, and text of each line that is not blank."""
    of_line: dict[int, list[Piece]] = {}
    for piece in pieces:
        start, end, _ = piece
        for index in range(lines.line(start), lines.line(max(start, end - 1)) + 1):
            of_line.setdefault(index, []).append(piece)
    for index, (start, end) in enumerate(zip(lines.starts, lines.ends, strict=True)):
        text = source[start:end]
        if text.strip():
            yield index + 1, _what_became(source, start, end, of_line.get(index, [])), text


def _what_became(source: str, start: int, end: int, pieces: list[Piece]) -> str:
    said: dict[str, None] = {}
    lost, at = 0, start
    for low, high, what in pieces:
        low, high = max(low, start), min(high, end)
        if low < high and not source[low:high].isspace():
            said[what] = None
        elif low == high and what == "changed":
            said["put in"] = None
        if low > at:
            lost += len("".join(source[at:low].split()))
        at = max(at, high)
    lost += len("".join(source[at:end].split()))
    if lost:
        said[f"NOT ACCOUNTED FOR: {_count(lost, 'character')}"] = None
    return printable(", ".join(said)) or "white space"


def _table(listed: list[tuple[int, str, str]]) -> Iterator[str]:
    digits = len(str(listed[-1][0]))
    width = min(_LONGEST, max(len(what) for _, what, _ in listed))
    for number, what, text in listed:
        yield f"  {number:>{digits}}  {what:<{width}}  │ {printable(text.strip())}"
