"""The dictionary in arrays holds the words and weights of its tables; an article adds its own."""

from __future__ import annotations

from math import exp, isnan, log

import numpy as np
import pytest

from bangfu.lexicon import table
from bangfu.restore.language_model.marks import PAGE_MARKS
from bangfu.restore.language_model.search import cache_of
from bangfu.restore.language_model.tree import branch, tree
from bangfu.restore.language_model.words import weight, words_from


def test_every_word_of_the_news_has_a_node_and_a_weight() -> None:
    found = tree()
    words = [row[0] for row in table("news_words") if len(row[0]) <= 6]
    nodes = found.find(words)
    assert (nodes >= 0).all()
    assert not np.isnan(found.weights[nodes]).any()


def test_the_beginning_of_a_word_is_a_node_without_a_weight() -> None:
    (node,) = tree().find(["进一"])
    assert node >= 0
    assert isnan(tree().weights[node])
    assert tree().find(["教教教教", "教育教育教育教"]).tolist() == [-1, -1]


def test_children_stand_in_a_row_behind_each_other() -> None:
    found = tree()
    nodes = found.find(["教育", "学校"])
    parents, children = found.children(nodes)
    assert sorted(parents.tolist()) == parents.tolist()
    assert (found.child(nodes[parents], found.letters[children]) == children).all()


def test_nested_dictionaries_hold_the_same_words() -> None:
    (node,) = tree().find(["教育部"])
    assert branch("教")["育"]["部"][""] == tree().weights[node]


@pytest.mark.parametrize("character", ["教", "，", *PAGE_MARKS, "赟", "\ue000", "😀"])
def test_the_weight_of_a_character_is_that_of_its_tree(character: str) -> None:
    assert weight(character) == words_from(character)[""]


def test_an_article_adds_to_the_words_of_the_dictionary_and_brings_its_own() -> None:
    cache = cache_of("教育囵赟，教育")
    own, plain = cache.tree, tree()
    (node,) = plain.find(["教育"])
    assert own.weights[node] == pytest.approx(log(exp(plain.weights[node]) + 2 * cache.unit))
    letter = own.numbers[ord("囵")]
    _, children = own.children(own.roots[1][[letter]])
    assert own.weights[children].tolist() == pytest.approx([log(cache.unit)])


def test_what_stands_at_the_end_of_one_run_and_the_beginning_of_the_next_is_no_word() -> None:
    own = cache_of("教囵，赟育").tree
    letters = own.numbers[[ord("囵"), ord("育")]]
    parents, _ = own.children(own.roots[1][letters])
    assert parents.tolist() == []
