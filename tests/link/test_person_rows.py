"""Person rows: one a person, where the full name first stands."""

from __future__ import annotations

from bangfu.article import Mention
from bangfu.link.person_rows import person_rows
from bangfu.recognize.found import Found


def mention(start: int, text: str, value: str) -> Mention:
    return Mention(start, start + len(text), text, "person", "name:han", 0.9, value)


def test_a_person_is_one_row_at_its_first_full_mention() -> None:
    found = Found(
        people=(mention(0, "王", "王小明"), mention(9, "王小明", "王小明"), mention(20, "王小明", "王小明"))
    )
    (row,) = person_rows(found)
    assert (row.name, row.start, row.end, row.mentions) == ("王小明", 9, 12, 3)


def test_a_name_set_with_a_blank_is_a_full_mention() -> None:
    (row,) = person_rows(Found(people=(mention(3, "王 明", "王明"),)))
    assert (row.name, row.start, row.end) == ("王明", 3, 6)


def test_people_come_in_the_order_of_their_first_mentions() -> None:
    found = Found(
        people=(mention(0, "王小明", "王小明"), mention(4, "李红", "李红"), mention(8, "王小明", "王小明"))
    )
    assert [row.name for row in person_rows(found)] == ["王小明", "李红"]
