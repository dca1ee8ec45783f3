"""The words by which lines of a page are told stand in both scripts: a page of either is read as well."""

from __future__ import annotations

import opencc
import pytest

from newsdoc.lexicon import Lexicon, forms

SIMPLIFY = opencc.OpenCC("t2s")
TRADITIONAL = [opencc.OpenCC(name) for name in ("s2tw", "s2hk", "s2t")]


@pytest.mark.parametrize("table", ["furniture", "roles", "agencies"])
def test_each_word_has_its_other_form(table: str) -> None:
    rows = Lexicon.load().rows(table)
    simplified = {form for row in rows for form in forms(row["zh-Hans"])}
    traditional = {form for row in rows for form in forms(row["zh-Hant"])}
    both = simplified | traditional
    found = {SIMPLIFY.convert(form) for form in traditional}
    missing = [form for form in simplified - found if both.isdisjoint({other.convert(form) for other in TRADITIONAL})]
    missing += [form for form in traditional if SIMPLIFY.convert(form) not in both]
    assert missing == []
