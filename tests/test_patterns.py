"""No pattern of the package takes time out of proportion: each is tried on what it nearly matches, again and again.

A pattern in which one text can be parted in many ways (``(a+)+``) needs seconds for a hundred characters, where any
other needs a thousandth of one; so the limit is far from both.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

import newsdoc
from newsdoc.lexicon import Lexicon
from newsdoc.recognise.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 1.0
LENGTH = 100
PIECES = (
    "1",
    "a",
    "A",
    "中",
    " ",
    "\u3000",
    "、",
    "/",
    "：",
    "-",
    "11 ",
    "A ",
    "中 ",
    "a.",
    "1年",
    "1月",
    "“",
    "（",
    "Ab, ",
    "新闻",
)
_WORDS = re.compile(r"[A-Za-z]+|[\u3400-\u9fff]{1,6}|\d+")


class TooLongError(Exception):
    """A pattern took longer than the limit."""


def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern of the package: those of modules, and those that are made of a lexicon."""
    found: dict[str, re.Pattern[str]] = {}
    words = words_of(Lexicon.load())

    def keep(name: str, value: Any) -> None:
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
            found[name] = value
        elif isinstance(value, (tuple, list)):
            for number, item in enumerate(value):
                keep(f"{name}[{number}]", item)

    for module in pkgutil.walk_packages(newsdoc.__path__, "newsdoc."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            made = getattr(value, "__wrapped__", None)
            if made is not None and list(made.__annotations__) == ["words", "return"]:
                keep(f"{module.name}.{name}()", made(words))
            else:
                keep(f"{module.name}.{name}", value)
    return {name: pattern for name, pattern in found.items() if len(pattern.pattern) > 2}


def texts(pattern: str, seed: int) -> Iterator[str]:
    """Pieces of the pattern, and others, said again and again, with an end that fits nothing."""
    random = Random(seed)
    own = _WORDS.findall(re.sub(r"\\.", "", pattern))
    random.shuffle(own)
    pieces = [*PIECES, *own[:12]]
    for piece in pieces:
        yield random.choice(pieces) + (piece * LENGTH)[:LENGTH] + "!\x00"
    for _ in range(10):
        piece = "".join(random.choice(pieces) for _ in range(random.randint(2, 3)))
        yield (piece * LENGTH)[:LENGTH] + "!\x00"


def _stop(*_: object) -> None:
    raise TooLongError


def is_slow(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the pattern needs more than the limit for the text."""
    before = signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        pattern.fullmatch(text)
        pattern.search(text)
    except TooLongError:
        return True
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    return False


@pytest.mark.no_cover
def test_no_pattern_takes_time_out_of_proportion() -> None:
    every = patterns()
    assert len(every) > 500
    slow = [(name, text[:20]) for name, made in every.items() for text in texts(made.pattern, 1) if is_slow(made, text)]
    assert slow == []


def test_the_trial_can_fail() -> None:
    assert is_slow(re.compile(r"(?:\d{1,3})+"), "1" * LENGTH + "!")
    assert not is_slow(re.compile(r"\d+"), "1" * LENGTH + "!")
