"""Places that no gazetteer lists: cut as one word, by their shape and by the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangfu.recognize.institutions.shapes import PLACE_TAG
from bangfu.recognize.institutions.words import words_of


def places(clean: str) -> list[str]:
    words = words_of(clean)
    return [word for i, word in enumerate(words.words) if words.tag(i) == PLACE_TAG]


@pytest.mark.parametrize(
    ("clean", "place"),
    [
        ("在霁澳县教育局，", "霁澳县"),
        ("由棠东县侨联主办", "棠东县"),
        ("棠溪县红岩镇卫生院，棠溪县总工会", "棠溪县"),
        ("，槐子湾镇党委副书记", "槐子湾镇"),
        ("来到察汗淖尔旗第一小学", "察汗淖尔旗"),
        ("每月为棠塬县中医院会诊", "棠塬县"),
        ("走进石门坎村卫生室", "石门坎村"),
    ],
)
def test_an_unlisted_place_is_one_word(clean: str, place: str) -> None:
    assert place in places(clean)


@pytest.mark.parametrize(
    "clean",
    [
        "全县中小学",
        "这座城市很美",
        "五星红旗升起",
        "农村小学",
        "走进山村",
        "怀念故乡",
        "各县区",
        "3日县里开会",
    ],
)
def test_a_common_word_that_ends_as_a_place_does_is_none(clean: str) -> None:
    assert places(clean) == []


def test_an_edge_that_is_sure_once_is_sure_everywhere() -> None:
    assert places("霁澳县很远。记者赴霁澳县采访。") == ["霁澳县", "霁澳县"]


@given(st.text(alphabet="在由霁澳县红旗镇党委第三批援一二团中学，。村 a", max_size=40))
def test_the_words_always_make_up_the_text(clean: str) -> None:
    assert "".join(words_of(clean).words) == clean
