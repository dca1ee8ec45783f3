"""Make the pictures of the tour: both views of the page that ``newsdoc convert --to html`` writes.

    python docs/pictures.py [CHROMIUM]

They are taken of examples/mainland in a headless Chromium, in its light theme and without network, and stored in
docs/pictures/ with few colours, so that each stays small. It needs Chromium, fonts for Chinese, and Pillow (which
reportlab brings). Run it when the HTML changes; how a picture looks depends on the fonts of the machine, so no test
compares them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
MOST_BYTES, COLOURS = 150_000, 128
WIDTH, HEIGHT = 1180, 3200
SHOTS = {
    "article": ("#article", (0, 940)),
    "source": ("#source", (0, 1000)),
    "edits": ("#source", (1960, 2540)),
}
"""Name of the picture -> the view, and which part of it from the top."""

QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


def shoot(chromium: str, address: str, part: tuple[int, int], target: Path) -> None:
    """One picture of a part of what a tall window shows at the address."""
    from PIL import Image

    with tempfile.TemporaryDirectory() as profile:
        shot = Path(profile) / "shot.png"
        options = [f"--user-data-dir={profile}/user", f"--window-size={WIDTH},{HEIGHT}", f"--screenshot={shot}"]
        subprocess.run([chromium, *QUIET, *options, address], check=True, stderr=subprocess.DEVNULL, timeout=120)
        picture = Image.open(shot).convert("RGB").crop((0, part[0], WIDTH, part[1]))
        picture.quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)
    if target.stat().st_size > MOST_BYTES:
        raise SystemExit(f"{target.name} has {target.stat().st_size:,} bytes; {MOST_BYTES:,} are the most")


def main() -> None:
    import newsdoc

    chromium = sys.argv[1] if len(sys.argv) > 1 else shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        raise SystemExit("no Chromium found; give its path")
    PICTURES.mkdir(exist_ok=True)
    article = newsdoc.read(ROOT / "examples" / "mainland" / "page.txt", published="2024-05-20")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(newsdoc.to_html(article, labels="en"), "utf-8")
        for name, (view, part) in SHOTS.items():
            shoot(chromium, page.as_uri() + view, part, PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
