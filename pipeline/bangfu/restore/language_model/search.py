"""A language model over lattices of candidates: which reading of a damaged stretch is Chinese.

Where bytes are lost, several characters could stand at a place. The candidates form a *lattice*: nodes in
order, and arcs that say which characters lead from one node to the next. The score of a reading is the
largest product of word probabilities, and of how well neighbours meet, over its segmentations, as in jieba's
own dynamic programming over the words of a sentence, here over all readings of the lattice at once: the
dictionary's prefix trees walk along the arcs, so a reading is never written out before it is known to be good
(Viterbi 1967, k best per node).

What the article itself says elsewhere counts too: its own n-grams are words with the weight of their
frequency in the article (a cache model: Kuhn & De Mori 1990).
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from math import exp, inf, log
from typing import TYPE_CHECKING

from bangfu.restore.language_model import pairs
from bangfu.restore.language_model.cache import Cache as Cache
from bangfu.restore.language_model.cache import cache_of as cache_of
from bangfu.restore.language_model.characters import NAME_MARK, spelled
from bangfu.restore.language_model.entries import (
    Arc,
    Arcs,
    Entry,
    Lattice,
    Node,
    Reading,
    Word,
    keep,
    reading,
)
from bangfu.restore.language_model.narrow import Narrow

if TYPE_CHECKING:
    from bangfu.restore.language_model.wide import Wide

_RANKED = 3
"""Least number of readings of a node that a word may follow, after the junction between them is weighed."""

_SPELLING = 0.6
"""Share of what the characters say in the score; the words have the rest."""


_FEW = (150, 8)
"""From a node with more characters than these all words are weighed at once, which takes a while to set up:
where each word is weighed for itself, and where pairs of words are."""


@dataclass(slots=True)
class Search:
    """The k best readings of a lattice.

    ``arcs`` gives the arcs of a node; an arc always leads to a node that sorts behind its own. ``beam``
    drops entries that fall so far behind the best one of their column (a node's first number).
    ``paired`` weighs words by the word before them, and knows the shape of names
    (:mod:`.pairs`), and the characters of a word by the three before it
    (:mod:`.characters`). ``kept`` readings stay at a node: the best, and others that may still
    overtake it or tell how close they came. ``work`` counts the steps of the tree walk, the unit in which the
    cost of a search is bounded.
    """

    arcs: Arcs
    cache: Cache = field(default_factory=lambda: cache_of(""))
    beam: float = 45.0
    paired: bool = False
    kept: int = 4
    work: int = 0
    _spellings: dict[tuple[str, str], tuple[float, str]] = field(default_factory=dict)

    def run(self, start: Node, end: Node, budget: int = 2_000_000) -> list[Reading]:
        """The best readings from ``start`` to ``end``, best first; none where the work exceeds ``budget``.

        >>> def arcs(node):
        ...     slots = ["援", "藏疆讲", "教", "师"]
        ...     return [(slots[node[0]], (node[0] + 1,), 0.0)] if node[0] < 4 else []
        >>> Search(arcs, cache_of("援疆教师")).run((0,), (4,))[0].text
        '援疆教师'
        """
        entries: dict[Node, list[Entry]] = {start: [Entry(0.0, 0, None, (), "")]}
        queue = [start]
        column, best = -1, 0.0
        tops: dict[int, float] = {}
        follow = max(_RANKED, self.kept // 2)
        lattice = Lattice(self.arcs, _FEW[self.paired])
        narrow = Narrow(lattice, self.cache, self.paired, follow)
        wide: Wide | None = None

        def least(target: Node) -> float:
            """What a reading must be better than to stay at a node."""
            kept = entries.get(target, [])
            worst = kept[-1].score if len(kept) == self.kept else -inf
            return max(tops.get(target[0], -inf) - self.beam, worst)

        def offer(entry: Entry, added: float, word: Word) -> None:
            target = word.steps[-1][1]
            bar = least(target)
            tail = ""
            if self.paired:
                # Nothing that is added here speaks for a reading: most need not be spelled.
                total = entry.score + self._weighed(added, word)
                if total <= bar:
                    return
                letters, tail = self._spelled(entry.tail, word)
                total += _SPELLING * letters
            else:
                total = entry.score + added
            if total <= bar:
                return
            if target not in entries:
                entries[target] = []
                heapq.heappush(queue, target)
            tops[target[0]] = max(tops.get(target[0], -inf), total)
            keep(entries[target], self.kept, entry, total, word, tail)

        while queue:
            node = heapq.heappop(queue)
            if node == end:
                break
            found = entries.pop(node)
            if node[0] != column:
                column, best = node[0], found[0].score
            best = max(best, found[0].score)
            if found[0].score < best - self.beam:
                continue
            if self.work > budget:
                return []
            if lattice.wide(node):
                wide = wide or self._wide(lattice, follow)
                offers = wide.offers(node, found, least)
            else:
                offers = narrow.offers(node, found)
            for entry, added, word in offers:
                offer(entry, added, word)
            self.work = narrow.work + (wide.work if wide else 0)
        return [reading(entry) for entry in entries.get(end, ())]

    def _wide(self, lattice: Lattice, ranked: int) -> Wide:
        from bangfu.restore.language_model.wide import Rules, Wide

        return Wide(lattice, self.cache.tree, Rules(_SPELLING if self.paired else 0.0, ranked))

    def _weighed(self, added: float, word: Word) -> float:
        """What words say, less where characters speak too; how a name is written, only words know."""
        whole = word.extra + (word.weight if word.text == pairs.NAME else 0.0)
        return whole + (1.0 - _SPELLING) * (added - whole)

    def _spelled(self, tail: str, word: Word) -> tuple[float, str]:
        """What the characters of a word say behind three others, and the three that come next follow."""
        found = self._spellings.get((tail, word.text))
        if found is None:
            text = word.text
            found = spelled(tail, NAME_MARK if text == pairs.NAME else text)
            if word.weight and text[0] in pairs.name_characters()[0] and 2 <= len(text) <= 3:
                # Names that are words were names where characters were counted.
                score, mark = spelled(tail, NAME_MARK)
                found = max(found, (score + min(0.0, word.weight - log(pairs.name_share())), mark))
            if len(text) > 1 and text != pairs.NAME:
                # What is a word, here or in the article, need not be spelled as news would.
                found = log(exp(found[0]) + exp(word.weight)), found[1]
            self._spellings[tail, text] = found
        return found


def score(text: str, cache: Cache | None = None) -> float:
    """The log probability of a text under the best segmentation.

    >>> score("北京市教育委员会") > score("北京市教育尉员会")
    True
    """

    def arcs(node: Node) -> list[Arc]:
        return [(text[node[0]], (node[0] + 1,), 0.0)] if node[0] < len(text) else []

    found = Search(arcs, cache or cache_of("")).run((0,), (len(text),), budget=100 * len(text) + 1000)
    return found[0].score if found else -22.0 * len(text)
