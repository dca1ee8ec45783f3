"""The laws of the contract as properties of any text: conservation, alignment, idempotence, round trip, determinism."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from damage import DRAWS, drawn, lost, misaligned
from hypothesis import example, given
from hypothesis import strategies as st

from newsdoc import from_json, to_json
from newsdoc.pipeline import parse, repair
from newsdoc.strategies.drawn_pages import Setting, page, pages

if TYPE_CHECKING:
    from newsdoc.model.annotation import Edit

SHARED = Path(__file__).resolve().parents[2] / "shared" / "pages"

WORDS = tuple(
    re.findall(
        "[^|]+",
        "本报记者|新华社松原|2月3日电|。|，|“|”|「|」|说|告诉记者|（|）|摄|图为|▲|记者|张三|陈|力|一|一辆辆|亿元|1,234.5|%"
        "|第三届|去年|（王某摄）|責任編輯：李某|By |Jane Doe|PHOTO|Photo: |HONG KONG (AP) — |责编：|第3页|——|⋯⋯|……"
        "|（本报记者李四）|外贸增长|口岸城市强劲复苏|他|$5 million|said|\"|'|3月|2022|1/2|三成|本|本报|报记|记者|者"
        "|在在巴巴彦彦淖淖尔尔|收割机收割机，，|在 巴 彦 淖 尔|Related Stories|相关阅读|A7 要聞|¥|兆|半|零|〇|廿"
        "|￥３．５|twenty-|five|percent",
    )
)
CHARACTERS = (
    "\n\n\r\f\v\x85\u2028 \u00a0\u3000\u2003\t，。：；！？、·“”‘’「」『』（）()[]"
    "【】《》〔〕□■▲①—–-…⋯0123456789０１.,%$¥€/／|>»"
    "亿万千百十一二三年月日元吨家个记者摄新华社本报电图为说告诉的他陈力健的abcdABCD\x00\x1b\ud800\udfff\ufeff\u200b\u00ad\ufffc\ufffd😀\u0301\uac00ßﬁ"
)


def texts() -> st.SearchStrategy[str]:
    """Any text: of any code points, of those that mean something to a page, or of its words."""
    joined = st.lists(st.sampled_from(WORDS) | st.sampled_from(["\n", "\n\n", "　　", " ", "\r\n", "\f"]), max_size=30)
    return st.text(st.characters()) | st.text(st.sampled_from(CHARACTERS)) | joined.map("".join)


@st.composite
def mutated(draw: st.DrawFn, base: st.SearchStrategy[str]) -> str:
    """A page after chance has been at it: characters and lines put in, taken out, said again, moved."""
    text = draw(base)
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(text)))
        end = at + draw(st.integers(0, 12))
        match draw(st.sampled_from(("in", "out", "again", "break", "move", "join"))):
            case "in":
                text = text[:at] + draw(st.text(st.sampled_from(CHARACTERS), max_size=4)) + text[at:]
            case "out":
                text = text[:at] + text[end:]
            case "again":
                text = text[:end] + text[at:end] * draw(st.integers(1, 4)) + text[end:]
            case "break":
                text = f"{text[:at]}\n{text[at:]}"
            case "move":
                lines = text.split("\n")
                lines.insert(draw(st.integers(0, len(lines))), lines.pop(draw(st.integers(0, len(lines) - 1))))
                text = "\n".join(lines)
            case "join":
                text = text[:at] + text[at:].replace("\n", "", 3)
    return text


def check_laws(text: str) -> None:
    """Laws 1, 2 and 4 of the article, and that repairs say what they did."""
    article = parse(text)
    assert lost(article) == []
    assert misaligned(article) == []
    assert from_json(to_json(article)) == article
    repaired = repair(text)
    assert carried_out(article.source.text, repaired.edits) == repaired.text


def carried_out(text: str, edits: tuple[Edit, ...]) -> str:
    """The text with the edits made; they must be in order and must not overlap."""
    parts, at = [], 0
    for edit in edits:
        assert at <= edit.start <= edit.end <= len(text), f"{edit} overlaps another, or is not of this text"
        assert text[edit.start : edit.end] == edit.before or edit.rule == "surrogate"
        parts += [text[at : edit.start], edit.after]
        at = edit.end
    return "".join((*parts, text[at:]))


@drawn(3 * DRAWS)
@given(texts())
@example("")
@example("\ud800")
@example("\x00\n\x00")
@example("。")
@example("本报记者\n余\n健")
@example("\ufeff本报讯（记者 ）")
@example("“" * 40)
def test_laws_hold_on_any_text(text: str) -> None:
    check_laws(text)


@drawn(DRAWS)
@given(mutated(pages().map(lambda made: made[0])))
def test_laws_hold_on_mutated_pages(text: str) -> None:
    check_laws(text)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared pages are not beside the checkout")
@drawn(DRAWS)
@given(st.data())
def test_laws_hold_on_mutated_real_pages(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(SHARED.glob("*.txt"))))
    text = path.read_text("utf-8")
    start = data.draw(st.integers(0, max(0, len(text) - 1500)))
    check_laws(data.draw(mutated(st.just(text[start : start + 1500]))))


@drawn(2 * DRAWS)
@given(texts() | mutated(pages().map(lambda made: made[0])))
def test_repairing_twice_changes_nothing(text: str) -> None:
    once = repair(text)
    again = repair(once.text)
    assert again.edits == ()
    assert again.text == once.text


@drawn(DRAWS)
@given(
    st.sampled_from(("zh-Hans", "zh-Hant", "en")),
    st.integers(0, 3),
    st.integers(0, 2),
    st.booleans(),
    st.integers(0, 2**32),
)
def test_clean_text_is_not_repaired(language: str, sections: int, figures: int, closing: bool, seed: int) -> None:
    setting = Setting(
        language=language, sections=sections, figures=figures, closing=closing, sidebar="end", furniture=1
    )
    text, _ = page(Random(seed), setting)
    spread = [edit for edit in parse(text).edits if edit.rule != "name-spacing"]  # 陈 力 is how print spreads a name
    assert spread == []


@drawn(DRAWS)
@given(texts())
def test_the_same_text_gives_the_same_article(text: str) -> None:
    assert to_json(parse(text)) == to_json(parse(text))


_DIGEST = """
import hashlib
from random import Random
from newsdoc import to_json
from newsdoc.pipeline import parse
from newsdoc.strategies.drawn_pages import Setting, page
digest = hashlib.sha256()
for seed in range(12):
    language = ("zh-Hans", "zh-Hant", "en")[seed % 3]
    setting = Setting(language, width=24.0, sections=2, figures=2, sidebar="end", shape="run")
    digest.update(to_json(parse(page(Random(seed), setting)[0])).encode())
print(digest.hexdigest())
"""


def test_every_process_gives_the_same_bytes() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", _DIGEST],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(digests) == 1
    assert len(digests.pop().strip()) == hashlib.sha256().digest_size * 2


TRAPS = (
    ("巍巍", "a word of one character twice"),
    ("滔滔", "the same"),
    ("一辆辆", "a classifier said twice means every one"),
    ("海关关长", "a word ends as the next begins"),
    ("产品品质", "the same"),
    ("外贸科科长", "the same"),
    ("李牛牛", "a name"),
    ("2022", "doubled digits"),
    ("144.68%", "doubled digits"),
    ("1010", "a number is no proof"),
    ("22亿元22亿元", "figures of a table"),
    ("图①图①", "references"),
    ("谢谢谢谢", "said twice"),
    ("研究研究", "a verb said twice means to have a look"),
    ("高高兴兴", "an adjective of the form AABB"),
    ("高高兴兴清清楚楚", "two of them"),
    ("冰墩墩", "a name"),
    ("步步高", "a name"),
    ("加油！加油！", "a cheer"),
    ("中国加油中国加油", "a cheer of four characters twice"),
    ("《做得好做得好》", "a title"),
    ("“一闪一闪亮晶晶”", "a song"),
    ("……", "an ellipsis is two characters"),
    ("——", "a dash is two characters"),
    ("～～", "a wave"),
    ("××", "blanks"),
    ("○○", "blanks"),
    ("□□□", "blanks"),
    ("春风化雨 润物无声", "a pause in a headline"),
    ("口岸 一线 见闻", "a kicker of phrases"),
    ("bookkeeper committee", "doubled letters"),
    ("bye bye", "said twice"),
    ("1111 2222", "digits"),
)


@pytest.mark.parametrize(("text", "why"), TRAPS)
def test_what_only_looks_damaged_is_left_alone(text: str, why: str) -> None:
    page_of_one = (
        f"口岸新事\n本报记者 吴立新\n近年来，这里有了新变化，{text}也常被人提起。\n{text}\n村民们说，日子一天比一天好。"
    )
    for whole in (text, f"{text}\n", f"他们提到{text}，后来就走了。", page_of_one):
        assert repair(whole).edits == (), why
        assert parse(whole).edits == (), why


REFRAIN = "风从海上来\n吹过旧码头\n船儿慢慢走\n风从海上来\n吹过旧码头\n灯火照归舟\n风从海上来\n风从海上来"
TABLE = "海门\n120\n120\n柳溪\n120\n95\n金沙\n95\n95\n合计\n335\n310"
WIRE = "NAIROBI (AP) -- The harvest was good -- better than last year -- and prices fell."


@pytest.mark.parametrize(
    "text", [REFRAIN, TABLE, WIRE], ids=["a poem with a refrain", "a table with equal cells", "the dashes of a wire"]
)
def test_repetition_that_is_meant_is_left_alone(text: str) -> None:
    assert repair(text).edits == ()
    assert parse(text).edits == ()
