"""Whose post it is where its phrase does not say: candidates, facts, and choices in plain passages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bangfu.article import Source
from bangfu.link.bodies.ranked import features
from bangfu.link.bodies.ranked.asked import Asked, candidates
from bangfu.link.bodies.ranked.features import described
from bangfu.link.bodies.ranked.model import Chosen, choose
from bangfu.link.roles import link_roles
from bangfu.pipeline import process, restore, segment
from bangfu.recognize import find
from bangfu.settings import Settings

TWO = "红星医院选派专家赴青河县人民医院帮扶。青河县人民医院院长周文海介绍了情况。骨科主任李志强是本地人。"


def asked_in(text: str) -> Iterator[Asked]:
    """The questions that a text leaves to the ranker."""
    found: list[Asked] = []

    def answer(asked: Asked) -> Chosen:
        found.append(asked)
        return choose(asked)

    document = segment(Source("a", text), restore(text, Settings()))
    link_roles(document, find(document, Settings()), answer)
    return iter(found)


def body_of(text: str, person: str) -> str | None:
    return next(r.institution for r in process(Source("a", text)).roles if r.person == person)


def test_a_post_with_its_body_in_the_phrase_is_not_asked() -> None:
    assert [asked.pair.person.value for asked in asked_in(TWO)] == ["李志强"]


def test_the_bodies_of_the_text_are_candidates_the_nearest_first() -> None:
    found = candidates(next(asked_in(TWO)))
    assert [c.text for c in found] == ["青河县人民医院", "红星医院"]
    assert [c.rank for c in found] == [0, 1]


def test_a_class_word_is_no_candidate() -> None:
    text = TWO.replace("骨科主任", "全院上下都说医院变了。骨科主任")
    assert [c.text for c in candidates(next(asked_in(text)))] == ["青河县人民医院", "红星医院"]


def test_none_is_described_behind_all_candidates() -> None:
    asked = next(asked_in(TWO))
    found = candidates(asked)
    told = described(asked, found)
    assert len(told) == len(found) + 1
    assert told[-1][0][0] == features.NONE.columns


def test_every_part_has_a_value_for_each_column() -> None:
    asked = next(asked_in(TWO))
    for parts in described(asked, candidates(asked)):
        for columns, values in parts:
            assert len(columns) == len(values)


def test_no_name_is_a_feature() -> None:
    asked = next(asked_in(TWO))
    told = {
        value
        for parts in described(asked, candidates(asked))
        for _, values in parts
        for each in values
        for value in each.split()
    }
    assert not told & {"红星医院", "青河县人民医院", "李志强", "周文海"}


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        (TWO, "李志强", "青河县人民医院"),
        ("红星小学校长周文海、副校长李志强出席。", "李志强", "红星小学"),
        ("红星小学来了客人。校长周文海在门口迎接。", "周文海", "红星小学"),
        ("歌手周文海昨天到了。院长李志强很高兴。", "李志强", None),
    ],
)
def test_a_plain_passage_tells_whose_post_it_is(text: str, person: str, body: str | None) -> None:
    assert body_of(text, person) == body


def test_the_score_of_a_post_tells_how_sure_the_choice_is() -> None:
    rows = {r.person: r for r in process(Source("a", TWO)).roles}
    assert rows["李志强"].rule.endswith("+ranked")
    assert 0 < rows["李志强"].score < 1
