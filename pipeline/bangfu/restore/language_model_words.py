"""The frequencies behind the language model: jieba's dictionary, and counts over Chinese news.

jieba's dictionary knows many words, and how often they came in old newspapers and novels. Three lexicons
that ``benchmarks/count_news_words.py`` made (``news_words``, ``news_phrases``, ``news_junctions``) say how
often its words come in news, and how much more often than by chance two words meet, judged by the last
character of one and the first of the other. Everything loads on first use, one first character at a time.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import Any

from bangfu.errors import LexiconError
from bangfu.lexicon import table

Trie = dict[str, Any]
"""A prefix tree: each character leads to a smaller tree; the key "" holds the weight of the word so far."""

BREAK = "¶"
"""Stands for the beginning and the end of a paragraph."""

MAX_WORD = 6

_NEWS_SHARE = 0.9
_JIEBA_TOTAL = 60_101_964
"""The sum of all frequencies in jieba's dictionary; a wrong sum would shift all of its words alike."""

_OWN_SHARE = 4e-6
"""Least share of a word of our own lexicons: that of a word which comes twenty times in the news counted."""

_CHANCE = 400
"""How many meetings by chance are added to what was counted behind a character: smooths rare junctions."""

_UNSEEN = -22.0
"""Log probability of a character that no table holds."""

_DIGIT = log(4e-3)
_LETTER = log(2e-4)

# Marks that broadcast news holds seldom and crawled pages often, as shares of all words.
_PAGE_MARKS = {" ": 2e-3, "\u3000": 1e-3, ",": 5e-3, ".": 1e-3, "!": 2e-4, "?": 2e-4, ":": 5e-4, ";": 3e-4,
               "(": 1e-3, ")": 1e-3, "-": 5e-4, '"': 5e-4, "'": 2e-4, "/": 1e-4}  # fmt: skip


WIDE = dict(zip(",.:;!?()", "，。：；！？（）", strict=True))
"""ASCII marks of a page stand for the full-width ones of the news that were counted."""


@lru_cache(maxsize=1)
def _jieba_lines() -> dict[str, list[str]]:
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise LexiconError("jieba, whose dictionary the language model reads, is not installed")
    lines: dict[str, list[str]] = {}
    for line in (Path(spec.origin).parent / "dict.txt").read_text("utf-8").split("\n"):
        lines.setdefault(line[:1], []).append(line)
    return lines


@lru_cache(maxsize=1)
def _news() -> tuple[dict[str, list[tuple[str, int]]], dict[str, int], dict[str, int], int]:
    """Words by first character; occurrences of words by first and by last character; their sum."""
    words: dict[str, list[tuple[str, int]]] = {}
    firsts: dict[str, int] = {}
    lasts: dict[str, int] = {}
    for word, count in table("news_words"):
        n = int(count)
        words.setdefault(word[0], []).append((word, n))
        firsts[word[0]] = firsts.get(word[0], 0) + n
        lasts[word[-1]] = lasts.get(word[-1], 0) + n
    for phrase, count in table("news_phrases"):
        words.setdefault(phrase[0], []).append((phrase, int(count)))
    return words, firsts, lasts, sum(firsts.values())


@lru_cache(maxsize=1)
def _own_words() -> dict[str, list[str]]:
    """What reports of assistance speak of and other news seldom does: posts, and heads of institutions."""
    words: dict[str, list[str]] = {}
    for name in ("institution_heads", "titles"):
        for row in table(name):
            if 1 < len(row[0]) <= MAX_WORD:
                words.setdefault(row[0][0], []).append(row[0])
    return words


@cache
def words_from(first: str) -> Trie:
    """The tree of all words that begin with this character; weights are log probabilities.

    >>> words_from("教")["育"][""] > words_from("教")["委"][""]
    True
    """
    shares: dict[str, float] = {}
    for line in _jieba_lines().get(first, ()):
        word, _, rest = line.partition(" ")
        if len(word) <= MAX_WORD:
            shares[word] = (1 - _NEWS_SHARE) * int(rest.partition(" ")[0]) / _JIEBA_TOTAL
    words, _, _, total = _news()
    for word, n in words.get(first, ()):
        if len(word) <= MAX_WORD:
            shares[word] = shares.get(word, 0.0) + _NEWS_SHARE * n / total
    for word in _own_words().get(first, ()):
        shares[word] = max(shares.get(word, 0.0), _OWN_SHARE)
    if first in _PAGE_MARKS:
        shares[first] = max(shares.get(first, 0.0), _PAGE_MARKS[first])
    tree: Trie = {"": _single(first)}
    for word, share in shares.items():
        node = tree
        for character in word[1:]:
            node = node.setdefault(character, {})
        node[""] = log(share)
    return tree


def _single(character: str) -> float:
    if character.isascii():
        return _DIGIT if character.isdigit() else _LETTER if character.isalpha() else _UNSEEN / 2
    return _UNSEEN


@lru_cache(maxsize=1)
def _junction_rows() -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in table("news_junctions")}


@cache
def _junctions_behind(last: str) -> dict[str, float]:
    """For each character that began a word behind this one: how much likelier it was than by chance."""
    _, firsts, lasts, total = _news()
    seen = lasts.get(last, 0)
    counts = ((entry[0], int(entry[1:])) for entry in _junction_rows().get(last, ()))
    return {
        first: log((count * total / firsts[first] + _CHANCE) / (seen + _CHANCE))
        for first, count in counts
        if first in firsts
    } | {"": log(_CHANCE / (seen + _CHANCE))}


def junction(last: str, first: str) -> float:
    """How much likelier than by chance a word with ``first`` comes behind one that ends in ``last``, in nats.

    >>> junction("北", "京") < junction("，", "但")
    True
    """
    if not last:
        return 0.0
    behind = _junctions_behind("0" if last.isdigit() else WIDE.get(last, last))
    found = behind.get("0" if first.isdigit() else WIDE.get(first, first))
    return behind[""] if found is None else found
