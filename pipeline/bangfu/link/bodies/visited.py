"""Bodies that a text only visits: those that 我院 goes to are not where its own 院长 is."""

from __future__ import annotations

import re
from itertools import islice

from bangfu.link.phrases.chains import Pair
from bangfu.link.scene.home import goal
from bangfu.link.scene.scene import Scene

_HOSTS = re.compile(
    "[^。！？\n]{0,40}(?:欢迎|接待|感谢|陪同|迎接|迎来|致谢|谢意|该[院校]|对[^，。]{0,10}(?:到来|支持)|介绍了?[本该]?[院校])"
)
_MOST = 60
_CHIEFS = re.compile(
    "(?:党委|党总支|党支部|纪委)?副?书记|(?:常务|执行)?副?[院校]长|[院校]长助理|工会主席|.*(?:主任|处长|科长)"
)


def only_visited(scene: Scene, pair: Pair, body: str) -> bool:
    """Whether a body carried to a head's post is only visited, by 我院 before.

    Where the clause tells how guests are received, the post is of the body visited.
    """
    unit, clean = pair.unit, scene.clean
    if unit.start >= pair.person.start or not _CHIEFS.fullmatch(unit.title.value.title):
        return False
    if scene.speaker is not None or _HOSTS.match(clean, pair.person.end):
        return False
    told = [m for m in islice(scene.told_before(unit.start), _MOST) if m.text == body]
    return bool(told) and goal(clean, told[-1])
