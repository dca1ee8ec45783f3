"""Blocks to pieces: what stands before, behind or around the text of a block gets a piece of its own.

A dateline before a paragraph, a byline or furniture behind its last sentence, a credit behind a caption: each
character goes into exactly one piece, for a piece is a slice of the block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN, has_han
from newsdoc.recognise.byline import byline_at_end, read_byline
from newsdoc.recognise.byline_english import named_post, post_of, with_post
from newsdoc.recognise.caption import label_before, source_before
from newsdoc.recognise.contributors import contributors
from newsdoc.recognise.credit import credit_at_end
from newsdoc.recognise.credit_english import rights_at_end
from newsdoc.recognise.dateline import dateline_at_end, dateline_at_start
from newsdoc.recognise.dateline_english import is_bare
from newsdoc.recognise.furniture import furniture_at_end
from newsdoc.recognise.names import latin_names, names_in
from newsdoc.recognise.people_lines import READER, reported
from newsdoc.recognise.people_lines_english import PAPER
from newsdoc.recognise.readings import BylineReading, CreditReading, DatelineReading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsdoc.layout.blocks import Block
    from newsdoc.model.source_text import SourceText
    from newsdoc.recognise.words import Words

Reading = BylineReading | CreditReading | DatelineReading | None


_STYLED = re.compile(r"^(?:Dr|Mr|Mrs|Ms|Prof|Rev)\.?\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one role.

    Attributes:
        kind: ``head`` ``text`` ``byline`` ``dateline`` ``sent`` ``caption`` ``credit`` ``furniture`` ``rubric``, or
            ``deck`` (the label over one).
        text: The characters.
        reading: What was read from it, for bylines, datelines and credits.
        block: The block it was cut from.
        closes: A byline or dateline behind the last sentence, which ends its story.
        over: A credit that stands over its caption.
    """

    kind: str
    text: SourceText
    block: Block
    reading: Reading = None
    closes: bool = False
    over: bool = False


def pieces_of(source: str, blocks: Sequence[Block], words: Words) -> list[Piece]:
    """The pieces of all blocks, in order."""
    return [piece for block in blocks for piece in _cut(source, block, words) if piece.text]


def _cut(source: str, block: Block, words: Words) -> Iterator[Piece]:
    match block.kind:
        case "furniture" | "links":
            yield from _furniture(block, words)
        case "rubric" | "deck":
            yield Piece(block.kind, block.text, block)
        case "credit":
            credit = credit_at_end(block.text.text, words)
            yield Piece("credit", block.text, block, credit)
        case "over":
            yield Piece("credit", block.text, block, _credit_over(block.text.text, words), over=True)
        case "byline":
            yield from _bylines(source, block, words)
        case "contributors":
            for reading in contributors(block.text.text, words) or ():
                yield Piece("byline", block.text[reading.start : reading.end].strip(), block, reading)
        case "place":
            yield Piece("dateline", block.text, block, _place_alone(source, block))
        case "names" | "signature":
            yield _names(source, block, words)
        case "sent":
            yield Piece("sent", block.text, block, dateline_at_end(block.text.text, words), closes=True)
        case _:
            yield from _cut_text(block, words)


_NO_PLACE = ("综合", "綜合", "专题", "專題", "连线", "連線", "即时", "即時")
_AUTHOR = re.compile(rf"(?:作者|记者|記者|撰文)[：:]\s*(?P<names>[{HAN}·]{{2,12}}(?:[、 ][{HAN}·]{{2,12}}){{0,4}})")


def _furniture(block: Block, words: Words) -> Iterator[Piece]:
    """A line of the page; the author whom a web page names beside day and source gets a byline."""
    text = block.text
    author = _AUTHOR.search(text.text) if block.kind == "furniture" else None
    names = names_in(author["names"], words) if author else None
    if author is None or names is None:
        yield Piece("furniture", text, block)
        return
    start, end = author.span()
    yield Piece("furniture", text[:start].strip(), block)
    yield Piece("byline", text[start:end], block, BylineReading(0, end - start, "author", None, tuple(names)))
    yield Piece("furniture", text[end:].strip(), block)


def _bylines(source: str, block: Block, words: Words) -> Iterator[Piece]:
    text = block.text
    readings = (
        _with_post(source, block, words) or read_byline(text.text, words) or byline_at_end(text.text, words) or []
    )
    if not readings and (named := named_post(text.text, words)):
        readings = [named]
    if not readings and (names := names_in(text.text.strip("（）()"), words)):
        readings = [BylineReading(0, len(text), "author", None, tuple(names))]
    if not any(reading.people for reading in readings) and (credit := credit_at_end(text.text, words)):
        readings = [BylineReading(0, len(text), "photographer", credit.affiliation, credit.people)]
    if not readings:
        yield Piece("byline", text, block)
    for reading in readings:
        part = text[reading.start : reading.end]
        if (
            reading.place
            and reading.place not in _NO_PLACE
            and (sent := re.search(rf"[／/]\s*{reading.place}\S*$", part.text))
        ):
            yield Piece("byline", part[: sent.start() + 1].strip(), block, reading)
            place = part[sent.start() + 1 :].strip()
            yield Piece("dateline", place, block, DatelineReading(0, len(place), None, reading.place, None))
            continue
        yield Piece("byline", part.strip(), block, reading, closes=text.text[0] in "（(" and len(readings) == 1)


def _with_post(source: str, block: Block, words: Words) -> list[BylineReading]:
    """By Jane Doe, and on the line below Courier Staff Writer."""
    text = block.text.text
    if block.lines != 2 or has_han(text):
        return []
    cut = _first_line(source, block)
    reading = with_post(text[:cut].strip(), text[cut:].strip(), words)
    return [replace(reading, end=len(text))] if reading else []


def _first_line(source: str, block: Block) -> int:
    """Where the first line of a block ends in its text."""
    text = block.text
    return next((index for index in range(len(text)) if source[text.origin(index)] == "\n"), len(text))


def _names(source: str, block: Block, words: Words) -> Piece:
    text = block.text.text
    names, place = names_in(re.sub(r"\s*[（(].*", "", text.lstrip("□■●◎○◆ ")), words), None
    told = reported(text, words) if names is None else None
    if told:
        names, place = told
    if names is None and block.lines >= 3 and not has_han(text):  # a name, the word and, a name
        names = latin_names(text)
    if names is None and text.isascii() and block.lines > 1 and not PAPER.search(text):
        first = _first_line(source, block)
        names = latin_names(_STYLED.sub("", text[:first]))
        if names and block.kind == "names" and (post := post_of(text[first:].strip(), words)):
            return Piece("byline", block.text, block, BylineReading(0, len(text), *post, tuple(names)))
    if reader := READER.fullmatch(text):
        names = names_in(reader["names"], words, loose=True)
    if names is None and not PAPER.search(text):
        names = latin_names(text.split(" in ")[0])
    body = None
    if names is None and " " in text:  # a place, and who writes from there
        names = names_in(text.split(" ", 1)[1], words)
    if names is None:  # Jane Doe, and under her the paper
        for gap in re.finditer(" ", text):
            if PAPER.fullmatch(text, gap.end()) and (gap.end() == text.rfind("The ") or "The " not in text):
                names, body = latin_names(text[: gap.start()]), text[gap.end() :]
    kind = "reporter" if told else "author"
    reading = BylineReading(0, len(text), kind, body, tuple(names or ()), place)
    return Piece("byline", block.text, block, reading, closes=block.kind == "signature")


def _place_alone(source: str, block: Block) -> DatelineReading:
    """The place of a report, and the agency on the line above it."""
    text = block.text.text
    cut = _first_line(source, block) if block.lines == 2 else 0
    return DatelineReading(0, len(text), text[:cut].strip() or None, text[cut:].strip(), None)


def _credit_over(text: str, words: Words) -> CreditReading:
    """The credit that stands over a caption; the name of an agency alone is one."""
    credit = credit_at_end(text, words)
    return credit if credit and credit.start == 0 else CreditReading(0, "agency", text)


def _labels(text: SourceText, block: Block, words: Words) -> tuple[list[Piece], SourceText]:
    """What stands in front of a caption, as pieces, and the caption: a credit, the counter of a gallery, a label."""
    pieces: list[Piece] = []
    if source := source_before(text.text):
        credit = text[: source.end("source")]
        pieces.append(Piece("credit", credit, block, _credit_over(credit.text, words), over=True))
        text = text[source.start("label") :]
    if end := label_before(text.text):
        pieces.append(Piece("furniture", text[:end].strip(), block))
        text = text[end:]
    return pieces, text


def _cut_text(block: Block, words: Words) -> Iterator[Piece]:
    """Dateline, text, and what stands behind its last sentence."""
    text = block.text
    behind: list[Piece] = []
    furniture = furniture_at_end(text.text, words)
    if furniture is not None:
        behind.append(Piece("furniture", text[furniture:].strip(), block))
        text = text[:furniture].strip()
    if block.kind == "caption" or label_before(text.text):
        labels, text = _labels(text, block, words)
        yield from labels
    if text and (rights := rights_at_end(text.text)) is not None:
        behind.insert(0, Piece("furniture", text[rights:].strip(), block))
        text = text[:rights]
    if text and (credit := credit_at_end(text.text, words)):
        caption = text[: credit.start].strip()
        if caption:
            yield Piece("caption", caption, block)
        yield Piece("credit", text[credit.start :].strip(), block, credit)
        yield from behind
        return
    alone = block.kind == "dateline" and (whole := dateline_at_start(text.text, words)) and whole.end == len(text)
    bylines = byline_at_end(text.text, words) if text.text[-1:] not in "。！？" and not alone else None
    if bylines:
        closing = [
            Piece("byline", text[reading.start : reading.end].strip(), block, reading, closes=True)
            for reading in bylines
        ]
        behind = closing + behind
        text = text[: bylines[0].start].strip()
    elif (sent := dateline_at_end(text.text, words)) and sent.start > 0:
        behind.insert(0, Piece("sent", text[sent.start :], block, _shifted(sent), closes=True))
        text = text[: sent.start].strip()
    if block.kind == "caption":
        yield Piece("caption", text, block)
        yield from behind
        return
    dateline = dateline_at_start(text.text, words)
    if dateline and block.kind != "dateline" and is_bare(text.text, dateline):
        dateline = None
    if dateline and dateline.people and not (dateline.agency or dateline.place or dateline.date):
        # 〔記者王某／綜合報導〕 names neither paper nor place: it is a byline.
        tag = text[: dateline.end].strip()
        role = next(iter(re.findall(words.role, tag.text)), "")
        reading = BylineReading(0, len(tag), words.roles.get(role, "author"), None, dateline.people)
        yield Piece("byline", tag, block, reading)
        text = text[dateline.end :].strip()
    elif dateline:
        if dateline.start:  # the day and hour of a web copy
            yield Piece("furniture", text[: dateline.start].strip(), block)
        yield Piece("dateline", text[dateline.start : dateline.end].strip(), block, _shifted(dateline))
        text = text[dateline.end :].strip()
    yield Piece("head" if block.kind == "head" and not dateline else "text", text, block)
    yield from behind


def _shifted(reading: DatelineReading) -> DatelineReading:
    """The reading with offsets that count in the dateline alone."""
    date = (reading.date[0] - reading.start, reading.date[1] - reading.start) if reading.date else None
    return DatelineReading(0, reading.end - reading.start, reading.agency, reading.place, date, reading.people)
