"""The words of a lexicon as the rules of this folder need them: compiled once for each lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.lexicon import forms
from newsdoc.model.characters import HAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsdoc.lexicon import Lexicon


def alternation(words: Iterable[str]) -> str:
    """The inside of a group that matches the longest of the words; words of letters end at a word's end."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) + (r"\b" if word[-1].isascii() and word[-1].isalnum() else "") for word in ordered)


_SPACED = range(2, 4)
"""The lengths of roles that are set with spaces to fill the line: 记 者, 通 讯 员."""

_AROUND = " \t\u3000\u00a0·∙•|｜丨/／>＞›»→←↑↓▼▲△▽×✕✖+＋…:：﹕.。,，!！?？-–—_()（）[]【】〖〗「」▌■●◆★☆*＊#"
_BREAK_IN_HAN = re.compile(f"(?<=[{HAN}])\\s+|\\s+(?=[{HAN}])")


def label_form(text: str) -> str:
    """A label as labels are compared: without marks around it, small letters, one space between words.

    >>> label_form("【字号】："), label_form("Copy  link ›"), label_form("返 回")
    ('字号', 'copy link', '返回')
    """
    inner = " ".join(text.strip(_AROUND).casefold().replace("’", "'").split())
    return _BREAK_IN_HAN.sub("", inner)


def _labels(lexicon: Lexicon, kind: str) -> frozenset[str]:
    return frozenset(label_form(form) for form in lexicon.all_forms("furniture", kind=kind))


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
            ``rubric`` the columns of a paper; ``deck`` the labels over a summary.
        tool, inset, nav, titled: Labels of web pages as :func:`label_form` writes them: of the page's tools, among the
            paragraphs, in lines of navigation, over titles of other articles; ``home`` names of web sites.
        stamp: Alternation of the words beside the day and hour of a web copy.
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
    deck: frozenset[str]
    tool: frozenset[str]
    inset: frozenset[str]
    nav: frozenset[str]
    titled: frozenset[str]
    home: frozenset[str]
    stamp: str
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
    roles |= {
        spaced: kind
        for form, kind in roles.items()
        if len(form) in _SPACED and form not in marked
        for spaced in (" ".join(form), f"{form[:1]} {form[1:]}", f"{form[:-1]} {form[-1:]}")
    }
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
        deck=frozenset(lexicon.all_forms("furniture", kind="deck")),
        tool=_labels(lexicon, "tool"),
        inset=_labels(lexicon, "inset"),
        nav=_labels(lexicon, "nav"),
        titled=_labels(lexicon, "links"),
        home=_labels(lexicon, "home"),
        stamp=alternation(lexicon.all_forms("furniture", kind="stamp")),
    )
