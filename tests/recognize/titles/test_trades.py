"""Trades of professions that no lexicon lists."""

from __future__ import annotations

import pytest

from bangfu.article import Document, Source, Text
from bangfu.recognize.institutions.find import find_institutions
from bangfu.recognize.titles.find import find_titles
from bangfu.segment.sentences import sentences


def titles(text: str) -> list[str]:
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    return [title.text for title in find_titles(document, find_institutions(document))]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("同行的还有果品专家丁宁。", "专家"),
        ("县里请来的果品专家丁宁说，", "果品专家"),
        ("，手语教师祁立新来了。", "手语教师"),
        ("红星公司水质检测工程师丁宁介绍，", "水质检测工程师"),
        ("来了一位木雕传承人李寿昌。", "木雕传承人"),
    ],
)
def test_nouns_between_a_border_and_a_profession_belong_to_it(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("，党员教师周文海带头。", "教师"),
        ("，本园教师周文海来了。", "教师"),
        ("，邀请专家周文海讲课。", "专家"),
        ("红星供电公司抢修班班长周文海说，", "班长"),
        ("，果品校长周文海说，", "校长"),
    ],
)
def test_bodies_people_verbs_and_other_posts_make_no_trade(text: str, title: str) -> None:
    assert titles(text)[-1] == title
