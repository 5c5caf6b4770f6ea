"""Posts that a narrative tells: 派来一位教师，叫甲; 甲…。这位某校校长…; 甲从护士干到护士长."""

from __future__ import annotations

import re
from bisect import bisect_left

from bangfu.article import Mention
from bangfu.link.holders.actors import subject
from bangfu.link.holders.named import full
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.scene.scene import Scene
from bangfu.link.scene.story import first_of, nobody_between, spoken_of

_ASIDE = "(?:[^，。！？；：\n“”]{1,10}[，,]){0,2}"
_SEAT = re.compile(
    "的?(?:岗位|位[子置]|职位|任|席位|椅子)上(?:[^，。！？；：\n]{0,14}[，,])?(?:坐着的|[^，。！？；：\n]{0,4}的)?[，,]?"
    f"(?:{_ASIDE}名?叫|(?:也|还)?是(?:来自)?[^，。；：\n]{{0,8}}?)$"
)
"""Between a post and who has it: 的岗位上也有一位外地人，叫|甲; 位子上的，是|甲."""
_SOME = re.compile("(?:一|那|这|[来有是了])[位名个](?:[一-鿿]{0,8}的)?[一-鿿]{0,4}$")
_NAMED = re.compile(f"[，,—]{{1,2}}{_ASIDE}[他她]?(?:的?名字就?|就)?(?:名|姓[一-鿿]，名)?叫(?:作|做)?$")
"""Between somebody told by a title and the name: 一位教师|，29岁，叫|甲."""
_THEN_NAMED = re.compile(
    "[。！？][”\n \u3000]*(?:[他她]|这个?人|此人|[这那][个位名](?=叫))"
    "(?:的名字|就)?(?:名?叫|就是|[全真大本]名(?:叫|是)?)(?:作|做)?$"
)
_TURNED = re.compile("(?:成了?为?|当上?了?|任|做了|是|来了)[^，。；：！？\n]{0,12}$")
_SOMEONE = re.compile("[那这一][位名个]|[有个]人|的人")
_IS_ONE = re.compile(
    f"(?:就|正)?是[一这那]?[位名个]?[^，。；：！？\n“”]{{0,12}}[，,]{_ASIDE}(?:名字?|姓[一-鿿]，名?)?叫(?:作|做)?$"
)
"""Between a post and who has it: 首任校长|是一位归侨，名叫|甲."""
_HOLDS = re.compile("(?:当|做|担任|出任|任)[了过着]?$")
_WHO_HOLDS = re.compile("的(?:就|正)?(?:是|名?叫)$")
_THIS = re.compile("(?:^|[，。；！？：\n”])[一-鿿\\d]{0,8}[，,]?(?:这|那)[位名个](?:来自)?$")
_LONGEST_SENTENCE = 120
_FAR = 48
_LONGEST_SPEECH = 70
_I_AM = re.compile(
    "[“，。！？](?:那年)?我(?:[原曾现就也刚]|现在|当时|原来|以前)*(?:是|[当做][上了过]?|在[^，。！？“”]{2,16}[当做])"
    "(?:[^。！？“”]{0,40}是)?(?:一[名位个]|[^，。！？“”他她您你]{0,14}的(?:一[名位个])?)?(?:普通|基层)?$"
)
"""Words of somebody who tells what he is."""
_RISES = "(?:一步步|一步一步|一路|一直|逐步|先后)?(?:干|做|当|升|走|成长|晋升|提拔)(?:到了?|为|成了?)(?:了)?"
_FROM_ONE = re.compile(f"{_RISES}(?=[^，。；！？\n])")
_TO_ANOTHER = re.compile(
    f"从[^，。；！？：\n]{{2,24}}?(?:到[^，。；！？：\n]{{2,10}}，再)?(?:{_RISES}|(?<!达)到)$"
)


def called(scene: Scene, chain: Chain) -> list[Pair]:
    """派来一位教师，29岁，叫甲; 校长的岗位上也有一位外地人，叫甲; …成了这里的校长。他叫甲."""
    start, end = chain[0].start, chain[-1].end
    index = bisect_left(scene.people_starts, end)
    person = scene.people[index] if index < len(scene.people) else None
    if person is None or person.start - end > _FAR or not full(person):
        return []
    titled = scene.phrase_starts.get(person.start)
    at = person.start if titled is None else titled
    return held(chain, [person], "role:called") if _is_called(scene, start, end, at) else []


def _is_called(scene: Scene, start: int, end: int, at: int) -> bool:
    """Whether the words between a post, which begins and ends there, and a name give the one to the other."""
    clean = scene.clean
    if _SEAT.fullmatch(clean, end, at):
        return True
    if _IS_ONE.fullmatch(clean, end, at):
        return True
    if _WHO_HOLDS.fullmatch(clean, end, at):
        return _HOLDS.search(clean, max(0, start - 4), start) is not None
    if _NAMED.fullmatch(clean, end, at):
        return _SOME.search(clean, max(0, start - 14), start) is not None
    if not _THEN_NAMED.fullmatch(clean, end, at):
        return False
    low = max(scene.sentence_start(start), start - _LONGEST_SENTENCE)
    someone = [m.start() for m in _SOMEONE.finditer(clean, low, start)]
    nobody = nobody_between(scene, someone[-1] if someone else low, start)
    return nobody and bool(_TURNED.search(clean, max(0, start - 20), start))


def this_one(scene: Scene, chain: Chain) -> list[Pair]:
    """甲揉了揉眼睛。这位某校的原副校长，如今管着三千人."""
    start = chain[0].start
    if chain[0].alone and chain[0].department is None:
        return []
    this = _THIS.search(scene.clean, max(0, start - 16), start)
    if this is None:
        return []
    person = spoken_of(scene, this.start() + 1, _LONGEST_SENTENCE)
    return held(chain, [person], "role:this_one") if person is not None else []


def self_told(scene: Scene, chain: Chain) -> list[Pair]:
    """“我原来是教师，现在是某校校长。”甲笑着说."""
    clean, start, end = scene.clean, chain[0].start, chain[-1].end
    opened = clean.rfind("“", max(0, start - _LONGEST_SPEECH), start)
    closed = clean.find("”", end, end + _LONGEST_SPEECH)
    if opened < 0 or closed < 0 or "“" in clean[end:closed] or "”" in clean[opened:start]:
        return []
    own = _I_AM.search(clean, opened, start) and clean[end] in "，。！？”"
    person = scene.people_at.get(closed + 1) or scene.titled_at(closed + 1)
    told = own and person is not None and nobody_between(scene, opened, start)
    return held(chain, [person], "role:self") if told and person is not None else []


def rises(scene: Scene, chain: Chain) -> list[Pair]:
    """甲从护士干到护士长; 从炊事员到主任，甲…: every post is the same person's."""
    clean, start, end = scene.clean, chain[0].start, chain[-1].end
    at = start - 1
    onward = _FROM_ONE.match(clean, end) or (clean[end : end + 1] == "到" and end + 1 in scene.phrase_ends)
    if clean[at : at + 1] != "从" or not onward:
        told = _TO_ANOTHER.search(clean, max(0, start - 44), start)
        posts = told is not None and (told.group()[-1] != "到" or told.start() + 1 in scene.phrase_ends)
        at = told.start() if told is not None and posts else -1
    person = (_of_sentence(scene, at) or subject(scene, at)) if at >= 0 else None
    return held(chain, [person], "role:rises") if person is not None else []


def _of_sentence(scene: Scene, at: int) -> Mention | None:
    """The person named behind the posts with which a sentence begins: 从护士干到护士长，甲用了十年."""
    index = bisect_left(scene.people_starts, at)
    if scene.sentence_start(at) != at or index == len(scene.people):
        return None
    person = scene.people[index]
    near = person.start - at <= _LONGEST_SENTENCE and not re.search(
        "[。！？\n]", scene.clean[at : person.start]
    )
    return person if near and scene.clean[first_of(scene, person) - 1] == "，" else None
