"""The figure in Chinese running text: one numeral with 几, 多, 余, 分之, adjacent digits and only-scale words."""

from __future__ import annotations

import re
from fractions import Fraction

from newsdoc.annotate.quantity.figure import Figure, opened, step
from newsdoc.errors import NumeralError
from newsdoc.numerals.chinese import approximate, whole
from newsdoc.numerals.signs import DIGIT_CLASS, LARGE_CLASS, SMALL, SMALL_CLASS

DIGITS = "".join(sign for sign in DIGIT_CLASS if sign not in "两兩俩倆仨")
SCALES = "".join(SMALL) + LARGE_CLASS
LARGE = LARGE_CLASS
_ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,20}+(?![\d,])|\d+)(?:\.\d+)?|(?<![\d.])\.\d+"
_TWO = rf"[两兩](?=[{SCALES}]|[点點][{DIGITS}])"
_BODY = rf"(?:{_ARABIC}|[{DIGITS}{SMALL_CLASS}{LARGE}]|{_TWO})"
_POINT = (
    rf"[点點](?:[{DIGITS}]++(?![十拾百佰廿卅卌]|[千仟](?![瓦米克赫伏卡帕焦]))|\d+)(?:[{LARGE}]|[百千](?=[{LARGE}]))*"
)
NUMERAL = rf"{_BODY}{{1,200}}+(?:{_POINT})?"

_NUMERAL_SIGNS = rf"\d{DIGITS}{SCALES}两兩俩倆仨廿卄卅卌½⅓⅔¼¾"
CANDIDATE = re.compile(
    # One set of signs first, for which the engine scans, then what must stand around the sign.
    rf"[{_NUMERAL_SIGNS}.半好几幾数數上成翻打对對个個分](?:(?<=[{_NUMERAL_SIGNS}])|(?<=\.)(?=\d)"
    rf"|(?<=半)(?=[年天日月个個成折小斤公亩畝里吨噸米升秒分杯数數])|(?<=好)(?=[几幾数數][{SCALES}以])"
    rf"|(?<=[几幾数數])(?=[{SCALES}以])|(?<=上)(?=[百千万萬亿億])|(?<=成)(?=[千百]上)"
    r"|(?<=翻)(?=了?(?:[一两兩二三四五几]|\d{1,2})?番)|(?<=[打对對])(?=[对對]?折)|(?<=[个個分])(?=半[鐘钟小月]))"
)
_NUMERAL = re.compile(NUMERAL)
_SIMPLE = re.compile(rf"(\d[\d,]*(?:\.\d+)?)([{LARGE}]{{0,2}})")
_LARGE_TAIL = re.compile(rf"[{LARGE}]+$")
_SIDE_BY_SIDE = re.compile(rf"[{DIGITS}两兩]{{2}}")
_ONE_OR_TWO = re.compile(
    "一[两兩](?=[个個天年月周次种種位名家人件条條只隻句点點小星分元块塊倍成度岁歲吨噸米公千毫平亩畝秒场場层層座所间間套部辆輛艘台臺步滴])"
)
_DOUBLED_ONE = re.compile("一一(?=[个個种種位名家项項件条條只隻场場段份座片])")
"""更是一一种: a slip for 一种."""
SCALE_VALUE = {"": 1, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "万亿": 10**12, "萬億": 10**12}
_LONE_TWO = re.compile("[两兩俩倆仨]")
_LIST = re.compile(rf"([一二三四五六七八])、([二三四五六七八九])(?=[{SCALES}]*[^、{DIGITS}{SCALES}])([{SCALES}]*)")
_SHARE = re.compile(r"分\s?之\s?(?P<sign>负|負|[-+])?的?")
_MIXED = re.compile(rf"又(?P<below>{NUMERAL})分之(?P<top>{NUMERAL})")
_ONLY_SCALE = re.compile(rf"(?:好)?[几幾数數]([{SCALES}]+)")
_BY_SCALE = re.compile(r"[数數]以([十百千万萬亿億]+)[计計]")
_THOUSANDS = re.compile("成千上[万萬]|成百上千")
_OVER = re.compile(rf"上([百千万萬亿億][{SCALES}]*)")
_SOME = re.compile(rf"[几幾]([{LARGE}]*)")
_TAILS = frozenset("几幾多余餘来來")
_MORE = re.compile(
    rf"[多余餘]([{LARGE}]*)|[来來](?=[个個位名人家天年万萬亿億岁歲块塊元吨噸公平立千毫厘里米亩畝斤件条條次头頭度辆輛])([{LARGE}]*)"
)
_OPEN_SHARE = re.compile("[多余餘几幾](?![数數])")
_SLASH = re.compile(r" ?/ ?(\d{1,6})(?![\d/年月]| ?(?:毫米汞柱|mmHg))")
_WHOLE_AND = re.compile(r" (\d{1,3}) ?/ ?(\d{1,3})(?![\d/年月])")
_EXPONENT = re.compile(r"[eE]([-+]?\d{1,2})(?![\w.])|[×x]10\^?([-+]?\d{1,2})(?![\w.])")
_GOES_ON = frozenset("eE×x /")
"""What follows the digits of an exponent or of a fraction with a stroke."""
_GLYPHS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4)}


def scale_of(said: str) -> int:
    """The product of scale signs: 万亿, 百万; 1 for none."""
    return int(whole(said)) if said else 1


def read_figure(text: str, at: int) -> Figure | None:
    """The figure that begins at ``at``, or None, also where it is larger than any that are read; never raises."""
    try:
        return _read(text, at)
    except NumeralError:
        return None


def _read(text: str, at: int) -> Figure | None:
    sign = text[at]
    if sign in "几幾数數成上好":
        return _vague(text, at)
    if sign in _GLYPHS:
        return Figure(at, at + 1, Fraction(*_GLYPHS[sign]))
    listed = _LIST.match(text, at) if text.startswith("、", at + 1) else None
    if listed and (pair := approximate(listed.group())):
        return Figure(at, listed.end(), None, *pair, words=True)
    if sign in "两兩俩倆仨" and not (text[at + 1 : at + 2] and text[at + 1] in SCALES + "点點"):
        if text[at + 1 : at + 2] and text[at + 1] in "三叁參" and sign in "两兩":
            return _two_three(text, at)
        return Figure(at, at + 1, Fraction(3 if sign == "仨" else 2), bare=True, words=True)
    if sign == "一" and _ONE_OR_TWO.match(text, at):
        return _tail(text, Figure(at, at + 2, None, Fraction(1), Fraction(2), words=True), "二")
    if sign == "一" and _DOUBLED_ONE.match(text, at):
        return None
    found = _NUMERAL.match(text, at)
    if found is None or len(said := found.group()) > 400:
        return None
    end = found.end()
    share = _SHARE.match(text, end) if text.startswith("分", end) else None
    if share and (figure := _fraction(text, at, said, share)):
        return figure
    return _numeral(text, at, said, end)


def _two_three(text: str, at: int) -> Figure | None:
    """两三个, 两三百, 两三天: two figures side by side."""
    found = _NUMERAL.match(text, at + 1)
    said = "二" + (found.group() if found else "")
    try:
        pair = approximate(said)
    except NumeralError:
        return None
    if pair is None or found is None:
        return Figure(at, at + 1, Fraction(2), bare=True, words=True)
    return _tail(text, Figure(at, found.end(), None, *pair, words=True), said)


def _fraction(text: str, at: int, said: str, share: re.Match[str]) -> Figure | None:
    top = _NUMERAL.match(text, share.end())
    if top is None:
        lone = _LONE_TWO.match(text, share.end())
        top = lone
    if top is None:
        return None
    pair = None
    try:
        below = whole(said)
        pair = approximate(top.group())
        above = Fraction(0) if pair else whole(top.group())
    except NumeralError:
        return None
    if not below:
        return None
    if pair:
        return Figure(at, top.end(), None, pair[0] / below, pair[1] / below, words=True)
    figure = Figure(at, top.end(), (-above if share["sign"] in ("负", "負", "-") else above) / below, words=True)
    if more := _OPEN_SHARE.match(text, top.end()):
        size = step(above)
        return figure._replace(end=more.end(), low=above / below, high=(above + size) / below, modifier="more")
    return figure


def _numeral(text: str, at: int, said: str, end: int) -> Figure | None:
    digits = "0" <= said[0] <= "9" or said[0] == "."
    following = text[end : end + 1]
    if digits and following in _GOES_ON and said.isascii():
        if power := _EXPONENT.match(text, end):
            return Figure(at, power.end(), whole(said) * Fraction(10) ** int(power[1] or power[2]))
        if "." not in said and (ratio := _SLASH.match(text, end)) and int(ratio[1]):
            return Figure(at, ratio.end(), Fraction(int(said.replace(",", "")[:400]), int(ratio[1])))
        if "." not in said and (mixed := _WHOLE_AND.match(text, end)) and int(mixed[2]):
            return Figure(at, mixed.end(), whole(said) + Fraction(int(mixed[1]), int(mixed[2])))
    if following == "又" and (mixed := _MIXED.match(text, end)):
        try:
            part = whole(mixed["top"]) / whole(mixed["below"])
            return Figure(at, mixed.end(), whole(said) + part, words=True)
        except (NumeralError, ZeroDivisionError):
            return None
    if digits and (simple := _SIMPLE.fullmatch(said)):
        units, _, decimals = simple[1].replace(",", "").partition(".")
        scale = SCALE_VALUE.get(simple[2]) or scale_of(simple[2])
        number = int(units + decimals)
        value = Fraction(number * scale, 10 ** len(decimals)) if decimals else Fraction(number * scale)
        return _tail(text, Figure(at, end, value, scale=scale), said)
    while said:
        try:
            pair = approximate(said) if _SIDE_BY_SIDE.search(said) else None
            if pair:
                return _tail(text, Figure(at, end, None, *pair, words=True), said)
            value = whole(said)
            break
        except NumeralError:
            said, end = said[:-1], end - 1  # 二〇〇点, 三点. and the like: drop what cannot belong
            if len(said) > 60:
                return None
    else:
        return None
    scale = 1
    tail = _LARGE_TAIL.search(said)
    if tail and (digits or len(said) > len(tail.group())):
        scale = scale_of(tail.group())
    bare = len(said) == 1 and not digits
    return _tail(text, Figure(at, end, value, scale=scale, bare=bare, words=not digits), said)


def _tail(text: str, figure: Figure, said: str) -> Figure:
    """几, 多, 余, 来 after the numeral and the scale words after them: 十几万, 3000多万, 十余亿."""
    end = figure.end
    if text[end : end + 1] not in _TAILS:
        return figure
    value = figure.value
    small = said[-1] in SMALL_CLASS or said[-1] in LARGE
    if value is not None and (some := _SOME.match(text, end)) and (small or said[-1] in "零〇"):
        size = step(value) if small else Fraction(10)
        factor = scale_of(some[1])
        low, high = value * factor, (value + size) * factor
        figure = Figure(figure.start, some.end(), low, low, high, factor, "more", words=True)
        more = _MORE.match(text, figure.end)
        if more and more[1]:
            figure = figure.times(scale_of(more[1]))._replace(end=more.end())
        return figure
    if value is None:
        if more := _MORE.match(text, end):
            factor = scale_of(more[1] or more[2] or "")
            return figure.times(factor)._replace(end=more.end())
        return figure
    if more := _MORE.match(text, end):
        factor = scale_of(more[1] or more[2] or "")
        if more.group()[0] in "来來":
            return figure.times(factor)._replace(end=more.end(), modifier="about", bare=False)
        grown = opened(figure).times(factor)
        return grown._replace(end=more.end(), scale=figure.scale * factor, bare=False)
    return figure


def _vague(text: str, at: int) -> Figure | None:
    """几十万, 数百, 上千, 成千上万, 数以万计: only the scale is said."""
    if found := _BY_SCALE.match(text, at):
        low = scale_of(found[1])
        return Figure(at, found.end(), None, Fraction(low), Fraction(low * 10), words=True)
    if found := _THOUSANDS.match(text, at):
        low = 1000 if found.group()[1] == "千" else 100
        return Figure(at, found.end(), None, Fraction(low), Fraction(low * 100 if low > 100 else 10000), words=True)
    if text[at] == "上":
        found = _OVER.match(text, at)
        if found is None or (at and text[at - 1] in "以之网網线線路身场場早晚加马馬地天海北楼樓村岸市"):
            return None
        try:
            value = whole(found[1])
        except NumeralError:
            return None
        figure = Figure(at, found.end(), value, value, None, 1, "more", words=True)
        more = _MORE.match(text, found.end())
        return figure._replace(end=more.end(), high=None) if more and not more[1] else figure
    found = _ONLY_SCALE.match(text, at)
    if found is None:
        return None
    try:
        low = scale_of(found[1])
    except NumeralError:
        return None
    figure = Figure(at, found.end(), None, Fraction(low), Fraction(low * 10), scale=1, words=True)
    if more := _MORE.match(text, found.end()):
        factor = scale_of(more[1] or more[2] or "")
        return figure.times(factor)._replace(end=more.end())
    return figure
