"""Numbers that count without a measure word: 七部门, 3950教师, 106万村民, 三省."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.lexicon import table, words
from bangfu.recognize.items import behind as items
from bangfu.recognize.numbers import Quantity

_HAN = re.compile("[一-鿿]")


@lru_cache(maxsize=1)
def _direct() -> re.Pattern[str]:
    return re.compile(
        "|".join(sorted((w for w, kind in table("counted_nouns") if kind == "any"), key=len, reverse=True))
    )


@lru_cache(maxsize=1)
def _measured() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words("measured_units"), key=len, reverse=True))))


def direct_noun(clean: str, start: int, at: int) -> str | None:
    """The noun that a number counts without a measure word: 部门, 省市, or 省 where its word ends.

    >>> direct_noun("七部门联合发文", 0, 1), direct_noun("第三省略号", 1, 2)
    ('部门', None)
    """
    if match := _direct().match(clean, at):
        return match[0]
    noun = clean[at : at + 1]
    if not noun or noun not in "省市县国地区州旗镇村":
        return None
    if clean[at + 1 : at + 2] in _OPENS and (noted := _NOTE.match(clean, at + 1)):
        return noun + noted[0]
    follow = clean[at + 1 : at + 2]
    if clean[start - 1 : start] == "等" and noun in "省市县区州旗" and follow not in _LEVEL_WORDS:
        return noun  # 甲市、乙市等五市配套
    if noun == "省" and follow not in _LEVEL_WORDS and _BEGINS.search(clean, max(0, start - 1), start):
        return noun  # 三省救援队驰援
    return (
        noun if not _HAN.match(follow) or follow in "入共联签将的等均已和与一二两三四五六七八九十" else None
    )


_COINS = frozenset(("比索", "卢比", "先令", "法郎", "第纳尔", "里亚尔", "克朗"))
"""Money of more than one country: an amount of an unknown currency, and no count."""
_OPENS = frozenset("（(")
_NOTE = re.compile("[（(][市县区州旗盟乡镇街道村、]{1,8}[）)]")
"""What else the places counted are: 9省（区）."""
_REGION = re.compile("东三省|.[一二三四五]省一[市区]", re.DOTALL)
_BEGINS = re.compile("(?:^|[，。；：\n“])$", re.MULTILINE)
_LEVEL_WORDS = frozenset("场民委政内外长级域城际直属情")


def is_bare(clean: str, q: Quantity, numeral: str) -> bool:
    """Whether a number counts without a measure word: 七部门, 3950教师, 106万村民, 人数超1.76亿.

    >>> from bangfu.recognize.numbers import find_numbers
    >>> [is_bare(text, find_numbers(text)[0], "七") for text in ("七部门", "七彩")]
    [True, False]
    """
    if numeral == "两" and clean.startswith(("部门", "部委"), q.end):
        return True
    if numeral == "两" and (_BESIDE.match(clean, q.end) or direct_noun(clean, q.start, q.end) == "省"):
        return True
    if numeral in ("一", "两", "二") or (q.approx is None and numeral in "百千万亿"):
        return False
    if direct := direct_noun(clean, q.start, q.end):
        return (
            numeral[0].isdigit()
            or len(direct) > 1
            or clean[q.start - 1 : q.start] == "等"
            or (direct == "省" and not _REGION.match(clean, q.start - 1))
            or bool(_BESIDE.match(clean, q.end) or _BEHIND.search(clean, max(0, q.start - 3), q.start))
        )
    follow = clean[q.end : q.end + 1]
    if follow == "强":
        return False
    large = any(c in "万亿" for c in numeral)
    if large and (not follow or follow in "，。；、）\n"):
        return bool(_COUNT_TAIL.search(clean, max(0, q.start - 8), q.start))
    if not numeral[0].isdigit() and not _round(q, numeral):
        return False
    if not _HAN.match(follow) or _measured().match(clean, q.end):
        return False
    noun, act = items.after(clean, q.end, q.end + items.WINDOW, "人")
    noun = noun or (act if act and items.is_person(act) else None)
    if not noun or noun in _COINS or _money_words().search(noun):
        return False
    if large and numeral[0].isdigit():
        return True
    counted = tuple(words("counted_nouns"))
    return (
        (len(numeral) > 1 or q.approx is not None)
        and not 1900 <= (q.low or 0) <= 2100
        and (noun.endswith(counted) or (not numeral[0].isdigit() and items.is_person(noun)))
        and follow not in "号路线型版届团部"
    )


# 七县一市, 两省三市: a numeral right before the name of a level counts beside another.
_BESIDE = re.compile("[市县区州盟旗乡镇村][一二两三四五六七八九十]{1,2}[省市县区州盟旗乡镇村街]")
_BEHIND = re.compile("[二两三四五六七八九十][市县区州盟旗乡镇村]$")


def _round(q: Quantity, numeral: str) -> bool:
    """近两万, 三千: numerals in Chinese that may stand right before a noun for people."""
    numeral = numeral.rstrip("余多来")
    return numeral[-1] in "百千万亿" and (numeral.strip("百千万亿") != "" or q.approx is not None)


_COUNT_TAIL = re.compile(
    "(?:人次|用户|人口|网民|党员|会员|量|数|(?:用户|人口|网民|人员|就业|务工|党员|会员|学生|在校生)规模)(?:已|将|也)?(?:[为达超逾]|达到|突破|超过)?了?$"
)


@lru_cache(maxsize=1)
def _money_words() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("money_nouns"), key=len, reverse=True)))
