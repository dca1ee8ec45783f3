"""The command newsdoc check: what it reads and writes, and its exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from newsdoc.cli import main

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = "全市昨日转移群众4300人，投入资金2.5亿元。\n"


def invoke(*args: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["check", *args], input=given)


def files(folder: Path, translation: str) -> tuple[str, str]:
    first, second = folder / "source.txt", folder / "translation.txt"
    first.write_text(SOURCE, "utf-8")
    second.write_text(translation, "utf-8")
    return str(first), str(second)


def test_a_right_translation_exits_0(tmp_path: Path) -> None:
    result = invoke(*files(tmp_path, "The city moved 4,300 residents yesterday and spent 250 million yuan.\n"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "2 figures agree; 0 findings\n"


def test_a_grave_finding_exits_1_and_says_where(tmp_path: Path) -> None:
    result = invoke(*files(tmp_path, "The city moved 4,300 residents\nyesterday and spent 25 million yuan.\n"))
    assert (result.exit_code, result.stderr) == (1, "")
    first, reason, counts = result.stdout.splitlines()
    assert first == "high  mis_scaled  source 1:19, translation 2:21"
    assert "ten times too little" in reason
    assert counts == "1 figure agrees; 1 finding, 1 of high severity"


def test_a_slight_finding_exits_0(tmp_path: Path) -> None:
    result = invoke(*files(tmp_path, "On July 3 the city moved 4,300 residents and spent 250 million yuan.\n"))
    assert result.exit_code == 0
    assert result.stdout.startswith("low   added ")


@pytest.mark.parametrize(
    "text",
    [
        '{"source": "3吨", "translation": "3 tons"}\n{"source": "3亿人", "translation": "3 million people"}\n',
        "3吨\t3 tons\r\n\r\n3亿人\t3 million people\tnews\n",
    ],
)
def test_pairs_get_one_verdict_a_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pairs"
    path.write_bytes(text.encode())
    result = invoke("--pairs", str(path))
    assert (result.exit_code, result.stderr) == (1, "")
    right, wrong = (json.loads(line) for line in result.stdout.splitlines())
    assert right == {"ok": True, "matched": 1, "findings": []}
    assert not wrong["ok"]
    assert [finding["kind"] for finding in wrong["findings"]] == ["mis_scaled"]
    assert wrong["findings"][0]["ratio"] == "0.01"
    assert wrong["findings"][0]["source"] == {"start": 0, "end": 3, "text": "3亿人", "value": "300000000"}


def test_pairs_from_standard_input() -> None:
    result = invoke("--pairs", "-", given="3吨\t3 tons\n")
    assert (result.exit_code, json.loads(result.stdout)["ok"]) == (0, True)


@pytest.mark.parametrize(
    ("args", "given", "says"),
    [
        ((), None, "SOURCE and TRANSLATION are needed"),
        (("one.txt",), None, "SOURCE and TRANSLATION are needed"),
        (("one.txt", "two.txt", "--pairs", "three"), None, "or --pairs"),
        (("missing.txt", "missing.txt"), None, "missing.txt"),
        (("--pairs", "-"), "3吨 3 tons\n", "line 1 of the pairs has no tab"),
        (("--pairs", "-"), '3\t3\n{"source": "3"}\n', "line 2 of the pairs needs"),
        (("--pairs", "-"), '{"source": ', "line 1 of the pairs is broken JSON"),
        (("--pairs", "-"), '{"source": ' + "1" * 5000 + "}", "line 1 of the pairs"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(args: tuple[str, ...], given: str | None, says: str) -> None:
    result = invoke(*args, given=given)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert says in result.stderr
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr


def test_a_lexicon_of_the_user_counts(tmp_path: Path) -> None:
    lexicon = tmp_path / "own.tsv"
    lexicon.write_text("[number_words]\nvalue\tzh-Hans\ten\n40\t不惑之年\tsilver jubilee\n", "utf-8")
    pair = "已有40人。\tIt was their silver jubilee.\n"
    assert [f["kind"] for f in json.loads(invoke("--pairs", "-", given=pair).stdout)["findings"]] == ["missing"]
    assert json.loads(invoke("--pairs", "-", "--lexicon", str(lexicon), given=pair).stdout)["findings"] == []
