"""A place where a title ends or a list goes on, and the spans that may be the name that stands there."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bangfu.lexicon import mapping
from bangfu.recognize.names.borders import FUNCTION, surname_at
from bangfu.recognize.names.candidates import in_given_name
from bangfu.recognize.names.context import Context
from bangfu.recognize.people.deeds import is_deed
from bangfu.recognize.people.looks import is_nobody, looks_of
from bangfu.recognize.people.phrases import is_of_several
from bangfu.recognize.people.weight import Reading

LISTED = "listed"
"""The kind of a place behind a name of the same list."""
SPACED = "spaced"
"""The kind of a place that a blank parts from the title before it."""
_BLANKS = re.compile("[ \u3000]{0,3}(?=[\u4e00-\u9fff])")
_HAN = re.compile("[\u4e00-\u9fff]{2,6}")
_JOINTS = ("、", "和", "与", "及")


@dataclass(frozen=True, slots=True)
class Asked:
    """A place of clean text; ``kind`` is the class of the title before it, :data:`LISTED` or :data:`SPACED`.

    ``read`` are the readings that begin there, by their ends.
    """

    context: Context
    start: int
    kind: str
    read: Mapping[int, Reading]

    def best(self) -> Reading | None:
        """What the rules read there."""
        return max(self.read.values(), key=lambda r: r.odds, default=None)


def ends(asked: Asked, held: Collection[int]) -> list[int]:
    """Where a name that begins at the place may end, in order; it holds no offset of ``held``.

    A surname with a given name, two or three characters without one, sounds that spell a name, and whatever
    was read as a name already.

    >>> from bangfu.recognize.names.context import context_of
    >>> ends(Asked(context_of("校长王小明说", ()), 2, "post", {}), ())
    [4, 5]
    """
    clean, start = asked.context.clean, asked.start
    out = set(asked.read)
    run = _HAN.match(clean, start)
    if run is not None:
        surname = surname_at(clean, start)
        longest = max(3, surname + 2 + (surname == 1 and _common(clean[start + 1]) > 1))  # 方|陈美玲
        for end in range(start + max(2, surname + 1), min(run.end(), start + longest) + 1):
            if not all(map(in_given_name, clean[start + max(1, surname) : end])):
                break
            out.add(end)
        sounds, at = mapping("foreign_name_chars"), start
        while at < run.end() and clean[at] in sounds:
            at += 1
        out.update(range(start + 3, at + 1))
    return [
        end
        for end in sorted(out)
        if not is_nobody(clean[start:end])
        and not is_deed(asked.context, start, end)
        and not (
            clean[start] in FUNCTION and len(asked.context.starting.get(start + 1, "")) > end - start - 1
        )
        and not is_of_several(clean, start, end)
        and (end in asked.read or _nameable(clean[start:end], start, end, held))
    ]


def _nameable(name: str, start: int, end: int, held: Collection[int]) -> bool:
    """Whether a span that the rules read as nothing may be a name at all."""
    if any(at in held for at in range(start, end)):
        return False
    looks = looks_of(name)
    return not (looks.left_over or looks.place)


def _common(char: str) -> int:
    """How common a character is as a surname: 3 very, 0 not at all."""
    return int(mapping("surnames").get(char, "0"))


def joined(clean: str, end: int) -> int:
    """Where the next name of a list may begin behind a name; -1 where the list ends.

    >>> joined("王小明、李建国", 3), joined("王小明说", 3)
    (4, -1)
    """
    return end + 1 if clean[end : end + 1] in _JOINTS else -1


def places(context: Context) -> list[tuple[int, str]]:
    """Where a name may begin behind a title, with the class of the title, in text order.

    >>> from bangfu.recognize.names.context import context_of
    >>> places(context_of("老兵王小明", ()))
    [(2, 'plain')]
    """
    out = []
    for end, kind in sorted(context.titles_ending.items()):
        blanks = _BLANKS.match(context.clean, end)
        if blanks is None or blanks.end() in context.titled:
            continue
        start = blanks.end()
        joint = kind == "plain" and context.clean[start] in _JOINTS
        if joint and _common(context.clean[start + 1 : start + 2]) > 1:
            out.append((start + 1, LISTED))  # 女儿和|曹小红
        else:
            out.append((start, kind if start == end else SPACED))
    return out
