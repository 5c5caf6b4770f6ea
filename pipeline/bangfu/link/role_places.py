"""Where a post is held: the institution of its phrase, or of the text before."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice

from bangfu.article import Mention
from bangfu.link.role_bodies import written_body
from bangfu.link.role_carry import LAST, founded, governed, kinds_of, last_of, sender, sent_by, team_of
from bangfu.link.role_hosts import host, in_unit, of_class
from bangfu.link.role_pair import Pair
from bangfu.link.role_scene import Scene
from bangfu.link.role_units import SECTIONS
from bangfu.recognize.places import is_place
from bangfu.recognize.titles import ALONE

_THIS = re.compile(
    r"(?:该|本|同|这所|这家|当地|所在|我)?(校|院|局|县|公司|企业|集团|基金会|协会|商会|总会)的?$"
)
_THIS_KINDS = {
    "校": ("school", "university"),
    "院": ("hospital", "university", "research"),
    "局": ("government",),
    "公司": ("company",),
    "企业": ("company",),
    "集团": ("company",),
    "基金会": ("foundation",),
    "协会": ("association",),
    "商会": ("association",),
    "总会": ("association", "foundation"),
}
_CLASSES = frozenset(
    [
        "校",
        "院",
        "学校",
        "医院",
        "公司",
        "集团",
        "企业",
        "基金会",
        "商会",
        "协会",
        "学会",
        "中心",
        "大学",
        "学院",
        "小学",
        "中学",
        "幼儿园",
        "研究院",
        "研究所",
        "银行",
    ]
)
_FROM = re.compile(r"(?:等?(?:\d{1,3}|[两三四五六七八九十]{1,2})[人名位])?[，,（(]?(?:均|都|分别)?来自于?")
_GOVERNED = re.compile(
    r".{1,12}?(?:自治区|自治州|自治县|[省市县区镇乡州盟旗村])(?=党?委|党工委|人民政府|政府|人大|政协|$)"
)
"""The place that a committee or government stands for: 某市 in 某市委."""
_TAKEN = re.compile("(?:[担出兼赴]任|挂职|受聘|当选|当上|被任命|接任)[了过]?为?$")
"""Verbs of a post that is not where the person comes from: 担任副校长的甲来自某校."""
_OF_SCHOOL = re.compile("(?<!名誉)(?:校长|园长|班主任|护士长?|医师|行长)$")
_INVITED = re.compile(
    "(?:请来|邀请|请到|找来|联系上?|托)了?[^，。；！？\\n]{0,8}(?:同事|同学|战友|老友|朋友|老师|学生|徒弟|好友)(?:、|——)?$"
)
_SENT_INTO = re.compile(
    "(?:选派|派|派驻|派往|派到|派至|派赴|选派到|选派至|派去|支援|对口支援|援助|帮扶|下派到)$"
)
_SENT_AWAY = re.compile("挂职|[派援赴调]")
_BODIES = frozenset("部委局厅署院办党府")
_WORKS = re.compile("工作|上班|任教|任职|就职|执教|教书|当医生|当护士|当老师")
_OF_TEAMS = ("队长", "领队", "团长", "组长")
"""Posts of a team, not of where its leader comes from."""
_ENTRY_END = re.compile(r"(?:[\u4e00-\u9fff]{1,6}[科部室处心组])?(?:[。；;，,）)\n]|$)")
_NOTE = re.compile("[（(][^（()）\n]{1,20}[）)]")
_NEXT = re.compile("[、，,]")
_MOST_LISTED = 30
_MANY = 300
_CLAUSE = re.compile("[一-鿿]{1,6}的")
_OF_STATE = re.compile("国家|国务委员|.*(?:人大代表|政协委员|党代表|党员代表)$")
"""Posts that belong to no body of the chain that they stand in."""
_OWN = ("局", "厅", "部", "行", "会")
"""Where a chain that starts in another body has no such post: 某县教育局局长、会长."""


def place_of(
    scene: Scene, pair: Pair, before: str | None, known: dict[str, str], own: tuple[str, ...]
) -> tuple[str | None, str]:
    """The institution of a pair's title, as its sentence writes it, and the rule that found it.

    The phrase's own comes first, then ``before``: that of the phrase which this one continues. A bare class
    (学校, 该校) and a head that only one kind of institution has (校长, 局长) take the last institution of
    this kind, or the one of ``own``: where the person has held posts so far.
    """
    unit, rule = pair.unit, pair.rule
    title = unit.title.value.title
    kinds = kinds_of(title)
    if rule == "role:becomes" and unit.held is None and (new := founded(scene, unit.start)):
        return new, f"{rule}+founded"
    if unit.held is not None:
        if unit.held.value.generic and (named := of_class(scene, unit.title.value.reach)) is not None:
            return named, f"{rule}+class"
        if (sent_from := _dispatched(scene, unit.held)) is not None:
            return sent_from.text, f"{rule}+dispatched"
        if not _bare(unit.held):
            branch = next((b for b in ALONE if title.startswith(b)), "")
            return unit.held.text.removesuffix(branch).removesuffix("临时"), rule
        owner = _owner(scene, unit.held)
        if owner is not None:
            return owner.text, rule
        found = last_of(scene, unit.held.start, (unit.held.value.kind,), "", across=True)
        return (found, f"{rule}+same") if found else (None, rule)
    if unit.place is not None:
        return unit.place, rule
    if _OF_STATE.match(title):
        return None, rule
    if unit.body is None and (named := of_class(scene, unit.title.start)) is not None:
        return named, f"{rule}+class"
    if (
        unit.body is None
        and unit.department is None
        and _unread(scene.document.clean, unit.title.value.reach)
    ):
        return None, rule
    if unit.body is not None:
        return unit.body, f"{rule}+written"
    if before is not None and unit.title.value.kind == "place":
        place = _GOVERNED.match(before)
        land = before if is_place(before) else None
        found = place.group() if place else land or governed(scene, title, unit.start)
        return (found, f"{rule}+governed") if found else (None, rule)
    tail = LAST.get(title[-2:], "")
    if unit.department in SECTIONS or title[:-1] in SECTIONS or tail not in _OWN:
        tail = ""
    if before is not None and _foreign(scene, title, before):
        before = None
    if before is not None and (not tail or before.endswith(tail)):
        return before, f"{rule}+shared"
    this = _THIS.search(scene.document.clean, max(0, unit.start - 5), unit.start)
    if this is not None and this.group(1) in _THIS_KINDS:
        kinds = _THIS_KINDS[this.group(1)]
    clause = _clause(scene, unit.title.value.reach)
    if clause is not None:
        return clause.text, f"{rule}+clause"
    here = in_unit(scene, unit.title.value.reach)
    if here is not None:
        return here, f"{rule}+unit"
    behind = rule in ("role:name_title", "role:surname_title")
    sent = sent_by(scene, pair.person.start if behind else unit.title.value.reach)
    if sent is not None:
        return sent, f"{rule}+sent"
    origin = None if title.endswith(_OF_TEAMS) else _origin(scene, pair)
    posted = scene.document.clean[unit.title.value.reach : unit.title.start].endswith("挂职")
    posted = posted or _TAKEN.search(scene.document.clean, max(0, unit.start - 6), unit.start) is not None
    if origin is not None and not posted:
        return origin.text, f"{rule}+from"
    if rule == "role:counted_list":
        return None, rule
    return _carried(scene, pair, kinds, known, this is not None, own)


def _carried(
    scene: Scene,
    pair: Pair,
    kinds: tuple[str, ...],
    known: dict[str, str],
    told: bool,
    own: tuple[str, ...],
) -> tuple[str | None, str]:
    """What the text before the sentence tells of a post that stands alone."""
    unit, rule = pair.unit, pair.rule
    title, at = unit.title.value.title, unit.start
    if unit.department and not kinds:
        taught = title.endswith(("教师", "老师"))
        kinds = ("school", "university") if taught else ("hospital",) if unit.department[-1] == "科" else ()
    if kinds == ("hospital",) and rule in ("role:name_title", "role:surname_title"):
        return None, rule  # how a doctor is addressed
    if _INVITED.search(scene.document.clean, max(0, unit.title.value.reach - 14), unit.title.value.reach):
        return None, rule  # 请来原单位同事、骨科医生甲: of a body that is not told
    tail = LAST.get(title[-2:], "")
    side = "from" if unit.title.value.kind == "prof" else "to"
    sent = {name for name, told_side in islice(known.items(), _MANY) if told_side == side}
    tries = (
        ("team", _named_before(scene, at, title)),
        ("company", sender(scene, at, kinds, known) if kinds or unit.department else None),
        ("founded", founded(scene, at)),
        ("governed", governed(scene, title, at)),
        ("team", team_of(scene, at) if tail in ("队", "团") and tail else None),
        ("host", host(scene, at, title, unit.department)),
        ("own", _own(scene, pair, kinds, own, known) if kinds and not told else None),
        ("before", last_of(scene, at, kinds, tail, told, sent) if kinds or tail else None),
    )
    return next(((name, f"{rule}+{how}") for how, name in tries if name), (None, rule))


def _foreign(scene: Scene, title: str, body: str) -> bool:
    """Whether a body can have no such post: the head of a school that a foundation would have."""
    if not _OF_SCHOOL.search(title):
        return False
    kind = next((m.value.kind for m in scene.institutions[:_MANY] if m.text == body), None)
    return kind in ("foundation", "association", "bank", "party")


def _dispatched(scene: Scene, held: Mention) -> Mention | None:
    """Who has sent a professional to a body: 某医院|派驻某县医院的|医生."""
    clean = scene.document.clean
    if clean[held.end : held.end + 1] != "的":
        return None
    verb = _SENT_INTO.search(clean, max(0, held.start - 6), held.start)
    return scene.institutions_to.get(verb.start()) if verb is not None else None


def _unread(clean: str, at: int) -> bool:
    """Whether what stands right before a phrase looks like a body that nothing has found: 某某部|副部长."""
    return clean[at - 1 : at] in _BODIES and clean[at - 2 : at - 1] not in "，。、；：”该本我全两同"


def _own(
    scene: Scene, pair: Pair, kinds: tuple[str, ...], own: tuple[str, ...], known: dict[str, str]
) -> str | None:
    """Where a person's other posts are, if it is one institution of the kind that has this post."""
    title, at = pair.unit.title.value.title, pair.unit.start
    sent = pair.rule == "role:becomes" and _SENT_AWAY.search(scene.document.clean, max(0, at - 8), at)
    if not own or sent or title.endswith("部长"):
        return None
    held = {m.text: m.value.name for m in scene.institutions if m.text in own and m.value.kind in kinds}
    name = next(iter(held)) if len(set(held.values())) == 1 else None
    left = pair.rule == "role:becomes" and name is not None and known.get(held[name]) == "from"
    return None if left else name


def _named_before(scene: Scene, at: int, title: str) -> str | None:
    """The team of which the clause before speaks: 一支志愿服务队，队长甲."""
    clean = scene.document.clean
    if clean[at - 1 : at] not in ("，", ",") or clean[at - 2 : at - 1] != title[0] or title[1:2] != "长":
        return None
    body = written_body(clean, at - 1)
    return body[1] if body is not None else None


def _clause(scene: Scene, at: int) -> Mention | None:
    """The institution of a clause before a title: 从某院来的医生, 在某校教语文的老师."""
    index = bisect_left(scene.institution_starts, at) - 1
    if index < 0:
        return None
    m = scene.institutions[index]
    return m if not m.value.generic and _CLAUSE.fullmatch(scene.document.clean, m.end, at) else None


def _origin(scene: Scene, pair: Pair) -> Mention | None:
    """The institution that a person is said to belong to or come from: 某校的甲; 甲来自某校."""
    told = _told_behind(scene, pair.unit.end, pair.rule == "role:apposition")
    if told is not None:
        return told
    for person in scene.mentions_of.get(pair.person.value, ()):
        held = scene.institution_before(person.start)
        if held is not None and scene.document.clean[held.end] == "的":
            return held
        work = scene.institutions_at.get(person.end + 1)
        if (
            work is not None
            and _WORKS.match(scene.document.clean, work.end)
            and scene.document.clean[person.end] == "在"
        ):
            return work
        last = scene.listed_from(person, titled=True)[-1].end
        end = scene.phrase_ends.get(last, last)
        for _ in range(_MOST_LISTED):  # 甲（领队）、乙（护士），均来自某院
            noted = _NOTE.match(scene.document.clean, end)
            if noted is None or _told_behind(scene, end, False) is not None:
                break
            end = noted.end()
            another = _NEXT.match(scene.document.clean, end)
            following = scene.people_at.get(another.end()) if another is not None else None
            end = following.end if following is not None else end
        told = _told_behind(scene, end, False)
        if told is not None:
            return told
    return None


def _told_behind(scene: Scene, at: int, entry: bool) -> Mention | None:
    """The institution told right behind: 来自某校; （某校）; in the entry of a list also ，某校."""
    clean = scene.document.clean
    origin = _FROM.match(clean, at)
    if origin is not None and origin.end() in scene.institutions_at:
        return scene.institutions_at[origin.end()]
    body = scene.institutions_at.get(at + 1)
    if body is None or body.value.generic:
        return None
    if clean[at] in "（(" and clean[body.end : body.end + 1] in ("）", ")"):
        return body
    return body if entry and clean[at] in "，, \u3000" and _ENTRY_END.match(clean, body.end) else None


def _owner(scene: Scene, bare: Mention) -> Mention | None:
    """The institution right before a bare class: 某银行原|公司客户部总经理."""
    for at in (bare.start, bare.start - 1 if scene.document.clean[bare.start - 1] in "原的" else bare.start):
        owner = scene.institutions_to.get(at)
        if owner is not None and not owner.value.generic:
            return owner
    return None


def _bare(institution: Mention) -> bool:
    """Whether a mention is only the class of a body (学校, 集团), to be looked up before."""
    return institution.text.lstrip("该本我") in _CLASSES
