"""The body that a narrative means without naming it: the one here, the house of a department."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from bangfu.lexicon import mapping
from bangfu.link.bodies.carry import HOSTS, kinds_of
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
_IN_PLACE = re.compile(
    "在([一-鿿]{2,12}[县区乡镇村旗])(?:当|做|担?任)(?:起?了|过|着)?(?:[一-鿿\\d]{1,4}年)?的?$"
)
"""A place in which a post is said to be: 在某乡当|校长."""
_HEADS = ("校长", "院长", "园长")
_MOST = 80  # institutions asked
_NO_KIND = "any"


@lru_cache(maxsize=512)
def kinds_of_department(department: str) -> tuple[str, ...]:
    """The kinds of institutions that have a department, by the longest end of its name that is known.

    The empty one has none. Wards end in 科, and so do offices of other bodies; the lexicon knows the offices.

    >>> kinds_of_department("教务处"), kinds_of_department("小儿骨科"), kinds_of_department("财务科")
    (('school', 'university'), ('hospital',), ())
    """
    known = mapping("department_bodies")
    told = next((known[department[at:]] for at in range(len(department)) if department[at:] in known), None)
    if told is None:
        return ("hospital",) if department.endswith("科") else ()
    return () if told == _NO_KIND else tuple(told.split(","))


def placed_here(
    scene: Scene, unit: Unit, kinds: tuple[str, ...], own: tuple[str, ...]
) -> tuple[str | None, bool]:
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
    return only_host(scene, at, kinds or HOSTS, own), True


def only_host(scene: Scene, at: int, kinds: tuple[str, ...], own: tuple[str, ...]) -> str | None:
    """The only body of some kinds told before an offset that is none of ``own`` and does not send."""
    told: dict[str, str] = {}
    for m in islice(scene.told_before(at), _MOST):
        if m.value.kind not in kinds or m.value.generic or m.text in own:
            continue
        if scene.sides.get(m.value.name) != "from" and not passing(scene, m, False):
            told.setdefault(m.value.name, m.text)
    return next(iter(told.values())) if len(told) == 1 else None


def office_here(scene: Scene, unit: Unit, carried: str) -> str | None:
    """The only house told so far that does not send, for a post of one of its offices: 教务处|主任.

    Not where the sentence itself has told ``carried``, the one that the text before would give to the post.
    """
    begin = scene.sentence_start(unit.start)
    if any(m.text == carried for m in scene.told_between(begin, unit.start)):
        return None
    if unit.department is not None:
        kinds = kinds_of_department(unit.department) if is_office(unit.department) else ()
    else:
        kinds = kinds_of(unit.title.value.title) if unit.title.value.title in _HEADS else ()
    return only_host(scene, unit.start, kinds, ()) if kinds else None


def fits_place(scene: Scene, at: int, body: str) -> bool:
    """Whether a body may be in the place in which the words before a post say that it is: 在某乡当|校长."""
    place = _IN_PLACE.search(scene.clean, max(0, at - 24), at)
    return place is None or place.group(1)[-3:-1] in body


def is_office(department: str) -> bool:
    """Whether a department is one of a known kind of house, and no ward.

    >>> is_office("教务处"), is_office("骨科")
    (True, False)
    """
    known = mapping("department_bodies")
    return any(department[at:] in known for at in range(len(department)))
