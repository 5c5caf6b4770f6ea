"""Where in a text the head of an institution's name, or a whole known name, stands.

Heads end where words do: what a word can end is worked out once for each word of the language, and only the
few words that can end a head are looked at in the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from bangfu import lexicon
from bangfu.recognize.institutions.words import Words, is_word
from bangfu.recognize.places import is_place


class Head(NamedTuple):
    """A lexicon entry: ``group`` is its class in lexicons/institution_heads.txt, or known."""

    word: str
    kind: str
    group: str


class Hit(NamedTuple):
    """A head in the text; ``first`` and ``last`` are the words that hold its first and last character."""

    start: int
    end: int
    first: int
    last: int
    head: Head


# 云阜县|民建|二幼, 城建|幼儿园: a school that is called so.
_NUMBERED = tuple(n + sort for n in "一二三四五六七八九十" for sort in "幼小中")
_CALLED_SO = (*_NUMBERED, "小学", "中学", "幼儿园", "希望小学")
# 桦皮厂|胡同, 时报|广场; 工信部|门, 东北局|地.
_STREETS = ("胡同", "大街", "广场")
_THINGS = {
    **dict.fromkeys("建进盟革", (*_CALLED_SO, *_STREETS)),
    "部": ("门", *_STREETS),
    "局": ("地", "势", *_STREETS),
    "报": ("了", *_STREETS),
    "会": ("国务秘书", "商，", "商。", "商、", "商机制", "商研判", *_STREETS),
    "国": ("宪章", "海洋法公约", "气候变化框架公约", "生物多样性公约", "反腐败公约"),
    "院": ("管理处", "管理局", "管理中心", *_STREETS),
    "共": ("党员",),
    "团": ("队", *(f"结{c}" for c in "一协奋拼带和就互友进在的各全，、。"), "结起", "圆", *_STREETS),
    "金": ("会",),
    **dict.fromkeys("田矿场", ("镇", "乡", "村", "街道", *_STREETS)),  # 油田|镇
    "府": ("间", "网", *_STREETS),
    "心": (
        "卫生院",
        "小学",
        "完小",
        "校、",
        "幼儿园",
        "敬老院",
        "血站",
        "医院",
        "地位",
        "任务",
        "城区",
        "城市",
        "位置",
        "环节",
        *_STREETS,
    ),
}
_SCHOOLS = frozenset({"小学", "中学", "大学"})
_CENTRAL = frozenset({"中心小学", "中心学校", "中心幼儿园", "中心医院"})
# What centres are for, and no place has a school of: 发展|中心.
_OF_CENTRES = ("发展", "研究", "研修", "培训", "进修", "指导", "管理", "服务", "活动", "考试")
_TAUGHT = frozenset({"高中", "初中", "初级中学"})
_SUBJECTS = re.compile(
    "(?:语文|数学|英语|物理|化学|生物|政治|历史|地理|体育|音乐|美术|信息技术)(?:学科|教研|名师|骨干|特级|带头|优质|竞赛|组|课)"
)
# 云岭小学|校园内, 云岭小学|校门口
_WHERE = frozenset("内外园门舍里服车史训歌方刊徽规风容貌友庆医级长")
_SCHOOLISH = frozenset({"学会", "学院", "学校"})
_GOING = frozenset({"上小学", "上大学", "上学校", "上高中"})
_OFFICES = frozenset({"government", "military", "party"})
# 教育局|长, 公安厅|长: who leads a bureau shares its last character.
_CHIEF, _BUREAUS = "长", frozenset("局厅")
_MOST_ENDS = 1 << 16
_FUNCTION = frozenset("向在为对与和将被把从给于以也还已由任")


@lru_cache(maxsize=1)
def _heads() -> dict[str, Head]:
    found = {word: Head(word, kind, group) for word, kind, group in lexicon.table("institution_heads")}
    found |= {word: Head(word, kind, "known") for word, kind in lexicon.table("known_bodies")}
    return found | {word: Head(word, "media", "known") for (word,) in lexicon.table("media")}


@lru_cache(maxsize=1)
def offices() -> dict[str, Head]:
    """Known bodies whose name is that of an office behind a place or a level: 县|招商局, 县|发展改革委."""
    known = lexicon.words("known_bodies")
    return {
        word: Head(word, kind, group)
        for word, kind, group in lexicon.table("institution_heads")
        if group == "organ" and word in known
    }


@lru_cache(maxsize=1)
def _lengths() -> dict[str, tuple[int, ...]]:
    """The lengths, the longest first, of all heads that can end in three characters, in two or in one."""
    heads, lengths = _heads(), dict[str, set[int]]()
    for word in heads:
        tail = word[-3:]
        lengths.setdefault(tail, set()).add(len(word))
        lengths[tail].update(k for k in (1, 2) if tail[-k:] in heads)
    return {tail: tuple(sorted(some, reverse=True)) for tail, some in lengths.items()}


@lru_cache(maxsize=1)
def _tails() -> frozenset[str]:
    """The last one and two characters of all heads."""
    return frozenset(word[-k:] for word in _heads() for k in (1, 2))


@lru_cache(maxsize=1)
def _followers() -> tuple[tuple[str, ...], frozenset[str]]:
    """What ends a head before it: words that do so anywhere, and the rest of a word that holds the head."""
    after = tuple(sorted(lexicon.words("institution_after")))
    return after, lexicon.words("titles") | lexicon.words("institution_members")


@lru_cache(maxsize=1)
def _borders() -> tuple[frozenset[str], frozenset[str]]:
    """The last characters of heads, and the first ones of what ends a head before it: cheap to look for."""
    after, members = _followers()
    return frozenset(word[-1] for word in _heads()), frozenset(
        w[0] for w in (*after, *members)
    ) | _FUNCTION | {_CHIEF}


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """What the words that end a head before them begin with."""
    return frozenset(word[:k] for word in _followers()[0] for k in range(1, len(word) + 1))


class _Ends(dict[str, tuple[int, ...]]):
    """What :func:`_ends` says of the words seen so far: a look-up costs no call, as one of lru_cache does."""

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) >= _MOST_ENDS:
            self.clear()
        found = self[word] = _ends(word)
        return found


@lru_cache(maxsize=1)
def _seen() -> _Ends:
    return _Ends()


def _ends(word: str) -> tuple[int, ...]:
    """Behind which characters of the word a head may end, as far as the word alone can tell; mostly none."""
    last, (lasts, firsts) = len(word), _borders()
    if lasts.isdisjoint(word):
        return ()
    ends = [k for k in range(1, last + 1) if word[k - 1] in lasts and (k == last or word[k] in firsts)]
    return tuple([k for k in ends if _holds_end(word, k) and (k == last or _opens(word, k))])


def _holds_end(word: str, k: int) -> bool:
    if k == 1:
        return word[0] in _tails()
    # 布局, 结局: in a common word of two the last character is no head.
    common = len(word) == 2 and is_word(word)
    heads = _heads()
    if k > 2:
        return word[k - 3 : k] in _lengths() or word[k - 2 : k] in heads or word[k - 1] in heads
    return word[k - 2 : k] in _tails() or (word[k - 1] in _heads() and not common)


def _opens(word: str, k: int) -> bool:
    """Whether the rest of a word may stand behind a head: 县委|书记, 局|向; not 学|校长."""
    after, members = _followers()
    rest = word[k:]
    if rest == _CHIEF:
        return k > 2 and word[k - 1] in _BUREAUS and word[k - 2] not in _BUREAUS
    return rest in members or rest in _beginnings() or rest.startswith(after) or _guessed(word, rest)


def _guessed(word: str, rest: str) -> bool:
    """局|向 is a guess of the segmenter."""
    return rest in _FUNCTION and not is_word(word)


def hits(words: Words) -> list[Hit]:
    """Every head that ends where a word does, the longest at each end; known names fill whole words."""
    out: list[Hit] = []
    text, starts, known = words.text, words.starts, _lengths().get
    every = list(map(_seen().__getitem__, words.words))
    for last in compress(range(len(every)), every):
        for k in every[last]:
            end = starts[last] + k
            lengths = (end > 2 and known(text[end - 3 : end])) or (end > 1 and known(text[end - 2 : end]))
            lengths = lengths or known(text[end - 1])
            hit = _hit(words, last, end, lengths) if lengths else None
            if hit is not None:
                out.append(hit)
    return out


def _hit(words: Words, last: int, end: int, lengths: tuple[int, ...]) -> Hit | None:
    """The longest head, of some lengths, that ends in the word ``last`` at ``end``."""
    text, starts = words.text, words.starts
    centre = text.startswith("中心", end - 2) and text.endswith(_OF_CENTRES, 0, end - 2)
    if text.startswith(_STREETS if centre else _THINGS.get(text[end - 1], _STREETS), end):
        return None
    open_end: bool | None = None
    for length in lengths:
        start = end - length
        head = _heads().get(text[start:end]) if start >= 0 else None
        if head is None:
            continue
        if (
            length == 2
            and text[start - 1 : start + 1] in _SCHOOLS
            and head.word in _SCHOOLISH
            and (head.word != "学校" or text[end : end + 1] in _WHERE)
        ):
            # 第一小学|会来, 中学|院内: what follows is no part of it.
            school = text[start - 1 : start + 1]
            return Hit(start - 1, start + 1, words.at(start - 1), words.at(start), _heads()[school])
        if head.group == "none":
            if head.word in _GOING and starts[words.at(start)] < start and words.tag(words.at(start)) == "ns":
                continue  # 坪上|小学: the village ends in what is a verb elsewhere
            return None
        if head.word in _CENTRAL and text.endswith(_OF_CENTRES, 0, start):
            return None  # 教师发展中心|小学英语教研员
        if head.word in _TAUGHT and _SUBJECTS.match(text, end):
            return None  # 云岭区|高中化学|学科带头人
        if head.word == "中院" and text[end : end + 1] in _WHERE:
            continue  # 职中|院内
        if open_end is None:
            open_end = _is_open(words, last, end)
        if not open_end:
            return None
        first = last if starts[last] <= start else words.at(start)
        # 伊朗|外交部 is one word of the dictionary.
        inside = starts[first] < start and not (
            head.kind in _OFFICES and is_place(text[starts[first] : start])
        )
        if inside and (head.group == "known" or _is_cut_short(words, head, first, last)):
            continue  # 美国|小|企业 holds no 国小
        if length == 1 and len(words.words[last]) == 2 and is_word(words.words[last]):
            continue
        return Hit(start, end, first, last, head)
    return None


def _is_cut_short(words: Words, head: Head, first: int, last: int) -> bool:
    """Whether a short head lies across two words of which the first is one: 美国|小|企业; not 溪洲国|小."""
    return head.group == "short" and first < last and is_word(words.words[first])


def _is_open(words: Words, last: int, end: int) -> bool:
    """Whether a head may end here: where a word does, or where a title begins (县委|书记); not in 学|校长."""
    after, members = _followers()
    rest = words.text[end : words.starts[last + 1]]
    if not rest and not words.text.startswith(after, end - 1):
        return True
    if rest == _CHIEF:
        bureau = words.text[end - 1] in _BUREAUS and words.text[end - 2] not in _BUREAUS
        return bureau and end - words.starts[last] > 2
    return words.text.startswith(after, end) or rest in members or _guessed(words.words[last], rest)
