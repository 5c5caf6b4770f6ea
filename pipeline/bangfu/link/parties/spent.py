"""What an amount does, told behind it or of a thing in front: 700万元盖宿舍楼, 那条路…花了2300万元."""

from __future__ import annotations

from bangfu.link.parties import aims, behind, figures, nouns, takers
from bangfu.link.parties import subject as said
from bangfu.link.parties.frame import Fields, Frame
from bangfu.link.parties.grammar import of_class, pattern
from bangfu.recognize.items import behind as items
from bangfu.recognize.items import front as items_front

_HELPS = frozenset(("资助", "救助", "帮助", "奖励", "慰问", "补助", "补贴"))
_REST = pattern("^(?:其中|[这该首一]笔|[剩其余]余的?|余下的?|剩(?:下的?)?|另外?|另有|还有|再|又)?$")
# 700万元专项资金将全部用于为北坡医院购进仪器
_BUYS = pattern(
    r"^(?:[^，。；：\d]{0,16}?{public_fund})?{how_spent}*(?:[为给帮](?!了)(.{2,24}?))?({buys_with})了?(?![议成订于金款费]|有率|资金|物资|专项)([^，。；]{1,40})"
)
_USES = pattern("利用|使用|统筹|整合")
_TOTAL = pattern("^(?:总额|首期|总?规模|近|新一批|{batch})?$")
_FIRST = pattern("首[笔批期]|第{numeral}[笔批期]|其中|余款")
_FUND_IN_FRONT = pattern(r"[^，。；：\d]{2,30}{public_fund}$")
# 5亿元救灾资金已下达
_THEN = pattern(
    r"^(?:的?([^，。；：\d]{2,24}?{public_fund}(?:预算)?))?(?:已经?|将|全部|现已|近日|今日|在?[^，。；已\d]{0,2}\d{0,2}[月日][底初中]?)*+({flows})(?:到位|完毕|完成)?(?=[，。；\n]|$)"
)
_FOUNDS = pattern(
    "^[，,]?(?:{used_for}|将|并|又|专门)*(?:在[^，。；]{2,14}?)?(?:{founds}|设|创办|发起|注入)了?"
)
# ，把旧宿舍改成三间实验室
_TURNS = pattern("^，?(把[^，。；]{2,14}?(?:改造?成|改建成|变成|换成|建成)了?[^，。；]{2,24})")
# ，终于把漏雨的厨房修了
_MENDS = pattern(
    "^(?:，[^，。；！？]{2,20})?，(?:终于|这才|总算|[就才])?把([^，。；！？]{1,14}?)(?:[都全]|重新)?"
    "(?:[修建盖铺换装接通补]|翻新|整修|改造|粉刷|翻修)(?:[了好成完上通]|起来)"
)
_BUILDING = pattern("(?:[楼院区厂园馆站场路桥]|中心|项目|工程|基地|学校|中学|小学|(?<![牵热在一前连])线)$")
_BEGUN = pattern("(?:{how_begun}*(?:{begun}|近日|日前|刚刚|正酣|不久前))+$")
_DEAL = pattern("(?:协议|意向|合同)$")
# 54个重大项目|集中开工
_COUNTED_SITE = pattern(r"{number}[个项条座所]([^，。；\d]{2,16}?)(?=在|于|{how_begun}|{begun}|$)")
SITE = pattern("(?:[路桥楼坝渠塘房坊厂站馆校园林院墙灯井管]|{site})$")
_PAID_FOR = frozenset(("花", "花了", "花掉", "花费", "花去", "用了", "掏", "掏了"))
# 来回路费加陪护要花, 住院花了, 药品、耗材加上油钱花掉
_FEE = pattern(
    "((?:{han}{1,6}(?:[、和及]|加上?)){0,2}(?:来回|往返|单程)?(?:{paid_for}|{fee}))"
    "(?:加起来|加在一起|一共|前后|[一每]个?[年月次天]|总共)*[要得就能]?$"
)
# 那条路|通往
_TOPIC = pattern(
    r"(?:[这那该一]|新建的?)[条座栋所间幢处口]([^，。；的了\d]{1,12}?)(?=[通由全总已将从位是占共建修长高于]|$)"
)
_FOR_WHOM = pattern("帮助|{for_whom}")
# 去年|学校食堂改造|花了
_WORK = pattern("(?:^|{time}|[，的])(?!{time})([^，。；的了]{2,10}(?:改造|维修|修缮|装修|重建|扩建|翻新))$")
_MADE = pattern("(?:{builds}|{fits}|{buys})(?:了|(?=一|{number}{thing_unit}))")
_THIS = pattern("^[这那该本][座条栋所间幢个项处]")
_POINTING = pattern("[这那该本]")
_PROJECT = pattern("(?:项目|工程|基地|园区|中心|大楼|校区|公路|铁路|机场|水库|电站)$")


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
    verb, whom, thing = bought(f)
    if verb in _HELPS and (people := behind.members(f.rest)):
        return Fields(verb, giver, people, None)
    thing = thing or (None if rest else aims.use(f.rest))
    return Fields(verb, giver, whom, thing) if thing else None


def bought(f: Frame) -> tuple[str | None, str | None, str | None]:
    """The verb behind an amount, for whom it does something, and what."""
    told = _BUYS.match(f.rest)
    if told is None:
        return None, None, None
    whom = takers.longest(told[1] or told[3], f.bodies) or (said.leading_name(told[1]) if told[1] else None)
    if told[1] and not whom:
        return None, None, None
    if told[2] in of_class("goal_verb"):
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
    if turns := _TURNS.match(rest):
        return turns[1]
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
    if told[1] is None and _FIRST.fullmatch(f.clause):
        before = f.before
        return Fields(told[2], before.payer if before else None, None, None)
    if told[1] is None and _FUND_IN_FRONT.match(f.clause):
        payer = nouns.treasury(f.clause)
        return Fields(told[2], payer, None, f.kind or aims.fund_behind(f.clause.removeprefix(payer or "")))
    return None


def cost(f: Frame, owner: str | None) -> str | None:
    """The thing that cost an amount: 粉坊投资…, 这条路…花了…, “蓝天”项目，公司投资…; ``owner`` may pay.

    >>> from bangfu.link.parties.verbs import act_of
    >>> cost(Frame("粉坊投资", (), "。", (None,), None, act=act_of("粉坊投资")), None)
    '粉坊'
    """
    if f.act.verb not in of_class("costs"):
        return None
    head = f.act.head
    if f.act.verb in _PAID_FOR and (told := _FEE.search(head)):
        return told[1]
    if owner is None and head and (noun := items_front.before(head, 0, len(head))) and SITE.search(noun):
        return _THIS.sub("", noun) if len(noun) > 2 or not _POINTING.search(head) else None
    if f.act.verb in _PAID_FOR and (work := _WORK.search(head)):
        return work[1]
    if thing := topic((head, *f.earlier[:2])):
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
        if (told := _TOPIC.search(text)) and SITE.search(told[1]):
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
        if noun and _BUILDING.search(noun):
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
