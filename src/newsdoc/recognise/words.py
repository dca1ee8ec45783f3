"""The words of a lexicon as the rules of this folder need them: compiled once for each lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.lexicon import forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsdoc.lexicon import Lexicon


def alternation(words: Iterable[str]) -> str:
    """The inside of a group that matches the longest of the words; words of letters end at a word's end."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) + (r"\b" if word[-1].isascii() and word[-1].isalnum() else "") for word in ordered)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What the page rules ask a lexicon.

    Attributes:
        family: Family names of one and of two characters.
        no_names: Words that have the shape of a name.
        roles: Word of a role -> kind of byline.
        marked_roles: The roles that count only with / or : behind them.
        posts: English post, in small letters -> kind of byline; ``post`` their alternation.
        desk: Alternation of the words before an English post that are no body: Science, Chief.
        role: Alternation of the plain roles, ``marked_role`` of the others.
        agency: Alternation of agencies and papers; ``agencies`` those whose pictures are of kind agency.
        opening, tail, masthead: Alternations of furniture; ``links`` whole lines after which titles follow;
            ``rubric`` the columns of a paper.
        place: Cities from which reports are sent.
    """

    family: frozenset[str]
    no_names: frozenset[str]
    roles: Mapping[str, str]
    role: str
    marked_role: str
    posts: Mapping[str, str]
    post: str
    desk: str
    agency: str
    agencies: frozenset[str]
    own: frozenset[str]
    opening: str
    tail: str
    masthead: str
    links: str
    rubric: str
    place: str


@lru_cache(maxsize=8)
def words_of(lexicon: Lexicon) -> Words:
    """The words of a lexicon."""
    roles: dict[str, str] = {}
    marked: list[str] = []
    for row in lexicon.rows("roles"):
        for column in ("zh-Hans", "zh-Hant"):
            for form in forms(row[column]):
                roles[form] = row["kind"]
                if row["note"] == "needs-mark":
                    marked.append(form)
    posts = {
        form.lower(): row["kind"] for row in lexicon.rows("roles") if row["kind"] != "desk" for form in forms(row["en"])
    }
    plain = [form for form in roles if form not in marked]
    return Words(
        family=frozenset(
            form for row in lexicon.rows("surnames") for column in ("zh-Hans", "zh-Hant") for form in forms(row[column])
        ),
        no_names=frozenset(lexicon.all_forms("not_names")),
        roles=roles,
        role=alternation(plain),
        marked_role=alternation(marked),
        posts=posts,
        post=alternation(posts),
        desk=alternation(lexicon.all_forms("roles", kind="desk")),
        agency=alternation(lexicon.all_forms("agencies")),
        agencies=frozenset(lexicon.all_forms("agencies", kind="agency")),
        own=frozenset(lexicon.all_forms("agencies", kind="own")),
        opening=alternation(lexicon.all_forms("furniture", kind="opening")),
        tail=alternation(lexicon.all_forms("furniture", kind="tail")),
        masthead=alternation(lexicon.all_forms("furniture", kind="masthead")),
        links=alternation(lexicon.all_forms("furniture", kind="links")),
        place=alternation(lexicon.all_forms("places")),
        rubric=alternation(lexicon.all_forms("furniture", kind="rubric")),
    )
