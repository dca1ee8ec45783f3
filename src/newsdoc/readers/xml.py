"""XML without its dangers: a small tree by expat, entity declarations refused, depth limited, nothing fetched.

Sources: XML 1.0; Python's documentation on XML vulnerabilities (billion laughs, quadratic blowup, external entities).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from newsdoc.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 200


@dataclass(slots=True)
class Node:
    """An element: its name without the namespace, its attributes likewise, its children, and the text right in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def get(self, name: str) -> str | None:
        """An attribute, or None."""
        return self.attributes.get(name)

    def first(self, tag: str) -> Node | None:
        """The first child of that name."""
        return next((child for child in self.children if child.tag == tag), None)

    def all(self, *tags: str) -> list[Node]:
        """The children of those names."""
        return [child for child in self.children if child.tag in tags]

    def walk(self) -> Iterator[Node]:
        """The element and all below it, in the order of the file."""
        pending = [self]
        while pending:
            node = pending.pop()
            yield node
            pending.extend(reversed(node.children))

    @property
    def text(self) -> str:
        """The characters right in the element."""
        return "".join(self.texts)


def tree_of(data: bytes) -> Node:
    """The root element of an XML file.

    Raises:
        ReadError: the file is no XML, declares entities, or nests deeper than 200 elements.

    >>> tree_of(b'<a:alto xmlns:a="u"><a:Page ID="p"/></a:alto>').first("Page").get("ID")
    'p'
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    top = Node("")
    stack = [top]

    def start(tag: str, attributes: dict[str, str]) -> None:
        if len(stack) > DEEPEST:
            raise ReadError(f"the XML nests deeper than {DEEPEST} elements (line {parser.CurrentLineNumber})")
        node = Node(_local(tag), {_local(name): value for name, value in attributes.items()})
        stack[-1].children.append(node)
        stack.append(node)

    def end(tag: str) -> None:
        stack.pop()

    def text(characters: str) -> None:
        stack[-1].texts.append(characters)

    def entity(name: str, *rest: object) -> None:
        raise ReadError(f"the XML declares an entity ({name}), which newsdoc refuses; save it without a DTD")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(data, True)
    except ReadError:
        raise
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise ReadError(f"the XML is broken: {error}; fetch the file again or mend it") from error
    return top.children[0]


def _local(name: str) -> str:
    return name.rsplit(":", 1)[-1]


def number(value: str | None) -> float | None:
    """A coordinate of a file, or None where it is none; only finite ones of a page's size count.

    >>> number("12.5"), number("nan"), number(None)
    (12.5, None, None)
    """
    try:
        found = float(value) if value is not None else None
    except ValueError:
        return None
    return found if found is not None and abs(found) < 1e7 else None
