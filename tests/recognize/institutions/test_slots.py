"""Bodies that only their place in the text tells: media as a page's source, clubs before their president."""

from __future__ import annotations

import pytest

from bangfu.article import Document, Source, Span, Text
from bangfu.recognize.institutions.find import find_institutions


def named(clean: str) -> list[tuple[str, str]]:
    document = Document(Source("a", clean), Text.untouched(clean), (Span(0, len(clean)),))
    return [(m.text, m.value.kind) for m in find_institutions(document) if not m.value.generic]


@pytest.mark.parametrize("label", ["来源：", "来源:", "稿源：", "转自：", "转载自：", "来源： "])
def test_whatever_stands_in_the_line_of_the_source_is_a_medium(label: str) -> None:
    assert named(f"{label}拂晓之声 2021-03-04\n孩子们开学了。") == [("拂晓之声", "media")]


@pytest.mark.parametrize("label", ["作者：", "时间：", "浏览次数："])
def test_the_next_label_ends_the_source(label: str) -> None:
    assert named(f"来源：爱上云溪{label}")[0] == ("爱上云溪", "media")


@pytest.mark.parametrize(
    "source",
    ["本站原创", "支援合作处", "网络", "互联网整理", "云溪县", "李明", "医务部", "学校办公室", "小学教师"],
)
def test_departments_people_and_places_are_no_media(source: str) -> None:
    assert named(f"来源：{source}\n孩子们开学了。") == []


@pytest.mark.parametrize(
    "line", ["据拂晓在线讯 ", "拂晓在线12月9日电 ", "（拂晓在线讯）", "拂晓在线合肥3月2日电（"]
)
def test_a_dateline_opens_with_its_medium(line: str) -> None:
    assert named(f"标题\n　　{line}孩子们开学了。") == [("拂晓在线", "media")]


@pytest.mark.parametrize(
    "line", ["国内联播快讯\n", "本报讯 ", "本网3月2日电 ", "岛上12月没电，", "他说来讯 不多"]
)
def test_other_lines_open_with_none(line: str) -> None:
    assert named(f"标题\n{line}孩子们开学了。") == []


def test_a_club_of_rotary_stands_before_its_president() -> None:
    assert named("扶轮社来人：青溪社社长李明、沙坪社前社长赵平。") == [
        ("青溪社", "association"),
        ("沙坪社", "association"),
    ]
    assert named("书画班来人：青溪社社长李明到场。") == []


def test_a_medium_that_a_head_tells_is_found_once() -> None:
    assert named("来源：拂晓日报社\n孩子们开学了。") == [("拂晓日报社", "media")]


@pytest.mark.parametrize(
    ("clean", "medium"),
    [
        ("第一行\n2021-04-27 08:15 |拂晓客户端 |记者 李明", "拂晓客户端"),
        ("第一行\n2022-07-15　云阜在线\n孩子们开学了。", "云阜在线"),
        ("今日云阜讯【记者 王强】孩子们开学了。", "今日云阜"),
        ("□ 拂晓晨刊记者 王强\n孩子们开学了。", "拂晓晨刊"),
    ],
)
def test_a_medium_stands_behind_a_date_and_before_a_bracket(clean: str, medium: str) -> None:
    assert (medium, "media") in named(clean)
