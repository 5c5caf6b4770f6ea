"""Those whom 名 and 位 count, where more than their own noun stands between: 6名留任的上一批|队员."""

from __future__ import annotations

from bangfu.recognize.items.verbs import follow_of
from bangfu.recognize.items.words import LINK, QUOTES, Tokens, is_noun, is_person

_ASIDE = LINK | QUOTES | {"的", "等"}
_NUMBERED = ("年级", "批", "期", "届", "线", "类", "本", "级")
_YEARS = frozenset("大高初研")
"""What stands before the number of a year at school: 大|一|新生."""
_STRUCK = frozenset("被把将对向给让由为与和同跟是有")


def far_person(tokens: Tokens) -> str | None:
    """The noun for people that the words behind 名 lead to, through a clause that ends in 的 or past names.

    >>> from bangfu.recognize.items.words import tag
    >>> far_person(tag("留任的上一批队员一起工作")), far_person(tag("石桥村4-6年级小学生报名"))
    ('队员', '4-6年级小学生')
    >>> far_person(tag("挑山工帮助老人"))
    """
    acts, begin = False, 0
    for i, (word, flag) in enumerate(tokens):
        follow = follow_of(tokens, i)
        if word == "的":
            acts, begin = False, i + 1
        elif _ends(word, flag, follow[0]):
            return None
        elif is_noun(word, flag) and is_person(word) and len(word) > 1:
            if acts and not any(later == "的" for later, _ in tokens[i + 1 :]):
                return None
            if not acts and follow[0] not in _ASIDE and not is_noun(*follow):
                return _own(tokens, begin, i)
        elif word in _STRUCK or (flag == "v" and word[0] not in "涉在" and not is_noun(word, flag)):
            acts = True
    return None


def _ends(word: str, flag: str, follow: str) -> bool:
    """Whether a word ends what may describe: a number of others, a mark."""
    if flag == "m":
        return word[0].isascii() and not (word.endswith(_NUMBERED) or follow.startswith(_NUMBERED))
    return flag == "x" and word not in _ASIDE and not word.isalnum() and word not in "-—~/"


def _own(tokens: Tokens, begin: int, end: int) -> str | None:
    """The words from ``begin`` to the noun at ``end`` without places, names and what cannot begin a noun."""
    for k in range(end - 1, begin - 1, -1):
        word, flag = tokens[k]
        numbered = flag == "m" and (tokens[k + 1][0].startswith("年级") or tokens[k - 1][0] in _YEARS)
        if (
            flag[:2] in ("ns", "nr", "nt", "zg")
            or word in _ASIDE
            or word == "地区"
            or not (numbered or is_noun(word, flag) or flag[0] == "v")
        ):
            cut = flag == "m" and not numbered and word[-1] not in "批期届"  # 两|国工商界代表
            return None if cut else "".join(word for word, _ in tokens[k + 1 : end + 1])
    return "".join(word for word, _ in tokens[begin : end + 1])
