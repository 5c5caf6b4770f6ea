"""Sides: who sends and gives, who receives, in invented articles of assistance."""

from __future__ import annotations

import pytest

from bangfu.article import Document, Source, Text
from bangfu.link.roles import link_roles
from bangfu.link.sides.find import sides
from bangfu.link.sides.levels import place_side
from bangfu.recognize import find
from bangfu.segment.sentences import sentences
from bangfu.settings import Settings


def read(text: str) -> tuple[dict[str, str], dict[str, str | None]]:
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    found = find(document, Settings())
    return sides(document, found), {r.title: r.side for r in link_roles(document, found)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "红星科技有限公司向青河县第一中学捐赠图书。",
            {"红星科技有限公司": "from", "青河县第一中学": "to"},
        ),
        (
            "来自北京朝晖医院的医疗队赴青河县人民医院开展帮扶。",
            {"北京朝晖医院": "from", "青河县人民医院": "to"},
        ),
        (
            "红星医院对口支援青河县人民医院。青河县人民医院的李志强曾到红星医院进修一年，又回到青河县人民医院。",
            {"红星医院": "from", "青河县人民医院": "to"},
        ),
        (
            "红星市驻青河县帮扶工作组来到青河县第一中学支教。",
            {"红星市驻青河县帮扶工作组": "from", "青河县第一中学": "to"},
        ),
        (
            "仪式结束。\n红星公司还向青河县人民医院捐赠轮椅50辆。",
            {"青河县人民医院": "to"},
        ),
    ],
)
def test_frames_tell_the_side_of_an_institution(text: str, expected: dict[str, str]) -> None:
    known, _ = read(text)
    assert {name: known.get(name) for name in expected} == expected


def test_the_posts_of_a_giver_and_a_receiver_take_their_sides() -> None:
    text = "红星科技有限公司向青河县第一中学捐赠图书。"
    text += "红星科技有限公司董事长李志强和青河县第一中学校长周文海出席。"
    assert read(text)[1] == {"董事长": "from", "校长": "to"}


def test_a_post_that_someone_is_sent_into_is_a_receiving_one() -> None:
    text = "北京援派医生周文海挂职青河县人民医院副院长。"
    assert read(text)[1]["副院长"] == "to"


def test_a_public_body_without_its_place_stands_with_the_post_told_before() -> None:
    text = "来自北京朝晖医院的医疗队赴青河县开展帮扶。青河县副县长、卫健局局长周文海到场。"
    assert read(text)[1] == {"副县长": "to", "局长": "to"}


def test_an_article_without_assistance_has_no_sides() -> None:
    known, posts = read("红星科技有限公司董事长李志强发布了新产品。")
    assert known == {}
    assert posts == {"董事长": None}


def test_reporters_stand_on_no_side() -> None:
    assert read("红星日报记者周文海报道，红星科技有限公司捐赠图书。")[1]["记者"] is None


def test_a_local_body_stands_on_the_side_of_its_place() -> None:
    assert place_side("青河县妇联", {"青河县": "to"}) == "to"
    assert place_side("广东省青河市教育局", {"广东省": "from"}) == "from"
    assert place_side("红星医院", {"青河县": "to"}) is None


def test_a_name_in_a_frame_is_no_frame() -> None:
    text = "红星集团向青河县第一中学捐赠图书。青河县第一中学校长向文海捧着证书。"
    assert read(text)[0]["青河县第一中学"] == "to"


def test_a_ceremony_of_giving_does_not_make_its_place_the_giver() -> None:
    assert read("青河县第一中学举行捐赠仪式。")[0]["青河县第一中学"] == "to"
