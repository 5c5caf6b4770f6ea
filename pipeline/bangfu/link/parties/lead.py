"""The name that leads a clause: of the people or the body that may be its subject."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from bangfu.article import Mention
from bangfu.link.parties.grammar import pattern
from bangfu.link.parties.opener import OF_WHICH, listed, opener
from bangfu.link.parties.subject import subject_span
from bangfu.recognize.places import is_place

_MOST_BODIES = 300
HELPER = pattern("(?:[为给向对由于、和与及同合被每托]|通过)[^，。；的]*$")
_HONOUR = pattern(
    r"(?:女士|先生|(?:校友)?夫妇|贤?伉俪|校友|一家[三四五]?口?|本人|同志|老人|一行(?:\d+人)?|等人?|当[天场])+$"
)
_STYLED = pattern("女士|先生|夫妇|老人|同志")
# 南坡公司|工会, 南坡小学|全体师生: an inner body or a group of it acts
_INNER = pattern("(?:的?(?:全体|部分|几?百?余?名|广大|多名)?{inner_body})(?:、{inner_body}|和{inner_body})*")
_VERBAL = pattern("[向为给对从把被让说，]|{to_persons}")
_BRAND = pattern("{han}{2,8}")
_GENERIC = pattern("[该本我]?{short_body}|[该本我][校园院行会馆企县区市州旗镇乡村]|{local}[里上]")


def within(mentions: Sequence[Mention], begin: int, end: int) -> list[Mention]:
    """The mentions that lie between two places.

    >>> within([Mention(0, 3, "李大山", "person", "t"), Mention(5, 8, "王小河", "person", "t")], 1, 9)[0].text
    '王小河'
    """
    low = bisect_left(mentions, begin, key=lambda m: m.start)
    high = bisect_left(mentions, end, key=lambda m: m.start)
    return [m for m in mentions[low:high] if m.end <= end]


def lead(
    clean: str,
    start: int,
    text: str,
    people: Sequence[Mention],
    institutions: Sequence[Mention],
    aliases: frozenset[str] = frozenset(),
) -> str | None:
    """The people, or the body, whose name ends the words that may be the subject of the clause ``text``.

    ``start`` is where the clause begins. Titles and bodies in front of a person are left off; ``aliases`` are
    the words that the document says stand for a body.

    >>> lead("会长李大山捐款", 0, "会长李大山", [Mention(2, 5, "李大山", "person", "t")], [])
    '李大山'
    """
    low, high = subject_span(text)
    begin, end = start + low, start + high
    if begin >= end:
        return None
    persons, bodies = within(people, begin, end), within(institutions, begin, end)
    many = len(persons) + len(bodies) > 1 or (persons and persons[-1].end < end)
    if many and (told := listed(clean, begin, end, persons, bodies)):
        return told
    for m in reversed(persons):
        if mark := _STYLED.match(clean, m.end, end):
            end = mark.end()
            break
    tail = _HONOUR.search(clean, begin, end)
    end = tail.start() if tail else end
    persons = within(people, begin, end)
    if persons and persons[-1].end == end and _leads(clean[begin : persons[0].start]):
        between = clean[persons[0].end : persons[-1].start]
        if len(persons) == 1 or not _VERBAL.search(between):
            pair = "夫妇" if tail and tail[0].startswith("夫妇") else ""
            return "、".join(dict.fromkeys(str(m.value or m.text) for m in persons)) + pair
    bodies = within(institutions, begin, end)
    if bodies and bodies[-1].end == end and not tail and not _GENERIC.fullmatch(bodies[-1].text):
        front = clean[begin : bodies[0].start]
        between = clean[bodies[0].end : bodies[-1].start]
        if (not front or front.endswith("的")) and len(between) <= len(bodies) - 1:
            return clean[bodies[0].start : end]
    if bodies and bodies[0].start == begin and not tail and _INNER.fullmatch(clean, bodies[0].end, end):
        return clean[begin:end]
    if bodies and OF_WHICH.fullmatch(clean, begin, bodies[0].start):
        return bodies[0].text
    if clean[begin:end] in aliases or _is_part(clean[begin:end], institutions):
        return clean[begin:end]
    stop = start + len(text)
    return opener(clean, begin, stop, within(people, begin, stop), within(institutions, begin, stop))


def _is_part(text: str, institutions: Sequence[Mention]) -> bool:
    """Whether a text is the middle of the name of a body: 朗星照明 of 南坡市朗星照明公司."""
    if len(text) < 3 or not _BRAND.fullmatch(text) or is_place(text):
        return False
    return any(text in m.text and m.text != text for m in institutions[:_MOST_BODIES])


def _leads(front: str) -> bool:
    """Whether what stands in front of a name only describes it: a body, titles, a phrase with 的."""
    if not front or front.endswith("的"):
        return not front or not HELPER.match(front)
    return len(front) < 40 and not _VERBAL.search(front) and not HELPER.match(front)
