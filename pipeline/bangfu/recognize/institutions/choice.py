"""Where an institution's name begins among the words left of its head, and whether it is a name at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bangfu.recognize.institutions.called import behind_place, called, with_grammar
from bangfu.recognize.institutions.halves import with_half
from bangfu.recognize.institutions.heads import Hit, offices
from bangfu.recognize.institutions.known import TRADE_PAPERS, brand, is_source, known, ministry, seat, short
from bangfu.recognize.institutions.levels import of_school, society, with_firm, with_level
from bangfu.recognize.institutions.marks import DOTS
from bangfu.recognize.institutions.misread import as_read
from bangfu.recognize.institutions.named import WIDE, is_named
from bangfu.recognize.institutions.national import IN_SESSION, in_session, journal, of_a_unit, serving
from bangfu.recognize.institutions.opening import numbered, opening_of
from bangfu.recognize.institutions.overrule import overruled
from bangfu.recognize.institutions.parts import Part
from bangfu.recognize.institutions.persons import is_given_name, of_holder, opened, without_person
from bangfu.recognize.institutions.pieces import Candidate, Piece, make
from bangfu.recognize.institutions.proper import proper, worded
from bangfu.recognize.institutions.quoted import quoted, whole
from bangfu.recognize.institutions.schools import has_hospital, is_adverb, is_building, is_graduate
from bangfu.recognize.institutions.shops import acts, shop
from bangfu.recognize.institutions.stops import cut_of
from bangfu.recognize.institutions.units import BRANCHES
from bangfu.recognize.institutions.walk import walk
from bangfu.recognize.institutions.words import Words, is_word
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
_COUNTING = frozenset("家所支个座间")
_COUNT_BEFORE = re.compile("(?:[0-9〇零二两三四五六七八九十百千万几数多]|[数几十]余)多?[家所支个座间]$")
# 我校|教育|发展基金会: a common word makes no name there.
_OURS = ("我校", "我院", "本校", "本院", "我会", "我县", "我市", "该校", "该院", "我村", "学校", "学院")
_VERBAL = frozenset("要能没才就已快会让使再先也都我他她你们未想刚内里中可并地便后需者人生员子")
# 教会|27人, 教会|村民.
_TAUGHT = re.compile(r"[了他她它们我你大孩学村当徒群患病牧农妇老家]|\d|[一二两三四五六七八九十几]+[名个位多]")
_LEARNT = re.compile("了(?!解)|着|过|如何|怎[么样]")  # 李明|学会了
_PENDING = frozenset({"筹", "筹建", "集团", "总商会", "商会"})
_BRACKETED = frozenset({"university", "company"})
_NOTE = re.compile("[（(]([\u4e00-\u9fff]{1,4})[）)]")
_PRODUCTS = ("公益平台", "平台", "APP", "App", "小程序", "直播间")
# With a general hospital of their own.
_INDUSTRY = re.compile(
    "电力|煤炭|煤矿|矿业|石油|油田|石化|化工|冶金|钢铁|有色|铁路|铁道|航天|航空|民航|邮电|电子|纺织|轻工|机械"
    "|兵工|兵器|核工业|水利|水电|建工|交通|海运|航运|林业|农垦|盐业|地质|建材|造船|船舶"
)


def candidate(words: Words, hit: Hit, bodies: Mapping[int, Candidate], floor: int) -> Candidate | None:
    """The name, or the unnamed body, that ends in a head; None where there is neither.

    ``bodies`` are the names found to the left, by their end; ``floor`` is where the sentence begins.
    """
    if hit.head.word == "学会" and _LEARNT.match(words.text, hit.end):
        return None
    if (hit.head.word == "教会" and _TAUGHT.match(words.text, hit.end)) or is_given_name(words, hit):
        return None
    found = overruled(words, hit, floor, bodies, _candidate(words, hit, bodies, floor))
    if found is None or not found.named:
        found = behind_place(words, hit) or called(words, hit) or found
    found = with_grammar(words, hit, found)
    found = whole(words, hit, found, bodies)
    if found is None or not found.named:
        return found
    if of_holder(words.text, found, hit, bodies):
        return None
    found = without_person(words, hit, opened(words, hit, with_half(words, found)))
    read = as_read(words, hit, found)
    if read is None or not read.named:
        return read
    found = read
    if hit.head.group == "known":
        if hit.head.word in _PARTIES:
            return with_level(words, found)  # 省|民进
        return in_session(words, found) if hit.head.word in IN_SESSION else found
    if found.kind == "military":
        found = of_a_unit(words, found)
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
    begin = max(0, found.start - 6)
    if words.text[found.start - 1 : found.start] in _COUNTING and _COUNT_BEFORE.search(
        words.text[begin : found.start]
    ):
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
        joined = words.starts[hit.first] < hit.start
        if hit.head.kind == "company" and hit.start and not joined:
            left = walk(words, hit, bodies, floor, 2)
            apart = len(left) > 1 and left[0].part is Part.NAME and not is_word(left[0].word)
            if apart and left[1].part is Part.PLACE:
                return make(hit, left[1], "institution.place", 0.9, (left[1].word,))  # 湖州|弁山|国投集团
        extended = joined or hit.head.kind in _EXTENDED or hit.head.word.endswith("人民出版社")
        extended = extended or hit.head.word in TRADE_PAPERS
        extended = extended or (hit.head.kind == "government" and _abroad(words, hit))
        return known(
            hit,
            walk(words, hit, bodies, floor, 3 if hit.head.kind == "government" else 2)
            if extended and hit.start
            else (),
        )
    if hit.head.group == "journal":
        return journal(words, hit)
    pieces = walk(words, hit, bodies, floor)
    if hit.head.word == "总会" and is_adverb(words, hit, pieces):
        return None
    if hit.head.group in ("shop", "trade"):
        return shop(words, hit, pieces)
    told = quoted(words, hit, pieces) if hit.head.group in ("quoted", "weak") else None
    if told is not None or hit.head.group == "quoted":
        return told
    if hit.head.word == "校区" and not any(p.body is not None for p in pieces):
        return None  # where a school stands
    if hit.head.kind == "culture" and pieces and is_building(words, pieces[-1], bodies):
        return _unnamed(hit, ())
    if not pieces and hit.head.group in ("name", "organ"):
        return serving(words, hit) or _unnamed(hit, pieces)
    if hit.head.group == "short":
        return short(hit, pieces)
    if hit.head.group == "site":
        source = words.text.startswith(_DATELINE, hit.end) and hit.head.word != "发布"
        return short(hit, pieces) if source or is_source(words, pieces) else None
    if hit.head.group == "brand":
        firm = brand(words, hit, pieces)
        return firm if firm is not None or hit.head.kind != "company" else shop(words, hit, pieces)
    if hit.head.group == "name" and _COUNTED.match(words.text, hit.end) and not _is_last(words, pieces):
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
        if opening + 1 < len(pieces) and pieces[opening + 1].word[-1] in DOTS:
            opening += 1  # 买买提·|江村|小学
        unnamed = pieces[opening].part not in (Part.PLACE, Part.REGION) and hit.head.group == "organ"
        if unnamed and any(p.part is Part.ADMIN for p in pieces[opening + 1 : opening + 2]):
            return _unnamed(hit, pieces)  # 省|宗教|局
        found = _placed(hit, pieces[: numbered(pieces, opening, hit) + 1])
        if found is None or opening or found.named or hit.head.word != "集团":
            return found
        named = pieces[0].word[-1] not in _FULL and pieces[0].word not in WIDE and acts(words.text, hit.end)
        return found._replace(named=True, rule="institution.shop", score=0.7) if named else found
    verb = next((k for k, p in enumerate(pieces) if p.part is Part.VERB), len(pieces))
    pieces = pieces[:verb]
    if hit.head.word == "总医院" and pieces and _INDUSTRY.fullmatch(pieces[0].word):
        return make(hit, pieces[0], "institution.name", 0.8)  # 煤炭|总医院
    if hit.head.group == "organ":
        abroad = hit.head.kind in _STATE and len(hit.head.word) > 2
        return (ministry(words, hit, pieces) if abroad else None) or _unnamed(hit, pieces)
    own = society(hit, pieces)
    if own is not None:
        return own
    called = proper(pieces, hit)
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
    called = None if ours else worded(pieces, hit)
    if called is None and pieces and hit.head.kind == "university" and has_hospital(words, hit, pieces[0]):
        called = 0
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


def _is_last(words: Words, pieces: Sequence[Piece]) -> bool:
    """Whether a name is the last of several that are counted together: 石桥中学|和|沙坪小学|两所."""
    return bool(pieces) and words.text[pieces[-1].start - 1 : pieces[-1].start] in ("和", "与", "及")


def _is_unit(words: Words, pieces: Sequence[Piece], opening: int | None, hit: Hit) -> bool:
    """Whether a head that only a larger body has stands behind one: 中科院|物理|所, 援藏工作队|昌都|小组."""
    body = pieces[opening].body if opening is not None else None
    if opening is None or body is None or body.kind != hit.head.kind:
        return False
    if hit.head.word == "组" and words.text.startswith(("组长", "副组长", "组员"), hit.end):
        return False  # 援宁工作队|西吉组|组长
    return body.kind == "research" or any(p.part in (Part.PLACE, Part.NAME) for p in pieces[:opening])


def _placed(hit: Hit, pieces: Sequence[Piece]) -> Candidate | None:
    """A name that begins with a place or a body."""
    head, first = hit.head, pieces[-1]
    core = list(pieces)
    chain: list[str] = []
    while core and (core[-1].part in (Part.PLACE, Part.REGION) or core[-1].word in gazetteer().codes):
        piece = core.pop()
        chain += piece.body.places if piece.body is not None else (piece.word,)
    if first.body is not None and not core and head.word in BRANCHES:
        return None
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
    return Candidate(
        start, hit.end, hit.head.kind, False, "institution.unnamed", 0.3, (), first, hit.head.group
    )
