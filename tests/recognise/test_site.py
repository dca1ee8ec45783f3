"""What web sites set around an article: labels, notices, lines with day and hour, and where they stand."""

from __future__ import annotations

import pytest
from recognise.readings import WORDS, kinds

from newsdoc import parse
from newsdoc.readers.lines import page_of
from newsdoc.recognise.furniture import is_furniture
from newsdoc.recognise.notice import is_notice
from newsdoc.recognise.site_page import is_web_copy
from newsdoc.recognise.stamp import is_stamp

STAMP = "2024-05-06 08:30 来源：江北网"


@pytest.mark.parametrize(
    "line",
    [
        "下载客户端",
        "返回顶部",
        "微信扫一扫",
        "大字体　小字体　分享到：",
        "新聞 評論 財經 國際 生活",
        "3,418 人氣",
        "讚 分享 分享 留言 列印 存新聞 A- A+",
        "分享让更多人看到",
        "字号：大 中 小",
        "【字体：大 中 小】【打印】【关闭】",
        "阅读 3.4万",
        "评论(25)",
        "本文共2310字，阅读约需6分钟",
        "進入教育專題 >",
        "聽新聞",
        "發表意見",
        "小中大特",
        "#颱風 #停班停課",
        "首页 → 科技新闻",
        "您当前的位置：新闻中心 > 市县新闻 > 正文",
        "江北网 > 时政 > 正文",
        "Share this article",
        "View image in fullscreen",
        "SKIP ADVERTISEMENT",
        "Advertisement · Scroll to continue",
        "Read 57 Comments",
        "Reading time: 4 minutes",
        "Listen to this article · 7:12 min",
        "Why you can trust the Bayside Post",
        "See more on: Nebraska",
        "1 2 3 4 Next >>|",
        "About us | Contact us | Privacy policy | Terms of use",
        "English 中文 Français",
        "https://www.example.com/news/a-very-long-name-of-an-article-2024-05-06/",
        "burs-abc/de/fgh",
        "____",
        "3小时前",
        "Updated 3 hours ago",
    ],
)
def test_labels_of_a_site(line: str) -> None:
    assert is_furniture(line, WORDS)


@pytest.mark.parametrize(
    "line",
    [
        "登录火星",
        "分享丰收的喜悦",
        "关注",
        "收藏",
        "大小",
        "互联网/移动支付",
        "评论家的一天",
        "留言簿上的名字",
        "Share",
        "Listen",
        "Share prices fall",
        "Print is not dead",
        "Save the river",
        "Follow the money",
        "Home sweet home",
        "Comments by the mayor draw fire",
        "A+",
        "+6",
        "新闻 > 旧闻：一个编辑的三十年，从铅字到屏幕",
        "and/or",
    ],
)
def test_no_labels_of_a_site(line: str) -> None:
    assert not is_furniture(line, WORDS)


@pytest.mark.parametrize(
    "line",
    [
        "2024年5月6日 08:30 来源：江北网",
        "2024 05/06 08:30:15 来源：江北网",
        "发布/2024年5月6日 19:42",
        "江北新闻客户端 | 2024年05月06日 07:18:22",
        "江北日报 2024-05-06 21:50",
        "2024年05月06日 19:05 江北晚报网",
        "原创 王小树 城南旧事 2024年5月6日 20:11 武汉",
        "2024/5/6 10:42（5/6 16:05 更新）",
        "04:10 2024/05/06",
        "2024-05-06 HKT 14:22",
        "出版：2024-05-06 08:00更新：2024-05-06 11:25",
        "來源：海南網 作者：林海 時間：2024-05-06 09:00",
        "Issued on: 06/05/2024 - 05:12Modified: 06/05/2024 - 06:10",
        "May 6, 2024 5:47 PM GMT+8 · Updated 14 hours ago",
        "5/6/24, 9:07 AM",
        "20:07, 06-May-2024",
        "18:47 UTC+8, 2024-05-06       0",
        "文章日期：2024年5月6日",
        "Published: 6:30pm, 6 May 2024Updated: 9:14pm, 6 May 2024",
        "Last modified on Mon 6 May 2024 11.42 BST",
        "Updated 9:41 PM GMT+9, May 6, 2024",
        "Published May 06, 2024, 05:00 AM",
        "Bayside Post | Updated: 2024-05-06 09:08",
    ],
)
def test_day_and_hour(line: str) -> None:
    assert is_furniture(line, WORDS)


@pytest.mark.parametrize(
    "line",
    [
        "2024年5月6日 08:30 抵达成都火车东站",
        "会议定于2024年5月6日 14:00",
        "2024年5月6日19:42，县城突然停电",
        "记者 王小树 2024年5月6日 08:30 江北报道",
        "By Jane Doe | Bayside Post | Updated: 2024-05-06 09:08",
        "At 10:15 on May 6, 2024, the bell rang",
        "Game 4: 7:30 p.m. Monday",
        "5月6日 08:30",
        "截止日期：2024年5月6日",
    ],
)
def test_no_day_and_hour(line: str) -> None:
    assert not is_stamp(line, WORDS)


@pytest.mark.parametrize(
    "line",
    [
        "©2024江北网版权所有。未经许可，请勿转载。",
        "江北新闻网版权与免责声明：凡本网注明“来源：江北新闻网”的所有作品，未经授权不得转载。",
        "選擇江北社「Google偏好來源」",
        "未经《江北日报》授权，严禁转载或镜像，违者必究。",
        "本網站內容未經授權，不得轉載、公開播送或公開傳輸。",
        "如需转载请与本报编辑部联系。",
        "免责声明：本文仅供参考，不构成投资建议。",
        "原标题：江北十座村庄通了公交",
        "上一篇：江北一季度出口增长",
        "下載《江北日報》App，掌握最新消息！",
        "文章看完了？ 點我看更多江北新聞",
        "更多精彩内容请进入科技频道",
        "欢迎关注江北发布微信公众号",
        "新闻热线：027-85550101",
        "记者联系邮箱：wang@example.com",
        "发表评论 文明上网理性发言，请遵守评论服务协议",
        "LIKE我们的脸书专页",
        "請同意我們的隱私權規範，才能收聽。",
        "Copyright 1999 - 2024. All rights reserved. The content published in this site belongs to Bayside Media.",
        "© 2024 AFP",
        "Sign up now: Get our newsletters delivered to your inbox",
        "Contact the writers at jane.doe@example.com",
        "The Bayside Post is not responsible for the content of external sites.",
        "Privacy Notice: Newsletters may contain information about charities and online ads.",
        "A version of this article appears in print on May 6, 2024, Section A, Page 3.",
        "Follow Bayside Post on Facebook",
        "Get the Bayside app",
    ],
)
def test_notices(line: str) -> None:
    assert is_notice(line)


@pytest.mark.parametrize(
    "line",
    [
        "法院认为，被告未经授权，不得使用该图片。",
        "全省禁止使用高毒农药。",
        "未经许可不得使用无人机进入该空域。",
        "居民下载反诈App，学习防骗知识。",
        "用户点击查看后，手机中了木马。",
        "加入Telegram群組後，他被要求轉賬3萬元。",
        "他扫码加入一个炒股群。",
        "公司保留追究法律责任的权利。",
        "以上数据仅供参考。",
        "村民登录平台后报名。",
        "联系电话：见村口告示",
        "He filed for copyright by June.",
        "The mayor will sign up to six new officers.",
        "Sign up for summer camp",
        "Get flood alerts by phone, county says",
        "Help protect press freedom, UN urges",
        "Residents can contact the city at any time.",
        "“All rights reserved,” said the sign.",
        "Find love on the farm",
        "For more information, visit the library.",
    ],
)
def test_no_notices(line: str) -> None:
    assert not is_notice(line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # rubrics and the name of the site over the headline
        (f"udn\n要聞\n文教\n山城小學辦起星空課 孩子夜裡上學\n{STAMP}", "fff-f"),
        (f"生活\n山城小學辦起星空課 孩子夜裡上學\n{STAMP}", "f-f"),
        (f"专访\n山城小学办起星空课 孩子夜里上学\n{STAMP}", "--f"),
        (f"Africa\nHerders return to a valley without wells\n{STAMP}", "f-f"),
        ("Rivers\nHerders return to a valley without wells\nBy Jane Doe", "--b"),
        ("江北日报\n民生\nA7\n2024年5月6日 星期一\n山城小学办起星空课", "ffff-"),
        # on a page of print nothing is known of a kicker
        ("生活\n山城小学办起星空课 孩子夜里上学\n本报记者 于舟", "--b"),
        # pagers over the headline lead to no titles
        ("上一篇\n下一篇\n山城小學辦起星空課 孩子夜裡上學\n【本報訊】小學辦課。", "ff-d"),
        # a header that a browser prints
        (
            "5/6/24, 9:07 AM\nHerders return to a valley | Bayside Post\nHerders return to a valley\nBy Jane Doe\n"
            "Wells have dried up in the\nhttps://example.com/herders\n1/2\n5/6/24, 9:07 AM\n"
            "Herders return to a valley | Bayside Post\nvalley since March.",
            "ff-b-ffff-",
        ),
        # labels between those of an app; a headline between two is none
        (
            "打开APP\n江北社权威快报\n浏览量 86.4万\n山城小学为何办起星空课？老师详解\n2024-05-06 08:30",
            "fff-f",
        ),
        (f"江北网 > 时政 > 正文\n山城小学办星空课\n{STAMP}\n孩子们夜里上学。", "f-f-"),
        # small labels, and a breadcrumb with slashes
        (
            "Skip to main content\nLog in\ne-Edition\n28° Cloudy\nWhat's On\nHerders return to a valley without wells\n"
            "May 6, 2024 9:07 AM",
            "fffff-f",
        ),
        (f"udn / 地方 / 雲嘉南\n山城小學辦起星空課 孩子夜裡上學\n{STAMP}", "f-f"),
        # what is read most, with the places on lines of their own
        (
            f"{STAMP}\nThe last text ends here.\nMost read\n1.\nShop to close after forty years\n"
            "2.\nMan found in canal",
            "f-lffff",
        ),
        # a promotion between two labels
        (
            f"{STAMP}\nThe first text.\nskip past newsletter promotion\nSign up\nThe best of the week\n"
            "after newsletter promotion\nThe second text.",
            "f-ffff-",
        ),
        # titles of other articles among paragraphs; a question may be one, a much shorter line is a heading
        (
            f"{STAMP}\nThe first text ends here.\nMore on this topic\nSheltered walkways to link nine more stations\n"
            "Why are some stops closer together than others?\nWork at night\nThe second text ends here.",
            "f-lff--",
        ),
        (f"{STAMP}\n第一段到此结束。\n延伸阅读\n十六座菜场将翻新\n小贩津贴明年调高\n第二段到此结束。", "f-lff-"),
        (
            f"{STAMP}\nThe first text ends here.\nEels vanish from rivers, study finds\nRead more\nThe second text.",
            "f-ff-",
        ),
        (
            f"{STAMP}\nThe first text ends.\n• Why are bills still so high?\n• Small shops fear winter\nThe second.",
            "f-ff-",
        ),
        (f"{STAMP}\nUnder the plan it will:\n• close one bakery in May\n• open a shop in June\nThe second.", "f----"),
        # behind the text: tags, titles, labels
        (f"{STAMP}\n最后一段到此结束。\n山城\n星空\n小学\n返回顶部\n相邻的村庄也办起课", "f-fffff"),
        (f"{STAMP}\n最后一段到此结束。\n渡轮 文化局\n返回顶部", "f-ff"),
        (f"{STAMP}\n最后一段到此结束。\n阅读原文\n喜欢此内容的人还喜欢\n山里的挑夫\n城南旧事", "f-flff"),
        (f"{STAMP}\nThe last text ends here.\nAdvertisement\nWhat now?\nHe left.", "f-f--"),
        # a page of print that goes on
        ("第一则的正文到此结束。\n责编：王某\n第二则的标题\n第二则的正文到此结束。", "-f--"),
        # the name of the paper and its imprint on pages of print
        ("6 综合新闻\n2024年5月6日 星期一\nVALLEY AND RIVER DAILY\n山城小学办起星空课", "fff-"),
        ("第二版本市新闻\n2024年5月6日 星期一\n山城小学办起星空课", "ff-"),
        ("THE VALLEY\nMonday, May 6, 2024\nHill school opens a class", "ff-"),
        ("THE RIVER RISES\nBy Jane Doe\nThe water came at night.", "-b-"),
        ("A4 METRO\nMonday, May 6, 2024\nHill school opens a class", "ff-"),
        ("正文到此结束。\n江北县融媒体中心主办 新闻热线：027-85550101", "-f"),
        ("正文到此结束。\n来信请寄：江北市长堤路1号江北日报社", "-f"),
        ("- 'No other choice' -\nText.", "--"),
        ("Text.\n- 'No other choice' -\nText.", "-h-"),
    ],
)
def test_where_chrome_stands(text: str, expected: str) -> None:
    short = {"furniture": "f", "links": "l", "byline": "b", "dateline": "d", "head": "h"}
    assert "".join(short.get(kind, "-") for kind in kinds(text)) == expected


@pytest.mark.parametrize(
    ("text", "web"),
    [
        (f"标题\n{STAMP}\n正文。", True),
        ("Headline\nShare\nCopy link\nText.", True),
        ("标题\n2024年5月6日 星期一\n正文。", False),
        ("Headline\nShare\nText.", False),
    ],
)
def test_which_pages_are_web_copies(text: str, web: bool) -> None:
    assert is_web_copy(page_of(text).lines, WORDS) is web


TEXT = (
    "山城小学的操场上，每周五晚上都有一堂看星星的课，全校一百二十名孩子轮流来上，"
    "最小的只有六岁，最大的十三岁，谁也没有缺过一次。"
)
ENGLISH = (
    "Every Friday night the playground of the hill school turns into a classroom under the stars, and none of its 120 "
    "pupils, who are between six and 13 years old, has missed one so far."
)


@pytest.mark.parametrize(
    ("text", "deck"),
    [
        (
            f"山城小学办起星空课\n孩子们每周五夜里上学，家长轮流做饭。\n记者 于舟\n{STAMP}\n{TEXT}\n{TEXT}",
            "孩子们每周五夜里上学，家长轮流做饭。",
        ),
        (
            f"山城小学办起星空课\n◎每周五上课。\n◎家长做饭。\n江北日报记者 于舟\n{TEXT}\n{TEXT}",
            "◎每周五上课。◎家长做饭。",
        ),
        (
            f"Hill school opens a class under the stars for all its pupils\nParents cook by turns on Friday nights.\n"
            f"Share this article\nBy Jane Doe\nMay 6, 2024\n{ENGLISH}\n{ENGLISH}",
            "Parents cook by turns on Friday nights.",
        ),
        (
            f"Hill school opens a class under the stars for all its pupils\nParents cook by turns on Friday nights\n"
            f"Telescope was paid for by a farmer from the valley\nBy Jane Doe\n{STAMP}\n{ENGLISH}\n{ENGLISH}",
            "Parents cook by turns on Friday nights Telescope was paid for by a farmer from the valley",
        ),
        (f"山城小学办起星空课\n{STAMP}\n{TEXT}\n{TEXT}", None),
    ],
)
def test_decks_of_web_copies(text: str, deck: str | None) -> None:
    article = parse(text)
    assert (article.deck.text if article.deck else None) == deck


def test_the_headline_between_rubrics_and_hour() -> None:
    article = parse(
        f"港聞\n社會新聞\n山城小學辦起星空課，孩子夜裡上學，家長輪流做飯，一年來沒有一人缺課\n{STAMP}\n{TEXT}\n分享\n{TEXT}"
    )
    assert article.headline is not None
    assert article.headline.text.startswith("山城小學")
    assert article.kicker is None
