"""The person or body that begins a clause and does what follows there: 会长李大山听了故事, 南坡公司听说后."""

from __future__ import annotations

from bangfu.article import Mention
from bangfu.link.parties import nouns
from bangfu.link.parties.grammar import pattern
from bangfu.recognize.items import behind as items

_JOINS = pattern("[、和与及同暨]")
_PARTED = pattern("[的，]")
_JOIN_OR_MORE = pattern("[、和与及暨]|等(?=.|$)")
# 等五家单位, 等爱心企业
_MORE = pattern(
    r"等(?:\d+|{numeral}+)?[余多]?[家个名位所]?(?:{han}{0,4}(?:{body}|人士|社会组织|乡亲|团体|商户))?"
)
_TITLED = pattern(
    "(?:女士|先生|老人|夫妇|伉俪|同志|老师|教授|博士|本人|个人)|{han}{0,4}{post}|[（(][^（）()]{1,16}[）)]"
)
_STYLE = pattern("(?:女士|先生|老人|夫妇|伉俪|同志|老师|教授|本人|个人|自己)?(?:（[^（）]{1,16}）)?")
_HELPER = pattern("[把被将给向对为由让请叫陪随跟帮替用按经据托受因]|(?:针对|通过|根据|为了|围绕|除了?|作为)")
# 听|了, 已, 从, 去年底: what comes behind who acts
_ACTS = frozenset("vdptrc")
_NO_ACT = pattern(
    "[的等、和与及同暨]|[^，。；]{0,4}(?:介绍|表示|说|透露|称)|所在|现有|共有|[^，。；]{0,8}(?:数据|消息|报告|资料|研究|报道)|名下|一行|之|[省市县区]|代表|报道|摄|供图"
)
_VERB = frozenset(("v", "vd", "vi"))
# 南坡促进会|成立: it has not acted yet
_HAPPENS = pattern(r"(?:[^，。；\d]{0,6}?)(?:成立|揭牌|挂牌|落成|启用|召开|举行|建成|竣工|开工)")
# 李大山所在的|南坡医院
OF_WHICH = pattern("[^，。；的]{1,8}(?:所在|任职|工作|就职|服务|执掌|创办|担任董事长)的")
# 他联系医院的医师, 在代表团带领下: who is named is not who acts
_LEADS_ON = pattern("^{pronoun}|(?:{to_persons})(?!团|队|[人员者会部室办])")
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
    if bodies and (bodies[0].start == begin or OF_WHICH.fullmatch(clean, begin, bodies[0].start)):
        at = bodies[0].end
        if not _WHICH.match(clean, at, end) and not _HAPPENS.match(clean, at) and _acts(clean, at, end):
            return bodies[0].text
    return None


def listed(clean: str, begin: int, end: int, people: list[Mention], bodies: list[Mention]) -> str | None:
    """Those whom the words between two places list, and nothing else: 甲公司、乙协会等五家单位.

    Titles and bodies may stand in front of a person, a title behind. A short form of a body whose name
    the words between two places do not hold is for the caller to know.

    >>> clean = "南坡公司、会长李大山、王小河副会长"
    >>> names = [Mention(7, 10, "李大山", "person", "t", 1.0, "李大山")]
    >>> names.append(Mention(11, 14, "王小河", "person", "t", 1.0, "王小河"))
    >>> listed(clean, 0, 17, names, [Mention(0, 4, "南坡公司", "institution", "t")])
    '南坡公司、李大山、王小河'
    """
    told: list[str] = []
    at, persons, alone = begin, False, False
    while at < end:
        body = max((m for m in bodies if m.start == at), key=lambda m: m.end, default=None)
        stop = _JOIN_OR_MORE.search(clean, body.end if body else at, end)
        high = stop.start() if stop else end
        person = next((m for m in people if at <= m.start and m.end <= high), None)
        if person is not None and _described(clean, at, person.start, bodies):
            title = clean[person.end : high]
            if title and not _is_title(title):
                return None
            if told and not persons and alone:
                # 校友、南坡公司董事长李大山: one person, told twice.
                told.pop()
            told.append(str(person.value or person.text) + ("夫妇" if "夫妇" in title else ""))
            persons = True
        elif body is not None and body.end == high:
            told.append(body.text)
        elif body is None and person is None and _names_somebody(clean[at:high]):
            alone = not told and items.is_person(clean[at:high])
            told.append(clean[at:high])
        else:
            return None
        if stop is None:
            break
        if stop[0] == "等":
            more = _MORE.fullmatch(clean, high, end)
            if more is None:
                return None
            return "、".join(told) + (more[0] if more[0] != "等" else "") if persons else clean[begin:end]
        at = stop.end()
    return ("、".join(told) if persons else clean[begin:end]) if told else None


def _is_title(text: str) -> bool:
    if _TITLED.fullmatch(text):
        return True
    return len(text) < 9 and items.is_person(text) and not _has_verb(text)


def _names_somebody(text: str) -> bool:
    """Whether a member of a list that no rule knows names somebody: 各界善信, 东坡校友会."""
    return 1 < len(text) < 20 and nouns.may_act(text) and not _has_verb(text)


def _has_verb(text: str) -> bool:
    tagged = items.tag(text)
    return any(flag == "p" or (flag == "v" and i + 1 < len(tagged)) for i, (_, flag) in enumerate(tagged))


def _described(clean: str, begin: int, at: int, bodies: list[Mention]) -> bool:
    """Whether what stands in front of a person only tells who that is."""
    front = clean[begin:at]
    if not front:
        return True
    if len(front) > 50 or _HELPER.match(front) or "，" in front:
        return False
    if _LEADS_ON.search(front):
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
        or (
            flag in _VERB
            and (len(word) == 1 or (tagged[i + 1 : i + 2][0:1] and tagged[i + 1][0] in "了过着"))
        )
        for i, (word, flag) in enumerate(tagged)
    )


def _acts(clean: str, at: int, end: int) -> bool:
    at = _STYLE.match(clean, at, end).end()  # type: ignore[union-attr]
    behind = clean[at : min(end, at + 16)]
    if len(behind) < 2 or _NO_ACT.match(behind):
        return False
    tagged = items.tag(behind)
    return tagged[0][1][0] in _ACTS
