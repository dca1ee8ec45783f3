"""Lists of people's names as bylines, datelines and credits have them (人名).

>>> from newsdoc.lexicon import Lexicon
>>> from newsdoc.recognise.words import words_of
>>> words = words_of(Lexicon.load())
>>> names_in("陈力 于舟", words), names_in("顾明远、吴山青青、余晓", words), names_in("在调查中得知", words)
(['陈力', '于舟'], ['顾明远', '吴山青青', '余晓'], None)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN

if TYPE_CHECKING:
    from newsdoc.recognise.words import Words

_BETWEEN = re.compile(r"\s*[、，,/／&；;＆]\s*|\s+and\s+|\s+")
_HAN_NAME = re.compile(f"[{HAN}]{{2,4}}")
_FOREIGN = re.compile(f"[{HAN}]{{1,6}}(?:[·•‧・.][{HAN}A-Z]{{1,8}})+")
_NO_NAME = (
    "直击|直擊|调查|調查|观察|觀察|手记|手記|走访|走訪|报道|報導|报导|報道|综合|綜合|整理|编辑|編輯|消息|专访|專訪|连线|連線|采访|採訪"
    "|[的了着是在和与與被把從从對对]"
)
_LOOSE = re.compile(f"(?!.*(?:{_NO_NAME}))[{HAN}]{{2,4}}")
_STYLE = re.compile("(?:先生|女士|小姐|太太)$")
_LATIN_BETWEEN = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|;\s*", re.IGNORECASE)
_LATIN = re.compile(
    r"(?:[A-Z][\w’'.-]*|(?:de|da|van|von|bin|al|la|le|di|del|der)\b)(?:\s+(?:[A-Z][\w’'.-]*|(?:de|da|van|von|bin|al|la|le|di|del|der)\b)){0,4}"
)


def is_name(text: str, words: Words) -> bool:
    """Whether a text has the shape of a Chinese name: family name and one or two characters, or a transliteration.

    >>> from newsdoc.lexicon import Lexicon
    >>> from newsdoc.recognise.words import words_of
    >>> words = words_of(Lexicon.load())
    >>> [is_name(name, words) for name in ("于舟", "欧阳修远", "方先生", "亨利·格兰特·刘易斯", "报道", "直击")]
    [True, True, True, True, False, False]
    """
    if _STYLE.search(text):
        text = text[:-2] + "某"
    if _HAN_NAME.fullmatch(text):
        if text in words.no_names:
            return False
        return text[:2] in words.family or text[0] in words.family
    return _FOREIGN.fullmatch(text) is not None


def names_in(text: str, words: Words, *, loose: bool = False) -> list[str] | None:
    """The names of a list, in order; None where anything in it is no name.

    Single characters pair up; three alone are one name. With ``loose``, for lists that stand where nothing else can,
    a name of two to four characters need not open with a family name that the lexicon knows.
    """
    tokens = [token for token in _BETWEEN.split(text.strip(" \t\u3000、，,/／：:|｜")) if token]
    if not tokens:
        return None
    names = _paired(tokens)
    if names is None or not all(is_name(name, words) or (loose and _LOOSE.fullmatch(name)) for name in names):
        return None
    return names


def _paired(tokens: list[str]) -> list[str] | None:
    """Single characters joined to the names that they spell."""
    singles = [token for token in tokens if len(token) == 1]
    if len(singles) == len(tokens) == 3:
        return ["".join(tokens)]
    found: list[str] = []
    at = 0
    while at < len(tokens):
        if len(tokens[at]) > 1:
            found.append(tokens[at])
            at += 1
        elif at + 1 < len(tokens) and len(tokens[at + 1]) == 1:
            found.append(tokens[at] + tokens[at + 1])
            at += 2
        else:
            return None
    return found


def latin_names(text: str) -> list[str] | None:
    """The names of an English list ("Jane Doe, Li Wei and Max van Dyk"), else None.

    >>> latin_names("LEE KA-MING and DAN HOLLIS")
    ['LEE KA-MING', 'DAN HOLLIS']
    >>> latin_names("the end of the day") is None
    True
    """
    found = [" ".join(name.split()) for name in _LATIN_BETWEEN.split(text.strip()) if name.strip()]
    if not found or not all(_LATIN.fullmatch(name) for name in found):
        return None
    return found
