"""What a number counts: the noun phrase behind or in front of it, from part-of-speech tags of a short window."""

from __future__ import annotations

import re
from functools import lru_cache

import rjieba

from bangfu.lexicon import words

WINDOW = 24
"""Characters on either side of a number within which its noun stands."""

_END = re.compile(r"[，。；：！？\n,;:!?）)》…]|——|——")
_NOUN = ("n", "a", "b", "j", "vn", "l", "s", "f", "i", "z", "g", "h", "k", "eng", "t")
_LINK = frozenset("、和与及或暨以及")
_QUOTES = frozenset("“”‘’\"《》（）()·—-＋+")
_STOP_FLAG = ("p", "d", "r", "y", "ul", "uz", "ug", "zg", "m", "q", "c", "u", "uv", "ud", "o", "e")


@lru_cache(maxsize=1)
def _light() -> re.Pattern[str]:
    """Verbs and adverbs between a noun and its number (教师达, 学校共有), to be stripped."""
    longest = "|".join(sorted(words("count_light"), key=len, reverse=True))
    return re.compile(rf"(?:{longest}|[\s“”（(：:])+$")


@lru_cache(maxsize=1)
def _stops() -> frozenset[str]:
    return words("item_stops")


@lru_cache(maxsize=4096)
def _tag(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(rjieba.tag(text))


def _is_noun(word: str, flag: str) -> bool:
    return flag.startswith(_NOUN) and flag not in ("ad", "nrfg") and word not in _stops()


def after(clean: str, at: int, limit: int) -> tuple[str | None, str | None]:
    """The noun phrase that begins at ``at`` and, where a verb comes first, the verb phrase there.

    >>> after("一批优秀教师到帮扶地区支教", 2, 13), after("5.7万人摆脱贫困", 5, 9)
    (('优秀教师', None), (None, '摆脱贫困'))
    """
    window = clean[at : min(limit, at + WINDOW)]
    if window[:1] == "的":
        window = window[1:]
    cut = _END.search(window)
    if cut:
        window = window[: cut.start()]
    if not window:
        return None, None
    tokens = _tag(window)
    taken: list[str] = []
    verb_first = False
    nouns = 0
    for i, (word, flag) in enumerate(tokens):
        if word in _QUOTES:
            taken.append(word)
        elif word in _LINK:
            follow = tokens[i + 1] if i + 1 < len(tokens) else ("", "")
            if not nouns or not _is_noun(*follow):
                break
            taken.append(word)
        elif word == "等":
            if not nouns:
                break
            taken.append(word)
        elif _is_noun(word, flag):
            taken.append(word)
            nouns += 1
        elif word in ("的", "之"):
            if not taken:
                break
            taken.append(word)
        elif flag.startswith("v") and word not in _stops():
            if nouns and not _leads_to_de(tokens, i):
                break
            if not nouns and not taken:
                verb_first = True
            taken.append(word)
        elif _leads_to_de(tokens, i) and word not in _stops():
            taken.append(word)
        else:
            break
    phrase = "".join(taken).strip("、和与及“”‘’的等之（(")
    if not phrase:
        return None, None
    if verb_first:
        return None, phrase
    return phrase, None


def _leads_to_de(tokens: tuple[tuple[str, str], ...], i: int) -> bool:
    """Whether a 的 with a noun behind it follows within a few words: what stands here modifies that noun."""
    for j in range(i + 1, min(i + 5, len(tokens) - 1)):
        if tokens[j][0] == "的":
            return _is_noun(*tokens[j + 1])
        if tokens[j][1] in ("p", "d") or tokens[j][0] in _stops():
            return False
    return False


def before(clean: str, begin: int, at: int) -> str | None:
    """The noun phrase in front of a number at ``at``, not before ``begin``, with light verbs stripped.

    >>> before("受益教师达1.1万余人", 0, 5), before("累计听课683节", 0, 4)
    ('受益教师', '听课')
    """
    start = max(begin, at - WINDOW)
    window = clean[start:at]
    for cut in _END.finditer(window):
        window = clean[start + cut.end() : at] if cut.end() < len(window) else ""
    window = _light().sub("", window)
    if not window:
        return None
    tokens = _tag(window)
    taken: list[str] = []
    for k in range(len(tokens) - 1, -1, -1):
        word, flag = tokens[k]
        if word in _QUOTES or _is_noun(word, flag):
            taken.append(word)
        elif flag.startswith("v") and word not in _stops():
            if taken:
                if k and tokens[k - 1][0] not in _stops() and False:
                    continue
                taken.append(word)
                break
            taken.append(word)
        elif word in ("的", "、", "和", "与", "及", "等") and taken:
            if word == "的":
                break
            taken.append(word)
        else:
            break
    phrase = "".join(reversed(taken)).strip("、和与及“”‘’的等（）()")
    return phrase or None
