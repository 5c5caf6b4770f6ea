"""Copies are found, different reports of one template are not, in whatever order they come."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.article import Text
from bangfu.batch import duplicates, fingerprint
from bangfu.batch.duplicates import Prints, contradict, originals
from bangfu.pipeline import extract

REPORT = (
    "青岭县第一中学昨天收到一批新的实验器材。器材由江州市的几家企业合买，装了满满两卡车，"
    "从省城出发，走了整整一天的山路。校长说，过去学生做实验要排队，一个班只有一套仪器，很多现象只能看老师演示。"
    "如今每张实验台都能自己动手，孩子们围着显微镜不肯走。企业的代表在操场上和老师们谈了很久，答应明年春天再来看望，"
    "并且请退休的工程师来讲课。附近几所村小也派人来参观，商量怎样轮流使用这些器材，"
    "让山里更多的孩子有机会亲手做一次实验。晚上，师生们点起篝火，唱起了自己写的歌。"
)
OTHER = (
    "白沙河镇卫生院的门诊楼本周启用。新楼有独立的儿科诊室和住院病房，走廊里装了扶手，老人上下楼不再吃力。"
    "对口支援的专家每周坐诊，手把手带教年轻医生，村里的病人不用再坐长途汽车去市里看病。"
    "院长介绍，药房的品种比过去翻了一番，常见的慢性病药都能开到，还设了送药上门的服务。"
)


def prints_of(
    tmp_path: Path, texts: list[str], facts: list[set[int]] | None = None, damage: list[int] | None = None
) -> Prints:
    """What stands for some texts, as the parts would hold it."""
    import hashlib

    facts = facts or [set() for _ in texts]
    grams = [fingerprint.shingles(Text.untouched(text)) for text in texts]
    tmp_path.mkdir(exist_ok=True, parents=True)
    fingerprint.signatures(grams).astype("<u4").tofile(tmp_path / "signatures")
    np.array([f for fact in facts for f in sorted(fact)], "<u4").tofile(tmp_path / "facts")
    hashes = b"".join(hashlib.sha256(text.encode()).digest()[:16] for text in texts)
    return Prints(
        np.arange(len(texts)),
        np.frombuffer(hashes, "<u8").reshape(-1, 2),
        np.array([len(gram) for gram in grams], np.int32),
        np.array(damage or [0] * len(texts), np.int32),
        np.concatenate([[0], np.cumsum([len(fact) for fact in facts])]).astype(np.int64),
        tmp_path / "facts",
        tmp_path / "signatures",
    )


def found(tmp_path: Path, texts: list[str], facts: list[set[int]] | None = None) -> list[int]:
    """For each text the number of its original, -1 for none."""
    return originals(prints_of(tmp_path, texts, facts), tmp_path).tolist()


def test_equal_texts_are_copies_of_the_first_however_short(tmp_path: Path) -> None:
    assert found(tmp_path, ["捐赠。", "别的。", "捐赠。", "捐赠。"]) == [-1, -1, 0, 0]


@pytest.mark.parametrize(
    "copy",
    [
        "山里来了两卡车实验器材\n" + REPORT,
        REPORT[: len(REPORT) * 2 // 3],
        REPORT[len(REPORT) // 4 :],
        REPORT.replace("，", ",").replace("。", " . "),
        REPORT.replace("孩子", "孩 子") + "（责任编辑：某某）",
        REPORT.replace("昨天", "日前").replace("商量", "研究"),
    ],
    ids=["headline", "cut end", "cut beginning", "punctuation", "spaces and tail", "two words"],
)
def test_a_copy_is_found(tmp_path: Path, copy: str) -> None:
    assert found(tmp_path, [OTHER, REPORT, copy], [{9}, {1, 2}, {1, 2}]) == [-1, -1, 1]


def test_different_reports_are_not_copies(tmp_path: Path) -> None:
    assert found(tmp_path, [OTHER, REPORT, OTHER[:60] + REPORT[:60]]) == [-1, -1, -1]


def test_reports_of_one_template_with_other_facts_are_not_copies(tmp_path: Path) -> None:
    texts = [REPORT + f"捐款{n}元。" for n in range(5)]
    assert found(tmp_path, texts, [{1, 2, 100 + n} for n in range(5)]) == [-1] * 5


def test_the_copy_with_most_facts_is_the_original_and_a_stub_joins_no_two_reports(
    tmp_path: Path,
) -> None:
    stub, one, two = REPORT, REPORT + "捐款三元。", REPORT + "捐款五元。"
    assert found(tmp_path, [stub, one, two], [{1}, {1, 3}, {1, 5}]) == [1, -1, -1]


def test_the_less_damaged_of_two_copies_is_the_original(tmp_path: Path) -> None:
    prints = prints_of(tmp_path, [REPORT, REPORT, REPORT + "完。", OTHER], [{1}, {1}, {1}, {2}], [9, 5, 2, 0])
    assert originals(prints, tmp_path).tolist() == [2, 2, -1, -1]


def test_a_slip_in_many_facts_is_a_copy_and_one_of_few_is_not() -> None:
    many = set(range(20))
    assert not contradict(many | {100}, many | {101})
    assert contradict({1, 2, 100}, {1, 2, 101})
    assert not contradict(set(), {1})


def test_short_texts_are_never_near_copies(tmp_path: Path) -> None:
    assert found(tmp_path, ["学校收到捐款三万元。", "学校收到捐款五万元。"]) == [-1, -1]


def _corpus(seed: int) -> tuple[list[str], list[set[int]]]:
    """Families of copies: cut, with another headline, with other facts."""
    rng = random.Random(seed)
    words = [chr(0x4E00 + i) for i in range(400)]
    texts, facts = [], []
    for family in range(12):
        body = "".join(rng.choice(words) for _ in range(rng.randrange(120, 300)))
        own = {rng.randrange(1 << 30) for _ in range(rng.randrange(1, 6))}
        for _ in range(rng.randrange(1, 5)):
            cut = body[: int(len(body) * rng.uniform(0.88, 1))]
            texts.append("".join(rng.choice(words) for _ in range(rng.randrange(3, 9))) + cut)
            facts.append({*own, family} if rng.random() < 0.6 else {*own, rng.randrange(1 << 30)})
    return texts, facts


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_the_result_does_not_depend_on_the_order_of_reading(
    tmp_path_factory: pytest.TempPathFactory, seed: int, rng: random.Random
) -> None:
    texts, facts = _corpus(seed)
    place = list(range(len(texts)))
    rng.shuffle(place)
    base = prints_of(tmp_path_factory.mktemp("a"), texts, facts)
    expected = originals(base, base.facts.parent)
    shuffled = prints_of(tmp_path_factory.mktemp("b"), [texts[i] for i in place], [facts[i] for i in place])
    other = replace(shuffled, ranks=np.array(place))
    result = originals(other, other.facts.parent)
    for here, i in enumerate(place):
        assert (place[result[here]] if result[here] >= 0 else -1) == expected[i]


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000))
def test_banding_finds_what_comparing_every_pair_finds(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    texts, facts = _corpus(seed)
    prints = prints_of(tmp_path_factory.mktemp("o"), texts, facts)
    rows = np.fromfile(prints.signatures, "<u4").reshape(len(texts), -1)
    order = duplicates._best_first(prints, np.arange(len(texts)))
    expected = [-1] * len(texts)
    for later in range(len(order)):
        for earlier in range(later):
            i, j = int(order[later]), int(order[earlier])
            jaccard = float((rows[i] == rows[j]).mean())
            a, b = int(prints.shingles[i]), int(prints.shingles[j])
            contained = jaccard / (1 + jaccard) * (a + b) / min(a, b)
            close = jaccard >= duplicates.MIN_JACCARD and contained >= duplicates.MIN_CONTAINED
            if expected[i] < 0 and expected[j] < 0 and close and not contradict(facts[i], facts[j]):
                expected[i] = j
    assert originals(prints, prints.facts.parent).tolist() == expected


def test_a_crowd_of_one_template_stays_linear_and_its_mirrors_are_found(tmp_path: Path) -> None:
    texts = [REPORT + f"其中第{n // 2}号捐款。" + "转载" * (n % 2) for n in range(600)]
    result = found(tmp_path, texts, [{1, 2, 1000 + n // 2} for n in range(600)])
    assert result == [-1 if n % 2 == 0 else n - 1 for n in range(600)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("中心将于31日晚发表二〇二四年新年贺词。", "中心将于31日晚发表二〇二三年新年贺词。"),
        ("协会第十一次会议9日下午举行。", "协会第六次会议9日下午举行。"),
        ("企业捐赠现金3万元。", "企业捐赠现金5万元。"),
        ("校长王小梅到会祝贺。", "校长李建业到会祝贺。"),
    ],
)
def test_reports_that_differ_in_a_year_an_ordinal_a_sum_or_a_name_contradict_each_other(
    one: str, other: str
) -> None:
    a, b = (set(fingerprint.facts(extract(text))) for text in (one, other))
    assert contradict(a, b)


def test_the_stamps_of_two_sites_do_not_contradict_each_other() -> None:
    body = "\n青岭县第一中学3月5日收到图书300册。"
    stamps = ("2023年3月6日 来源：甲网", "2023年4月9日 10时 浏览12次")
    a, b = (set(fingerprint.facts(extract(stamp + body))) for stamp in stamps)
    assert not contradict(a, b)


def test_signatures_estimate_the_similarity_of_sets() -> None:
    rng = random.Random(5)
    words = [chr(0x4E00 + i) for i in range(3000)]
    errors = []
    for _ in range(60):
        body = "".join(rng.choice(words) for _ in range(400))
        cut = body[: rng.randrange(100, 400)]
        grams = [fingerprint.shingles(Text.untouched(text)) for text in (body, cut)]
        a, b = (set(gram.tolist()) for gram in grams)
        rows = fingerprint.signatures(grams)
        errors.append(float((rows[0] == rows[1]).mean()) - len(a & b) / len(a | b))
    assert abs(float(np.mean(errors))) < 0.02
    assert float(np.std(errors)) < 0.06
