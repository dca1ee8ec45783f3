"""The English grammar: candidates found by one regex, then figure, unit, modifiers, range, and what is left alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.annotate.quantity import english_skip as skip
from newsdoc.annotate.quantity.build import build
from newsdoc.annotate.quantity.english_item import CANDIDATE, item_at, symbol_at
from newsdoc.annotate.quantity.english_range import BETWEEN, with_range
from newsdoc.annotate.quantity.english_unit import read_per
from newsdoc.annotate.quantity.figure import bounded
from newsdoc.annotate.quantity.tables import Unit, english
from newsdoc.numerals.words import (
    GLYPHS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.annotate.quantity.chinese_unit import Item
    from newsdoc.annotate.quantity.context import Context
    from newsdoc.annotate.quantity.tables import English
    from newsdoc.lexicon import Lexicon
    from newsdoc.model.annotation import Quantity

_MINUS = re.compile(r"\b(?:minus|negative)\s+$", re.IGNORECASE)
_BEFORE = re.compile(r"(?:[A-Za-z.'-]+[ \n]|[<>=~]+ {0,3}){1,6}$|[<>=~]+ {0,3}$")
_AFTER = re.compile(r"(?:[\s,-]{1,2}(?:[a-z]+)){1,4}|\+")
_FIGURE_BEHIND = re.compile(r"\s+[\d$€£]")
_GOES_UP = re.compile(
    r"\b(?:go|goes|going|gone|went|rise|rises|rose|risen|climb|climbs|climbed|move|moves|moved|jump|jumped|shot|pushed|bring|brought|take|takes|took)\s+$",
    re.IGNORECASE,
)
_AGED = re.compile(r"\b(?:aged?|age\s+of|ages)\s+$", re.IGNORECASE)
_PLURAL = re.compile(
    r"-[a-z]{3,}|\s+(?:[a-z]+(?:-[a-z]+)?\s+){0,2}?(?:people|men|women|children|police|staff|troops|[a-z]{2,}(?<!is)(?<!as)(?<!us)(?<!ss)(?<!his)s)\b"
)
_TIME_WORD = re.compile(r"\b(?:a|per|each|every|the|this|last|split)\s+$", re.IGNORECASE)


def read_english_quantities(
    text: str, dates: Sequence[tuple[int, int]], where: Context, lexicon: Lexicon
) -> list[Quantity]:
    """Every quantity of an English text that does not overlap one of the sorted spans ``dates``."""
    tables = english(lexicon)
    found: list[Quantity] = []
    at, last, date = 0, 0, 0
    while candidate := CANDIDATE.search(text, at):
        at = candidate.start()
        while date < len(dates) and dates[date][1] <= at:
            date += 1
        if date < len(dates) and dates[date][0] <= at:
            at = max(at + 1, dates[date][1])
            last = at
            continue
        if past := skip.named(text, at, tables) or skip.passed(text, at, last, tables):
            at = last = max(past, at + 1)
            continue
        read = _read(text, at, last, tables, where)
        if read is None:
            at = _beyond(text, candidate)
            continue
        start, item, currency = read
        if date < len(dates) and dates[date][0] < item.end:
            at = _beyond(text, candidate)
            continue
        at = last = max(item.end, at + 1)
        if quantity := build(text, start, item.end, item, where, currency):
            found.append(quantity)
    return found


_PAST = re.compile(r"\b(?:half|quarter)\s+(?:past|to)\s+$", re.IGNORECASE)
_MORE_TEXT = re.compile(r"\s*[\w$€£]")
_WORD_END = re.compile(r"[\d.,]*\d|[A-Za-z]+")


def _beyond(text: str, candidate: re.Match[str]) -> int:
    word = _WORD_END.match(text, candidate.start())
    return max(word.end() if word else 0, candidate.start() + 1)


def _read(text: str, at: int, last: int, tables: English, where: Context) -> tuple[int, Item, str | None] | None:
    symbol = symbol_at(text, at, last, tables)
    if symbol is None and not text[at].isalnum() and text[at] not in GLYPHS and text[at] != ".":
        return None
    start, place, code = symbol or (at, at, None)
    item = item_at(text, place, tables, code)
    if item is None:
        return None
    digits = text[place].isdigit() or text[place] == "."
    if symbol and text[place - 1] == "-":
        item = item._replace(figure=item.figure.times(-1))
    start, item = _signed(text, start, last, item)
    ranged = with_range(text, start, item, tables, code, digits)
    if ranged is not None:
        item = ranged
        if between := BETWEEN.search(text, max(last, start - 24), start):
            start = between.start()
    item = read_per(text, item, tables)
    start, modifier = _before(text, start, last, tables)
    item = item._replace(figure=bounded(item.figure, modifier))
    item, modifier = _after(text, item, tables, modifier)
    counted = item.unit is None and _PLURAL.match(text, item.end) is not None
    if item.unit is None:
        if aged := _AGED.search(text, max(last, start - 8), start):
            start, item = aged.start(), item._replace(unit=Unit("age", "a"))
        elif _idle(text, start, place, item, modifier, counted):
            return None
    if skip.unwanted(text, place, item, tables, digits=digits, counted=counted, modifier=modifier):
        return None
    whole = item.figure.value is None or item.figure.value.denominator == 1
    if counted and item.unit is None and whole:
        item = item._replace(unit=Unit("count", ""))
    return start, item, None


def _idle(text: str, start: int, place: int, item: Item, modifier: str | None, counted: bool) -> bool:
    """one and zero as determiners, half and quarter as adjectives, "second" of time."""
    said = text[item.figure.start : item.figure.end].lower()
    if said == "one":
        return not (
            len(text.strip()) == 3
            or modifier is not None
            or re.search(r"(?:negative|minus)\s$", text[max(0, place - 12) : place].lower())
        )
    if said in {"half", "quarter", "a half", "a quarter"}:
        of = re.match(r"\s+(?:of|the|an?|all|its|their|our|his|her|people)\b", text[item.end : item.end + 12])
        return not (of or modifier or _alone(text, said)) or ("quarter" in said and not of and not _alone(text, said))
    if _PAST.search(text, max(0, start - 14), start):
        return True
    if said == "second":
        return (
            _TIME_WORD.search(text, max(0, start - 8), start) is not None
            and text[max(0, start - 4) : start].lower() != "the "
        )
    if said in {"hundred", "thousand", "million", "billion", "dozen"} and not counted and modifier is None:
        return not _alone(text, said) and not re.match(r"\s+[a-z]", text[item.end : item.end + 3])
    return False


def _alone(text: str, said: str) -> bool:
    return len(text) < len(said) + 20 and len(text.strip()) == len(said)


def _signed(text: str, start: int, last: int, item: Item) -> tuple[int, Item]:
    """minus ten, -5, and (-5); a dash after a word or a figure is no sign."""
    if item.unit is not None and item.unit.kind == "ordinal":
        return start, item
    place = start
    if word := _MINUS.search(text, max(last, start - 10), start):
        place = word.start()
    elif not item.figure.words:
        spaced = text[start - 1 : start] == " " and start < 12 and not text[: start - 2].strip()
        mark = start - 2 if spaced else start - 1
        before = text[mark - 1 : mark] if mark > 0 else ""
        if mark >= last and text[mark] in "-−–" and not (before.isalnum() or before in (")", "%", "-")):
            place = mark
    if place == start:
        return start, item
    figure = item.figure.times(-1)
    return place, item._replace(figure=figure._replace(low=figure.high, high=figure.low))  # minus tens: -100 to -10


def _before(text: str, start: int, last: int, tables: English) -> tuple[int, str | None]:
    """The modifier in front: the longest phrase of the table that ends at ``start``."""
    found = _BEFORE.search(text, max(last, start - 48), start)
    if found is None:
        return start, None
    begin = found.start()
    pieces = [begin] + [begin + m.end() for m in re.finditer(r"\s", found.group())]
    for place in pieces:
        if place >= start or (place > last and place > 0 and text[place - 1].isalnum() and text[place].isalnum()):
            continue
        phrase = " ".join(text[place:start].lower().split())
        if kind := tables.before.get(phrase):
            if kind == "at_most" and phrase == "up to" and _GOES_UP.search(text, max(0, place - 12), place):
                return start, None  # the fare goes up to $5
            return place, kind
    return start, None


def _after(text: str, item: Item, tables: English, modifier: str | None) -> tuple[Item, str | None]:
    """or more, or so, plus, + behind the unit."""
    found = _AFTER.match(text, item.end)
    if found is None or (item.unit is not None and item.unit.kind == "ordinal"):
        return item, modifier
    said = found.group()
    if said == "+":
        if text[item.end + 1 : item.end + 2].isalnum():
            return item, modifier
        return item._replace(
            figure=bounded(item.figure, modifier or "at_least"), end=item.end + 1
        ), modifier or "at_least"
    words = list(re.finditer(r"[a-z]+", said))
    for count in range(len(words), 0, -1):
        phrase = " ".join(m.group() for m in words[:count])
        if kind := tables.after.get(phrase):
            if (
                count < len(words)
                and words[count].group() == "than"
                and _MORE_TEXT.match(text, item.end + words[count].end())
            ):
                continue
            if phrase in {"plus", "odd"} and said[0] != "-":
                continue
            end = item.end + words[count - 1].end()
            if "," in said and _FIGURE_BEHIND.match(text, end):
                continue  # less than 150, at most 160
            if modifier in (None, "about"):
                return item._replace(figure=bounded(item.figure._replace(modifier=None), kind), end=end), kind
            return item._replace(end=end), modifier
    return item, modifier
