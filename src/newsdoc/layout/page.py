"""Lines to blocks: the one place where layout is put together.

On a page of print (see repairs/evidence.py) paragraphs.py and heads.py say which lines belong together. Furniture and
rubrics may stand within a sentence; the paragraph goes on behind them. On a clean page each line is a paragraph or a
head.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from newsdoc.layout.blocks import Block, Layout
from newsdoc.layout.heads import is_english_head_before, is_head, is_head_before, titles_over
from newsdoc.layout.join import Vocabulary, is_initial, join_lines
from newsdoc.layout.measure import UNDONE
from newsdoc.layout.paragraphs import begins, opens
from newsdoc.layout.setting import BULLET, INDENT, Setting, opens_item
from newsdoc.layout.verse import verse_lines
from newsdoc.model.characters import HAN, ends_sentence, has_han
from newsdoc.model.source_text import SourceText, join, space_between
from newsdoc.recognise.jumps import MOST_OPEN, is_jump_head, is_jump_line, is_turn_line, matching, named
from newsdoc.repairs.evidence import is_wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsdoc.model.annotation import Diagnostic, Edit
    from newsdoc.model.page import Line, Page
    from newsdoc.recognise.marks import Mark

_OPENERS = frozenset({"caption", "dateline", "credited"})
"""Marks of lines that are text: they open a paragraph, or close it with a credit."""

_TRANSPARENT = frozenset({"furniture", "links", "rubric"})
"""Marks that may stand within a sentence."""

_SIGNED = re.compile(r"[。！？”」][（(][^（）()]{0,12}(?:记者|記者|通讯员|通訊員|[编編][辑輯])[^（）()]*[）)]$")
"""A byline in brackets behind the last sentence, over two lines."""

_OVER = re.compile(r"(?:\bEnditem|\bEndit|[（(](?:END|End|end|ends|完|完毕|完畢)[)）])\s*$")
"""How agencies close a report."""

_MONTH_END = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)$")
"""Above 18. They …, which is no item of a list then."""

_NEARLY = 2.5
"""Em by which a line may fall short whose spaces beside figures were taken out."""

_WIDER, _WIDER_RAGGED = 3.0, 5.0
"""Em: words break so that English lines differ by more."""

_DASHES = ("——", "──", "――")

_SALUTATION = re.compile(
    f"[{HAN}]{{0,8}}(?:同志|先生|女士|小姐|编辑|編輯|编辑部|編輯部|记者|記者|朋友|读者|讀者)(?:们|們)?(?:您?好)?[：:！]"
)
"""How a letter opens: 编辑同志："""

_SQUARES = frozenset("□■◎●")

_CLOSING = frozenset("”’」』）》")

_END_OF_SENTENCE = re.compile(f"[{HAN}]{{1,2}}[。；]")
"""What no paragraph opens with: 村。 at the start of a line is the end of the sentence above."""


def blocks_of(page: Page, marks: Mapping[int, Mark]) -> Layout:
    """The layout of a page; each line lies in one block."""
    lines = page.lines
    taken = {index for start, mark in marks.items() for index in range(start, start + mark.lines)}
    text_lines = [
        index for index in range(len(lines)) if index not in taken or (index in marks and marks[index].kind in _OPENERS)
    ]
    print_page = is_wrapped([lines[index] for index in text_lines])
    setting = Setting(lines, marks, text_lines)
    titles = titles_over(lines, marks)
    alone = titles | verse_lines(lines, marks)
    paragraphs = _paragraphs(setting, alone) if print_page else [[index] for index in text_lines]
    knows = Vocabulary(page.source)
    blocks: list[Block] = []
    edits: list[Edit] = []
    doubts: list[Diagnostic] = []
    for members in paragraphs:
        item = members[0] in setting.labelled
        if len(members) > 1 and not item and is_head(members, lines, marks):
            # Structure says whether they are one title that was broken or several.
            blocks.extend(_block("head", lines[index].text, [index], lines, setting.gaps) for index in members)
            continue
        text, made, doubted = join_lines(page.source, [lines[index].text for index in members], knows)
        edits.extend(made)
        doubts.extend(doubted)
        if members[0] in marks and marks[members[0]].kind != "credited":
            kind = marks[members[0]].kind
        elif not item and (
            members[0] in titles or (is_head(members, lines, marks) and not setting.names_speaker(members[0]))
        ):
            kind = "head"
        else:
            kind = "text"
        blocks.append(_block(kind, text, members, lines, setting.gaps))
    for start, mark in marks.items():
        if mark.kind not in _OPENERS:
            members = list(range(start, start + mark.lines))
            blocks.append(_block(mark.kind, _join_marked(page.source, lines, members), members, lines, setting.gaps))
    blocks.sort(key=lambda block: block.first)
    return Layout(blocks, edits, doubts, print_page)


def _block(kind: str, text: SourceText, members: Sequence[int], lines: Sequence[Line], gaps: Sequence[int]) -> Block:
    widths = [lines[index].width for index in members]
    return Block(
        kind,
        text,
        members[0],
        members[-1] + 1,
        gap=gaps[members[0]],
        width=_measure_of(text.text, widths),
        opening=max(widths[:2]),
        closing=max(widths[-3:]),
        lines=len(members),
        widens=_widens(widths, _WIDER if has_han(text.text) else _WIDER_RAGGED),
        doubled=any(lines[index].doubled for index in members),
        row=kind == "row",
    )


def _paragraphs(setting: Setting, alone: frozenset[int]) -> list[list[int]]:
    """The paragraphs of a page of print, each a list of line indices."""
    paragraphs: list[list[int]] = []
    turned: list[tuple[frozenset[str], list[int]]] = []
    for number, index in enumerate(setting.text_lines):
        if paragraphs and (cut := _cut_by_page(setting, paragraphs[-1], index, turned)) is not None:
            # The sentence stands last again, for the lines below go on with it.
            at = next(at for at in range(len(paragraphs) - 1, -1, -1) if paragraphs[at] is cut)
            paragraphs.append(paragraphs.pop(at))
            cut.append(index)
            continue
        apart = (
            index in alone
            or (bool(paragraphs) and paragraphs[-1][-1] in alone)
            or _ends_list(setting, paragraphs, index)
        )
        if (
            paragraphs
            and not apart
            and (_runs_on(setting, paragraphs[-1], index) or _continues(setting, paragraphs[-1], number))
        ):
            paragraphs[-1].append(index)
        elif len(paragraphs) > 1 and _goes_on_behind_picture(setting, paragraphs[-2], paragraphs[-1], index):
            # The sentence stands last again, for the lines below go on with it.
            paragraphs[-2].append(index)
            paragraphs[-2:] = paragraphs[:-3:-1]
        else:
            paragraphs.append([index])
    return paragraphs


def _cut_by_page(
    setting: Setting, open_lines: list[int], index: int, turned: list[tuple[frozenset[str], list[int]]]
) -> list[int] | None:
    """The sentence that the line goes on with from another page; ``turned`` holds those that were cut so far."""
    last = open_lines[-1]
    over = index - 1
    if over == last:
        return None
    if not setting.lines[last].ends and is_turn_line(setting.texts[last + 1]):
        turned.append((named(setting.texts[last + 1]), open_lines))
        del turned[:-MOST_OPEN]
    if (
        not turned
        or index in setting.marks
        or not setting.texts[index][0].islower()
        or not is_jump_line(setting.texts[over])
    ):
        return None
    heads = setting.texts[over - 1 : index] if is_jump_head(setting.texts[over - 1], setting.texts[over]) else []
    found = matching(turned, named(setting.texts[over], *heads))
    return None if found is None else turned.pop(found)[1]


def _goes_on_behind_picture(setting: Setting, open_lines: Sequence[int], caption: Sequence[int], index: int) -> bool:
    """Whether a sentence that a picture cut in two goes on: the line above it is full, and this one is not set in."""
    last = open_lines[-1]
    mark = setting.marks.get(caption[0])
    if mark is None or mark.kind != "caption" or setting.lines[last].ends or index in setting.marks:
        return False
    between = [setting.marks[at].kind for at in range(last + 1, index) if at in setting.marks and at != caption[0]]
    if not has_han(setting.texts[last]):
        # In English the sentence shows by itself that it goes on.
        return (
            setting.texts[index][0].islower()
            and len(open_lines) > 1
            and all(kind in ("credit", "over", "credited") for kind in between)
        )
    if caption[0] != last + 1 or setting.is_set_in(index) or (len(caption) > 1 and "credit" not in between):
        return False
    if open_lines[0] in setting.marks and setting.marks[open_lines[0]].kind == "caption":
        return False
    filled = len(open_lines) > 1 and setting.widths[last] >= setting.measure.before(last) - _NEARLY
    return (setting.indented or filled) and all(kind == "credit" for kind in between)


def _ends_list(setting: Setting, paragraphs: Sequence[Sequence[int]], index: int) -> bool:
    """Whether the line is no part of the last item of a list whose items are a line each."""
    if len(paragraphs) < 2 or not BULLET.match(setting.texts[paragraphs[-1][0]]) or setting.texts[index][0].islower():
        return False
    items = paragraphs[-2:]
    return all(len(item) == 1 and BULLET.match(setting.texts[item[0]]) for item in items) and not opens_item(
        setting.texts[index]
    )


def _runs_on(setting: Setting, open_lines: list[int], index: int) -> bool:
    """The common case, told cheaply: the third line or later of a paragraph, behind a Chinese character."""
    last = open_lines[-1]
    return (
        len(open_lines) > 2
        and index == last + 1
        and setting.texts[last][-1] >= "\u3400"
        and setting.texts[last][-1] < "\ua000"
        and setting.lines[last].doubled == setting.lines[index].doubled
        and index not in setting.marks
        and last not in setting.marks
        and not setting.is_set_in(index)
        and not setting.lost_its_stop(last, index)
        and not opens_item(setting.texts[index])
    )


def _continues(setting: Setting, open_lines: list[int], number: int) -> bool:
    """Whether the line ``text_lines[number]`` belongs to the open lines."""
    index, last = setting.text_lines[number], open_lines[-1]
    mark, above = setting.marks.get(index), setting.marks.get(last)
    if (mark and mark.kind != "credited") or (above and above.closes):
        return False
    if setting.lines[last].doubled != setting.lines[index].doubled:
        return False
    if index > last + 1:
        between = (setting.marks[at].kind for at in range(last + 1, index) if at in setting.marks)
        if is_turn_line(setting.texts[last + 1]) and not setting.texts[index][0].islower():
            return False  # the sentence goes on on another page
        if any(kind not in _TRANSPARENT for kind in between) and not _is_byline_within(setting, open_lines, index):
            return False
    if len(open_lines) <= 2 and setting.texts[index].startswith(_DASHES) and not setting.follows_text(open_lines[0]):
        return False
    if setting.texts[index][0] in _CLOSING or _ends_sentence_above(setting, last, index):
        return True
    item = opens_item(setting.texts[index]) and not _MONTH_END.search(setting.texts[last])
    if setting.lost_its_stop(last, index) or item or index in setting.labelled:
        return False
    if setting.gaps[index] and (open_lines[0] in setting.labelled or BULLET.match(setting.texts[open_lines[0]])):
        return False
    if is_initial(setting.texts[last], setting.texts[index]):
        return True
    if _OVER.search(setting.texts[last]):
        return False
    if setting.lines[last].ends and _is_caption(setting, open_lines, index):
        return False
    text = setting.texts[last]
    if len(open_lines) == 1 and _SALUTATION.fullmatch(text) and setting.stands_apart(last):
        return False
    if text.endswith(("）", ")")) and len(open_lines) >= 2 and _SIGNED.search(setting.texts[open_lines[-2]] + text):
        return False
    if _is_whole_caption(setting, open_lines) and setting.gaps[index]:
        return False
    if setting.lines[last].ends:
        return not begins(setting, last, index, first=len(open_lines) == 1)
    if text.endswith(("：", ":", "；", ";")) and (opens(setting, index) or setting.is_set_in(index)):
        return False
    if has_han(text):
        if setting.is_set_in(index) and not setting.is_set_in(last):
            return False
        return len(open_lines) > 2 or not is_head_before(setting, open_lines, number)
    if setting.is_set_in(index) and not setting.is_set_in(last):
        return False
    return not is_english_head_before(setting, open_lines, index)


def _is_whole_caption(setting: Setting, open_lines: Sequence[int]) -> bool:
    """Whether the open lines are a caption whose credit in brackets was broken: …用餐。（本 and 報資料照片）."""
    mark = setting.marks.get(open_lines[0])
    if mark is None or mark.kind != "caption":
        return False
    return ends_sentence("".join(setting.texts[at] for at in open_lines[-2:]))


def _is_byline_within(setting: Setting, open_lines: Sequence[int], index: int) -> bool:
    """Whether a byline with its square (□) stands in the midst of a sentence: the lines around it are one column's."""
    last = open_lines[-1]
    if index != last + 2 or setting.texts[last + 1][0] not in _SQUARES or setting.lines[last].ends:
        return False
    if len(open_lines) < 2 or setting.is_set_in(index) or setting.marks[last + 1].kind != "byline":
        return False
    return setting.widths[last] >= setting.measure.before(last) - INDENT


def _ends_sentence_above(setting: Setting, last: int, index: int) -> bool:
    return not setting.lines[last].ends and _END_OF_SENTENCE.match(setting.texts[index]) is not None


def _is_caption(setting: Setting, open_lines: Sequence[int], index: int) -> bool:
    """Whether the line, behind the end of a sentence, is a caption: with its credit, or right above a credit."""
    mark, below = setting.marks.get(index), setting.marks.get(index + 1)
    if mark is not None and mark.kind == "credited":
        return len(open_lines) >= 2
    return mark is None and below is not None and below.kind == "credit" and setting.lines[index].ends


def _join_marked(source: str, lines: Sequence[Line], members: Sequence[int]) -> SourceText:
    """The lines of a marked stretch: names set upright are put together, other lines parted by a space."""
    parts = [lines[members[0]].text]
    for before, index in itertools.pairwise(members):
        # A character a line is a name set upright: nothing stands between; whole names are parted by the break.
        upright = len(lines[index].text) == 1 and len(lines[before].text) == 1
        if not upright or _starts_name(lines, members, index):
            parts.append(space_between(source, lines[before].text, lines[index].text))
        parts.append(lines[index].text)
    return join(parts)


def _starts_name(lines: Sequence[Line], members: Sequence[int], index: int) -> bool:
    """Whether, of characters that stand one a line, this one opens the next pair."""
    run = index
    while run > members[0] and len(lines[run - 1].text) == 1:
        run -= 1
    end = index
    while end + 1 <= members[-1] and len(lines[end + 1].text) == 1:
        end += 1
    size = end - run + 1
    return size != 3 and (index - run) % 2 == 0


def _measure_of(text: str, widths: Sequence[float]) -> float:
    """The widest line, or in English the next widest: an extractor that undoes a hyphen makes one line far too wide."""
    if len(widths) < 3 or has_han(text):
        return max(widths)
    second, first = sorted(widths)[-2:]
    return second if first > UNDONE * second else first


def _widens(widths: Sequence[float], by: float) -> bool:
    """Two lines or more in a narrow measure, then a measure that is wider by so many em or more."""
    if len(widths) < 5:
        return False
    wide = max(widths)
    narrow = 0
    while narrow < len(widths) and widths[narrow] <= wide - by:
        narrow += 1
    return 2 <= narrow <= len(widths) - 2 and sum(width > wide - 2.5 for width in widths[narrow:]) >= 2
