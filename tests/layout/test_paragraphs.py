"""Where paragraphs begin on pages of print that kept their first-line indents."""

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
