"""Labels of boxes beside a story (花边): 【记者手记】, ■编后语, 新闻背景."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.recognise.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.model.page import Line
    from newsdoc.recognise.words import Words

_LABEL = re.compile(
    r"[【〖［\[■□●◆▲▶\s]*(?:(?:记者|記者|采访|採訪|编辑|編輯)(?:手记|手記|札记|札記|观察|觀察)|编后语|編後語|短评|短評|快评|快評"
    r"|微评|微評|(?:相关|相關|新闻|新聞|背景|知识|知識)?(?:链接|連結|连结|鏈接)|(?:新闻|新聞)背景|背景(?:资料|資料)|延伸(?:阅读|閱讀)"
    r"|名词解释|名詞解釋|小贴士|小貼士|小档案|小檔案|人物名片|(?:专家|專家|律师|律師|医生|醫生)(?:点评|點評|观点|觀點|说法|說法|说|說|提醒|支招)|新闻多一点|新聞多一點|小知识|小知識|话你知|話你知|知多[D啲点點]|你知道吗|你知道嗎|新闻词典|新聞詞典|新闻辞典|新聞辭典|小辞典|小辭典|数读|數讀|特稿|特寫|特写)"
    r"[】〗］\]\s]*[:：]?"
)


_ENGLISH_LABEL = re.compile(
    r"(?:If you go|How to (?:weigh in|help|apply|vote|take part|get there)"
    r"|What (?:they say|they said|it means|to know|happens next)"
    r"|What[’']s next|(?:Key|Main|Fast) (?:points|proposals|facts|dates|findings|measures|figures|changes)|At a glance"
    r"|By the numbers|Fact ?file|In brief|In figures|In numbers|Did you know\??|Timeline|Background|Who[’']s who"
    r"|Need to know|More information|Where to find help)",
    re.IGNORECASE,
)
_LETTERS = re.compile(
    r"(?:(?:Your|Readers[’']|Reader) )?Letters(?: to the editor| page)?|LETTERS? TO THE EDITOR"
    r"|读者来信|讀者來信|来信|讀者投書|读者投书",
    re.IGNORECASE,
)


def is_letters_label(text: str) -> bool:
    """Whether a line names the column of readers' letters, each of which is a story.

    >>> [is_letters_label(line) for line in ("LETTERS TO THE EDITOR", "Your letters", "Letters from the front")]
    [True, True, False]
    """
    return len(text) <= 24 and _LETTERS.fullmatch(text) is not None


def is_box_label(text: str) -> bool:
    """Whether a line names a box beside the story and nothing of its own.

    >>> [is_box_label(line) for line in ("【记者手记】", "■编后语", "记者手记里写道")]
    [True, True, False]
    """
    if text[:1].isascii() and _ENGLISH_LABEL.fullmatch(text):
        return True
    return len(text) <= 14 and _LABEL.fullmatch(text) is not None


_AROUND = "【】〖〗［］[]■□●◆▲▶：: "


def deck_mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """The label over the summary of a story: 核心阅读."""
    return Mark("deck") if lines[at].text.text.strip(_AROUND) in words.deck else None


def box_mark(lines: Sequence[Line], at: int, _words: Words) -> Mark | None:
    """The label of a box, under a text; the label of a column of letters."""
    if at and is_letters_label(lines[at].text.text) and lines[at].text.text.isascii():
        return Mark("rubric")
    return Mark("head") if at and is_box_label(lines[at].text.text) else None
