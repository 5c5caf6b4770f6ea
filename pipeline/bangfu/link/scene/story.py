"""Who a narrative speaks of: 他 and clauses without a subject mean nobody who is named only in passing."""

from __future__ import annotations

import re

from bangfu.article import Mention
from bangfu.link.scene.scene import Scene

_MARKS = "，。；！？：\n“”（）,;"
_CLAUSE_REACH = 24
_MOST_TITLES = 3
_IN_PASSING = re.compile(
    "(?:[被把替等]|送走了?|送别了?|告别了?|多亏了?|除了|连同|随着?|像|[跟向对]着?|离开了?)"
    "(?:(?:自己|[他她])的)?[^，。；：！？\n的]{0,6}、?$"
)
"""Before somebody, also with titles, who is no subject of later clauses: 被学生、主任|甲, 送走了|甲."""
_THEIRS = {
    "他": re.compile("(?:妻子|女儿|母亲|妹妹|姐姐|奶奶|孙女)$"),
    "她": re.compile("(?:丈夫|儿子|父亲|弟弟|哥哥|爷爷|孙子)$"),
}
"""Before somebody of the family for whom the pronoun cannot stand."""


def first_of(scene: Scene, person: Mention) -> int:
    """Where somebody's mention begins, with the titles in front of it: 外科主任|甲.

    At most three titles, joined by 、.
    """
    begin = person.start
    for _ in range(_MOST_TITLES):
        earlier = scene.phrase_starts.get(begin)
        if earlier is None and scene.clean[begin - 1 : begin] == "、":
            earlier = scene.phrase_starts.get(begin - 1)
        if earlier is None:
            return begin
        begin = earlier
    return begin


def clause_start(clean: str, at: int) -> int:
    """Where the clause begins that holds an offset.

    >>> clause_start("甲来了，如今他是校长", 8)
    4
    """
    low = max(0, at - _CLAUSE_REACH)
    return max([low, *(clean.rfind(mark, low, at) + 1 for mark in _MARKS)])


def in_passing(scene: Scene, person: Mention, verb: int) -> bool:
    """Whether somebody named before a verb, in another clause, is only the object of what is told there."""
    clean = scene.clean
    if clause_start(clean, verb) <= person.start:
        return False
    begin = first_of(scene, person)
    head = clause_start(clean, begin)
    if _IN_PASSING.search(clean, head, begin) is not None:
        return True
    kin = _THEIRS.get(clean[verb - 1 : verb])
    return kin is not None and kin.search(clean, head, begin) is not None
