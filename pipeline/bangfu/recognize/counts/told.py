"""What a number counts where it was told before: the rest of some, the same number, a list of a place."""

from __future__ import annotations

import re

from bangfu.recognize.counts.place import Place
from bangfu.recognize.items import front as items_front
from bangfu.recognize.items import phrases as items_phrases
from bangfu.recognize.items.words import OF_PEOPLE

_REST = re.compile("(?:其余|剩下|剩余|余下|另外|其他|其它|还剩)的?(?:那|这)?$")
_DWELL = frozenset(("户", "人", "口"))
_GAP = re.compile("[、，]?(?:共计?|约)?")
_HOME = re.compile("(?:[村县镇乡州市区旗屯寨]|社区|街道|小组|林场|牧场|安置点)$")
_TOPIC = re.compile(
    r"(?:目前|如今|现在|其中)?，?(?![在从到向对给由截])([^，。；：、\s\d“”（）的]{1,10}?(?:[村县镇乡旗屯寨]|社区|街道))"
    r"(?=[，\d有共辖现位地是全总下]|[两三四五六七八九十][^，。；])"
)
_APART = re.compile("[，；](?:全[村乡镇县])?(?:共计?|现|总共)?有?$")
_WHEN = re.compile("^(?:[他她]说|据说|当时|目前|如今|现在|此时|去年)")
_LIKE = re.compile(
    r"像(?:这样|[^，。；]{1,10}(?:这样|那样|一样))[^，。；]{0,24}?的([^，。；、的]{2,20})，[^，。；]{0,20}?"
    "(?:[建办开修有栽种拍写做养育带]成?|打造|创建|培育|建设|举办|实施|开展|带出|培养|教出)了?$"
)
_BATCH = re.compile(
    "第[一二三四五六七八九十0-9]{1,2}(批|拨|组|队|期|轮|班|路)(?:、第[^，。、]{1,3})*(?:一?共|有|是|来了?|去了?|到了?)*$"
)
_BATCH_LAST = frozenset("批拨组队期届轮班路共有是了已经就只")
_NEW = re.compile(
    "(?:[首头]一?|第[一二三四五六七八九十0-9]{1,2}|新一)(?:批|期|届)(?:、第[^，。、]{1,3})*(?:一?共|已经?|有|就|只|来了?|去了?|到了?)*$"
)
_FAR = 200
_NEAR = 60
_UNITS = frozenset(("个", "家", "所", "名", "位", "座", "套", "间", "条", "辆", "片"))


def rest(where: Place) -> str | None:
    """What is left of those counted before: 培训医生20名，其余8名……"""
    if not _REST.search(where.clean, max(where.first, where.start - 6), where.start):
        return None
    more = (row for row in reversed(where.rows[-12:]) if row.unit == where.unit and row.value > where.value)
    return next((row.item for row in more if row.item), None)


def just_before(where: Place) -> list[str]:
    """The items of the same unit in the sentence before: 32个学生来实习。跑了6个。劝回4个。"""
    if where.unit not in _UNITS:
        return []
    return [
        row.item
        for row in where.rows[-4:]
        if row.unit == where.unit
        and row.item
        and where.start - row.end < _NEAR
        and where.clean.find("\n", row.end, where.start) < 0
        and not items_phrases.only_verb(row.item)
    ]


def home(where: Place) -> str | None:
    """The place whose households and people are counted: 南坡村5个屯、312户、1408人."""
    if where.unit not in _DWELL:
        return None
    clean, at = where.clean, _chain(where)
    front = items_front.before(clean, where.first, at)
    if front:
        front = _WHEN.sub("", front)
        return front if _HOME.search(front) else None
    if at - where.first > 80 or not _APART.search(clean, where.first, at):
        return None
    topic = _TOPIC.match(where.clean, where.first)
    return topic[1] if topic else None


def _chain(where: Place) -> int:
    """Where the list begins in which this count stands: 5个屯、312户、1408人."""
    start = where.start
    for row in reversed(where.earlier()):
        between = where.clean[row.end : start]
        own = row.item if row.item and between.startswith(row.item) else ""
        if len(between) > 12 or not _GAP.fullmatch(between[len(own) :]):
            break
        start = row.start
    return start


def household(where: Place) -> str | None:
    """612户2874人: the people are those of the households."""
    last = where.rows[-1] if where.rows else None
    if where.unit not in ("人", "名") or last is None or last.unit != "户" or last.start < where.first:
        return None
    return last.item if _GAP.fullmatch(where.clean, last.end, where.start) else None


def like_these(where: Place) -> str | None:
    """像这样的车间，全县建成了20个: what is alike was named before its clause."""
    sign = where.clean.rfind("像", max(where.first, where.start - _FAR), where.start)
    match = _LIKE.match(where.clean[sign : where.start]) if sign >= 0 else None
    return match[1] if match else None


def of_batch(where: Place) -> str | None:
    """医生分三批出发。第一批5人, 第二批、第三批共13人: those of a batch are whom the batches hold."""
    low = max(where.first, where.start - 16)
    if where.unit not in OF_PEOPLE or where.clean[where.start - 1] not in _BATCH_LAST:
        return None
    batch = _BATCH.search(where.clean, low, where.start)
    told = batch and next(
        (row.item for row in reversed(where.rows[-12:]) if row.unit == batch[1] and row.item),
        None,
    )
    if told or not _NEW.search(where.clean, low, where.start):
        return told
    return items_front.people_before(where.clean, where.first, where.start)
