"""People: which spans of invented sentences are read as names of individuals."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.article import Document, Mention, Source, Text
from bangfu.recognize.institutions.find import find_institutions
from bangfu.recognize.people.find import find_people
from bangfu.recognize.titles.find import find_titles
from bangfu.segment.sentences import sentences
from tests.growth import grows_less


def mentions(text: str) -> tuple[Mention, ...]:
    document = Document(Source("a", text), Text.untouched(text), tuple(sentences(text)))
    institutions = find_institutions(document)
    return find_people(document, find_titles(document, institutions), institutions)


def names(text: str) -> list[str]:
    return list(dict.fromkeys(m.value for m in mentions(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("校长李国栋介绍了学校的情况。", ["李国栋"]),
        ("李国栋校长介绍了学校的情况。", ["李国栋"]),
        ("副会长程小东、余则明伸出援手。", ["程小东", "余则明"]),
        ("胡晓滨、张守文、赵延奇等4名教师分别发言。", ["胡晓滨", "张守文", "赵延奇"]),
        ("受助学生吴欣妍在台上发言。", ["吴欣妍"]),
        ("村民马玉兰告诉记者，日子好过了。", ["马玉兰"]),
        ("被请动的人叫陈立民。", ["陈立民"]),
        ("马伟国的妻子王晋红也来支教。", ["马伟国", "王晋红"]),
        ("记者见到了第一院长周文海。", ["周文海"]),
        ("时任校长段国军出门四处找人。", ["段国军"]),
        ("她和爱人陈德新在火车上认识。", ["陈德新"]),
        ("这位老师名叫张海霞，来自北京。", ["张海霞"]),
        ("第一书记韩雪松带着村民养羊。", ["韩雪松"]),
        ("图为教师李明远（左二）与学生在一起。", ["李明远"]),
        ("责任编辑：王小丽", ["王小丽"]),
    ],
)
def test_a_name_is_found_beside_titles_verbs_and_kin(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（记者 秦小莹 通讯员 王向斌 赵启辉）", ["秦小莹", "王向斌", "赵启辉"]),
        ("记者 李小红 通讯员 王宏亮", ["李小红", "王宏亮"]),
        ("□高敏慧 杨军民\n学校开学了。", ["高敏慧", "杨军民"]),
        ("文/张小川 图/李大河", ["张小川", "李大河"]),
        ("活动圆满结束。（吕毅明）", ["吕毅明"]),
        ("（责任编辑：宋晓燕）", ["宋晓燕"]),
        ("责任编辑：李 明", ["李明"]),
        ("记者　王　芳　通讯员　赵启辉", ["王芳", "赵启辉"]),
        ("本报记者 刘海涛 摄", ["刘海涛"]),
    ],
)
def test_bylines_and_credits_hold_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("教师阿卜杜拉·买买提说，孩子们很高兴。", ["阿卜杜拉·买买提"]),
        ("副院长艾力·吐尔逊介绍说。", ["艾力·吐尔逊"]),
        ("校长次仁央宗和教师达瓦卓玛参加活动。", ["次仁央宗", "达瓦卓玛"]),
        ("牧民多吉次仁领到了补助。", ["多吉次仁"]),
        ("校长阿依古丽激动地说。", ["阿依古丽"]),
        ("副主席乌兰其其格到会讲话。", ["乌兰其其格"]),
        ("院长巴特尔说。", ["巴特尔"]),
        ("委员阿衣木沙·托合塔洪讲述了变化。", ["阿衣木沙·托合塔洪"]),
        ("教师古丽扎尔带着孩子们跳舞。", ["古丽扎尔"]),
    ],
)
def test_names_of_minorities_are_found_with_and_without_a_dot(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("主席欧阳春华说。", ["欧阳春华"]),
        ("教授司马文远出席。", ["司马文远"]),
        ("诸葛小亮和上官婉清两位老师", ["诸葛小亮", "上官婉清"]),
        ("美国总统约翰逊发表讲话。", ["约翰逊"]),
        ("日本首相田中正雄访华。", ["田中正雄"]),
        ("协会主席科涅夫斯基致辞。", ["科涅夫斯基"]),
    ],
)
def test_compound_surnames_and_foreign_names_are_found(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_two_character_name_wins_over_a_longer_reading_where_it_also_stands_alone() -> None:
    assert names("常立与大家一起种树。常立说，他很高兴。校长常立笑了。") == ["常立"]


def test_a_name_that_is_certain_once_is_found_where_nothing_speaks_for_it() -> None:
    text = "校长宿维清带着老师站在门口。路上，宿维清一直没有说话。"
    assert [m.text for m in mentions(text)] == ["宿维清", "宿维清"]


def test_a_surname_with_a_title_is_a_mention_of_the_person_named_before() -> None:
    text = "院长张文涛到任后很忙。张院长常说，病人最重要。"
    assert [(m.text, m.value) for m in mentions(text)] == [("张文涛", "张文涛"), ("张", "张文涛")]


def test_a_surname_with_a_title_alone_names_nobody() -> None:
    assert names("李校长说，学校很好。") == []


def test_a_name_inside_of_an_institution_is_no_person() -> None:
    assert names("李国栋校长工作室揭牌，李国栋小学迎来新生。") in ([], ["李国栋"])
    assert names("青河县人民医院门诊楼启用。") == []


@pytest.mark.parametrize(
    "text",
    [
        "高度重视教育工作，高质量发展迈出新步伐。",
        "各地因地制宜、精准施策，安排专项资金。",
        "全国各族人民团结奋斗，成就令人瞩目。",
        "党中央高度关注，方案明确了时间表和路线图。",
        "马铃薯喜获丰收，金银花种植面积扩大。",
        "会议宣读了贺信，贺电从各地飞来。",
        "向阳村的石榴熟了，白云山脚下开满梅花。",
        "和田、林芝、安康、黄山、宁德等地",
        "同时，于是，成为，任何，应当，关于，经过，通过",
        "这项工程于2020年开工，计划于明年完工。",
        "学生都能吃上热饭，老师们也安心多了。",
        "校长高度评价了这项工作。",
        "记者从会上获悉，时间定在下月。",
        "主任安排大家休息，医生任劳任怨。",
        "乌克兰、哈萨克斯坦、土耳其等国",
        "第三批医疗队抵达，全体队员立即投入工作。",
    ],
)
def test_words_and_places_that_begin_like_surnames_are_no_people(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("校长江海与大家座谈。", ["江海"]),
        ("教师时敏和学生们合影。", ["时敏"]),
        ("主任成志刚说。", ["成志刚"]),
        ("局长向东升到会。", ["向东升"]),
        ("书记方明远介绍。", ["方明远"]),
        ("校长高山民说。", ["高山民"]),
        ("医生马东平说。", ["马东平"]),
        ("医生海云翔说。", ["海云翔"]),
        ("校长于建华说。", ["于建华"]),
        ("专家任长青说。", ["任长青"]),
    ],
)
def test_surnames_that_are_words_carry_names_behind_titles(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_scores_are_probabilities_and_rules_are_named() -> None:
    for m in mentions("校长李国栋介绍，教师阿依古丽来了。（吕毅明）"):
        assert 0.5 <= m.score <= 1
        assert m.rule.partition(":")[0] in ("name", "byline")
        assert m.label == "person"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="王李小明校长，。、·（）记者 和说阿买提\n", max_size=60))
def test_mentions_lie_in_the_text_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for m in mentions(text):
        assert end <= m.start < m.end <= len(text)
        assert text[m.start : m.end] == m.text
        end = m.end


def test_hostile_runs_of_one_surname_take_linear_time() -> None:
    for piece in ("王", "阿·", "校长", "王小明、", "副", "扎西", "记者 "):
        # Eight times as long: sixty-four times the work where it is quadratic.
        assert grows_less(lambda times, piece=piece: mentions(piece * times), 3000, 24_000, than=32), piece
