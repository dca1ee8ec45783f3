"""The subject beside a reporting verb: which noun phrase of the clause says it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from newsdoc.annotate.people import HAN, is_chinese_name, is_foreign_name, name_tables
from newsdoc.annotate.quote.speaker import Phrase, clean, read_phrase
from newsdoc.model.annotation import Person

if TYPE_CHECKING:
    from newsdoc.annotate.quote.memory import Memory
    from newsdoc.annotate.quote.words import Words
    from newsdoc.lexicon import Lexicon

SPEECH = "\ue002"
"""Stands for every character of a quotation, in the masked text."""

TERM = "\ue003"
"""Stands for every character of a quoted term."""

_MOST_TITLE = 6
_GRAMMAR = frozenset("在是过過也的了和把从從将將向对對来來去说說有为為到就都还還被给給等与與")
"""Characters that hardly end a given name and often begin what follows a name of two characters."""

_DAY = (
    r"(?:[0-9０-９]{1,4}年)?(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}[日号號](?:[上下]午|晚上?|凌晨|早上)?|"
    r"(?:(?:今|昨|前|当|當)[天日晚早]|明(?:[天晚早]|日(?!前)))(?:[（(][^）)]{1,6}[）)])?(?:[上下]午|晚上?)?|"
    r"[0-9０-９]{1,2}(?=[在就于向對说說表介指告])"
)
_TIME = (
    rf"(?:{_DAY}|日前|近日|近期|最近|随后|隨後|此前|此后|此後|当时|當時|目前|随即|隨即|曾经|曾經|"
    r"(?:周|週|星期)[一二三四五六日])"
)
_DATELINE = re.compile(
    r"[^。！？]{0,80}?(?:[日月]\s?(?:专|專|综合|綜合)?[电電]|(?:讯|訊|报道|報道|報導)(?=[\s（(：:]|记者|記者))"
    r"\s*(?:[（(][^（()）]{0,80}[)）])?|[（(【〔][^（()）】〕]{0,60}[)）】〕]"
)
_LEAD_WORD = (
    rf"(?:但是|但|不过|不過|然而|而且|而|对此|對此|此外|另外|同时|同時|因此|所以|于是|於是|最后|最後|后来|"
    rf"後來|并且|並且|并|並|据|據|根据|根據|按照|只是|只有|结果|結果|甚至|接着|接著|就连|一开始|一開始|"
    rf"{_TIME})"
)
LEAD = re.compile(rf"{_LEAD_WORD}+[，,]?")
"""What may stand before the subject."""

_REACTION = (
    "满脸|滿臉|满心|滿心|满怀|滿懷|心有余悸|心有餘悸|热泪|熱淚|难掩|難掩|竖起|豎起|露出|喜上|喜笑|乐得|樂得|乐开|樂開|笑得|"
    "笑呵呵|笑眯眯|笑瞇瞇|感慨|感叹|感嘆|信心满满|信心滿滿|信心十足|赞不绝口|讚不絕口|连连|連連|红了眼|紅了眼|合不拢嘴|合不攏嘴"
)
"""How someone feels of whom no verb says that they speak: 正在车间忙碌的李秀英满脸笑容."""

_FEELING = re.compile(rf"(?:(?:^|[的，,])(?P<short>[{HAN}]{{2}})|(?P<name>[{HAN}]{{3}}))(?:{_REACTION})")

_BREAK = re.compile(
    rf"(?:{_TIME}|也|亦|还|還|又|再|再次|则|則|都|均|就|便|更|才|只|曾|已|正|并|並|同时|同時|进一步|進一步|"
    rf"继续|繼續|一直|一再|多次|反复|日益|先后|分别|分別|"
    rf"在|于|於|向|对|對|给|給|跟|从|從|以|用|为|為|代表|接受|通过|透過|透过|引用|引述|援引|(?<!方)面对|(?<!方)面對|谈及|談及|"
    rf"谈到|談到|提到|看完|听完|看了|得知|出席|参加|參加|受访|受訪|赛后|賽後|赛前|賽前|会后|會後|事后|事後|课后|課後|"
    rf"笑着|笑著|指着|哭着|含泪|哽咽|激动|激動|兴奋|高兴|自豪|欣慰|无奈|無奈|坦率|直接|公开|公開|明确|明確|"
    rf"特别|特別|不断|不斷|不禁|忍不住|突然|私下|纷纷|紛紛|直言不讳|直言不諱|郑重|鄭重|严肃|認真|认真|详细|"
    rf"詳細|向来|這樣|这样|如此|率先|最|仍|相继|相繼|发文|發文|发表|發表|致辞|致辭|撰文|署名|回忆|回憶|是|"
    rf"将|將|把|被|让|讓|其实|其實|当场|當場|手舞足蹈|感触|深有|有感|年度|预计|最新|一开始|一開始|一脸|"
    rf"一臉|{_REACTION}|有些|有点|有點|一拍|摇头|搖頭|点头|點頭|叹|嘆|苦笑|皱|皺|昨(?![天日晚早夜])|[0-9０-９]+日|[（(])"
)
"""Where the subject may end: adverbs, prepositions, times."""

_MOST_CLAUSES = 3
_PREPOSITIONS = frozenset("在对對向就从從以于於把被让讓给給按与與并並但而且也还還又")
_MOST_BREAKS = 12
_CLAUSE_MARK = re.compile("[，,；;：:]")
_COURTESY = re.compile(rf"[{HAN}](?:先生|女士|小姐|太太)")
_HANDLE = re.compile(rf"[{HAN}]{{2,5}}(?<![的了着著地上中时時前后後说說])")
_EMPTY = re.compile(
    # Atomic, for the pieces overlap.
    rf"^(?>{_LEAD_WORD}[，,]?|也|亦|还|還|又|再|则|則|更|都|曾|信中|文中|声明中|聲明中|文章中|进一步|進一步|"
    rf"继续|繼續|当场|當場|最后|最後|笑着|笑著|直接|如此|这样|這樣|坦率地|同时|同時|一再|便|才|"
    rf"向{'[^，,]{1,14}'}|对{'[^，,]{1,14}'}|對{'[^，,]{1,14}'}|在{'[^，,]{1,30}'}[中上时時里裡后後]|表情|"
    rf"随后|隨後)*+$"
)


def lead_end(text: str, start: int, end: int) -> int:
    """Where the subject may begin: after connectives and times."""
    found = LEAD.match(text, start, end)
    at = found.end() if found else start
    if at >= end and found:
        return start
    return at


def phrase_before(text: str, start: int, end: int, lexicon: Lexicon, words: Words, memory: Memory) -> Phrase | None:
    """The subject of ``text[start:end]``, a clause up to its verb: the shortest phrase at its head that is one."""
    dateline = _DATELINE.match(text, start, min(end, start + 160))
    begin = dateline.end() if dateline and dateline.end() < end else start
    while begin < end and not text[begin].isalnum() and text[begin] not in "《“「【":
        begin += 1
    end_limit = min(end, begin + 120)
    starts = [begin]
    led = lead_end(text, begin, end_limit)
    if led != begin:
        starts.insert(0, led)
    for at in starts:
        head = text[at] if at < end_limit else ""
        if head in "他她佢其" and head:
            pronoun = read_phrase(head, lexicon, words, memory)
            following = text[at + 1 : at + 2]
            if pronoun and following not in ("们", "們", "的", "实", "實", "他", "中", "余", "餘"):
                return pronoun
            if following in ("们", "們") and text[at + 2 : at + 3] != "的":
                return Phrase(None, "plural")
        first = True
        for found in islice(_BREAK.finditer(text, at + 1, end_limit), _MOST_BREAKS):
            if (
                found.group() == "代表"
                and end <= end_limit
                and (phrase := _named(text[at:end], lexicon, words, memory))
            ):
                return phrase  # a post here, not "on behalf of"
            phrase = _valid(text[at : found.start()], lexicon, words, memory)
            if (
                phrase
                and found.group()[0] in name_tables(lexicon).surnames
                and not (phrase.person and phrase.person.name)
            ):
                phrase = _with_surname(text, at, found.start(), end_limit, lexicon, words, memory) or phrase
            if phrase:
                return phrase
            if first and (phrase := _repeated(text[at : found.start()], memory)):
                return phrase
            first = False
        if end <= end_limit:
            phrase = _valid(text[at:end], lexicon, words, memory) or _repeated(text[at:end], memory)
            if phrase:
                return phrase
        phrase = _known_head(text, at, end_limit, memory)
        if phrase:
            return phrase
    return None


def _valid(text: str, lexicon: Lexicon, words: Words, memory: Memory) -> Phrase | None:
    if text.startswith(("有", "也有", "还有", "還有")) and not text.startswith(("有关", "有關")):
        text = text.lstrip("也还還").removeprefix("有")
    phrase = read_phrase(text, lexicon, words, memory)
    if phrase and text[:1] in _PREPOSITIONS and not (phrase.person and phrase.person.name):
        return None  # a clause with a preposition before its subject
    return phrase


def _named(text: str, lexicon: Lexicon, words: Words, memory: Memory) -> Phrase | None:
    phrase = _valid(text, lexicon, words, memory)
    return phrase if phrase and phrase.person and phrase.person.name else None


def _with_surname(
    text: str, start: int, surname: int, end: int, lexicon: Lexicon, words: Words, memory: Memory
) -> Phrase | None:
    """The phrase with a name whose surname is a word of grammar elsewhere (总警司曾…)."""
    for stop in (surname + 3, surname + 2):
        if stop == end or (stop < end and _BREAK.match(text, stop)):
            phrase = _valid(text[start:stop], lexicon, words, memory)
            if phrase and phrase.person and phrase.person.name:
                return phrase
    return None


def _repeated(text: str, memory: Memory) -> Phrase | None:
    """A word that the story says again and the tables do not know, a nickname or a handle: described, not named."""
    text = clean(text)
    if _HANDLE.fullmatch(text) and _free(text, memory.near):
        return Phrase(Person(None, text), "handle")
    return None


def _known_head(text: str, start: int, end: int, memory: Memory) -> Phrase | None:
    """A person known before, at the head of a clause whose verb the tables do not know."""
    for size in range(min(12, end - start), 1, -1):
        person = memory.named(text[start : start + size])
        if person:
            return Phrase(person)
    return None


def is_empty(text: str) -> bool:
    """Whether a clause before a reporting verb has no subject of its own (并, 在声明中)."""
    return len(text) < 40 and _EMPTY.match(text.strip()) is not None


def head_of_sentence(text: str, start: int, end: int, lexicon: Lexicon, words: Words, memory: Memory) -> Phrase | None:
    """The person at the head of a sentence without a reporting verb; only a name that leaves no doubt.

    A bare name must stand elsewhere in the story too, for its end is a guess.
    """
    at = start
    for _ in range(_MOST_CLAUSES):
        found = _CLAUSE_MARK.search(text, at, end)
        stop = found.start() if found else end
        if stop > at and (phrase := _head(text, at, stop, lexicon, words, memory)):
            return phrase
        if not found:
            break
        at = found.end()
    return None


def _free(word: str, text: str) -> bool:
    """Whether the word stands twice with different characters after it: not the half of a word (乌鲁木齐)."""
    following: set[str] = set()
    at = text.find(word)
    for _ in range(8):
        if at < 0:
            break
        following.add(text[at + len(word) : at + len(word) + 1])
        at = text.find(word, at + 1)
    return len(following) > 1


def _certain(name: str, phrase: Phrase, lexicon: Lexicon, memory: Memory) -> bool:
    """Whether a name at the head of a sentence is one beyond doubt: known, or of a shape that words do not have."""
    titled = phrase.person is not None and phrase.person.title is not None and len(name) == 3
    if memory.named(name) or (is_chinese_name(name, lexicon) and (titled or _free(name, memory.near))):
        return True
    return len(name) > 2 and (is_foreign_name(name, lexicon) or _COURTESY.fullmatch(name[-3:]) is not None)


def _titled_name(clause: str, lexicon: Lexicon, words: Words, memory: Memory) -> Phrase | None:
    """A short title and a name of three characters before a verb the tables do not know: 队长王丽华干这一行."""
    for size in range(5, min(len(clause), _MOST_TITLE + 3)):
        name = clause[size - 3 : size]
        if name[0] in name_tables(lexicon).surnames and name[2] not in _GRAMMAR and is_chinese_name(name, lexicon):
            phrase = read_phrase(clause[:size], lexicon, words, memory)
            if phrase and phrase.person and phrase.person.name == name and phrase.person.title == clause[: size - 3]:
                return phrase
    return None


def _head(text: str, start: int, stop: int, lexicon: Lexicon, words: Words, memory: Memory) -> Phrase | None:
    phrase = phrase_before(text, start, stop, lexicon, words, memory)
    if phrase and phrase.person and (name := phrase.person.name) and _certain(name, phrase, lexicon, memory):
        return phrase
    at = lead_end(text, start, stop)
    clause = text[at : min(stop, at + 60)]
    for piece in (clause, clause.rpartition("的")[2]):
        name = piece[:3]
        if len(name) == 3 and is_chinese_name(name, lexicon) and _free(name, memory.near):
            return read_phrase(name, lexicon, words, memory)
    if titled := _titled_name(clause, lexicon, words, memory):
        return titled
    feeling = _FEELING.search(clause)
    name = feeling["short"] or feeling["name"] if feeling else ""
    if name and is_chinese_name(name, lexicon):
        return read_phrase(name, lexicon, words, memory)
    courtesy = _COURTESY.search(clause)
    if courtesy and (found := read_phrase(courtesy.group(), lexicon, words, memory)):
        return found
    return None
