"""Make article.json and article.md of every example from its page.txt.

    python examples/build.py

The same pages give the same bytes on any machine; ``tests/test_examples.py`` holds the files to that.
"""

from __future__ import annotations

from pathlib import Path

import newsdoc

HERE = Path(__file__).parent
PUBLISHED = {
    "mainland": "2024-05-20",
    "taiwan": "2024-11-25",
    "hongkong": "2024-08-06",
    "english": "2024-03-08",
}
"""Folder -> the day of the issue, which resolves 去年, 今天 and "last January"."""


def built() -> dict[Path, str]:
    """Every file that is made here, with its text."""
    files = {}
    for name, published in PUBLISHED.items():
        folder = HERE / name
        article = newsdoc.parse((folder / "page.txt").read_text(encoding="utf-8"), published=published)
        labels = "en" if name == "english" else "zh"
        files[folder / "article.json"] = _ended(newsdoc.to_json(article))
        files[folder / "article.md"] = _ended(newsdoc.to_markdown(article, labels=labels))
    return files


def _ended(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"


if __name__ == "__main__":
    for path, text in built().items():
        path.write_text(text, encoding="utf-8", newline="\n")
