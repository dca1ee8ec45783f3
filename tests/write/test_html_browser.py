"""The page in a real browser; skipped where there is no Chromium."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsdoc.pipeline import parse
from newsdoc.write import to_html

if os.name != "posix":
    pytest.skip("the browser is driven through POSIX pipes", allow_module_level=True)

from write import chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(chromium.PATH is None, reason="there is no Chromium here")

PAGE = Path(__file__).parents[2] / "examples" / "mainland" / "page.txt"
AXE = os.environ.get("NEWSDOC_AXE")
"""The path of axe.min.js, where one is at hand."""

NOTE = "(s => getComputedStyle(document.querySelector(s), '::after').content)"
SHOWN = "(s => document.querySelector(s).getClientRects().length > 0)"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    text = PAGE.read_text("utf-8") + "\n<script>document.title = 'run'</script><img src=x onerror=alert(1)>\n"
    path = tmp_path_factory.mktemp("html") / "page.html"
    path.write_text(to_html(parse(text, published="2024-05-20")), "utf-8")
    return path


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[chromium.Chromium]:
    browser = chromium.Chromium(tmp_path_factory.mktemp("profile"))
    browser.call("Emulation.setDeviceMetricsOverride", width=1280, height=900, deviceScaleFactor=1, mobile=False)
    yield browser
    browser.close()


@pytest.fixture
def page(browser: chromium.Chromium, path: Path) -> chromium.Chromium:
    browser.call("Emulation.setEmulatedMedia", media="", features=[])
    browser.open(path)
    return browser


def until(page: chromium.Chromium, script: str) -> bool:
    """Whether a script comes true within a few seconds."""
    for _ in range(50):
        if page.run(script):
            return True
        time.sleep(0.1)
    return False


def test_no_request_no_error_and_no_text_of_the_page_runs(page: chromium.Chromium) -> None:
    asked = [
        event["params"]["request"]["url"]
        for event in page.events
        if event.get("method") == "Network.requestWillBeSent" and "/page.html" not in event["params"]["request"]["url"]
    ]
    assert asked == []
    said = [event for event in page.events if event.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown")]
    assert said == []
    assert page.run("document.title") != "run"
    assert page.run("document.querySelectorAll('img').length") == 0
    assert page.run("JSON.parse(document.querySelector('script[type]').text)['@type']") == "NewsArticle"


def test_a_mark_shows_its_normal_form_when_hovered(page: chromium.Chromium) -> None:
    mark = "#article p .m.n"
    assert page.run(f"{NOTE}({mark!r})") == "none"
    page.mouse("mouseMoved", *page.centre(mark))
    said = page.run(f"document.querySelector({mark!r}).dataset.is")
    assert said
    assert page.run(f"{NOTE}({mark!r})") == f'"{said}"'
    page.key("Escape", 27)
    assert page.run(f"{NOTE}({mark!r})") == "none"


@pytest.mark.parametrize("mark", ["#article p .m.n", "#article p .m.d", "#article p .m.q"])
def test_a_mark_shows_its_normal_form_when_focused(page: chromium.Chromium, mark: str) -> None:
    for _ in range(200):
        page.key("Tab", 9)
        if page.run(f"document.activeElement === document.querySelector({mark!r})"):
            break
    assert page.run(f"document.activeElement === document.querySelector({mark!r})")
    assert page.run(f"{NOTE}({mark!r})") not in ("none", '""')
    assert page.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_page_opened_at_its_source_says_so(page: chromium.Chromium, path: Path) -> None:
    page.open(path, "#source")
    assert page.run(f"{SHOWN}('#source')")
    assert not page.run(f"{SHOWN}('#article')")
    assert page.run("document.querySelector('nav [aria-current]').hash") == "#source"


def test_a_click_shows_the_other_side_and_back(page: chromium.Chromium) -> None:
    assert page.run(f"{SHOWN}('#article')")
    assert not page.run(f"{SHOWN}('#source')")
    number = page.run("document.querySelector('#article h1').dataset.b")
    page.click(*page.centre("#article h1"))
    assert until(page, f"location.hash === '#s{number}'")
    assert page.run(f"{SHOWN}('#s{number}')")
    assert not page.run(f"{SHOWN}('#article')")
    assert until(page, "document.querySelector('nav [aria-current]').hash === '#source'")
    page.click(*page.centre(f"#s{number}"))
    assert until(page, f"location.hash === '#b{number}'")
    assert page.run(f"{SHOWN}('#article h1')")
    assert not page.run(f"{SHOWN}('#source')")


def test_the_views_need_no_script(page: chromium.Chromium, path: Path) -> None:
    page.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.open(path)
        assert page.run(f"{SHOWN}('#article')")
        page.click(*page.centre("nav .to-source"))
        assert until(page, f"{SHOWN}('#source')")
        assert not page.run(f"{SHOWN}('#article')")
        page.click(*page.centre("#source .role"))
        assert until(page, f"{SHOWN}('#article')")
    finally:
        page.call("Emulation.setScriptExecutionDisabled", value=False)


@pytest.mark.parametrize("width", [1280, 768, 320])
def test_nothing_is_wider_than_the_window(page: chromium.Chromium, width: int) -> None:
    page.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
    try:
        for view in ("article", "source"):
            page.run(f"location.hash = {view!r}")
            assert page.run("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    finally:
        page.call("Emulation.setDeviceMetricsOverride", width=1280, height=900, deviceScaleFactor=1, mobile=False)


def test_print_shows_the_article_alone(page: chromium.Chromium) -> None:
    page.run("location.hash = 'source'")
    page.call("Emulation.setEmulatedMedia", media="print")
    assert page.run(f"{SHOWN}('#article')")
    for part in ("nav", "#source", "#facts"):
        assert not page.run(f"{SHOWN}({part!r})")


@pytest.mark.skipif(AXE is None, reason="NEWSDOC_AXE names no axe.min.js")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["article", "source"])
def test_axe_finds_no_serious_violation(page: chromium.Chromium, scheme: str, view: str) -> None:
    page.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    page.run(f"location.hash = {view!r}")
    page.run(Path(str(AXE)).read_text("utf-8"))
    found = page.run(
        "axe.run().then(r => r.violations.filter(v => ['serious', 'critical'].includes(v.impact))"
        ".map(v => `${v.id}: ${v.nodes[0].html} ${v.nodes[0].failureSummary}`))"
    )
    assert found == []
