"""Members of a list whose head stands behind the last one: 延庆区 in 延庆区、密云区教委."""

from __future__ import annotations

from bangfu.recognize.institutions.parts import Part, part_of
from bangfu.recognize.institutions.pieces import Candidate
from bangfu.recognize.institutions.words import Words

_BETWEEN = frozenset("、和及与")
_OFFICES = frozenset({"government", "party"})
_LEVELS = frozenset("国省市县区旗州乡镇村全各")
_ZONES = ("特区", "自治", "高新区", "经开区", "开发区", "新区", "兵团", "街道")
_FULL = ("省", "市", "县", "区", "旗", "州", "盟", "镇", "乡", "街道")


def members_of(
    words: Words, found: Candidate, name: str, before: tuple[Candidate, str] | None, floor: int
) -> list[tuple[Candidate, str]]:
    """A mention with its full name, behind the members of its list that are written without the head.

    ``before`` is the mention before it with its name; ``floor`` is where that ends.
    """
    numbered = _numbered(words, found, floor)
    if numbered:
        return numbered
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


def _numbered(words: Words, found: Candidate, floor: int) -> list[tuple[Candidate, str]]:
    """The members of 云阜县第一、第二人民医院 in text order, each with its full name."""
    text = words.text
    if found.named or text[found.start] != "第":
        return []
    rest = text[words.starts[found.first + 1] : found.end]
    i, numbers = found.first, [found.first]
    while i >= 2 and words.words[i - 1] in _BETWEEN and part_of(words.words[i - 2], "m") is Part.ORDINAL:
        i -= 2
        numbers.append(i)
    place = i
    while place > 0 and part_of(words.words[place - 1], words.tag(place - 1)) is Part.PLACE:
        place -= 1
    if len(numbers) == 1 or place == i or words.starts[place] < floor:
        return []
    shared, places = text[words.starts[place] : words.starts[i]], tuple(words.words[place:i])
    out: list[tuple[Candidate, str]] = []
    for number in reversed(numbers):
        first = place if number == i else number
        end = found.end if number == found.first else words.starts[number + 1]
        rule = "institution.shared" if number == found.first else "institution.list"
        member = Candidate(words.starts[first], end, found.kind, True, rule, 0.7, places, first, found.group)
        out.append((member, shared + words.words[number] + rest))
    return out


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
