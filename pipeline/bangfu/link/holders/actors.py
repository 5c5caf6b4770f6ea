"""Who takes the post that a verb gives: the person named last before it, or the one its pronoun means."""

from __future__ import annotations

import re

from bangfu import dictionary
from bangfu.article import Mention
from bangfu.lexicon import words
from bangfu.link.holders.lives import life, opens_line
from bangfu.link.scene.scene import Scene
from bangfu.link.scene.story import in_passing, this_person

_BYLINE = re.compile("(?:记者|通讯员|实习生|编辑|供稿|摄影)[^，。；！？\n]{0,24}$")
_BYLINE_ENDS, _BYLINE_REACH = re.compile("[\n）)]"), 30
_HE = re.compile("[他她]")
_OBJECT = re.compile(
    "(?:接替(?:同事|战友|同学|老乡|师父|师傅|前任)?|接过|代替|跟随|师从|拜师|跟[了过着]|找到(?:我们|我)?|拜|[像向对跟被]|(?<!接)受|[领带陪]着(?:妻子|丈夫|爱人|儿子|女儿|母亲|父亲|徒弟|老伴))$"
)
"""Words before a person who is not the subject of what follows."""
_BESIDE = re.compile("手[中里]|那[里儿]|(?:的?(?:陪同|带领|见证|指导|邀请|推荐|介绍|鼓励|感召))下?[，,下]")
"""Words behind such a person."""
_HEADING = re.compile("[。！？”]\n([^，。！？；：\n]{2,14})\n")
"""A line between paragraphs that opens another part of a story."""
_NOW = re.compile("现为|现任|曾任|历任|先后任|现担任|现挂职")
"""Verbs of a line about one person: 甲，…生，某校教师。2022年入选…，现任…"""
_LABEL = 6  # characters of a label before the name with which a sentence begins
_STRONG_END = re.compile(r"[。！？\n]")
_FAR = 60  # characters between a person and the verb that gives a post
_FURTHER = 160  # where a pronoun stands for the person of the sentence before
_SHORT = 14  # characters before a verb without a subject of its own


def _ends_unread(heading: str) -> bool:
    """Whether a heading ends with what may be a name: characters of which no word is made.

    >>> _ends_unread("“管得宽”管彤"), _ends_unread("扎根高原")
    (True, False)
    """
    tail = ""
    for word, tag in reversed(list(dictionary.tag(heading))):
        if len(word) > 1 and tag != "nr":
            break
        tail = word + tail
    return any(tail[-length] in words("surnames") for length in (2, 3) if len(tail) >= length)


def subject(scene: Scene, verb: int) -> Mention | None:
    """The person named last before a verb in its sentence, or the one that its pronoun stands for."""
    if (pointed := this_person(scene, verb)) is not None:
        return pointed
    person = scene.person_before(verb)
    clean = scene.clean
    while person is not None and (
        (
            (person.end != verb or clean[person.start - 1] not in "向对")
            and _OBJECT.search(clean, max(0, person.start - 4), person.start)
        )
        or _BESIDE.match(clean, person.end)
        or in_passing(scene, person, verb)
    ):
        person = scene.person_before(person.start)
    if person is not None and clean[person.end : person.end + 1] == "的":
        earlier = scene.person_before(person.start)
        if earlier is not None and not _STRONG_END.search(clean, earlier.end, person.start):
            person = earlier
    if person is None:
        return None
    between = clean[person.end : verb]
    if (heading := _HEADING.search(between)) is not None and _ends_unread(heading.group(1)):
        return None  # …甲说。⏎“热心肠”乙⏎她是…, whom nothing has read
    if _BYLINE_ENDS.search(between) and _BYLINE.search(
        clean, max(0, person.start - _BYLINE_REACH), person.start
    ):
        return None  # 记者 甲⏎2022年，…担任副校长
    begin = scene.sentence_start(verb)
    if not _STRONG_END.search(between):
        opens = person.start - begin <= _LABEL
        return person if len(between) <= (_FURTHER if opens else _FAR) else None
    if _NOW.match(clean, verb) and len(between) <= _FURTHER and opens_line(clean, person.start, verb):
        return person
    if life(scene, verb) is not None or (_NOW.match(clean, begin) and len(between) <= _FURTHER):
        return person  # 甲，…生，某校教师。曾任…，挂职…
    spoken = clean[begin:verb]
    if len(between) <= _FURTHER and (_HE.search(spoken) or len(spoken) <= _SHORT):
        return person
    return None
