"""What an amount does, told behind it or of a thing in front: 700万元盖宿舍楼, 那条路…花了2300万元."""

from __future__ import annotations

import re

from bangfu.link import parties_aims as aims
from bangfu.link import parties_figures as figures
from bangfu.link import parties_takers as takers
from bangfu.link import parties_words as said
from bangfu.link.parties_frame import Fields, Frame
from bangfu.recognize import items, items_front

_REST = re.compile("^(?:其中|剩余的?|其余的?|余下的?|剩下的?|剩|另外?|另有|还有|再|又)?$")
_FUND = "(?:[^，。；：\\d]{0,16}?(?:资金|款|补贴|补助|投资|基金|国债))?"
_HOW = "(?:左右|以上|的钱|将|全部|全|重点|专门|主要|拿来|用来|用于|则)*"
_VERB = (
    "盖|修建|修缮|修|新建|改建|扩建|援建|建设|建成|建立|建|购进|购置|购买|采购|买来|买|设立|设|添置|添|改造|铺|打造|更换|换|安装|配备|配齐"
    "|奖励|资助|补助|补贴|救助|支持|助力|投向|帮助|助推"
)
_BUYS = re.compile(
    rf"^{_FUND}{_HOW}(?:[为给帮](?!了)(.{{2,24}}?))?({_VERB})了?(?![议成订于]|有率)([^，。；]{{1,40}})"
)
_GOAL = frozenset(("支持", "助力", "投向", "帮助", "助推"))
_USES = re.compile("利用|使用|统筹|整合")
_TOTAL = re.compile("^(?:总额|首批|首期|总规模|规模|近|新一批|第[一二三四五]批)?$")
_FUND_IN_FRONT = re.compile("[^，。；：\\d]{2,30}(?:资金|补贴|补助|国债|基金|债券|奖金|助学金|专款)$")
_THEN = re.compile(
    "^(?:的?([^，。；：\\d]{2,24}?(?:资金|贷款|补贴|补助|国债|基金|债券|奖金|助学金|款)(?:预算)?))?(?:已经?|将|全部|现已|近日|今日)*"
    "(下达|拨付|发放|到位|到账|设立|发行|投放|预拨|兑现|落地|启动)(?:到位|完毕|完成)?(?=[，。；\\n]|$)"
)
_FOUNDS = re.compile("^[，,]?(?:将|并|又|用于|用来|专门)*(?:设立|设|成立|建立|创办|发起|注入)了?")
_MENDS = re.compile(
    r"^(?:，[^，。；！？]{2,20})?，(?:终于|这才|总算|就|才)?把([^，。；！？]{1,14}?)(?:都|全|重新)?"
    r"(?:修|建|盖|铺|换|翻新|装|接|通|补|整修|改造|粉刷|翻修)(?:了|好|起来|成|完|上|通)"
)
_called_SITE = re.compile(
    "(?:[楼院区厂园馆站场路桥]|中心|项目|工程|基地|学校|中学|小学|(?<![牵热在一前连])线)$"
)
_BEGUN = re.compile(
    "(?:集中|全面|正在|加紧|陆续|同步|正式|顺利|进展|加快|如期)*"
    "(?:开复工|开工|展开|建设|建|竣工|完工|投产|启动|签约|推进|落地|投用|通车|建成|正酣|不久前|近日|日前|刚刚)+$"
)
_DEAL = re.compile("(?:协议|意向|合同)$")
_COUNTED_SITE = re.compile(
    r"\d+[余多]?[个项条座所]([^，。；\d]{2,16}?)(?=在|于|集中|全面|正式|陆续|同步|开工|竣工|完工|投产|启动|签约|$)"
)
_COSTS = frozenset(("投资", "花", "花了", "花费", "耗资", "斥资", "用了", "耗费", "造价", "完成投资", "投"))
_SITE = re.compile(
    "(?:[路桥楼坝渠塘房坊厂站馆校园林院墙灯井管]|车间|大棚|基地|项目|工程|中心|广场|学校|食堂|设施|设备|生产线|酒店|民宿|冷库|水库|机场|铁路|公路|高速)$"
)
_TOPIC = re.compile(
    r"(?:^|[^一-鿿])?(?:[这那该一]|新建的?)[条座栋所间幢处口]([^，。；的了\d]{1,12}?)(?=$|通|由|全|总|已|将|从|位|是|占|共|建|修|长|高|于)"
)
_PROJECT = re.compile("(?:项目|工程|基地|园区|中心|大楼|校区|公路|铁路|机场|水库|电站)$")


def spent(f: Frame) -> Fields | None:
    """剩余700万元盖宿舍楼, 410万元为北坡医院购进仪器, 青禾公司5万元用于抢险, 青禾银行5亿元贷款支持城市更新.

    The amount comes first, perhaps behind the name of whose it is; what it does is told behind it.
    """
    if f.act.verb is not None or f.kind:
        return None
    rest, uses = bool(_REST.match(f.clause)), bool(_USES.search(f.clause))
    giver = None if rest or uses else f.leads[0] or said.leading_name(f.clause)
    if rest and f.clause and f.same:
        giver = f.same.payer
    elif not (rest or uses or giver):
        return None
    verb, whom, thing = behind(f)
    thing = thing or (None if rest else aims.use(f.rest))
    return Fields(verb, giver, whom, thing) if thing else None


def behind(f: Frame) -> tuple[str | None, str | None, str | None]:
    """The verb behind an amount, for whom it does something, and what."""
    told = _BUYS.match(f.rest)
    if told is None:
        return None, None, None
    whom = takers.longest(told[1] or told[3], f.bodies) or (said.leading_name(told[1]) if told[1] else None)
    if told[1] and not whom:
        return None, None, None
    if told[2] in _GOAL:
        return told[2], None, told[3]
    text = told[3][len(whom) :] if whom and not told[1] else told[3]
    return told[2], whom, takers.named(text) or aims.things(text)


def done(rest: str) -> str | None:
    """What is done with an amount told before: a prize that is founded, a kitchen that is mended.

    >>> done("，设“南坡奖”，每年评十人"), done("，又争取3万元，把漏雨的厨房修了。"), done("，给学校。")
    ('“南坡奖”', '厨房', None)
    """
    if (founds := _FOUNDS.match(rest)) and (name := takers.named(rest[founds.end() :])):
        return name
    if mends := _MENDS.match(rest):
        thing = mends[1].rpartition("的")[2]
        return None if items.is_person(thing) else thing
    return None


def done_with(f: Frame) -> Fields | None:
    """5亿元救灾资金已下达, 中央财政救灾资金5亿元下达: a fund with its amount, then what becomes of it."""
    if f.act.verb is not None or not (told := _THEN.match(f.rest)):
        return None
    if told[1] and _TOTAL.match(f.clause) and not f.kind:
        return Fields(told[2], None, None, aims.fund_behind(told[1]))
    if told[1] is None and _FUND_IN_FRONT.match(f.clause):
        payer = said.treasury(f.clause)
        return Fields(told[2], payer, None, f.kind or aims.fund_behind(f.clause.removeprefix(payer or "")))
    return None


def cost(f: Frame, owner: str | None) -> str | None:
    """The thing that cost an amount: 粉坊投资…, 这条路…花了…, “蓝天”项目，公司投资…; ``owner`` may pay.

    >>> from bangfu.link.parties_verbs import act_of
    >>> cost(Frame("粉坊投资", (), "。", (None,), None, act=act_of("粉坊投资")), None)
    '粉坊'
    """
    if f.act.verb not in _COSTS:
        return None
    head = f.act.head
    if owner is None and head and (noun := items_front.before(head, 0, len(head))) and _SITE.search(noun):
        return noun if len(noun) > 2 or not re.search("[这那该本]", head) else None
    if thing := topic(f.earlier[:2]):
        return thing
    if f.earlier and _PROJECT.search(f.earlier[0]):
        noun = items_front.before(f.earlier[0], 0, len(f.earlier[0]))
        return noun if noun and not items.is_person(noun) else None
    return None


def topic(clauses: tuple[str, ...]) -> str | None:
    """The road or house that a clause in front talks about: 那条路通往二工村.

    >>> topic(("全长三公里", "那条路通往南坡村")), topic(("那条新闻很长",))
    ('路', None)
    """
    for text in clauses:
        if (told := _TOPIC.search(text)) and _SITE.search(told[1]):
            return told[1]
    return None


def project(f: Frame) -> str | None:
    """What a total is invested in: 总投资6亿元的改造工程, 54个重大项目开工，总投资….

    >>> project(Frame("总投资", ("四川10条高速公路集中开工",), "，", (None, None), None))
    '高速公路'
    """
    if behind := aims.owned(f.rest):
        return _BEGUN.sub("", behind) or None
    head = figures.head(f.clause)
    if head:
        return _begun(head)
    for text in f.earlier[:3]:
        if counted := _COUNTED_SITE.search(text):
            return counted[1]
        noun, _ = items.after(text, 0, len(text))
        if noun and _called_SITE.search(noun):
            return noun
    text = f.earlier[0] if f.earlier else ""
    by = text.find("由")
    noun = items_front.before(text, 0, by if by > 1 else len(text)) if text else None
    return _begun(noun) if noun and len(noun) > 2 else None


def _begun(noun: str) -> str | None:
    """The noun without what is told of it; ``None`` for a place, or where nothing is left."""
    noun = _DEAL.sub("", _BEGUN.sub("", noun))
    if (
        len(noun) < 3
        or noun.endswith(("内", "里", "中"))
        or items_front.only_place(noun)
        or items.is_person(noun)
    ):
        return None
    tagged = items.tag(noun)
    return None if all(flag == "ns" for _, flag in tagged) or tagged[-1][1] == "v" else noun
