"""Chinese numerals that are no quantity: codes, scores, telephone numbers, addresses, series, 一 + classifier."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from newsdoc.annotate.date.chinese_pattern import LASTING
from newsdoc.annotate.quantity.chinese_figure import DIGITS, SCALES
from newsdoc.annotate.quantity.chinese_unit import unit_at
from newsdoc.model.characters import has_han

if TYPE_CHECKING:
    from newsdoc.annotate.quantity.chinese_unit import Item
    from newsdoc.annotate.quantity.tables import Chinese

_CODE = re.compile(r"[A-Za-z0-9]+(?:[-_./:#&=?%@+][A-Za-z0-9]+)*")
_LINK = re.compile(r"(?:https?://|www\.)\S*|[\w.+-]{1,64}@\S+")
_LABEL = re.compile(r"(?<![A-Za-z])[A-Z]{1,5} $")
_YEARS = re.compile(r"(?:19|20)\d\d ?/ ?\d\d")
"""2023/24 is a season, '98 a year."""
_UNIT_OF_TABLE = re.compile("(?:单位|單位)[：:]$")
"""单位：亿元 says what a table counts."""
_EVENT = re.compile(r"\d{1,2}[·•]\d{1,2}(?![\d%])")
"""9·11 names what happened on a day."""
_MEGA = re.compile("宽带|寬頻|带宽|頻寬|光纤|光纖|[网網流][络絡速量路]?")
_PAIRED = re.compile(r"\d{1,20}[-/]\d")
_PHONE = re.compile(
    r"(?:\+?86[- ]?)?1[3-9]\d"
    r"(?:\d{8}(?![\d万萬亿億多余餘元吨噸人个個.])|[- ]\d{4}[- ]\d{4}(?!\d))"
    r"|\(?0\d{2,3}\)?[- ]?\d{7,8}(?!\d)"
    r"|[48]00[- ]\d{3,4}[- ]?\d{3,4}(?!\d)|\d{3,4}-\d{3,4}-\d{3,4}(?!\d)|\d{4} \d{4}(?!\d)"
)
_SIGNS = frozenset("%％‰°℃倍")
_SURNAMES = frozenset("张張方项項连連门門支石封")
_CALL = re.compile(
    "(?:电话|電話|热线|熱線|拨打|撥打|致电|致電|客服|传真|傳真|QQ|微信|尾号|尾號|编号|編號|代码|代號|邮编|密码|账号|学号)"
    '[号號码碼]?(?:为|為|是|[:：])?[“" ]?$'
)
_SERVICE = re.compile('\\d{3,6}[”"]?(?:热线|熱線|便民|急救|报警|指挥中心|服务热线|政务)')
_SCORE = re.compile(
    r"\d{1,2}[:：]\d{2}[:：]\d{2}(?:\.\d{1,3})?(?!\d)"
    r"|\d{1,3}投\d{1,3}中|\d{1,3}[胜勝](?:\d{1,3}[负負平和]){1,2}|\d{1,3} ?[:：∶比] ?\d{1,3}(?![\d%])"
    r"|\d{1,3}(?:\.\d{1,3})? ?[:：∶] ?\d{1,3}(?:\.\d{1,3})?(?![\d%])"
    r"|[一二三四五六七八九十零]{1,3}比[一二三四五六七八九十零]{1,3}(?![\d%分成])"
)
_DASHED = re.compile(r"\d+(?:\.\d+)?(?:-\d+){1,4}(?![\d.%])")
_VERSION = re.compile(r"\d+\.0(?!\d)(?=版|时代|時代|[，。、”）)\s]|$)|\d+\.\d+\.\d+")
_LISTED = re.compile(r"(?:^|\n)[ \u3000]*[（(]?$")
_LIST_MARK = re.compile(r"[.、．)）](?!\d)")
_YEARS_BORN = re.compile(r"(?:\d[05]|[零〇五六七八九][零〇五])[后後](?!\w*天)")
_NUMBERED = re.compile(
    "号(?!召|称)|號(?!召|稱)|室|弄|路公交|路车|次列车|次航班|厂(?![家商房区])|廠(?![家商房區])|台联|條碼|式(?!微)|型(?!号)"
)
_CLOCK = re.compile("[点點时時](?!\\d*[点點])")
_TERM = re.compile("大(?=[召报報代精胜勝开開以，。的后後前主上是提对對]|$)|中全会|中全會|届|屆")
_CURRENCY_LETTERS = ("RMB", "CNY", "USD", "HKD", "NTD", "TWD", "EUR", "GBP", "JPY", "RM", "Rp", "Rs")
_FINANCIAL = frozenset("壹贰貳叁參叄参肆伍陆陸柒捌玖拾佰仟")
_SCALES = frozenset(SCALES)
_DAY_BEFORE = frozenset("有这這那某同前后後每上下另首头頭第当當哪近")
_ENDLESS = re.compile(rf"[\d{DIGITS}{SCALES}]{{61}}")
"""No figure of running text has so many signs."""
_RUN = re.compile(rf"[\d,.{DIGITS}{SCALES}]++")


def beyond(text: str, at: int) -> int:
    """The end of the run of numeral signs at ``at``: where to look on after something that is no quantity."""
    run = _RUN.match(text, at)
    return run.end() if run else at + 1


def passed(text: str, at: int, last: int, tables: Chinese) -> int:
    """The end of a code, link, telephone number or score at ``at``; 0 where there is none."""
    sign = text[at]
    if _ENDLESS.match(text, at):
        return beyond(text, at)
    if not ("0" <= sign <= "9" or sign == "."):
        if sign in "千百兆":
            unit = unit_at(text, at, tables)
            if unit and len(unit[0]) > 1 and unit[1].kind == "measure":
                return at + len(unit[0])
            if text.startswith("百分", at) and not text.startswith("百分之", at):
                return at + 2
        if sign in "一二三四五六七八九十零" and (score := _SCORE.match(text, at)):
            return score.end()
        if sign in DIGITS and tables.series.search(text, max(0, at - 6), at):
            return beyond(text, at)
        return 0
    before = text[at - 1 : at]
    lettered = (before.isascii() and before.isalpha()) or before in ("_", "#", "№", "&", "@")
    if lettered and not any(text.endswith(symbol, 0, at) for symbol in _CURRENCY_LETTERS):
        code = _CODE.match(text, at)
        return code.end() if code else at + 1
    if before in ("-", "/", ".") and at > 1 and text[at - 2].isascii() and text[at - 2].isalnum() and at > last:
        code = _CODE.match(text, at)
        return code.end() if code else at + 1
    if before == " " and _LABEL.search(text, max(0, at - 7), at) and _PAIRED.match(text, at):
        code = _CODE.match(text, at)
        return code.end() if code else at + 1
    if (phone := _PHONE.match(text, at)) and not (phone.group().isdigit() and _is_measured(text, phone.end(), tables)):
        return phone.end()
    if _CALL.search(text, max(0, at - 10), at):
        code = _CODE.match(text, at)
        return code.end() if code else at + 1
    if service := _SERVICE.match(text, at):
        return service.end()
    if score := _SCORE.match(text, at):
        return score.end()
    if version := _VERSION.match(text, at) or _EVENT.match(text, at):
        return version.end()
    if tables.series.search(text, max(0, at - 6), at):
        return beyond(text, at)
    link = _LINK.match(text, _token_start(text, at))
    if (
        link
        and link.start() <= at < link.end()
        and ("://" in link.group() or "www." in link.group() or "@" in link.group())
    ):
        return link.end()
    return 0


def _token_start(text: str, at: int) -> int:
    """Where the run without spaces that holds ``at`` begins, at most 200 characters back."""
    floor = max(0, at - 200)
    return max(floor, text.rfind(" ", floor, at) + 1, text.rfind("\n", floor, at) + 1)


def _is_measured(text: str, end: int, tables: Chinese) -> bool:
    """Whether a unit stands there; not a classifier that may be the surname of whom to call (张)."""
    sign = text[end : end + 1]
    if sign in _SIGNS or (sign.isascii() and sign.isalpha()):
        return bool(sign)
    found = unit_at(text, end, tables)
    if found is None:
        return False
    named = found[0] in _SURNAMES and has_han(text[end + 1 : end + 2])
    return found[1].kind != "count" or not named


def named(text: str, at: int, start: int, end: int, item: Item, tables: Chinese) -> int:
    """The end of a name that holds the sign at ``at``, unless the quantity reaches beyond it with a unit; else 0."""
    name = tables.names.covering(text, at)
    if name is None:
        return 0
    if item.unit is not None and end > name[1] and (name[0] >= start or (text[name[0]] == "高" and _is_physical(item))):
        return 0
    if text[at] == "一" and name[1] == at + 1 and item.unit is not None and item.figure.value == Fraction(3, 2):
        return 0  # 此后一年半
    if item.figure.end > name[1] and (item.unit is not None or "分" in text[item.figure.start : item.figure.end]):
        return 0
    return max(name[1], at + 1)


def _is_physical(item: Item) -> bool:
    """身高一米七 is a length, though 高一 is a form at school."""
    unit = item.unit
    return unit is not None and (unit.kind == "money" or (unit.base is not None and unit.base != "s"))


def unwanted(text: str, at: int, start: int, item: Item, modifier: str | None, last: int) -> bool:
    """Whether the item is no quantity after all."""
    figure, unit = item.figure, item.unit
    end = item.end
    said = text[figure.start : figure.end]
    if start == 0 and end == len(text):
        return False
    if unit is not None and unit.kind == "ordinal":
        if end == figure.end and _INSTITUTION.match(text, end):
            return True
        return text[end : end + 1] in ("季", "者") or (
            end == figure.end and text[end : end + 1] in ("世", "方", "国", "书")
        )
    if _UNIT_OF_TABLE.search(text, max(0, start - 4), start):
        return True
    if said[-1] == "兆" and unit is None and (_MEGA.match(text, end) or text.startswith("每秒", max(0, start - 2))):
        return True
    if said[:1] in _FINANCIAL and len(said) == 1 and (unit is None or unit.kind != "money"):
        return True
    if unit is None:
        return _bare(text, at, start, item, modifier, said)
    if unit.kind == "money" and figure.bare and said == "一" and item.said in ("角", "毛", "分"):
        return True
    if unit.kind == "count":
        if unit.code == "届" and _PLENUM.match(text, end):
            return True
        if figure.bare and said in ("一", "壹") and modifier is None and item.per is None:
            return True
        top = figure.high if figure.value is None else figure.value
        if unit.code == "点" and top is not None and 0 <= top <= 24:
            return True
    if unit.kind == "measure" and figure.bare and said == "一" and text[start - 1 : start] in _DAY_BEFORE and start > 0:
        return True
    if unit.code == "d" and item.said == "日" and _is_day(figure.value, figure.high, said, modifier):
        return LASTING.search(text, max(0, start - 2), start) is None
    if unit.code == "a" and item.said == "年" and figure.value is not None and modifier is None:
        return 1000 <= figure.value <= 2999 and figure.value.denominator == 1 and figure.low is None and len(said) == 4
    if unit.code in {"版", "款"} and modifier is None and len(said) == 4 and said.isdigit():
        return 1900 <= int(said) <= 2100
    if unit.code in {"丈", "尺", "仞"} and figure.bare and said in "百千万萬":
        return True
    return unit.code == "里" and figure.bare and said in "一十百千万"


def _is_day(value: Fraction | None, high: Fraction | None, said: str, modifier: str | None) -> bool:
    if modifier or said[:1] in "两兩半几幾数數":
        return False
    top = value if value is not None else high
    return top is not None and top <= 31


def _bare(text: str, at: int, start: int, item: Item, modifier: str | None, said: str) -> bool:
    """A numeral without a unit: kept where it is a figure, dropped where it is a code, a year, a mark or one sign."""
    figure = item.figure
    end = item.end
    after = text[end : end + 1]
    arabic = "0" <= said[0] <= "9" or said[0] == "."
    if _NUMBERED.match(text, end) or _CLOCK.match(text, end) or _TERM.match(text, end):
        return True
    if after and after.isascii() and (after.isalpha() or after in "_/#@"):
        return True
    if not arabic:
        if said[0] in _FINANCIAL and after and after.isalpha() and "分" not in said:
            return True
        if figure.low is not None or modifier or said[0] in "负負":
            return figure.bare or (len(said) == 2 and said[-1] not in "半数數" and not set(said) & set(SCALES))
        if figure.bare:
            return not _predicate(text, start, end)
        if "分" in said or "点" in said or "點" in said or said in ("一半", "半数", "半數"):
            return False
        digits = [sign for sign in said if sign not in SCALES]
        if len(digits) == len(said):
            return True
        return (len(said) == 2 and said[0] == said[1]) or (all(sign in SCALES for sign in said) and modifier is None)
    if modifier is None and figure.scale == 1 and said.isdigit() and _GLUED.match(text, end):
        return True
    if modifier is None and said.isdigit() and _LATIN_NAME.search(text, max(0, start - 2), start):
        return True
    if "." not in said and len(said) >= 7 and "," not in said and len(text) > len(said) + 2 and not set(said) & _SCALES:
        return True
    if re.search(r"\d-\d", text[figure.start : end]):
        return not (figure.high is not None and figure.high >= 1000)
    if _DASHED.match(text, at) and figure.value is not None:
        return True
    if len(said) > 1 and said[0] == "0" and "." not in said:
        return True
    if modifier is None and len(said) == 4 and said.isdigit() and 1900 <= int(said) <= 2100:
        return True
    if _YEARS_BORN.match(text, at):
        return True
    if _LISTED.search(text, max(0, at - 3), at) and _LIST_MARK.match(text, end):
        return True
    if _YEARS.fullmatch(said) or text[start - 1 : start] in tuple("'’‘"):
        return True
    before = text[start - 1 : start]
    if before in ("[", "［", "〔", "№", "《", "#") or (before in "(（" and after in ")）" and before):
        return len(said) <= 3 or before not in "(（"
    return before == "-" and start > 0


_GLUED = re.compile(
    "(?![的和与與跟或及到至并並且而在是为為减減加乘除大小以间間之死伤傷亡人都也就了呢吗嗎吧時时后後前左右上下中等多余餘幾])[\u3400-\u9fff]"
)
_INSTITUTION = re.compile(
    "(?:人民|附属|附屬|军医|实验|师范|中级|高级|职业|汽车|机床|产业)?(?:医院|醫院|中学|中學|小学|小學|大学|财经|財經|监狱|法院|巡视|巡察|督察)|(?:人民|附属|师范|军医|机械|汽车)"
)
_PLENUM = re.compile("[一二三四五六七]中全[会會]|中央|全国|全國|人大")
_LATIN_NAME = re.compile("[A-Za-z] $")
_COPULA = re.compile("(?:[是于為为]|等于|等於|[名列居排]前)$")
_CLOSED = re.compile("[那不而和，,。.;；！!？?的]|$")


def _predicate(text: str, start: int, end: int) -> bool:
    """这是五, 答案是四, 排名前三: one sign that a copula makes a number."""
    return bool(_COPULA.search(text, max(0, start - 2), start)) and bool(_CLOSED.match(text, end))
