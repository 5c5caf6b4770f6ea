"""Sides of lands: the parts that provinces have in the national programmes, and countries that are helped."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from bangfu.article import Mention
from bangfu.lexicon import mapping, words
from bangfu.link.sides.votes import FROM, TO

_BELOW = re.compile("[市县旗州盟镇乡村]|(?<!治)区")
LEARNED = ("university", "research", "hospital")
_PUBLIC = ("government", "party", *LEARNED)
_FAR = ("新疆维吾尔自治区", "西藏自治区", "青海省")
_SHORT = 2
_MOST = 300


def region(province: str | None, clean: str = "", far: bool = False) -> str | None:
    """The part of a province in the national programmes; to the far west some both send and receive.

    >>> region("上海市"), region("陕西省"), region("陕西省", "陕西第九批援藏干部", far=True)
    ('from', 'to', 'from')
    """
    side = mapping("assistance_regions").get(province or "")
    if province is None or not far:
        return side
    sends = side != TO or re.search(f"{province[:2]}[^，。；\n]{{0,14}}援[疆藏青]", clean)
    return TO if province in _FAR else FROM if sends else None


def apart(clean: str, institutions: tuple[Mention, ...], far: bool) -> dict[str, str]:
    """The side of each province, where the article names bodies of a sending and of a receiving one."""
    told = {m.value.province for m in islice(institutions, _MOST) if m.value.kind != "media"} - {None}
    known = {p: side for p in sorted(told) if (side := region(p, clean, far)) is not None}
    return known if len(set(known.values())) > 1 else {}


@lru_cache(maxsize=1)
def _helped_from_afar() -> re.Pattern[str]:
    """A sending province near a word of assistance."""
    senders = "|".join(name[:_SHORT] for name, side in mapping("assistance_regions").items() if side == FROM)
    aid = "援|对口|协作|帮扶|支教|选派|派出|派来|医疗队|捐"
    return re.compile(
        f"东西部|(?:{senders})[^，。；！？\n]{{0,8}}(?:{aid})|(?:{aid})[^，。；！？\n]{{0,4}}(?:{senders})"
    )


def inner_province(clean: str, institutions: tuple[Mention, ...]) -> str | None:
    """The receiving province of which all bodies of an article are, where it names no sending province."""
    named = {m.value.province for m in islice(institutions, _MOST) if m.value.province}
    if len(named) != 1 or _helped_from_afar().search(clean):
        return None
    province: str = named.pop()
    return province if region(province) == TO else None


def inner_side(m: Mention, province: str) -> str | None:
    """The side of a body of the province itself, not of one of its cities and counties."""
    whole = m.text.startswith(province)
    name = province if whole else province[:_SHORT]
    kinds = _PUBLIC if whole else LEARNED
    own = m.text.startswith(name) and not _BELOW.search(m.text, len(name))
    return FROM if own and m.value.kind in kinds else None


@lru_cache(maxsize=1)
def _helped() -> re.Pattern[str]:
    lands = words("places_world") - {"中国", "香港", "澳门", "台湾"}
    known = "|".join(sorted(lands, key=lambda w: (-len(w), w)))
    gift = "捐|援助|提供|移交|交付|派|赠"
    return re.compile(f"(?:援助?|向)(?:(?<=援|助)|(?=[^，。；\\n]{{2,12}}(?:{gift})))({known})")


def lands_helped(clean: str) -> frozenset[str]:
    """Countries that are sent a team or a gift.

    >>> sorted(lands_helped("援多哥医疗队回国，中国向老挝捐赠药品"))
    ['多哥', '老挝']
    """
    return frozenset(hit.group(1) for hit in _helped().finditer(clean))
