"""Numbers of a company of people of whom some are named: 校长某某一行5人, 某某、某某等共60人参加仪式."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.lexicon import words
from bangfu.recognize.counts.place import Place
from bangfu.recognize.items import behind as items
from bangfu.recognize.items import words as items_words
from bangfu.recognize.items.end import noun_at_end

_FAR = 90
_TEAM = re.compile("(?:[团队组班]|队伍|人员|(?<!银)行)$")
_LED = re.compile("^.*(?:率领|带领|[率的])(?=.{2})")
_ALL = re.compile("(?:共计?|等|总共|一共|合计)$")
_COME = re.compile(
    "(?:[到前][^，。；、]{1,6})?(?:参加|出席|参与|到场|在场|见证|送行|陪同|观摩|列席|迎接|参观|助阵|观礼|与会|聆听)"
)
_JOINED = re.compile(
    "(?:以及|，及)(?!相关)([^，。；：\\d]{2,20}?)(?:一?共|共计|总共)?(?:约|近)?$|及([^，。；：\\d]{2,16})(?<!等)$"
)
_SENT = re.compile(
    "(?:组织|选派|安排|选送|派遣|派出|派|接收|邀请|带领|推荐|选拔|输送|资助|选调|抽调|协调)了?([^，。；：、\\d]{2,14}?)"
    "(?:赴|到|去|前往|来)[^，。；：、\\d的]{1,16}$"
    "|(?:指导|辅导)了?([^，。；：、\\d]{2,14}?)在[^，。；：、\\d]{2,20}获[^，。；：、\\d的]{1,8}$"
    "|(?:^|[，。；：\\n])([^，。；：\\d]{2,14}?)(?:赴|外派到|前往|来)[^，。；：、\\d的]{1,16}$"
)


_GROUP = (
    "教师|老师|医生|医师|护士|队员|团员|校友|志愿者|学生|同学|新生|毕业生|大学生|研究生|学员|专家|干部|教授|村民|居民|党员"
    "|职工|员工|会员|代表|侨领|侨胞|乡贤|企业家|患者|病人|孩子|儿童|老人|牧民|工人|带头人|骨干|能手|人才|人员"
)


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    """A title with a name behind it, in a list."""
    surnames = "|".join(sorted(words("surnames") | words("compound_surnames"), key=lambda w: (-len(w), w)))
    return re.compile(
        f"(?:长|主任|书记|主席|委员|教授|老师|理事|董事|女士|先生|医师|院士|经理|总监)(?:{surnames})[一-鿿]{{1,2}}"
        "(?=[、，和与及]|以及|等)"
    )


@lru_cache(maxsize=1)
def _members() -> re.Pattern[str]:
    """People of one kind of whom some are named: 语文教师某某、某某等."""
    surnames = "|".join(sorted(words("surnames") | words("compound_surnames"), key=lambda w: (-len(w), w)))
    name = f"(?!{_GROUP}|等)(?:(?:{surnames})[一-鿿]{{1,2}}|[一-鿿]{{1,6}}·[一-鿿]{{1,6}})"
    return re.compile(f"(?:{_GROUP})(?={name}(?:、{name})*(?:等(?:一?共|共计)?)$)")


def group(where: Place) -> str | None:
    """Those of one kind of whom some are named right before the number: 支教队员某某、某某等20人.

    >>> from decimal import Decimal
    >>> from bangfu.recognize.counts.place import place
    >>> text = "随队的有队员白大山、云小川等11人。"
    >>> group(place(text, (0, len(text)), (14, 17), "人", Decimal(11), []))
    '队员'
    """
    clean = where.clean
    if where.unit not in ("人", "名", "位") or not _ALL.search(
        clean, max(where.first, where.start - 3), where.start
    ):
        return None
    low = max(where.begin, where.start - 40)
    clause = items_words.END.split(clean[low : where.start])[-1]
    found = _members().search(clause)
    return noun_at_end(clause[: found.end()].rpartition("、")[2]) if found else None


def company(front: str | None) -> str | None:
    """What a company is called in front of its number: 专家组一行, or no more than 一行 behind names.

    >>> company("专家组"), company("秘书长云小川")
    ('专家组', '一行')
    """
    front = front and _LED.sub("", front)
    if not front or "、" in front or not (_TEAM.search(front) or items.is_person(front)):
        return "一行"
    return "一行" if items_words.tag(front)[-1][1] == "nr" else front


def present(where: Place) -> str | None:
    """What those do of whom some are named in front: 局长某某，校长某某等30余人|出席.

    >>> from decimal import Decimal
    >>> from bangfu.recognize.counts.place import place
    >>> text = "局长白大山、校长云小川及学生家长共60余人参加了仪式。"
    >>> present(place(text, (0, len(text)), (17, 21), "人", Decimal(60), []))
    '参加仪式'
    """
    clean, low = where.clean, max(where.first, where.start - _FAR)
    if where.unit not in ("人", "名", "位") or not _COME.match(clean, where.end):
        return None
    if not _named().search(clean, max(low, where.begin), where.start):
        return None
    joined = _JOINED.search(clean, max(low, where.begin), where.start)
    people = joined and (joined[1] or joined[2])
    if people and items.is_person(people) and not _named().search(people + "、"):
        return noun_at_end(people) or people
    if not _ALL.search(clean, max(low, where.start - 2), where.start):
        clause = items_words.END.split(clean[low : where.start])[-1]
        last = clause.rpartition("、")[2]
        if not _named().search(clause) or (
            len(last) > 2 and items.is_person(last) and not _named().search(last + "、")
        ):
            return None  # 支教教师40余人参加: who they are stands right before
    act = items.strong_after(clean, where.end, where.last)
    return act and act.replace("了", "", 1)


def sent(where: Place) -> str | None:
    """Those who are sent where a number says how often: 组织当地教师赴外地跟岗300人次.

    >>> from decimal import Decimal
    >>> from bangfu.recognize.counts.place import place
    >>> text = "组织当地教师赴外地跟岗300人次"
    >>> sent(place(text, (0, len(text)), (11, 16), "人次", Decimal(300), []))
    '当地教师'
    """
    if (
        where.unit not in ("人", "人次", "名", "批次", "批")
        or where.noun
        or where.clean[where.start - 1] == "的"
    ):
        return None
    match = _SENT.search(where.clean, max(where.begin, where.start - 40), where.start)
    noun = noun_at_end(match[1] or match[2] or match[3]) if match else None
    return noun if noun and items.is_person(noun) else None
