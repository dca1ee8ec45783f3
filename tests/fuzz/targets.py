"""A fuzz target for each public function: what must hold of its answer, whatever it is given.

Each takes arguments of the right type, calls the function and checks what is cheap to check. It returns if all is
well, and raises AssertionError (a law is broken) or whatever else came out that is no NewsdocError. Hypothesis feeds
them in test_fuzz.py, atheris in atheris_targets.py.
"""

from __future__ import annotations

import copy
import io
import json
import re
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from damage import lost, misaligned

import newsdoc
from newsdoc import NewsdocError, NumeralError, ReadError, SchemaError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsdoc import Article, Date, Lexicon, Quantity, Quote

KINDS = {"number", "percent", "money", "measure", "count", "multiple", "ordinal", "age"}
MODIFIERS = {None, "more", "less", "nearly", "about", "at_least", "at_most"}
STYLES = ("zh-Hans", "zh-Hant", "zh-financial", "zh-financial-Hant", "zh-positional", "en", "en-words", "compact-zh")
TONGUES = ("zh-Hans", "zh-Hant", "zh-TW", "zh-HK", "en")
SCRIPTS = ("zh-Hans", "zh-Hant", "zh-TW", "zh-HK")
_YEAR = r"(?:Y-?[0-9]{5,}|-?[0-9X]{4})"
_POINT = _YEAR + r"(?:-[0-9X]{2}(?:-[0-9X]{2})?)?(?:T[0-9X:]{2,8}(?:Z|[+-]\d\d:\d\d)?)?"
EDTF = re.compile(rf"{_POINT}|{_POINT}/{_POINT}|\.\./{_POINT}|{_POINT}/\.\.")


def told(error: NewsdocError, part: str = "") -> None:
    """A refusal says something."""
    if not str(error) or part not in str(error):
        raise AssertionError(f"{type(error).__name__} says nothing of use: {error}")


def refused(wrongly: bool) -> None:
    """A refusal has a cause in what was given."""
    if wrongly:
        raise AssertionError("this was right, but it was refused")


def on_parse(text: str, published: Any = None, lexicon: Lexicon | None = None) -> Article | None:
    """Laws 1 and 2, order, and that JSON gives the article back; only a bad day is refused."""
    try:
        article = newsdoc.parse(text, published=published, lexicon=lexicon)
    except NewsdocError as error:
        told(error)
        refused(not isinstance(published, str))
        return None
    sound(article)
    assert len(article.source.text) == len(text)
    return article


def sound(article: Article) -> None:
    """What holds of every article that was read."""
    assert type(article) is newsdoc.Article
    assert lost(article) == []
    assert misaligned(article) == []
    assert len({block.id for block in article.blocks()}) == len(article.blocks())
    assert newsdoc.from_json(newsdoc.to_json(article)) == article
    in_order(article.edits, len(article.source.text), touching=True)
    for block in article.blocks():
        in_order(block.quantities, len(block.text))
        in_order(block.dates, len(block.text))
        assert all(0 <= span.start < span.end <= len(article.source.text) for span in block.source)
    goes_on(article.quotes)


def in_order(items: Sequence[Any], length: int, *, touching: bool = False) -> None:
    """Spans ascend, do not overlap and lie in the text."""
    end = 0
    for item in items:
        assert end <= item.start, item
        assert item.start <= item.end if touching else item.start < item.end, item
        assert item.end <= length, item
        end = item.end


def goes_on(quotes: Sequence[Quote]) -> None:
    """``continues`` is the number of an earlier quote; a speaker has a source and the other way round."""
    for number, quote in enumerate(quotes):
        assert quote.kind in {"direct", "partial", "indirect"}
        assert quote.continues is None or 0 <= quote.continues < number
        assert quote.speaker_from in {None, "name", "pronoun", "carried"}
        assert (quote.speaker is None) == (quote.speaker_from is None)


def on_read(data: bytes, published: str | None = None) -> None:
    """Bytes are an article, or a ReadError that says something."""
    try:
        article = newsdoc.read(io.BytesIO(data), published=published)
    except ReadError as error:
        told(error)
        return
    except NewsdocError as error:
        told(error)
        refused(published is None)
        return
    sound(article)


def on_repair(text: str) -> None:
    """Edits are in order, and what was mended is not mended again."""
    repaired = newsdoc.repair(text)
    in_order(repaired.edits, len(text), touching=True)
    assert newsdoc.repair(repaired.text).edits == ()


def on_quantities(text: str, language: str | None = None, lexicon: Lexicon | None = None) -> list[Quantity]:
    """Aligned, exact, bounds in order, none of them a date."""
    found = newsdoc.quantities(text, language=language, lexicon=lexicon)
    in_order(found, len(text))
    for item in found:
        assert text[item.start : item.end] == item.text
        assert item.kind in KINDS
        assert item.modifier in MODIFIERS
        numbers = (item.low, item.value, item.high)
        assert all(number is None or type(number) is Fraction for number in (*numbers, item.base_value))
        said = [number for number in numbers if number is not None]
        assert said, item
        assert said == sorted(said), item
    days = newsdoc.dates(text, language=language, lexicon=lexicon)
    taken = {place for day in days for place in range(day.start, day.end)}
    assert all(taken.isdisjoint(range(item.start, item.end)) for item in found)
    return found


def on_dates(
    text: str, reference: Any = None, language: str | None = None, lexicon: Lexicon | None = None
) -> list[Date]:
    """Aligned, and every date in Extended Date/Time Format; only a bad reference is refused."""
    try:
        found = newsdoc.dates(text, reference=reference, language=language, lexicon=lexicon)
    except NewsdocError as error:
        told(error)
        refused(not isinstance(reference, str))
        return []
    in_order(found, len(text))
    for item in found:
        assert text[item.start : item.end] == item.text
        assert EDTF.fullmatch(item.edtf), item
        assert item.calendar in {"gregorian", "roc", "lunar"}
    return found


def on_quotes(text: str, language: str | None = None, lexicon: Lexicon | None = None) -> None:
    """Aligned, in order of start, whatever the marks."""
    found = newsdoc.quotes(text, language=language, lexicon=lexicon)
    assert [item.start for item in found] == sorted(item.start for item in found)
    for item in found:
        assert 0 <= item.start < item.end <= len(text), item
        assert text[item.start : item.end] == item.text
    goes_on(found)


def on_parse_number(text: str) -> None:
    """A Fraction or a NumeralError; what has a value is written and read again in every style that can write it."""
    try:
        value = newsdoc.parse_number(text)
    except NumeralError as error:
        told(error)
        return
    assert type(value) is Fraction
    for style in STYLES:
        on_format_number(value, style)


def on_format_number(value: Any, style: Any) -> None:
    """A numeral that is read back exactly, or a NumeralError."""
    try:
        text = newsdoc.format_number(value, style=style)
    except NumeralError as error:
        told(error)
        return
    assert newsdoc.parse_number(text) == value, text


def on_render(item: Quantity | Date, language: str, style: str = "exact") -> None:
    """Words, or a NewsdocError."""
    try:
        said = newsdoc.render(item, language=language, style=style)
    except NewsdocError as error:
        told(error)
        return
    assert said


def on_to_script(article: Article, script: str) -> None:
    """The annotations are where they were, and what spoke of the input stays."""
    try:
        made = newsdoc.to_script(article, script)
    except NewsdocError as error:
        told(error)
        refused(script in SCRIPTS)
        return
    assert made.source == article.source
    assert made.edits == article.edits
    assert len(made.blocks()) == len(article.blocks())
    if misaligned(article) == []:
        assert misaligned(made) == []
    assert newsdoc.from_json(newsdoc.to_json(made)) == made


def on_to_json(article: Article, indent: int | None) -> None:
    """JSON that any reader takes, and the article again."""
    text = newsdoc.to_json(article, indent=indent)
    text.encode()
    assert isinstance(json.loads(text), dict)
    assert newsdoc.from_json(text) == article


def on_to_markdown(article: Article, labels: str) -> None:
    """UTF-8 text that ends in a line break, or nothing; only the labels may be refused."""
    try:
        text = newsdoc.to_markdown(article, labels=labels)
    except NewsdocError as error:
        told(error)
        refused(labels in {"zh", "en", "both"})
        return
    text.encode()
    assert text == "" or text.endswith("\n")


def on_to_html(article: Article, labels: str) -> None:
    """UTF-8 text of one page with one script of our own; only the labels may be refused."""
    try:
        text = newsdoc.to_html(article, labels=labels)
    except NewsdocError as error:
        told(error)
        refused(labels in {"zh", "en", "both"})
        return
    text.encode()
    assert text.endswith("</html>\n")
    assert text.count("</script>") == text.count("<script")


def on_from_json(text: str) -> None:
    """An article or a SchemaError; whatever was let in, every function that takes an article can take."""
    try:
        article = newsdoc.from_json(text)
    except SchemaError as error:
        told(error)
        return
    assert newsdoc.from_json(newsdoc.to_json(article)) == article
    on_to_json(article, None)
    on_to_markdown(article, "both")
    on_to_html(article, "en")
    on_to_script(article, "zh-TW")
    on_check_figures(article, article)
    on_align(article, "3吨。")
    for item in (*article.quantities[:3], *article.dates[:3]):
        on_render(item, "en")
        on_render(item, "zh-HK")


def on_json_schema() -> None:
    """The same schema each time, for no caller can spoil that of the next."""
    first = newsdoc.json_schema()
    text = json.dumps(first)
    first.clear()
    assert json.dumps(newsdoc.json_schema()) == text


def on_align(source: str | Article, translation: str | Article) -> None:
    """Beads go through both texts in order and leave none of their sentences out."""
    for side, text in (("source", source), ("translation", translation)):
        spans = [span for bead in newsdoc.align(source, translation) for span in getattr(bead, side)]
        if isinstance(text, str):
            in_order(spans, len(text))
            covered = {place for span in spans for place in range(span.start, span.end)}
            assert all(char.isspace() or at in covered for at, char in enumerate(text))


def on_check_figures(source: str | Article, translation: str | Article) -> None:
    """Every side says what stands in its place; a finding has the sides and the severity that its kind has."""
    report = newsdoc.check_figures(source, translation)
    pairs = [*((finding.source, finding.translation) for finding in report.findings), *report.matched]
    for index, text in ((0, source), (1, translation)):
        for side in (pair[index] for pair in pairs):
            if side is not None and isinstance(text, str):
                assert text[side.start : side.end] == side.text
    for finding in report.findings:
        assert finding.severity in {"high", "low"}
        assert finding.kind in {"mis_scaled", "changed", "missing", "added"}
        assert (finding.source is None, finding.translation is None) == (
            finding.kind == "added",
            finding.kind == "missing",
        )
    assert report.ok == all(finding.severity == "low" for finding in report.findings)


TRIAL = "口岸外贸\n本报记者 张三\n去年2月3日，全县近6万吨玉米，逾2亿美元，垧十。“好。”局长苏晴说。The 3 tons, he said."


def on_lexicon_load(data: bytes, text: str = TRIAL) -> None:
    """A file is a lexicon or refused with its line; what was let in does every function no harm."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "words.tsv")
        path.write_bytes(data)
        try:
            lexicon = newsdoc.Lexicon.load(path)
        except newsdoc.LexiconError as error:
            told(error, "words.tsv")
            return
    assert lexicon.rows("units")
    for sample in {text, TRIAL}:
        on_quantities(sample, None, lexicon)
        on_dates(sample, "2023-03-21", None, lexicon)
        on_quotes(sample, None, lexicon)
        article = on_parse(sample, "2023-03-21", lexicon)
        assert article is not None
        newsdoc.to_script(article, "zh-TW", lexicon=lexicon)
        newsdoc.check_figures(sample, TRIAL, lexicon=lexicon)
        for item in (*article.quantities[:4], *article.dates[:2]):
            for tongue in TONGUES:
                try:
                    newsdoc.render(item, language=tongue, lexicon=lexicon)
                except NewsdocError as error:
                    told(error)


def changed(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """A text with parts of it replaced: place, length, new characters."""
    for at, length, new in edits:
        at %= len(text) + 1
        text = text[:at] + new + text[at + length :]
    return text


def planted(tree: Any, edits: Iterable[tuple[int, Any]]) -> Any:
    """A tree of JSON with some of its values replaced: which, and by what."""
    for number, new in edits:
        places: list[tuple[Any, Any]] = []
        todo = [tree]
        while todo:
            node = todo.pop()
            for key in range(len(node)) if isinstance(node, list) else node:
                places.append((node, key))
                if isinstance(node[key], list | dict):
                    todo.append(node[key])
        node, key = places[number % len(places)]
        node[key] = copy.deepcopy(new)  # what is drawn is shared: planted into itself it would have no end
    return tree
