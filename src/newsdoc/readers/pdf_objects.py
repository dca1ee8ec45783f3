"""The objects of a page of a PDF: those on the page itself and those within its forms (form XObjects), each with the
way from its own coordinates to the page as it is shown; and of them the pictures, rules and frames.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from newsdoc.readers.frames import frames_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsdoc.readers.glyphs import Box

Turn = Callable[[float, float], tuple[float, float]]

MOST_OBJECTS = 200_000
MOST_PICTURES = 200
"""On a page: more objects are left uncounted, for they are drawings; of pictures the largest are kept."""

_DEEPEST = 8
"""Forms within forms beyond which none is opened: a file may draw a form within itself."""

_THIN = 2.0
_LONG = 30.0
_SMALLEST_PICTURE = 10.0


class Placed(NamedTuple):
    """An object, its kind in PDFium's numbers, the way to the page as it is shown, and whether it is in a form."""

    item: Any
    kind: int
    turn: Turn
    in_form: bool


def objects_of(raw: Any, page: Any, turn: Turn) -> list[Placed]:
    """The objects of a page, those of a form in the form's place, at most ``MOST_OBJECTS``."""
    found: list[Placed] = []
    for item in _children(raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, page.raw):
        _add(raw, item, turn, 0, found)
        if len(found) >= MOST_OBJECTS:
            break
    return found


def _add(raw: Any, item: Any, turn: Turn, depth: int, found: list[Placed]) -> None:
    kind = raw.FPDFPageObj_GetType(item)
    if kind != raw.FPDF_PAGEOBJ_FORM:
        found.append(Placed(item, kind, turn, depth > 0))
        return
    matrix = raw.FS_MATRIX()
    if depth >= _DEEPEST or not raw.FPDFPageObj_GetMatrix(item, matrix):
        return
    within = _through(matrix, turn)
    for child in _children(raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, item):
        if len(found) >= MOST_OBJECTS:
            return
        _add(raw, child, within, depth + 1, found)


def _children(count: Callable[[Any], int], get: Callable[[Any, int], Any], parent: Any) -> Iterator[Any]:
    for index in range(min(count(parent), MOST_OBJECTS)):
        yield get(parent, index)


def _through(matrix: Any, turn: Turn) -> Turn:
    a, b, c, d, e, f = (getattr(matrix, name) for name in "abcdef")
    return lambda x, y: turn(a * x + c * y + e, b * x + d * y + f)


def give_width(raw: Any, objects: Sequence[Placed]) -> None:
    """Give an outline to text that has no extent, for PDFium passes over it.

    A character by itself has none where its font is not in the file and no font of this machine has it, so that a
    page would read otherwise on another machine. The document is only read, never written.
    """
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for item, kind, _, _ in objects:
        if kind != raw.FPDF_PAGEOBJ_TEXT or not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            continue
        if left.value == right.value:
            raw.FPDFTextObj_SetTextRenderMode(item, raw.FPDF_TEXTRENDERMODE_STROKE)
            raw.FPDFPageObj_SetStrokeWidth(item, 1.0)
            # PDFium measures an object anew when it is moved.
            raw.FPDFPageObj_Transform(item, 1, 0, 0, 1, 0, 0)


def drawings_of(raw: Any, objects: Sequence[Placed]) -> tuple[list[Box], list[Box], tuple[Box, ...]]:
    """Pictures, the largest first, long thin rules, and frames."""
    rectangles: list[Box] = []
    pictures: list[Box] = []
    rules: list[Box] = []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for item, kind, turn, _ in objects:
        if kind not in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH):
            continue
        if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            continue
        (ax, ay), (bx, by) = turn(left.value, bottom.value), turn(right.value, top.value)
        if not all(map(math.isfinite, (ax, ay, bx, by))):
            continue
        box = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        wide, high = box[2] - box[0], box[3] - box[1]
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            if wide > _SMALLEST_PICTURE and high > _SMALLEST_PICTURE:
                pictures.append(box)
        elif min(wide, high) <= _THIN and max(wide, high) >= _LONG:
            rules.append(box)
        else:
            rectangles.append(box)
    pictures.sort(key=lambda box: (box[0] - box[2]) * (box[3] - box[1]))
    return pictures[:MOST_PICTURES], rules, frames_of(rectangles, rules)
