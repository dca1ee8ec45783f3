"""Which of the heads over a story is what (标题): kicker (引题), headline (主题), subtitle (副题), deck (提要)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN, has_han, is_open
from newsdoc.model.page import em
from newsdoc.model.source_text import join, space_between
from newsdoc.recognise.box import is_box_label
from newsdoc.structure.deck import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsdoc.structure.pieces import Piece

_SUBTITLE = re.compile(r"^\s*(?:——|──|――|—|--)")
_SERIES = re.compile(r"[①-⑳❶-❿➊-➓]$|（[一二三四五六七八九十上中下]）$|之[一二三四五六七八九十]$")
_LABEL = re.compile(r"^\s*(?:[【〖［\[][^】〗］\]]{2,12}[】〗］\]]\S{0,8}|专栏：.{2,12}|專欄：.{2,12})\s*$")
_COLUMN = re.compile(r"[（(][^（）()]{1,14}[）)]\s*$")
_COLUMN_ALONE = re.compile(r"[（(][^（）()]{2,8}[）)]")
_HALVES = re.compile(f"(?<=[{HAN}！？]) (?=[{HAN}])")
"""The pause between the two halves of a title that is complete."""
_PHRASE = re.compile(r"[ \u3000\u2003]+")
_KICKER = re.compile("(?:对话|對話|专访|專訪|聚焦|关注|關注|走近|走进|走進|直击|直擊|探访|探訪|写在|寫在)(?!.*[，。])")
_LONG_KICKER = 16.0
"""Em: a kicker is set in small type, so it may be much longer than the headline below."""
_FAR_LONGER = 2.0
_SHORTER = 0.9
_NARROWER = 0.8
_LONGEST_TITLE = 20.0
_LONGEST_OF_THREE = 24.0
_OPEN_END = re.compile(r"[的和与與及、，不未被把将將在是为為于於对對从從向]$|[开開送走找看做搬跑飞飛通建]到$")
_MOST_POINTS, _FEWEST_WORDS = 3, 6
_CURRENCY = "$€£¥₹₩"
_LINES_OF_TWO, _LINES_OF_BOTH = 3, 4
_SHORT_LABEL = 6.0
_SLOGAN = 4
"""Characters of each phrase of a slogan: 党建联建 强村富民."""
_JOINT = 4
"""Characters around the end of a line, one to three of them before it."""
_JOINT_OF_HAN = re.compile(f"[{HAN}]{{{_JOINT}}}")


class Joints:
    """Whether four characters stand together on a line of the page; made when first asked."""

    __slots__ = ("_found", "_source")

    def __init__(self, source: str) -> None:
        self._source = source
        self._found: frozenset[str] | None = None

    def __call__(self, joint: str) -> bool:
        if self._found is None:
            lines = self._source.split("\n")
            self._found = frozenset(line[at : at + _JOINT] for line in lines for at in range(len(line) - _JOINT + 1))
        return joint in self._found


@dataclass(frozen=True, slots=True)
class HeadParts:
    """The head pieces of a story by their role; ``rubrics`` name a series or column and are no part of it."""

    kicker: Piece | None = None
    headline: Piece | None = None
    subtitle: Piece | None = None
    rubrics: tuple[Piece, ...] = ()


def head_parts(source: str, heads: Sequence[Piece], knows: Callable[[str], bool], *, print_page: bool) -> HeadParts:
    """The roles of the heads over a story, in the order in which they stand; ``knows`` is a :class:`Joints`.

    On a page of print, heads on neighbouring lines are one that was broken; a blank line parts two. A head that begins
    with a dash is the subtitle. Of two others the first is the kicker if it is a row of phrases, or a label of a
    word or two over a longer title; otherwise the second is the subtitle.
    """
    for label, others in ((heads[:1], heads[1:]), (heads[-1:], heads[:-1])):
        if others and is_box_label(label[0].text.text):
            named = head_parts(source, others, knows, print_page=print_page)
            return replace(named, kicker=label[0]) if named.kicker is None else named
    rubrics = _rubrics(heads)
    rest = [head for head in heads if head not in rubrics]
    dashed = [head for head in rest if _SUBTITLE.match(head.text.text)]
    above = rest[: len(rest) - len(dashed)]
    grouped = _grouped(source, above) if print_page and rest[len(above) :] == dashed else None
    grouped = [*grouped, *dashed] if grouped else None
    lines = grouped or (titles_of(source, rest, knows) if print_page and not _are_titles(rest) else list(rest))
    subtitles = [head for head in lines if _SUBTITLE.match(head.text.text)]
    titles = [head for head in lines if head not in subtitles]
    subtitle = subtitles[0] if subtitles else None
    spare = subtitles[1:]
    if not titles:
        return HeadParts(None, None, subtitle, (*rubrics, *spare))
    if len(titles) == 1:
        return HeadParts(None, titles[0], subtitle, (*rubrics, *spare))
    if not print_page and len(titles) > 2 and subtitle is None and _heads_summary(titles):
        return HeadParts(None, titles[0], joined(source, titles[1:]), (*rubrics, *spare))
    # A first title of two lines is set in no small type, as a kicker is.
    broken = grouped is not None and above[1].block.gap == 0
    if (
        (not broken and _is_kicker(titles[0].text.text, titles[1].text.text, small=print_page))
        or (broken and em(titles[0].text.text) >= _FAR_LONGER * em(titles[1].text.text))
        or (len(titles) > 2 and subtitle is None)
        or (grouped is not None and _is_set_larger(above[:1], above[1:]))
        or (len(titles) == 2 and subtitle is not None and (not print_page or titles[1].block.gap > 0))
        or (print_page and grouped is None and len(titles) == 2 and _are_titles(rest))
    ):
        kicker, headline, *more = titles
    else:
        kicker, headline, more = None, titles[0], titles[1:]
    if subtitle is None and more:
        subtitle, *more = more
    return HeadParts(kicker, headline, subtitle, (*rubrics, *spare, *more))


def _grouped(source: str, heads: Sequence[Piece]) -> list[Piece] | None:
    """Two heads of which one has two lines: a blank line parts them, and the lines of each are of one size."""
    if len(heads) == _LINES_OF_BOTH and (stacked := _two_and_two(source, heads)):
        return stacked
    if len(heads) != _LINES_OF_TWO or any(_SUBTITLE.match(head.text.text) for head in heads):
        return None
    parted = [index for index, head in enumerate(heads) if index and head.block.gap]
    if len(parted) != 1:
        return None
    first, second = (heads[: parted[0]], heads[parted[0] :])
    both = first if len(first) > 1 else second
    if _is_kicker(both[0].text.text, both[1].text.text):
        return None
    text = join((both[0].text, space_between(source, both[0].text, both[1].text), both[1].text))
    if both is second and not (_is_kicker(first[0].text.text, second[0].text.text) or _is_set_larger(first, second)):
        return [first[0], replace(second[0], text=text)]
    whole = replace(both[0], text=join((both[0].text, both[1].text)) if has_han(both[0].text.text) else text)
    return [whole, *second] if both is first else [*first, whole]


def _two_and_two(source: str, heads: Sequence[Piece]) -> list[Piece] | None:
    """An English headline of two lines, a blank one, and a deck of two lines, as old papers stack them."""
    if has_han(heads[0].text.text) or [head.block.gap > 0 for head in heads[1:]] != [False, True, False]:
        return None
    return [joined(source, heads[:2]), joined(source, heads[2:])]


def _is_set_larger(above: Sequence[Piece], lines: Sequence[Piece]) -> bool:
    """Whether the lines of a Chinese title are so much narrower than the one above that their type is the larger."""
    if len(above) != 1 or not has_han(above[0].text.text) or not lines[0].block.gap:
        return False
    return all(em(line.text.text) <= _NARROWER * em(above[0].text.text) for line in lines)


def _heads_summary(titles: Sequence[Piece]) -> bool:
    """Whether lines under an English headline are the points of a summary: each says as much as a headline."""
    return len(titles) <= 1 + _MOST_POINTS and all(
        not has_han(title.text.text) and len(title.text.text.split()) >= _FEWEST_WORDS for title in titles
    )


def _is_kicker(first: str, second: str, *, small: bool = True) -> bool:
    """Whether a head over another one is its kicker by its shape."""
    if _LABEL.match(first):
        return True
    phrases = _PHRASE.split(first.strip())
    if has_han(first):
        if _KICKER.match(first) or (
            em(first) >= max(_LONG_KICKER, 1.4 * em(second)) and em(second) >= 10 and not _OPEN_END.search(first)
        ):
            return True
        if len(phrases) > 1 and {len(phrase) for phrase in phrases} == {_SLOGAN} and em(second) > em(first):
            return True
        if not small and em(first) > em(second):
            return False  # on a web page the headline is not set larger than the line below, so it may be the longer
        if len(phrases) >= 3 or (len(phrases) == 2 and em(first) > em(second) + 3):
            return True
        return first.rstrip().endswith(("：", "…", "｜", "|", "——")) or (
            em(first) <= 5 and em(second) >= 1.75 * em(first)
        )
    if first.isupper() and not second.isupper() and len(phrases) <= 3:
        return True
    return len(phrases) <= 3 and len(_PHRASE.split(second.strip())) >= 5


def _rubrics(heads: Sequence[Piece]) -> tuple[Piece, ...]:
    """Heads that name a series (調查❶), with the short line above that names its subject."""
    found: list[Piece] = []
    for at, head in enumerate(heads):
        if at == 0 or not _SERIES.search(head.text.text) or _SUBTITLE.match(head.text.text):
            continue
        width, above = em(head.text.text), em(heads[at - 1].text.text)
        if at >= 2 and abs(above - width) <= 2 and above <= 0.6 * em(heads[at - 2].text.text):
            found.append(heads[at - 1])
        found.append(head)
    return tuple(found)


def _are_titles(heads: Sequence[Piece]) -> bool:
    """Complete titles, too long together to be one that was broken: three, or two over a subtitle with a dash."""
    titles = [head for head in heads if not _SUBTITLE.match(head.text.text)]
    if any(is_open(title.text.text) for title in titles):
        return False
    if (
        len(titles) >= 3
        and has_han(titles[0].text.text)
        and sum(em(title.text.text) for title in titles) > _LONGEST_OF_THREE
    ):
        return not any(_OPEN_END.search(title.text.text) for title in titles)
    if len(titles) != 2 or len(titles) == len(heads) or _OPEN_END.search(titles[0].text.text):
        return False
    return sum(em(title.text.text) for title in titles) > _LONGEST_TITLE


def headings_of(source: str, heads: Sequence[Piece], knows: Callable[[str], bool]) -> list[Piece]:
    """The headings within a story: lines of one that was broken are put together, 设备下沉： and the line below too."""
    found: list[Piece] = []
    for head in titles_of(source, heads, knows):
        before = found[-1] if found else None
        if before is not None and not head.block.gap and before.text.text.endswith(("：", ":", "——")):
            found[-1] = replace(before, text=join((before.text, head.text)))
        else:
            found.append(head)
    return found


def titles_of(source: str, heads: Sequence[Piece], knows: Callable[[str], bool]) -> list[Piece]:
    """The titles of a page of print: lines of one title that was broken are put together."""
    found: list[Piece] = []
    for number, head in enumerate(heads):
        before = found[-1] if found else None
        if before is not None and _is_broken(before.text.text, heads[number - 1].text.text, head, knows):
            parts = [before.text]
            if not has_han(head.text.text[:1]) and not has_han(before.text.text[-1:]):
                parts.append(space_between(source, before.text, head.text))
            found[-1] = replace(before, text=join((*parts, head.text)))
        else:
            found.append(head)
    return found


def _is_broken(before: str, text: str, after: Piece, knows: Callable[[str], bool]) -> bool:
    """Whether a head goes on in ``after``: ``before`` is what it holds so far, ``text`` its line right above."""
    if _SUBTITLE.match(after.text.text):
        return False
    if is_open(before) or (not after.block.gap and _COLUMN_ALONE.fullmatch(after.text.text)):
        return True
    if after.block.gap:
        return False
    joints = [text[-size:] + after.text.text[: _JOINT - size] for size in range(1, _JOINT)]
    if _OPEN_END.search(text):
        return True
    if text.endswith(("：", ":")) and has_han(text) and em(text) > _SHORT_LABEL:
        return True
    if any(_JOINT_OF_HAN.fullmatch(joint) and knows(joint) for joint in joints):
        return True  # 我国首套深海原位拉曼 and 光谱仪完成海试, over a text that tells of a 拉曼光谱仪
    following = after.text.text
    if not has_han(text) and following[:1].islower():
        return True
    if _is_kicker(text, following):
        return False
    if not has_han(text):
        return following[:1] in _CURRENCY or em(text) >= _SHORTER * em(following)
    if _HALVES.search(text) or _HALVES.search(after.text.text):
        return False
    # The typesetter breaks a title where the line is full: the first part is no shorter than the next.
    return em(text) >= _SHORTER * em(_COLUMN.sub("", after.text.text))
