"""Who follows whom in a post that the text has told: 接任的乙, 接他班的是乙, 乙来接班, 他的前任乙."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from bangfu.article import Mention, Role
from bangfu.link.holders.named import full
from bangfu.link.scene.scene import Scene
from bangfu.link.scene.story import first_of

_TURNS = re.compile(
    "[接继前上下来把第](?:(?<=[接继前上下])[任棒班替手过一]|(?<=接)[他她]|(?<=来)接|(?<=把)(?=[^，。；！？\n]{1,16}交[给到在])"
    "|(?<=第)(?=[二三四五六七八九十]任))"
)
"""What every one of the words begins with that this module reads."""
_NEXT = re.compile(
    "(?:来|前来|后来|随后)?(?:"
    "接(?:替|过|任)?(?:了)?(?:[他她]|(?P<old>[一-鿿·]{2,12}?))?(?:的?(?:班|棒|接力棒|担子|工作|岗位|位[子置]|职务))?的|(?:接任|继任)(?:的|者)?|下一任)"
    "(?:[校院园]长|书记|队长)?(?:，?(?:则|正|就)?(?:是|叫|为))?"
)
"""Before the one who follows: 接任的|乙, 接他班的是|乙, 接替甲的是|乙, 继任者|乙."""
_TAKES = re.compile(
    "(?:就|便|又|主动|随后|前)?来?(?:接(?:了|过了?)?(?:[他她](?:的)?|(?P<old>[一-鿿·]{2,12}?)(?:的)?)?(?:班|棒|接力棒|担子)"
    "|接替(?:[他她]|(?P<other>[一-鿿·]{2,12}?))(?=[，。；驻来到赴\n]))"
)
"""Behind the one who follows: 乙|来接班, 乙|接替甲."""
_BEFORE = re.compile("(?:前|上一)任(?:[校院园]长|书记|队长)?(?:，?(?:是|叫|为))?")
_HIS = re.compile("接过的(?:就|正)?是(?P<old>[一-鿿·]{2,12}?)的(?:班|棒|接力棒|担子)")
_HANDS = re.compile(
    "把(?:[一-鿿]{1,8}的)?(?:班|棒|接力棒|担子|重任|重担|位[子置]|岗位|钥匙)[一-鿿]{0,4}?交[给到在]了?(?:[一-鿿]{0,6}的)?"
)
"""Between the one who goes and the one who follows: 甲|把担子交给了|乙."""
_NTH = re.compile("第[二三四五六七八九十]任(?:[校院园]长|书记|队长)?(?:则|就)?(?:是|叫|为)")
_DESCRIBED = re.compile(
    "(?:[^，。；：！？\n“”]{1,16}的)?[原现]?(?:妹妹|弟弟|哥哥|姐姐|儿子|女儿|侄子|徒弟|学生|同事|同学|搭档|战友|老乡)?"
)
_POST = re.compile(
    "(?:书记|[校院园局厅县市区镇乡州处科站所馆]长|[队团会]长|领队|理事长|董事长|总?经理|主任|主席|总监)$"
)
_OF_TEAMS = ("队长", "团长", "领队", "组长")
_FAR, _BEHIND, _MOST = 200, 60, 40


def with_turns(scene: Scene, rows: list[Role]) -> list[Role]:
    """Rows, with those of the people who are said to follow, or to go before, the holder of a post."""
    out = rows
    for new, old, at in islice(_turns(scene), _MOST):  # more is no report but hostile input
        told = _handed_on(scene, out, new, old, at)
        if told is not None:
            out = _given(out, told, new)
        elif (told := _handed_on(scene, out, old, new, at)) is not None and _bare(out, told, old):
            out = _given(out, told, old)
    return out


def _bare(rows: list[Role], told: Role, person: Mention) -> bool:
    """Whether somebody has a post, told without a body, that may be this one."""
    mine = (r for r in rows if r.person == person.value and r.title == told.title)
    return not told.title.endswith(_OF_TEAMS) and any(_loose(r) for r in mine)


def _loose(row: Role) -> bool:
    """Whether a row names no body, or only one that the text before has told."""
    return row.institution is None or row.rule.endswith("+before")


def _given(rows: list[Role], told: Role, new: Mention) -> list[Role]:
    """Rows with somebody in the post of another one; a row of the title that names no body takes this one."""
    mine = [i for i, r in enumerate(rows) if r.person == new.value and told.title.endswith(r.title)]
    for i in mine:
        if _loose(rows[i]) and rows[i].department is None:
            body = replace(
                rows[i],
                title=told.title,
                institution=told.institution,
                side=told.side,
                rule=f"{rows[i].rule}+follows",
            )
            return [*rows[:i], body, *rows[i + 1 :]]
    if mine:
        return rows
    return [*rows, replace(told, person=new.value, score=new.score, rule="role:follows")]


def _turns(scene: Scene) -> Iterator[tuple[Mention, Mention, int]]:
    """Each time somebody is said to follow or to go before another: the one, the other, and where."""
    clean, low = scene.clean, -1
    for begin in _TURNS.finditer(clean):
        at = begin.start()
        if at < low:
            continue
        hit = (
            _hands(scene, at)
            or _his(scene, at)
            or _next(scene, at)
            or _takes(scene, at)
            or _earlier(scene, at)
        )
        if hit is not None and hit[0].value != hit[1].value:
            yield (*hit, at)
            low = begin.end()


def _hands(scene: Scene, at: int) -> tuple[Mention, Mention] | None:
    told = _HANDS.match(scene.clean, at) or _NTH.match(scene.clean, at)
    new = _named_at(scene, told.end()) if told is not None else None
    old = _old(scene, at) if new is not None else None
    return (new, old) if new is not None and old is not None else None


def _his(scene: Scene, at: int) -> tuple[Mention, Mention] | None:
    told = _HIS.match(scene.clean, at)
    old, new = (_by_name(scene, told, "old"), _old(scene, at)) if told is not None else (None, None)
    return (new, old) if new is not None and old is not None else None


def _next(scene: Scene, at: int) -> tuple[Mention, Mention] | None:
    told = _NEXT.match(scene.clean, at)
    new = _named_at(scene, told.end()) if told is not None else None
    if told is None or new is None:
        return None
    old = _by_name(scene, told, "old") or _old(scene, at)
    return (new, old) if old is not None else None


def _takes(scene: Scene, at: int) -> tuple[Mention, Mention] | None:
    clean = scene.clean
    new = scene.person_before(at)
    if new is None or not re.fullmatch("[就便又也]?(?:主动|随后|前)?来?", clean[new.end : at]):
        return None
    told = _TAKES.match(clean, at)
    if told is None or not full(new):
        return None
    old = _by_name(scene, told, "old") or _by_name(scene, told, "other") or _old(scene, first_of(scene, new))
    return (new, old) if old is not None else None


def _earlier(scene: Scene, at: int) -> tuple[Mention, Mention] | None:
    told = _BEFORE.match(scene.clean, at)
    behind = told.end() if told is not None else -1
    behind += scene.clean[behind : behind + 1] == "、"  # 她的前任、某局工程师乙
    new = scene.people_at.get(behind) or scene.titled_at(behind)
    if new is None or not full(new):
        return None
    old = _old(scene, at)
    return (new, old) if old is not None else None


def _by_name(scene: Scene, told: re.Match[str], group: str) -> Mention | None:
    if group not in told.re.groupindex or told.group(group) is None:
        return None
    named = scene.mentions_of.get(told.group(group), [])
    return scene.people_at.get(told.start(group)) or (named[0] if named else None)


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


def _old(scene: Scene, at: int) -> Mention | None:
    """The person of whom the paragraph has spoken last before an offset."""
    person = scene.person_before(at)
    if person is None or at - person.end > _FAR or "\n" in scene.clean[person.end : at]:
        return None
    return person


def _handed_on(scene: Scene, rows: list[Role], new: Mention, old: Mention, at: int) -> Role | None:
    """The only post of somebody that can be handed on, as what the other one is called if that is told.

    Where the article has sides, a post on the side that is helped, or one of a team of the other side.
    """
    posts = [r for r in rows if r.person == old.value and r.start < at + _BEHIND and _POST.search(r.title)]
    posts = [r for r in posts[:_MOST] if r.institution is not None and r.title not in _told_of(rows, new, r)]
    called = _called(scene, new)
    if called:
        posts = [r for r in posts if r.title.endswith(called)]
    told = {r.title for r in rows if r.person == new.value and _loose(r)}
    posts = [r for r in posts if r.title in told] or posts
    here = [r for r in posts if r.side != "from" or r.title.endswith(_OF_TEAMS)]
    left = [r for r in here if r.side == "to"] or here
    left = [r for r in left if r.rule == "role:follows"] or left
    titles = {(r.title, r.institution) for r in left}
    return left[0] if len(titles) == 1 else None


def _told_of(rows: list[Role], new: Mention, post: Role) -> tuple[str, ...]:
    """The title of a post, if the text gives it to somebody with another body already."""
    held = (r for r in rows if r.person == new.value and r.title == post.title)
    return tuple(r.title for r in held if r.institution != post.institution and not _loose(r))


def _called(scene: Scene, person: Mention) -> str:
    """The title by which the text calls somebody behind the surname: 书记 of 苗书记."""
    for m in scene.mentions_of.get(person.value, ()):
        end = scene.phrase_ends.get(m.end)
        if end is not None and not full(m):
            return scene.clean[m.end : end]
    return ""
