"""The verbs that give, take or tell a post, compiled from ``lexicons/role_verbs.txt``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bangfu.lexicon import table
from bangfu.link.phrases.phrase import Unit

_REACH = 20


class PostVerbs(NamedTuple):
    """One class of verbs: with what they begin, and patterns that end where a phrase begins."""

    kind: str
    firsts: frozenset[str]
    near: re.Pattern[str]
    """The verb right before the phrase."""
    far: re.Pattern[str]
    """The verb with other words between."""


@lru_cache(maxsize=1)
def post_verbs() -> tuple[PostVerbs, ...]:
    """The three classes of verbs, in the order in which they are asked."""
    tail = "(?:起?了|过|着|起)?(?:为|成)?(?:一名|一位|首任|这[个所家]|该[校院县]?|[同本][校院村县]|当地)?"
    tail += "(?:分[院校会社]|分公司|合作社)?"
    tail += "(?:(?:[那这院校队村县乡镇组科厂社班站所局团系园馆部寨]里|单位))?的?(?:[一两二三四五][名位个])?"
    tail += r"(?:[\u4e00-\u9fff]{2,6}所在的?)?(?:[\u4e00-\u9fff]{0,4}(?:唯一|首位|第一位)的?(?:一名|一位)?)?"
    tail += "(?:(?:分管|主管|负责|管)[\u4e00-\u9fff、]{1,10}的)?$"
    out = []
    for kind in ("becomes", "leaves", "is"):
        verbs = sorted((row[0] for row in table("role_verbs") if row[1] == kind), key=lambda w: (-len(w), w))
        long = "|".join(verb for verb in verbs if len(verb) > 1) if kind != "is" else "是|当上"
        firsts = frozenset(verb[0] for verb in verbs)
        near = re.compile(
            f"(?=[{''.join(sorted(firsts))}])(?<![专责信主])(?!(?<=[到离])任的)(?:{'|'.join(verbs)}){tail}"
        )
        # An institution may stand between that nothing else has found.
        quoted = (
            "|[任兼](?<![专责信主].)[^，。；、！？\\s的]{0,12}“[^，。；“”]{0,4}$" if kind == "becomes" else ""
        )
        far = re.compile(
            rf"(?:{long})[^，。；、！？—\s的]{{1,12}}${quoted}"
            rf"|(?:{long})[^，。；、！？—\s的]{{0,8}}一[家所个座支][^，。；、！？—\s的]{{1,10}}的$"
        )
        out.append(PostVerbs(kind, firsts, near, far))
    return tuple(out)


def verb_before(clean: str, low: int, high: int) -> tuple[str, bool, re.Match[str]] | None:
    """The verb of the post behind it: its class, and whether it stands right before the post."""
    words = clean[low:high]
    for verbs in post_verbs():
        if not verbs.firsts.isdisjoint(words):
            close = verbs.near.search(clean, low, high)
            told = close or verbs.far.search(clean, low, high)
            if told is not None:
                return verbs.kind, close is not None, told
    return None


def verb_of(clean: str, chain: tuple[Unit, ...]) -> tuple[str, int, bool, str] | None:
    """The verb before a chain of titles: its class, where it begins, whether it is close, and its text."""
    first = chain[0].title
    start = chain[0].start
    # 挂职 may be read as a word of the phrase (挂职干部) where it is the verb (挂职副院长).
    posted = clean[first.value.reach : first.start].endswith("挂职") and not first.text.endswith("干部")
    limit = first.start if posted else start
    limit -= chain[0].body is not None and clean[limit - 1 : limit] == "“"  # 成了“某书屋”的馆长
    hit = verb_before(clean, max(0, start - _REACH), limit)
    return (hit[0], hit[2].start(), hit[1], hit[2].group()) if hit is not None else None
