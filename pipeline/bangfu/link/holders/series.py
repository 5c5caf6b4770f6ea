"""Posts that a verb gives in a series, and those that a word announces: 先后任…，…; 甲有两个身份：…"""

from __future__ import annotations

import re

from bangfu.link.holders.actors import subject
from bangfu.link.phrases.chains import Chain, Pair, held
from bangfu.link.scene.scene import Scene

_SERIES = re.compile("(?:先后(?:担|出|兼)?任|历任|曾任|先后在)")
_IN_SERIES = re.compile("[^。！？；\n]*[，、]")
_IDENTITY = re.compile(
    "(?:身份|头衔|职务|本职)[^，。；\n是为：—]{0,6}(?:，?(?:[就便则]?[是为]|——)(?:[^。；！？]*、)?$|[：:](?:[^。；！？]*[、，])?$)"
)
_LONGEST_SERIES = 100


def series(scene: Scene, chain: Chain) -> list[Pair]:
    """甲先后任某镇党委书记，某局局长、党组书记，县政协副主席: what stands behind the commas too."""
    clean, start = scene.clean, chain[0].start
    if clean[start - 1 : start] != "，":
        return []
    begin = max(scene.sentence_start(start), start - _LONGEST_SERIES)
    told = _SERIES.search(clean, begin, start)
    if told is None or not _IN_SERIES.fullmatch(clean, told.end(), start):
        return []
    person = subject(scene, told.start())
    last = scene.person_before(start)
    following = scene.people_at.get(chain[-1].end)
    if person is not None and last is not None and last.end <= told.start() and following is None:
        return held(chain, [person], "role:becomes")
    return []


def identity(scene: Scene, chain: Chain) -> list[Pair]:
    """甲多了一个身份——某校副校长; 甲有两个身份：某院医生、某院副院长."""
    clean, start = scene.clean, chain[0].start
    told = _IDENTITY.search(clean, max(scene.sentence_start(start), start - _LONGEST_SERIES), start)
    person = subject(scene, told.start()) if told is not None else None
    if person is not None:
        return held(chain, [person], "role:identity")
    return []
