"""How a narrative tells a working life: 从护士干到护士长; 甲和乙同出某院，一个是医师，一个是护士."""

from __future__ import annotations

import re
from bisect import bisect_left

from bangfu.article import Mention
from bangfu.link.holders.actors import subject
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.scene.scene import Scene
from bangfu.link.scene.story import first_of

_RISES = "(?:一步步|一步一步|一路|一直|逐步|先后)?(?:干|做|当|升|走|成长|晋升|提拔)(?:到了?|为|成了?)(?:了)?"
_FROM_ONE = re.compile(f"{_RISES}(?=[^，。；！？\n])")
_RISEN = re.compile(f"{_RISES}科?$")
_TO_ANOTHER = re.compile(
    f"从[^，。；！？：\n]{{2,24}}?(?:到[^，。；！？：\n]{{2,10}}，再)?(?:{_RISES}|到)科?$"
)
_ENDS = re.compile("[。！？\n]")
_TAKES_OVER = re.compile("接(?:过|替|下|手)?了?$")
_TURN = re.compile("的(?:班|棒|接力棒|担子|位[子置]|职务|工作)")
_ONE_IS = re.compile("[一另](?:个人|[个位名])[则]?(?:是|当|做|任|为|在[^，。；\n]{2,14}[当任])$")
_ONE, _REACH, _MOST = re.compile("[，；：、](?=[一另](?:个人|[个位名])[则]?(?:是|当|做|任|为|在))"), 90, 2
_TOGETHER = re.compile("(?:同|[都均]|一起|双双)(?:出|来自|是|为|属|毕业于|在)(?:自|于)?$")


def rises(scene: Scene, chain: Chain) -> list[Pair]:
    """甲从护士干到护士长; 从炊事员到保管员，再到主任，甲…: every post is the same person's."""
    clean, start, end = scene.clean, chain[0].start, chain[-1].end
    at = -1
    if clean[start - 1 : start] == "从" and (_FROM_ONE.match(clean, end) or _next_post(scene, end)):
        at = start - 1
    elif (told := _TO_ANOTHER.search(clean, max(0, start - 44), start)) is not None:
        first = told.start() + 1
        at = told.start() if _RISEN.search(told.group()) or first in scene.phrase_ends else -1
    if at < 0:
        return []
    person = _of_sentence(scene, at) or subject(scene, at)
    if person is None:
        return []
    ward = chain[0].alone and chain[0].department is None and clean[start - 1] == "科"
    chain = (chain[0]._replace(department="科"), *chain[1:]) if ward else chain
    return held(chain, [person], "role:rises")


def _next_post(scene: Scene, end: int) -> bool:
    """Whether 到 and another post follow: 从护士|到护士长."""
    return scene.clean[end : end + 1] == "到" and end + 1 in scene.phrase_ends


def _of_sentence(scene: Scene, at: int) -> Mention | None:
    """The person named behind the posts with which a sentence begins: 从护士干到护士长，甲用了十年."""
    if scene.sentence_start(at) != at:
        return None
    index = bisect_left(scene.people_starts, at)
    person = scene.people[index] if index < len(scene.people) else None
    if person is None or person.start - at > _REACH or _ENDS.search(scene.clean, at, person.start):
        return None
    return person if scene.clean[first_of(scene, person) - 1] == "，" else None


def takes_over(scene: Scene, chain: Chain) -> list[Pair]:
    """今年3月，甲接了教研组长的班."""
    begin = _TAKES_OVER.search(scene.clean, max(0, chain[0].start - 4), chain[0].start)
    if begin is None or _TURN.match(scene.clean, chain[-1].end) is None:
        return []
    person = subject(scene, begin.start())
    return held(chain, [person], "role:takes_over") if person is not None else []


def each_is(scene: Scene, chain: Chain) -> list[Pair]:
    """甲和乙同出某院，一个是主治医师，一个是护士长."""
    clean, start = scene.clean, chain[0].start
    if _ONE_IS.search(clean, max(0, start - 20), start) is None:
        return []
    last = scene.person_before(start)
    if last is None or start - last.end > _REACH or "。" in clean[last.end : start]:
        return []
    two = _two(scene, last)
    which = len(_ONE.findall(clean, last.end, start)) - 1
    if two is None or not 0 <= which < _MOST:
        return []
    body = next((m for m in scene.told_between(last.end, start) if not m.value.generic), None)
    both = body is not None and _TOGETHER.search(clean, max(0, body.start - 5), body.start)
    body = body if both else scene.institution_before(two[0].start)
    whole = tuple(u._replace(held=body) if u.alone and body is not None else u for u in chain)
    return held(whole, [two[which]], "role:each")


def _two(scene: Scene, last: Mention) -> tuple[Mention, Mention] | None:
    """The two people listed with whom a clause begins, also with where each works between: 甲和骨科的乙."""
    before = scene.person_before(last.start)
    if before is None or not re.fullmatch(
        "(?:、|和|与|跟|同)[一-鿿]{0,6}的?", scene.clean[before.end : last.start]
    ):
        return None
    earlier = scene.person_before(before.start)
    joined = earlier is not None and scene.clean[earlier.end : before.start] in ("、", "和", "与")
    return None if joined else (before, last)
