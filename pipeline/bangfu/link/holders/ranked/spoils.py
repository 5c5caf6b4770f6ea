"""Words between somebody and a post which tell that the post is not held, or is somebody else's."""

from __future__ import annotations

import re

_NOT_SO = re.compile(
    "(?P<never>(?:没有?|从未|未曾|不曾|从没|从来没有?|并未|不是|差[一点]?点儿?|险些|也许|或许|兴许|如果|假如|要是|本可以?"
    "|本来可以|本应|本该|原可以?|有望|有可能|有机会|很可能)[^，。；！？\n]{0,6}$)"
    "|(?P<wish>(?:想|希望|梦|梦想是|立志|愿|渴望|争取|可以|可能|应该|[能要不没未会])$)"
    "|(?P<plan>(?:打算|准备|计划|考虑|许诺|承诺|答应|劝说?|动员|让|请|聘请?|推荐|提名)[^，。；！？\n]{0,8}$)"
    "|(?P<hail>(?:祝贺|恭喜|欢迎|感谢|宣布|要求|呼吁|建议|期待|邀请)[^，。；\n]{0,20}$)"
    "|(?P<also>(?:还|也|都|另)有[^，。；！？\n]{0,8}$)"
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
    "(?:(?:[^，。；：！？\n任]{0,8})(?:会见|会晤|接见|拜会|约见|致电|致函|复信|复电)|看望|慰问|拜访|专访|对话|祝贺|欢迎|陪同|应约同|同|与"
    "|感谢|答谢|求助|找到|请来|叫来|联系上?|握着|送别|告别|迎接|采访|跟着|跟随|[请让叫约]"
    "|一[起同道][^，。；：！？\n]{0,10}的(?:还|也|都)有)"
    "了?(?:[^，。；：！？\n]{0,6}的)?"
)
"""What somebody does with the holder of the post right behind it."""
_REACH = 160
_AT_WORK = (
    "岗位|位置|职[位务责]|身份|任上|工作|经历|角色|生涯|责任|使命|初心|名义|标准|要求"
    "|牌子|头衔|帽子|职称|名头|担子"
)
_IS = re.compile("(?:是|成为|成了|变成)(?:了)?(?:一?[名位个])?$")
_WHOSE = re.compile(
    f"(?:的(?!同时|时候|{_AT_WORK}|[他她我你一]|[，。；！？\n])[\u4e00-\u9fff]"
    "|们?(?:眼[里中]|心[里中目]|口中|笔下|请来|派来|带来|教过|带出|推荐|选中|亲自|最)[^，。；！？\n]{0,8}的)"
)
_WHERE = re.compile(
    "们?(?:为师|手[中里上]|那[里儿]|身边|面前|家[里中]|口中)|[\\d一二两三四五六七八九十百千]+[余多]?[名位人]"
)
_FOR = re.compile("们?(?:授课|上课|培训|讲|做|送|提供|量|看病|治|捐|颁|献|开展|举行|配[备齐]|购|发放|带来)")
_THROUGH = re.compile("(?:在|经过?|通过|由于|随着|凭借|靠着?|得益于)[^，。；！？\n任当做]{0,4}$")
_HELP = re.compile(
    f"的(?!{_AT_WORK}|[\\d一二三四五六七八九十两几多这那]|期间|日子|岁月|时)[^，。；：！？\n]{{1,10}}[，,]"
)
"""What a post belongs to that only tells of whom something is: 是|校长|的儿子, 在|医生|的帮助下，."""


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


def is_of_another(clean: str, start: int, end: int) -> bool:
    """Whether a post between two offsets only tells whose son or help something is: 是校长的儿子.

    >>> is_of_another("王明是校长的儿子", 3, 5), is_of_another("王明是校长的时候", 3, 5)
    (True, False)
    >>> is_of_another("在医生的帮助下，王明", 1, 3), is_of_another("在校长的岗位上，王明", 1, 3)
    (True, False)
    """
    low = max(0, start - 8)
    if _WHERE.match(clean, end) or (clean[start - 1 : start] == "为" and _FOR.match(clean, end)):
        return True  # 从校长|手中, 培训教师|30名, 为某校的教师|授课
    if _IS.search(clean, low, start) is not None and _WHOSE.match(clean, end) is not None:
        return True
    return _THROUGH.search(clean, low, start) is not None and _HELP.match(clean, end) is not None
