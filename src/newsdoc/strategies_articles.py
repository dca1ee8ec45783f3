"""Clean newspaper articles made of words of our own, for :mod:`newsdoc.strategies_pages`: what a page holds before it is printed.

An article is drawn for the measure in which it is to be set, so that :func:`lines_of` leaves every paragraph findable.
Traditional texts are the simplified ones through OpenCC, with the quotation marks and bylines of Taiwan and Hong Kong.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from newsdoc.strategies_print import is_findable

if TYPE_CHECKING:
    from random import Random


@dataclass(frozen=True, slots=True)
class ExpectedFigure:
    """A caption, the line or tail that credits it, and the people whom that names."""

    caption: str
    credit: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedStory:
    """The parts of a story, as text without the marks of the page; white space in them does not count.

    Attributes:
        byline: The line of the byline as printed, empty for none. It stands under the heads, or behind the last
            paragraph if it opens with a bracket.
        people: Whom byline and dateline name.
        dateline: What stands before the first paragraph, empty for none.
        sections: (heading or None, paragraphs), the heading None for the first only.
    """

    headline: str
    kicker: str = ""
    subtitle: str = ""
    byline: str = ""
    people: tuple[str, ...] = ()
    dateline: str = ""
    sections: tuple[tuple[str | None, tuple[str, ...]], ...] = ()
    figures: tuple[ExpectedFigure, ...] = ()

    def headings(self) -> list[str]:
        """The headings, in order."""
        return [heading for heading, _ in self.sections if heading is not None]

    def paragraphs(self) -> list[str]:
        """The paragraphs, in order."""
        return [paragraph for _, paragraphs in self.sections for paragraph in paragraphs]


@dataclass(frozen=True, slots=True)
class ExpectedPage(ExpectedStory):
    """A main story, and what else stands on its page."""

    language: str = "zh-Hans"
    sidebars: tuple[ExpectedStory, ...] = ()
    furniture: tuple[str, ...] = field(default=())


_PLACES = tuple("青河 临江 白石 云岭 南港 松原 海门 柳溪 金沙 古渡 东宁 平山".split())
_SUBJECTS = tuple(
    "当地企业 果蔬合作社 物流园区 口岸部门 种植大户 港务公司 运输车队 仓储中心 电商平台 加工厂 冷链基地 外贸商户".split()
)
_ACTS = tuple(
    "扩大了果蔬的出口规模 引进了新的分拣设备 开通了直达邻国的班列 与周边县市签订了长期合同 培训了一批熟练工人 缩短了货车排队的时间 把仓库搬到了铁路旁边"
    " 修通了最后一段公路 用上了自动称重系统 打开了内陆的销路 补上了夜间查验的人手 建起了三座温室大棚 降低了运输的成本 吸引了更多年轻人返乡".split()
)
_OPENERS = tuple(
    "今年以来 近年来 去年秋天 随着订单增加 为了缩短通关时间 在政府的支持下 受天气影响 经过两年筹备 尽管成本上升 从3月12日起 2022年 入冬之后 据了解 与此同时".split()
)
_FIGURES = (
    "货运量达到{a}.{b}万吨，同比增长{c}.{d}%",
    "出口额突破{a}亿元",
    "每天有{c}多辆货车经过这里",
    "先后投入{a}万元改造设施",
    "RCEP项下的订单占到{c}%",
    "第{c}个查验通道投入使用",
    "5G信号覆盖了{a}公里的沿线公路",
    "约{c}户人家从中受益",
)
_SAID = tuple(
    "路修好了，货就走得快 只要质量过硬，就不愁没有买家 以前要等三天，现在半天就够了 我们打算再添两条生产线 这里的水土适合种瓜 订单已经排到明年春天".split()
)
_CUES = ("{w}告诉记者，“{s}。”", "“{s}。”{w}说。", "“{s}，”{w}说，“{t}。”", "{w}认为，“{s}。”")
_POSTS = tuple("经理 村支书 负责人 站长 厂长 社长".split())
_FAMILY = tuple("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗")
_GIVEN = tuple("明 建国 晓燕 海涛 志强 丽 文博 静 立新 思远 鹏 春梅 雨桐 浩 佳音 勇 卫东 岚".split())
_HEADLINES = tuple(
    "{p}口岸外贸稳步增长 {p}让山货走出大山 一条铁路带活{p}十里长街 小小瓜果撑起{p}大产业 {p}港区全年货运创新高 冷链物流助力{p}农户增收"
    " {p}通关提速的背后 新通道带来{p}新机遇 {p}老厂房变身创业园".split()
)
_KICKERS = ("经济观察", "调查", "特写", "走基层", "一线见闻")
_SUBTITLES = ("——{p}外贸发展调查", "——来自{p}口岸一线的报告", "——{p}边贸见闻")
_HEADINGS = tuple(
    "打通物流堵点 补齐人才短板 让通关更顺畅 产业链不断延伸 品牌走向海外 好路引来客商 服务送到门口 科技赋能口岸 绿色转型见成效 小农户对接大市场 期待更多新变化".split()
)
_SCENES = tuple(
    "工人正在装卸货物 货车有序通过查验通道 果农在大棚里采摘瓜果 班列驶出货运站台 分拣线上一派繁忙 游客走进老街的集市 技术员检查冷藏设备".split()
)
_RUBRICS = (
    "第{c}页",
    "责任编辑：{n}",
    "202{e}年1月2{e}日 星期三",
    "A{e} 要闻",
    "《人民日报》（202{e}年1月2{e}日 第0{e}版）",
    "— {c} —",
)


def _number(random: Random) -> dict[str, str]:
    return {
        "a": str(random.randint(2, 9800)),
        "b": str(random.randint(1, 99)),
        "c": str(random.randint(3, 98)),
        "d": str(random.randint(1, 9)),
        "e": str(random.randint(1, 5)),
    }


def name(random: Random) -> str:
    """The name of a person, of two or three characters."""
    return random.choice(_FAMILY) + random.choice(_GIVEN)


def _sentence(random: Random) -> str:
    kind = random.random()
    if kind < 0.22:
        who = random.choice(
            (f"{random.choice(_PLACES)}{random.choice(_SUBJECTS)}{random.choice(_POSTS)}{name(random)}", name(random))
        )
        first, second = random.sample(_SAID, 2)
        return random.choice(_CUES).format(w=who, s=first, t=second)
    parts = []
    if random.random() < 0.7:
        parts.append(random.choice(_OPENERS))
    parts.append(random.choice((random.choice(_PLACES), "")) + random.choice(_SUBJECTS) + random.choice(_ACTS))
    if random.random() < 0.5:
        parts.append(random.choice(_FIGURES).format(**_number(random)))
    if random.random() < 0.3:
        parts.append("也" + random.choice(_ACTS))
    return "，".join(parts) + random.choices("。！？", (20, 1, 1))[0]


_EN_PLACES = ("Riverton", "Port Ellis", "the harbour district", "Northgate", "the border town")
_EN_SUBJECTS = (
    "Local growers",
    "Haulage firms",
    "The port authority",
    "Shopkeepers",
    "A farming cooperative",
    "City planners",
    "Volunteers",
)
_EN_ACTS = (
    "opened a new cold store near the railway",
    "signed supply contracts with three neighbouring counties",
    "cut waiting times at the crossing by half",
    "hired seasonal workers for the harvest",
    "promised to repair the last stretch of the coastal road",
    "moved their warehouses closer to the docks",
    "asked for longer opening hours at the customs hall",
)
_EN_TAILS = (
    "after two years of delays",
    "as orders from abroad kept rising",
    "on Monday",
    "despite higher fuel costs",
    "in a bid to draw younger buyers",
    "according to figures released last week",
)
_EN_FIGURES = (
    "Exports rose {c}.{d} percent to ${a} million.",
    "About {c} trucks pass the gate every day.",
    "The work cost ${a}.{b} million.",
)
_EN_SAID = (
    "the road is what we needed",
    "we cannot keep up with demand",
    "nobody expected such a good season",
    "it took patience and some luck",
)
_EN_PEOPLE = (
    "Jane Doyle",
    "Daniel Hollis",
    "Mary Okafor",
    "Peter Lindqvist",
    "Susan Lam",
    "Owen Price",
    "Grace Wong",
    "Tom Becker",
)
_EN_HEADLINES = (
    "New rail link brings buyers to {p}",
    "Harvest workers return to {p} as orders grow",
    "Cold stores change the fortunes of {p}",
    "Traders in {p} welcome longer customs hours",
)
_EN_HEADINGS = (
    "A longer season",
    "Waiting at the gate",
    "Help for small farms",
    "What comes next",
    "New buyers arrive",
    "Roads before ships",
)
_EN_SCENES = (
    "Workers load crates of fruit",
    "Trucks queue at the crossing",
    "A train leaves the freight yard",
    "Visitors walk through the old market",
)
_EN_FURNITURE = ("Page {c}", "{c}", "Monday, 1{e} November 202{e}", "A{e}")


def _english_sentence(random: Random) -> str:
    kind = random.random()
    if kind < 0.2:
        return random.choice(_EN_FIGURES).format(**_number(random))
    if kind < 0.4:
        said = random.choice(_EN_SAID)
        return f"“{said[0].upper()}{said[1:]},” {random.choice(_EN_PEOPLE)} said."
    where = random.choice(_EN_PLACES)
    return f"{random.choice(_EN_SUBJECTS)} in {where} {random.choice(_EN_ACTS)} {random.choice(_EN_TAILS)}."


def _paragraph(random: Random, language: str, width: float | None, above: str, dateline: str, *, tall: bool) -> str:
    """A paragraph that a reader can tell from the one above it in lines of the width."""
    for _ in range(60):
        count = random.choices(range(1, 9), (2, 4, 4, 3, 2, 1, 1, 1))[0]
        if language == "en":
            text = " ".join(_english_sentence(random) for _ in range(count))
        else:
            text = to_script("".join(_sentence(random) for _ in range(count)), language)
            if "。" not in text:  # a lone question or exclamation may be a heading
                continue
        if width is None or is_findable(dateline + text, width, above, tall=tall):
            return text
    raise AssertionError(f"no paragraph fits a measure of {width} em")


@lru_cache(maxsize=1)
def _to_traditional() -> Any:
    from opencc import OpenCC

    return OpenCC("s2t")


def to_script(text: str, language: str) -> str:
    """A simplified text in the script of the language, with its quotation marks."""
    if language != "zh-Hant":
        return text
    converted: str = _to_traditional().convert(text)
    return converted.translate(str.maketrans("“”", "「」"))


def _byline(random: Random, language: str, *, closing: bool = False) -> tuple[str, tuple[str, ...]]:
    """A line, and whom it names; ``closing`` for one that stands behind the last paragraph."""
    if language == "en":
        people = tuple(random.sample(_EN_PEOPLE, random.choice((1, 1, 2, 3))))
        listed = people[0] if len(people) == 1 else f"{', '.join(people[:-1])} and {people[-1]}"
        if closing:
            return f"(Reporting by {listed})", people
        return random.choice((f"By {listed}", f"By {listed}", "BY " + listed.upper())), people
    people = tuple(dict.fromkeys(to_script(name(random), language) for _ in range(random.choice((1, 1, 2, 2, 3)))))
    spread = [" ".join(one) if len(one) == 2 else one for one in people]
    if closing:
        return to_script(f"（本报记者{'、'.join(people)}）", language), people
    forms = [
        f"本报记者 {' '.join(people)}",
        f"{random.choice('□■●◎')} 本报记者 {' '.join(people)}",
        f"□本报记者 {' '.join(people)}",
        f"本报记者 {' '.join(spread)}",
        f"□ 本报记者 {' '.join(spread)}",
    ]
    if len(people) == 2:
        forms += [f"本报记者 {people[0]} 通讯员 {people[1]}", f"本报记者{people[0]} 实习生{people[1]}"]
    if language == "zh-Hant" and len(people) == 1:
        forms += [f"记者{people[0]}／台北报导", f"记者 {people[0]}／高雄报导"]
    return to_script(random.choice(forms), language), people


def _dateline(random: Random, language: str) -> tuple[str, tuple[str, ...]]:
    """What opens the first paragraph, and whom it names."""
    if language == "en":
        return random.choice(
            ("HONG KONG (AP) — ", "LONDON (Reuters) - ", "BEIJING, Nov. 27 (Xinhua) -- ", "NAIROBI (AP) -- ")
        ), ()
    person = to_script(name(random), language)
    place = to_script(random.choice(("北京", "兰州", "昆明")), language)
    if language == "zh-Hant":
        forms = (
            f"（中央社記者{person}台北2日電）",
            f"〔記者{person}／台北報導〕",
            "【明報專訊】",
            f"香港文匯報訊（記者 {person}）",
        )
    else:
        forms = (
            f"新华社{place}1月2日电（记者{person}）",
            f"本报讯（记者 {person}）",
            f"本报{place}3月5日电 （记者{person}）",
            f"中新社{place}2月4日电",
        )
    form = random.choice(forms)
    return form, (person,) if person in form else ()


def _figure(random: Random, language: str, *, marked: bool) -> ExpectedFigure:
    if language == "en":
        person = random.choice(_EN_PEOPLE)
        caption = f"{random.choice(_EN_SCENES)} near {random.choice(_EN_PLACES)}, Nov. {random.randint(2, 28)}, 2025."
        credit = random.choice((f"(AP Photo/{person})", f"Photo: {person}/HKFP."))
        return ExpectedFigure(caption, credit, (person,))
    person = to_script(name(random), language)
    opening = random.choice(("图为", "▲", "左图：", "图①：")) if marked else ""
    caption = f"{opening}{random.choice(('', '1月2日，', '近日，'))}在{random.choice(_PLACES)}口岸，{random.choice(_SCENES)}。"
    credit = random.choice(
        (f"本报记者 {person}摄", f"新华社记者 {person}摄", f"新华社发（{person} 摄）", f"（{person}摄）")
    )
    if language == "zh-Hant" and random.random() < 0.3:
        return ExpectedFigure(to_script(caption, language), "（圖／記者" + person + "攝）", (person,))
    return ExpectedFigure(to_script(caption, language), to_script(credit, language), (person,))


def _story(
    random: Random,
    language: str,
    width: float | None,
    *,
    side: bool,
    sections: int,
    figures: int,
    closing: bool,
    marked: bool,
) -> dict[str, Any]:
    place = random.choice(_EN_PLACES if language == "en" else _PLACES)
    english = language == "en"
    byline, people, dateline = "", (), ""
    if not side and not closing and random.random() < 0.3:
        dateline, people = _dateline(random, language)
    else:
        byline, people = _byline(random, language, closing=closing)
    parts: list[tuple[str | None, tuple[str, ...]]] = []
    titles = random.sample(_EN_HEADINGS if english else _HEADINGS, sections)
    if width is not None:
        titles = [title for title in titles if len(title) * (0.5 if english else 1) <= width - 5]
    above = ""
    for number in range(1 + len(titles)):
        paragraphs = []
        for index in range(2 if side else random.randint(1, 3) if number else random.randint(2, 4)):
            opens = index == 0 and number > 0
            tall = opens or side or (not number and index < 2)  # these show the measure that a sidebar interrupts
            text = _paragraph(
                random,
                language,
                width,
                "" if opens else above,
                dateline if not number and not index else "",
                tall=tall,
            )
            paragraphs.append(text)
            above = text
        parts.append((to_script(titles[number - 1], language) if number else None, tuple(paragraphs)))
    headline = random.choice(_EN_HEADLINES if english else _HEADLINES).format(p=place)
    kicker = subtitle = ""
    if not english and not side and random.random() < 0.3:
        subtitle = random.choice(_SUBTITLES).format(p=place)
    elif not english and not side and random.random() < 0.2:
        kicker = random.choice([word for word in _KICKERS if len(word) * 2 <= len(headline)])
    return {
        "headline": to_script(headline, language) if not english else headline,
        "kicker": to_script(kicker, language),
        "subtitle": to_script(subtitle, language),
        "byline": byline,
        "people": people,
        "dateline": dateline,
        "sections": tuple(parts),
        "figures": tuple(_figure(random, language, marked=marked) for _ in range(figures)),
    }


def article(
    random: Random,
    language: str,
    *,
    width: float | None = None,
    side_width: float | None = None,
    sections: int = 1,
    figures: int = 0,
    sidebar: bool = False,
    closing: bool = False,
    furniture: int = 0,
) -> ExpectedPage:
    """A clean page: its parts, in words that leave every paragraph findable in lines of the width.

    Args:
        random: Where the words come from.
        language: ``zh-Hans``, ``zh-Hant`` or ``en``.
        width: The measure in em; None where each paragraph is a line.
        side_width: The measure of the sidebar.
        sections: Headings of the main story.
        figures: Captions of the main story.
        sidebar: Whether there is a story beside it.
        closing: Whether the byline stands behind the last paragraph.
        furniture: Lines that belong to no story.
    """
    main = _story(
        random, language, width, side=False, sections=sections, figures=figures, closing=closing, marked=width is not None
    )
    sidebars = ()
    if sidebar:
        beside = _story(random, language, side_width, side=True, sections=0, figures=0, closing=False, marked=False)
        sidebars = (ExpectedStory(**beside),)
    lines = []
    for _ in range(furniture):
        form = random.choice(_EN_FURNITURE if language == "en" else _RUBRICS)
        lines.append(to_script(form.format(n=name(random), **_number(random)), language))
    return ExpectedPage(**main, language=language, sidebars=sidebars, furniture=tuple(dict.fromkeys(lines)))
