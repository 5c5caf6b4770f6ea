"""The body that writes in the first person: whose 我院 or 我校 an article is, wherever its name stands.

A hospital's own page rarely begins with the hospital's name: it stands paragraphs later, or only in the
signature. What the text says of 我院 tells whether it sends or receives, and the bodies of this kind that do
the same are asked; a body that others only go to, or that 我院 goes to, is not the one that speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import islice

from bangfu.article import Mention
from bangfu.link.team_bodies import of_team

_OUR = {
    "hospital": "(?:[我本]院|(?<![一-鿿])院(?:党委|领导|团委|工会))",
    "school": "(?:[我本]校|(?<![一-鿿])校(?:党委|领导|团委|工会))",
    "association": "(?:(?:到访|来访|走访|莅临|来|到)我会(?=[，。；并开进座调考参交指]|$)"
    "|我会(?:常务|执行|名誉)?(?:副?会长|理事|监事|秘书|会员|领导|成立|现有|一行|班子|[\\d]{4}年)"
    "|本会(?!议|场|计))",
    "company": "(?:[我本]公司|我司|我集团)",
}
_OURS = re.compile("[我本院校](?:(?<=[我本])(?:[院校会司]|公司|集团)|(?<=[院校])(?:党委|领导|团委|工会))")
"""What each of them holds: most texts lack it."""
_KINDS = {
    "hospital": ("hospital",),
    "school": ("school", "university"),
    "association": ("association", "foundation"),
    "company": ("company", "bank"),
}
_SENDS = (
    "{}(?!迎来|接收|欢迎)(?![^，。！？；\n]{{0,6}}(?:举行|举办|召开))[^，。！？；\n]{{0,20}}(?:援[疆藏青黔滇川桂派]|赴|启程|出征|派出|选派|派遣|凯旋|带队前往)"
    "|(?:选派|派出|抽调|欢送|送别|同行的还有){}|{}(?:对口)?(?:支援|帮扶|援助)|我们的援[疆藏青黔滇川桂]"
)
_RECEIVES = "(?:来|到|莅临|走进|赴|支援|帮扶|援助|进驻|派驻)(?:了|到)?{}|{}(?:迎来|欢迎|接收|接受|受援)"
"""What 我院 does that sends, and what one says of it that receives; {} stands for the word."""
_GONE_TO = re.compile("(?:与|赴|到|向|为|在|进驻|前往|援助|帮扶|支援|出任|任|挂职|走进|来到|抵达|到达|奔赴)$")
_WELCOMES = re.compile("[^。！？\n]{0,24}(?:欢迎|感谢|致辞|致词|谢意)")
BESIDE_US = (
    "(?:[与和同]|[^，。！？：\n]{0,8}(?:长|主任|书记|医师|教授)[一-鿿·]{2,4}[，、])我[院校会]"
    "(?:党委|行政|[正副]?[院校会]长|分管|主管|领导|医疗|专家|师生|签|举|开)"
)
"""Behind a body that stands beside the one that speaks: 某医院院长甲，我院院长乙."""
_VISITS = re.compile(
    f"[^，。！？；\n]{{0,20}}(?:来|到|莅临|走进|赴|支援|帮扶|到访|来访|迎来|欢迎|接待)了?[我本][院校会]|{BESIDE_US}"
)
"""Behind a body that visits the one that speaks, or stands beside it."""
GUESTS = re.compile(f"{_VISITS.pattern}|.{{0,3}}(?:专家|医疗队|团队|一行|领导)")
"""Behind a body that visits, or whose people do: 某大学|专家组来我校."""
WITH_US = re.compile("[我本][院校会司](?:将|已)?[与和同]$")
"""Before a body that the one that speaks has to do with: 我校与|某校|结对."""
_MOST = 300  # institutions asked
_ENOUGH, _CLEAR = 0.5, 1.5
"""By how much a body must lead where 我院 tells a side, and where it tells none."""
_TAIL = 90
"""Characters that hold a signature."""


def speaker(clean: str, institutions: Iterable[Mention], known: Mapping[str, str]) -> Mention | None:
    """The body that speaks in a clean text as 我院 or 我校; ``known`` are the sides of its institutions.

    None where no such word stands there, or nothing tells one body from another.
    """
    for kind, our in _OUR.items() if _OURS.search(clean) else ():
        if re.search(our, clean):
            return _best(clean, institutions, known, kind)
    return None


def _best(clean: str, institutions: Iterable[Mention], known: Mapping[str, str], kind: str) -> Mention | None:
    """The body of a kind for which most speaks, if one stands out."""
    side = _side(clean, kind)
    bodies: dict[str, list[Mention]] = {}
    others: set[str] = set()
    for told_here in islice(institutions, _MOST):
        m = of_team(told_here) or told_here
        if m.value.kind in _KINDS[kind] and not m.value.generic:
            bodies.setdefault(m.value.name, []).append(m)
        others.add(told_here.value.name)
    scores = {
        name: _score(clean, told, known.get(name), side)
        + any(o != name and o.startswith(name) for o in others)
        for name, told in bodies.items()
    }
    ranked = sorted(scores.values(), reverse=True)
    margin = ranked[0] - (ranked[1] if len(ranked) > 1 else 0.0) if ranked else 0.0
    clear = _ENOUGH if side is not None or len(ranked) == 1 else _CLEAR
    if not ranked or ranked[0] <= 0 or margin < clear:
        return None
    best = next(name for name, score in scores.items() if score == ranked[0])
    return max(bodies[best], key=lambda m: len(m.text))


def _side(clean: str, kind: str) -> str | None:
    """Whether the body that speaks sends or receives, as far as what stands around 我院 tells."""
    our = _OUR[kind]
    sends = len(re.findall(_SENDS.format(our, our, our), clean))
    receives = len(re.findall(_RECEIVES.format(our, our), clean))
    return None if sends == receives else "from" if sends > receives else "to"


def _score(clean: str, told: list[Mention], own: str | None, side: str | None) -> float:
    """How much speaks for a body: its side, where its name stands, and what stands before it."""
    score = 0.5 * min(len(told), 3)
    if own is not None and side is not None:
        score += 2.0 if own == side else -3.0
    if any(m.start > len(clean) - _TAIL for m in told):
        score += 1.0
    score += told[0].start < clean.find("\n")
    score += 2.0 * any(_alone(clean, m) for m in told)
    score += 4.0 * any(clean.startswith(("讯：", "讯:", "供稿"), m.end) for m in told)
    score -= 3.0 * any(clean.endswith("来自", 0, m.start) for m in told)
    score += 1.5 * any(_speaks_for(clean, m) for m in told)
    score -= 3.0 * any(_VISITS.match(clean, m.end) for m in told)
    score -= 4.0 * any(WITH_US.search(clean, max(0, m.start - 4), m.start) for m in told)
    gone = sum(1 for m in told if _GONE_TO.search(clean, max(0, m.start - 4), m.start))
    if side == "to":
        return score + (gone > 0)  # others have come to it
    return score - 1.5 * (gone > 0) - 0.5 * (gone == len(told))


def _speaks_for(clean: str, m: Mention) -> bool:
    """Whether somebody speaks in the name of a body to guests: 甲会长代表|某会|对一行的到来表示欢迎."""
    spoken = clean.endswith("代表", 0, m.start)
    return spoken and _WELCOMES.match(clean, m.end) is not None


def _alone(clean: str, m: Mention) -> bool:
    """Whether a name is a line of its own, as that of a page's author is."""
    begin, end = clean.rfind("\n", 0, m.start) + 1, clean.find("\n", m.end)
    return clean[begin : end if end >= 0 else len(clean)].strip() == m.text
