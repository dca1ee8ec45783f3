"""Which language a page is in, by its characters and words: zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK or en (BCP 47).

A region is named only where words of it stand in the text; it decides whether 元 is TWD or HKD, and what 兆 is.
"""

from __future__ import annotations

import re

_SAMPLE = 5_000
_HAN = re.compile("[\u4e00-\u9fff]+")
_LATIN = re.compile("[A-Za-z]+")
# Words that a region uses of itself, and those that others use of it too: 香港 stands in Taipei's papers as well.
_OWN = 3
_TAIWAN = re.compile(
    "報導|志工|民眾|公車|計程車|捷運|公尺|立委|里長|新聞中心|中央社|民國[〇零一二三四五六七八九十百\\d]"
)
_OF_TAIWAN = re.compile("台灣|臺灣|新?[台臺]幣|立法院|行政院|[台臺]北|高雄|總統府|民進黨|國民黨")
_HONG_KONG = re.compile(
    "報道|專訊|[本全]港|港聞|義工|巴士|的士|屋苑|屋邨|港鐵|特首|廉署|警務處|食環署|差餉|地盤|裁判法院|民航處|撰文："
)
_OF_HONG_KONG = re.compile(
    "香港|港元|港幣|立法會|特區政府|九龍|新界|文匯|大公報|明報|將軍澳|觀塘|沙田|旺角|元朗|屯門|尖沙咀|銅鑼灣|荃灣|葵涌|深水埗"
)
_OF_MACAU = re.compile("澳門|本澳|澳聞|內港|氹仔|路環|筷子基|路氹")
"""Macau has the words of Hong Kong, and neither its currency nor a code here."""


def language_of(text: str) -> str | None:
    """The language of a text; None where it has no letters.

    The script is that of the standard which holds more of the characters: GB 2312 is simplified, Big5 traditional.

    >>> [language_of(text) for text in ("我国外贸出现积极信号", "台北市府預算達1.2兆元", "Officials said")]
    ['zh-Hans', 'zh-Hant-TW', 'en']
    """
    sample = text[:_SAMPLE]
    letters = "".join(_HAN.findall(sample))
    han = len(letters)
    latin = len("".join(_LATIN.findall(sample)))
    if not han and not latin:
        return None
    if latin > 4 * han:
        return "en"
    # Characters of both scripts count on either side, so the difference is that of the characters of one alone.
    if len(letters.encode("big5", "ignore")) <= len(letters.encode("gb2312", "ignore")):
        return "zh-Hans"
    taiwan = _OWN * len(_TAIWAN.findall(sample)) + len(_OF_TAIWAN.findall(sample))
    hong_kong = _OWN * len(_HONG_KONG.findall(sample)) + len(_OF_HONG_KONG.findall(sample))
    if taiwan > hong_kong:
        return "zh-Hant-TW"
    macau = _OWN * len(_OF_MACAU.findall(sample))
    return "zh-Hant-HK" if hong_kong > macau else "zh-Hant"
