"""Where, on a page of print, a paragraph ends and the next begins (分段).

The last line of a paragraph is short; the first one has lost its indent of two em and is that much narrower. A change
of width is no break: text that runs round a picture changes it in mid-sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.layout.setting import DEEPEST_INDENT, INDENT, LISTED, NUMBERED
from newsdoc.model.characters import has_han

if TYPE_CHECKING:
    from newsdoc.layout.setting import Setting

_SHORT_LAST = 0.8
_NEARLY_FULL = 1.0
_SHORT_TITLE = 0.6
_SAID = re.compile(r"[,?!][”\"] [^“”\"]{2,70}\.$")
"""“…,” Ada Lund said. Behind it the speaker goes on."""
_QUOTES = '“"'
_FULL_FIRST = 2.7
_RAGGED = 2.5


def begins(setting: Setting, last: int, index: int, *, first: bool) -> bool:
    """Whether, the sentence being over at line ``last``, a paragraph begins at line ``index``.

    ``first`` tells that the line before opened its paragraph and so is narrower by an indent.
    """
    if setting.gaps[index] or setting.is_set_in(index) or opens(setting, index):
        return True
    if setting.leads_to_first_line(index):
        return True
    if setting.parted_by_gaps:
        return False
    width, before, after = setting.widths[last], setting.measure.before(last), setting.measure.after(index)
    if not has_han(setting.texts[last]):
        if _is_title_line(setting, index):
            return True
        above = f"{setting.texts[last - 1]} {setting.texts[last]}" if last else setting.texts[last]
        quoted = setting.texts[index][0] in _QUOTES and not _SAID.search(above)
        if quoted and not setting.indented and width <= before - _NEARLY_FULL:
            return True  # what a person says opens a paragraph in English, and seldom stands within one
        # The line was broken though the next word would have fitted on it.
        word = setting.texts[index].split(maxsplit=1)[0]
        return width + 0.25 + len(word) * 0.5 <= (after if before < after <= before + _RAGGED else before)
    if setting.indented:
        return width + (setting.lines[last].indent if setting.is_set_in(last) else 0) < before - INDENT
    if setting.lines[last].width < _SHORT_LAST * before or (not first and width < before - 1.9):
        return True
    here = setting.widths[index]
    if after > before + DEEPEST_INDENT and here >= before - 1:
        # The column grows wider further down; here it is still the old one, and this line fills it.
        return False
    if first and width >= after - _FULL_FIRST and here >= width + 0.9:
        return False
    if not first and not setting.lines[index].ends and INDENT - 0.1 <= width - here <= DEEPEST_INDENT:
        return True
    if setting.texts[last].endswith(("…", "⋯")) and here < after - DEEPEST_INDENT:
        return False
    # A last line is short; a paragraph of one short line behind a line that is full is rarer than that.
    if setting.lines[index].ends and here < after - DEEPEST_INDENT and width >= before - 0.6:
        return False
    return here <= after - INDENT + 0.1


def _is_title_line(setting: Setting, index: int) -> bool:
    """Whether an English line is a heading that stands under a full line: short, no sentence, a blank line below."""
    below = index + 1
    if below >= len(setting.texts) or not setting.gaps[below] or setting.lines[index].ends:
        return False
    short = setting.widths[index] <= _SHORT_TITLE * setting.measure.before(index)
    return short and setting.texts[index][0].isupper() and setting.texts[below][0].isupper()


def opens(setting: Setting, index: int) -> bool:
    """Whether a line opens a paragraph by its first characters: a number, a mark, a speaker."""
    text = setting.texts[index]
    return bool(NUMBERED.match(text) or LISTED.match(text)) or setting.names_speaker(index)
