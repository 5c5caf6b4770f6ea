"""The institution of a post that its own phrase leaves out: carried from the text before."""

from __future__ import annotations

from collections.abc import Container
from itertools import islice

from bangfu.article import Mention
from bangfu.link.bodies.kinds import of_kind
from bangfu.link.bodies.passing import bracketed, passing
from bangfu.link.phrases.bodies import unfound
from bangfu.link.scene.scene import Scene

_FAR = 500
_MANY = 300  # institutions asked before a post
_LEVELS = frozenset("省市县区州旗镇乡村")
"""With which a body is told by its level, without a name: 县医院, 乡卫生院."""
_PLAIN = frozenset(("小学", "中学", "学校", "医院", "卫生院", "幼儿园"))


def last_of(
    scene: Scene,
    at: int,
    kinds: tuple[str, ...],
    tail: str,
    told: bool = False,
    sent: Container[str] = (),
    across: bool = False,
) -> str | None:
    """The last institution of some kinds before an offset, else the only one of the text so far.

    No kinds are all kinds; ``told`` says that the text points at it (该校), even where it is only named as
    where someone came from. Over the end of a paragraph, unless ``across``, the last one counts only if it
    is the only one, or the only one whose name is in ``sent``.
    """
    passed: list[str] = []
    last: Mention | None = None
    for m in scene.told_before(at, at - _FAR):
        level = (
            len(m.text) > 2
            and (m.text[0] in _LEVELS or m.text.startswith("中心"))
            and (_is_one(m.text) or "\n" not in scene.clean[m.end : at])
        )
        named = not m.value.generic or level or (tail and len(m.text) > 2)
        fits = (not kinds or of_kind(m, kinds)) and m.text.endswith(tail)
        if fits and not named and m.text in _PLAIN and (name := unfound(scene.clean, m.end, m.text)):
            return name
        if fits and named and m.value.name not in passed:
            if passing(scene, m, told) or (not told and scene.in_speech(m, at)):
                passed.append(m.value.name)
            elif told or across or "\n" not in scene.clean[m.end : at]:
                return m.text
            elif last is None:
                last = m
            elif m.value.name != last.value.name:
                return _only(scene, at, kinds, sent)
    if last is not None:
        return last.text
    names = dict.fromkeys(
        m.value.name
        for m in scene.institutions
        if m.start < at
        and (not kinds or m.value.kind in kinds)
        and (not m.value.generic or _is_one(m.text))
        and m.text.endswith(tail)
        and not bracketed(scene.clean, m)
    )
    return next(iter(names)) if len(names) == 1 else _only(scene, at, kinds, sent)


def _is_one(text: str) -> bool:
    """Whether a body told by its level has a number of its own: 省第二中医院, 县第一小学."""
    return text[0] in _LEVELS and text[1:2] == "第"


def _only(scene: Scene, at: int, kinds: tuple[str, ...], sent: Container[str]) -> str | None:
    """The only institution of some kinds before an offset whose name is among ``sent``."""
    before = islice(scene.told_before(at), _MANY)
    held = [m for m in before if not m.value.generic and m.value.name in sent and m.value.kind in kinds]
    return held[0].text if held and all(m.value.name == held[0].value.name for m in held) else None
