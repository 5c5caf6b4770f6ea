"""The body that the phrase of a post names itself, or for which its class word stands: 学校|党委书记."""

from __future__ import annotations

import re

from bangfu.article import Mention
from bangfu.link.bodies.classes import (
    bare_class,
    home_of_class,
    of_class,
    only_with,
    ours,
    short_form,
)
from bangfu.link.bodies.governed import governed, nearest_village
from bangfu.link.bodies.kinds import LAST
from bangfu.link.bodies.near import dispatched
from bangfu.link.bodies.origins import origin
from bangfu.link.phrases.bodies import unfound
from bangfu.link.phrases.chains import Pair
from bangfu.link.phrases.place_names import opens
from bangfu.link.scene.scene import Scene
from bangfu.link.scene.story import clause_start
from bangfu.recognize.titles.find import ALONE

Body = tuple[str | None, str]
"""A body, None for none, and the rule that told it."""
_GOVERNED = re.compile(
    r".{1,12}?(?:自治区|自治州|自治县|([省市县区镇乡州盟旗村]))(?=\1?(?:党?委|党工委|人民政府|政府|人大|政协)|$)"
)
"""The place that a committee or government stands for: 某市 in 某市委 and in 某市市委."""
_ORDINAL = re.compile("第[一二三四五六七八九十]{1,2}$")
_FORMERLY = re.compile("[他她]?(?:退休以?前|来?之前|来[这此]?[里儿]?以?前|原来|以前|从前)")
_GOVERNMENTS = ("政府", "人民政府")
_OF_PEOPLE = ("村", "社区")
"""Words for where people live together, which alone are of the one told before."""
_THIS_PLACE = ("街道", "社区", *[f"{this}{level}" for this in "该这那" for level in "村县乡镇区市州社"])


def of_phrase(scene: Scene, pair: Pair, before: str | None) -> Body | None:
    """What the phrase itself tells; ``before`` is the body of the phrase that this one continues."""
    unit, rule = pair.unit, pair.rule
    if unit.held is None:
        if unit.place is None:
            return None
        if unit.place in _OF_PEOPLE and (near := nearest_village(scene, unit.start)) is not None:
            return near, f"{rule}+governed"  # 在某社区，社区|书记
        return (None if unit.place in _THIS_PLACE else unit.place), rule
    if unit.held.text in _GOVERNMENTS and unit.title.value.kind == "place":
        own_land = land_of(before) if before is not None else None
        seat = own_land or governed(scene, unit.title.value.title, unit.start)
        return (seat, f"{rule}+governed") if seat else (None, rule)  # 青河县委常委、政府|副县长
    return _of_held(scene, pair, unit.held)


def land_of(body: str) -> str | None:
    """The place that a public body governs.

    >>> land_of("青河县委"), land_of("青河县"), land_of("青河小学")
    ('青河县', '青河县', None)
    """
    found = _GOVERNED.match(body)
    return found.group() if found is not None and len(found.group()) > 1 else None


def _of_held(scene: Scene, pair: Pair, held: Mention) -> Body | None:
    """The body that stands in the phrase, or for which its class word stands: 学校|党委书记."""
    rule, title = pair.rule, pair.unit.title.value
    if held.value.generic and (named := of_class(scene, title.reach)) is not None:
        return named, f"{rule}+{'same' if pair.unit.department else 'class'}"  # 集团|物流部经理
    if (sent_from := dispatched(scene, held)) is not None:
        return sent_from.text, f"{rule}+dispatched"
    our, spoken = ours(scene, held.end)
    if spoken:
        return our, f"{rule}+ours" if our else rule
    if held.text in LAST.values() and (whole := only_with(scene, held.text)) is not None:
        return whole, f"{rule}+same"  # 我局…局|党组成员
    if bare_class(held) and (theirs := _formerly(scene, pair, held)) is not None:
        return theirs, f"{rule}+from"
    if not bare_class(held):
        branch = next((b for b in (*ALONE, "支部") if title.title.removeprefix("临时").startswith(b)), "")
        text = _ORDINAL.sub("", held.text.removesuffix(branch).removesuffix("临时"))
        if text in _OF_PEOPLE and (near := nearest_village(scene, held.start)) is not None:
            return near, f"{rule}+governed"
        return (text if len(text) > 1 else None), rule  # 中情局|局长: no 局
    if (short := short_form(scene, held)) is not None:
        return short, f"{rule}+short"
    if not held.value.generic or opens(scene.clean, held.start):
        named = None
    else:
        named = unfound(scene.clean, held.end, held.text)
    if named is not None:
        return named, f"{rule}+unfound"  # 月山|学校校长
    if (page := home_of_class(scene, held)) is not None:
        return page, f"{rule}+home"
    return None


def _formerly(scene: Scene, pair: Pair, held: Mention) -> str | None:
    """Where somebody comes from, for which 学校 stands in what was before: 来自某校，退休前是学校的主席."""
    begin = clause_start(scene.clean, held.start)
    if _FORMERLY.match(scene.clean, begin) is None:
        return None
    home = origin(scene, pair)
    return home.text if home is not None and home.value.kind == held.value.kind else None
