"""The learned choice of who holds a post."""

from __future__ import annotations

import subprocess
import sys

from bangfu.link.holders.ranked.model import holder
from tests.link.holders.ranked.asking import asked_in


def test_the_one_of_whom_a_clear_sentence_tells_is_chosen() -> None:
    (asked,) = asked_in("李志强来了。周文海去年当选为会长。")
    chosen = holder(asked)
    assert chosen is not None
    assert [p.value for p in chosen.people] == ["周文海"]


def test_a_post_of_nobody_named_is_left_alone() -> None:
    (asked,) = asked_in("周文海的父亲当过会计。")
    assert holder(asked) is None


def test_a_post_without_people_near_is_nobodys() -> None:
    (asked,) = asked_in(f"周文海来了。{'天气很好。' * 150}学校换过三任校长。")
    assert holder(asked) is None


def test_the_weights_are_read_on_use_and_not_at_import() -> None:
    code = "import bangfu.link.roles; from bangfu import ranker; print(ranker.weights.cache_info().currsize)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "0"
