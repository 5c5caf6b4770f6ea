"""Words that stand for a body told before: 该校, 本院, 学校|党委书记, 中心."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bangfu.article import Mention
from bangfu.link.phrases.chains import Pair
from bangfu.link.phrases.phrase import LEVELS
from bangfu.link.scene.scene import Scene
from bangfu.link.scene.speaker import GUESTS

_NEAR_BY = 24
_BOARD_POSTS = ("会长", "理事长", "秘书长", "监事长", "理事", "监事", "会长助理")
_THIS = re.compile(
    r"(?:该|本|同|这所|这家|当地|所在|我)?(?<!分)(校|院|局|县|公司|企业|集团|基金会|协会|商会|总会)的?$"
    r"|(?:^|[^一-鿿])(?:由|让|请|派)?([校院局厂])里的?$|(工厂)的?$"
)
_THIS_KINDS = {
    "校": ("school", "university"),
    "院": ("hospital", "university", "research"),
    "局": ("government",),
    "公司": ("company",),
    "工厂": ("company",),
    "厂": ("company",),
    "企业": ("company",),
    "集团": ("company",),
    "基金会": ("foundation",),
    "协会": ("association",),
    "商会": ("association",),
    "总会": ("association", "foundation"),
    "会": ("association", "foundation"),
}
_CLASSES = frozenset(
    [
        "校",
        "院",
        "学校",
        "医院",
        "公司",
        "集团",
        "集团公司",
        "总公司",
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
_CLASS_ALONE = re.compile(
    "(?:^|[，。、；：！？\n”\u3000 ]|[是任为该本这由和与从在向给对跟让请把被])(?:该|本|这个|前方)?"
    "(分[院校会社]|分公司|(?<!奖)基金|中心|基地|平台|联盟|合作社|工作站|研究院|研究所|实验室|工作室|项目部|指挥部|合唱团|艺术团|讲师团|服务站|工作队|医疗队|服务队"
    "|支教队|工作组|专家组|医疗组|团队|联合会|促进会|总会|商会|协会|学会|基金会|校友会|联谊会|同乡会|志愿服务队|救援队|书院|学社|书社|报社|杂志社|电视台|出版社|俱乐部|幼儿园|养老院|福利院"
    "|敬老院|图书馆|博物馆|文化馆|纪念馆|体育馆|卫生院|卫生室|合唱队)的?$"
)
_ALONE = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|[是任该本由从让请把被]|[昨今明前当]天|时任|现任|曾任|陪同|介绍)([\u4e00-\u9fff]{2,5})$"
)
"""Words that stand alone before a title, behind a mark, a verb or a time."""
_ANY = frozenset(("学校", "医院", "单位", "部门", "机构", "政府", "党委", "党组", "团委", "支部", "委员会"))
"""Classes of so many bodies that the last of them need not be meant."""
_PARTS = frozenset("部科处室系办")
"""With which the parts of a body end."""
_BRANCHES = frozenset("分子")
"""What makes another body of a class: 公司 is no 分公司."""
_OURS = re.compile("[我本](校|院|局|公司|企业|集团|基金会|协会|商会|总会|会)的?$")
_TOGETHER = re.compile("同[车行来批去]|随行|一[起同道]来|[和与跟][他她]")
"""Words of a sentence about who has come with somebody."""
_ELSEWHERE = re.compile("(?:来自|邀请|欢迎|迎来|赴|前往|到|走进|支援|帮扶|与|和|同|向|为|给)$")
_MOST = 200  # institutions compared: more is no report but hostile input
_LAST = frozenset("校司金心地台盟社站院所室部团队组会园馆的")
_FAR = 500
_NEAR = 200
_LONGEST = 6
_SHORTEST = 3
_TAUGHT = ("school", "university")


def kinds_told(clean: str, at: int) -> tuple[tuple[str, ...], str]:
    """The kinds of the body that words right before an offset point at, and these words: 该校|校长.

    >>> kinds_told("该校校长", 2)
    (('school', 'university'), '该校')
    """
    this = _THIS.search(clean, max(0, at - 5), at)
    if this is None:
        return (), ""
    return _THIS_KINDS.get(next(filter(None, this.groups())), ()), this.group()


def ours(scene: Scene, at: int) -> tuple[str | None, bool]:
    """The body of which 我院 or 本校 right before an offset speaks, and whether such a word stands there.

    Who writes 我院 writes from there: it is the only body of its kind that is neither a guest nor visited.
    """
    clean = scene.clean
    near = clean[max(0, at - 5) : at]
    told = _OURS.search(clean, max(0, at - 4), at) if "我" in near or "本" in near else None
    kinds = _THIS_KINDS.get(told.group(1), ()) if told is not None else ()
    if not kinds:
        return None, told is not None
    if told is not None and told.group()[0] == "本" and f"我{told.group(1)}" not in clean:
        theirs = _theirs(scene, at, kinds)
        if theirs is not None:
            return theirs, True
    own = scene.speaker
    if own is not None and own.value.kind in kinds:
        return own.text, True
    home: dict[str, str] = {}
    other: set[str] = set()
    for m in scene.institutions[:_MOST]:
        if m.value.kind in kinds and not m.value.generic:
            away = GUESTS.match(clean, m.end) or _ELSEWHERE.search(clean, max(0, m.start - 4), m.start)
            if away:
                other.add(m.value.name)
            home.setdefault(m.value.name, m.text)
    left = [text for name, text in home.items() if name not in other]
    alone = _alone([name for name in home if name not in other], scene.sides)
    if alone is not None:
        return home[alone], True
    if scene.home is not None and scene.home.ours and scene.home.body.value.kind in kinds:
        return scene.home.body.text, True
    return (left[0] if len(left) == 1 else None), True


def _theirs(scene: Scene, at: int, kinds: tuple[str, ...]) -> str | None:
    """The body whose post the paragraph has told last: 甲是某校副校长。同来的有本校|教师乙."""
    if _TOGETHER.search(scene.clean, max(scene.sentence_start(at), at - _NEAR), at) is None:
        return None
    begin = max(scene.clean.rfind("\n", 0, at), at - _NEAR, 0)
    last = next(
        (m for m in scene.told_before(at, begin) if m.value.kind in kinds and not m.value.generic), None
    )
    return last.text if last is not None and last.end in scene.phrase_borders else None


def _alone(names: list[str], known: dict[str, str]) -> str | None:
    """The only body that receives, where the article names two or more that send and none else."""
    receive = [name for name in names if known.get(name) == "to"]
    send = [name for name in names if known.get(name) == "from"]
    return receive[0] if len(receive) == 1 and len(send) > 1 and len(send) + 1 == len(names) else None


def of_class(scene: Scene, at: int) -> str | None:
    """The last body, also a quoted one, of the class that stands alone before a title: 中心|主任."""
    clean = scene.clean
    told = _CLASS_ALONE.search(clean, max(0, at - _LONGEST), at) if clean[at - 1 : at] in _LAST else None
    if told is None:
        return _same_end(scene, at)
    word, begin = told.group(1), told.start(1)
    for m in _longer(scene, word, begin):
        if m.text.strip("“”").endswith(word):
            return m.text
    pattern = f"“([^“”，。]{{1,14}}{word})”|(“[^“”，。]{{2,8}}”[\u4e00-\u9fff]{{0,10}}{word})"
    quoted = [a or b for a, b in re.findall(pattern, clean[max(0, begin - _NEAR) : begin])]
    return quoted[-1] if quoted else None


def _is_part(word: str) -> bool:
    """Whether words before a title are a part of a body, or go by its level: 采购部, 县红十字会."""
    return word[0] in LEVELS or word[-1] in _PARTS


def _same_end(scene: Scene, at: int) -> str | None:
    """The last body whose name ends as the words that stand alone before a title do: 法院|院长, 支队|政委."""
    clean = scene.clean
    told = _ALONE.search(clean, max(0, at - _LONGEST), at)
    if told is None or told.group(1) in _ANY or _is_part(told.group(1)):
        return None
    word, begin = told.group(1), told.start(1)
    for m in _longer(scene, word, begin):
        if m.text.endswith(word) and m.text[-len(word) - 1] not in _BRANCHES:
            return m.text
    return None


def _longer(scene: Scene, word: str, at: int) -> Iterator[Mention]:
    """The named bodies told before an offset whose names are longer than a class word, the last one first."""
    for m in scene.told_before(at, at - _FAR):
        if not m.value.generic and len(m.text) > len(word) + 1:
            yield m


def bare_class(institution: Mention) -> bool:
    """Whether a mention is only the class of a body (学校, 集团), to be looked up before."""
    return institution.text.lstrip("该本我") in _CLASSES


def home_of_class(scene: Scene, held: Mention) -> str | None:
    """The body whose page the article is, where a bare class of its kind stands for it: 学校|党委书记."""
    home = scene.home
    if home is None or not home.ours or held.text not in ("学校", "校", "医院", "基金会", "协会"):
        return None
    kind = home.body.value.kind
    same = kind in _TAUGHT if held.text in ("学校", "校") else kind == held.value.kind
    return home.body.text if same else None


def short_form(scene: Scene, held: Mention) -> str | None:
    """The body whose name's end stands there, with only its class read: 红水|中学, of 青河县红水中学."""
    clean, at = scene.clean, held.start
    if not held.value.generic or not "\u4e00" <= clean[at - 1 : at] <= "\u9fff":
        return None
    longest, told = 0, None
    for m in scene.institutions[:_MOST]:
        if m.value.generic or not m.text.endswith(clean[at - _SHORTEST + 1 : held.end]):
            continue
        same = 0
        while same < len(m.text) and m.text[-1 - same] == clean[held.end - 1 - same]:
            same += 1
        if same > longest:
            longest, told = same, m.text
    return told


def only_with(scene: Scene, tail: str) -> str | None:
    """The only named body of a text whose name ends with a character: the one for which a bare 局 stands."""
    named = {m.value.name: m.text for m in scene.institutions[:_MOST] if not m.value.generic}
    fitting = [text for text in named.values() if text.endswith(tail) and len(text) > _SHORTEST]
    return fitting[0] if len(fitting) == 1 else None


def by_body(scene: Scene, pair: Pair) -> str | None:
    """The body with which a sentence begins, before 由: 基金会|由退休干部甲担任理事长."""
    clean, title = scene.clean, pair.unit.title.value.title
    first = min(pair.person.start, pair.unit.start)
    low = max(scene.sentence_start(first), first - _NEAR_BY)
    at = clean.rfind("由", low, first)
    if at <= 0 or "，" in clean[at:first] or "。" in clean[at:first]:
        return None
    held = scene.institutions_to.get(at)
    named = held is not None and not held.value.generic
    return of_class(scene, at) if not named and title.endswith(_BOARD_POSTS) else None
