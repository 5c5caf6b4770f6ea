"""What stands behind the noun of a number and belongs to others, or to what those counted do."""

from __future__ import annotations

import re

from bangfu.lexicon import words
from bangfu.recognize.items.verbs import Tokens, follow_of
from bangfu.recognize.items.words import is_agent, is_noun

_NUMERAL = re.compile("(?!一[起道同样般定直些线流贯旦])[0-9一二两三四五六七八九十百千]")
_DATE = re.compile(r"\d+(?:[年月日号时点分]|月份)")
_NAMED = frozenset(("ns", "nt"))
_ABROAD = frozenset(("外国", "国外", "海外", "境外"))


def goes_on(tokens: Tokens, i: int) -> bool:
    """Whether the word at ``i`` begins what a place does or suffers, and is no part of a compound."""
    word, flag = tokens[i]
    if not flag.startswith("v") and word not in words("nominal_verbs"):
        return flag == "ad"
    follow = follow_of(tokens, i)
    return follow[1] != "n" or follow[0] in words("nominal_verbs") or follow_of(tokens, i + 1)[1] == "m"


def is_other(tokens: Tokens, i: int) -> bool:
    """Whether a named place or body is joined to those counted: 4所高校|和柴达木盆地, 16所学校|与务川."""
    before, (word, flag) = tokens[i - 1], follow_of(tokens, i)
    if flag[:2] not in _NAMED or word in _ABROAD or before[1][:2] in _NAMED:
        return False
    return is_agent(before[0]) or follow_of(tokens, i + 1)[1][:1] == "v"


def counts_others(tokens: Tokens, i: int) -> bool:
    """Whether what follows the word at ``i`` has a number of its own: 乡镇|、近百个村, 家庭|、资助52位."""
    for k in range(i + 1, len(tokens)):
        word, flag = tokens[k]
        if flag == "m" and _NUMERAL.match(word):
            return not _DATE.match(word + follow_of(tokens, k)[0])
        if flag[0] not in "nbafjs" and not (k == i + 1 and flag[0] in "vd"):
            return False
    return False


def is_field(token: tuple[str, str]) -> bool:
    return is_noun(*token) and token[0] not in words("item_trailing")
