"""Cases of quotes: a text, what it holds as (kind, words, speaker), and why. A speaker is name/title/organization."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from newsdoc.annotate.quotes import quotes, quotes_of
from newsdoc.lexicon import Lexicon
from newsdoc.model.annotation import Person, Quote

CASES = [
    # -- where the speaker stands
    ("何晓燕说：“下一步要把管网铺到地头。”", ["direct|下一步要把管网铺到地头。|何晓燕"], "before, colon"),
    ("“路修通了。”村支书马有福说。", ["direct|路修通了。|马有福/村支书"], "after"),
    ("马有福告诉记者，“价格高了一成。”", ["direct|价格高了一成。|马有福"], "before, comma"),
    ("“车来了！车来了！”孩子们喊道。", ["direct|车来了！车来了！|/孩子们"], "a group"),
    ("“我得带头。”说起往事，孙桂芝笑着说。", ["direct|我得带头。|孙桂芝"], "the verb at the end of the next sentence"),
    (
        "欧阳雪坦言，心里没底。“后来我就不怕了。”",
        ["indirect|心里没底|欧阳雪", "direct|后来我就不怕了。|欧阳雪"],
        "carried",
    ),
    (
        "站长罗建平回忆，这里过去是一片荒滩。\n摊主老葛在桥头摆摊多年。“现在客人多了。”他说。",
        ["indirect|这里过去是一片荒滩|罗建平/站长", "direct|现在客人多了。|"],
        "a new paragraph speaks of someone else whom the rules cannot name",
    ),
    (
        "站长罗建平回忆，这里过去是一片荒滩。\n队长葛秀兰干这一行16年了。她说，日子好过多了。",
        ["indirect|这里过去是一片荒滩|罗建平/站长", "indirect|日子好过多了|葛秀兰/队长"],
        "a post and a name before a verb the tables do not know",
    ),
    (
        "站长罗建平回忆，这里过去是一片荒滩。\n他说，日子好过多了。",
        ["indirect|这里过去是一片荒滩|罗建平/站长", "indirect|日子好过多了|罗建平/站长"],
        "a paragraph that opens with a pronoun goes on with the person",
    ),
    ("居民葛秀兰（56岁，行政人员）说，日子好过多了。", ["indirect|日子好过多了|葛秀兰"], "age and trade in brackets"),
    ("葛秀兰赛后说，这一局很难打。", ["indirect|这一局很难打|葛秀兰"], "after the match"),
    ("A ferry operator will add 14 sailings to the island on weekends.", [], "will add: no report without that"),
    (
        "“It is late,” the Ministry of Sustainability and the Environment said.",
        ["direct|It is late,|//the Ministry of Sustainability and the Environment"],
        "a ministry with two nouns",
    ),
    (
        "Law Minister H.R. Shivan said the plan was late.",
        ["indirect|the plan was late|H.R. Shivan/Law Minister"],
        "what stands before a post is part of it",
    ),
    (
        "“We will see,” Leader of the Opposition Ramesh Kulin said.",
        ["direct|We will see,|Ramesh Kulin/Leader of the Opposition"],
        "a post with of the",
    ),
    (
        "“现在客人多了。”谈到过去，葛秀兰笑着说。",
        ["direct|现在客人多了。|葛秀兰"],
        "a verb of the topic, then the verb of speech",
    ),
    (
        "“心里踏实了。”说起新居，正在收拾屋子的葛红英满脸笑容。",
        ["direct|心里踏实了。|葛红英"],
        "a feeling tells who spoke",
    ),
    (
        "“以前全是荒坡。”站在山顶，护林员葛建军感慨万千。",
        ["direct|以前全是荒坡。|葛建军/护林员"],
        "a feeling tells who spoke",
    ),
    ("路政署发言人表示，工程将于年底完成。", ["indirect|工程将于年底完成|/发言人/路政署"], "a body is no name"),
    ("陪同的干部有些尴尬：“还没有轮到。”", ["direct|还没有轮到。|"], "a feeling is no name"),
    ("沈志明日前指出，步子还可以再快些。", ["indirect|步子还可以再快些|沈志明"], "日前, and no 明日"),
    ("老郑说：“水够用。”", ["direct|水够用。|老郑"], "a familiar name"),
    (
        "处长葛明指出，供水已减量。“去年停了一次。”今年47岁的王丽说，补偿金拖了半年。",
        ["indirect|供水已减量|葛明/处长", "direct|去年停了一次。|"],
        "a subject that cannot be read is not the one before",
    ),
    ("有人读起信来。“一切都好。”", ["direct|一切都好。|"], "nobody is named"),
    ("“谢谢你们！”几只手紧紧握在一起的人说。", ["direct|谢谢你们！|"], "a subject that cannot be read: nobody"),
    # -- organisation, post, name
    (
        "“水已经退了。”临江市水务局排水科科长罗敏说。",
        ["direct|水已经退了。|罗敏/科长/临江市水务局排水科"],
        "the longest body",
    ),
    (
        "江北大学教授、中国水利学会会长罗敏认为，应当尽快立法。",
        ["indirect|应当尽快立法|罗敏/教授/江北大学"],
        "of two posts the first that names a body",
    ),
    ("法国总统勒布朗表示，谈判还在继续。", ["indirect|谈判还在继续|勒布朗/总统"], "a country alone is no organisation"),
    (
        "山水集团董事长兼总裁郑海涛称，经营正常。",
        ["indirect|经营正常|郑海涛/董事长兼总裁/山水集团"],
        "two posts in one",
    ),
    ("国家统计局高级统计师赵庆河分析，需求在恢复。", ["indirect|需求在恢复|赵庆河/高级统计师/国家统计局"], "a rank"),
    (
        "市气象台首席预报员罗一鸣介绍，明天有雨。",
        ["indirect|明天有雨|罗一鸣/首席预报员/市气象台"],
        "a post no table has",
    ),
    ("红石镇果农代表周国梁说，今年丰收。", ["indirect|今年丰收|周国梁/代表"], "代表 as a post, not a verb"),
    ("罗一鸣院士表示，还要再试。", ["indirect|还要再试|罗一鸣/院士"], "the post after the name"),
    ("打算换房的郑女士说，再等等看。", ["indirect|再等等看|郑女士"], "a surname with courtesy is a name"),
    ("县水利局相关负责人表示，工期不变。", ["indirect|工期不变|/相关负责人/县水利局"], "no name"),
    (
        "港鐵發言人回應指，服務已回復正常。",
        ["indirect|服務已回復正常|/港鐵發言人"],
        "no name, no body that the tables know",
    ),
    ("宏达公司公告称，方案已通过。", ["indirect|方案已通过|//宏达公司公告"], "a document"),
    ("《江北日报》评论说，此举意义重大。", ["indirect|此举意义重大|//《江北日报》"], "a newspaper"),
    ("救援队队长艾力·买买提说，还有希望。", ["indirect|还有希望|艾力·买买提/队长/救援队"], "minority name"),
    (
        "環境部部長傑夫·諾頓（Jeff Norton）說，會盡快修復。",
        ["indirect|會盡快修復|傑夫·諾頓/部長/環境部"],
        "name in brackets",
    ),
    (
        "远方食品有限公司今年投产。公司副总经理杨帆告诉记者，订单很满。",
        ["indirect|订单很满|杨帆/副总经理/远方食品有限公司"],
        "the bare word 公司 is the company named last",
    ),
    (
        "县水利局局长苏晴来到现场。苏晴说，水退了。",
        ["indirect|水退了|苏晴/局长/县水利局"],
        "post and body from where they are given in full",
    ),
    (
        "满归海关关长罗敏说，货车当天就能过关。",
        ["indirect|货车当天就能过关|罗敏/关长/满归海关"],
        "关关 is the end of the body and the start of the post",
    ),
    # -- pronouns and short forms
    ("县长罗敏说，路通了。他还说，桥下月动工。", ["indirect|路通了|罗敏/县长", "indirect|桥下月动工|罗敏/县长"], "他"),
    ("陈女士说，水很急。他说，还会再来。", ["indirect|水很急|陈女士", "indirect|还会再来|"], "他 is not 女士"),
    ("共和党人呼吁，先削减开支。", ["indirect|先削减开支|/共和党人"], "a word in 人"),
    ("江北通讯社援引军方消息报道说，船已获救。", ["indirect|船已获救|//江北通讯社"], "援引"),
    ("中国作协会员、退伍战士高鹏指着山沟说，那里很冷。", ["indirect|那里很冷|高鹏/战士"], "a verb after the name"),
    ("CDC 表示，疫苗已送达。", ["indirect|疫苗已送达|//CDC"], "an acronym"),
    ("印度总理 Arun Mehta 在集会上表示，会谈照常。", ["indirect|会谈照常|Arun Mehta/总理"], "a Latin name"),
    ("他高调宣称“我能赢”，也就是说比赛没完。", ["partial|我能赢|"], "an adverb is no name, 也就是说 no report"),
    (
        "主持会议的江北省商务厅厅长罗敏说，订单增加。",
        ["indirect|订单增加|罗敏/厅长/江北省商务厅"],
        "a clause before the body",
    ),
    ("村民们说，水很急。他们说，还会再来。", ["indirect|水很急|/村民们", "indirect|还会再来|"], "他们 is not resolved"),
    (
        "学者胡安·里奥斯说，前景很好。里奥斯认为，机会更多。",
        ["indirect|前景很好|胡安·里奥斯/学者", "indirect|机会更多|胡安·里奥斯/学者"],
        "a part of the name",
    ),
    ("他说：“没事。”", ["direct|没事。|"], "nobody before him"),
    # -- speech and terms
    ("“双减”政策实施以来，“一刀切”的做法少了。", [], "terms"),
    ("“无工匠，不制造”，随着产业升级，人才更受重视。", [], "a slogan with no report"),
    ("业内人士认为，“内卷式”竞争难以为继。", ["indirect|“内卷式”竞争难以为继|/业内人士"], "a term after a verb"),
    ("村里有一个尴尬的称号：“缺水村”。", [], "a name after a colon"),
    ("朝阳区方面对此表示“遗憾”。", ["partial|遗憾|/朝阳区方面"], "a fragment"),
    (
        "苏晴说，这项“快办”措施会留下来。",
        ["indirect|这项“快办”措施会留下来|苏晴"],
        "an indirect quote holds the fragment",
    ),
    # -- marks
    ("苏晴说：「先救人。」", ["direct|先救人。|苏晴"], "Taiwan and Hong Kong"),
    ("苏晴说：“他喊了一声‘快跑’就冲过去了。”", ["direct|他喊了一声‘快跑’就冲过去了。|苏晴"], "nested"),
    ('苏晴说："先救人。"马有福说："我也去。"', ["direct|先救人。|苏晴", "direct|我也去。|马有福"], "straight"),
    (
        "“先救人。村支书马有福说，水还在涨。",
        ["direct|先救人。|马有福/村支书", "indirect|水还在涨|马有福/村支书"],
        "lost",
    ),
    ("苏晴说：水退了。”大家都笑了。", ["direct|水退了。|苏晴"], "opening lost"),
    ("网友们笑說「好可愛」、「都沒變」。", ["direct|好可愛|/网友们", "direct|都沒變|/网友们"], "a list of comments"),
    # -- indirect speech
    ("据县气象局局长罗一鸣介绍，三天内有雨。", ["indirect|三天内有雨|罗一鸣/局长/县气象局"], "据"),
    ("在罗一鸣看来，雨季提前了。", ["indirect|雨季提前了|罗一鸣"], "在 看来"),
    ("苏晴强调，安全第一，并说工地已停工。", ["indirect|安全第一|苏晴", "indirect|工地已停工|苏晴"], "two verbs"),
    ("苏晴介绍了工程进展。", [], "the verb with an object"),
    ("他是一名小说家，也写评论员文章。", [], "words that hold the verbs"),
    ("会议通报了有关情况，分析师们都在场。", [], "nouns"),
    # -- English
    ("“We are growing,” said Maria Lopez.", ["direct|We are growing,|Maria Lopez"], "inverted"),
    (
        "“I saw it,” Anna Berg, a nurse, said. “Then the roof fell.”",
        ["direct|I saw it,|Anna Berg/a nurse", "direct|Then the roof fell.|Anna Berg/a nurse"],
        "apposition, then carried",
    ),
    ("Gov. Tom Reed (R) added: “Not again.”", ["direct|Not again.|Tom Reed/Gov."], "title and party"),
    ("“It was loud,” she said.", ["direct|It was loud,|"], "she: nobody before her"),
    ("“Leave now,” the sergeant told us.", ["direct|Leave now,|/the sergeant"], "no name"),
    ("“The best day of my life.” ― Ana Ruiz", ["direct|The best day of my life.|Ana Ruiz"], "signed"),
    ("Police said that no one was hurt.", ["indirect|no one was hurt|//Police"], "that"),
    (
        "The bridge will stay shut, two officials said.",
        ["indirect|The bridge will stay shut|/two officials"],
        "at the end",
    ),
    ("According to the Harbor Office, traffic rose.", [], "too short for speech"),
    (
        "Traffic rose by a third, according to the Harbor Office.",
        ["indirect|Traffic rose by a third|//the Harbor Office"],
        "",
    ),
    ("They sang at the “Golden Hour” club on Main Street.", [], "a title"),
    (
        "Nora Lindqvist, speaking in Dunmore, said the dam would hold.",
        ["indirect|the dam would hold|Nora Lindqvist"],
        "a clause between subject and verb",
    ),
    (
        "The dam would be raised by three feet, the minister said, in a bid to calm the valley.",
        ["indirect|The dam would be raised by three feet|/the minister"],
        "what follows the verb is no clause",
    ),
    (
        "John Harris, 38, who lives in Dunmore, said his family had been waiting since May.",
        ["indirect|his family had been waiting since May|John Harris"],
        "an age and a clause between name and verb",
    ),
    (
        "Teresa Ngan said the delay was long. “We underestimated it,” she said.",
        ["indirect|the delay was long|Teresa Ngan", "direct|We underestimated it,|Teresa Ngan"],
        "she is whoever spoke before",
    ),
    ("They say the dam will hold.", ["indirect|the dam will hold|"], "a pronoun that may be anyone"),
    (
        "The dam would hold, said Nora Lindqvist, the chief engineer.",
        ["indirect|The dam would hold|Nora Lindqvist/the chief engineer"],
        "the verb before its subject",
    ),
    (
        "The dam, Nora Lindqvist said, would hold for years.",
        ["indirect|would hold for years|Nora Lindqvist"],
        "the verb within",
    ),
    ("Nora Lindqvist agreed that the dam was old.", ["indirect|the dam was old|Nora Lindqvist"], "any verb with that"),
    (
        "“It is an old dam,” wrote Nora Lindqvist for River Weekly.",
        ["direct|It is an old dam,|Nora Lindqvist//River Weekly"],
        "for whom one writes",
    ),
]


def shown(quote: Quote) -> str:
    person = quote.speaker
    parts = [person.name, person.title, person.organization] if person else []
    return f"{quote.kind}|{quote.text}|{'/'.join(part or '' for part in parts).rstrip('/')}"


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[0][:24] for case in CASES])
def test_case(text: str, expected: list[str], why: str) -> None:
    assert [shown(quote) for quote in quotes(text)] == expected, why


@pytest.mark.parametrize("text", [case[0] for case in CASES], ids=[case[0][:24] for case in CASES])
def test_what_is_said_of_a_speaker_is_printed(text: str) -> None:
    for quote in quotes(text):
        person = quote.speaker or Person()
        for part in (person.name, person.title, person.organization):
            assert part is None or part in text


def test_how_the_text_tells_the_speaker() -> None:
    text = "县长罗敏说：“路通了。”他说：“桥还要等。”“再等一年。”"
    assert [quote.speaker_from for quote in quotes(text)] == ["name", "pronoun", "carried"]


def test_persons_known_from_elsewhere_on_the_page() -> None:
    known = [Person("胡安·里奥斯", "学者")]
    ((quote,),) = quotes_of(["里奥斯认为，机会更多。"], known=known)
    assert quote.speaker == known[0]


def test_a_users_verb_and_post(tmp_path: Path) -> None:
    text = "总舵主陈近南呼噜道：“反清。”"
    file = tmp_path / "mine.tsv"
    file.write_text("[verbs]\nkind\tzh-Hans\nsay\t呼噜道\n[titles]\nkind\tzh-Hans\npost\t总舵主\n", "utf-8")
    (quote,) = quotes(text, lexicon=Lexicon.load(file))
    assert (quote.cue, quote.speaker) == ("呼噜道", Person("陈近南", "总舵主"))


SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "quotes"


@pytest.mark.skipif(not (SHARED / "score.py").is_file(), reason="the labelled texts are not beside the checkout")
@pytest.mark.parametrize(
    ("language", "direct", "speaker", "wrong", "indirect", "indirect_speaker"),
    [("zh", 95, 85, 5, 90, 80), ("en", 97, 86, 5, 25, 25)],
)
def test_labelled_texts(
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    direct: int,
    speaker: int,
    wrong: int,
    indirect: int,
    indirect_speaker: int,
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    spec = importlib.util.spec_from_file_location("quotes_score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    counts: dict[str, int] = score.collections.Counter()
    for row in score.load(SHARED, language):
        score.score_row(row, quotes(row["text"]), counts, [])

    def f1(right: int, answered: int, labelled: int) -> float:
        return 200 * right / (answered + labelled)

    assert f1(counts["d_exact"], counts["d_found"] + counts["d_false"], counts["d"]) >= direct
    assert f1(counts["dright"], counts["dpred"], counts["dgold"]) >= speaker
    assert 100 * counts["dwrong"] / counts["danswered"] <= wrong
    assert f1(counts["i_found"], counts["i_found"] + counts["i_false"], counts["i"]) >= indirect
    assert f1(counts["iright"], counts["ipred"], counts["igold"]) >= indirect_speaker
    if language == "zh":
        assert 100 * counts["title_ok"] / counts["title"] >= 85
        assert 100 * counts["organization_ok"] / counts["organization"] >= 85
