"""How much a string looks like Chinese prose: by its characters alone."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache

from bangfu.lexicon import table

_ASCII_RUN = re.compile("[\x00-\x7f]+")
_STRETCH = 40
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


def mean_surprise(text: str, at_least: int) -> float:
    """The mean over the characters beyond ASCII; infinite where they are fewer than ``at_least``."""
    beyond = _ASCII_RUN.sub("", text)
    return surprise(beyond) / len(beyond) if len(beyond) >= at_least > 0 else math.inf


def is_chinese(text: str) -> bool:
    """Whether the characters beyond ASCII are on the whole those that Chinese prose uses.

    The bound is looser for short strings, whose mean says less: 9.9 plus 8 over the root of the length. News
    have means from 6 to 7.5, lists of names up to 10; wrong Chinese encodings give 13 and more, Japanese read
    as GB18030 14. Korean gives 9.8, and cannot be told by this.

    >>> is_chinese("对口支援"), is_chinese("ЩЧъыЖдшц锟鈥滃箼")
    (True, False)
    """
    beyond = _ASCII_RUN.sub("", text)
    return bool(beyond) and surprise(beyond) / len(beyond) < 9.9 + 8 / math.sqrt(len(beyond))


def has_chinese(text: str) -> bool:
    """Whether a sixth of the text or more, in stretches of 40 characters, is clear Chinese prose.

    For text of which a part is damaged: behind a lost byte, GB18030 is read one byte off up to the next
    ASCII character, and the mean over all of it says nothing.

    >>> has_chinese("云杉县第一小学迎来了来自海州市的十二名老师。" * 2 + "ЩЧъыЖ" * 9)
    True
    """
    beyond = _ASCII_RUN.sub("", text)
    stretches = [beyond[i : i + _STRETCH] for i in range(0, len(beyond) - _STRETCH + 1, _STRETCH)]
    clear = sum(surprise(stretch) < 9 * _STRETCH for stretch in stretches)
    return clear * 6 >= len(stretches) > 0


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
