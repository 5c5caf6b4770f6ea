"""What looks like the name of a body and is none, or only ends in one: 做过|柳树小学, 未来|医疗队."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.lexicon import words as lexicon_words
from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import NUMERALS, Part, part_of
from bangfu.recognize.institutions.pieces import Candidate
from bangfu.recognize.institutions.words import Words, is_word
from bangfu.recognize.places import is_place

_TAUGHT = frozenset({"school", "university"})
_CARED = _TAUGHT | {"hospital", "culture"}
# Where schools of any name lie: 云岭|南部|山区|学校.
_AREAS = (
    "(?:[东西南北中]部|[东西][南北]部|沿海|内陆|农?牧区|[山灾库林老]区|边境|边远|偏远|高寒|高海拔|高原|贫困|欠发达"
    "|农村|乡村|海岛|基层|薄弱|沿边|革命)"
)
_SORT = re.compile(f"{_AREAS}+(?:地区|地带|县域|一带)?(?:的)?$")
# Kinds of bodies that only tell what is done there.
_KINDS = frozenset(
    {
        "西医",
        "现代",
        "现代化",
        "民族",
        "模范",
        "普通",
        "同类",
        "公社",
        "大队",
        "生产队",
        "村里",
        "母校",
        "县城",
    }
)
_TEAMS = _KINDS | {"未来", "理想", "明日", "先进", "今后", "后续", "后期"}
# 评选为|“模范希望小学”: an honour.
_HONOUR = re.compile('[“"]?(?:模范|优秀|先进|最美|文明|标杆|样板|达标)')
_HONOURED = re.compile('(?:为|评|获|称|授予|荣获)[“"]?$')
_EVERY = re.compile("各[县市区省州盟旗乡镇级地]")
_SCHEMES = ("工程", "计划", "项目", "行动")
_SITES = ("校区", "校园", "院区")
# 做过|公社小学, 教过|青山二中; there are villages called 过埠.
_DONE = re.compile(
    "[做教办读上去到待来念建开当捐援修走参观访住管带帮干学跑任进看]过(?![河江溪桥街山水路沟湾埠坊])|[念读上教办建修]完"
)
# 活动由|市教育局, 成了|工作室, 兄弟单位——|石桥医院: what stands before is none of the name.
_PARTED = re.compile("——|成了|后任|所属(?=[\u4e00-\u9fff]{2})|[\u4e00-\u9fff]由(?=[省市县区州旗])")
# 我们要|和|县医院; 六年|来|云岭师大
_MODAL = re.compile("[要想能][和同跟与](?=[省市县区州乡镇])")
_SINCE = re.compile("(?<=[0-9一二三四五六七八九十两几多个][年月天周])来(?![宾凤安])|(?<=以)来")
_SERVED = re.compile(
    "^[^，。]{2,4}?(?:荣任|担任|出任|兼任|就任|升任|改任|调任|转任|接任|继任|连任|历任|现任)"
)
# 情系|石桥小学, 大爱温暖|石桥小学: the verb of a headline.
_HEADLINE = re.compile(
    "(?:大爱|真情|爱心|深情|倾情|关爱|善心|热心|情意|浓情)?(?:[情心梦爱][系暖牵洒满注润倾聚献]|温暖|暖心|点亮|守护)"
)
# 外来务工人员|子女|小学: whose children learn there.
_PUPILS = re.compile(
    "(?:外来|进城|流动|农村)?(?:务工|打工|农民工|民工|流动|外来)(?:人员|人口|者)?(?:的|随迁)?(?:子女|子弟)?"
)
# 受助学生|苏某红|向|区慈善总会
_SOMEBODY = re.compile("^[\u4e00-\u9fff]某[\u4e00-\u9fff]?(?=[向和与同及跟给到对])[\u4e00-\u9fff]")
_BATCH = re.compile("第[0-9一二三四五六七八九十]{1,4}[批届期]")
# 退休后|常回|学校: a way back, in a word that no dictionary holds.
_WAY = frozenset("回去返赴往")
_STUDIED = ("毕业", "肄业")
_JOINS = frozenset({"和", "与", "及", "以及", "暨"})
# What a place has beside schools, so that 和 joins two of them: 茶叶产业园|和|民族中学.
_PREMISES = (
    "园",
    "厂",
    "基地",
    "社区",
    "村",
    "镇",
    "乡",
    "街道",
    "馆",
    "场",
    "中心",
    "站",
    "企业",
    "集市",
    "市场",
)
# 云岭大学（深圳）|西山校区
_CAMPUS = re.compile("[（(]([\u4e00-\u9fff]{2,4})[）)](?=[\u4e00-\u9fff]{1,4}校区)")
# 王小明任|工作队|副队长, 王小明随|医疗队|到过云岭.
_SERVES = re.compile("[\u4e00-\u9fff]{2,3}(?:[将曾]?[担调兼出升]?任|随|率)")
_PARTY = "中共"
# 在央视|综合频道|播出: where a film is shown.
_BROADCASTERS = ("央视", "总台央视", "中央广播电视总台央视")
_CHANNEL = re.compile("[\u4e00-\u9fff]{2,4}频道")
_SESSION = re.compile("第?[一二三四五六七八九十]{1,3}[届大]|党|[早中后]期|[庆度享谋商话赏襄迎绘叙筑担]")

_OF_A_FIRM = re.compile("(?:副?总?经理|总监|主管|专员|客服|(?:高级|助理)?工程师)")
_OWNER = re.compile("(?:(?:公司|集团|银行)的?|学校|学院|[大中小]学|医院|基金会|[协商]会|中心)$")
_OWNER_LENGTH = 3


def as_read(words: Words, hit: Hit, found: Candidate) -> Candidate | None:
    """The candidate, from behind what is none of its name, unnamed, or None where nothing of it is left.

    >>> from bangfu.recognize.institutions.heads import hits
    >>> from bangfu.recognize.institutions.words import words_of
    >>> words = words_of("他教过青山中学")
    >>> as_read(words, hits(words)[-1], Candidate(1, 7, "school", True, "institution.model", 0.7)).start
    3
    """
    text, head = words.text, hit.head
    if head.group == "known":
        return _known(words, found)
    if head.kind in _CARED and text[hit.start - 1 : hit.start] in _WAY and _is_way(words, hit, found):
        return None
    if head.kind == "party" and text[found.start : hit.start] in lexicon_words("institution_heads"):
        return None  # 幼儿园|党委|书记
    if head.kind != "team" and _BATCH.match(text, found.start):
        return None  # 第九批|云岭|援藏|工作队: who helps is the team
    if head.kind in _TAUGHT and text.startswith(_STUDIED, hit.end) and _is_transcribed(text, found, hit):
        return None  # 才旦多杰|大学|毕业
    if _is_thing(text, hit, found):
        return None
    start = _behind(words, hit, found)
    if start > found.start:
        if text.endswith("所属", 0, start) and part_of(*words.tagged(start)) not in (Part.PLACE, Part.NAME):
            return None  # 云岭公司|所属|火力发电厂
        return _cut(words, hit, found, start)
    stem = text[found.start : hit.start]
    if _SERVES.fullmatch(stem) and stem[0] in lexicon_words("surnames"):
        return _cut(words, hit, found, hit.start)
    if stem in _TEAMS and head.kind == "team":
        return None
    if head.kind == "school" and _PUPILS.fullmatch(stem):
        return _cut(words, hit, found, hit.start)
    if stem in _KINDS and head.kind in ("school", "hospital") and not _is_quoted(text, found):
        return _cut(words, hit, found, hit.start)
    if head.kind in ("school", "hospital") and (_is_sort(words, found, hit) or _is_any(text, found)):
        return None
    return found


def _known(words: Words, found: Candidate) -> Candidate | None:
    """A known name, with the 团 before it: 团|中央宣传部; no party in 红山五中|共有."""
    text, name = words.text, words.text[found.start : found.end]
    if name == _PARTY:
        split = text[found.start - 1 : found.start] in NUMERALS and found.start > 0
        return None if split or _SESSION.match(text, found.end) else found
    if name.endswith("部") and _is_own_part(text, found):
        return None
    if name in _BROADCASTERS and _CHANNEL.match(text, found.end):
        return None
    if found.kind in ("military", "team") and text.startswith("精神", found.end):
        return None
    campus = _CAMPUS.match(text, found.end) if found.kind == "university" else None
    if campus and is_place(campus[1]):
        return found._replace(end=campus.end())
    if name.startswith("中央") and text[found.start - 1 : found.start] == "团":
        start = found.start - 1
        start -= 2 * text.endswith("共青", 0, start)
        return found._replace(start=start, first=words.at(start), kind="association")
    return found


def _is_own_part(text: str, found: Candidate) -> bool:
    """Whether a ministry's name is a part of a firm or school: 集团|商务部|经理, 金融|科技部|工程师."""
    if found.kind != "government" or found.end - found.start != len("商务部"):
        return False
    owned = _OWNER.search(text, max(0, found.start - _OWNER_LENGTH), found.start)
    return owned is not None or _OF_A_FIRM.match(text, found.end) is not None


def _is_thing(text: str, hit: Hit, found: Candidate) -> bool:
    """Whether it is a house, the base of a scheme, an honour, or a team cut off from who sent it."""
    stem = text[found.start : hit.start]
    if _EVERY.match(text, found.start):
        return True  # 各|县区|教育局
    if hit.head.kind == "culture" and stem.endswith(_SITES):
        return True  # 云岭校区|图书馆
    if hit.head.word.endswith("基地") and stem.endswith(_SCHEMES) and not found.places:
        return True  # 领航|工程|培养基地
    if (
        hit.head.kind == "team"
        and text[found.start - 1 : found.start] == "赴"
        and "支赴" in text[: found.start][-3:]
    ):
        return True  # 第3支|赴|云岭|救援队
    honoured = _HONOURED.search(text[max(0, found.start - 4) : found.start])
    return honoured is not None and _HONOUR.match(text, found.start) is not None


def _is_way(words: Words, hit: Hit, found: Candidate) -> bool:
    i = words.at(hit.start - 1)
    placed = found.start + sum(map(len, found.places)) == words.starts[i] > found.start  # 南康区|龙回|中学
    return words.starts[i] >= found.start and not placed and not is_word(words.words[i])


def _is_transcribed(text: str, found: Candidate, hit: Hit) -> bool:
    """Whether a person's Tibetan or foreign name stands before, and none of a place."""
    stem, elements = text[found.start : hit.start], lexicon_words("minority_names")
    if found.places or is_place(stem) or not 1 < len(stem) < 6:
        return False
    parted = stem in elements or any(stem[:k] in elements and stem[k:] in elements for k in (1, 2, 3))
    return parted or (len(stem) > 2 and lexicon_words("foreign_name_chars").issuperset(stem))


def _behind(words: Words, hit: Hit, found: Candidate) -> int:
    """Where the name begins behind a verb, a person or another place; its start where there is none."""
    text, start = words.text, found.start
    before = max(0, start - 1)
    placed = start + sum(map(len, found.places))
    for begin in (before, start, placed):
        done = _DONE.match(text, begin, hit.start)
        if done and done.end() > start:
            return done.end()
    moved = _HEADLINE.match(text, start) if hit.head.kind in _CARED and not placed > start else None
    if moved and part_of(*words.tagged(moved.end())) in (Part.PLACE, Part.NAME) and moved.end() < hit.start:
        return moved.end()
    for pattern in (_MODAL, _SINCE):
        told = pattern.match(text, start)
        if told:
            return told.end()
    stem = text[start : hit.start]
    parted = [m.end() for m in _PARTED.finditer(stem)]
    if parted and not _is_quoted(text, found):
        return start + parted[-1]
    for pattern in (_SERVED, _SOMEBODY):
        told = pattern.match(stem)
        if told:
            return start + told.end()
    batches = list(_BATCH.finditer(text, start, hit.start)) if hit.head.kind == "team" else []
    if len(batches) > 1:  # 第三批|医疗队|和|云岭省|第六批|工作队
        joins = [i for i in range(batches[0].end(), batches[-1].start()) if text[i] in "和与及、"]
        return joins[-1] + 1 if joins else start
    if found.rule == "institution.model" and hit.head.kind in _CARED and not _is_quoted(text, found):
        for i in range(words.at(hit.start - 1), words.at(start), -1):
            joined = words.words[i] in _JOINS and text.endswith(_PREMISES, start, words.starts[i])
            if joined and words.starts[i] - start > 3:
                return words.starts[i + 1]
    return start


def _cut(words: Words, hit: Hit, found: Candidate, start: int) -> Candidate | None:
    """What is left of a name from an offset on; unnamed where only common words are left."""
    if start > hit.start:
        return None
    first = words.at(start)
    own = [words.words[i] for i in range(first, words.at(hit.start - 1) + 1)] if start < hit.start else []
    if words.starts[first] < start and own:
        own[0] = words.text[start : words.starts[first + 1]]
    common = (Part.ADMIN, Part.GENERIC, Part.ORDINAL)
    named = any(part_of(word, "n") not in common and word not in _KINDS for word in own)
    alone = hit.head.kind in ("school", "university") and own == ["民族"]
    if named or alone:
        return found._replace(start=start, first=first, places=())
    return Candidate(start, hit.end, found.kind, False, "institution.unnamed", 0.3, (), first, hit.head.group)


def _is_quoted(text: str, found: Candidate) -> bool:
    return text[found.start] in "“《" or text[found.start - 1 : found.start] in ("“", "《")


@lru_cache(maxsize=1)
def _any() -> re.Pattern[str]:
    sorts = "|".join(sorted(map(re.escape, lexicon_words("institution_sorts")), key=len, reverse=True))
    return re.compile(f"(?:{sorts})+(?:学校|[中小]学|幼儿园|[初高]中|医院|卫生院|卫生室)")


def _is_any(text: str, found: Candidate) -> bool:
    """Whether only words for a sort stand between a place and a school or hospital: 云岭县|薄弱|学校."""
    placed = found.start + sum(map(len, found.places))
    if not found.places or found.places[-1][-1] not in "省市县区旗州":
        return False
    return _any().fullmatch(text, placed, found.end) is not None


def _is_sort(words: Words, found: Candidate, hit: Hit) -> bool:
    """Whether only a region and what it is like stand before a school: 云岭|南部|山区|学校."""
    stem = words.text[found.start : hit.start]
    sort = _SORT.search(stem)
    before = stem[: sort.start()] if sort else ""
    return sort is not None and (not before or is_place(before) or before == "".join(found.places))
