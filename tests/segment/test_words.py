"""Words, and how well the Rust port agrees with jieba."""

from __future__ import annotations

import gzip
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.lexicon import table
from bangfu.segment.words import Segmenter, segmenter, words
from tests.shared import SHARED

NEWS = SHARED / "data" / "news.jsonl.gz"

OWN = (
    "云杉县第一小学迎来了来自海州市的12名支教老师。据了解，这批老师将在当地工作一年，承担语文、数学、英语等学科的教学任务，"
    "并开展教研活动，带动当地教师成长。“孩子们高兴坏了！”校长说，去年学校还收到了一家企业捐赠的图书三千册、课桌椅二百套。"
    "在医院，来自东部的专家完成了首例微创手术，门诊量比上年增长近四成。村民们说，看病不用再跑几百里山路了。"
    "截至目前，两地共建立结对帮扶学校六十一所，培训骨干教师一千七百余人次，投入资金超过四千万元。"
)


def spans(pieces: list[str]) -> set[tuple[int, int]]:
    out, at = set(), 0
    for piece in pieces:
        out.add((at, at + len(piece)))
        at += len(piece)
    return out


def disagreements(texts: list[str]) -> tuple[float, list[str]]:
    """The F1 of the words as spans, and the words of jieba (in their context) that rjieba cuts otherwise."""
    import jieba

    jieba.setLogLevel(60)
    ours = Segmenter()
    same = total = 0
    odd: list[str] = []
    for text in texts:
        a, b = spans(ours.cut(text)), spans(list(jieba.cut(text)))
        same, total = same + len(a & b), total + len(a) + len(b)
        odd += [text[start:end] for start, end in sorted(b - a)]
    return 2 * same / total, odd


def test_the_port_cuts_as_jieba_does() -> None:
    assert disagreements([OWN]) == (1.0, [])


@pytest.mark.skipif(not NEWS.is_file(), reason=f"{NEWS} is absent (set BANGFU_SHARED to the shared folder)")
def test_the_port_agrees_with_jieba_on_half_a_million_characters() -> None:
    """All differences lie in runs of Latin letters, digits and marks (F-35C); no Chinese word differs."""
    with gzip.open(NEWS, "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for number, line in enumerate(file) if number % 30 == 0]
    assert sum(map(len, texts)) > 300_000
    agreement, odd = disagreements(texts)
    assert agreement > 0.9997
    assert [word for word in odd if not re.fullmatch(r"[A-Za-z0-9.\-+#&_%]+", word)] == []


@settings(deadline=None)
@given(st.text())
def test_the_tokens_joined_give_the_text(text: str) -> None:
    tokens = words(text)
    assert "".join(word for word, _, _ in tokens) == text
    assert all(text[start:end] == word for word, start, end in tokens)


def test_lone_surrogates_keep_every_offset() -> None:
    tokens = words("支教\ud83d\udc00老师\ud800来了")
    assert [(start, end) for word, start, end in tokens if word in ("支教", "老师")] == [(0, 2), (4, 6)]
    assert tokens[-1][2] == 9


def test_every_word_of_the_lexicon_is_kept_whole() -> None:
    cut = segmenter()
    assert [row[0] for row in table("segment_words") if cut.cut(row[0]) != [row[0]]] == []


def test_the_lexicon_holds_no_word_that_jieba_keeps_whole_anyway() -> None:
    plain = Segmenter()
    assert [row[0] for row in table("segment_words") if plain.cut(row[0]) == [row[0]]] == []


def test_segmenters_share_no_words() -> None:
    text = "走进云杉坪工作站"
    assert Segmenter(["云杉坪工作站"]).cut(text) == ["走进", "云杉坪工作站"]
    assert "云杉坪工作站" not in Segmenter().cut(text)


def test_ten_megabytes_without_a_border_are_cut() -> None:
    text = "支教老师来到山村小学" * 333_333
    assert words(text)[-1][2] == len(text)
