"""Threads: eight at once give what one gives, the first use of a process included.

Every table and pattern is compiled when it is first needed and kept. So the first call is where threads could meet
something that is half made: it is made by eight threads at once, in a process of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

import newsdoc

if TYPE_CHECKING:
    from collections.abc import Callable

THREADS = 8
ROUNDS = 1

MAINLAND = (
    "口岸外贸增长三成\n□ 本报记者 张三 李 力 通讯员 王五\n"
    "本报讯 去年2月20日至24日，全县库存近6万吨玉米，出口逾2亿美元。“水已经退了。”县水利局局长苏晴说，“路也通了。”\n"
    "在河口码头在河口码头，，工人正在装船工人正在装船。。\n▲河口港新泊位昨日试航。本报记者 于舟 摄\n"
)
TAIWAN = (
    "石門舊圳通水\n記者周福生／石門報導\n鄉公所農業課課長何望山民國112年3月表示，經費3200萬元。「水到了田邊。」他說。\n"
)
HONG_KONG = "新泊位試航\n本報記者 陳峯\n河口港新泊位正月初一試航，耗資12.5億港元，每日處理800個貨櫃，較去年多三成。\n"
WIRE = (
    "Bridge to open in May\nBy JANE ROE\nRIVERTON, Nov. 27 (AP) — The bridge cost about $5 million, up 12 percent, "
    "officials said last Friday. “We have waited for years,” said Zoë Laird, 41, of the toy shop. She left at 5 p.m.\n"
)
PAGES = (MAINLAND, TAIWAN, HONG_KONG, WIRE)
TOLD = "About 60,000 tons of maize were in store from February 20 to 24 last year, and exports passed $20 million."
DAY = "2023-03-21"

CALLS: dict[str, Callable[[str], object]] = {
    "parse": lambda page: newsdoc.to_json(newsdoc.parse(page, published=DAY)),
    "repair": newsdoc.repair,
    "quantities": newsdoc.quantities,
    "dates": lambda page: newsdoc.dates(page, reference=DAY),
    "quotes": newsdoc.quotes,
    "parse_number": lambda page: [newsdoc.parse_number(text) for text in ("七万零三", "two and a half million", "⅝")],
    "to_script": lambda page: [
        newsdoc.to_json(newsdoc.to_script(newsdoc.parse(page), script))
        for script in ("zh-Hans", "zh-Hant", "zh-TW", "zh-HK")
    ],
    "to_markdown": lambda page: newsdoc.to_markdown(newsdoc.parse(page), labels="both"),
    "to_html": lambda page: newsdoc.to_html(newsdoc.parse(page, published=DAY)),
    "from_json": lambda page: newsdoc.from_json(newsdoc.to_json(newsdoc.parse(page))).blocks(),
    "json_schema": lambda page: newsdoc.json_schema(),
    "align": lambda page: newsdoc.align(page, TOLD),
    "check_figures": lambda page: newsdoc.check_figures(page, TOLD),
    "render": lambda page: [
        newsdoc.render(item, language=language)
        for item in (*newsdoc.quantities(page), *newsdoc.dates(page, reference=DAY))
        for language in ("zh-Hans", "zh-Hant", "zh-TW", "zh-HK", "en")
    ],
}


def at_once(call: Callable[[str], object], pages: tuple[str, ...]) -> list[object]:
    """What each thread got: all begin in the same moment, each with another page first."""
    barrier = Barrier(THREADS)

    def run(number: int) -> list[object]:
        turned = [*pages[number % len(pages) :], *pages[: number % len(pages)]]
        barrier.wait()
        found = {page: call(page) for page in turned}
        return [found[page] for page in pages]

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)  # threads change places five hundred times as often as they usually do
    try:
        with ThreadPoolExecutor(THREADS) as pool:
            return list(pool.map(run, range(THREADS)))
    finally:
        sys.setswitchinterval(interval)


@pytest.mark.parametrize("name", CALLS)
def test_threads_give_what_one_thread_gives(name: str) -> None:
    call = CALLS[name]
    alone = [call(page) for page in PAGES]
    for _ in range(ROUNDS):
        assert at_once(call, PAGES) == [alone] * THREADS


def test_threads_that_do_different_things_do_not_meet() -> None:
    names = list(CALLS)
    alone = {name: [CALLS[name](page) for page in PAGES] for name in names}

    def run(number: int) -> list[bool]:
        turned = [*names[number:], *names[:number]]
        return [[CALLS[name](page) for page in PAGES] == alone[name] for name in turned]

    with ThreadPoolExecutor(THREADS) as pool:
        assert all(right for found in pool.map(run, range(THREADS)) for right in found)


def test_threads_with_lexicons_of_their_own_keep_them_apart(tmp_path: object) -> None:
    file = tmp_path / "words.tsv"  # type: ignore[operator]
    file.write_text("[units]\ncode\tzh-Hans\tbase\tfactor\n垧\t垧\tm2\t10000\n", "utf-8")
    text = "三十里铺种了300垧稻子。"
    alone = newsdoc.quantities(text)

    def run(number: int) -> list[str | None]:
        for _ in range(3):
            assert newsdoc.quantities(text) == alone
            lexicon = newsdoc.Lexicon.load(file)
            assert [item.unit for item in newsdoc.quantities(text, lexicon=lexicon)] == ["垧"]
        return [item.unit for item in alone]

    with ThreadPoolExecutor(THREADS) as pool:
        assert len({tuple(units) for units in pool.map(run, range(THREADS))}) == 1


FIRST_USE = """
import sys
import test_threads
name = sys.argv[1]
found = test_threads.at_once(test_threads.CALLS[name], test_threads.PAGES)
alone = [test_threads.CALLS[name](page) for page in test_threads.PAGES]
assert found == [alone] * test_threads.THREADS, name
print(test_threads.digest(alone))
"""


def digest(found: object) -> str:
    """A short form of a result, the same in every process."""
    import hashlib

    return hashlib.sha256(repr(found).encode()).hexdigest()


@pytest.mark.parametrize("name", ["parse", "repair", "parse_number", "to_script", "check_figures", "render"])
def test_the_first_use_may_be_of_many_threads(name: str) -> None:
    """In a fresh process; what it prints is also what this process, which is long in use, gives."""
    paths = [os.path.dirname(__file__), os.path.dirname(os.path.dirname(newsdoc.__file__))]
    done = subprocess.run(
        [sys.executable, "-c", FIRST_USE, name],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == digest([CALLS[name](page) for page in PAGES])
