"""An article in the other Chinese script: the text by OpenCC, every annotation where it was, names and values true."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from newsdoc.annotate.language import language_of
from newsdoc.bilingual.names import HAN, Names, name_in, names_of
from newsdoc.bilingual.opencc_spans import Converted, convert, converter, joined, placed, then
from newsdoc.bilingual.trillions import resolved
from newsdoc.errors import NewsdocError
from newsdoc.lexicon import BUILT_IN, Lexicon
from newsdoc.model.annotation import Date, Person, Quantity, Quote
from newsdoc.model.article import Byline, Credit, Dateline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsdoc.model.article import Article, Figure, Section, Story, TextBlock

SCRIPTS = ("zh-Hans", "zh-Hant", "zh-TW", "zh-HK")
_ALIASES = {
    "zh-hans": "zh-Hans", "zh-cn": "zh-Hans", "zh-sg": "zh-Hans", "zh-my": "zh-Hans", "zh-hans-cn": "zh-Hans",
    "zh-hans-sg": "zh-Hans", "zh-hant": "zh-Hant", "zh-tw": "zh-TW", "zh-hant-tw": "zh-TW", "zh-hk": "zh-HK",
    "zh-hant-hk": "zh-HK", "zh-mo": "zh-HK", "zh-hant-mo": "zh-HK",
}  # fmt: skip
CONFIGURATIONS = {
    ("zh-Hans", "zh-Hant"): ("s2t",),
    ("zh-Hans", "zh-TW"): ("s2twp",),
    ("zh-Hans", "zh-HK"): ("s2hkp",),
    ("zh-Hant", "zh-Hans"): ("t2s",),
    ("zh-Hant", "zh-TW"): ("t2tw",),
    ("zh-Hant", "zh-HK"): ("t2hk",),
    ("zh-TW", "zh-Hans"): ("tw2sp",),
    ("zh-TW", "zh-Hant"): ("tw2t",),
    ("zh-TW", "zh-HK"): ("tw2t", "t2hk"),
    ("zh-HK", "zh-Hans"): ("hk2sp",),
    ("zh-HK", "zh-Hant"): ("hk2t",),
    ("zh-HK", "zh-TW"): ("hk2t", "t2tw"),
}
"""(script of the article, script wanted) -> the configurations of OpenCC, one after the other."""

_NEAR = 200
"""How far from a quote its cue and speaker are looked for."""

_T = TypeVar("_T", bound="TextBlock")


def to_script(article: Article, script: str, *, lexicon: Lexicon | None = None) -> Article:
    """The article in another script of Chinese, its text as OpenCC converts it.

    ``block.text[start:end] == annotation.text`` holds afterwards for every annotation, where phrases change length
    too. Values, units and dates are untouched. ``source``, the ``source`` spans of the blocks, edits and diagnostics
    speak of the input and stay. ``language`` becomes the target. An article that is not in Chinese comes back as it is.

    ============  ===========  ===========  ============  ============
    article \\ to  zh-Hans      zh-Hant      zh-TW         zh-HK
    ============  ===========  ===========  ============  ============
    zh-Hans       (same)       s2t          s2twp         s2hkp
    zh-Hant       t2s          (same)       t2tw          t2hk
    zh-TW         tw2sp        tw2t         (same)        tw2t, t2hk
    zh-HK         hk2sp        hk2t         hk2t, t2tw    (same)
    ============  ===========  ===========  ============  ============

    The text differs from OpenCC's in two things. Names of people (bylines, credits, datelines, speakers, and the table
    ``names`` of the lexicon) are converted as names (:mod:`newsdoc.bilingual.names`). And 兆, a million millions in
    Taiwan but a million on the mainland, becomes 万亿 where a quantity shows that it is the former.

    Args:
        article: any article.
        script: ``zh-Hans``, ``zh-Hant``, ``zh-TW`` or ``zh-HK``; also ``zh-CN``, ``zh-SG``, ``zh-Hant-TW``,
            ``zh-Hant-HK``.
        lexicon: the user's words; its ``names`` are protected.

    Raises:
        NewsdocError: no such script.

    >>> from newsdoc.pipeline import parse
    >>> article = to_script(parse("口岸外贸增长\\n本报记者 余有田\\n这里的以太网每天传5亿字节。"), "zh-TW")
    >>> article.bylines[0].text, article.sections[0].paragraphs[0].text
    ('本報記者 余有田', '這裡的乙太網路每天傳5億位元組。')
    >>> [quantity.text for quantity in article.quantities]
    ['5億位元組']
    """
    target = _ALIASES.get(script.replace("_", "-").lower()) if isinstance(script, str) else None
    if target is None:
        raise NewsdocError(f"no script {script!r}; there are {', '.join(SCRIPTS)}")
    source = _script_of(article)
    if source is None:
        return article
    configurations = CONFIGURATIONS.get((source, target), ())
    if not configurations:
        return article.model_copy(update={"language": target})
    names = names_of(_named(article), lexicon or BUILT_IN, source, target)
    return _Conversion(
        tuple((name, converter(name)) for name in configurations), source, target, names, {}, {}
    ).article(article)


def _script_of(article: Article) -> str | None:
    tag = (article.language or "").replace("_", "-")
    if tag.lower() in {"", "und", "zh", "zho", "chi"}:
        tag = language_of(article.source.text) or ""
    if known := _ALIASES.get(tag.lower()):
        return known
    return language_of(article.source.text) if tag.lower().startswith("zh-") else None


def _stories(article: Article) -> Iterator[Story]:
    yield article
    yield from article.sidebars


def _people(article: Article) -> Iterator[Person]:
    yield from article.people
    for story in _stories(article):
        yield from story.named_people()


def _named(article: Article) -> Iterable[str]:
    return dict.fromkeys(person.name for person in _people(article) if person.name)


@dataclass(frozen=True, slots=True)
class _Conversion:
    """What the conversion of one article works with; the dicts keep what it has done already."""

    configurations: tuple[tuple[str, Any], ...]
    source: str
    target: str
    names: Names
    said: dict[str, str]
    persons: dict[Person, Person]

    def article(self, article: Article) -> Article:
        return article.model_copy(
            update={
                **self.parts(article),
                "language": self.target,
                "sidebars": tuple(story.model_copy(update=self.parts(story)) for story in article.sidebars),
                "people": tuple(self.person(person) for person in article.people),
                "furniture": tuple(self.block(block) for block in article.furniture),
            }
        )

    def parts(self, story: Story) -> dict[str, Any]:
        return {
            "kicker": self.maybe(story.kicker),
            "headline": self.maybe(story.headline),
            "subtitle": self.maybe(story.subtitle),
            "deck": self.maybe(story.deck),
            "bylines": tuple(self.block(byline) for byline in story.bylines),
            "dateline": self.maybe(story.dateline),
            "lead": self.maybe(story.lead),
            "sections": tuple(self.section(section) for section in story.sections),
            "figures": tuple(self.figure(figure) for figure in story.figures),
        }

    def maybe(self, block: _T | None) -> _T | None:
        return None if block is None else self.block(block)

    def section(self, section: Section) -> Section:
        paragraphs = tuple(self.block(block) for block in section.paragraphs)
        return section.model_copy(update={"heading": self.maybe(section.heading), "paragraphs": paragraphs})

    def figure(self, figure: Figure) -> Figure:
        position = figure.position and self.phrase(figure.position)
        return figure.model_copy(
            update={
                "caption": self.maybe(figure.caption),
                "credit": self.maybe(figure.credit),
                "position": position,
            }
        )

    def block(self, block: _T) -> _T:
        spread = isinstance(block, (Byline, Dateline, Credit))
        made = self.convert(block.text, block.quantities, spread=spread)
        changes: dict[str, Any] = {
            "text": made.text,
            "quantities": tuple(self.quantity(quantity, made) for quantity in block.quantities),
            "dates": tuple(self.date(date, made) for date in block.dates),
            "quotes": tuple(self.quote(quote, block.text, made) for quote in block.quotes),
        }
        if isinstance(block, (Byline, Dateline, Credit)):
            changes["people"] = tuple(self.person(person, block.text, made) for person in block.people)
        if isinstance(block, (Byline, Credit)):
            changes["affiliation"] = self.words(block.affiliation, block.text, made)
        if isinstance(block, Dateline):
            changes["agency"] = self.words(block.agency, block.text, made)
            changes["place"] = self.words(block.place, block.text, made)
            changes["date"] = block.date and self.date(block.date, made)
        return block.model_copy(update=changes)

    def convert(self, text: str, quantities: tuple[Quantity, ...] = (), *, spread: bool = False) -> Converted:
        """A text with its names and its million millions."""
        if self.target in ("zh-Hans", "zh-HK") and "兆" in text:
            first = resolved(text, quantities)
            return then(first, self.converted(first.text, spread=spread))
        return self.converted(text, spread=spread)

    def converted(self, text: str, *, spread: bool) -> Converted:
        made = self.by_opencc(text)
        names = list(self.names.found(text, spread=spread))
        return _with_names(text, made, names, self.by_opencc) if names else made

    def by_opencc(self, text: str) -> Converted:
        made = convert(text, *self.configurations[0])
        for configuration in self.configurations[1:]:
            made = then(made, convert(made.text, *configuration))
        return made

    def phrase(self, phrase: str) -> str:
        """A phrase by itself."""
        known = self.said.get(phrase)
        if known is None:
            known = self.said[phrase] = self.convert(phrase).text
        return known

    def words(
        self, phrase: str | None, text: str, made: Converted, start: int = 0, end: int | None = None
    ) -> str | None:
        """A phrase as the converted block has it, where it stands in ``text[start:end]``; else by itself."""
        if not phrase:
            return phrase
        known = self.said.get(phrase)
        if known is None:
            at = text.find(phrase, start, end)
            if at < 0:
                return self.phrase(phrase)
            known = self.said[phrase] = made.text[made.start(at) : made.end(at + len(phrase))]
        return known

    def person(
        self, person: Person, text: str = "", made: Converted | None = None, start: int = 0, end: int | None = None
    ) -> Person:
        known = self.persons.get(person)
        if known is None:
            made = made or Converted("")
            known = self.persons[person] = Person(
                self.name(person.name),
                self.words(person.title, text, made, start, end),
                self.words(person.organization, text, made, start, end),
            )
        return known

    def name(self, name: str | None) -> str | None:
        if not name or not HAN.search(name):
            return name
        return self.names.said.get(name) or name_in(name, self.source, self.target)

    def quantity(self, quantity: Quantity, made: Converted) -> Quantity:
        start, end = made.start(quantity.start), made.end(quantity.end)
        text = made.text[start:end]
        if text == quantity.text and start == quantity.start:
            return quantity
        unit = quantity.unit_text
        if unit and not unit.isascii():
            at = quantity.text.rfind(unit)
            first = quantity.start + at
            unit = self.phrase(unit) if at < 0 else made.text[made.start(first) : made.end(first + len(unit))]
        return Quantity(
            start,
            end,
            text,
            quantity.kind,
            quantity.value,
            quantity.low,
            quantity.high,
            quantity.unit,
            unit,
            quantity.modifier,
            quantity.base_value,
            quantity.base_unit,
            quantity.per,
        )

    def date(self, date: Date, made: Converted) -> Date:
        start, end = made.start(date.start), made.end(date.end)
        text = made.text[start:end]
        if text == date.text and start == date.start:
            return date
        return Date(start, end, text, date.edtf, date.resolved, date.calendar)

    def quote(self, quote: Quote, text: str, made: Converted) -> Quote:
        start, end = made.start(quote.start), made.end(quote.end)
        near = max(0, quote.start - _NEAR), quote.end + _NEAR
        return Quote(
            start,
            end,
            made.text[start:end],
            quote.kind,
            quote.speaker and self.person(quote.speaker, text, made, *near),
            quote.speaker_from,
            self.words(quote.cue, text, made, *near),
            quote.continues,
        )


def _with_names(
    text: str, made: Converted, names: list[tuple[int, int, str]], by_opencc: Callable[[str], Converted]
) -> Converted:
    """The conversion with names in their place; OpenCC's text everywhere else."""
    if not made.before and all(end - start == len(name) for start, end, name in names):
        pieces, at = [], 0
        for start, end, name in names:
            pieces += [made.text[at:start], name]
            at = end
        return Converted("".join((*pieces, made.text[at:])))
    # A phrase that reaches over the edge of a name (it is rare) makes the text be converted in parts.
    whole = all(made.parts(start) and made.parts(end) for start, end, _ in names)
    parts: list[tuple[int, Converted]] = []
    at = 0
    for start, end, name in (*names, (len(text), len(text), "")):
        part = made.between(at, start) if whole else by_opencc(text[at:start])
        parts += [(start - at, part), (end - start, joined([(text[start:end], name)]))]
        at = end
    return placed(parts)
