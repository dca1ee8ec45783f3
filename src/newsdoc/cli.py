"""The command line: ``newsdoc convert``, ``explain``, ``figures``, ``check``, ``corpus`` and ``schema``. No logic here.

Data goes to standard output as UTF-8, whatever the locale; all else to standard error. Exit 0 done, 2 bad usage or
unreadable input, with one line on standard error. Only click is imported before a command runs.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from newsdoc import __version__
from newsdoc.errors import NewsdocError, ReadError

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Sequence
    from typing import BinaryIO

    from newsdoc.model.article import Article


class _Program(click.Group):
    """A group whose errors are one line each and whose exit codes are those of the contract."""

    def main(self, args: Sequence[str] | None = None, *more: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        run = partial(super().main, args, *more, standalone_mode=False, **extra)
        if not standalone_mode:
            return run()
        try:
            code: Any = run()
        except click.UsageError as error:
            command = error.ctx.command_path if error.ctx else "newsdoc"
            _complain(f"{command}: {error.format_message().rstrip('.')}; see {command} --help")
            sys.exit(2)
        except (click.ClickException, NewsdocError) as error:
            _complain(f"newsdoc: {error}")
            sys.exit(2)
        except OSError as error:
            where = f"{error.filename}: " if isinstance(error.filename, str) else ""
            _complain(f"newsdoc: {where}cannot be written: {error.strerror or error}")
            sys.exit(2)
        except click.Abort:
            sys.exit(130)
        sys.exit(code if isinstance(code, int) else 0)


def _complain(message: str) -> None:
    from newsdoc.write.explanation import printable

    click.echo(printable(" ".join(message.split())), err=True)


@click.group(cls=_Program, no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Turn the text of a newspaper page, Chinese or English, into a typed article.

    INPUT is a path, or - or nothing for standard input: text in UTF-8, UTF-16, GB18030, Big5 or
    Windows-1252; PDF (with newsdoc[pdf]), hOCR, ALTO or PAGE XML.
    """


_input = click.argument("source", metavar="[INPUT]", default="-")
_output = click.option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all.")
_published = click.option(
    "--published",
    metavar="YYYY-MM-DD",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of publication; dates without a year are read by it.",
)
_lexicon = click.option(
    "--lexicon", "lexicons", metavar="FILE", multiple=True, help="Rows of your own for the tables of words; repeatable."
)


@main.command()
@_input
@click.option(
    "--to", type=click.Choice(["json", "markdown", "html", "ninjs", "tei"]), default="json", show_default=True
)
@_output
@_published
@click.option(
    "--labels",
    type=click.Choice(["zh", "en", "both"]),
    default="zh",
    show_default=True,
    help="Language of the words that Markdown and HTML add.",
)
@click.option("--script", metavar="TAG", help="Convert a Chinese article to zh-Hans, zh-Hant, zh-TW or zh-HK.")
@_lexicon
def convert(
    source: str,
    to: str,
    output: str | None,
    published: datetime.datetime | None,
    labels: str,
    script: str | None,
    lexicons: tuple[str, ...],
) -> None:
    """Write a page as an article: JSON, Markdown, a page to read, ninjs or TEI."""
    from newsdoc import write

    article = _article(source, published, lexicons)
    if script is not None:
        from newsdoc.bilingual.script import to_script
        from newsdoc.lexicon import Lexicon

        article = to_script(article, script, lexicon=Lexicon.load(*lexicons))
    writers: dict[str, Callable[[], str]] = {
        "json": lambda: write.to_json(article) + "\n",
        "markdown": lambda: write.to_markdown(article, labels=labels),
        "html": lambda: write.to_html(article, labels=labels),
        "ninjs": lambda: write.to_ninjs(article) + "\n",
        "tei": lambda: write.to_tei(article),
    }
    _put(writers[to](), output)


@main.command()
@_input
@_output
@_published
@_lexicon
def explain(source: str, output: str | None, published: datetime.datetime | None, lexicons: tuple[str, ...]) -> None:
    """Show every repair (where, what, why), every doubt, and what became of each line."""
    from newsdoc.write import explain as explained

    _put(explained(_article(source, published, lexicons)), output)


@main.command()
@_input
@click.option("--to", type=click.Choice(["table", "json"]), default="table", show_default=True)
@_output
@_published
@_lexicon
def figures(
    source: str, to: str, output: str | None, published: datetime.datetime | None, lexicons: tuple[str, ...]
) -> None:
    """List every quantity and date with its normal form and its place."""
    from newsdoc.write import figures_json, figures_table

    article = _article(source, published, lexicons)
    _put(figures_json(article) + "\n" if to == "json" else figures_table(article, width=_width(output)), output)


@main.command()
@click.argument("source", required=False)
@click.argument("translation", required=False)
@click.option("--pairs", metavar="FILE", help="Pairs instead: JSON Lines or two columns; one verdict a line.")
@_output
@_lexicon
def check(
    source: str | None, translation: str | None, pairs: str | None, output: str | None, lexicons: tuple[str, ...]
) -> int:
    """Look up every figure and date of SOURCE in TRANSLATION, either direction; exit 1 on a grave finding."""
    from newsdoc.bilingual import check as checking
    from newsdoc.bilingual.figures import check_figures
    from newsdoc.lexicon import Lexicon

    lexicon = Lexicon.load(*lexicons)
    if pairs is not None:
        if source is not None:
            raise click.UsageError("give SOURCE and TRANSLATION, or --pairs")
        from newsdoc.readers.text import load

        given = load(_stdin() if pairs == "-" else pairs).text
        reports = [check_figures(first, second, lexicon=lexicon) for first, second in checking.pairs(given)]
        _put("".join(checking.verdict(report) + "\n" for report in reports), output)
        return int(not all(report.ok for report in reports))
    if source is None or translation is None:
        raise click.UsageError("SOURCE and TRANSLATION are needed, or --pairs FILE")
    first, second = (_article(path, None, lexicons) for path in (source, translation))
    report = check_figures(first, second, lexicon=lexicon)
    _put(checking.told(report, first.source.text, second.source.text), output)
    return int(not report.ok)


@main.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="DIR", required=True, help="The folder of the tables: new, or to go on with.")
@click.option(
    "--to",
    "formats",
    type=click.Choice(["jsonl", "parquet"]),
    multiple=True,
    default=["jsonl"],
    show_default=True,
    help="Format of the tables; repeatable.",
)
@_published
@_lexicon
@click.option("--workers", metavar="N", type=click.IntRange(1), help="Processes; by default one a core.")
@click.option("--shard-size", metavar="N", type=click.IntRange(1), help="Documents in a part; by default it grows.")
@click.option("--scheduler", metavar="ADDRESS", help="Work on the Dask cluster of this scheduler (or scheduler file).")
def corpus(
    inputs: tuple[str, ...],
    output: str,
    formats: tuple[str, ...],
    published: datetime.datetime | None,
    lexicons: tuple[str, ...],
    workers: int | None,
    shard_size: int | None,
    scheduler: str | None,
) -> None:
    """Convert many documents into tables, on all cores; the same command goes on after a stop.

    INPUT is a file, a folder, a pattern, or a file of JSON Lines (.jsonl, .jsonl.gz) with id and text. A document
    that cannot be read is a row of the table errors.
    """
    import logging
    import time

    from newsdoc.corpus import convert_corpus
    from newsdoc.corpus.progress import clock, counted, shown

    if scheduler is not None:
        # Dask logs the traceback of every connection that breaks; what the user needs to know is one line of ours.
        logging.disable()
    begun = time.monotonic()
    try:
        with shown(inputs, output) as progress:
            summary = convert_corpus(
                inputs,
                output,
                formats=formats,
                published=published and published.date(),
                lexicons=lexicons,
                shard_size=shard_size,
                workers=workers,
                scheduler=scheduler,
                progress=progress,
            )
    except KeyboardInterrupt:
        _complain("newsdoc: interrupted; the same command goes on from here")
        raise click.Abort from None
    said = [counted(summary.documents, "document"), counted(summary.errors, "error")]
    if summary.resumed:
        said.append(f"{summary.resumed_documents:,} of them done before")
    if summary.left_out:
        said.append(f"{counted(summary.left_out, 'file')} of other kinds left out")
    _complain(f"newsdoc: {', '.join(said)}; {clock(time.monotonic() - begun)}; {output}")


@main.command()
@_output
def schema(output: str | None) -> None:
    """Write the JSON Schema (2020-12) of the JSON that convert writes."""
    import json

    from newsdoc.write import json_schema

    _put(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n", output)


def _article(source: str, published: datetime.datetime | None, lexicons: tuple[str, ...]) -> Article:
    from newsdoc.lexicon import Lexicon
    from newsdoc.pipeline import read

    given = _stdin() if source == "-" else source
    return read(given, published=published and published.date(), lexicon=Lexicon.load(*lexicons) if lexicons else None)


def _stdin() -> BinaryIO:
    # A parent process may have closed it; Python then has no object for it.
    if not sys.stdin:
        raise ReadError("standard input is closed; give the path of a file")
    return sys.stdin.buffer


def _width(output: str | None) -> int | None:
    """The cells of a line, where the output is a terminal."""
    if output in (None, "-") and sys.stdout and sys.stdout.isatty():
        import shutil

        return shutil.get_terminal_size().columns
    return None


def _put(text: str, output: str | None) -> None:
    data = text.encode("utf-8", "backslashreplace")
    if output not in (None, "-"):
        from newsdoc.write.file import write_whole

        write_whole(str(output), data)
        return
    if not sys.stdout:
        raise click.ClickException("standard output is closed")
    stream = sys.stdout.buffer
    try:
        stream.write(data)
        stream.flush()
    except BrokenPipeError:
        # Whoever read has enough. Python would complain when it flushes the stream at exit, so that goes nowhere.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    main(prog_name="newsdoc")
