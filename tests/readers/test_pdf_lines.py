"""Lines, copies and cuts by themselves: laws on random places, and time that grows with the input and no faster."""

from __future__ import annotations

import time
from itertools import pairwise
from random import Random

import pytest
from damage import drawn
from hypothesis import given
from hypothesis import strategies as st

from newsdoc.readers.columns import groups_of
from newsdoc.readers.cuts import Item, leaves_of
from newsdoc.readers.glyphs import Drawn, Glyph
from newsdoc.readers.pdf_lines import Piece, copies_among, pieces_of
from newsdoc.readers.placed import Group, Placed, Printed, Sheet, compose, indented, pictures_of, regions_of


def glyph(char: str, x: float, y: float, size: float = 10.0, part: int = 0) -> Glyph:
    return Glyph(char, x, y, x + size, y + size * 0.92, size, part=part)


GLYPHS = st.builds(
    glyph,
    st.sampled_from("一二，。aiI1重"),
    st.floats(0, 300, width=32),
    st.floats(0, 300, width=32),
    st.sampled_from((8.0, 10.0, 10.2, 24.0)),
    st.integers(0, 3),
)


@drawn(150)
@given(st.lists(GLYPHS, max_size=40))
def test_every_character_is_written_once(glyphs: list[Glyph]) -> None:
    drawing = Drawn(300, 300, tuple(glyphs))
    placed = compose([Sheet(groups_of(drawing))], "application/pdf")
    assert sorted("".join(placed.text.split())) == sorted(glyph.text for glyph in glyphs)
    taken = sum(edit.end - edit.start for edit in placed.edits)
    assert taken == len(copies_among(glyphs))
    for before, after in pairwise(placed.places):
        assert before.end < after.start
    for place in placed.places:
        assert placed.text[place.start : place.end].strip()


@drawn(100)
@given(st.lists(st.tuples(*[st.floats(0, 500, width=32)] * 2, st.floats(1, 200), st.floats(1, 40)), max_size=30))
def test_cuts_keep_every_item(boxes: list[tuple[float, float, float, float]]) -> None:
    items = [
        Item((x, y, x + wide, y + high), high, (Piece(str(number), (x, y, x + wide, y + high), high),))
        for number, (x, y, wide, high) in enumerate(boxes)
    ]
    found = [item.pieces[0].text for leaf in leaves_of(items) for item in leaf]
    assert sorted(found, key=int) == [str(number) for number in range(len(boxes))]


@pytest.mark.parametrize("shift", [0.0, 0.3, 0.9, 1.2])
def test_a_copy_near_its_original(shift: float) -> None:
    first = [glyph(char, 10 * number, 0) for number, char in enumerate("粮库翻新")]
    again = [glyph(char, 10 * number + shift, shift, part=1) for number, char in enumerate("粮库翻新")]
    assert copies_among([*first, *again]) == {4: 0, 5: 1, 6: 2, 7: 3}


def test_a_shift_that_may_be_the_next_letter_needs_a_run() -> None:
    narrow = [Glyph(char, 10 + 2.6 * number, 0, 12 + 2.6 * number, 9, 10.0) for number, char in enumerate("lllll")]
    assert copies_among(narrow) == {}
    shifted = [glyph(char, 10 * number + 2.5, 2.5, part=1) for number, char in enumerate("粮库翻新")]
    first = [glyph(char, 10 * number, 0) for number, char in enumerate("粮库翻新")]
    assert set(copies_among([*first, *shifted])) == {4, 5, 6, 7}
    assert copies_among([*first, glyph("库", 12.5, 2.5, part=1)]) == {}


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ((20, 0, 0, 0), (2, 0, 0, 0)),
        ((0, 0, 20, 0), (0, 0, 2, 0)),
        ((70, 50, 50, 0), (2, 0, 0, 0)),
        ((20, 20, 0), (0, 2, 0)),
        ((0, 0, 0), (0, 0, 0)),
    ],
)
def test_first_lines_are_set_in(edges: tuple[int, ...], expected: tuple[int, ...]) -> None:
    lines = [Printed("字", x, 12 * row, 200, 12 * row + 10, 10.0) for row, x in enumerate(edges)]
    assert tuple(round(line.indent) for line in indented(lines)) == expected


def test_regions_are_the_boxes_of_the_lines() -> None:
    lines = tuple(Printed("字句", 10, 12 * row, 30 + row, 12 * row + 10, 10.0) for row in range(3))
    placed = compose([Sheet((Group(lines),)), Sheet((Group(lines[:1]),))], "text/x")
    assert placed.text == "字句\n字句\n字句\f字句"
    assert [(r.page, r.y0, r.x1) for r in regions_of(placed.places, [(3, 7), (9, 10)])] == [
        (1, 12.0, 32.0),
        (2, 0.0, 30.0),
    ]
    assert regions_of(placed.places, []) == ()
    assert pictures_of((), regions_of(placed.places, [(0, 1)])) == ()


def row_of(count: int) -> list[Glyph]:
    return [glyph("一", 10.0 * (number % 60), 14.0 * (number // 60)) for number in range(count)]


def heap_of(count: int) -> list[Glyph]:
    return [glyph("一", 0.0, 0.0, part=number) for number in range(count)]


def column_of(count: int) -> list[Glyph]:
    return [glyph("一", 0.0, 10.0 * number) for number in range(count)]


def scattered(count: int) -> list[Glyph]:
    random = Random(7)
    return [
        glyph("一", random.uniform(0, 5e4), random.uniform(0, 5e4), random.choice((5, 10, 11))) for _ in range(count)
    ]


def alternating(count: int) -> list[Glyph]:
    return [glyph("一", 14.0 * number, 0.0, 10.0 if number % 2 else 6.0) for number in range(count)]


def stairs(count: int) -> list[Glyph]:
    return [glyph("一", 15.0 * number, 5.0 * number) for number in range(count)]


@pytest.mark.parametrize("hostile", [row_of, heap_of, column_of, scattered, alternating, stairs])
def test_time_grows_with_the_input_and_no_faster(hostile: object) -> None:
    def seconds(count: int) -> float:
        drawing = Drawn(600, 800, tuple(hostile(count)))  # type: ignore[operator]
        best = 1e9
        for _ in range(2):
            begin = time.process_time()
            compose([Sheet(groups_of(drawing))], "application/pdf")
            best = min(best, time.process_time() - begin)
        return best

    small, large = seconds(1_000), seconds(8_000)
    assert large <= 8 * 3.5 * max(small, 0.002)


def test_nothing_on_a_page() -> None:
    assert pieces_of(()) == []
    assert groups_of(Drawn(600, 800, ())) == ()
    assert compose([], "text/x") == Placed("", 0, "text/x")
