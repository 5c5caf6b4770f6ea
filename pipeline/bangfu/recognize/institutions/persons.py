"""Where somebody's name and what follows it got into the name of a body: 副局长|田向东|和|县人民医院."""

from __future__ import annotations

import re
from collections.abc import Container

from bangfu.lexicon import mapping
from bangfu.lexicon import words as lexicon_words
from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import Part, part_of
from bangfu.recognize.institutions.pieces import Candidate
from bangfu.recognize.institutions.words import Words, is_word
from bangfu.recognize.names.borders import FUNCTION
from bangfu.recognize.names.candidates import in_given_name
from bangfu.recognize.places import is_place
from bangfu.recognize.titles.words import behind_title

_SERVING = frozenset("任系为是")
_EDGES = frozenset("，。；：、的\n \u3000（(")
_POST = re.compile(
    "[^，。；、的]{0,6}?(?:[长师生员士授]|书记|主任|经理|董事|干事|总裁|主席|代表|顾问|委员|干部|编辑)"
)
_INVITED = re.compile("[^，。；]{0,10}(?:邀|[要请]求|约请|之托)")
_GOING = frozenset("去来进随请率驻")
"""What somebody does with a body, as a word by itself before its name: 去|云岭医院."""
_LINES = frozenset({"", "\n", " ", "\u3000", "—", "-", "－", "―"})
_GIVEN = frozenset({"海军", "陆军", "空军", "清华", "文联", "学联", "海航"})
"""Short names of bodies that are given names, too."""
_ENDED = "华为"
_OF_FIRM = re.compile(
    "[，。、；：的等在和与）)”》总创员智]|公司|技术|集团|手机|终端|中国|鸿蒙|云(?:计算|服务|平台|[盘，。、])|$"
)
"""A firm whose name is the end of a given name with 为 behind it, and what stands behind the firm."""
_AHEAD = frozenset("由给让派任请选命为是图举聘替据令")
_MARKED = frozenset("，。；：:、的（( \n\u3000“”？！")
_JUNCTIONS = frozenset("和同与及跟向给赴到")
_POSTING = frozenset("派替荐由让命聘调任请选")
_HOPES = "希望"
_OPENING = ("图为", "幸好", "好在", "多亏", "幸亏", "原任", "现任", "曾任", "时任", "历任")
_INVITEES = frozenset("应受")
_JOINING = _JUNCTIONS | _SERVING | _INVITEES
_SIZES = (2, 3, 4)  # of names
_LONGEST_TITLE = 6
_MOST_GIVEN = 2
_LONGEST_NAME = 4
_LEVELS = frozenset("省市县区旗州乡镇")
_COMMON = frozenset({Part.GENERIC, Part.ADMIN, Part.ORDINAL})


def is_given_name(words: Words, hit: Hit) -> bool:
    """Whether a body's short name is somebody's given name, behind a title or a mark: 教师|王|海军.

    >>> from bangfu.recognize.institutions.heads import hits
    >>> from bangfu.recognize.institutions.words import words_of
    >>> [is_given_name(words_of(t), hits(words_of(t))[0]) for t in ("教师王海军说", "从海军退役")]
    [True, False]
    """
    text, at = words.text, hit.start - 1
    if hit.head.word == _ENDED and not _OF_FIRM.match(text, hit.end):
        return any(_begins_name(text, hit.start + 1 - size, hit.start + 1) for size in (3, 2))
    surname = text[at : at + 1]
    if hit.head.word not in _GIVEN or surname in _SERVING | FUNCTION:
        return False
    if mapping("surnames").get(surname, "1") == "1":
        return False
    return at == 0 or text[at - 1] in _MARKED | _JUNCTIONS or behind_title(text, at)


def without_person(words: Words, hit: Hit, found: Candidate) -> Candidate:
    """The candidate from behind a person's name and the word that joins the two, where a title stands before.

    >>> from bangfu.recognize.institutions.heads import hits
    >>> from bangfu.recognize.institutions.words import words_of
    >>> words = words_of("院长丁国华同梅园医院签约")
    >>> found = Candidate(2, 9, "hospital", True, "institution.name", 0.8)
    >>> without_person(words, hits(words)[-1], found).start
    6
    """
    start = _behind_person(words, hit, found.start)
    if start is None:
        return found
    first = words.at(start)
    own = [words.words[i] for i in range(first, hit.first)] if words.starts[first] == start else []
    level = words.text[start] in _LEVELS
    named = start < hit.start and not level and (not own or any(part_of(w, "n") not in _COMMON for w in own))
    if named:
        return found._replace(start=start, first=first, places=())
    return Candidate(start, hit.end, found.kind, False, "institution.unnamed", 0.3, (), first, hit.head.group)


def _is_titled(text: str, start: int, end: int) -> bool:
    """Whether a name stands there, behind a title or listed behind such a name: 主席王大雄、|朱维."""
    spans = [(start, end)]
    while spans:
        start, end = spans.pop()
        if not _is_name(text, start, end):
            continue
        if behind_title(text, start, _LONGEST_TITLE):
            return True
        if text[start - 1 : start] == "、":
            spans += [(start - 1 - size, start - 1) for size in _SIZES]
    return False


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether the characters can be a surname and a given name."""
    if start < 0:
        return False
    surnames = lexicon_words("surnames") if end - start < 4 else lexicon_words("compound_surnames")
    surname = text[start] if end - start < 4 else text[start : start + 2]
    return surname in surnames and all(map(in_given_name, text[start + len(surname) : end]))


def _is_post(text: str, at: int) -> bool:
    """Whether a post stands behind a body: 任某公司|导演."""
    return _POST.match(text, at) is not None or any(
        text[at : at + size] in mapping("titles") for size in range(2, _LONGEST_TITLE + 1)
    )


def of_holder(text: str, found: Candidate, hit: Hit, bodies: Container[int]) -> bool:
    """Whether what looks like a branch's name is who leads it, behind the body: 某中学|李明|党支部|书记."""
    named = found.start in bodies and 1 < hit.start - found.start < _LONGEST_NAME
    return named and hit.head.kind == "party" and _is_common_name(text, found.start, hit.start)


def _is_common_name(text: str, start: int, end: int) -> bool:
    return _is_name(text, start, end) and text[start] not in FUNCTION and not is_place(text[start:end])


def _begins_name(text: str, start: int, end: int) -> bool:
    """Whether a name stands there, behind a mark, a title or a word that leads to somebody: 任命|刘爱华."""
    if not _is_common_name(text, start, end):
        return False
    return start == 0 or text[start - 1] in _MARKED | _JUNCTIONS | _AHEAD or behind_title(text, start)


def _behind_person(words: Words, hit: Hit, start: int) -> int | None:
    """The offset behind a title, a name and what joins it, where these reach into a body's name."""
    text = words.text
    for at in () if _JUNCTIONS.isdisjoint(text[start : hit.start]) else range(hit.start - 1, start, -1):
        if is_place(text[at - 1 : at + 2]):
            continue  # 任|云和县|医保局
        if text[at] in _JUNCTIONS and any(_is_titled(text, at - size, at) for size in _SIZES):
            return at + 1  # 训练主任|司徒志文|及
    hoped = text.find(_HOPES, start, hit.start)
    if hoped > 0 and any(_is_titled(text, hoped - size, hoped) for size in _SIZES):
        return hoped + len(_HOPES)  # 院长|李玉华|希望|实践队
    for begin in range(start, max(-1, start - _MOST_GIVEN - 1), -1):
        if text[begin] not in lexicon_words("surnames"):
            continue
        behind = [at for at in (begin + _MOST_GIVEN + 1, begin + _MOST_GIVEN) if start <= at < hit.start]
        if _JOINING.isdisjoint([text[at] for at in behind]):
            continue
        joins = _JUNCTIONS if behind_title(text, begin) else frozenset()
        if (begin == 0 or text[begin - 1] in _EDGES | _POSTING) and _is_post(text, hit.end):
            joins |= _SERVING  # 李明|任|云岭中学|校长, 选派李明|任|云岭中学|校长
        if (begin == 0 or text[begin - 1] in _EDGES) and _INVITED.match(text, hit.end):
            joins |= _INVITEES  # 李明|应|云岭中学校长|之邀
        for at in behind:
            if text[at] not in joins or is_place(text[at - 1 : at + 2]):
                continue
            if not is_word(text[at : at + 2]) or text[at + 1] in _LEVELS:  # 和|县, no county here
                return at + 1
    return None


def opened(words: Words, hit: Hit, found: Candidate) -> Candidate:
    """The candidate without a word that opens a clause: 应|云岭中学|邀请, 记|云岭中学|教师."""
    text, start = words.text, found.start
    if text.startswith(_OPENING, start) and start + 2 < hit.start:
        return found._replace(start=start + 2, places=())
    if text[start] == "连" and text[start - 1 : start] == "就":
        return found._replace(start=start + 1, places=())
    if text[start] in _GOING and found.start == words.starts[words.at(start)] and start + 1 < hit.start:
        alone = words.starting(start) == text[start] and text[start - 1 : start] not in ("“", "《")
        return found._replace(start=start + 1, first=words.at(start + 1), places=()) if alone else found
    if text[start] not in "应记" or is_word(text[start : start + 2]):
        return found
    told = text[start - 1 : start] in _LINES if text[start] == "记" else _INVITED.match(text, hit.end)
    return found._replace(start=start + 1, places=()) if told else found
