"""Institutions: every mention, with the longest name that the article uses for it, its kind and its place.

A name is read from its right end: [places][modifiers or proper name][head]. Heads and known names are
found in one pass; from each head the words to the left are taken until one that no name holds.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from bangfu import lexicon
from bangfu.article import Document, Mention
from bangfu.lexicon import mapping
from bangfu.recognize.institutions.choice import candidate
from bangfu.recognize.institutions.heads import Hit, hits
from bangfu.recognize.institutions.lists import members_of
from bangfu.recognize.institutions.names import longest_names
from bangfu.recognize.institutions.parts import Part, part_of
from bangfu.recognize.institutions.pieces import Candidate
from bangfu.recognize.institutions.slots import with_slots
from bangfu.recognize.institutions.units import BRANCH_HEADS
from bangfu.recognize.institutions.value import InstitutionValue
from bangfu.recognize.institutions.words import Words, tag_of, words_of
from bangfu.recognize.places import NOWHERE, Place, codes_of, is_shared, place_of

# What a faculty teaches; one with a name of its own (云岭大学|滇东|学院) is a body.
_FACULTY = frozenset({Part.GENERIC, Part.WORD, Part.ACT, Part.JOIN, Part.SOFT, Part.PEOPLE})
_WITH_DEPARTMENTS = frozenset({"hospital", "school", "company", "government", "party"})
_OFFICES = ("教研室", "教研组", "办公室", "管理处")  # of a university
_HOSTS = _WITH_DEPARTMENTS - {"government", "party"}
_WITH_PARTY = _HOSTS | {"university", "bank", "research", "association"}
_SHORTEST_FACULTY = 3  # 文学院
_LONGEST_GAP = 4
_ACTS = frozenset("教带领给帮送找请见在到去回进访问让使叫接替为向和与及由")
_SHORTEST_CALLED = 5
_DEPARTMENTS = frozenset({"other", "research", "team"})


def find_institutions(document: Document) -> tuple[Mention, ...]:
    """Every mention of an institution, in text order, inside of the sentences; none overlaps another.

    ``text`` is what is written, without blanks; ``value`` is an :class:`InstitutionValue`.

    >>> from bangfu.article import Source, Span, Text
    >>> clean = "春晖县教育局副局长到春晖县第二中学走访。"
    >>> document = Document(Source("a", clean), Text.untouched(clean), (Span(0, len(clean)),))
    >>> [(mention.text, mention.value.kind) for mention in find_institutions(document)]
    [('春晖县教育局', 'government'), ('春晖县第二中学', 'school')]
    """
    words = words_of(document.clean)
    found = _candidates(document, words)
    texts = [_text(document, c) for c in found]
    all_texts = frozenset(texts)
    found = [
        c._replace(start=c.start + 1, places=()) if _is_acted_on(c, t, all_texts) else c
        for c, t in zip(found, texts, strict=True)
    ]
    texts = [_text(document, c) for c in found]
    names = longest_names([(t, c.named) for t, c in zip(texts, found, strict=True)])
    places = {name: c.places for c, text, name in zip(found, texts, names, strict=True) if text == name}
    shared = any(is_shared(place) for c in found for place in c.places)
    context = codes_of(words.words) if shared else frozenset()
    located: dict[tuple[str, ...], Place] = {(): NOWHERE}
    mentions: list[Mention] = []
    before: tuple[Candidate, str] | None = None
    beside: dict[str, str] = {}
    for found_one, name in zip(found, names, strict=True):
        known = name if found_one.named else beside.get(name, name)
        members = members_of(words, found_one, known, before, mentions[-1].end if mentions else 0)
        for c, full in members:
            if (
                c.rule == "institution.shared"
                and c.places
                and beside.setdefault(_level(c, full), full) != full
            ):
                beside[_level(c, full)] = _level(c, full)  # of two counties: of neither
            chain = places.setdefault(full, c.places)
            if chain not in located:
                located[chain] = place_of(chain, context)
            mentions.append(_mention(c, _text(document, c), full, located[chain]))
        before = members[-1]
    return tuple(mentions)


def _is_acted_on(c: Candidate, text: str, known: frozenset[str]) -> bool:
    """Whether a verb got into a name that the article tells elsewhere without it: 教|牙排村小学."""
    if not c.named or text[0] not in _ACTS or len(text) < _SHORTEST_CALLED:
        return False
    called = text[1:]
    return any(name.endswith(called) and not name.endswith(text) for name in known)


def _level(c: Candidate, full: str) -> str:
    """How a text names an office later whose place it shared with another: 县卫健局 for 云阜县卫健局."""
    return c.places[-1][-1] + full.rpartition(c.places[-1])[2]


def _text(document: Document, c: Candidate) -> str:
    return "".join(document.clean[c.start : c.end].split())


def _candidates(document: Document, words: Words) -> list[Candidate]:
    """Candidates of all heads; of two that overlap the longer one stays."""
    sentences = document.sentences
    begins = [s.start for s in sentences]
    kept: list[Candidate] = []
    bodies: dict[int, Candidate] = {}
    for hit in hits(words):
        at = bisect_right(begins, hit.start) - 1
        if at < 0 or hit.end > sentences[at].end:
            continue
        found = candidate(words, hit, bodies, begins[at])
        if found is not None and kept and _is_faculty(words, found, kept[-1]):
            bodies[found.end] = found  # a hospital may be attached to it
            continue
        if found is not None and kept:
            found = _with_owner(words, hit, found, kept[-1])
        if found is None or (
            kept
            and (
                _is_part(words, found, kept[-1])
                or _repeats(document, found, kept[-1])
                or _is_of_party(words, found, kept[-2:])
            )
        ):
            continue
        while kept and kept[-1].start >= found.start:
            kept.pop()
        if kept and kept[-1].end > found.start:
            continue
        kept.append(found)
        if found.named:
            bodies[found.end] = found
    return with_slots(words, kept)


def _with_owner(words: Words, hit: Hit, found: Candidate, before: Candidate) -> Candidate:
    """The branch of a body that only its level tells, with that body: 县水泥厂|河湾|分厂."""
    head = hit.head.word
    branch = found.named and (head in BRANCH_HEADS or head == "分会") and found.start == before.end
    leveled = not before.named and part_of(*words.tagged(before.start)) is Part.ADMIN
    return found._replace(start=before.start, first=before.first) if branch and leveled else found


def _is_faculty(words: Words, found: Candidate, before: Candidate) -> bool:
    """Whether a candidate is a university with one of its faculties: 云岭大学|化学|与|材料科学|学院."""
    if before.kind != "university" or not before.named or found.start != before.start:
        return False
    if not before.end < found.end or words.text[found.end - 2 : found.end] != "学院":
        return False
    if words.text[before.end] == "附":
        return False
    first, last = words.at(before.end), words.at(found.end - 1)
    if all(part_of(words.words[i], words.tag(i)) in _FACULTY for i in range(first, last + 1)):
        return True
    if found.end - before.end > _SHORTEST_FACULTY and _taught().fullmatch(
        words.text, before.end, found.end - 2
    ):
        return True  # 云岭大学|考古文博|学院
    stem = words.words[last][:-2]
    if first == last and len(stem) > 1 and part_of(stem, tag_of(stem)) in _FACULTY:
        return True  # 云岭大学|化工学院
    # 云岭大学|文学院|教授; who comes from 云岭大学文学院 comes from a body.
    posted = first == last and len(words.words[last]) == 3 and last + 1 < len(words.words)
    return posted and words.words[last + 1].removeprefix("副") in mapping("titles")


@lru_cache(maxsize=1)
def _taught() -> re.Pattern[str]:
    """Words of disciplines alone."""
    parts = "|".join(sorted(lexicon.words("faculty_words"), key=lambda w: (-len(w), w)))
    return re.compile(f"(?:{parts})(?:[与及和、]?(?:{parts}))*")


def _repeats(document: Document, found: Candidate, before: Candidate) -> bool:
    """Whether a candidate is the unnamed body right before it once more, as in text of one word."""
    if found.named or before.named or before.end != found.start:
        return False
    return document.clean[found.start : found.end] == document.clean[before.start : before.end]


def _is_part(words: Words, found: Candidate, before: Candidate) -> bool:
    """Whether a candidate only adds a department to the body before it."""
    if found.group == "ministry" and found.start == before.end and before.named:
        return True  # 中联办|新界|工作部
    if found.rule == "institution.known" and _is_section(words, found, before):
        return True  # 云岭省侨联|经济|科技部
    if before.end <= found.start or not before.named or found.start < before.start:
        return False
    if not found.named:
        return True
    if words.text[before.end] == "驻" and found.start == before.start:
        return False  # 云阜市人民政府|驻|岭北|工作组
    if words.text[before.end - 1] in "局厅" and words.text.endswith(("办公室", "站"), found.start, found.end):
        return True  # 教育局|办公室, 农业农村局|畜牧站; that of a whole government is a body
    if before.kind in _HOSTS and words.text.endswith("办公室", found.start, found.end):
        return True  # 云岭医院|医联体|办公室
    if before.kind == "university" and words.text.endswith(_OFFICES, found.start, found.end):
        return True
    if before.kind == "hospital" and found.kind == "hospital" and _is_clinic(words, found, before):
        return True
    if found.kind == "team" and part_of(*words.tagged(before.end)) in (Part.PLACE, Part.NAME):
        return False  # 援藏指挥部|云阜|工作组
    if found.kind == "team" and _is_pair(words, before.end):
        return False
    return (
        (found.group == "weak" or found.kind == "team")
        and before.kind in _WITH_DEPARTMENTS
        and found.kind in _DEPARTMENTS
    )


def _is_section(words: Words, found: Candidate, before: Candidate) -> bool:
    """Whether what looks like a ministry is a section of the body before it, with a noun between the two."""
    gap = words.text[before.end : found.start]
    if not (before.named and words.text[found.end - 1] == "部" and 1 < len(gap) <= _LONGEST_GAP):
        return False
    first, last = words.at(before.end), words.at(found.start - 1)
    return before.kind == "association" and first == last and words.tag(first) == "n"


def _is_clinic(words: Words, found: Candidate, before: Candidate) -> bool:
    """Whether a centre is a department of a hospital, told by who works there: 云岭医院|神经医学中心|主任."""
    added = words.text[before.end : found.end]
    behind = words.text.startswith(("主任", "副主任", "医生", "医师", "护士", "专家"), found.end)
    return behind and added.endswith("中心") and not any(wide in added for wide in ("国家", "区域", "国际"))


def _is_of_party(words: Words, found: Candidate, before: Sequence[Candidate]) -> bool:
    """Whether a candidate is an office of a body's party committee: 云岭大学|党委|宣传部."""
    owner = before[0]
    inside = len(before) == 2 and before[1].start >= owner.end and not before[1].named
    return (
        inside
        and found.start == owner.start
        and owner.named
        and owner.kind in _WITH_PARTY
        and words.text.startswith("党委", owner.end)
    )


def _is_pair(words: Words, end: int) -> bool:
    """Whether a body helps a place with the team behind it: 云岭大学|定点|帮扶|石坝县|工作队."""
    if words.text.startswith(("定点", "对口"), end):
        return True
    i = words.at(end)
    soft = part_of(words.words[i], words.tag(i)) is Part.SOFT
    return soft and part_of(words.words[i + 1], words.tag(i + 1)) is Part.PLACE


def _mention(found: Candidate, text: str, name: str, place: Place) -> Mention:
    value = InstitutionValue(
        name,
        found.kind,
        place.province,
        place.city,
        place.county,
        place.adcode,
        generic=not found.named and name == text,
        elliptical=found.rule == "institution.list",
    )
    return Mention(found.start, found.end, text, "institution", found.rule, found.score, value)
