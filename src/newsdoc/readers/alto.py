"""ALTO, versions 2 to 4: what libraries store of recognised pages.

A ``TextBlock`` is a block, a ``TextLine`` a line, a ``String`` a word. Blocks are read in the order of the file's
``ReadingOrder`` where it has one (4.2), else see ocr_order.py. A word that was cut at the end of a line stands whole on
the first line, as ``SUBS_CONTENT`` has it, for that is the correction which the file gives.

Source: the schemas at https://www.loc.gov/standards/alto/.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsdoc.errors import ReadError
from newsdoc.readers.glyphs import union
from newsdoc.readers.ocr import POINTS_A_PIXEL, Row, Word, kind_of, row_of
from newsdoc.readers.ocr_order import Recognised, sheet_of
from newsdoc.readers.placed import Placed, Sheet, compose
from newsdoc.readers.xml import Node, number, tree_of

if TYPE_CHECKING:
    from newsdoc.readers.glyphs import Box

MEDIA_TYPE = "application/alto+xml"
_UNITS = {"mm10": 72 / 254, "inch1200": 72 / 1200}


def read_alto(data: bytes) -> Placed:
    """The text of an ALTO file with the place of each line.

    Raises:
        ReadError: the file is broken XML, or has no page.
    """
    root = tree_of(data)
    unit = next((node.text.strip() for node in root.walk() if node.tag == "MeasurementUnit"), "pixel")
    scale = _UNITS.get(unit, POINTS_A_PIXEL)
    sizes = {
        identity: size
        for node in root.walk()
        if node.tag == "TextStyle" and (identity := node.get("ID")) and (size := number(node.get("FONTSIZE")))
    }
    labels = {
        identity: node.get("TYPE") or node.get("LABEL") or ""
        for node in root.walk()
        if node.tag in ("LayoutTag", "StructureTag", "OtherTag") and (identity := node.get("ID"))
    }
    layout = root.first("Layout")
    pages = layout.all("Page") if layout else []
    if layout is None or not pages:
        raise ReadError("the ALTO file has no page")
    order = [ref for node in root.walk() if node.tag == "ElementRef" and (ref := node.get("REF"))]
    ranks = {ref: rank for rank, ref in enumerate(order)}
    return compose([_sheet(page, scale, sizes, labels, ranks) for page in pages], MEDIA_TYPE)


def _sheet(page: Node, scale: float, sizes: dict[str, float], labels: dict[str, str], ranks: dict[str, int]) -> Sheet:
    found: list[tuple[int, list[Row]]] = []
    pictures: list[Box] = []
    rules: list[Box] = []
    pending: list[tuple[Node, str | None, int]] = [(page, None, len(ranks))]
    while pending:
        node, kind, rank = pending.pop()
        rank = ranks.get(node.get("ID") or "", rank)
        names = [node.get("TYPE"), *(labels.get(ref) for ref in (node.get("TAGREFS") or "").split())]
        kind = next((known for name in names if (known := kind_of(name))), kind)
        if node.tag == "TextBlock":
            rows = [replace(row, kind=kind, block=len(found)) for row in _rows(node, scale, sizes) if row]
            found.append((rank, rows))
        elif node.tag in ("Illustration", "GraphicalElement"):
            if box := _box(node, scale):
                (pictures if node.tag == "Illustration" else rules).append(box)
        else:
            pending.extend((child, kind, rank) for child in reversed(node.children))
    found.sort(key=lambda pair: pair[0])
    height = (number(page.get("HEIGHT")) or 0.0) * scale
    lines = tuple(row for _, block in found for row in block)
    return sheet_of(Recognised(lines, tuple(pictures), tuple(rules), height, ordered=bool(ranks)))


def _rows(block: Node, scale: float, sizes: dict[str, float]) -> list[Row | None]:
    lines: list[Row | None] = []
    whole = False
    for line in block.all("TextLine"):
        words: list[Word] = []
        unspaced = not any(child.tag == "SP" for child in line.children)
        spaced = unspaced
        style: float | None = None
        said = False
        boxes: list[Box] = []
        for child in line.children:
            if child.tag == "SP":
                spaced = True
            elif child.tag == "HYP":
                if not said and words:
                    words.append(Word(child.get("CONTENT") or "-", None, 1.0, spaced=False))
            elif child.tag == "String":
                content = child.get("CONTENT") or ""
                part, instead = child.get("SUBS_TYPE"), child.get("SUBS_CONTENT")
                said = False
                if box := _box(child, scale):
                    boxes.append(box)
                if part == "HypPart2" and whole:
                    whole = False
                    continue
                if part == "HypPart1" and instead:
                    content, whole, said = instead, True, True
                words.append(Word(content, box, _sure(child), spaced))
                style = style or _size(child, sizes)
                spaced = unspaced
        style = style or _size(line, sizes) or _size(block, sizes)
        lines.append(row_of(words, _box(line, scale) or (union(boxes) if boxes else None), style or 0.0))
    return lines


def _size(node: Node, sizes: dict[str, float]) -> float | None:
    return next((sizes[ref] for ref in (node.get("STYLEREFS") or "").split() if ref in sizes), None)


def _sure(node: Node) -> float:
    sure = number(node.get("WC"))
    return min(1.0, max(0.0, sure)) if sure is not None else 1.0


def _box(node: Node, scale: float) -> Box | None:
    x, y, wide, high = (number(node.get(name)) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT"))
    if x is None or y is None or wide is None or high is None:
        return None
    return x * scale, y * scale, (x + wide) * scale, (y + high) * scale
