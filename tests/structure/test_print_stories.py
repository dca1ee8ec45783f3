"""Stories of a page of print: broken titles, bylines that stand far off, sentences that a picture or a page cuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsdoc import parse

if TYPE_CHECKING:
    from newsdoc.model.article import Story

COLUMN = (
    "　　清江镇的老桥修了三年，今年春天\n终于通车。头一个过桥的是卖豆腐的老\n周，他推着车走得很慢。\n"
    "　　镇里的人说，桥修好以后去县城能\n省半个钟头，孩子上学也不用再绕路走\n山后的小道了。\n"
)
FLUSH = (
    "清江镇的老桥修了三年，今年春天\n终于通车。头一个过桥的是卖豆腐的老\n周，他推着车走得很慢。\n"
    "镇里的人说，桥修好以后去县城能\n省半个钟头，孩子上学也不用再绕路走\n山后的小道了。\n"
)


def texts(story: Story) -> list[str]:
    return [paragraph.text for section in story.sections for paragraph in section.paragraphs]


def headings(story: Story) -> list[str]:
    return [section.heading.text for section in story.sections if section.heading]


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        ("本地研制的深海拉曼\n光谱仪海试成功\n", "本地研制的深海拉曼光谱仪海试成功"),
        ("老茶厂有了新大脑（走进县\n城）\n", "老茶厂有了新大脑（走进县城）"),
    ],
)
def test_a_title_that_was_broken(lines: str, headline: str) -> None:
    """A word that stands whole in the text, or a bracket that is open, tells that the title goes on."""
    article = parse(
        f"{lines}本报记者 章禾\n　　这台深海拉曼光谱仪在南海完成了\n海试，一共潜了十二次，每次都很稳。\n{COLUMN}"
    )
    assert article.headline is not None
    assert article.headline.text == headline
    assert article.kicker is None
    assert article.subtitle is None


def test_lines_between_blank_ones_are_one_head() -> None:
    """Of three heads two stand together: a subtitle of two lines, or under a kicker a title that was broken."""
    article = parse(
        "山区公车改预约 元旦先试六线\n\n"
        f"电话手机都能叫车 长辈不会用\n公路局半年后检讨 保留固定班次\n\n【记者章禾／江州报道】{FLUSH}"
    )
    assert article.headline is not None
    assert article.subtitle is not None
    assert article.headline.text == "山区公车改预约 元旦先试六线"
    assert article.subtitle.text.startswith("电话手机都能叫车 长辈不会用")
    assert article.subtitle.text.endswith("保留固定班次")
    article = parse(f"温度失控 标签不全 来历不明\n\n网购冰鲜肉\n四成送到已回暖\n\n{FLUSH}{FLUSH}")
    assert article.kicker is not None
    assert article.headline is not None
    assert (article.kicker.text, article.headline.text) == ("温度失控 标签不全 来历不明", "网购冰鲜肉四成送到已回暖")


def test_a_title_of_two_narrow_lines_is_set_larger_than_the_line_above() -> None:
    article = parse(f"渡船停航三周 村民绕路 两小时\n\n清江镇老桥通车\n“走着去县城”\n\n【记者章禾／江州报道】{FLUSH}")
    assert article.kicker is not None
    assert article.headline is not None
    assert article.kicker.text == "渡船停航三周 村民绕路 两小时"
    assert article.headline.text == "清江镇老桥通车“走着去县城”"
    assert article.subtitle is None


def test_a_line_of_two_phrases_is_a_heading() -> None:
    article = parse(
        f"老桥通车\n本报记者 章禾\n\n{FLUSH}空车率三成 每人补贴四百元\n{FLUSH}早晚固定班次 招手也能搭\n{FLUSH}"
    )
    assert headings(article) == ["空车率三成 每人补贴四百元", "早晚固定班次 招手也能搭"]


def test_a_title_with_a_colon_goes_on() -> None:
    article = parse(f"古建测绘师章禾：\n用三十年量完一条线\n\n本报记者 林书平\n\n{FLUSH}")
    assert article.headline is not None
    assert article.headline.text == "古建测绘师章禾：用三十年量完一条线"


def test_a_reporter_and_no_paper_or_place_are_a_byline() -> None:
    article = parse("虱目魚價下跌\n〔記者章小禾、林書平／綜合報導〕虱目魚進入盛產期，產地價格跌破成本，漁民叫苦。\n")
    assert article.dateline is None
    assert [(byline.kind, [person.name for person in byline.people]) for byline in article.bylines] == [
        ("reporter", ["章小禾", "林書平"])
    ]


def test_the_source_of_figures_stands_between_a_chart_and_who_drew_it() -> None:
    article = parse(
        f"冷库多起来\n本报记者 章禾\n{COLUMN}图②：近五年冷库容量变化情况。\n数据来源：全国冷链协会\n制图：林书平\n"
    )
    (figure,) = article.figures
    assert figure.credit is not None
    assert [person.name for person in figure.credit.people] == ["林书平"]


def test_who_took_part_signs_no_story_of_his_own() -> None:
    article = parse(f"村里有了书屋\n本报记者 章禾\n{COLUMN}书从哪里来\n{COLUMN}（本报记者林书平参与采写）\n")
    assert article.sidebars == ()
    assert [person.name for byline in article.bylines for person in byline.people] == ["章禾", "林书平"]


def test_a_headline_over_the_hour_of_a_web_copy_may_ask() -> None:
    article = parse(
        "夜骑被路中地桩绊倒，地桩归谁管？当地：已连夜拆除并启动排查\n江州新闻网\n2025-10-11 20:47 来源：江州新闻网\n"
        "十月十一日，躺在病床上的章先生说，他的右臂还要再做一次手术。\n事发时路面昏暗，附近一盏路灯没有亮起。\n"
    )
    assert article.headline is not None
    assert article.headline.text == "夜骑被路中地桩绊倒，地桩归谁管？当地：已连夜拆除并启动排查"


def test_a_byline_in_the_midst_of_a_sentence_cuts_nothing() -> None:
    first, second, rest = FLUSH.split("\n", 2)
    article = parse(f"老桥通车\n——清江镇调查\n\n{FLUSH}{first}\n{second}\n□ 本报记者 章禾\n{rest}")
    assert texts(article)[2] == texts(article)[0]
    assert [person.name for byline in article.bylines for person in byline.people] == ["章禾"]


def test_a_caption_of_two_lines_in_the_midst_of_a_sentence() -> None:
    first, second, rest = FLUSH.split("\n", 2)
    article = parse(
        f"老桥通车\n本报记者 章禾\n\n{FLUSH}{first}\n{second}\n\n"
        f"老周推着车走过新修的老桥，他身后是\n放学的孩子。\n江宛庭／攝影\n\n{rest}"
    )
    assert texts(article)[2] == texts(article)[0]
    (figure,) = article.figures
    assert figure.caption is not None
    assert figure.caption.text == "老周推着车走过新修的老桥，他身后是放学的孩子。"


def test_two_titles_that_a_blank_line_parts_over_a_subtitle() -> None:
    article = parse(f"告别木船的日子\n\n青龙河大桥通车\n\n——六万村民进城只要二十分钟\n\n{FLUSH}{FLUSH}")
    assert article.kicker is not None
    assert article.headline is not None
    assert (article.kicker.text, article.headline.text) == ("告别木船的日子", "青龙河大桥通车")


def test_a_line_with_an_open_quotation_is_no_heading() -> None:
    article = parse(
        f"街市改善缓慢\n本报记者 章禾\n\n{FLUSH}\n"
        "政府2018年起推行“街市现\n代化计划”，首批包括慈安街市在内的\n五个街市。\n"
    )
    assert headings(article) == []
    assert texts(article)[-1] == "政府2018年起推行“街市现代化计划”，首批包括慈安街市在内的五个街市。"


def test_of_two_lines_over_a_web_copy_the_longer_may_be_the_headline() -> None:
    article = parse(
        "校巴司機荒 小學減線 家長組步行巴士接送\n業界促放寬年齡上限 研加密考期\n2026年2月5日星期四\n"
        "【明報專訊】有小學因校巴司機不足減線，家長自發組織步行巴士，輪流接送子女上學，校方表示支持。\n"
    )
    assert article.headline is not None
    assert article.headline.text == "校巴司機荒 小學減線 家長組步行巴士接送"


def test_a_numbered_series_after_a_dash_is_the_subtitle() -> None:
    article = parse(f"小修小补也是大事\n——把服务送到门口②\n本报记者 章禾\n{COLUMN}")
    assert article.subtitle is not None
    assert article.subtitle.text == "——把服务送到门口②"


def test_a_heading_of_two_lines() -> None:
    article = parse(f"村口有了心电图\n本报记者 章禾\n{COLUMN}\n设备下沉：\n一根网线连三级\n\n{COLUMN}")
    assert headings(article) == ["设备下沉：一根网线连三级"]


@pytest.mark.parametrize("body", [COLUMN, FLUSH])
def test_a_sentence_that_a_picture_cuts(body: str) -> None:
    """The lines above and below the caption, which stands between blank lines, are one paragraph."""
    first, second, rest = body.split("\n", 2)
    whole = parse(f"老桥通车\n本报记者 章禾\n\n{body}{body}")
    cut = parse(
        f"老桥通车\n本报记者 章禾\n\n{first}\n{second}\n\n老周推着车走过新修的老桥。\n受访者供图\n\n{rest}{body}"
    )
    assert texts(cut) == texts(whole)
    (figure,) = cut.figures
    assert figure.caption is not None
    assert figure.caption.text == "老周推着车走过新修的老桥。"


def test_a_closing_mark_or_the_end_of_a_sentence_opens_no_paragraph() -> None:
    """What a page break or a loose line left at the start of a line goes on with the line above."""
    article = parse(
        "老桥通车\n本报记者 章禾\n清江镇的老桥修了三年，今年春天\n“水是算着用的，账上都记得清清楚楚。\n"
        "”水务局的人说，往后每年都要这么算\n下去，一年也不能少。\n" + FLUSH
    )
    assert texts(article)[0].startswith(
        "清江镇的老桥修了三年，今年春天“水是算着用的，账上都记得清清楚楚。”水务局的人说"
    )


def test_a_byline_behind_a_box_with_its_own_author() -> None:
    """The box stood first in the dump: the reporters behind it wrote the main story."""
    article = parse(
        "冷水鱼游出大山\n——清江县调查\n\n"
        "清江县的冷泉一年四季只有十六摄氏度上下，过去人嫌它凉。\n如今靠这股冷泉养出了热产业。\n\n"
        "算好长远账\n章禾\n\n" + FLUSH + "\n□ 本报记者 林书平 葛小满\n\n"
        "春分过后，龙塘村的流水鱼池边热闹\n起来。村民把一筐筐虹鳟倒进水箱，两\n个小时后车就开。\n" + FLUSH
    )
    assert [person.name for byline in article.bylines for person in byline.people] == ["林书平", "葛小满"]
    (box,) = article.sidebars
    assert [person.name for byline in box.bylines for person in byline.people] == ["章禾"]


def test_a_bracketed_reporter_of_his_own_signs_a_story_of_its_own() -> None:
    article = parse(
        f"番茄走出新路\n本报讯（记者 章禾）{COLUMN.strip()}\n\n新增四个共享花园\n{COLUMN}（记者 林书平）\n\n"
        f"走访困难家庭\n{COLUMN}（通讯员 葛小满）\n"
    )
    assert [story.headline.text for story in article.sidebars if story.headline] == ["新增四个共享花园", "走访困难家庭"]
    assert headings(article) == []


def test_the_summary_under_its_label_is_the_deck() -> None:
    summary = "一片茶叶连着十万茶农。面对用工难，当\n地改造老厂，产业有了新样子。\n"
    article = parse(f"老茶厂换了新样\n本报记者 章禾\n核心阅读\n{summary}{FLUSH}")
    assert article.deck is not None
    assert article.deck.text == "一片茶叶连着十万茶农。面对用工难，当地改造老厂，产业有了新样子。"
    assert "核心阅读" in [block.text for block in article.furniture]


def test_a_letter_keeps_its_salutation() -> None:
    article = parse(f"货架占了盲道\n谁来管（来信调查）\n《江州日报》（2018年07月30日 第 16 版）\n\n编辑同志：\n{FLUSH}")
    assert article.headline is not None
    assert article.headline.text == "货架占了盲道谁来管（来信调查）"
    assert texts(article)[0] == "编辑同志："


def test_names_that_lines_cut_within_a_dateline() -> None:
    article = parse(
        "四十六项标准发布\n"
        f"《江州日报》（2016年03月09日 第 9 版）\n\n本报江州3月8日电\n\n（记者章\n\n禾、林书平）{FLUSH}"
    )
    assert article.dateline is not None
    assert [person.name for person in article.dateline.people] == ["章禾", "林书平"]
    assert texts(article)[0].startswith("清江镇的老桥")


def test_a_page_whose_characters_are_all_spread_keeps_no_space() -> None:
    """A recogniser (OCR) put a space between all characters, also within names."""
    lines = [
        "老 桥 通 车",
        "本 报 讯 ( 记 者 章 小 禾 ) 清 江 镇 的 老 桥 修 了 三 年 ,",
        *[" ".join(line) for line in FLUSH.split("\n")[1:]],
    ]
    article = parse("\n".join(lines))
    assert article.dateline is not None
    assert [person.name for person in article.dateline.people] == ["章小禾"]
    assert " " not in "".join(texts(article))


def test_paragraphs_of_a_line_each_are_not_joined() -> None:
    """A web page with short lines among its paragraphs: what is cut there is narrower than what ends."""
    body = [
        "凌晨四点的水库一片漆黑，他关掉车灯，摇下车窗，侧着耳朵听。",
        "水面上先是零星几声，接着连成了片，像是有人在远处敲鼓。",
    ]
    lines = [
        "追着候鸟跑的人",
        "江州报记者 章禾",
        "本文1026字",
        body[0],
        "▲四月的水库",
        body[1],
        "最后的四个人",
        body[0],
        body[1],
    ]
    article = parse("\n\n".join(lines))
    assert [text for text in texts(article) if text in body] == [body[0], body[1], body[0], body[1]]


def test_a_title_of_two_lines_between_kicker_and_dashed_subtitle() -> None:
    article = parse(
        f"从“靠天”到“知天”\n\n清江两岸果园\n装上“聪明头脑”\n\n——清江镇果业调查\n\n本报记者 章 禾\n\n{COLUMN}"
    )
    assert article.kicker is not None
    assert article.headline is not None
    assert article.subtitle is not None
    assert article.kicker.text == "从“靠天”到“知天”"
    assert article.headline.text == "清江两岸果园装上“聪明头脑”"
    assert article.subtitle.text == "——清江镇果业调查"


def test_the_byline_of_a_feature_stands_before_its_first_heading() -> None:
    spaced = FLUSH.replace("\n", "\n\n")
    article = parse(f"老桥通车\n\n——清江镇见闻\n\n{spaced}□本报记者 章 禾\n\n桥边长出集市\n\n{spaced}")
    assert headings(article) == ["桥边长出集市"]
    assert article.sidebars == ()
    assert [person.name for byline in article.bylines for person in byline.people] == ["章禾"]


def test_the_label_of_a_box_below_its_title() -> None:
    article = parse(f"老桥通车\n本报记者 章 禾\n\n{FLUSH}\n卖豆腐的老周：头一个过桥\n\n特稿\n\n{FLUSH}")
    (box,) = article.sidebars
    assert box.headline is not None
    assert box.kicker is not None
    assert (box.kicker.text, box.headline.text) == ("特稿", "卖豆腐的老周：头一个过桥")


@pytest.mark.parametrize("heading", ["渡船停航 老周：走得慢", "豆腐摊：客人多一倍"])
def test_a_heading_with_a_colon_over_lines_that_are_full(heading: str) -> None:
    article = parse(f"老桥通车\n本报记者 章 禾\n\n{FLUSH}\n{heading}\n{FLUSH}\n镇里的打算\n{FLUSH}")
    assert headings(article) == [heading, "镇里的打算"]


def test_a_sentence_that_a_picture_cut_behind_figures() -> None:
    cut = FLUSH.replace("过桥的是卖豆腐的老\n", "过桥的是卖豆腐的，\n\n桥上的人都看着他笑。\n章禾摄\n\n")
    texts_of_story = texts(parse(f"老桥通车\n本报记者 章 禾\n\n{FLUSH}{cut}"))
    assert any("卖豆腐的，周，他推着车" in text for text in texts_of_story)


def test_a_dateline_with_people_that_fills_its_line() -> None:
    """The people in brackets at the end of the line close no story."""
    page = f"老桥通车\n本报记者 章 禾\n\n{FLUSH}\n豆腐涨价\n\n本报清江3月4日电（记者林书平）\n{FLUSH}"
    (box,) = parse(page).sidebars
    assert box.dateline is not None
    assert [person.name for person in box.dateline.people] == ["林书平"]
    assert len(texts(box)) == 2
    assert box.bylines == ()


def test_reporters_and_the_place_from_which_they_report() -> None:
    article = parse(f"老橋通車了\n\n記者章禾／台北報導\n\n{FLUSH}")
    assert [person.name for byline in article.bylines for person in byline.people] == ["章禾"]
    assert article.dateline is not None
    assert article.dateline.place == "台北"


def test_a_caption_whose_credit_is_broken_ends_there() -> None:
    page = f"老桥通车\n本报记者 章 禾\n\n{FLUSH}\n▲桥上的人都看着他笑。（本\n报资料照片）\n\n镇里的打算\n\n{FLUSH}"
    article = parse(page)
    assert headings(article) == ["镇里的打算"]
    assert [figure.caption.text for figure in article.figures if figure.caption] == ["▲桥上的人都看着他笑。"]


def test_a_headline_of_two_lines_is_no_kicker() -> None:
    heads = "棉袄里缝着钱\n老周误投旧衣箱\n\n民警连夜翻遍旧衣找回\n\n本报讯（记者林书平）\n"
    (box,) = parse(f"老桥通车\n本报记者 章 禾\n\n{FLUSH}\n{heads}{FLUSH}").sidebars
    assert box.headline is not None
    assert box.subtitle is not None
    assert (box.headline.text, box.subtitle.text) == ("棉袄里缝着钱老周误投旧衣箱", "民警连夜翻遍旧衣找回")


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        ("逾六成村民夜里睡眠不\n足五小时 盼早通车", "逾六成村民夜里睡眠不足五小时 盼早通车"),
        ("十二间歇脚亭开到\n河埠口 等船也能喝茶", "十二间歇脚亭开到河埠口 等船也能喝茶"),
    ],
)
def test_no_kicker_ends_where_a_word_must_follow(lines: str, headline: str) -> None:
    article = parse(f"{lines}\n\n本报记者 章 禾\n\n{FLUSH}")
    assert article.headline is not None
    assert article.headline.text == headline


def test_a_line_that_leads_to_a_figure_is_no_heading() -> None:
    cut = "1200个，孩子上学也不用再绕路走那\n山后的小道了。\n"
    article = parse(f"老桥通车\n本报记者 章 禾\n\n{FLUSH}\n镇里的打算\n\n来往的人约有\n{cut}")
    assert headings(article) == ["镇里的打算"]
