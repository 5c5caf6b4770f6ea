"""Where an institution's name begins among the words left of its head, and whether it is a name at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bangfu.recognize.institutions.cut import Words
from bangfu.recognize.institutions.heads import Hit, offices
from bangfu.recognize.institutions.known import brand, in_session, journal, known, ministry, seat, short
from bangfu.recognize.institutions.levels import of_school, society, with_firm, with_level
from bangfu.recognize.institutions.marks import quoted, whole
from bangfu.recognize.institutions.misread import as_read
from bangfu.recognize.institutions.named import WIDE, is_named
from bangfu.recognize.institutions.opening import numbered, opening_of, proper_of, word_of
from bangfu.recognize.institutions.overrule import overruled
from bangfu.recognize.institutions.parts import Part
from bangfu.recognize.institutions.persons import is_graduate, opened, without_person
from bangfu.recognize.institutions.pieces import Candidate, Piece, make, unnamed
from bangfu.recognize.institutions.shops import acts, shop
from bangfu.recognize.institutions.stops import cut_of
from bangfu.recognize.institutions.walk import walk
from bangfu.recognize.places import gazetteer, is_place

_DATELINE = ("讯", "记者", "消息", "电", "报道", "通讯员", "综合", "全媒体记者")
_COMMITTEES = frozenset({"省委会", "市委会", "区委会"})
_PARTIES = frozenset({"民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟"})
# 建成侨心学校7所: so many of a kind.
_COUNTED = re.compile("共?(?:[0-9〇零一二两三四五六七八九十百千]+|数[十百])余?多?[所家座](?![\u4e00-\u9fff])")
_STATE = frozenset({"government", "party", "military"})
# Known bodies that may have a place or a body before their name: 川北大学|华山医院.
_EXTENDED = frozenset(
    {"military", "party", "hospital", "university", "research", "bank", "foundation", "association"}
)
# 8个国家主流电视台, 85家食用菌专业合作社: so many of a kind; 一支 may be followed by a name.
_FULL = ("省", "市", "县", "区", "旗", "州", "盟")
_COUNT_INSIDE = re.compile(
    "(?:[十百千0-9数几]|[近约超上0-9十百千数几]万)余?多?[家所](?!小学)|[二两三四五六七八九]所(?:学校|中学|高校|院校|医院|大学)|^[二两三四五六七八九十]+所(?:希望)?小学$"
)
_COUNT_BEFORE = re.compile("(?:[0-9〇零二两三四五六七八九十百千万几数多]|[数几十]余)多?[家所支个座间]$")
# 我校|教育|发展基金会: a common word makes no name there.
_OURS = ("我校", "我院", "本校", "本院", "我会", "我县", "我市", "该校", "该院", "我村", "学校", "学院")
_VERBAL = frozenset("要能没才就已快会让使再先也都我他她你们未想刚内里中可并地便后需者人生员子")
_LEARNT = re.compile("了(?!解)|着|过|如何|怎[么样]")  # 李明|学会了
_PENDING = frozenset({"筹", "筹建", "集团", "总商会", "商会"})
_BRACKETED = frozenset({"university", "company"})
_NOTE = re.compile("[（(]([\u4e00-\u9fff]{1,4})[）)]")
_PRODUCTS = ("公益平台", "平台", "APP", "App", "小程序", "直播间")


def candidate(words: Words, hit: Hit, bodies: Mapping[int, Candidate], floor: int) -> Candidate | None:
    """The name, or the unnamed body, that ends in a head; None where there is neither.

    ``bodies`` are the names found to the left, by their end; ``floor`` is where the sentence begins.
    """
    if hit.head.word == "学会" and _LEARNT.match(words.text, hit.end):
        return None
    found = overruled(words, hit, floor, bodies, _candidate(words, hit, bodies, floor))
    found = whole(words, hit, found, bodies)
    if found is None or not found.named:
        return found
    found = without_person(words, hit, opened(words, hit, found))
    read = as_read(words, hit, found)
    if read is None or not read.named:
        return read
    found = read
    if hit.head.group == "known":
        return with_level(words, found) if hit.head.word in _PARTIES else in_session(words, found)  # 省|民进
    if words.text.startswith(("（", "("), found.end):
        # 云岭学院（筹）, 云岭大学（深圳）, 云岭公司(英国)
        note = _NOTE.match(words.text, found.end)
        stays = note and (note[1] in _PENDING or (found.kind in _BRACKETED and is_place(note[1])))
        found = found._replace(end=note.end()) if note and stays else found
    found = with_level(words, found)
    found = of_school(words, hit, with_firm(words, found))
    name = words.text[found.start : found.end]
    if ("家" in name or "所" in name) and _COUNT_INSIDE.search(name):
        return found._replace(named=False, rule="institution.unnamed", score=0.3)  # 全国近百家博物馆
    if _COUNT_BEFORE.search(words.text[max(0, found.start - 6) : found.start]):
        return found._replace(named=False, rule="institution.unnamed", score=0.3)
    return found


def _candidate(words: Words, hit: Hit, bodies: Mapping[int, Candidate], floor: int) -> Candidate | None:
    if hit.head.word == "学会" and words.text[hit.start - 1 : hit.start] in _VERBAL:
        return None
    if hit.head.word in offices() and _is_office(words, hit):
        hit = hit._replace(head=offices()[hit.head.word])
    if hit.head.group == "known":
        if hit.head.kind == "company" and words.text.startswith(_PRODUCTS, hit.end):
            return None
        extended = words.starts[hit.first] < hit.start or hit.head.kind in _EXTENDED
        state = hit.head.kind == "government"
        extended = hit.start > 0 and (extended or (state and _abroad(words, hit)))
        return known(hit, walk(words, hit, bodies, floor, 2) if extended else ())
    if hit.head.group == "journal":
        return journal(words, hit)
    pieces = walk(words, hit, bodies, floor)
    if hit.head.group in ("shop", "trade"):
        return shop(words, hit, pieces)
    told = quoted(words, hit, pieces) if hit.head.group in ("quoted", "weak") else None
    if told is not None or hit.head.group == "quoted":
        return told
    if hit.head.word == "校区" and not any(p.body is not None for p in pieces):
        return None  # where a school stands
    if not pieces and hit.head.group in ("name", "organ"):
        return _unnamed(hit, pieces)
    if hit.head.group == "short":
        return short(hit, pieces)
    if hit.head.group == "site":
        return short(hit, pieces) if words.text.startswith(_DATELINE, hit.end) else None
    if hit.head.group == "brand":
        firm = brand(words, hit, pieces)
        return firm if firm is not None or hit.head.kind != "company" else shop(words, hit, pieces)
    if hit.head.group == "name" and _COUNTED.match(words.text, hit.end):
        return _unnamed(hit, pieces)
    opening = opening_of(pieces, hit)
    if hit.head.group == "unit" and not _is_unit(words, pieces, opening, hit):
        return None
    if hit.head.group == "ministry":
        return ministry(words, hit, pieces)
    if opening == 0 and hit.head.kind == "company" and len(pieces) > 1 and pieces[1].part is Part.NAME:
        # 云峰|香港|有限公司: the place tells which of the firm's branches.
        opening = None
    if hit.head.word in _COMMITTEES and (opening is None or pieces[opening].word not in _PARTIES):
        return None  # 市委|会: the verb
    if opening is not None:
        found = _placed(hit, pieces[: numbered(pieces, opening, hit) + 1])
        if opening or found.named or hit.head.word != "集团":
            return found
        named = pieces[0].word[-1] not in _FULL and pieces[0].word not in WIDE and acts(words.text, hit.end)
        return found._replace(named=True, rule="institution.shop", score=0.7) if named else found
    verb = next((k for k, p in enumerate(pieces) if p.part is Part.VERB), len(pieces))
    pieces = pieces[:verb]
    if hit.head.group == "organ":
        abroad = hit.head.kind in _STATE and len(hit.head.word) > 2
        return (ministry(words, hit, pieces) if abroad else None) or _unnamed(hit, pieces)
    own = society(hit, pieces)
    if own is not None:
        return own
    called = proper_of(pieces, hit)
    if called is not None:
        first = pieces[called]
        if first.number == hit.first - 1 and is_graduate(words, hit, first):
            return None
        listed = words.tag(first.number) == "nt"  # 合肥工业大学
        places = seat(words.text[first.start : hit.end], hit.head.kind) if listed else ()
        return make(hit, first, "institution.name", 0.8, places)
    if hit.head.group == "weak":
        return None
    ours = words.text.endswith(_OURS, 0, pieces[-1].start if pieces else hit.start)
    called = None if ours else word_of(pieces, hit)
    return make(hit, pieces[called], "institution.word", 0.6) if called is not None else _unnamed(hit, pieces)


def _is_office(words: Words, hit: Hit) -> bool:
    """Whether a place or a level stands before a head: 高新区|招商局, 云阜县|发展改革委."""
    before = cut_of(words, hit.first - 1) if hit.first else None
    if before is None or before.part not in (Part.PLACE, Part.ADMIN):
        return False
    return offices()[hit.head.word].kind != hit.head.kind or before.word.endswith(_FULL)


def _abroad(words: Words, hit: Hit) -> bool:
    """Whether a country stands before a known office: 伊朗|外交部, 黎巴嫩|公共|卫生部."""
    before = [
        words.text[words.starts[hit.first] : hit.start],
        *words.words[max(0, hit.first - 3) : hit.first],
    ]
    return not gazetteer().world.isdisjoint(before)


def _is_unit(words: Words, pieces: Sequence[Piece], opening: int | None, hit: Hit) -> bool:
    """Whether a head that only a larger body has stands behind one: 中科院|物理|所, 援藏工作队|昌都|小组."""
    body = pieces[opening].body if opening is not None else None
    if opening is None or body is None or body.kind != hit.head.kind:
        return False
    if hit.head.word == "组" and words.text.startswith(("组长", "副组长", "组员"), hit.end):
        return False  # 援宁工作队|西吉组|组长
    return body.kind == "research" or any(p.part in (Part.PLACE, Part.NAME) for p in pieces[:opening])


def _placed(hit: Hit, pieces: Sequence[Piece]) -> Candidate:
    """A name that begins with a place or a body."""
    head, first = hit.head, pieces[-1]
    core = list(pieces)
    chain: list[str] = []
    while core and (core[-1].part in (Part.PLACE, Part.REGION) or core[-1].word in gazetteer().codes):
        piece = core.pop()
        chain += piece.body.places if piece.body is not None else (piece.word,)
    rule = "institution.body" if first.body is not None else "institution.place"
    if is_named(hit, pieces, core, chain):
        return make(hit, first, rule, 0.9, tuple(chain))
    return Candidate(
        first.start, hit.end, head.kind, False, rule, 0.4, tuple(chain), first.number, head.group
    )


def _unnamed(hit: Hit, pieces: Sequence[Piece]) -> Candidate:
    """A body without a name: 县医院, 市教育局, 学校."""
    start, first, joined = hit.start, hit.first, False
    for piece in pieces:
        joined = joined or (piece.part is Part.JOIN and hit.head.group == "organ")
        domain = joined and piece.part in (Part.JOIN, Part.WORD, Part.ACT)
        if piece.part not in (Part.ADMIN, Part.GENERIC, Part.ORDINAL) and not domain:
            break  # 经济|信息|和|商务局
        start, first = piece.start, piece.number
        if piece.part is Part.ADMIN:
            break
    return unnamed(hit, start, first)
