"""What English numerals say that is no quantity: codes, clock times, scores, telephone numbers, addresses, names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdoc.annotate.quantity.chinese_unit import Item
    from newsdoc.annotate.quantity.tables import English

_LINK = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.\S+")
_PHONE = re.compile(
    r"\d{4} \d{4}(?![\d,])|\+?\d{0,3}[-. ]?\(?\d{3}\)?[-. ]\d{3,4}[-. ]\d{4}(?!\d)|\+\d{1,3}(?:[-/ ]\d{2,5}){2,5}(?!\d)"
    r"|1[3-9]\d{9}(?![\d%‰°A-Za-z])|\d{4}[- ]\d{4}[- ]\d{4}[- ]\d{4}"
)
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b|\d{1,2}\s+o'clock", re.IGNORECASE
)
_CLOCK_SURE = re.compile(r"\d{1,2}:\d{2}|\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]\.m\b|[ap]m\b|o'clock)", re.IGNORECASE)
_SCORE = re.compile(r"\d{1,3}[-–—:]\d{1,3}(?:[-–]\d{1,3})*(?!\d)(?!\s?[%°$]|[-–\d.]|\s?(?:[a-z]))")
_YEARS = re.compile(r"(?:19|20)\d\d ?/ ?\d\d(?![\d/])")
"""2023/24 is a season, '98 a year."""
_LOCAL_PHONE = re.compile(r"\d{3}-\d{4}(?![\d%]|[.,]\d|\s?[a-z])")
_AGES_BY_TEN = re.compile(r"[1-9]0s\b")
_LEVELS = re.compile(r"\s+levels?\b")
_RATIO = re.compile(r"\d{1,3}:\d{1,3}(?!\d)")
_CODE = re.compile(r"[A-Za-z0-9]+(?:[-_./:#&=?%@+][A-Za-z0-9]+)*")
_ADDRESS = re.compile(
    r"\d{1,5}[A-Z]?\s+(?:[A-Z][\w']+\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Square|Terrace|Place|Court)\b"
)
_STREET = re.compile(
    r"(?:(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth)|\d{1,3}(?:st|nd|rd|th))"
    r" (?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|Blvd\.)(?![A-Za-z])"
)
"""Third Street, 42nd St."""
_ZIP = re.compile(r"\b[A-Z]{2} $")
_HYPHENS = re.compile(r"\d+(?:-\d+){2,}")
_CAPITAL = re.compile(r"(?:^|[\s(“\"'])([A-Z][\w.'-]*)[\s-]$")
_SENTENCE = re.compile(r"(?:^|[.!?:;”\"]\s*|\n)$")
_SENTENCE_WORDS = (
    "About Around Nearly Almost Over Under More Less Some Only At The A An In On For With From To By Of And Or But Up "
    "As Between Roughly Approximately Just All These Those Their His Her Its Our My Your We They He She It That This "
    "There Is Are Was Were Than US USD EUR GBP RMB CNY HKD NTD TWD JPY"
)
_ORDINARY = frozenset(_SENTENCE_WORDS.split())
_POSTAL = re.compile(r"\b(?:zip|postal|post|area)\s?codes?\s+$", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Za-z]+$")
_ID = re.compile(r"\d{9,}")


def passed(text: str, at: int, last: int, tables: English) -> int:
    """The end of a code, link, clock time, score, telephone number or address at ``at``; 0 where there is none."""
    sign = text[at]
    floor = max(0, at - 300)
    begin = max(floor, text.rfind(" ", floor, at) + 1, text.rfind("\n", floor, at) + 1)
    if "/" in text[begin:at] or "@" in text[begin : at + 60] or "www" in text[begin : at + 1]:
        link = _LINK.match(text, begin)
        if link and link.end() > at:
            return link.end()
    before = text[at - 1 : at]
    if sign == "." and before.isalpha():
        return at + 1  # No.3 has a stop, no decimal point
    if not sign.isdigit() or not sign.isascii():
        return 0
    if before and before.isascii() and (before.isalpha() or before in "_#&@"):
        letters = _LETTERS.search(text, max(0, at - 6), at)
        if (
            letters
            and letters.group() in tables.symbols
            and not text[max(0, letters.start() - 1) : letters.start()].isalnum()
        ):
            return 0
        code = _CODE.match(text, at)
        return code.end() if code else at + 1
    if before == "-" and at > 1 and text[at - 2].isalnum() and text[at - 2].isascii() and at > last:
        code = _CODE.match(text, at)
        return code.end() if code else at + 1
    plus = 1 if before == "+" else 0
    for pattern in (_YEARS, _PHONE, _LOCAL_PHONE, _AGES_BY_TEN, _CLOCK_SURE, _ADDRESS, _HYPHENS):
        if found := pattern.match(text, at - plus if pattern is _PHONE else at):
            return found.end()
    if ratio := _RATIO.match(text, at):
        return ratio.end()
    if (score := _SCORE.match(text, at)) and before not in "$€£¥~":
        low, high = (int(part) for part in re.findall(r"\d+", score.group())[:2])
        if high <= low or not re.search(
            r"(?:range|between|about|around|age[sd]?|of|scale|from)\s+$", text[max(0, at - 12) : at]
        ):
            return score.end()
    return 0


def named(text: str, at: int, tables: English) -> int:
    """The end of the name that holds the token at ``at``; 0 where none does."""
    token = re.match(r"[A-Za-z]+|\d+", text[at : at + 20])
    if token is None:
        return 0
    if street := _STREET.match(text, at):
        return street.end()
    for name in tables.names.get(token.group().lower(), ()):
        offset = name.lower().find(token.group().lower())
        while offset >= 0:
            start = at - offset
            if (start >= 0 and text.startswith(name, start)) or (
                start >= 0 and name.islower() and text[start : start + len(name)].lower() == name
            ):
                end = start + len(name)
                if not text[end : end + 1].isalpha() and not (start and text[start - 1].isalnum()):
                    return end
            offset = name.lower().find(token.group().lower(), offset + 1)
    return 0


def unwanted(
    text: str, at: int, item: Item, tables: English, *, digits: bool, counted: bool, modifier: str | None
) -> bool:
    """Whether an item without a unit is a code, a year or a designation."""
    end = item.end
    said = text[item.figure.start : item.figure.end]
    after = text[end : end + 1]
    if item.unit is not None:
        return False
    if not digits:
        return False
    if text[at - 1 : at] in tuple("'’‘"):
        return True
    if after and after.isascii() and (after.isalpha() or after in "_/@" or after == "#"):
        return True
    if after == "-" and text[end + 1 : end + 2].isascii() and text[end + 1 : end + 2].isalnum():
        return text[end + 1 : end + 2].isdigit() or not text[end + 1 : end + 2].islower()
    if modifier is None and said.isdigit() and len(said) == 4 and 1800 <= int(said) <= 2100 and not counted:
        return True
    if said.isdigit() and len(said) == 4 and 1800 <= int(said) <= 2100 and _LEVELS.match(text, end):
        return True
    if _ID.fullmatch(said) and len(text) > len(said) + 3:
        return True
    before = text[max(0, at - 24) : at]
    if counted and not tables.series.search(before):
        return False
    if _POSTAL.search(before) or (len(said) == 5 and _ZIP.search(before)):
        return True
    if "," in said or modifier is not None:
        return False
    if tables.series.search(before):
        return True
    capital = _CAPITAL.search(before)
    if capital and capital[1] not in _ORDINARY:
        start = max(0, at - 24) + capital.start(1)
        return not _SENTENCE.search(text[max(0, start - 3) : start])
    if len(said) > 1 and said[0] == "0" and said.isdigit():
        return len(text) > len(said) + 2
    return before[-1:] == "[" and after == "]"
