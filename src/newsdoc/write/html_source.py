"""The input as it came: the second view of the page to read.

Every character of the source stands there once, each block in the colour of its role, what a repair took out struck
through. Below it the edits and the doubts are listed with their reasons.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdoc.write.html_article import numbered
from newsdoc.write.markup_text import attributes, escaped
from newsdoc.write.places import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsdoc.model.annotation import Edit
    from newsdoc.model.article import Article, TextBlock
    from newsdoc.write.html_words import Words

ROLES = (
    "kicker",
    "headline",
    "subtitle",
    "deck",
    "byline",
    "dateline",
    "lead",
    "heading",
    "paragraph",
    "caption",
    "credit",
    "furniture",
)

_SPACES = str.maketrans({" ": "␣", "\u3000": "␣", "\t": "⇥", "\n": "⏎", "\r": "⏎"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the source with one owner: the block or the edit of this number (from 1), or neither."""

    start: int
    end: int
    block: int = 0
    edit: int = 0


@dataclass(frozen=True, slots=True)
class SourceView:
    """The view as HTML, and the numbers of the blocks that stand in it."""

    html: str
    blocks: frozenset[int]


def source_view(article: Article, words: Words, language: str | None) -> SourceView:
    """The source, the key to its colours, and the lists of edits and doubts."""
    lines = Lines.of(article.source.text)
    blocks = numbered(article)
    pieces = _pieces(article, blocks, lines)
    owners = frozenset(piece.block for piece in pieces if piece.block)
    anchored = {piece.edit for piece in pieces if piece.edit}
    text = "".join(_lines(article, blocks, lines, pieces, words))
    roles = [role for role in ROLES if any(blocks[number - 1].role == role for number in owners)]
    key = "".join(f'<li class="r-{role}">{words.marked(f"role.{role}")}</li>' for role in roles)
    if article.edits:
        key += f'<li class="r-edit"><del>{words.marked("taken_out")}</del></li>'
    parts = [
        f'<ul class="key"{attributes(aria_label=words.plain("legend"))}>{key}</ul>' if key else "",
        f'<pre class="page"{attributes(lang=language)}>{text}</pre>',
        _listed(
            "edits",
            words,
            (_edit(number, edit, lines, number in anchored, words) for number, edit in enumerate(article.edits, 1)),
        ),
        _listed(
            "doubts",
            words,
            (
                f"<li>{_place(lines, doubt.start, None)} <code>{escaped(doubt.rule)}</code> "
                f'<span class="reason">{escaped(doubt.message)}</span></li>'
                for doubt in article.diagnostics
            ),
        ),
    ]
    return SourceView("\n".join(part for part in parts if part), owners)


def _pieces(article: Article, blocks: Sequence[TextBlock], lines: Lines) -> list[Piece]:
    """Blocks and edits in the order of the source, cut at the ends of lines; none overlaps another."""
    size = len(article.source.text)
    wanted = [
        Piece(span.start, span.end, block=number) for number, block in enumerate(blocks, 1) for span in block.source
    ]
    wanted += [Piece(edit.start, edit.end, edit=number) for number, edit in enumerate(article.edits, 1)]
    wanted.sort(key=lambda piece: (piece.start, piece.end, piece.edit, piece.block))
    found: list[Piece] = []
    at = 0
    for piece in wanted:
        if piece.start == piece.end:
            if piece.edit and at <= piece.start <= size:
                where = min(piece.start, lines.ends[lines.line(piece.start)])
                found.append(Piece(where, where, edit=piece.edit))
            continue
        start, end = max(piece.start, at), min(piece.end, size)
        at = max(at, end)
        line = lines.line(start)
        while line < len(lines.starts) and lines.starts[line] < end:
            low, high = max(start, lines.starts[line]), min(end, lines.ends[line])
            if low < high:
                found.append(Piece(low, high, piece.block, piece.edit))
            line += 1
    return found


def _lines(
    article: Article, blocks: Sequence[TextBlock], lines: Lines, pieces: Sequence[Piece], words: Words
) -> Iterator[str]:
    source = article.source.text
    doubts = _Intervals.of((doubt.start, doubt.end) for doubt in article.diagnostics)
    seen: set[tuple[str, int]] = set()
    index = 0
    for line, (start, end) in enumerate(zip(lines.starts, lines.ends, strict=True)):
        inside: list[str] = []
        roles: list[str] = []
        at = start
        while index < len(pieces) and (pieces[index].start <= end):
            piece = pieces[index]
            index += 1
            inside.append(_doubted(source, at, piece.start, doubts))
            text = _doubted(source, piece.start, piece.end, doubts)
            at = piece.end
            kind, number = ("s", piece.block) if piece.block else ("e", piece.edit)
            first = (kind, number) not in seen
            seen.add((kind, number))
            if piece.edit:
                inside.append(_struck(article.edits[number - 1], number, text, words, first=first))
                continue
            role = blocks[number - 1].role
            name = role if role in ROLES else "other"
            named = attributes(class_=f"s r-{name}", id=f"s{number}" if first else None, data_b=number)
            inside.append(f"<span{named}>{text}</span>")
            if first:
                roles.append(_role(role, name, number, words))
        inside.append(_doubted(source, at, end, doubts))
        label = f'<span class="roles">{"".join(roles)}</span>' if roles else ""
        broken = "\n" if line + 1 < len(lines.starts) or end < len(source) else ""
        yield f'<span class="l" id="L{line + 1}">{label}{"".join(inside)}{broken}</span>'


def _role(role: str, name: str, number: int, words: Words) -> str:
    said = words.role(role)
    label = f"{words.plain('to_article')}: {said} {number}"
    return f"<a{attributes(class_=f'role r-{name}', href=f'#b{number}', data_role=said, aria_label=label)}></a>"


def _struck(edit: Edit, number: int, text: str, words: Words, *, first: bool) -> str:
    put = _spelt(edit.after) if edit.after and first else None
    said = f"{edit.rule}: {edit.reason}"
    label = None if text.strip() else f"{words.plain('edits')} {number}"
    named = attributes(href=f"#x{number}", data_is=said, data_put=put, aria_label=label)
    tag = "del" if edit.start < edit.end else "ins"
    held = f"<a{named}{'' if first else attributes(tabindex=-1)}>{text}</a>"
    return f"<{tag}{attributes(class_='e', id=f'e{number}' if first else None)}>{held}</{tag}>"


@dataclass(frozen=True, slots=True)
class _Intervals:
    """Stretches of a text that do not touch, in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int]]) -> _Intervals:
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(pairs):
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            elif start < end:
                starts.append(start)
                ends.append(end)
        return cls(tuple(starts), tuple(ends))


def _doubted(source: str, start: int, end: int, doubts: _Intervals) -> str:
    """A stretch of the source with the doubtful parts marked."""
    parts: list[str] = []
    at = start
    index = bisect_right(doubts.ends, start)
    while index < len(doubts.starts) and doubts.starts[index] < end:
        low, high = max(at, doubts.starts[index]), min(end, doubts.ends[index])
        parts += [escaped(source[at:low]), f'<mark class="doubt">{escaped(source[low:high])}</mark>']
        at = high
        index += 1
    parts.append(escaped(source[at:end]))
    return "".join(parts)


def _listed(key: str, words: Words, rows: Iterable[str]) -> str:
    rows = list(rows)
    if not rows:
        return ""
    return (
        f"<section{attributes(class_=key, aria_labelledby=f'h-{key}')}>\n<h2{attributes(id=f'h-{key}')}>"
        f"{words.marked(key)}</h2>\n<ol>\n" + "\n".join(rows) + "\n</ol>\n</section>"
    )


def _edit(number: int, edit: Edit, lines: Lines, anchored: bool, words: Words) -> str:
    before = f"<del>{escaped(_spelt(edit.before))}</del>" if edit.before else f"<i>{words.marked('nothing')}</i>"
    after = f"<ins>{escaped(_spelt(edit.after))}</ins>" if edit.after else f"<i>{words.marked('nothing')}</i>"
    return (
        f"<li{attributes(id=f'x{number}')}>{_place(lines, edit.start, number if anchored else None)} "
        f"<code>{escaped(edit.rule)}</code> {before} → {after} "
        f'<span class="reason">{escaped(edit.reason)}</span></li>'
    )


def _spelt(text: str) -> str:
    """The text with signs for its white space if it is nothing else, for nobody sees that."""
    return text.translate(_SPACES) if text.isspace() else text


def _place(lines: Lines, offset: int, edit: int | None) -> str:
    line, column = lines.place(offset)
    return f"<a{attributes(href=f'#e{edit}' if edit else f'#L{line}')}>{line}:{column}</a>"
