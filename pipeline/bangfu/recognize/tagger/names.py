"""The names that a user gives taggers: ``rules``, or ``hanlp:MODEL``."""

from __future__ import annotations

from functools import lru_cache

from bangfu.errors import UsageError
from bangfu.recognize.tagger.hanlp import check_model, load
from bangfu.recognize.tagger.proposals import Tagger


def check_tagger(name: str) -> None:
    """See that a tagger can be loaded, without loading it: raises :class:`UsageError` where it can't be.

    >>> check_tagger("rules")
    """
    kind, _, model = name.partition(":")
    if kind == "hanlp" and model:
        check_model(model)
    elif name != "rules":
        raise UsageError(f"there is no tagger named {name!r}: use 'rules' or 'hanlp:MODEL'")


@lru_cache(maxsize=2)
def tagger_of(name: str) -> Tagger | None:
    """The tagger of a name, loaded once; ``None`` for the rules alone. Raises :class:`UsageError`."""
    check_tagger(name)
    return None if name == "rules" else load(name.partition(":")[2])
