"""Who may pay and be paid: names at the beginning of a clause."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.lexicon import words
from bangfu.recognize import items
from bangfu.recognize.places import is_place

_TIME = re.compile(
    r"^(?:(?:截至|截止|自|从|到|在)[^，。；]{0,8}?(?:年底|[年月日底]|以来|期间|前)|\d+年(?:底|初|度)?|\d+月(?:份)?"
    r"|\d+日|[上下]午|年以来|[^，。；\d]{0,10}?以来|目前|如今|今年|去年|前年|近年来|近年|日前|近日|当天|[近过]去?\d+年(?:来|间)?|\d+年来|[上下]半年|[一二三四]季度)+"
)
_LEAD = re.compile(
    r"^(?:[这此本]次(?=[一-鿿]{4})|共?有(?=\d+[余多]?[家名位所])|[另还]有|另由|力争|近几年|未来|引导|动员|鼓励|号召|其中|此外|同时|目前|累计|已经|共(?!青|产|同)|并|还|又|已|也|再|另|而|则|并且|随后"
    r"|先后|当天|日前|近日|今天|昨天|合计|加上|总共|全年|将|现行|仅|就(?!业))+"
)
_WHERE = re.compile("^(?:位于|来自|地处|坐落)[^，。；]{2,20}?的")
_DATELINE = re.compile(
    r"^[^，。；]{0,4}(?:新华社|中新[社网]|本报|人民网|新华网|央视网|中国侨网|中国网)[^，。；（(]{0,14}电?\s*[（(][^）)]{1,30}[）)]\s*"
    r"|^[^，。；]{0,4}(?:新华社|中新[社网]|本报)[^，。；]{0,14}[日号]电\s*"
)
_CLASS = re.compile(
    r"(?:\d{2,4}[届级][^，。；、的]{0,8}?(?:校友|毕业生|同学|学生))(?=$|集体|共同|先后|[向为给捐])"
)
_WITH = re.compile("[用把拿将带为给向]")
_OTHER = re.compile("的[一-鿿]{2,4}$")
_GIVING = re.compile("(?<=[一-鿿]{2})(?:出资|捐资|捐款|筹资|拨款|注资|捐出)$")
_COUNT_BEHIND = re.compile(r"[\d.]+[多余]?[人名位家户]$")
_OTHERS = re.compile(
    r"各(?:[省市县区州镇乡村校]|单位|企业|部门|级财政)|(?:其余|其他|另外|剩下)的?[\d一二两三四五六七八九十百]+[多余]?[家名位所个户]|[两三四五六七八九十多]部门"
)
_QUOTED = re.compile("“([^”]{2,12})”")
_ABOVE = re.compile("[省市区部厅局]里(?!的)")
_BY_WHOM = re.compile(
    "由([^，。；由]{2,16}?)(?:共同|联合)?(?:共建|承建|援建|建设|投资|出资|捐建|捐赠|资助|全包|承担|负担)"
)
_KIN = re.compile("^[一-鿿]{1,2}(?:大娘|大爷|大妈|大叔|大伯|奶奶|爷爷|老汉|阿姨|师傅|婆婆|嫂|阿公|阿婆)$")
_FUND_NAME = re.compile("“[^”]{1,12}(?:助学金|奖学金|奖助学金|奖教金|基金)”$")
_ALONE = re.compile("(?:一家|一人|一个人|自己|自个儿)$")
_ASIDE_CLAUSE = re.compile("^(?:其中|包括|含|除|如|例如|比如)")
_HOME = re.compile(r"^[^，。；的\d]{2,12}[省市县区州旗镇乡村]的(?=[\d两三四五六七八九十]+[余多]?[家名位])")
_BATCH = re.compile("^(?:上一批|这批|首批|第[一二三四五六七八九十]+批)(?=.{2})")
_PARTS = re.compile("[、和]")
NUMBERED = re.compile(r"^(?:\d+|[一二两三四五六七八九十百]+)[多余]?[个家名位所]")
_SUBJECT_END = re.compile(
    r"(?:[与和同](?=[^，。；]{2,16}(?:签[署订下约]|结对|达成))|累计|直接|委托|受托|替(?!代|换)|帮(?!扶|助)|共(?!青|产|和|同富)|已|还|今天|昨天|今日(?!头条)|昨日|当日|期间|紧急|积极|专门|先期|热心|一口气|一下子|慷慨|主动|自发|(?<=[一-鿿]{2})集体(?!经济)|一次|分三次|另|自\d{4}年|近(?:[一二三四五六七八九十]|\d+)年|随[队行](?!员)|看到|得知|听说|闻讯|获悉(?!者)|见到"
    r"|共计|先后|日前|近日|分别|每年|今年|去年|共同|一次性|提前|现场|[为给向](?!了)|对(?!口|外)|将|拟|计划|又|再|本年度|年度"
    r"|全年|联合|代表|把|就|从(?!业)|在(?!校|职|读)|持续|连续|全部|通过|利用|带着|用|按|则|正|当场|当即|个人|本人|每[人户名位家所]|今后|下一步|也|[只才仅](?!有|要|能|需)|利用|使用|(?:定点|对口)(?:帮扶|支援|援助)(?!指挥|工作|办|协作|领导|干部|队|[省市县]|单位|组|地区|城市)|(?<=.)各(?!地|方|界|市|省|县|级|部)|\d+[日月]|近期|昨晚|今晚|持有|部署|实际|随后|组织(?!部)|会同|重点|\d+年|[一二三四五六七八九十]+年(?!级))"
)
_CAUSED = re.compile(
    "(?:反对|要求|敦促|呼吁|动员|组织|引导|鼓励|号召|发动|牵线|协调|带领|督促|责令|推动)([^，。；的]{2,16})$"
)
BODY = re.compile(
    r"(?:公司|集团|基金会?|政府|财政|(?<![通出发举进运执流飞旅履])行|[部局委厅署院校园馆会社团处站所组队厂店网办联]|中心|[小中大]学|学校|医院|银行|企业|单位"
    r"|机构|家庭|双方|[校院官中我社]方|方面|等地|灾区|城市|（区）|省份|各方|[一-鿿]界|们|各地|中央|国家|[省市县区镇乡村国州旗盟]|地区|省份|各市|资金|产业|项目|工程|当地|地方|机关"
    r"|部门|经济|社会|各界|指挥部|社区|幼儿园|合作社|农场|牧场|（区、市）|农户|用户|平台|主体|兵团|食堂|超市|商店|药房|诊所|食品|药业|乳业|建材|物流|水务|重工|实业|村?集体|团队|实验室|卫生室|科室|工作室|员工|职工|师生|校友|家长|乡亲|工友|战友|同事|官兵|网友|\d+中|[一二三四五六七八九十]中|[村完]小)$"
)
_SAYS = re.compile(
    "(?:说|表示|介绍|指出|透露|要求|规定|印发|通报|发布|公布|统计|宣布|报告|显示|算过|告诉记者|认为|称|获悉|了解到|强调|呼吁|提出|建议|回忆|披露|预测|坦言|算账|算了[^，。；]{0,4}账)(?:了|道)?"
)
_PROMISES = re.compile("(?:当场|现场|当即|已|日前|近日)*(?:表示|宣布|决定|承诺|同意|称)(?:将|要|愿|再)?$")
_DECIDES = re.compile("(?:宣布|承诺|决定|同意)$")
_SAID = re.compile(
    rf"(?:{_SAYS.pattern})$|^(?:据|根据|按照)|{_SAYS.pattern}[^，。]{{0,3}}(?:通知|意见|报告|消息|方案|预算|数据|公告|通告)|消息（?$|报道$"
)
_PARTY = re.compile("一行(?:\\d+人)?(?:还|又|先后|来到|到|赴|前往|深入|走访|看望|慰问|探望|考察|$)")
_HAS = re.compile(r"^.{2,16}?[省市县区州盟旗镇乡村校院](?:共有|已有|有)(?=[\d.]+[万多余]*[名位家个户])")
_WITH_COUNT = re.compile(
    r"[^，。；\d的]{2,16}?\d+[多余]?[家名位所个户](?:[^，。；\d的]{0,8}?(?:企业|单位|公司|学校|职工|干部|党员|师生|商户|商会|社会组织))"
)
_SIGNS = re.compile("[与和同][^，。；]{2,24}(?:签[署订下约]|结对|达成)")
_ABOUT = re.compile("^(?:针对|对于|就)([^，。；]{2,10}?)(?:提出|宣布|表示|决定|承诺|同意|计划)")
_FOR_OTHER = re.compile(r"代表([^，。；]{2,20}?)(?=[向为给]|捐|$)")
THAT = re.compile(
    "(?:该|本)(?:幼儿园|学校|中学|小学|医院|公司|集团|基金会|协会|商会|学院|大学|银行|总会|[校园院行县区市旗镇乡村会企])|[州盟县旗镇乡村][里上](?!的)"
)
_PREPOSED = re.compile("[为给向对在由将把与同从]|通过|利用|针对|围绕")
_TREASURY = re.compile("(?:中央|地方|[一-鿿]{2,8}?[省市县区州]|[省市县区州])(?:本?级)?财政")
_OTHER_ACTS = "普惠|免费|定点|实施|义诊|反对|感谢|助企|惠企|花去|成立|牵线|联系"
_OBJECT = re.compile("[人者方企机队团员教]")
_NOBODY = re.compile(
    "消息|本报|记者|报道|期间|情况|数据|^(?:全国|全省|全市|全县|全区|全球|全社会|[^，]{0,4}元)$|^(?:被|聚焦|围绕|针对|按照|根据|涉及|受|每|经|以|感谢|新增)"
    r"|养老保险全国|^全国(?!总|[^，]{0,8}(?:妇联|政协|人大|工商联|消协|学联|青联|委员会|联合会|协会|基金|机关|部门|系统|组织|银行|财政|教师|学生|居民|农民|企业))|每年$|五年$|三年$|\d年$|消费$|收入$|投资$|金额$|出口$|进口$|电网$|[，。；]|^方面$|年均|^平均|(?:大会|洽谈会|博览会|交易会|推介会|招商会|展会|年会|会议|论坛|展览会|发布会)$|^[等的了过与]|^和(?![平田政顺县龙静])|[的了]$|以来|^托|^[前后]者$|^(?:住院|出院|入院|转院|办学|开学|入学|升学|上学|建校|离校|返校)$"
)


def subject(clauses: tuple[str, ...], leads: tuple[str | None, ...]) -> str | None:
    """The name with which the first of ``clauses`` that begins with one begins.

    ``leads`` are the names known at the beginnings of the same clauses, as far as there are.

    >>> subject(("累计", "去年青禾公司向学校"), ())
    '青禾公司'
    """
    for i, text in enumerate(clauses):
        if i and _ASIDE_CLAUSE.match(text):
            # 派出2人，其中李大山两人…；投入5万元: a clause of a part acts for itself only.
            continue
        text = (_DECIDES if i else _PROMISES).sub("", text)
        if party := _PARTY.search(text):
            # 协会副会长李大山一行走访: they come for their body; 探访团一行来到: for themselves.
            team = leading_name(text[: party.start()])
            return team if team and team[-1] in "团队组" else None
        if not i and (about := _ABOUT.match(text)) and may_act(about[1]):
            return about[1]
        if not i and (caused := _CAUSED.search(text)) and (agent := leading_name(caused[1])):
            return agent
        if _SAID.search(text):
            # 教育部门通报，…发放3万元: whoever reports an amount has not paid it.
            return None
        if i == 1:
            # 五金厂员工138人，合计捐款: the clause before only tells who, and how many.
            text = _COUNT_BEHIND.sub("", text)
        lead = leads[i] if i < len(leads) else None
        name = leading_name(text)
        if lead and _SIGNS.search(text) and not text.startswith(lead):
            # 协会秘书长李大山与北坡县签署协议: they sign for their body.
            return None
        if lead and all(part in text for part in lead.removesuffix("夫妇").split("、")):
            return lead
        if name:
            return name
        if not i and _OTHER.search(text) and not _WITH.search(text):
            # 做快递员的王小河转来: a name that is not known here acts, nobody before it.
            return None
        if not i and (_unknown(text) or _ABOVE.match(text)):
            return None
        if i and (by := _BY_WHOM.search(text)):
            return leading_name(by[1])
        if (
            not i
            and not _PREPOSED.match(_LEAD.sub("", text))
            and not _acts_first(text)
            and may_act(_LEAD.sub("", text))
        ):
            # 反对政府削减3万元: the clause has its own agent, in a form that is not known here.
            return None
    return None


@lru_cache(maxsize=1)
def _act_words() -> re.Pattern[str]:
    verbs = sorted(
        {*words("count_verbs"), *words("money_verbs"), *_OTHER_ACTS.split("|")}, key=lambda w: (-len(w), w)
    )
    return re.compile("|".join(re.escape(w) for w in verbs if len(w) > 1))


def _acts_first(text: str) -> bool:
    """选派教师, 资助学生: a clause without a subject; 捐赠人, 培训机构 are nouns."""
    match = _act_words().match(text)
    return match is not None and not _OBJECT.match(text, match.end())


def _unknown(text: str) -> bool:
    """大病救助又, 集中供养: a clause with a subject of its own, in a form that is not known here."""
    bare = "".join(text[slice(*subject_span(text))])
    if not 2 <= len(bare) <= 8 or _PREPOSED.match(bare) or _acts_first(bare):
        return False
    flags = [flag for _, flag in items.tag(bare)]
    return (
        len(bare) < len(text)
        and flags[-1] in ("n", "vn", "nz", "nr", "nt")
        and all(f[0] in "nvba" for f in flags)
    )


def says(text: str) -> bool:
    """Whether a clause only tells who says what follows.

    >>> says("校长李大山介绍"), says("李大山捐款")
    (True, False)
    """
    return bool(_SAID.search(text))


def silent(text: str) -> bool:
    """Whether a clause has no subject: only a time and adverbs, or a verb at its beginning.

    >>> silent("三年来累计"), silent("资助学生12名"), silent("青禾公司累计"), silent("孩子们笑了")
    (True, True, False, False)
    """
    begin, end = subject_span(text)
    bare = text[begin:end]
    return (
        not bare.strip("，、 ")
        or _acts_first(bare)
        or bool(re.fullmatch("(?:[一-鿿]{1,3}年[来间里内]|这些年|[多几]年来)", bare))
    )


def subject_span(text: str) -> tuple[int, int]:
    """Where the words stand in a clause that may be its subject: without time, up to verb or preposition.

    >>> "去年李大山女士在南坡县".__getitem__(slice(*subject_span("去年李大山女士在南坡县")))
    '李大山女士'
    """
    bare = _LEAD.sub("", _TIME.sub("", text.lstrip('“”" ')))
    begin = len(text) - len(bare)
    cut = _SUBJECT_END.search(bare)
    return begin, begin + (cut.start() if cut else len(bare))


@lru_cache(maxsize=1024)
def leading_name(text: str) -> str | None:
    """The leading name of a clause: times and adverbs off, cut before its first verb or preposition.

    >>> leading_name("近日财政部提前"), leading_name("累计")
    ('财政部', None)
    """
    text = _LEAD.sub("", _TIME.sub("", _DATELINE.sub("", text.strip('“”"— '))))
    if text == "个人":
        return text
    if group := _CLASS.match(text):
        return group[0]
    text = _BATCH.sub("", _WHERE.sub("", text))
    if has := _HAS.match(text):
        text = text[has.end() :]
    number = NUMBERED.match(text)
    prefix, text = (number[0], text[number.end() :]) if number else ("", text)
    if cut := _SUBJECT_END.search(text):
        if cut[0] == "期间":
            return None
        text = text[: cut.start()]
    text = _ALONE.sub("", text)
    if _OTHERS.fullmatch(text):
        return text
    if (home := _HOME.match(text)) and (name := leading_name(text[home.end() :])):
        return home[0] + name
    if (fund := _FUND_NAME.search(text)) and (not fund.start() or text[fund.start() - 1] == "的"):
        return fund[0]
    if text[:1] in ("他", "她") and text[1:2] not in ("们", "的"):
        return text[0]
    if that := THAT.match(text):
        return None if items.is_person(text[that.end() : that.end() + 2]) else that[0]
    if len(text) < 2 or _acts_first(text):
        return None
    noun, _ = items.after(text, 0, len(text), None if prefix else "人")
    noun = _GIVING.sub("", noun) if noun else None
    if noun is None or not 2 <= len(noun) <= 24 or not may_act(noun):
        return None
    if prefix and _act_words().search(noun):
        return None
    end = text.find(noun) + len(noun)
    if "“" in noun[1:] and BODY.search(front := noun[: noun.index("“")]):
        # 青禾基金会“点亮教室”项目落地: the body acts, with its project.
        return front
    if counted := _WITH_COUNT.fullmatch(text[end - len(noun) :]):
        return counted[0]
    # 民政部指定的29家平台, 甲市南坡、乙市北坡: the name is only a part of who acts.
    behind = text[end:]
    if behind[:1] in tuple("、和"):
        parts = _PARTS.split(text)
        whole = all(len(part) > 2 and BODY.search(NUMBERED.sub("", part)) for part in parts)
        return text if whole else None
    if (quoted := _QUOTED.match(behind)) and items.is_person(noun):
        # 爱心人士“一粒米”: the name that someone goes by.
        return quoted[1]
    return None if "的" in behind or (behind and behind[0] in "、和与") else prefix + noun


def may_act(noun: str) -> bool:
    """Whether a noun phrase ends as names of someone or some body do.

    >>> may_act("青禾公司"), may_act("上海线下消费"), may_act("最新数据")
    (True, False, False)
    """
    if _NOBODY.search(noun) or len(noun) < 2:
        return False
    return bool(BODY.search(noun)) or bool(_KIN.search(noun)) or items.is_person(noun) or _ends_in_name(noun)


def _ends_in_name(noun: str) -> bool:
    tagged = items.tag(noun)
    return bool(tagged) and (tagged[-1][1][:2] in ("nr", "ns", "nt", "j") or is_place(tagged[-1][0]))


def may_pay(noun: str) -> bool:
    """Whether a noun phrase can be who pays: no pronoun of things, no quantity, no figure.

    >>> may_pay("9个协作省市"), may_pay("电网"), may_pay("他")
    (True, False, True)
    """
    if noun.endswith(("项目", "产业", "工程", "防治资金", "补助资金", "救灾资金", "专项资金", "救灾")):
        return False
    known = noun in ("他", "她") or bool(
        THAT.fullmatch(noun) or _OTHERS.fullmatch(noun) or _FUND_NAME.fullmatch(noun)
    )
    return known or may_act(noun)


def may_get(noun: str) -> bool:
    """Whether a noun phrase can be who is paid.

    >>> may_get("农民"), may_get("科技创新"), may_get("进出口")
    (True, False, False)
    """
    if noun.endswith(("资金", "款项", "经费", "机器人", "损失", "进出口", "汇率", "账户", "旅游")):
        return False
    return may_pay(noun) or noun.endswith(
        ("项目", "业", "领域", "患儿", "新生", "老人", "学子", "孤儿", "农牧民")
    )


def treasury(text: str) -> str | None:
    """The public purse with whose name a fund begins.

    >>> treasury("市级财政援建资金"), treasury("中央财政救灾资金"), treasury("财政资金")
    ('市级财政', '中央财政', None)
    """
    match = _TREASURY.match(text)
    return match[0] if match else None


def stands_for(head: str) -> str | None:
    """他代表公司向学校: the body for which someone acts.

    >>> stands_for("他又代表南坡公司向学校")
    '南坡公司'
    """
    match = _FOR_OTHER.search(head)
    return match[1] if match and may_act(match[1]) else None
