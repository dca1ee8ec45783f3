"""From how a clause speaks of someone to who it is: names in full, pronouns and 该负责人 by what went before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from newsdoc.annotate.quote.subject import head_of_sentence

if TYPE_CHECKING:
    from newsdoc.annotate.quote.memory import Memory
    from newsdoc.annotate.quote.speaker import Phrase
    from newsdoc.annotate.quote.words import Words
    from newsdoc.lexicon import Lexicon
    from newsdoc.model.annotation import Person

_SENTENCE = re.compile(r"[^。！？!?\n]+")
_REACH = 3
"""How many sentences back a pronoun or a carried quotation may find its person."""
_MOST_TEXT = 1500
_PRESS = ("记者", "記者", "编辑", "編輯")
_COMPANY = re.compile(
    r"[^\s，。、；：:,“”「」（）()《》！？]{2,40}?(?:有限责任公司|有限責任公司|股份有限公司|有限公司|集团|集團|公司)"
)
_COMPANY_RUN = re.compile(r"[^\s，。、；：:,“”「」（）()《》！？]+")
_BARE_BODY = re.compile(
    "^(?:(?P<this>该|該|本|这家|這家|这个|這個|这所|這所)(?P<body>公司|集团|集團|企业|企業|部门|部門|"
    "协会|協會|组织|組織|机构|機構|医院|醫院|学校|學校|局|中心|委员会|委員會|研究所|研究院)"
    "|(?P<own>公司|集团|集團))"
)
_SHOWN = re.compile("^(?:这个|這個|这家|這家|这所|這所|该|該|本)(?=..)")
_COMPANY_LEAD = re.compile("^.*?(?:走进|走進|来到|來到|位于|位於|在|是|为|由|和|与|等|据|了)")
_MALE, _FEMALE = frozenset("他"), frozenset("她")


class Voice(NamedTuple):
    """Who says something, and how the text tells it (:attr:`newsdoc.Quote.speaker_from`)."""

    person: Person | None
    source: str | None


NOBODY = Voice(None, None)


@dataclass(slots=True)
class Focus:
    """Whom the story speaks of just now.

    Attributes:
        person: The last subject of a report.
        since: The text since then, no more of it than can be in reach.
    """

    person: Person | None = None
    since: str = ""

    def set(self, person: Person | None) -> None:
        self.person = person
        self.since = ""

    def pass_over(self, text: str) -> None:
        """Text without a report went by."""
        self.since = (self.since + text)[-_MOST_TEXT:]


def recent_person(focus: Focus, lexicon: Lexicon, words: Words, memory: Memory, reach: int = _REACH) -> Person | None:
    """The person whom the last sentences speak of, if they do not leave it open."""
    sentences = [match.group() for match in _SENTENCE.finditer(focus.since)][::-1]
    for sentence in sentences[: reach + 1]:
        phrase = head_of_sentence(sentence, 0, len(sentence), lexicon, words, memory)
        if phrase and phrase.person and phrase.person.name and not (phrase.person.title or "").endswith(_PRESS):
            return memory.add(phrase.person)
    person = focus.person
    if person is None or len(sentences) > reach or len(focus.since) >= _MOST_TEXT or not (person.name or person.title):
        return None
    return person


def full(person: Person, memory: Memory, before: str) -> Person:
    """The person with the bare word 公司 before the post replaced by the company last named."""
    organization = person.organization
    bare = _BARE_BODY.match(organization) if organization else None
    if organization and bare:
        body = last_company(before, (bare["body"] or bare["own"])) or memory.body_ending(bare["body"] or bare["own"])
        if body:
            whole = body + organization[bare.end() :]
            person = replace(person, organization=whole if whole in memory.near else body)
        elif bare["this"] or (bare["body"] or bare["own"]) in ("公司", "集团", "集團"):
            person = replace(person, organization=None)
    elif organization:
        if shown := _SHOWN.match(organization):
            organization = organization[shown.end() :]
            person = replace(person, organization=organization)
        memory.bodies.append(organization)
        del memory.bodies[:-50]
    return memory.add(person) if person.name else person


def last_company(text: str, ending: str) -> str | None:
    """The name of the company that the text named last, within the last five hundred characters."""
    found = None
    text = text[-500:]
    if "公司" not in text and "集" not in text:
        return None
    # Only a run that holds the word is worth reading from each of its characters on.
    runs = (run for run in _COMPANY_RUN.finditer(text) if "公司" in run.group() or "集" in run.group())
    for match in (match for run in runs for match in _COMPANY.finditer(text, *run.span())):
        name = match.group()
        lead = _COMPANY_LEAD.match(name)
        if lead:
            name = name[lead.end() :]
        if len(name) > len(ending) + 3 and not _BARE_BODY.match(name):
            found = name
    return found


def resolve(
    phrase: Phrase, pronoun: str, focus: Focus, before: str, lexicon: Lexicon, words: Words, memory: Memory
) -> Voice:
    """Who a phrase means.

    Args:
        phrase: The subject of the report.
        pronoun: The first character of the phrase as printed: 他 and 她 must agree with 先生 and 女士.
        focus: Whom the story speaks of just now.
        before: The text of the story before the phrase, as far as it is needed.
    """
    if phrase.reference == "plural":
        return NOBODY
    if phrase.reference in ("name", "handle") and phrase.person is not None:
        known = full(phrase.person, memory, before)
        return Voice(known, "name") if known.name or known.title or known.organization else NOBODY
    person = recent_person(focus, lexicon, words, memory)
    if phrase.reference == "anaphor" and phrase.person is not None:
        title = (phrase.person.title or "")[-2:]
        if person and (person.title or "").endswith(title):
            return Voice(person if person.name else phrase.person, "pronoun" if person.name else "name")
        return Voice(phrase.person, "name") if len(phrase.person.title or "") <= 5 else NOBODY
    if person is None:
        return NOBODY
    name = person.name or ""
    if (pronoun in _FEMALE and name.endswith("先生")) or (pronoun in _MALE and name.endswith(("女士", "小姐", "太太"))):
        return NOBODY
    return Voice(person, "pronoun")
