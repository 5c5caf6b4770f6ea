"""The learned choice of the side of a post: what is asked, and the sides of clear invented articles."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bangfu.article import Document, Role, Source, Text
from bangfu.link.holders.pairs import pairs
from bangfu.link.post_sides.answered import Answered
from bangfu.link.post_sides.body import above, body
from bangfu.link.post_sides.features import Article
from bangfu.link.post_sides.ground import Ground, ground
from bangfu.link.roles import link_roles
from bangfu.link.scene.scene import Scene
from bangfu.recognize import find
from bangfu.segment.sentences import sentences
from bangfu.settings import Settings

GIFT = (
    "红星科技有限公司向青河县第一中学捐赠图书。红星科技有限公司董事长李志强和青河县第一中学校长周文海出席。"
)
AID = (
    "来自上海市红星医院的医疗队赴青河县人民医院对口支援。"
    "上海市红星医院院长李志强看望了队员，青河县卫健局局长周文海参加座谈。"
)


def read(text: str) -> tuple[Scene, tuple[Role, ...]]:
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    found = find(document, Settings())
    return Scene.of(document, found), link_roles(document, found)


def told(text: str) -> Ground:
    out = ground(read(text)[0])
    assert out is not None
    return out


def sides_of(text: str) -> dict[str, str | None]:
    return {role.title: role.side for role in read(text)[1]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [(GIFT, {"董事长": "from", "校长": "to"}), (AID, {"院长": "from", "局长": "to"})],
)
def test_the_posts_of_those_who_help_and_are_helped_take_their_sides(
    text: str, expected: dict[str, str]
) -> None:
    assert sides_of(text) == expected


def test_without_assistance_nobody_takes_a_side() -> None:
    assert sides_of("红星科技有限公司董事长李志强发布了新产品。") == {"董事长": None}


def test_reporters_and_heads_of_state_take_no_side() -> None:
    text = "红星日报记者周文海报道，红星科技有限公司捐赠图书。国务院副总理李志强到场。"
    assert set(sides_of(text).values()) <= {None}


def test_an_article_tells_what_sort_of_assistance_it_is_about() -> None:
    assert told(GIFT).sort == "g"
    assert told(AID).sort == "p"
    assert told("我院选派医疗队援疆。" + AID).we == "f"
    assert told("援疆医疗队出发。").aimed == frozenset({"新疆维吾尔自治区"})


def test_a_body_that_tells_only_its_level_is_of_the_place_named_last() -> None:
    article = told("上海市和延安市开展对口协作。市委书记李志强出席。")
    assert above(article, "市委", 14) == "延安市"
    assert above(article, "红星医院", 14) == ""
    known = body(article, "市委", "延安市")
    assert (known.level, known.province, known.region) == ("B", "陕西省", "t")


def test_the_words_around_a_body_and_its_place_are_kept() -> None:
    known = body(told(AID), "上海市红星医院", "")
    assert {"b<来自", "b>的医", "l<来自", "r<来自"} <= set(known.around)
    assert (known.kind, known.region) == ("hospital", "f")


def test_a_post_is_described_for_both_sides_and_none() -> None:
    scene, rows = read(AID)
    article = told(AID)
    pair = next(p for p in pairs(scene) if p.person.value == rows[0].person)
    answers = Answered()
    asked = Article(article).asked(pair, rows[0])
    helps, helped, none = Article(article).described(asked, answers)
    assert none == ()
    assert {column.partition(" ")[0] for columns, _ in helps for column in columns} == {"from"}
    assert [values for _, values in helps] == [values for _, values in helped]
    assert all(len(columns) == len(values) for columns, values in helps)
    answers.add(asked, "from")
    assert (answers.side, answers.all, answers.people) == ("f", "f", {rows[0].person: "f"})


def test_the_weights_are_read_on_use() -> None:
    lines = (
        "import bangfu.link.post_sides.model",
        "from bangfu.ranker import weights",
        "print(weights.cache_info())",
    )
    out = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True
    ).stdout
    assert "misses=0" in out
