"""What a web site sets around and within an article, told by the line alone: labels of its tools and navigation.

登录   字号：大 中 小   阅读 1.2万   0:00 / 0:00   A+   长三角政商 >   Share - WeChat   Read 143 Comments
Why you can trust SCMP   SKIP ADVERTISEMENT   1 2 3 Next >>|   Contact Us | Newsletter | Apps   #台風 #停課
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN
from newsdoc.recognise.words import label_form

if TYPE_CHECKING:
    from newsdoc.recognise.words import Words

_LONGEST = 120
_LONGEST_LABEL = 48
_LONGEST_WEB = 48
_MOST_TRUSTED = 5
_LONGEST_RUN, _LONGEST_PART, _FEWEST_IN_RUN = 30, 6, 3
_HAN_ONLY = re.compile(f"[{HAN}]+")
_COUNT = re.compile(
    r"(?:\s*[（(]?\s*\d[\d,.]*\s*[+＋]?\s*(?:万|萬|千|k|m|条|條|则|則|人|次|篇|个|個)?\+?\s*[)）]?\s*)$", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*[|｜丨•·∙►▪]\s*|[\u3000\t]+|\s{2,}")
_HAN_SPLIT = re.compile(r"[\s|｜丨•·∙、/／:：【】\[\]（）()]+")
_PARTED = re.compile(r"[\s|｜丨•·∙►▪/／:：【】\[\]（）()、]")
_MOST_LABELS = 24
_FEWEST_RUBRICS, _LONGEST_RUBRIC = 4, 4
_TRAILS = re.compile(rf"[{HAN}A-Z][{HAN}\w]{{1,9}}\s*[>＞›»]{{1,2}}")

_SHAPES = re.compile(
    "|".join(
        (
            # counts, letter sizes, how long ago
            r"(?:(?:last )?updated:? |published:? )?\d{1,2} (?:minute|min|hour|hr|day)s? ago|(?:更新于|更新於|"
            r"发布于|發佈於|發布於)?\s?\d{1,2}\s?(?:分钟|分鐘|小时|小時)前",
            r"(?:阅读|閱讀|浏览|瀏覽|点击|點擊|点赞|點贊|在看|评论|評論|留言|回应|回應|人气|人氣|播放|转发|轉發|分享|"
            r"收藏)(?:数|數|量|次数|次數)?"
            r"\s*[:：]?\s*\d[\d,.]*\s*(?:万|萬|w|k)?\+?(?:次|条|條|人)?",
            r"\d[\d,.]*\s*(?:万|萬)?\+?\s*(?:次|条|條|人|个|個)?(?:阅读|閱讀|浏览|瀏覽|评论|評論|留言|跟贴|跟貼|参与|參與|"
            r"播放|点赞|點贊|回应|回應|人气|人氣)|\d[\d,.]*\s*(?:万|萬)?\+?\s*(?:气|氣|人气|人氣)",
            r"(?:本文|全文)(?:共|约|共约|共約|共計|共计|约有|約有)?\s*\d[\d,.]*\s*字.{0,24}",
            r"(?:阅读|閱讀)(?:时间|時間|本文|全文)?(?:约|約|需|需要|大约需|大約需)?\s*\d{1,3}\s*分[钟鐘].{0,4}",
            r"小\s*中\s*大(?:\s*特大?|\s*超大)?|(?:特大?\s*)?大\s*中\s*小",
            # minutes, comments and counts in English
            r"(?:read(?:ing)? time\s*:?\s*)(?:about )?\d{1,3}\s?(?:-\s?)?min(?:ute)?s?(?: read)?",
            r"\d{1,3}[ -]?min(?:ute)?s? reading time|\d{1,3}[ -]?min(?:ute)?s?(?: (?:read|listen|watch))?",
            r"(?:read|view|see|show|join)? ?(?:all )?\d[\d,.]*k? (?:comments?|shares?|views?|likes?|reactions?|"
            r"replies)",
            r"listen to (?:this )?(?:article|story)\s*[·•|(-]?\s*\d{1,3}(?::\d{2}|\s*min).{0,24}",
            r"(?:\d{1,3}\s+){1,9}(?:next|下一页|下一頁|末页|末頁|尾页|尾頁|后页|後頁).{0,12}",
            r"(?:上一页|上一頁|前页|前頁|首页)\s+(?:\d{1,3}\s*){1,9}.{0,16}",
            # who stands behind the paper
            rf"why (?:you can|to) trust (?:[\w’'.-]+ ){{0,{_MOST_TRUSTED}}}[\w’'.-]+",
            r"add (?:[\w’'.-]+ ){1,6}as (?:a|your|my) preferred source.{0,70}",
            r"our standards: .{0,60}",
            r"advertisement\s*[·•|-]\s*scroll.{0,24}",
            # ways past a part of the page, cards of other articles, who edited
            r"skip (?:to|next|past|over)(?: [\w’'&-]+){1,6}|edited by: (?-i:[A-Z])[^.]{2,60}",
            r"(?-i:READ (?:MORE|NEXT)|Read (?:[Mm]ore|[Nn]ext)|MORE) ?[:|] ?(?-i:[A-Z‘“'\"]).{8,110}(?<![.”\"])",
            r"x \(twitter\)|x \(formerly twitter\)",
            r"related (?:article|story|video|report)s?:? (?-i:[A-Z‘“'\"]).{8,110}(?<![.”\"])",
            r"see more on\s*:?.{0,60}|follow (?:[\w’'.-]+ ){1,8}coverage (?:at|on|here).{0,80}",
            r"read more (?:at|on|from) (?:https?://|www\.).{0,90}",
            r"https?://\S{4,200}(?:\s+\d{1,3}/\d{1,3})?",
            # hashtags, initials of a desk, and what parts the text
            rf"(?:[#＃][\w{HAN}·-]{{1,24}}[#＃]?[\s、,，]*){{1,24}}",
            r"burs-[a-z]{2,4}(?:[-/][a-z]{2,4}){0,6}|[a-z]{2,3}-[a-z]{2,3}/[a-z]{2,3}|"
            r"[a-z]{2,3}(?:[-/][a-z]{2,3})?(?:/[a-z]{2,3}){2,5}",
            r"_{3,}|[∙·•]",
            r"[-—–—=*]+\s*(?:end|the end|完|全文完|未完待续|未完待續)\s*[-—–—=*]+",
            # 进入…频道, 更多…新闻
            rf"(?:[进進]入|返回|更多|点击进入|點擊進入|查看更多|看更多)[\w {HAN}“”「」]{{0,14}}"
            r"(?:频道|頻道|专题|專題|首页|首頁|专区|專區|栏目|欄目)\s*[>＞›»]*",
        )
    ),
    re.IGNORECASE,
)
_IN_WEB = re.compile(
    r"\d{1,2}:\d{2}(?::\d{2})?\s*/\s*-?\d{1,2}:\d{2}(?::\d{2})?|[+＋]\s?\d{1,3}|"
    r"A\s?[+＋−-](?:\s*A\s?[+＋−-])?"
    r"|Follow [A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}|[A-Z][\w&.’-]*(?: [A-Z][\w&.’-]*){1,4} Follow"
)
"""Players, pictures that are left, letter sizes, buttons to follow: on other pages they may be cells or headlines."""
_CRUMBS = re.compile(
    rf"(?:首页|首頁|主页|主頁|新闻中心|新聞中心|Home)(?:\s*(?:→|->|>>?|＞|›|»|/|-{{2}})\s*[^>→/。，]{{1,24}}){{1,6}}"
    rf"|[\w{HAN}]{{1,10}}(?:网|網|首页|首頁)(?:\s*(?:→|->|>>?|＞|›|»)\s*[^>→。，]{{1,24}}){{1,6}}"
)
_PLACE_OF_PAGE = re.compile(
    r"(?:您|你)?(?:当前|當前|現在|现在|目前|所在)的?位置\s*[:：].{2,80}|[^。，]{1,24}[>＞›»→]\s*正文"
)


def is_site_label(text: str, words: Words) -> bool:
    """Whether a line is nothing but what a web page sets beside an article.

    >>> from newsdoc.lexicon import Lexicon
    >>> from newsdoc.recognise.words import words_of
    >>> words = words_of(Lexicon.load())
    >>> lines = ("下载客户端", "【字体：大 中 小】 【打印】", "Read 143 Comments", "登录火星", "Share prices fall")
    >>> [is_site_label(line, words) for line in lines]
    [True, True, True, False, False]
    """
    if len(text) > 2 * _LONGEST or (len(text) > _LONGEST and "://" not in text):
        return False
    if (is_label(text, words) and not (_says_little(text) and not is_inset(text, words))) or _SHAPES.fullmatch(text):
        return True
    if len(text) <= _LONGEST and (_CRUMBS.fullmatch(text) or _PLACE_OF_PAGE.fullmatch(text)):
        return True
    if len(text) <= 16 and _TRAILS.fullmatch(text):
        return True
    return _is_row_of_labels(text, words)


def is_label(text: str, words: Words) -> bool:
    """Whether a line is one label, with a count behind it or without."""
    if len(text) > _LONGEST_LABEL:
        return False
    form = label_form(text)
    if form in words.tool or form in words.inset:
        return True
    counted = _COUNT.search(form)
    return counted is not None and counted.start() > 0 and label_form(form[: counted.start()]) in words.tool


def is_web_label(text: str, words: Words) -> bool:
    """Whether a line of a web copy is a label, be it a single word that elsewhere may be a heading: 关注, Listen."""
    if "，" in text or "。" in text:
        return False
    return (
        is_label(text, words)
        or _runs_together(text, words)
        or (len(text) <= _LONGEST_WEB and _IN_WEB.fullmatch(text) is not None)
    )


def _runs_together(text: str, words: Words) -> bool:
    """Whether three labels or more follow each other with nothing between: 订阅已订阅收藏已收藏大字号."""
    text = text.rstrip("：: ")
    if not 6 <= len(text) <= _LONGEST_RUN or not _HAN_ONLY.fullmatch(text):
        return False
    if not any(text[:size] in words.tool or text[:size] in words.nav for size in range(1, _LONGEST_PART + 1)):
        return False
    most = [0, *([-1] * len(text))]
    for end in range(1, len(text) + 1):
        for size in range(1, min(_LONGEST_PART, end) + 1):
            part = text[end - size : end]
            if most[end - size] >= 0 and (part in words.tool or part in words.nav):
                most[end] = max(most[end], most[end - size] + 1)
    return most[-1] >= _FEWEST_IN_RUN


def _says_little(text: str) -> bool:
    """Whether a label is one word, such as a heading may be."""
    form = label_form(text)
    return len(form) <= 2 or (form.isascii() and form.isalpha())


def is_inset(text: str, words: Words) -> bool:
    """Whether a line is a label that may stand between two paragraphs: Advertisement, 請繼續往下閱讀."""
    return len(text) <= _LONGEST_LABEL and label_form(text) in words.inset


def _is_row_of_labels(text: str, words: Words) -> bool:
    """Whether labels stand beside each other: 分享到：微信 微博, Contact Us | Newsletter, English 中文 Français."""
    if not _PARTED.search(text):
        return False
    latin = text.isascii()
    for split in (_SPLIT,) if latin else (_SPLIT, _HAN_SPLIT):
        parts = split.split(text)
        if not 2 <= len(parts) <= _MOST_LABELS:
            continue
        forms = [form for part in parts if (form := label_form(part))]
        known = sum(form in words.tool or form in words.nav or form in words.titled for form in forms)
        if known < 2:
            continue
        tools = sum(len(form) >= 2 and form in words.tool for form in forms)
        sure = tools or sum(len(form) >= 2 and form in words.nav for form in forms) >= 2
        if known == len(forms) and (sure or (len(forms) >= 3 and all(len(form) <= 2 for form in forms))):
            return True
        if split is _SPLIT and len(forms) >= 4 and all(len(form) <= 32 for form in forms):
            return True
    words_of_line = text.split()
    if (
        not latin
        and _FEWEST_RUBRICS <= len(words_of_line) <= _MOST_LABELS
        and all(
            len(word) <= _LONGEST_RUBRIC and (word in words.nav or re.fullmatch(words.rubric, word))
            for word in words_of_line
        )
    ):
        return True  # 新聞 評論 財經 國際 生活
    return (
        not latin
        and 2 <= len(words_of_line) <= 12
        and any(len(word) >= 2 and word.casefold() in words.nav for word in words_of_line)
        and not text.islower()
        and _covers(words_of_line, words)
    )


def _covers(parts: list[str], words: Words) -> bool:
    """Whether the words of a line, one or two at a time, are all words of navigation, not all of them in English."""
    forms = [label_form(part) for part in parts]
    at = 0
    while at < len(forms):
        if at + 1 < len(forms) and f"{forms[at]} {forms[at + 1]}" in words.nav:
            at += 2
        elif forms[at] in words.nav:
            at += 1
        else:
            return False
    return any(not part.isascii() for part in parts)
