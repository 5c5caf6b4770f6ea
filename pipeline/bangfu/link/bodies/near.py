"""What stands right before a title phrase: who sent someone, a clause, a unit, a noun that nobody read."""

from __future__ import annotations

import re

from bangfu.article import Mention
from bangfu.link.scene.scene import Scene

_SENT_INTO = re.compile(
    "(?:选派|派|派驻|派往|派到|派至|派赴|选派到|选派至|派去|支援|对口支援|援助|帮扶|下派到)$"
)
_CLAUSE = re.compile("[一-鿿]{1,6}的")
_SENDS = re.compile(
    "(?:还|先后|已|又|共|再)?(?:选派|派出|派遣|委派|抽调|安排|推荐|派来|派|来)了?(?:的|本院|该院|本校)?(?:一[位名个])?|[则也还]?由"
)


def dispatched(scene: Scene, held: Mention) -> Mention | None:
    """Who has sent a professional to a body: 某医院|派驻某县医院的|医生."""
    clean = scene.clean
    if clean[held.end : held.end + 1] != "的":
        return None
    verb = _SENT_INTO.search(clean, max(0, held.start - 6), held.start)
    return scene.institutions_to.get(verb.start()) if verb is not None else None


def of_clause(scene: Scene, at: int) -> Mention | None:
    """The institution of a clause before a title: 从某院来的医生, 在某校教语文的老师."""
    m = scene.last_before(at)
    if m is None:
        return None
    return m if not m.value.generic and _CLAUSE.fullmatch(scene.clean, m.end, at) else None


def sent_by(scene: Scene, at: int) -> str | None:
    """The institution that the verb right before a phrase has sent from: 某医院选派骨科医师甲."""
    m = scene.last_before(at)
    if m is None:
        return None
    verb = _SENDS.fullmatch(scene.clean, m.end, at)
    return m.text if verb and not m.value.generic else None
