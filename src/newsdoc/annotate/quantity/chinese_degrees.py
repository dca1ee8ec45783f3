"""What 度 is a unit of: of the weather and the body degrees Celsius, of the globe and of slopes angles, of power kWh.

最高气温31度     Cel        北纬35度     deg        用电420度     kW.h
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.annotate.quantity.tables import Unit

if TYPE_CHECKING:
    from newsdoc.annotate.quantity.tables import Chinese

WEATHER = re.compile("温|溫|热|熱|冷|寒|烧|燒|[摄攝]氏")
_BEHIND = re.compile("[以之]?[上下]?的?(?:高温|高溫|低温|低溫|高烧|高燒|酷[暑热熱]|严寒|嚴寒)")
_FORECAST = re.compile("[气氣][温溫象]|[高低][温溫]|天[气氣]|降雨")
_ANGLE = re.compile(
    "(?:[东東西][经經]|[南北][纬緯]|[坡角倾傾仰斜]角?度?|[转轉]动?|[转轉]動|旋[转轉]|[视視]力?|近[视視])(?:约|約|达|達|为|為)?$"
)
_SOME = frozenset("一二三四五六七八九十两兩几幾数數")
_OFTEN = re.compile("[夺奪蝉蟬获獲开開入出当當连連问問登担擔率执執来來访訪被成获封空失赴]")
"""两度夺冠: 度 counts how often, where a verb follows."""
_POWER = re.compile("[用耗省节節发發]电|[用耗省節發]電|电[量费]|電[量費]")
_NEAR, _FAR = 14, 60
"""Characters before the figure in which a word tells."""


def degrees(text: str, start: int, end: int, unit: Unit, tables: Chinese) -> Unit:
    """The unit of the bare degrees whose figure begins at ``start`` and whose 度 ends at ``end``."""
    around = text[max(0, start - _NEAR) : start]
    if text[start] in _SOME and _OFTEN.match(text, end) and not WEATHER.search(around):
        return Unit("count", "度")
    if _ANGLE.search(around):
        return unit
    if _POWER.search(around):
        return tables.units["度电"]
    if (
        WEATHER.search(around)
        or text.startswith("零下", start)
        or _BEHIND.match(text, end)
        or _FORECAST.search(text, max(0, start - _FAR), start)
    ):
        return Unit("measure", "Cel")
    return unit
