"""Lines printed several times over by shadow or bold type (重影、叠印).

    在在河河口口码码头头    →  在河口码头             each character
    收割机收割机，，收获收获  →  收割机，收获            each run, cut at marks and kerning gaps
    新华社新华社 李李摄摄     →  新华社 李摄
    CCoonnttaacctt          →  Contact

What only looks doubled is left alone: 高高兴兴, 海关关长, 2020, 谢谢谢谢, 中国加油中国加油, 《做得好做得好》. A line is
mended only if the whole of it is a chain of repeated runs, it is long enough, and there is evidence beside: a long
run, a doubled comma or full stop, the words of a credit, or a neighbour that was mended. A whole line without evidence
becomes a Diagnostic ``suspect-doubled``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsdoc.model.annotation import Diagnostic
from newsdoc.model.characters import HAN
from newsdoc.repairs.edits import take_out
from newsdoc.repairs.squares import Run, fewest_runs, per_character

if TYPE_CHECKING:
    from newsdoc.model.page import Line, Page

RULE = "doubled"
_TIMES = (2, 3, 5, 7)
_MANY, _MOST = 5, 0.6
"""A page most of whose lines are mended was printed so throughout."""
_REASON = "the line is printed {n} times over, run by run; one copy is kept"

_LONG_RUN = re.compile(f"[{HAN}]{{4}}")
_MARK_RUN = re.compile(r"[，。：、；]")
_CREDIT = re.compile(r"摄|攝|记者|記者|供图|供圖|新华社|新華社|資料|资料")
_NO_EVIDENCE = re.compile(r"[\d\s.,:%+\-–—―~～…⋯×○□■●◎△▲*=_/\\|]+")
_TWICE = re.compile(f"([{HAN}]{{4,24}})\\s?\\1")
_LETTERS = re.compile(r"[A-Za-z]")


class _Reading(NamedTuple):
    runs: list[Run]
    kept: str


def _read(text: str) -> _Reading | None:
    """How the text, which holds no space, falls into repeated runs; the per-character shape comes first."""
    for times in _TIMES:
        runs = per_character(text, times) or fewest_runs(text, times)
        if runs:
            return _Reading(runs, "".join(text[run.start : run.start + run.length] for run in runs))
    return None


def _evidence(reading: _Reading) -> bool:
    """Whether the line itself proves that it was printed several times."""
    runs, kept = reading
    if _CREDIT.search(kept) and len(kept) >= 4 and len(set(kept)) >= 3:
        return True
    if len(kept) < (6 if runs[0].times == 2 else 5) or len(set(kept)) < 4:
        return False
    units = list(_units(reading))
    if len(runs) == 1 and kept[-1] in "！!":
        return False
    if all(run.length == 1 for run in runs):
        return len(kept) >= (7 if runs[0].times == 2 else 5) or any(_MARK_RUN.match(unit) for unit in units)
    if any(_LONG_RUN.search(unit) or (len(unit) == 1 and _MARK_RUN.match(unit)) for unit in units):
        return True
    if len(runs) >= 3:
        return bool(_CREDIT.search(kept)) or any(len(unit) >= 3 and _LETTERS.match(unit) for unit in units)
    return False


def _units(reading: _Reading) -> list[str]:
    units, at = [], 0
    for run in reading.runs:
        units.append(reading.kept[at : at + run.length])
        at += run.length
    return units


def _is_plain(text: str) -> bool:
    """A cheap proof that no line of this text is a chain of repeated runs: too many characters stand once."""
    return len(set(text)) * 2 > len(text)


def _cuts(text: str, runs: list[Run]) -> list[tuple[int, int]]:
    """What to take out of the text, spaces within a copy too; positions of the runs count without the spaces."""
    places = [index for index, char in enumerate(text) if not char.isspace()]
    return [(places[run.start + run.length], places[run.start + run.length * run.times - 1] + 1) for run in runs]


def _squeeze(text: str) -> str:
    return text if text.isascii() and " " not in text else "".join(text.split())


def may_be_doubled(line: Line) -> bool:
    """Whether a line is a chain of repeated runs, or holds one twice: it may be mended again."""
    return _reading_of(line) is not None or _TWICE.search(line.text.text) is not None


def _reading_of(line: Line) -> _Reading | None:
    """How a line falls into repeated runs, else None. Most lines are told apart by their first character."""
    text = line.text.text
    if len(text) < 4:
        if len(text) < 2 or text[0] != text[-1]:
            return None
    elif text.find(text[0], 1) < 0 or (len(set(text)) - 2) * 2 > len(text):
        return None
    squeezed = _squeeze(text)
    if _is_plain(squeezed) or _NO_EVIDENCE.fullmatch(squeezed) or len(set(squeezed)) == 1 < len(squeezed) // 2:
        return None
    return _read(squeezed)


def repair_doubled(page: Page) -> Page:
    """Mend each line that is printed several times over; see the module for what counts as evidence."""
    readings = {index: reading for index, line in enumerate(page.lines) if (reading := _reading_of(line))}
    if not readings:
        return page
    accepted = {index for index, reading in readings.items() if _evidence(reading)}
    _spread(accepted, readings, page)
    lines = list(page.lines)
    edits = []
    for index in sorted(accepted):
        line = lines[index]
        reading = readings[index]
        reason = _REASON.format(n=reading.runs[0].times)
        mended, made = take_out(line.text, _cuts(line.text.text, reading.runs), RULE, reason)
        lines[index] = line.with_text(mended.strip(), doubled=True)
        edits.extend(made)
    doubts = [
        _doubt(page.lines[index], reading)
        for index, reading in readings.items()
        if index not in accepted and len(reading.kept) >= 4 and len(set(reading.kept)) > 1
    ]
    return page.changed(lines, edits, doubts)


def _spread(accepted: set[int], readings: dict[int, _Reading], page: Page) -> None:
    """A line that is doubled throughout and stands beside a mended one was printed with it."""
    if len(accepted) >= _MANY and len(accepted) >= _MOST * len(page.lines):
        accepted.update(index for index, reading in readings.items() if len(reading.kept) >= 2)
    waiting = sorted(accepted)
    while waiting:
        index = waiting.pop()
        for beside in (index - 1, index + 1):
            reading = readings.get(beside)
            if reading is None or beside in accepted:
                continue
            if len(reading.kept) >= 6 or _hemmed(beside, accepted, readings, page):
                accepted.add(beside)
                waiting.append(beside)


def _hemmed(index: int, accepted: set[int], readings: dict[int, _Reading], page: Page) -> bool:
    """A short line needs mended or wholly doubled lines on both sides, or the end of the page."""
    before = index == 0 or index - 1 in accepted or index - 1 in readings
    after = index == len(page.lines) - 1 or index + 1 in accepted or index + 1 in readings
    return before and after


def _doubt(line: Line, reading: _Reading) -> Diagnostic:
    spans = line.text.spans()
    message = f"the line may be printed {reading.runs[0].times} times over ({reading.kept}), but nothing proves it"
    return Diagnostic("suspect-doubled", message, spans[0][0], spans[-1][1])
