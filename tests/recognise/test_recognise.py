"""What one line or text says of itself: tables of cases, each with what must be read from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recognise.readings import WORDS, check_byline

from newsdoc.recognise.byline import byline_at_end, read_byline
from newsdoc.recognise.caption import position_of
from newsdoc.recognise.credit import credit_at_end
from newsdoc.recognise.dateline import dateline_at_end, dateline_at_start
from newsdoc.recognise.furniture import furniture_at_end, is_furniture
from newsdoc.recognise.names import names_in

BYLINES = [
    ("□ 本报记者 陈力 于舟", [("reporter", "本报", "陈力 于舟")]),
    ("本报记者张川本报通讯员郜宁", [("reporter", "本报", "张川"), ("correspondent", "本报", "郜宁")]),
    (
        "記者 藍雨青 / 攝影 林書平 / 責任編輯 新聞中心 報導",
        [("reporter", None, "藍雨青"), ("photographer", None, "林書平"), ("editor", "新聞中心", "")],
    ),
    ("◎文/徐报融媒记者 王正 图/徐报融媒记者 陈岩", [("reporter", "徐报", "王正"), ("reporter", "徐报", "陈岩")]),
    ("大公報記者", [("reporter", "大公報", "")]),
    ("本报驻朝鲜记者 周然", [("reporter", "本报", "周然")]),
    ("作者 | 中青网记者 王林", [("reporter", "中青网", "王林")]),
    ("文／王小明", [("author", None, "王小明")]),
    ("記者高朗／台北報導", [("reporter", None, "高朗")]),
    ("■記者 朱文", [("reporter", None, "朱文")]),
    ("By LEE KA-MING and DAN HOLLIS", [("author", None, "LEE KA-MING DAN HOLLIS")]),
    ("By Mary Okafor, Jane Doyle and Grace Wong", [("author", None, "Mary Okafor Jane Doyle Grace Wong")]),
    ("By Jane Doe, Associated Press", [("author", "Associated Press", "Jane Doe")]),
    ("By Jane Doe, Staff Writer", [("reporter", None, "Jane Doe")]),
    ("By Jane Doe The Associated Press", [("author", "The Associated Press", "Jane Doe")]),
    ("By Our Correspondent", [("correspondent", None, "")]),
    ("Special Correspondent", [("correspondent", None, "")]),
    ("本报记者 章禾 林书平 文/图", [("reporter", "本报", "章禾 林书平")]),
    ("本报记者 章禾 文图", [("reporter", "本报", "章禾")]),
    ("本报记者 章禾 发自江州", [("reporter", "本报", "章禾")]),
    ("章禾/文 林书平/图", [("author", None, "章禾"), ("photographer", None, "林书平")]),
    ("本报记者 章禾/文 林书平/图", [("author", "本报", "章禾"), ("photographer", None, "林书平")]),
    (
        "江州報記者 章禾、葉文（文） 林書平（圖）",
        [("reporter", "江州報", "章禾 葉文"), ("photographer", None, "林書平")],
    ),
    ("章禾（文） 林书平（摄影）", [("author", None, "章禾"), ("photographer", None, "林书平")]),
    ("江经记者 章禾 江经通讯员 林书平", [("reporter", "江经", "章禾"), ("correspondent", "江经", "林书平")]),
    ("BBC记者 王小明", [("reporter", "BBC", "王小明")]),
    ("撰文：鄺小嵐　盧文", [("author", None, "鄺小嵐 盧文")]),
    ("通 讯 员 章 禾 林书平", [("correspondent", None, "章禾 林书平")]),
    (
        "江州报记者 章小禾 实习生 林平 编辑 葛文 校对 苏岚",
        [
            ("reporter", "江州报", "章小禾"),
            ("intern", None, "林平"),
            ("editor", None, "葛文"),
            ("proofreader", None, "苏岚"),
        ],
    ),
    ("新华社“新华视点”记者章小禾、林平", [("reporter", "新华社", "章小禾 林平")]),
    ("编辑 章小禾", [("editor", None, "章小禾")]),
    ("报道：章小禾", [("reporter", None, "章小禾")]),
    ("中青报·中青网记者 章小禾", [("reporter", "中青报·中青网", "章小禾")]),
    ("江州晚报/江新闻记者 章小禾", [("reporter", "江州晚报/江新闻", "章小禾")]),
    (
        "采写/江州报记者 章小禾 实习生 林平 统筹/葛文",
        [("reporter", "江州报", "章小禾"), ("intern", None, "林平"), ("editor", None, "葛文")],
    ),
    ("章禾、林书平／台北報導", [("reporter", None, "章禾 林书平")]),
    ("本报评论员", [("commentator", "本报", "")]),
    ("全媒体记者 章禾/文 林书平/摄", [("author", None, "章禾"), ("photographer", None, "林书平")]),
]


@pytest.mark.parametrize(("line", "expected"), BYLINES, ids=[row[0] for row in BYLINES])
def test_bylines(line: str, expected: list[tuple[str, str | None, str]]) -> None:
    check_byline(line, expected)


@pytest.mark.parametrize(
    "line",
    [
        "记者在采访中发现",
        "記者直擊",
        "记者从市商务局了解到",
        "By the end of the day",
        "通讯员队伍不断壮大",
        "编辑部的故事",
        "摄影展开幕",
        "江州联合社理事长给记者翻开账本：",
        "江州晚报讯 记者章禾、通讯",
    ],
)
def test_no_bylines(line: str) -> None:
    assert read_byline(line, WORDS) is None


TAILS = [
    ("完。（編輯：管仲）1140424", [("editor", "管仲")]),
    ("完。（本报记者顾明、张帆、徐元）", [("reporter", "顾明 张帆 徐元")]),
    ("完。（譯者：施乃文／核稿：陳家明）1131013", [("translator", "施乃文"), ("editor", "陳家明")]),
    ("完。（记者/简文 通讯员/罗江）", [("reporter", "简文"), ("correspondent", "罗江")]),
    (
        "Done. (Reporting by Jane Doe and Li Wei; Editing by Bob Stone)",
        [("reporter", "Jane Doe Li Wei"), ("editor", "Bob Stone")],
    ),
    ("增收了。（邵华 余味）", [("author", "邵华 余味")]),
]


@pytest.mark.parametrize(("text", "expected"), TAILS, ids=[row[0] for row in TAILS])
def test_bylines_at_the_end(text: str, expected: list[tuple[str, str]]) -> None:
    readings = byline_at_end(text, WORDS)
    assert readings is not None
    assert [(r.kind, " ".join(r.people)) for r in readings] == expected
    assert readings[-1].end == len(text)


@pytest.mark.parametrize("text", ["好。（见图）", "他说（笑）", "No one (yet)."])
def test_no_bylines_at_the_end(text: str) -> None:
    assert byline_at_end(text, WORDS) is None


CREDITS = [
    ("牧民在打草。　　苏和巴雅尔　摄", 6, None, None, "苏和巴雅尔"),
    ("巡山。（圖／記者章禾翻攝）", 3, "staff", None, "章禾"),
    ("章禾和林书平 摄", 0, None, None, "章禾 林书平"),
    ("新华社记者 林书平摄", 0, "agency", "新华社", "林书平"),
    ("货车通关。本报记者 于舟摄", 5, "staff", "本报", "于舟"),
    ("领取稻种。实习生 章禾摄", 5, "staff", None, "章禾"),
    ("拔得頭籌。（台北勇士隊提供）中央社記者黃若雲傳真 114年4月24日", 5, "supplied", "台北勇士隊", ""),
    ("湧入救災。（圖／RT）", 5, None, "RT", ""),
    ("X。（圖／聯合報系資料照）", 2, "archive", "聯合報系", ""),
    ("大公報記者何嘉、麥田攝", 0, "staff", "大公報", "何嘉 麥田"),
    ("小麦。新华社发（陈颖 摄）", 3, "agency", "新华社", "陈颖"),
    ("（新华社发）", 0, "agency", "新华社", ""),
    ("沈 果摄（人民视觉）", 0, "agency", "人民视觉", "沈果"),
    ("司 伟 董自军摄影报道（人民视觉）", 0, "agency", "人民视觉", "司伟 董自军"),
    ("受访者供图", 0, "supplied", "受访者", ""),
    ("（杜若提供）", 0, "supplied", None, "杜若"),
    ("资料图片", 0, "archive", None, ""),
    ("图片来源：受访者供图", 0, "supplied", "受访者", ""),
    ("（湖北日报全媒记者 张鸿 通讯员 谢丹 摄）", 0, "staff", "湖北日报", "张鸿 谢丹"),
    ("記者程華／攝影", 0, "staff", None, "程華"),
    ("東南網 海燕攝", 0, None, "東南網", "海燕"),
    ("拆除地桩 图据江州区综合执法局", 5, None, "江州区综合执法局", ""),
    ("闖進民宅。（圖／翻攝自臉書社團）", 5, None, "臉書社團", ""),
    ("效果圖。（市政署圖片）", 4, None, "市政署", ""),
    ("车间。图片来源：云岭锂材", 3, None, "云岭锂材", ""),
    ("检查管道。奥蒂诺摄（影像中国）", 5, "agency", "影像中国", "奥蒂诺"),
    ("摄影/江州报记者 章小禾", 0, "staff", "江州报", "章小禾"),
    ("制图：章小禾", 0, None, None, "章小禾"),
    ("攀爬入户。通讯员供图", 5, "supplied", "通讯员", ""),
    ("水壓測試。中央社記者章小禾柏林攝 114年9月12日", 5, "agency", "中央社", "章小禾"),
    ("雜草叢生。（資料照，記者章小禾攝）", 5, "archive", None, "章小禾"),
    ("检查仪表。以上图片均为本报记者章小禾摄", 5, "staff", "本报", "章小禾"),
    ("更換木柱（本報記者攝）", 4, "staff", "本報", ""),
    ("一捏就碎。（江州市文化局提供／林書平江州傳真）", 5, "supplied", "江州市文化局", ""),
    ("編織作品。（山林學堂提供）", 5, "supplied", "山林學堂", ""),
    ("水庫在放水（總台記者章小禾拍攝）", 5, "staff", "總台", "章小禾"),
    ("This. (AP Photo/Lee Ka Ming)", 6, "agency", "AP", "Lee Ka Ming"),
    ("on Monday. Photo: Jane Doe/HKFP.", 11, None, "HKFP", "Jane Doe"),
    ("x. File photo: Jane Doe.", 3, "archive", None, "Jane Doe"),
    ("x. REUTERS/Jane Doe", 3, "agency", "REUTERS", "Jane Doe"),
    ("x. (Photo by Jane Doe/Getty Images)", 3, "agency", "Getty Images", "Jane Doe"),
    ("X. Photo: Supplied.", 3, "supplied", None, ""),
]


@pytest.mark.parametrize(("text", "start", "kind", "affiliation", "people"), CREDITS, ids=[row[0] for row in CREDITS])
def test_credits(text: str, start: int, kind: str | None, affiliation: str | None, people: str) -> None:
    credit = credit_at_end(text, WORDS)
    assert credit is not None
    assert (credit.start, credit.kind, credit.affiliation, " ".join(credit.people)) == (
        start,
        kind,
        affiliation,
        people,
    )


@pytest.mark.parametrize(
    "text",
    [
        "他为企业提供图",
        "电力供应充足，供图",
        "这是新华社记者拍摄的照片",
        "他拍摄了这张图。",
        "She took a photo of him.",
        "企图",
    ],
)
def test_no_credits(text: str) -> None:
    assert credit_at_end(text, WORDS) is None


DATELINES = [
    ("新华社北京11月5日电（记者林岚、陆鸣）应邀", "应邀", "新华社", "北京", "11月5日", "林岚 陆鸣"),
    ("本报北京12月7日电 （记者王远）近日", "近日", "本报", "北京", "12月7日", "王远"),
    ("【江州网报道 记者 林禾】据", "据", "江州网", None, None, "林禾"),
    ("【环球时报驻德国特约记者 林禾】据", "据", "环球时报", None, None, "林禾"),
    ("【本報記者林禾報道】荃灣", "荃灣", "本報", None, None, "林禾"),
    ("2024-05-06 08:30 聯合報／ 記者柳溪／雲林即時報導", "", "聯合報", "雲林", None, "柳溪"),
    ("〔自由時報記者柳溪／台北報導〕北市", "北市", "自由時報", "台北", None, "柳溪"),
    ("（中央社記者黃若雲台北24日電）台灣", "台灣", "中央社", "台北", "24日", "黃若雲"),
    ("【明報專訊】樓齡", "樓齡", "明報", None, None, ""),
    ("本报讯（记者 裴力 实习生 张乐 报道）昨", "昨", "本报", None, None, "裴力 张乐"),
    ("羊城晚报讯 记者王某某报道：昨", "昨", "羊城晚报", None, None, "王某某"),
    ("【新华社重庆十四日电】国民", "国民", "新华社", "重庆", "十四日", ""),
    ("香港文匯報訊（記者 鄭祖）政府", "政府", "香港文匯報", None, None, "鄭祖"),
    ("（中央社台北24日綜合外電報導）美國", "美國", "中央社", "台北", "24日", ""),
    ("HONG KONG (AP) — Hong", "Hong", "AP", "HONG KONG", None, ""),
    ("BEIJING, Nov. 27 (Xinhua) -- China", "China", "Xinhua", "BEIJING", "Nov. 27", ""),
    ("NEW YORK — A", "A", None, "NEW YORK", None, ""),
    ("New Delhi, June 4 (PTI): The", "The", "PTI", "New Delhi", "June 4", ""),
    ("NEW DELHI, JUNE 4: The", "The", None, "NEW DELHI", "JUNE 4", ""),
    ("TAIPEI, June 4 (CNA) The", "The", "CNA", "TAIPEI", "June 4", ""),
    ("(CNN) — The", "The", "CNN", None, None, ""),
    ("JOHANNESBURG/NAIROBI (Reuters) - The", "The", "Reuters", "JOHANNESBURG/NAIROBI", None, ""),
    ("HANOI, 4 June 2024 – The", "The", None, "HANOI", "4 June 2024", ""),
    ("HONG KONG, June 4, 2024 /PRNewswire/ -- The", "The", "PRNewswire", "HONG KONG", "June 4, 2024", ""),
    ("央广网江州10月14日消息（记者章禾）江州", "江州", "央广网", "江州", "10月14日", "章禾"),
    ("新华财经北京10月14日电 今年", "今年", "新华财经", "北京", "10月14日", ""),
    ("（新加坡讯）当局", "当局", None, "新加坡", None, ""),
    ("（吉隆坡14日訊）當局", "當局", None, "吉隆坡", "14日", ""),
    ("【中央社／台北14日電】當局", "當局", "中央社", "台北", "14日", ""),
    ("【特訊】輕軌", "輕軌", None, None, None, ""),
    ("【大公報訊】記者章禾報道：當局", "當局", "大公報", None, None, "章禾"),
    ("央广网江州8月22日消息（总台记者章小禾 甘州台记者林平）今年", "今年", "央广网", "江州", "8月22日", "章小禾 林平"),
    ("（早报讯）小贩", "小贩", "早报", None, None, ""),
    ("中國時報 章小禾、林書平／台南報導 戲院", "戲院", "中國時報", "台南", None, "章小禾 林書平"),
    ("聯合報／ 記者章小禾／台北報導", "", "聯合報", "台北", None, "章小禾"),
    ("【香港文匯報訊】（記者 章小禾 深圳報道）校方", "校方", "香港文匯報", "深圳", None, "章小禾"),
    ("本报讯（融媒记者 章小禾 通讯员 林 平 文/图）今年", "今年", "本报", None, None, "章小禾 林平"),
    ("記者章禾／台北報導 台北市", "台北市", None, "台北", None, "章禾"),
]


@pytest.mark.parametrize(
    ("text", "rest", "agency", "place", "date", "people"), DATELINES, ids=[row[0] for row in DATELINES]
)
def test_datelines(text: str, rest: str, agency: str | None, place: str | None, date: str | None, people: str) -> None:
    line = dateline_at_start(text, WORDS)
    assert line is not None
    assert text[line.end :] == rest
    assert (line.agency, line.place, " ".join(line.people)) == (agency, place, people)
    assert (text[slice(*line.date)] if line.date else None) == date


@pytest.mark.parametrize(
    "text",
    [
        "新华社记者从北京获悉，",
        "本报记者昨日从",
        "（记者王小明）昨天",
        "US President — he",
        "本报电话已经开通",
        "电视台讯号中断",
        "Smith, June 4 (left), said",
        "(b) — The storm",
        "（新闻通讯）",
        "央视新闻10月14日报道，",
    ],
)
def test_no_datelines(text: str) -> None:
    assert dateline_at_start(text, WORDS) is None


def test_a_dateline_at_the_end() -> None:
    line = dateline_at_end("完。（新华社北京5月4日电）", WORDS)
    assert line is not None
    assert (line.start, line.agency, line.place) == (2, "新华社", "北京")


FURNITURE = [
    "第 30 页",
    "- 3 -",
    "12",
    "Page 3 of 4",
    "Page A2",
    "A7 要聞",
    "02 要闻",
    "第05版",
    "2025年11月28日 星期五",
    "2024年3月11日（星期一）",
    "中華民國111年11月14日 星期一",
    "2023年5月19日星期五要闻3",
    "《江海日报》（2024年6月18日 第 07 版）",
    "责编：贾文、刘某",
    "責任編輯：杜某",
    "发布时间：2024-05-01 10:00",
    "某某网>>频道>>新闻",
    "下转第2版",
    "（上接第一版）",
    "Related Stories",
    "相關新聞請見：",
    "Updated March 8, 2024, 6:15 a.m.",
    "October 17, 2024 4:12 PM GMT+8 Updated 2 hours ago",
    "See FERRY, Page A7",
    "Source: Xinhua",
    "THE HARBOR REVIEW  37",
    "B4 THE SUNDAY TIMES",
    "Page 12 The Herald",
    "05 新加坡",
    "编辑 王某 美编 李某",
    "广告",
    "3 min read",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    assert is_furniture(line, WORDS)


@pytest.mark.parametrize(
    "line",
    [
        "校对工作已经完成。",
        "12月3日",
        "来源可靠",
        "Published research shows that fish feel pain.",
        "2008年8月8日 奥运会开幕",
        "统筹发展和安全",
        "Updated rules take effect.",
        "B4 and after",
        "THE PLAN OF 37",
        "编辑 王某 说",
    ],
)
def test_no_furniture(line: str) -> None:
    assert not is_furniture(line, WORDS)


def test_furniture_behind_the_last_sentence() -> None:
    text = "工程年内完工。 【纠错】 【责任编辑:丁某】"
    start = furniture_at_end(text, WORDS)
    assert start is not None
    assert text[:start].strip() == "工程年内完工。"


@pytest.mark.parametrize(
    ("text", "word"),
    [("▲有街坊指摘", "▲"), ("左图：小院", "左图"), ("图①为现场", "图①"), ("图为码头", None), ("图书馆里", None)],
)
def test_positions(text: str, word: str | None) -> None:
    assert position_of(text) == word


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("陈 力 于 舟", "陈力 于舟"),
        ("张 胜 男", "张胜男"),
        ("欧阳修远、于舟", "欧阳修远 于舟"),
        ("在采访中发现", None),
        ("亨利·格兰特·刘易斯", "亨利·格兰特·刘易斯"),
    ],
)
def test_names(text: str, names: str | None) -> None:
    found = names_in(text, WORDS)
    assert (" ".join(found) if found else None) == names


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    for read in (
        read_byline,
        byline_at_end,
        credit_at_end,
        dateline_at_start,
        dateline_at_end,
        furniture_at_end,
        is_furniture,
    ):
        read(text, WORDS)
