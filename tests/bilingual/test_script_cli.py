"""``newsdoc convert --script``: the article in another script, and a bad tag as one line with exit code 2."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from newsdoc.cli import main

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "口岸新事\n本报记者 余岩\n这里的以太网每天传5亿字节，有3台设备。\n"


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return str(path)


def test_json(page: str) -> None:
    result = CliRunner().invoke(main, ["convert", page, "--script", "zh-TW"])
    assert result.exit_code == 0
    article = json.loads(result.stdout)
    assert article["language"] == "zh-TW"
    assert article["bylines"][0]["text"] == "本報記者 余岩"
    assert article["source"]["text"] == PAGE
    (paragraph,) = article["sections"][0]["paragraphs"]
    for quantity in paragraph["quantities"]:
        assert paragraph["text"][quantity["start"] : quantity["end"]] == quantity["text"]


def test_markdown(page: str) -> None:
    result = CliRunner().invoke(main, ["convert", page, "--to", "markdown", "--script", "zh-HK"])
    assert result.exit_code == 0
    assert "本報記者 余岩" in result.stdout


def test_a_bad_tag_is_one_line(page: str) -> None:
    result = CliRunner().invoke(main, ["convert", page, "--script", "klingon"])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "no script 'klingon'; there are zh-Hans, zh-Hant, zh-TW, zh-HK" in result.stderr
