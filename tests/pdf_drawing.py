"""Pages of a newspaper drawn as PDF, for the tests: Chinese in a font that needs no file, all at known places."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WIDTH, HEIGHT = 800.0, 1100.0
FONT = "STSong-Light"
_NOT_FIRST = "，。、；：！？”’」』）》"


@dataclass(frozen=True)
class Slot:
    """A place for lines of a column: left edge, top of the first line, number of em, number of lines."""

    x: float
    y: float
    ems: int
    lines: int


class Sheet:
    """A page that is being drawn; ``y`` runs down from the top."""

    def __init__(self, width: float = WIDTH, height: float = HEIGHT) -> None:
        self._file = io.BytesIO()
        self._height = height
        self.canvas = Canvas(self._file, pagesize=(width, height), pageCompression=0, invariant=1)
        if FONT not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(UnicodeCIDFont(FONT))

    def line(self, x: float, y: float, text: str, size: float = 10.0, font: str = FONT) -> None:
        """A line whose top is at ``y``."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self._height - y - 0.85 * size, text)

    def upright(self, x: float, y: float, text: str, size: float = 10.0) -> None:
        """Characters one below the other, the first with its top at ``y``."""
        for number, char in enumerate(text):
            self.line(x, y + number * size * 1.1, char, size)

    def flow(self, paragraphs: Sequence[str], slots: Sequence[Slot], size: float = 10.0, leading: float = 14.0) -> None:
        """Paragraphs set in em squares through the slots, first lines set in by two em."""
        lines = [(number, line) for number, text in enumerate(paragraphs) for line in [text]]
        places = iter([(slot, row) for slot in slots for row in range(slot.lines)])
        for _, text in lines:
            rest, indent = text, 2
            while rest:
                slot, row = next(places)
                room = slot.ems - indent
                while room < len(rest) and rest[room] in _NOT_FIRST:
                    room -= 1
                self.line(slot.x + indent * size, slot.y + row * leading, rest[:room], size)
                rest, indent = rest[room:], 0

    def picture(self, x: float, y: float, width: float, height: float) -> None:
        """A grey picture."""
        pixel = ImageReader(io.BytesIO(_PIXEL))
        self.canvas.drawImage(pixel, x, self._height - y - height, width, height)

    def rule(self, x0: float, y: float, x1: float) -> None:
        """A thin line across."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, self._height - y, x1, self._height - y)

    def next(self) -> None:
        """The next page."""
        self.canvas.showPage()

    def data(self, **encryption: str) -> bytes:
        """The bytes of the file."""
        if encryption:
            self.canvas.setEncrypt(encryption["password"])
        self.canvas.save()
        return self._file.getvalue()


_PIXEL = b"P5\n2 2\n255\n" + bytes([120, 130, 140, 150])

SENTENCES = (
    "临水县城东的粮库去年腊月翻修一新，",
    "仓顶换了隔热的铝板，",
    "墙根重新做了防潮层。",
    "管库的老周每天清早绕着八座仓走一圈，",
    "把温度记在随身的小本上。",
    "他觉得机器虽然灵便，",
    "人的眼睛还是少不了。",
    "开春以后雨水多，",
    "最怕的是仓里返潮，",
    "所以窗子什么时候开什么时候关都有讲究。",
    "镇上的合作社今年把育秧棚搬到了库边，",
    "秧盘一层一层码在架子上，",
    "像是书店里的书。",
    "路过的人常常停下来看几眼，",
    "问问今年种的是哪个品种。",
)


def paragraphs(count: int, seed: int = 0, sentences: int = 7) -> list[str]:
    """Paragraphs of the sentences above, each different, each ended by a full stop."""
    found = []
    for number in range(count):
        text = "".join(SENTENCES[(seed + number * 4 + at * (number + 2)) % len(SENTENCES)] for at in range(sentences))
        found.append(text.rstrip("，。") + "。")
    return found


SHADOWS: dict[str, Callable[[Sheet, float, float, str, float], None]] = {}
"""The five ways in which a shadow is printed."""


def _shadow(name: str) -> Callable[[Callable[[Sheet, float, float, str, float], None]], None]:
    def keep(draw: Callable[[Sheet, float, float, str, float], None]) -> None:
        SHADOWS[name] = draw

    return keep


@_shadow("each character twice")
def _characters(sheet: Sheet, x: float, y: float, text: str, size: float) -> None:
    for number, char in enumerate(text):
        sheet.line(x + number * size, y, char, size)
        sheet.line(x + number * size + 0.06 * size, y + 0.06 * size, char, size)


@_shadow("runs of characters twice")
def _runs(sheet: Sheet, x: float, y: float, text: str, size: float) -> None:
    for start in range(0, len(text), 4):
        run = text[start : start + 4]
        sheet.line(x + start * size, y, run, size)
        sheet.line(x + start * size + 0.2 * size, y + 0.2 * size, run, size)


@_shadow("the whole line twice")
def _line(sheet: Sheet, x: float, y: float, text: str, size: float) -> None:
    sheet.line(x + 0.1 * size, y + 0.1 * size, text, size)
    sheet.line(x, y, text, size)


@_shadow("the line at the end of the page again")
def _later(sheet: Sheet, x: float, y: float, text: str, size: float) -> None:
    sheet.line(x, y, text, size)
    sheet.line(60, 1080, "责任编辑：何青", 8)
    sheet.line(x + 0.15 * size, y, text, size)


@_shadow("four times")
def _four(sheet: Sheet, x: float, y: float, text: str, size: float) -> None:
    for step in range(4):
        sheet.line(x + 0.03 * step * size, y, text, size)
