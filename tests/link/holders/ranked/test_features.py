"""Each candidate is described by as many values as there are columns."""

from __future__ import annotations

from bangfu.link.holders.ranked.asked import candidates
from bangfu.link.holders.ranked.context import Post
from bangfu.link.holders.ranked.features import described
from tests.link.holders.ranked.asking import asked_in


def test_columns_and_values_are_as_many() -> None:
    (asked,) = asked_in("周文海来了。他当了校长，王丽娟说。")
    told = described(Post(asked), candidates(asked))
    assert len(told) == 3
    for candidate in told:
        for columns, values in candidate:
            assert len(columns) == len(values) == len(set(columns))


def test_the_verb_and_the_pronoun_before_a_post_are_facts() -> None:
    (asked,) = asked_in("周文海来了。他当了校长，王丽娟说。")
    post = Post(asked)
    assert (post.verb, post.verb_word, post.he, post.ends) == ("bn", "当了", "v", "c")


def test_no_name_is_a_value() -> None:
    (asked,) = asked_in("周文海来了，李志强也来了。他当了校长，王丽娟说。")
    told = described(Post(asked), candidates(asked))
    values = [value for candidate in told for _, part in candidate for value in part]
    assert not any(name in value for name in ("周文海", "李志强", "王丽娟") for value in values)
