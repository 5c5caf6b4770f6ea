"""How much a string looks like Chinese prose: by its characters alone."""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache

from bangfu.lexicon import table

_ASCII = 6
_RARE_HAN = 16
_ODD = 18
_JUNK = 22
_LOST = 30


def surprise(text: str) -> float:
    """The sum over characters of how rare each is in Chinese text (minus the natural log of its share).

    Of two readings of the same bytes, the one with the smaller sum is the likelier: a wrong one has rare
    characters, private code points, and bytes that fit nothing (U+FFFD counts most).

    >>> surprise("教育扶贫") < surprise("敎肓扶貣")
    True
    """
    known = _rarity()
    return sum(count * (known.get(c) or _other(c)) for c, count in Counter(text).items())


def is_chinese(text: str) -> bool:
    """Whether the characters beyond ASCII are on the whole those that Chinese prose uses.

    The bound is looser for short strings, whose mean says less: 9.9 plus 8 over the root of the length. Prose
    has means from 7 to 9; Korean or Japanese bytes read as GB18030 lie above 10.5.

    >>> is_chinese("对口支援"), is_chinese("ЩЧъыЖдшц锟鈥滃箼")
    (True, False)
    """
    beyond = [c for c in text if c > "\x7f"]
    if not beyond:
        return False
    return surprise("".join(beyond)) / len(beyond) < 9.9 + 8 / math.sqrt(len(beyond))


@lru_cache(maxsize=1)
def _rarity() -> dict[str, int]:
    known = {row[0]: int(row[1]) for row in table("common_characters")}
    known.update((chr(code), _ASCII) for code in range(32, 127))
    known.update(dict.fromkeys("\t\n\r", _ASCII))
    return known


def _other(character: str) -> int:
    if "\u4e00" <= character <= "\u9fff":
        return _RARE_HAN
    if character == "\ufffd":
        return _LOST
    if character < " " or "\x7f" <= character < "\xa0" or "\ue000" <= character <= "\uf8ff":
        return _JUNK
    return _ODD if "\xa0" <= character < "\uac00" or "\uff01" <= character <= "\uff5e" else _JUNK
