"""Sides by place and name, in invented articles of assistance."""

from __future__ import annotations

import pytest

from bangfu.article import Document, Source, Text
from bangfu.link.sides.find import sides
from bangfu.link.sides.levels import place_in, province_of
from bangfu.link.sides.regions import region
from bangfu.recognize import find
from bangfu.segment.sentences import sentences
from bangfu.settings import Settings


def sides_of(text: str) -> dict[str, str]:
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    return sides(document, find(document, Settings()))


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("上海红星医院对口支援青河县人民医院。", "上海红星医院", "from"),
        ("上海红星医院对口支援青河县人民医院。", "青河县人民医院", "to"),
        ("红星市驻青河县帮扶工作组来到青河县第一中学支教。", "红星市驻青河县帮扶工作组", "from"),
        ("贵阳红星水上救援队到了，爱心企业捐款救灾。", "贵阳红星水上救援队", "from"),
        ("青河县、红石县受灾，爱心企业捐款。青河县审计局公布了账目。", "青河县审计局", "to"),
    ],
)
def test_place_and_name_tell_the_side_of_an_institution(text: str, name: str, side: str) -> None:
    assert sides_of(text)[name] == side


def test_an_article_without_assistance_has_no_sides() -> None:
    assert sides_of("上海红星科技有限公司在青河县第一中学发布了新产品。") == {}


def test_to_the_far_west_a_receiving_province_sends_too() -> None:
    assert region("陕西省") == "to"
    assert region("陕西省", "陕西第九批援藏干部", far=True) == "from"


def test_a_name_begins_with_its_levels() -> None:
    assert place_in("广东省青河市教育局") == "青河市"
    assert province_of("上海市红星医院") == "上海市"
    assert province_of("红星医院") is None
