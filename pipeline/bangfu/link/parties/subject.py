"""Who acts: the name with which a clause begins, without times and adverbs, and up to its verb."""

from __future__ import annotations

from functools import lru_cache

from bangfu.link.parties.grammar import of_class, pattern
from bangfu.link.parties.nouns import BODY, NUMBERED, OTHERS, THAT, may_act
from bangfu.recognize.items import behind as items

# 截至5月底, 去年, 三年来: when, in front of who acts
_TIME = pattern(
    r"^(?:{since}[^，。；]{0,8}?{time_end}|\d+(?:年[底初度]?|月份?|日)|[自从]?[^，。；\d自从]{0,10}?以来|[近过]去?(?:\d+|{numeral}+)年多?[来间]?|{numeral}{1,3}年多?来(?!的)"
    r"|[上下](?:半年|午)|[一二三四]季度|{time})+"
)
_LEAD = pattern(r"^(?:[这此本]次(?={han}{4})|共?有(?={number}[家名位所])|{lead}|{adverb}|{time})+")
_WHERE = pattern("^(?:位于|来自|地处|坐落)[^，。；]{2,20}?的")
# 中新网北京5月3日电（记者 李大山）
_DATELINE = pattern(r"^[^，。；]{0,4}{agency}[^，。；（(]{0,14}\s*[（(][^）)]{1,30}[）)]\s*")
# 1990届高中校友集体
_CLASS = pattern(r"(?:\d{2,4}[届级][^，。；、的]{0,8}?{alumni})(?=$|集体|[向为给捐])")
_WITH = pattern("[用把拿将带为给向从]")
_OTHER = pattern("的{han}{2,4}$")
_GIVING = pattern("(?:[出捐筹注]资|[捐拨]款|捐出)$")
_QUOTED = pattern("“([^”]{2,12})”")
_BY_WHOM = pattern("由([^，。；由]{2,16}?){manner}?{pays}")
_ASIDE_CLAUSE = pattern("^{aside}")
# 北坡县的30名
_HOME = pattern(r"^[^，。；的\d]{2,12}{level}的(?={number}{unit})")
_BATCH = pattern("^{batch}")
_PARTS = pattern("[、和]")
# Where the subject of a clause ends: 青禾公司|已…, 青禾公司|与北坡县签约, 甲市|定点帮扶乙县
_SUBJECT_END = pattern(
    r"[与和同](?=[^，。；]{2,16}{signs})|与(?=[^，。；]{2,16}(?:合作|联手|携手))|{by}|{adverb}|{manner}|{time}|期间|自\d{4}年|自[^，。；]{1,10}以来|近{number}年|{number}年(?!级)|\d+[日月]"
    r"|(?<={han}{2})集体(?!经济)|每{people}|(?:定点|对口)(?:帮扶|支援|援助)(?!{aid_noun})|(?<=.)各(?![地方界市省县级部])|(?<={han}{2})(?<![等每共有余多百千])(?:[一两二三]个?人|独自)"
)
_CAUSED = pattern("{causes}([^，。；的]{2,16})$")
_PROMISES = pattern("(?:{adverb}|{manner}|{time})*{promises}[将要愿再]?$")
_DECIDES = pattern("{decides}$")
# 据通报, 青禾县教育局印发通知
_SAID = pattern(
    "(?<![听据])(?:{speech_verbs}|{says})(?:[了道]?$|[^，。]{0,3}{document})|^(?:据|根据|按照)|(?:消息（?|报道|算[了过]?[^，。；]{0,5}账)$"
)
# 北坡镇共有30名
_HAS = pattern("^.{2,16}?{level}[共已]?有(?={figure}{unit})")
# 商会12家会员单位
_WITH_COUNT = pattern(r"[^，。；\d的]{2,16}?{number}{unit}[^，。；\d的]{0,8}?{member}")
_SIGNS = pattern("[与和同][^，。；]{2,24}{signs}")
_ABOUT = pattern("^(?:针对|对于|就)([^，。；]{2,10}?){promises}")
_FOR_OTHER = pattern("代表([^，。；]{2,20}?)(?=[向为给捐]|$)")
_PREPOSED = pattern("{preposition}")
_ACT = pattern("{count_verbs}|(?:{money_verbs}|{other_acts})(?<={han}{2})")
_SELF = pattern(
    "(?:而|则|最后|最终|报销后)*(?:(?:患者|病人|家庭|群众|农户|学生|家长)?(?:个人|自己|自付|自费)(?:只|仅|最终|实际|需|再)|患者个人|学生个人)"
)
_COVERED = pattern("报销|救助|补助|减免|承担|支付|补贴|资助|垫付")
_OBJECT = pattern("[人者方企机队团员教]|单位|{level}(?!{han})")


def subject(clauses: tuple[str, ...], leads: tuple[str | None, ...]) -> str | None:
    """The name with which the first of ``clauses`` that begins with one begins.

    ``leads`` are the names known at the beginnings of the same clauses, as far as there are.

    >>> subject(("累计", "去年青禾公司向学校"), ())
    '青禾公司'
    """
    for i, text in enumerate(clauses):
        if i and _ASIDE_CLAUSE.match(text):
            # 派出2人，其中李大山两人…；投入5万元: a clause of a part acts for itself only.
            continue
        text = (_DECIDES if i else _PROMISES).sub("", text)
        if not i and _SELF.match(text) and any(map(_COVERED.search, clauses[1:])):
            # 医保报销4万元，个人只花了3000元
            return None
        if not i and (about := _ABOUT.match(text)) and may_act(about[1]):
            return about[1]
        if not i and (caused := _CAUSED.search(text)) and (agent := leading_name(caused[1])):
            return agent
        if _SAID.search(text):
            # 教育部门通报，…发放3万元: whoever reports an amount has not paid it.
            return None
        if i and (by := _BY_WHOM.search(text)):
            return leading_name(by[1])
        lead = leads[i] if i < len(leads) else None
        name = leading_name(text)
        if lead and _SIGNS.search(text) and not text.startswith(lead):
            # 协会秘书长李大山与北坡县签署协议: they sign for their body.
            return None
        if lead:
            return lead
        if name:
            return name
        if not i and _OTHER.search(text) and not _WITH.search(text):
            # 做快递员的王小河转来: a name that is not known here acts, nobody before it.
            return None
        if (
            not i
            and not _PREPOSED.match(_LEAD.sub("", text))
            and not _acts_first(text)
            and may_act(_LEAD.sub("", text))
        ):
            # 反对政府削减3万元: the clause has its own agent, in a form that is not known here.
            return None
    return None


def _acts_first(text: str) -> bool:
    """选派教师, 资助学生: a clause without a subject; 捐赠人, 培训机构 are nouns."""
    match = _ACT.match(text)
    return match is not None and not _OBJECT.match(text, match.end())


def says(text: str) -> bool:
    """Whether a clause only tells who says what follows.

    >>> says("校长李大山介绍"), says("李大山捐款")
    (True, False)
    """
    return bool(_SAID.search(text))


def silent(text: str) -> bool:
    """Whether a clause has no subject: only a time and adverbs, or a verb at its beginning.

    >>> silent("三年来累计"), silent("资助学生12名"), silent("青禾公司累计"), silent("孩子们笑了")
    (True, True, False, False)
    """
    begin, end = subject_span(text)
    bare = text[begin:end]
    return not bare.strip("，、 ") or _acts_first(bare)


def subject_span(text: str) -> tuple[int, int]:
    """Where the words stand in a clause that may be its subject: without time, up to verb or preposition.

    >>> "去年李大山女士在南坡县".__getitem__(slice(*subject_span("去年李大山女士在南坡县")))
    '李大山女士'
    """
    bare = _LEAD.sub("", _TIME.sub("", text.lstrip('“”" ')))
    begin = len(text) - len(bare)
    cut = _SUBJECT_END.search(bare)
    return begin, begin + (cut.start() if cut else len(bare))


@lru_cache(maxsize=1024)
def leading_name(text: str) -> str | None:
    """The leading name of a clause: times and adverbs off, cut before its first verb or preposition.

    >>> leading_name("近日财政部提前"), leading_name("累计")
    ('财政部', None)
    """
    text = _LEAD.sub("", _TIME.sub("", _DATELINE.sub("", text.strip('“”"— '))))
    if text == "个人":
        return text
    if group := _CLASS.match(text):
        return group[0]
    text = _BATCH.sub("", _WHERE.sub("", text))
    if has := _HAS.match(text):
        text = text[has.end() :]
    number = NUMBERED.match(text)
    prefix, text = (number[0], text[number.end() :]) if number else ("", text)
    if cut := _SUBJECT_END.search(text):
        text = text[: cut.start()]
    if OTHERS.fullmatch(text):
        return text
    if (home := _HOME.match(text)) and (name := leading_name(text[home.end() :])):
        return home[0] + name
    if text[:1] in of_class("pronoun") and text[1:2] not in ("们", "的"):
        return text[0]
    if that := THAT.match(text):
        return that[0]
    if len(text) < 2 or _acts_first(text):
        return None
    noun, _ = items.after(text, 0, len(text), None if prefix else "人")
    noun = _GIVING.sub("", noun) if noun else None
    if noun is None or not 2 <= len(noun) <= 24 or not may_act(noun):
        return None
    if prefix and _ACT.search(noun):
        return None
    end = text.find(noun) + len(noun)
    if "“" in noun[1:] and BODY.search(front := noun[: noun.index("“")]):
        # 青禾基金会“点亮教室”项目落地: the body acts, with its project.
        return front
    if counted := _WITH_COUNT.fullmatch(text[end - len(noun) :]):
        return counted[0]
    # 民政部指定的29家平台, 甲市南坡、乙市北坡: the name is only a part of who acts.
    behind = text[end:]
    if behind[:1] in tuple("、和"):
        parts = _PARTS.split(text)
        whole = all(len(part) > 2 and BODY.search(NUMBERED.sub("", part)) for part in parts)
        return text if whole else None
    if (quoted := _QUOTED.match(behind)) and items.is_person(noun):
        # 爱心人士“一粒米”: the name that someone goes by.
        return quoted[1]
    return None if "的" in behind or (behind and behind[0] in "、和与") else prefix + noun


def stands_for(head: str) -> str | None:
    """他代表公司向学校: the body for which someone acts.

    >>> stands_for("他又代表南坡公司向学校")
    '南坡公司'
    """
    match = _FOR_OTHER.search(head)
    return match[1] if match and may_act(match[1]) else None
