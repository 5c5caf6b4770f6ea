"""Which person holds which title: the frames that tell it, then a learned choice for what they leave."""

from __future__ import annotations

from collections.abc import Callable

from bangfu.link.holders.beside import before_name, behind_name, besides, made, removed
from bangfu.link.holders.listed import counted_list, respectively
from bangfu.link.holders.named import as_one, congratulated, follows, given_to, is_name
from bangfu.link.holders.ranked.asked import Answer, Asked, Known, known_of
from bangfu.link.holders.ranked.model import Holder, holder
from bangfu.link.holders.ranked.posts import posts
from bangfu.link.holders.ranked.spoils import is_of_another
from bangfu.link.holders.verbs import relative
from bangfu.link.phrases.chains import Chain, Pair, chains
from bangfu.link.scene.scene import Scene

_BESIDE = ("role:apposition", "role:being")
"""Rules of chosen pairs whose title no verb gives."""
_FRAMES: tuple[Callable[[Scene, Chain], list[Pair]], ...] = (
    made,
    before_name,
    removed,
    behind_name,
    besides,
    is_name,
    as_one,
    follows,
    congratulated,
    given_to,
    counted_list,
    respectively,
    relative,
)


def pairs(scene: Scene, choose: Holder = holder) -> list[Pair]:
    """Every pair of a document: a chain of titles is told by the first frame that takes it, or chosen for."""
    told = [(chain, _framed(scene, chain)) for chain in chains(scene.clean, scene.phrases)]
    if all(hits for _, hits in told):
        return [pair for _, hits in told for pair in hits]
    known = known_of(scene, [pair for _, hits in told for pair in hits])
    found: list[Pair] = []
    last: Answer | None = None
    for (chain, hits), (after, following) in zip(told, [*told[1:], ((), [])], strict=True):
        if not hits and not is_of_another(scene.clean, chain[0].start, chain[-1].end):
            leads = Answer(after, _who(following)) if following else None
            chosen = choose(Asked(scene, chain, known, last, leads))
            hits = posts(scene, chain, chosen)
            share = chosen.share if chosen is not None else 1.0
            hits = [pair._replace(share=share) for pair in hits if not _told(known, pair)]
        last = Answer(chain, _who(hits))
        found += hits
    return found


def _framed(scene: Scene, chain: Chain) -> list[Pair]:
    """The pairs of the first frame that takes a chain."""
    return next((hits for frame in _FRAMES if (hits := frame(scene, chain))), [])


def _who(hits: list[Pair]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pair.person.value for pair in hits))


def _told(known: Known, pair: Pair) -> bool:
    """Whether a frame gives somebody the title that comes again: 甲校校长甲、乙校校长乙等6位校长."""
    unit = pair.unit
    return (
        pair.rule in _BESIDE
        and unit.alone
        and unit.department is None
        and unit.title.value.title in known.titles.get(pair.person.value, ())
    )
