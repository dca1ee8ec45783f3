"""Dates by kind of expression: text, what dates() reads in it, why. The reference is Tuesday, 21 March 2023."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsdoc import Lexicon, NewsdocError
from newsdoc.annotate.dates import dates

if TYPE_CHECKING:
    from pathlib import Path

REFERENCE = "2023-03-21"

CHINESE = [
    ("20日23时至次日6时封路", "20日23时至次日6时=2023-03-20T23:00:00/2023-03-21T06:00:00", "the next day is said"),
    ("6月上中旬", "6月上中旬=2023-06-01/2023-06-20", "two thirds of a month"),
    ("6月中下旬", "6月中下旬=2023-06-11/2023-06-30", "two thirds of a month"),
    ("昨日下午約4時", "昨日下午約4時=2023-03-20T16:00:00", "about an hour of a day"),
    ("一连三日的展销", "", "a length of time"),
    ("支付1940.01美元", "", "an amount is no month"),
    ("自112年1月1日起實施", "自112年1月1日起=2023-01-01/..", "a year of the Republic in a traditional text"),
    ("建成后年产值8亿元", "", "后 belongs to what is before it"),
    ("投产后年均增收", "", "后 belongs to what is before it"),
    ("后年竣工", "后年=2025", "the year after next"),
    ("开放时间为8:30-17:00", "8:30-17:00=XXXX-XX-XXT08:30:00/XXXX-XX-XXT17:00:00", "times in figures with an end"),
    ("航班21:00起飞", "21:00=XXXX-XX-XXT21:00:00", "a full hour is no score"),
    ("比分21:15", "", "a score"),
    ("2022年第四季、14日", "2022年第四季=2022-10/2022-12 14日=2023-03-14", "a quarter lends a day no month"),
    ("各校25日均已复课", "25日=2023-03-25", "a day with 均"),
    ("25日均线上涨", "", "a day with 均"),
    ("到2030年达峰", "2030年=2030", "a year"),
    ("1 9 9 7", "", "letter-spaced figures are no year"),
    ("消费报告（2020版）", "2020=2020", "an edition of a year; 版 is no part of the date"),
    ("2021款轿车", "2021=2021", "a model of a year"),
    ("12版", "", "a page"),
    ("全书共2000版", "", "so many pages"),
    ("第2020版", "", "a count of editions"),
    ("12020版", "", "no year within a figure"),
    ("二〇〇八年八月", "二〇〇八年八月=2008-08", "positional numerals"),
    ("一九四九年十月一日", "一九四九年十月一日=1949-10-01", "a full date in numerals"),
    ("两千零八年", "两千零八年=2008", "a counted year"),
    ("2011 年 7 月 1 日", "2011 年 7 月 1 日=2011-07-01", "spaces of typesetting"),
    ("4月 8日至\n 12日", "4月 8日至\n 12日=2023-04-08/2023-04-12", "a range broken by the line"),
    ("4月28日至5月3日", "4月28日至5月3日=2023-04-28/2023-05-03", "a range over two months"),
    ("12月28日至3日", "12月28日至3日=2022-12-28/2023-01-03", "the end lies in the next month"),
    ("15至17日", "15至17日=2023-03-15/2023-03-17", "the unit stands at the end only"),
    ("1—2月份", "1—2月份=2023-01/2023-02", "months"),
    ("11月至次年3月", "11月至次年3月=XXXX-11/XXXX-03", "the other end hangs on something that is not said"),
    ("2008—2012年", "2008—2012年=2008/2012", "years"),
    ("从2015年到2020年", "从2015年到2020年=2015/2020", "the preposition belongs to the range"),
    ("5、6月", "5、6月=2023-05/2023-06", "neighbours in a list are a range"),
    ("七八月份", "七八月份=2023-07/2023-08", "two digits side by side are two months"),
    ("5月3日、7日和9日", "5月3日=2023-05-03 7日=2023-05-07 9日=2023-05-09", "a list shares its month"),
    ("2019年5月、6月", "2019年5月=2019-05 6月=2019-06", "a list shares its year"),
    ("上世纪60年代初", "上世纪60年代初=1960/1963", "the early part of a decade is four years"),
    ("19世纪末", "19世纪末=1866/1899", "the late part of a century"),
    ("20世纪50年代", "20世纪50年代=195X", "a decade"),
    ("上世纪五六十年代", "上世纪五六十年代=195X/196X", "two decades"),
    ("18世纪", "18世纪=17XX", "a century"),
    ("2021年上半年", "2021年上半年=2021-01/2021-06", "a half"),
    ("去年四季度", "去年四季度=2022-10/2022-12", "a quarter"),
    ("前三季度", "前三季度=2022-01/2022-09", "the last that are over"),
    ("今年前4个月", "今年前4个月=2023-01/2023-04", "the first months"),
    ("2022年末", "2022年末=2022-12", "the end of a year is its last month"),
    ("明年初", "明年初=2024-01", "the beginning of a year is its first month"),
    ("5月上旬", "5月上旬=2023-05-01/2023-05-10", "ten days"),
    ("2024年2月下旬", "2024年2月下旬=2024-02-21/2024-02-29", "the last third ends with the month"),
    ("上月底", "上月底=2023-02-21/2023-02-28", "the end of a month"),
    ("2021年秋季", "2021年秋季=2021-23", "a season"),
    ("去冬今春", "去冬=2022-24 今春=2023-21", "seasons in two letters"),
    ("公元前770年", "公元前770年=-0769", "the year 0 is 1 BC"),
    ("公元79年", "公元79年=0079", "a year of the era"),
    ("民国二十六年七月七日", "民国二十六年七月七日=1937-07-07", "a year of the Republic"),
    ("民國元年", "民國元年=1912", "its first year"),
    ("正月十五", "正月十五=2023-02-05", "a lunar day"),
    ("腊月廿三", "腊月廿三=2023-01-14", "the nearest such day, of the lunar year 2022"),
    ("农历2020年闰四月初一", "农历2020年闰四月初一=2020-05-23", "a leap month"),
    ("农历八月", "农历八月=2022-08-27/2022-09-25", "a lunar month is an interval"),
    ("九月初九", "九月初九=2022-10-04", "the nearest"),
    ("昨天、今天和明天", "昨天=2023-03-20 今天=2023-03-21 明天=2023-03-22", "days from the reference"),
    ("大后天", "大后天=2023-03-24", "three days on"),
    ("今明两天", "今明两天=2023-03-21/2023-03-22", "two days in one word"),
    ("昨（20）日", "昨（20）日=2023-03-20", "the word and the number of the day"),
    ("上周五", "上周五=2023-03-17", "a day of last week"),
    ("下周一至周三", "下周一至周三=2023-03-27/2023-03-29", "the end is the first such day after the beginning"),
    ("本周", "本周=2023-03-20/2023-03-26", "a week is Monday to Sunday"),
    ("周四（23日）", "周四（23日）=2023-03-23", "a weekday and its date are one"),
    ("3月24日（星期五）", "3月24日（星期五）=2023-03-24", "a date and its weekday are one"),
    ("五年前", "五年前=2018", "as fine as the unit"),
    ("二十多年前", "二十多年前=1993/2003", "as wide as the wording"),
    ("10天后", "10天后=2023-03-31", "days are exact"),
    ("8月以来", "8月以来=2022-08/..", "what has gone on began in the past"),
    ("官员周四表示，", "周四=2023-03-16", "what has been said lies in the past"),
    ("将于周四公布", "周四=2023-03-23", "what is to come lies ahead"),
    ("4月1日起", "4月1日起=2023-04-01/..", "an open end"),
    ("自2016年以来", "自2016年以来=2016/..", "since"),
    ("2014年至今", "2014年至今=2014/..", "until now"),
    ("直到2008年", "直到2008年=../2008", "an open beginning"),
    ("3月1日9时30分", "3月1日9时30分=2023-03-01T09:30:00", "a time"),
    ("昨日下午3点半", "昨日下午3点半=2023-03-20T15:30:00", "a time of the afternoon"),
    ("3月1日0—24时", "3月1日0—24时=2023-03-01T00:00:00/2023-03-01T24:00:00", "a day by the clock"),
    ("3月1日8时至2日8时", "3月1日8时至2日8时=2023-03-01T08:00:00/2023-03-02T08:00:00", "the day of the end is said"),
    ("2月28日22时至4时", "2月28日22时至4时=2023-02-28T22:00:00/2023-03-01T04:00:00", "over midnight"),
    ("第二年5月", "第二年5月=XXXX-05", "the year hangs on another date and stays open"),
    ("每年4月23日", "每年4月23日=XXXX-04-23", "of every year, never of the nearest"),
    ("2月29日", "2月29日=2024-02-29", "the nearest year that has the day"),
]  # fmt: skip

NO_DATES = [
    "3年", "5天", "近三年", "过去两周", "10个月", "三五年", "2000多年", "1000年历史", "三次", "一周两次",
    "四周一片寂静", "周一围", "2月30日", "13月", "25时", "一日三餐", "3日游", "100日元", "5号楼", "神舟十五号",
    "长征五号", "G20", "5G", "95后", "十三五", "一带一路", "说明年轻人", "目前年产", "身上周围", "地下月台",
    "今日头条", "《明日之后》", "3.15晚会", "比分3:2", "737客机", "每天", "近日", "如今天气转暖", "先天后天",
    "当天", "次日", "第三季", "二百五十", "春晚", "国庆节", "13800138000",
]  # fmt: skip

ENGLISH = [
    ("The bridge will open on Friday.", "Friday=2023-03-24", "what is to come"),
    ("The route will be taken over on Saturday.", "Saturday=2023-03-25", "what is to come"),
    ("The board on Monday gave approval to a budget that would cut it.", "Monday=2023-03-20", "the vote is over"),
    ("Police said on Monday they would charge him.", "Monday=2023-03-20", "what was said is over, the deed to come"),
    ("市政府周一宣布，将投资建桥。", "周一=2023-03-20", "what was announced is over"),
    ("市政府周一宣布将投资建桥。", "周一=2023-03-20", "what was announced is over"),
    ("博览会将于周六对外开放。", "周六=2023-03-25", "what is to come"),
    ("主办方表示，周六将公布名单。", "周六=2023-03-25", "what is to come"),
    ("On Saturday, the museum will open its doors.", "Saturday=2023-03-25", "what is to come"),
    ("Output will be the lowest in 15 years.", "", "a record is no day to come"),
    ("the 2022/23 season", "2022/23=2022/2023", "a season over two years"),
    ("on Monday at 3 p.m. sharp", "Monday at 3 p.m.=2023-03-20T15:00:00", "the time after at"),
    ("on March 24 at noon", "March 24 at noon=2023-03-24T12:00:00", "noon"),
    ("2023-03-20T08:30:00Z", "2023-03-20T08:30:00Z=2023-03-20T08:30:00", "a time stamp"),
    ("open until Friday", "until Friday=../2023-03-24", "the end lies ahead"),
    ("at 9:36 a.m. (1336 GMT)", "9:36 a.m.=XXXX-XX-XXT09:36:00 1336=XXXX-XX-XXT13:36:00", "four figures before a zone"),
    ("About 33 1/3 percent", "", "a mixed fraction"),
    ("between 9 and 11 a.m.", "between 9 and 11 a.m.=XXXX-XX-XXT09:00:00/XXXX-XX-XXT11:00:00", "one half for both"),
    ("11 to 1 p.m.", "11 to 1 p.m.=XXXX-XX-XXT11:00:00/XXXX-XX-XXT13:00:00", "across noon"),
    ("at 7.30pm", "7.30pm=XXXX-XX-XXT19:30:00", "a stop between hour and minute"),
    ("8 o'clock", "8 o'clock=XXXX-XX-XXT08:00:00", "an hour by the clock"),
    ("18:45 GMT", "18:45=XXXX-XX-XXT18:45:00", "a zone behind"),
    ("open 20:30-21:30", "20:30-21:30=XXXX-XX-XXT20:30:00/XXXX-XX-XXT21:30:00", "a range of times"),
    ("On the afternoon of the 26th, snow fell.", "26th=2023-03-26", "the context says whether it is a date"),
    ("The 26th is the last day of the fair.", "26th=2023-03-26", "the context says whether it is a date"),
    ("The 26th is the largest group.", "", "the context says whether it is a date"),
    ("Costs rose 12 percent over 2018.", "2018=2018", "the context says whether it is a date"),
    ("growth over 2000 people", "", "the context says whether it is a date"),
    ("on Oct. 4, 2019,", "Oct. 4, 2019=2019-10-04", "the month first"),
    ("on 4 October 2019.", "4 October 2019=2019-10-04", "the day first"),
    ("the 4th of October", "the 4th of October=2022-10-04", "no year: the nearest is 168 days ago"),
    ("Friday, March 24", "Friday, March 24=2023-03-24", "a weekday and its date are one"),
    ("March 8-10, 2021", "March 8-10, 2021=2021-03-08/2021-03-10", "a range before its year"),
    ("from 8 to 10 March", "from 8 to 10 March=2023-03-08/2023-03-10", "the month stands at the end only"),
    ("Dec. 29 to Jan. 2", "Dec. 29 to Jan. 2=2022-12-29/2023-01-02", "over the new year"),
    ("March 15 and 16,", "March 15=2023-03-15 16=2023-03-16", "a list"),
    ("November-February 2017", "November-February 2017=2016-11/2017-02", "the November before"),
    ("the 1960s", "the 1960s=196X", "a decade"),
    ("the mid-1960s", "the mid-1960s=1964/1966", "the middle of a decade"),
    ("the 18th century", "the 18th century=17XX", "a century"),
    ("in the third quarter of 2021", "the third quarter of 2021=2021-07/2021-09", "a quarter"),
    ("the first half of this year", "the first half of this year=2023-01/2023-06", "a half"),
    ("in the first nine months of 2022", "the first nine months of 2022=2022-01/2022-09", "the first months"),
    ("in autumn 2021", "autumn 2021=2021-23", "a season"),
    ("in early March", "early March=2023-03-01/2023-03-10", "a third of a month"),
    ("by the end of 2024", "the end of 2024=2024-12", "the end of a year"),
    ("last year", "last year=2022", "relative"),
    ("last March", "last March=2022-03", "the latest March that is over"),
    ("next Friday", "next Friday=2023-03-31", "that of next week"),
    ("he said Friday that", "Friday=2023-03-17", "what was said lies in the past"),
    ("it will open on Friday", "Friday=2023-03-24", "what is to come lies ahead"),
    ("since Friday", "since Friday=2023-03-17/..", "what has gone on began in the past"),
    ("on Wednesday", "Wednesday=2023-03-22", "the nearest"),
    ("the day before yesterday", "the day before yesterday=2023-03-19", "three words for a day"),
    ("two weeks ago", "two weeks ago=2023-03-07", "weeks are exact"),
    ("10 years ago", "10 years ago=2013", "as fine as the unit"),
    ("three days after January 12", "three days after January 12=2023-01-15", "counted from another date"),
    ("the first Monday of April 2023", "the first Monday of April 2023=2023-04-03", "the nth weekday"),
    ("since 2015", "since 2015=2015/..", "an open end"),
    ("until 2020", "until 2020=../2020", "an open beginning"),
    ("at 6:40 a.m. on July 25, 2020", "6:40 a.m. on July 25, 2020=2020-07-25T06:40:00", "a time before its day"),
    ("in 44 BC", "44 BC=-0043", "before the common era"),
    ("nineteen eighty-four was", "nineteen eighty-four=1984", "the subject of a sentence"),
    ("in nineteen eighty-four", "nineteen eighty-four=1984", "a year in words"),
    ("the twenty-fifth of July", "the twenty-fifth of July=2023-07-25", "a day in words; the nearest year"),
    ("the 2020 election", "2020=2020", "a year before a noun"),
    ("It rose to 2020, from 1900 people", "2020=2020", "what is counted is no year"),
    ("2023-02-05T08:30", "2023-02-05T08:30=2023-02-05T08:30:00", "ISO 8601"),
]  # fmt: skip

NO_ENGLISH = [
    "the past three years", "the last two weeks", "in 2,000 villages", "2000 people", "May I ask", "It may rain.",
    "They march on.", "The sun rises, he sat.", "Black Friday", "Theresa May", "24/7", "9/11", "3-2", "3/4 of them",
    "a 737 MAX", "COVID-19", "12-year-old", "every second counts", "Feb. 30", "Tel: 000 111 82-2100", "$2019",
    "No. 2019", "Mondays", "the past decade",
]  # fmt: skip


def said(text: str, **options: object) -> str:
    return " ".join(f"{date.text}={date.edtf}" for date in dates(text, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "expected", "why"), CHINESE + ENGLISH)
def test_expression(text: str, expected: str, why: str) -> None:
    assert said(text, reference=REFERENCE) == expected, why


@pytest.mark.parametrize("text", NO_DATES + NO_ENGLISH)
def test_no_date(text: str) -> None:
    assert said(text, reference=REFERENCE) == ""


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("去年", "XXXX"),
        ("上月", "XXXX-XX"),
        ("昨天", "XXXX-XX-XX"),
        ("星期三", "XXXX-XX-XX"),
        ("5月6日", "XXXX-05-06"),
        ("5月6日至8日", "XXXX-05-06/XXXX-05-08"),
        ("7日", "XXXX-XX-07"),
        ("本周", "XXXX-XX-XX"),
        ("上半年", "XXXX-01/XXXX-06"),
        ("一季度", "XXXX-01/XXXX-03"),
        ("去年5月", "XXXX-05"),
        ("80年代", "XX8X"),
        ("05年3月", "XX05-03"),
        ("正月初一", "XXXX-XX-XX"),
        ("上世纪90年代", "XX9X"),
        ("last year", "XXXX"),
        ("next month", "XXXX-XX"),
        ("yesterday", "XXXX-XX-XX"),
        ("Nov. 27", "XXXX-11-27"),
        ("in the '90s", "XX9X"),
        ("15时30分", "XXXX-XX-XXT15:30:00"),
    ],
)
def test_without_a_reference_the_rest_stays_open(text: str, edtf: str) -> None:
    (date,) = dates(text)
    assert (date.edtf, date.resolved) == (edtf, False)


@pytest.mark.parametrize(
    ("text", "language", "edtf", "calendar"),
    [
        ("05/06/2023", "en-US", "2023-05-06", "gregorian"),
        ("05/06/2023", "en-GB", "2023-06-05", "gregorian"),
        ("25/06/2023", "en-US", "2023-06-25", "gregorian"),
        ("112年3月5日", "zh-TW", "2023-03-05", "roc"),
        ("112/03/05", "zh-Hant", "2023-03-05", "roc"),
        ("民國112年", "zh-Hant", "2023", "roc"),
        ("112年3月5日", "zh-Hans", "0112-03-05", "gregorian"),
        ("正月初一", "zh-Hans", "2023-01-22", "lunar"),
    ],
)
def test_language_and_calendar(text: str, language: str, edtf: str, calendar: str) -> None:
    (date,) = dates(text, reference=REFERENCE, language=language)
    assert (date.edtf, date.calendar) == (edtf, calendar)


def test_named_days_come_from_the_lexicon_only(tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    file.write_text(
        "[dates]\nkind\tvalue\tzh-Hans\ten\nnamed\t10-01\t国庆节\tNational Day\nnamed\t2021/2025\t十四五\t\n", "utf-8"
    )
    lexicon = Lexicon.load(file)
    text = "“十四五”期间，2024年国庆节。国庆节; National Day"
    found = [date.edtf for date in dates(text, reference=REFERENCE, lexicon=lexicon)]
    assert found == ["2021/2025", "2024-10-01", "2022-10-01", "2022-10-01"]
    assert dates(text, reference=REFERENCE)[0].text == "2024年"


def test_a_named_day_that_is_none_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    file.write_text("[dates]\nkind\tvalue\tzh-Hans\nnamed\t13-40\t国庆节\n", "utf-8")
    with pytest.raises(NewsdocError, match="12-25"):
        dates("国庆节", lexicon=Lexicon.load(file))


def test_an_own_trap_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    file.write_text("[dates]\nkind\tzh-Hans\ntrap\t今年夏天\n", "utf-8")
    assert said("《今年夏天》", reference=REFERENCE, lexicon=Lexicon.load(file)) == ""


def test_the_lunar_calendar_is_loaded_when_it_is_met() -> None:
    import subprocess
    import sys

    code = "import sys, newsdoc; newsdoc.dates('2023年5月'); print('borax' in str(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
