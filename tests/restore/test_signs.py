"""One pass for signs decides which restorers look at a text: it must never keep one from its work."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.restore.signs import Finder
from bangfu.restore.stages import restorers, suspects
from tests.damage import DAMAGE
from tests.restore.test_cases import CASES
from tests.restore.test_stages import CLEAN

FINDER = Finder([{"&": "(?=[a-z])"}, {".": ""}])


def missed(text: str) -> list[str]:
    """Restorers that would find something and are not called."""
    return [r.kind for r in restorers() if r.detect(text) and r.kind not in suspects(text)]


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=lambda case: case["name"])
def test_every_restorer_that_detects_a_case_is_called_by_its_signs(case: dict[str, str]) -> None:
    assert missed(case["before"]) == []


@pytest.mark.parametrize("kind", sorted(DAMAGE))
def test_every_restorer_that_detects_made_damage_is_called_by_its_signs(kind: str) -> None:
    for seed in range(5):
        assert missed(DAMAGE[kind](CLEAN, seed)) == []


@given(
    st.text(
        alphabet='发發(fā)，。."“”?* \n<p>/&;\\u%E4著着名甚么A1１\u200b\u3000·：锟斤拷�é浣犲ソ', max_size=40
    )
)
@settings(max_examples=400, deadline=None)
def test_any_restorer_that_detects_something_is_called_by_its_signs(text: str) -> None:
    assert missed(text) == []


def test_clean_text_calls_no_restorer_but_those_that_have_no_signs() -> None:
    clean = "昨天上午，村小学收到图书200册。校长说：“孩子们高兴极了！”（完）"
    assert suspects(clean) == {r.kind for r in restorers() if not r.signs}


@given(st.text(alphabet="ab.&x", max_size=30), st.integers(1, 8))
def test_a_long_text_is_searched_like_a_short_one_wherever_it_is_cut(text: str, piece: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bangfu.restore.signs._PIECE", piece)
        in_pieces = FINDER(text)
    assert in_pieces == FINDER(text)
