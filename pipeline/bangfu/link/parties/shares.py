"""Amounts for each of those counted or named in front, and thresholds: 学生60名，每名3000元; 各45万元."""

from __future__ import annotations

from bangfu.link.parties import behind, reach, takers, verbs
from bangfu.link.parties import subject as said
from bangfu.link.parties.frame import GIFT, Fields, Frame, called
from bangfu.link.parties.grammar import of_class, pattern
from bangfu.recognize.items import behind as items
from bangfu.recognize.items.end import noun_at_end

# 其中初中生60名
_COUNTED = pattern(
    r"^(?:其中|另有|还有|共|录取|评选?出)*([^，。；：、\d]{2,12}?)(?:共|{roughly})?{number}{people}$"
)
_HELPS = pattern("{helps}|{grants}|结对")
_HELPED = pattern("(?:{helps}|{grants}|结对)了?[^，。；]{0,16}?({han}{2,10}?){roughly}?{number}{people}$")
_PLACES = pattern(
    "^(?:其中)?((?:{han}{2,8}(?:{level}|校)|{numeral}个?[县乡镇村校])(?:[、和]{han}{2,8}(?:{level}|校))*)$"
)
# 捐赠在20万元以上|的单位有
_OVER = pattern("^的(?:爱心)?({donor})(?=[有包分共，：]|{han}{2,4}[、和])")

_KIND = pattern("^(?:其中|包括|含)?(现金|物资|物品)(?:折[款合价]|价值|总值|共?计|约)*$")
# 最多的一笔来自退休校长李大山，有
_MOST = pattern("^(?:其中)?(?:数额|金额)?最[多大高]的?一[笔份](?:来自|是)于?([^，。；的]{2,24})$")
_WINS = pattern("(?:荣?获得?|摘得|捧得|夺得|评为)了?[^，。；]{0,14}?(?:奖|((?:“[^“”]{2,12}”)?奖[教学]金))$")
_PRIZE_OF = pattern("^奖金(?:各|每人|共|为)?$")


def over(f: Frame) -> Fields | None:
    """捐赠在20万元以上的单位有…: a mark that those reach who have given; who they are is told behind."""
    if f.act.role != "give" or not (told := _OVER.match(f.rest)):
        return None
    return Fields(called(f.act.verb), told[1], None, None)


def to_each(f: Frame) -> Fields | None:
    """资助南坡县的100名高中生，每人3000元; 大学生60名，每名3000元: those counted in front get it."""
    if not f.each or f.clause or f.act.verb is not None or not f.earlier:
        return None
    text = f.earlier[0]
    before = f.same or f.before
    if counted := _COUNTED.match(text):
        noun = noun_at_end(counted[1])
        if noun and noun == counted[1] and (takers.is_human(noun) or noun.endswith("奖")):
            return Fields(before.action, before.payer, noun, before.purpose) if before else Fields(payee=noun)
    helps = list(_HELPS.finditer(text))
    if not helps:
        gift = verbs.giving(text)
        whom = reach.receiver(gift) if gift else None
        if gift is None or whom is None or not takers.is_human(whom):
            return None
        # 向四十名学生颁发奖学金，每人500元
        return Fields(gift.verb, f.subject(gift.head, 1), whom, None)
    at = helps[-1].start()
    act = verbs.giving(text[at:])
    members = behind.members("，" + text[at:]) if act else None
    if members is None and (helped := _HELPED.search(text, at)):
        noun = items.after(helped[1], 0, len(helped[1]))[0]
        members = noun if noun and items.is_person(noun) else None
    if members is None:
        return None
    return Fields(helps[-1][0], f.subject(text[:at], 1), members, None)


def places(f: Frame) -> Fields | None:
    """带来帮扶资金120万元，其中南坡乡、北坡乡各45万元: each of the places gets a part."""
    if (
        not f.each
        or f.same is None
        or f.same.action not in of_class("parted_among")
        or f.act.verb is not None
    ):
        return None
    told = _PLACES.match(f.clause)
    if told is None or f.same.payer is None or told[1] in f.same.payer:
        return None
    return Fields(f.same.action, f.same.payer, told[1], f.same.purpose)


def kind_of_gift(f: Frame) -> Fields | None:
    """捐赠款物合计136万元，其中现金50万元: a kind of what was given, of the same parties."""
    if f.same is None or f.act.verb is not None or not GIFT.search(f.same.action or ""):
        return None
    told = _KIND.match(f.clause)
    return Fields(f.same.action, f.same.payer, f.same.payee, told[1]) if told else None


def most(f: Frame) -> Fields | None:
    """捐款19万元，最多的一笔来自退休校长李大山，有5000元: one gift of those told before."""
    if f.same is None or f.act.verb is not None or not f.earlier or not GIFT.search(f.same.action or ""):
        return None
    told = _MOST.match(f.earlier[0])
    if told is None or verbs.STATED.sub("", f.clause) not in ("", "有"):
        return None
    named = [name for name in f.bodies if told[1].endswith(name)]
    payer = max(named, key=len) if named else said.leading_name(told[1])
    return Fields(f.same.action, payer, f.same.payee, f.same.purpose) if payer else None


def prized(f: Frame) -> Fields | None:
    """李大山荣获一等奖，奖金5万元: the winner gets it."""
    if not f.earlier or not _PRIZE_OF.match(verbs.STATED.sub("", f.clause)):
        return None
    won = _WINS.search(f.earlier[0])
    if won is None:
        return None
    winner = said.subject((f.earlier[0][: won.start()], *f.earlier[1:3]), f.leads[1:])
    return Fields("奖励", None, winner, won[1] or "奖金")
