"""Heads of a body that is told before, and where they came from: 校长甲来自某大学."""

from __future__ import annotations

import re
from itertools import islice

from bangfu.article import Mention
from bangfu.link.role_pair import Pair
from bangfu.link.role_passing import bracketed
from bangfu.link.role_scene import Scene

_HEAD = re.compile("(?:党委|党总支|党支部|总支)?副?书记|(?:常务|执行|第一)?副?[校园]长|教[务导]主任")
_KINDS = ("school", "university")
_FAR = 500
_MOST = 40


def led_here(scene: Scene, pair: Pair, home: Mention, known: dict[str, str]) -> str | None:
    """The school whose head someone is who is said to come from another one, ``home``.

    Only where the text has told a school that receives, before a post without a body, and ``home`` sends.
    """
    unit, clean = pair.unit, scene.clean
    if pair.rule != "role:title_name" or not _HEAD.fullmatch(unit.title.value.title):
        return None
    if home.start < pair.person.end or home.value.kind not in _KINDS or known.get(home.value.name) != "from":
        return None
    own: dict[str, str] = {}
    for m in islice(scene.told_before(unit.start, unit.start - _FAR), _MOST):
        receives = known.get(m.value.name) == "to" and m.value.kind in _KINDS and not m.value.generic
        if receives and not bracketed(clean, m):
            own.setdefault(m.value.name, m.text)
    return next(iter(own.values())) if len(own) == 1 else None
