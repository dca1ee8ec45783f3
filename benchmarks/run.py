"""How fast newsdoc is beside its peers: one table of ratios from one run. ``make bench`` installs the peers, too.

Each row is a ratio of two things timed in turn, as its median and quartiles; the aim is in the last column. Absolute
times tell of the machine, ratios of the code. ``--quick`` reads fewer rounds and shorter texts.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import peers as peer_tools
import texts
from measure import Ratio, compare, seconds

import newsdoc
from newsdoc.annotate.quantities import quantities_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ISSUE = "2024-05-20"
ENGLISH = (
    "The reservoir holds 3.5 million cubic metres, 12 percent more than last year, the county said. ",
    "More than 2,400 people moved 18 kilometers inland, and repairs will cost $1.2 billion over three years. ",
    "Temperatures fell to minus 4 degrees Celsius while winds of 95 km/h brought down 340 trees. ",
    "The plant, which employs about 650 people, used 4.5 tons of coal and 30,000 gallons of water a day. ",
)
CLICK = "import click\n@click.group()\ndef main(): pass\nmain(['--help'])"
_QUOTED = re.compile("“[^”]*”|「[^」]*」")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    what: str
    against: str
    said: str
    aim: str
    reached: bool | None


def _slower(what: str, against: str, ratio: Ratio, most: float) -> Row:
    said = f"{ratio.ratio:6.2f} times its time ({ratio.low:.2f} to {ratio.high:.2f}; {ratio.first * 1e3:.2f} ms)"
    return Row(what, against, said, f"at most {most:g}", ratio.ratio <= most)


def _faster(what: str, against: str, ratio: Ratio, least: float) -> Row:
    spread = f"{1 / ratio.high:.2f} to {1 / ratio.low:.2f}"
    said = f"{1 / ratio.ratio:6.2f} times as fast ({spread}; {ratio.first * 1e3:.2f} ms)"
    return Row(what, against, said, f"at least {least:g}", 1 / ratio.ratio >= least)


def _absent(what: str, against: str, peers: peer_tools.Peers) -> Row:
    return Row(what, against, peers.missing.get(against, "not installed"), "", None)


def _to_json(text: str) -> str:
    return newsdoc.to_json(newsdoc.parse(text, published=ISSUE))


def page_rows(found: dict[str, str], peers: peer_tools.Peers, rounds: int) -> Iterator[Row]:
    """A page to JSON against the search of chinese2digits for bare numbers in it."""
    search = peers.chinese2digits_search
    for name, text in found.items():
        what = f"page to JSON: {name}, {len(text):,} characters"
        if search is None:
            yield _absent(what, "chinese2digits", peers)
            continue
        ratio = compare(partial(_to_json, text), partial(search, text), rounds=rounds)
        yield _slower(what, "chinese2digits", ratio, 5)


def number_rows(peers: peer_tools.Peers, rounds: int) -> Iterator[Row]:
    """Numerals a second, of 1 to 12 digits in the everyday style."""
    sizes = zip(range(1, 481), 40 * list(range(1, 13)), strict=True)
    numerals = [newsdoc.format_number(7**power % 10**digits + power) for power, digits in sizes]

    def each(read: Callable[[str], object]) -> Callable[[], object]:
        return lambda: [read(numeral) for numeral in numerals]

    what = f"parse_number: {len(numerals)} Chinese numerals"
    for name, against, peer in (
        ("cn2an", "cn2an", peers.cn2an),
        ("chinese2digits", "chinese2digits, search", peers.chinese2digits_search),
        ("chinese2digits", "chinese2digits, chineseToDigits", peers.chinese2digits_value),
    ):
        if peer is None:
            yield _absent(what, name, peers)
        else:
            yield _faster(what, against, compare(each(newsdoc.parse_number), each(peer), rounds=rounds), 5)


def _two_calls(text: str) -> Callable[[], object]:
    """As a user calls them: ``quantities`` finds the dates for itself once more."""
    return lambda: (newsdoc.quantities(text), newsdoc.dates(text))


def _as_parsed(text: str) -> Callable[[], object]:
    """As ``parse`` runs them: the dates once, then the quantities beside them."""

    def work() -> object:
        found = newsdoc.dates(text)
        return found, quantities_beside(text, [(date.start, date.end) for date in found])

    return work


def figure_rows(found: dict[str, str], peers: peer_tools.Peers, rounds: int) -> Iterator[Row]:
    """Quantities and dates together against what finds bare numbers, or units, in the same text."""
    search, units, english = peers.chinese2digits_search, peers.recognizers_units, peers.quantulum3
    news = {"examples": texts.chinese(found)} | ({"bayannur": found["bayannur"]} if "bayannur" in found else {})
    for name, text in news.items():
        what = f"dates, then quantities: {name}, {len(text):,} characters"
        if search is None:
            yield _absent(what, "chinese2digits", peers)
        else:
            yield _faster(what, "chinese2digits", compare(_as_parsed(text), partial(search, text), rounds=rounds), 1)
            calls = f"quantities() and dates(): {name}"
            yield _faster(calls, "chinese2digits", compare(_two_calls(text), partial(search, text), rounds=rounds), 1)
        if units is None:
            yield _absent(what, "recognizers-text-suite", peers)
        else:
            few = max(3, rounds // 5)
            ratio = compare(_as_parsed(text), partial(units, text), rounds=few, repeat=1)
            yield _faster(what, "recognizers-text-suite", ratio, 50)
    text = "".join(ENGLISH * 3)
    what = f"quantities: English, {len(text):,} characters"
    if english is None:
        yield _absent(what, "quantulum3", peers)
    else:
        ratio = compare(partial(newsdoc.quantities, text), partial(english, text), rounds=max(3, rounds // 3))
        yield _faster(what, "quantulum3", ratio, 5)


def quote_rows(found: dict[str, str], rounds: int) -> Iterator[Row]:
    """Quotes against one pass of ``re`` for what stands between quotation marks."""
    for name in ("mainland", "bayannur"):
        if name not in found:
            continue
        text = found[name]
        ratio = compare(partial(newsdoc.quotes, text), partial(_QUOTED.findall, text), rounds=rounds)  # type: ignore[misc]
        said = f"{ratio.ratio:6.1f} times its time; {len(text) / ratio.first / 1e6:.2f} M characters a second"
        yield Row(f"quotes: {name}", "one pass of re", said, "1 M a second", len(text) / ratio.first >= 1e6)


def growth_rows(found: dict[str, str], sizes: tuple[int, ...]) -> Iterator[Row]:
    """The time of a page among many: constant, where the passes are linear."""
    base = 0.0
    for number in sizes:
        text = texts.made(found, number)
        work = partial(newsdoc.parse, text, published=ISSUE)
        repeat, tries = max(1, 20 // number), 3 if number < 100 else 1
        taken = min(seconds(work, repeat) for _ in range(tries)) / number
        base = base or taken
        said = f"{taken / base:6.2f} times the time a page; {taken * 1e3:.1f} ms"
        yield Row(
            f"parse: {number:,} pages, {len(text):,} characters", "one page", said, "at most 2", taken <= 2 * base
        )


def _start(*arguments: str) -> Callable[[], object]:
    return lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True)


def start_rows(rounds: int) -> Iterator[Row]:
    """Import and ``--help`` against bare Python with click; wall time, for these are processes."""
    for what, ours, against, theirs in (
        ("import newsdoc", ("-c", "import newsdoc"), "import click", ("-c", "import click")),
        ("newsdoc --help", ("-m", "newsdoc.cli", "--help"), "click --help", ("-c", CLICK)),
    ):
        pairs = []
        for _ in range(rounds):
            moments = [time.perf_counter()]
            for work in (_start(*ours), _start(*theirs)):
                work()
                moments.append(time.perf_counter())
            pairs.append((moments[1] - moments[0], moments[2] - moments[1]))
        ratios = sorted(one / other for one, other in pairs)
        middle = ratios[len(ratios) // 2]
        mine = sorted(one for one, _ in pairs)[len(pairs) // 2]
        yield Row(what, against, f"{middle:6.2f} times its time; {mine * 1e3:.0f} ms", "at most 1.5", middle <= 1.5)


def print_table(rows: Iterator[Row]) -> None:
    """The rows as they come, in Markdown."""
    print("| what | against | measured | aim | |")
    print("|---|---|---|---|---|", flush=True)
    for row in rows:
        mark = {True: "reached", False: "missed", None: ""}[row.reached]
        print(f"| {row.what} | {row.against} | {row.said.strip()} | {row.aim} | {mark} |", flush=True)


def main() -> None:
    """Run everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, texts of up to 10 pages")
    quick = parser.parse_args().quick
    rounds, sizes = (5, (1, 10)) if quick else (25, (1, 10, 100, 1000))
    peers, found = peer_tools.load(), texts.pages()

    def every() -> Iterator[Row]:
        yield from page_rows(found, peers, rounds)
        yield from number_rows(peers, rounds)
        yield from figure_rows(found, peers, rounds)
        yield from quote_rows(found, rounds)
        yield from start_rows(rounds)
        yield from growth_rows(found, sizes)

    print_table(every())


if __name__ == "__main__":
    main()
