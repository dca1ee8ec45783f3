"""Pairs of sentences and what the check says of them: the source, the translation, the findings, why."""

from __future__ import annotations

from fractions import Fraction

import pytest

from newsdoc import check_figures

RIGHT = [
    ("全市工业总产值达4622.5亿元。", "Industrial output reached 462.25 billion yuan.", "scale words"),
    ("全市工業總產值達4622.5億元。", "Industrial output reached 462.25 billion yuan.", "traditional signs"),
    ("Output reached 462.25 billion yuan.", "总产值达4622.5亿元。", "the other direction"),
    ("接待游客462.25万人。", "It welcomed 4.62 million visitors.", "rounded to the place that is stated"),
    ("接待游客462.25万人。", "It welcomed 4.6 million visitors.", "rounded further"),
    ("接待游客462.25万人。", "It welcomed 4,622,500 visitors.", "full digits"),
    ("累计83126例。", "A total of about 83,130 cases.", "about"),
    ("员工3000多万。", "It has 32 million employees.", "within the bounds of 多"),
    ("五十余名代表", "58 delegates", "within the bounds of 余"),
    ("近30万吨", "nearly 300,000 tonnes", "modifier"),
    ("数以万计的游客", "tens of thousands of visitors", "an order of magnitude"),
    ("几十万人上街", "Hundreds of thousands took to the streets", "an order of magnitude"),
    ("订单达50万份。", "Orders reached half a million.", "half a million"),
    ("同比增长三成", "up 30 percent on the year", "成"),
    ("商品打八折", "goods at a discount of 20 percent", "折 says what is left"),
    ("销量增长1倍", "sales doubled", "growth by one time is twice"),
    ("产值翻了一番", "output doubled", "番"),
    ("一半的受访者", "50 percent of respondents", "a share"),
    ("每4户中有3户", "three out of every four households", "a share by its parts"),
    ("占地60亩", "covering 4 hectares", "mu to hectares"),
    ("重30斤", "weighing 15 kilograms", "jin to kilograms"),
    ("每斤3.5元", "7 yuan per kilogram", "the rate converted"),
    ("全长350公里", "about 217 miles long", "kilometres to miles, rounded"),
    ("时速145公里", "at 145 kph", "the rate in a word"),
    ("约一个半小时", "about 90 minutes", "hours to minutes"),
    ("每半年一次", "once every six months", "half a year"),
    ("气温达40摄氏度", "temperatures hit 104 degrees Fahrenheit", "Celsius to Fahrenheit"),
    ("费用2.5亿至3亿元", "a cost of 250 to 300 million yuan", "a range that shares its scale"),
    ("费用2.5亿至3亿元", "a cost of 270 million yuan", "within a range"),
    ("预计有150至200亿", "an estimated 15 to 20 billion", "a range that shares its scale"),
    ("走了五六百米", "walked about 500 meters", "one end of a rough range"),
    ("投资20亿元。", "an investment of 2 billion yuan (about $280 million).", "a gloss in brackets"),
    ("An outlay of $1.2 billion, or 8.6 billion yuan.", "耗资86亿元。", "a gloss after or"),
    ("两国举行第三轮会谈。", "Both countries held a third round of talks.", "words for small numbers"),
    ("今年是建校80周年。", "This year is the school's 80th anniversary.", "an ordinal for a count"),
    ("一架波音737载有132人。", "A Boeing 737 was carrying 132 people.", "a code"),
    ("使用5G和COVID-19数据", "using 5G and COVID-19 data", "codes"),
    ("卖出32万辆", "sold 3.2 lakh cars", "lakh"),
    ("拨款4.5亿卢比", "a grant of 45 crore rupees", "crore"),
    ("记者26日获悉，共有40人参加。", "Reporters learned that 40 people took part.", "a dropped day"),
    ("7月26日电", "July 26, 2020", "an added year"),
    ("会议25日开幕", "The meeting opened on July 25", "an added month"),
    ("截至21时", "as of 9 p.m.", "the clock"),
    ("20时30分开始", "It starts at 8:30 p.m.", "the clock with minutes"),
    ("截至24时", "as of midnight", "the end of the day"),
    ("前5个月出口下降", "exports fell over the past 5 months", "a period as a figure"),
    ("上世纪90年代", "in the 1990s", "a decade without its century"),
    ("民國112年7月1日", "July 1, 2023", "the calendar of the Republic"),
    ("一例病例在上海", "one case in Shanghai", "one"),
    ("2023年上半年", "in the first half of 2023", "a half says no month"),
]

WRONG = [
    ("产值4622.5亿元。", "Output was 46.225 billion yuan.", "mis_scaled", "high", "1/10", "a tenth"),
    ("接待462.25万人。", "It welcomed 462.25 million visitors.", "mis_scaled", "high", "100", "digits copied"),
    ("投入34亿元。", "It spent thirty-four million yuan.", "mis_scaled", "high", "1/100", "in words"),
    ("卖出3.2万辆", "sold 3.2 lakh cars", "mis_scaled", "high", "10", "lakh"),
    ("数百人上街", "Thousands took to the streets", "mis_scaled", "high", "10", "an order of magnitude"),
    ("追加数亿欧元", "a further billions of euros", "mis_scaled", "high", "10", "数亿 as billions"),
    ("费用25亿至30亿元", "a cost of 2.5 to 300 billion yuan", "mis_scaled", "high", "100", "one end of a range"),
    ("接待462.25万人。", "It welcomed 4.7 million visitors.", "changed", "high", "1880/1849", "rounded wrongly"),
    ("增长10.6%", "an increase of 12.6 percent", "changed", "high", "63/53", "a percentage"),
    ("费用25亿至30亿元", "a cost of 2.5 to 30 billion yuan", "mis_scaled", "high", "10", "an end beyond the other"),
    ("费用25亿至30亿元", "a cost of 2.9 to 3 billion yuan", "changed", "high", "29/25", "one end of a range"),
    ("占地1500亩", "covering 1,500 hectares", "changed", "high", "15", "the unit kept"),
    ("全长近2000公里", "nearly 2,000 miles long", "changed", "high", "201168/125000", "the unit kept, with nearly"),
    ("重1000多斤", "over 1,000 kilograms (500 kg)", "changed", "high", "2", "the right value stands behind it"),
    ("募资30亿元。", "It raised US$3 billion.", "changed", "high", None, "another currency"),
    ("气温达40℃", "temperatures hit 40 degrees Fahrenheit", "changed", "high", None, "another scale"),
    ("超过1万平方米", "more than 16,000 square meters", "changed", "high", "8/5", "the same modifier, another value"),
    ("公司成立于1998年3月。", "The company was founded in March 1989.", "changed", "high", None, "a year"),
    ("公司成立于1998年3月。", "The company was founded in May 1998.", "changed", "high", None, "a month"),
    ("会议6月26日开幕。", "The meeting opened on June 27.", "changed", "low", None, "a day"),
    ("会议26日开幕。", "The meeting opened on the 27th.", "changed", "low", None, "a day alone"),
    ("26日19时54分到达", "arriving at 19:20 on the 26th", "changed", "low", None, "a time"),
    ("上世纪90年代", "in the 1980s", "changed", "high", None, "a decade"),
    ("疏散3200人。", "People were evacuated.", "missing", "high", None, "three digits or more"),
    ("耗资5元。", "It cost money.", "missing", "high", None, "money"),
    ("救出9人。", "People were rescued.", "missing", "low", None, "a small count"),
    ("2018年以来", "Since that year", "missing", "low", None, "a year"),
    ("人员已疏散。", "3,200 people were evacuated.", "added", "high", None, "three digits or more"),
    ("人员已疏散。", "All 37 were evacuated.", "added", "low", None, "two digits"),
    ("一直如此。", "It has been so since 1997.", "added", "low", None, "a year"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "translation", "why"), RIGHT, ids=[f"{row[0]}: {row[2]}" for row in RIGHT])
def test_a_right_pair_is_passed_over_in_silence(source: str, translation: str, why: str) -> None:
    report = check_figures(source, translation)
    assert report.findings == (), why
    assert report.ok


@pytest.mark.parametrize(
    ("source", "translation", "kind", "severity", "ratio", "why"), WRONG, ids=[f"{row[0]}: {row[5]}" for row in WRONG]
)
def test_a_wrong_figure_is_told_with_its_kind(
    source: str, translation: str, kind: str, severity: str, ratio: str | None, why: str
) -> None:
    report = check_figures(source, translation)
    found = [(finding.kind, finding.severity, finding.ratio) for finding in report.findings]
    assert found == [(kind, severity, None if ratio is None else Fraction(ratio))], why
    assert report.ok == (severity == "low")
    finding = report.findings[0]
    assert (finding.source is None) == (kind == "added")
    assert (finding.translation is None) == (kind == "missing")
    assert finding.reason.endswith((".", ".)"))


def test_a_reason_is_a_sentence_for_a_translator() -> None:
    (finding,) = check_figures("接待462.25万人。", "It welcomed 46.2 million visitors.").findings
    assert finding.reason == (
        '"462.25万人" is 4,622,500, but "46.2 million" is 46,200,000: ten times too much. (万 is 10,000.)'
    )
    (finding,) = check_figures("占地1500亩", "covering 1,500 hectares").findings
    assert finding.reason == (
        '"1500亩" and "1,500 hectares" have the same number in different units: the number must be converted, '
        'or the unit kept. "1500亩" is 100 in the unit of the translation.'
    )


def test_figures_are_looked_for_in_the_neighbouring_sentences_only() -> None:
    fillers = ["河水退了。", "道路通了。", "学校开了门。", "商店也开了。", "大家都很高兴。"]
    english = ["The water has gone.", "The road is open.", "School is back.", "So are shops.", "All are happy."]
    moved_by_one = check_figures("".join(["来了45人。", *fillers]), " ".join([english[0], "45 came.", *english[1:]]))
    assert moved_by_one.findings == ()
    gone = check_figures("".join(["来了9人。", *fillers]), " ".join(["People came.", *english, "It was 9."]))
    assert [finding.kind for finding in gone.findings] == ["missing", "added"]
