"""The frequencies behind the language model: jieba's dictionary, and counts over Chinese news.

jieba's dictionary knows many words, and how often they came in old newspapers and novels. Three lexicons
that ``benchmarks/count_news_words.py`` made (``news_words``, ``news_phrases``, ``news_junctions``) say how
often its words come in news, and how much more often than by chance two words meet, judged by the last
character of one and the first of the other. Everything loads on first use, one first character at a time.
"""

from __future__ import annotations

from functools import cache
from math import log

from bangfu.lexicon import row
from bangfu.restore.language_model.marks import Trie, written
from bangfu.restore.language_model.quotes import CLOSING, FULL_STOP, MARKS, SHARE

_CHANCE = 400
"""How many meetings by chance are added to what was counted behind a character: smooths rare junctions."""


@cache
def words_from(first: str) -> Trie:
    """The tree of all words that begin with this character; weights are log probabilities.

    >>> words_from("教")["育"][""] > words_from("教")["委"][""]
    True
    """
    from bangfu.restore.language_model.tree import branch

    return branch(first)


@cache
def weight(character: str) -> float:
    """The log probability of a character as a word of its own.

    >>> weight("教") > weight("謇")
    True
    """
    from bangfu.restore.language_model.tree import weight

    return weight(character)


@cache
def _junctions_behind(last: str) -> dict[str, float]:
    """For each character that began a word behind this one: how much likelier it was than by chance."""
    from bangfu.restore.language_model.counts import borders

    firsts, lasts, total = borders()
    seen = lasts.get(last, 0)
    counts = ((entry[0], int(entry[1:])) for entry in (row("news_junctions", last) or ("",))[1:])
    met = {
        first: log((count * total / firsts[first] + _CHANCE) / (seen + _CHANCE))
        for first, count in counts
        if first in firsts
    } | {"": log(_CHANCE / (seen + _CHANCE))}
    if last in MARKS:
        met[CLOSING] = max(met.get(CLOSING, met[""]), log(SHARE * total / firsts[CLOSING]))
    if last == CLOSING:
        begun = _junctions_behind(FULL_STOP)
        met = {c: max(met.get(c, met[""]), begun.get(c, begun[""]) - log(2)) for c in begun | met}
    return met


def junctions(last: str) -> dict[str, float]:
    """The same for every first character, as :func:`written`; "" for all that were not counted.

    >>> junctions("，")["但"] == junction("，", "但")
    True
    """
    return _junctions_behind(written(last)) if last else {"": 0.0}


def junction(last: str, first: str) -> float:
    """How much likelier than by chance a word with ``first`` comes behind one that ends in ``last``, in nats.

    >>> junction("北", "京") < junction("，", "但")
    True
    """
    if not last:
        return 0.0
    behind = junctions(last)
    found = behind.get(written(first))
    return behind[""] if found is None else found
