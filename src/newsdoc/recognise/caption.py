"""How captions open (图片说明): 图为…, 左图：…, ▲…, 圖①…, and the word for its place (position)."""

from __future__ import annotations

import re

_POSITION = re.compile(
    r"(?P<mark>[▲▼◀▶◄►△▽◣◢↑↓←→⬆⬇⇧⇩])\s*"
    r"|(?P<place>[（(]?(?:[左右上下题題大小前后後中]{1,2}[图圖]|[图圖]\s*(?:[①-⑳❶-❿]|[一二三四五六七八九十]|\d{1,2})(?=[：:为為爲、\s])|[①-⑳]+)[）)]?)\s*(?:[：:为為爲]|\s|(?<=[①-⑳])|、)"
    r"|(?P<counted>[图圖]\s*\d{1,2}\s*之\s*\d{1,2})\s*[-–—－：:]"
    r"|(?P<plain>[图圖][为為爲]|[图圖][：:])"
    r"|(?P<english>(?:Above|Below|Left|Right|Top|Bottom|Center|Centre|Clockwise from top left|From left)\s*:)"
)


def caption_opening(text: str) -> re.Match[str] | None:
    """The opening of a caption, else None; its groups say of which kind.

    >>> [bool(caption_opening(t)) for t in ("▲有街坊指摘", "图为渔港码头", "左图：小院", "图书馆里", "圖①為現場")]
    [True, True, True, False, True]
    """
    return _POSITION.match(text)


def position_of(text: str) -> str | None:
    """The word that says where the picture stands: ▲, 左图, 图①.

    >>> position_of("左图：小院"), position_of("图为渔港码头")
    ('左图', None)
    """
    match = _POSITION.match(text)
    if not match or match["plain"]:
        return None
    word = match["mark"] or match["place"] or match["counted"] or match["english"]
    return word.strip("（()） ：:") if word else None


_COUNTER = re.compile(
    r"\[\d{1,2}/\d{1,2}\]\s*|Item \d{1,2} of \d{1,2}\s+(?=[A-Z])|\d{1,2} of \d{1,2}\s*\|\s*"
    r"|(?:\d{1,2}/\d{1,2}\s+)?Image caption,\s*"
)
_SOURCE_AND_LABEL = re.compile(r"(?P<source>Image source,\s*\S.{0,60}?)\s+(?P<label>Image caption,)\s*(?=\S)")


def label_before(text: str) -> int:
    """Where, behind the counter of a gallery or the words Image caption, the caption begins; 0 where there is none.

    >>> label_before("[1/2] Trucks carry ore"), label_before("Image caption, The mill"), label_before("2 of 3 trucks")
    (6, 15, 0)
    """
    match = _COUNTER.match(text)
    return match.end() if match else 0


def source_before(text: str) -> re.Match[str] | None:
    """The credit and the label in front of a caption: Image source, X Image caption, The mill."""
    return _SOURCE_AND_LABEL.match(text)
