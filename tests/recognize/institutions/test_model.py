"""The learned choice of where a name begins: its borders, its weights, and when it overrules the rules."""

from __future__ import annotations

import pytest

from bangfu.article import Document, Source, Span, Text
from bangfu.recognize.institutions.borders import MOST_CHARS, borders
from bangfu.recognize.institutions.find import find_institutions
from bangfu.recognize.institutions.heads import hits
from bangfu.recognize.institutions.model import choose, weights
from bangfu.recognize.institutions.words import words_of


def named(clean: str) -> list[str]:
    document = Document(Source("a", clean), Text.untouched(clean), (Span(0, len(clean)),))
    return [m.text for m in find_institutions(document) if not m.value.generic]


def starts(clean: str) -> list[int]:
    words = words_of(clean)
    return [border.start for border in borders(words, hits(words)[-1], 0, None)[0]]


@pytest.mark.parametrize(
    ("clean", "name"),
    [
        ("资金由岭海省泓陌医学发展基金会资助。", "岭海省泓陌医学发展基金会"),
        ("屏幕那头，浙江沅泽肿瘤医院的主任开口了。", "浙江沅泽肿瘤医院"),
        ("其中李文斌任董事长的浙江沅泽电器集团出了力。", "浙江沅泽电器集团"),
    ],
)
def test_a_name_of_unknown_words_is_taken_from_its_beginning(clean: str, name: str) -> None:
    assert named(clean) == [name]


def test_what_the_rules_have_looked_at_stays_without_a_name() -> None:
    assert named("昆明市小学、北京市医院都放了假。") == []


def test_no_border_lies_left_of_a_mark_or_of_a_word_that_no_name_holds() -> None:
    assert min(starts("他来了，沅泽实验小学")) == 4
    assert min(starts("他的沅泽实验小学")) == 2


def test_no_name_begins_inside_of_brackets_that_close_before_its_head() -> None:
    assert all(at not in range(5, 8) for at in starts("泓泽科技（沅州）有限公司"))
    assert min(starts("集团“沅泽”实验小学")) < starts("集团“沅泽”实验小学")[0]


def test_a_name_is_not_looked_for_far_from_its_head() -> None:
    clean = "沅泽岭海" * 20 + "实验小学"
    assert min(starts(clean)) >= len(clean) - len("实验小学") - MOST_CHARS - 4


def test_a_name_that_the_article_repeats_behind_other_characters_is_likelier() -> None:
    def margin(clean: str) -> float:
        words = words_of(clean)
        return choose(words, hits(words)[-1], 0, None).margin

    alone = "去年沅泽医学基金会"
    assert margin("沅泽医学基金会的人说，找沅泽医学基金会。" + alone) > margin(alone)


def test_the_weights_know_no_name() -> None:
    words = {value for column in ("L", "R", "i", "n") for value in weights()[column]}
    assert not {"北京", "清华", "协和", "华为", "王建国"} & words


def test_firms_and_offices_called_by_their_place_alone_are_named_where_the_model_is_sure() -> None:
    assert named("6日，肯尼亚铁路局邀请了专家。") == ["肯尼亚铁路局"]
    assert named("昆明的小学、北京的公司都放了假。") == []


def test_the_model_goes_on_beyond_a_place_but_never_over_a_post() -> None:
    assert named("费用由康岚石油海南有限公司承担。") == ["康岚石油海南有限公司"]
    assert named("学科带头人孙云霞名师工作室成立了。") == ["孙云霞名师工作室"]
