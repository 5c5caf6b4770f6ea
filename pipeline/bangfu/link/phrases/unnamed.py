"""Bodies told without their name, or in quotation marks, before a post: 驻疆某部|军医, “某某面馆”的|老板."""

from __future__ import annotations

import re

_SOME = re.compile(
    "(?:(?:原|驻)[一-鿿]{1,2}(?=某)|原?(?:解放军|武警|陆军|海军|空军|火箭军|中央|国家|全国)(?:驻[一-鿿]{1,3})?"
    "|原?[一-鿿]{2,6}?(?:军区|战区|部队|集团|自治[区州县]|[省市县区州旗镇乡]))?"
    "(?<![一-鿿]{9})某(?:[一-鿿]{0,5}?)(?:医院|学校|中学|小学|大学|公司|集团|国企|央企|企业|单位|部队|支队|大队|总队|部|旅|团|师|军|营|连|基地|局|厅|机关|银行|村|社区|乡|镇|县|研究所|厂)的?$"
)
_QUOTED = re.compile(
    "“([^“”，。；、！？\n]{2,14}?(?:[馆坊铺店厂场园庄社屋斋阁轩号吧堂行队站]|公司|合作社|超市|民宿|客栈|工作室|书院|农家乐|鞋业|科技|实业|食品|茶业|酒业|服饰|传媒|餐饮|文化|农业|生态|电商|优选|生鲜|基金|之家))”的?$"
)
_OF_FIRMS = re.compile(
    ".*(?:董事长|总经理|总裁|老板娘?|店主|店长|馆长|馆主|园主|场长|厂长|经理|负责人|创始人|创办人|主理人|理事长|会长|队长|站长|掌柜|厨师长?|主厨|合伙人|员工|股东)"
)
_LONGEST = 22


def unnamed_body(clean: str, reach: int, title: str) -> tuple[int, str] | None:
    """Where such a body begins that ends right before a post, and its name.

    >>> unnamed_body("据解放军某医院副院长说", 7, "副院长")
    (1, '解放军某医院')
    >>> unnamed_body("街角那家“步云鞋业”的董事长", 11, "董事长")
    (5, '步云鞋业')
    """
    low = max(0, reach - _LONGEST)
    if "某" in clean[low:reach]:
        some = _SOME.search(clean, low, reach)
        if some is not None and not clean.endswith("某某", 0, clean.find("某", some.start()) + 2):
            return some.start(), some.group().removesuffix("的")
    if clean[reach - 1 : reach] in ("”", "的") and _OF_FIRMS.fullmatch(title):
        quoted = _QUOTED.search(clean, low, reach)
        if quoted is not None:
            return quoted.start(1), quoted.group(1)
    return None
