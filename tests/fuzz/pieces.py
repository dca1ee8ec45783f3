"""What the fuzz targets are fed with: words, signs, bytes and markup that mean something to some part of newsdoc."""

from __future__ import annotations

WORDS = (
    # numerals, units, modifiers
    *("0", "1", "9", "12", "3.5", "1,234", "００", "¼", "²", "٣", "零", "〇", "一", "两", "俩", "三四", "十"),
    *("廿", "百", "千"),
    *("万", "亿", "兆", "京", "极", "半", "几", "数", "多", "余", "来", "点", "分之", "又", "负", "-", "－"),
    *("—", "~", "/", "：", ":"),
    *("近", "约", "超", "不到", "以上", "左右", "上百", "百分之", "千分之", "%", "‰", "％", "成", "折", "倍"),
    *("番", "个百分点", "第"),
    *("元", "角", "分", "块", "港元", "新台幣", "美元", "$", "HK$", "¥", "€", "每", "吨", "公斤", "斤", "两"),
    *("亩", "平方米", "公里/小时"),
    *("摄氏度", "℃", "°", "度", "天", "岁", "年级", "家", "辆次", "个", "人次", "岁半", "twenty", "-one", "a"),
    *("half", "a dozen"),
    *("hundred", "million", "bn", "lakh", "tens of ", "between ", " and ", " to ", "more than ", "nearly "),
    *("percent", " kg"),
    *(" per ", "tonnes", "°C", "km/h", "sq ft", "feet", "'", '"', "year-old", "doubled", "twofold", "third"),
    *("minus ",),
    # dates
    *("公元前", "221年", "2023年", "民國112年", "正月初一", "闰二月", "除夕", "冬至", "去年", "前年", "今年"),
    *("同期", "上半年", "三季度", "2月"),
    *("30日", "29日", "上旬", "月底", "至", "起", "以来", "周五", "昨晚", "8时30分", "24时", "99时", "世纪"),
    *("年代", "“十四五”", "98年"),
    *("January ", "Feb. ", "31", "st", ", 2023", "1990s", "last ", "next ", "Friday", "spring ", "Q3", "mid-"),
    *("the week of ",),
    *("2023-02-29", "03/04/2023", "9999", "0000", "12:60", "5 p.m.", "noon", "century", " B.C.", "ago"),
    *("fiscal ", "since "),
    # quotes
    *("“", "”", "‘", "’", "「", "」", "『", "』", '"', "«", "»", "他说", "她", "表示", "：", "，", "。", "！"),
    *("？", "……", "介绍", "称"),
    *("县长张三", "该负责人", "同上", "记者从市商务局获悉", "据新华社报道", " said", "told AP"),
    *("according to ", "he ", "Mr. ", "Jane Roe"),
    # the page
    *("\n", "\n\n", "\r\n", "\f", "\t", " ", "　　", "\u2028", "\x85", "□ ", "■", "▲", "图①", "①", "左图："),
    *("图为", "本报记者 ", "新华社记者"),
    *("通讯员", "李 力", "余　健", "摄", "（本报记者 王五 摄）", "资料图片", "本报讯", "本报北京2月3日电"),
    *("（记者", "）", "责编：", "第3版"),
    *("下转第2版", "相关阅读", "A7", "By ", "PHOTO", "(AP) — ", "HONG KONG", "Staff Writer", "编者按", "【"),
    *("】", "|", "- 1 -", "www.a.cn"),
    # damage
    *("在在口口岸岸", "口岸外贸口岸外贸", "，，", "。。", "口 岸 外 贸", "care-\n", "ﬁ", "⋯⋯", "――", "\ufffc"),
    *("\ufffd", "\x00", "\x1b[31m"),
    *("\u200b", "\u200d", "\u00ad", "\ufeff", "\u202e", "\u0301", "\ud800", "\udfff", "\U0010ffff", "😀"),
    *("👨\u200d👩", "İ", "ß", "ǆ"),
    # markup
    *("<b>", "</script>", "<!--", "]]>", "&amp;", "&#0;", "*", "_", "`", "[a](b)", "# ", "> ", "\\", "---"),
    *("{", "}", '":', "null"),
)  # fmt: skip

LINES = (
    "口岸外贸增长三成\n",
    "本报记者 张三 李 力 通讯员 王五\n",
    "本报讯（记者 于舟）去年，全县库存近6万吨玉米，出口逾2亿美元。\n",
    "“水已经退了。”县水利局局长苏晴说，“路也通了。”\n",
    "▲河口港新泊位昨日试航。本报记者 于舟 摄\n",
    "HONG KONG, Nov. 27 (AP) — The fire killed 128 people, officials said.\n",
    "By JANE ROE and JOHN DOE\n",
    "責任編輯：李某　美術編輯：王某\n",
    "河河口口码码头头，，装装卸卸正正忙忙。。\n",
    "同 比 增 长 36.37% ，占 全 市 的 70% 以\n",
    "海门 120 95 335\n",
)

LANGUAGES = (
    *(None, "", "zh", "zh-Hans", "zh-Hant", "zh-TW", "zh-HK", "zh_CN", "ZH-hk", "en", "en-GB", "en_US", "fr"),
    *("und", "x"),
    *("\ud800", "-", "zh-", "\x00", "en-" * 9),
)  # fmt: skip
DAYS = (
    *(None, "2023-03-21", "2024-02-29", "0001-01-01", "9999-12-31", "2023-02-29", "20230321", "2023-W12-2"),
    *("2023-13-01",),
    *("", "x", "2023-03-21T25:00", "２０２３-03-21", "\ud800", "2023-03-21\n", "-2023-01-01", "10000-01-01"),
)  # fmt: skip

BYTES = (
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\0", b"\x80", b"\xff", b"\x1a", b"\x1b$B"),
    *(b"+/v8-", b"~{"),
    *("口岸外贸增长".encode(code) for code in ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-32-le")),
    *(b"%PDF-1.4\n", b"%%EOF", b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n", b"trailer<</Root 1 0 R>>"),
    *(b"stream\n",),
    *(b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n",),
    *(b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9e9 -1]>>",),
    *(b'<?xml version="1.0" encoding="', b'utf-16"?>', b'x"?>', b"<!DOCTYPE html>"),
    *(b'<!DOCTYPE a [<!ENTITY b "c">]>',),
    *(b"<html>", b"<meta charset=big5>", b"<meta charset='rot13'>", b"<meta charset=idna>", b"<body>"),
    *(b"</div>", b"</span>"),
    *(b"<div class='ocr_page' title='bbox 0 0 800 1100'>",),
    *(b"<div class=ocr_carea title='bbox 9 9 400 90; x_wconf nan'>",),
    *(b"<span class='ocr_line' title='bbox 10 10 300 40; x_size 1e400; baseline 0 -5'>", b"<p class='ocr_par'>"),
    *(b"<span class='ocrx_word' title='bbox 10 10 90 40'>", b"<span class='ocr_line' title='bbox 5 4 3 2'>"),
    *(b"&#x110000;",),
    *(b"<alto>", b"<Layout><Page WIDTH='800' HEIGHT='1e9'>", b"<PrintSpace>"),
    *(b"<TextBlock ID='b' HPOS='1' VPOS='NaN'>",),
    *(b"<TextLine HPOS='1' VPOS='2' WIDTH='-3' HEIGHT='0'>", b"<String CONTENT='", b"' HPOS='inf' WC='x'/>"),
    *(b"<SP/><HYP/>",),
    *(b"</TextLine></TextBlock>", b"</PrintSpace></Page></Layout></alto>", b"<PcGts>"),
    *(b"<Page imageWidth='9' imageHeight='0'>",),
    *(b"<TextRegion id='r'><Coords points='1,2 3,4 x,y'/>", b"<TextLine><Coords points=''/>"),
    *(b"<TextEquiv><Unicode>",),
    *(b"</Unicode></TextEquiv></TextLine>", b"</TextRegion></Page></PcGts>", b"<ReadingOrder><OrderedGroup>"),
    *(b"<![CDATA[",),
    *(b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"{\\rtf", b"GIF8", b"\x1f\x8b", b"\n", b" ", b"a", b"1", b"<"),
    *(b">", b"&", b"'"),
)  # fmt: skip

TABLES = (
    *("[units]\n", "[currencies]\n", "[classifiers]\n", "[names]\n", "[modifiers]\n", "[titles]\n"),
    *("[verbs]\n", "[dates]\n"),
    *("[organizations]\n", "[surnames]\n", "[name_letters]\n", "[countries]\n", "[abbreviations]\n", "[not_names]\n"),
    *("[transliteration]\n", "[furniture]\n", "[roles]\n", "[places]\n", "[agencies]\n", "[anchors]\n"),
    *("[number_words]\n",),
    *("[sayings]\n", "[nothing]\n", "[", "]\n", "\n", "# a comment\n", "\t", "\t\t", "|", "\ufeff", "\x85", "\u2028"),
    *("kind\tzh-Hans\tzh-Hant\ten\n", "kind\tvalue\tzh-Hans\ten\n", "code\tzh-Hans\ten\tbase\tfactor\n"),
    *("zh-Hans\tzh-Hant\n",),
    *("code\tzh-Hans\tsymbols\tminor\n", "kind\tplace\tzh-Hans\ten\tnot-after\n", "value\tzh-Hans\ten\n", "en\n"),
    *("kind\tcode\tzh-Hans\ten\n", "kind\tvalue\tzh-Hans\ten\tnot-after\tnot-before\n", "zh-Hans\tzh-Hant\ten\n"),
)  # fmt: skip
"""The frame of a lexicon file."""
CELLS = (
    *("t", "m2", "CNY", "垧", "say", "post", "named", "unit", "more", "before", "after", "10-01", "02-30"),
    *("13-99", "0", "-1"),
    *("1/0", "1e999", "2000/3", "0.45", "1_000", "nan", "吨|公吨", "a|b", "|", "(", "[", "\\", "\\1", "(?P<x>"),
    *("*", ".", "^", "$"),
    *("元", "一", "十", "万", "年", "月", "2023年", "他", "说", "“", "，", " ", "a b", "The", "İ", "\ud7ff"),
    *("😀", "x" * 300),
    *("role", "folio", "agency", "relative", "weekday", "feast", "month", "word", "person", "title", "cue"),
    *("1", "12", "x"),
)  # fmt: skip
"""What a row of a lexicon file may hold."""


def glued(choice: bytes, pieces: tuple[str, ...] = WORDS) -> str:
    """A text of pieces, one for every byte."""
    return "".join(pieces[number % len(pieces)] for number in choice)
