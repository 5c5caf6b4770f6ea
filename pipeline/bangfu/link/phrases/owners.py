"""Bodies in front of the one that ends before a title: who sends to it, of whom it is a unit."""

from __future__ import annotations

import re

from bangfu import dictionary
from bangfu.article import Mention
from bangfu.lexicon import words
from bangfu.recognize.titles.units import names_unit

_AIDED = re.compile("(?:对口)?(?:帮扶|支援|援助|派驻|援)$")


_OFFICES = ("处", "科", "部", "办", "办公室")
_UNIT_WORDS = re.compile(
    "(?:^|[、，。；：\n兼])((?!中央|全国|[省市县区州]|.*(?:[委府任]|挂职))[一-鿿]{2,4})$"
)
"""Words of a unit's name behind a mark, before its last ones: 、对外|联络处."""
_LONGEST_PREFIX, _LONGEST_OFFICE = 5, 4
_LONGEST_WARD = 8
_PRESS = ("记者", "编辑")


def owner_of(clean: str, m: Mention, ending: dict[int, Mention]) -> Mention | None:
    """The body of a unit whose last words were read as a ministry: 某侨联经济|科技部."""
    if len(m.text) > 4 or m.text[-1] != "部" or m.value.generic:
        return None
    for at in range(m.start - 1, max(0, m.start - 5), -1):
        if not "\u4e00" <= clean[at] <= "\u9fff":
            return None
        body = ending.get(at)
        if body is not None and not body.value.generic:
            return body if _is_domain(clean[at : m.start]) else None
    return None


def _is_domain(domain: str) -> bool:
    """Whether words are what a unit of a body is for: 经济; not 记者对."""
    return all(tag[:1] in "nj" or tag == "vn" for _, tag in dictionary.tag(domain)) and domain not in _PRESS


def sender_to(clean: str, helped: Mention, ending: dict[int, Mention]) -> Mention | None:
    """The body that is said to help another right before its name."""
    verb = _AIDED.search(clean, max(0, helped.start - 6), helped.start)
    return ending.get(verb.start()) if verb is not None else None


def whole_unit(clean: str, m: Mention) -> str | None:
    """The unit of which a mention holds only the last words, behind a mark: 秘书长、对外|联络处."""
    if not m.value.generic or len(m.text) > _LONGEST_OFFICE or not m.text.endswith(_OFFICES):
        return None
    before = _UNIT_WORDS.search(clean, max(0, m.start - _LONGEST_PREFIX), m.start)
    if before is None or not names_unit(before.group(1)):
        return None
    return before.group(1) + m.text


def ward_to(clean: str, end: int) -> str | None:
    """The department, known by its whole name, that ends at an offset."""
    known = words("departments")
    lengths = range(min(_LONGEST_WARD, end), 1, -1)
    return next((clean[end - n : end] for n in lengths if clean[end - n : end] in known), None)
