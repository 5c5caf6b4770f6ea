"""Rosters: lines of posts and names below a heading that names their body.

``某基金会第五届理事会名单：`` stands above ``会长：甲`` and ``副会长：乙 丙``: the posts of these lines are
held there.
"""

from __future__ import annotations

import re

from bangfu.link.scene.scene import Scene

_LABELLED = re.compile("[ \u3000]*[^，。；！？：:\n]{2,14}[ \u3000]?[：:]")
"""What begins a line of a roster: 副会长：."""
_GOES_ON = re.compile("[ \u3000]{2,}[\u4e00-\u9fff]{2,4}(?:[ \u3000、]+[\u4e00-\u9fff]{2,4})*[ \u3000]*$")
"""A line of nothing but names."""
_HEADING = re.compile(
    "(?:名单|成员|理事会|董事会|监事会|委员会|班子|机构|领导|负责人|人员|如下)(?:名单|组成|成员|如下)*[^，。；]{0,4}[：:]?$"
)
_MOST_LINES = 16
_LONGEST = 120


def roster_body(scene: Scene, start: int) -> str | None:
    """The body that the heading of a roster names above the line in which a post stands.

    >>> from bangfu.article import Document, Source, Span, Text
    >>> from bangfu.recognize import find
    >>> from bangfu.settings import Settings
    >>> clean = "青江助学基金会第五届理事会名单：\\n会长：王小明\\n秘书长：李大海"
    >>> document = Document(Source("a", clean), Text.untouched(clean), (Span(0, len(clean)),))
    >>> roster_body(Scene.of(document, find(document, Settings())), clean.index("秘书长"))
    '青江助学基金会'
    """
    clean = scene.clean
    begin = clean.rfind("\n", 0, start) + 1
    if start - begin > _LONGEST or not _LABELLED.match(clean, begin):
        return None
    for _ in range(_MOST_LINES):
        if begin == 0:
            return None
        end = begin - 1
        begin = clean.rfind("\n", max(0, end - _LONGEST), end) + 1
        if end - begin >= _LONGEST:
            return None
        line = clean[begin:end].rstrip()
        body = scene.last_before(end, begin) if _HEADING.search(line) else None
        if body is not None:
            return None if body.value.generic else body.text
        if line and not (_LABELLED.match(line) or _GOES_ON.match(line)):
            return None
    return None
