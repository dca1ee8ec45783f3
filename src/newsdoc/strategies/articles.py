"""Clean newspaper articles for :mod:`newsdoc.strategies.drawn_pages`: what a page holds before it is printed.

They are made of the words and phrases in words.tsv. An article is drawn for the measure in which it is to be
set, so that :func:`newsdoc.strategies.printing.cut_lines` leaves every paragraph findable.
Traditional texts are the simplified ones through OpenCC, with the quotation marks and bylines of Taiwan and Hong Kong.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from newsdoc.strategies.printing import is_findable

if TYPE_CHECKING:
    from collections.abc import Mapping
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


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    table = ""
    for line in files("newsdoc.strategies").joinpath("words.tsv").read_text("utf-8").splitlines():
        if line.startswith("["):
            table = line.strip("[]")
        elif not line.startswith("#"):
            found.setdefault(table, []).extend(line.split("\t"))
    return {name: tuple(forms) for name, forms in found.items()}


def words(table: str) -> tuple[str, ...]:
    """The forms of a table of words.tsv."""
    return _tables()[table]


def pick(random: Random, table: str) -> str:
    """One form of a table."""
    return random.choice(words(table))


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
    return pick(random, "family") + pick(random, "given")


def _sentence(random: Random) -> str:
    kind = random.random()
    if kind < 0.22:
        who = random.choice(
            (pick(random, "places") + pick(random, "subjects") + pick(random, "posts") + name(random), name(random))
        )
        first, second = random.sample(words("said"), 2)
        return pick(random, "cues").format(w=who, s=first, t=second)
    parts = []
    if random.random() < 0.7:
        parts.append(pick(random, "openers"))
    where = random.choice((pick(random, "places"), ""))
    parts.append(where + pick(random, "subjects") + pick(random, "acts"))
    if random.random() < 0.5:
        parts.append(pick(random, "figures").format(**_number(random)))
    if random.random() < 0.3:
        parts.append("也" + pick(random, "acts"))
    return "，".join(parts) + random.choices("。！？", (20, 1, 1))[0]


def _english_sentence(random: Random) -> str:
    kind = random.random()
    if kind < 0.2:
        return pick(random, "english_figures").format(**_number(random))
    if kind < 0.4:
        said = pick(random, "english_said")
        return f"“{said[0].upper()}{said[1:]},” {pick(random, 'english_people')} said."
    where = pick(random, "english_places")
    act = f"{pick(random, 'english_acts')} {pick(random, 'english_tails')}"
    return f"{pick(random, 'english_subjects')} in {where} {act}."


def _paragraph(
    random: Random, language: str, width: float | None, above: str, dateline: str, *, tall: int, short: bool = False
) -> str:
    """A paragraph that a reader can tell from the one above it in lines of the width."""
    for _ in range(400):
        count = random.choices(range(1, 9), (2, 4, 4, 3, 2, 1, 1, 1))[0]
        if language == "en":
            text = " ".join(_english_sentence(random) for _ in range(count))
        else:
            text = to_script("".join(_sentence(random) for _ in range(count)), language)
            if "。" not in text:  # a lone question or exclamation may be a heading
                continue
        if width is None or is_findable(dateline + text, width, above, tall=tall, short=short):
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
        people = tuple(random.sample(words("english_people"), random.choice((1, 1, 2, 3))))
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
        person = pick(random, "english_people")
        place, day = pick(random, "english_places"), random.randint(2, 28)
        caption = f"{pick(random, 'english_scenes')} near {place}, Nov. {day}, 2025."
        credit = random.choice((f"(AP Photo/{person})", f"Photo: {person}/HKFP."))
        return ExpectedFigure(caption, credit, (person,))
    person = to_script(name(random), language)
    opening = random.choice(("图为", "▲", "左图：", "图①：")) if marked else ""
    when = random.choice(("", "1月2日，", "近日，"))
    caption = f"{opening}{when}在{pick(random, 'places')}口岸，{pick(random, 'scenes')}。"
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
    place = random.choice(words("english_places") if language == "en" else words("places"))
    english = language == "en"
    byline, dateline = "", ""
    people: tuple[str, ...] = ()
    if not side and not closing and random.random() < 0.3:
        dateline, people = _dateline(random, language)
    if not dateline or (width is not None and not english and not is_findable(dateline + "外" * 60, width, "")):
        dateline = ""
        byline, people = _byline(random, language, closing=closing)
    parts: list[tuple[str | None, tuple[str, ...]]] = []
    titles = random.sample(words("english_headings") if english else words("headings"), sections)
    if width is not None:
        titles = [title for title in titles if len(title) * (0.5 if english else 1) <= width - 5]
    above = ""
    for number in range(1 + len(titles)):
        paragraphs = []
        for index in range(2 if side else random.randint(1, 3) if number else random.randint(2, 4)):
            opens = index == 0 and number > 0
            tall = 3 if side or (not number and index < 2) else 2 if opens else 1  # a sidebar's edges show by measures
            text = _paragraph(
                random,
                language,
                width,
                "" if opens else above,
                dateline if not number and not index else "",
                tall=tall,
                short=side and index == 1,
            )
            paragraphs.append(text)
            above = text
        parts.append((to_script(titles[number - 1], language) if number else None, tuple(paragraphs)))
    headline = random.choice(words("english_headlines") if english else words("headlines")).format(p=place)
    kicker = subtitle = ""
    if not english and not side and random.random() < 0.3:
        subtitle = pick(random, "subtitles").format(p=place)
    elif not english and not side and random.random() < 0.2:
        kicker = random.choice([word for word in words("kickers") if len(word) * 2 <= len(headline)])
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
        random,
        language,
        width,
        side=False,
        sections=sections,
        figures=figures,
        closing=closing,
        marked=width is not None,
    )
    sidebars: tuple[ExpectedStory, ...] = ()
    if sidebar:
        beside = _story(random, language, side_width, side=True, sections=0, figures=0, closing=False, marked=False)
        sidebars = (ExpectedStory(**beside),)
    lines = []
    for _ in range(furniture):
        form = random.choice(words("english_furniture") if language == "en" else words("furniture"))
        lines.append(to_script(form.format(n=name(random), **_number(random)), language))
    return ExpectedPage(**main, language=language, sidebars=sidebars, furniture=tuple(dict.fromkeys(lines)))
