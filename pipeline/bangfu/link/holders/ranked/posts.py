"""The posts of those who were chosen for a chain of titles, with the rule that names how they are told."""

from __future__ import annotations

import re

from bangfu.lexicon import words
from bangfu.link.holders.ranked.asked import Candidate
from bangfu.link.holders.verbs import several
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.phrases.post_verbs import verb_of
from bangfu.link.scene.scene import Scene

_LONGEST_WARD = 8
_EACH = re.compile("分别|依次")


def posts(scene: Scene, chain: Chain, chosen: Candidate | None) -> list[Pair]:
    """The pairs of a chain of titles with those who hold it."""
    if chosen is None:
        return []
    people, start = list(chosen.people), chain[0].start
    if chosen.behind:
        return held(chain, people, "role:being")
    verb = verb_of(scene.clean, chain)
    near = scene.clean[chosen.near.end : start]
    if len(people) > 1 and len(people) == len(chain) and _EACH.search(near):
        return [Pair(p, u, _rule(verb and verb[0])) for p, u in zip(people, _of_one_body(chain), strict=True)]
    if verb is not None and chosen.near.end <= verb[1]:
        chain = several(scene, _with_ward(scene, chain, verb[1]), chosen.near.end, verb[1])
    return held(chain, people, _rule(verb and verb[0]))


def _rule(verb: str | None) -> str:
    """The name of the rule: of the verb's class, else of a post that only stands behind the name."""
    return f"role:{verb}" if verb is not None else "role:apposition"


def _of_one_body(chain: Chain) -> Chain:
    """A chain whose posts are all of the body of the first: 某院影像中心主任、副主任."""
    head = chain[0]
    return tuple(
        u._replace(held=head.held, body=head.body, department=head.department)
        if u.alone and u.department is None
        else u
        for u in chain
    )


def _with_ward(scene: Scene, chain: Chain, verb: int) -> Chain:
    """A chain with the department that stands between a body and the verb: 在某院|骨科|当主任."""
    last = scene.last_before(verb, verb - _LONGEST_WARD) if chain[0].alone else None
    ward = scene.clean[last.end : verb] if last is not None else ""
    if ward not in words("departments") or chain[0].department is not None:
        return chain
    return (chain[0]._replace(department=ward), *chain[1:])
