"""``newsdoc corpus`` on many pages of real size: scaling, memory, kills, a Dask cluster. Prints a Markdown table.

    python benchmarks/corpus.py                      10,000 documents, 20 kills: the numbers of docs/archives.md
    python benchmarks/corpus.py --documents 500 --kills 3 --rounds 1

The pages are made of the sentences of the examples, in another order and with other digits each, 3,000 to 6,000
characters long. Wall time tells of the machine too: whoever shares it takes cores away from two workers and not from
one. So runs with one and with two workers are also compared by the time offered: wall time without that in which a
worker was ready and others had the processor, as Linux counts it (``/proc/PID/schedstat``).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
_SENTENCE = re.compile(r"[^。.\n]+(?:[。.][”」\"]?|$)")
_DIGIT = re.compile(r"(?<!\d)[1-9]")


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took.

    Attributes:
        seconds: Wall time.
        processor: Seconds of processor that all workers used.
        waited: Seconds in which they were ready and had none, of all workers together.
        parent: Bytes of memory of the parent, over time.
        worker: Bytes of memory of the largest worker.
        said: The last line.
    """

    seconds: float
    processor: float
    waited: float
    parent: tuple[int, ...]
    worker: int
    said: str


def page(number: int) -> str:
    """A page by its number: a head, a byline and paragraphs of shuffled sentences, in lines of one width."""
    draw = random.Random(number)
    stock = _stock(draw.choice(("mainland", "mainland", "hongkong", "taiwan", "english")))
    length, made, paragraphs = draw.randint(3000, 6000), 0, []
    while made < length:
        paragraph = "　　" + "".join(draw.choice(stock) for _ in range(draw.randint(2, 5)))
        paragraphs.append(_DIGIT.sub(lambda _: str(draw.randint(1, 9)), paragraph))
        made += len(paragraphs[-1])
    lines = [text[at : at + 22] for text in paragraphs for at in range(0, len(text), 22)]
    return "\n".join((f"口岸外贸增长见闻之{number}", "本报记者 于舟", *lines))


def _stock(name: str) -> list[str]:
    text = (EXAMPLES / name / "page.txt").read_text("utf-8").replace("\n", "" if name != "english" else " ")
    return [sentence for sentence in _SENTENCE.findall(text) if len(sentence) > 8]


def archive(folder: Path, number: int) -> Path:
    """Half of the documents as files, half as rows of a packed file."""
    folder.mkdir()
    rows = []
    for index in range(number):
        if index % 2:
            rows.append(json.dumps({"id": f"row{index}", "text": page(index)}, ensure_ascii=False) + "\n")
        else:
            file = folder / f"{index // 1000:03}" / f"{index:06}.txt"
            file.parent.mkdir(exist_ok=True)
            file.write_text(page(index), "utf-8")
    with subprocess.Popen(["gzip", "-1n"], stdin=subprocess.PIPE, stdout=(folder / "z.jsonl.gz").open("wb")) as pack:
        pack.communicate("".join(rows).encode())
    return folder


def command(inputs: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    """The command as a process of its own."""
    args = [sys.executable, "-m", "newsdoc.cli", "corpus", str(inputs), "-o", str(out), *more]
    return subprocess.Popen(args, stderr=subprocess.PIPE, text=True)


def run(inputs: Path, out: Path, *more: str) -> Run:
    """A run to its end, watched twice a second."""
    begun, parent, worker = time.monotonic(), [], 0
    times, waits = dict[int, float](), dict[int, float]()
    process = command(inputs, out, *more)
    watched = psutil.Process(process.pid)
    while process.poll() is None:
        with suppress(psutil.NoSuchProcess):
            parent.append(watched.memory_info().rss)
            for child in watched.children(recursive=True):
                with suppress(psutil.NoSuchProcess):
                    worker = max(worker, child.memory_info().rss)
                    spent = child.cpu_times()
                    times[child.pid] = spent.user + spent.system
                    waits[child.pid] = _waited(child.pid)
        time.sleep(0.5 if time.monotonic() - begun > 10 else 0.05)
    said = process.stderr.read() if process.stderr else ""
    if process.returncode:
        raise SystemExit(said)
    took = time.monotonic() - begun
    return Run(took, sum(times.values()), sum(waits.values()), tuple(parent), worker, said.strip())


def _waited(pid: int) -> float:
    """Seconds in which a process was ready and others had the processor; 0 where the system does not tell."""
    with suppress(OSError):
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[1]) / 1e9
    return 0.0


def offered(took: Run, workers: int) -> float:
    """Seconds that a run would have taken if nobody else had wanted the processors that its workers had."""
    return took.seconds - took.waited / workers


def digest(out: Path) -> str:
    """One digest of every file that a run left: its path and its bytes."""
    whole = hashlib.sha256()
    for path in sorted(path for path in out.rglob("*") if path.is_file()):
        whole.update(f"{path.relative_to(out)}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return whole.hexdigest()


def size(out: Path, kind: str) -> int:
    """Bytes of all parts of one format."""
    return sum(path.stat().st_size for path in out.rglob(f"part-*.{kind}"))


def killed(inputs: Path, out: Path, kills: int, seconds: float) -> tuple[int, float]:
    """Start the command and kill it, again and again, then let it end: how many processes outlived it, and the time."""
    draw, left, begun = random.Random(20240520), 0, time.monotonic()
    for _ in range(kills):
        process = command(inputs, out, "--workers", "2")
        time.sleep(draw.uniform(0.2, 2 * seconds / kills))
        children = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
        process.send_signal(signal.SIGKILL)
        process.communicate()
        left += len(psutil.wait_procs(children, timeout=5)[1])
    run(inputs, out, "--workers", "2")
    return left, time.monotonic() - begun


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[str]:
    """A Dask scheduler and workers; the path of the scheduler file."""
    file = folder / f"scheduler-{workers}.json"
    common = ("--scheduler-file", str(file), "--no-dashboard", "--host", "127.0.0.1")
    kinds = [("scheduler", "--port", "0"), *[("worker", "--nthreads", "1", "--no-nanny")] * workers]
    processes = []
    for kind, *more in kinds:
        args = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *common, *more]
        processes.append(subprocess.Popen(args, stderr=subprocess.DEVNULL))
        while not file.exists():
            time.sleep(0.05)
    try:
        yield str(file)
    finally:
        for process in processes:
            process.kill()
            process.wait()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3, help="short runs with one and two workers in turn")
    parser.add_argument("--only", choices=("turns", "kills", "whole"), help="one part of it")
    options = parser.parse_args()
    print("| what | measured | aim |\n|---|---|---|")

    def row(what: str, measured: str, aim: str = "") -> None:
        print(f"| {what} | {measured} | {aim} |", flush=True)

    number, few, some = options.documents, max(20, options.documents // 16), max(40, options.documents // 5)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        lengths = [len(page(index)) for index in range(0, number, max(1, number // 500))]
        spread = f"{min(lengths):,} to {max(lengths):,} characters, median {statistics.median(lengths):,.0f}"
        row("documents", f"{number:,}, {spread}")
        if options.only in (None, "turns"):
            in_turn(row, archive(folder / "short", few), few, options.rounds)
        if options.only in (None, "kills"):
            disturbed(row, archive(folder / "some", some), some, options.kills)
        if options.only in (None, "whole"):
            whole(row, folder, number)


def whole(row: Callable[..., None], folder: Path, number: int) -> None:
    """All documents with two workers and with one: time, memory, bytes."""
    inputs = archive(folder / "in", number)
    runs = {workers: run(inputs, folder / f"out-{workers}", "--workers", str(workers)) for workers in (2, 1)}
    for workers, took in sorted(runs.items()):
        row(
            f"{number:,} documents, {named(workers)}",
            f"{took.seconds:.0f} s, {number / took.seconds:.1f} documents a second; "
            f"{took.processor / number * 1e3:.1f} ms of processor a document, "
            f"{took.processor / took.seconds:.2f} processors busy, {took.waited / workers:.0f} s waited for one",
        )
    row("two workers by one, wall time", f"{runs[1].seconds / runs[2].seconds:.2f} times", "at least 1.8")
    alone = offered(runs[1], 1) / offered(runs[2], 2)
    row("two workers by one, time offered", f"{alone:.2f} times the throughput", "at least 1.8")
    parent = runs[2].parent
    quarters = [max(parent[len(parent) * part // 4 : len(parent) * (part + 1) // 4]) >> 20 for part in range(4)]
    row("memory of the parent, by quarter of the run", f"{quarters} MB", "below 300 MB, flat")
    row("memory of a worker, most", f"{runs[2].worker >> 20} MB")
    row("files with 1 and 2 workers", same(folder / "out-1", folder / "out-2"), "the same bytes")
    row("JSON Lines", f"{size(folder / 'out-1', 'jsonl') / number / 1e3:.1f} kB a document")


def in_turn(row: Callable[..., None], inputs: Path, number: int, rounds: int) -> None:
    """Short runs with one and with two workers, one after the other; and how large Parquet is."""
    rates: dict[int, list[float]] = {1: [], 2: []}
    alone: dict[int, list[float]] = {1: [], 2: []}
    for round_ in range(rounds):
        for workers in (1, 2):
            took = run(inputs, inputs.parent / f"short-{round_}-{workers}", "--workers", str(workers))
            rates[workers].append(number / took.seconds)
            alone[workers].append(number / offered(took, workers))
    if rounds:
        for what, found in (("wall time", rates), ("time offered", alone)):
            one, two = (statistics.median(found[workers]) for workers in (1, 2))
            row(
                f"{number:,} documents, one and two workers in turn, median of {rounds}, by {what}",
                f"{one:.1f} and {two:.1f} documents a second, start included: {two / one:.2f} times",
                "at least 1.8",
            )
    out = inputs.parent / "short-parquet"
    run(inputs, out, "--to", "parquet")
    row("Parquet", f"{size(out, 'parquet') / number / 1e3:.1f} kB a document")


def disturbed(row: Callable[..., None], inputs: Path, number: int, kills: int) -> None:
    """A run that is killed again and again, and runs on a cluster, each compared with an undisturbed run."""
    folder = inputs.parent
    plain = run(inputs, folder / "plain", "--workers", "2")
    left, seconds = killed(inputs, folder / "killed", kills, plain.seconds)
    row(
        f"{number:,} documents, kill -9 at {kills} random moments, then to the end",
        f"{same(folder / 'killed', folder / 'plain')}; {seconds:.0f} s, undisturbed {plain.seconds:.0f} s; "
        f"{left} processes left over",
        "the same bytes",
    )
    for workers in (1, 2):
        with cluster(folder, workers) as scheduler:
            took = run(inputs, folder / f"dask-{workers}", "--scheduler", scheduler)
        row(
            f"{number:,} documents, Dask scheduler and {named(workers)}",
            f"{same(folder / f'dask-{workers}', folder / 'plain')}; {took.seconds:.0f} s, "
            f"{number / took.seconds:.1f} documents a second; client {max(took.parent) >> 20} MB",
            "the same bytes",
        )


def named(workers: int) -> str:
    """How many workers, in words."""
    return "1 worker" if workers == 1 else f"{workers} workers"


def same(first: Path, second: Path) -> str:
    """Whether two runs left the same files."""
    return "the same bytes" if digest(first) == digest(second) else "OTHER BYTES"


if __name__ == "__main__":
    if os.name == "nt":
        raise SystemExit("this benchmark needs signals of POSIX")
    main()
