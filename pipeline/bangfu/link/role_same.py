"""The body for which a bare class word stands: 学校|党委书记, 公司|总经理."""

from __future__ import annotations

import rjieba

from bangfu.article import Mention
from bangfu.link.role_carry import last_of
from bangfu.link.role_scene import Scene

_TAUGHT = ("school", "university")


def home_of_class(scene: Scene, held: Mention) -> str | None:
    """The body whose page the article is, where a bare class of its kind stands for it: 学校|党委书记."""
    home = scene.home
    if home is None or not home.ours or held.text not in ("学校", "校", "医院", "基金会", "协会"):
        return None
    kind = home.body.value.kind
    same = kind in _TAUGHT if held.text in ("学校", "校") else kind == held.value.kind
    return home.body.text if same else None


def same_body(scene: Scene, held: Mention) -> str | None:
    """The body of its kind that was told last; right behind a noun only one whose name holds this noun."""
    found = last_of(scene, held.start, (held.value.kind,), "", across=True)
    if found is None and held.text == "学校":
        found = last_of(scene, held.start, ("university",), "")
    if found is None or not adjoined(scene, held.start):
        return found
    return found if found.endswith(scene.clean[held.start - 2 : held.end]) else None


def adjoined(scene: Scene, at: int) -> bool:
    """Whether a noun that nothing has read stands right before a phrase: 某论坛|理事长."""
    clean = scene.clean
    if not "\u4e00" <= clean[at - 1 : at] <= "\u9fff" or at in scene.people_to:
        return False
    *_, (word, tag) = rjieba.tag(clean[max(0, at - 6) : at], False)
    return len(word) > 1 and tag in ("n", "nz", "nt", "ns", "j") and at - len(word) not in scene.people_to
