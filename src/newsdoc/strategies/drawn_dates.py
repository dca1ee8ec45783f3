"""Dates to test a reader of dates with: a hypothesis strategy that draws a text and the EDTF that it stands for.

The forms are those of newspapers; every one names what the EDTF says, so no reference date is needed. Of a date without
a year the year is open (``XXXX-02-20``). A failing example shrinks to the simplest form and to 1 January 2000.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Sequence

Form = Callable[[datetime.date, datetime.date], tuple[str, str]]

POSITIONAL = "〇一二三四五六七八九"
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SUFFIXES = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def _han(number: int) -> str:
    """A number below 100 as Chinese says it."""
    tens, units = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{POSITIONAL[tens]}十"
    return head + (POSITIONAL[units] if units else "")


def _han_year(year: int) -> str:
    return "".join(POSITIONAL[int(figure)] for figure in str(year))


def _month(day: datetime.date) -> str:
    return f"{day.year:04d}-{day.month:02d}"


def _interval(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"


def _quarter(day: datetime.date) -> int:
    return (day.month + 2) // 3


def _quarter_edtf(day: datetime.date) -> str:
    last = 3 * _quarter(day)
    return f"{day.year}-{last - 2:02d}/{day.year}-{last:02d}"


def _third(day: datetime.date) -> tuple[str, str]:
    index = min((day.day - 1) // 10, 2)
    after = day.replace(day=28) + datetime.timedelta(days=4)
    last = (after - datetime.timedelta(days=after.day)).day
    low, high = ((1, 10), (11, 20), (21, last))[index]
    return "上中下"[index] + "旬", f"{_month(day)}-{low:02d}/{_month(day)}-{high:02d}"


CHINESE: tuple[Form, ...] = (
    lambda a, b: (f"{a.year}年", f"{a.year}"),
    lambda a, b: (f"{a.year}年{a.month}月", _month(a)),
    lambda a, b: (f"{a.year}年{a.month}月{a.day}日", a.isoformat()),
    lambda a, b: (f"{a.month}月{a.day}日", f"XXXX-{a.month:02d}-{a.day:02d}"),
    lambda a, b: (f"{a.year} 年 {a.month} 月 {a.day} 日", a.isoformat()),
    lambda a, b: (f"{_han_year(a.year)}年{_han(a.month)}月{_han(a.day)}日", a.isoformat()),
    lambda a, b: (f"{a.year}年{a.month}月{a.day}日{a.day % 24}时30分", f"{a.isoformat()}T{a.day % 24:02d}:30:00"),
    lambda a, b: (
        (f"{a.year}年{a.month}月{a.day}日至{b.year}年{b.month}月{b.day}日", _interval(a.isoformat(), b.isoformat()))
        if a < b
        else (a.isoformat(), a.isoformat())
    ),
    lambda a, b: (
        (f"{a.year}年{a.month}月至{b.year}年{b.month}月", _interval(_month(a), _month(b)))
        if _month(a) < _month(b)
        else (f"{a.year}年{a.month}月", _month(a))
    ),
    lambda a, b: (f"{a.year}—{b.year}年", f"{a.year}/{b.year}") if a.year < b.year else (f"{a.year}年", f"{a.year}"),
    lambda a, b: (f"{a.year}年{'一二三四'[_quarter(a) - 1]}季度", _quarter_edtf(a)),
    lambda a, b: (f"{a.year}年{a.month}月{_third(a)[0]}", _third(a)[1]),
    lambda a, b: (f"{a.year}年以来", f"{a.year}/.."),
    lambda a, b: (
        (f"{a.year // 100 + 1}世纪{a.year // 10 % 10}0年代", f"{a.year // 10}X")
        if a.year // 10 % 10
        else (f"{a.year}年底", f"{a.year}-12")
    ),
)
"""Forms in simplified Chinese, the simplest first."""

ENGLISH: tuple[Form, ...] = (
    lambda a, b: (f"{MONTHS[a.month - 1]} {a.year}", _month(a)),
    lambda a, b: (f"{MONTHS[a.month - 1]} {a.day}, {a.year}", a.isoformat()),
    lambda a, b: (f"{SHORT[a.month - 1]} {a.day}, {a.year}", a.isoformat()),
    lambda a, b: (f"{SHORT[a.month - 1]} {a.day}", f"XXXX-{a.month:02d}-{a.day:02d}"),
    lambda a, b: (f"{a.day} {MONTHS[a.month - 1]} {a.year}", a.isoformat()),
    lambda a, b: (f"the {a.day}{SUFFIXES.get(a.day, 'th')} of {MONTHS[a.month - 1]} {a.year}", a.isoformat()),
    lambda a, b: (f"{WEEKDAYS[a.weekday()]}, {MONTHS[a.month - 1]} {a.day}, {a.year}", a.isoformat()),
    lambda a, b: (a.isoformat(), a.isoformat()),
    lambda a, b: (
        (f"from {a.year} to {b.year}", f"{a.year}/{b.year}") if a.year < b.year else (f"in {a.year}", f"{a.year}")
    ),
    lambda a, b: (
        f"the {('first', 'second', 'third', 'fourth')[_quarter(a) - 1]} quarter of {a.year}",
        _quarter_edtf(a),
    ),
    lambda a, b: (f"since {a.year}", f"{a.year}/.."),
    lambda a, b: (f"the {a.year // 10}0s", f"{a.year // 10}X"),
)
"""Forms in English, the simplest first."""

TRADITIONAL = str.maketrans({"时": "時", "纪": "紀", "来": "來"})


def _traditional(form: Form) -> Form:
    def write(first: datetime.date, last: datetime.date) -> tuple[str, str]:
        text, edtf = form(first, last)
        return text.translate(TRADITIONAL), edtf

    return write


_FORMS: dict[str, tuple[Form, ...]] = {
    "zh-Hans": CHINESE,
    "zh-Hant": tuple(_traditional(form) for form in CHINESE),
    "en": ENGLISH,
}


def dates(languages: Sequence[str] = ("zh-Hans", "zh-Hant", "en")) -> st.SearchStrategy[tuple[str, str]]:
    """Pairs of a date as a newspaper writes it and its EDTF (ISO 8601-2:2019).

    Args:
        languages: Of ``zh-Hans``, ``zh-Hant`` and ``en``, the languages to draw from.

    Raises:
        ValueError: a language for which there are no forms.
    """
    unknown = [language for language in languages if language not in _FORMS]
    if unknown or not languages:
        raise ValueError(f"no dates in {', '.join(unknown) or 'no language'}; there are forms in {', '.join(_FORMS)}")
    forms = [form for language in languages for form in _FORMS[language]]
    day = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))
    return st.builds(lambda form, a, b: form(min(a, b), max(a, b)), st.sampled_from(forms), day, day)
