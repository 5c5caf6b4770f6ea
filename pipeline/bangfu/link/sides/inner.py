"""Sides in an article about assistance inside of one province: the bodies of the province send."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from bangfu.article import Mention
from bangfu.lexicon import table
from bangfu.link.sides.votes import FROM, TO

_BELOW = re.compile("[市县旗州盟镇乡村]|(?<!治)区")
_OFFICES = ("government", "party")
_LEARNED = ("university", "research", "hospital")
_SHORT = 2
_LONG_SHORT = ("内蒙古", "黑龙江")
_MOST = 300


@lru_cache(maxsize=1)
def _helped_from_afar() -> re.Pattern[str]:
    """A sending province near a word of assistance."""
    senders = "|".join(row[0][:_SHORT] for row in table("assistance_regions") if row[1] == FROM)
    aid = "援|对口|协作|帮扶|支教|选派|派出|派来|医疗队|捐"
    return re.compile(
        f"东西部|(?:{senders})[^，。；！？\n]{{0,8}}(?:{aid})|(?:{aid})[^，。；！？\n]{{0,4}}(?:{senders})"
    )


def inner_province(clean: str, institutions: tuple[Mention, ...]) -> str | None:
    """The receiving province of which all bodies of an article are, where it names no sending province."""
    named = {m.value.province for m in islice(institutions, _MOST) if m.value.province}
    if len(named) != 1 or _helped_from_afar().search(clean):
        return None
    province = named.pop()
    receives = any(row[0] == province and row[1] == TO for row in table("assistance_regions"))
    return province if receives else None


def inner_side(m: Mention, province: str) -> str | None:
    """The side of a body of the province itself, not of one of its cities and counties."""
    text, kind = m.text, m.value.kind
    short = province[: 3 if province.startswith(_LONG_SHORT) else _SHORT]
    if text.startswith(province):
        below = _BELOW.search(text, len(province))
        return None if below or kind not in (*_OFFICES, *_LEARNED) else FROM
    whole = text.startswith(short) and not _BELOW.search(text, len(short))
    return FROM if whole and kind in _LEARNED else None
