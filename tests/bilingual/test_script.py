"""An article in another script: the text of OpenCC, annotations in place, names and values true, all else the same."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from damage import DRAWS, drawn, misaligned
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC
from write.article_strategies import articles

import newsdoc
from newsdoc import Article, Lexicon, NewsdocError, TextBlock, parse, quantities, to_script
from newsdoc.annotate.language import language_of
from newsdoc.bilingual.names import name_in, names_of
from newsdoc.bilingual.opencc_spans import convert
from newsdoc.bilingual.script import CONFIGURATIONS, SCRIPTS
from newsdoc.model.annotation import Person
from newsdoc.model.article import Byline, Section, Source
from newsdoc.strategies.drawn_pages import pages

if TYPE_CHECKING:
    from collections.abc import Callable

PAGES = Path(__file__).resolve().parent.parent / "pages"
CHINESE = [path for path in sorted(PAGES.glob("*.txt")) if language_of(path.read_text("utf-8")) != "en"][::2]
"""Every second page, for time."""
SHARED = Path(__file__).resolve().parents[3] / "shared" / "pages"
SOURCES = {"zh-Hans": "zh-Hans", "zh-Hant": "zh-Hant", "zh-Hant-TW": "zh-TW", "zh-Hant-HK": "zh-HK"}


def opencc(text: str, configurations: tuple[str, ...]) -> str:
    for configuration in configurations:
        text = OpenCC(configuration).convert(text)
    return text


def check(article: Article, script: str) -> Article:
    """The laws of a conversion, save those about the text itself."""
    made = to_script(article, script)
    assert misaligned(made) == []
    assert (made.source, made.edits, made.diagnostics, made.published) == (
        article.source,
        article.edits,
        article.diagnostics,
        article.published,
    )
    for old, new in zip(article.blocks(), made.blocks(), strict=True):
        assert (old.id, old.role, old.source, old.regions) == (new.id, new.role, new.source, new.regions)
        assert [(q.value, q.low, q.high, q.unit, q.modifier, q.per, q.kind) for q in old.quantities] == [
            (q.value, q.low, q.high, q.unit, q.modifier, q.per, q.kind) for q in new.quantities
        ]
        assert [(d.edtf, d.resolved, d.calendar) for d in old.dates] == [
            (d.edtf, d.resolved, d.calendar) for d in new.dates
        ]
        assert [(q.kind, q.speaker_from, q.continues) for q in old.quotes] == [
            (q.kind, q.speaker_from, q.continues) for q in new.quotes
        ]
    return made


def names(article: Article) -> list[str]:
    """Every name that the article holds."""
    people = [*article.people, *(quote.speaker for quote in article.quotes if quote.speaker)]
    for story in (article, *article.sidebars):
        for byline in story.bylines:
            people += byline.people
        people += story.dateline.people if story.dateline else ()
        for figure in story.figures:
            people += figure.credit.people if figure.credit else ()
    return [person.name for person in people if person.name]


def check_text(article: Article, script: str) -> None:
    """The text is OpenCC's, save names and 兆."""
    source = SOURCES[str(article.language)]
    configurations = CONFIGURATIONS.get((source, script), ())
    found = names_of(names(article), Lexicon.load(), source, script)
    for old, new in zip(article.blocks(), to_script(article, script).blocks(), strict=True):
        expected = opencc(old.text, configurations)
        if expected == new.text or "兆" in old.text:
            continue
        assert len(expected) == len(new.text)
        places = convert(old.text, configurations[0])
        named = {
            at
            for start, end, _ in found.found(old.text, spread=True)
            for at in range(places.start(start), places.end(end))
        }
        wrong = [at for at, letter in enumerate(expected) if letter != new.text[at]]
        assert set(wrong) <= named, (old.text, expected, new.text)


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("path", CHINESE, ids=lambda path: path.stem)
def test_pages(path: Path, script: str) -> None:
    article = parse(path.read_text("utf-8"), published="2023-03-21")
    assert check(article, script).language == script
    check_text(article, script)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared pages are not beside the checkout")
@pytest.mark.parametrize("script", SCRIPTS)
def test_shared_pages(script: str) -> None:
    for path in sorted(SHARED.glob("*.txt")):
        article = parse(path.read_text("utf-8"), published="2023-03-21")
        check(article, script)
        if article.language in SOURCES:
            check_text(article, script)


@drawn(max(20, DRAWS // 2))
@given(pages(), st.sampled_from(SCRIPTS))
def test_drawn_pages(drawn_page: tuple[str, object], script: str) -> None:
    article = parse(drawn_page[0])
    check(article, script)
    if article.language in SOURCES:
        check_text(article, script)


@drawn(max(20, DRAWS // 4))
@given(articles(), st.sampled_from(["zh-Hans", "zh-TW", "zh", "en", None]), st.sampled_from(SCRIPTS))
def test_any_article_gives_an_article(article: Article, language: str | None, script: str) -> None:
    made = to_script(article.model_copy(update={"language": language}), script)
    assert made.source == article.source
    assert [block.id for block in made.blocks()] == [block.id for block in article.blocks()]


TEXTS = (
    ("zh-TW", "互联网有5000台服务器", "網際網路有5000臺伺服器", "phrases of Taiwan"),
    ("zh-HK", "这里有5000台服务器", "這裏有5000台伺服器", "phrases of Hong Kong"),
    ("zh-Hant", "头发发展了", "頭髮發展了", "one letter, two words"),
    ("zh-Hant", "近30万吨干货", "近30萬噸乾貨", "a quantity"),
)


@pytest.mark.parametrize(("script", "text", "expected", "why"), TEXTS)
def test_text(script: str, text: str, expected: str, why: str) -> None:
    article = parse(f"街市新事\n本报讯 {text}，居民这样说。")
    assert expected in "".join(block.text for block in check(article, script).blocks()), why


NAMES = (
    ("余岩", "zh-Hans", "zh-Hant", "余岩", "a family name that is a word too"),
    ("范秋红", "zh-Hans", "zh-TW", "范秋紅", "a family name, then a letter that only one script has"),
    ("范秋红", "zh-Hans", "zh-HK", "范秋紅", "the same in Hong Kong"),
    ("于台", "zh-Hans", "zh-TW", "于台", "no 於, no 臺"),
    ("姜郁", "zh-Hans", "zh-Hant", "姜郁", "no 薑, no 鬱"),
    ("叶云", "zh-Hans", "zh-Hant", "葉雲", "letters that in names stand for the other"),
    ("钟万里", "zh-Hans", "zh-Hant", "鍾萬里", "the family name is 鍾, of the bell 鐘; 里 is no 裏"),
    ("吴为民", "zh-Hans", "zh-TW", "吳為民", "the form of Taiwan, which is 爲 in OpenCC's own standard"),
    ("范秋紅", "zh-TW", "zh-Hans", "范秋红", "and back"),
    ("李乾", "zh-Hant", "zh-Hans", "李乾", "乾 is not 干 in names"),
    ("鍾國強", "zh-HK", "zh-Hans", "钟国强", "and back"),
    ("陳峯", "zh-HK", "zh-TW", "陳峯", "a name is printed as it is between traditional pages"),
    ("Jane", "zh-Hans", "zh-Hant", "Jane", "no Chinese name"),
)


@pytest.mark.parametrize(("name", "source", "target", "expected", "why"), NAMES)
def test_names(name: str, source: str, target: str, expected: str, why: str) -> None:
    assert name_in(name, source, target) == expected, why


@drawn(DRAWS)
@given(st.text(st.characters(exclude_categories=[])), st.sampled_from(SCRIPTS), st.sampled_from(SCRIPTS))
def test_any_name_keeps_its_length(name: str, source: str, target: str) -> None:
    assert len(name_in(name, source, target)) == len(name)


def test_names_are_protected_wherever_they_stand() -> None:
    article = parse(
        "集市新事\n本报记者 余　岩 范秋红\n"
        "“今年销路很好。”余岩说，剩余岩石样品不多了。范秋红表示，由于天气，业余歌手没有来。"
    )
    made = check(article, "zh-TW")
    text = "\n".join(block.text for block in made.blocks())
    assert "本報記者 余岩 范秋紅" in text
    assert "余岩說" in text
    assert "范秋紅表示" in text
    assert "剩餘岩石" in text  # no name within words
    assert "業餘" in text
    assert [person.name for person in made.people] == ["余岩", "范秋紅"]
    assert [person.name for person in made.bylines[0].people] == ["余岩", "范秋紅"]
    assert made.quotes[0].speaker is not None
    assert made.quotes[0].speaker.name == "余岩"


def test_names_may_be_spread() -> None:
    article = block_of("", "zh-Hans")
    byline = Byline(id="b2", role="byline", text="本报记者 余　岩", people=(Person("余岩"),))
    made = check(article.model_copy(update={"bylines": (byline,)}), "zh-Hant")
    assert made.bylines[0].text == "本報記者 余　岩"


def test_names_of_the_lexicon_are_protected(tmp_path: Path) -> None:
    file = tmp_path / "names.tsv"
    file.write_text("[names]\nkind\tzh-Hans\tzh-Hant\nname\t干于|范里\t干于|范裏\n", "utf-8")
    article = parse("集市新事\n本报讯 近日，干于和范里来到这里，带来了新的产品。")
    plain = "".join(block.text for block in to_script(article, "zh-Hant").blocks())
    made = "".join(block.text for block in to_script(article, "zh-Hant", lexicon=Lexicon.load(file)).blocks())
    assert "干于和范裏" in made
    assert "干于" not in plain


def test_a_phrase_over_the_edge_of_a_name_is_converted_in_parts() -> None:
    # 以太网 would become 乙太網路; somebody is called 网红.
    article = block_of("以太网红来了5次", "zh-Hans").model_copy(update={"people": (Person("网红"),)})
    made = check(article, "zh-TW")
    assert made.blocks()[0].text == "以太網紅來了5次"


TRILLIONS = (
    ("預算1.2兆元", "预算1.2万亿元", "a decimal"),
    ("電廠容量82兆瓦", "电厂容量82兆瓦", "mega stays"),
    ("預算3兆5000億元", "预算3万5000亿元", "before 億 it is ten thousand of them"),
    ("市值數兆元", "市值数万亿元", "only the scale is said"),
    ("預算兩兆元，電力5兆瓦", "预算两万亿元，电力5兆瓦", "both in one sentence"),
    ("徵兆很多", "征兆很多", "no number at all"),
)


@pytest.mark.parametrize(("text", "expected", "why"), TRILLIONS)
def test_a_million_millions_stays_one(text: str, expected: str, why: str) -> None:
    article = block_of(f"台北市今年{text}。", "zh-Hant-TW")
    made = check(article, "zh-Hans")
    assert made.blocks()[0].text == f"台北市今年{expected}。", why
    again = quantities(made.blocks()[0].text, language="zh-Hans")
    assert [q.value for q in again] == [q.value for q in article.blocks()[0].quantities]


def block_of(text: str, language: str) -> Article:
    """An article of one annotated paragraph."""
    found = tuple(quantities(text, language=language))
    block = TextBlock(id="b1", role="paragraph", text=text, quantities=found)
    source = Source(sha256="0" * 64, text=text)
    return Article(source=source, language=language, sections=(Section(paragraphs=(block,)),))


def test_units_are_said_in_the_new_script() -> None:
    made = check(block_of("每秒传送64字节，售出3台", "zh-Hans"), "zh-TW")
    assert [(q.text, q.unit_text, q.unit) for q in made.quantities] == [
        ("64位元組", "位元組", "By"),
        ("3臺", "臺", "台"),
    ]


def test_english_is_left_alone() -> None:
    article = parse("HONG KONG (AP) — Exports rose 5 percent to 30 million tons, officials said on Friday.")
    assert to_script(article, "zh-Hant") is article


@pytest.mark.parametrize("script", ["zh-Hant-TW", "zh_hant_tw", "ZH-tw"])
def test_other_ways_to_name_a_script(script: str) -> None:
    assert to_script(block_of("这里", "zh-CN"), script).language == "zh-TW"


@pytest.mark.parametrize("script", ["en", "", "zh", "s2t", "zh-Latn", "\ud800", None, 5])
def test_no_other_script(script: str) -> None:
    with pytest.raises(NewsdocError, match="no script"):
        to_script(block_of("这里", "zh-Hans"), script)


def test_threads_share_the_converters() -> None:
    article = parse((PAGES / "mainland-interview.txt").read_text("utf-8"))
    expected = {script: to_script(article, script) for script in SCRIPTS}
    wrong: list[str] = []

    def work() -> None:
        for _ in range(5):
            wrong.extend(script for script in SCRIPTS if to_script(article, script) != expected[script])

    threads = [Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_the_first_use_may_be_of_many_threads() -> None:
    from newsdoc.bilingual import opencc_spans

    opencc_spans._loaded.cache_clear()
    found: list[object] = []
    threads = [Thread(target=lambda: found.append(opencc_spans.converter("t2s"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(map(id, found))) == 1


def seconds(call: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    return best


HOSTILE = (
    ("one phrase", "以太网", "zh-TW", 3_000),
    ("one letter", "干", "zh-TW", 8_000),
    ("the name of a person", "余岩", "zh-TW", 4_000),
    ("spread names", "余　岩 ", "zh-TW", 2_000),
    ("beginnings of phrases", "以太", "zh-TW", 4_000),
    ("marks", "，", "zh-TW", 8_000),
    ("NUL", "\x00网", "zh-TW", 3_000),
    ("lone surrogates", "\ud800网", "zh-TW", 3_000),
)


@pytest.mark.parametrize(("what", "unit", "script", "count"), HOSTILE, ids=[case[0] for case in HOSTILE])
def test_hostile_text_takes_linear_time(what: str, unit: str, script: str, count: int) -> None:
    def article(times: int) -> Article:
        block = TextBlock(id="b1", role="paragraph", text=unit * times)
        made = block_of("这里", "zh-Hans")
        return made.model_copy(update={"sections": (Section(paragraphs=(block,)),), "people": (Person("余岩"),)})

    small, large = article(count), article(4 * count)
    to_script(small, script)
    for _ in range(3):
        ratio = seconds(lambda: to_script(large, script)) / max(seconds(lambda: to_script(small, script)), 1e-4)
        if ratio < 10:
            return
    pytest.fail(f"four times the text took {ratio:.1f} times as long")


def test_many_names_take_linear_time() -> None:
    def seconds_for(count: int) -> float:
        people = [f"余{chr(0x4E00 + at % 5000)}{chr(0x4E00 + at // 5000)}" for at in range(count)]
        found = names_of(people, Lexicon.load(), "zh-Hans", "zh-Hant")
        text = "".join(people)
        return seconds(lambda: list(found.found(text)))

    seconds_for(500)
    assert seconds_for(8_000) / max(seconds_for(2_000), 1e-4) < 12


def test_public_name() -> None:
    assert newsdoc.to_script is to_script
