"""Names behind a title that go on with any word: 董事长|邱问津|祖籍某地.

A character that is nothing but a surname, and that no longer word holds, begins a name there; what two
characters behind it are cut free by the words around are its given name.
"""

from __future__ import annotations

from functools import lru_cache

from bangfu.lexicon import mapping, words
from bangfu.recognize.names.borders import FUNCTION, commonplace, seldom
from bangfu.recognize.names.candidates import in_given_name
from bangfu.recognize.names.context import Context, dictionary_tag
from bangfu.recognize.names.likeness import likeness

_ALSO_WORDS = frozenset("万于任何余曾方高房文金钱常司厉施储农车贝逢全")
_BARE = ("nr", "nrt", "x", "zg", "nz")
"""Tags of characters that are words as surnames alone."""
_GRAMMAR = ("d", "p", "c", "r", "m", "t", "u", "f", "y")
_LIKELY, _VERY_LIKELY = 0.5, 2.0
"""The least likeness of each character and of both to a given name behind a surname that may be a word."""
_NO_GIVEN = frozenset("的了着过们在是和与及不也就都而从向对把被将以给到说称")


@lru_cache(maxsize=1)
def pure() -> frozenset[str]:
    """Surnames whose characters are hardly a word of their own."""
    tiers = mapping("surnames")
    known = [s for s, tier in tiers.items() if tier == "3" or (tier == "2" and dictionary_tag(s) in _BARE)]
    return frozenset(known) - _ALSO_WORDS - FUNCTION


def _is_given(given: str) -> bool:
    """Whether two characters are so much like a given name that any surname may stand before them: 士杰."""
    first, last = likeness(given[0])[0], likeness(given[1])[1]
    return given.isalpha() and min(first, last) >= _LIKELY and first + last >= _VERY_LIKELY


def unclosed(context: Context, start: int) -> int:
    """Where a name of three characters ends that begins at an offset, whatever follows it; 0 if none does.

    >>> from bangfu.recognize.names.context import context_of
    >>> unclosed(context_of("董事长邱问津祖籍文昌", ()), 3), unclosed(context_of("董事长高度重视", ()), 3)
    (6, 0)
    """
    clean, end = context.clean, start + 3
    if context.starting.get(start) != clean[start : start + 1]:
        return 0
    given, behind = clean[start + 1 : end], context.starting.get(end, "")
    if (
        len(given) < 2
        or (end not in context.starting and end < len(clean))
        or behind in ("们", "女士", "先生")
    ):
        return 0
    word = context.starting.get(start + 1, "")
    if clean[start] not in pure():
        named = len(word) == 1 or dictionary_tag(word)[:2] in ("", "nr")
        ruled = clean[start] in FUNCTION or dictionary_tag(clean[start]).startswith(_GRAMMAR)
        return end if named and not ruled and _is_given(given) else 0
    coined = word == given and seldom(word)  # 廖|不凡
    if not all("\u4e00" <= char <= "\u9fff" and (coined or char not in _NO_GIVEN) for char in given):
        return 0
    if len(word) == 1:
        free = all(map(in_given_name, given)) and given not in words("after_names")
        return end if free and not dictionary_tag(given).startswith(_GRAMMAR) else 0
    ruled = commonplace(word) or word in mapping("titles")
    return 0 if ruled or (dictionary_tag(word).startswith(_GRAMMAR) and not coined) else end
