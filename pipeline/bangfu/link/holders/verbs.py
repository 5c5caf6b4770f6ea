"""Titles that a verb gives to a person: 甲任某校校长; 担任某校校长的甲."""

from __future__ import annotations

import re

from bangfu.article import Mention
from bangfu.lexicon import words
from bangfu.link.holders.actors import never_told, subject
from bangfu.link.holders.named import OURS
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.phrases.post_verbs import post_verbs, verb_before
from bangfu.link.scene.scene import Scene
from bangfu.link.scene.story import this_person, unread_subject

_YEARS = "(?:整整|已经?|才|快|近|满)?[\\d一二两三四五六七八九十几]{1,3}(?:多|余|来)?个?[年月](?:多|时间)?"
_CLAUSE_END = re.compile(
    rf"了?(?:{_YEARS}|的?那一?[年天时]|[之以]?后|时|以来|期间|的时候)?[，。！？；、）)\n,;”]|的时候|$"
)
_GOES_ON = re.compile(
    "来到|来|前往|奔?赴|到|带[队领]|率|随|参[加与]|主动|被|进[驻藏]|入疆|踏上|远赴|一[行同]"
)
"""What somebody does as the holder of a post: 甲作为队长|来到…"""
_HE_IS = re.compile(
    "[他她][，,]?(?:退休以?前|来?之前|来[此这]?[里儿]?以?前|此前|[以从]前|原先|原来|本来|原本|如今|现在|目前|眼下|当[年时]|那时|后来|[今去前]年|本身|曾经|[仍依]然?)?"
    "(?:已经|[原曾现就也还已正便])?$"
)
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
_WITH = re.compile("(?:[、和与及]|以及)[^，。；、]{0,6}")
_WELCOMED = re.compile(
    "(?:祝贺|恭喜|欢迎|感谢|支持|提名|推荐|宣布|确保|要求|呼吁|建议|希望|期待|邀请)[^，。；\n]{1,20}$"
)
_APPOINTS = ("任命", "委任", "聘任", "聘为", "聘请", "推举", "推选", "选举", "免去", "委派", "选派为", "续聘")
_PASSIVE = re.compile("[被获受经][^，。；！？的]{0,24}$")
_THEN = re.compile(
    "[，,](?:来?之前|[来此]前|退休前|以前|从前|现在|如今|目前|眼下|原来|当时|后来)(?:已经?|就|还|也)?$"
)
"""When someone is what 是 says: …，来之前|是某医院主任."""
_WISH = re.compile("想|希望|梦|立志|愿|渴望|争取|[能要不没未会]$")
_OF = re.compile("(?:多年|期间|[\\d一二三四五六七八九十两]{1,3}多?年(?:之久)?)?的")
_TENURES = re.compile("(?<!第)[一二两三四五六七八九十几]$")
_IS_ONE = re.compile("(?<![不还就])是(?:一[名位个]|[名位个])[^，。；、！？：\\s“”]{1,14}的$")
_NO_VERB_BEFORE = frozenset("，。；、！？ \u3000")
_STRONG_END = re.compile(r"[。！？\n]")
_LONGEST_UNIT = 8
_FAR = 60  # characters between a person and the verb that gives a post


def relative(scene: Scene, chain: Chain) -> list[Pair]:
    """担任某校校长的甲."""
    clean = scene.clean
    of = _OF.match(clean, chain[-1].end)
    if of is None:
        return []
    behind = of.end()
    person = scene.people_at.get(behind) or scene.titled_at(behind)
    if person is None and (ours := OURS.match(clean, behind)) is not None:
        person = scene.titled_at(ours.end())  # 挂任某医院主任的我院医生甲
    if person is None:
        return []
    low, start = max(0, chain[0].start - 14), chain[0].start
    becomes, leaves, being = post_verbs()
    patterns = (becomes.near, becomes.far, leaves.near, leaves.far, being.near)
    verb = next((hit for p in patterns if (hit := p.search(clean, low, start)) is not None), None)
    if verb is not None:
        chain = _several(scene, chain, max(scene.sentence_start(start), start - _FAR), verb.start())
    posts = len(chain) > 1 and any(unit.held for unit in chain)
    if verb or posts or chain[-1].title.value.reach < chain[-1].title.start:
        return held(chain, [person], "role:relative")
    return []


def verb(scene: Scene, chain: Chain) -> list[Pair]:
    """甲任某校校长; 甲被聘为某校教师; 甲卸下某校校长的担子; 甲是某校校长."""
    clean, start = scene.clean, chain[0].start
    # 挂职 may be read as a word of the phrase (挂职干部) where it is the verb (挂职副院长).
    first = chain[0].title
    posted = clean[first.value.reach : first.start].endswith("挂职") and not first.text.endswith("干部")
    limit = first.start if posted else start
    limit -= chain[0].body is not None and clean[limit - 1] == "“"  # 成了“某书屋”的馆长
    if clean[limit - 1 : limit] in _NO_VERB_BEFORE:
        return []
    hit = verb_before(clean, max(0, start - 20), limit) or _is_one(clean, limit, chain)
    person = scene.person_before(start)
    if hit is None or person is None:
        return []
    kind, close, verb = hit
    tenure = verb.group()[0] == "任" and _TENURES.search(clean, max(0, verb.start() - 2), verb.start())
    if verb.start() in scene.people_at or tenure:
        return []  # 喊了一声“任院长”; 换了三任书记
    copula = kind == "is"
    goes_on = verb.group().startswith("作为") and _GOES_ON.match(clean, chain[-1].end)
    if copula and not goes_on and not _CLAUSE_END.match(clean, chain[-1].end):
        return []
    if never_told(clean, person, verb.start()):
        return []
    if person.start > verb.start():  # 聘任甲为名誉院长, but not: 甲是乙当年的班主任
        return held(chain, [person], f"role:{kind}") if not copula else []
    person = subject(scene, verb.start())
    if person is None:
        return []
    told = clean[max(0, verb.start() - 8) : verb.start()]
    ended = copula and _STRONG_END.search(clean, person.end, verb.start()) and not _HE_IS.search(told)
    begin = scene.sentence_start(verb.start())
    if ended and this_person(scene, verb.start()) is None and clean[begin] not in "他她":
        return []
    if unread_subject(clean, person.end, verb.start()):
        return []  # 甲来自…；教化学的陈某某原在某校，当过主任
    between = clean[scene.phrase_ends.get(person.end, person.end) : verb.start()]
    if verb.group().startswith(_APPOINTS) and "其" not in verb.group() and not _PASSIVE.search(between):
        return []  # who appoints is not who is appointed
    if copula and chain[0].title.text in ("参谋", "助手"):
        return []  # 给甲当参谋
    if copula and _WISH.search(between[-12:]):
        return []  # 希望孩子当上科学家
    if _WELCOMED.search(between) or _OTHERS.search(between) or _KIN.search(between):
        return []  # 致电祝贺乙当选…; 帮扶专家担任…
    if copula and not close and len(between) > 1 and not _THEN.search(between):
        return []  # what 是 speaks of from afar is rarely the person
    last = scene.last_before(verb.start(), verb.start() - _LONGEST_UNIT)
    unit = clean[last.end : verb.start()] if last is not None and chain[0].alone else ""
    if unit in words("departments") and chain[0].department is None:  # 在某院|骨科|当主任
        chain = (chain[0]._replace(department=unit), *chain[1:])
    respective = "分别" in between[-6:] + verb.group()
    noted = between.startswith(("（", "("))  # 甲、乙（现任某校校长）: of the last one only
    several = (len(between) < 6 and not noted) or respective
    people = scene.listed_to(person) if several else [person]
    if respective and clean[chain[-1].end : chain[-1].end + 1] == "或":
        return []  # 甲、乙，分别任副主任或组长
    if respective and len(people) == len(chain):
        head = chain[0]  # 某院影像中心主任、副主任
        own = [
            u._replace(held=head.held, body=head.body, department=head.department)
            if u.alone and u.department is None
            else u
            for u in chain
        ]
        return [Pair(p, u, f"role:{kind}") for p, u in zip(people, own, strict=True)]
    return held(_several(scene, chain, person.end, verb.start()), people, f"role:{kind}")


def _is_one(clean: str, high: int, chain: Chain) -> tuple[str, bool, re.Match[str]] | None:
    """是一位从教多年的|教师: the copula of a profession with a clause between."""
    told = _IS_ONE.search(clean, max(0, high - 20), high) if clean[high - 1] == "的" else None
    return ("is", True, told) if told is not None and chain[0].title.value.kind == "prof" else None


def _several(scene: Scene, chain: Chain, low: int, high: int) -> Chain:
    """在甲公司和乙公司都担任董事长: one phrase an institution."""
    if not chain[0].alone:
        return chain
    bodies: list[Mention] = []
    for m in reversed([m for m in scene.institutions if low <= m.start and m.end <= high]):
        if bodies and not _WITH.fullmatch(scene.clean, m.end, bodies[0].start):
            break
        bodies.insert(0, m)
    if not bodies or high - bodies[-1].end > 8 or scene.clean[bodies[0].start - 1] not in "在于到去入":
        return chain
    return tuple(u._replace(held=m) for m in bodies for u in chain)
