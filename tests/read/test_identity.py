"""Names of articles."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.read.identity import clashing, doc_id_of, split_name, tails

NAMES = st.lists(
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["a", "b", "a.txt", "a.html"]),
        st.sampled_from([".txt", ".html", ".TXT", ".htm", ".json"]),
        st.sampled_from(["", ".gz"]),
    ),
    unique=True,
    max_size=8,
)


def test_an_id_from_text_is_stable_across_processes_and_versions() -> None:
    assert doc_id_of("支教") == "a3271c23db3a66f4"


@settings(deadline=None)
@given(NAMES)
def test_files_of_one_folder_never_share_an_id(names: list[str]) -> None:
    whole = clashing(names)
    ids = [name if name in whole else split_name(name)[0] for name in names]
    assert len(set(ids)) == len(ids)


@settings(deadline=None)
@given(NAMES, st.randoms(use_true_random=False))
def test_ids_do_not_depend_on_the_order_of_the_files(names: list[str], chance: random.Random) -> None:
    shuffled = list(names)
    chance.shuffle(shuffled)
    assert clashing(shuffled) == clashing(names)


PATHS = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(tuple), unique=True, max_size=6)


@settings(deadline=None)
@given(PATHS)
def test_inputs_are_told_apart_by_the_ends_of_their_paths(paths: list[tuple[str, ...]]) -> None:
    labels = tails([("/", *path) for path in paths])
    assert len(set(labels)) == len(paths)
    assert all("/".join(("/", *path)).endswith(label) for path, label in zip(paths, labels, strict=True))


def test_only_known_suffixes_are_taken_off() -> None:
    assert split_name("v1.2.txt.gz") == ("v1.2", "txt")
    assert split_name("notes.v2") == ("notes.v2", "")
    assert split_name(".txt") == (".txt", "")
