"""Title and organisation of a speaker from the place in the story where they stand in full."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.annotate.quote.speaker import clean, split
from newsdoc.annotate.quote.words import alternatives

if TYPE_CHECKING:
    from newsdoc.annotate.quote.memory import Memory
    from newsdoc.annotate.quote.words import Words
    from newsdoc.lexicon import Lexicon

_MOST_PEOPLE = 200
_BEFORE = re.compile(r"[^，,。！？；;：:“”「」『』\n]{1,60}$")
_VERB = re.compile(
    "^.*(?:会见了?|會見了?|会晤了?|邀请|邀請|采访|採訪|来自|以及|包括|对|對|向|由|被|让|讓|请|請|是|了|"
    "与|與|就(?!业|業)|在)(?=.{3})"
)


def fill(memory: Memory, lexicon: Lexicon, words: Words) -> None:
    """Give the speakers without a post the one that stands before their name anywhere in the story, in one pass."""
    names = [name for name, person in memory.people.items() if not person.title and len(name) > 1][:_MOST_PEOPLE]
    if not names:
        return
    open_names = set(names)
    for found in re.finditer(alternatives(names), memory.text):
        name = found.group()
        if name not in open_names:
            continue
        before = _BEFORE.search(memory.text[max(0, found.start() - 60) : found.start()])
        if not before:
            continue
        person = split(clean(_VERB.sub("", before.group()) + name), lexicon, words, memory)
        if person and person.name == name and person.title:
            memory.add(person)
            open_names.discard(name)
