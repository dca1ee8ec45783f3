"""The rows that an article gives, and the parts that hold them, in JSON Lines and in Parquet."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from corpus.made import PAGE, json_lines, page, rows, tree
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdoc
import newsdoc.corpus.convert as convert
import newsdoc.corpus.parts as parts
from newsdoc.corpus import TABLES, CorpusError, convert_shard, tasks
from newsdoc.corpus.convert import Options, rows_of
from newsdoc.corpus.documents import Document
from newsdoc.corpus.parts import Parts
from newsdoc.corpus.tables import article_rows
from newsdoc.model.annotation import Quantity, text_to_fraction
from newsdoc.model.article import Article, Source, TextBlock

DOCUMENT = Document("a", "a.txt", "/a.txt", "", 1, 1)


def as_dicts(table: str, found: list[tuple]) -> list[dict]:
    return [dict(zip((column.name for column in TABLES[table]), row, strict=True)) for row in found]


def test_the_rows_say_what_the_article_says() -> None:
    article = newsdoc.parse(page(2), published="2024-04-02")
    found = {table: as_dicts(table, made) for table, made in article_rows(DOCUMENT, article, '{"page":"A1"}').items()}
    (document,) = found["documents"]
    assert newsdoc.from_json(document["article"]) == article
    assert document["headline"] == "老渠通了新水"
    assert document["authors"] == "林一舟"
    assert document["bylines"] == "本报记者 林一舟"
    assert document["published"] == "2024-04-02"
    assert document["extra"] == '{"page":"A1"}'
    assert document["text"].splitlines()[1] == "“水到田头，心里就踏实了。”种粮大户周福生说。"
    assert document["paragraphs"] == 2
    counts = {name: document[name] for name in ("quantities", "dates", "quotes", "figures")}
    assert (
        counts
        == {name: len(found[name]) for name in counts}
        == {"quantities": 3, "dates": 1, "quotes": 1, "figures": 1}
    )
    money = found["quantities"][0]
    assert (money["value"], money["value_float"], money["high"], money["unit"]) == ("3000000", 3e6, "4000000", "CNY")
    assert (found["quotes"][0]["speaker"], found["quotes"][0]["speaker_from"]) == ("周福生", "name")
    assert found["dates"][0]["edtf"] == "2023"
    assert found["figures"][0]["caption"] == "图为石门县灌区。"
    assert found["errors"] == []


def test_every_offset_leads_to_its_text_in_the_article() -> None:
    article = newsdoc.parse(Path(__file__).parents[1].joinpath("pages", "mainland-briefs.txt").read_text("utf-8"))
    blocks = {block.id: block for block in article.blocks()}
    made = article_rows(DOCUMENT, article)
    for table in ("quantities", "dates", "quotes"):
        found = as_dicts(table, made[table])
        assert [row["n"] for row in found] == list(range(len(getattr(article, table))))
        for row in found:
            assert blocks[row["block"]].text[row["start"] : row["end"]] == row["text"]
            assert row["story"] == next(
                (
                    n
                    for n, story in enumerate((article, *article.sidebars))
                    if row["block"] in {block.id for block in story.story_blocks()}
                ),
                None,
            )
    assert {row["story"] for row in as_dicts("quantities", made["quantities"])} >= {0, 1}


def test_floats_are_there_only_where_they_are_finite() -> None:
    values = (Fraction(10**400), Fraction(1, 3), Fraction("4622500.5"))
    quantities = tuple(Quantity(0, 1, "x", "number", value, base_value=value) for value in values)
    block = TextBlock(id="b1", role="lead", text="x", quantities=quantities)
    article = Article(source=Source(sha256="", text="x"), lead=block)
    found = as_dicts("quantities", article_rows(DOCUMENT, article)["quantities"])
    assert [row["value_float"] for row in found] == [None, 1 / 3, 4622500.5]
    assert [row["base_value_float"] for row in found] == [None, 1 / 3, 4622500.5]
    assert [text_to_fraction(row["value"]) for row in found] == list(values)


HOSTILE = st.text(st.characters(codec=None), max_size=60) | st.sampled_from([PAGE, "\ud800口岸", "\0", "\u2028a\r\n"])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(HOSTILE, HOSTILE, HOSTILE), max_size=4))
def test_law_no_text_breaks_a_row_and_both_formats_hold_the_same(
    tmp_path_factory, drawn: list[tuple[str, str, str]]
) -> None:
    import pyarrow.parquet as pq

    folder = tmp_path_factory.mktemp("hostile")
    given = [{"id": id_ or None, "text": text, "更": extra} for id_, text, extra in drawn]
    # In ASCII, so that a lone surrogate is the escape that JSON allows.
    path = json_lines(folder / "in.jsonl", [json.dumps(row) for row in given])
    (task,) = tasks(path, folder / "out", formats=("jsonl", "parquet"))
    record = convert_shard(task)
    assert record.rows["documents"] + record.rows["errors"] == len(drawn)
    assert {row["error"] for row in rows(folder / "out", "errors")} <= {"RepeatedId"}
    for table in TABLES:
        (packed,) = (folder / "out" / table).glob("*.parquet")
        lines = rows(folder / "out", table)
        assert [json.loads(json.dumps(row, default=str)) for row in pq.read_table(packed).to_pylist()] == lines
        for row in lines:
            json.dumps(row, ensure_ascii=False).encode("utf-8")


def test_every_column_has_its_type_in_parquet_even_where_a_part_is_empty(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    with Parts(str(tmp_path), 3, ("parquet",)) as empty:
        empty.publish()
    for table, columns in TABLES.items():
        schema = pq.read_schema(tmp_path / table / "part-00000003.parquet")
        assert schema.names == [column.name for column in columns]
        assert {str(schema.field(name).type) for name in schema.names} <= {
            "string",
            "int64",
            "double",
            "bool",
            "date32[day]",
        }
    assert (
        str(pq.read_schema(tmp_path / "documents" / "part-00000003.parquet").field("published").type) == "date32[day]"
    )


def test_row_groups_end_by_what_they_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pyarrow.parquet as pq

    monkeypatch.setattr(parts, "_GROUP", 100)
    with Parts(str(tmp_path), 0, ("parquet",)) as made:
        for number in range(5):
            made.add({"errors": [(str(number), "x" * 40, "E", "m")]})
        made.publish()
    file = pq.ParquetFile(tmp_path / "errors" / "part-00000000.parquet")
    assert (file.num_row_groups, file.read().num_rows) == (2, 5)


def test_parts_that_are_not_published_leave_nothing(tmp_path: Path) -> None:
    with Parts(str(tmp_path), 0, ("jsonl", "parquet")) as made:
        made.add({"errors": [("a", "b", "c", "d")]})
    assert tree(tmp_path) == {}


def test_parquet_without_pyarrow_is_one_clear_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(parts, "find_spec", lambda name: None)
    with pytest.raises(CorpusError, match=r"pip install 'newsdoc\[parquet\]'"):
        next(tasks(tmp_path, tmp_path / "out", formats=("parquet",)))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("error", [RecursionError("deep"), MemoryError(), KeyError("x")])
def test_a_defect_is_a_row_that_names_it(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*args: object, **more: object) -> None:
        raise error

    monkeypatch.setattr(convert, "read", fail)
    ((_, where, name, message),) = rows_of(DOCUMENT._replace(start=-1), Options())["errors"]
    assert (where, name) == ("a.txt", type(error).__name__)
    assert message.startswith("a defect of newsdoc, please report it") != isinstance(error, MemoryError)


def test_an_interrupt_is_no_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*args: object, **more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(convert, "read", stop)
    with pytest.raises(KeyboardInterrupt):
        rows_of(DOCUMENT, Options())


def test_a_file_that_cannot_be_read_says_so_without_the_place_of_the_archive(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    path = json_lines(
        tmp_path / "x.jsonl",
        [
            {"id": "p", "path": "a.txt"},
            {"id": "q", "path": "b.txt"},
            {"id": "r", "text": "", "published": "2024-13-01"},
        ],
    )
    (task,) = tasks([tmp_path / "a.txt", path], tmp_path / "out")
    convert_shard(task)
    found = rows(tmp_path / "out", "errors")
    assert [row["error"] for row in found] == ["ReadError", "ReadError", "ReadError", "NewsdocError"]
    assert found[0]["message"].startswith("this is a PNG")
    assert found[1]["message"].startswith("a.txt: this is a PNG")
    assert found[2]["message"] == "b.txt: there is no such file"
    assert found[3]["message"] == "published is '2024-13-01'; it must be a day such as 2024-05-20"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("x" * 11)
    monkeypatch.setattr(convert, "LARGEST_FILE", 10)
    (task,) = tasks(tmp_path / "a.txt", tmp_path / "out")
    convert_shard(task)
    assert (
        rows(tmp_path / "out", "errors")[0]["message"]
        == "the file has 11 bytes; 10 are the most that is taken for a page"
    )


def test_a_row_may_name_a_file_and_its_day(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text(page(0), "utf-8")
    path = json_lines(
        tmp_path / "list.jsonl.gz", [{"id": "a", "path": "pages/a.txt", "published": "1999-05-01", "版": 3}]
    )
    (task,) = tasks(path, tmp_path / "out", published="2024-01-01")
    assert task.shard.documents[0].data is None
    convert_shard(task)
    (row,) = rows(tmp_path / "out", "documents")
    assert (row["name"], row["published"], row["extra"]) == ("a.txt", "1999-05-01", '{"版":3}')
    assert rows(tmp_path / "out", "dates")[0]["edtf"] == "1998"
