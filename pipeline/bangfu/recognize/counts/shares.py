"""What a percentage is the share or the growth of."""

from __future__ import annotations

import re

from bangfu.lexicon import words
from bangfu.recognize.counts.place import Place
from bangfu.recognize.items import behind as items
from bangfu.recognize.items import front as items_front
from bangfu.recognize.items import growth as items_growth
from bangfu.recognize.items.end import noun_at_end

_VAGUE_SHARE = ("部分", "比例", "水平", "区间")
_LIMIT = re.compile("(?:不[得能可]|不应|应当?|必须)(?:超过|高于|低于|少于|多于)[^，。；]{0,12}的$")
_REACH = 24
_OF_WHOLE = re.compile("(?<=..)占(?![比地]).*$")
_EDGES = re.compile("^(?:[到了其]|我国|全部)+|(?:的|约|近|超过?|达)+$")
_IS_SHARE = re.compile("[，；、（(]占(?:比|总数的?)?(?:[约近超达]|超过)?$")
_PART = re.compile(
    "(?<![侵抢强霸])占(?![比地有])(?![^，。；、]{0,16}(?:比[重例]|率|份额))[^，。；、\\d]{1,14}?(?:约|近|超过?|达)?$"
    "|(?:升至|增至|提[高升][到至]|降[到至]|相当于|达到?)[^，。；、\\d]{2,14}的(?:约|近|超过?)?$"
)
_TAKEN_FROM = re.compile(
    "从([^，。；：]{2,12}?)[中里](?:拿出|提取|划出|划拨|列支|抽[取出]|留出)了?(?:约|近|超过?)?$"
)
_AMONG = re.compile("(?<=[^其当集之])中(?:，|，?已?有)$")
"""Of whom a share is told: 村民中，近50%."""
_COMPARED = re.compile("^[比较].*(?=..)")
_OVER = re.compile("^(?:超过|达到|占到|接近|不足|不到|约占)(?=..)")
_NO_NOUN = frozenset("高低全不较时多大新快慢好总")
_WHOLE = frozenset(("全国", "全球", "世界", "全省", "全市", "全县", "全区", "全州", "我国", "中国"))


_MOVED = re.compile(
    "(?:提[高升]|上升|增[长加]|[涨升降跌增减]|下降|减少|回升|攀升|滑落|恢复)(?:到|至|为)?了?"
    "(?:[今去前]年|如今|目前|现在|当前|眼下)?的?(?:近|约|超过?)?"
)
"""What stands between two ends of a change: 41%|涨到了今年的|68%."""
_FROM = re.compile(
    "[从由自](?:[一二两三四五六七八九十几\\d]{1,4}年前|最初|起初|原来|过去|以往|当初|[去前上今]年|\\d{4}年)的?(?:不到|近|约)?$"
)
_OTHER_YEAR = re.compile(
    "[，；]而?(?:[去前上今]年|如今|目前|现在|[一二两三四五六七八九十几]年[前后]|\\d{4}年)(?:[才仅只就]?[是为有到达]?|已[是为达到]?)(?:约|近|超过?)?"
)
"""What stands between shares of the same in two years: 31%|，前年才|28%."""
_MORE = re.compile(
    "(?:[比较](?:上[年月周届]|去年|前年|年初|此前|之前|以往|往年|过去|[^，。；]{1,6}前)[^，。；]{0,6}?(?<![下减增提上])[多少高低涨降增减]"
    "|(?:[一两三]年[间来里]?|今年|去年)[涨降升增减])了?(?:近|约|超过?)?$"
)
"""By how much something has changed: 外转病人|比去年同期少了|18%, 一年涨了."""


def share_of(where: Place, noun: str | None) -> str | None:
    """What a percentage is the share or the growth of."""
    clean, begin, start = where.clean, where.begin, where.start
    if (moved := _MOVED.match(clean, where.end)) and clean[moved.end() : moved.end() + 1].isdigit():
        noun = None
        if origin := _FROM.search(clean, max(begin, start - _REACH), start):
            return items_front.before(clean, begin, origin.start())
    last = next(reversed(where.earlier()), None)
    if last and (_OTHER_YEAR.fullmatch(clean, last.end, start) or _MOVED.fullmatch(clean, last.end, start)):
        return last.item
    if more := _MORE.search(clean, max(begin, start - _REACH), start):
        return items_front.before(clean, begin, more.start()) or _spoken_of(where, more.start())
    if taken := _TAKEN_FROM.search(clean, max(begin, start - _REACH), start):
        return noun_at_end(taken[1])
    if limit := _LIMIT.search(clean, begin, start):
        return items_front.before(clean, begin, limit.start())
    if among := _AMONG.search(clean, max(begin, start - _REACH), start):
        return items_front.before(clean, begin, among.start()) or noun
    if part := _PART.search(clean, max(begin, start - _REACH), start):
        # 山地占全省面积92.5%: the share is that of what takes it up.
        whole = items_front.before(clean, begin, part.start())
        apart = clean[part.start() - 1] in "，、；"
        if not whole and apart and not noun:
            whole = _spoken_of(where, part.start())  # 管理费用5万元，占支出的3.8%
            whole = None if whole in words("nominal_verbs") else whole
        if whole and not (noun and (apart or clean[where.end : where.end + 1] != "的")):
            whole = whole.removeprefix("作为")
            of = _EDGES.sub("", part[0][1:]) if part[0][0] == "占" else ""
            return whole if not of or of in _WHOLE or whole.endswith(of) else f"{whole}占{of}"
    if noun and not noun.endswith(_VAGUE_SHARE) and noun not in _NO_NOUN:
        return noun
    if word := items_growth.growth(clean, begin, start):
        at = clean.rfind(word, begin, start)
        change = items_growth.change_of(_COMPARED.sub("", word))
        base = items_front.before(clean, begin, at)
        base = base and items_front.whole(clean, begin, at, base)
        whole = base or _spoken_of(where, at) or ""
        return whole if whole.endswith(change) else whole + change
    front = items_front.before(clean, begin, start)
    front = front and _OVER.sub("", front.removeprefix("中有"))  # 老人|中有高血压的占43%
    if not front and _IS_SHARE.search(clean, max(begin, start - 8), start):
        # 在册的19个，占61%: the share is that of those counted just before.
        return last.item if last else items_front.clause_before(clean, where.first, start)
    return (
        front
        or items.strong_after(clean, where.end, where.last)
        or items_front.clause_before(clean, where.first, start)
    )


def _spoken_of(where: Place, at: int) -> str | None:
    """What the clauses in front speak of: the item of the count there, or their last noun."""
    last = next(reversed(where.earlier()), None)
    noun = items_front.clause_before(where.clean, where.first, at, measured=True)
    if (
        last
        and last.item
        and (not noun or last.start >= items_front.clause_start(where.clean, where.first, at))
    ):
        return items_growth.without_growth(_OF_WHOLE.sub("", last.item) if last.unit == "%" else last.item)
    return noun
