"""Whose 我院 or 我校 an article speaks of."""

from __future__ import annotations

import pytest

from bangfu.article import Source
from bangfu.pipeline import process

SENDER = (
    "我院第三批医疗队启程赴青河\n7月5日上午，我院援藏医疗队出征仪式举行，院党委书记周文海讲话。\n"
    "红星医院自2016年与青河县人民医院结对，先后派出3批医护人员。\n"
    "队员有骨科主治医师李志强，他到岗后将出任青河县人民医院副院长。"
)
RECEIVER = (
    "援疆专家来我院坐诊\n7月5日，红星医院专家王建国来我院坐诊。院党委书记周文海致欢迎辞。\n"
    "青河县人民医院是红星医院的帮扶单位，青河县人民医院今年收治病人3000名。"
)


def posts(text: str) -> dict[tuple[str, str], str | None]:
    """The institution of each post of a text."""
    return {(r.person, r.title): r.institution for r in process(Source("a", text)).roles}


def test_the_house_that_sends_speaks_where_it_says_that_it_sends() -> None:
    assert posts(SENDER)["周文海", "党委书记"] == "红星医院"


def test_members_of_its_team_are_of_the_house_that_speaks() -> None:
    assert posts(SENDER)["李志强", "主治医师"] == "红星医院"


def test_a_post_to_be_taken_stays_with_the_house_that_it_names() -> None:
    assert posts(SENDER)["李志强", "副院长"] == "青河县人民医院"


def test_the_house_that_receives_speaks_where_guests_come_to_it() -> None:
    assert posts(RECEIVER)["周文海", "党委书记"] == "青河县人民医院"


@pytest.mark.parametrize("text", [SENDER.replace("我院", "医院").replace("院党委", "党委")])
def test_without_such_a_word_nobody_speaks(text: str) -> None:
    assert posts(text)["周文海", "党委书记"] != "红星医院"
