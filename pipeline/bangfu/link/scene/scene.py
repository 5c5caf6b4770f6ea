"""The people, title phrases and institutions of a document, indexed for the patterns of roles."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bangfu.article import Document, Mention
from bangfu.link.phrases.phrase import Unit
from bangfu.link.phrases.units import units
from bangfu.link.scene.home import Home, home_of
from bangfu.link.scene.speaker import speaker
from bangfu.link.sides.find import sides
from bangfu.recognize.found import Found

LISTED = re.compile(
    r"(?:[（(](?:[左右中前后第一二三四五六七八九十排起]{1,8}|兼[^（()）\n，。；]{2,16}(?=[）)]、))[）)])?"
    r"(?:[ \u3000]{0,3}[、，,/][ \u3000]{0,3}|[ \u3000]{1,4}|以及|[和与及]"
    r"|[ \u3000]?\n[ \u3000]{4,20}"
    r"(?=[\u4e00-\u9fff]{2,4}(?:[ \u3000、]+[\u4e00-\u9fff]{2,4})*[ \u3000]*(?:\n|$)))"
)
_NOTED = re.compile(r"[（(][^（()）。；\n]{1,24}[）)][、和与及]")
_OPENS_LISTED = frozenset("（( \u3000、，,/以和与及\n")
_LONGEST_SPEECH, _SHORTEST_SPEECH = 150, 16
_HEADLINE = 60
_MOST_LISTED = 100  # people in one list, and
_MOST_MENTIONS = 6  # mentions of one person that are asked: more is no report but hostile input


def _first_mentions(people: tuple[Mention, ...]) -> dict[str, list[Mention]]:
    first: dict[str, list[Mention]] = {}
    for person in people:
        held = first.setdefault(person.value, [])
        if len(held) < _MOST_MENTIONS:
            held.append(person)
    return first


@dataclass(frozen=True)
class Scene:
    """Mentions by where they start (``_at``) and end (``_to``), and their starts for bisection."""

    document: Document
    found: Found
    clean: str
    people: tuple[Mention, ...]
    institutions: tuple[Mention, ...]
    phrases: tuple[Unit, ...]
    people_at: dict[int, Mention]
    people_to: dict[int, Mention]
    people_starts: list[int]
    institutions_at: dict[int, Mention]
    institutions_to: dict[int, Mention]
    institution_starts: list[int]
    sentence_starts: list[int]
    phrase_ends: dict[int, int]
    """Where the title phrase ends that begins at an offset."""

    @classmethod
    def of(cls, document: Document, found: Found) -> Scene:
        """Index what was found in a document."""
        people, institutions = found.people, found.institutions
        phrases = units(document, found)
        return cls(
            document,
            found,
            document.clean,
            people,
            institutions,
            phrases,
            {p.start: p for p in people},
            {p.end: p for p in people},
            [p.start for p in people],
            {m.start: m for m in institutions},
            {m.end: m for m in institutions},
            [m.start for m in institutions],
            [s.start for s in document.sentences],
            {u.start: u.title.end for u in phrases},
        )

    @cached_property
    def mentions_of(self) -> dict[str, list[Mention]]:
        """The first mentions of each person."""
        return _first_mentions(self.people)

    @cached_property
    def phrase_starts(self) -> dict[int, int]:
        """Where the title phrase begins that ends at an offset."""
        return {u.title.end: u.start for u in self.phrases}

    @cached_property
    def title_starts(self) -> list[int]:
        """Where the titles of the phrases begin, for bisection."""
        return [u.title.start for u in self.phrases]

    @cached_property
    def title_ends(self) -> frozenset[int]:
        """Where the titles end, also those that only describe."""
        return frozenset(t.end for t in self.found.titles)

    @cached_property
    def phrase_borders(self) -> frozenset[int]:
        """Where an institution meets the title behind it."""
        return frozenset(u.held.end for u in self.phrases if u.held is not None)

    @cached_property
    def headline(self) -> int:
        """Where the headline ends; 0 for a text that opens with no short line."""
        return max(self.clean.find("\n", 0, _HEADLINE), 0)

    @cached_property
    def home(self) -> Home | None:
        """The body whose own page the article is."""
        own = self.speaker
        return Home(own, True) if own is not None else home_of(self.clean, self.institutions)

    @cached_property
    def speaker(self) -> Mention | None:
        """The body that the text calls 我院 or 我校."""
        return speaker(self.clean, self.institutions, self.sides)

    @cached_property
    def sides(self) -> dict[str, str]:
        """The side of each institution and place that the article tells, by its name."""
        return sides(self.document, self.found)

    def told_before(self, at: int, low: int = 0) -> Iterator[Mention]:
        """The institutions that begin before an offset and end behind ``low``, the last one first."""
        for index in range(bisect_left(self.institution_starts, at) - 1, -1, -1):
            m = self.institutions[index]
            if m.end <= low:
                return
            yield m

    def last_before(self, at: int, low: int = 0) -> Mention | None:
        """The institution that begins last before an offset, if it ends behind ``low``."""
        index = bisect_left(self.institution_starts, at) - 1
        return self.institutions[index] if index >= 0 and self.institutions[index].end > low else None

    def told_between(self, low: int, high: int) -> tuple[Mention, ...]:
        """The institutions that begin between two offsets, in text order."""
        starts = self.institution_starts
        return self.institutions[bisect_left(starts, low) : bisect_left(starts, high)]

    def sentence_start(self, at: int) -> int:
        """Where the sentence that holds an offset begins."""
        index = bisect_right(self.sentence_starts, at) - 1
        return self.sentence_starts[index] if index >= 0 else 0

    def in_speech(self, m: Mention, at: int) -> bool:
        """Whether a mention stands in what somebody said, between quotes that are closed before an offset."""
        clean = self.clean
        opened = clean.rfind("“", max(0, m.start - _LONGEST_SPEECH), m.start)
        closed = clean.find("”", opened, at) if opened >= 0 else -1
        return closed >= m.end and closed - opened > _SHORTEST_SPEECH

    def titled_at(self, at: int) -> Mention | None:
        """The person whose title phrases, a chain of at most three, begin at an offset."""
        for _ in range(3):
            end = self.phrase_ends.get(at)
            if end is None:
                return None
            if end in self.people_at:
                return self.people_at[end]
            at = end + (self.clean[end : end + 1] == "、")
        return None

    def leads(self, at: int) -> bool:
        """Whether what begins at an offset is nothing but title phrases before somebody's name."""
        index = bisect_left(self.title_starts, at)
        for unit in self.phrases[index : index + 4]:
            if unit.end in self.people_at:
                return True
            at = unit.end + (self.clean[unit.end : unit.end + 1] == "、")
        return False

    def person_before(self, at: int) -> Mention | None:
        """The person whose mention ends last at or before an offset."""
        index = bisect_right(self.people_starts, at) - 1
        while index >= 0 and self.people[index].end > at:
            index -= 1
        return self.people[index] if index >= 0 else None

    def people_between(self, low: int, high: int) -> int:
        """How many mentions of people begin between two offsets."""
        return bisect_left(self.people_starts, high) - bisect_left(self.people_starts, low)

    def listed_to(self, last: Mention) -> list[Mention]:
        """A person and those listed right before, also with titles: 甲、乙和丙; 校长甲、主任乙."""
        people = [last]
        for _ in range(_MOST_LISTED):
            at = bisect_left(self.people_starts, people[0].start) - 1
            begin = self.phrase_starts.get(people[0].start) or self.home_start(people[0].start)
            if at < 0 or not LISTED.fullmatch(self.clean, self.people[at].end, begin):
                return people
            people.insert(0, self.people[at])
        return people

    def home_start(self, at: int) -> int:
        """Where 来自某院的 begins that ends at an offset; the offset itself without it."""
        home = self.institutions_to.get(at - 1) if self.clean[at - 1 : at] == "的" else None
        if home is None or not self.clean.endswith("来自", 0, home.start):
            return at
        return home.start - 2

    def listed_from(self, first: Mention, titled: bool = False, noted: bool = False) -> list[Mention]:
        """A person and those listed right behind; with ``titled`` also those with titles of their own.

        With ``noted`` notes in brackets may stand between them: 甲（某院护师）、乙.
        """
        people = [first]
        for _ in range(_MOST_LISTED):
            end = people[-1].end
            gap = LISTED.match(self.clean, end) if self.clean[end : end + 1] in _OPENS_LISTED else None
            if gap is None and noted:
                gap = _NOTED.match(self.clean, end)
            if gap is None:
                return people
            following = self.people_at.get(gap.end())
            if following is None and titled:
                following = self.people_at.get(self.phrase_ends.get(gap.end(), -1))
            if following is None:
                return people
            people.append(following)
        return people

    def institution_before(self, at: int) -> Mention | None:
        """The institution that ends at an offset, or with one 的 between."""
        clean = self.clean
        return self.institutions_to.get(at) or (
            self.institutions_to.get(at - 1) if clean[at - 1 : at] in ("的", " ") else None
        )
