"""What a sentence tells of the body of a new post: that it was founded, or sent for, or called someone."""

from __future__ import annotations

import re
from itertools import islice

from bangfu.link.scene.scene import Scene

_FOUNDED = re.compile(
    "(?:共建|成立|设立|组建|创办|创立|筹建|揭牌|新建|开设)(?:了|起)?(?:一[家所个支])?[“‘]?$"
)
_FOUNDED_QUOTED = re.compile(
    "(?:共建|成立|设立|组建|创办|创立|筹建|新建|开设|开办)(?:了|起)?(?:一[家所个支])?"
    "“([^“”，。]{2,20}(?:门诊|中心|室|站|所|院|基地|队|班|学校|学堂|课堂|社|会|店|坊|园))”"
)
_IS_FOUNDED = re.compile(
    r"于?(?:同日|同期|当[天日]|今[天日]|昨[天日]|近日|随即|随后|[\d年月日]{2,11})?(?:也|在会上|在现场|会上|现场)?"
    r"(?:正式|宣告|宣布){0,2}(?:揭牌|挂牌)?(?:成立|组建|设立|揭牌|挂牌|换届)"
    r"(?!以来|至今|之初|之前|前|于|[已近]?[\d一二三四五六七八九十百]{1,3}多?余?周?年|周年)"
)
_ENTERS = re.compile(
    "(?:进驻|入驻|派驻|派往|派到|派至|派赴|调往|调至|调赴|赴|前往|来到|抵达|进入|走进|到|托管|接管|支援|帮扶|援助|下派|借调到?|调到|返回|回到|重回|调回|调入|分到|分配到)了?$"
)
_BOARD = re.compile("(?:会长|理事长|监事长|秘书长|理事|监事|主席|顾问|会员|总干事)$")
_ELECTS = re.compile("选举|当选|推选|换届|选出")
_MEETING = re.compile(
    "(?:(?:暨)?第[一二三四五六七八九十\\d]{1,3}[届次].{0,6})?(?:成立|换届|会员(?:代表)?|理事会).{0,6}(?:大会|会议|仪式)"
    "|(?:正式|宣告)?(?:成立|换届)[，。]"
)
_FAR, _ENTERED_FAR = 300, 160
_ELECTED_FAR = 400
_MOST = 12  # institutions asked before a post


def founded(scene: Scene, at: int) -> str | None:
    """The body whose founding the sentence tells: 共建“某门诊”，由甲担任主任."""
    begin = max(scene.sentence_start(at), at - _FAR)
    quoted = _FOUNDED_QUOTED.search(scene.clean, begin, at)
    if quoted is not None:
        return quoted.group(1)
    for m in scene.told_before(at, begin):
        if _FOUNDED.search(scene.clean, max(0, m.start - 8), m.start):
            return m.text.strip("“”")
        if _IS_FOUNDED.match(scene.clean, m.end):
            return m.text
    return None


def elected(scene: Scene, at: int, title: str) -> str | None:
    """The body whose meeting elects a board: 某会成立大会…甲当选会长，乙任秘书长；聘请丙为名誉会长."""
    clean = scene.clean
    if not _BOARD.search(title):
        return None
    low = max(clean.rfind("\n", 0, at) + 1, at - _ELECTED_FAR)
    if not _ELECTS.search(clean, low, at):
        return None
    for m in scene.told_before(at, low):
        if not m.value.generic and _MEETING.match(clean, m.end):
            return m.text
    return None


def entered(scene: Scene, at: int, kinds: tuple[str, ...]) -> str | None:
    """The body into which the text has just sent people who now get posts: 进驻某校。甲任校长，乙任处长."""
    clean = scene.clean
    for m in islice(scene.told_before(at), _MOST):
        if at - m.end > _ENTERED_FAR or "\n" in clean[m.end : at]:
            return None
        if not m.value.generic and _ENTERS.search(clean, max(0, m.start - 4), m.start):
            if not kinds or m.value.kind in kinds:
                return m.text
        elif scene.sentence_start(m.start) == m.start and m.end not in scene.phrase_borders:
            return None
    return None
