"""What holds a numeral and is no quantity: idioms, names, codes, scores, telephone numbers, plan terms."""

from __future__ import annotations

import pytest

from newsdoc import quantities

CHINESE = """一往无前 三足鼎立 四海为家 五湖四海 六神无主 七手八脚 八拜之交 九霄云外 十拿九稳 百里挑一 千钧一发 万籁俱寂 接二连三
三心二意地干 说一不二 颠三倒四 丢三落四 百折不挠 千锤百炼 万象更新 亿万群众 十分满意 万分感谢 万一失手 统一行动 唯一的人 一些人 一起走
一旦停产 一直如此 一时冲动 一家公司 一批货物 一辆辆汽车 一个个孩子 三农工作 三峡库区 三亚市 四川盆地 四平市 五台县 六盘水市 九江城区 十堰 百色
万宁市 千岛湖 二氧化硫 二维码 三轮车 三文鱼 五粮液集团 七匹狼 百度地图 万科地产 三星电子 一汽红旗 第一书记 第一时间 第三方 二手车 三线城市 半导体
半决赛 上半场 多半是 大半个中国 老百姓 百货商场 零售商 零部件 清零政策 归零 十四五期间 “十五五”规划 党的二十大 十九届五中全会 两会代表 两岸同胞
一国两制 一带一路 双十一 五一假期 六一节 七七事变 九一八 三八红旗手 周三下午 星期五 初三学生 高二年级 00后 85后 神舟十六号 长征七号 嫦娥六号
歼-16 东风-17 波音747 空客A350 5G手机 6G G7峰会 B2C H5N1 PM10 AK47 T2航站楼 Web3.0 工业4.0 2.0版本 GB2312-80 CN 31-0003
ISBN 978-7-5000-1111-2 2比1取胜 4:3险胜 三比二 拨打12345 电话010-88886666 13900001111 人民路8号 3号楼 收拾房间 参加比赛 登陆舰 队伍整齐
肆意妄为 陆军部队 北京南站 京津冀 一、总则 （三）任务 1.概述 ①介绍 360公司 12306客服 张三和李四 王五 三顾茅庐 一字千金 半斤八两
五十步笑百步 三百六十行 三人行 九曲黄河 四合院 五星红旗 七夕 八卦 九寨沟 数据中心 数学题 几乎没有 几何图形 无数次努力 多数人""".split()
ENGLISH = """no one came|one of the best|one after the other and one another|G20 leaders|COVID-19 wards|a Boeing 787 jet|Flight 101|Route 66
the 5G auction|3D printers|H5N1|MP3 files|beat them 3-1|a 2:1 win|call 555-234-9876|at 6:45 pm|at 7 a.m.|second-hand shops|the first lady
World War II|Catch-22|Fortune 500 lists|Formula 1|Article 23 of the law|page 12|Room 404|No. 7|https://example.org/2020/55/x|mail me at a1@b22.org
F-16 jets|a B-52|iPhone 14|Windows 10|the S&P 500|Group of Seven|24/7|a company said|an agreement|12 Baker Street|zip code 10001|quarter-final""".replace(
    "\n", "|"
).split("|")


@pytest.mark.parametrize("text", CHINESE)
def test_chinese(text: str) -> None:
    assert [item.text for item in quantities(text)] == []


@pytest.mark.parametrize("text", [text for text in CHINESE if text != "1.概述"])
def test_chinese_inside_a_sentence(text: str) -> None:
    found = [item.text for item in quantities(f"昨天，{text}，记者看到12头牛。")]
    assert found == ["12头"]


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert [item.text for item in quantities(text, language="en")] == []
