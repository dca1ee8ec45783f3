"""Notices of a web site that are whole lines, sentences or not: rights, calls to an app or account, contacts.

©2025江北网版权所有   未经授权，严禁转载。   下载《江北》App，掌握最新消息！   后台回复关键词，加入读者群
原标题：…   上一篇：…
Sign up now: Get our newsletters   Contact the writers at jane@example.com   The BBC is not responsible for …
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdoc.model.characters import HAN
from newsdoc.recognise.furniture import is_furniture
from newsdoc.recognise.marks import FURNITURE, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdoc.model.page import Line
    from newsdoc.recognise.words import Words

_LONGEST_HAN, _LONGEST = 160, 420

_NARROWEST, _RAGGED = 7.0, 2.5

_LEAVE = "(?:授权|授權|许可|許可|允许|允許|同意|准许|准許|书面|書面)"
_COPY = "(?:转载|轉載|转发|轉發|镜像|鏡像|摘编|摘編|翻印|盗用|盜用|公开播送|公開播送|公开传输|公開傳輸)"
_USE = f"(?:{_COPY}|使用|复制|複製|複制|引用|重制|重製)"
_BAN = "(?:不得|严禁|嚴禁|禁止|请勿|請勿|谢绝|謝絕|切勿)"
_HERE = (
    "(?:本网|本網|本站|本报|本報|本刊|本台|本社|本平台|本公众号|本公眾號|本文|本稿"
    "|网站|網站|新闻网|新聞網|版权|版權|著作|转载|轉載)"
)
_MAIL = r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}"
_PHONE = r"[(（]?\+?\d[\d\s()（）-]{5,18}\d"
_SOCIAL = (
    "(?:公众号|公眾號|微信号|微信號|微博|视频号|視頻號|抖音号|抖音號|官方账号|官方賬號|官方帳號|官方帐号|粉丝团|粉絲團|粉絲專頁|粉丝专页|粉专|粉專|专页|"
    "專頁|频道|頻道|telegram|facebook|instagram"
    "|line ?好友|line官方|youtube|threads|whatsapp)"
)


def _any(*shapes: str) -> re.Pattern[str]:
    return re.compile("|".join(shapes), re.IGNORECASE)


_RIGHTS = _any(
    rf".{{0,60}}(?:未经|未經|非经|非經|未获|未獲).{{0,24}}{_LEAVE}.{{0,14}}{_BAN}.{{0,16}}{_USE}.{{0,60}}",
    rf".{{0,30}}(?:未经|未經|非经|非經).{{0,24}}{_LEAVE}{_COPY}.{{0,20}}(?:追究|必究|责任|責任).{{0,20}}",
    rf".{{0,30}}{_BAN}(?:擅自|任意|以任何形式)?{_COPY}.{{0,20}}",
    r".{0,50}(?:版权所有|版權所有|著作权所有|著作權所有|版权归.{1,30}所有|版權歸.{1,30}所有).{0,60}",
    r"(?:如需|凡)?(?:转载|轉載)(?:本文|时|時|稿件)?[，,]?(?:务必|務必)?(?:请|請|须|須|需)(?:与|與|联系|聯繫|"
    r"聯絡|联络|注明|註明).{2,60}",
    r"如需(?:转载|轉載).{2,50}(?:联系|聯繫|聯絡|联络)。?",
    r"[（(※＊*\s]*(?:本(?:网站|網站|站|网|網|平台|公众号|公眾號|号|文|文章|稿|报|報)|凡)[^“”「」]{0,80}"
    r"(?:不代表.{1,20}(?:立场|立場|观点|觀點)|投资建议|投資建議|仅供参考|僅供參考|转载请|轉載請).{0,80}",
    r".{0,10}(?:版权|版權|免责|免責|特别|特別|郑重|鄭重|(?:版权|版權)[与與及](?:免责|免責))(?:声明|聲明)\s*[：:].{0,150}",
    r".{0,40}(?:留言|评论|評論|网友|網友).{0,30}(?:保留|保有|擁有|拥有).{0,20}(?:修改|移除|删除|刪除).{0,20}(?:权利|"
    r"權利)。?",
)
_CALLS = _any(
    r"(?:扫一扫|掃一掃|扫码|掃碼|立即|立刻|马上|馬上|现在就?|現在就?|免费|免費|请|請|快来?)?(?:下载|下載|安装|安裝|打开|打開)[^。，！]{0,24}"
    r"(?:app|客户端|用户端)(?:\s*[，,！!、].{0,40}|\s.{0,40}|)",
    r"(?:下载|下載)[^。，！]{2,16}[，,].{0,20}(?:有奖|有獎|福利|第一时间|第一時間|更多).{0,20}",
    rf"[^。]{{0,20}}(?:讚好|赞好|贊好|按讚|按赞|追蹤|追踪|like)[^。]{{0,16}}{_SOCIAL}[^。]{{0,20}}",
    r".{0,40}(?:点我|點我|按我|戳我|點此|点此)(?:下载|下載|看|进入|進入|查看|加入|阅读|閱讀|购买|購買|订阅|"
    r"訂閱).{0,30}",
    r"[▲△>＞]*\s*(?:点击|點擊|點選|点选)(?:图片|圖片|下方|上方|链接|鏈接|連結|连结|蓝字|藍字|标题|標題|此处|此處|查看|进入|進入|"
    r"下载|下載|阅读|閱讀|观看|觀看)[^。，]{0,40}",
    r"(?:更多|欲知更多|想看更多|想了解更多)[^。，]{0,24}(?:请|請|就|敬请|敬請|尽在|盡在)(?:进入|進入|点击|點擊|"
    r"关注|關注|留意|下载|下載|浏览|瀏覽|登录|登錄|登入|上|看)?"
    r"[^。]{0,40}(?:。[^。]{0,30}(?:线索|線索|热线|熱線)[^。]{0,40})?。?",
    rf"(?:欢迎|歡迎|敬请|敬請|请|請|微信|立即|马上|馬上)?(?:关注|關注|追踪|追蹤|订阅|訂閱|加入|"
    rf"搜索)[^。，]{{0,24}}{_SOCIAL}[^。，]{{0,30}}[。！!]?",
    r"(?:后台|後台|公众号后台|公眾號後台|公众号|回复|回覆|扫码|掃碼|添加小编|添加小編)[^。]{0,30}(?:加入|进群|進羣|入群|"
    r"进入)[^。]{0,12}(?:群|圈)[^。，]{0,6}",
    r"(?:长按|長按|扫描|掃描|扫码|掃碼|识别|識別|扫一扫|掃一掃)[^。，]{0,20}(?:二维码|二維碼|QR ?code)[^。]{0,30}",
    r"(?:選擇|选择|設定|设定|加入|將|将)[^。，]{0,16}google[^。，]{0,6}(?:偏好|首選|首选)[^。，]{0,12}",
    r"(?:like|讚好|赞好|贊好|按讚|按赞|点赞|點贊|追踪|追蹤|follow)\s*(?:我们|我們|本报|本報|本台).{0,50}",
    r"(?:欢迎|歡迎).{0,16}(?:反馈|反饋|投稿|爆料|报料|報料|指正).{0,60}",
    r".{0,40}(?:欢迎|歡迎)(?:在|到)(?:留言区|评论区|后台|文末|下方|留言區|評論區).{0,20}",
    r"(?:文章看完了|看完(?:了)?(?:文章|新聞|新闻)|喜歡這篇|喜欢这篇)[？?！!，].{0,50}",
    r"(?:发表评论|發表評論|跟帖|评论)?\s*(?:文明上网|文明上網|请文明|請文明|请遵守|請遵守|请自觉遵守|請自覺遵守)[^。]{0,60}|"
    r"(?:网友评论|網友評論)(?:仅供|僅供|只代表).{0,60}",
    r"(?:請|请)(?:先)?同意.{0,16}(?:隐私|隱私|cookie|条款|條款|規範|规范).{0,40}|(?:请|請)?(?:先)?(?:登录|登錄|登入)(?:后|"
    r"後|即可|以)(?:查看|发表|留言|评论|評論|阅读|閱讀|收听|收聽).{0,24}",
    r"[^。]{0,40}(?:尽在|盡在|就在|就上)[^。，]{2,16}(?:app|客户端|公众号|网站|網站)[！!]?|(?:点击播报本文|點擊播報本文).{0,20}|"
    r"(?:登录|登錄)\w{2,8}(?:通行证|通行證|账号|賬號|帐号)",
    r"(?:《.{2,12}》)?(?:app|客户端).{0,12}(?:最新版本|更新|升級|升级).{0,40}",
    r"(?:您|你)的(?:浏览器|瀏覽器)(?:不支持|不支援|版本).{0,40}",
)
_OFFICE = (
    "(?:记者|記者|作者|编辑部?|編輯部?|本报|本報|本版|报社|報社|新闻部?|新聞部?|爆料|报料|報料|投稿|读者|讀者|采编|採編"
    "|港[闻聞]部|要[闻聞]部|副刊部?|广告|廣告)"
)
_CONTACTS = _any(
    rf"(?:[^。，]{{0,16}}{_OFFICE}|(?:欢迎|歡迎)[^，]{{2,16}})[^。，]{{0,6}}(?:邮箱|郵箱|电邮|電郵|邮件|郵件|"
    rf"信箱|email|e-mail)\s*[：:]?\s*{_MAIL}.{{0,30}}",
    rf"[^。，]{{0,12}}(?:报料|報料|爆料|新闻热线|新聞熱線|读者热线|讀者熱線|广告热线|廣告熱線|发行热线|發行熱線|订阅热线|訂閲熱線|"
    rf"编辑部电话|編輯部電話)[^。，：:]{{0,10}}[：:]?\s*(?:{_PHONE}|{_MAIL}).{{0,50}}",
)
_IMPRINT = _any(
    r"[^。，]{2,20}(?:主办|主辦|主管|编辑出版|編輯出版)[\s\u3000]+[^。]{0,20}(?:热线|熱線|电话|電話|网址|網址|邮箱|郵箱|地址)\s*[：:].{0,60}"
)
_LABELLED = re.compile(
    r"(?:相关(?:文章|阅读|报道|新闻)|相關(?:文章|閱讀|報道|報導|报导|新聞)|延伸(?:阅读|閱讀)|更多(?:阅读|閱讀|报道|報道)"
    r"|原标题|原標題|原题|原題|上一篇|下一篇|上一则|下一则|上一則|下一則|阅读下一篇|閱讀下一篇|本文来源|"
    r"本文來源|原文链接|原文鏈接|原文連結|原文连结|来源链接|來源鏈接"
    r"|封面(?:图片|圖片|图|圖)?(?:来源|來源)|封面图|封面圖)\s*[：:﹕]\s*.{0,90}(?<!。)"
)
_ENGLISH = _any(
    r"(?-i:Copyright|©|\([Cc]\))\s*(?:©|\(c\))?\s*(?:\d{4}|(?:by|of|the)\b|(?-i:[A-Z])).{0,300}",
    r"[\w .,&’'|-]{2,60}\s(?:copyright )?(?:©|\(c\))\s*\d{4}.{0,120}",
    r".{0,120}\ball rights reserved\b.{0,240}",
    r"this (?:material|article|content|story) (?:may not|is protected|cannot) .{0,160}(?:reproduced|published|"
    r"copyright|redistributed).{0,120}",
    r"(?:sign up|register|subscribe)\b.{0,100}\b(?:newsletters?|inbox|e-?mails?|alerts?|briefing|our|"
    r"your account|podcast|channel|to continue|to read)\b.{0,100}",
    r"(?:sign up|subscribe|register) (?:now|here|today)(?:[.!]|:.{0,160})?",
    r"(?:get|receive) .{0,80}\b(?:newsletters?|your inbox|push notifications)\b.{0,80}",
    r"privacy notice: .{0,400}",
    r"by (?:signing up|subscribing|clicking|continuing|providing)\b.{0,60}you (?:agree|accept|consent|confirm).{0,200}",
    r"(?:help|support|please support) .{0,60}\b(?:our (?:team|journalism|work|newsroom)|free for all|"
    r"independent journalism)\b.{0,80}",
    rf"(?:contact|e-?mail|write to|reach|get in touch with|send (?:tips|your \w+) to)[^.@]{{0,60}}\s{_MAIL}\.?",
    r"(?:follow|like|join|find|watch) (?:us|our \w+|(?-i:[A-Z])[\w’'.]*(?: (?-i:[A-Z])[\w’'.]*){0,4}) on "
    r"(?:facebook|twitter|x|instagram|whatsapp|telegram|youtube|tiktok|linkedin|google news)\b.{0,120}",
    r"download (?:the|our) .{0,40}\bapp\b.{0,80}",
    r"(?:the )?[\w .’'-]{2,40} is not responsible for the content of (?:external|other) (?:internet )?(?:sites|"
    r"links|websites).{0,60}",
    r"an? (?:earlier |previous )?version of this (?:article|story) (?:appeared|appears|was published|ran) .{0,240}",
    r"this (?:article|story) (?:was )?(?:originally |first )(?:appeared|published) (?:in|on|by) .{0,120}",
    r"(?:this website|this site|we) uses? cookies.{0,160}|your browser (?:does not|doesn['’]t) support.{0,120}",
    r".{0,80}\b(?:let us know|have your say|tell us|join the (?:conversation|debate))\b.{0,30}"
    r"\b(?:comments?|below|here)\b.{0,40}",
    r"(?:the )?(?-i:[A-Z])[\w’' ]{2,40} newsletter (?:provides|brings|delivers|gives|is)\b.{0,200}",
    r"be the first to know",
    r"have you got a story.{0,160}|do you have a (?:story|tip) .{0,140}",
    r"read more (?:stories|news|from|about)\b.{0,100}|for more (?:stories|news),? (?:visit|go to|see|click|"
    r"from)\b.{0,120}",
    r"get the [\w ]{2,24} app\b.{0,60}|new: you can now listen.{0,60}|this audio (?:is|"
    r"was) (?:auto-?)?generated.{0,80}",
    r".{0,40}\b(?:values your comments|commenting (?:policy|guidelines)|community (?:guidelines|standards)|"
    r"comments are (?:closed|moderated))\b.{0,200}",
    r"(?:sorry, )?(?:the content|the page|this page|this content|this video) (?:you (?:requested|"
    r"are looking for)|is|does|has|could).{0,40}\b(?:exist|available|found|played|removed)\b.{0,60}",
    r"to (?:view|watch|play) this (?:video|content|page),? please (?:enable|turn on|upgrade|allow)\b.{0,120}",
    r"(?:get|receive) (?:a|our|the) (?:[\w-]+ ){0,3}(?:digest|round-?up|briefing|selection) of .{8,120}(?<!\.)",
    r"[^.]{2,90}\b(?:coverage|reporting|journalism) receives? "
    r"(?:financial |philanthropic )?(?:support|funding) from .{8,240}",
    r"letters (?:should|must) be (?:no|not) (?:longer|more) than \d.{0,240}",
    r"(?:click|tap) here (?:to|for)\b.{0,120}",
)
_TOLD = re.compile(
    "法院|判决|判決|裁定|被告|原告|表示|指出|认为|認為|规定|規定|記者|记者|[说說道称稱]：|[“”]|該公司|该公司|起诉|起訴"
    '|\\bsaid\\b|\\bsays\\b|\\btold\\b|"'
)
"""What tells of rights and applications rather than states them."""
_PLAIN = re.compile(
    "更多精彩|更多资讯|更多資訊|记者联系|記者聯繫|記者聯絡|记者联络|作者联系|作者聯繫|[：:]\\s*[（(]?[\\d+]|.{0,10}(?:版权|版權|免责|免責|特别|特別|郑重|鄭重)(?:声明|聲明)\\s*[：:]"
)
_SITE = re.compile(f"{_HERE}|{_COPY}")


_HINT = re.compile(
    "[载載授版著擅转轉未非立投观觀声聲网網留评評下安打点點戳更想关關追订訂加搜后後公回扫掃长長识識讚赞欢歡看喜文遵同登尽盡就播客浏瀏邮郵信电電报報爆热熱主出原上来來封相延]"
    "[权權载載发發经經获獲场場资資点點明友言论論装裝开開我此击擊选選多看注踪蹤阅閱入索台臺众眾复覆按别別赞迎完欢歡守意录錄在上报報户戶览覽箱件话話料线線办辦管版标標题題文一源面关關伸]"
)
"""In Chinese no notice without a sign or Latin letters is without two such characters."""
_SIGN = re.compile("[@©A-Za-z]")


def is_notice(text: str) -> bool:
    """Whether a line is a notice of the site, not a sentence of the article.

    >>> lines = ("未经本报授权，严禁转载。", "法院认为，被告未经授权，不得使用该图片。", "报料热线：027-85550101")
    >>> [is_notice(line) for line in lines]
    [True, False, True]
    """
    if len(text) > _LONGEST:
        return False
    if not _HINT.search(text) and not _SIGN.search(text):
        return False
    text = text.strip("（）() ↓↑→←▼▲►▶")
    if _LABELLED.fullmatch(text):
        return True
    if _TOLD.search(text) and not _PLAIN.match(text) and not _CONTACTS.fullmatch(text):
        return False
    if text.isascii() or not re.search(f"[{HAN}]", text):
        return _ENGLISH.fullmatch(text) is not None
    if len(text) > _LONGEST_HAN:
        return False
    if _CALLS.fullmatch(text) or _CONTACTS.fullmatch(text) or _IMPRINT.fullmatch(text):
        return True
    return _SITE.search(text) is not None and _RIGHTS.fullmatch(text) is not None


def notice_mark(lines: Sequence[Line], at: int, words: Words) -> Mark | None:
    """A notice that stands by itself: no line of a sentence leads into it."""
    if not is_notice(lines[at].text.text):
        return None
    return None if at and _leads_in(lines, at, words) else FURNITURE


def _leads_in(lines: Sequence[Line], at: int, words: Words) -> bool:
    """Whether the line above is one of a column, cut in mid-sentence."""
    above = lines[at - 1]
    if lines[at].gap or above.ends or above.width <= _NARROWEST or is_furniture(above.text.text, words):
        return False
    beside = [lines[at].width, *([lines[at - 2].width] if at > 1 else [])]
    return any(abs(width - above.width) <= _RAGGED for width in beside) and not is_notice(above.text.text)
