"""The language model prefers Chinese, and what the article says elsewhere."""

from __future__ import annotations

from bangfu.restore.language_model.search import Arc, Node, Search, cache_of, score


def slots(*choices: str):  # type: ignore[no-untyped-def]
    def arcs(node: Node) -> list[Arc]:
        return [(choices[node[0]], (node[0] + 1,), 0.0)] if node[0] < len(choices) else []

    return arcs


def best(*choices: str, article: str = "") -> str:
    return Search(slots(*choices), cache_of(article)).run((0,), (len(choices),))[0].text


def test_a_sentence_scores_above_the_same_characters_shuffled() -> None:
    assert score("学校的老师帮助学生") > score("的学帮老生校师学助") + 10


def test_a_word_whose_beginning_has_one_continuation_only_is_known() -> None:
    """No word but 进一步 begins with 进一, and 进一 itself is none."""
    assert score("四是进一步完善") > score("四是近一步完善")


def test_words_decide_between_characters() -> None:
    assert best("教", "育肓", "工", "作昨", "者") == "教育工作者"


def test_the_article_itself_decides_where_words_do_not() -> None:
    assert best("援", "疆藏", article="援疆干部说，援疆工作") == "援疆"
    assert best("援", "疆藏", article="援藏干部说，援藏工作") == "援藏"


def test_readings_come_best_first_and_differ() -> None:
    found = Search(slots("援", "疆藏讲", "教", "师")).run((0,), (4,))
    assert [r.score for r in found] == sorted((r.score for r in found), reverse=True)
    assert len({r.text for r in found}) == len(found) > 1


def test_a_search_beyond_its_budget_gives_nothing() -> None:
    assert Search(slots(*["疆藏讲教育"] * 50)).run((0,), (50,), budget=10) == []


def test_the_work_grows_with_the_length_only() -> None:
    costs = []
    for length in (50, 500):
        search = Search(slots(*["疆藏讲教育"] * length))
        search.run((0,), (length,))
        costs.append(search.work)
    assert costs[1] < 12 * costs[0]
