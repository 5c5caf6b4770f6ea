"""What stands right before a title phrase: who sent someone there, a clause, a body that nothing has read."""

from __future__ import annotations

import re

from bangfu.article import Mention
from bangfu.link.role_scene import Scene

_SENT_INTO = re.compile(
    "(?:选派|派|派驻|派往|派到|派至|派赴|选派到|选派至|派去|支援|对口支援|援助|帮扶|下派到)$"
)
_CLAUSE = re.compile("[一-鿿]{1,6}的")


def dispatched(scene: Scene, held: Mention) -> Mention | None:
    """Who has sent a professional to a body: 某医院|派驻某县医院的|医生."""
    clean = scene.clean
    if clean[held.end : held.end + 1] != "的":
        return None
    verb = _SENT_INTO.search(clean, max(0, held.start - 6), held.start)
    return scene.institutions_to.get(verb.start()) if verb is not None else None


def clause(scene: Scene, at: int) -> Mention | None:
    """The institution of a clause before a title: 从某院来的医生, 在某校教语文的老师."""
    m = scene.last_before(at)
    if m is None:
        return None
    return m if not m.value.generic and _CLAUSE.fullmatch(scene.clean, m.end, at) else None
