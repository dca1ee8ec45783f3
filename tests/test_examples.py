"""The examples are true: what stands beside each page is what newsdoc makes of it today."""

from __future__ import annotations

import runpy
from pathlib import Path

import newsdoc

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def test_the_examples_are_what_newsdoc_makes_of_their_pages() -> None:
    built = runpy.run_path(str(EXAMPLES / "build.py"))["built"]()
    assert (
        sorted(path.parent.name for path in built)
        == ["english"] * 2 + ["hongkong"] * 2 + ["mainland"] * 2 + ["taiwan"] * 2
    )
    for path, text in built.items():
        assert path.read_text(encoding="utf-8") == text, f"{path} is out of date: run examples/build.py"


def test_an_example_reads_back() -> None:
    for path in EXAMPLES.glob("*/article.json"):
        text = path.read_text(encoding="utf-8")
        article = newsdoc.from_json(text)
        assert newsdoc.to_json(article).rstrip() == text.rstrip()
        assert article.source.text == (path.parent / "page.txt").read_text(encoding="utf-8")


def test_the_mainland_page_shows_what_the_library_is_for() -> None:
    page = EXAMPLES / "mainland" / "page.txt"
    article = newsdoc.parse(page.read_text(encoding="utf-8"), published="2024-05-20")
    assert article.headline
    assert article.headline.text == "盐碱滩上芦花飞"
    people = [person.name for byline in article.bylines for person in byline.people]
    assert people == ["路遥知", "闻笛", "于舟", "白露"]
    assert [
        (figure.caption.text, figure.credit.text) for figure in article.figures if figure.caption and figure.credit
    ] == [
        ("临潮湾湿地，一群黑翅长脚鹬在觅食。", "本报记者 于舟摄"),
        ("临潮市苇编合作社的社员在赶制订单。", "受访者供图"),
    ]
    assert [story.headline.text for story in article.sidebars if story.headline] == ["生态账也是经济账"]
