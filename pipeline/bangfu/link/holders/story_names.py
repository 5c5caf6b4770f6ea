"""Posts of somebody whom a narrative names before or behind them: 派来一位教师，叫甲; 甲…。这位某校校长…"""

from __future__ import annotations

import re
from bisect import bisect_left

from bangfu.link.holders.named import full
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.scene.scene import Scene
from bangfu.link.scene.story import nobody_between, spoken_of

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
_HOLDS_FIRST = re.compile(
    "(?:^|[。！？；，\n”“])(?:[\\d年月日起]{2,12})?(?:在|自从?|从|虽然?|尽管)?(?:[已早]经?)?"
    "(?:[担出就接继调升]任|当上|当选为?|[当做]了?|卸任|成为|履新|任)[了过]?(?:[\\d一二两三四五六七八九十几]{1,3}多?年)?$"
)
"""The beginning of a sentence whose subject follows: 担任|校长的十一年里，甲."""
_THEN_HE = re.compile(
    "(?:的[^，。；：！？\n]{1,8}|[之以]?后|不久|时|期间|以来|那[年天]|[\\d一二两三四五六七八九十几]{1,3}多?年(?:[后来间里]|以来)?)，|，[但可]"
)
_DESCRIBED = re.compile(
    "(?:[\\d一二三四五六七八九十]{1,3}岁的)?(?:[一-鿿]{2,6}的)?[一-鿿]{0,4}(?:商人|人|青年|姑娘|小伙|汉子|干部|教师|医生|老师)?"
)
_SELF = re.compile(
    "[“，。！？]我(?:[原曾现就]|现在|当时|原来|以前|本来|其实|退休前|来之前)?(?:是|在[^，。！？“”]{2,16}[当做]|当过?|做过?)"
    "(?:[^。！？“”]{0,40}[，,](?:现在|如今|后来|来这里后|到了这里)?(?:是|当|做))?(?:一[名位个]|[^，。！？“”]{0,14}的(?:一[名位个])?)?$"
)
"""Words of somebody who tells what he is."""
_CLAUSE_END = re.compile("[，。！？”]")
_SEVERAL = re.compile("(?:^|[有来派请到了，。！？；\n“])[两二三四五六\\d]+[位名个](?:[一-鿿]{0,4}的)?$")
_ONE_IS = re.compile("(?:另外?|还有)?一[位个名](?:是|叫|姓|就是)[^，。；：、\n]{0,20}?")
_CALLED = re.compile("(?:名|[位名个人])叫(?:作|做)?$")
_FAR, _MOST, _LONGEST_SPEECH = 48, 6, 70
_LONGEST_SENTENCE = 120


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


def inverted(scene: Scene, chain: Chain) -> list[Pair]:
    """担任校长的十一年里，甲没有休过假; 当选理事长后，某院医生甲…"""
    clean, start = scene.clean, chain[0].start
    verb = _HOLDS_FIRST.search(clean, max(0, start - 16), start)
    then = _THEN_HE.match(clean, chain[-1].end) if verb is not None else None
    if then is None or not nobody_between(scene, max(scene.sentence_start(start), start - _FAR), start):
        return []
    person = scene.people_at.get(then.end()) or scene.titled_at(then.end())
    if person is None:  # 当上会长后，北边来的商人|甲
        index = bisect_left(scene.people_starts, then.end())
        following = scene.people[index] if index < len(scene.people) else None
        near = following is not None and _DESCRIBED.fullmatch(clean, then.end(), following.start)
        person = following if near else None
    return held(chain, [person], "role:inverted") if person is not None and full(person) else []


def self_told(scene: Scene, chain: Chain) -> list[Pair]:
    """“我原来是教师，现在是某校校长。”甲笑着说."""
    clean, start, end = scene.clean, chain[0].start, chain[-1].end
    opened = clean.rfind("“", max(0, start - _LONGEST_SPEECH), start)
    closed = clean.find("”", end, end + _LONGEST_SPEECH)
    if opened < 0 or closed < 0 or "“" in clean[end:closed] or "”" in clean[opened:start]:
        return []
    own = _SELF.search(clean, opened, start)
    plain = chain[0].alone and chain[0].title.value.kind == "prof" and clean[start - 1] == "的"
    if (
        own is None
        or plain
        or _CLAUSE_END.match(clean, end) is None
        or not nobody_between(scene, opened, start)
    ):
        return []
    person = scene.people_at.get(closed + 1) or scene.titled_at(closed + 1)
    return held(chain, [person], "role:self") if person is not None and full(person) else []


def among(scene: Scene, chain: Chain) -> list[Pair]:
    """学校有两位副校长，一位是从北边来的甲，一位是乙."""
    clean, start, end = scene.clean, chain[0].start, chain[-1].end
    if _SEVERAL.search(clean, max(0, start - 12), start) is None:
        return []
    index = bisect_left(scene.people_starts, end)
    found = []
    for person in scene.people[index : index + _MOST]:
        if person.start - end > _LONGEST_SENTENCE or "。" in clean[end : person.start]:
            break
        head = max(clean.rfind(mark, end, person.start) for mark in "，；：、—")
        if _ONE_IS.fullmatch(clean, head + 1, person.start) and full(person):
            found.append(person)
    return held(chain, found, "role:among") if len(found) > 1 else []


def named_of(scene: Scene, chain: Chain) -> list[Pair]:
    """一位叫甲的副校长; who is only a teacher so is told no post."""
    start = chain[0].start
    person = scene.people_to.get(start - 1)
    if person is None or scene.clean[start - 1] != "的" or not full(person):
        return []
    plain = chain[0].alone and chain[0].title.value.kind == "prof" and chain[0].department is None
    named = not plain and _CALLED.search(scene.clean, max(0, person.start - 3), person.start)
    return held(chain, [person], "role:called") if named else []


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
