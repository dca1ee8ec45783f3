"""Dates and times of a text (日期), as EDTF (ISO 8601-2:2019); docs/dates.md has the conventions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.annotate.date.relative import Setting, reference_date
from newsdoc.annotate.date.scan import scan
from newsdoc.lexicon import Lexicon

if TYPE_CHECKING:
    import datetime

    from newsdoc.model.annotation import Date

TRADITIONAL_SIGNS = re.compile(
    "[國個這說為們學對會來時間電話臺灣過實應發現關從經開東車門長書員萬億點號幣縣華導報聞後與處總體種類場廠業產設議題"
    "談讀認證據標準條約達運邊選舉黨動務勞機構檢調審級濟財稅險護樣歲歷減輕際隊階難雲風飛馬魚麗齊龍]"
)


def dates(
    text: str,
    *,
    reference: datetime.date | str | None = None,
    language: str | None = None,
    lexicon: Lexicon | None = None,
) -> list[Date]:
    """The dates of a Chinese or English text, in the order in which they stand; they do not overlap.

    >>> [(date.text, date.edtf) for date in dates("2月 20日至 24日，去年增长5%。", reference="2023-03-21")]
    [('2月 20日至 24日', '2023-02-20/2023-02-24'), ('去年', '2022')]
    >>> [(date.text, date.edtf, date.resolved) for date in dates("HONG KONG, Nov. 27 (AP)")]
    [('Nov. 27', 'XXXX-11-27', False)]

    Args:
        text: Any text; spaces of typesetting within a date do no harm.
        reference: The day that "today" means, as a date or an ISO string; without it nothing is guessed.
        language: A BCP 47 tag. It tells whether 03/04/2023 is 3 April (en-GB) and whether
            112年3月 counts from 1912 (zh-TW).
        lexicon: Words beside the built-in ones.

    Returns:
        Dates whose ``start`` and ``end`` count code points in ``text``, end exclusive.

    Raises:
        NewsdocError: the reference is a string that is no ISO date.
    """
    day = reference_date(reference)
    tag = (language or "").replace("_", "-").lower()
    return scan(text, Setting(day, lexicon or Lexicon.load(), _day_first(tag), _counts_from_1912(tag, text)))


def _day_first(tag: str) -> bool:
    """Whether numbers put the day before the month: English outside the United States and the Philippines."""
    return tag.startswith("en-") and not tag.endswith(("-us", "-ph"))


def _counts_from_1912(tag: str, text: str) -> bool:
    if tag.startswith("zh"):
        return "hant" in tag or tag.endswith("-tw")
    return not tag and TRADITIONAL_SIGNS.search(text, 0, 2000) is not None
