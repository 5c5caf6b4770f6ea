"""Who takes the post that a verb gives: the person named last before it, or the one its pronoun means."""

from __future__ import annotations

import re

from bangfu.article import Mention
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
_NOW = re.compile("现为|现任|曾任|历任|先后任|现担任|现挂职")
"""Verbs of a line about one person: 甲，…生，某校教师。2022年入选…，现任…"""
_LINE_HEAD = re.compile("(?:^|\n)[^，。！？；\n]{0,10}$")
_BORN = re.compile(
    "(?:[（(][^（()）\n]{1,12}[）)])?[，,：:、 \u3000]{1,3}"
    "(?:[男女](?![\u4e00-\u9fff])|(?:[^，,。；\n]{1,8}[，,]){0,2}(?:生于)?\\d{4}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:出?生|，))"
)
"""Behind the name with which a line of a life begins: 甲|，男，1968年7月生."""
_NEVER = re.compile(
    "(?:没有?|从未|未曾|不曾|从没|从来没有?|并未|差[一点]?点儿?|险些|也许|或许|兴许|本可以?|本来可以|本应|本该"
    "|原可以?|原本可以|有望|有可能|有机会|很可能)(?:再|真正|正式|早就|早已|就|会|能|已经?|留|去|回去|回来|选择|接着)*$"
)
"""Before a verb that tells what has not happened: 从未|当过, 本可以留|任."""
_PLANS = re.compile(
    "(?:打算|准备|计划|考虑|希望|许诺|承诺|答应|劝说?|动员)(?:[^。！？；\\n]{0,10}(?:让|请|调|派|把|安排|提拔|推荐))?$"
)
"""Before a person to whom a post is only meant to be given: 打算让|甲|当副局长."""
_LABEL = 6  # characters of a label before the name with which a sentence begins
_STRONG_END = re.compile(r"[。！？\n]")
_FAR = 60  # characters between a person and the verb that gives a post
_FURTHER = 160  # where a pronoun stands for the person of the sentence before
_LONGEST_LIFE = 500
_SHORT = 14  # characters before a verb without a subject of its own


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
            person = earlier  # 甲拉着乙的手…，现在她是…
    if person is None:
        return None
    between = clean[person.end : verb]
    if _BYLINE_ENDS.search(between) and _BYLINE.search(
        clean, max(0, person.start - _BYLINE_REACH), person.start
    ):
        return None  # 记者 甲⏎2022年，…担任副校长
    begin = scene.sentence_start(verb)
    if not _STRONG_END.search(between):
        opens = person.start - begin <= _LABEL
        return person if len(between) <= (_FURTHER if opens else _FAR) else None
    if _of_life(scene, person, verb):
        return person
    spoken = clean[begin:verb]
    if len(between) <= _FURTHER and (_HE.search(spoken) or len(spoken) <= _SHORT or _NOW.match(clean, begin)):
        return person
    return None


def _of_life(scene: Scene, person: Mention, verb: int) -> bool:
    """Whether a line tells one life, with whose name it begins: 甲，男，1968年7月生。2015年…任副院长."""
    clean = scene.clean
    if "\n" in clean[person.end : verb] or verb - person.end > _LONGEST_LIFE:
        return False
    opens = _LINE_HEAD.search(clean, max(0, person.start - 12), person.start)
    return opens is not None and bool(_BORN.match(clean, person.end) or _NOW.match(clean, verb))


def never_told(clean: str, person: Mention, verb: int) -> bool:
    """Whether a verb tells only what has not happened to somebody, or what is meant to."""
    between = clean[person.end : verb] if person.end <= verb else ""
    if _NEVER.search(between[-8:]):
        return True
    return len(between) < 8 and bool(_PLANS.search(clean, max(0, person.start - 18), person.start))
