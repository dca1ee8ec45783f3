"""Pages that are drawn to be recognised by Tesseract, with what stands on them, and how near an article comes to it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pdf_drawing import Sheet

    from newsdoc.model.article import Article, Story


@dataclass(frozen=True)
class Told:
    """A story of a page: its headline, who wrote it, its headings and paragraphs in order, its captions."""

    headline: str
    people: tuple[str, ...]
    texts: tuple[str, ...]
    captions: tuple[str, ...] = ()


@dataclass(frozen=True)
class PageToRead:
    """A page with what stands on it; ``language`` is Tesseract's name of it."""

    draw: Callable[[], bytes]
    stories: tuple[Told, ...]
    language: str = "chi_sim"


def likeness(one: str, other: str) -> float:
    """How much of two texts is the same, from 0 to 1, white space aside."""
    return SequenceMatcher(None, "".join(one.split()), "".join(other.split()), autojunk=False).ratio()


def faults(article: Article, stories: Sequence[Told], *, headline: float, text: float) -> list[str]:
    """What of a page is not in its article, or not at its place; likenesses that are enough come as arguments.

    Recognisers err in the few characters of large type: ``headline`` holds for headings and captions too.
    """
    found = [article, *article.sidebars]
    if len(found) != len(stories):
        return [f"{len(found)} stories instead of {len(stories)}: {[_headline(story) for story in found]}"]
    wrong = []
    for story, told in zip(found, stories, strict=True):
        if likeness(_headline(story), told.headline) < headline:
            wrong.append(f"headline {_headline(story)!r} instead of {told.headline!r}")
        people = sum(len(byline.people) for byline in story.bylines)
        if people != len(told.people):
            wrong.append(f"{people} people instead of {told.people}")
        texts = _texts(story)
        if len(texts) != len(told.texts):
            wrong.append(f"{len(texts)} texts instead of {len(told.texts)}: {texts}")
        wrong += [
            f"{a!r} instead of {b!r}"
            for a, b in zip(texts, told.texts, strict=False)
            if likeness(a, b) < (text if len(b) > 12 else headline)
        ]
        captions = [figure.caption.text if figure.caption else "" for figure in story.figures]
        if len(captions) != len(told.captions) or any(
            likeness(a, b) < headline for a, b in zip(captions, told.captions, strict=True)
        ):
            wrong.append(f"captions {captions} instead of {told.captions}")
    return wrong


def _headline(story: Story) -> str:
    return story.headline.text if story.headline else ""


def _texts(story: Story) -> list[str]:
    texts = [story.lead.text] if story.lead else []
    for section in story.sections:
        texts += [section.heading.text] if section.heading else []
        texts += [block.text for block in section.paragraphs]
    return texts


TITLE = "临水粮库翻新记"
CAPTION = "图为库边的育秧棚。"
CREDIT = "本报记者 周小满摄"


def _sheet() -> Sheet:
    from pdf_drawing import Sheet

    sheet = Sheet()
    sheet.line(200, 40, TITLE, 40)
    sheet.line(330, 95, "本报记者 周小满")
    return sheet


def _five() -> bytes:
    from pdf_drawing import Slot

    sheet = _sheet()
    rows = sum(-(-(len(text) + 2) // 11) for text in _body(7)) // 5 + 2
    sheet.flow(_body(7), [Slot(40 + number * 144, 130, 12, rows) for number in range(5)])
    return sheet.data()


def _picture() -> bytes:
    from pdf_drawing import Slot

    sheet = _sheet()
    sheet.picture(220, 310, 340, 120)
    sheet.line(220, 435, f"{CAPTION} {CREDIT}", 9)
    columns = [(40, 130, 32), (220, 130, 12), (400, 130, 12), (220, 470, 8), (400, 470, 8), (580, 130, 32)]
    sheet.flow(_body(8), [Slot(x, y, 16, lines) for x, y, lines in columns])
    return sheet.data()


def _stories() -> bytes:
    from pdf_drawing import Sheet, Slot

    main, side, low = (story.texts for story in STORIES)
    sheet = Sheet()
    sheet.line(40, 40, TITLE, 36)
    sheet.line(40, 90, "本报记者 周小满")
    sheet.flow(main, [Slot(40, 120, 20, 12), Slot(260, 120, 20, 12)])
    sheet.line(500, 40, "育秧棚搬到库边", 24)
    sheet.line(500, 90, "本报记者 林一舟")
    sheet.flow(side, [Slot(500, 120, 24, 30)])
    sheet.rule(40, 560, 760)
    sheet.line(40, 580, "开窗关窗有讲究", 24)
    sheet.line(40, 620, "本报记者 何青")
    sheet.flow(low, [Slot(40, 650, 22, 20), Slot(280, 650, 22, 20), Slot(520, 650, 22, 20)])
    return sheet.data()


def _headings() -> bytes:
    from pdf_drawing import Slot

    body = _body(6)
    sheet = _sheet()
    sheet.flow(body[:1], [Slot(40, 130, 33, 10)])
    sheet.line(160, 210, "窗子怎么开", 14)
    sheet.flow(body[1:3], [Slot(40, 235, 33, 12)])
    sheet.picture(40, 400, 330, 160)
    sheet.line(40, 566, f"{CAPTION} {CREDIT}", 9)
    sheet.flow(body[3:4], [Slot(400, 130, 33, 10)])
    sheet.line(520, 210, "秧苗怎么育", 14)
    sheet.flow(body[4:], [Slot(400, 235, 33, 12)])
    return sheet.data()


ENGLISH = (
    "The grain store on the east side of town was rebuilt last winter, and its eight bins now have new insulated "
    "roofs of aluminium plate.",
    "Old Zhou, who keeps the store, walks round all of them early every morning and writes the temperatures down in a "
    "small notebook.",
    "Sheds by the store",
    "The cooperative has moved its seedling sheds next to the store this year, and the trays stand on their racks like "
    "books in a shop.",
    "He thinks that machines are handy enough, but that nothing takes the place of a pair of eyes when the spring "
    "rains come.",
    "People who pass by often stop for a moment to look, and ask what kind of rice is to be planted in the fields this "
    "season.",
    "Damp is the greatest danger of all, so there is a right time to open the windows and a right time to keep them "
    "shut.",
)


def _english() -> bytes:
    from pdf_drawing import Sheet
    from reportlab.pdfbase.pdfmetrics import stringWidth

    def flow(texts: Sequence[str], x: float, y: float) -> float:
        for text in texts:
            if not text.endswith("."):
                sheet.line(x, y + 4, text, 14, "Times-Bold")
                y += 28
                continue
            words, indent = text.split(), 12.0
            while words:
                line = words.pop(0)
                while words and stringWidth(f"{line} {words[0]}", "Times-Roman", 11) <= 340 - indent:
                    line += f" {words.pop(0)}"
                sheet.line(x + indent, y, line, 11, "Times-Roman")
                y, indent = y + 14, 0.0
        return y

    sheet = Sheet()
    sheet.line(60, 40, "Grain store opens again after winter", 40, "Times-Bold")
    sheet.line(60, 95, "By Anna Miller", 11, "Times-Roman")
    end = flow(ENGLISH[:4], 40, 130)
    sheet.picture(40, end + 10, 340, 120)
    sheet.line(40, end + 136, "Above: Seedling sheds beside the store. Photo: Anna Miller", 9, "Times-Roman")
    flow(ENGLISH[4:], 410, 130)
    return sheet.data()


def _body(count: int, seed: int = 0) -> list[str]:
    from pdf_drawing import paragraphs

    return paragraphs(count, seed)


STORIES = (
    Told(TITLE, ("周小满",), tuple(_body(3))),
    Told("育秧棚搬到库边", ("林一舟",), tuple(_body(3, 3))),
    Told("开窗关窗有讲究", ("何青",), tuple(_body(2, 5))),
)
_SIX = _body(6)

PAGES = {
    "five": PageToRead(_five, (Told(TITLE, ("周小满",), tuple(_body(7))),)),
    "picture": PageToRead(_picture, (Told(TITLE, ("周小满",), tuple(_body(8)), (CAPTION,)),)),
    "stories": PageToRead(_stories, STORIES),
    "headings": PageToRead(
        _headings,
        (
            Told(
                TITLE,
                ("周小满",),
                (_SIX[0], "窗子怎么开", *_SIX[1:4], "秧苗怎么育", *_SIX[4:]),
                (CAPTION,),
            ),
        ),
    ),
    "english": PageToRead(
        _english,
        (
            Told(
                "Grain store opens again after winter",
                ("Anna Miller",),
                ENGLISH,
                ("Above: Seedling sheds beside the store.",),
            ),
        ),
        "eng",
    ),
}


def page_xml(*regions: tuple[str, tuple[str, ...]]) -> bytes:
    """A page of PAGE XML: regions with their type, each line below the one before, each region after a gap."""
    inner, y = [], 0
    for kind, lines in regions:
        found = []
        for text in lines:
            points = f"0,{y} {40 * len(text)},{y} {40 * len(text)},{y + 40} 0,{y + 40}"
            found.append(
                f'<TextLine><Coords points="{points}"/><TextEquiv><Unicode>{text}</Unicode></TextEquiv></TextLine>'
            )
            y += 60
        inner.append(f'<TextRegion type="{kind}">{"".join(found)}</TextRegion>')
        y += 60
    return f"<PcGts><Page>{''.join(inner)}</Page></PcGts>".encode()
