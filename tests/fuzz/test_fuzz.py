"""The fuzz targets, fed by hypothesis: few draws in every run, and with NEWSDOC_DRAWS=N as many as wanted.

The seeds of a long run are new each time; what fails is kept in .hypothesis and tried again first.
"""

from __future__ import annotations

import json
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from damage import DRAWS, drawn
from fuzz.pieces import BYTES, CELLS, DAYS, LANGUAGES, LINES, TABLES, WORDS
from fuzz.targets import (
    SCRIPTS,
    STYLES,
    TONGUES,
    changed,
    on_align,
    on_check_figures,
    on_dates,
    on_format_number,
    on_from_json,
    on_json_schema,
    on_lexicon_load,
    on_parse,
    on_parse_number,
    on_quantities,
    on_quotes,
    on_read,
    on_render,
    on_repair,
    on_to_html,
    on_to_json,
    on_to_markdown,
    on_to_script,
    planted,
)
from hypothesis import example, given
from hypothesis import strategies as st

import newsdoc
from newsdoc.model.annotation import Span
from newsdoc.model.article import Section, TextBlock

SOME = max(10, DRAWS // 2)
FEW = max(10, DRAWS // 5)
DATA = Path(__file__).parents[1] / "readers" / "data"

any_text = st.text(st.characters(exclude_categories=()), max_size=60)
words = st.lists(st.sampled_from(WORDS), max_size=24).map("".join)
spaced = st.lists(st.sampled_from(WORDS), max_size=16).map(" ".join)
pages = st.lists(st.sampled_from(WORDS) | st.sampled_from(LINES), max_size=24).map("".join)
many = st.builds(lambda piece, times, rest: piece * times + rest, words, st.integers(2, 5), words)
twice = st.builds(lambda text, times: "".join(char * times for char in text), pages, st.integers(2, 4))
texts = any_text | words | spaced | pages | many | twice
languages = st.sampled_from(LANGUAGES) | st.text(max_size=4)
days = st.sampled_from(DAYS) | st.dates() | st.datetimes() | st.text("0123456789-TW:Z+ ", max_size=12)


@drawn(DRAWS)
@given(texts, days)
def test_fuzz_parse(text: str, published: Any) -> None:
    on_parse(text, published)


@drawn(DRAWS)
@given(texts)
@example("卍䩏庮一\ud8000卍䩏庮一\ud8000")
@example(
    "责编：李某\u3000王某\n个百分点同 比 增 长 36.37% ，占 全 市 的 70% 以\nsince 同期记者从局里获悉张三 李 力 王五\n0"
)
@example("0记者岚儻记者岚儻0记者岚儻记者岚儻")
@example("▲河口港新泊位昨日试航。于舟 摄\n'\"▲河口港新泊位昨日试航。于舟 摄\n▲河口港新泊位昨日试航。于舟 摄\n")
def test_fuzz_repair(text: str) -> None:
    on_repair(text)


@drawn(2 * DRAWS)
@given(texts, languages)
@example("minus tens", None)
@example("3多亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿亿", "zh-Hans")
def test_fuzz_quantities(text: str, language: str | None) -> None:
    on_quantities(text, language)


@drawn(2 * DRAWS)
@given(texts, days, languages)
def test_fuzz_dates(text: str, reference: Any, language: str | None) -> None:
    on_dates(text, reference, language)


@drawn(2 * DRAWS)
@given(texts, languages)
def test_fuzz_quotes(text: str, language: str | None) -> None:
    on_quotes(text, language)


@drawn(2 * DRAWS)
@given(texts)
def test_fuzz_parse_number(text: str) -> None:
    on_parse_number(text)


numbers = (
    st.fractions()
    | st.integers()
    | st.builds(lambda top, power: Fraction(top) * Fraction(10) ** power, st.integers(), st.integers(-60, 60))
    | st.sampled_from([True, 1.5, None, "1", 10**48, 10**48 - 1, Fraction(1, 10**48), -(10**39)])
)


@drawn(2 * DRAWS)
@given(numbers, st.sampled_from([*STYLES, "compact-en", "", None, 1]) | st.text(max_size=5))
@example(Fraction(1, 1000003), "en")
def test_fuzz_format_number(value: Any, style: Any) -> None:
    on_format_number(value, style)


@drawn(DRAWS)
@given(texts, days, st.sampled_from([*TONGUES, "fr", ""]))
def test_fuzz_render(text: str, reference: Any, language: str) -> None:
    for item in (*on_quantities(text), *on_dates(text, reference)):
        on_render(item, language)


@drawn(SOME)
@given(texts, st.sampled_from([*SCRIPTS, "zh_cn", "ZH-MO", "en", "", "\ud800"]))
def test_fuzz_to_script(text: str, script: str) -> None:
    on_to_script(newsdoc.parse(text, published="2023-03-21"), script)


@drawn(SOME)
@given(texts, st.none() | st.integers(0, 9))
def test_fuzz_to_json(text: str, indent: int | None) -> None:
    on_to_json(newsdoc.parse(text, published="2023-03-21"), indent)


@drawn(SOME)
@given(texts, st.sampled_from(["zh", "en", "both", "", "fr"]))
def test_fuzz_to_markdown(text: str, labels: str) -> None:
    on_to_markdown(newsdoc.parse(text, published="2023-03-21"), labels)


@drawn(SOME)
@given(texts, st.sampled_from(["zh", "en", "both", "", "fr"]))
def test_fuzz_to_html(text: str, labels: str) -> None:
    on_to_html(newsdoc.parse(text, published="2023-03-21"), labels)


@cache
def _written() -> tuple[str, ...]:
    """Articles as JSON, one with all that a page can have and one of nothing."""
    dumps = ("".join(LINES), "".join(LINES[:5]) * 2 + "\f" + "".join(LINES[5:]), "3吨。", "")
    return tuple(newsdoc.to_json(newsdoc.parse(dump, published="2023-03-21"), indent=None) for dump in dumps)


plants = (
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats()
    | any_text
    | st.sampled_from(
        [*WORDS, *DAYS, "1/0", "1/3", "-5", "9" * 5000, "2023-01/2023-02", "../2019", "XXXX-02-20", "1.0"]
    )
    | st.sampled_from([[], {}, [None], {"start": 0, "end": 1}, [{"start": 5, "end": 2}], {"id": "b1"}, -1, 0, 1, 10**9])
)


@drawn(DRAWS)
@given(st.integers(0, 3), st.lists(st.tuples(st.integers(0, 10**4), plants), min_size=1, max_size=3))
def test_fuzz_from_json_of_changed_values(which: int, edits: list[tuple[int, Any]]) -> None:
    on_from_json(json.dumps(planted(json.loads(_written()[which]), edits)))


@drawn(DRAWS)
@given(
    st.integers(0, 3),
    st.lists(st.tuples(st.integers(0, 10**5), st.integers(0, 9), words | any_text), min_size=1, max_size=4),
)
def test_fuzz_from_json_of_broken_text(which: int, edits: list[tuple[int, int, str]]) -> None:
    on_from_json(changed(_written()[which], edits))


@drawn(DRAWS)
@given(texts | st.sampled_from(["[" * 9999, '{"a":' * 9999, "1" * 9999, "1e999", "NaN", '"\\ud800"', "\ufeff{}"]))
def test_fuzz_from_json_of_any_text(text: str) -> None:
    on_from_json(text)


@drawn(FEW)
@given(st.tuples(st.integers(), st.integers()), words)
@example((-286, 86), "3吨。")
@example((-(10**12), 10**12), "3吨。")
def test_fuzz_articles_with_spans_of_anywhere(place: tuple[int, int], text: str) -> None:
    block = TextBlock(id="b1", role="paragraph", text=text, source=(Span(*place),))
    article = newsdoc.parse("去年产粮3吨。\n").model_copy(update={"sections": (Section(paragraphs=(block,)),)})
    on_from_json(newsdoc.to_json(article))


def test_fuzz_json_schema() -> None:
    on_json_schema()


@drawn(SOME)
@given(texts, texts)
def test_fuzz_align(source: str, translation: str) -> None:
    on_align(source, translation)


@drawn(DRAWS)
@given(texts, texts)
def test_fuzz_check_figures(source: str, translation: str) -> None:
    on_check_figures(source, translation)


@drawn(FEW)
@given(pages, pages)
def test_fuzz_check_figures_of_articles(source: str, translation: str) -> None:
    ours, theirs = newsdoc.parse(source), newsdoc.parse(translation)
    on_check_figures(ours, theirs)
    on_align(ours, theirs)


cells = st.sampled_from(CELLS) | st.text(max_size=4)
rows = st.lists(cells, max_size=6).map(lambda found: "\t".join(found) + "\n")


@st.composite
def lexicons(draw: st.DrawFn) -> bytes:
    """A lexicon file that is right in its frame."""
    table = draw(st.sampled_from(sorted(newsdoc.lexicon.TABLES)))
    columns = draw(st.permutations(newsdoc.lexicon.TABLES[table]))
    body = "".join(draw(st.lists(st.lists(cells, max_size=len(columns)), min_size=1, max_size=3).map(_lines)))
    return f"[{table}]\n{chr(9).join(columns)}\n{body}".encode(errors="surrogatepass")


def _lines(found: list[list[str]]) -> str:
    return "".join("\t".join(row) + "\n" for row in found)


broken = st.lists(st.sampled_from(TABLES) | rows, max_size=8).map("".join).map(lambda text: text.encode())


@drawn(FEW)
@given(lexicons() | broken | st.binary(max_size=40), words | spaced)
def test_fuzz_lexicon_load(data: bytes, text: str) -> None:
    on_lexicon_load(data, text)


@cache
def _files() -> tuple[bytes, ...]:
    """The files to damage: OCR as Tesseract wrote it, cut to some lines, and text in several encodings."""
    made = [path.read_bytes()[:6000] for path in sorted(DATA.iterdir())]
    page = "".join(LINES)
    return (*made, *(page.encode(code) for code in ("utf-8-sig", "gb18030", "utf-16", "utf-16-be", "utf-32")))


@drawn(DRAWS)
@given(st.binary(max_size=300) | st.lists(st.sampled_from(BYTES), max_size=24).map(b"".join))
@example(b"")
def test_fuzz_read(data: bytes) -> None:
    on_read(data)


@drawn(FEW)
@given(
    st.integers(0, 99),
    st.lists(
        st.tuples(st.integers(0, 6000), st.integers(0, 40), st.binary(max_size=3) | st.sampled_from(BYTES)), max_size=4
    ),
)
def test_fuzz_read_damaged_files(which: int, edits: list[tuple[int, int, bytes]]) -> None:
    files = _files()
    data = files[which % len(files)]
    for at, length, new in edits:
        data = data[:at] + new + data[at + length :]
    on_read(data)
