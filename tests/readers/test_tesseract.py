"""What Tesseract makes of drawn pages, read again: files that it wrote, and where it is installed, it itself.

The files of ``data`` are what Tesseract 5.3.0 made of the pages of ocr_pages.py at 300 pixels an inch, unchanged.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path

import pytest
from damage import lost, misaligned

pytest.importorskip("pypdfium2")
pytest.importorskip("reportlab")

from ocr_pages import PAGES, faults

from newsdoc import read
from newsdoc.readers.formats import read_placed

DATA = Path(__file__).parent / "data"
TESSERACT = shutil.which("tesseract")


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.iterdir()))
def test_files_that_tesseract_wrote(name: str) -> None:
    article = read(DATA / name)
    assert lost(article) == []
    assert misaligned(article) == []
    assert faults(article, PAGES[name.split(".")[0]].stories, headline=0.55, text=0.9) == []
    assert all(block.regions for block in article.blocks())


@pytest.mark.parametrize("page", ["headings", "stories"])
def test_hocr_and_alto_of_a_page_give_the_same_text(page: str) -> None:
    made = [path.read_bytes() for path in sorted(DATA.glob(f"{page}.*"))]
    texts = {placed.text for data in made if (placed := read_placed(data)) is not None}
    assert len(texts) == 1


def test_no_space_between_chinese_characters_but_before_a_name() -> None:
    placed = read_placed((DATA / "picture.hocr").read_bytes())
    assert placed is not None
    lines = [line for line in placed.text.splitlines() if " " in line]
    assert lines == ["本报记者 周小满"]


def test_regions_enclose_every_word() -> None:
    import re

    data = (DATA / "headings.alto.xml").read_text("utf-8")
    article = read(DATA / "headings.alto.xml")
    for match in re.finditer(r'<String [^>]*HPOS="(\d+)" VPOS="(\d+)" WIDTH="(\d+)" HEIGHT="(\d+)"', data):
        x, y, wide, high = (int(value) * 72 / 300 for value in match.groups())
        assert any(
            region.x0 <= x + 0.01
            and region.y0 <= y + 0.01
            and region.x1 >= x + wide - 0.01
            and region.y1 >= y + high - 0.01
            for block in article.blocks()
            for region in block.regions
        )


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    if TESSERACT is None:
        return frozenset()
    listed = subprocess.run([TESSERACT, "--list-langs"], capture_output=True, text=True, check=False, timeout=60)
    return frozenset(listed.stdout.split())


def _picture(data: bytes, path: Path) -> None:
    import pypdfium2

    pytest.importorskip("PIL")
    document = pypdfium2.PdfDocument(data)
    document[0].render(scale=200 / 72).to_pil().save(path, dpi=(200, 200))
    document.close()


@lru_cache(maxsize=1)
def _draws_chinese() -> bool:
    """Whether there is a font for the pages: without one every character is the same box, or none."""
    import pypdfium2
    from pdf_drawing import Sheet

    drawn = []
    for char in "临水":
        sheet = Sheet(40, 40)
        sheet.line(5, 5, char, 24)
        document = pypdfium2.PdfDocument(sheet.data())
        drawn.append(bytes(document[0].render().buffer))
        document.close()
    return drawn[0] != drawn[1]


@pytest.mark.parametrize("name", ["english", "five", "picture"])
def test_tesseract_itself(name: str, tmp_path: Path) -> None:
    page = PAGES[name]
    if page.language not in _languages():
        pytest.skip(f"Tesseract with {page.language} is not installed")
    if page.language != "eng" and not _draws_chinese():
        pytest.skip("there is no Chinese font to draw the page with")
    assert TESSERACT is not None
    data = page.draw()
    assert faults(read(io.BytesIO(data)), page.stories, headline=1.0, text=1.0) == []
    _picture(data, tmp_path / "page.png")
    command = [TESSERACT, "page.png", "page", "-l", page.language, "hocr", "alto"]
    subprocess.run(
        command,
        cwd=tmp_path,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        check=True,
        capture_output=True,
        timeout=120,
    )
    for path in (tmp_path / "page.hocr", tmp_path / "page.xml"):
        article = read(path)
        assert lost(article) == []
        assert faults(article, page.stories, headline=0.5, text=0.8) == []
