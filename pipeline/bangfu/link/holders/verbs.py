"""Titles that a verb gives to the person named behind them: 担任某校校长的甲."""

from __future__ import annotations

import re

from bangfu.article import Mention
from bangfu.link.holders.named import OURS
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.phrases.post_verbs import post_verbs
from bangfu.link.scene.scene import Scene

_WITH = re.compile("(?:[、和与及]|以及)[^，。；、]{0,6}")
_OF = re.compile("(?:多年|期间|[\\d一二三四五六七八九十两]{1,3}多?年(?:之久)?)?的")
_FAR = 60  # characters between a body and the verb that gives a post


def relative(scene: Scene, chain: Chain) -> list[Pair]:
    """担任某校校长的甲."""
    clean = scene.clean
    of = _OF.match(clean, chain[-1].end)
    if of is None:
        return []
    behind = of.end()
    person = scene.people_at.get(behind) or scene.titled_at(behind)
    if person is None and (ours := OURS.match(clean, behind)) is not None:
        person = scene.titled_at(ours.end())  # 挂任某医院主任的我院医生甲
    if person is None:
        return []
    low, start = max(0, chain[0].start - 14), chain[0].start
    becomes, leaves, being = post_verbs()
    patterns = (becomes.near, becomes.far, leaves.near, leaves.far, being.near)
    verb = next((hit for p in patterns if (hit := p.search(clean, low, start)) is not None), None)
    if verb is not None:
        chain = several(scene, chain, max(scene.sentence_start(start), start - _FAR), verb.start())
    posts = len(chain) > 1 and any(unit.held for unit in chain)
    if verb or posts or chain[-1].title.value.reach < chain[-1].title.start:
        return held(chain, [person], "role:relative")
    return []


def several(scene: Scene, chain: Chain, low: int, high: int) -> Chain:
    """在甲公司和乙公司都担任董事长: one phrase an institution."""
    if not chain[0].alone:
        return chain
    bodies: list[Mention] = []
    for m in reversed([m for m in scene.institutions if low <= m.start and m.end <= high]):
        if bodies and not _WITH.fullmatch(scene.clean, m.end, bodies[0].start):
            break
        bodies.insert(0, m)
    if not bodies or high - bodies[-1].end > 8 or scene.clean[bodies[0].start - 1] not in "在于到去入":
        return chain
    return tuple(u._replace(held=m) for m in bodies for u in chain)
