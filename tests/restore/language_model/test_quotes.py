"""Quotations: reports are full of them, the broadcast news behind the language model is not."""

from __future__ import annotations

import pytest

from bangfu.restore.language_model.characters import spelled
from bangfu.restore.language_model.pairs import followers
from bangfu.restore.language_model.words import junction


@pytest.mark.parametrize("mark", "。！？，…")
def test_a_quotation_may_close_behind_the_mark_of_a_sentence(mark: str) -> None:
    assert followers(mark).shares["”"] >= 0.05
    assert junction(mark, "”") > 0


def test_what_stands_behind_a_closed_quotation_goes_on_as_behind_its_mark() -> None:
    assert spelled("说话。", "”")[1] == "说话。"
    assert spelled("一号", "”")[1] == "一号”"


def test_the_shares_behind_a_mark_still_make_no_more_than_all() -> None:
    for word in "。！？，…”":
        assert 0 < sum(followers(word).shares.values()) <= 1
