"""Words between somebody and a post which tell that the post is not held, or is somebody else's."""

from __future__ import annotations

import re

_NOT_SO = re.compile(
    "(?P<never>(?:没有?|从未|未曾|不曾|从没|从来没有?|并未|不是|差[一点]?点儿?|险些|也许|或许|兴许|如果|假如|要是|本可以?"
    "|本来可以|本应|本该|原可以?|有望|有可能|有机会|很可能)[^，。；！？\n]{0,6}$)"
    "|(?P<wish>(?:想|希望|梦|梦想是|立志|愿|渴望|争取|可以|可能|应该|[能要不没未会])$)"
    "|(?P<plan>(?:打算|准备|计划|考虑|许诺|承诺|答应|劝说?|动员|让|请|聘请?|推荐|提名)[^，。；！？\n]{0,8}$)"
    "|(?P<hail>(?:祝贺|恭喜|欢迎|感谢|宣布|要求|呼吁|建议|期待|邀请)[^，。；\n]{0,20}$)"
    "|(?P<others>(?:[\\d一二两三四五六七八九十百]+[多余]?[名位个人]|不少|多名|部分|专家|干部|教师|老师|医生|成员|[队人]员|骨干|们)"
    "[^，。；！？\n]{0,4}$)"
)
_KIN = re.compile(
    "学生|父亲|母亲|父母|妻子|丈夫|儿子|儿媳|女儿|女婿|哥哥|姐姐|弟弟|妹妹|爷爷|奶奶|爱人|老伴|妈妈|爸爸|公公|婆婆|岳父|岳母"
    "|舅舅|叔叔|伯伯|姑姑|姨妈|外公|外婆|师父|师傅|同学|朋友|搭档|徒弟|前任"
)
_BACK = re.compile("[，。！？\n].*[他她]", re.S)
_PLANS = re.compile("(?:打算|准备|计划|考虑|希望|许诺|承诺|答应|劝说?|动员)[^，。；！？\n]{0,10}$")
_MEETS = re.compile(
    "(?:(?:[^，。；：！？\n任]{0,8})(?:会见|会晤|接见|拜会|约见|致电|致函|复信|复电)|看望|慰问|拜访|专访|对话|祝贺|欢迎|陪同|应约同|同|与)"
    "了?(?:[^，。；：！？\n]{0,6}的)?"
)
"""What somebody does with the holder of the post right behind it."""
_REACH = 160


def spoils(clean: str, person: tuple[int, int], verb: int) -> str:
    """What tells that somebody named before a verb does not hold the post behind it; empty for nothing.

    >>> spoils("周文海从未担任过校长", (0, 3), 5), spoils("周文海的妻子是护士", (0, 3), 6)
    ('never', 'kin')
    """
    start, end = person
    if end > verb or verb - end > _REACH:
        return ""
    told = _NOT_SO.search(clean, max(end, verb - 30), verb)
    if told is not None:
        return told.lastgroup or ""
    kin = [m.end() for m in _KIN.finditer(clean, end, verb)]
    if kin and not _BACK.search(clean, kin[-1], verb):
        return "kin"
    return "meant" if verb - end < 8 and _PLANS.search(clean, max(0, start - 18), start) else ""


def meets(clean: str, end: int, post: int) -> bool:
    """Whether somebody whose name ends at an offset has to do with the holder of a post, who is another.

    >>> text = "周文海会见某国总统，李志强是校长"
    >>> meets(text, 3, 5), meets(text, 3, 14)
    (True, False)
    """
    return _MEETS.fullmatch(clean, end, post) is not None
