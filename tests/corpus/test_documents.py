"""Which documents an input holds: order, names, what is left out, what is refused."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from corpus.made import json_lines
from hypothesis import given
from hypothesis import strategies as st

from newsdoc.corpus import CorpusError
from newsdoc.corpus.documents import Document, bytes_of, check_inputs, documents
from newsdoc.corpus.rows import LARGEST_ROW, lines_of, row_of
from newsdoc.corpus.shards import growing, shards_of
from newsdoc.corpus.spill import in_order, with_repeats_told
from newsdoc.errors import ReadError

posix = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and permissions of POSIX")


def ids(*inputs: str, out: str | None = None) -> list[str]:
    return [document.id for document in documents(inputs, out=out)]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "b.txt",
        "a/2.txt",
        "a/1.txt",
        "a/深/x.xml",
        "a-b.pdf",
        "c.jpg",
        ".hidden.txt",
        ".git/x.txt",
        "a/README",
    ):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "in"


def test_a_folder_gives_its_files_by_name_without_the_hidden_and_the_unknown(archive: Path) -> None:
    expected = ["in/a/1.txt", "in/a/2.txt", "in/a/README", "in/a/深/x.xml", "in/a-b.pdf", "in/b.txt"]
    assert ids("in") == ids("./in/") == expected
    left: list[str] = []
    list(documents(["in"], left_out=left.append))
    assert left == ["in/c.jpg"]


def test_the_bytes_add_up_to_what_the_documents_stand_for(archive: Path) -> None:
    json_lines(archive / "rows.jsonl", [{"text": "一"}, "", "no json", {"text": "二"}])
    packed = json_lines(archive / "rows.jsonl.gz", [{"text": "一"}] * 50)
    read = sum(document.read for document in documents(["in"]))
    assert read == sum(bytes_of(["in"]))
    assert read > packed.stat().st_size


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("in/*.txt", ["in/b.txt"]),
        ("in/*/[12].txt", ["in/a/1.txt", "in/a/2.txt"]),
        ("in/**/*.txt", ["in/a/1.txt", "in/a/2.txt", "in/b.txt"]),
        ("in/**/**/深/*", ["in/a/深/x.xml"]),
        ("in/a*", ["in/a/1.txt", "in/a/2.txt", "in/a/README", "in/a/深/x.xml", "in/a-b.pdf"]),
        ("in/?.jpg", ["in/c.jpg"]),
        ("in/a/**", ["in/a/1.txt", "in/a/2.txt", "in/a/README", "in/a/深/x.xml"]),
        ("in/.h*", ["in/.hidden.txt"]),
    ],
)
def test_a_pattern_is_expanded_in_order(archive: Path, pattern: str, expected: list[str]) -> None:
    assert ids(pattern) == expected


def test_a_pattern_finds_what_pathlib_finds(archive: Path) -> None:
    for pattern in ("in/**/*.txt", "in/*/*", "in/**/a/**/*.txt", "*/a/*.txt", "in/**/[!1].*"):
        found = [str(path) for path in Path().glob(pattern) if path.is_file()]
        visible = {path for path in found if not any(part.startswith(".") for part in Path(path).parts)}
        # A folder that the pattern names stands for all that it holds.
        assert visible <= {document.where for document in documents([pattern])}


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(archive: Path) -> None:
    (archive / "[1].txt").write_text("x")
    assert ids("in/[1].txt") == ["in/[1].txt"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("in/none.txt", "in/none.txt: there is no such file or folder"),
        ("in/none*", "in/none*: nothing fits this pattern"),
        ("nowhere/*", "nowhere/*: nothing fits this pattern"),
    ],
)
def test_an_input_that_is_not_there_is_told_at_once(archive: Path, path: str, message: str) -> None:
    with pytest.raises(CorpusError) as caught:
        check_inputs(["in", path])
    assert str(caught.value) == message


@posix
def test_links_are_followed_but_never_round_in_a_circle(archive: Path) -> None:
    (archive / "a" / "up").symlink_to(archive)
    (archive / "a" / "self").symlink_to(archive / "a")
    (archive / "z").symlink_to(archive / "a" / "深")
    (archive / "gone.txt").symlink_to(archive / "nothing")
    os.mkfifo(archive / "pipe.txt")
    found = ids("in")
    assert len(found) == 8
    assert {"in/z/x.xml", "in/gone.txt"} < set(found)
    with pytest.raises(CorpusError, match="neither a file nor a folder"):
        check_inputs(["in/pipe.txt"])


@posix
@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may list every folder")
def test_a_folder_that_cannot_be_listed_is_one_error(archive: Path) -> None:
    (archive / "a").chmod(0)
    try:
        first = next(documents(["in"]))
    finally:
        (archive / "a").chmod(0o755)
    assert (first.id, first.refused and first.refused.message) == (
        "in/a",
        "the folder cannot be listed: Permission denied",
    )


def test_the_output_is_never_read(archive: Path) -> None:
    assert ids("in", out=str(archive / "a")) == ["in/a-b.pdf", "in/b.txt"]


@posix
def test_a_name_that_is_no_utf8_still_gives_an_id(archive: Path) -> None:
    (Path(os.fsdecode(os.fsencode(archive) + b"/\xff.txt"))).write_text("x")
    assert ids("in")[-1] == "in/\\udcff.txt"


def test_of_two_documents_with_one_name_the_second_is_an_error(archive: Path) -> None:
    json_lines(
        archive / "x.jsonl", [{"id": "x", "text": "1"}, {"id": "x", "text": "2"}, {"id": "in/b.txt", "text": "3"}]
    )
    found = list(documents(["in/b.txt", "in/b.txt", "in/x.jsonl"]))
    assert [(document.id, document.refused and document.refused.error) for document in found] == [
        ("in/b.txt", None),
        ("in/b.txt", "RepeatedId"),
        ("x", None),
        ("x", "RepeatedId"),
        ("in/b.txt", "RepeatedId"),
    ]


BAD_ROWS = [
    ("{", "the line is not JSON"),
    ("[1]", "but no object"),
    ('{"id": "a"}', "neither text nor path"),
    ('{"text": "a", "path": "b"}', "both text and path"),
    ('{"text": 1}', "text is no string"),
    ('{"text": "a", "published": 2024}', "published is no string"),
    ('{"text": "a", "id": true}', "id is neither"),
    ('{"text": "a", "id": ""}', "id is neither"),
    ('{"text": "a", "x": NaN}', "NaN is no number of JSON"),
    ("[" * 100_000, "the line is not JSON"),
    ('{"text": "a", "x": ' + "9" * 5000 + "}", "the line is not JSON"),
]


@pytest.mark.parametrize(("line", "message"), BAD_ROWS)
def test_a_bad_row_says_what_is_wrong(line: str, message: str) -> None:
    with pytest.raises(ReadError, match=message.replace("(", r"\(")):
        row_of(line.encode())


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.ndjson.gz"])
def test_rows_are_named_by_id_or_by_line_and_bad_ones_are_refused(tmp_path: Path, name: str) -> None:
    path = json_lines(
        tmp_path / name, ["\ufeff" + '{"id": "a", "text": "1"}', "", {"text": "2"}, "x", {"id": 7, "text": ""}]
    )
    found = list(documents([str(path)]))
    where = path.as_posix()
    assert [document.id for document in found] == ["a", f"{where}:3", f"{where}:4", "7"]
    assert [document.refused is not None for document in found] == [False, False, True, False]
    for document in found:
        data = document.data if document.data else path.read_bytes()[document.start :][: document.length]
        assert (document.refused is not None) == (data == b"x\n" or (document.data is None and name.endswith(".gz")))


def test_a_row_that_is_too_long_is_an_error_and_the_next_one_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "' + b"x" * (2 * LARGEST_ROW) + b'"}\n{"id": "next", "text": "y"}\n')
    first, second = documents([str(path)])
    assert first.refused is not None
    assert first.refused.message == f"the line has {2 * LARGEST_ROW + 13} bytes; {LARGEST_ROW} are the most"
    assert (second.id, second.refused) == ("next", None)


@pytest.mark.parametrize("damage", ["cut", "broken", "plain"])
def test_a_broken_packed_file_is_an_error_after_the_rows_before(tmp_path: Path, damage: str) -> None:
    path = json_lines(tmp_path / "rows.jsonl.gz", [{"id": n, "text": os.urandom(500).hex()} for n in range(500)])
    data = path.read_bytes()
    half = len(data) // 2
    path.write_bytes({"cut": data[:half], "broken": data[:half] + b"\xff" * 99 + data[half:], "plain": b"{}"}[damage])
    *good, last = documents([str(path)])
    assert last.refused is not None
    assert "cannot be read" in last.refused.message
    # Where bytes are broken, a few rows may come out garbled before the checksum tells.
    assert [document.refused for document in good[:200]] == [None] * min(200, len(good))
    assert (len(good) >= 200) == (damage != "plain")


@given(st.lists(st.binary(max_size=3)), st.integers(1, 9))
def test_sorting_is_the_same_within_memory_and_beyond(keys: list[bytes], in_memory: int) -> None:
    assert list(in_order(keys, in_memory=in_memory)) == sorted(set(keys))


@given(st.lists(st.text(max_size=2)))
def test_repeats_are_those_of_a_set(names: list[str]) -> None:
    told = [repeated for _, repeated in with_repeats_told(names, str)]
    assert told == [name in names[:at] for at, name in enumerate(names)]


@given(st.lists(st.integers(0, 50)), st.integers(1, 9))
def test_shards_hold_every_document_once_in_order(sizes: list[int], size: int) -> None:
    given = [Document(str(n), "", "", "", bytes_, 0) for n, bytes_ in enumerate(sizes)]
    shards = list(shards_of(given, size, most_bytes=60))
    assert [document for shard in shards for document in shard.documents] == given
    assert [shard.number for shard in shards] == list(range(len(shards)))
    assert all(0 < len(shard.documents) <= size for shard in shards) or not given
    for shard in shards[:-1]:
        total = sum(document.size for document in shard.documents)
        assert len(shard.documents) == size or total >= 60
        assert total - shard.documents[-1].size < 60


def test_shards_grow_with_the_archive_and_stop_growing() -> None:
    assert [growing(number) for number in (0, 63, 64, 128, 384, 10**9)] == [16, 16, 32, 64, 1024, 1024]
    assert sum(growing(number) for number in range(98_100)) > 10**8


@pytest.mark.parametrize("change", [{"id": "y"}, {"where": "y"}, {"stamp": "y"}])
def test_a_fingerprint_tells_every_change(change: dict[str, str]) -> None:
    (before,) = shards_of([Document("x", "x", "/x", "1", 1, 1)])
    (after,) = shards_of([before.documents[0]._replace(**change)])
    assert before.fingerprint != after.fingerprint


def test_offsets_of_lines_lead_to_their_bytes(tmp_path: Path) -> None:
    path = json_lines(tmp_path / "x.jsonl", ['{"a":"一"}\r', "  ", "{}"])
    data = path.read_bytes()
    assert [(line.number, data[line.start :][: len(line.data)]) for line in lines_of(str(path))] == [
        (1, '{"a":"一"}\r\n'.encode()),
        (3, b"{}\n"),
    ]
