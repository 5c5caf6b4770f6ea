"""What is the same for all candidates of a chain of titles, and how a candidate stands to it."""

from __future__ import annotations

import re
from bisect import bisect_right

from bangfu.lexicon import words
from bangfu.link.holders.ranked.asked import Asked, Candidate
from bangfu.link.phrases.post_verbs import verb_of
from bangfu.link.scene.scene import Scene
from bangfu.link.scene.story import clause_start
from bangfu.ranker import bucket

_NEAR = (1, 2, 4, 8, 14, 24, 40, 70)
_SENTENCES = (2, 3, 4, 7)
COUNTS = (1, 2, 3, 5, 9)
COMMA = re.compile("[，,；]")
_COUNTED = re.compile(
    "(?:[\\d一二两三四五六七八九十几百多余]|[各每某哪]|[这那])([名位个任届批])(?:[^，。；：！？\n、的]{0,6}的?)?$"
)
_PLURAL = re.compile("们|[等]|队伍|代表|[一-鿿]{0,2}[\\d一二三四五六七八九十]+[多余]?[名位个人]")
_NAME = re.compile("[一-鿿]{2,3}(?![一-鿿])")
_ENDS = frozenset(("", *"，。；：、！？）)」”\n,; \u3000"))
"""With which a clause or a part of a list ends."""
_WHICH = re.compile("[前后]者")


def cut(text: str, n: int) -> str:
    return text if len(text) <= n else ""


class Post:
    """What is the same for all candidates of a chain, computed once."""

    __slots__ = (
        "alone",
        "asked",
        "clause",
        "clean",
        "counted",
        "end",
        "ends",
        "first",
        "he",
        "head",
        "heading",
        "kind",
        "lead",
        "nxt",
        "nxt2",
        "opening",
        "prv",
        "prv2",
        "prv3",
        "quoted",
        "sentence",
        "start",
        "told",
        "two",
        "unread",
        "verb",
        "verb_at",
        "verb_word",
        "which",
        "words",
    )

    def __init__(self, asked: Asked) -> None:
        scene, first, last = asked.scene, asked.chain[0], asked.chain[-1]
        clean, title = scene.clean, last.title.value
        self.asked, self.clean, self.start, self.end = asked, clean, first.start, last.end
        self.two, self.head, self.kind = title.title[-2:], title.title, title.kind
        self.first = first.title.value.title[-2:]
        start, end = self.start, self.end
        self.nxt, self.nxt2 = clean[end : end + 1], clean[end : end + 2]
        self.ends = "c" if self.nxt in _ENDS else "的" if self.nxt == "的" else "-"
        self.prv, self.prv2 = clean[max(0, start - 1) : start], clean[max(0, start - 2) : start]
        self.prv3 = clean[max(0, start - 3) : start]
        self.words = clean[first.title.value.reach : first.title.start][-2:]
        held = first.held
        self.alone = (
            "a" if first.alone else "p" if first.place else "g" if held is None or held.value.generic else "b"
        )
        if first.department:
            self.alone += "d"
        self.sentence = scene.sentence_start(start)
        self.clause = clause_start(clean, start)
        hit = verb_of(clean, asked.chain)
        self.verb, self.verb_at, self.verb_word = "", start, ""
        if hit is not None:
            self.verb, self.verb_at, self.verb_word = hit[0][0] + "fn"[hit[2]], hit[1], hit[3][:2]
        he = max(clean.rfind(word, max(self.sentence, self.verb_at - 60), self.verb_at) for word in "他她")
        self.he = ""
        if he >= 0:
            near = "v" if he + 1 == self.verb_at else "c" if he >= self.clause else "s"
            self.he = near + ("的" if clean[he + 1 : he + 2] == "的" else "")
        opened = clean.rfind("“", max(0, start - 150), start)
        self.quoted = "q" if opened >= 0 and clean.find("”", opened, start) < 0 else ""
        self.told = "t" if any(u.title.value.title in asked.known.holders for u in asked.chain) else ""
        self.lead = cut(clean[self.clause : self.verb_at], 4)
        self.opening = clean[self.sentence : self.sentence + 2]
        self.unread = ""
        if end not in scene.people_at and self.nxt in words("surnames"):
            self.unread = "u" if _NAME.match(clean, end) else "s"
        counted = _COUNTED.search(clean, max(0, start - 12), start)
        self.counted = (counted.group(1) if counted is not None else "") + (
            "p" if _PLURAL.match(clean, end) else ""
        )
        which = list(_WHICH.finditer(clean, max(self.sentence, start - 90), start))
        self.which = which[-1].group()[0] if which else ""
        self.heading = "h" if start < scene.headline else ""


def distance(post: Post, low: int, high: int, at: int = -1) -> str:
    """How far a mention is: s in the sentence, b sentences before, f behind."""
    starts = post.asked.scene.sentence_starts
    if high <= post.start:
        at = post.start if at < 0 else at
        if low >= post.sentence:
            return "s" + bucket(at - high, _NEAR)
        return "b" + bucket(bisect_right(starts, post.start) - bisect_right(starts, low), _SENTENCES)
    n = bisect_right(starts, low) - bisect_right(starts, post.end)
    return "fs" + bucket(low - post.end, _NEAR) if n <= 0 else "fb" + bucket(n, (2,))


def subject(scene: Scene, at: int) -> str:
    """How many people are named before somebody in the sentence: 0 for the first."""
    return str(min(2, scene.people_between(scene.sentence_start(at), at)))


def holds(asked: Asked, c: Candidate) -> tuple[str, str]:
    """Whether the text gives the person this very title beside the name; whether others, or other titles."""
    holders = asked.known.holders
    mine = asked.known.titles.get(c.near.value, ())
    told = [u.title.value.title for u in asked.chain]
    same = "s" if any(t in mine for t in told) else ""
    taken = any(t in holders for t in told) and not same
    other = ("o" if taken else "") + ("m" if mine else "")
    return same, other or "-"


def continues(post: Post, c: Candidate) -> tuple[str, str]:
    """Whether the person holds the chain before this one, and the words between the two."""
    last = post.asked.last
    if last is None or post.start - last.chain[-1].end > 60 or not last.people:
        return "", ""
    who = {p.value for p in c.people}
    mark = "l" if who == set(last.people) else "p" if who & set(last.people) else "x"
    low, high = last.chain[-1].end, post.start
    gap = post.clean[low:high] if 0 <= high - low <= 5 else post.clean[high - 1 : high] + "…"
    return mark, gap


def leads(post: Post, c: Candidate) -> tuple[str, str]:
    """Whether the person holds the chain behind this one, and the words between the two."""
    following = post.asked.following
    if following is None or following.chain[0].start - post.end > 40 or not following.people:
        return "", ""
    mark = "l" if c.near.value == following.people[0] else "x"
    low, high = post.end, following.chain[0].start
    gap = post.clean[low:high] if high - low <= 4 else post.clean[low : low + 1] + "…"
    return mark, gap
