"""Who receives where the words around an amount do not tell it: the body or place that the report is set at.

Every body and place on the receiving side is a candidate; what the sentence, the one before it and the whole
article tell of it are points, and only a clear lead over the next candidate is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bangfu.article import Document, Role
from bangfu.link.parties_frame import Fields
from bangfu.link.parties_grammar import pattern
from bangfu.recognize.found import Found
from bangfu.recognize.institution_value import InstitutionValue

_KINDS = frozenset(("school", "hospital", "university"))
_LEVEL = pattern(".{1,4}?[省市县旗镇乡村区]|.{2,4}?州")
_PLACE = pattern("[县旗州盟市镇乡村]$")
_REACHED = pattern(r"(?:[向给为进到赴]|{reaches})[了到]?[^，。；！？\n]{0,6}$")
_GIVEN = pattern("{giving}|^给|补上|批|[盖建买]$|添置|购进")
_OTHERS = frozenset(
    (
        "figure",
        "each",
        "helped",
        "a-head",
        "rate",
        "borne",
        "compared",
        "grown",
        "sum",
        "again",
        "among",
        "handed",
    )
)
"""Rules of amounts that reach single people, or nobody."""
_CENTRAL = pattern("中央|国家|国务院|全国|(?:{han}{2,6}部、?)+$")
# 北坡县教育局, 甲镇中心校: those in the place itself
_LOCAL = pattern("(?:[省市县区州旗乡镇村](?!.{0,2}财政)|.*[县旗乡镇村]).*[局厅委办府部院校会]$|他们|孩子")
_PEOPLE = pattern(
    "[^，。；！？]{0,10}，?(?:[给让为帮](?!了)[^，。；]{0,12}?(?:[他她人民者户]|学生|儿童|患儿|群众)|每{han})"
)
_TOTAL = pattern("累计|总额|总计|已达|先后|以来|[年月日]来[^，。；]{0,12}[共已]")
"""In front of what was given over time, to more than one body."""
_OURS = pattern("我[县旗镇乡](?=[一-鿿，])")
_OWN_NAME = pattern(r"(?:^|\n)[^一-鿿\n]{0,3}({han}{2,4}[县旗镇乡])(?![委长])")
_SOMEBODY = pattern("{han}{2}")
_OF_MONEY = pattern("[款金资钱币计额价值费元共约近超达了]")
_STOP = pattern(r"[。！？\n]")
_ABOUT_GIFTS = pattern("捐|赠|资助|善款")
_TITLE = 150
"""Characters at the beginning of an article that tell whether it is about gifts."""
_HEAD = 120
"""Characters at the beginning of an article that tell where it is set."""
_BACK = 320  # characters in front of an amount that are read for those who receive
_MOST = 60  # receivers of one article that are weighed: more is no report but hostile input
_CLEAR, _MARGIN = 3, 2
"""Points that a receiver needs, and its lead over the next; chosen on one half of the annotated articles."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """A body or place, whether its posts are on the receiving side, and the spans that name it."""

    name: str
    body: bool
    sided: bool
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """The bodies and places of one document that receive; ``most`` counts the most told of the bodies.

    ``own`` is the county whose report it is (南坡县…工作报告, with 我县 in it).
    """

    clean: str
    receivers: tuple[Receiver, ...]
    senders: frozenset[str]
    most: int
    own: str

    @classmethod
    def of(cls, document: Document, found: Found, roles: tuple[Role, ...]) -> Setting:
        """The receiving side as ``roles`` tell it: the bodies of their posts, and the counties of those."""
        known = [(m, m.value) for m in found.institutions if isinstance(m.value, InstitutionValue)]
        names = {m.text: value.name for m, value in known}
        votes: Counter[str] = Counter()
        for role in roles:
            if role.institution and role.side:
                votes[names.get(role.institution, role.institution)] += 1 if role.side == "to" else -1
        spans: dict[str, list[tuple[int, int]]] = {}
        for m, value in known:
            if value.kind in _KINDS and not value.generic and votes[value.name] >= 0:
                spans.setdefault(value.name, []).append((m.start, m.end))
        bodies = [Receiver(name, True, votes[name] > 0, tuple(at)) for name, at in spans.items()]
        bodily = frozenset(names.values())
        places = [n for n, count in votes.items() if count > 0 and n not in bodily and _PLACE.search(n)]
        told = _OWN_NAME.search(document.clean, 0, _HEAD)
        own = told[1] if told and votes[told[1]] >= 0 and len(_OURS.findall(document.clean)) > 1 else ""
        places += [own] if own else []
        places += [n for body in bodies if body.sided for n in _counties(body.name) if votes[n] >= 0]
        most = max((len(body.spans) for body in bodies if body.sided), default=0)
        for name in dict.fromkeys(places):
            at = [m.span() for m in re.finditer(re.escape(_short(name)), document.clean)]
            bodies += [Receiver(name, False, True, tuple(at))] if at else []
        senders = frozenset(text for text, name in names.items() if votes[name] < 0)
        return cls(document.clean, tuple(bodies[:_MOST]), senders, most, own)

    def receiver(self, cells: Fields, at: int, end: int, sentence: int, before: int) -> str | None:
        """Who receives the amount from ``at`` to ``end``; its sentence and the one before begin as told."""
        payer = cells.payer
        if payer is None or cells.frame in _OTHERS or not _GIVEN.search(cells.action or ""):
            return None
        if _CENTRAL.match(payer) or (_LOCAL.match(payer) and payer not in self.senders):
            return None
        if any(payer.startswith(_short(r.name)) or r.name in payer for r in self.receivers):
            return None
        low = max(before, at - _BACK, 0)
        low = max(low, self.clean.rfind("\n", low, at) + 1)
        quoted = self.clean.count("“", low, at) > self.clean.count("”", low, at)
        if quoted or _PEOPLE.match(self.clean, end) or self._has_object(cells.action or "", sentence, at):
            return None
        told = [(self._points(r, low, sentence, at), -i) for i, r in enumerate(self.receivers)]
        (best, i), (second, _) = sorted([*told, (0, 0), (0, 0)], reverse=True)[:2]
        if best < max(_CLEAR, second + _MARGIN) or self._tells_another(-i, end):
            return None
        taker = self.receivers[-i]
        near = bisect_left(taker.spans, (low, 0)) < bisect_left(taker.spans, (at, 0))
        if taker.body and not near and not _ABOUT_GIFTS.search(self.clean, 0, _TITLE):
            # A school that a whole article is about gets what is given there, if it is about gifts.
            return None
        return taker.name

    def _has_object(self, action: str, sentence: int, at: int) -> bool:
        """Whether somebody stands between the act and the amount who takes it: 资助|甲|6000元."""
        verb = self.clean.rfind(action, sentence, at) if action else -1
        gap = self.clean[verb + len(action) : at] if verb >= 0 else ""
        return bool(_SOMEBODY.search(gap)) and not _OF_MONEY.search(gap)

    def _tells_another(self, best: int, end: int) -> bool:
        """Whether the rest of the sentence names another body that may receive."""
        stop = _STOP.search(self.clean, end)
        high = stop.start() if stop is not None else len(self.clean)
        return any(
            end <= a < high for i, r in enumerate(self.receivers) if i != best and r.body for a, _ in r.spans
        )

    def _points(self, r: Receiver, low: int, sentence: int, at: int) -> int:
        """What tells that a receiver takes the amount at ``at``; the text near it begins at ``low``."""
        near = r.spans[bisect_left(r.spans, (low, 0)) : bisect_left(r.spans, (at, 0))]
        reached = any(
            _REACHED.search(self.clean, max(low, a - 14), a) for a, b in near if self.clean[b : b + 1] != "等"
        )
        here = any(a >= sentence for a, _ in near)
        if not r.sided:
            return 3 + here if reached else 0
        lead = (r.body and len(r.spans) == self.most) or r.name == self.own
        over_time = _TOTAL.search(self.clean, max(sentence, at - 40), at)
        return 3 * reached + here + (r.spans[0][0] < _HEAD) + (2 if lead and not over_time else 0)


def _short(place: str) -> str:
    return place[:-1] if len(place) > 2 and _PLACE.search(place) else place


def _counties(name: str) -> Iterator[str]:
    """The counties with which the name of a body begins.

    >>> list(_counties("甲省南坡县第一中学"))
    ['南坡县']
    """
    at = 0
    while (level := _LEVEL.match(name, at)) and level.end() < len(name):
        if level.group()[-1] in "县旗" and level.end() - at > 2:
            yield level.group()
        at = level.end()
