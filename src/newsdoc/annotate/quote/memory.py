"""Who was named before: short forms and pronouns find their person here, and only where one person fits.

One memory serves one story; it is filled in reading order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsdoc.annotate.people import DOT, merged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsdoc.model.annotation import Person

_AROUND = 10_000
_DOTS = re.compile(f"[{DOT}]")


@dataclass(slots=True)
class Memory:
    """The persons of one story so far.

    Attributes:
        text: The whole story.
        near: The part of it around the paragraph in hand: what a word is compared with, so that no rule reads the
            whole story
            for one word.
        people: Name -> what is known of the person.
        short: Short form -> name; None where two persons share it.
        bodies: The organisations named last, for 该部门.
    """

    text: str
    near: str = ""
    at: int = 0
    people: dict[str, Person] = field(default_factory=dict)
    short: dict[str, str | None] = field(default_factory=dict)
    bodies: list[str] = field(default_factory=list)

    def add(self, person: Person) -> Person:
        """Remember a named person; returns them with all that is known."""
        name = person.name
        if not name:
            return person
        known = self.people.get(name)
        person = merged(known, person) if known else person
        self.people[name] = person
        if known is None:
            for form in short_forms(name):
                # Two persons of one short form: neither is certain.
                self.short[form] = None if form in self.short and self.short[form] != name else name
        return person

    def body_ending(self, ending: str) -> str | None:
        """The organisation named last whose name ends so."""
        return next((b for b in reversed(self.bodies) if b.endswith(ending) and len(b) > len(ending) + 1), None)

    def look(self, start: int, end: int) -> None:
        """Move to a paragraph, given by its offsets in the text."""
        if not self.near or abs(start - self.at) > _AROUND // 2 or end - start > _AROUND // 2:
            self.at = start
            self.near = self.text[max(0, start - _AROUND) : end + _AROUND]

    def named(self, name: str) -> Person | None:
        """The person of a name or of a short form of it, if just one fits."""
        if name in self.people:
            return self.people[name]
        full = self.short.get(name)
        return self.people.get(full) if full else None


def short_forms(name: str) -> Iterable[str]:
    """What a text may call a person after the full name.

    >>> sorted(short_forms("胡安·里奥斯")), sorted(short_forms("石田纯一")), sorted(short_forms("苏女士"))
    (['胡安', '里奥斯'], ['石田', '石田纯'], ['苏'])
    """
    parts = _DOTS.split(name)
    if len(parts) > 1:
        return {part for part in parts if len(part) > 1}
    if name.isascii():
        return {part for part in name.split() if len(part) > 2} - {name}
    if name[-2:] in {"先生", "女士", "小姐", "太太"}:
        return {name[:-2]} if len(name) > 2 else set()
    return {name[:2], name[:3]} if len(name) == 4 else set()
