"""Chinese text as the grammar wants it: without the spaces of typesetting, full-width signs as ASCII, offsets kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from newsdoc.numerals.signs import WIDE

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_GAP = re.compile(
    rf"(?<=[{_HAN}])[ \u3000\xa0]{{1,4}}(?=[{_HAN}\d(（])"
    rf"|(?<=[\d万萬亿億千百十余餘多以左约約近超逾至到每第])[ ]{{0,2}}\r?\n(?:[ \u3000]{{0,2}}\r?\n)?[ \u3000]{{0,2}}(?=[{_HAN}%％])"
    r"|(?<=[人辆輛架列艘])\r?\n(?=次)"
    rf"|(?<=[\d%‰.)）])[ \u3000\xa0]{{1,4}}(?=[{_HAN}])"
    r"|(?<=[$¥￥€£])[ \xa0](?=\d)|(?<=\d)[ \xa0](?=[%％‰℃°])"
)
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ．，％＋－−／＄～〜＜＞＝：（）]")
_GROUP = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")


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

    >>> view("仅 150 多万人，近 ３0万吨").text
    '仅150多万人，近30万吨'
    """
    if _WIDE.search(text):
        comma = _GROUP.sub(",", text) if "，" in text else text
        plain = "".join(part if part == "，" else part.translate(WIDE) for part in re.split("(，)", comma))
    else:
        plain = text
    pieces, starts, shifts = [], [0], [0]
    last = length = 0
    for gap in _GAP.finditer(plain):
        pieces.append(plain[last : gap.start()])
        length += gap.start() - last
        last = gap.end()
        starts.append(length)
        shifts.append(last - length)
    if not pieces:
        return View(plain, (), ())
    pieces.append(plain[last:])
    return View("".join(pieces), tuple(starts), tuple(shifts))
