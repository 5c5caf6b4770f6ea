"""The body that a sentence begins with, before 由: 基金会|由退休干部甲担任理事长, 医疗队|由队长甲带队."""

from __future__ import annotations

from bangfu.link.bodies.classes import of_class
from bangfu.link.phrases.chains import Pair
from bangfu.link.scene.scene import Scene

_NEAR = 24
_BOARD = ("会长", "理事长", "秘书长", "监事长", "理事", "监事", "会长助理")


def by_body(scene: Scene, pair: Pair) -> str | None:
    """The body of which someone is said to take a post, or as whose head someone does something."""
    clean, title = scene.clean, pair.unit.title.value.title
    first = min(pair.person.start, pair.unit.start)
    low = max(scene.sentence_start(first), first - _NEAR)
    at = clean.rfind("由", low, first)
    if at <= 0 or "，" in clean[at:first] or "。" in clean[at:first]:
        return None
    held = scene.institutions_to.get(at)
    named = held is not None and not held.value.generic
    return of_class(scene, at) if not named and title.endswith(_BOARD) else None
