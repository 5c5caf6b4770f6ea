"""Delegates called by where they come from: 来自青河的周文海代表."""

from __future__ import annotations

import re

from bangfu.article import Mention
from bangfu.link.role_pair import Pair
from bangfu.link.role_scene import Scene
from bangfu.link.role_units import Unit
from bangfu.recognize.titles import Title

_FROM = re.compile("来自([\u4e00-\u9fff]{2,14})的$")
_TITLE = re.compile("(?:代表|委员|评委)(?![\u4e00-\u9fff]{0,3}(?:团|队|会|处|作|们|着|大家|全体|我|他|她))")
_LONGEST = 18


def delegates(scene: Scene) -> list[Pair]:
    """Each person between 来自… and 代表 or 委员, with the body from which the person comes."""
    clean = scene.clean
    if "来自" not in clean:
        return []
    told: list[Pair] = []
    for person in scene.people:
        title = _TITLE.match(clean, person.end)
        body = (
            _FROM.search(clean, max(0, person.start - _LONGEST), person.start) if title is not None else None
        )
        if title is None or body is None or person.end in scene.phrase_ends:
            continue
        value = Title(title.group(), "post", None, title.start())
        mention = Mention(title.start(), title.end(), title.group(), "title", "title:delegate", 1.0, value)
        told.append(Pair(person, Unit(mention, body.start(1), body=body.group(1)), "role:delegate"))
    return told
