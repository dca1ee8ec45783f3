"""What belongs to the page and to no story (版面家具): page numbers, mastheads, dates, editors, links.

第 30 页   A7 要聞   《人民日报》（2025年10月20日 第 02 版）   2025年11月28日 星期五
責任編輯：杜某   发布时间：…   江北网>>教育频道   下转第2版   Related Stories
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN, ends_sentence, has_han
from newsdoc.model.page import em
from newsdoc.recognise.site import is_site_label
from newsdoc.recognise.stamp import is_stamp
from newsdoc.recognise.words import label_form

if TYPE_CHECKING:
    from newsdoc.recognise.words import Words

_LONGEST = 120
_LONGEST_LINKS = 40
_HAN_DIGITS = "〇○零一二三四五六七八九"
_DATE = (
    r"(?:[\dlI]\d{3}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?"
    r"|(?:中[華华])?民[國国]\s*\d{2,3}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
    rf"|(?:中[華华])?民[國国][{_HAN_DIGITS}十百]{{1,5}}年[{_HAN_DIGITS}十]{{1,2}}月[{_HAN_DIGITS}十廿卅]{{1,3}}日"
    rf"|[{_HAN_DIGITS}]{{4}}年[{_HAN_DIGITS}十]{{1,2}}月[{_HAN_DIGITS}十廿卅]{{1,3}}日)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_ENGLISH_DATE = rf"(?:\d{{1,2}}\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}},?\s+\d{{4}})"
_ZONE = r"(?:GMT|BST|EST|EDT|CET|HKT|UTC)(?:[+-]\d{1,2})?"
_CLOCK = rf"\d{{1,2}}[:：.]\d{{2}}(?:[:：]\d{{2}})?(?:\s*[ap]\.?m\.?)?(?:\s*{_ZONE})?"
_WEEKDAY = (
    r"(?:星期|周|週|禮拜|礼拜)[一二三四五六日天]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"
)

PAPERS = (
    "Times|News|Herald|Post|Journal|Tribune|Gazette|Chronicle|Globe|Mail|Ledger|Examiner|Review|Courier|Observer|Guardian"
    "|Telegraph|Independent|Standard|Sentinel|Express|Bulletin|Inquirer|Advertiser|Dispatch"
)
"""What an English paper is called; no words that a headline ends with (Record, Star)."""
_PAPER = rf"(?-i:(?:[A-Z][A-Za-z]+ ){{0,4}}(?:{PAPERS}|{PAPERS.upper()}))"
_NAMES = f"[{HAN}]{{1,4}}(?:[ 、][{HAN}]{{1,4}})?"
_MAKERS = (
    "图编|圖編|责校|責校|主编|主編|统筹|統籌"
    "|美编|美編|责编|責編|版式|校对|校對|组版|組版|視覺|视觉|制图|製圖|美術|美术|排版|设计|設計|审读|審讀|审校|審校"
)

_SHAPES = re.compile(
    "|".join(
        (
            # page number: 第 30 页, - 3 -, 12, Page 3 of 4
            r"[-—–·•\s]*(?:第\s*)?\d{1,4}\s*[页頁]?(?:\s*[/／]\s*(?:共\s*)?\d{1,4}\s*[页頁]?)?[-—–·•\s]*",
            r"[（(]?(?:单位|單位)[：:].{1,12}[）)]?",
            r"page\s+[a-z]?\d+(?:\s*(?:of|/)\s*\d+)?",
            r"[a-z]+(?: [a-z]+){0,2}\s*:\s*[\d/.,:\s–-]{6,}(?:[a-z]{2,4})?",
            rf"[a-z]+(?: [a-z]+){{0,2}}\s*:\s*{_ENGLISH_DATE}.{{0,24}}",
            r"©\s*(?:\d{4}\s*)?[\w .,]{2,40}",
            r"(?:see|continued (?:on|from)|turn to|from)\s+(?:[a-z]{3,20}(?: [a-z]{2,12})?,?\s+)?[a-z]\d{1,3}",
            r"(?:see|continued (?:on|from)|turn to|from)\b.{0,30}\bpage\s+[a-z]?\d{1,3}",
            rf"(?:[a-z]?\d{{1,3}}|page\s+[a-z]?\d{{1,3}})\s+{_PAPER}|{_PAPER}\s+(?:page\s+)?[a-z]?\d{{1,3}}",
            "(?:广告|廣告|advertisement|advertising|sponsored|continue reading|\\d{1,2} min(?:ute)?s? read)",
            rf"(?:(?:{_MAKERS}|编辑|編輯)[\s:：/]*{_NAMES}[\s|｜/]*){{2,6}}",
            rf"(?:本版)?(?:编辑|編輯)[\s:：/]*{_NAMES}[\s|｜/]+(?:{_MAKERS})[\s:：/]*{_NAMES}(?:[\s|｜/]+(?:{_MAKERS})[\s:：/]*{_NAMES}){{0,4}}",
            rf"本版\s*(?:责任编辑|責任編輯|责编|責編|编辑|編輯)\s*{_NAMES}",
            r"[【\[]\s*(?:责任|責任)?(?:编辑|編輯|责编|責編)\s*[:：].{1,24}[】\]]",
            rf"(?:编辑|編輯)\s*[:：]\s*{_NAMES}\s*(?:责任编辑|責任編輯|责编|責編|校对|校對|监制|監製|審核|审核)\s*[:：]\s*{_NAMES}.{{0,24}}",
            f"0\\d\\s+[{HAN}]{{2,4}}",
            # edition: A7 要聞, 第05版, 02版 要闻, T3
            rf"[A-Z]{{1,2}}\s?\d{{1,3}}(?:\s+[{HAN}]{{1,6}})?",
            rf"(?:[{HAN}]{{1,6}}\s*)?第?\s*[A-Z]{{0,2}}[0-9０-９]{{1,3}}\s*版(?:\s*[：:]?\s*[{HAN}]{{1,8}})?",
            rf"(?:{_WEEKDAY})|[甲乙丙丁戊己庚辛壬癸][{HAN}]年[{HAN}]{{2,10}}|今日\s*\d{{1,3}}\s*版|共\s*\d{{1,3}}\s*版",
            r".{4,30} \d{1,2}版",
            r"[a-z]{3,12}(?: & [a-z]{3,12})?\s+[a-z]?\d{1,3}",
            r"[A-Z]{3,20}(?: [A-Z]{3,20})?\s*[|｜]\s*[A-Z]{3,20}(?: [A-Z]{3,20})?",
            rf"第\s*[一二三四五六七八九十]{{1,3}}\s*版(?:\s+[{HAN}]{{1,8}}|[{HAN}]{{0,4}}(?:新闻|新聞|要闻|要聞|副刊))?",
            r"(?:[A-Z][\w ]{2,24}\s[A-Z]\d{1,3}\s*[|·•]\s*){2,12}[A-Z][\w ]{2,24}\s[A-Z]\d{1,3}",
            r"[a-z][\w ]{2,30}:\s*page [a-z]?\d{1,3}",
            r"(?:电话|電話|传真|傳真)\s*[：:]\s*[(（]?\+?\d[\d ()（）-]{5,18}\d",
            r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}|(?:https?://)?www\.[\w./-]{4,60}",
            r"[\w-]{3,40}\.(?:com|net|org|cn|hk|tw|sg|my|uk|in|news)(?:\.(?:cn|hk|tw|sg|my|uk|au))?|[\w-]{3,40}\.(?:co|com)\.[a-z]{2}"
            r"|[\w-]{3,40}\.(?:com|net|org)/[\w/-]{2,40}",
            # over a gallery: ▼3月4日 碼頭現場情況▼
            r"[▼▲↓]{1,3}\s?[^。▼▲↓]{2,30}[▼▲↓]{1,3}",
            # of the masthead: 农历…, 今日4版 第5127期, …主管主办
            rf"(?:农历|農曆)(?:[甲乙丙丁戊己庚辛壬癸][{HAN}]年)?[闰閏]?[正〇○{_HAN_DIGITS[2:]}十冬腊臘]{{1,2}}月"
            rf"[初{_HAN_DIGITS[2:]}十廿卅]{{1,3}}日?|(?:今日|本期|共)?\s*\d{{1,3}}\s*版\s*(?:总|總)?第\s*\d+\s*期",
            rf"(?:总|總)?第\s*\d{{2,6}}\s*期|(?!.*[由将將的])[{HAN}]{{2,20}}(?:(?:主管|主办|主辦){{1,2}}|(?:中心|[社局部报報])出版)",
            r"(?:e-?mail|邮箱|郵箱|电邮|電郵)\s*[:：]\s*[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}",
            # marks of the printer
            r"C\s?M\s?Y\s?K(?:\s+[A-Z]{2}-[A-Z]{2,5})?",
            # date of the issue: 2025年11月28日 星期五, 15:50, 29 November 2025
            rf"{_DATE}\s*(?:{_WEEKDAY})?(?:\s*(?:农历|農曆)[{HAN}]{{1,12}})?",
            rf"(?:{_WEEKDAY}),?\s*(?:{_DATE}|{_ENGLISH_DATE})",
            rf"(?:{_CLOCK},?\s*)?(?:(?:{_WEEKDAY}),?\s*)?{_ENGLISH_DATE}"
            rf"(?:,?\s*(?:at\s*)?{_CLOCK})?(?:\s*[A-Z]{{2,4}}(?:[+-]\d+)?)?"
            r"(?:\s*(?:Last )?(?:Updated|Modified).{0,40})?",
            rf"{_DATE}\s*{_CLOCK}\s*(?:[|｜丨]?\s*(?:来源|來源|稿源|源自)\s*[：:].{{1,30}})?",
        )
    ),
    re.IGNORECASE,
)
_DATED_MAKERS = re.compile(
    rf"{_DATE}\s*(?:{_WEEKDAY})?\s+(?:责任编辑|責任編輯|责编|責編|编辑|編輯|主编|值班\w{{0,4}})\s*[:：][^。，]{{2,90}}"
    rf"|本版(?:编辑|編輯|责编|責編)\s*[:：]?\s*{_NAMES}\s*(?:电话|電話|邮箱|郵箱)\s*[:：]?\s*[\w@.-][\w@. -]{{4,30}}"
)
_BREADCRUMB = re.compile(
    r"[^。！？]{1,12}(?:\s*(?:>>|»|›|＞＞)\s*[^。！？>]{1,14})+|[^。！？>]{1,14}(?:\s>\s[^。！？>]{1,14}){1,5}"
)
_DATED_TITLE = re.compile(r".{4,100}[（(]\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[）)]")
_ISSUE = re.compile(rf"[（(].{{0,6}}{_DATE}.{{0,14}}[）)]|{_DATE}|第\s*\d{{1,3}}\s*版")


_DIGIT = re.compile(r"\d")
_LATIN_NAME = re.compile(r"[\s|｜/]+[A-Z][A-Z .'’-]{3,30}")
"""大公報 TA KUNG PAO"""
_MONTH_OF = r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"
_FULL_DATE = re.compile(f"{_DATE}|{_ENGLISH_DATE}|{_MONTH_OF}", re.IGNORECASE)
_BESIDE_DATE = re.compile(
    rf"(?:{_WEEKDAY}|(?:农历|農曆)[{HAN}]{{2,12}}|(?:第\s*|(?<!\w))[A-Z]{{0,2}}\d{{1,3}}\s*[版页頁]|第[一二三四五六七八九十]{{1,3}}版"
    r"|\bPage (?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen)\b"
    r"|(?<![\w.])[A-Z]{0,2}\d{1,3}(?![\w.])|www\.[\w./-]+)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[12１２lI]\d{3}|[〇○零一二三四五六七八九]{4}|民[国國]")
"""No full date is without one."""
_SENTENCE_MARK = re.compile('[。！？；：“”「」…!?;:"]')
_MOST_NAME = 14.0
_MOST_WORDS = 5
_MOST_WORDS_PARTED = 9


def _is_dated_header(text: str) -> bool:
    """A date with its weekday or a page number, and beside them a name of a few words: masthead and rubric."""
    day = _FULL_DATE.search(text)
    if day is None or _SENTENCE_MARK.search(text):
        return False
    rest, beside = _BESIDE_DATE.subn(" ", text[: day.start()] + " " + text[day.end() :])
    rest = " ".join(rest.replace(",", " ").split()).strip(" ·|｜/／•-–—")
    if not beside and rest:
        return False
    most = _MOST_WORDS_PARTED if text.count("|") >= 2 else _MOST_WORDS
    return (
        em(rest) <= _MOST_NAME
        if has_han(rest)
        else len(rest.replace("|", " ").split()) <= most and rest[:1].isupper() | (not rest)
    )


@lru_cache(maxsize=8)
def _openings(words: Words) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    opening = re.compile(rf"[（(【〖\[▶■□●◆\s]*(?P<word>{words.opening})(?P<rest>.*)", re.DOTALL)
    kinds = "日报|晚报|早报|早報|晨报|晨報|时报|都市报|都市報|商报|商報|青年报|青年報|报|日報|晚報|時報|報|周刊|週刊"
    paper = rf"{words.masthead}|[{HAN}]{{2,10}}(?:{kinds})"
    masthead = re.compile(rf"[《]?(?:{paper})[》]?(?P<rest>.{{0,40}})")
    links = re.compile(
        rf"[【\[▌■●\s]*(?:{words.links})[】\]\s]*(?:请看|請看|请见|請見|如下)?[:：﹕]?\s*"
        rf"|(?:更多|看更多|最新)\s?[\w {HAN}]{{1,12}}\s?(?:报道|報道|報導|报导|新闻|新聞)[:：]?"
        r"|(?i:more|latest|the latest|top stories) (?i:from) [A-Z][\w’'&. ]{1,40}"
    )
    tail = re.compile(rf"(?:(?<=[。！？!?”」』…）)])|(?<=[.\"’])(?=\s)|^)\s*(?:{words.tail})")
    return opening, masthead, links, tail


@lru_cache(maxsize=64)
def is_furniture(text: str, words: Words) -> bool:
    """Whether a line belongs to the page and to no story; neighbours of a line are asked by several rules, hence kept.

    >>> from newsdoc.lexicon import Lexicon
    >>> from newsdoc.recognise.words import words_of
    >>> words = words_of(Lexicon.load())
    >>> lines = ("第 30 页", "A7 要聞", "责编：贾文、刘某", "校对工作已经完成。", "12月3日")
    >>> [is_furniture(line, words) for line in lines]
    [True, True, True, False, False]
    """
    if is_site_label(text, words) or is_stamp(text, words):
        return True
    if len(text) > _LONGEST:
        return False
    if _DATED_MAKERS.fullmatch(text):
        return True
    if len(text) <= 90 and _YEAR.search(text) and _is_dated_header(text):
        return True
    if len(text) <= 60 and (_SHAPES.fullmatch(text) or _is_header(text, words)):
        return True
    opening, masthead, _, _ = _openings(words)
    match = opening.match(text)
    if match and _opens_furniture(match, text):
        return True
    match = masthead.fullmatch(text)
    if match and (
        _ISSUE.search(match["rest"])
        or _LATIN_NAME.fullmatch(match["rest"])
        or re.fullmatch(rf"[《]?(?:{words.masthead})[》]?", text)
    ):
        return True
    if opens_links(text, words) or (text.endswith((")", "）")) and _DATED_TITLE.fullmatch(text)):
        return True
    return any(sign in text for sign in (">", "»", "›", "＞")) and _BREADCRUMB.fullmatch(text) is not None


def _is_header(text: str, words: Words) -> bool:
    """Whether a line is a page header: nothing but date, weekday, number, rubric and masthead."""
    if not _DIGIT.search(text):
        return False
    return _header(words).fullmatch(text) is not None


@lru_cache(maxsize=8)
def _header(words: Words) -> re.Pattern[str]:
    token = (
        rf"(?>{_DATE}|{_ENGLISH_DATE}|{_WEEKDAY}|第?\s*\d{{1,3}}\s*[版页頁]|[A-Z]{{0,2}}\d{{1,3}}|(?:农历|農曆)[{HAN}]{{2,12}}"
        rf"|[《]?(?:{words.masthead})[》]?|(?i:{words.rubric})(?:新闻|新聞|版)?)"
    )
    # Each token is taken once and never parted again: a row of figures could be parted in any number of ways.
    return re.compile(rf"[\s·|｜/／•]*+{token}(?:[\s·|｜/／•（(]*+{token}[）)]?)*+[\s·|｜/／•]*+")


def _opens_furniture(match: re.Match[str], text: str) -> bool:
    rest = match["rest"]
    if match["word"].isascii():
        if ends_sentence(text) and not re.match(r"\s*:", rest) and not re.search(r"\d.*[ap]\.m\.$", text):
            return False
        return bool(re.match(r"\s*:", rest)) or any(char.isdigit() for char in rest[:40]) or len(rest) <= 24
    if not rest.strip() and len(match["word"]) < 3:
        return False
    if match["word"][0] in "下上转轉":
        return len(text) <= 24
    return bool(re.match(r"[】\])）]|.{0,4}[：:﹕|｜丨/／]|\s+[^，。]{2,20}$|$", rest)) and not (
        rest[:1] and rest[0] not in " :：﹕|｜】])）/／丨" and ends_sentence(text)
    )


def opens_links(text: str, words: Words) -> bool:
    """Whether titles of other articles follow the line: 相关阅读, Related Stories."""
    if len(text) > _LONGEST_LINKS:
        return False
    form = label_form(text)
    said = form in words.titled and (" " in form or (len(form) >= 4 and not form.isascii()))
    return said or _openings(words)[2].fullmatch(text) is not None


def furniture_at_end(text: str, words: Words) -> int | None:
    """Where, behind the last sentence of a paragraph, furniture begins that runs to its end; else None."""
    shift = 0
    match = _openings(words)[3].search(text, shift)
    if match is None or len(text) - match.start() > 600:
        return None
    return match.start()
