"""One row a named institution."""

from __future__ import annotations

from bangfu.article import Document, Role, Source, Span, Text
from bangfu.link.institution_rows import institution_rows
from bangfu.recognize.found import Found
from bangfu.recognize.institutions.find import find_institutions


def found_in(clean: str) -> tuple[Document, Found]:
    document = Document(Source("a", clean), Text.untouched(clean), (Span(0, len(clean)),))
    return document, Found(institutions=find_institutions(document))


def role(institution: str, side: str | None) -> Role:
    return Role(start=0, end=1, rule="r", person="王小明", title="校长", institution=institution, side=side)


def test_the_row_stands_where_the_name_is_written_in_full() -> None:
    clean = "石桥三中很大。石坝县石桥三中有百年历史。石桥三中在山上。"
    (row,) = institution_rows(*found_in(clean), ())
    assert (row.name, clean[row.start : row.end], row.mentions) == ("石坝县石桥三中", "石坝县石桥三中", 3)


def test_unnamed_and_shortened_bodies_have_no_row() -> None:
    rows = institution_rows(*found_in("县医院和学校。延庆区、密云区教委参加。"), ())
    assert [row.name for row in rows] == ["密云区教委"]


def test_rows_stand_in_the_order_of_the_text() -> None:
    rows = institution_rows(*found_in("石坝县教育局、岭北集团、石坝县第三中学。"), ())
    assert [row.name for row in rows] == ["石坝县教育局", "岭北集团", "石坝县第三中学"]


def test_the_side_is_that_of_all_roles_also_by_a_short_form() -> None:
    clean = "石坝县石桥三中派人。石桥三中校长王小明。"
    (row,) = institution_rows(*found_in(clean), (role("石桥三中", "from"), role("石坝县石桥三中", "from")))
    assert row.side == "from"


def test_roles_on_both_sides_leave_the_side_empty() -> None:
    clean = "石坝县第三中学派人。"
    (row,) = institution_rows(
        *found_in(clean), (role("石坝县第三中学", "from"), role("石坝县第三中学", "to"))
    )
    assert row.side is None


def test_the_branch_of_a_villages_party_has_no_row_where_it_only_tells_of_a_post() -> None:
    assert institution_rows(*found_in("石桥村党支部书记王小明说。"), ()) == ()
    (row,) = institution_rows(*found_in("石桥村党支部组织党员修路。石桥村党支部书记王小明说。"), ())
    assert row.name == "石桥村党支部"


def test_a_way_to_a_body_is_none_of_its_name_where_the_article_names_it_without() -> None:
    (row,) = institution_rows(*found_in("带着8名教师来霞岚小学听课。霞岚小学很远。"), ())
    assert row.name == "霞岚小学"
