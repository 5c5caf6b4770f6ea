"""Bodies called by a common word that the rules of names pass over, where they act between two borders.

外滩|口腔医院|向学校捐款, 由|时代|建设集团|总经理: nothing but a name can be the word there.
"""

from __future__ import annotations

import re

from bangfu import lexicon
from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import Part, part_of
from bangfu.recognize.institutions.pieces import Candidate, Piece, make
from bangfu.recognize.institutions.shops import acts
from bangfu.recognize.institutions.words import Words, is_word
from bangfu.recognize.news_words import heard
from bangfu.recognize.places import is_place

_KINDS = frozenset({"company", "foundation", "association", "hospital"})
_TEAMS = frozenset({"志愿服务队", "志愿者服务队", "爱心服务队", "救援队"})
_PLAIN = frozenset(
    {"公司", "医院", "合作社", "分公司", "工厂", "厂", "工会", "企业", "大队", "中队", "队", "药店"}
)
"""Heads that many words describe: 龙头|公司, 合作|医院."""
_INNER = frozenset({Part.GENERIC, Part.ACT, Part.SOFT, Part.WORD})
_LISTED_NAMES = ("word", "name")
_PLACED = _KINDS | {"school"}
_SORTS = frozenset({Part.GENERIC, Part.SOFT})
_COUNTIES = frozenset("县市区旗")
_NO_END = frozenset("新老大小本该女男各一二三四五六七八九十全总分外内两几多某每其他她它我你高初中党")
"""What may describe the body behind a preposition: 和|新|学校, 在|女|中学."""
_BORDERS = frozenset("与和由是向对从")
_GRAMMAR = frozenset("与和同由向从对为在有任")
_NO_BEGINNING = frozenset("该某各这那本我你他她两多每一全此其另几数首同原")
_LEVELS = frozenset("省市县区州旗镇乡村校院国")
_SELDOM, _VERBS = 50, ("v", "d")
"""How often at most the news hold a verb that is somebody's name."""
_DOES = frozenset("建承办聘请招引约派访赴援助参组邀送接收成")
"""What is in verbs that take a body as object: 承建, 聘请."""
_LONGEST = 10
_POSTS = re.compile(
    "的?(?:副?总经理|董事长|理事长|副?会长|秘书长|副?院长|副?队长|负责人|创始人|志愿者|员工|队员|爱心人士)"
    "|签[约署订]|达成|(?:共同|联合)[举主发捐]"
)


def called(words: Words, hit: Hit) -> Candidate | None:
    """The body whose name is the only word between a border and what tells its sort, if it acts.

    >>> from bangfu.recognize.institutions.heads import hits
    >>> from bangfu.recognize.institutions.words import words_of
    >>> words = words_of("外滩口腔医院向灾区捐款，民营口腔医院向灾区捐款")
    >>> [words.text[c.start : c.end] for hit in hits(words) if (c := called(words, hit))]
    ['外滩口腔医院']
    """
    plain = hit.head.word in _PLAIN and words.starts[hit.first] == hit.start
    if (
        plain
        or hit.head.group not in ("name", "weak")
        or (hit.head.kind not in _KINDS and hit.head.word not in _TEAMS)
        or not _is_acting(words.text, hit.end)
    ):
        return None
    i = hit.first - 1
    while i >= 0 and hit.start - words.starts[i] <= _LONGEST and _is_han(words.words[i]):
        name = _name(words, i, hit.first) if _is_border(words, i - 1) else None
        if name is not None:
            return make(hit, name, "institution.called", 0.6)
        i -= 1
    return None


def with_grammar(words: Words, hit: Hit, found: Candidate | None) -> Candidate | None:
    """A body of whose name one character is left, with the word of grammar before it: 从|善|慈善基金会.

    >>> from bangfu.recognize.institutions.heads import hits
    >>> from bangfu.recognize.institutions.words import words_of
    >>> words = words_of("从善慈善基金会")
    >>> found = make(hits(words)[-1], Piece(1, 1, Part.CHAR, "善"), "a", 0.8)
    >>> with_grammar(words, hits(words)[-1], found).start
    0
    """
    if found is None or not found.named or found.start == 0 or found.places:
        return found
    first, before = words.at(found.start), words.text[found.start - 1]
    within = words.starts[first] == found.start - 1 and len(words.words[first]) == 2  # 从善, one word
    alone = (words.starts[first] == found.start and len(words.words[first]) == 1) or within
    if not alone or before not in _GRAMMAR or words.text[found.start] in _LEVELS:
        return found
    if not _are_sorts(words, first + 1, hit.first):
        return found
    start = found.start - 1
    above = words.words[words.at(start - 1)] if start else ""
    placed = len(above) > 1 and part_of(above, words.tag(words.at(start - 1))) is Part.PLACE
    if not placed and not _is_border(words, first - 2 + within):
        return found
    start -= len(above) if placed else 0
    places = (above,) if placed else ()
    return found._replace(start=start, first=words.at(start), places=places)


def behind_place(words: Words, hit: Hit) -> Candidate | None:
    """The body behind its county whose name of two characters begins with a word of grammar: 某县|为民|学校.

    >>> from bangfu.recognize.institutions.heads import hits
    >>> from bangfu.recognize.institutions.words import words_of
    >>> for text in ("沂源县为民学校", "沂源县和市属学校", "沂源县和小学"):
    ...     words = words_of(text)
    ...     found = behind_place(words, hits(words)[-1])
    ...     print(found and words.text[found.start : found.end])
    沂源县为民学校
    None
    None
    """
    if (hit.head.kind not in _PLACED and hit.head.word not in _TEAMS) or hit.head.group not in (
        "name",
        "weak",
    ):
        return None
    i, text = hit.first - 1, words.text
    while i > 0 and len(words.words[i]) > 1 and part_of(words.words[i], words.tag(i)) in _SORTS:
        i -= 1
    begin = words.starts[i + 1] - 2
    name = text[max(0, begin) : begin + 2]
    if begin < 2 or name[0] not in _GRAMMAR or name[1] in _LEVELS | _NO_END or not name.isalpha():
        return None
    above = words.at(begin - 1)
    word = words.words[above]
    whole = words.starts[above] + len(word) == begin and word[-1] in _COUNTIES
    if not whole or part_of(word, words.tag(above)) is not Part.PLACE:
        return None
    return make(hit, Piece(above, words.starts[above], Part.PLACE, word), "institution.called", 0.7, (word,))


def _is_acting(text: str, end: int) -> bool:
    return acts(text, end) or _POSTS.match(text, end) is not None


def _is_border(words: Words, i: int) -> bool:
    return i < 0 or not _is_han(words.words[i]) or words.words[i] in _BORDERS


def _name(words: Words, i: int, end: int) -> Piece | None:
    """The name that begins with word ``i``, if nothing but sorts stands between it and word ``end``."""
    word, behind = words.words[i], i + 1
    if len(word) == 1 and behind < end and len(words.words[behind]) == 1:
        word, behind = word + words.words[behind], behind + 1
        named = word[0] not in _NO_BEGINNING and word[1] not in _LEVELS | _GRAMMAR
    else:
        named = 1 < len(word) < 4 and word[0] not in _NO_BEGINNING and _is_name(words, i)
    return Piece(i, words.starts[i], Part.NAME, word) if named and _are_sorts(words, behind, end) else None


def _are_sorts(words: Words, begin: int, end: int) -> bool:
    """Whether words say of what sort a body is."""
    return all(
        len(words.words[k]) > 1 and part_of(words.words[k], words.tag(k)) in _INNER for k in range(begin, end)
    )


def _is_name(words: Words, i: int) -> bool:
    word, tag = words.words[i], words.tag(i)
    sort = lexicon.mapping("institution_parts").get(word)
    if sort is not None:
        return sort in _LISTED_NAMES
    if tag.startswith(_VERBS):
        return heard(word) < _SELDOM and _DOES.isdisjoint(word)
    return is_word(word) and tag[0] in "naztsijfx" and not is_place(word)


def _is_han(word: str) -> bool:
    return "\u4e00" <= word[0] <= "\u9fff"
