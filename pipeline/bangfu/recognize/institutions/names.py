"""Short forms of a name in an article lead to its longest form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bangfu import lexicon

_LEGAL = re.compile("(?:集团)?(?:股份|控股)?(?:有限)?(?:责任)?公司$")
_SHORTEST = 4
"""Characters of a firm's name without its legal form: 恒石科技."""
_WAYS = frozenset("来去到回赴往给为向对从与和由在让请经")


def longest_names(mentions: Sequence[tuple[str, bool]]) -> list[str]:
    """The longest form of each mention, given as (text, whether it is a name), in the same order.

    A form is short for another one that ends in it, where only one such body is in the article; of a firm
    also without its legal form. A bare head (学校, 纪念馆) may mean any.

    >>> longest_names([("巴林左旗第三中学", True), ("第三中学", False), ("学校", False)])
    ['巴林左旗第三中学', '巴林左旗第三中学', '学校']
    >>> longest_names([("云岭恒石科技有限公司", True), ("恒石科技", True)])
    ['云岭恒石科技有限公司', '云岭恒石科技有限公司']
    """
    texts = {text for text, _ in mentions}
    named = {text for text, is_named in mentions if is_named}
    longer: dict[str, list[str]] = {}
    for name in sorted(named, key=lambda t: (len(t), t)):
        if name[0] in _WAYS and name[1:] in named:
            continue  # 来|霞坂小学, where the article names 霞坂小学 too
        called = _LEGAL.sub("", name)
        ends = {name[k:]: None for k in range(1, len(name))}
        if called != name:
            ends |= {called[k:]: None for k in range(len(called) - _SHORTEST + 1)}
        for end in ends:
            if end in texts:
                longer.setdefault(end, []).append(name)
    heads = lexicon.words("institution_heads")
    own = [text[1:] if text[0] in _WAYS and text[1:] in named else text for text, _ in mentions]
    return [text if text in heads else _longest(text, longer.get(text, ())) for text in own]


def _longest(text: str, longer: Sequence[str]) -> str:
    # 第三中学 may be short for two schools, which are not short for each other: then for none.
    return longer[-1] if longer and all(longer[-1].endswith(name) for name in longer) else text
