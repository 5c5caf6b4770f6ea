"""The place of a post that only tells its level, named anywhere before: 青河镇…, 镇长甲."""

from __future__ import annotations

from collections.abc import Container

from bangfu.link.role_place_names import place_before
from bangfu.recognize.places import is_place

_REACH = 3000
_MOST = 40
_NO_NAMES = frozenset("全该本我各每这那外邻同个副")
_NO_PLACES = frozenset("返下回还故家老城进驻农山集乡村出入")


def only_place(clean: str, level: str, at: int, people: Container[int]) -> str | None:
    """The only place of a level that a text names before an offset.

    >>> only_place("青河县红石镇的粉坊开了。镇长周文海来了。", "镇", 13, {})
    '青河县红石镇'
    """
    low, end = max(0, at - _REACH), at
    found: str | None = None
    for _ in range(_MOST):
        end = clean.rfind(level, low, end)
        if end < 0:
            return found
        name = named_place(clean, end, people)
        if name is None:
            continue
        if found is not None and not (found.endswith(name) or name.endswith(found)):
            return None
        found = name if found is None or len(name) < len(found) else found
    return None


def named_place(clean: str, end: int, people: Container[int]) -> str | None:
    """The place whose name ends with the character at an offset, if it is a name: not 返乡, 全县."""
    begin = place_before(clean, end + 1)
    if begin is None or begin >= end or any(at in people for at in range(begin + 1, end + 1)):
        return None
    name = clean[begin : end + 1]
    none = clean[end - 1] in _NO_NAMES or (end - begin == 1 and clean[begin] in _NO_PLACES)
    return None if none and not is_place(name) else name
