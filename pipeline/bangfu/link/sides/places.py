"""The places of an article that send or receive: 赴青河县, 青河市选派, 援多哥."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice, pairwise

from bangfu.article import Mention
from bangfu.lexicon import words
from bangfu.link.phrases.place_names import place_before
from bangfu.link.sides.votes import FROM, TO

_SENT_TO = re.compile(
    "(?:赴|前往|来到|抵达|走进|支援|帮扶|援助|落户|奔赴|驻守?|对口支援|受援地?|派往|深入)"
    "((?:[\u4e00-\u9fff]{2,3}省?)?[\u4e00-\u9fff]{1,4}?[县旗镇乡市州])"
)
_SENDS = re.compile("选派|派出|援[疆藏青]|对口支援|对口帮扶|帮扶|支援|医疗队|工作队|支教")
_SENDER = re.compile("[\u4e00-\u9fff]{2,3}[省市区县]$")
_STRICKEN = re.compile(
    "[县旗](?:[一-鿿、\\d]{0,16}(?:受灾|受损|灾区|成灾)|(?:发生|遭遇|遭受|突发|突降)"
    "[^，。；\\n]{0,12}(?:地震|洪水|洪灾|洪涝|暴雨|山洪|泥石流|滑坡|台风|火灾|旱灾|雪灾|灾害))"
)
_LEVEL = re.compile(".{1,4}?[省市县旗镇乡村区]|.{2,4}?州")
_SHORTENED = frozenset("省市县区旗州镇乡")
_GAVE = re.compile("援建|对口支援|对口帮扶|结对帮扶|选派|派出")
_GIVER = re.compile("[\u4e00-\u9fff]{2,4}$")
_HELPED = re.compile("(?:援助?|向)(?!疆|藏|青|建|助)([\u4e00-\u9fff]{2,7})")
_GIFT_TO_LAND = re.compile("(?:政府|人民|方面|方)?.{0,6}?(?:捐赠|捐助|援助|提供|移交|交付|派遣|派出|赠送)")
LONG_PLACE = 7
MOST = 200  # names compared with another: more is no report but hostile input
OVERSEAS = ("香港", "澳门", "台湾", "台北", "高雄", "台中", "台南", "新北")
"""Whose bodies come to give."""
PLAIN_GIVERS = frozenset(("company", "bank"))


def lands_helped(clean: str) -> list[str]:
    """Countries that are sent a team or a gift: 援某国医疗队, 向某国捐赠."""
    known = words("places_world")
    lands: dict[str, None] = {}
    for hit in _HELPED.finditer(clean):
        name = next(
            (hit.group(1)[:n] for n in range(len(hit.group(1)), 1, -1) if hit.group(1)[:n] in known), ""
        )
        if (
            name
            and name not in OVERSEAS
            and name not in ("中国", "全国")
            and not name.endswith(("省", "市", "县", "区"))
        ):
            told = clean[hit.end(1) - len(hit.group(1)) + len(name) : hit.end(1) + 12]
            if hit.group()[0] == "援" or _GIFT_TO_LAND.match(told):
                lands[name] = None
    return list(lands)


def places(clean: str, told: list[tuple[Mention, str]]) -> dict[str, str]:
    """The places that the article sends someone to, or from which they are sent.

    ``told`` are institutions with their sides: the place of a public body takes part in its side.
    """
    votes: dict[str, int] = {}
    for m, side in told:
        levels = [] if m.value.kind in PLAIN_GIVERS else list(_LEVEL.finditer(m.text[:-1]))
        if levels and levels[0].start() == 0:
            last = next((x for x, y in pairwise(levels) if x.end() != y.start()), levels[-1])
            if len(last.group()) > 2:
                vote(votes, last.group(), side)
    sent_to = ((hit.group(1), TO) for hit in _SENT_TO.finditer(clean))
    sent_from = ((name, FROM) for name in _before_verbs(clean, _SENDS, _SENDER))
    for name, side in chain(sent_to, sent_from):
        level = list(_LEVEL.finditer(name))
        if level and len(level[-1].group()) > 1:
            vote(votes, level[-1].group(), side)
    for place in _stricken(clean):
        vote(votes, place, TO)
    for place, side in _short_places(clean, list(votes)):
        vote(votes, place, side)
    return decided(votes)


def _before_verbs(clean: str, verbs: re.Pattern[str], name: re.Pattern[str]) -> Iterator[str]:
    """The words of a pattern, at most four characters, right before each verb.

    One pattern of both would try every character of a text as the beginning of the words.
    """
    low = 0
    for verb in verbs.finditer(clean):
        told = name.search(clean, max(low, verb.start() - 4), verb.start())
        if told is not None:
            low = verb.end()
            yield told.group()


def _stricken(clean: str) -> Iterator[str]:
    """Counties where a disaster has happened, but none abroad: 青河县…受灾, 青河县发生地震."""
    abroad = words("places_world")
    for hit in _STRICKEN.finditer(clean):
        begin = place_before(clean, hit.start() + 1)
        if begin is None or begin == hit.start():
            continue
        before = clean[max(0, begin - 2) : hit.start()]
        if not any(before[at : at + n] in abroad for at in range(3) for n in (2, 3, 4)):
            yield clean[begin : hit.start() + 1]


def _short_places(clean: str, places: list[str]) -> Iterator[tuple[str, str]]:
    """Places told by their short names as givers: 青河援建某县学校14所."""
    short = {place[:-1]: place for place in places[:MOST] if len(place) > 2}
    for name in _before_verbs(clean, _GAVE, _GIVER) if short else ():
        for length in (2, 3, 4):
            place = short.get(name[-length:])
            if place is not None:
                yield place, FROM


def place_side(name: str, known: dict[str, str]) -> str | None:
    """The side of the place that a name begins with: of the last of its levels that the article tells.

    >>> place_side("青河县妇联", {"青河县": "to"})
    'to'
    """
    told, at = None, 0
    while (level := _LEVEL.match(name, at)) is not None:
        told, at = known.get(level.group(), told), level.end()
    return told


def short_place(name: str, known: dict[str, str]) -> str | None:
    """The side of the place whose short name a name begins with: 青河一中 of 青河县."""
    for place, side in islice(known.items(), MOST):
        if 2 < len(place) < LONG_PLACE and place[-1] in _SHORTENED and name.startswith(place[:-1]):
            return side
    return None


def vote(votes: dict[str, int], name: str, side: str) -> None:
    """Count one more word for a side of a name: above 0 are those for the senders."""
    votes[name] = votes.get(name, 0) + (1 if side == FROM else -1)


def decided(votes: dict[str, int]) -> dict[str, str]:
    """The side of each name for which more words speak than against.

    >>> decided({"甲校": 2, "乙校": -1, "丙校": 0})
    {'甲校': 'from', '乙校': 'to'}
    """
    return {name: FROM if balance > 0 else TO for name, balance in votes.items() if balance}
