"""Lines that tell one life: 甲，男，1968年7月生，某院医师。2015年赴某县医院援藏，任副院长。"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from bangfu.article import Mention

if TYPE_CHECKING:
    from bangfu.link.scene.scene import Scene

_LABEL = re.compile(
    "(?:[（(]?[\\d一二三四五六七八九十]{1,3}[）)．.、][ \u3000]?)?(?:[\u4e00-\u9fff]{2,5}[：:])?[ \u3000]*"
)
_LIFE = re.compile(
    "(?:[（(][^（()）\n]{1,12}[）)])?[，,：:、 \u3000]{1,3}"
    "(?:[男女](?![\u4e00-\u9fff])|(?:[^，,。；\n]{1,8}[，,]){0,2}(?:生于)?\\d{4}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:出?生|，))"
)
_LONGEST = 500
_LABEL_REACH = 14
_HEAD = 10
_LINE_HEAD = re.compile("[^，。！？；：]{0,8}$")


def life(scene: Scene, at: int) -> Mention | None:
    """The person whose life the line tells that holds an offset, if nobody else is named before it."""
    clean = scene.clean
    begin = clean.rfind("\n", max(0, at - _LONGEST), at) + 1
    if not begin and at > _LONGEST:
        return None
    index = bisect_left(scene.people_starts, begin)
    if index == len(scene.people):
        return None
    person = scene.people[index]
    if person.end > at or person.start - begin > _LABEL_REACH or _named_between(scene, person, at):
        return None
    if not _LABEL.fullmatch(clean, begin, person.start) or not _LIFE.match(clean, person.end):
        return None
    return person


def _named_between(scene: Scene, person: Mention, at: int) -> bool:
    last = scene.person_before(at)
    return last is not None and last.value != person.value


def opens_line(clean: str, start: int, verb: int) -> bool:
    """Whether a name opens the line of a verb that begins its clause."""
    line = max(clean.rfind("\n", max(0, start - _HEAD), start) + 1, start - _HEAD, 0)
    clause = clean[verb - 1 : verb] in "，。；,"
    return clause and "\n" not in clean[start:verb] and bool(_LINE_HEAD.fullmatch(clean, line, start))
