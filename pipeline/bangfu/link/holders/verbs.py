"""Titles that a verb gives to a person: 甲任某校校长, 校长由甲担任, 担任某校校长的甲."""

from __future__ import annotations

import re
from bisect import bisect_left

from bangfu.article import Mention
from bangfu.lexicon import words
from bangfu.link.holders.actors import subject
from bangfu.link.holders.listed import with_wards
from bangfu.link.holders.named import OURS
from bangfu.link.holders.subjects import not_told
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.phrases.post_verbs import post_verbs, verb_before
from bangfu.link.scene.scene import Scene
from bangfu.link.scene.story import this_person, unread_subject

_YEARS = "(?:整整|已经?|才|快|近|满)?[\\d一二两三四五六七八九十几]{1,3}(?:多|余|来)?个?[年月](?:多|时间)?"
_CLAUSE_END = re.compile(
    rf"了?(?:{_YEARS}|的?那一?[年天时]|[之以]?后|时|以来|期间|的时候)?[，。！？；、）)\n,;”]|的时候|$"
)
_THEN_TIME = re.compile("的?那一?[年天时]|[之以]?后|时|以来|期间|的时候")
_GOES_ON = re.compile(
    "来到|来|前往|奔?赴|到|带[队领]|率|随|参[加与]|主动|被|进[驻藏]|入疆|踏上|远赴|一[行同]"
)
"""What somebody does as the holder of a post: 甲作为队长|来到…"""
_HE_IS = re.compile(
    "[他她][，,]?(?:退休以?前|来?之前|来[此这]?[里儿]?以?前|此前|[以从]前|原先|原来|本来|原本|如今|现在|目前|眼下|当[年时]|那时|后来|[今去前]年|本身|曾经|[仍依]然?)?"
    "(?:已经|[原曾现就也还已正便])?$"
)
_LATER = re.compile("要|将来|长大|以后|打算|决心|准备|如果|毕业后")
_ONE_DAY = re.compile("等[他她我]?(?:毕业|学成|长大)")
_COUNTED = re.compile("(?:[\\d二三四五六七八九十两几多百]+余?多?|数十|数)[名位个]")
_FEW = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_TURNS = re.compile("成为|成了|当|转身成为")
_OTHERS = re.compile(
    "(?:[\\d一二两三四五六七八九十百]+[多余]?[名位个人]|专家|干部|教师|老师|医生|成员|[队人]员|骨干|们|学生|母亲|父[亲母]|妻子|丈夫|爸爸|妈妈|儿[子媳]|女[儿婿]|哥哥|姐姐"
    "|弟弟|妹妹|爷爷|奶奶|爱人|老伴|同学|朋友|搭档|徒弟|由[^，。；由]{1,12})$"
)
"""Nouns before a verb that is theirs, not the person's: 帮扶专家担任…, 母亲是…"""
_KIN = re.compile(
    "(?:(?:^|(?<!是)[他她])的|(?:^|[他她])(?:还|也|曾)?有(?:[一两几]?[个位名])?)[^，。；！？\\n]{0,4}(?:学生|父亲|母亲|父母|妻子|丈夫|儿子|儿媳|女儿|女婿|哥哥|姐姐|弟弟|妹妹|爷爷|奶奶|爱人|老伴|妈妈|爸爸|公公|婆婆|岳父|岳母|舅舅|叔叔|伯伯|姑姑|姨妈|外公|外婆|师父|师傅"
    "|同学|朋友|搭档|徒弟)(?!.*[，。！？\\n][他她])",
    re.S,
)
"""Somebody of the person's who is the subject from there on: 甲的弟弟本来在外地，今年当选村主任."""
_SOMEONE_ELSE = re.compile("(?:祝贺|恭喜|推荐|支持|欢迎|感谢|建议|希望|让|请)[他她]$")
_NAMED_HERE = re.compile("[，。！？；\\n][^，。！？；\\n]{2,4}(?:同志|先生|女士)$")
_WITH = re.compile("(?:[、和与及]|以及)[^，。；、]{0,6}")
_WELCOMED = re.compile(
    "(?:祝贺|恭喜|欢迎|感谢|支持|提名|推荐|宣布|确保|要求|呼吁|建议|希望|期待|邀请)[^，。；\n]{1,20}$"
)
_APPOINTS = ("任命", "委任", "聘任", "聘为", "聘请", "推举", "推选", "选举", "免去", "委派", "选派为", "续聘")
_ITS = re.compile("[其他她]")
_BY_BODY = re.compile("[被获受经][^，。；！？的]{1,24}$")
"""By whom somebody is appointed: 被某校|聘为."""
_SELF = re.compile('[：:][“"]?我(?:[原曾现就]|现在|当时|原来)?$')
"""Somebody who speaks of himself behind his name: 甲：我是…"""
_BOTH = re.compile("[都均]|同为|双双")
_BESIDES = re.compile(
    "[和与](?:[他她]的)?(?:妻子|丈夫|爱人|老伴|弟弟|哥哥|姐姐|妹妹|儿子|女儿|父亲|母亲|徒弟|师父|师傅|同事|同学|搭档)"
)
_OF_ANOTHER = re.compile("的[\u4e00-\u9fff·]{2,4}(?:[，,、（(]|[担出接兼]任|说|告诉|介绍|表示|带|率)")
_NOT_YET = re.compile("的[^，。；\n]{0,6}(?:竞争者|候选人|人选|资格|机会|可能|热门|想法|愿望|梦想|要求|条件)")
_HEADS_COUNTED = re.compile("(?:共|总计|约)?[\\d一二三四五六七八九十百]+余?多?[人名位个]")
_MYSELF = re.compile(
    "我[曾也还又已就将]?$|[，。；！？\n](?:(?!我)[^，。；：！？“”\n]){0,8}我[^，。；！？的\n]{0,14}$"
)
_OF = re.compile("(?:多年|期间|[\\d一二三四五六七八九十两]{1,3}多?年(?:之久)?)?的")
_WHO = re.compile(
    "(?:她的|他的)?(?:学生|徒弟|同学|校友|老乡|战友|丈夫|妻子|爱人|老伴|儿子|女儿|弟弟|妹妹|哥哥|姐姐|父亲|母亲|搭档|好友|朋友|青年|小伙子?|姑娘)"
)
"""Whom someone is to others, before the name: 当上主任的|学生|甲."""
_IS_ONE = re.compile("(?<![不还就])是(?:一[名位个]|[名位个])[^，。；、！？：\\s“”]{1,14}的$")
_IS_TRADED = re.compile(
    "(?<![不还就])是[^，。；、！？：\\s“”]{0,16}(?:一[名位个]|[名位个])(?![^，。]*[的是])[一-鿿]{2,5}$"
)
"""Before a profession with its trade: 是某院的一位|小麦育种|专家."""
_IS_HE = re.compile("，?(?:正|就|便)?是")
_OTHER_SUBJECT = re.compile("[，：](?![^，：]*[他她])[^，：]{0,12}的[^，：]{1,6}$")
"""A subject of its own before 是: 甲说，帮扶的关键|是教师."""
_THEN = re.compile(
    "[，,](?:来?之前|[来此]前|退休前|以前|从前|现在|如今|目前|眼下|原来|当时|[来走去到]的?时候?|后来|[一两三四五六几\\d]年后)"
    "(?:已经?|就|还|也)?$"
)
"""When someone is what 是 says: …，来之前|是某医院主任."""
_WISH = re.compile("想|希望|梦|立志|愿|渴望|争取|[能要不没未会]$")
_NO_VERB_BEFORE = frozenset("，。；、！？ \u3000")
_LEADS = _NO_VERB_BEFORE | frozenset("时现曾")
_STRONG_END = re.compile(r"[。！？\n]")
_FAR = 60  # characters between a person and the verb that gives a post
_LONGEST_UNIT = 8


def relative(scene: Scene, chain: Chain) -> list[Pair]:
    """担任某校校长的甲."""
    clean = scene.clean
    of = _OF.match(clean, chain[-1].end)
    if of is None:
        return []
    behind = of.end()
    is_he = _IS_HE.match(clean, behind)
    behind = is_he.end() if is_he is not None else behind
    kin = _WHO.match(clean, behind)
    behind = kin.end() if kin is not None and kin.end() in scene.people_at else behind
    person = scene.people_at.get(behind) or scene.titled_at(behind)
    ours = OURS.match(clean, behind) if person is None else None
    if ours is not None:  # 挂任某医院主任的我院医生甲
        person = scene.titled_at(ours.end())
    if person is None:
        return []
    low, start = max(0, chain[0].start - 14), chain[0].start
    becomes, leaves, being = post_verbs()
    patterns = (becomes.near, becomes.far, leaves.near, leaves.far, being.near)
    verb = next((hit for p in patterns if (hit := p.search(clean, low, start)) is not None), None)
    if is_he is not None and verb is None:
        return []
    if verb is not None:
        chain = _several(scene, chain, max(scene.sentence_start(start), start - _FAR), verb.start())
    posts = len(chain) > 1 and any(unit.held or unit.place for unit in chain)
    if verb or posts or chain[-1].title.value.reach < chain[-1].title.start:
        return held(chain, [person], "role:relative")
    return []


def verb(scene: Scene, chain: Chain) -> list[Pair]:
    """甲任某校校长; 甲被聘为某校教师; 甲卸下某校校长的担子; 甲是某校校长."""
    clean = scene.clean
    start = chain[0].start
    window = max(0, start - 20)
    # 挂职 may be read as a word of the phrase (挂职干部) where it is the verb (挂职副院长).
    first = chain[0].title
    posted = clean[first.value.reach : first.start].endswith("挂职") and not first.text.endswith("干部")
    limit = first.start if posted else start
    limit -= chain[0].body is not None and clean[limit - 1] == "“"  # 成了“某书屋”的馆长
    if clean[limit - 1 : limit] in _NO_VERB_BEFORE:
        return []
    hit = verb_before(clean, window, limit) or _is_one(clean, window, limit, chain)
    if hit is None:
        return []
    kind, close, verb = hit
    if verb.start() in scene.people_at:
        return []  # 喊了一声“任院长”
    counted = _COUNTED.search(verb.group())
    if counted is not None and not (kind == "is" and counted.group()[0] in "两二三四五"):
        return []  # 接过11个支教老师
    goes_on = verb.group().startswith("作为") and _GOES_ON.match(clean, chain[-1].end)
    if kind == "is" and chain[0].title.text in ("参谋", "助手") and chain[0].alone:
        return []  # 给甲当参谋
    if kind == "is" and not goes_on and not _CLAUSE_END.match(clean, chain[-1].end):
        return []
    title = chain[-1].title
    plain = title.value.kind == "prof" or title.text.endswith("干部")
    if kind == "is" and plain and chain[0].alone and _THEN_TIME.match(clean, chain[-1].end):
        return []  # 成为援藏干部时
    led = clean[verb.start() - 1 : verb.start()] in _LEADS
    if led and _OF_ANOTHER.match(clean, chain[-1].end):
        return []  # 时任某校校长的乙, whom nothing has read
    if _NOT_YET.match(clean, chain[-1].end) or _HEADS_COUNTED.match(clean, chain[-1].end):
        return []  # 担任首相的有力竞争者; 选派挂职干部3人
    person = scene.person_before(start)
    if person is not None and not_told(clean, (person.start, person.end), verb.start(), "", False):
        return []
    if person is not None and person.start > verb.start():
        if kind == "is":
            return []  # 甲是乙当年的班主任
        return held(chain, [person], f"role:{kind}")  # 聘任甲为名誉院长
    person = subject(scene, verb.start())
    if person is None:
        return []
    alone = len(scene.listed_to(person)) == 1
    if not_told(clean, (person.start, person.end), verb.start(), verb.group(), alone):
        return []
    told = clean[max(0, verb.start() - 8) : verb.start()]
    lasting = kind == "is" and not (_TURNS.match(verb.group()) and _only_one(scene, person))
    ended = lasting and _STRONG_END.search(clean, person.end, verb.start()) and not _HE_IS.search(told)
    if ended and this_person(scene, verb.start()) is None and not _he_goes_on(scene, verb):
        return []
    between = clean[scene.phrase_ends.get(person.end, person.end) : verb.start()]
    by = _BY_BODY.search(between)
    if verb.group().startswith(_APPOINTS) and not (
        "被获受经".find(clean[verb.start() - 1]) >= 0 or by or _ITS.search(verb.group())
    ):
        return []  # who appoints is not who is appointed
    if unread_subject(clean, person.end, verb.start()):
        return []  # 甲来自…；教化学的陈某某原在某校，当过主任
    if _WELCOMED.search(between) or _NAMED_HERE.search(between):
        return []  # 致电祝贺乙当选…
    himself = _SELF.fullmatch(between) is not None
    if not himself and _MYSELF.search(between) and "“" not in between:
        return []  # 我担任校长以来
    if _OTHERS.search(between) or _SOMEONE_ELSE.search(between) or _KIN.search(between):
        return []  # 帮扶专家担任…; 祝贺他就任…
    if kind == "is" and clean[verb.start() - 1] == "就" and "里" in verb.group():
        return []  # 去了就是那里的老师: said of anybody
    later = not lasting and (_LATER.search(between[-14:]) or _ONE_DAY.search(between[-24:]))
    if kind == "is" and (later or _WISH.search(between[-12:])):
        return []  # 希望孩子当上科学家
    if kind == "is" and not close and len(between) > 1 and not himself and not _THEN.search(between):
        return []  # what 是 speaks of from afar is rarely the person
    if kind == "is" and not _THEN.search(between) and _OTHER_SUBJECT.search(between):
        return []  # 甲说，帮扶的关键是教师
    noted = between.startswith(("（", "("))  # 甲、乙（现任某校校长）: of the last one only
    people = (
        scene.listed_to(person)
        if (len(between) < 6 and not noted) or "分别" in between[-6:] + verb.group()
        else [person]
    )
    if counted is not None and len(people) != _FEW.get(counted.group()[0]):
        return []  # 甲和乙是某院的两位主任
    if len(people) == 1 and _BOTH.search(between):
        beside = scene.person_before(person.start)
        if beside is not None and _BESIDES.fullmatch(clean, beside.end, person.start):
            people = [beside, person]  # 甲和妻子乙都是某校教师
    rule = f"role:{kind}"
    if by is not None and chain[0].alone and verb.group().startswith(_APPOINTS):
        chain = _of_appointer(scene, chain, verb.start())
    if _BOTH.search(between[-4:]) and (each := with_wards(scene, chain, person, rule)):
        return each  # 骨科的甲、儿科的乙都当上了主任
    chain = _with_unit(scene, chain, verb.start())
    if "分别" in between + verb.group() and len(people) == len(chain):
        return [Pair(p, u, rule) for p, u in zip(people, _of_one(chain), strict=True)]
    if "分别" in between[-6:] + verb.group() and len(people) < len(chain):
        # Who was not read stands before: the last post is that of the last one.
        last = _of_one(chain)[-len(people) :]
        return [Pair(p, u, rule) for p, u in zip(people, last, strict=True)]
    return held(_several(scene, chain, person.end, verb.start()), people, rule)


def _he_goes_on(scene: Scene, verb: re.Match[str]) -> bool:
    """Whether 他 opens the sentence in which a verb has none of its own: 他不富，退休前|是…; 当校长时."""
    begin = scene.sentence_start(verb.start())
    then = verb.group().startswith(("当", "做")) or _THEN.search(scene.clean, begin, verb.start())
    return scene.clean[begin : begin + 1] in ("他", "她") and bool(then)


def _of_appointer(scene: Scene, chain: Chain, verb: int) -> Chain:
    """A chain of the body that gives the post: 甲被|某校|聘为客座教授."""
    body = scene.institutions_to.get(verb)
    public = body is None or body.value.generic or body.value.kind in ("government", "party")
    return chain if public else tuple(u._replace(held=body) for u in chain)


def _is_one(clean: str, low: int, high: int, chain: Chain) -> tuple[str, bool, re.Match[str]] | None:
    """是一位从教多年的|教师: the copula of a profession with a clause between."""
    title = chain[0].title
    of_trade = _IS_TRADED.search(clean, low, high)
    if of_trade is not None and title.value.kind == "prof":
        return ("is", True, of_trade)
    if clean[high - 1] != "的" or title.value.kind != "prof" or title.text[-1] not in "师生员授士警医":
        return None
    told = _IS_ONE.search(clean, low, high)
    return ("is", True, told) if told is not None else None


def _only_one(scene: Scene, person: Mention) -> bool:
    """Whether nobody else is named before a person in the sentence, so that 她 in the next one is clear."""
    index = bisect_left(scene.people_starts, scene.sentence_start(person.start))
    return bool(scene.people[index].value == person.value)


def _with_unit(scene: Scene, chain: Chain, verb: int) -> Chain:
    """A chain whose department stands before the verb: 在某院|骨科|当主任."""
    last = scene.last_before(verb, verb - _LONGEST_UNIT)
    first = chain[0]
    if last is None or not first.alone or first.department is not None or last.end >= verb:
        return chain
    unit = scene.clean[last.end : verb]
    return (first._replace(department=unit), *chain[1:]) if unit in words("departments") else chain


def _of_one(chain: Chain) -> Chain:
    """Posts of one unit that is told with the first of them only: 某院影像中心主任、副主任."""
    first = chain[0]
    return tuple(
        u._replace(held=first.held, body=first.body, department=first.department)
        if u.title.value.title.endswith(first.title.value.title) and not (u.held or u.body or u.department)
        else u
        for u in chain
    )


def _several(scene: Scene, chain: Chain, low: int, high: int) -> Chain:
    """在甲公司和乙公司都担任董事长: one phrase an institution."""
    if not chain[0].alone:
        return chain
    clean = scene.clean
    held: list[Mention] = []
    for m in reversed([m for m in scene.institutions if low <= m.start and m.end <= high]):
        if held and not _WITH.fullmatch(clean, m.end, held[0].start):
            break
        held.insert(0, m)
    between = clean[held[-1].end : high] if held else ""
    if not held or clean[held[0].start - 1] not in "在于到去入" or len(between) > 8 or "分别" in between:
        return chain
    return tuple(u._replace(held=m) for m in held for u in chain)
