"""A tagger adds what the rules have not found, and moves nothing that they have."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bangfu.article import Document, Mention, Source, Span, Text
from bangfu.errors import UsageError
from bangfu.recognize.tagger import (
    Proposal,
    check_tagger,
    proposals,
    tagger_of,
    with_institutions,
    with_people,
)


def test_proposals_of_a_sentence_come_back_in_offsets_of_the_text() -> None:
    clean = "第一句。次仁来了。"
    document = Document(Source("a", clean), Text.untouched(clean), (Span(0, 4), Span(4, 9)))

    def tagger(sentences: Sequence[str]) -> list[list[Proposal]]:
        assert list(sentences) == ["第一句。", "次仁来了。"]
        return [[], [Proposal(0, 2, "person")]]

    assert proposals(document, tagger) == (Proposal(4, 6, "person"),)
    assert proposals(document, None) == ()


def test_a_name_that_no_rule_found_becomes_a_mention_marked_as_the_taggers() -> None:
    (found,) = with_people("次仁来了", (), [Proposal(0, 2, "person")])
    assert (found.text, found.value, found.label, found.rule) == ("次仁", "次仁", "person", "tagger")
    assert found.score < 1


def test_a_proposal_that_overlaps_a_mention_of_the_rules_is_left_out() -> None:
    known = Mention(1, 4, "王小明", "person", "rule", value="王小明")
    title = Mention(4, 6, "老师", "title", "rule")
    assert with_people("请王小明老师", (known,), [Proposal(0, 4, "person")], (title,)) == (known,)
    assert with_people("请王小明老师", (known,), [Proposal(4, 6, "person")], (title,)) == (known,)


@pytest.mark.parametrize("text", ["A", "他，我", "一个很长很长很长的句子"])
def test_what_no_name_looks_like_is_left_out(text: str) -> None:
    assert with_people(text, (), [Proposal(0, len(text), "person")]) == ()


def test_a_proposed_institution_gets_its_kind_and_place() -> None:
    name = "甘肃省兰州市青石泉小学"
    (found,) = with_institutions(f"走进{name}。", (), [Proposal(2, 2 + len(name), "institution")])
    value = found.value
    assert (value.name, value.kind, value.province, value.city, value.adcode) == (
        name,
        "school",
        "甘肃省",
        "兰州市",
        "620100",
    )


def test_a_place_is_no_institution() -> None:
    assert with_institutions("走进甘肃省", (), [Proposal(2, 5, "institution")]) == ()


def test_of_two_proposals_that_overlap_the_first_stays() -> None:
    proposed = [Proposal(0, 5, "institution"), Proposal(3, 8, "institution")]
    assert [m.text for m in with_institutions("新希望集团基金会", (), proposed)] == ["新希望集团"]


def test_the_rules_alone_have_no_tagger() -> None:
    assert tagger_of("rules") is None


def test_an_unknown_tagger_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(UsageError, match="'rules' or 'hanlp:MODEL'"):
        check_tagger("magic")
