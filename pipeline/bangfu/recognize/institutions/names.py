"""The full name of each mention: of short forms, and of members of lists (密云区 in 密云区、延庆区教委)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bangfu import lexicon
from bangfu.recognize.institutions.cut import Words
from bangfu.recognize.institutions.parts import Part, part_of
from bangfu.recognize.institutions.pieces import Candidate

_LEGAL = re.compile("(?:集团)?(?:股份|控股)?(?:有限)?(?:责任)?公司$")
_SHORTEST = 4
"""Characters of a firm's name without its legal form: 恒石科技."""
_WAYS = frozenset("来去到回赴往给为向对从与和由在让请经")
_BETWEEN = frozenset("、和及与")
_OFFICES = frozenset({"government", "party"})
_LEVELS = frozenset("国省市县区旗州乡镇村全各")
_ZONES = ("特区", "自治", "高新区", "经开区", "开发区", "新区", "兵团", "街道")
_FULL = ("省", "市", "县", "区", "旗", "州", "盟", "镇", "乡", "街道")


def longest_names(mentions: Sequence[tuple[str, bool]]) -> list[str]:
    """The longest form of each mention, given as (text, whether it is a name), in the same order.

    A form is short for another one that ends in it, where only one such body is in the article; of a firm
    also without its legal form. A bare head (学校, 纪念馆) may mean any.

    >>> longest_names([("巴林左旗第三中学", True), ("第三中学", False), ("学校", False)])
    ['巴林左旗第三中学', '巴林左旗第三中学', '学校']
    >>> longest_names([("云岭恒石科技有限公司", True), ("恒石科技", True)])
    ['云岭恒石科技有限公司', '云岭恒石科技有限公司']
    """
    texts = {text for text, _ in mentions}
    named = {text for text, is_named in mentions if is_named}
    longer: dict[str, list[str]] = {}
    for name in sorted(named, key=lambda t: (len(t), t)):
        if name[0] in _WAYS and name[1:] in named:
            continue  # 来|霞坂小学, where the article names 霞坂小学 too
        called = _LEGAL.sub("", name)
        ends = {name[k:]: None for k in range(1, len(name))}
        if called != name:
            ends |= {called[k:]: None for k in range(len(called) - _SHORTEST + 1)}
        for end in ends:
            if end in texts:
                longer.setdefault(end, []).append(name)
    heads = lexicon.words("institution_heads")
    own = [text[1:] if text[0] in _WAYS and text[1:] in named else text for text, _ in mentions]
    return [text if text in heads else _longest(text, longer.get(text, ())) for text in own]


def _longest(text: str, longer: Sequence[str]) -> str:
    # 第三中学 may be short for two schools, which are not short for each other: then for none.
    return longer[-1] if longer and all(longer[-1].endswith(name) for name in longer) else text


def members_of(
    words: Words, found: Candidate, name: str, before: tuple[Candidate, str] | None, floor: int
) -> list[tuple[Candidate, str]]:
    """A mention with its full name, behind the members of its list that are written without the head.

    ``before`` is the mention before it with its name; ``floor`` is where that ends.
    """
    full = _of_the_same_place(words, found, name, before)
    if full:
        places = before[0].places if before else ()
        found = found._replace(named=True, rule="institution.shared", places=places)
    return [*_before(words, found, floor), (found, full or name)]


def _of_the_same_place(
    words: Words, found: Candidate, name: str, before: tuple[Candidate, str] | None
) -> str | None:
    """The full name of a numbered body whose place stands before another one: 云阜县第一中学、第二中学."""
    text, tail = words.text, words.text[found.start : found.end]
    if found.named or name != tail or before is None:
        return None
    member, full = before
    if text[member.end : found.start] not in _BETWEEN or not member.named:
        return None
    if tail[0] != "第":
        return _of_the_same_government(member, full, found, tail)
    place, ordinal, rest = full.partition("第")
    return place + tail if member.kind == found.kind and place and ordinal and rest else None


def _of_the_same_government(member: Candidate, full: str, found: Candidate, tail: str) -> str | None:
    """The full name of an office beside one of the same place: 云阜县教育局、卫健局, 县委组织部、宣传部."""
    if (
        not (member.group == found.group == "organ" and member.kind == found.kind and member.places)
        or found.places
    ):
        return None
    if (
        found.kind not in _OFFICES
        or tail[0] in _LEVELS
        or tail.startswith(_ZONES)
        or not member.places[-1].endswith(_FULL)
    ):
        return None
    place, level, rest = full.partition(member.places[-1])
    if not level or not rest or (found.kind == "party" and rest[0] != "委"):
        return None
    return place + level + ("委" if found.kind == "party" else "") + tail


def _before(words: Words, found: Candidate, floor: int) -> list[tuple[Candidate, str]]:
    """The elliptical members left of a name with one place, in text order, each with its full name.

    A member is a place that ends in the same level (区, 县, 市) as the place of the name.
    """
    if len(found.places) != 1 or not found.named:
        return []
    place = found.places[0]
    if not words.text.startswith(place, found.start):
        return []
    rest = words.text[found.start + len(place) : found.end]
    out: list[tuple[Candidate, str]] = []
    i = found.first - 1
    while i >= 1 and words.starts[i - 1] >= floor and words.words[i] in _BETWEEN:
        word, start = words.words[i - 1], words.starts[i - 1]
        if part_of(word, words.tag(i - 1)) is not Part.PLACE or word[-1] != place[-1]:
            break
        member = Candidate(
            start, start + len(word), found.kind, True, "institution.list", 0.7, (word,), i - 1, found.group
        )
        out.append((member, word + rest))
        i -= 2
    return out[::-1]
