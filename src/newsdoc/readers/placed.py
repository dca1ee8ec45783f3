"""A text with the places where it stands: what the readers of PDF and OCR files hand to the passes.

A reader finds pages, blocks and printed lines. :func:`compose` writes them as the text that the passes read: a printed
line a line, a blank line between blocks, a form feed between pages, an ideographic space for each em by which a first
line is set in. Each copy that geometry found (shadow text) stays in the text, and an
Edit takes it out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsdoc.model.annotation import Diagnostic, Edit, Region

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COPY_RULE = "shadow"
_COPY_REASON = "the same characters are printed {} at this place of page {}, as shadow or bold text is"
_LEAST_INDENT, _DEEPEST_INDENT = 0.8, 5.0
_DOUBT = 0.5
_NEAREST = 60.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line of the text stands.

    Attributes:
        start, end: Offsets in the text, copies included.
        region: The box around its characters.
        size: Font size in points; 0 where it is not known.
        kind: What the file calls its block (``heading``, ``caption``, ``byline``, ``credit``, ``furniture``,
            ``floating``), if it does; recognise/kinds.py makes marks of it.
    """

    start: int
    end: int
    region: Region
    size: float = 0.0
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """The text of a file with geometry.

    Attributes:
        text: What ``Source.text`` will be: lines parted by ``\\n``, blocks by a blank line, pages by ``\\f``.
        pages: How many pages the file has.
        media_type: Such as ``application/pdf``.
        places: Of each line, in the order of the text.
        edits: Copies that geometry took out; they stay in ``text``.
        diagnostics: Doubts about the reading.
        pictures: Places of pictures.
    """

    text: str
    pages: int
    media_type: str
    places: tuple[Place, ...] = ()
    edits: tuple[Edit, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    pictures: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed line: its characters, its box in points from the top left of the page, its size.

    Attributes:
        copies: Characters printed a second time over it.
        indent: Em by which it is set in as the first line of a paragraph.
        sure: How sure the recogniser was of it, from 0 to 1.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float = 0.0
    copies: str = ""
    indent: float = 0.0
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that stand together.

    Attributes:
        goes_on: Whether they carry on the group before, over a column break, so that no blank line parts them.
        kind: What the file calls them, see :class:`Place`.
    """

    lines: tuple[Printed, ...]
    goes_on: bool = False
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as a reader found it: its groups in reading order, its pictures, and doubts that concern all of it."""

    groups: tuple[Group, ...] = ()
    pictures: tuple[tuple[float, float, float, float], ...] = ()
    doubts: tuple[tuple[str, str], ...] = field(default=())


def compose(sheets: Sequence[Sheet], media_type: str) -> Placed:
    """The pages as one text with places.

    >>> lines = Printed("标题", 10, 10, 50, 30, 20.0), Printed("正文。", 10, 40, 40, 50, 10.0)
    >>> placed = compose([Sheet(tuple(Group((line,)) for line in lines))], "application/pdf")
    >>> placed.text, placed.places[1].start, placed.places[1].region.y0
    ('标题\\n\\n正文。', 4, 40.0)
    """
    writer = _Writer()
    for number, sheet in enumerate(sheets, start=1):
        if number > 1:
            writer.put("\f")
        writer.sheet(sheet, number)
    pictures = tuple(
        Region(number, *(round(value, 2) for value in box))
        for number, sheet in enumerate(sheets, start=1)
        for box in sheet.pictures
    )
    return Placed(
        "".join(writer.parts),
        len(sheets),
        media_type,
        tuple(writer.places),
        tuple(writer.edits),
        tuple(writer.diagnostics),
        pictures,
    )


class _Writer:
    """The text so far; local to :func:`compose`."""

    __slots__ = ("at", "diagnostics", "edits", "parts", "places")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = 0
        self.places: list[Place] = []
        self.edits: list[Edit] = []
        self.diagnostics: list[Diagnostic] = []

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.at += len(text)

    def sheet(self, sheet: Sheet, page: int) -> None:
        begin = self.at
        first = True
        for group in sheet.groups:
            for number, line in enumerate(group.lines):
                if not first:
                    self.put("\n\n" if number == 0 and not group.goes_on else "\n")
                first = False
                self.line(line, page, group.kind)
        self.diagnostics.extend(Diagnostic(rule, message, begin, self.at) for rule, message in sheet.doubts)

    def line(self, line: Printed, page: int, kind: str | None) -> None:
        if _LEAST_INDENT <= line.indent <= _DEEPEST_INDENT:
            self.put("\u3000" * round(line.indent))
        start = self.at
        self.put(line.text)
        if line.copies:
            times = "twice" if len(line.copies) <= len(line.text) else "more than twice"
            reason = _COPY_REASON.format(times, page)
            self.edits.append(Edit(COPY_RULE, self.at, self.at + len(line.copies), line.copies, "", reason))
            self.put(line.copies)
        if line.sure < _DOUBT:
            message = f"the recogniser was {round(line.sure * 100)} % sure of this line"
            self.diagnostics.append(Diagnostic("low-confidence", message, start, self.at))
        region = Region(page, *(round(float(value), 2) for value in (line.x0, line.y0, line.x1, line.y1)))
        self.places.append(Place(start, self.at, region, round(line.size, 2), kind))


def indented(lines: Sequence[Printed]) -> tuple[Printed, ...]:
    """The lines of one column with the indent of each, by the edges of its neighbours (首行缩进).

    A line that is set in by one em to three, and stands no farther in than a first line does, opens a paragraph; text
    that runs round a picture is set in farther, or several lines together are.
    """
    from dataclasses import replace

    found: list[Printed] = []
    base: float | None = None
    for number, line in enumerate(lines):
        size = line.size or line.y1 - line.y0
        near: list[float] = []
        if number + 1 < len(lines):
            near.append(lines[number + 1].x0)
        if base is not None:
            near.append(base)
        indent = (line.x0 - min(near)) / size if near and size > 0 else 0.0
        if _LEAST_INDENT <= indent <= 3.2:
            found.append(replace(line, indent=indent))
        else:
            found.append(line)
            base = line.x0
    return tuple(found)


def regions_of(places: Sequence[Place], spans: Iterable[tuple[int, int]]) -> tuple[Region, ...]:
    """The box around the lines that the spans touch, one for each page. ``places`` are in the order of the text.

    >>> places = (Place(0, 2, Region(1, 0, 0, 9, 9)), Place(3, 5, Region(1, 0, 10, 12, 19)))
    >>> regions_of(places, [(1, 4)])
    (Region(page=1, x0=0, y0=0, x1=12, y1=19),)
    """
    if not places:
        return ()
    from bisect import bisect_right

    found: dict[int, Region] = {}
    for start, end in spans:
        at = bisect_right(places, start, key=lambda place: place.end)
        while at < len(places) and places[at].start < end:
            box, old = places[at].region, found.get(places[at].region.page)
            if old is not None:
                box = Region(
                    box.page, min(box.x0, old.x0), min(box.y0, old.y0), max(box.x1, old.x1), max(box.y1, old.y1)
                )
            found[box.page] = box
            at += 1
    return tuple(found[page] for page in sorted(found))


def pictures_of(pictures: Sequence[Region], caption: Sequence[Region]) -> tuple[Region, ...]:
    """The picture that stands nearest to a caption, within a few lines of it; empty where there is none.

    >>> pictures_of([Region(1, 0, 0, 90, 60), Region(1, 200, 0, 290, 60)], [Region(1, 0, 64, 90, 84)])
    (Region(page=1, x0=0, y0=0, x1=90, y1=60),)
    """
    if not pictures or not caption:
        return ()
    here = caption[0]
    near = [(_distance(picture, here), number) for number, picture in enumerate(pictures) if picture.page == here.page]
    distance, number = min(near, default=(_NEAREST, 0))
    return (pictures[number],) if distance < _NEAREST else ()


def _distance(one: Region, other: Region) -> float:
    across = max(one.x0 - other.x1, other.x0 - one.x1, 0.0)
    down = max(one.y0 - other.y1, other.y0 - one.y1, 0.0)
    return across + down
