"""Posts that a clause tells without a verb of appointment: 从甲职到乙职, 以…身份…的甲, 出任…的第二天，甲."""

from __future__ import annotations

import re
from bisect import bisect_left

from bangfu.article import Mention
from bangfu.link.holders.actors import subject
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.phrases.post_verbs import post_verbs
from bangfu.link.scene.scene import Scene

_STEP = re.compile(
    "(?:从一?[名位个]?|到一?[名位个]?|再到|又到|后到|变成|转为|成为|做到|干到)(?:普通|基层|年轻|一线)?[“]?$"
)
_STEPS = re.compile(
    "[”]?(?:[，,、]?(?:从|再到|又到|到|最后到|直到|后来到|再|变成了?|转为|成为)[^，。；！？、\n]{2,20}){0,4}(?:——|[，,])"
)
"""What parts a step of a way from the person who has gone it."""
_ONWARD = re.compile(
    "[”]?[，,]?(?:再|又|变|直|一路|后来?|升|做|干|走|成长|转|最后)?(?:到|变成了?|转为|成长?为|升任|做起|干起)"
)
_WORKED = re.compile("(?:一直)?在")
_LEFT = re.compile(
    "的?(?:位子|位置|岗位|职位|职务|工作岗位|任|讲台)?上?(?:退[休下]|离任|卸任|离休|转岗|光荣退休)"
)
_AS_OF = re.compile("的?(?:身份|名义)[^，。；！？\n]{1,16}的")
_SINCE = re.compile(
    "(?:一职)?(?:的(?:第[一二三四五六七八九十两\\d]+个?[天年周月]|那[一]?[天年]|当[天年日晚]|头[一二三两几]?[天年个月]+|消息传来|[一二三四五六七八九十\\d]+[多余]?年[间里]?|时候)"
    "|不到[^，。；]{1,6}|还?不满[^，。；]{1,6}|以?后|之后|以来|期间|之初|时)(?:起|里|间|后)?[，,](?:[^，。；！？\n]{2,16}的)?"
)
_YEARS_OF = re.compile(
    "(?:当|做|干|任)[了过]?(?:整整|将?近|快|足足)?[\\d一二两三四五六七八九十几]{1,4}(?:多|余|来)?年的?(?:乡村|山村|农村|民办|基层)?$"
)
"""For how many years somebody has been what stands behind: 当了二十多年|教师."""
_HANDED = re.compile(
    "(?:一职|的?(?:担子|重担|接力棒|重任|位子|职务|岗位|工作))?(?:也|就|又|便|则)?(?:落[到在]|交给|交到|传给|传到|压[到在]|让给)了?"
)
_ARE = re.compile("(?:一职|的?职务)?(?:分别|依次)(?:是|为|由|叫)")
_AND = re.compile("、|以及|[和与及]")
_ONE = re.compile("一[个位名]?(?:还)?(?:是|为|当|任|做|担任|来自)")
_LONGEST = 16
"""Characters of who somebody is, before the name."""
_TWO_FAR = 80
_FAR = 60


def way(scene: Scene, chain: Chain) -> list[Pair]:
    """从炊事员到食堂管理员，再到后勤主任，甲在某校干了二十六年; 甲从教师变成了校长."""
    clean, start, end = scene.clean, chain[0].start, chain[-1].end
    step = _STEP.search(clean, max(0, start - 7), start)
    if step is None:
        return []
    first = step.group()[0] == "从"
    more = _STEPS.match(clean, end)
    person = _person_at(scene, more.end()) if more is not None else None
    begin = (
        step.start() if first else clean.rfind("从", max(scene.sentence_start(start), start - _FAR), start)
    )
    if begin < 0:
        return []
    onward = first and _ONWARD.match(clean, end) is not None
    if person is not None and person.start <= begin + 2 * _FAR and (onward or not first):
        return held(_where(scene, chain, person), [person], "role:way")
    own = scene.people_to.get(begin)  # 甲从教师变成了校长
    if own is None and clean[begin - 1 : begin] in ("，", ","):
        return []
    told = own is not None and clean[own.start - 1 : own.start] not in tuple("和与")
    if own is not None and told and (onward if first else clean[step.start()] != "到"):
        return held(chain, [own], "role:way")
    return []


def _where(scene: Scene, chain: Chain, person: Mention) -> Chain:
    """A chain with the body at which the person then is said to have worked: 甲在|某校|干了二十年."""
    at = _WORKED.match(scene.clean, person.end)
    body = scene.institutions_at.get(at.end()) if at is not None else None
    if body is None or body.value.generic:
        return chain
    return tuple(u._replace(held=body) if u.alone else u for u in chain)


def _person_at(scene: Scene, at: int) -> Mention | None:
    return scene.people_at.get(at) or scene.titled_at(at)


def retires(scene: Scene, chain: Chain) -> list[Pair]:
    """甲从某院院长的位子上退下来."""
    clean, at = scene.clean, chain[0].start - 1
    if clean[at : at + 1] != "从" or _LEFT.match(clean, chain[-1].end) is None:
        return []
    person = subject(scene, at)
    near = person is not None and not re.search("[。！？；、和与及\n]", clean[person.end : at])
    return held(chain, [person], "role:leaves") if person is not None and near else []


def in_quality(scene: Scene, chain: Chain) -> list[Pair]:
    """以队长身份第三次进藏的甲."""
    clean = scene.clean
    if clean[chain[0].start - 1 : chain[0].start] != "以":
        return []
    of = _AS_OF.match(clean, chain[-1].end)
    person = _person_at(scene, of.end()) if of is not None else None
    return held(chain, [person], "role:as") if person is not None else []


def since(scene: Scene, chain: Chain) -> list[Pair]:
    """出任名誉村长的第二天，甲…; 当选人大代表后，甲…"""
    clean, start = scene.clean, chain[0].start
    time = _SINCE.match(clean, chain[-1].end)
    if time is None:
        return _served(scene, chain)
    index = bisect_left(scene.people_starts, time.end())
    person = scene.people[index] if index < len(scene.people) else None
    if person is None or re.search("[，。；！？：“”、\n]", clean[time.end() : person.start]):
        return []
    if person.start - time.end() > _LONGEST:
        return []
    low = max(0, start - 10)
    verb = next((hit for v in post_verbs()[:2] if (hit := v.near.search(clean, low, start))), None)
    if verb is None:
        return []
    earlier = scene.person_before(verb.start())
    if earlier is not None and earlier.end > scene.sentence_start(start) and earlier.value != person.value:
        return []  # 甲当选会长后，乙…
    return held(chain, [person], "role:since")


def _served(scene: Scene, chain: Chain) -> list[Pair]:
    """当了三十年村医，甲…: nobody is told before in the sentence."""
    clean, start, end = scene.clean, chain[0].start, chain[-1].end
    person = scene.people_at.get(end + 1) if clean[end : end + 1] in ("，", ",") else None
    verb = _YEARS_OF.search(clean, max(0, start - 14), start) if person is not None else None
    if person is None or verb is None:
        return []
    earlier = scene.person_before(verb.start())
    if earlier is not None and earlier.end > scene.sentence_start(start) and earlier.value != person.value:
        return []  # 甲当了三十年村医，乙…
    return held(chain, [person], "role:since")


def one_each(scene: Scene, chain: Chain) -> list[Pair]:
    """甲和乙，一个是某院的护士长，一个是某校的校长."""
    clean, start = scene.clean, chain[0].start
    low = max(scene.sentence_start(start), start - _TWO_FAR)
    told = list(_ONE.finditer(clean, low, start))
    if not told or len(told) > 2 or re.search("[，。；]", clean[told[-1].end() : start]):
        return []
    last = scene.person_before(told[0].start())
    if last is None or last.end < low or start - told[-1].end() > 16:
        return []
    two = scene.listed_to(last)
    if (
        len(two) != 2
        or _others(scene, last.end, start)
        or "一" not in clean[start : start + _TWO_FAR] + clean[low:start]
    ):
        return []
    if len(told) == 1 and _ONE.search(clean, chain[-1].end, chain[-1].end + 30) is None:
        return []
    return held(chain, [two[len(told) - 1]], "role:each")


def handed(scene: Scene, chain: Chain) -> list[Pair]:
    """某校校长的担子落到了甲肩上; 院长一职交给了乙."""
    given = _HANDED.match(scene.clean, chain[-1].end)
    person = _person_at(scene, given.end()) if given is not None else None
    return held(chain, [person], "role:given_to") if person is not None else []


def respective(scene: Scene, chain: Chain) -> list[Pair]:
    """某校的校长和书记分别是甲和乙: each post that is listed is of one of those named behind."""
    are = _ARE.match(scene.clean, chain[-1].end)
    first = scene.people_at.get(are.end()) if are is not None else None
    if first is None:
        return []
    people, posts = scene.listed_from(first), list(chain)
    at = bisect_left(scene.title_starts, posts[0].title.start)
    while (
        at > 0
        and len(posts) < len(people)
        and _AND.fullmatch(scene.clean, scene.phrases[at - 1].end, posts[0].start)
    ):
        at -= 1
        posts.insert(0, scene.phrases[at])
    if len(posts) < 2 or len(posts) != len(people):
        return []
    body = posts[0]
    units = [u._replace(held=body.held, body=body.body) if u.alone and u is not body else u for u in posts]
    return [Pair(who, unit, "role:each") for who, unit in zip(people, units, strict=True)]


def _others(scene: Scene, low: int, high: int) -> bool:
    """Whether somebody is named between two offsets."""
    index = bisect_left(scene.people_starts, low)
    return index < len(scene.people) and scene.people[index].start < high
