"""Bodies that only the name of their team tells."""

from __future__ import annotations

import pytest

from bangfu.article import Source
from bangfu.pipeline import process


def institutions(text: str) -> list[str]:
    """The names of the institution rows of a text."""
    return [row.name for row in process(Source("a", text)).institutions]


def test_a_university_has_a_row_where_only_its_team_is_named() -> None:
    assert "青河大学" in institutions("青河大学第二十六届研究生支教团在青山县支教。")


def test_its_row_stands_at_the_beginning_of_the_name_of_the_team() -> None:
    article = process(Source("a", "今天，青河大学第二十六届研究生支教团在青山县支教。"))
    row = next(row for row in article.institutions if row.name == "青河大学")
    assert (article.text.clean[row.start : row.end], row.rule) == ("青河大学", "institution.team")


def test_no_second_row_where_the_body_is_named_elsewhere() -> None:
    found = institutions("青河大学副校长周文海说，青河大学第二十六届研究生支教团在青山县支教。")
    assert found.count("青河大学") == 1


@pytest.mark.parametrize("text", ["第三批援藏医疗队到了。", "青河市医疗队到了。"])
def test_a_team_of_a_place_tells_no_other_body(text: str) -> None:
    assert all(name.endswith("队") for name in institutions(text))


def test_a_numbered_or_regional_team_of_a_hospital_has_a_row_beside_it() -> None:
    assert institutions("青河医院第十二批援滇医疗队出发了。") == ["青河医院", "青河医院第十二批援滇医疗队"]
    assert institutions("青河医院医疗队出发了。") == ["青河医院"]


def test_who_posts_a_team_has_a_row_beside_it() -> None:
    found = institutions("云阜渤岚化学有限公司驻甘工作组受到表彰。")
    assert found == ["云阜渤岚化学有限公司驻甘工作组", "云阜渤岚化学有限公司"]
