"""Where an institution's name begins among the words left of its head, and whether it is a name at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bangfu.recognize.institutions_heads import Hit
from bangfu.recognize.institutions_parts import NUMERALS, Part, part_of
from bangfu.recognize.institutions_walk import BRANCHES, Candidate, Piece, walk
from bangfu.recognize.institutions_words import Words, is_word
from bangfu.recognize.places import gazetteer

# Heads so plain that a common word before them makes no name (改造学校, 龙头公司).
_PLAIN = frozenset({"学校", "公司", "医院", "大学", "银行", "学院", "合作社"})
# Bodies that are called by a common word: 石榴小学, 晨光基金会.
_WORDED = frozenset({"school", "foundation", "association", "media", "other"})
_SERVICES = frozenset({"school", "hospital", "university", "bank"})
# Teams of rescuers are called by a common word: 蓝天救援队.
_RESCUE = frozenset({"救援队", "志愿救援队", "救援总队", "救援联盟"})
# Forces whose units are named by their place: 武警云岭总队.
_FORCES = frozenset({"武警", "解放军", "海警", "公安", "消防"})
_PLAINEST = frozenset({"中心", "部队", "大队", "中队", "工厂", "厂", "工会", "分会", "院校", "高中", "初中"})
_BEHIND_A_FIRM = frozenset({Part.STOP, Part.TITLE, Part.JOIN, Part.CLOSE, Part.VERB, Part.SOFT})
_DATELINE = ("讯", "记者", "消息", "电", "报道", "通讯员", "综合")
_COMMITTEES = frozenset({"省委会", "市委会", "区委会"})
_PARTIES = frozenset({"民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟"})
_WIDE = frozenset({"全国", "国家", "国际", "世界"})
# 全国|旅行社, 国家|电视台: any of them; 国家|图书馆 is one.
_COUNTRYWIDE = frozenset({"school", "hospital", "company", "court", "bank", "media"})
# Offices that are called by their village or street.
_LOCAL = frozenset({"派出所", "法庭", "人民法庭", "司法所", "税务所", "街道办事处", "街道办"})
_CENTRE = _WIDE | {"中央", "联邦"}
# 建成侨心学校7所: so many of a kind.
_COUNTED = re.compile("共?(?:[0-9〇零一二两三四五六七八九十百千]+|数[十百])余?多?[所家座](?![\u4e00-\u9fff])")
# Known bodies that may have a place or a body before their name: 川北大学|华山医院.
_EXTENDED = frozenset({"military", "hospital", "university", "research", "bank", "foundation", "association"})
# 8个国家主流电视台, 85家食用菌专业合作社: so many of a kind; 一支 may be followed by a name.
# 云阜|高新技术|产业|开发区|管委会: longer than the names of other places.
_ZONES = frozenset({"开发区", "高新区", "经开区", "新区", "园区", "示范区", "保护区", "产业园区", "工业园区"})
_COUNT_INSIDE = re.compile("[近约超]?[十百千万0-9数几]余?多?[家所](?!小学)")
_RURAL = frozenset({"乡", "镇", "旗"})
_SEATED = frozenset({"bank", "culture", "hospital", "media", "research", "school", "university"})
_COUNTING = frozenset("家所支个座间")
_COUNT_BEFORE = re.compile("(?:[0-9〇零二两三四五六七八九十百千万几数多]|[数几十]余)多?[家所支个座间]$")
_WIDEST_GAP = 7
_NEXT_GAP = 3


def candidate(words: Words, hit: Hit, bodies: Mapping[int, Candidate], floor: int) -> Candidate | None:
    """The name, or the unnamed body, that ends in a head; None where there is neither.

    ``bodies`` are the names found to the left, by their end; ``floor`` is where the sentence begins.
    """
    found = _candidate(words, hit, bodies, floor)
    if found is None or not found.named or hit.head.group == "known":
        return found
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
    if hit.head.group == "known":
        extended = hit.head.kind in _EXTENDED or (
            hit.head.kind == "government" and words.words[hit.first - 1] in gazetteer().world
        )
        return _known(hit, walk(words, hit, bodies, floor, 2) if extended and hit.first else ())
    pieces = walk(words, hit, bodies, floor)
    if not pieces and hit.head.group in ("name", "organ"):
        return _unnamed(hit, pieces)
    if hit.head.group == "short":
        return _short(hit, pieces)
    if hit.head.group == "site":
        return _short(hit, pieces) if words.text.startswith(_DATELINE, hit.end) else None
    if hit.head.group == "brand":
        return _brand(words, hit, pieces)
    if hit.head.group == "name" and _COUNTED.match(words.text, hit.end):
        return _unnamed(hit, pieces)
    opening = _opening(pieces, hit)
    if hit.head.group == "unit":
        body = pieces[opening].body if opening is not None else None
        if opening is None or body is None or body.kind != "research":
            return None
    if opening == 0 and hit.head.kind == "company" and len(pieces) > 1 and pieces[1].part is Part.NAME:
        # 云峰|香港|有限公司: the place tells which of the firm's branches.
        opening = None
    if hit.head.word in _COMMITTEES and (opening is None or pieces[opening].word not in _PARTIES):
        return None  # 市委|会: the verb
    if opening is not None:
        unnamed = pieces[opening].part not in (Part.PLACE, Part.REGION) and hit.head.group == "organ"
        if unnamed and any(p.part is Part.ADMIN for p in pieces[opening + 1 : opening + 2]):
            return _unnamed(hit, pieces)  # 省|宗教|局
        return _placed(hit, pieces[: _numbered(pieces, opening, hit) + 1])
    verb = next((k for k, p in enumerate(pieces) if p.part is Part.VERB), len(pieces))
    pieces = pieces[:verb]
    if hit.head.group == "organ":
        return _unnamed(hit, pieces)
    proper = _proper(pieces, hit)
    if proper is not None:
        return _make(hit, pieces[proper], "institution.name", 0.8)
    if hit.head.group == "weak":
        return None
    word = _word(pieces, hit)
    return _make(hit, pieces[word], "institution.word", 0.6) if word is not None else _unnamed(hit, pieces)


def _make(hit: Hit, first: Piece, rule: str, score: float, places: tuple[str, ...] = ()) -> Candidate:
    return Candidate(
        first.start, hit.end, hit.head.kind, True, rule, score, places, first.number, hit.head.group
    )


def _known(hit: Hit, left: Sequence[Piece]) -> Candidate:
    """A known name, with the body it belongs to or the country before it: 川北大学华山医院, 印度外交部."""
    kind = hit.head.kind
    if left and kind == "research" and left[0].body is not None and left[0].body.kind == kind:
        return _make(hit, left[0], "institution.known", 0.95, left[0].body.places)
    if left and kind in ("hospital", "university"):
        bodies = [p for p in left if p.body is not None]
        if bodies and (left[0].body is not None or left[0].word == "附属"):
            return _make(
                hit, bodies[0], "institution.known", 0.95, bodies[0].body.places if bodies[0].body else ()
            )
    if left and kind == "military" and left[0].body is not None and left[0].body.kind == kind:
        return _make(hit, left[0], "institution.known", 0.95, left[0].body.places)
    place = left[0].word if left and left[0].part is Part.PLACE else None
    if place and (
        kind in ("hospital", "bank")
        or (kind in ("foundation", "association") and not hit.head.word.startswith(("中", "全国", "国")))
        or (kind in ("government", "university", "military") and place in gazetteer().world)
    ):
        return _make(hit, left[0], "institution.known", 0.95, (place,))
    whole = Piece(hit.first, hit.start, Part.NAME, hit.head.word)
    return _make(hit, whole, "institution.known", 0.95, _seat(hit.head.word, kind))


@lru_cache(maxsize=1 << 12)
def _seat(name: str, kind: str) -> tuple[str, ...]:
    """The place that a known name begins with, where that tells where the body stands: 合肥|工业大学."""
    known = gazetteer()
    seat = next((name[:k] for k in (3, 2) if name[:k] in known.codes and len(name) > k), "")
    return (seat,) if seat and seat not in known.words and kind in _SEATED else ()


def _brand(words: Words, hit: Hit, pieces: Sequence[Piece]) -> Candidate | None:
    """A firm called by an unknown word and its trade, with no other head behind: 云峻科技."""
    if not pieces or pieces[0].part is not Part.NAME or len(pieces[0].word) != 2 or is_word(pieces[0].word):
        return None
    if words.text[pieces[0].start - 1 : pieces[0].start].isdigit() or words.tag(pieces[0].number)[0] in "vdp":
        return None
    after = hit.last + 1
    if after < len(words.words) and part_of(words.words[after], words.tag(after)) not in _BEHIND_A_FIRM:
        return None
    return _make(hit, pieces[0], "institution.brand", 0.7)


def _short(hit: Hit, pieces: Sequence[Piece]) -> Candidate | None:
    """A short school name behind a place or a proper word: 巴林一中, 石桥镇二小, 实验三小."""
    chain: list[Piece] = []
    for piece in pieces:
        if (
            piece.part in (Part.PLACE, Part.ADMIN)
            or (piece.part is Part.NAME and len(piece.word) > 1)
            or (not chain and piece.word in ("实验", "附属"))
        ):
            chain.append(piece)
        else:
            break
    while chain and chain[-1].part not in (Part.PLACE, Part.NAME):
        chain.pop()
    if not chain or chain[-1].word[0] in NUMERALS:
        return None
    places = tuple(p.word for p in reversed(chain) if p.part is Part.PLACE)
    return _make(hit, chain[-1], "institution.short", 0.8, places)


def _opening(pieces: Sequence[Piece], hit: Hit) -> int | None:
    """The leftmost place or body from which no wide gap parts the head."""
    found: int | None = None
    gap = 0
    for k, piece in enumerate(pieces):
        if _opens(pieces, k, hit):
            found, gap = k, 0
            continue
        if piece.part is Part.ACT and found is not None:
            # 上海|召集|中国: a noun of action between two places is a verb.
            break
        gap += 2 if piece.part is Part.VERB else 1
        if gap > (_WIDEST_GAP if found is None else _NEXT_GAP):
            break
    return found


def _numbered(pieces: Sequence[Piece], opening: int, hit: Hit) -> int:
    """The opening, or the number of the team in front of it: 第三批|援|云岭|医疗队."""
    k = opening + 1
    while k < len(pieces) and (pieces[k].part is Part.SOFT or pieces[k].word == "援"):
        k += 1
    number = hit.head.kind == "team" and k < len(pieces) and pieces[k].part is Part.BATCH
    return k if number else opening


def _opens(pieces: Sequence[Piece], k: int, hit: Hit) -> bool:
    """Whether the piece opens a name as a place does."""
    piece = pieces[k]
    beside = pieces[k + 1].part if k + 1 < len(pieces) else Part.STOP
    if piece.part in (Part.PLACE, Part.REGION):
        # 京藏 and the like begin a name; one character does not behind an unknown one; 国际 and the
        # like stand behind a proper name too (云峰|国际|投资).
        if len(piece.word) == 1:
            return beside is not Part.CHAR
        return piece.word not in _WIDE or all(p.part not in (Part.NAME, Part.CHAR) for p in pieces[k + 1 :])
    level = k > 0 and pieces[k - 1].part is Part.ADMIN and pieces[k - 1].word != "自治区"
    if piece.part is Part.WORD and level and len(piece.word) == 2:
        city = k > 1 and pieces[k - 1].word == "市" and pieces[k - 2].part is Part.PLACE
        return city or pieces[k - 1].word in _RURAL  # 凤凰|乡|卫生院
    if piece.part is Part.WORD:
        return k == 0 and hit.head.word in _LOCAL
    if piece.part not in (Part.NAME, Part.CHAR) or (len(piece.word) < 2 and not level):
        return False
    # 云溪|镇|中学, 唐岗|派出所: a place that no gazetteer lists.
    zone = 3 if pieces[0].word in _ZONES else 1
    near = k == 0 or (
        k < zone + 2 and all(p.part in (Part.WORD, Part.GENERIC) for p in pieces[zone // 3 : k])
    )
    return (
        level
        or (hit.head.group == "organ" and len(hit.head.word) > 1 and near)
        or (piece.word in gazetteer().words and k == 0)
    )


def _proper(pieces: Sequence[Piece], hit: Hit) -> int | None:
    """The leftmost proper or unknown word, near enough to a weak head."""
    found, head_word = None, hit.head.word
    for k, piece in enumerate(pieces):
        if hit.head.group == "weak" and found is None and k > 2:
            break
        if len(piece.word) == 1 and piece.part in (Part.CHAR, Part.NAME, Part.REGION):
            # One character is a name only beside another one, or beside a name.
            left = k + 1 < len(pieces) and pieces[k + 1].part in (Part.CHAR, Part.NAME, Part.REGION)
            if left or (k and pieces[k - 1].part in (Part.CHAR, Part.NAME)):
                found = k
        elif (piece.part is Part.NAME and (head_word not in _PLAINEST or piece.word[0] in "“《")) or (
            piece.part is Part.BATCH and hit.head.kind == "team"
        ):
            found = k
    return found


def _word(pieces: Sequence[Piece], hit: Hit) -> int | None:
    """The leftmost common word, where the head is no plain one and the name stays short."""
    registered = hit.head.kind == "company" and len(hit.head.word) > 3
    worded = registered or hit.head.kind in _WORDED or hit.head.word in _RESCUE
    if hit.head.word in _PLAIN or not worded:
        return None
    act = next((k for k, p in enumerate(pieces) if p.part is Part.ACT), len(pieces))
    k = max((k for k, p in enumerate(pieces[:act]) if p.part is Part.WORD), default=-1)
    if not 0 <= k < 3:
        return None
    if k + 1 < len(pieces) and pieces[k + 1].part in (Part.CHAR, Part.ADMIN):
        k += 1  # 高|石桥|小学, 自治区|妇女|发展|基金会
    return k if hit.start - pieces[k].start >= 2 else None


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
    if _is_named(hit, pieces, core, chain):
        return _make(hit, first, rule, 0.9, tuple(chain))
    return Candidate(
        first.start, hit.end, head.kind, False, rule, 0.4, tuple(chain), first.number, head.group
    )


def _is_named(hit: Hit, pieces: Sequence[Piece], core: Sequence[Piece], chain: Sequence[str]) -> bool:
    """Whether places and modifiers in front of a head make a name: not 北京市|学校, 上海|公司, 美国|政府."""
    head, known = hit.head, gazetteer()
    place = pieces[0].word
    level = len(core) == len(pieces) == 2 and core[0].part is Part.ADMIN
    if head.word == "政府" and ((core and not level) or len(place) == 1 or place in known.world | _CENTRE):
        return False
    if pieces[-1].word in _CENTRE and (
        (head.group == "weak" and all(p.part in (Part.GENERIC, Part.WORD, Part.ACT) for p in core))
        or (head.group == "organ" and not core and len(chain) == 1)
    ):
        return False
    if head.group == "weak" and core and all(p.part is Part.ADMIN for p in core):
        # 北京市|区|中心 has no name; 石桥|村|村委会 has the name of a place that no gazetteer lists.
        return len(core) == 1 and core[0].word == "村" and bool(chain) and chain[-1] not in known.codes
    if _is_kind(hit, pieces, core):
        return False
    if core or pieces[-1].body is not None:
        return True
    if len(chain) > 1 and pieces[0].part is Part.REGION and pieces[0].body is None:
        return True
    if head.kind == "company":
        return len(head.word) > 3 or place not in known.codes.keys() | known.world
    if head.word == "学校":
        return any(not code.endswith("00") for code in known.codes.get(place, ()))
    # A city has one 疾控中心 or 中医院, and many 小学 and 医院.
    many = head.kind in _SERVICES and not head.word.endswith(("中心", "保健院", "中医院"))
    if (many or head.word == "基金会") and (place in known.world or place.endswith(("省", "市", "自治区"))):
        return False
    if head.group == "weak":
        if len(head.word) > 5 and head.word.endswith("中心"):
            return place not in known.world | _CENTRE  # 新时代文明实践中心, one of a kind
        force = head.kind == "team" and len(chain) > 1 and pieces[-1].word in _FORCES
        branch = head.kind == "party" and place.endswith("村")
        return force or branch or head.kind in ("government", "school", "media")
    if head.group == "organ":
        return place not in known.world or len(head.word) > 2 or head.word in ("议会", "国会", "央行")
    return not (len(chain) == 1 and place in _WIDE) or (head.kind == "culture" and place == "国家")


def _is_kind(hit: Hit, pieces: Sequence[Piece], core: Sequence[Piece]) -> bool:
    """Whether a country, or the whole of it, and common words only tell what sort a body is of."""
    head, first = hit.head, pieces[-1]
    if first.body is not None:
        return False
    if head.word == "部队":
        return first.word not in _FORCES | gazetteer().world and "驻" not in [p.word for p in pieces]
    common = all(p.part in (Part.GENERIC, Part.WORD, Part.ACT, Part.ADMIN) for p in core)
    plain = head.group == "name" and head.kind in _COUNTRYWIDE
    return common and plain and first.word in _WIDE and not head.word.endswith(("中心", "有限公司"))


def _unnamed(hit: Hit, pieces: Sequence[Piece]) -> Candidate:
    """A body without a name: 县医院, 市教育局, 学校."""
    start, first = hit.start, hit.first
    for piece in pieces:
        if piece.part not in (Part.ADMIN, Part.GENERIC, Part.ORDINAL):
            break
        start, first = piece.start, piece.number
        if piece.part is Part.ADMIN:
            break
    return Candidate(
        start, hit.end, hit.head.kind, False, "institution.unnamed", 0.3, (), first, hit.head.group
    )
