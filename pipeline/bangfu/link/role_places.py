"""Where a post is held when its phrase does not say: an institution from the text before."""

from __future__ import annotations

from bisect import bisect_left

from bangfu.article import Mention
from bangfu.link.role_pairs import Pair

_KINDS = {
    "校长": ("school", "university"),
    "班主任": ("school",),
    "教务主任": ("school",),
    "教导主任": ("school",),
    "园长": ("school",),
    "院长": ("hospital", "university", "research"),
    "董事长": ("company", "bank"),
    "总经理": ("company", "bank"),
    "总裁": ("company", "bank"),
    "会长": ("association",),
    "理事长": ("foundation", "association", "company"),
    "局长": ("government",),
    "部长": ("government", "party"),
    "厅长": ("government",),
    "行长": ("bank",),
}
_FAR = 400


def place_of(pair: Pair, clean: str, institutions: tuple[Mention, ...], starts: list[int]) -> tuple[str | None, str]:
    """The institution of a pair's title, and the rule that found it.

    The phrase's own comes first; a head that only one kind of institution has (校长, 局长) takes the last
    institution of this kind before it.
    """
    if pair.unit.institution is not None:
        return pair.unit.institution, pair.rule
    title = pair.unit.title.value.title
    kinds = next((kinds for head, kinds in _KINDS.items() if title.endswith(head)), None)
    if kinds is None:
        return None, pair.rule
    at = bisect_left(starts, pair.unit.start) - 1
    while at >= 0 and pair.unit.start - institutions[at].end < _FAR:
        if institutions[at].value.kind in kinds and not institutions[at].value.generic:
            return institutions[at].text, f"{pair.rule}+before"
        at -= 1
    return None, pair.rule
