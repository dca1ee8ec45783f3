"""What stands after an English figure: unit words and symbols, currencies, percent, ages, "per"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from newsdoc.annotate.quantity.chinese_unit import PER_MILLE, PERCENT, POINTS, TIMES, Item
from newsdoc.annotate.quantity.tables import Unit
from newsdoc.numerals.english import read_english
from newsdoc.numerals.words import SCALES

if TYPE_CHECKING:
    from newsdoc.annotate.quantity.figure import Figure
    from newsdoc.annotate.quantity.tables import English

_GAP = re.compile(r"[ \t\u00a0\u2009\u202f]{1,3}|[ ]?\r?\n[ ]?|[ ]?[-\u2010\u2011][ ]?(?=[A-Za-z])")
_WORDS = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+){0,3}")
_WORD = re.compile(r"[A-Za-z]+")
_STOPS = re.compile(r"(?:[A-Z]\.){2,3} [A-Za-z]+")
_SYMBOL = re.compile(r"[A-Za-zµμ°ºΩ℃℉²³/·'\"′″.^0-9⁻−]{1,10}")
_BRACKETED = re.compile(r"\s?[({]([A-Za-zµμ°²³/]{1,6})[)}]")
_PERCENT = re.compile(
    r"\s?%|[\s-]{1,2}(?:per\s?cent(?:age)?s?|pct)(?P<points>[\s-]points?)?\b|(?<=\d)pc\b"
    r"|[\s-]?(?:basis points?|bps?)\b",
    re.IGNORECASE,
)
_AGE = re.compile(r"[\s-](?:olds?\b|of\s+age\b)|\s?\byo\b")
_YEARS_OLD = re.compile(r"\s?(?:yo|y/o|y\.o\.)\b")
_OF = re.compile(r"\s+of(?:\s+an?)?(?=\s)|\s+an?(?=\s)", re.IGNORECASE)
_EXTRA = re.compile(r"\s+(?:additional|extra|more|less|fewer|further|full|whole|consecutive|straight|long)(?=\s)")
_PER = re.compile(r"\s?/\s?(?=[A-Za-z])|\s+(?:per|every|each)\s+|[\s-]{1,3}(?:an?)[\s-]{1,3}", re.IGNORECASE)
_FOLD = re.compile(r"[\s-]?fold\b")
_TIMES = re.compile(
    r"\s+times(?=\s+(?:as|more|less|larger|higher|lower|bigger|greater|smaller|faster|longer|the|its|that|what|their|over|next|last|this|annual|normal|earnings|average)\b)"
)
_PLAIN_IN = re.compile(r"\s?in\b(?!\s+(?:the|a|an)\b)")
_FEET_AND_INCHES = re.compile(r"['’′]\s?(\d|1[01])(?:\"|”|″|''|’’)")
_INCH = re.compile(
    r"\s?in(?=\s*(?:$|[.,;:)/x×]|thick|long|wide|tall|high|deep|across|diameter|by\b|in\b|over\b|of\s+(?:rain|snow)))"
)
_AGES = re.compile(r"[\s-](decades?|century|centuries)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\s?[ap]\.?\s?m\b")
_PREFIXES = frozenset(["nano", "micro", "milli", "centi", "deci", "hecto", "kilo", "mega", "giga", "tera"])
_SPACED = frozenset(["m", "g", "t", "L", "l", "W", "V", "K", "h", "s", "J", "N", "A", "mu", "li"])
_WEATHER = re.compile(
    r"temperature|weather|warm|cold|heat|chill|freez|forecast|outside|\bhighs?\b|\blows?\b", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_GLUED = re.compile(r"\d|-\d")
_PER_NOUNS = frozenset(
    [
        "share",
        "person",
        "head",
        "capita",
        "piece",
        "unit",
        "household",
        "student",
        "passenger",
        "vote",
        "game",
        "night",
        "visit",
        "user",
        "ticket",
    ]
)
_BELOW_ZERO = re.compile(r"\s+below\s+(?:zero|freezing)", re.IGNORECASE)
POUND = Unit("measure", "[lb_av]", "kg", Fraction("0.45359237"))
_STERLING = re.compile(
    r"£|sterling|\b(?:British|Britain|UK|U\.K\.|London|England|pence|pay|paid|cost|costs|price|worth|tax|fine|fined|profit|loss|sales|spent|earn|salary|currency|money)\b"
)
_WEIGHING = re.compile(r"\s+of\s+(?!debt|cash|sterling|bail)|\s+(?:heavier|lighter|in weight|overweight)")


def _sterling(text: str, figure: Figure, end: int) -> bool:
    """Whether pounds are money: by their number, and by the words around them."""
    if figure.scale >= 10**6:
        return True
    if _WEIGHING.match(text, end):
        return False
    return _STERLING.search(text, max(0, figure.start - 120), min(len(text), end + 60)) is not None


def unit_at(text: str, at: int, tables: English, digits: bool, *, loose: bool = False) -> tuple[int, Unit, str] | None:
    """End, unit and wording of the unit that stands at ``at``, after a gap or none; longest first."""
    gap = _GAP.match(text, at)
    place = gap.end() if gap else at
    if found := _symbol(text, place, tables, tight=gap is None, digits=digits):
        return found
    if gap is None and text[at : at + 1].isalpha() and not digits and not loose:
        return None
    words = _WORDS.match(text, place)
    if words is None:
        return None
    end = words.end()
    if text.startswith(" sq. ", place - 1) or text.startswith("sq. ", place):
        more = _WORD.match(text, place + 4)
        form = f"sq. {more.group()}" if more else ""
        if more and (unit := tables.exact.get(form) or tables.units.get(form)):
            return more.end(), unit, form
    if words.end() == place + 1 and (stops := _STOPS.match(text, place)):
        form = stops.group().replace(".", "").lower()
        if unit := tables.units.get(form):
            return stops.end(), unit, stops.group()
    while True:
        form = text[place:end].replace("-", " ")
        low = form.lower()
        unit = tables.units.get(low) or tables.exact.get(form)
        if unit is None and low.split(" ")[0] in _PREFIXES:
            unit = tables.units.get(low.replace(" ", "", 1)) or tables.exact.get(low.replace(" ", "", 1))
        if unit is not None and _stands(text, end, form, tight=gap is None, digits=digits):
            return end, unit, text[place:end]
        cut = max(form.rfind(" "), 0)
        if not cut:
            return None
        end = place + cut


def _stands(text: str, end: int, form: str, *, tight: bool, digits: bool) -> bool:
    """Whether a unit word ends here; one letter counts only behind digits and a space."""
    if len(form) > 1:
        return not _DIGIT.match(text, end)
    return not tight and digits and form in _SPACED and not _GLUED.match(text, end)


def _symbol_stands(text: str, end: int, said: str, *, tight: bool) -> bool:
    after = text[end : end + 1]
    if said[-1].isalnum():
        if after.isalnum() or (after == "'" and not tight):
            return False
        if (_GLUED if len(said) == 1 else _DIGIT).match(text, end):
            return False
    if len(said) > 1 or not said.isascii():
        return True
    return said != "K" if tight else said in _SPACED


def _symbol(text: str, place: int, tables: English, tight: bool, digits: bool) -> tuple[int, Unit, str] | None:
    if bracketed := _BRACKETED.match(text, place):
        unit = tables.exact.get(bracketed[1])
        if unit:
            return bracketed.end(), unit, bracketed[1]
    found = _SYMBOL.match(text, place)
    if found is None or not digits:
        return None
    said = found.group().rstrip(".")
    while said:
        unit = tables.exact.get(said)
        end = place + len(said)
        if unit is not None and _symbol_stands(text, end, said, tight=tight):
            return end, unit, said
        said = said[:-1]
    if inch := _INCH.match(text, place):
        return inch.end(), tables.units["inch"], "in"
    if text.startswith(("''", '"', "″"), place) and text[place - 1 : place].isdigit() | (
        text[place - 1 : place] == " "
    ):
        mark = 2 if text.startswith("''", place) else 1
        if (
            mark == 2
            or (re.match(r"[\s\"″]*(?:$|[.,;)]|[a-z])", text[place + 1 : place + 6]) and tight)
            or text[place + 1 : place + 6].strip() in {"long", "wide", "tall"}
        ):
            return place + mark, tables.units["inch"], '"'
    return None


def read_item(text: str, figure: Figure, tables: English, digits: bool) -> Item:
    """The figure with its unit; without one where none follows."""
    end = figure.end
    if digits and (feet := _FEET_AND_INCHES.match(text, end)):
        both = None if figure.value is None else figure.value + Fraction(int(feet[1]), 12)
        return Item(figure._replace(value=both), feet.end(), tables.units["foot"], "'")
    if degrees := _DEGREES.match(text, end):
        return _degrees(text, figure, degrees)
    if (
        digits
        and (letter := _LETTER_DEGREES.match(text, end))
        and (
            _WEATHER.search(text, max(0, figure.start - 60), end)
            or _MINUS_BEFORE.search(text, max(0, figure.start - 2), figure.start)
        )
    ):
        return Item(figure, letter.end(), Unit("measure", "Cel" if letter[1] == "C" else "[degF]"), letter[1])
    if percent := _PERCENT.match(text, end):
        said = percent.group().strip(" -")
        if said.lower().startswith("b"):
            return Item(figure.times(Fraction(1, 100)), percent.end(), POINTS, said)
        return Item(figure, percent.end(), POINTS if percent["points"] else PERCENT, said)
    if text[end : end + 1] == "‰":
        return Item(figure, end + 1, PER_MILLE, "‰")
    if fold := _FOLD.match(text, end):
        return Item(figure, fold.end(), TIMES, "fold")
    if times := _TIMES.match(text, end):
        return Item(figure, times.end(), TIMES, "times")
    if young := _YEARS_OLD.match(text, end):
        return Item(figure, young.end(), Unit("age", "a"), young.group().strip())
    if digits and _CLOCK.match(text, end):
        return Item(figure, end)
    if ages := _AGES.match(text, end):
        return Item(figure.times(100 if ages[1][0] in "cC" else 10), ages.end(), Unit("measure", "a"), ages[1])
    found = unit_at(text, end, tables, digits)
    if (
        found
        and found[1].code == "GBP"
        and found[2].lower() in {"pound", "pounds"}
        and not _sterling(text, figure, found[0])
    ):
        found = (found[0], POUND, found[2])
    if found is None and (extra := _EXTRA.match(text, end)):
        found = unit_at(text, extra.end(), tables, digits=False)
        if found and found[1].kind != "measure":
            found = None
    if found is None and figure.value is not None and figure.value.denominator != 1 and (of := _OF.match(text, end)):
        found = unit_at(text, of.end(), tables, digits=False)
        if found and (
            found[1].kind != "measure"
            or (
                found[1].code in {"a", "mo", "wk"}
                and "of" in of.group()
                and not of.group().rstrip().endswith(("a", "an"))
            )
        ):
            found = None
    if found is None:
        return Item(figure, end)
    end, unit, said = found
    item = Item(figure, end, unit, said)
    if unit.kind == "money":
        return _money(text, item, tables)
    return _measure(text, item, tables)


_DEGREES = re.compile(
    r"[\s-]?(?:°|º|degrees?\b|deg\b\.?)\s?(?:"
    r"(?P<cel>celsius|celcius|centigrade|c(?![\w']))|(?P<far>fahrenheit|farenheit|f(?![\w']))|(?P<kel>kelvin))?",
    re.IGNORECASE,
)
_MINUS_BEFORE = re.compile(r"(?:^|[\s(])[-−]$")
_LETTER_DEGREES = re.compile(r"([CF])(?![\w'-])")
_ANGLE = re.compile(r"\s+(?:angle|turn|north|south|east|west|latitude|longitude)")
_SCALE_ON = re.compile(r"\s+on\s+the\s+(celsius|fahrenheit)\s+scale", re.IGNORECASE)


def _degrees(text: str, figure: Figure, found: re.Match[str]) -> Item:
    """20 degrees C, 98.6°F, 5 degrees below zero; bare degrees of the weather are Celsius."""
    end = found.start() + len(found.group().rstrip())
    code = "Cel" if found["cel"] else "[degF]" if found["far"] else "K" if found["kel"] else "deg"
    if below := _BELOW_ZERO.match(text, end):
        return Item(
            figure.times(-1), below.end(), Unit("measure", "Cel" if code == "deg" else code), found.group().strip()
        )
    if code == "deg":
        if on := _SCALE_ON.match(text, end):
            code = "Cel" if on[1].lower() == "celsius" else "[degF]"
        elif _WEATHER.search(text, max(0, figure.start - 160), end + 40) and not _ANGLE.match(text, end):
            code = "Cel"
    return Item(figure, end, Unit("measure", code), found.group().strip())


def _money(text: str, item: Item, tables: English) -> Item:
    unit = item.unit
    assert unit is not None
    figure, end = item.figure, item.end
    if unit.minor is not None:
        return item._replace(figure=figure.times(unit.minor), unit=Unit("money", _main(unit.code)))
    if more := _SCALE_BEHIND.match(text, end):
        return item._replace(figure=figure.times(SCALES[more[1].lower()]), end=more.end())
    joint = _MONEY_JOINT.match(text, end)
    if joint and figure.value is not None and figure.low is None and (part := read_english(text, joint.end())):
        found = unit_at(text, part.end, tables, digits=not part.words)
        if found and found[1].minor is not None and part.value < 100 and part.kind == "cardinal":
            value = figure.value + part.value * found[1].minor
            return item._replace(figure=figure._replace(value=value), end=found[0])
    return item


def _main(code: str) -> str:
    return code


def _measure(text: str, item: Item, tables: English) -> Item:
    """5 feet 2 inches, an hour and 20 minutes, a month and a half, years old, degrees below zero."""
    unit, figure, end = item.unit, item.figure, item.end
    assert unit is not None
    if unit.code in {"a", "mo", "wk", "d"} and (aged := _AGE.match(text, end)):
        return item._replace(unit=Unit("age", unit.code), end=aged.end())
    if figure.value is None or figure.low is not None:
        return item
    value, smallest = figure.value, unit
    for _ in range(3):
        joint = _JOINT.match(text, end)
        if joint is None or ("," in joint.group() and smallest.code not in _SAID_IN_PARTS):
            break
        if half := _AND_A_HALF.match(text, end):
            value, end = value + (Fraction(1, 4) if "quarter" in half.group() else Fraction(1, 2)), half.end()
            break
        part = read_english(text, joint.end())
        if part is None or part.kind == "ordinal" or ("," in joint.group() and text[part.end : part.end + 1] == "-"):
            break
        found = unit_at(text, part.end, tables, digits=not part.words)
        if found is None and smallest.code == "[ft_i]" and (inches := _PLAIN_IN.match(text, part.end)):
            found = (inches.end(), tables.units["inch"], "in")
        if found is None or found[1].kind != "measure":
            break
        share = _share(unit, found[1], smallest)
        if share is None or ("," in joint.group() and "and" not in joint.group() and unit.base == "s"):
            break
        if part.value * share * _whole(unit) >= _whole(smallest):
            break
        value, end, smallest = value + part.value * share, found[0], found[1]
        if aged := _AGE.match(text, end):
            return item._replace(figure=figure._replace(value=value), end=aged.end(), unit=Unit("age", unit.code))
    return item._replace(figure=figure._replace(value=value), end=end)


_SCALE_BEHIND = re.compile(r"\s+(thousand|million|billion|trillion)\b", re.IGNORECASE)
_MONEY_JOINT = re.compile(r",?\s+(?:and\s+)?")
_JOINT = re.compile(r",?\s*(?:and\s+)?(?=[\da-zA-Z])|-(?=\d)")
_SAID_IN_PARTS = frozenset(["[mi_i]", "[yd_i]", "[ft_i]", "[lb_av]", "a", "wk", "d", "h", "min"])
"""Units whose parts a comma may part (5 feet, 2 inches); of others it parts the members of a list."""
_AND_A_HALF = re.compile(r"\s+and\s+(?:an?\s+)?(?:half|quarter)\b(?!\s+(?:of|million|dozen))", re.IGNORECASE)
_CALENDAR = {"a": 12, "mo": 1}


def _share(main: Unit, part: Unit, above: Unit) -> Fraction | None:
    if main.code in _CALENDAR and part.code in _CALENDAR and above.code != part.code:
        return Fraction(_CALENDAR[part.code], _CALENDAR[main.code]) if main.code == "a" else None
    if main.base is None or main.base != part.base or None in (main.factor, part.factor, above.factor):
        return None
    if main.factor is None or part.factor is None or above.factor is None or part.factor >= above.factor:
        return None
    return part.factor / main.factor


def _whole(unit: Unit) -> Fraction:
    """The size of a unit, in months or in its base."""
    return Fraction(_CALENDAR[unit.code]) if unit.code in _CALENDAR else unit.factor or Fraction(1)


def read_per(text: str, item: Item, tables: English) -> Item:
    """per kilogram, an hour, a share, /month behind the unit."""
    if item.unit is None or item.unit.kind not in {"money", "measure", "count"} or item.per is not None:
        return item
    mark = _PER.match(text, item.end)
    if mark is None:
        return item
    article = mark.group().strip(" -").lower() in {"a", "an"}
    found = unit_at(text, mark.end(), tables, digits=mark.group().strip() == "/", loose=True) or _noun(text, mark.end())
    if found is None or found[1].kind == "money":
        return item
    if (
        article
        and item.unit.kind == "measure"
        and found[1].base != "s"
        and found[1].code not in {"a", "mo", "wk", "d", "h"}
    ):
        return item
    return item._replace(per=found[1], end=found[0])


def _noun(text: str, at: int) -> tuple[int, Unit, str] | None:
    word = _WORD.match(text, at)
    if word and word.group().lower() in _PER_NOUNS:
        return word.end(), Unit("count", word.group().lower()), word.group()
    return None
