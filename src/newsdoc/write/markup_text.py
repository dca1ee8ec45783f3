"""Any text as the text of HTML or XML: what is markup there is escaped, what cannot stand there is shown by a sign.

Conventions: the characters that XML 1.0 allows (section 2.2), less the controls U+0080 to U+009F and the
noncharacters, which HTML calls errors too.
"""

from __future__ import annotations

import html
import re

_CANNOT_STAND = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"},
    0x7F: 0x2421,
    **dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0)], 0xFFFD),
    **dict.fromkeys([plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)], 0xFFFD),
}
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
_LINE_END = re.compile(r"\r\n?")


def shown(text: str) -> str:
    """The text as HTML and XML can hold it, not yet escaped; never longer than the text.

    Line ends become line feeds, as every parser makes them. A control becomes its picture (NUL is ``␀``, a form feed
    ``␌``); a lone surrogate or another code that is no character becomes U+FFFD.

    >>> shown("a\\r\\nb\\x00\\ud800")
    'a\\nb␀\ufffd'
    """
    return _LINE_END.sub("\n", text).translate(_CANNOT_STAND)


def escaped(text: str) -> str:
    """The text for a place between tags or for an attribute in quotation marks.

    >>> escaped('<b title="x">R&D</b>')
    '&lt;b title=&quot;x&quot;&gt;R&amp;D&lt;/b&gt;'
    """
    return html.escape(shown(text), quote=True)


def attributes(**values: str | int | None) -> str:
    """Attributes with a space before each, those that are None left out; ``_`` in a name is ``-``, one at its end is
    dropped.

    >>> attributes(class_="n", data_is='a "b"', id=None)
    ' class="n" data-is="a &quot;b&quot;"'
    """
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escaped(str(value))}"'
        for name, value in values.items()
        if value is not None
    )


def language_tag(language: str | None) -> str | None:
    """The language if it has the form of a BCP 47 tag, which is all that an attribute for one may hold.

    >>> language_tag("zh-Hans"), language_tag("Chinese (simplified)")
    ('zh-Hans', None)
    """
    return language if language and _LANGUAGE_TAG.fullmatch(language) else None
