"""Pieces to stories (稿件切分): where the main story ends, a sidebar begins, and the main story goes on.

A head opens a story of its own if a byline, the page's masthead or a dateline follows it, if the story before it was
closed by a byline under its last sentence, if its text begins beside a box, or if it is the label of a box (记者手记).
Every other head is a heading of the story in which it stands. A sidebar that stands before the main story's text ends
where the column changes its width behind a picture: there the main story goes on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdoc.layout.setting import BULLET
from newsdoc.model.characters import has_han
from newsdoc.recognise.box import is_box_label, is_letters_label
from newsdoc.recognise.readings import BylineReading, DatelineReading
from newsdoc.structure.beside import hand_over_pictures, is_of_main, opens_box, story_of_text_at, texts_from
from newsdoc.structure.deck import deck_length, has_label, joined
from newsdoc.structure.english_boxes import is_list, opens_english_story
from newsdoc.structure.figures import FigureParts
from newsdoc.structure.headline import HeadParts, Joints, head_parts, headings_of
from newsdoc.structure.jumps import Jumps
from newsdoc.structure.pieces import Piece
from newsdoc.structure.story import PageParts, StoryParts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.structure.story import Part


_LEAD_WIDTH = 4.0
_MOST_OF_OPENING = 3
_TOOK_PART = re.compile("[参參][与與]|[贡貢][献獻]")
_WITH_PEOPLE = (BylineReading, DatelineReading)
_REPORTERS = frozenset({"reporter", "correspondent", "intern"})
_PLACE = re.compile(r"[A-Z]{3,}(?:[ -][A-Z]{2,}){0,2}(?:, [A-Z]{2,})?")


def stories_of(
    source: str, parts: Sequence[Part], *, print_page: bool, boxes: Sequence[tuple[int, int]] = ()
) -> PageParts:
    """The stories of a page.

    A box with a head of its own is read by itself, and gives stories of its own, in the order in which they begin;
    ``boxes`` are stretches of the source. One without a head is part of the story in which it stands.
    """
    inside: dict[int, list[Part]] = {}
    if boxes:
        for part in parts:
            if (number := _box(part, boxes)) is not None:
                inside.setdefault(number, []).append(part)
    alone = {
        number: members
        for number, members in inside.items()
        if len(members) < len(parts) and isinstance(members[0], Piece) and members[0].kind == "head"
    }
    if not alone:
        return _stories(source, parts, print_page=print_page)
    page = _stories(source, [part for part in parts if _box(part, boxes) not in alone], print_page=print_page)
    main, *others = page.stories
    for members in alone.values():
        boxed = _stories(source, members, print_page=print_page)
        others += boxed.stories
        page.furniture += boxed.furniture
    others.sort(key=_first)
    page.furniture.sort(key=lambda piece: piece.block.first)
    page.stories[:] = [main, *others]
    return page


def _box(part: Part, boxes: Sequence[tuple[int, int]]) -> int | None:
    piece = part if isinstance(part, Piece) else part.caption or part.credit
    if piece is None:
        return None
    start = piece.text.origin(0)
    at = bisect_right(boxes, start, key=lambda box: box[0]) - 1
    return at if at >= 0 and start < boxes[at][1] else None


def _first(story: StoryParts) -> int:
    """The first line of a story."""
    head = story.head
    pieces = [head.kicker, head.headline, head.subtitle, *story.bylines, *story.texts()]
    figures = [figure.caption or figure.credit for figure in story.figures]
    return min((piece.block.first for piece in (*pieces, *figures) if piece is not None), default=0)


def _stories(source: str, parts: Sequence[Part], *, print_page: bool) -> PageParts:
    main = StoryParts()
    page = PageParts([main])
    knows = Joints(source)
    story = main
    jumps = Jumps()
    at = 0
    while at < len(parts):
        part = parts[at]
        if isinstance(part, FigureParts):
            story.figures.append(part)
        elif part.kind in ("furniture", "rubric", "deck"):
            page.furniture.append(part)
            story = jumps.story_behind(parts, at, story)
            story.closed = story.closed or (bool(story.texts()) and is_letters_label(part.text.text))
        elif part.kind == "head" and _is_place(parts, at, story):
            place = part.text.text
            story.dateline = replace(part, kind="dateline", reading=DatelineReading(0, len(place), None, place, None))
        elif part.kind == "head":
            end = _end_of_heads(parts, at)
            if not story.done and (back := story_of_text_at(parts, end, story, main)) is not None:
                hand_over_pictures(parts, at, story, back)
                story = back
            heads = [piece for piece in parts[at:end] if isinstance(piece, Piece)]
            rows = any(isinstance(part, Piece) and part.block.row for part in parts[end : end + 2])
            if rows and len(heads) > 1 and heads[1].block.gap:
                # The title of a table and its column heads stand between the headline and the rows.
                end, heads = at + 1, heads[:1]
            box = print_page and opens_box(parts, end, story)
            below = texts_from(parts, end)
            label = any(is_box_label(head.text.text) for head in (heads[0], heads[-1]))
            labelled = label and bool(story.texts()) and bool(below)
            other = print_page and opens_english_story(heads, below, story.texts(), main.texts())
            if _is_empty(story) or box or labelled or other or _opens_story(parts, end, story):
                if not _is_empty(story):
                    story = StoryParts(around=story if box else None, done=other and is_list(heads, below))
                    page.stories.append(story)
                story.head = head_parts(source, heads, knows, print_page=print_page)
                if story.head.subtitle and not has_han(story.head.subtitle.text.text):
                    # What English papers set under the headline is a deck.
                    story.deck, story.head = story.head.subtitle, replace(story.head, subtitle=None)
                page.furniture.extend(story.head.rubrics)
            elif not story.texts() and story.head.headline and heads[0].text.text == story.head.headline.text.text:
                # A web page prints the headline once for itself and once for the article.
                page.furniture.extend(heads[:1])
                at += 1
                continue
            else:
                story.sections.extend(
                    (head, []) for head in (headings_of(source, heads, knows) if print_page else heads)
                )
            at = end
            continue
        elif part.kind == "byline":
            if print_page and _signs_section(part, parts, at, story):
                story = _split_off(story)
                page.stories.append(story)
            elif is_of_main(part, parts, at, story, main):
                hand_over_pictures(parts, at, story, main)
                story = main
            _add_byline(part, story, parts, at, print_page)
        elif part.kind in ("dateline", "sent"):
            if story.dateline is None:
                story.dateline = part
            else:
                page.furniture.append(part)
            story.closed = story.closed or part.kind == "sent"
        else:
            if (back := story_of_text_at(parts, at, story, main)) is not None:
                hand_over_pictures(parts, at, story, back)
                story = back
            elif has_label(parts, at) and story.deck is None and not story.texts():
                story.deck = part
                at += 1
                continue
            elif not print_page and _awaits_deck(story) and (count := deck_length(parts, at)):
                story.deck = joined(source, [piece for piece in parts[at : at + count] if isinstance(piece, Piece)])
                at += count
                continue
            if _ends_table(parts, at, story):
                story.sections.append((None, []))
            story.sections[-1][1].append(part)
        at += 1
    for told in page.stories:
        _end_with_text(told)
    return page


def _end_with_text(story: StoryParts) -> None:
    """A head under which nothing stands, at the end of a story, is its last paragraph."""
    while len(story.sections) > 1 and not story.sections[-1][1]:
        heading, _ = story.sections.pop()
        assert heading is not None
        story.sections[-1][1].append(heading)


def lead_of(story: StoryParts, *, print_page: bool) -> Piece | None:
    """The opening paragraph where the page sets it apart: in a wider column than the text below."""
    heading, first = story.sections[0]
    texts = story.texts()
    if not print_page or heading is not None or not first or len(texts) < 3:
        return None
    others = [piece.block.width for piece in texts[1:6] if piece.block.lines >= 2]
    if first[0].block.lines >= 2 and others and first[0].block.width >= max(others) + _LEAD_WIDTH:
        return first[0]
    return None


def _is_empty(story: StoryParts) -> bool:
    """Whether nothing that a headline could stand over has come yet."""
    return story.head.headline is None and story.head.subtitle is None and not story.texts()


def _end_of_heads(parts: Sequence[Part], at: int) -> int:
    """The end of the heads that stand together from ``at`` on."""
    end = at + 1
    while end < len(parts):
        part = parts[end]
        if not isinstance(part, Piece) or part.kind != "head":
            break
        end += 1
    return end


def _opens_story(parts: Sequence[Part], end: int, story: StoryParts) -> bool:
    head = parts[end - 1]
    if story.closed or (story.done and isinstance(head, Piece) and not BULLET.match(head.text.text)):
        return True
    following = parts[end] if end < len(parts) else None
    if isinstance(following, Piece):
        reading = following.reading
        if following.kind == "byline" and isinstance(reading, BylineReading) and not following.closes:
            return bool(story.texts()) and following.block.kind != "contributors"
        if following.kind == "dateline":
            return bool(story.texts())
        if following.kind == "furniture" and _is_masthead(following):
            return bool(story.texts())
        if following.kind == "text" and following.block.widens and story.bylines:
            return True
    return False


def _is_masthead(piece: Piece) -> bool:
    return "版" in piece.text.text or "《" in piece.text.text[:1]


def _add_byline(piece: Piece, story: StoryParts, parts: Sequence[Part], at: int, print_page: bool) -> None:
    story.bylines.append(piece)
    before = parts[at - 1] if at else None
    under_text = isinstance(before, Piece) and before.kind == "text" and piece.block.gap == 0 and bool(story.texts())
    if isinstance(before, Piece) and before.block.last > piece.block.first:
        under_text = False  # it stands in the midst of the paragraph
    ends = (story.head.headline is not None and not _is_begun_feature(story)) if print_page else len(story.texts()) >= 2
    if piece.closes or (under_text and ends):
        story.closed = True


def _is_begun_feature(story: StoryParts) -> bool:
    """Whether a story with a subtitle behind a dash (——草原见闻) has not come to its first heading yet."""
    subtitle = story.head.subtitle
    dashed = subtitle is not None and subtitle.text.text[0] in "—―－"
    return dashed and len(story.texts()) <= _MOST_OF_OPENING and len(story.sections) == 1


def _signs_section(piece: Piece, parts: Sequence[Part], at: int, story: StoryParts) -> bool:
    """A byline right under a text whose story has its people already: it signs the part under the last heading."""
    before = parts[at - 1] if at else None
    if not (isinstance(before, Piece) and before.kind == "text") or piece.block.gap:
        return False
    if _TOOK_PART.search(piece.text.text):
        return False
    readings = [part.reading for part in (story.dateline, *story.bylines) if part is not None]
    people = {name for reading in readings if isinstance(reading, _WITH_PEOPLE) for name in reading.people}
    signer = piece.reading
    if piece.text.text[0] in "（(" and not (
        isinstance(signer, BylineReading)
        and signer.kind in _REPORTERS
        and signer.people
        and people.isdisjoint(signer.people)
    ):
        return False
    if piece.block.kind == "contributors":
        return False
    heading, texts = story.sections[-1]
    has_people = bool(story.bylines) or bool(people)
    return has_people and heading is not None and bool(texts) and len(story.texts()) > len(texts)


def _split_off(story: StoryParts) -> StoryParts:
    """The part under the last heading as a story of its own."""
    heading, texts = story.sections.pop()
    return StoryParts(head=HeadParts(headline=heading), sections=[(None, texts)])


def _is_place(parts: Sequence[Part], at: int, story: StoryParts) -> bool:
    """A place in capitals between an English byline and the text: BENGALURU."""
    part, before = parts[at], parts[at - 1] if at else None
    following = parts[at + 1] if at + 1 < len(parts) else None
    if not isinstance(part, Piece) or not isinstance(before, Piece) or not isinstance(following, Piece):
        return False
    if before.kind != "byline" or following.kind != "text" or story.texts() or story.dateline is not None:
        return False
    return _PLACE.fullmatch(part.text.text) is not None


def _awaits_deck(story: StoryParts) -> bool:
    begun = story.texts() or story.bylines or story.dateline or story.deck
    return story.head.headline is not None and not begun


def _ends_table(parts: Sequence[Part], at: int, story: StoryParts) -> bool:
    """Whether the piece before was the source line of a table, so that the text is no longer under its heading."""
    before = parts[at - 1] if at else None
    return (
        isinstance(before, Piece)
        and before.kind == "furniture"
        and before.text.text.startswith(("資料來源", "资料来源", "來源", "来源", "Source"))
        and story.sections[-1][0] is not None
    )
