"""Who follows whom in a post that the text has told: 接任的乙, 接他班的是乙, 他的前任乙."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import islice

from bangfu.article import Mention, Role
from bangfu.link.holders.named import full
from bangfu.link.scene.scene import Scene
from bangfu.link.scene.story import first_of

_FOLLOWS = re.compile(
    "(?:接(?:替|过)?了?(?:[他她]|[一-鿿·]{2,12}?)?的?(?:班|棒|接力棒|担子|工作|岗位|位[子置]|职务)的|接替[^，。；！？\n]{1,12}?的|(?:接任|继任)(?:的|者)?|[下前上]一任|前任)"
    "(?:[校院园]长|书记|队长)?(?:，?(?:则|正|就)?(?:是|叫|为))?、?"
)
"""Before the one who follows, or has gone before: 接任的|乙, 接他班的是|乙, 继任者|乙, 他的前任|乙."""
_DESCRIBED = re.compile(
    "(?:[^，。；：！？\n“”]{1,16}的)?[原现]?(?:妹妹|弟弟|哥哥|姐姐|儿子|女儿|侄子|徒弟|学生|同事|同学|搭档|战友|老乡)?"
)
_POST = re.compile(
    "(?:书记|[校院园局厅县市区镇乡州处科站所馆]长|[队团会]长|领队|理事长|董事长|总?经理|主任|主席|总监)$"
)
_OF_TEAMS = ("队长", "团长", "领队", "组长")
_FAR, _MOST = 200, 40


def with_turns(scene: Scene, rows: list[Role]) -> list[Role]:
    """Rows, with those of the people who are said to follow, or to go before, the holder of a post."""
    out = list(rows)
    for told in islice(_FOLLOWS.finditer(scene.clean), _MOST):  # more is no report but hostile input
        new = _named_at(scene, told.end())
        old = scene.person_before(first_of(scene, new)) if new is not None else None
        if new is None or old is None or new.value == old.value or told.start() - old.end > _FAR:
            continue
        post = _handed_on(out, old) if "\n" not in scene.clean[old.end : new.start] else None
        if post is None:
            continue
        mine = [i for i, r in enumerate(out) if r.person == new.value and post.title.endswith(r.title)]
        if not mine:
            out.append(replace(post, person=new.value, score=new.score, rule="role:follows"))
        elif out[mine[0]].institution is None:
            out[mine[0]] = replace(out[mine[0]], institution=post.institution, side=post.side)
    return out


def _named_at(scene: Scene, at: int) -> Mention | None:
    """The person named at an offset, or behind titles or a description without a mark: 同校的主任|乙."""
    person = scene.people_at.get(at) or scene.titled_at(at)
    if person is None:
        index = bisect_left(scene.people_starts, at)
        following = scene.people[index] if index < len(scene.people) else None
        if following is None or not _DESCRIBED.fullmatch(scene.clean, at, first_of(scene, following)):
            return None
        person = following
    return person if full(person) else None


def _handed_on(rows: list[Role], old: Mention) -> Role | None:
    """The only post of somebody that can be handed on: not one on the side that helps, but for a team's."""
    posts = [r for r in rows if r.person == old.value and r.institution is not None]
    posts = [r for r in posts if _POST.search(r.title)]
    posts = [r for r in posts if r.side != "from" or r.title.endswith(_OF_TEAMS)]
    posts = [r for r in posts if r.rule == "role:follows"] or posts
    return posts[0] if len({(r.title, r.institution) for r in posts}) == 1 else None
