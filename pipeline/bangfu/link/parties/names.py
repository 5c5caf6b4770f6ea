"""The full names of those who pay or are paid: short forms, pronouns and names that a phrase cuts apart."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from bangfu.article import Document, Mention, Role
from bangfu.link.parties.grammar import pattern
from bangfu.link.parties.lead import HELPER, lead, within
from bangfu.link.parties.subject import subject_span
from bangfu.link.scene.speaker import speaker
from bangfu.recognize.found import Found
from bangfu.recognize.institutions.value import InstitutionValue
from bangfu.recognize.items import behind as items

_NEAR = 120
_HE = pattern("{pronoun}(?!们)")
_PARAGRAPH = 600
_FIRST = 24
_PRONOUNS = frozenset("他她")
_SHORT = pattern(
    "[该本我]?(?P<kind>{short_body})|[该本我](?P<bare>[校园院行会馆企县区市州旗镇乡村])|(?P<place>{local})[里上]"
)
_ENDINGS = {
    "学校": ("学校", "中学", "小学", "一中", "二中", "三中", "学院", "大学", "校区"),
    "母校": ("学校", "中学", "小学", "一中", "二中", "三中", "学院", "大学", "校区"),
    "校": ("学校", "中学", "小学", "一中", "二中", "三中", "学院", "大学", "校区"),
    "园": ("幼儿园",),
    "行": ("银行", "分行", "支行"),
    "院": ("医院", "学院", "卫生院", "研究院", "福利院"),
    "医院": ("医院", "卫生院"),
    "会": ("基金会", "协会", "商会", "联合会", "慈善会", "总会", "红十字会"),
    "总会": ("总会",),
    "馆": ("图书馆", "博物馆", "文化馆", "体育馆"),
    "企": ("公司", "集团"),
    "公司": ("公司",),
}
_CALLED = pattern("简称[：“]{1,2}([^“”，。；\n]{2,8})[”）]")
_ADVERBS = pattern("(?:{before_act}|就|各|当[天场])*$")


@dataclass(frozen=True, slots=True)
class Names:
    """The people and institutions of one document by place, to look names up from a money row.

    >>> Names((Mention(0, 6, "青禾基金会", "institution", "test"),), (), "青禾基金会成立，基金会捐赠").full(
    ...     "基金会", 13
    ... )
    '青禾基金会'
    """

    institutions: tuple[Mention, ...]
    people: tuple[Mention, ...]
    clean: str
    posts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    speaker: str | None = None
    aliases: frozenset[str] = frozenset()

    @classmethod
    def of(cls, document: Document, found: Found, roles: tuple[Role, ...] = ()) -> Names:
        """The names of ``document``; ``roles`` tell the bodies of its people, and which of them send."""
        posts: dict[str, tuple[str, ...]] = {}
        known: dict[str, str] = {}
        for role in roles:
            if role.institution:
                posts[role.person] = (*posts.get(role.person, ()), role.institution)
                if role.side:
                    known.setdefault(role.institution, role.side)
        if not found.money:
            return cls(found.institutions, found.people, document.clean)
        ours = speaker(document.clean, found.institutions, known)
        aliases = frozenset(m[1] for m in _CALLED.finditer(document.clean))
        return cls(
            found.institutions, found.people, document.clean, posts, ours.text if ours else None, aliases
        )

    def full(self, name: str | None, at: int) -> str | None:
        """``name`` as written in front of ``at``, in full; ``None`` for a pronoun of no one for sure."""
        if name is None:
            return None
        if name[0] in _PRONOUNS:
            return self._he(at)
        if short := _SHORT.fullmatch(name):
            kind = short["kind"] or short["bare"] or short["place"]
            at = self._said_at(name, at)
            if kind in "州盟县区市省旗镇乡村":
                return self._place(kind, at) or name
            return self._body(kind, at, name != kind, name[0] in "我本") or name
        return self._uncut(name, at)

    def _before(self, mentions: tuple[Mention, ...], at: int) -> list[Mention]:
        """The nearest mentions in front of ``at``, nearest first; only so many, for long texts."""
        i = bisect_left(mentions, at, key=lambda m: m.start)
        return list(reversed(mentions[max(0, i - 60) : i]))

    def _said_at(self, name: str, at: int) -> int:
        """Where a short form stands in front of ``at``, not inside the name of a body; else ``at``."""
        place = at
        for _ in range(3):
            place = self.clean.rfind(name, max(0, at - _NEAR), place)
            i = bisect_left(self.institutions, place + 1, key=lambda m: m.start) - 1
            if place < 0 or i < 0:
                break
            here = self.institutions[i].text == name and place >= self._sentence(at)
            if self.institutions[i].end <= place or here:
                break
        return place if place >= 0 else at

    def _body(self, kind: str, at: int, this: bool, own: bool) -> str | None:
        """The body that a short form means: the nearest for 该校, the first for 我校, else the only one."""
        endings = _ENDINGS.get(kind, (kind,))
        named = [
            m
            for m in self._before(self.institutions, at)
            if m.text.endswith(endings) and len(m.text) > len(kind) + 1
        ]
        if not named:
            return None
        speaks = self.speaker if self.speaker and self.speaker.endswith(endings) else None
        if own:
            return speaks or named[-1].text
        if speaks and not this:
            # Who writes 我院 calls it 医院 too.
            return speaks
        often = Counter(
            m.value.name if isinstance(m.value, InstitutionValue) else m.text for m in named
        ).most_common(2)
        if not this and len(often) > 1 and often[0][1] >= 2 * often[1][1] and often[0][1] > 2:
            return often[0][0]
        alone = len({m.text for m in named}) == 1
        return named[0].text if this or alone else speaks

    def _place(self, kind: str, at: int) -> str | None:
        """该县, 县里: the place with which the name of a body in front begins."""
        for m in self._before(self.institutions, at):
            end = m.text.find(kind, 2, 12)
            if end > 0:
                place = m.text[: end + 1]
                cut = max(place.rfind(c, 0, end - 1) for c in "省市州盟")
                return place[cut + 1 :]
        return None

    def acting(self, at: int) -> str | None:
        """The name that ends right in front of a verb at ``at``, adverbs aside: 当律师的李大山又转来."""
        end = at - len(_ADVERBS.search(self.clean[max(0, at - 8) : at])[0])  # type: ignore[index]
        for mentions in (self.people, self.institutions):
            i = bisect_left(mentions, end, key=lambda m: m.start) - 1
            if i < 0 or mentions[i].end != end:
                continue
            if not HELPER.search(self.clean[max(0, mentions[i].start - 10) : mentions[i].start]):
                return mentions[i].text if mentions is self.institutions else str(mentions[i].value)
        return None

    def lead(self, start: int, text: str) -> str | None:
        """The people, or the body, with whose name the clause ``text`` at ``start`` begins."""
        return lead(self.clean, start, text, self.people, self.institutions, self.aliases)

    def office(self, start: int, text: str) -> str | None:
        """The body whose head begins the clause ``text`` at ``start``: 南坡基金会理事长李大山."""
        low, high = subject_span(text)
        people = within(self.people, start + low, start + high)
        if not people:
            return None
        bodies = within(self.institutions, start + low, people[0].start)
        if not bodies or bodies[0].start != start + low:
            return None
        titles = self.clean[bodies[-1].end : people[0].start]
        return bodies[-1].text if 1 < len(titles) < 10 else None

    def ends(self, begin: int, end: int) -> frozenset[int]:
        """Where the names of people end in the text between two places, counted from its begin."""
        return frozenset(m.end - begin for m in within(self.people, begin, end))

    def ending(self, begin: int, end: int) -> str | None:
        """The person with whose name the text between two places ends: 村支书|李大山."""
        named = within(self.people, begin, end)
        return named[-1].text if named and named[-1].end == end else None

    def bodies(self, begin: int, end: int) -> tuple[str, ...]:
        """The names of bodies and people that begin between two places."""
        low = bisect_left(self.institutions, begin, key=lambda m: m.start)
        high = bisect_left(self.institutions, end, key=lambda m: m.start)
        return (
            *(m.text for m in self.institutions[low:high] if len(m.text) > 2),
            *(str(m.value or m.text) for m in within(self.people, begin, end)),
        )

    def _he(self, at: int) -> str | None:
        """The one person named in the sentence so far, else the one with whom the sentence before begins."""
        at = max(self.clean.rfind("他", 0, at), self.clean.rfind("她", 0, at))
        begin = self._sentence(at)
        near = self._before(self.people, at)
        inside = [m for m in near if m.start >= begin]
        if inside and _HE.search(self.clean[begin : inside[-1].start]):
            # 他和同学李大山商量，…他捐款: he was meant before the name came.
            return None
        if not inside:
            begin = self._sentence(begin - 1)
            inside = [m for m in near if m.start >= begin]
        names = list(dict.fromkeys(str(m.value or m.text) for m in inside))
        return names[0] if len(names) == 1 else None

    def _sentence(self, at: int) -> int:
        floor = max(0, at - _PARAGRAPH)
        return max(floor - 1, *(self.clean.rfind(c, floor, max(at, 0)) for c in "。！？\n")) + 1

    def _uncut(self, name: str, at: int) -> str:
        """李大山 of 董事长李 and of 南坡公司董事长李大山: the person whose name it cuts off or ends with.

        A body whose name goes on behind ``name`` is given whole.
        """
        begin = self.clean.rfind(name, max(0, at - _NEAR), at)
        begin = self.clean.find(name, at, at + _NEAR) if begin < 0 else begin
        if begin < 0:
            return name
        end = begin + len(name)
        if "、" in name and any(m.start == begin for m in within(self.people, begin, end)):
            # 李大山、王小河各捐赠: each of them pays, not only the last.
            return name
        i = bisect_left(self.people, end, key=lambda m: m.start)
        if i < len(self.people) and self.people[i].start == end and items.is_person(name):
            return str(self.people[i].value or self.people[i].text)
        i -= 1
        if i >= 0 and self.people[i].start >= begin and self.people[i].end >= end:
            return str(self.people[i].value or self.people[i].text)
        i = bisect_left(self.institutions, end, key=lambda m: m.start) - 1
        if i >= 0 and self.institutions[i].start == begin and self.institutions[i].end > end:
            return self.institutions[i].text
        return name
