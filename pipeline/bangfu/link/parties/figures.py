"""The kind of figure that stands in front of an amount, its worth, and the people whose income it is."""

from __future__ import annotations

from functools import lru_cache

from bangfu.link.parties import nouns, verbs
from bangfu.link.parties import subject as said
from bangfu.link.parties.grammar import pattern
from bangfu.link.parties.verbs import Act
from bangfu.recognize.items import behind as items
from bangfu.recognize.items import front as items_front

_ASIDE = pattern("（[^（）]{1,12}）$")
# 总价值约, 折合人民币, 共计: an amount is the worth of a thing
_WORTH = pattern(
    "(?:(?:市场|总|折算|评估)?价值(?!链)|(?<![产量品])折[价合]|(?:^|、)(?:折[款资算]?|总[值价计]|[估货]值|合计|共计))(?:人民币|{worth})*$"
)
_STATES = pattern("{states}|{rises}|{stands}|[增调]")
_LEADING = pattern(
    r"^(?:截至\d*[年月日末底]*|[一二三四前]+季度|\d+[年月]末?|减少(?=.{3})|{figure_lead}|[的，,：“])+"
)
# 南坡村集体经济收入, 青禾合作社年收入
_VILLAGE = pattern(
    "^(.{2,16}?(?:[村镇乡]|社区|合作社))的?(?:村?集体(?:经济|资产)?(?:收入)?|(?:[年总]|经营性?|销售)*收入)"
)
_NAMED_VILLAGE = pattern("(?![全该各每我本这那])(?!.*[年月]村){han}{2,5}村")
_INCOME = pattern("{income}$")
_NOT_FIGURE = pattern(
    r"^(?:{no_figure_begin}|{no_figure}$)|{no_figure_end}$|发(?=工资|奖金|补贴)|即将|(?<![A-Z])\d"
)
# 一年电费|4万元, 来回油钱|730元
_FEE = pattern("(?<![缴交付收免补报拨垫出筹募])(?:{fee})$")
_NOUN_END = pattern("(?:[额值价费金款量税债利息率薪]|{figure_noun})$")


@lru_cache(maxsize=1024)
def kind_of(clause: str) -> str | None:
    """The kind of figure that stands in front of an amount, also before 达, 首次超过, 提高到.

    >>> kind_of("农村居民人均可支配收入达"), kind_of("本年度的助学金总额为"), kind_of("投入")
    ('人均可支配收入', '助学金总额', None)
    >>> kind_of("联邦债务总额首次超过"), kind_of("外汇储备也只有")
    ('联邦债务总额', '外汇储备')
    """
    body = verbs.MEASURED.sub("", clause)
    if (aside := _ASIDE.search(body)) and aside.start():
        # 总票房（含预售）近3亿元
        body = body[: aside.start()]
        body = verbs.MEASURED.sub("", body)
    if not body:
        return None
    match = verbs.figure_at_end(body)
    stated = bool(_STATES.search(clause, len(body)))
    if match is None and not (stated and _NOUN_END.search(body)) and not _FEE.search(body):
        return None
    phrase = items_front.before(body, 0, len(body))
    noun = _whole(body, phrase) if phrase and body.endswith(phrase) else None
    if match is None:
        return noun
    if noun is None or len(noun) < len(match[0]):
        return match[0]
    owner = noun[: len(noun) - len(match[0])]
    return match[0] if owner and (items.is_person(owner) or owner[-1] in "的达") else noun


def _whole(body: str, phrase: str) -> str | None:
    """``phrase`` with the few words that belong in front of it, ``None`` where it is cut or no figure."""
    front = _LEADING.sub("", body[: len(body) - len(phrase)])
    if (
        0 < len(front) <= 8
        and body.endswith(front + phrase)
        and all(flag[0] in "nabj" for _, flag in items.tag(front))
    ):
        phrase = front + phrase
    phrase = _LEADING.sub("", phrase)
    if len(phrase) < 2 or len(phrase) > 24 or _NOT_FIGURE.search(phrase) or items.is_person(phrase):
        return None
    return None if items_front.only_place(phrase) else phrase


def head(clause: str) -> str | None:
    """The noun in front of the kind of figure: 三层教学楼 of 这座三层教学楼总投资.

    >>> head("新教学楼总投资")
    '新教学楼'
    """
    body = verbs.MEASURED.sub("", clause)
    match = verbs.figure_at_end(body)
    noun = items_front.before(body, 0, match.start()) if match and match.start() > 1 else None
    return noun if noun and len(noun) > 2 and not _NOT_FIGURE.search(noun) else None


def worth(clause: str) -> int | None:
    """Where the word begins that makes an amount the worth of a thing.

    >>> worth("总价值"), worth("捐赠药品价值约"), worth("总产值")
    (0, 4, None)
    """
    body = clause.lstrip("，、")
    match = _WORTH.search(body)
    return len(clause) - len(body) + match.start() if match else None


def holder(clause: str, kind: str | None) -> str | None:
    """The village that has an income.

    >>> holder("2024年南坡村集体经济突破", "集体经济")
    '南坡村'
    """
    village = _VILLAGE.search(clause) if kind else None
    if village is None:
        return None
    return said.leading_name(village[1]) or (village[1] if _NAMED_VILLAGE.fullmatch(village[1]) else None)


def gainer(act: Act, kind: str | None, owner: str | None) -> str | None:
    """农村居民人均收入达…, 学生领取…: the people who have what the amount states, or ``owner``."""
    front = verbs.MEASURED.sub("", act.head)
    end = len(front) - (len(kind) if kind and front.endswith(kind) else 0)
    near = items_front.before(front, 0, end) if act.role != "state" or _INCOME.search(kind or "") else None
    if near and near.count("、") < 3 and items.is_person(near):
        return near
    return owner if owner and nouns.may_get(owner) else None
