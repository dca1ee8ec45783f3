"""A Chinese noun phrase as a person: organisation, post and name taken apart.

The order is 机构 + 职务 + 姓名 (县水利局水资源科科长苏晴) or 姓名 + 职务 (苏晴科长); an apposition or a clause with
的 may stand before it
(从业二十年的苏女士).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsdoc.annotate.people import DOT, HAN, is_chinese_name, is_foreign_name, is_latin_name, name_tables
from newsdoc.model.annotation import Person

if TYPE_CHECKING:
    from newsdoc.annotate.quote.memory import Memory
    from newsdoc.annotate.quote.words import Endings, Words
    from newsdoc.lexicon import Lexicon

_LONGEST_PHRASE = 80

PRONOUN = re.compile("(?:他|她|佢|其)(?:本人|自己)?$")
PLURAL = re.compile(
    "(?:他们|她们|他們|她們|它们|它們|我们|我們|咱们|大家|我|你|您|它|自己|本人|其中|有人|此人|后者|後者|"
    "前者|双方|雙方|两人|兩人|二人)$"
)
ANAPHOR = re.compile("^(?:该名|該名|该位|該位|该|該|这位|這位|这名|這名|那位|那名|这个|這個|上述)(?P<what>.{1,12})$")
_BRACKETS = re.compile(r"[（(【\[][^（()）】\]]{0,60}[)）】\]]")
_SPACE = re.compile(r"\s")
_SET_SPACE = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
_QUANTIFIED = re.compile(
    "(?:其中|另外|还有|還有|有|也有|亦有)?(?:一名|一位|一个|一些|多名|多位|多家|数名|數名|不少|许多|許多|"
    "很多|部分|某|有关|有關|相关|相關|另一|其他|几位|幾位|两名|兩名|两位|兩位|三名|三位)"
)
_TITLE_FRONT = re.compile(
    "(?:副|高级|高級|首席|执行|執行|名誉|名譽|荣誉|榮譽|常务|常務|总|總|代理|助理|联席|聯席|联合|聯合|"
    "第一|特别|特別|专职|專職)$"
)
_NOT_OF_TITLE = re.compile(
    "(?:前任|前|原|时任|時任|现任|現任|著名|知名|资深|資深|一位|一名|这位|這位|该|該|当地|當地|本地|新任|候任)$"
)
_LEVEL = "省市县縣区區镇鎮乡鄉州村部厅廳局处處科系所站馆館台社"
_ORG_LEAD = re.compile(
    "^.*(?:走进|走進|来到|來到|位于|位於|来自|來自|毕业于|任职于|就职于|现任|時任|时任|前任|被|由|他们的|"
    "她们的|他們的|我们的|他的|她的|其)"
)
_ADDRESSED = re.compile("(?<=..)[向对對给給](?=.)")
_NO_NAME_START = frozenset(
    "有一不没沒满滿拍摇搖挥揮忍点點低抬红紅和与與及部馆館署处處局会會室长長员員级級团團所院校方们們"
)
# A post that the table does not know, by the character that posts end in: 预报员.
_UNKNOWN_POST = re.compile(
    rf"(?P<post>[{HAN}]{{2}}[员員师師家长長官手者匠])(?P<name>[{HAN}]{{2,3}}|[{HAN}]{{1,8}}(?:[{DOT}][{HAN}]{{1,8}})+)$"
)
_PLACE_END = frozenset("国國省市县縣区區州镇鎮乡鄉村")
_CLEAR_END = frozenset("部局院厅廳署")
_CLAUSE_WORD = re.compile("[的了是在说說对對向把被着著过過]")
_HAN_ONLY = re.compile(f"[{HAN}]+")
_SEAT = re.compile("^.*[总總]部(?:位于|位於|设在|設在)[^的]{1,8}的")
_IN_CHARGE = re.compile("(?:主管|分管|负责|負責)(?!部门|部門|机构|機構|单位|單位)")
_NAME_AFTER_TITLE = re.compile(rf"[{HAN}{DOT}．.A-Za-zÀ-ɏ’' -]{{1,40}}$")
_NO_NAME = re.compile(
    "[上中下里裡内內外前后後的了是在和与與或就对對向从從把被将將也都还還又则則更最很这這那等及个個月日年说說时時]|"
    "方面|们|們|代表|相关|表示|认为"
)


class Phrase(NamedTuple):
    """How a noun phrase speaks of someone.

    Attributes:
        person: Who, as far as the phrase tells; None for a pronoun.
        reference: ``name``, ``pronoun`` (singular, to be resolved), ``anaphor`` (该负责人), ``plural`` (他们: never
            resolved) or ``handle`` (a word that the tables do not know, which the story repeats).
    """

    person: Person | None
    reference: str = "name"


def clean(text: str) -> str:
    """The phrase without the spaces of typesetting and without brackets.

    >>> clean("局 长 苏晴（女）")
    '局长苏晴'
    """
    text = _BRACKETS.sub("", text)
    if _SPACE.search(text):
        text = _SET_SPACE.sub("", text)
    return text.strip(" \u3000\u00a0、，,:：")


def is_bare_name(text: str, lexicon: Lexicon, memory: Memory) -> bool:
    """Whether the string alone is a name: by its shape, and where the shape says little, by its repetition."""
    if text in memory.people or memory.short.get(text):
        return True
    if is_chinese_name(text, lexicon):
        compound = text[:2] in name_tables(lexicon).surnames
        return len(text) != 4 or compound or memory.near.count(text) > 1 or memory.near.count(text[:2]) > 1
    return is_foreign_name(text, lexicon) or is_latin_name(text, lexicon)


def _name_after_title(text: str, lexicon: Lexicon, words: Words, memory: Memory) -> bool:
    """After a post, any short word without a function word may be a name (检察官莱文斯)."""
    if not text or not _NAME_AFTER_TITLE.match(text) or len(text) > 40 or text[0] in "和与與及":
        return False
    if is_chinese_name(text, lexicon) or is_foreign_name(text, lexicon) or is_latin_name(text, lexicon):
        return True
    if (
        not 2 <= len(text) <= 6
        or _NO_NAME.search(text)
        or text[-1] in "长長员員师師家人者会會局部处處署厅廳委"
        or text.isascii()
    ):
        return False
    if text in name_tables(lexicon).excluded or text[0] in _NO_NAME_START:
        return False
    if any(_title_ending(text, end, words.anyone) for end in range(2, len(text) + 1)):
        return False
    foreign = name_tables(lexicon).foreign
    return len(text) > 2 or all(char in foreign for char in text) or memory.near.count(text) > 1


def _title_ending(text: str, end: int, titles: Endings) -> str | None:
    lengths = titles.get(text[end - 1]) if end else None
    if lengths:
        for length, words in lengths:
            if length <= end and (word := text[end - length : end]) in words:
                return word
    return None


def organization_of(prefix: str, title: str, words: Words) -> tuple[str | None, str]:
    """What stands before a post as (organisation, post): the longest body named, and the post with its rank (副, 首席).

    A country alone is no organisation (日本首相); of 某镇镇长 written 某镇长 the body is 某镇.
    """
    front = _TITLE_FRONT.search(prefix)
    while front:
        prefix, title = prefix[: front.start()], front.group() + title
        front = _TITLE_FRONT.search(prefix)
    prefix = _SEAT.sub("", _NOT_OF_TITLE.sub("", prefix))
    lead = _ORG_LEAD.match(prefix)
    if lead:
        prefix = prefix[lead.end() :]
    prefix = _IN_CHARGE.split(prefix)[0].strip("的 、，,")
    if "、" in prefix and words.bodies.search(last := prefix.rpartition("、")[2]):
        prefix = last
    if not prefix or words.country.fullmatch(prefix):
        return None, title
    clause, _, body = prefix.rpartition("的")
    if len(clause) > 3 and body and not (clause[-1] in _PLACE_END or _body_end(clause, words) == len(clause)):
        prefix = body  # a clause before the body: 主持会议的某某部
    end = len(prefix) if prefix[-1] in "”」》" else _body_end(prefix, words)
    if len(title) == 2 and title[1] in "长長" and title[0] in _LEVEL and end < len(prefix):
        return prefix if prefix[-1] == title[0] else prefix + title[0], title
    if end > 1:
        return prefix[:end], title
    if title in words.company and 2 <= len(prefix) <= 12 and not re.search("[的、]", prefix):
        return prefix, title
    return None, title


def _body_end(prefix: str, words: Words) -> int:
    """Where the last body named in a prefix ends; an ending of one character counts at the end or where it is alone."""
    found = list(words.bodies.finditer(prefix))
    long = max((match.end() for match in found if len(match.group()) > 1), default=0)
    if found and found[-1].end() == len(prefix):
        return len(prefix)
    return long or max((match.end() for match in found if match.group() in _CLEAR_END), default=0)


def split(text: str, lexicon: Lexicon, words: Words, memory: Memory) -> Person | None:
    """机构 + 职务 + 姓名, from the right: the shortest name after a post."""
    last = len(text)
    for end in range(last, max(1, last - 41), -1):
        title = _title_ending(text, end, words.named) if end < last else None
        name = text[end:].strip()
        if not title or not _name_after_title(name, lexicon, words, memory):
            continue
        prefix = text[: end - len(title)]
        joint = max(prefix.rfind(mark) for mark in "与與和、及")
        if joint > 3 and split(prefix[:joint], lexicon, words, memory) is not None:
            prefix = prefix[joint + 1 :]  # another person stands before: 县长某某与主席
        while prefix.endswith("兼") and (other := _ends_in(prefix[:-1], words.posts)):
            title = other + "兼" + title
            prefix = prefix[: -len(other) - 1]
        return _with_posts(prefix.rstrip(), title, name, words)
    unknown = _UNKNOWN_POST.search(text)
    if unknown and (is_chinese_name(unknown["name"], lexicon) or DOT[0] in unknown["name"]):
        return _with_posts(text[: unknown.start()], unknown["post"], unknown["name"], words)
    return None


def _with_posts(prefix: str, title: str, name: str | None, words: Words) -> Person:
    """Of several posts (A教授、B理事长) the first that names a body."""
    chosen: tuple[str | None, str | None] = organization_of(
        prefix.rpartition("、")[2] if _posts_joined(prefix, words) else prefix, title, words
    )
    parts = prefix.split("、") if "、" in prefix else []
    for number, part in enumerate(parts[:-1]):
        post = _title_ending(part, len(part), words.posts)
        if post:
            organization, found = organization_of(part[: -len(post)], post, words)
            if organization or (number == 0 and not chosen[0]):
                chosen = organization, found
                break
    if chosen[1] and _ends_in(chosen[1], words.persons) == chosen[1]:
        chosen = chosen[0] if name is None else None, None if name else chosen[1]
    return Person(name, chosen[1], chosen[0])


def _posts_joined(prefix: str, words: Words) -> bool:
    head = prefix.rpartition("、")[0]
    return bool(head) and _title_ending(head, len(head), words.posts) is not None


def _courtesy(text: str, lexicon: Lexicon, words: Words) -> Person | None:
    """孙先生 is a name as it stands; after a whole name the courtesy word is left out, after a post it stays a post."""
    tables = name_tables(lexicon)
    if len(text) == 2 and text[0] in "老小阿" and text[1] in tables.surnames and text not in tables.excluded:
        return Person(text)
    for length in (2, 1):
        word = text[-length:]
        if word in words.honorifics and len(text) > length:
            head = text[:-length]
            for size in (4, 3, 2):
                name = head[-size:]
                if len(name) == size and (
                    (is_foreign_name(name, lexicon) and size > 2)
                    or (is_chinese_name(name, lexicon) and size == len(head))
                ):
                    return Person(name)
            joined = re.search(rf"[{HAN}]{{1,8}}(?:[{DOT}][{HAN}]{{1,8}})+$", head)
            if joined:
                return Person(joined.group())
            if is_chinese_name(head[-1] + "某", lexicon) or is_chinese_name(head[-1] + "一", lexicon):
                return Person(head[-1] + word)
    return None


def read_phrase(text: str, lexicon: Lexicon, words: Words, memory: Memory) -> Phrase | None:
    """Read a noun phrase as the one who speaks; None where it is none.

    Args:
        text: The phrase as printed.
    """
    text = clean(text)
    if not text or len(text) > _LONGEST_PHRASE:
        return None
    known = memory.named(text)
    if known:
        return Phrase(known)
    if PRONOUN.match(text):
        return Phrase(None, "pronoun")
    if PLURAL.match(text):
        return Phrase(None, "plural")
    anaphor = ANAPHOR.match(text)
    if anaphor:
        what = anaphor["what"]
        if _ends_in(what, words.anyone):
            return Phrase(Person(None, text), "anaphor")
    person = _courtesy(text, lexicon, words) or split(text, lexicon, words, memory)
    if person:
        return Phrase(person)
    if text.isascii() and text.isupper() and len(text) <= 8:
        return Phrase(Person(None, None, text))
    if is_bare_name(text, lexicon, memory) or _titled(text, words, memory):
        return Phrase(Person(text))
    person = _name_and_post(text, lexicon, words, memory) or _after_de(text, lexicon, words, memory)
    if person:
        return Phrase(person)
    person = _unnamed(text, words)
    return Phrase(person) if person else None


def _titled(text: str, words: Words, memory: Memory) -> bool:
    """Whether the story has the word right after a post elsewhere, which makes it a name."""
    if not 2 <= len(text) <= 6 or _NO_NAME.search(text) or not _HAN_ONLY.fullmatch(text):
        return False
    at = memory.near.find(text)
    for _ in range(6):
        if at < 0:
            return False
        if _title_ending(memory.near, at, words.named) and not _title_ending(memory.near, at + len(text), words.anyone):
            return True
        at = memory.near.find(text, at + 1)
    return False


def _ends_in(text: str, titles: Endings) -> str | None:
    return _title_ending(text, len(text), titles)


def _name_and_post(text: str, lexicon: Lexicon, words: Words, memory: Memory) -> Person | None:
    """姓名 + 职务: 苏晴科长."""
    post = _ends_in(text, words.posts)
    if not post or len(post) >= len(text):
        return None
    name = text[: -len(post)].rstrip()
    before = split(name, lexicon, words, memory)
    if before and before.name and (is_bare_name(before.name, lexicon, memory) or before.name.isascii()):
        return before  # a post on either side: 院士某某教授
    known = memory.named(name)
    if known:
        return Person(known.name, known.title or post, known.organization)
    if len(name) in (2, 3) and is_chinese_name(name, lexicon) and len(post) <= 3 and memory.near.count(name) > 1:
        return Person(name, post)
    if (
        len(name) == 3
        and is_chinese_name(name, lexicon)
        and post not in {"代表", "专家", "專家", "工程师", "记者", "記者"}
    ):
        return Person(name, post)
    if len(name) > 2 and is_foreign_name(name, lexicon):
        return Person(name, post)
    return None


def _after_de(text: str, lexicon: Lexicon, words: Words, memory: Memory) -> Person | None:
    """A name after a clause with 的, or after a kin word (他的妻子某某); a Latin name at the end."""
    rest = text.rpartition("的")[2]
    if rest != text and is_bare_name(rest, lexicon, memory) and (len(rest) > 2 or memory.named(rest)):
        return Person(rest)
    for start in range(max(0, len(rest) - 8), len(rest) - 1):
        if _ends_in(rest[:start], words.kin) and is_bare_name(rest[start:], lexicon, memory):
            return Person(rest[start:])
    latin = re.search(r"(?<=[^A-Za-z\s])[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)+$", rest)
    if latin:
        return Person(latin.group())
    known = next((name for size in (4, 3, 2) if (name := rest[-size:]) in memory.people and len(rest) > size), None)
    return Person(known) if known else None


def _unnamed(text: str, words: Words) -> Person | None:
    """Someone without a name, or a body: 县水利局负责人, 县水利局, 多位居民, 公告."""
    if _ADDRESSED.search(text):
        return None
    if _QUANTIFIED.match(text):
        head = (
            re.sub("^(?:其中(?=.{0,3}[名位])|另外|也有|亦有|还有|還有|有(?!关|關))", "", text)
            if not text.startswith("其中")
            else text
        )
    elif "的" in text and len(text) > 8:
        head = text.rpartition("的")[2] or text
    else:
        head = text
    post = _ends_in(head, words.anyone)
    if post:
        if _ends_in(post, words.named) == post:
            organization, _ = organization_of(head[: -len(post)], post, words)
            if organization and head.startswith(organization) and len(head) > len(organization):
                return Person(None, head[len(organization) :], organization)
        return Person(None, head)
    if text[-1] == "》":
        return Person(None, None, text)
    if head[-1] == "人" and 3 <= len(head) <= 8 and not _CLAUSE_WORD.search(head):
        return Person(None, head)  # 共和党人, 主持人
    if text.endswith(words.documents) and len(text) <= 16:
        return Person(None, None, text)
    bodies = list(words.bodies.finditer(head))
    if bodies and bodies[-1].end() == len(head) and len(head) >= 2:
        return Person(None, None, head)
    if text.endswith(words.press):
        return Person(None, None, text)
    return None
