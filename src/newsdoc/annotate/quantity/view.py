"""Chinese text as the grammar wants it: without the spaces of typesetting, full-width signs as ASCII, offsets kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from newsdoc.numerals.signs import WIDE

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ．％＋－−／＄～〜＜＞＝]")
_NARROW = {code: plain for code, plain in WIDE.items() if code != ord("，")}
_GROUP = re.compile(r"，(?<=\d，)(?=\d{3}(?!\d))")
_BLANKS = re.compile("[ \u3000\xa0\r\n]+")
_GAP = re.compile(r"[ \u3000\xa0]{0,4}\r?\n[ \u3000]{0,2}(?:\r?\n)?[ \u3000]{0,2}|[ \u3000\xa0]{1,4}")
_UNDONE = frozenset("0123456789万萬亿億千百十余餘多以左约約近超逾至到每第")
"""A line that ends in one of these goes on in the next."""
_CARRIERS = frozenset("人辆輛架列艘")


def _han(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff" or "\uf900" <= sign <= "\ufaff"


def _idle(before: str, gap: str, after: str) -> bool:
    """Whether a gap is the typesetter's and parts nothing."""
    if not before or not after:
        return False
    if "\n" in gap:
        if before in _UNDONE:
            return _han(after) or after in "%％"
        return before in _CARRIERS and after == "次"
    if _han(before):
        return _han(after) or "0" <= after <= "9" or after in "(（%％‰"
    if _han(after):
        return "0" <= before <= "9" or before in "%‰.)）"
    return (before in "$¥￥€£" and "0" <= after <= "9") or ("0" <= before <= "9" and after in "%％‰℃°")


@dataclass(frozen=True, slots=True)
class View:
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
    for gap in (gap for run in _BLANKS.finditer(plain) for gap in _GAP.finditer(plain, *run.span())):
        first, stop = gap.span()
        if not _idle(plain[first - 1 : first] if first else "", gap.group(), plain[stop : stop + 1]):
            continue
        pieces.append(plain[last : gap.start()])
        length += gap.start() - last
        last = gap.end()
        starts.append(length)
        shifts.append(last - length)
    if not pieces:
        return View(plain, (), ())
    pieces.append(plain[last:])
    return View("".join(pieces), tuple(starts), tuple(shifts))
