"""Shops, inns, power stations: bodies where they give or have an owner, else only places one goes to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bangfu.lexicon import words as lexicon_words
from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import Part
from bangfu.recognize.institutions.pieces import Candidate, Piece, make
from bangfu.recognize.institutions.words import Words

_ACTS = re.compile(
    "[（(]?(?:[0-9][0-9.,，]{0,9}|[一二两三四五六七八九十百千]{1,4})[万千百]?余?元"
    "|(?:各|也|分别|共|再|慷慨|现场|踊跃|无偿){0,2}(?:捐|认捐|赞助|资助|出资|助学|献爱心)"
    "|[向为给](?!主|首|例|期)[^，。；、\\n]{1,14}(?:捐|赠|送)"
    "|(?:法人|(?:[常执联首名][务行席合誉])?(?:副?董事[长局]|[总副]?经理(?!人)|副?总(?:经理|裁|工)|行政总裁|创始人|首席[一-鿿]{2,4}官|C[EFTIO]{1,2}|执行董事)|老板|业主|店长|站长|场长|矿长|负责人|员工)"
    "|等(?:爱心|热心)?(?:商家|企业|单位|商户)"
)
_SUM = re.compile("[（(]?[0-9一二两三四五六七八九十百千]")
_GUEST = re.compile("([\u4e00-\u9fff])[\u4e00-\u9fff]{1,2}(?:先生|女士|小姐)")
_INSIDE = frozenset(
    {Part.GENERIC, Part.WORD, Part.ACT, Part.NAME, Part.CHAR, Part.PLACE, Part.REGION, Part.ORDINAL}
)
_TO = frozenset("向为给对")
_PROPER = frozenset({Part.NAME, Part.CHAR, Part.PLACE})


def acts(text: str, end: int) -> bool:
    """Whether what ends there gives something, has an owner, or sends a guest.

    >>> acts("晨岚科技董事长", 4), acts("发展科技。", 4)
    (True, False)
    """
    guest = _GUEST.match(text, end)
    return _ACTS.match(text, end) is not None or (guest is not None and guest[1] in lexicon_words("surnames"))


def shop(words: Words, hit: Hit, pieces: Sequence[Piece]) -> Candidate | None:
    """The shop that ends in a head, where the text tells that it does something.

    >>> from bangfu.recognize.institutions.heads import hits
    >>> from bangfu.recognize.institutions.walk import walk
    >>> from bangfu.recognize.institutions.words import words_of
    >>> words = words_of("晨岚超市捐款500元，他在晨岚超市等人")
    >>> [shop(words, hit, walk(words, hit, {}, 0)) is not None for hit in hits(words)]
    [True, False]
    """
    if not acts(words.text, hit.end) or (hit.head.group == "trade" and _SUM.match(words.text, hit.end)):
        return None  # 云岭县|投资1800万元
    inside = next((k for k, p in enumerate(pieces) if p.part not in _INSIDE or p.body), len(pieces))
    named = [k for k, p in enumerate(pieces[:inside]) if p.part in _PROPER]
    if not named and inside == 1 and pieces[0].part is Part.WORD and len(pieces[0].word) > 1:
        named = [0]  # 幸福|超市
    if not named or hit.start - pieces[named[-1]].start < len("晨岚"):
        return None
    if pieces[named[-1]].word[0] in _TO:
        return None  # 向内|地教育捐款
    places: list[str] = []
    for piece in reversed(pieces[: named[-1] + 1]):
        if piece.part is not Part.PLACE:
            break
        places.append(piece.word)
    return make(hit, pieces[named[-1]], "institution.shop", 0.7, tuple(places))
