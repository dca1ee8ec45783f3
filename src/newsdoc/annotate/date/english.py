"""English dates: the forms in order, and those that hang on another date.

Each form reads one kind of expression at one place and gives where it ends and what it says, or None. Words that mean
something else besides (May, March, Sun, second) count only where their neighbours tell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.annotate.date.english_common import NUMBERS
from newsdoc.annotate.date.english_days import (
    and_day,
    day_of_month,
    figure_date,
    month_form,
    month_words,
    on_day,
    shared_day,
    year_month,
)
from newsdoc.annotate.date.english_pattern import Forms, patterns
from newsdoc.annotate.date.english_periods import part_form, plain_year, season_form, span_form
from newsdoc.annotate.date.english_relative import day_word, nth_form, shifted_form, weekday_form
from newsdoc.annotate.date.relative import Setting, ago, day_by, moved
from newsdoc.annotate.date.resolve import settle
from newsdoc.annotate.date.value import Reading, single

if TYPE_CHECKING:
    from collections.abc import Callable

Found = tuple[int, Reading]

OPEN_BEFORE = re.compile(r"\b(?:[Ss]ince|[Uu]ntil|[Uu]p\sto)\s(?:the\s)?(?:early\s)?$")
WILL = re.compile(r"(?:\bwill|['’]ll|\bshall|\bgoing to|\bto)\b[^.!?\n]{0,40}\b[Ii]n\s$")


def read(text: str, start: int, setting: Setting) -> tuple[int, int, Reading] | None:
    """The English date that starts at ``start``, read by the form that reads furthest."""
    if start and ((text[start - 1].isalnum() and text[start - 1].isascii()) or text[start - 1] in "$£€"):
        return None
    forms, best = patterns(setting.lexicon), None
    for form in _FIGURE_FORMS if text[start].isdigit() else _WORD_FORMS:
        found = form(text, start, setting, forms)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    return None if best is None else (start, _without_stop(text, best[0]), best[1])


def _without_stop(text: str, end: int) -> int:
    """A full stop belongs to an abbreviation only."""
    word = _LAST_WORD.search(text, max(0, end - 12), end)
    full = word is not None and (len(word[1]) > 4 or word[1].lower() in ("may", "june", "july"))
    return end - 1 if full else end


_LAST_WORD = re.compile(r"([A-Za-z]+)\.$")


def _ago(text: str, start: int, setting: Setting, forms: Forms) -> Found | None:
    match = forms.ago.match(text, start)
    if match is None:
        return _in_future(text, start, setting)
    if text[max(0, start - 5) : start].lower() == "half ":
        return None
    said, unit, way = match["count"].lower(), match["unit"].lower().rstrip("s"), " ".join(match["way"].lower().split())
    count = int(said) if said.isdigit() else NUMBERS.get(said, 1)
    if unit == "decade":
        unit, count = "year", 10 * count
    if way == "from today" and setting.reference is not None:
        day = moved(day_by(setting.reference, 0).first, unit, count)
        return None if day is None else (match.end(), single(day, anchored=True))
    if way in ("ago", "hence", "from now", "from today"):
        return match.end(), ago(setting.reference, unit, -count if way == "ago" else count)
    if way in ("earlier", "later"):
        return None
    found = read(text, match.end(), setting) if not forms.ago.match(text, match.end()) else None
    if found is None or found[2].first != found[2].last:
        return None
    anchor = found[2].first
    if anchor.year is None and setting.reference is not None and not found[2].anchored:
        anchor = settle(found[2], setting.reference).first
    point = moved(anchor, unit, -count if way == "before" else count)
    return None if point is None else (found[1], single(point, anchored=True))


_RECORD = re.compile(r"\b(?:[a-z]+est|most|least|first|worst|best|only)\b[^.!?,;]{0,24}\bin\s$", re.IGNORECASE)
"""the lowest in 15 years"""
_IN = re.compile(
    r"(?P<count>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s(?P<unit>day|week|month|year)s?\b(?=\s*(?:$|[.,;!?]|from\stoday))",
    re.IGNORECASE,
)


def _in_future(text: str, start: int, setting: Setting) -> Found | None:
    """in two weeks, after will: the day from now; elsewhere it is a length of time."""
    match = _IN.match(text, start)
    before = text[max(0, start - 60) : start]
    if match is None or WILL.search(before) is None or _RECORD.search(before):
        return None
    said = match["count"].lower()
    count = int(said) if said.isdigit() else NUMBERS.get(said, 1)
    return match.end(), ago(setting.reference, match["unit"].lower(), count)


_WORD_FORMS: tuple[Callable[[str, int, Setting, Forms], Found | None], ...] = (
    figure_date("month_first"),
    figure_date("day_first"),
    figure_date("words_month"),
    month_words,
    month_form,
    shared_day,
    day_of_month,
    on_day,
    day_word,
    shifted_form,
    weekday_form,
    nth_form,
    part_form,
    span_form,
    _ago,
    season_form,
    plain_year,
)


_FIGURE_FORMS: tuple[Callable[[str, int, Setting, Forms], Found | None], ...] = (
    figure_date("day_first"),
    year_month,
    shared_day,
    day_of_month,
    on_day,
    and_day,
    nth_form,
    part_form,
    span_form,
    _ago,
    plain_year,
)
