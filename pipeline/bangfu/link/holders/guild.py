"""Posts of guildhalls abroad that are elsewhere common words: 主席甲，财政乙，文书丙。"""

from __future__ import annotations

import re

from bangfu.article import Mention
from bangfu.link.phrases.chains import Pair, held
from bangfu.link.phrases.phrase import Unit
from bangfu.link.scene.scene import Scene
from bangfu.recognize.titles.find import Title

_POST = re.compile(
    "[，、；：。,;\\s]([正副]?(?:[中英]?文书|财政|总务|查[账帐]|稽核|交际|康乐|福利|外务))[：: \u3000]?$"
)
_LASTS = frozenset("书政务账帐核际乐利：: \u3000")
_REACH = 8
_NEAR = 14


def guild_posts(scene: Scene) -> list[Pair]:
    """Each person behind such a post, where somebody with a title is named right before or after.

    A list has to tell the officers of a body: alone 财政 is a matter, 文书 a paper.
    """
    clean = scene.clean
    found: list[Pair] = []
    last = -_NEAR
    for person in scene.people:
        at = person.start
        if person.text != person.value:
            continue
        post = _POST.search(clean, max(0, at - _REACH), at) if clean[at - 1 : at] in _LASTS else None
        if post is not None and at - last <= _NEAR and at not in scene.phrase_starts:
            value = Title(post.group(1), "post", None, post.start(1))
            title = Mention(post.start(1), post.end(1), post.group(1), "title", "title:guild", 1.0, value)
            found += held((Unit(title, title.start),), scene.listed_from(person), "role:title_name")
            last = found[-1].person.end
        elif at in scene.phrase_starts or at - last <= 2:
            last = person.end
    return found
