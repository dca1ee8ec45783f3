"""The texts that are read: the example pages, a page of the folder ../shared where it is at hand, and made pages."""

from __future__ import annotations

import random
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_SENTENCE = re.compile(r"[^。\n]+。[”」]?")


def pages() -> dict[str, str]:
    """Name -> text of each page that is read."""
    found = {path.parent.name: path.read_text("utf-8") for path in sorted(ROOT.glob("examples/*/page.txt"))}
    shared = ROOT.parent / "shared" / "pages" / "bayannur.txt"
    if shared.is_file():
        found["bayannur"] = shared.read_text("utf-8")
    return found


def chinese(found: dict[str, str]) -> str:
    """The body text of the mainland pages as one text, in whole sentences."""
    return "\n".join(_SENTENCE.findall("".join(found["mainland"].split("\n"))))


def made(found: dict[str, str], number: int, *, width: int = 22, sentences: int = 110) -> str:
    """``number`` pages of shuffled sentences, no two pages alike, in lines of one width as print has them."""
    stock = _SENTENCE.findall("".join(text.replace("\n", "") for name, text in found.items() if name != "english"))
    draw = random.Random(20240520)
    lines: list[str] = []
    for page in range(number):
        lines += [f"口岸外贸增长见闻之{page}", "本报记者 于舟"]
        chosen = [draw.choice(stock) for _ in range(sentences)]
        for at in range(0, sentences, 3):
            paragraph = "　　" + "".join(chosen[at : at + 3])
            lines += [paragraph[start : start + width] for start in range(0, len(paragraph), width)]
    return "\n".join(lines)
