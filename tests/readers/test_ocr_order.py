"""Order, lines and spaces of recognised pages, whatever the format: each case a defect that a file showed."""

from __future__ import annotations

import io
import itertools
import time
from pathlib import Path
from random import Random

import pytest
from damage import drawn, lost
from hypothesis import given
from hypothesis import strategies as st

from newsdoc import read
from newsdoc.errors import ReadError
from newsdoc.readers.alto import read_alto
from newsdoc.readers.hocr import read_hocr
from newsdoc.readers.ocr import Row, Word, row_of
from newsdoc.readers.ocr_order import Recognised, sheet_of
from newsdoc.readers.page_xml import read_page_xml

DATA = Path(__file__).parent / "data"
Line = tuple[str, float, float]
"""A text, and where it begins; its characters are ten points wide and high."""


def row(line: Line, block: int = 0, size: float = 10.0) -> Row:
    text, x, y = line
    words = [
        Word(char, (x + at * size + 1, y, x + (at + 1) * size - 1, y + size))
        for at, char in enumerate(text)
        if char != " "
    ]
    found = row_of(words, (x, y, x + len(text) * size, y + size))
    assert found is not None
    return Row(found.words, found.box, found.size, block=block)


def column(x: float, y: float, *texts: str, block: int = 0) -> list[Row]:
    return [row((text, x, y + 15 * number), block) for number, text in enumerate(texts)]


def texts(rows: list[Row], **more: object) -> list[list[str]]:
    sheet = sheet_of(Recognised(tuple(rows), **more))  # type: ignore[arg-type]
    found: list[list[str]] = []
    for group in sheet.groups:
        lines = [line.text for line in group.lines]
        if group.goes_on:
            found[-1] += lines
        else:
            found.append(lines)
    return found


FIRST = ("临水县城东的粮库去年", "腊月翻修一新，仓顶换", "了隔热的铝板，墙根也")
SECOND = ("重新做了防潮层，管库", "的老周每天绕着八座仓", "走一圈。")
HEAD = row(("临水粮库翻新记", 20, 0), 9, 30.0)


def test_a_headline_that_the_file_has_behind_a_column_comes_first() -> None:
    rows = [*column(0, 60, *FIRST, block=1), HEAD, *column(120, 60, *SECOND, block=2)]
    assert texts(rows) == [["临水粮库翻新记"], [*FIRST, *SECOND]]


def test_an_order_that_the_file_states_is_kept() -> None:
    rows = [*column(0, 60, *FIRST, block=1), HEAD, *column(120, 60, *SECOND, block=2)]
    assert texts(rows, ordered=True) == [[*FIRST], ["临水粮库翻新记"], [*SECOND]]


def test_rows_without_places_keep_their_order() -> None:
    rows = [Row((Word(text),), None, 0.0, block=number) for number, text in enumerate("甲乙丙")]
    assert texts(rows) == [["甲"], ["乙"], ["丙"]]


def test_lines_run_together_over_a_gutter_are_cut() -> None:
    rows = [
        row((f"{left}  {right}", 0, 60 + 15 * number), 1)
        for number, (left, right) in enumerate(zip(FIRST, SECOND, strict=True))
    ]
    assert texts(rows) == [[*FIRST, *SECOND]]


def test_a_line_whose_words_hide_the_gutter_is_cut_as_those_below_it() -> None:
    boxes = [(at * 11.0, 60.0, at * 11.0 + 10.0, 70.0) for at in range(20)]
    hidden = row_of(map(Word, FIRST[0] + SECOND[0], boxes), (0, 60, 220, 70))
    assert hidden is not None
    rows = [
        Row(hidden.words, hidden.box, hidden.size, block=1),
        *(row((f"{FIRST[at]}  {SECOND[at]}", 0, 60 + 15 * at), 1) for at in (1, 2)),
    ]
    assert texts(rows) == [[*FIRST, *SECOND]]


def test_labels_of_a_table_stay_beside_their_cells() -> None:
    rows = [
        row((f"{label}   {cell}", 0, 15 * n), 1) for n, (label, cell) in enumerate([("春", "育秧"), ("秋", "收稻")])
    ]
    assert texts(rows) == [["春 育秧", "秋 收稻"]]


def test_a_block_that_was_cut_in_mid_sentence_goes_on() -> None:
    rows = [*column(0, 0, *FIRST, block=1), *column(0, 45, *SECOND, block=2), *column(0, 90, *FIRST, block=3)]
    assert texts(rows) == [[*FIRST, *SECOND], [*FIRST]]
    short = [*column(0, 0, *FIRST, "没有句号", block=1), *column(0, 60, *SECOND, block=2)]
    assert texts(short) == [[*FIRST, "没有句号"], [*SECOND]]


@pytest.mark.parametrize("slope", [-0.02, 0.02])
def test_a_scan_that_is_askew(slope: float) -> None:
    def turned(line: Row) -> Row:
        boxes = [word.box for word in line.words if word.box]
        words = [
            Word(word.text, (box[0], box[1] + slope * box[0], box[2], box[3] + slope * box[0]))
            for word, box in zip(line.words, boxes, strict=True)
        ]
        found = row_of(words, None)
        assert found is not None
        return Row(found.words, found.box, found.size, block=line.block)

    left, right = FIRST[0] * 2, SECOND[0] * 2
    rows = [*column(0, 60, *[left] * 9, block=1), HEAD, *column(230, 62, *[right] * 9, block=2)]
    assert texts(list(map(turned, rows))) == [["临水粮库翻新记"], [*[left] * 9, *[right] * 9]]


def test_rubbish_in_a_picture_is_furniture() -> None:
    words = [Word("一|例", (110, 210, 150, 220), 0.2)]
    rubbish = row_of(words, None)
    assert rubbish is not None
    rows = [*column(0, 60, *FIRST), Row(rubbish.words, rubbish.box, rubbish.size, block=4)]
    sheet = sheet_of(Recognised(tuple(rows), pictures=((100, 150, 300, 300),)))
    assert [group.kind for group in sheet.groups] == [None, "furniture"]


@pytest.mark.parametrize(
    ("text", "sure", "kinds"),
    [("Se FE: HAE", 0.3, [None, "furniture"]), ("WHO", 0.9, [None]), ("没认清", 0.3, [None])],
)
def test_letters_of_little_confidence_on_a_chinese_page_are_furniture(
    text: str, sure: float, kinds: list[str | None]
) -> None:
    doubted = row_of([Word(text, (0, 75, 80, 85), sure)], None)
    assert doubted is not None
    rows = [*column(0, 60, FIRST[0]), doubted, *column(0, 90, *SECOND)]
    assert sorted({group.kind for group in sheet_of(Recognised(tuple(rows))).groups}, key=bool) == kinds


def test_a_full_line_has_no_room_for_a_space() -> None:
    boxes = [(at * 10.0 + (4 if at == 5 else 1), 75.0, at * 10.0 + (14 if at == 5 else 2), 85.0) for at in range(10)]
    vague = row_of([Word(char, box) for char, box in zip(FIRST[1], boxes, strict=True)], (0, 75, 97, 85))
    assert vague is not None
    assert " " in vague.text
    rows = [*column(0, 60, FIRST[0]), Row(vague.words, vague.box, vague.size), *column(0, 90, *SECOND)]
    assert " " not in "".join(itertools.chain(*texts(rows)))


def test_upright_columns_keep_the_order_of_the_file_and_their_indents() -> None:
    rows = []
    for number, (text, y) in enumerate(
        [("临水县城东的粮库", 20), ("去年腊月翻修一新仓顶", 0), ("换了隔热的铝板。", 0)]
    ):
        box = (100.0 - 20 * number, y, 110.0 - 20 * number, y + 10.0 * len(text))
        found = row_of([Word(text, box)], box)
        assert found is not None
        assert found.size == pytest.approx(10, rel=0.1)
        rows.append(found)
    sheet = sheet_of(Recognised(tuple(rows)))
    assert [[line.text[:2] for line in group.lines] for group in sheet.groups] == [["临水", "去年", "换了"]]
    assert [round(line.indent) for line in sheet.groups[0].lines] == [2, 0, 0]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([("水", 0, 6), ("粮", 11, 20)], "水粮"),
        ([("本报记者", 0, 40), ("周小满", 50, 80)], "本报记者 周小满"),
        ([("新。", 0, 14), ("墙根", 20, 40)], "新。墙根"),
        ([("新", 0, 10), ("，", 17, 20), ("墙根", 30, 50)], "新，墙根"),
        ([("仓", 0, 30), ("顶", 12, 22)], "仓顶"),
        ([("The", 0, 20), ("store", 21, 50)], "The store"),
        ([("涨", 0, 10), ("5.2%", 12, 30)], "涨5.2%"),
    ],
)
def test_spaces(words: list[tuple[str, float, float]], text: str) -> None:
    right = max(word[2] for word in words)
    found = row_of([Word(word, (x0, 0, x1, 10)) for word, x0, x1 in words], (0, 0, right, 10), 10.0)
    assert found is not None
    assert found.text == text


def test_regions_enclose_words_that_stick_out_of_their_line() -> None:
    found = row_of([Word("临水", (0, -5, 20, 12)), Word("粮库", (20, 0, 45, 10))], (0, 0, 40, 10))
    assert found is not None
    (line,) = sheet_of(Recognised((found,))).groups[0].lines
    assert (line.x0, line.y0, line.x1, line.y1) == (0, -5, 45, 12)


def test_names_of_lines_that_tesseract_guesses_are_not_used() -> None:
    body = "<span class='ocr_header' title='bbox 0 0 90 9'>本报记者</span><span class='ocr_caption'>正文</span>"
    for content, kinds in (("tesseract 5.3.0", [None, None]), ("other", ["heading", "caption"])):
        head = f"<html><meta name='ocr-system' content='{content}'/><div class='ocr_page'>"
        assert [place.kind for place in read_hocr(f"{head}{body}</div></html>".encode()).places] == kinds


def test_types_of_hocr_blocks_hold_for_their_lines() -> None:
    body = (
        "<div class='ocr_page'><div class='ocr_title'><span class='ocr_line'>题</span></div>"
        "<div class='ocr_carea'><span class='ocr_line'>文</span></div><div class='ocr_float'><p class='ocr_par'>"
        "<span class='ocr_line'>框</span></p></div><span class='ocr_line'>尾</span></div>"
    )
    assert [place.kind for place in read_hocr(body.encode()).places] == ["heading", None, "floating", None]


def test_types_that_page_tools_write_into_custom() -> None:
    text = "<TextEquiv><Unicode>题</Unicode></TextEquiv>"
    region = f"<TextRegion custom='readingOrder {{index:0;}} structure {{type:heading;}}'>{text}</TextRegion>"
    assert read_page_xml(f"<PcGts><Page>{region}</Page></PcGts>".encode()).places[0].kind == "heading"


def test_blocks_within_a_composed_block_are_one_column() -> None:
    def line(text: str, x: int, y: int) -> str:
        place = f"HPOS='{x}' VPOS='{y}' WIDTH='{10 * len(text)}' HEIGHT='10'"
        return f"<TextLine {place}><String CONTENT='{text}'/></TextLine>"

    blocks = [
        [line(text, 0, 15 * at) for at, text in enumerate(SECOND)],
        [line(FIRST[0][2:], 20, 45)],
        [line(text, 0, 60 + 15 * at) for at, text in enumerate(SECOND)],
    ]
    inner = "".join(f"<TextBlock>{''.join(lines)}</TextBlock>" for lines in blocks)
    page = f"<Page><PrintSpace><ComposedBlock>{inner}</ComposedBlock></PrintSpace></Page>"
    written = "\n".join((*SECOND, "", f"　　{FIRST[0][2:]}", *SECOND))
    assert read_alto(f"<alto><Layout>{page}</Layout></alto>".encode()).text == written


NUMBERS = st.sampled_from((0.0, 1.0, 9.0, 10.0, 15.0, 40.0, 100.0, 300.0))
ROWS = st.builds(
    lambda text, x, y, size, block: row((text, x, y), block, size),
    st.sampled_from(("临", "临水县城", "临水  粮库", "新，  水", "abc  def", "水。")),
    NUMBERS,
    NUMBERS,
    st.sampled_from((8.0, 10.0, 30.0)),
    st.integers(0, 3),
)


@drawn(150)
@given(st.lists(ROWS, max_size=20), st.booleans())
def test_every_character_is_kept_once(rows: list[Row], ordered: bool) -> None:
    sheet = sheet_of(Recognised(tuple(rows), pictures=((5, 5, 90, 90),), rules=((0, 50, 300, 51),), ordered=ordered))
    given = sorted("".join("".join(row.text.split()) for row in rows))
    assert sorted("".join("".join(line.text.split()) for group in sheet.groups for line in group.lines)) == given


@pytest.mark.parametrize("kind", ["columns", "anywhere", "one place", "gaps", "words", "pictures"])
def test_time_grows_with_the_page_and_no_faster(kind: str) -> None:
    def page(count: int) -> Recognised:
        random = Random(5)
        rows = []
        for at in range(count):
            x, y = {
                "columns": (at % 8 * 120.0, at // 8 * 15.0),
                "anywhere": (random.random() * 900, random.random() * 2 * count),
                "one place": (0.0, 0.0),
            }.get(kind, (0.0, at * 15.0))
            text = "临水  县城  粮库  腊月" if kind == "gaps" else "临水县城粮库"
            rows.append(row((text, x, y), at // 20))
        if kind == "words":
            rows = [row(("粮  " * count, 0, 15.0 * at)) for at in range(4)]
        boxes = tuple((at * 7.0 % 900, at * 3.0, at * 7.0 % 900 + 50, at * 3.0 + 1) for at in range(count))
        return Recognised(tuple(rows), *((boxes, boxes) if kind == "pictures" else ((), ())))

    def seconds(count: int) -> float:
        made = page(count)
        begin = time.process_time()
        sheet_of(made)
        return time.process_time() - begin

    small, large = seconds(400), seconds(3_200)
    assert large <= 8 * 3.5 * max(small, 0.01)


@pytest.mark.parametrize("path", sorted(DATA.iterdir()), ids=lambda path: path.name)
@drawn(12)
@given(seed=st.integers(0, 2**32))
def test_damaged_files_give_an_article_or_an_error(path: Path, seed: int) -> None:
    random, data = Random(seed), bytearray(path.read_bytes())
    for _ in range(random.randint(1, 40)):
        at = random.randrange(len(data))
        data[at : at + random.choice((0, 1, 1, 300))] = random.choice((b"", b"9", b"-", b"<", b"'", b"\xff", b">"))
    try:
        article = read(io.BytesIO(data[: random.choice((len(data), random.randrange(len(data))))]))
    except ReadError:
        return
    assert lost(article) == []


def test_a_hostile_page_is_read() -> None:
    line = (
        "<span class='ocr_line' title='bbox 0 0 1e9 9'><span class='ocrx_word' title='bbox 9 0 -5 nan'>字</span></span>"
    )
    article = read(io.BytesIO(f"<div class='ocr_page'>{line * 500}</div>".encode()))
    assert lost(article) == []
