"""The posts of those who were chosen, and the names of their rules."""

from __future__ import annotations

import pytest

from bangfu.link.holders.pairs import pairs
from bangfu.link.scene.scene import Scene
from tests.link.roles.told import document_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("周文海去年当选为会长。", [("周文海", "会长", "role:becomes")]),
        ("周文海是红星中学校长。", [("周文海", "校长", "role:is")]),
        ("周文海（红星中学校长）来了。", [("周文海", "校长", "role:apposition")]),
        (
            "周文海、李志强分别担任红星中学校长、书记。",
            [("周文海", "校长", "role:becomes"), ("李志强", "书记", "role:becomes")],
        ),
    ],
)
def test_a_rule_names_how_a_post_is_told(text: str, expected: list[tuple[str, str, str]]) -> None:
    told = pairs(Scene.of(*document_of(text)))
    assert [(p.person.value, p.unit.title.value.title, p.rule) for p in told] == expected


def test_a_department_before_the_verb_is_that_of_the_post() -> None:
    (pair,) = pairs(Scene.of(*document_of("周文海来之前在红星医院骨科当副主任。")))
    assert pair.unit.department == "骨科"
    assert pair.unit.held is not None
    assert pair.unit.held.text == "红星医院"


def test_a_title_that_comes_again_behind_a_list_adds_nothing() -> None:
    text = "红星中学校长周文海、青山中学校长李志强等几位帮扶校长代表发言。"
    assert len(pairs(Scene.of(*document_of(text)))) == 2
