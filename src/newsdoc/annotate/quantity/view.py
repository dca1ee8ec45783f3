"""Chinese text as the grammar wants it: without the spaces of typesetting, full-width signs as ASCII, offsets kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from newsdoc.numerals.signs import WIDE

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ．％＋－−／＄～〜＜＞＝]")
_NARROW = {code: plain for code, plain in WIDE.items() if code != ord("，")}
_GROUP = re.compile(r"，(?<=\d，)(?=\d{3}(?!\d))")
_HAN = "\u3400-\u9fff\uf900-\ufaff"
_UNDONE = "0-9万萬亿億千百十余餘多以左约約近超逾至到每第"
"""A line that ends in one of these goes on in the next."""
_CARRIERS = "人辆輛架列艘"
_SPACE = "[ \u3000\xa0]"
_FIRST = "[ \u3000\xa0\r\n]"
_SPACES = rf"(?<={_SPACE}){_SPACE}{{0,3}}"
_LINE_END = rf"(?:(?<=\n)|(?<=\r)\n|(?<={_SPACE}){_SPACE}{{0,3}}\r?\n)[ \u3000]{{0,2}}(?:\r?\n)?[ \u3000]{{0,2}}"
_IDLE = re.compile(
    # One blank first, for which the engine scans, then what it must stand between.
    rf"{_FIRST}(?:(?<=[{_UNDONE}]{_FIRST}){_LINE_END}(?=[{_HAN}%％])"
    rf"|(?<=[{_CARRIERS}]{_FIRST}){_LINE_END}(?=次)"
    rf"|(?<=[{_HAN}]{_FIRST}){_SPACES}(?=[{_HAN}0-9(（%％‰])"
    rf"|(?<=[0-9%‰.)）]{_FIRST}){_SPACES}(?=[{_HAN}])"
    rf"|(?<=[$¥￥€£]{_FIRST}){_SPACES}(?=[0-9])"
    rf"|(?<=[0-9]{_FIRST}){_SPACES}(?=[%％‰℃°]))"
)
"""The gaps that are the typesetter's and part nothing."""


class View(NamedTuple):
    """``text`` to read, and for each place where characters were left out the shift back to the source."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def source(self, at: int) -> int:
        """The offset in the source of the character ``at``."""
        return at + self.shifts[bisect_right(self.starts, at) - 1] if self.shifts else at


def view(text: str) -> View:
    """The view of a text.

    >>> view("约 240 多万人，近 ７0万吨").text
    '约240多万人，近70万吨'
    """
    plain = _GROUP.sub(",", text) if "，" in text else text
    if _WIDE.search(plain):
        plain = plain.translate(_NARROW)
    pieces, starts, shifts = [], [0], [0]
    last = length = 0
    for gap in _IDLE.finditer(plain):
        first, stop = gap.span()
        pieces.append(plain[last:first])
        length += first - last
        last = stop
        starts.append(length)
        shifts.append(last - length)
    if not pieces:
        return View(plain, (), ())
    pieces.append(plain[last:])
    return View("".join(pieces), tuple(starts), tuple(shifts))
