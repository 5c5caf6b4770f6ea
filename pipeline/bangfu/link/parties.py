"""Who paid whom for what, and what was done with what was counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from bangfu.article import Document, Money, Role
from bangfu.extract import items
from bangfu.extract.found import Found
from bangfu.extract.money import in_sentences
from bangfu.lexicon import mapping, words

_CLAUSE = re.compile(r"[，。；：！？\n,;:!?]")
_STATED = re.compile(
    r"(?:达到了|达到|(?<![下传抵送])达|超过了|超过|超|为|约|近|突破了|突破|增长到了|增长到|增至|仅|只有|是|共计|合计|总计|共|已|有)+$"
)
_FUNDS = re.compile(
    r"(?:专项|财政|帮扶|援助|补助|扶持|协作|预算内|社会|对口)*"
    r"(?:资金|款项|经费|善款|现金|捐款|(?<!贷)款|人民币|总额|金额|预算|约|共|总计)+$"
)
_FOR = re.compile(
    r"[，,]?(?:主要|全部|都|将|资金|这笔钱|款项|重点|专项)*"
    r"(?:用于|用来|用作|用以|作为|为[^，。；]{2,20}?(?=修建|建设|购买|购置|建造|添置)|支持|购买|购置|采购|添置|新建|改善|建设|建立|修建|兴建|筹建"
    r"|建起|改造|修缮|扶持|开展|实施|资助|救助|奖励|设立|成立|帮助)"
)
_FOR_BARE = ("用于", "用来", "用作", "用以", "作为")
_TO = re.compile(
    r"(?:捐赠给|捐给了|捐给|赠送给|送给了|送给|拨给|发给|交给|捐赠到|捐向|转交|资助给|支付给|提供给)([^，。；！？]{2,24})"
)
_FROM = re.compile(
    r"(?:得到|获得|收到|接受|获|收获)了?([^，。；：]{2,20}?)的?(?:善款|捐款|捐赠|捐助|资助|赞助|援助|捐资)"
)
_BY = re.compile(
    r"由([^，。；：！？]{2,40})(承担|捐赠|捐资|捐献|捐建|筹资|拿出|出资|提供|资助|投资|拨付|支付|赞助|负责|援建)(?=[，。；的了\d]|$)"
)
_FOR_WHOM = re.compile(r"(?<!成)(?:为|给|向|对(?!口|外|接|非|华))(?!了|此|何|主)")
_FOR_GAIN = re.compile(r"(?<!成)(?:为|给|帮助|助力|促进|带动)(?!了|此|何|主)")
_EACH = re.compile(r"(?:每[人名位户所校个家年月]|人均|户均|各|平均|分别)+$")
_TIME = re.compile(
    r"^(?:(?:截至|截止|自|从|到|在)[^，。；]{0,8}?(?:年底|[年月日底]|以来|期间|前)|\d+年(?:底|初|度)?|\d+月(?:份)?|\d+日"
    r"|[上下]午|年以来|以来|目前|如今|今年|去年|前年|近年来|近年|日前|近日|当天|[近过]去?\d+年(?:来|间)?)+"
)
_LEAD = re.compile(
    r"^(?:力争|近几年|未来|引导|动员|鼓励|号召|其中|此外|同时|目前|累计|共|并|还|又|已|也|再|另|而|则|并且|随后|先后|当天|日前|近日|今天|昨天|合计|加上|总共|全年|将)+"
)
_NUMBERED = re.compile(r"^(?:\d+|[一二两三四五六七八九十百]+)[多余]?[个家名位所]")
_SUBJECT_END = re.compile(
    r"(?:累计|共(?!青|产|和|同富)|已|还|今天|昨天|期间|紧急|积极|专门|先期|热心|慷慨|主动|自发|集体|一次|分三次|另|共计|先后|日前|近日|分别|每年|今年|去年|共同|一次性|提前|现场|[为给向](?!了)|对(?!口|外)"
    r"|将|拟|计划|又|再|全年|联合|代表|把|就|从(?!业)|在(?!校|职|读)|持续|连续|全部|通过|利用|带着|用)"
)
_FUND = re.compile(
    "(?:资金|款|补贴|补助|投资|贷款|基金|国债|券|奖学金|助学金|设备|物资|图书|药品|器材|用品|武器|装备)"
)
_TOTALS = frozenset(("总额", "金额", "总值", "规模", "余额", "成本", "支出", "总价", "产值"))
_SILENT = frozenset(("为", "共计", "合计", "价值", "总值", "高达", "累计达"))
_GIFT = {
    "送": "捐赠",
    "送去": "捐赠",
    "送上": "捐赠",
    "送来": "捐赠",
    "赠送": "捐赠",
    "捐给": "捐赠",
    "捐了": "捐赠",
    "捐": "捐赠",
    "捐出": "捐赠",
}
_USED = re.compile(r"^了?(.{2,8}?)(?:的|对口)?(?:帮扶|援助|支援|捐赠|扶贫协作)(?:资金|款)")
_NOMINAL = frozenset(("补贴", "补助", "支出", "支付"))
_ADVERB = re.compile("(?:连续|首次|已|累计|每年|预计|将|约|近|有望|各)")
_BODY = re.compile(
    r"(?:公司|集团|基金会?|政府|财政|[部局委厅署院校学园馆会社团行处站所组队厂店网办]|中心|学校|医院|银行|企业|单位|机构|家庭|双方|各[方界地]|中央|国家"
    r"|[省市县区镇乡村国州旗盟]|地区|省份|各市|资金|产业|项目|工程|当地|地方|部门|经济)$"
)
_YEAR = re.compile(r"^\d+年度?")
_PART = re.compile("投资(?:者|人|方)|捐赠(?:者|人|方)|资助(?:者|人|方)|发行人|补助标准|支持率|销售员")
_NOBODY = re.compile("消息|本报|记者|报道|期间|情况")
_PLACE = re.compile(r"[到在]([^，。；到在]{2,10})$")
_WORTH = ("价值", "总值", "总价值", "共计", "合计", "为", "达")


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("money_verbs"), key=len, reverse=True)))


@lru_cache(maxsize=1)
def _kinds() -> re.Pattern[str]:
    longest = "|".join(sorted(words("money_kinds"), key=len, reverse=True))
    return re.compile(rf"(?:[年月日人户]均|[总年月])?(?:可支配|综合|直接|经济)*(?:{longest})$")


@dataclass(frozen=True, slots=True)
class _Frame:
    """The texts around one amount: its clause so far, the earlier clauses of its sentence, what follows."""

    clause: str
    earlier: tuple[str, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class _Act:
    """A verb of money with the text before and behind it in its clause."""

    verb: str | None
    role: str
    head: str
    tail: str


def fill_money(document: Document, found: Found, roles: tuple[Role, ...]) -> tuple[Money, ...]:
    """Fill action, payer, payee and purpose of each amount from its clause and the sentence around it.

    A field stays ``None`` where the text does not say it in one of the known ways.

    >>> from bangfu.pipeline import process
    >>> from bangfu.article import Source
    >>> row = process(Source("a", "甲市累计为乙县投入资金1831万元，用于98所学校的维修改造。")).money[0]
    >>> (row.action, row.payer, row.payee, row.purpose)
    ('投入', '甲市', '乙县', '98所学校的维修改造')
    """
    rows: list[Money] = []
    last = -2
    for row in found.money:
        i = in_sentences(document.sentences, row.start, row.end)
        before = rows[-1] if rows and i - last <= 1 else None
        rows.append(
            _filled(
                _frame(document, row, i, before.end if before and i == last else 0), row, before, i == last
            )
        )
        if all_of := _ALL.match(document.clean, row.end):
            # 各10万元…4万元，都用来改善设施: what follows the last amount holds for all of its sentence.
            purpose = _CLAUSE.split(document.clean[all_of.end() : all_of.end() + 40])[0]
            for k in range(len(rows) - 1, -1, -1):
                if in_sentences(document.sentences, rows[k].start, rows[k].end) != i:
                    break
                rows[k] = replace(rows[k], purpose=rows[k].purpose or purpose)
        last = i
    return tuple(rows)


_ALL = re.compile(r"，(?:都|均|全部|皆|全都)(?:将)?(?:用于|用来|用作)")


def _frame(document: Document, row: Money, i: int, done: int) -> _Frame:
    """``done`` is where the amount before it in the sentence ends: a clause of a list begins there."""
    clean, span = document.clean, document.sentences[i]
    parts = _CLAUSE.split(clean[span.start : row.start])
    if done and row.start - len(parts[-1]) < done:
        parts = [*parts[:-1], parts[-1][: done - row.start], clean[done : row.start].lstrip("、和及与并")]
    return _Frame(parts[-1], tuple(p for p in reversed(parts[:-1]) if p), clean[row.end : span.end])


def _filled(frame: _Frame, row: Money, before: Money | None, same: bool) -> Money:
    each = _EACH.search(frame.clause)
    clause = _EACH.sub("", frame.clause)
    kind = _kind(clause)
    act = _act(clause)
    if act.role == "state" and (wider := _earlier_gift(frame, act)):
        return replace(row, **_gift(wider, frame))
    if each and act.verb is None and before is not None:
        person = _subject(frame.earlier[:1]) if frame.earlier else None
        person = person if person and items.is_person(person) else None
        action = None if before.action in _SILENT else before.action
        return replace(row, action=action, payee=person, payer=before.payer, purpose=before.purpose)
    if act.verb is None and not kind and (use := _FOR.match(frame.rest)) and (giver := _strip(clause)):
        return replace(row, action="支持", payer=giver, purpose=_use(frame.rest, use))
    later = _TO.search(frame.rest[:40])
    by = _BY.search(clause + frame.rest[:40])
    gift = _FROM.search(clause)
    action, payer, payee = act.verb, None, None
    subject = _subject((act.head, *frame.earlier[:3]))
    if by:
        payer, action = by[1], action if act.role != "state" and action else by[2]
    elif gift:
        payer, payee, action = gift[1], subject, "捐赠"
    elif act.role == "give":
        payer = subject
    elif act.role == "get" or (kind and act.role == "state"):
        near = items.before(
            act.head, 0, len(act.head) - (len(kind) if kind and act.head.endswith(kind) else 0)
        )
        whole = subject if act.role == "get" and not kind else None
        payee = (
            near
            if near and items.is_person(near)
            else (subject if subject and items.is_person(subject) else whole)
        )
    if later:
        payee, action = _strip(later[1]) or payee, "捐赠" if "捐" in later[0] else action
        payer = payer or subject
    elif act.verb in ("投资", "投入", "投") and (place := _PLACE.search(act.head)):
        payee = place[1]
    elif via := _receiver(act.head, act.role):
        payee = via
        if act.role == "get":
            payer = None
    elif act.role == "give" and act.verb:
        payee = _object(act)
        if act.verb == "使用" and (owner := _USED.match(act.tail)) and items.has_name(owner[1]):
            payer = owner[1]
    if same and before is not None and not act.head and before.action and act.role == "give":
        payer, payee = payer if act.verb != before.action else before.payer or payer, payee or before.payee
    purpose = None if gift else _purpose(frame, act, kind)
    if gift and (use := _FOR.match(frame.rest)):
        purpose = _use(frame.rest, use)
    return replace(
        row, action=action, payer=payer, payee=payee, purpose=None if purpose == payee else purpose
    )


def _kind(clause: str) -> str | None:
    """The kind of figure that stands right before the amount: 人均可支配收入, 销售额, 助学金总额."""
    body = _STATED.sub("", clause)
    match = _kinds().search(body)
    if match is None:
        return None
    if match[0] in _TOTALS:
        return items.before(body, 0, len(body)) or match[0]
    return match[0]


def _act(clause: str) -> _Act:
    """The first verb of giving or getting in the clause that is no part of the figure's name, else the last that states."""
    kinds = mapping("money_verbs")
    body = _STATED.sub("", clause)
    figure = _kinds().search(body)
    kind = figure[0] if figure else ""
    limit = len(body) - len(kind)
    state: re.Match[str] | None = None
    starts = items.word_starts(clause)
    for match in _verbs().finditer(clause):
        if match.start() not in starts or _PART.match(clause, match.start()):
            continue
        if kinds[match[0]] == "state":
            state = match
        elif match[0] in _NOMINAL and match.end() == len(body) and match.start() > 2:
            state = None
            return _Act(None, "state", clause, "")
        elif match.end() <= limit or (kind == match[0] and body == clause):
            if not (match.start() and clause[match.start() - 1] in "的和、所被“"):
                return _Act(match[0], kinds[match[0]], clause[: match.start()], clause[match.end() :])
    if state:
        return _Act(state[0], "state", clause[: state.start()], clause[state.end() :])
    return _Act(None, "state", clause, "")


def _earlier_gift(frame: _Frame, act: _Act) -> _Act | None:
    """向学校捐赠图书300册，价值5万元: the verb of an amount that only states a worth."""
    if act.verb not in _WORTH or (act.verb in ("为", "达") and "价值" not in act.head):
        return None
    kinds = mapping("money_verbs")
    for text in (act.head, *frame.earlier[:2]):
        for match in _verbs().finditer(text):
            if kinds[match[0]] == "give":
                return _Act(match[0], "give", text[: match.start()], text[match.end() :])
    return None


def _gift(act: _Act, frame: _Frame) -> dict[str, str | None]:
    noun, _ = items.after(act.tail.lstrip("了过"), 0, len(act.tail))
    if owned := _FOR_NOUN.match(frame.rest):
        noun = items.after(frame.rest, owned.end(), len(frame.rest))[0] or noun
    others = [text for text in frame.earlier if not text.startswith(act.head) or not act.head]
    return {
        "action": _GIFT.get(act.verb or "", act.verb),
        "payer": _subject((act.head, *others[:2])),
        "payee": _receiver(act.head, act.role),
        "purpose": noun,
    }


_FOR_NOUN = re.compile(r"的(?!\d)")


def _subject(clauses: tuple[str, ...]) -> str | None:
    """The noun phrase with which the clause begins, or the nearest earlier clause that begins with one."""
    return next((name for text in clauses if (name := _strip(text))), None)


def _strip(text: str) -> str | None:
    """The leading name of a clause: times and adverbs off, cut before its first verb or preposition."""
    text = _LEAD.sub("", _TIME.sub("", text.strip('“”" ')))
    number = _NUMBERED.match(text)
    prefix, text = (number[0], text[number.end() :]) if number else ("", text)
    if cut := _SUBJECT_END.search(text):
        text = text[: cut.start()]
    if len(text) < 2:
        return None
    noun, _ = items.after(text, 0, len(text), None if prefix else "人")
    return prefix + noun if noun and 2 <= len(noun) <= 24 and _may_act(noun) else None


def _may_act(noun: str) -> bool:
    """Whether a noun phrase names someone or some body that can pay or be paid."""
    if _NOBODY.search(noun):
        return False
    return bool(_BODY.search(noun)) or items.is_person(noun) or items.has_name(noun)


def _receiver(head: str, role: str) -> str | None:
    """为乙县投入, 给学校捐赠, 促进农民增收: the noun between a preposition and the verb."""
    for match in (_FOR_GAIN if role == "get" else _FOR_WHOM).finditer(head):
        name, _ = items.after(head, match.end(), len(head))
        if name:
            return name
    return None


def _object(act: _Act) -> str | None:
    """资助学生5万元, 投向制造业3万元: whom the verb reaches before the amount."""
    inner = _STATED.sub("", act.tail)
    if act.verb == "投向":
        return inner or None
    name, _ = items.after(inner, 0, len(inner))
    return name if name and items.is_person(name) else None


def _use(rest: str, match: re.Match[str]) -> str | None:
    text = _CLAUSE.split(rest[match.end() :])[0]
    verb = match[0].lstrip("，,")
    return (text if verb.endswith(_FOR_BARE) else verb + text).strip("” ") or None


def _purpose(frame: _Frame, act: _Act, kind: str | None) -> str | None:
    """用于…, 的… behind the amount, the fund named before it, or the kind of figure."""
    if match := _FOR.match(frame.rest):
        return _use(frame.rest, match)
    if _FOR_NOUN.match(frame.rest):
        noun, _ = items.after(frame.rest, 0, len(frame.rest))
        if noun:
            return noun
    behind, _ = items.after(frame.rest, 0, len(frame.rest))
    if behind and not kind and _FUND.search(behind):
        fund = _FUNDS.sub("", behind)
        return fund if len(fund) > 2 else behind
    inner = _YEAR.sub("", _FUNDS.sub("", _STATED.sub("", act.tail)).strip("了的“”过"))
    if (
        act.verb
        and act.role != "state"
        and 1 < len(inner) <= 36
        and not (items.is_person(inner) or kind or _ADVERB.match(inner))
    ):
        return inner
    return kind
