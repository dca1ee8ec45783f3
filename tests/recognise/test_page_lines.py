"""What lines say of the page they stand on: headers, rubrics, rows of tables, signatures."""

from __future__ import annotations

import pytest
from recognise.readings import WORDS, kinds

from newsdoc.recognise.furniture import is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "C8 THE DUNMORE TIMES FRIDAY, NOVEMBER 26, 2021",
        "4 The Fen Observer, Friday, January 19, 2024  www.example.co.uk",
        "Monday, July 8, 2024  A15",
        "澳門新聞 二〇二四年三月二十八日 星期四 第A02版",
        "第六版 地方",
        "第十三版 文教 中華民國八十七年十月二十一日",
        "人間日報 2022年12月3日 星期六 第5版 社區",
        "See SCHOOLS, A6",
        "LAKEMOUTH-COURIER.COM",
        "lakemouthcourier.com/local-news",
        "CM YK        ND-NDE",
        "CMYK",
        "澳門 二〇二五年十一月廿六日 星期三",
        "二〇二五年十一月廿六日 星期三",
        "农历乙巳年十月初五",
        "今日4版 第5127期",
        "中共江州县委主管主办",
        "江州县融媒体中心出版",
        "E-mail:jz@example.com",
        "jane.doe@example.com",
        "单位：亿元",
        "２０２５年１０月２４日 星期五",
        "A４ 公司 ２０２５年１０月２４日 星期五",
    ],
)
def test_page_furniture(line: str) -> None:
    assert is_furniture(line, WORDS)


@pytest.mark.parametrize(
    "line",
    [
        "2024年3月5日，县里召开了动员会。",
        "On Friday, January 19, 2024 the council met and voted to close the pool",
        "2022年冬奥会开幕",
        "The May 3, 2024 vote",
        "第六版的诗",
        "新词典由老社出版",
        "书画展由县文旅局主办",
        "农历新年临近客流大增",
        "Lakemouth.com Inc. is to be sold",
    ],
)
def test_no_furniture(line: str) -> None:
    assert not is_furniture(line, WORDS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OPINION\nMonday, July 8, 2024  A15\nTrams are back", ["furniture", "furniture", "-"]),
        ("SCHOOL BOARD\nMonday, July 8, 2024  A15\nTrams are back", ["-", "furniture", "-"]),
        ("江畔评论\n2024.3.5\n别让示范变盆景", ["furniture", "furniture", "-"]),
        ("名次 球队 胜 平 负\n1 铁流 17 7 4\n2 云岭 15 7 6", ["row", "row", "row"]),
        ("他以 3 比 2 取胜", ["-"]),
        ("甲地闭幕，来自 31 个县的 528 支队伍、\n1320 名选手参加了 5 个项目的角逐。", ["-", "-"]),
        ("将补贴由 9 类扩大到 15 类，\n报废 20 马力以下拖拉机的补贴由 1000 元提高到\n1500 元 起 2 月", ["-", "-", "-"]),
        ("树也多了。\n" * 9 + "别让老屋空着\n□ 章 禾\n老屋的价值，不只在砖瓦。", ["-"] * 10 + ["names", "-"]),
        ("树也多了。\n" * 9 + "获奖名单\n□ 章 禾\n□ 林 平\n老屋的价值，不只在砖瓦。", ["-"] * 13),
        ("别让老屋空着\n\n章　禾\n\n老屋的价值，不只在一砖一瓦。", ["-", "names", "-"]),
        ("树也多了。\n《江州报》报道截图\n报道称，树也多了。", ["-", "caption", "-"]),
        ("树也多了。\n①\n②", ["-", "furniture", "furniture"]),
        ("江州日报\nJIANGZHOU RIBAO\n\n2025年11月24日 星期一\n老桥今年通车了", ["furniture"] * 3 + ["-"]),
        ("江州日報\n第五版\n花蓮新聞\n\n老橋今年通車了", ["furniture"] * 3 + ["-"]),
        ("B\nMetro\nThe board met on Monday in the hall", ["furniture", "-", "-"]),
        ("完。\n监制：章禾、林平\n编辑：葛文\n校对：苏岚", ["-", "furniture", "furniture", "furniture"]),
        ("A14\n香港文匯報\nWEN WEI PO\n老橋今年通車了", ["furniture", "furniture", "furniture", "-"]),
        ("By\nAda Lund\nLocal Democracy Reporter\nThe board met on Monday.", ["-", "names", "names", "-"]),
        ("Board meets\nBy ADA LUND in Oslo\nand TOM REYES in Hamar\nThe board met.", ["-", "byline", "byline", "-"]),
        ("路灯亮了。\n读者 葛小满", ["-", "signature"]),
        ("路灯亮了。\n江畔读者 葛小满", ["-", "signature"]),
        ("It drives in on four wheels.\nDr. Helen Marsh\nCopley", ["-", "signature", "signature"]),
        ("By ROY DELACOURT\nCourier Staff Writer\nThe board met.", ["byline", "byline", "-"]),
        ("树也多了。\n守\n岛\n记\n他在修灯。", ["-", "rubric", "rubric", "rubric", "-"]),
        ("①老人；\n②孩子；\n③骑手。", ["-", "-", "-"]),
        ("①清晨的码头。 江畔日报记者 葛小满摄", ["caption"]),
        ("村民在收稻。\n本报记者\n\n葛小满摄\n稻子收完了。", ["-", "credit", "credit", "-"]),
        ("村民在收稻。\n葛\n\n满摄（人民视觉）\n稻子收完了。", ["-", "credit", "credit", "-"]),
        ("收完了。\n本版责编：章文 苏\n岚", ["-", "furniture", "furniture"]),
        ("收完了。\n版式设计：苏\n岚", ["-", "furniture", "furniture"]),
        ("把减负落到实处\n本报评论员\n文件少了三成，会议短了一半。", ["-", "byline", "-"]),
        ("江州记事\n\n党建联建 强村富民\n\n番茄走出新路", ["-", "-", "-"]),
        ("文｜葛小满\n图｜章禾\n老街快拆完了。", ["byline", "byline", "-"]),
        ("2025年10月24日 星期五\n6 技能\n听懂电机的心跳", ["furniture", "furniture", "-"]),
        ("A7\n身边\n2025年10月23日\n骑手爬上三楼救人", ["furniture", "furniture", "furniture", "-"]),
        ("01 三个月只练一件事\n他从技校毕业。", ["-", "-"]),
        ("柿红满坡\n林小禾\n\n霜降一过，山坡便红了，一盏一盏挂着。", ["-", "names", "-"]),
        ("守到今天。\n插图：林\n\n悦\n\n补书人", ["-", "credit", "credit", "-"]),
        ("写完了。\n本版责编：周小满\n林清越\n版式设计：苏岚", ["-", "furniture", "furniture", "furniture"]),
        ("让动手成为习惯\n章小禾（江州大学青年研究中心副教授）\n年轻人修旧物，不只为省钱。", ["-", "names", "-"]),
        ("叶小满 报道\n巴刹的翻新工程须延长八个月。", ["-", "-"]),
        ("小贩盼人潮。\n叶小满 报道\n巴刹的翻新工程须延长八个月。", ["-", "names", "-"]),
        (
            "2025年11月7日 星期五 责任编辑：章禾 版式：林平 联系电话：0571-85310000\n要闻 3\n好账本",
            ["furniture"] * 2 + ["-"],
        ),
        ("报道：章小禾\n摄影：林书平\n市政局建议周末封路。", ["byline", "byline", "-"]),
        (
            "老年助餐规定\n（相关链接）\n《江州日报》（2025年11月18日 第 13 版）\n民政部印发了方案。",
            ["-", "-", "furniture", "-"],
        ),
        ("走教的路上时间谁来管\n\n章 禾 林书平\n\n教师的路上时间多了，备课的时间少了。", ["-", "names", "-"]),
        ("小不等于弱\n\n岳振华\n\n谈到小规模学校，人们容易想到差。", ["-", "names", "-"]),
        ("编者按\n乡村学校是撤还是留？", ["deck", "-"]),
        ("核心阅读\n一片茶叶，连着十万茶农。", ["deck", "-"]),
        ("◆新校舍樓高九層，設開\n放式工場。\n校方供圖", ["caption", "-", "credit"]),
        ("◆新校舍樓高九層。\n◆工場設在地下。\n校方供圖", ["-", "caption", "credit"]),
        ("聯合報／ 記者章小禾／台北報導\n大學調漲宿費。", ["dateline", "-"]),
        (
            "屋邨\n\n入伙年份\n\n停用\n\n翠安邨\n\n1983年\n\n5部\n\n石灣邨\n\n1984年\n\n3部",
            ["row"] * 9,
        ),
        ("山里的校车\n本报记者 葛小满 摄影报道\n天还没亮，山坳里已经亮起了手电筒的光。", ["-", "byline", "-"]),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected
