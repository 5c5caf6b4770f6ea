"""Posts that the text before gives to the wrong side: local people among guests, guests at a host."""

from __future__ import annotations

import pytest

from bangfu.article import Source
from bangfu.link.bodies.peoples import of_a_people
from bangfu.pipeline import process

SENT = "南京市红星医院选派3名专家赴青河县人民医院帮扶。"
LED = SENT + "红星医院骨科主任周文海牵头建科。"


def places(text: str) -> dict[tuple[str, str], str | None]:
    return {(r.person, r.title): r.institution for r in process(Source("a", text)).roles}


@pytest.mark.parametrize(
    ("name", "one"),
    [
        ("扎西卓玛", True),
        ("阿依努尔·买买提", True),
        ("周文海", False),
        ("马丁·科尔", False),
        ("白玛央宗", True),
    ],
)
def test_a_name_tells_whether_it_is_of_a_people_of_the_west(name: str, one: bool) -> None:
    assert of_a_people(name) is one


def test_a_tibetan_nurse_among_guests_is_of_the_host() -> None:
    found = places(LED + "护士长扎西卓玛守在一旁。")
    assert found["扎西卓玛", "护士长"] == "青河县人民医院"


def test_a_principal_whom_nothing_else_places_is_of_the_school_of_the_scene() -> None:
    text = "红星商会向青河县石板小学捐赠课桌50套，又向青河县朝晖中学捐赠图书。\n校长李志强今年五十四。"
    assert places(text)["李志强", "校长"] in {"青河县石板小学", "青河县朝晖中学"}


def test_those_whom_a_head_leads_along_are_of_the_same_body() -> None:
    found = places("红星集团董事长周文海带领副总经理李志强、工会主席王丽娟赴青河县调研。")
    assert {found["李志强", "副总经理"], found["王丽娟", "工会主席"]} == {"红星集团"}


def test_a_village_told_once_is_that_of_its_secretary() -> None:
    found = places("工作队驻在青河县红石村。冬天来了。\n村支书周文海说，路修好了。")
    assert found["周文海", "村支书"] == "青河县红石村"


def test_the_author_of_a_page_on_a_line_of_its_own_speaks() -> None:
    text = "我院举行拜师大会\n青河县红石医院\n我院党委书记周文海讲话，来自南京市红星医院的专家李志强发言。"
    assert places(text)["周文海", "党委书记"] == "青河县红石医院"
