"""The people who may hold a post, and what is known of them before they are weighed."""

from __future__ import annotations

from bangfu.link.holders.ranked.asked import candidates
from tests.link.holders.ranked.asking import asked_in


def test_the_people_around_a_post_are_candidates_the_nearest_one_before_it_first() -> None:
    (asked,) = asked_in("周文海来了，李志强也来了。他当了校长，王丽娟说。")
    found = [(c.near.value, c.behind, c.rank) for c in candidates(asked)]
    assert found == [("李志强", False, 0), ("周文海", False, 1), ("王丽娟", True, 0)]


def test_people_in_a_list_are_one_candidate_too() -> None:
    (asked,) = asked_in("周文海、李志强都当了校长。")
    found = [([p.value for p in c.people], c.form) for c in candidates(asked)]
    assert (["周文海", "李志强"], "l") in found
    assert (["李志强"], "i") in found


def test_no_name_right_beside_a_post_is_asked_for() -> None:
    assert asked_in("校长周文海说。王丽娟老师来了。队长是李志强。") == []


def test_frames_tell_who_has_a_title_already() -> None:
    (asked,) = asked_in("校长周文海说，他当校长十年了。")
    assert asked.known.holders == {"校长": {"周文海"}}
    assert asked.last is not None
    assert asked.last.people == ("周文海",)
