"""The documentation is true and whole: shell examples are run, links lead somewhere, the site asks for nothing.

Python examples (``>>>``) of docs/ and README.md are run by pytest. A shell example is a fenced block ``console``:

- a line ``$ …`` is run by bash in a folder of the page's own, in which ``examples`` is the folder of the project;
- what follows is what the command prints (output, then messages); ``…`` alone on a line stands for any lines, at the
  end of a line for the rest of it;
- ``<!-- file: NAME -->`` before a fenced block puts the block into that file first.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import newsdoc
from newsdoc import write
from newsdoc.lexicon import TABLES

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = [*sorted(DOCS.glob("*.md")), ROOT / "SECURITY.md"]
LARGEST_PICTURE = 150_000

FENCE = re.compile(r"(?:^<!-- file: (?P<file>\S+) -->\n)?^```(?P<language>\S*)[^\n]*\n(?P<text>.*?)^```$", re.M | re.S)
LINK = re.compile(r"(?<!\\)\]\(([^)\s]+)\)")
LOADED = re.compile(r"<(?!a\b)[a-z]+\b[^>]*?\b(?:src|href|srcset|data|action)\s*=\s*[\"']?(?:https?:)?//", re.I)
CALLED = re.compile(r"(?:fetch|import|open|src\s*=)\s*\(?\s*[\"'`]https?://")


@dataclass
class Command:
    """A command of a shell example, and the lines that it prints."""

    line: str
    expected: list[str] = field(default_factory=list)


def steps(page: Path) -> list[tuple[str, str] | Command]:
    """Files to write (name, text) and commands to run, in the order of the page."""
    found: list[tuple[str, str] | Command] = []
    for block in FENCE.finditer(page.read_text("utf-8")):
        if block["file"]:
            found.append((block["file"], block["text"]))
        elif block["language"] == "console":
            commands: list[Command] = []
            for line in block["text"].splitlines():
                if line.startswith("$ "):
                    commands.append(Command(line[2:]))
                else:
                    assert commands, f"{page.name}: {line!r} stands before any command"
                    commands[-1].expected.append(line)
            found.extend(commands)
    return found


def agrees(expected: list[str], printed: list[str]) -> bool:
    """Whether the lines are those expected, where ``…`` stands for what is left out."""
    pattern = "".join(
        "(?:[^\n]*\n)*"
        if line == "…"
        else re.escape(line[:-1]) + "[^\n]*\n"
        if line.endswith("…")
        else re.escape(line) + "\n"
        for line in expected
    )
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None


def run(command: str, folder: Path) -> list[str]:
    """The lines that a command prints, those to standard error last; blank ones at the end do not count."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    said = (done.stdout + done.stderr).rstrip("\n")
    return [line.rstrip() for line in said.split("\n")] if said else []


def with_commands() -> list[Path]:
    return [page for page in PAGES if any(isinstance(step, Command) for step in steps(page))]


@pytest.mark.skipif(shutil.which("bash") is None, reason="the examples are for a POSIX shell")
@pytest.mark.parametrize("page", with_commands(), ids=lambda page: page.stem)
def test_shell_examples_print_what_the_page_says(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for step in steps(page):
        if isinstance(step, tuple):
            (tmp_path / step[0]).write_text(step[1], "utf-8")
            continue
        printed = run(step.line, tmp_path)
        expected = [line.rstrip() for line in step.expected]
        while expected and not expected[-1]:
            expected.pop()
        assert agrees(expected, printed), f"$ {step.line}\nprints:\n" + "\n".join(printed)


def test_the_guides_have_shell_examples() -> None:
    assert {"tour", "repairs", "lexicon", "command-line"} <= {page.stem for page in with_commands()}


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md"], ids=lambda page: page.stem)
def test_links_lead_to_files_and_headings(page: Path) -> None:
    text = FENCE.sub("", page.read_text("utf-8"))
    for target in LINK.findall(text):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, heading = target.partition("#")
        there = (page.parent / name).resolve() if name else page
        assert there.exists(), f"{page.name}: {target}"
        if heading and there.suffix == ".md":
            assert heading in anchors(there.read_text("utf-8")), f"{page.name}: {target}"


def anchors(text: str) -> set[str]:
    """The anchors of a page's headings, as the site and code hosts make them."""
    heads = re.findall(r"^#{1,3} (.+)$", FENCE.sub("", text), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


def test_pictures_are_small_and_shown() -> None:
    shown = set(re.findall(r"!\[[^\]]+\]\((pictures/[^)]+)\)", "".join(page.read_text("utf-8") for page in PAGES)))
    there = {f"pictures/{path.name}" for path in (DOCS / "pictures").iterdir()}
    assert shown == there, "every picture has words for who cannot see it, and none is left over"
    assert all(path.stat().st_size < LARGEST_PICTURE for path in (DOCS / "pictures").iterdir())


def test_the_site_builds_without_a_warning_and_asks_for_nothing_elsewhere(tmp_path: Path) -> None:
    """One test, so that a run in several processes builds the site once."""
    pytest.importorskip("sphinx", reason="pip install --group docs")
    site = tmp_path / "html"
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", "-d", f"{tmp_path}/trees"]
    done = subprocess.run([*command, DOCS, site], capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert {path.stem for path in DOCS.glob("*.md")} <= {path.stem for path in site.glob("*.html")}
    assert_nothing_is_loaded_from_elsewhere(site)
    assert_every_public_name_is_told((site / "reference.html").read_text("utf-8"))


def assert_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    """No style, script, picture, font or frame of a page comes from another place; links to read on are no requests."""
    for path in site.rglob("*.html"):
        assert not LOADED.search(path.read_text("utf-8")), path.name
    for path in site.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(?:https?:)?//|@import", path.read_text("utf-8")), path.name
    for path in site.rglob("*.js"):
        assert not CALLED.search(path.read_text("utf-8")), path.name


def assert_every_public_name_is_told(reference: str) -> None:
    for name in set(newsdoc.__all__) - {"strategies"}:
        assert f'id="newsdoc.{name}"' in reference, name
    for name in ("numerals", "quantities", "dates", "pages"):
        assert f'id="newsdoc.strategies.{name}"' in reference, name


def test_every_lexicon_table_is_described() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (`[^|]+) \|", (DOCS / "lexicon.md").read_text("utf-8"), re.M))
    assert {name: tuple(re.findall(r"`([^`]+)`", columns)) for name, columns in rows.items()} == {
        name: tuple(column for column in columns if column != "note") for name, columns in TABLES.items()
    }


def test_every_repair_is_described() -> None:
    rules = {
        rule
        for module in (ROOT / "src" / "newsdoc").rglob("*.py")
        for rule in re.findall(r"^(?:[A-Z]+_)?RULE = \"([\w-]+)\"", module.read_text("utf-8"), re.M)
    }
    assert rules
    text = (DOCS / "repairs.md").read_text("utf-8")
    assert {rule for rule in rules if f"`{rule}`" not in text} == set()


HOSTILE = (
    "标题<script>alert(1)</script>\x1b[2J\u202e\n本报记者 于舟\n"
    "今年增长3吨 ![x](http://example.org/x.png) [y](javascript:alert(1)) <img src=x onerror=alert(1)> \x1b]0;\x07好。\n"
)

WATCHED = """
import io, sys
import newsdoc
from newsdoc import write

found = []
QUIET = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib.", "http.", "pickle.")

def watch(event, given):
    if event.startswith(QUIET) or (event == "open" and isinstance(given[1], str) and set(given[1]) & set("wax+")):
        found.append(event)

sys.addaudithook(watch)
page = io.BytesIO(sys.stdin.buffer.read())
article = newsdoc.read(page, published="2024-05-20")
for writer in (newsdoc.to_json, newsdoc.to_html, newsdoc.to_markdown, write.to_tei, write.to_ninjs, write.explain):
    writer(article)
newsdoc.to_script(article, "zh-TW")
newsdoc.check_figures(article, article)
print(found)
"""


def test_a_page_makes_newsdoc_open_no_connection_process_or_file() -> None:
    """What SECURITY.md says, watched by Python's own audit hooks."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", WATCHED], input=HOSTILE.encode(), capture_output=True, timeout=120, check=False
    )
    assert (done.returncode, done.stdout.decode().strip()) == (0, "[]"), done.stderr.decode()


def test_a_page_runs_nothing_and_commands_no_terminal() -> None:
    article = newsdoc.parse(HOSTILE)
    html, markdown = newsdoc.to_html(article), newsdoc.to_markdown(article)
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "default-src &#x27;none&#x27;" in html
    assert "\\<img src=x" in markdown
    assert "](javascript:" not in markdown.replace("\\](", "")
    for shown in (write.explain(article), write.figures_table(article)):
        assert all(sign.isprintable() or sign in "\n\u3000\u00a0" for sign in shown)
