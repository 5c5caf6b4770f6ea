"""Names by themselves: known bodies, firms called by an unknown word and a trade, short names of schools."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from bangfu.lexicon import table
from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import NUMERALS, SHORT_PLACES, Part, part_of
from bangfu.recognize.institutions.pieces import Candidate, Piece, make
from bangfu.recognize.institutions.shops import acts
from bangfu.recognize.institutions.words import Words, is_word
from bangfu.recognize.news_words import heard
from bangfu.recognize.places import gazetteer

_BEHIND_A_FIRM = frozenset({Part.STOP, Part.TITLE, Part.JOIN, Part.CLOSE, Part.VERB, Part.SOFT})
_SOURCES = ("来源：", "来源:", "来源 ", "来源： ", "稿源：", "转自：", "转载自：", "来自：")
_MINISTERIAL = frozenset({Part.GENERIC, Part.WORD, Part.ACT, Part.JOIN, Part.SOFT, Part.PEOPLE, Part.REGION})
_BEFORE_A_FIRM = frozenset(
    {
        "企业",
        "公司",
        "集团",
        "品牌",
        "商家",
        "厂商",
        "由",
        "与",
        "和",
        "及",
        "走进",
        "联合",
        "携手",
        "邀请",
        "联系",
        "\n",
        "。",
        "：",
        "（",
    }
)
# Trades that are talked of without any firm: 低碳农业, 硬科技.
_SUBJECTS = frozenset(
    {"农业", "科技", "生物", "林业", "渔业", "种业", "牧业", "水泥", "玻璃", "轴承", "能源"}
    | {"商贸", "服饰", "健身", "水务"}
)
_RARE = 30  # times that the counted news hold a word
_FROM = frozenset("自到往于")
# With offices of their own under heads that no county has: 香港|入境|事务|署.
_REGIONS = frozenset({"香港", "澳门"})
_PLACED_FIRMS = frozenset({"石化", "炼化", "联通", "航空"})  # 泰山石化
# Short heads behind any proper name: 光复|国小.
# What stands before the number of a school: 云岭|高新|一中, 云岭|铁|一中.
_SCHOOLS_OF = frozenset(
    {"实验", "附属", "高新", "经开", "铁", "铁路", "外国语", "民建", "民进", "民盟", "民革"}
)
_CALLED = frozenset({"国小", "国中"})
_COUNTRY = frozenset({"中国", "国家", "全国", "国际", "世界", "中央"})
_WORDS = frozenset({Part.WORD, Part.VERB, Part.GENERIC, Part.CHAR})
# Papers of the whole country, and with a province before the name others: 贵州|健康报.
TRADE_PAPERS = frozenset({"健康报", "经济日报", "法治日报", "工人日报", "农民日报", "科技日报"})
_PROPER = frozenset({Part.PLACE, Part.NAME, Part.REGION})
_SEATED = frozenset({"bank", "culture", "hospital", "media", "research", "school", "university"})


def known(hit: Hit, left: Sequence[Piece]) -> Candidate:
    """A known name, with the body it belongs to or the country before it: 川北大学华山医院, 印度外交部."""
    kind = hit.head.kind
    if left and kind == "research" and left[0].body is not None and left[0].body.kind == kind:
        return make(hit, left[0], "institution.known", 0.95, left[0].body.places)
    if kind == "hospital" and len(left) > 1 and left[1].part is Part.PLACE and _numbered(left[0], hit):
        return make(hit, left[1], "institution.known", 0.95, (left[1].word,))
    if left and kind in ("hospital", "university"):
        bodies = [p for p in left if p.body is not None]
        if bodies and (left[0].body is not None or left[0].word in ("附属", "附设")):
            return make(
                hit, bodies[0], "institution.known", 0.95, bodies[0].body.places if bodies[0].body else ()
            )
    beside = left[0].body if left and left[0].number != hit.first else None
    if beside is not None and kind == beside.kind == "military" and left[0].word[-2:] != hit.head.word[-2:]:
        return make(hit, left[0], "institution.known", 0.95, beside.places)
    if left and left[0].part in (Part.PLACE, Part.REGION) and left[0].number == hit.first:
        return make(hit, left[0], "institution.known", 0.95, (left[0].word,))
    place = left[0].word if left and left[0].part is Part.PLACE else None
    if place and (
        kind in ("hospital", "bank")
        or (kind == "media" and hit.head.word in TRADE_PAPERS)
        or hit.head.word.endswith("人民出版社")
        or (
            kind in ("foundation", "association")
            and not hit.head.word.startswith(("中", "全国", "国家", "国务"))
        )
        or (kind in ("government", "university", "military", "party") and place in gazetteer().world)
    ):
        above = left[1:2] if len(left) > 1 and left[1].part is Part.PLACE and len(left[1].word) > 1 else ()
        first = above[0] if above and kind == "hospital" else left[0]
        return make(
            hit, first, "institution.known", 0.95, (place,) if first is left[0] else (first.word, place)
        )
    if (
        kind == "government"
        and len(left) > 1
        and left[0].part is Part.GENERIC
        and left[1].word in gazetteer().world
    ):
        return make(hit, left[1], "institution.known", 0.95, (left[1].word,))
    if (
        kind == "government"
        and len(left) > 2
        and left[0].part is Part.JOIN
        and left[1].part is Part.GENERIC
        and left[2].word in gazetteer().world
    ):
        # 肯尼亚|教育|与|科技部
        return make(hit, left[2], "institution.known", 0.95, (left[2].word,))
    whole = Piece(hit.first, hit.start, Part.NAME, hit.head.word)
    return make(hit, whole, "institution.known", 0.95, seat(hit.head.word, kind))


def _numbered(piece: Piece, hit: Hit) -> bool:
    """Whether a numeral right before a known name makes another one of it: 云南省|五|华山医院."""
    return piece.part is Part.NUMBER and piece.start + len(piece.word) == hit.start


@lru_cache(maxsize=1 << 12)
def seat(name: str, kind: str) -> tuple[str, ...]:
    """The place that a known name begins with, where that tells where the body stands: 合肥|工业大学."""
    listed = gazetteer()
    place = next((name[:k] for k in (3, 2) if name[:k] in listed.codes and len(name) > k), "")
    return (place,) if place and place not in listed.words and kind in _SEATED else ()


def brand(words: Words, hit: Hit, pieces: Sequence[Piece]) -> Candidate | None:
    """A firm called by an unknown word and its trade, with no other head behind: 云峻科技."""
    if hit.head.word in _PLACED_FIRMS and pieces and pieces[0].part in (Part.PLACE, Part.NAME):
        if pieces[0].word in gazetteer().world or not _ends_here(words, hit):
            return None
        return make(hit, pieces[0], "institution.brand", 0.7, (pieces[0].word,))
    if not pieces or pieces[0].part is not Part.NAME or len(pieces[0].word) != 2:
        return None
    told = acts(words.text, hit.end)
    if is_word(pieces[0].word) and not (
        told and (pieces[0].word in _called() or heard(pieces[0].word) < _RARE)
    ):
        return None  # 星辰|科技|董事长, not 发展|星辰|科技
    if words.text[pieces[0].start - 1 : pieces[0].start].isdigit():
        return None
    if not told and words.tag(pieces[0].number)[0] in "vdp":
        return None
    seats = list(takewhile(lambda p: p.part is Part.PLACE and len(p.word) > 1, pieces[1:]))
    placed = bool(seats) and hit.head.word not in _SUBJECTS
    told = told or (_ends_here(words, hit) and (placed or _is_told(words, hit, pieces[0])))
    places = tuple(seat.word for seat in reversed(seats))
    return make(hit, [pieces[0], *seats][-1], "institution.brand", 0.7, places) if told else None


@lru_cache(maxsize=1)
def _called() -> frozenset[str]:
    """Common words that firms are called by."""
    return frozenset(word for word, part in table("institution_parts") if part == "name")


def _is_told(words: Words, hit: Hit, first: Piece) -> bool:
    """Whether the words around say that this is a firm: 企业|云峻科技, 云峻科技|董事长; not 发展|低碳农业."""
    after = hit.last + 1
    if after < len(words.words) and part_of(words.words[after], words.tag(after)) is Part.TITLE:
        return True
    before = words.words[first.number - 1] if first.number else "\n"
    listed = before == "、" and hit.head.word not in _SUBJECTS
    return listed or before in _BEFORE_A_FIRM or before[-1] in _FROM


def _ends_here(words: Words, hit: Hit) -> bool:
    after = hit.last + 1
    return after >= len(words.words) or part_of(words.words[after], words.tag(after)) in _BEHIND_A_FIRM


def short(hit: Hit, pieces: Sequence[Piece]) -> Candidate | None:
    """A short school name behind a place or a proper word: 巴林一中, 石桥镇二小, 实验三小."""
    chain: list[Piece] = []
    for piece in _joined(pieces):
        if (
            piece.part in (Part.PLACE, Part.ADMIN)
            or (hit.head.group == "site" and piece.part is Part.REGION and piece.word not in _COUNTRY)
            or (piece.part is Part.NAME and len(piece.word) > 1)
            or (not chain and piece.body is not None and piece.body.kind == "university")
            or (not chain and piece.word in _SCHOOLS_OF)
            or (not chain and hit.head.word in _CALLED and piece.part in _WORDS and len(piece.word) > 1)
        ):
            chain.append(piece)
        else:
            break
    while chain and chain[-1].part not in _PROPER and hit.head.word not in _CALLED:
        chain.pop()
    if not chain or chain[-1].word[0] in NUMERALS or len(chain[-1].word) == 1:
        return None
    places = tuple(p.word for p in reversed(chain) if p.part is Part.PLACE)
    return make(hit, chain[-1], "institution.short", 0.8, places)


def _joined(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces, with two rare characters as one name: 石坝县|颍|中|一中."""
    if len(pieces) < 2 or len(pieces[0].word) > 1 or len(pieces[1].word) > 1:
        return pieces
    rare = pieces[1].part in (Part.CHAR, Part.PLACE) and pieces[0].part in (
        Part.CHAR,
        Part.PLACE,
        Part.GENERIC,
    )
    alone = len(pieces) == 2 or (pieces[2].part is Part.PLACE and len(pieces[2].word) > 1)
    if not (rare and alone):
        return pieces
    return [pieces[1]._replace(part=Part.NAME, word=pieces[1].word + pieces[0].word), *pieces[2:]]


def is_source(words: Words, pieces: Sequence[Piece]) -> bool:
    """Whether a page names the medium as its source: 来源：云阜发布."""
    return bool(pieces) and words.text.endswith(_SOURCES, 0, pieces[-1].start)


def ministry(words: Words, hit: Hit, pieces: Sequence[Piece]) -> Candidate | None:
    """The ministry of a country, which may stand in short form: 老挝|农业|和|畜牧业|部, 老|教育|部.

    A head of more than one character may stand right behind the country: 美国政府|问责局, 俄|安全会议.
    """
    last = next((k for k, p in enumerate(pieces) if p.part not in _MINISTERIAL), len(pieces))
    if not (last or len(hit.head.word) > 1) or last == len(pieces):
        return None
    country = pieces[last]
    world = gazetteer().world
    named = country.word in world or country.word in _REGIONS
    if not named and not (country.word.endswith(("政府", "联邦")) and country.word[:-2] in world):
        begins = len(country.word) == 1 and country.part in (Part.CHAR, Part.NAME, Part.PLACE)
        begins = begins and all(len(p.word) > 1 or p.part is Part.JOIN for p in pieces[:last])
        if not begins or not any(c[0] == country.word and c in words.text for c in world):
            return None
        if country.start and words.text[country.start - 1] in SHORT_PLACES:
            country = country._replace(start=country.start - 1)  # 中|沙|经贸合作委员会
    return make(hit, country, "institution.place", 0.9, (country.word,))
