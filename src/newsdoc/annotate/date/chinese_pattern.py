"""What Chinese dates look like, as patterns; chinese.py says what they mean.

Typesetting may leave up to two spaces or line ends between any two parts (2月 20日). Every repeat is bounded, so that a
match costs no more than a constant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdoc.annotate.date.digits import FIGURES, HAN
from newsdoc.annotate.date.words import chinese, either

if TYPE_CHECKING:
    from newsdoc.lexicon import Lexicon

SPACE = r"\s{0,2}"
DIGIT = "[〇零○Ｏ一二三四五六七八九]"
COUNTED = "[一二三四五六七八九]"
NUMBER = f"(?:{FIGURES}{{1,2}}(?!{FIGURES})|{HAN}{{1,3}})"
LASTING = re.compile("(?:一连|一連|连续|連續|为期|為期|历时|歷時|长达|長達|持续|持續|前后|前後|足足|短短)$")
"""What stands before 三日 where it is a length of time."""
RANGE = r"(?:至|到|—{1,2}|–|－|-{1,2}|~|～|−|―|─)"
LIST = r"(?:、|，|,|和|及|与|與|或)"
DAY_UNIT = "[日号號]"


def _shared(unit: str, number: str = NUMBER) -> str:
    """The unit is left to the other end of the range or list (20至24日, 7、8月)."""
    return f"(?={SPACE}(?:{RANGE}|、){SPACE}{number}(?:、{number}){{0,3}}{SPACE}{unit})"


def _year(words: dict[str, str]) -> str:
    return rf"""
    (?: (?P<bc> 公元前 | 西元前 | 纪元前 | 紀元前 | 前(?={FIGURES}{{3}}) ) {SPACE}
      (?P<bc_year> {FIGURES}{{1,4}} | {HAN}{{1,5}} ) {SPACE} 年
    | (?P<roc> (?:中華|中华)? (?:民国|民國) ) {SPACE}
      (?P<roc_year> 元 | {FIGURES}{{1,3}} | 一百{HAN}{{0,4}} | {HAN}{{1,4}} ) {SPACE} 年 (?:度)?
    | (?P<era> 公元 | 西元 | 纪元 | 紀元 )? {SPACE}
      (?P<year> [12１２]{FIGURES}{{3}} | [一二]{DIGIT}{{3}} | [二两兩]千{HAN}{{0,4}}
        | {FIGURES}{{2,3}} | {DIGIT}{{2,3}} )
      (?!{FIGURES}|{DIGIT})
      {SPACE} (?: 年 (?:度)? | (?<=(?:19|20)[0-9]{{2}}) (?<![共出达達约約近超了计計][0-9]{{4}}) (?=[版款])
        | {_shared("年", f"(?:[12１２]{FIGURES}{{3}}|{FIGURES}{{2}}|[一二]?{DIGIT}{{3}})")} )
    | (?P<relative_year> {words["relative-year"]} )
    | (?P<open_year> {words["open-year"]} | {words["every-year"]} )
    )"""


def _part(words: dict[str, str]) -> str:
    return rf"""
    (?: (?P<half> [上下前后後] ) 半年
    | (?P<shift_half> [上下] ) [个個] 半年
    | (?P<half_of_month> [上下] ) 半月
    | 前 {SPACE} (?P<first_quarters> [两二兩三23２３] ) {SPACE} 个?個? {SPACE} 季度?
    | 第? {SPACE} (?P<quarter> [一二三四1-4１-４首末] ) {SPACE}
      (?: 季度 | 季(?![节節风風]) | {_shared("季度", "[一二三四1-4]")} )
    | [QqＱ] {SPACE} (?P<q> [1-4１-４] ) (?!{FIGURES}) (?: 季度 )?
    | (?P<shift_quarter> [上下本这這] ) 个?個?季度?(?=度|[\W]|$)度?
    | (?P<edge> 前 | 首 | 后 | 後 | 最后 ) {SPACE}
      (?P<edge_months> {NUMBER} | [两兩几] )? {SPACE} 个?個? {SPACE} 月 (?!底|初|末)
    | 第 {SPACE} (?P<nth_month> {NUMBER} ) {SPACE} [个個] {SPACE} 月
    | (?P<season> {words["season"]} ) (?P<season_unit> [季天日] )?
    | (?P<year_part> 年? {SPACE} (?: 初(?!{COUNTED}) | 年?底 | 年?末(?!代) | 年终 | 年終 | 年中 ) )
    )"""


def _month(words: dict[str, str]) -> str:
    return rf"""
    (?: (?P<leap> [闰閏] )? (?P<month> {NUMBER} | 元 ) {SPACE} (?: 月 (?:份)? | {_shared("月")} )
    | (?P<lunar_month> {words["lunar-month"]} )
    | (?P<shift_month> [上下]{{1,2}} 一? [个個]? | 本 | 这[个一]? | 這[個一]? | 今[个個] | 当前 ) 月 (?:份)?
    | (?P<open_month> {words["open-month"]} | {words["every-month"]} )
    | (?P<month_edge> 月[初底末] )
    )
    (?: {SPACE} (?:的)? (?P<third> 上中旬 | 中下旬 | [上中下]旬 | 初(?!{HAN}) | 末 | 底 | 中(?=[\W旬]|$) )
    | {SPACE} (?P<half_month> [上下前后後] ) 半月
    | {SPACE} 前 {SPACE} (?P<first_days> {NUMBER} ) {SPACE} [天日]
    | {SPACE} 的? (?: 第 {SPACE} (?P<nth> {NUMBER} ) | (?P<nth_last> 最后一 | 最後一 ) ) {SPACE} [个個]
      (?: [周週] | 星期 | 礼拜 | 禮拜 ) (?P<nth_weekday> [一二三四五六日天] )
    )?"""


def _day() -> str:
    return rf"""
    (?: (?P<day> {NUMBER} ) {SPACE} (?: {DAY_UNIT} | {_shared(DAY_UNIT)} )
    | (?P<lunar_day> 初 (?: 十 | {COUNTED} ) | 廿{COUNTED}? | 卅 | [二三]?十{COUNTED}?
      | {COUNTED}(?![{HAN[1:-1]}个個万萬亿億百千半多年月日天周週%％])
      | {FIGURES}{{1,2}}(?=[\s，。、；,;）)」”]|$) )
    )"""


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of a lexicon."""

    date: re.Pattern[str]
    century: re.Pattern[str]
    day: re.Pattern[str]
    week: re.Pattern[str]
    ago: re.Pattern[str]
    trap: re.Pattern[str]


CENTURY = rf"""
    (?: (?: (?: 公元 | 西元 )? (?P<century> {NUMBER} ) | (?P<shift_century> 上个?個? | 本 ) ) {SPACE} 世[纪紀]
        (?: {SPACE} (?: (?P<decade> [1-9０-９] ) [0０] | (?P<decades> {COUNTED}{{1,2}} ) 十 ) {SPACE} 年代 )?
    | (?P<whole_decade> [12][0-9]{{2}}0 | [一二]{DIGIT}{{3}} ) {SPACE} 年代
    | (?: (?P<bare_decade> [1-9] ) 0 | (?P<bare_decades> {COUNTED}{{1,2}} ) [十零〇] ) {SPACE} 年代
    )
    (?: {SPACE} (?P<part> 初期? | 早期 | 前期 | 中叶 | 中葉 | 中期 | 中后期 | 末期? | 后期 | 後期 | 晚期 ) )?
"""

WEEK = rf"""
    (?: (?P<shift> [上下]{{1,3}} 一? [个個]? | 本 | 这[个一]? | 這[個一]? | 今[个個]? ) {SPACE} )?
    (?: [周週] | 星期 | 礼拜 | 禮拜 ) (?: (?:的)? (?: [周週] | 星期 | 礼拜 | 禮拜 ) (?=[一二三四五六日天]) )?
    (?: (?P<weekday> [一二三四五六日天] ) | (?P<weekend> 末 ) )?
"""

AGO = rf"""
    (?P<count> {FIGURES}{{1,2}} | {HAN}{{1,3}} | [两兩半] )
    (?P<some> [几幾多余餘] )? {SPACE} (?P<half> [个個]?半 )? [个個]? {SPACE} (?P<many> 多 )?
    (?P<unit> 年 | 月 | 季度 | 天 | 周(?!年) | 週(?!年) | 星期 | 礼拜 | 禮拜 ) (?P<half_after> 半 )?
    {SPACE} (?: 以|之 )? (?P<side> [前后後] ) (?! {HAN}|天|年|[来來] )
"""

SHORT_DAY = (
    rf"{SPACE} [（(] {SPACE} (?P<short_number> {NUMBER} ) {SPACE} [日號号]? {SPACE} [）)] {SPACE} [日天晚早晨午夜]?"
)
PAIR = r"(?P<pair> 今明 | 去今 | 前去 | 昨今 | 明后 | 明後 ) (?:两|兩|二)? (?P<pair_unit> 年 | 天 | 日 )"


@lru_cache(maxsize=32)
def patterns(lexicon: Lexicon) -> Patterns:
    """The patterns with the words of a lexicon in them."""
    kinds = ("relative-year", "open-year", "every-year", "season", "lunar-month", "open-month", "every-month")
    words = {kind: either(chinese(lexicon, kind)) for kind in kinds}
    lunar = either(chinese(lexicon, "lunar-calendar"))
    date = rf"""
        (?: (?P<lunar> {lunar} ) {SPACE} )?
        (?: {_year(words)} (?: {SPACE} 的(?=第|{NUMBER}{SPACE}月) )? )?
        (?: {SPACE} (?P<lunar_too> {lunar} ) )?
        (?: {SPACE} {_part(words)} | (?: {SPACE} {_month(words)} )? (?: {SPACE} {_day()} )? )
    """
    short, short_year = either(chinese(lexicon, "short-day")), either(chinese(lexicon, "short-year"))
    day = rf"""
        (?P<short> {short} ) {SHORT_DAY} | {PAIR} | (?P<short_year> {short_year} ) (?P<season> {words["season"]} )
        | (?P<word> {either(chinese(lexicon, "relative-day"))} )
    """
    flags = re.VERBOSE
    return Patterns(
        re.compile(date, flags),
        re.compile(CENTURY, flags),
        re.compile(day, flags),
        re.compile(WEEK, flags),
        re.compile(AGO, flags),
        re.compile(either(chinese(lexicon, "trap"))),
    )
