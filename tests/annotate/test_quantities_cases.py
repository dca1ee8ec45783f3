"""Quantities, one by one: sentence, what is found in it, why it is in the table."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from newsdoc import Lexicon, quantities
from newsdoc.annotate.quantities import quantities_beside

if TYPE_CHECKING:
    from pathlib import Path

    from newsdoc.model.annotation import Quantity

Row = tuple[str, str]


def said(item: Quantity) -> str:
    """A quantity in a line: text|kind|value or [low,high]|unit|modifier|per."""
    number = "" if item.value is None else str(item.value)
    if item.low is not None or item.high is not None:
        number += f"[{'' if item.low is None else item.low},{'' if item.high is None else item.high}]"
    return "|".join((item.text, item.kind, number, item.unit or "", item.modifier or "", item.per or "")).rstrip("|")


CHINESE: list[Row] = [
    ("更换1400余台中央空调", "1400余台|count|1400[1400,1500]|台|more"),
    ("以1:02:17的成绩夺冠", ""),
    ("13000000001%", "13000000001%|percent|13000000001|%"),
    ("增长13000000001%", "13000000001%|percent|13000000001|%"),
    ("1500至1600毫克", "1500至1600毫克|measure|[1500,1600]|mg"),
    ("13000000001张", "13000000001张|count|13000000001|张"),
    ("13812345678张三", ""),
    ("1940.01担", "1940.01担|measure|194001/100|担"),
    ("13000000001倍", "13000000001倍|multiple|13000000001|倍"),
    ("共有13000000001家企业", "13000000001家|count|13000000001|家"),
    ("拨打13812345678找人", ""),
    ("3多" + "亿" * 20, ""),
    ("惠及38万群众", "38万|number|380000"),
    ("赶着3群羊", "3群|count|3|群"),
    ("售出5万门票", "5万|number|50000"),
    ("产量13000000001公斤", "13000000001公斤|measure|13000000001|kg"),
    ("利率下调17个基本点", "17个基本点|percent|17/100|[pp]"),
    ("利差扩大30基点", "30基点|percent|3/10|[pp]"),
    ("热值为4300多兆焦", "4300多兆焦|measure|4300[4300,4400]|MJ|more"),
    ("装机300多兆瓦", "300多兆瓦|measure|300[300,400]|MW|more"),
    ("一块 10 便士硬币", "10 便士|money|1/10|GBP"),
    ("卖了3至5角", "3至5角|money|[3/10,1/2]|CNY"),
    ("占3至5成", "3至5成|percent|[30,50]|%"),
    ("温度降到4K", "4K|measure|4|K"),
    ("处 3万到 800 万的罚金", "3万到 800 万|number|[30000,8000000]"),
    ("将有 150-200亿设备接入", "150-200亿|number|[15000000000,20000000000]"),
    ("此后一年半的时间里", "一年半|measure|3/2|a"),
    # bounds that the wording implies
    ("全镇有460多户果农", "460多户|count|460[460,470]|户|more"),
    ("库存2万余吨", "2万余吨|measure|20000[20000,30000]|t|more"),
    ("十余种蔬菜", "十余种|count|10[10,20]|种|more"),
    ("来了二十几位专家", "二十几位|count|20[20,30]|位|more"),
    ("上千名学生", "上千名|count|1000[1000,]|名|more"),
    ("数百辆车", "数百辆|count|[100,1000]|辆"),
    ("花了几十万元", "几十万元|money|[100000,1000000]|CNY"),
    ("增长3倍多", "3倍多|multiple|3[3,4]|倍|more"),
    ("逾80万人次", "逾80万人次|count|800000[800000,]|人次|more"),
    ("不到20%", "不到20%|percent|20[,20]|%|less"),
    ("近40公里", "近40公里|measure|40[,40]|km|nearly"),
    ("7天以上", "7天以上|measure|7[7,]|d|at_least"),
    ("3万元以下", "3万元以下|money|30000[,30000]|CNY|at_most"),
    ("约6成", "约6成|percent|60|%|about"),
    ("大约四百人左右", "大约四百人左右|count|400|人|about"),
    # ranges
    ("合计1940.01吨", "1940.01吨|measure|194001/100|t"),
    ("年产1500至1600吨", "1500至1600吨|measure|[1500,1600]|t"),
    ("收购20万—25万吨", "20万—25万吨|measure|[200000,250000]|t"),
    ("投资30-45亿元", "30-45亿元|money|[3000000000,4500000000]|CNY"),
    ("两三百头羊", "两三百头|count|[200,300]|头"),
    ("七八公里外", "七八公里|measure|[7,8]|km"),
    ("一两百人", "一两百人|count|[100,200]|人"),
    ("过一两天", "一两天|measure|[1,2]|d"),
    ("一两银子", "一两|measure|1|两"),
    ("在五万到八万之间", "五万到八万之间|number|[50000,80000]"),
    ("四十五六岁", "四十五六岁|age|[45,46]|a"),
    ("百分之三到百分之五", "百分之三到百分之五|percent|[3,5]|%"),
    ("年龄在20和35岁之间", "20和35岁之间|age|[20,35]|a"),
    ("上涨2元至40元", "2元|money|2|CNY ; 40元|money|40|CNY"),
    # money
    ("共计45元3角2分", "45元3角2分|money|1133/25|CNY"),
    ("一斤四块五", "一斤|measure|1|斤 ; 四块五|money|9/2|CNY"),
    ("港币两千元", "港币两千元|money|2000|HKD"),
    ("新台币六百万元", "新台币六百万元|money|6000000|TWD"),
    ("达US$3亿", "US$3亿|money|300000000|USD"),
    ("收HK$600", "HK$600|money|600|HKD"),
    ("人民币约9亿元", "人民币约9亿元|money|900000000|CNY|about"),
    ("每吨4100元", "每吨4100元|money|4100|CNY||t"),
    ("4100元/吨", "4100元/吨|money|4100|CNY||t"),
    ("捐款壹仟贰佰元整", "捐款壹仟贰佰元整"[2:] + "|money|1200|CNY"),
    ("铺了200块砖", "200块|count|200|块"),
    # measures
    ("亩产1.2吨", "1.2吨|measure|6/5|t"),
    ("每公顷6吨", "每公顷6吨|measure|6|t/har"),
    ("时速每小时80公里", "每小时80公里|measure|80|km/h"),
    ("发电30兆瓦", "30兆瓦|measure|30|MW"),
    ("重4.5千克", "4.5千克|measure|9/2|kg"),
    ("三斤二两", "三斤二两|measure|16/5|斤"),
    ("身高一米七八", "一米七八|measure|89/50|m"),
    ("零下十五摄氏度", "零下十五摄氏度|measure|-15|Cel"),
    ("最高气温31度", "31度|measure|31|Cel"),
    ("转动90度", "90度|measure|90|deg"),
    ("华氏温度80度", "华氏温度80度|measure|80|[degF]"),
    ("历时三个半月", "三个半月|measure|7/2|mo"),
    ("两年半", "两年半|measure|5/2|a"),
    ("2小时40分", "2小时40分|measure|8/3|h"),
    ("时隔4年", "4年|measure|4|a"),
    # shares, multiples, ordinals, ages
    ("七成五的居民", "七成五|percent|75|%"),
    ("打七折", "七折|percent|70|%"),
    ("提高1.5个百分点", "1.5个百分点|percent|3/2|[pp]"),
    ("盐度35‰", "35‰|percent|35|[ppth]"),
    ("翻两番", "翻两番|multiple|4|倍"),
    ("占三分之二", "三分之二|number|2/3"),
    ("第十五届年会", "第十五届|ordinal|15|届"),
    ("排名第4", "第4|ordinal|4"),
    ("宝宝八个月大", "八个月大|age|8|mo"),
    ("23国代表", "23国|count|23|国"),
    ("在 近 6万 吨", "近 6万 吨|measure|60000[,60000]|t|nearly"),
    ("签证证件达３.５万本", "３.５万本|count|35000|本"),
    ("7个半项目", "7个半|count|15/2|个"),
    ("一点八二亿", "一点八二亿|number|182000000"),
    # parts of one measure, and members of a list
    ("走了两周、一小时20分", "两周|measure|2|wk ; 一小时20分|measure|4/3|h"),
    ("送来3公斤、2两", "3公斤|measure|3|kg ; 2两|measure|2|两"),
    ("半数以上的村民", "半数以上|number|1/2[1/2,]||at_least"),
    ("达到一两倍", "一两倍|multiple|[1,2]|倍"),
    ("播放量30万+次", "30万+次|count|300000[300000,]|次|at_least"),
    ("新增70+项服务", "70+项|count|70[70,]|项|at_least"),
    ("以10秒07夺冠", "10秒07|measure|1007/100|s"),
    ("花了3万来块", "3万来块|money|30000|CNY|about"),
    ("两度夺冠的她", "两度|count|2|度"),
    ("以10秒9夺冠", "10秒9|measure|109/10|s"),
    ("第3秒18帧", "第3秒|ordinal|3|秒"),
    # ages
    ("年满16周岁", "16周岁|age|16|a"),
    ("4至7周岁儿童", "4至7周岁|age|[4,7]|a"),
    ("三岁半的孩子", "三岁半|age|7/2|a"),
    ("年近五十的她", "近五十|age|50[,50]|a|nearly"),
    ("一位八旬老人", "八旬|age|80|a"),
    # 兆 is mega by its unit
    ("调到96.3兆赫", "96.3兆赫|measure|963/10|MHz"),
    ("电阻2兆欧", "2兆欧|measure|2|MOhm"),
    ("升级到300兆宽带", ""),
    # degrees of the globe, of the weather, and below and above zero
    ("位于北纬35度", "35度|measure|35|deg"),
    ("东经约110°", "约110°|measure|110|deg|about"),
    ("37度的高温", "37度|measure|37|Cel"),
    ("零下7到零上2摄氏度", "零下7到零上2摄氏度|measure|[-7,2]|Cel"),
    ("零下12至-4℃", "零下12至-4℃|measure|[-12,-4]|Cel"),
    ("一连三日的展销", "三日|measure|3|d"),
    ("北部高温约29度，中部33度", "约29度|measure|29|Cel|about ; 33度|measure|33|Cel"),
    ("占地300来平方米", "300来平方米|measure|300|m2|about"),
    ("上月用电420度", "420度|measure|420|kW.h"),
    # rates and points
    ("占四成半", "四成半|percent|45|%"),
    ("时速40公里/小时", "时速40公里/小时|measure|40|km/h"),
    ("时速约90公里", "时速约90公里|measure|90|km/h|about"),
    ("收益率上行12bp", "12bp|percent|3/25|[pp]"),
    ("门票HK$30至HK$45", "HK$30至HK$45|money|[30,45]|HKD"),
]
TRADITIONAL: list[Row] = [
    ("1兆歐元", "1兆歐元|money|1000000000000|EUR"),
    ("5兆歐電阻", "5兆歐|measure|5|MOhm"),
    ("面積約480方呎", "約480方呎|measure|480|[sft_i]|about"),
    ("逾三萬名市民", "逾三萬名|count|30000[30000,]|名|more"),
    ("卅五輛巴士", "卅五輛|count|35|辆"),
    ("二十餘萬噸", "二十餘萬噸|measure|200000[200000,300000]|t|more"),
    ("港幣三百萬元", "港幣三百萬元|money|3000000|HKD"),
    ("臺灣每戶補助六千元", "六千元|money|6000|TWD"),
    ("香港居民獲一萬元", "一萬元|money|10000|HKD"),
    ("售價三百元", "三百元|money|300|元"),
    ("兩點五個百分點", "兩點五個百分點|percent|5/2|[pp]"),
    ("個半鐘", "個半鐘|measure|3/2|h"),
    ("走了2公里、50公尺", "2公里|measure|2|km ; 50公尺|measure|50|m"),
    ("勝率4成5", "4成5|percent|45|%"),
    ("漲了7趴", "7趴|percent|7|%"),
    ("獲三分之二多數支持", "三分之二|number|2/3"),
    ("8兆赫的頻寬", "8兆赫|measure|8|MHz"),
]
ENGLISH: list[Row] = [
    ("It rained 2.6in in two days.", "2.6in|measure|13/5|[in_i] ; two days|measure|2|d"),
    ("Fares would go up to HK$31.20 in May.", "HK$31.20|money|156/5|HKD"),
    ("Up to 40 people may stay.", "Up to 40|count|40[,40]||at_most"),
    ("He stands 6ft 4in and plays guard.", "6ft 4in|measure|19/3|[ft_i]"),
    ("trading at 10 to 12 times next year's earnings", "10 to 12 times|multiple|[10,12]|倍"),
    ("up for a fifth straight month", "fifth|ordinal|5"),
    ("About 33 1/3 percent of it", "About 33 1/3 percent|percent|100/3|%|about"),
    (
        "It covers 400 sq km, 50 hectares and 20 acres.",
        "400 sq km|measure|400|km2 ; 50 hectares|measure|50|har ; 20 acres|measure|20|[acr_us]",
    ),
    ("They drove at 50 mph, 80 km/h.", "50 mph|measure|50|[mi_i]/h ; 80 km/h|measure|80|km/h"),
    ("He is 6 feet, 3 inches tall.", "6 feet, 3 inches|measure|25/4|[ft_i]"),
    ("a 5-foot-8-inch guard", "5-foot-8-inch|measure|17/3|[ft_i]"),
    ("She is 5'9\" tall.", "5'9\"|measure|23/4|[ft_i]"),
    ("for two years, six-month terms", "two years|measure|2|a ; six-month|measure|6|mo"),
    ("It fell to -12C overnight.", "-12C|measure|-12|Cel"),
    ("a risk of 1 in 2,000", "1 in 2,000|number|1/2000"),
    ("a spread of 40 bps", "40 bps|percent|2/5|[pp]"),
    ("up 6.5pc", "6.5pc|percent|13/2|%"),
    ("fewer than 70, at most 90", "fewer than 70|number|70[,70]||less ; at most 90|number|90[,90]||at_most"),
    ("as few as 30 people", "as few as 30|count|30[30,]||at_least"),
    ("a 40,000-seat arena", "40,000|count|40000"),
    ("from HK$12 to HK$18", "HK$12 to HK$18|money|[12,18]|HKD"),
    ("Sales were 6% over 2018 levels.", "6%|percent|6|%"),
    ("It costs 6 billon dollars.", "6 billon dollars|money|6000000000|USD"),
    ("2.4 million U.S. dollars", "2.4 million U.S. dollars|money|2400000|USD"),
    ("for more than three decades", "more than three decades|measure|30[30,]|a|more"),
    ("three to four decades", "three to four decades|measure|[30,40]|a"),
    ("10-15 cents each", "10-15 cents|money|[1/10,3/20]|USD"),
    ("25 to 30,000,000,000", "25|number|25 ; 30,000,000,000|number|30000000000"),
    ("five or six hundred meters", "five or six hundred meters|measure|[500,600]|m"),
    ("820kw of power", "820kw|measure|820|kW"),
    ("More than 70 miners were trapped", "More than 70|count|70[70,]||more"),
    ("nearly 4.5 million tonnes of grain", "nearly 4.5 million tonnes|measure|4500000[,4500000]|t|nearly"),
    ("tens of thousands of visitors", "tens of thousands|count|[10000,100000]"),
    ("between 6 and 8 percent", "between 6 and 8 percent|percent|[6,8]|%"),
    ("a $2.1-2.4 billion plan", "$2.1-2.4 billion|money|[2100000000,2400000000]|USD"),
    ("HK$3.4 million", "HK$3.4 million|money|3400000|HKD"),
    ("$4.5m", "$4.5m|money|4500000|USD"),
    ("€80 a month", "€80 a month|money|80|EUR||mo"),
    ("three dollars and twenty cents", "three dollars and twenty cents|money|16/5|USD"),
    ("90 km/h", "90 km/h|measure|90|km/h"),
    ("a 12-gallon tank", "12-gallon|measure|12|[gal_us]"),
    ("6 feet 1 inch", "6 feet 1 inch|measure|73/12|[ft_i]"),
    ("half an hour", "half an hour|measure|1/2|h"),
    ("two and a half years", "two and a half years|measure|5/2|a"),
    ("a 42-year-old teacher", "42-year-old|age|42|a"),
    ("aged 18 to 25", "aged 18 to 25|age|[18,25]|a"),
    ("68 degrees Fahrenheit", "68 degrees Fahrenheit|measure|68|[degF]"),
    ("turn 30 degrees", "30 degrees|measure|30|deg"),
    ("rates rose 25 basis points", "25 basis points|percent|1/4|[pp]"),
    ("output doubled", "doubled|multiple|2|倍"),
    ("two thirds of them", "two thirds|number|2/3"),
    ("the 34th session", "34th|ordinal|34"),
    ("500 or more", "500 or more|number|500[500,]||at_least"),
    ("up to 60 hours", "up to 60 hours|measure|60[,60]|h|at_most"),
    ("20-odd years", "20-odd years|measure|20[20,30]|a|more"),
    ("(-7%)", "-7%|percent|-7|%"),
]


@pytest.mark.parametrize(("text", "expected"), CHINESE, ids=[row[0] for row in CHINESE])
def test_simplified(text: str, expected: str) -> None:
    assert " ; ".join(map(said, quantities_beside(text, [], language="zh-Hans"))) == expected


@pytest.mark.parametrize(("text", "expected"), TRADITIONAL, ids=[row[0] for row in TRADITIONAL])
def test_traditional(text: str, expected: str) -> None:
    assert " ; ".join(map(said, quantities_beside(text, [], language="zh-Hant"))) == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=[row[0] for row in ENGLISH])
def test_english(text: str, expected: str) -> None:
    assert " ; ".join(map(said, quantities_beside(text, [], language="en"))) == expected


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("200元", "zh-Hans", "CNY"),
        ("200元", "zh-TW", "TWD"),
        ("200元", "zh-HK", "HKD"),
        ("$200", "en", "USD"),
        ("$200", "zh-HK", "HKD"),
        ("¥200", "zh-Hans", "CNY"),
        ("¥200", "en", "JPY"),
        ("the yuan fell to ¥7", "en", "CNY"),
    ],
)
def test_currency_by_place(text: str, language: str, unit: str) -> None:
    assert quantities(text, language=language)[-1].unit == unit


@pytest.mark.parametrize(
    ("text", "base", "unit"),
    [
        ("3亩", Fraction(2000), "m2"),
        ("4斤", Fraction(2), "kg"),
        ("2里", Fraction(1000), "m"),
        ("5公顷", Fraction(50000), "m2"),
        ("1英里", Fraction("1609.344"), "m"),
        ("36公里/小时", Fraction(10), "m/s"),
        ("每平方公里5吨", Fraction(1, 200), "kg/m2"),
    ],
)
def test_base_values_are_exact(text: str, base: Fraction, unit: str) -> None:
    [item] = quantities(text)
    assert (item.base_value, item.base_unit) == (base, unit)


def test_a_date_is_no_quantity() -> None:
    assert [item.text for item in quantities("2021年3月5日，历时12天")] == ["12天"]
    assert [item.text for item in quantities_beside("3天后，5人", [(0, 2)])] == ["5人"]


def test_a_user_adds_units_currencies_classifiers_and_names(tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    file.write_text(
        "[units]\ncode\tzh-Hans\tbase\tfactor\n垧\t垧\tm2\t10000\n[classifiers]\nzh-Hans\n扎\n"
        "[currencies]\ncode\tzh-Hans\nXAU\t金豆\n[names]\nkind\tzh-Hans\nidiom\t七台家\n",
        "utf-8",
    )
    lexicon = Lexicon.load(file)
    text = "七台家公司的3垧地、4扎啤酒和5金豆"
    found = [(item.text, item.unit) for item in quantities(text, lexicon=lexicon)]
    assert found == [("3垧", "垧"), ("4扎", "扎"), ("5金豆", "XAU")]
    assert [item.unit for item in quantities(text)] != [unit for _, unit in found]
