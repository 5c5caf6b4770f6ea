"""The verb of money in a clause: who gives, gets, gains or earns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bangfu.lexicon import mapping, words
from bangfu.link.parties.grammar import of_class, pattern
from bangfu.recognize.items import behind as items

CLAUSE = pattern(r"[，。；：！？\n,;:!?]|—(?=—)|(?<=—)—")
"""Where one clause ends and the next begins."""
STATED = pattern("(?:{states}|还?需?要)+$")
"""Words between a verb or a kind of figure and its amount that only state it: 达, 共计."""
MEASURED = pattern(
    r"(?:{states}|{stands}|{measured}|{rises}[到至]|连续\d+年|每(?!每){han}(?:(?!每){han}(?<![奖补发给捐出拿收赚挣得省花]))?|需?要"
    r"|[由从](?:[\d一-鿿]{0,6}年前?的?|{formerly}的?)?|[：:“”]){1,12}$"
)
"""What may stand between a kind of figure and its amount: 首次超过, 由去年的, 目前已达."""
_GIVES_EACH = pattern("(?:[给向对为][^，。；的]{1,12}|平均|每{han}{1,2}|另|再|还|并|又|也|则)$")
_GIVERS = pattern("(?:(?<={han})财政|{giver}|[县镇乡村市]里)$")
# 捐赠活动, but not 捐赠活动经费: what is given
_NOUN_BEHIND = pattern("(?:{money_noun})(?!资金|经费|费用?|款|物资|设备)")
_NOUN_EVER = pattern("交易|金额|规模|能力|平台|方式|标准")
_NOUN_FRONT = pattern("{noun_of_money_verb}$")
_GIVES_LATER = pattern("捐|缴|资助|拨付|发放|补贴|奖励")
_BOUGHT = pattern("均?价|补贴|量|税|贷款|服务|[与和及]")
_STOCK = pattern("[额值量价]$|规模")
_FISCAL = pattern("(?:财政|政府|(?<={han}{2})[部委厅署局各])$")
_TAKEN = pattern("{receives}[^，。；]{0,10}$")
_AID_NOUN = pattern("{aid_noun}")
_GROWS = pattern("增加|减少|增长|下降|多增|少增")
_PART = pattern("{part_of_noun}|入股(?=[^到了在至])|[纳缴]税(?=所得|人|额|服务)")
_NO_VERB = pattern("[的所超付支推提输突派露做发给收建改维新]$")
# 带来帮扶资金: what is brought is a gift
_BROUGHT = pattern(r"了?[^，。；]{0,6}?(?:{aid}[^，。；\d]{0,3}(?:资金|款|金)|善款|捐款|慰问品|物资)")
_ADVERB_END = pattern("(?:[要得能可想]|每[月年天日周]|每学[期年]|[共又再各还另都才只已均曾]|{before_act})$")
_AFTER = pattern("之?后(?=[^，。；]{2})")
# 所捐, 受资助的学生, but 每所资助
_PARTICIPLE = pattern("(?:[的和、被“受获]|(?<![每各一两三四五六七八九十几])所)$")
_LAST = pattern("[挣赚花捐凑掏投付送寄拨补]了$")
_FUND_END = frozenset("费钱款金资贷息租薪酬")
_VERB = pattern("{money_verbs}")
# 人均可支配收入, 年产值
_FIGURE = pattern("(?:[年月]?[年月日人户亩]均|(?<!每)[总年月])?(?:可支配|综合|直接|经济)*{money_kinds}$")
# 为每所学校配了|价值5万元的设备
_FURNISHED = pattern("[配送捐赠添装换发寄给]了$")
_FROM_WITHIN = pattern("从[^，。；从]{2,20}?[中里内](?={money_verbs})")
# 协调|引进, 自掏腰包|为患者垫付
_NEXT = pattern("[为给向替帮](?!了)|{money_verbs}")
# 每月给她|300元
_GIVES_TO = pattern(
    r"(?<![送交分发拨捐借献还寄付])给(?:了|过)?({pronoun}们?|[我你]们?|每{people}|[^，。；的\d给]{2,12})$"
)
# 批了, 垫了住宿费, 出, 匹配资金
_NEAR = pattern(
    "({money_verbs_near})(?:(?:[下出上回来去到足]?了|[过下上回到足]|出(?=$))个?([^，。；的]{0,8})|({bare_fund}))?$"
)
# 另设|“西部专项”
_FOUNDED = pattern("(设)(?:有|下)?(“[^“”]{2,14}”(?:{han}{0,6}(?:{prize}|基金|专项|计划|项目))?)$")


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of money with the text before and behind it in its clause.

    ``role`` tells whose act it is: ``give`` (the subject pays), ``get`` (the subject is paid), ``gain`` (it
    gains without a payer), ``earn`` (it sells or earns: neither is told), ``grow`` (a figure grows) or
    ``state``.
    """

    verb: str | None
    role: str
    head: str
    tail: str


NO_ACT = Act(None, "state", "", "")


@lru_cache(maxsize=1)
def _last_of_figures() -> frozenset[str]:
    return frozenset(word[-1] for word in words("money_kinds"))


def figure_at_end(text: str) -> re.Match[str] | None:
    """The kind of figure with which a text ends.

    >>> figure_at_end("农村居民人均可支配收入")[0], figure_at_end("捐赠")
    ('人均可支配收入', None)
    """
    # Few texts end so: their last character tells it soonest.
    return _FIGURE.search(text) if text[-1:] in _last_of_figures() else None


def _near_act(clause: str, body: str) -> Act | None:
    """县水利局又批了, 班主任垫了住宿费, 家里出: a verb of everyday speech right in front of the amount."""
    if named := _FOUNDED.search(body):
        return Act("设立", "give", clause[: named.start()], named[2])
    match = _NEAR.search(body)
    if match is None:
        told = _GIVES_TO.search(body)
        if told and told.start() in items.word_starts(body) and _is_whom(told[1]):
            return Act("给", "give", clause[: told.start()], clause[told.start(1) :])
        return None
    at, starts = match.start(), items.word_starts(body)
    free = at in starts or _ADVERB_END.search(body, 0, at)
    if not free and not body.startswith("了", match.end(1)):
        return None
    if match[2] is None and match.end(1) not in starts and match.end(1) < len(body):
        return None
    if _NO_VERB.search(body, 0, at) or (match[2] and match[2][-1] not in _FUND_END):
        return None
    role = mapping("money_verbs_near")[match[1]]
    return Act(match[1], role, clause[:at], clause[match.end(1) if match[2] is None else match.start(2) :])


def _is_whom(text: str) -> bool:
    """Whether a noun phrase behind 给 names somebody, and nothing is done to them: 她, 每名学生, 他批复."""
    tagged = items.tag(text)
    return (tagged[0][1][0] == "r" and len(tagged) == 1) or (
        items.is_person(text) and not any(flag.startswith("v") for _, flag in tagged)
    )


@lru_cache(maxsize=1024)
def act_of(clause: str, cuts: frozenset[int] = frozenset()) -> Act:
    """The first verb of giving or getting that is no part of the figure's name, else the last that states.

    ``cuts`` are places where names end: a verb may begin there, whatever words a tagger sees.

    >>> act_of("甲市累计为乙县投入财政援助资金")
    Act(verb='投入', role='give', head='甲市累计为乙县', tail='财政援助资金')
    """
    roles = mapping("money_verbs")
    body = STATED.sub("", clause)
    measured = MEASURED.sub("", clause)
    figure = figure_at_end(measured)
    kind = figure[0] if figure else ""
    limit = len(measured) - len(kind)
    starts: frozenset[int] | None = None
    state: re.Match[str] | None = None
    earned: re.Match[str] | None = None
    pos = 0
    while match := _VERB.search(clause, pos):
        verb, at = match[0], match.start()
        pos = match.end()
        starts = items.word_starts(clause) if starts is None else starts
        begins = (
            at in starts
            or at in cuts
            or (verb[-1] == "了" and len(verb) == 2 and clause.endswith(verb))
            or (match.end() in starts and _ADVERB_END.search(clause, 0, at))
            or (verb not in of_class("nominal") and _FISCAL.search(clause, 0, at))
        )
        if (within := _FROM_WITHIN.search(clause, 0, limit)) and within.start() < at < within.end():
            continue  # 从村集体收入中|拿出
        if not begins:
            pos = at + 1  # 新|增投|放: a verb may begin inside of what was no word
            continue
        if _PART.match(clause, at) or (len(verb) == 1 and match.end() not in starts):
            continue
        if roles[verb] == "state":
            state = match
        elif (
            verb in of_class("nominal")
            and at > 2
            and match.end() in (len(body), len(measured))
            and not _gives_here(verb, clause[:at])
        ):
            return Act(None, "state", clause, "")
        elif kind == verb and match.end() == len(measured) and clause[match.end() :][:1] in tuple("由从"):
            return Act(None, "state", clause, "")  # 每月补贴|由600元提高到
        elif (
            _in_noun(match, clause)
            or (verb in of_class("nominal") and clause[match.end() : match.end() + 1] in tuple("和、与及"))
            or (clause.startswith("的", match.end()) and (kind or _acts_later(clause, match.end() + 1)))
            or (_STOCK.search(kind) and "的" in clause[match.end() : limit])
            or (verb in of_class("nominal_behind") and _GROWS.match(clause, match.end()))
            or (match.end() > limit and (kind != verb or body != clause))
            or _AFTER.match(clause, match.end())
        ):
            continue
        elif roles[verb] == "earn" and earned is None and _GIVES_LATER.search(clause, match.end()):
            earned = match
        elif not at or not _PARTICIPLE.search(clause, 0, at) or verb == "捐款":
            if (last := _LAST.search(body, match.end())) and (
                len(verb) == 1 or body[last.start() - 1] in "又再还也"
            ):
                # 卖菌子挣了5万元: of two verbs of everyday speech the one at the amount acts on it.
                match, verb = last, last[0].removesuffix("了")
                at = last.start()
            if (
                verb in of_class("ahead")
                and _NEXT.match(clause, match.end())
                and (later := act_of(clause[match.end() :])).role not in ("state", "grow")
            ):
                # 自掏腰包为患者垫付, 协调引进: what follows is the act
                if later.role == "earn":
                    return Act(verb, roles[verb], clause[:at], later.tail)
                return Act(later.verb, later.role, clause[: match.end()] + later.head, later.tail)
            role = "give" if verb == "带来" and _BROUGHT.match(clause, match.end()) else roles[verb]
            return Act(verb, role, clause[:at], clause[match.end() :])
    if near := _near_act(clause, body):
        return near
    if state:
        return Act(state[0], "state", clause[: state.start()], clause[state.end() :])
    return Act(None, "state", clause, "")


def _acts_later(clause: str, at: int) -> bool:
    """对引进的人才|给予: whether somebody gives or gets in the rest of a clause."""
    roles = mapping("money_verbs")
    return any(roles[m[0]] in ("give", "get", "gain") for m in _VERB.finditer(clause, at))


def _in_noun(match: re.Match[str], clause: str) -> bool:
    """Whether a verb is only a part of a noun: 支付金额, 固定资产投资, 对口支援指挥部."""
    verb, at, end = match[0], match.start(), match.end()
    if verb in of_class("aid_verb") and (
        clause[:at].endswith(("对口", "定点")) or _AID_NOUN.match(clause, end)
    ):
        return True
    if verb in of_class("purchases") and _BOUGHT.match(clause, end):
        return True
    named = _NOUN_EVER if verb in of_class("plain_verb") else _NOUN_BEHIND
    return bool(named.match(clause, end)) or bool(_NOUN_FRONT.search(clause[:at]))


def _gives_here(verb: str, head: str) -> bool:
    """Whether a word that is a noun too is the verb of its clause: 给每家补贴, 青禾公司捐赠."""
    if verb in ("捐赠", "奖励", "采购"):
        return not head.endswith(("款物", "的", "社会", "政府", "物资"))
    return bool(_GIVES_EACH.search(head) or _GIVERS.search(head))


@lru_cache(maxsize=1024)
def giving(text: str) -> Act | None:
    """The first verb of giving in a clause, wherever it stands.

    >>> giving("向学校捐赠图书300册").verb, giving("学校变了样")
    ('捐赠', None)
    """
    roles = mapping("money_verbs")
    starts: frozenset[int] | None = None
    for match in _VERB.finditer(text):
        starts = items.word_starts(text) if starts is None else starts
        if (
            roles[match[0]] == "give"
            and match.start() in starts
            and (len(match[0]) > 1 or match.end() in starts)
            and not _PART.match(text, match.start())
            and not _in_noun(match, text)
            and not _TAKEN.search(text, 0, match.start())
        ):
            return Act(match[0], "give", text[: match.start()], text[match.end() :])
    near = _near_act(text, text) if _FURNISHED.search(text) else None
    return near if near and near.role == "give" else None
