"""Whom a verb of money reaches, in its clause or by the words behind the amount, and what it does there."""

from __future__ import annotations

from functools import lru_cache

from bangfu.lexicon import table
from bangfu.link.parties.grammar import of_class, pattern
from bangfu.link.parties.nouns import BODY, NUMBERED, THAT, may_get
from bangfu.link.parties.takers import is_human, longest
from bangfu.link.parties.verbs import STATED, Act
from bangfu.recognize.items import behind as items
from bangfu.recognize.places import is_place

# 为北坡小学, 给乡亲们: in front of whom an act reaches; 作为, 对口 and 帮扶 are other words
_FOR_WHOM = pattern("(?<![成《作针])(?:{for_whom}|对(?!口|外|接|非|华|方))(?![了此何主])")
_FOR_GAIN = pattern("(?<![成《作])(?:帮助|助力|促进|带动|[为给帮])(?![了此何主扶])")
_ORGAN = pattern("(?:{body}|{numeral}中)$")
_HELPED = pattern(
    "(?:符合[^，。；]{2,6}的|每一?{people}|另外|全[校园省市县]的?|其他|{number}{unit})+(?={han}{2})"
)
# 从南坡村|采购
_SELLER = pattern(
    "[从向]({han}{2,10}?(?:{level}|合作社|农户|公司))(?:里|手中|那里|直接|定向|集中|大量|统一)?$"
)
_THERE_ARE = pattern(r"(?:{there}|全[村镇乡县校])的?(?={roughly}?(?:\d|{number}{unit}))")
_OURS = pattern("我[省市州县](?={han}{2,6}[市县州区乡镇村])")
# 北坡县援藏资金: the place that gives
_AREA_FUND = pattern(
    "(?:给|到|向)?({han}{2,6}?)的?(?:(?:{field})(?:领域)?)*的?(?:{han}{2})?{paired}(?:专项|财政)*(?:资金|经费|款)"
)
_TRADES = pattern("{trades}")
_AND_MORE = pattern(r"等\d+个?{area}(?:（[区、市]+）)?")
_SUCH = pattern(r"等\d+{unit}([^，。；\d的]{2,8})$")
# 给中心学校的50名困难学生|每人送上
_THEIR_PEOPLE = pattern(r"的{number}{unit}([^，。；\d的]{2,12}?)(?:每一?{people}|各|分别|平均|$)")
# 向该村今年考取大学的7名学子|每人
_EACH_OF = pattern(
    r"{for_whom}[^，。；]{2,30}的{number}{unit}([^，。；\d的]{2,8}?)(?:每一?{people}|各|分别|平均)(?:每[年月])?$"
)
_NOT_REACHED = pattern("(?:资金|产业|项目|工程|财政|经济|社会)$")
_SEVERAL = pattern(r"[^，。；\d]{0,8}\d+个?{area}(?:（[区、市]+）)?$")
# 投入到养殖业
_INTO_WHAT = pattern(
    "^[到至进]([^，。；]{2,14}?(?:业|领域|公司|合作社|项目|产业|{level}))[中里]?[就已的]*[有达共]*$"
)
_EACH_BODY = pattern(r"(?:{han}{0,4}给)?每一?{unit}([^，。；每\d]{2,10}?)(?:每[年月]|一次性)*")


def receiver(act: Act, names: tuple[str, ...] = ()) -> str | None:
    """The noun between a preposition and the verb: 为乙县投入, 给学校捐赠, 促进农民增收.

    >>> receiver(Act("募集", "give", "向社会", ""))
    """
    if act.verb in of_class("to_people") and (body := _EACH_BODY.fullmatch(act.head)):
        return body[1]
    if act.verb in of_class("purchases") and (seller := _SELLER.search(act.head)) and may_get(seller[1]):
        return seller[1]
    if (of := _EACH_OF.search(act.head)) and items.is_person(of[1]):
        return of[1]
    for match in (_FOR_GAIN if act.role == "gain" else _FOR_WHOM).finditer(act.head):
        if act.head[: match.start()].endswith("面"):
            continue  # 面向机构投资者: they give
        if _TRADES.fullmatch(act.verb or "") and match[0] == "向":
            if act.verb in of_class("purchases") and (of_whom := longest(act.head[match.end() :], names)):
                return of_whom  # 向南坡村订购
            continue  # 向社会募集: they give
        begin = there.end() if (there := _THERE_ARE.match(act.head, match.end())) else match.end()
        begin = helped.end() if (helped := _HELPED.match(act.head, begin)) else begin
        if ours := _OURS.match(act.head, begin):
            begin = ours.end()
        named = max((name for name in names if act.head.startswith(name, begin)), key=len, default=None)
        of_them = items.after(act.head, begin, len(act.head))[0] if named else None
        if named and of_them and of_them.startswith(named) and of_them != named and items.is_person(of_them):
            return of_them  # 敬老院|老人
        if named and act.head[begin + len(named) : begin + len(named) + 1] not in tuple("、和与及等的"):
            return named
        if that := THAT.match(act.head, begin):
            return that[0]
        name, _ = items.after(act.head, begin, len(act.head))
        if name and (members := _SUCH.match(act.head, begin + len(name))) and items.is_person(members[1]):
            return members[1]
        if name and (more := _AND_MORE.match(act.head, begin + len(name))):
            name += more[0]
        if name and (people := _THEIR_PEOPLE.match(act.head, begin + len(name))):
            return people[1]
        end = begin + len(name or "")
        if (
            name
            and name.count("“") == name.count("”")
            and act.head[end : end + 1] != "的"
            and name not in of_class("vague_place")
            and may_get(name := _without_act(name))
        ):
            return _WHO_DID.sub("", name)
        if not name and len(rest := act.head[begin:]) < 11 and "的" not in rest and is_human(rest):
            return _SO_MANY.sub("", rest)  # 受灾农户
    return None


def _without_act(name: str) -> str:
    """机构投资者 of 机构投资者招标: without the verbs at the end of a noun phrase."""
    tagged = list(items.tag(name))
    while len(tagged) > 1 and tagged[-1][1].startswith("v") and not BODY.search(name):
        name = name[: -len(tagged.pop()[0])]
    return name


@lru_cache(maxsize=1)
def reaching() -> frozenset[str]:
    """The verbs whose object may be who is paid."""
    return frozenset(("给", *(row[0] for row in table("money_verbs") if row[2] == "whom")))


def _is_named(place: str, names: tuple[str, ...]) -> bool:
    return place in names or is_place(place) or items.has_name(place)


def reached(act: Act, names: tuple[str, ...] = ()) -> str | None:
    """Whom the verb reaches before the amount: 资助学生5万元, 捐给学校一辆价值5万元的车.

    >>> from bangfu.link.parties.verbs import act_of
    >>> reached(act_of("资助困难学生")), reached(act_of("拨付南坡小学")), reached(act_of("拨付救灾资金"))
    ('困难学生', '南坡小学', None)
    """
    inner = _EACH.sub("", STATED.sub("", act.tail).lstrip("了过"))
    if (area := _AREA_FUND.match(inner)) and is_place(area[1]):
        return area[1]
    allots = act.verb in of_class("allots") or act.verb in reaching()
    of_place = _PLACE_FUND if allots else _PLACE_GOODS if act.verb in of_class("purchases") else None
    if of_place and (place := of_place.match(inner)) and _is_named(place[1], names):
        # 下拨南坡县残疾人康复经费, 采购南坡县农产品
        return place[1]
    if (whose := _WHOSE_FEE.match(inner)) and act.verb in reaching() and items.is_person(whose[1]):
        return whose[1]
    if act.verb == "投向":
        return inner if may_get(inner) else None
    if act.verb in of_class("puts_into") and (into := _INTO_WHAT.match(inner)):
        return into[1]
    if (whose := THAT.match(inner)) and _WHOSE_FEE.fullmatch(inner):
        return whose[0]  # 支付村里土地租金
    if act.verb not in reaching() or not inner:
        return None
    if inner in of_class("pronoun"):
        return inner
    if such := _SUCH.search(inner):
        return such[1] if items.is_person(such[1]) else None
    if act.verb.endswith("给") and may_get(inner):
        return inner
    if several := _SEVERAL.match(inner):
        return several[0]
    number = NUMBERED.match(inner)
    rest = inner[number.end() :] if number else inner
    name, _ = items.after(rest, 0, len(rest))
    if not name:
        return None
    if items.is_person(name):
        return name
    whole = rest.startswith(name) and (len(name) == len(rest) or act.verb.endswith(("给", "到", "向")))
    is_body = _ORGAN.search(name) and not _NOT_REACHED.search(name)
    return name if whole and is_body else None


# 考上大学的|孩子
_WHO_DID = pattern("^(?:今年|当年|新)?(?:考[上取入]|获得?|评[上为]|患有?|被)[^，。；]{1,14}的(?=.{2,6}$)")
_SO_MANY = pattern(r"^[\d.]+[万亿]?[余多]?(?:[人户]次|[人户名位个])")
_EACH = pattern("^每一?{people}")
_WHOSE_FEE = pattern(r"([^，。；的\d]{2,8}?)的?(?:{han}{0,4}费用?|{fee}|{prize}|生活补[助贴])$")
# 采购|南坡县农产品
_PLACE_GOODS = pattern("({han}{2,8}?(?:{local}|[市州]))的?(?={han}{2})")
_PLACE_FUND = pattern(
    "({han}{2,8}?(?:{local}|[市州]|(?:小学|中学|学校|医院|卫生院|幼儿园|村委会)))(?!{paired})(?={han}{0,16}(?:{public_fund}|{prize}|经费)$)"
)
