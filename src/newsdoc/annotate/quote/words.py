"""The words that tell speech, speakers and posts in Chinese, compiled from one lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.lexicon import forms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsdoc.lexicon import Lexicon


Endings = dict[str, tuple[tuple[int, frozenset[str]], ...]]
"""Words by their last character and their length, the longest first: a phrase is looked up from its end."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The Chinese words of one lexicon.

    Attributes:
        cue: A reporting verb with what may follow it inside the same word (补充说).
        say: The verbs that open indirect speech; ``report``: those that do so before a comma or colon only.
        posts, persons, honorifics, kin, groups: Forms of the table ``titles`` by kind.
        named, anyone: Those that may stand before a name; those that may stand for someone without a name.
        bodies: Endings of the names of bodies, by their last character.
        company: Posts before which a body may stand without an ending that says so (某某总裁).
        country: A country, which is no organisation.
        documents: Texts that speak for a body; ``press``: reports that hand on what another says.
    """

    cue: re.Pattern[str]
    say: frozenset[str]
    report: frozenset[str]
    tell: frozenset[str]
    speak: frozenset[str]
    posts: Endings
    persons: Endings
    honorifics: frozenset[str]
    kin: Endings
    groups: Endings
    named: Endings
    anyone: Endings
    bodies: re.Pattern[str]
    documents: tuple[str, ...]
    press: tuple[str, ...]
    company: frozenset[str]
    country: re.Pattern[str]


def _forms(lexicon: Lexicon, table: str, *kinds: str) -> frozenset[str]:
    return frozenset(
        form
        for row in lexicon.rows(table)
        if row["kind"] in kinds
        for column in ("zh-Hans", "zh-Hant")
        for form in forms(row[column])
    )


def _endings(words: Iterable[str]) -> Endings:
    found: dict[str, dict[int, set[str]]] = {}
    for word in words:
        found.setdefault(word[-1], {}).setdefault(len(word), set()).add(word)
    return {
        last: tuple((length, frozenset(lengths[length])) for length in sorted(lengths, reverse=True))
        for last, lengths in found.items()
    }


def _countries(lexicon: Lexicon) -> list[str]:
    return [form for row in lexicon.rows("countries") for key in ("zh-Hans", "zh-Hant") for form in forms(row[key])]


def alternatives(words: Iterable[str]) -> str:
    """A pattern that matches the longest of the words first.

    >>> alternatives(["说", "说道"])
    '说道|说'
    """
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


# A verb of one character is part of many other words; these neighbours tell them (小说, 名称, 指标, 问题).
_NOT_AFTER = (
    "据據小传傳学學名简簡职職号號堪别別对對俗尊胡谎謊所被未没沒不的假口解游遊统統全通谦謙昵暱戏戲合美诨匿谁誰听聽"
    "么麼再一请請可想来來"
)
_NOT_AFTER_ANY = frozenset("的未没沒不被所了据據")
_NOT_AFTER_WORD = frozenset(("相关", "相關", "有关", "有關"))
_NOT_BEFORE = {
    "说說": "明法服唱白到起不得教客谎謊了过過着著",
    "称稱": "号號为為之作赞讚霸呼重职職谓謂得职心职量帝雄兄道病",
    "指": "摘谪数數标標导導挥揮示令定责責向南望引甲纹紋战戰着著点點的控认認环環派尖头頭",
    "问問": "题題卷世责責候询詢诊診及鼎津过過了",
    "讲講": "话話座解师師究台臺堂课課学學义義了过過坛壇稿",
    "谈談": "判话話论論何不吐笑资資妥恋戀了过過心性起",
    "写寫": "作字真生照实實法出了满滿信书書",
    "叫": "做停座好作价價板卖賣",
    "答": "案卷应應题題辩辯谢謝",
    "评評": "估选選审審价價论論级級为為",
    "觉覺": "得悟醒",
    "喊": "话話停冤价價",
    "骂罵": "人名声聲",
    "劝勸": "说說阻酒",
    "续續": "航",
}


_NOT_AFTER_ONE = {
    "问問": "访訪慰学學顾顧疑质質询詢审審责責叩",
    "谈談": "会會洽座商访訪面交恳懇详詳",
    "讲講": "宣演听聽授",
    "答": "解回应應作问問",
    "劝勸": "规規",
}
_NOUNS = frozenset(
    [
        "报告",
        "報告",
        "声明",
        "聲明",
        "评论",
        "評論",
        "通报",
        "通報",
        "报导",
        "通知",
        "总结",
        "總結",
        "评价",
        "評價",
        "解读",
        "解讀",
        "感言",
        "提问",
        "提問",
        "发言",
        "發言",
    ]
)


def _guards(verb: str) -> str:
    """What may not stand beside a verb, as assertions after it, so that the pattern begins with its literal."""
    if verb in _NOUNS:
        return "(?=[说說称稱道指，：,:“「])"
    if verb == "直言":
        return "(?![不无無])"
    if len(verb) > 1:
        return ""
    before = _NOT_AFTER + next((chars for verbs, chars in _NOT_AFTER_ONE.items() if verb in verbs), "")
    after = next((chars for verbs, chars in _NOT_BEFORE.items() if verb in verbs), "了过過着著的")
    return f"(?<![{before}]{verb})(?![{after}])"


def _tree(verbs: Iterable[str]) -> str:
    """One pattern of all verbs with their guards, grouped by the first character, the longest first."""
    heads: dict[str, list[str]] = {}
    for verb in sorted(verbs, key=lambda verb: (-len(verb), verb)):
        heads.setdefault(verb[0], []).append(re.escape(verb[1:]) + _guards(verb))
    return "|".join(f"{re.escape(head)}(?:{'|'.join(rests)})" for head, rests in sorted(heads.items()))


@lru_cache(maxsize=8)
def words_of(lexicon: Lexicon) -> Words:
    """The compiled Chinese words of a lexicon."""
    say, report, tell = (_forms(lexicon, "verbs", kind) for kind in ("say", "report", "tell"))
    speak = _forms(lexicon, "verbs", "speak")
    verbs = say | report | tell | speak
    bodies = _forms(lexicon, "organizations", "suffix")
    return Words(
        # Nothing nominal may follow: 分析师, 报告会, 介绍了. All alternatives stand in one group and begin with a
        # literal, for only so does the engine skip from one first character to the next.
        re.compile(
            rf"(?:{_tree([*verbs, '看来', '看來'])})(?:说道|說道|认为|認為|说|說|称|稱|道|指出|指|表示|着|著)?"
            r"(?![了过過的者员員家師师书書会會权權])"
        ),
        say,
        report,
        tell,
        speak,
        _endings(_forms(lexicon, "titles", "post")),
        _endings(_forms(lexicon, "titles", "person")),
        _forms(lexicon, "titles", "honorific"),
        _endings(_forms(lexicon, "titles", "kin")),
        _endings(_forms(lexicon, "titles", "group")),
        _endings(_forms(lexicon, "titles", "post", "person")),
        _endings(_forms(lexicon, "titles", "post", "person", "group", "kin")),
        re.compile(rf"(?:{alternatives(bodies)})(?![员員长長])"),
        tuple(sorted(_forms(lexicon, "organizations", "document"), key=lambda form: (-len(form), form))),
        tuple(sorted(_forms(lexicon, "organizations", "press"), key=lambda form: (-len(form), form))),
        frozenset(
            form
            for row in lexicon.rows("titles")
            if row["note"] == "company"
            for column in ("zh-Hans", "zh-Hant")
            for form in forms(row[column])
        ),
        re.compile(rf"(?:前|现任|現任|时任|時任)?(?:{alternatives(_countries(lexicon))})(?:的|籍)?"),
    )


def cues(text: str, words: Words) -> list[re.Match[str]]:
    """The reporting verbs of a text; what is denied or owned (未说明, 他的说明) does not count.

    >>> from newsdoc.lexicon import Lexicon
    >>> [cue.group() for cue in cues("他介绍说，原因未说明。", words_of(Lexicon.load()))]
    ['介绍说']
    """
    return [
        cue
        for cue in words.cue.finditer(text)
        if not (at := cue.start()) or (text[at - 1] not in _NOT_AFTER_ANY and text[at - 2 : at] not in _NOT_AFTER_WORD)
    ]
