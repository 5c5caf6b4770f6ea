"""Numbers of companies, lists and what the number before tells too: counts_party and counts_same."""

from __future__ import annotations

import pytest

from tests.recognize.counts.told import items


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青河基金会会长白大山、秘书长云小川一行四人来到南坡县。", [("四人", "一行")]),
        ("青河商会以副会长白大山为首一行11人到访。", [("11人", "一行")]),
        ("青河医院副院长白大山率专家团一行9人义诊。", [("9人", "专家团")]),
        ("医疗队一行14人抵达。", [("14人", "医疗队")]),
    ],
)
def test_a_company_behind_names_is_no_more_than_a_company(text: str, expected: list[tuple[str, str]]) -> None:
    assert items(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县教育局局长白大山、校长云小川及受助学生家长共60余人参加了仪式。", [("60余人", "参加仪式")]),
        ("团委书记白大山、副院长云小川以及往届队员代表近40人到车站送行。", [("近40人", "往届队员代表")]),
        ("县长白大山、局长云小川，及师生、乡亲共三千多人参加了典礼。", [("三千多人", "师生、乡亲")]),
        ("镇卫生院院长白大山、书记云小川及该院职工代表60余人参加仪式。", [("60余人", "职工代表")]),
        ("校友代表、师生代表320人参加。", [("320人", "校友代表、师生代表")]),
    ],
)
def test_those_of_whom_some_are_named_are_told_by_what_they_do_or_by_who_stands_last(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert items(text) == expected


def test_those_sent_are_counted_not_where_they_go() -> None:
    assert items("组织当地教师赴江南跟岗300人次。") == [("300人次", "当地教师")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本科上线率还只有31.4%，今年达到78.6%。", ["本科上线率", "本科上线率"]),
        ("门急诊量从6.1万人次涨到11.4万人次。", ["门急诊量", "门急诊量"]),
        ("在校生能从现在的1500人扩到2200人左右。", ["在校生", "在校生"]),
        ("产量由年初的600箱扩产到1100箱。", ["产量", "产量"]),
        ("硬是把病房从6张床开到14张床。", ["床", "床"]),
    ],
)
def test_both_ends_of_a_rise_count_the_same(text: str, expected: list[str]) -> None:
    assert [item for _, item in items(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3辆救护车有1辆“趴窝”。", ["救护车", "救护车"]),
        ("187名学生到外地实习，112人留在那里就业。", ["学生", "学生"]),
        ("像阿木这样的徒弟，35名专家共带出了112名，其中27人成长为主任。", ["专家", "徒弟", "徒弟"]),
        ("来了九批，一共190名队员。", ["队员", "队员"]),
    ],
)
def test_some_of_those_told_and_all_of_them_are_what_was_told(text: str, expected: list[str]) -> None:
    assert [item for _, item in items(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每周派出3名副高以上职称专家坐诊。", ["副高以上职称专家"]),
        ("选派的6名第八批第二期柔性援疆专家启程。", ["柔性援疆专家"]),
        ("带动脱贫户2100余户户均增收。", ["脱贫户"]),
        ("翻越两座海拔5000米以上的垭口。", ["垭口"]),
        ("全乡2300多口人，只有3名村医。", ["人", "村医"]),
        ("做了470个蛋糕，给260名孩子过了生日。", ["蛋糕", "孩子"]),
        ("走过23个寨子，家访笔记写满9本。", ["寨子", "家访笔记"]),
        ("老师陪我试讲了不下十遍”。", ["试讲"]),
    ],
)
def test_grades_ranks_heights_and_shares_are_no_nouns(text: str, expected: list[str]) -> None:
    assert [item for _, item in items(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司捐赠电子白板20块，用于教室。", [("20块", "电子白板")]),
        ("完成透析1264例次。", [("1264例次", "透析")]),
        (
            "这是首例支架手术。现在能自己做吗？做了47台，有11台是我主刀。",
            [("47台", "手术"), ("11台", "手术")],
        ),
        ("手术站了六个钟头。", []),
    ],
)
def test_pieces_and_cases_have_measures_of_their_own(text: str, expected: list[tuple[str, str]]) -> None:
    assert items(text) == expected
