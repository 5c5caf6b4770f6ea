"""The parts that provinces have in the national programmes of assistance."""

from __future__ import annotations

import re

from bangfu.lexicon import mapping

FROM, TO = "from", "to"
_FAR = ("新疆维吾尔自治区", "西藏自治区", "青海省")


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
