"""Bodies that a text only visits: those that 我院 goes to are not where its own 院长 is."""

from __future__ import annotations

import re
from itertools import islice

from bangfu.article import Mention
from bangfu.link.phrases.chains import Pair
from bangfu.link.scene.scene import Scene

_GOES = re.compile(
    "[我本][院校会][^。！？\n]{0,30}(?:抵达|奔?赴|前往|来到|到达?|走进|进驻|(?:对口)?(?:支援|帮扶|援助))$"
)
"""What 我院 does before the name of a body that it goes to."""
_HOSTS = re.compile(
    "[^。！？\n]{0,40}(?:欢迎|接待|感谢|陪同|迎接|迎来|致谢|谢意|该[院校]|对[^，。]{0,10}(?:到来|支持)|介绍了?[本该]?[院校])"
)
_TRAVELS = re.compile(
    "(?:等)?(?:一行|率队|带队|率[^，。；\n]{0,8}|亲自|专程|再次|[和与][^，。；\n]{0,10}){0,3}(?:奔赴|赴|前往|抵达)"
    "((?:[一-鿿]{2,4}省)?[一-鿿]{1,4}[县市区旗州])(?![一-鿿]{1,4}[镇乡村县区])"
)
_REACH, _MOST = 44, 60
_CHIEFS = re.compile(
    "(?:党委|党总支|党支部|纪委)?副?书记|(?:常务|执行)?副?[院校]长|[院校]长助理|工会主席|.*(?:主任|处长|科长)"
)


def goal(clean: str, m: Mention) -> bool:
    """Whether a body is one that 我院 goes to."""
    return _GOES.search(clean, max(0, m.start - _REACH), m.start) is not None


def travels_to(scene: Scene, pair: Pair, place: str) -> bool:
    """Whether somebody is said to travel to a place, which is then not his own: 甲率队赴|青河县."""
    for person in scene.mentions_of.get(pair.person.value, ()):
        travels = _TRAVELS.match(scene.clean, person.end)
        if travels is not None and travels.group(1).endswith(place):
            return True
    return False


def only_visited(scene: Scene, pair: Pair, body: str) -> bool:
    """Whether a body carried to a head's post is only visited: by 我院 before, or by the person behind.

    Where the clause tells how guests are received, the post is of the body visited.
    """
    unit, clean = pair.unit, scene.clean
    if unit.start >= pair.person.start or not _CHIEFS.fullmatch(unit.title.value.title):
        return False
    travels = _TRAVELS.match(clean, pair.person.end)
    if travels is not None and body.startswith(travels.group(1)) and len(body) > len(travels.group(1)):
        return True
    if scene.speaker is not None or _HOSTS.match(clean, pair.person.end):
        return False
    told = [m for m in islice(scene.told_before(unit.start), _MOST) if m.text == body]
    return bool(told) and goal(clean, told[-1])
