"""The same targets under atheris, which is led by coverage: one function, until it is stopped or something breaks.

    python tests/fuzz/atheris_targets.py read -max_total_time=60
    python tests/fuzz/atheris_targets.py                              names the targets

The options are those of libFuzzer, a folder of inputs to begin with too. docs/trust.md says what to install.
"""

from __future__ import annotations

import sys
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

import atheris

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "src")]
with atheris.instrument_imports(include=["newsdoc"]):
    # newsdoc loads its parts when they are first used, so each is named here.
    from fuzz import targets
    from fuzz.pieces import BYTES, CELLS, DAYS, LANGUAGES, LINES, TABLES, WORDS

    import newsdoc

    for name in newsdoc.__all__:
        getattr(newsdoc, name)
    article = newsdoc.parse("".join(LINES), published="2023-03-21")
    for use in (newsdoc.to_json, newsdoc.to_html, newsdoc.to_markdown):
        use(article)

Draw = Any  # atheris.FuzzedDataProvider


def _text(draw: Draw, pieces: tuple[str, ...] = WORDS + LINES) -> str:
    """Any text, or one of pieces: two bytes choose a piece, so that a changed byte is another word."""
    if draw.ConsumeBool():
        return str(draw.ConsumeUnicode(draw.ConsumeIntInRange(0, 400)))
    count = draw.ConsumeIntInRange(0, 40)
    return "".join(pieces[draw.ConsumeIntInRange(0, len(pieces) - 1)] for _ in range(count))


def _one(draw: Draw, of: tuple[Any, ...]) -> Any:
    return of[draw.ConsumeIntInRange(0, len(of) - 1)]


def _bytes(draw: Draw) -> bytes:
    if draw.ConsumeBool():
        return bytes(draw.ConsumeBytes(4000))
    return b"".join(_one(draw, BYTES) for _ in range(draw.ConsumeIntInRange(0, 40)))


def _article(draw: Draw) -> newsdoc.Article:
    return newsdoc.parse(_text(draw), published="2023-03-21")


def _table(draw: Draw) -> bytes:
    return _text(draw, (*TABLES, *CELLS, "\t", "\n")).encode(errors="surrogatepass")


def _json(draw: Draw) -> str:
    edits = [
        (draw.ConsumeIntInRange(0, 99_999), draw.ConsumeIntInRange(0, 9), _text(draw))
        for _ in range(draw.ConsumeIntInRange(0, 4))
    ]
    return targets.changed(WRITTEN, edits)


def _number(draw: Draw) -> Fraction:
    return Fraction(draw.ConsumeInt(24), abs(draw.ConsumeInt(20)) or 1)


def _items(draw: Draw) -> None:
    text, language = _text(draw), _one(draw, targets.TONGUES)
    for item in (*newsdoc.quantities(text), *newsdoc.dates(text, reference=_one(draw, ("2023-03-21", None)))):
        targets.on_render(item, language)


WRITTEN = newsdoc.to_json(article, indent=None)
LABELS = ("zh", "en", "both", "")
TARGETS: dict[str, Callable[[Draw], object]] = {
    "parse": lambda draw: targets.on_parse(_text(draw), _one(draw, DAYS)),
    "read": lambda draw: targets.on_read(_bytes(draw)),
    "repair": lambda draw: targets.on_repair(_text(draw)),
    "quantities": lambda draw: targets.on_quantities(_text(draw), _one(draw, LANGUAGES)),
    "dates": lambda draw: targets.on_dates(_text(draw), _one(draw, DAYS), _one(draw, LANGUAGES)),
    "quotes": lambda draw: targets.on_quotes(_text(draw), _one(draw, LANGUAGES)),
    "parse_number": lambda draw: targets.on_parse_number(_text(draw)),
    "format_number": lambda draw: targets.on_format_number(_number(draw), _one(draw, targets.STYLES)),
    "render": _items,
    "to_script": lambda draw: targets.on_to_script(_article(draw), _one(draw, targets.SCRIPTS)),
    "to_json": lambda draw: targets.on_to_json(_article(draw), _one(draw, (None, 0, 2))),
    "to_markdown": lambda draw: targets.on_to_markdown(_article(draw), _one(draw, LABELS)),
    "to_html": lambda draw: targets.on_to_html(_article(draw), _one(draw, LABELS)),
    "from_json": lambda draw: targets.on_from_json(_json(draw)),
    "align": lambda draw: targets.on_align(_text(draw), _text(draw)),
    "check_figures": lambda draw: targets.on_check_figures(_text(draw), _text(draw)),
    "lexicon_load": lambda draw: targets.on_lexicon_load(_table(draw), _text(draw)),
}


def main() -> None:
    """Run the target that the first argument names."""
    name = sys.argv.pop(1) if len(sys.argv) > 1 else ""
    if name not in TARGETS:
        sys.exit(f"targets: {' '.join(TARGETS)}")
    atheris.Setup(sys.argv, lambda data: TARGETS[name](atheris.FuzzedDataProvider(data)) and None)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
