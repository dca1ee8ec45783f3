"""What a whole text tells: its language, and which 元, $ and ¥ it means."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HAN = re.compile("[\u3400-\u9fff]+")
_LATIN = re.compile("[A-Za-z]+")
_TRADITIONAL = re.compile("[萬億國個為這來時們會後與對說實發經過兩區點號請幣圓臺灣學開門車長東見]")
_SIMPLIFIED = re.compile("[万亿国个为这来时们会后与对说实发经过两区点号请币圆学开门车长东见]")
_HONG_KONG = re.compile(
    "港元|港幣|香港|本港|港府|港聞|港鐵|特區政府|特首|九龍|新界|大埔|屯門|沙田|元朗|荃灣|旺角|屋宇署|[明大文]報|大公報|文匯報"
)
_TAIWAN = re.compile(
    "[台臺]幣|[台臺]灣|[台臺]北|[台臺]中市|[台臺]南|高雄|新北|桃園|行政院|立法院|民國|中央社|自由時報|聯合報|中國時報|縣府|新竹|基隆|花蓮|屏東|台積電"
)
_MAINLAND = re.compile("人民幣|北京|中國大陸|國務院|上海|深圳|廣州")
_RENMINBI = re.compile(r"RMB|renminbi|\byuan\b|CNY|Chinese currency|\bChina\b|\bBeijing\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """The settled meaning of the signs that differ by place."""

    chinese: bool
    yuan: str
    dollar: str
    yen: str

    def currency(self, code: str) -> str:
        """The ISO 4217 code for a code of the currencies table, which has 元, $ and ¥ besides."""
        return {"元": self.yuan, "$": self.dollar, "¥": self.yen}.get(code, code)


def is_chinese(text: str, language: str | None) -> bool:
    """By the tag where there is one, else by the share of ideographs."""
    if language:
        primary = language.split("-")[0].lower()
        if primary in {"zh", "yue", "wuu", "cmn", "lzh"}:
            return True
        if primary:
            return False
    if _HAN.search(text) is None:
        return False
    sample = text[:4000] if _HAN.search(text[:4000]) else text
    latin = len(_LATIN.findall(sample))
    for run in _HAN.finditer(sample):
        latin -= 3 * (run.end() - run.start())
        if latin <= 0:
            return True
    return False


def context(text: str, language: str | None) -> Context:
    """What ``text`` means by 元, $ and ¥; ``language`` is a BCP 47 tag or None."""
    chinese = is_chinese(text, language)
    tag = (language or "").replace("_", "-").lower()
    if not chinese:
        yen = "CNY" if _RENMINBI.search(text) else "JPY"
        return Context(False, "CNY", {"en-hk": "HKD", "en-tw": "TWD"}.get(tag, "USD"), yen)
    if tag.endswith(("-hk", "-mo")):
        return Context(True, "HKD" if tag.endswith("hk") else "MOP", "HKD", "CNY")
    if tag.endswith("-tw"):
        return Context(True, "TWD", "TWD", "CNY")
    traditional = "hant" in tag
    if not tag or tag == "zh":
        traditional = len(_TRADITIONAL.findall(text[:4000])) > len(_SIMPLIFIED.findall(text[:4000]))
    if not traditional:
        return Context(True, "CNY", "USD", "CNY")
    counts = {
        code: len(sign.findall(text)) for code, sign in (("HKD", _HONG_KONG), ("TWD", _TAIWAN), ("CNY", _MAINLAND))
    }
    best = max(counts, key=lambda code: counts[code])
    clear = counts[best] > 0 and sorted(counts.values())[-2] < counts[best]
    return Context(True, best if clear else "元", "USD", "CNY")
