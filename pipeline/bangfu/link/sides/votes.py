"""Frames around the mentions of an institution that tell its side: 来自…, …选派, 赴…, 某公司董事长甲捐出…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bangfu.article import Mention
from bangfu.lexicon import mapping
from bangfu.recognize.found import Found

FROM, TO = "from", "to"
WEAK = frozenset(
    (
        "原是",
        "牵头",
        "组织",
        "设立",
        "投入",
        "承担",
        "拿出",
        "发起",
        "带来",
        "送来",
        "出资",
        "派",
        "获得",
        "接收",
    )
)
"""Frames that speak of anybody: they count only where nothing else tells."""
_GIVEN = re.compile("捐|赠|送|拨|援|资助|交付|提供")
_NO_EVENT = "(?!仪式|墙|活动|物资|款物|名单|现场|大会|典礼|协议)"
_ARRIVALS = ("到", "赴", "前往", "来到", "到达", "抵达", "走进")
_TO_LEARN = re.compile("[^，。；\n]{0,4}?(?:进修|学习|跟岗|培训|深造|参观|取经|实习)(?!室|楼|基地)")
_SERVED = ("援疆", "援藏", "援青")
_SERVES = re.compile(
    "(?:对口)?(?:帮扶|支教|支援|援助|义诊|挂职|巡诊|坐诊|援[疆藏青])(?:的|[，。；]|期间|[\\d一二两三])"
)
"""What is done where someone was sent."""
_COUNTY = re.compile("[县旗].")
_NEAR = 8
_ACTS = re.compile(
    "[^，。！？；\n了说的讲称介]{0,6}?((接过(?!.{0,8}[担棒班])|接受了?捐|领取|致谢|道谢|表示感谢|鞠躬)"
    "|向[^，。！？；\n]{2,24}?(?:捐[赠出款]|赠送|赠予|移交)"
    "|捐[出赠款助](?!人|者|方|仪式|活动)|认捐|出资|资助|赠送|慷慨解囊|送来)"
)
"""What the holder of a post does."""


@lru_cache(maxsize=1)
def _frames() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    sides = mapping("side_frames")
    before = sorted((w[:-1] for w in sides if w.endswith("<")), key=lambda w: (-len(w), w))
    after = sorted((w[:-1] for w in sides if w.endswith(">")), key=lambda w: (-len(w), w))
    return (
        re.compile(
            f".*(?<![作称成因认名以])({'|'.join(before)})(?:(?![在由从])[\u4e00-\u9fff]){{0,6}}$", re.S
        ),
        re.compile(f"[\u4e00-\u9fff]{{0,4}}?({'|'.join(after)}){_NO_EVENT}"),
        sides,
    )


def behind(found: Found) -> dict[int, int]:
    """Where a title or a person's name ends that begins at an offset."""
    ends = {t.start: t.end for t in found.titles}
    return {**ends, **{p.start: p.end for p in found.people}}


def votes_of(
    clean: str, m: Mention, named: frozenset[int], behind: dict[int, int]
) -> Iterator[tuple[str, str]]:
    """The frames around a mention with the side that each gives it."""
    before, after, sides_of = _frames()
    left = before.match(clean, max(0, m.start - _NEAR), m.start) if _han(clean, m.start - 1) else None
    if left is not None and left.group(1) in ("为", "向") and not _GIVEN.search(clean, m.end, m.end + 16):
        left = None  # 当选为某会委员; 向某局说明
    if left is not None and left.group(1).startswith("挂职") and clean[left.end(1)] == "的":
        left = None  # 挂职的某行干部
    if (
        left is not None
        and left.group(1) in _ARRIVALS
        and (_TO_LEARN.match(clean, m.end) or clean[left.start(1) - 1] in "回返")
    ):
        yield "进修", FROM  # 到某医院进修, 回到某大学
        return
    if left is not None:
        yield left.group(1), sides_of[f"{left.group(1)}<"]
        if left.group(1) in ("向", "给", "为"):
            return  # 向某校捐赠: the verb behind is the giver's
    if clean[m.start - 1 : m.start] == "在" and _SERVES.match(clean, m.end):
        yield "在", TO  # 在某医院帮扶的医生
        return
    right = after.match(clean, m.end, m.end + _NEAR) if _han(clean, m.end) else None
    if right is not None and right.group(1) in _SERVED and _COUNTY.search(m.text):
        return  # 某县医院援疆医生: who serves there
    if right is not None and right.start(1) not in named and _gives(clean, right):
        gave = right.group(1) == "师生" and _ACTS.match(clean, right.end())
        yield right.group(1), FROM if gave and not gave.group(2) else sides_of[f"{right.group(1)}>"]
        return
    end = m.end
    for _ in range(3):  # 某公司董事长甲|捐赠
        end = behind.get(end, end)
    if end > m.end and (act := _ACTS.match(clean, end)) is not None:
        yield act.group(1), TO if act.group(2) else FROM


def _han(clean: str, at: int) -> bool:
    """Whether a Chinese character stands at an offset: every frame touches its mention with one."""
    return "\u4e00" <= clean[at : at + 1] <= "\u9fff"


def _gives(clean: str, frame: re.Match[str]) -> bool:
    """Whether a frame that needs a verb of giving has one: 某校向… speaks of anything."""
    if frame.group(1) not in ("向", "为"):
        return True
    return bool(_GIVEN.search(clean, frame.end(), frame.end() + 20))
