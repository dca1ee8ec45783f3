"""Any text as CommonMark that says exactly this text: what is markup there is escaped, and nothing else.

Convention: CommonMark 0.31.2. Two things of GitHub's dialect are kept out too, because many a reader knows them:
tables, strike-through and bare addresses that turn into links.
"""

from __future__ import annotations

import re

_UNPRINTABLE = {
    **dict.fromkeys([*range(32), *range(0x7F, 0xA0), *range(0xD800, 0xE000)], "\ufffd"),
    ord("\t"): " ",
}
"""Controls and lone surrogates, which no reader shows: the character that stands for one that cannot be shown."""

_INLINE = re.compile(
    r"""
      [\\`*]                                    # escape, code, emphasis
    | (?<![^\W_])_ | _(?![^\W_])                # emphasis; between two letters it can be none
    | \](?=[(:])                                # link, image, link reference definition
    | <(?=\S)                                   # tag, comment, address in brackets
    | &(?=\#?[0-9A-Za-z]+;)                     # entity
    | (?<=[A-Za-z]):(?=//) | (?<=www)\.         # bare address
    | (?<=[0-9A-Za-z._+-])@(?=[0-9A-Za-z])      # bare mail address
    """,
    re.VERBOSE | re.IGNORECASE,
)

_LINE_START = re.compile(
    r"""
      \#{1,6}(?=[ ]|$)                      # heading
    | >                                     # quotation
    | [-+](?=[ ]|$)                         # list
    | =+[ ]*$                               # underline of a heading
    | [-:|][-:| ]*$                         # the same, rule, second line of a table
    | (?P<number>[0-9]{1,9})[.)](?=[ ]|$)   # numbered list
    """,
    re.VERBOSE,
)


def visible_lines(text: str) -> list[str]:
    """The lines of a text as Markdown can show them: without space at their ends, without blank ones.

    >>> visible_lines(" 春耕\\r\\n\\n\\t时节\\x00 ")
    ['春耕', '时节\ufffd']
    """
    return [kept.translate(_UNPRINTABLE) for line in text.splitlines() if (kept := line.strip())]


def one_line(text: str) -> str:
    """The same on one line.

    >>> one_line("春耕\\n时节")
    '春耕 时节'
    """
    return " ".join(visible_lines(text))


def inline(text: str) -> str:
    """One line of text, escaped for a place that is not the start of a line.

    >>> inline("*5* [x](y) file_name R&D &amp; 5 < 6 <b>")
    '\\\\*5\\\\* [x\\\\](y) file_name R&D \\\\&amp; 5 < 6 \\\\<b>'
    """
    escaped = _INLINE.sub(lambda found: "\\" + found[0], text)
    # One tilde strikes nothing out; two may.
    return escaped.replace("~", "\\~") if escaped.count("~") > 1 else escaped


def paragraph(text: str, *, opening: str = "") -> str:
    """The text as one paragraph, its line breaks as hard ones; empty for a text without anything visible.

    ``opening`` is Markdown that goes before it on the first line.

    >>> print(paragraph("1. 春耕\\n- 时节\\n3.5亿元"))
    1\\. 春耕\\
    \\- 时节\\
    3.5亿元
    """
    lines = [inline(line) for line in visible_lines(text)]
    for index, line in enumerate(lines):
        if index or not opening:
            lines[index] = _guard(line)
    return opening + "\\\n".join(lines) if lines else opening.rstrip()


def heading(text: str, level: int) -> str:
    """The text as a heading on one line; empty for a text without anything visible.

    >>> heading("C #", 2)
    '## C \\\\#'
    """
    line = inline(one_line(text))
    if not line:
        return ""
    before = line.rstrip("#")
    if before != line and before[-1:] in ("", " "):
        line = line[:-1] + "\\#"
    return f"{'#' * level} {line}"


def emphasis(text: str, marks: str) -> str:
    """The text on one line between ``*`` or ``**``; empty for a text without anything visible.

    Safe only where white space or the end of the line stands on the outer side of the marks.
    """
    line = inline(one_line(text))
    return f"{marks}{line}{marks}" if line else ""


def _guard(line: str) -> str:
    """Escape what would make something else of a paragraph at the start of its line."""
    found = _LINE_START.match(line)
    if not found:
        return line
    at = found.end("number") if found["number"] else 0
    return f"{line[:at]}\\{line[at:]}"
