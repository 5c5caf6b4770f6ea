"""What the article itself says elsewhere: its n-grams are words for the language model."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from bangfu.restore.language_model.marks import Trie

if TYPE_CHECKING:
    from bangfu.restore.language_model.tree import Tree

_HAN_RUN = re.compile("[㐀-鿿]+")

_SHARE = 0.2
"""Share of the article's own n-grams; higher lets a slip that stands twice beat a common word."""

_SMOOTH = 500
"""Characters added to the length of an article: what a short one repeats says little."""


class Cache:
    """The n-grams of one article (two to five characters of a run of Han characters).

    A single character is left out: that it stands in many words does not make it a word.
    """

    def __init__(self, runs: list[str]) -> None:
        self._runs = runs
        self.unit = _SHARE / (sum(map(len, runs)) + _SMOOTH)
        """What each time that an n-gram stands in the article adds to its share of all words."""

    @cached_property
    def counts(self) -> Trie:
        """How often each n-gram stands there, as a prefix tree.

        >>> cache_of("援疆教师，援疆").counts["援"]["疆"][""]
        2
        """
        tree: Trie = {}
        for run in self._runs:
            for i in range(len(run) - 1):
                node = tree.setdefault(run[i], {})
                for character in run[i + 1 : i + 5]:
                    node = node.setdefault(character, {})
                    node[""] = node.get("", 0) + 1
        return tree

    @cached_property
    def tree(self) -> Tree:
        """The dictionary's tree with these n-grams."""
        from bangfu.restore.language_model.tree import tree

        return tree().with_article("\0".join(self._runs), self.unit) if self._runs else tree()


def cache_of(text: str, limit: int = 100_000) -> Cache:
    """The n-grams of the first ``limit`` characters of an article."""
    return Cache(_HAN_RUN.findall(text[:limit]))
