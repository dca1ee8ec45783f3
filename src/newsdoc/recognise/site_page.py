"""The chrome of a web copy, told by where a line stands: over the headline, in pairs of labels, behind the text.

港聞              (rubric over a headline)        11/20/25, 9:07 AM          (header of a browser's print,
udn              (name of the site)              Title of the page | Site    with the title of the page)
skip past …      (and all up to)                 https://…   1/3
after …          newsletter promotion            热门 …    (behind the last sentence: tags, titles, labels)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN, has_han
from newsdoc.model.page import em
from newsdoc.recognise.furniture import is_furniture
from newsdoc.recognise.link_lines import NUMBER_ALONE
from newsdoc.recognise.marks import FURNITURE, LONGEST, Mark
from newsdoc.recognise.notice import is_notice
from newsdoc.recognise.rubric import is_paper, is_rubric
from newsdoc.recognise.site import is_inset, is_web_label
from newsdoc.recognise.stamp import has_hour, is_stamp
from newsdoc.recognise.words import label_form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsdoc.model.page import Line
    from newsdoc.recognise.words import Words

_FEWEST_LABELS = 2
_LOWEST_HEAD = 16
_SHORT, _LONG, _LONG_LABEL = 4.5, 7.0, 8.0
_WIDEST_HEADLINE = 44.0
_HAN_LABEL = re.compile(f"[{HAN}]{{1,8}}|.{{1,4}}")
_MOST_WORDS, _FEWEST_WORDS = 3, 5
_WIDE, _LONGEST_HEADLINE = 28.0, 60
"""Em and characters: layout takes a title of clauses for a head up to the first."""
_LONGEST_SPAN = 10
_LONGEST_TAG, _MOST_TAG_WORDS = 8.0, 4
_CONTENT = frozenset({"byline", "caption", "credit", "credited", "dateline", "row", "sent", "head", "contributors"})
_SKIP = re.compile(r"skip (?:past )?(?P<what>newsletter promotion|promotion|advertisement|ad)", re.IGNORECASE)
_BROWSER = re.compile(
    r"(?P<when>\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s*(?:上午|下午|晚上|"
    r"早上)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?)(?P<title>\s+\S.{4,160})?",
    re.IGNORECASE,
)
_SITE_AT_END = re.compile(
    rf"\S\s+[|｜–—-]\s+[A-Z{HAN}][\w .{HAN}-]{{1,30}}$|\S[_|｜-][{HAN}]{{2,12}}(?:[_|"
    rf"｜-][{HAN}\w.]{{2,20}}){{0,3}}$"
)
_WORD_LABEL = re.compile(r"[A-Z][\w&’'-]*(?: (?:&|and|[A-Za-z][\w’'-]*)){0,2}")
_BULLET = re.compile(r"[•·◦▪‣-]\s*(?=[\w‘’“”'\"])")
_MOST_LINKS, _MOST_PARTS = 3, 5
_TWO_CLAUSES = re.compile(r"[a-z’'][.?!] [A-Z‘“]")
"""Bees are vanishing. Growers are scrambling"""
_REPORTED = re.compile("记者|記者|报道|報道|報導|报导")
_SIGNED_STAMP = re.compile(
    r"[Bb]y [A-Z][^:]{3,80} (?:Published|Updated|Posted)(?: on)?\s*: "
    rf"|\d{{4}}[-/]\d\d?[-/]\d\d?\s+\d\d?:\d\d\s+[{HAN}]{{2,6}}\s*[／/]\s*(?:记者|記者)"
)
_LONGEST_SUMMARY, _MOST_OF_CARDS = 200, 24
_LONGEST_HOME = 14
_HOME = re.compile(
    rf"[{HAN}]{{2,4}}[网網]|[{HAN}\w.]{{2,10}}"
    r"(?:网站|網站|新闻网|新聞網|电子报|電子報|电子版|電子版|数字报|數字報|在线|在線|客户端|频道|頻道)"
)
_SLASHED = re.compile(rf"[\w{HAN}.]{{2,12}}(?:\s*/\s*[\w{HAN}&]{{2,10}}){{1,3}}")
"""udn / 地方 / 雲嘉南"""
_LONGEST_SMALL = 24
_MARKS = re.compile(r"[.,:;!?“”\"()]")
_OVER_LINK = frozenset({"read more", "阅读更多", "閱讀更多", "see also", "read more »"})


def is_web_copy(lines: Sequence[Line], words: Words) -> bool:
    """Whether the page has what only a web site sets: the hour of publication, or labels of its tools."""
    labels = 0
    for line in lines:
        text = line.text.text
        if len(text) > LONGEST:
            continue
        if has_hour(text) and (is_stamp(text, words) or _SIGNED_STAMP.match(text)):
            return True
        labels += is_web_label(text, words)
        if labels >= _FEWEST_LABELS:
            return True
    return False


def chrome_before(lines: Sequence[Line], words: Words, *, web: bool) -> dict[int, Mark]:
    """What is chrome by its place among the lines, before any other rule is asked."""
    found = _printed(lines)
    if web:
        found |= {at: FURNITURE for at, line in enumerate(lines) if is_web_label(line.text.text, words)}
        found |= _between_labels(lines, found)
        found |= _spans(lines) | _over_stamp(lines, words)
    found |= _between_headers(lines, words, found, _LONG_LABEL if web else _SHORT)
    found |= _over_headline(lines, words, found, web=web)
    return found | (_long_headline(lines, words, found) if web else {})


def _between_labels(lines: Sequence[Line], taken: Mapping[int, Mark]) -> dict[int, Mark]:
    """The label X, which elsewhere is any letter, between two others of a share menu."""
    return {
        at: FURNITURE
        for at in range(1, len(lines) - 1)
        if lines[at].text.text in ("X", "𝕏") and at - 1 in taken and at + 1 in taken
    }


def _printed(lines: Sequence[Line]) -> dict[int, Mark]:
    """The header that a browser prints on each page: day and hour, and the title of the page."""
    headers = [
        (at, match)
        for at, line in enumerate(lines)
        if (match := _BROWSER.fullmatch(line.text.text)) and not _REPORTED.search(match["title"] or "")
    ]
    found: dict[int, Mark] = {}
    titles: dict[str, list[int]] = {}
    for at, match in headers:
        found[at] = FURNITURE
        if match["title"] is None and at + 1 < len(lines):
            titles.setdefault(lines[at + 1].text.text, []).append(at + 1)
    for title, places in titles.items():
        if len(places) > 1 or _SITE_AT_END.search(title):
            found.update((place, FURNITURE) for place in places)
    return found


def _over_stamp(lines: Sequence[Line], words: Words) -> dict[int, Mark]:
    """The name of the site between the headline and the line with day and hour."""
    return {
        at: FURNITURE
        for at in range(1, min(len(lines) - 1, _LOWEST_HEAD))
        if _is_home(lines[at].text.text, words) and is_stamp(lines[at + 1].text.text, words)
    }


def _spans(lines: Sequence[Line]) -> dict[int, Mark]:
    """All lines between a label that skips a promotion and the one that stands behind it."""
    found: dict[int, Mark] = {}
    for at, line in enumerate(lines):
        skip = _SKIP.fullmatch(line.text.text)
        if skip is None:
            continue
        after = f"after {skip['what']}".lower()
        for end in range(at + 1, min(at + _LONGEST_SPAN, len(lines))):
            if lines[end].text.text.lower() == after:
                found.update((index, FURNITURE) for index in range(at, end + 1))
                break
    return found


def _between_headers(lines: Sequence[Line], words: Words, taken: Mapping[int, Mark], widest: float) -> dict[int, Mark]:
    """Short lines at the head of the page between two lines of furniture: the name of a rubric or of the paper."""
    short: list[int] = []
    found: dict[int, Mark] = {}
    begun = False
    for at in range(min(len(lines), _LOWEST_HEAD)):
        text = lines[at].text.text
        if at in taken or is_furniture(text, words) or is_notice(text):
            if begun and (
                all(em(lines[label].text.text) <= _SHORT for label in short) or _heads(lines, at, short, words)
            ):
                found.update(dict.fromkeys(short, FURNITURE))
            begun, short = True, []
        elif lines[at].ends or em(text) > widest or (widest > _SHORT and not _HAN_LABEL.fullmatch(text)):
            break
        else:
            short.append(at)
    return found


def _heads(lines: Sequence[Line], at: int, labels: Sequence[int], words: Words) -> bool:
    """Whether the first line below the furniture is a headline; the labels above are none then."""
    while at < min(len(lines), _LOWEST_HEAD) and is_furniture(lines[at].text.text, words):
        at += 1
    return (
        at < len(lines)
        and not lines[at].ends
        and lines[at].width <= _WIDEST_HEADLINE
        and _is_headline(lines, at, labels)
    )


def _over_headline(lines: Sequence[Line], words: Words, taken: Mapping[int, Mark], *, web: bool) -> dict[int, Mark]:
    """Names of rubrics and of the site over the headline, where furniture stands beside them."""
    labels: list[int] = []
    weak: list[int] = []
    sure = web
    at = 0
    while at < min(len(lines), _LOWEST_HEAD):
        text = lines[at].text.text
        if at in taken or is_furniture(text, words) or is_notice(text):
            sure = sure or any(map(str.isalnum, text))
        elif is_rubric(text, words) or is_paper(text) or _is_home(text, words) or (web and _SLASHED.fullmatch(text)):
            labels.append(at)
        elif web and not lines[at].ends and _is_short(text) and (at or not has_han(text)):
            weak.append(at)
        else:
            break
        at += 1
    if weak and weak[-1] == at - 1 and has_han(lines[at - 1].text.text) and at - 2 not in labels:
        # Nothing tells a short line right over the headline from its kicker.
        weak.pop()
    if not sure or not labels + weak or at >= len(lines) or not _is_headline(lines, at, labels + weak):
        return {}
    return dict.fromkeys(labels + weak, FURNITURE)


def _long_headline(lines: Sequence[Line], words: Words, taken: Mapping[int, Mark]) -> dict[int, Mark]:
    """A headline of clauses, too long for one by its shape, over the line with day and hour."""
    at = 0
    while at < min(len(lines), _LOWEST_HEAD) and (at in taken or is_furniture(lines[at].text.text, words)):
        at += 1
    if at + 1 >= len(lines) or lines[at].ends:
        return {}
    text = lines[at].text.text
    if not has_han(text) and _TWO_CLAUSES.search(text) and len(text) <= LONGEST:
        near = lines[at + 1 : at + 4]
        signed = any(line.text.text.startswith(("By ", "by ")) or is_stamp(line.text.text, words) for line in near)
        return {at: Mark("head")} if signed else {}
    titled = has_han(text) and len(text) <= _LONGEST_HEADLINE and "，" in text and lines[at].width > _WIDE
    return {at: Mark("head")} if titled and is_furniture(lines[at + 1].text.text, words) else {}


def _is_short(text: str) -> bool:
    if has_han(text):
        return em(text) <= _SHORT and re.fullmatch(f"[{HAN}\\w]+", text) is not None
    parts = [part.strip() for part in text.split("|")]
    if len(parts) > 1:
        return len(parts) <= _MOST_PARTS and all(_WORD_LABEL.fullmatch(part) for part in parts)
    return _WORD_LABEL.fullmatch(text) is not None or (text.isalpha() and len(text) <= 6) or _is_small(text)


def _is_small(text: str) -> bool:
    """What's On, e-Edition, 28° Cloudy"""
    return len(text.split()) <= _MOST_WORDS and len(text) <= _LONGEST_SMALL and _MARKS.search(text) is None


def _is_home(text: str, words: Words) -> bool:
    form = label_form(text)
    if form in words.home or (form[:-2] in words.home and re.fullmatch(words.place, form[-2:])):
        return True
    return len(text) <= _LONGEST_HOME and _HOME.fullmatch(text) is not None


def _is_headline(lines: Sequence[Line], at: int, labels: Sequence[int]) -> bool:
    """Whether the line under the labels is longer than they, as a headline is."""
    text = lines[at].text.text
    if has_han(text):
        return em(text) >= _LONG and all(em(text) > em(lines[label].text.text) for label in labels)
    return len(text.split()) >= _FEWEST_WORDS


def chrome_behind(lines: Sequence[Line], marks: Mapping[int, Mark], words: Words) -> dict[int, Mark]:
    """The marks of a web copy with those of links among its paragraphs and of what stands behind its text."""
    found = dict(marks)
    taken = {index for start, mark in marks.items() for index in range(start, start + mark.lines)}
    for index in (
        *_over_links(lines, taken),
        *_cards(lines, marks, taken),
        *_listed_links(lines, taken),
        *_foot(lines, marks, taken, words),
    ):
        for start in (index, index - 1):
            if start in found and start + found[start].lines > index:
                del found[start]
        found[index] = FURNITURE
    return dict(sorted(found.items()))


def _over_links(lines: Sequence[Line], taken: set[int]) -> list[int]:
    """The title of another article over the words Read more."""
    return [
        at - 1
        for at in range(2, len(lines))
        if at - 1 not in taken
        and not lines[at - 1].ends
        and len(lines[at - 1].text) <= LONGEST
        and label_form(lines[at].text.text) in _OVER_LINK
        and (lines[at - 2].ends or at - 2 in taken)
    ]


def _cards(lines: Sequence[Line], marks: Mapping[int, Mark], taken: set[int]) -> list[int]:
    """Titles of other articles with a sentence under each, from the words over them to the labels that end the page."""
    found: list[int] = []
    kinds = {index: mark.kind for start, mark in marks.items() for index in range(start, start + mark.lines)}
    tail = len(lines)
    while tail and kinds.get(tail - 1) in ("furniture", "links"):
        tail -= 1
    for start, mark in marks.items():
        at = first = start + mark.lines
        if mark.kind != "links" or tail - first > _MOST_OF_CARDS or has_han(lines[start].text.text):
            continue
        while at < tail and at in taken and not has_han(lines[at].text.text):
            at += 1
        while at + 1 < len(lines) and _is_summary(lines, at, taken):
            at += 1 if lines[at].ends else 2
        if first < at >= tail:
            found += [index for index in range(first, at) if index not in taken]
    return found


def _is_summary(lines: Sequence[Line], at: int, taken: set[int]) -> bool:
    """Whether a title and one sentence under it, or the sentence alone under a title that is known, stand here."""
    if at in taken or has_han(lines[at].text.text):
        return False
    below = at if lines[at].ends and at - 1 in taken else at + 1
    summary = lines[below].text.text
    titled = below == at or (not lines[at].ends and len(lines[at].text.text.split()) >= _FEWEST_WORDS)
    return titled and below not in taken and lines[below].ends and _says_one_thing(summary)


def _says_one_thing(text: str) -> bool:
    return len(text) <= _LONGEST_SUMMARY and ". " not in text


def _listed_links(lines: Sequence[Line], taken: set[int]) -> list[int]:
    """Up to three titles with a bullet between two paragraphs; a list of the text has words that lead into it."""
    found: list[int] = []
    at = 1
    while at < len(lines):
        end = at
        while end < len(lines) and end not in taken and _BULLET.match(lines[end].text.text):
            end += 1
        if at < end < len(lines) and end - at <= _MOST_LINKS and lines[at - 1].ends and lines[end].ends:
            titles = [_BULLET.sub("", lines[index].text.text, count=1) for index in range(at, end)]
            if all(
                len(title.split()) >= _FEWEST_WORDS - 1
                and (title[0].isupper() or title[0] in "'‘“\"")
                and title[-1] not in ".;,。；，"
                for title in titles
            ):
                found += range(at, end)
        at = max(end, at + 1)
    return found


def _foot(lines: Sequence[Line], marks: Mapping[int, Mark], taken: set[int], words: Words) -> list[int]:
    """What follows, behind the last sentence of the text, the first label or notice of the site."""
    last = len(lines) - 1
    kinds = {index: mark.kind for start, mark in marks.items() for index in range(start, start + mark.lines)}
    while last >= 0 and not _is_content(lines[last], kinds.get(last)):
        last -= 1
    if last < 0:
        return []
    first = next(
        (at for at in range(last + 1, len(lines)) if _anchors(lines[at].text.text, kinds.get(at), words)), None
    )
    if first is None:
        return []
    tags = first
    while tags - 1 > last and tags - 1 not in taken and _is_tag(lines[tags - 1].text.text):
        tags -= 1
    alone = first - tags == 1 and len(lines[tags].text.text.split()) >= _FEWEST_LABELS
    start = tags if first - tags >= 2 or alone else first
    return [at for at in range(start, len(lines)) if kinds.get(at) not in ("furniture", "links")]


def _is_content(line: Line, kind: str | None) -> bool:
    """Whether a line belongs to a story: a sentence, or what people, pictures and tables have."""
    if kind is not None:
        return kind in _CONTENT
    text = line.text.text
    return (
        line.ends
        and not NUMBER_ALONE.fullmatch(text)
        and (text[-1] not in "?？!！…" or len(text) > LONGEST or "。" in text)
    )


def _anchors(text: str, kind: str | None, words: Words) -> bool:
    """Whether a line of furniture is one that stands behind a text and not within it."""
    if kind not in ("furniture", "links"):
        return False
    return any(map(str.isalnum, text)) and not is_inset(text, words)


def _is_tag(text: str) -> bool:
    if has_han(text):
        return em(text) <= _LONGEST_TAG and not re.search("[，。、：！？“”]", text)
    return len(text.split()) <= _MOST_TAG_WORDS and text[-1:].isalnum()
