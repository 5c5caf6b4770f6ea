"""Words that are weighed all at once are the same words, with the same weights, as one after the other."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bangfu.restore.language_model import search as room
from bangfu.restore.language_model.search import Arc, Cache, Node, Reading, Search, cache_of

ARTICLE = "援疆教师来到希望小学，援疆教师说，龘龘小学的孩子们"

characters = st.text("援疆教师育来到希望小学的王建国李，。2①１共有三说", min_size=1, max_size=14)
slots = st.lists(st.lists(characters, min_size=1, max_size=2), min_size=1, max_size=7)


def readings(choices: list[list[str]], few: int, paired: bool, cache: Cache | None = None) -> list[Reading]:
    """The readings where every second arc of a column leads past the next one."""

    def arcs(node: Node) -> list[Arc]:
        column = choices[node[0]] if node[0] < len(choices) else []
        return [
            ("".join(dict.fromkeys(c)), (min(node[0] + 1 + n, len(choices)),), -0.5 * n)
            for n, c in enumerate(column)
        ]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "_FEW", (few, few))
        search = Search(arcs, cache or cache_of(ARTICLE), beam=25.0, paired=paired, kept=64)
        return search.run((0,), (len(choices),))


@pytest.mark.parametrize("paired", [False, True])
@given(choices=slots)
@example(choices=[["。"], ["１"]])
@settings(max_examples=60, deadline=None)
def test_wide_nodes_lead_to_the_same_reading_as_narrow_ones(paired: bool, choices: list[list[str]]) -> None:
    narrow, wide = (readings(choices, few, paired) for few in (10**9, 0))
    assert wide[0].score == pytest.approx(narrow[0].score)
    if len(narrow) > 1 and narrow[0].score - narrow[1].score > 1e-6:
        assert wide[0].text == narrow[0].text


def test_wide_nodes_may_stand_between_narrow_ones() -> None:
    choices = [["援"], ["疆藏讲将江姜浆桨奖"], ["教"], ["师狮施失湿诗尸虱十"], ["说"]]
    assert readings(choices, 8, True)[0].text == readings(choices, 10**9, True)[0].text == "援疆教师说"


def test_a_name_is_found_among_many_characters() -> None:
    choices = [["记"], ["者"], ["王汪旺望忘妄往网亡"], ["建见间件简"], ["国过果锅"], ["报"], ["道"]]
    assert readings(choices, 3, True, cache_of(""))[0].text == "记者王建国报道"


def test_what_no_dictionary_has_is_a_word_where_the_article_writes_it() -> None:
    choices = [["龘龖龙"], ["龘学校小"], ["小学"], ["学生"]]
    assert readings(choices, 0, True)[0].text == "龘龘小学"


def test_a_long_lattice_takes_no_more_room_than_a_short_one() -> None:
    """The table of arcs forgets what lies behind."""
    from bangfu.restore.language_model.entries import Lattice
    from bangfu.restore.language_model.fans import Fans
    from bangfu.restore.language_model.tree import tree

    def arcs(node: Node) -> list[Arc]:
        return [("教师学校", (node[0] + 1,), 0.0)] if node[0] < 2000 else []

    fans = Fans(Lattice(arcs, 0), tree())
    before = fans.table.shape
    for column in range(2000):
        assert len(fans.words(fans.row((column,))).weight) >= 4
    assert fans.table.shape == before
