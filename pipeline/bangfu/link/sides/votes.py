"""Frames around the mentions of an institution that tell its side: 来自…, …选派, 赴…, 某公司董事长甲捐出…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bangfu.article import Mention
from bangfu.lexicon import mapping
from bangfu.recognize.found import Found

FROM, TO = "from", "to"
_GIVEN = re.compile("捐|赠|送|拨|援|资助|交付|提供")
_NO_EVENT = "(?!仪式|墙|活动|物资|款物|名单|现场|大会|典礼|协议)"
_ARRIVALS = ("到", "赴", "前往", "来到", "到达", "抵达", "走进")
_TO_LEARN = re.compile("[^，。；\n]{0,4}?(?:进修|学习|跟岗|培训|深造|参观|取经|实习)(?!室|楼|基地)")
_SERVES = re.compile(
    "(?:对口)?(?:帮扶|支教|支援|援助|义诊|挂职|巡诊|坐诊|援[疆藏青])(?:的|[，。；]|期间|[\\d一二两三])"
)
"""What is done where someone was sent."""
_SERVED, _COUNTY = ("援疆", "援藏", "援青"), re.compile("[县旗].")
_NEAR = 8
_ACTS = re.compile(
    "[^，。！？；\n了说的讲称介]{0,6}?((接过(?!.{0,8}[担棒班])|接受了?捐|领取|致谢|道谢|表示感谢|鞠躬)"
    "|向[^，。！？；\n]{2,24}?(?:捐[赠出款]|赠送|移交)"
    "|捐[出赠款助](?!人|者|方|仪式|活动)|认捐|出资|资助|赠送|慷慨解囊|送来)"
)
"""What the holder of a post does."""


@lru_cache(maxsize=1)
def _frames() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    sides = mapping("side_frames")
    longest = sorted(sides, key=lambda w: (-len(w), w))
    before, after = ("|".join(w[:-1] for w in longest if w[-1] == mark) for mark in "<>")
    return (
        re.compile(
            f".*(?<![作称成因认名以])({before})(?!(?<=挂职)的)(?:(?![在由从])[\u4e00-\u9fff]){{0,6}}$", re.S
        ),
        re.compile(f"[\u4e00-\u9fff]{{0,4}}?({after}){_NO_EVENT}"),
        sides,
    )


def behind(found: Found) -> dict[int, int]:
    """Where a title or a person's name ends that begins at an offset."""
    ends = {t.start: t.end for t in found.titles}
    return {**ends, **{p.start: p.end for p in found.people}}


def frames_of(clean: str, start: int, end: int) -> Iterator[str]:
    """The words of the frames around a mention, with a mark of where they stand."""
    before, after, _ = _frames()
    left = before.match(clean, max(0, start - _NEAR), start) if _han(clean, start - 1) else None
    if left is not None:
        learns = left.group(1) in _ARRIVALS and _TO_LEARN.match(clean, end)
        given = _GIVEN.search(clean, end, end + 16)
        yield f"{left.group(1)}<" + ("l" if learns else "g" if given else "")
    if clean[start - 1 : start] == "在" and _SERVES.match(clean, end):
        yield "在<s"
    right = after.match(clean, end, end + _NEAR) if _han(clean, end) else None
    if right is not None:
        given = _GIVEN.search(clean, right.end(), right.end() + 20)
        yield f"{right.group(1)}>" + ("g" if given else "")


def votes_of(clean: str, m: Mention, named: frozenset[int], behind: dict[int, int]) -> Iterator[str]:
    """The side that each frame around a mention gives it."""
    before, after, sides_of = _frames()
    left = before.match(clean, max(0, m.start - _NEAR), m.start) if _han(clean, m.start - 1) else None
    frame = left.group(1) if left is not None else ""
    gives = frame in ("向", "给", "为")
    if frame in _ARRIVALS and _TO_LEARN.match(clean, m.end):
        yield FROM  # 到某医院进修
        return
    if frame and (frame not in ("为", "向") or _GIVEN.search(clean, m.end, m.end + 16)):
        yield sides_of[f"{frame}<"]
        if gives:
            return  # 向某校捐赠: the verb behind is the giver's
    if clean[m.start - 1 : m.start] == "在" and _SERVES.match(clean, m.end):
        yield TO  # 在某医院帮扶的医生
        return
    right = after.match(clean, m.end, m.end + _NEAR) if _han(clean, m.end) else None
    if right is not None and right.group(1) in _SERVED and _COUNTY.search(m.text):
        return  # 某县医院援疆医生: who serves there
    if right is not None and right.start(1) in named:
        right = None  # 校长向某
    if right and (right.group(1) not in ("向", "为") or _GIVEN.search(clean, right.end(), right.end() + 20)):
        yield sides_of[f"{right.group(1)}>"]
        return
    end = m.end
    for _ in range(3):  # 某公司董事长甲|捐赠
        end = behind.get(end, end)
    if end > m.end and (act := _ACTS.match(clean, end)) is not None:
        yield TO if act.group(2) else FROM


def _han(clean: str, at: int) -> bool:
    """Whether a Chinese character stands at an offset: every frame touches its mention with one."""
    return "\u4e00" <= clean[at : at + 1] <= "\u9fff"
