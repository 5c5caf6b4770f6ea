"""Whose post a verb tells where the last person named is not who has it: 有的老师还担任…, 没有当过校长."""

from __future__ import annotations

import re

_COUNT = "[\\d一二两三四五六七八九十百几多数]+[多余]?"
_SOMEBODY = re.compile(
    "[，。！？；：、\\n](?:其中|如今|现在|目前|此外|另外|同时|后来|最后)?[，,]?(?:还|也|更|又|已)?(?:"
    f"有(?:的|些|人|一些|一部分|不少|许多|很多|{_COUNT}[名位个人])"
    f"|(?:先后|已|已经|共|累计)?(?:不少|许多|很多|一些|部分|大部分|大多数?|多数|个别|有些|另有|各[校院]|{_COUNT}[名位])"
    "(?!领导|专家组))"
    "[^，。！？；：\\n]{0,16}$"
)
"""A clause whose subject is somebody not named: 有的老师还|担任, 多名队员|当上, 有2人|当了."""
_NAMELY = re.compile("(?:[这那此]|分别|都|均)")
_NEVER = re.compile(
    "(?:没有?|从未|未曾|不曾|从没|从来没有?|并未|差[一点]?点儿?|险些|也许|或许|兴许|本可以?|本来可以|本应|本该"
    "|原可以?|原本可以|有望|有可能|有机会|很可能)(?:再|真正|正式|早就|早已|就|会|能|已经?|留|去|回去|回来|选择|接着)*$"
)
"""Before a verb that tells what has not happened: 从未|当过, 本可以留|任."""
_PLANS = re.compile(
    "(?:打算|准备|计划|考虑|希望|许诺|承诺|答应|劝说?|动员)(?:[^。！？；\\n]{0,10}(?:让|请|调|派|把|安排|提拔|推荐))?$"
)
"""Before a person to whom a post is only meant to be given: 打算让|甲|当副局长."""
_TENURES = re.compile("(?<!第)[一二两三四五六七八九十\\d几]$")
_BESIDE = 8
_OF_MANY = re.compile("[都均]$")
_WITH_MANY = re.compile("[、和与及跟同们]|夫[妇妻]|两[人位名]|二人|三人")


def not_told(clean: str, person: tuple[int, int], verb: int, word: str, alone: bool) -> bool:
    """Whether a verb gives its post to nobody, or to somebody who is not named, and not to a person.

    ``person`` tells where the person's mention begins and ends, ``word`` how the verb begins, and ``alone``
    whether nobody is listed beside the person.

    >>> not_told("周文海来了，有的老师还担任副校长", (0, 3), 11, "担任", True)
    True
    >>> not_told("周文海来了，他还担任副校长", (0, 3), 8, "担任", True)
    False
    """
    start, end = person
    between = clean[end:verb] if end <= verb else ""
    somebody = _SOMEBODY.search(between)
    if somebody is not None and not _NAMELY.search(somebody.group()):
        return True
    if _NEVER.search(between[-8:]):
        return True
    if word.startswith("任") and _TENURES.search(clean, max(0, verb - 2), verb):
        return True  # 换了三|任书记
    many = word.startswith("是") and alone and _OF_MANY.search(between) is not None
    if many and not _WITH_MANY.search(clean[max(0, start - _BESIDE) : start] + between):
        return True  # 甲…，都|是本地干部
    return len(between) < 8 and bool(_PLANS.search(clean, max(0, start - 18), start))
