"""The signs that Chinese numerals are written with: digits, small units, large units, marks.

Everyday, traditional and financial forms (GB/T 15835, 大写数字) stand side by side; the large units follow the 万进
(10^4) progression in use today, 万 亿 兆 京 垓 ... 极 (10^48).
"""

from __future__ import annotations

from types import MappingProxyType

DIGITS = MappingProxyType(
    {
        sign: value
        for value, signs in enumerate(
            (
                "零〇○",
                "一壹弌",
                "二贰貳贰貮弍两兩俩倆",
                "三叁參叄参弎仨",
                "四肆",
                "五伍",
                "六陆陸",
                "七柒",
                "八捌",
                "九玖",
            )
        )
        for sign in signs
    }
)
"""Sign -> value of one digit."""

SMALL = MappingProxyType({"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000})
"""Units inside a group of four."""

TENS = MappingProxyType({"廿": "2", "卄": "2", "卅": "3", "卌": "4"})
"""Contracted tens: 廿 is 二十."""

LARGE = MappingProxyType(
    {
        sign: 10 ** (4 * power)
        for power, signs in enumerate(
            ("万萬", "亿億", "兆", "京", "垓", "秭", "穰", "沟溝", "涧澗", "正", "载載", "极極"), 1
        )
        for sign in signs
    }
)
"""Units of ten thousand and up. 兆 is 10^12 here; as the prefix mega it belongs to a unit, not to a numeral."""

FINANCIAL = "零壹贰叁肆伍陆柒捌玖"
FINANCIAL_HANT = "零壹貳參肆伍陸柒捌玖"

DIGIT_CLASS = "".join(DIGITS)
"""Characters for a regex class: one digit in Chinese."""

SMALL_CLASS = "".join(SMALL) + "".join(TENS)
LARGE_CLASS = "万萬亿億兆京垓秭穰"
"""Large units that no everyday word holds; 正, 载 and 极 count in parse_number alone."""

NUMERAL_CLASS = DIGIT_CLASS + SMALL_CLASS + LARGE_CLASS
"""Every character that a Chinese numeral in running text may hold, for a regex class (no marks, no Arabic digits)."""

WIDE = MappingProxyType(
    {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
    | {
        ord(wide): plain
        for wide, plain in zip("．，％＋－−／＄：（）＃＆～〜＜＞＝", ".,%+--/$:()#&~~<>=", strict=True)
    }
)
"""str.translate table: full-width digits, letters and marks as ASCII, one character for one."""
