"""Numbers told one by one of a list before them: 小学、初中分别有12所和5所."""

from __future__ import annotations

import re
from functools import lru_cache

from bangfu.recognize.counts.place import Place
from bangfu.recognize.items import growth as items_growth
from bangfu.recognize.items.end import noun_at_end
from bangfu.recognize.items.words import END

_REACH = 60
_LONG = 12
_PARTS = re.compile("[、和与及]|以及")
_FIGURE = r"[\d一二两三四五六七八九十百千万亿][\d.一二三四五六七八九十百千万亿]*[余多]?"
_FIELD = (
    "(?:保险|参保|产品|商品|零售|实际|对华|货运|贷款|营业|销售"
    "|发电|库存|产|客流|接待|就业|入学|教育|采购经理|总)"
)
_WHOLE_HEAD = (
    "人数|人次|数量|比例|占比|经费|收入|增加值|产值|指数|增速|价格|规模|投资|进出口|出口|进口|贷款|余额|面积"
)
_HEAD = re.compile(f"(?:{_FIELD}*(?:{_WHOLE_HEAD})|{_FIELD}+[量率额])$")
_BARE_HEAD = re.compile("的?(?:总?数量|总数|所?占?比[重例])$")
_COMPARED = re.compile("(?:[比较][^，。；、]{2,12}|同比|环比|约|均|已|则)$")


@lru_cache(maxsize=64)
def _figures(unit: str) -> re.Pattern[str]:
    return re.compile(_FIGURE + re.escape(unit))


def one_by_one(where: Place) -> str | None:
    """The member of the list that this number tells, where 分别 stands between them.

    >>> from decimal import Decimal
    >>> from bangfu.recognize.counts.place import place
    >>> text = "小学、初中分别有12所、5所"
    >>> one_by_one(place(text, (0, len(text)), (12, 14), "所", Decimal(5), []))
    '初中'
    """
    clean = where.clean
    at = clean.rfind("分别", max(where.first, where.start - _REACH), where.start)
    if at < 0 or not where.unit:
        return None
    told = [match.start() for match in _figures(where.unit).finditer(clean, at, _end(clean, at, where.last))]
    mine = sum(start < where.end for start in told) - 1
    members = _members(clean[max(where.first, at - _REACH) : at])
    if mine < 0 or len(members) < 2 or len(members) != len(told):
        return None
    grown = items_growth.growth(clean, where.first, told[0])
    return members[mine] + (grown or "").replace("分别", "")


def _end(clean: str, at: int, last: int) -> int:
    stops = [i for i in (clean.find(c, at, last) for c in "。；！？\n") if i >= 0]
    return min(stops, default=last)


def _short(part: str) -> str | None:
    """A member that a tagger takes for no noun: 初中."""
    return part if 1 < len(part) < 5 else None


def _members(text: str) -> list[str]:
    """The members of the list with which a text ends, each with the head that only the last one has."""
    before, clause = ["", *END.split(text)][-2:]
    clause = _BARE_HEAD.sub("", _COMPARED.sub("", clause))
    parts = _PARTS.split(clause)
    if len(parts) < 2:
        return []
    head = _HEAD.search(parts[-1], 1)
    last = parts[-1] if head and len(parts[-1]) < _LONG else noun_at_end(parts[-1]) or _short(parts[-1])
    nouns = [noun_at_end(part) or _short(part) for part in parts[:-1]]
    if not last or not all(nouns) or (len(before) > 1 and before[-2:] in last):
        return []  # 软件服务业，租赁和商务服务业: the list began in the clause before
    whole = [noun for noun in nouns if noun] + [last]
    if head and not any(_HEAD.search(noun) for noun in whole[:-1]):
        whole[:-1] = [noun + head[0] for noun in whole[:-1]]
    return whole
