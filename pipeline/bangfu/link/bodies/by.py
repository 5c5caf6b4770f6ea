"""The body that a sentence begins with, before 由: 基金会|由退休干部甲担任理事长, 医疗队|由队长甲带队."""

from __future__ import annotations

import re

from bangfu.link.bodies.carry import LAST, kinds_of
from bangfu.link.bodies.classes import of_class
from bangfu.link.bodies.members import is_team
from bangfu.link.phrases.bodies import written_body
from bangfu.link.phrases.chains import Pair
from bangfu.link.scene.scene import Scene

_BRACKET, _LABEL = 40, re.compile("[：:]")
_NEAR = 24
_TEAMS = ("队长", "领队", "团长", "组长")
_BOARD = ("会长", "理事长", "秘书长", "监事长", "理事", "监事", "会长助理")


def body_behind(scene: Scene, pair: Pair) -> str | None:
    """The body that a clause with its post describes: 甲担任董事长的|某公司."""
    end = pair.unit.end
    if scene.clean[end : end + 1] != "的" or pair.person.end > pair.unit.start:
        return None
    body = scene.institutions_at.get(end + 1)
    return body.text if body is not None and not body.value.generic else None


def noted_body(scene: Scene, pair: Pair) -> str | None:
    """The body whose note in brackets tells its head: 某工作队（现有队员33人，负责人：甲）."""
    clean, unit = scene.clean, pair.unit
    if not _LABEL.fullmatch(clean, unit.end, pair.person.start):
        return None
    low = max(0, unit.start - _BRACKET)
    opened = max(clean.rfind("（", low, unit.start), clean.rfind("(", low, unit.start))
    closed = max(clean.rfind("）", low, unit.start), clean.rfind(")", low, unit.start))
    body = scene.institutions_to.get(opened) if opened > closed else None
    return body.text if body is not None and not body.value.generic else None


def by_body(scene: Scene, pair: Pair) -> str | None:
    """The body of which someone is said to take a post, or as whose head someone does something."""
    clean, title = scene.clean, pair.unit.title.value.title
    first = min(pair.person.start, pair.unit.start)
    low = max(scene.sentence_start(first), first - _NEAR)
    at = clean.rfind("由", low, first)
    if at <= 0 or "，" in clean[at:first] or "。" in clean[at:first]:
        return None
    held = scene.institutions_to.get(at)
    if title.endswith(_TEAMS):
        if held is not None and is_team(held.text) and not held.value.generic:
            return held.text
        team = written_body(clean, at)
        return team[1] if team is not None and is_team(team[1]) else None
    if held is not None and not held.value.generic:
        tail = LAST.get(title[-2:], "")
        fits = held.value.kind in kinds_of(title) or (tail and held.text.endswith(tail))
        return held.text if fits else None
    if title.endswith(_BOARD):
        return of_class(scene, at)
    return None
