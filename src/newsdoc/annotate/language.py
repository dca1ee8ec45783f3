"""Which language a page is in, by its characters and words: zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK or en (BCP 47).

A region is named only where words of it stand in the text; it decides whether 元 is TWD or HKD, and what 兆 is.
"""

from __future__ import annotations

import re

_SAMPLE = 5_000
_HAN = re.compile("[\u4e00-\u9fff]+")
_LATIN = re.compile("[A-Za-z]+")
_SIMPLIFIED = frozenset(
    "们这国来时会说为对发动个经过进实现关开问业产现长门车东书见贝马鸟鱼龙风飞两严丰临举义乌习乡买争亏云亚亲亿仅从仓"
)
_TRADITIONAL = frozenset(
    "們這國來時會說為對發動個經過進實現關開問業產現長門車東書見貝馬鳥魚龍風飛兩嚴豐臨舉義烏習鄉買爭虧雲亞親億僅從倉"
)
_ONLY_SIMPLIFIED = re.compile(f"[{''.join(sorted(_SIMPLIFIED - _TRADITIONAL))}]")
_ONLY_TRADITIONAL = re.compile(f"[{''.join(sorted(_TRADITIONAL - _SIMPLIFIED))}]")
_TAIWAN = re.compile(
    r"台灣|臺灣|新台幣|新臺幣|台幣|立委|立法院|行政院|民國|中央社|報導〕|／[\u4e00-\u9fff]{2,4}報導"
    r"|公尺|台北|臺北|高雄|總統府|民進黨|國民黨"
)
_HONG_KONG = re.compile(
    r"香港|港元|港幣|本港|立法會|特首|警務處|屋苑|港鐵|特區政府|專訊】|廉署|九龍|新界|文匯報|大公報|明報"
)


def language_of(text: str) -> str | None:
    """The language of a text; None where it has no letters.

    >>> [language_of(text) for text in ("我国外贸出现积极信号", "台北市交通局表示，這次添購公車", "Officials said")]
    ['zh-Hans', 'zh-Hant-TW', 'en']
    """
    sample = text[:_SAMPLE]
    han = len("".join(_HAN.findall(sample)))
    latin = len("".join(_LATIN.findall(sample)))
    if not han and not latin:
        return None
    if latin > 4 * han:
        return "en"
    simplified = len(_ONLY_SIMPLIFIED.findall(sample))
    traditional = len(_ONLY_TRADITIONAL.findall(sample))
    if traditional <= simplified:
        return "zh-Hans"
    taiwan, hong_kong = len(_TAIWAN.findall(sample)), len(_HONG_KONG.findall(sample))
    if taiwan > hong_kong:
        return "zh-Hant-TW"
    return "zh-Hant-HK" if hong_kong else "zh-Hant"
