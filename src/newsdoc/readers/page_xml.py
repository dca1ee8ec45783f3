"""PAGE XML, 2010 to 2019 and later: what layout analysis and handwriting tools write.

A ``TextRegion`` is a block, a ``TextLine`` a line. Regions are read in the order of ``ReadingOrder``, and behind them
those that it does not name; where there is none, see ocr_order.py. Of several readings (``TextEquiv``) the one of the
lowest index counts.

Source: the schemas at https://www.primaresearch.org/schema/PAGE/.
"""

from __future__ import annotations

import re
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

MEDIA_TYPE = "application/vnd.prima.page+xml"
_PICTURES = frozenset({"ImageRegion", "GraphicRegion", "LineDrawingRegion", "ChartRegion", "MapRegion"})
_TYPE = re.compile(r"structure\s*\{[^{}]{0,200}?type:\s*([\w-]{1,40})")
_INCH = {"PPI": 72.0, "PPCM": 72 / 2.54}


def read_page_xml(data: bytes) -> Placed:
    """The text of a PAGE XML file with the place of each line.

    Raises:
        ReadError: the file is broken XML, or has no page.
    """
    root = tree_of(data)
    pages = root.all("Page")
    if not pages:
        raise ReadError("the PAGE XML file has no page")
    return compose([_sheet(page) for page in pages], MEDIA_TYPE)


def _sheet(page: Node) -> Sheet:
    resolution = number(page.get("imageXResolution"))
    inch = _INCH.get(page.get("imageResolutionUnit") or "", 0.0)
    scale = inch / resolution if inch and resolution and resolution > 0 else POINTS_A_PIXEL
    ranks = _ranks(page.first("ReadingOrder"))
    found: list[tuple[int, list[Row]]] = []
    pictures: list[Box] = []
    rules: list[Box] = []
    pending: list[tuple[Node, int, str | None]] = [
        (child, len(ranks), None) for child in reversed(page.children) if child.tag.endswith("Region")
    ]
    while pending:
        node, rank, kind = pending.pop()
        rank = ranks.get(node.get("id") or "", rank)
        if node.tag in _PICTURES and (box := _box(node, scale)):
            pictures.append(box)
        if node.tag == "SeparatorRegion" and (box := _box(node, scale)):
            rules.append(box)
        if node.tag == "TextRegion":
            kind = kind_of(node.get("type")) or kind_of(_structure(node.get("custom")))
            rows = [replace(row, kind=kind, block=len(found)) for row in _rows(node, scale) if row]
            found.append((rank, rows))
        pending.extend((child, rank, kind) for child in reversed(node.children) if child.tag.endswith("Region"))
    found.sort(key=lambda pair: pair[0])
    rows = [row for _, block in found for row in block]
    height = (number(page.get("imageHeight")) or 0.0) * scale
    return sheet_of(Recognised(tuple(rows), tuple(pictures), tuple(rules), height, ordered=bool(ranks)))


def _structure(custom: str | None) -> str | None:
    """The type that some tools write into ``custom``, as ``structure {type:heading;}``."""
    found = _TYPE.search(custom or "")
    return found[1] if found else None


def _ranks(order: Node | None) -> dict[str, int]:
    """The rank of each region in the reading order; groups are followed by their index."""
    found: dict[str, int] = {}
    pending = list(reversed(order.children)) if order else []
    while pending:
        node = pending.pop()
        if ref := node.get("regionRef"):
            found.setdefault(ref, len(found))
        inner = node.children
        if node.tag.startswith("OrderedGroup"):
            inner = sorted(inner, key=lambda child: number(child.get("index")) or 0.0)
        pending.extend(reversed(inner))
    return found


def _rows(region: Node, scale: float) -> list[Row | None]:
    lines = region.all("TextLine")
    if not lines:
        text, sure = _reading(region)
        box = _box(region, scale)
        return [row_of([Word(line, None, sure)], box) for line in text.splitlines()]
    return [_row(line, scale) for line in lines]


def _row(line: Node, scale: float) -> Row | None:
    box = _box(line, scale)
    text, sure = _reading(line)
    if text.strip():
        return row_of([Word(text, box, sure)], box)
    words = []
    for word in line.all("Word"):
        text, sure = _reading(word)
        words.append(Word(text, _box(word, scale), sure))
    return row_of(words, box)


def _reading(node: Node) -> tuple[str, float]:
    """The text of an element and how sure it is."""
    readings = node.all("TextEquiv")
    if not readings:
        return "", 1.0
    best = min(readings, key=lambda reading: number(reading.get("index")) or 0.0)
    text = best.first("Unicode") or best.first("PlainText")
    sure = number(best.get("conf"))
    return text.text if text else "", min(1.0, max(0.0, sure)) if sure is not None else 1.0


def _box(node: Node, scale: float) -> Box | None:
    coords = node.first("Coords")
    if coords is None:
        return None
    pairs = [pair.split(",") for pair in (coords.get("points") or "").split()]
    pairs += [[point.get("x") or "", point.get("y") or ""] for point in coords.all("Point")]
    points = [
        (x * scale, y * scale)
        for pair in pairs
        if len(pair) == 2 and (x := number(pair[0])) is not None and (y := number(pair[1])) is not None
    ]
    return union([(x, y, x, y) for x, y in points]) if points else None
