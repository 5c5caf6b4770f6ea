"""Firms by their brand alone, before a post that only firms have: 恒石工艺|总经理, 蓝溪科技|董事长."""

from __future__ import annotations

import re

from bangfu import dictionary
from bangfu.link.role_place_names import opens

_POST = re.compile(
    ".*?((?:[常执联][务行席])?(?:副?总经理|副?董事长|副?总裁|董事局(?:副?主席)|首席[一-鿿]{2,4}官|C[ETFOM]O|执行董事|(?:联合)?创始人))"
)
_TAIL = (
    "科技|实业|工艺|电器|电气|食品|药业|制药|医药|医疗|地产|置业|物流|传媒|控股|股份|能源|重工|机械|农业|生物|环保|建工|纺织|服饰|鞋业"
    "|酒业|乳业|茶业|茶叶|珠宝|汽车|电子|光电|软件|信息|网络|资本|投资|旅游|酒店|餐饮|农牧|牧业|林业|矿业|钢铁|化工|塑胶|包装|印刷|家居"
    "|建材|五金|通讯|通信|智能|材料|新材|果业|菌业|渔业|水产|商贸|贸易|石化|冶金|制造|装备|动力|光伏|纸业|家具|陶瓷"
)
_NAME = re.compile(f"(?!.*(?:公司|企业|集团|当地|民营|知名|著名|外资|国有))[\u4e00-\u9fff]{{2,6}}(?:{_TAIL})")
_PLAIN = frozenset("vdpcrumqft")
_LONGEST = 9


def brand(clean: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the brand begins and ends that stands right before the title between two offsets.

    The title may hold words of the name: 蓝溪|科技总经理.

    >>> brand("，恒石工艺总经理", 5, 8), brand("，蓝溪科技总经理", 3, 8), brand("，知名企业总经理", 5, 8)
    ((1, 5), (1, 5), None)
    """
    head = _POST.fullmatch(clean, start, end)
    at = head.start(1) if head is not None else start
    if head is None or not "\u4e00" <= clean[at - 1 : at] <= "\u9fff":
        return None
    for begin in range(max(0, at - _LONGEST), at - 3):
        if opens(clean, begin) and _NAME.fullmatch(clean, begin, at):
            first, tag = next(iter(dictionary.tag(clean[begin:at])))
            plain = tag[:1] in _PLAIN and not (len(first) == 1 and tag[:1] in "mqv")
            if not plain:
                return begin, at
    return None
