"""Who takes money, named or counted in a clause around it: 43名村民, 走访3户困难家庭, 交给北坡小学买书."""

from __future__ import annotations

import re

from bangfu.link import parties_aims as aims
from bangfu.link.parties_verbs import CLAUSE
from bangfu.link.parties_words import may_get
from bangfu.recognize import items

_COUNT = r"(?:近|约|超过?|共)?[\d.]+[万多余]*[位名个户]"
_PEOPLE = re.compile(rf"{_COUNT}([^，。；\d]{{2,16}}(?:、{_COUNT}[^，。；\d]{{2,16}})*)$")
_VISITED = re.compile(r"(?:走访|看望|慰问|探望|探访|来到)了?(?:慰问|看望)?([^，。；]{2,30}?)(?:家中|家里)?$")
_HOUSEHOLD = re.compile("(?:户|家庭|人家|职工|员工|工人|师生)$")
_HEADS = frozenset("点站部所班组社店坊")
_OF = re.compile(rf"^(?:[^，。；\d]{{0,20}}?的)?(?={_COUNT})")
_BUY = re.compile("买|用于|用来|用作|作为|购|修|建|添|改善|更换|解决")
_TOPIC = re.compile("^(?:对|对于|向|给|凡是|凡)([^，。；]{2,24})$")
_NAMED = re.compile(
    "^(?:了|一)?(?:个|项|笔|只)?(“[^“”，。；]{2,14}”(?:[一-鿿]{0,4}?(?:基金|奖教金|奖学金|奖助学金|助学金|奖励金|奖|项目|计划|工程|专项))?)"
)
_COUNTED = re.compile(r"[\d一二两三四五六七八九十]+[多余]?[位名个户]")


def people(text: str) -> str | None:
    """The people whom a clause counts at its end, without the counts.

    >>> people("每年评10名支教教师、8名本地教师"), people("惠及3名学生"), people("购置图书300册")
    ('支教教师、本地教师', '学生', None)
    """
    match = _PEOPLE.search(text)
    if match is None:
        return None
    listed = aims.things(match[0])
    named = listed.split("、") if listed else []
    return listed if named and all(is_human(name) for name in named) else None


def is_human(name: str) -> bool:
    """Whether a noun phrase names people or their homes.

    >>> is_human("监测户"), is_human("学生"), is_human("设备")
    (True, True, False)
    """
    return items.is_person(name) or bool(_HOUSEHOLD.search(name))


def visited(clause: str) -> str | None:
    """Those to whom someone pays a visit, with a gift in the next clause: 走访了南坡村两户监测户.

    >>> visited("李大山一行走访了南坡村两户监测户"), visited("走访了南坡村")
    ('监测户', None)
    """
    match = _VISITED.search(clause)
    if match is None:
        return None
    whom = _COUNTED.split(match[1])[-1].rpartition("的")[2]
    noun, _ = items.after(whom, 0, len(whom))
    return noun if noun and noun == whom and is_human(noun) else None


def topic(clause: str) -> str | None:
    """Those of whom a clause speaks before the one that pays them: 对考上大学的学生，村里奖励….

    >>> topic("对考上大学的学生"), topic("对这件事")
    ('学生', None)
    """
    match = _TOPIC.match(clause)
    noun = match[1].rpartition("的")[2] if match else ""
    return noun if len(noun) > 1 and is_human(noun) else None


def taker(text: str, bodies: tuple[str, ...]) -> str | None:
    """The one whom the words behind 交给, 捐给 name, before what is to be done with it.

    >>> taker("南坡村幼教点买桌凳", ("南坡村幼教点",)), taker("北坡村的6名高中生。", ())
    ('南坡村幼教点', '高中生')
    """
    if body := longest(text, bodies):
        return body
    text = _BUY.split(CLAUSE.split(text)[0])[0]
    if counted := _OF.match(text):
        return people(text[counted.end() :])
    noun, _ = items.after(text, 0, len(text))
    if noun is not None and noun == text and noun[-1] in _HEADS and items.has_name(noun):
        return noun
    if noun is None or not text.startswith(noun):
        return None
    behind = text[len(noun) :].removesuffix("的")
    whole = noun + behind if not behind or behind in _HEADS else None
    if whole and behind and items.has_name(whole):
        return whole
    return whole if whole and may_get(whole) else None


def longest(text: str, bodies: tuple[str, ...]) -> str | None:
    """The longest of the known names with which a text begins, unless it has or gives something there.

    >>> longest("南坡小学食堂", ("南坡", "南坡小学")), longest("南坡小学的老师", ("南坡小学",))
    ('南坡小学', None)
    """
    names = [body for body in bodies if text.startswith(body)]
    if not names:
        return None
    name = max(names, key=len)
    return (
        None
        if re.match("的|捐|资助|提供|援助|[一-鿿]{0,2}(?:校长|院长|主任|书记|老师)", text[len(name) :])
        else name
    )


def officer(text: str, bodies: tuple[str, ...]) -> str | None:
    """The body whose officer takes it: 南坡县总工会常务副主席李大山.

    >>> officer("南坡县总工会常务副主席李大山", ("南坡县总工会", "李大山"))
    '南坡县总工会'
    """
    body = max((name for name in bodies if text.startswith(name)), key=len, default="")
    man = max((name for name in bodies if text.endswith(name)), key=len, default="")
    between = text[len(body) : len(text) - len(man)]
    return body if body and man and 1 < len(between) < 12 and not re.search("[的、和与]", between) else None


def named(text: str) -> str | None:
    """The prize or fund in quotation marks with which a text begins: 个“砖瓦奖”.

    >>> named("个“砖瓦奖”，奖给学生"), named("“春蕾”基金，"), named("宿舍楼")
    ('“砖瓦奖”', '“春蕾”基金', None)
    """
    match = _NAMED.match(text)
    return match[1] if match else None
