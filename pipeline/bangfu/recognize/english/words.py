"""Words of English text, and the noun phrases that they make without a parser."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bangfu.lexicon import words

WORD = re.compile(
    r"No\.\s?\d+|(?:Ltd|Inc|Corp|Co|Dr|Mr|Mrs|Ms|Prof)\b\.?|[A-Z]\.(?=\s)|[A-Za-zÀ-ÿ](?:[\w-]|['’](?=[a-z]))*|[^\w\s]|\d[\d,.]*"
)
"""A word, a name's ``No. 2``, a mark, or a number."""

_MOST = 6
_PLURAL = re.compile(
    r"(?:[a-z-]+s|people|personnel|staff|children|women|men|equipment|faculty)", re.IGNORECASE
)


def bare(word: str) -> str:
    """A word without the s of a possessive.

    >>> bare("Wang's"), bare("Wang")
    ('Wang', 'Wang')
    """
    return word.removesuffix("'s").removesuffix("’s")


def is_stop(word: str) -> bool:
    """Whether a word is a function word or names a time.

    >>> is_stop("The"), is_stop("school")
    (True, False)
    """
    return word.lower() in words("english_stops")


def phrase_after(clean: str, at: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that begins at ``at``: up to a function word, a mark or a verb.

    >>> text = "120 medical and technical personnel, and others"
    >>> text[slice(*phrase_after(text, 3, len(text)))]
    'medical and technical personnel'
    """
    first = last = -1
    taken: list[str] = []
    tokens = list(WORD.finditer(clean, at, min(end, at + 120)))
    i = 0
    while i < len(tokens) and len(taken) < _MOST:
        token = tokens[i]
        word = token[0]
        if clean[(tokens[i - 1].end() if i else at) : token.start()].strip(" \t"):
            break
        if not taken and word.lower() in ("of", "the", "such"):
            i += 1
            continue
        if word.lower() == "and" and taken and _goes_on(taken, tokens, i):
            i += 1
            continue
        if word == "," and taken and (step := _listed(tokens, i)):
            i = step
            last = tokens[i - 1].end()
            break
        if not word[0].isalpha() or is_stop(word) or _is_behind(word, taken):
            break
        first = token.start() if first < 0 else first
        last = token.end()
        taken.append(word)
        i += 1
    return (first, last) if first >= 0 else None


def _goes_on(taken: Sequence[str], tokens: Sequence[re.Match[str]], i: int) -> bool:
    """medical and technical personnel: two adjectives before one noun; doctors and nurses: two nouns."""
    follow = [t[0] for t in tokens[i + 1 : i + 3]]
    if not follow or not follow[0].islower() or not follow[0].isalpha() or is_stop(follow[0]):
        return False
    if _PLURAL.fullmatch(taken[-1]):
        return bool(_PLURAL.fullmatch(follow[0]))
    return len(follow) == 2 and bool(_PLURAL.fullmatch(follow[1]))


def _listed(tokens: Sequence[re.Match[str]], i: int) -> int:
    """beds, desks and chairs: the index behind a short list that ends with and; 0 where there is none."""
    words_ = [t[0] for t in tokens[i : i + 4]]
    plain = len(words_) == 4 and words_[1].islower() and words_[2] == "and" and words_[3].islower()
    return i + 4 if plain and not is_stop(words_[1]) and not is_stop(words_[3]) else 0


def _is_behind(word: str, taken: Sequence[str]) -> bool:
    """58 teachers participated, 95 percent of babies survive: the plural was the last word of its phrase."""
    return bool(taken) and bool(_PLURAL.fullmatch(taken[-1])) and not _PLURAL.fullmatch(word)


def phrase_before(clean: str, start: int, at: int) -> tuple[int, int] | None:
    """The last words before a number, back to a function word or a mark; at most three.

    >>> text = "diagnosis of high blood pressure, 22 people"
    >>> text[slice(*phrase_before(text, 0, 34))]
    'high blood pressure'
    """
    tokens = list(WORD.finditer(clean, max(start, at - 60), at))
    if tokens and tokens[-1][0] in (",", "of"):
        tokens.pop()
    taken: list[re.Match[str]] = []
    for token in reversed(tokens):
        if not token[0][0].isalpha() or is_stop(token[0]) or len(taken) == 3:
            break
        taken.append(token)
    return (taken[-1].start(), taken[0].end()) if taken else None
