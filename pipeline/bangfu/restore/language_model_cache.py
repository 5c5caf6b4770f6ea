"""What the article itself says elsewhere, as a tree of its n-grams for the language model."""

from __future__ import annotations

import re

from bangfu.restore.language_model_words import Trie

_HAN_RUN = re.compile("[㐀-鿿]+")


def cache_of(text: str, limit: int = 100_000) -> Trie:
    """The n-grams of one article (two to five characters of a run of Han characters) as a tree of counts.

    A single character is left out: that it stands in many words does not make it a word. Reads the first
    ``limit`` characters. The weight of "" at the root is the number of characters read.

    >>> tree = cache_of("援疆教师，援疆")
    >>> tree["援"]["疆"][""], tree[""]
    (2, 6)
    """
    tree: Trie = {"": 0}
    for run in _HAN_RUN.findall(text[:limit]):
        tree[""] += len(run)
        for i in range(len(run) - 1):
            node = tree.setdefault(run[i], {})
            for character in run[i + 1 : i + 5]:
                node = node.setdefault(character, {})
                node[""] = node.get("", 0) + 1
    return tree
