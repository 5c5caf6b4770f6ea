"""Posts beside another one that the text has told with its body: a deputy's head, the first to hold it."""

from __future__ import annotations

import re

from bangfu.link.phrases.chains import Pair

_DEPUTY = re.compile("^(?:常务|执行|第一)?副")
TERM = re.compile(r"(?:第[一二三四五六七八九十\d]{1,2}|首|现|新一|下一|上一|前一?|继)任")


def head(title: str) -> str:
    """The title of whom a deputy stands below."""
    return _DEPUTY.sub("", title) if "副" in title else title


def in_turn(clean: str, pair: Pair, terms: dict[str, str]) -> tuple[str, str] | None:
    """The body of the next holder of a post, told with the first: 某院首任院长甲…第二任院长乙."""
    unit = pair.unit
    title, reach = unit.title.value.title, unit.title.value.reach
    told = terms.get(title) if unit.alone and TERM.search(clean, reach, unit.title.start) else None
    return (told, f"{pair.rule}+turn") if told is not None else None
