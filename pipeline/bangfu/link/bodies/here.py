"""The body of a post that words before it put here: 在这里是|院长, 到了这边当|副院长."""

from __future__ import annotations

import re
from itertools import islice

from bangfu.link.bodies.kinds import HOSTS, kinds_of
from bangfu.link.bodies.passing import passing
from bangfu.link.phrases.phrase import Unit
from bangfu.link.scene.scene import Scene
from bangfu.link.scene.story import clause_start

_HERE = re.compile(
    "(?:[在到回]了?|来到了?)(?:这里|这边|这儿|此地|当地|这座?[一-鿿]{0,3}[城县山]|高原上?)[^，。；：]{0,6}$"
)
"""Before a post that is where the text plays: 在这里是|院长, 到了这边当|副院长."""
_CAME_HERE = re.compile(
    "(?:来到了?|到了?|回到了?)(?:这里|这边|这儿|此地|这座?[一-鿿]{0,3}[城县山校院])[^，。；：]{0,6}[，,][^，。；：]{0,8}$"
)
"""The same with a comma between: 来到这里，出任|校长."""
_AWAY = re.compile("在(?:老家|家乡|内地|后方|原单位|原来的?单位)(?:时|的时候)?[^，。；：]{0,6}$")
"""Before a post that is somewhere else, of a body that is not told: 在老家是|医生."""
_MOST = 80  # institutions asked


def placed_here(scene: Scene, unit: Unit, own: tuple[str, ...]) -> tuple[str | None, bool]:
    """The body of a post that is held here, and whether words before the post tell that, or that it is not.

    It is the only body of its kind told so far that is not the person's own and does not send.
    """
    clean, at = scene.clean, unit.title.value.reach
    if unit.title.value.kind == "place":
        return None, False
    begin = clause_start(clean, at)
    if _AWAY.search(clean, begin, at):
        return None, True
    if not _HERE.search(clean, begin, at) and not _CAME_HERE.search(clean, max(0, at - 30), at):
        return None, False
    return only_host(scene, at, kinds_of(unit.title.value.title) or HOSTS, own), True


def only_host(scene: Scene, at: int, kinds: tuple[str, ...], own: tuple[str, ...]) -> str | None:
    """The only body of some kinds told before an offset that is none of ``own`` and does not send."""
    told: dict[str, str] = {}
    for m in islice(scene.told_before(at), _MOST):
        if m.value.kind not in kinds or m.value.generic or m.text in own:
            continue
        if scene.sides.get(m.value.name) != "from" and not passing(scene, m, False):
            told.setdefault(m.value.name, m.text)
    return next(iter(told.values())) if len(told) == 1 else None
