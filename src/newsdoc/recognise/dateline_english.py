"""English datelines: HONG KONG (AP) —, BEIJING, Nov. 27 (Xinhua) --, TAIPEI, June 4 (CNA), (CNN) —."""

from __future__ import annotations

import re

from newsdoc.recognise.readings import DatelineReading

_LABEL = re.compile(r"^[A-Z]+(?:ED|ING):")
"""FINED: Dave Ainsley is the label of a caption."""
_CAPITALS = r"[A-Z][A-Z.’'\-]+(?:[ ,/]+[A-Z][A-Z.’'\-]+){0,4}"
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
_ENGLISH_AGENCY = re.compile(rf"\((?P<agency>{_WIRES})\){_DASH}")
"""(CNN) —"""


def english_dateline(head: str) -> DatelineReading | None:
    """The dateline with which an English paragraph opens, else None.

    >>> found = english_dateline("BEIJING, Nov. 27 (Xinhua) -- The bridge")
    >>> found.agency, found.place, found.end
    ('Xinhua', 'BEIJING', 29)
    >>> english_dateline("(CNN) — The storm").agency
    'CNN'
    """
    if match := _ENGLISH_AGENCY.match(head):
        return DatelineReading(0, match.end(), match["agency"], None, None)
    match = _ENGLISH.match(head)
    if match and match["service"]:
        return DatelineReading(0, match.end(), match["service"], match["place"].strip(" ,"), _span(match))
    match = match or _ENGLISH_TITLED.match(head) or _ENGLISH_OPEN.match(head)
    if (
        not match
        or len(match["place"]) < 3
        or _LABEL.search(match.group())
        or (not match["agency"] and not match["date"] and " " not in match["place"] and len(match["place"]) < 4)
    ):
        return None
    return DatelineReading(0, match.end(), match["agency"], match["place"].strip(" ,"), _span(match))


def _span(match: re.Match[str]) -> tuple[int, int] | None:
    return match.span("date") if match["date"] else None
