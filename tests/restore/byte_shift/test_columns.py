"""Notes and marks that were put in on the bytes come back; pages that only have notes stay."""

from __future__ import annotations

import pytest

from bangfu.alignment import apply_edits
from bangfu.restore import byte_shift, restore
from bangfu.restore.byte_shift import codes, lattice, restorer
from bangfu.restore.byte_shift.columns import ENDS, NOTED, Columns
from bangfu.restore.byte_shift.lattice import Window
from tests.damage import noted_bytes

SENTENCES = (
    "临江县第二中学的老师杨文清说，学校基础设施有了很大变化。现在孩子们都能在新教室里上课。",
    "援疆医疗队队长陆永顺介绍，当地医院的重点专科建设已经起步，今年将再派八名医生。",
    "“我们向学校捐赠了三百套课桌。”总经理杨永顺说，这只是开始。",
    "在当地设立的助学基金，每年资助五十名学生；到目前为止，已有二百多人受益。",
    "据了解，帮扶工作队在青石村走访了一百二十户人家，为贫困户送去米面和油。",
    "市教育局局长周晓岚表示，支教老师把先进的教学理念带到了山区，受到欢迎。",
    "两地签订了对口支援协议，双方将在人才培养、学科建设、远程会诊等方面开展合作。",
    "这笔钱怎么用？校长李学勤说，全部用于改善住宿条件。",
    "基金会向灾区捐款二十万元，用于重建被洪水冲毁的学校和卫生院。",
    "上海市第九人民医院的专家团队来到县里，开展义诊活动，接诊病人三百余人次。",
    "“有了这些设备，我们就能做手术了！”县医院外科主任马国强高兴地说。",
    "近年来，该企业先后投入资金一千多万元，帮助村里修路、建厂、种树。",
    "学校还组织师生开展“一对一”结对活动，帮助留守儿童完成学业。",
    "副县长赵建华陪同考察团参观了产业园，并就下一步合作交换了意见。",
    "当天，志愿服务队还为村民们理发、修家电，现场气氛热烈。",
    "农业专家何树声来到田间地头，手把手教农民种植新品种水稻。",
    "省妇联向困难家庭发放了救助金，并送去了新年的祝福。",
    "十月中旬，第二批援藏教师抵达当地，将在那里工作一年半。",
    "经过三年的努力，全乡的适龄儿童全部入学，校舍焕然一新。",
    "护士长孙桂兰说，她要把学到的技术传授给更多的同事。",
)


def repaired(text: str) -> str:
    return apply_edits(text, byte_shift.edits(text))[0]


def columns(text: str) -> Columns:
    return Columns.of(text, 0, len(text))


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pairs in a row may have vanished at each look so far."""
    taken: list[int] = []

    def record(window: Window, vanishing: int) -> Window:
        taken.append(vanishing)
        return replace(window, vanishing=vanishing)

    replace = lattice.replace
    monkeypatch.setattr(lattice, "replace", record)
    return taken


@pytest.mark.parametrize("seed", range(3))
def test_sentences_with_notes_on_their_bytes_come_back_exactly(seed: int) -> None:
    damaged = [noted_bytes(text, seed) for text in SENTENCES]
    assert sum("?" in text for text in damaged) >= 8
    assert [restore(text).clean for text in damaged] == list(SENTENCES)


def test_a_whole_note_is_no_column_and_the_rest_of_one_is_one() -> None:
    page = columns("向?qū)W校的基(jī)金")
    assert page.shown == "向?W校的基金"
    assert page.readings[1] == "qu"
    assert page.starts[1:3] == (1, 5)


def test_a_note_behind_a_letter_tells_the_character_that_the_letter_ends() -> None:
    page = columns("?；A(chǔ)設")
    assert page.shown == "?；A設"
    assert page.readings == ("", "", "chu", "")


def test_a_note_behind_a_han_character_tells_nothing_of_a_column() -> None:
    assert columns("學(xué)校").readings == ("", "")


def test_a_tag_whose_bracket_is_gone_is_one_column() -> None:
    page = columns("學?！?/p>")
    assert page.shown == "學?！?"
    assert page.readings[-1] == ENDS
    assert page.starts[-2:] == (3, 7)


@pytest.mark.parametrize("text", ["有人问?/p是什么", "什么?(shù)", "W(xu)", "app(chǔ"])
def test_what_is_no_rest_of_a_note_or_tag_is_one_column_a_character(text: str) -> None:
    assert columns(text).readings.count("") == len(columns(text).shown) == len(text)


@pytest.mark.parametrize("text", ["學(xué)校", "向?qū)W", "重點?？平ㄔO(shè)"])
def test_a_page_is_noted_where_a_note_has_a_tone(text: str) -> None:
    assert NOTED.search(text)


@pytest.mark.parametrize("text", ["app(shu)", "学(xue)校", "O(shè)", "什么?) 好"])
def test_a_page_is_not_noted_by_brackets_that_hold_no_note(text: str) -> None:
    assert NOTED.search(text) is None


def test_the_reading_of_a_noted_pair_tells_the_lead_byte_behind_a_trail_byte() -> None:
    trail, lead = codes.bytes_of("向"), codes.bytes_of("學")
    assert trail
    assert lead
    assert lead[0] in codes.leads_read_as(trail[1], "qu")
    assert codes.leads_read_as(trail[1], "nothing") == ()


def test_a_pending_byte_and_a_reading_tell_characters_with_their_trail_bytes() -> None:
    found = dict(codes.with_trail_read_as(0xB9, "jie", codes.EITHER))
    assert found.keys() == {"节"}
    assert all(codes.with_trail(0xB9, trail, codes.EITHER) == "节" for trail in found["节"])


def test_a_reading_that_no_character_has_rules_none_out() -> None:
    assert codes.read_as("础初", "chu") == "础初"
    assert codes.read_as("础校", "xiao") == "校"
    assert codes.read_as("础校", "nothing") == "础校"


def test_characters_of_traditional_text_that_are_simplified_ones_too_are_possible() -> None:
    assert "群" in codes.with_trail(0xC8, 0xBA, codes.TRADITIONAL)
    assert codes.with_trail(0xCE, 0xAA, codes.TRADITIONAL) != "为"
    assert codes.script_of("人群") == codes.EITHER


def test_a_plausible_reading_without_vanished_pairs_needs_one_look(
    looks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lattice, "_LOOKS", ((0, -12.0), (2, 0.0)))
    assert "當地的夜校里" in repaired("村民們在當?shuò)氐囊剐＠飳W會了記賬。")
    assert looks == [0]


def test_damage_that_stays_is_looked_at_again_as_if_a_pair_had_vanished(looks: list[int]) -> None:
    assert "學校基础" in repaired("學?；A設施不斷(duàn)完善，孩子們有了新操場。")
    assert looks == [0, 1]


def test_what_stays_at_the_second_look_gets_a_third(looks: list[int]) -> None:
    text = "同學(xué)們說?；Z設施不同。"
    repaired(text)
    assert looks == [0, 1, 2]


def test_a_page_without_notes_gets_the_last_look_alone(looks: list[int]) -> None:
    repaired("学校发生了变化?！傲铰纸逃锓?,让学校有了活力。")
    assert looks == [2]


def test_a_tag_whose_bracket_was_swallowed_ends_the_damage_and_goes() -> None:
    assert repaired("老人送他們(men)到學(xué)?！?/p>\n") == "老人送他們(men)到學(xué)校。\n"


def test_a_blank_that_was_swallowed_comes_back() -> None:
    assert repaired("本報記者張?zhí)砀?攝") == "本報記者張添福 攝"


def test_a_number_that_may_have_lost_its_first_digit_is_marked_and_stays() -> None:
    word, number = byte_shift.edits("據說當?shù)赜?20名教師，都會(huì)講課。")
    assert word.replacement == "地有"
    assert (number.replacement, number.lossy) == ("20", True)


def test_a_number_behind_an_intact_question_is_not_marked() -> None:
    assert byte_shift.edits("這裏有教師(shī)嗎?20名。") == []


def test_an_edit_says_where_each_character_came_from() -> None:
    (edit,) = byte_shift.edits("公司總經理?xiàng)钣理樥f(shuō)，今后還要幫下去。")
    assert edit.replacement == "杨永顺说"
    assert sum(before for before, _ in edit.pieces or ()) == edit.end - edit.start
    assert sum(after for _, after in edit.pieces or ()) == len(edit.replacement)


@pytest.mark.parametrize("unit", ["?qū)W校", "?；A(chǔ)", "?xián)B(tài)", "?！W(xué)"])
def test_hostile_text_is_bounded_by_the_budget(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the text takes at most twice the work, and never more than the budget and one window's look."""
    budget = 60_000
    monkeypatch.setattr(restorer, "_SAMPLE", budget)
    monkeypatch.setattr(restorer, "_WORK", budget)
    spent: list[int] = []
    repair = Window.repair

    def counted(window: Window, cache: dict[str, object], left: int) -> object:
        found, used = repair(window, cache, left)  # type: ignore[arg-type]
        spent.append(used)
        return found, used

    monkeypatch.setattr(Window, "repair", counted)
    work: list[int] = []
    for length in (150_000, 300_000):
        spent.clear()
        byte_shift.edits(unit * (length // len(unit)))
        assert sum(spent[:-1]) < budget
        assert spent[-1] < 2 * budget
        work.append(sum(spent))
    assert work[1] <= 2 * work[0] + budget
