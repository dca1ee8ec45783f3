"""What print and extraction do to lines of text, for :mod:`newsdoc.strategies.drawn_pages`: each damage a function.

The shapes of doubled type are those that extractors make of shadow and bold print; widths are in em, a Chinese
character 1, an ASCII character 0.5, a space 0.25. Line breaking follows the prohibition rules (避头尾, kinsoku): a
closing mark hangs behind the line, an opening mark goes over to the next.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsdoc.model.characters import CLOSING, HAN, OPENING
from newsdoc.model.page import em

if TYPE_CHECKING:
    from random import Random

INDENT = 2.0
_NO_START = CLOSING + "，。、；：？！…"
_TOKEN = re.compile(r"[0-9A-Za-z.,%]*[0-9A-Za-z%]|\s+|——|……|.", re.DOTALL)
_ENDS = re.compile(r"[。！？…][”」』）]*$")
_ENDS_LATIN = re.compile(r"[.!?][”\"]?$")
_CUT_MARKS = re.compile(r"[，。、；：！？]")
_SPREAD = re.compile(rf"(?<=[{HAN}])(?=[{HAN}])")


def cut_lines(text: str, width: float) -> list[str]:
    """A paragraph as lines of a column whose first line has lost its indent of two em.

    >>> cut_lines("货车每天往来不断，口岸一派繁忙。", 8)
    ['货车每天往来', '不断，口岸一派繁', '忙。']
    """
    return (
        _cut_words(text, width) if text.isascii() or not re.search(f"[{HAN}]", text) else _cut_characters(text, width)
    )


def _cut_words(text: str, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and em(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _cut_characters(text: str, width: float) -> list[str]:
    lines: list[list[str]] = [[]]
    room, used = width - INDENT, 0.0
    for token in _TOKEN.findall(text):
        if used + em(token) > room and lines[-1]:
            if token[0] in _NO_START and used <= room:  # one closing mark hangs
                lines[-1].append(token)
                used += em(token)
                continue
            over = [token]
            while len(lines[-1]) > 1 and (over[0][0] in _NO_START or lines[-1][-1] in OPENING):
                over.insert(0, lines[-1].pop())
            if over[0].isspace():
                over = over[1:]
            lines.append(over)
            room, used = width, sum(em(one) for one in over)
        else:
            lines[-1].append(token)
            used += em(token)
    return [line for line in ("".join(tokens).strip() for tokens in lines) if line]


def is_findable(text: str, width: float, above: str, *, tall: int = 1, short: bool = False) -> bool:
    """Whether the lines of a paragraph show where it begins and that it does not end before its last line.

    ``above`` is the paragraph over it, empty for none; ``tall`` asks for so many lines or more, ``short`` for a short
    last line.
    """
    lines = cut_lines(text, width)
    if len(lines) < tall or (short and em(lines[-1]) > 0.75 * width):
        return False
    latin = not re.search(f"[{HAN}]", text)
    if above:
        last = cut_lines(above, width)[-1]
        first = len(lines) > 1 and em(lines[0]) <= width - 1.75
        if em(last) > 0.75 * width and not first:
            return False
    if latin:
        # A line that opens with a quotation, under a sentence whose line is not full, looks like a first line.
        quoted = any(after[0] in '“"' and _ENDS_LATIN.search(line) for line, after in pairwise(lines))
        return em(lines[-1]) <= 0.7 * width and not quoted
    for number, (line, after) in enumerate(pairwise(lines)):
        room = width - INDENT if number == 0 else width
        if em(line) < room - 1.5:
            return False
        if _ENDS.search(line) and (em(line) < room - 0.75 or em(after) < width - 0.75):
            return False
    return True


def twice_each_character(line: str, times: int = 2) -> str:
    """Each character ``times`` times; spaces were not printed twice.

    >>> twice_each_character("口岸 增长")
    '口口岸岸 增增长长'
    """
    return "".join(char if char.isspace() else char * times for char in line)


def twice_each_run(line: str, random: Random, times: int = 2) -> str:
    """Each run ``times`` times: runs end at marks, at spaces and at chance gaps of kerning."""
    runs: list[str] = []
    for part in re.split(r"(\s+)", line):
        if not part or part.isspace():
            runs.append(part)
            continue
        run = ""
        for char in part:
            if run and (_CUT_MARKS.match(char) or _CUT_MARKS.match(run[-1]) or random.random() < 0.06):
                runs.append(run)
                run = ""
            run += char
        runs.append(run)
    return "".join(run if run.isspace() else run * times for run in runs)


def as_staircase(line: str) -> list[str]:
    """The copies of shadow type taken for lines.

    >>> as_staircase("本报记者")
    ['本', '本报', '报记', '记者', '者']
    """
    chars = "".join(line.split())
    return [chars[:1], *(chars[at : at + 2] for at in range(len(chars) - 1)), chars[-1:]]


def doubled(line: str, shape: str, random: Random) -> list[str]:
    """A line as extraction gives it when it was printed several times; see SHAPES in drawn_pages.py."""
    match shape:
        case "character":
            return [twice_each_character(line)]
        case "run":
            return [twice_each_run(line, random)]
        case "line":
            return [line, line]
        case "staircase":
            return as_staircase(line)
        case "three":
            return [twice_each_run(line, random, 3)]
        case "four":
            return [twice_each_character(line, 4)]
    raise ValueError(f"no such shape of doubled text: {shape!r}")


def spread(line: str) -> str:
    """A Chinese line whose characters are spread to fill the measure.

    >>> spread("口岸增长5%")
    '口 岸 增 长5%'
    """
    return _SPREAD.sub(" ", line)
