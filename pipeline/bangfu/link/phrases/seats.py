"""Posts of a place, or of a committee or office that only its level tells: 青山县|副县长, 镇党委|书记."""

from __future__ import annotations

import re
from dataclasses import replace

from bangfu.article import Mention
from bangfu.lexicon import mapping
from bangfu.link.phrases.bodies import written_body
from bangfu.link.phrases.phrase import LEVELS, OFFICES, Unit
from bangfu.link.phrases.place_names import opens, place_before
from bangfu.recognize.places import is_place

COMMITTEES = ("党委", "团委")
_PLACE_OF = re.compile("[村区]的$|[一-鿿](?<![返下回还故家老城进驻农全该本我各每这那邻同个])[镇乡县市]的$")
_ENVOYS = ("大使", "领事", "公使")
_NO_VILLAGE = re.compile(
    "[的是和与由年届兼任当做连选请叫找个位名老副]|[村镇乡县市区省州旗原前新现各全本该我他她驻返]村$|(?:时任|现任|返乡|退休|[农山邻])村$"
)
"""What ends in 村 before a post of a village and is no village's name: 当了三年|村支书, 某镇|村支书."""


def of_place(clean: str, title: Mention, reach: int, department: str | None) -> Unit | None:
    """A phrase with the place before it: 青山县|副县长, 县|招生办|主任, 某乡|农技员."""
    if (village := _of_named_village(clean, title, reach, department)) is not None:
        return village
    if department is not None and department.endswith(OFFICES) and clean[reach - 1] in LEVELS:
        seat = reach - 1 if opens(clean, reach - 1) else place_before(clean, reach)
        if seat is not None:  # 县|招生办|主任
            return Unit(title, seat, None, None, None, clean[seat : title.value.reach + len(department)])
    governs = title.value.kind in ("place", "party")
    of = clean[reach - 1 : reach] == "的" and _PLACE_OF.search(clean, max(0, reach - 4), reach)
    end = reach - 1 if of else reach
    last = clean[end - 1 : end]
    if not governs and last not in ("乡", "镇", "村") and not title.text.startswith("居委会"):
        return None
    begin = place_before(clean, end)
    if begin is None:
        return None
    if clean[begin - 1 : begin] == "驻" and title.text.endswith(_ENVOYS):
        return _of_envoy(clean, title, begin - 1, department)
    if governs and end - begin == 1 and title.text.startswith(COMMITTEES):
        return of_committee(clean, title, begin)
    return Unit(title, begin, None, clean[begin:end], department)


def _of_envoy(clean: str, title: Mention, sent: int, department: str | None) -> Unit:
    """The envoy of a country, not of where he is sent: 中国|驻某国大使."""
    begin = place_before(clean, sent)
    envoy = clean[sent : title.end]
    value = replace(title.value, title=envoy, reach=sent)
    title = replace(title, start=sent, text=envoy, value=value)
    sender = None if begin is None else clean[begin:sent]
    return Unit(title, sent if begin is None else begin, None, sender, department)


def _of_named_village(clean: str, title: Mention, reach: int, department: str | None) -> Unit | None:
    """A phrase in which the village's name and the title share a character: 红石村|支书, 红石村|会计."""
    if not title.text.startswith("村") or reach != title.start or title.text[1:2] == "长":
        return None
    if title.text[1:] not in mapping("titles") or not "\u4e00" <= clean[reach - 1 : reach] <= "\u9fff":
        return None
    begin = place_before(clean, reach + 1)
    if begin is None or begin >= reach:
        return None
    named = clean[begin : reach + 1]
    if _NO_VILLAGE.search(named):
        return None
    short = title.text[1:]
    value = replace(title.value, title=short, reach=begin)
    return Unit(
        replace(title, start=title.start + 1, text=short, value=value), begin, None, named, department
    )


def headed(clean: str, title: Mention, bare: Mention, department: str | None) -> Unit:
    """A phrase whose institution is only a head, with what stands before it: 某国|政府, 某审查|委员会."""
    for at in range(bare.start, max(1, bare.start - 4), -1):  # 某国看守|政府
        begin = next((at - n for n in (4, 3, 2) if at >= n and is_place(clean[at - n : at])), None)
        if begin is not None:
            return Unit(title, begin, None, None, department, clean[begin : bare.end])
    if not "\u4e00" <= clean[bare.start - 1 : bare.start] <= "\u9fff":
        return Unit(title, bare.start, bare, None, department)
    whole = written_body(clean, bare.end) if bare.text == "委员会" else None
    if whole is not None:
        return Unit(title, whole[0], None, None, department, whole[1])
    return Unit(title, bare.start, None, None, department)  # 某某|政府: of whom is not known


def of_committee(clean: str, title: Mention, begin: int) -> Unit:
    """镇党委|书记: the committee of a place that is told by its level only."""
    branch = next((b for b in COMMITTEES if title.text.startswith(b)), "党委")
    short = title.text.removeprefix(branch)
    bare = replace(title, start=title.end - len(short), text=short, value=replace(title.value, title=short))
    return Unit(bare, begin, None, None, None, clean[begin : title.start] + branch)
