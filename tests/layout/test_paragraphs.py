"""Where paragraphs begin on pages of print that kept their first-line indents."""

import pytest

import newsdoc

INDENTED = """
　　清晨的渡口还没有完全醒来，江面上浮着一层薄薄
的雾气，几只早起的水鸟贴着水面低低地飞过去，翅膀
划出一道道细细的波纹。老艄公把缆绳解开了。
　　船头挂着一盏马灯，灯光在雾里晕开成一团暖黄。
他说这条江他撑了四十年，哪里有暗礁，哪里水流急，
闭着眼睛也能走过去。
　　对岸的集市已经热闹起来，卖鱼的，卖菜的，卖竹
器的，吆喝声隔着江水一阵一阵地传过来，听得人心里
头也跟着暖和起来。
"""


def test_a_full_first_line_that_ends_a_sentence_ends_no_paragraph() -> None:
    article = newsdoc.parse(INDENTED)
    texts = [block.text for section in article.sections for block in section.paragraphs]
    assert [(text[:4], text[-4:]) for text in texts] == [
        ("清晨的渡", "解开了。"),
        ("船头挂着", "走过去。"),
        ("对岸的集", "和起来。"),
    ]


def test_a_paragraph_whose_full_stop_ocr_lost_ends_at_its_short_last_line() -> None:
    text = INDENTED.replace("也能走过去。", "也能走过去\n")
    article = newsdoc.parse(text)
    assert [block.text[-4:] for section in article.sections for block in section.paragraphs] == [
        "解开了。",
        "也能走过去"[-4:],
        "和起来。",
    ]


COLUMN = """Ferry late again on Monday

The harbour was closed for a third
day on Monday, and the ferries were
tied up all day long at the quay.
%s
the master of the first of them, who
has been at sea for a 40-year-
old company since he was a boy.
"""


@pytest.mark.parametrize(
    ("line", "paragraphs"),
    [("“We cannot go out like this,” said", 2), ("Nobody can go out like this, said", 1)],
)
def test_what_a_person_says_opens_a_paragraph_in_english(line: str, paragraphs: int) -> None:
    """The next word would not have fitted on the line above, so its width tells nothing."""
    article = newsdoc.parse(COLUMN % line)
    assert sum(len(section.paragraphs) for section in article.sections) == paragraphs


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("40-year-\nold company", "40-year-old company"),
        ("state-of-the-\nart company", "state-of-the-art company"),
        ("up-\nto-date company", "up-to-date company"),
        ("solar-pow-\nered company", "solar-powered company"),
    ],
)
def test_the_hyphen_of_a_compound_is_no_hyphenation(cut: str, whole: str) -> None:
    text = (COLUMN % "“We cannot go out like this,” said").replace("40-year-\nold company", cut)
    article = newsdoc.parse(text)
    assert whole in article.sections[-1].paragraphs[-1].text
