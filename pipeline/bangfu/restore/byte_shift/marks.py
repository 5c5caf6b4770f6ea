"""What shows in a text where damage may have begun.

>>> [bool(START.search(text)) for text in ("发展?!北京", "真的?!他说", "北京。")]
[True, True, False]
"""

from __future__ import annotations

import re

from bangfu.restore.byte_shift.columns import REST

_SHIFTED = r"[^\x00-\x7f，。！？]{1,24}[@-~](?![A-Za-z0-9 ])"
"""What shifted text looks like, and little else: a trail byte below 0x80 behind characters."""

START = re.compile(
    r"[?？�](?:[!！](?=[^\x00-\x7f?？]|[?？�](?:[\x00-\x3f]|\Z))|！(?=[?？�]|(?<=[㐀-鿿].！)[@-~][㐀-鿿]))"
    rf"|[?？�](?=[;；。]?{_SHIFTED}|[Α-ωА-я][㐀-鿿])"
)
"""Where damage may begin."""

START_NOTED = re.compile(f"{START.pattern}|[?？�][!！;；?？,，](?=[^\\x00-\\x7f，。！？]|[@-~])|{REST}")
"""Where it may begin on a page with pinyin notes: there other marks were sought in the bytes, too."""

YEAR = re.compile("[09][0-9]{2}年(?![前来間间])")
"""A year whose first digit went with the byte before it: 2021年, 1998年."""
