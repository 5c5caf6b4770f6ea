"""Patterns of word classes: the words come from a lexicon, and nothing is read before the first question."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from bangfu.errors import LexiconError
from bangfu.lexicon import alternation, members, table
from bangfu.patterns import Grammar

PARTIES = Path(__file__).parents[1] / "pipeline" / "bangfu" / "link" / "parties"
pattern = Grammar("party_words", {"count": "[0-9]+", "counted": "{count}{unit}"})


def test_a_name_in_braces_stands_for_a_class_a_piece_or_a_whole_lexicon() -> None:
    assert pattern("{pronoun}有{counted}").fullmatch("他有3名")
    assert pattern("{speech_verbs}：").match("介绍：")


def test_a_quantifier_is_no_name() -> None:
    assert pattern("{pronoun}{2,3}").fullmatch("他她")


def test_the_longest_word_of_a_class_wins() -> None:
    assert pattern("{buys}").match("购买")
    words = alternation("party_words", "buys")[3:-1].split("|")
    assert words == sorted(words, key=lambda word: (-len(word), word))


@pytest.mark.parametrize(("text", "found"), [("达", True), ("下达", False)])
def test_a_word_is_not_found_behind_what_may_not_stand_in_front_of_it(text: str, found: bool) -> None:
    assert bool(pattern("{states}$").search(text)) is found


@pytest.mark.parametrize(("text", "found"), [("就", True), ("就业", False)])
def test_a_word_is_not_found_before_what_may_not_follow_it(text: str, found: bool) -> None:
    assert bool(pattern("^{adverb}").search(text)) is found


def test_a_name_that_is_nothing_is_one_clear_error_at_the_first_question() -> None:
    unknown = pattern("{nonsense}")
    with pytest.raises(LexiconError, match="no class 'nonsense'"):
        unknown.search("他")
    with pytest.raises(LexiconError, match="no class 'nonsense'"):
        members("party_words", "nonsense")


def test_the_header_of_the_words_of_parties_tells_every_class() -> None:
    path = Path(__file__).parents[1] / "lexicons" / "party_words.txt"
    lines = path.read_text("utf-8").splitlines()
    told = {line[2:].partition(":")[0] for line in lines if line.startswith("#")}
    assert {row[1] for row in table("party_words")} <= told


def test_no_lexicon_of_parties_is_read_at_import() -> None:
    code = "import bangfu.link, bangfu.lexicon as l; print(l.alternation.cache_info().misses)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "0"


def test_no_lexicon_at_all_is_read_before_the_first_article() -> None:
    code = "import bangfu.pipeline, bangfu.lexicon as l; print(l.folder.cache_info().misses)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "0"


def test_every_pattern_of_parties_compiles() -> None:
    """A class that is misspelt would else be found only where its rule is asked."""
    from bangfu.link.parties import grammar

    compiled = 0
    for path in sorted(PARTIES.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "pattern":
                assert grammar.pattern(ast.literal_eval(node.args[0])).pattern
                compiled += 1
    assert compiled
