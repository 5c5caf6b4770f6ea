"""Role rows of dense reports: 该院, former and latter, lines of a programme; sides inside of one province."""

from __future__ import annotations

import pytest

from bangfu.article import Document, Source, Text
from bangfu.link.sides.find import sides
from bangfu.link.sides.regions import inner_province
from bangfu.recognize import find
from bangfu.segment.sentences import sentences
from bangfu.settings import Settings
from tests.link.roles.told import cases, rows


def document(text: str) -> Document:
    return Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))


def sides_of(text: str) -> dict[str, str]:
    read = document(text)
    return sides(read, find(read, Settings()))


@pytest.mark.parametrize(("text", "expected"), cases("reports.txt"))
def test_a_report_holds_these_roles(text: str, expected: str) -> None:
    assert rows(text) == expected


def test_where_someone_serves_receives_and_who_selects_sends() -> None:
    told = sides_of("看望了在青河县中医医院帮扶的医生，他们由红星区卫健局选派。")
    assert told["青河县中医医院"] == "to"
    assert told["红星区卫健局"] == "from"


def test_a_county_that_is_stricken_receives() -> None:
    assert sides_of("青河县、红石县受灾，爱心企业捐款。青河县审计局公布了账目。")["青河县审计局"] == "to"


def test_a_team_of_rescuers_comes_to_help() -> None:
    assert sides_of("贵阳红星水上救援队到了，爱心企业捐款救灾。")["贵阳红星水上救援队"] == "from"


def test_the_offices_of_a_province_send_where_no_other_province_does() -> None:
    text = "四川省财政厅选派干部到青河县帮扶，对口帮扶已有三年。"
    assert sides_of(text)["四川省财政厅"] == "from"
    read = document("四川省财政厅接待浙江帮扶干部，对口支援已有三年。")
    assert inner_province(read.clean, find(read, Settings()).institutions) is None
