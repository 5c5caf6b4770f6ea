"""Institutions without the verb of a post with which their name was read: 曾|任红星医院, 当|青河县中学."""

from __future__ import annotations

import re
from dataclasses import replace

from bangfu.article import Mention

_POSTED = re.compile(
    ".{0,5}?(?:[曾现时担出兼调历接就升转]任|曾是|现为|当选为?|[推被]选为|选为|身兼|任命为|[被受续]?聘为|[获受应]聘|拉上|请来|叫上|带上|挂职|挂任)"
)
_POSTS, _POSTED_WITHIN = frozenset("任是为选聘兼上来职"), 9
"""A character of every such verb, and where it stands at the latest."""
_BEFORE_REN = frozenset("曾现担出兼历升调转聘接连后前")
_TAKEN = re.compile("当(?![阳涂雄代地今前当时红年日局])")
"""The verb that no name of a body begins with: 当|青河县中学校长."""
_BEFORE_XI = frozenset("者均都他她曾原现")


def unverbed(clean: str, m: Mention) -> Mention:
    """An institution without the verb that looks like a surname before it: 曾|任红星医院."""
    if m.text[0] not in "应系当" and _POSTS.isdisjoint(m.text[:_POSTED_WITHIN]):
        return m
    told = _POSTED.match(m.text)
    before = clean[max(0, m.start - 1) : m.start]
    ren = m.text[0] == "任" and before in _BEFORE_REN
    invited = m.text[0] == "应" and "邀" in clean[m.end : m.end + 12]
    taken = _TAKEN.match(m.text) is not None
    cut = told.end() if told else int(taken or ren or invited or (m.text[0] == "系" and before in _BEFORE_XI))
    return replace(m, start=m.start + cut, text=m.text[cut:]) if 0 < cut < len(m.text) - 2 else m
