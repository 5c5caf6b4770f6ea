"""The verbs that give, take or tell a post, compiled from ``lexicons/role_verbs.txt``."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.lexicon import table


@lru_cache(maxsize=1)
def post_verbs() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Of each class of verbs: the verb right before the phrase, and with other words between."""
    tail = "(?:了|过|着|起)?(?:为|成)?(?:一名|一位|首任|这[个所家]|该校|该院|该县|当地|学校|医院|公司)?"
    tail += "的?(?:一[名位个])?"
    tail += r"(?:[\u4e00-\u9fff]{2,6}所在的?)?(?:[\u4e00-\u9fff]{0,4}(?:唯一|首位|第一位)的?(?:一名|一位)?)?$"
    out = []
    for kind in ("becomes", "leaves", "is"):
        verbs = sorted((row[0] for row in table("role_verbs") if row[1] == kind), key=lambda w: (-len(w), w))
        long = "|".join(verb for verb in verbs if len(verb) > 1) if kind != "is" else "是"
        near = re.compile(f"(?<![专责信主])(?:{'|'.join(verbs)}){tail}")
        # An institution may stand between that nothing else has found.
        out.append((kind, near, re.compile(rf"(?:{long})[^，。；、！？\s的]{{1,12}}$")))
    return tuple(out)
