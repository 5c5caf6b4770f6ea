"""The person or body that begins a clause and does what follows there: 会长李大山听了故事, 南坡公司听说后."""

from __future__ import annotations

from bangfu.article import Mention
from bangfu.link.parties_grammar import pattern
from bangfu.recognize import items

_JOINS = pattern("[、和与及同暨]")
_PARTED = pattern("[的，]")
_STYLE = pattern("(?:女士|先生|老人|夫妇|伉俪|同志|老师|教授|本人|个人|自己)?(?:（[^（）]{1,16}）)?")
_HELPER = pattern("[把被将给向对为由让请叫陪随跟帮替用按经据托受因]|(?:针对|通过|根据|为了|围绕|除了?|作为)")
# 听|了, 已, 从, 去年底: what comes behind who acts
_ACTS = frozenset("vdptrc")
_NO_ACT = pattern("[的等、和与及同暨]|[^，。；]{0,4}(?:介绍|表示|说|透露|称)|所在|现有|共有|[^，。；]{0,8}(?:数据|消息|报告|资料|研究|报道)|名下|一行|之|[省市县区]|代表|报道|摄|供图")
_VERB = frozenset(("v", "vd", "vi"))
# 民政部|指定的29家平台: it only tells which
_WHICH = pattern("[^，。；了在]{2,4}的")


def opener(clean: str, begin: int, end: int, people: list[Mention], bodies: list[Mention]) -> str | None:
    """Who acts in the clause between two places, where its verb stands behind the name.

    Only titles, bodies and a phrase with 的 may stand in front of a person. ``people`` and ``bodies`` are the
    names in the clause, in their order.

    >>> clean = "会长李大山听了孩子的故事"
    >>> opener(clean, 0, 12, [Mention(2, 5, "李大山", "person", "test", 1.0, "李大山")], [])
    '李大山'
    """
    if people and _described(clean, begin, people[0].start, bodies):
        group = people[:1]
        for person in people[1:]:
            between = clean[group[-1].end : person.start]
            if len(between) > 20 or not _JOINS.match(between) or _PARTED.search(between):
                break
            group.append(person)
        if _acts(clean, group[-1].end, end):
            return "、".join(dict.fromkeys(str(m.value or m.text) for m in group))
    if bodies and bodies[0].start == begin:
        at = bodies[0].end
        if not _WHICH.match(clean, at, end) and _acts(clean, at, end):
            return bodies[0].text
    return None


def _described(clean: str, begin: int, at: int, bodies: list[Mention]) -> bool:
    """Whether what stands in front of a person only tells who that is."""
    front = clean[begin:at]
    if not front:
        return True
    if len(front) > 50 or _HELPER.match(front) or "，" in front:
        return False
    if front.endswith("的"):
        return True
    for body in bodies:
        if begin <= body.start and body.end <= at:
            front = front.replace(body.text, "")
    if not front:
        return True
    tagged = items.tag(front)
    return tagged[-1][1][0] in "nbjq" and not any(
        flag == "p"
        or flag in _VERB and (len(word) == 1 or tagged[i + 1 : i + 2][0:1] and tagged[i + 1][0] in "了过着")
        for i, (word, flag) in enumerate(tagged)
    )


def _acts(clean: str, at: int, end: int) -> bool:
    at = _STYLE.match(clean, at, end).end()  # type: ignore[union-attr]
    behind = clean[at : min(end, at + 16)]
    if len(behind) < 2 or _NO_ACT.match(behind):
        return False
    tagged = items.tag(behind)
    return tagged[0][1][0] in _ACTS
