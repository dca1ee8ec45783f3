"""English datelines: HONG KONG (AP) —, BEIJING, Nov. 27 (Xinhua) --, TAIPEI, June 4 (CNA), (CNN) —."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.recognise.readings import DatelineReading

if TYPE_CHECKING:
    from newsdoc.recognise.words import Words

_LABEL = re.compile(r"^[A-Z]+(?:ED|ING):")
_UPPER = "[A-ZÀ-Þ][A-ZÀ-Þ.’'\\-]+"
_CAPITALS = rf"{_UPPER}(?:[ ,/]+{_UPPER}){{0,4}}"
_MONTHS = r"(?i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[A-Za-z]*"
_ENGLISH_DATE = rf"(?:{_MONTHS}\.?\s+\d{{1,2}}(?:,\s*\d{{4}})?|\d{{1,2}}\s+{_MONTHS}\.?(?:\s+\d{{4}})?)"
_DASH = r"\s*(?:—|–|--|―|-(?=\s)|:(?=\s))\s*"
_WIRES = r"(?:[A-Z]{2,5}|Reuters|Xinhua|Kyodo|Bloomberg|Bernama)"
_ENGLISH = re.compile(
    rf"(?P<place>{_CAPITALS}(?:,\s*[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?)?)(?:,\s*(?P<date>{_ENGLISH_DATE}))?\s*"
    rf"(?:\((?P<agency>[A-Z][\w /.’'-]{{0,30}})\)|/(?P<service>[A-Z]\w+)/)?{_DASH}"
)
_ENGLISH_TITLED = re.compile(
    r"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?:,\s*[A-Z]\w+(?: [A-Z]\w+)?|\s*\([A-Z]\w+(?: [A-Z]\w+)?\))?"
    rf"(?:,\s*(?P<date>{_ENGLISH_DATE}))?\s*\((?P<agency>{_WIRES})\){_DASH}"
)
"""Ambovombe (Madagascar) (AFP) –: a place in small letters needs an agency behind it."""
_ENGLISH_OPEN = re.compile(
    rf"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}}),\s*(?P<date>{_ENGLISH_DATE})"
    rf"\s*\((?P<agency>{_WIRES})\)\s+(?=[A-Z“\"])"
)
"""TAIPEI, June 4 (CNA) with no dash: place, day and agency together leave no doubt."""
_ABROAD = re.compile(
    r"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}, [A-Z][a-z]+(?: [A-Z][a-z]+)?)(?P<date>(?!))?(?P<agency>(?!))?"
    r"\s+[—–]\s+(?=[A-Z“\"‘])"
)
"""Kalokol, Kenya –: above the first paragraph only, see is_bare."""
_ENGLISH_GLUED = re.compile(
    r"(?:(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}(?:, [A-Z]\w+(?: [A-Z]\w+)?)?)\s+)?"
    r"(?P<agency>CNN|AFP|AP|UPI|Reuters|Xinhua)\s{1,3}(?:—|–|--)\s*(?=[A-Z“\"‘])"
)
"""Wellington, New Zealand CNN  —: the agency is set in another type there, with no brackets."""
_ENGLISH_ON_LINE = re.compile(r"(?P<agency>[A-Z]{2,12}|[A-Z][a-z]+), (?P<place>[A-Z]{3,}(?:[ -][A-Z]{2,}){0,2})$")
"""AFP, TOKYO, on a line of its own."""
_ENGLISH_AGENCY = re.compile(rf"\((?P<agency>{_WIRES})\){_DASH}")
"""(CNN) —"""


@lru_cache(maxsize=8)
def _agency_in(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?P<agency>{words.agency}) in (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")


def sent_from(text: str, words: Words) -> re.Match[str] | None:
    """The agency and the place of a line that is nothing else: Reuters in Jakarta."""
    return _agency_in(words).fullmatch(text)


def english_dateline(head: str, words: Words) -> DatelineReading | None:
    """The dateline with which an English paragraph opens, else None.

    >>> from newsdoc.lexicon import Lexicon
    >>> from newsdoc.recognise.words import words_of
    >>> words = words_of(Lexicon.load())
    >>> found = english_dateline("BEIJING, Nov. 27 (Xinhua) -- The bridge", words)
    >>> found.agency, found.place, found.end
    ('Xinhua', 'BEIJING', 29)
    >>> english_dateline("(CNN) — The storm", words).agency
    'CNN'
    """
    if match := _ENGLISH_AGENCY.match(head):
        return DatelineReading(0, match.end(), match["agency"], None, None)
    if " in " in head and (match := sent_from(head, words)):
        return DatelineReading(0, match.end(), match["agency"], match["place"], None)
    dashed = "—" in head or "–" in head or "--" in head
    if (dashed and (match := _ENGLISH_GLUED.match(head))) or (
        (match := _ENGLISH_ON_LINE.match(head)) and match["agency"] in words.agencies
    ):
        return DatelineReading(0, match.end(), match["agency"], match["place"], None)
    match = _ENGLISH.match(head)
    if match and match["service"]:
        return DatelineReading(0, match.end(), match["service"], match["place"].strip(" ,"), _span(match))
    match = match or _ENGLISH_TITLED.match(head) or _ENGLISH_OPEN.match(head) or _ABROAD.match(head)
    if (
        not match
        or (not match["agency"] and not match["date"] and match["place"].rstrip(" ,") in words.no_names)
        or len(match["place"]) < 3
        or _LABEL.search(match.group())
        or (not match["agency"] and not match["date"] and " " not in match["place"] and len(match["place"]) < 4)
    ):
        return None
    return DatelineReading(0, match.end(), match["agency"], match["place"].strip(" ,"), _span(match))


def is_bare(text: str, reading: DatelineReading) -> bool:
    """Whether a dateline is a place alone with a colon (PUNE: The court), or in small letters (Kalokol, Kenya –).

    Within a story that may be the label of a caption, or any words.

    >>> is_bare("FED UP: Residents", DatelineReading(0, 8, None, "FED UP"))
    True
    """
    bare = not reading.agency and not reading.date and not reading.people
    if not bare or not text[:1].isascii() or not reading.place:
        return False
    return text[: reading.end].rstrip().endswith(":") or _ABROAD.match(text) is not None


def _span(match: re.Match[str]) -> tuple[int, int] | None:
    return match.span("date") if match["date"] else None
