"""A person with a title phrase that it holds."""

from __future__ import annotations

from typing import NamedTuple

from bangfu.article import Mention
from bangfu.link.role_units import Unit


class Pair(NamedTuple):
    """A person's mention with the title phrase that it holds."""

    person: Mention
    unit: Unit
    rule: str


Chain = tuple[Unit, ...]


def held(chain: Chain, people: list[Mention], rule: str) -> list[Pair]:
    """Each of the people with each title of a chain."""
    return [Pair(person, unit, rule) for person in people for unit in chain]
