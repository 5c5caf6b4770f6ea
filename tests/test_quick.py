"""Frozen dataclasses with a quicker ``__init__`` behave as those of the standard library."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from bangfu.article import Count, Mention
from bangfu.quick import quick


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    start: int
    rule: str = "r"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf(Base):
    text: str


def test_arguments_are_those_of_the_class_it_stands_for() -> None:
    assert Mention(0, 2, "王新", "person", "test") == Mention(
        start=0, end=2, text="王新", label="person", rule="test", score=1.0, value=None
    )
    assert repr(Leaf(text="a", start=1)) == "Leaf(start=1, rule='r', text='a')"
    with pytest.raises(TypeError):
        Leaf(1, "r", "a")  # type: ignore[misc]
    with pytest.raises(TypeError):
        Mention(0, 2)  # type: ignore[call-arg]


def test_instances_stay_frozen_and_can_be_replaced_hashed_pickled_and_copied() -> None:
    mention = Mention(0, 2, "王新", "person", "test")
    with pytest.raises(FrozenInstanceError):
        mention.start = 1  # type: ignore[misc]
    assert replace(mention, start=1).start == 1
    for other in (pickle.loads(pickle.dumps(mention)), copy.deepcopy(mention)):
        assert other == mention
        assert hash(other) == hash(mention)


def test_a_class_that_is_more_than_its_arguments_is_refused() -> None:
    with pytest.raises(TypeError, match="Listed"):

        @quick
        @dataclass(frozen=True, slots=True)
        class Listed:
            rows: list[Count] = field(default_factory=list)

    with pytest.raises(TypeError, match="Checked"):

        @quick
        @dataclass(frozen=True, slots=True)
        class Checked:
            start: int

            def __post_init__(self) -> None:
                """Look at the field."""
