"""Role rows of pages that leave bodies out or cut them: own news, minutes, lists of teams, appointments."""

from __future__ import annotations

import pytest

from bangfu.link.bodies.governed import only_place
from bangfu.link.phrases.faculties import faculty_before, office_before
from bangfu.link.scene.home import home_of
from tests.link.roles.told import cases, rows


@pytest.mark.parametrize(("text", "expected"), cases("pages.txt"))
def test_a_page_holds_these_roles(text: str, expected: str) -> None:
    assert rows(text) == expected


def test_words_of_disciplines_only_make_a_faculty() -> None:
    assert faculty_before("红星大学园林学院党委书记", 8) == 4
    assert faculty_before("青山职业学院院长", 6) is None
    assert faculty_before("青山学院院长", 4) is None


def test_an_office_needs_the_beginning_of_its_part_of_a_list() -> None:
    assert office_before("、后勤中心主任", 5, "主任") == 1
    assert office_before("，来到后勤中心主任", 7, "主任") is None


def test_two_places_of_a_level_leave_a_post_without_one() -> None:
    assert only_place("青河县开会。县长来了。", "县", 6, {}) == "青河县"
    assert only_place("青河县和北山县开会。县长来了。", "县", 10, {}) is None
    assert only_place("返乡青年说。乡长来了。", "乡", 6, {}) is None


def test_a_body_that_is_told_once_among_others_is_no_home() -> None:
    assert home_of("红星县开会。", ()) is None
