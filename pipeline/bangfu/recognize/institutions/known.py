"""Names by themselves: known bodies, firms called by an unknown word and a trade, short names of schools."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from bangfu.recognize.institutions.cut import Words, is_word
from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import NUMERALS, SHORT_PLACES, Part, part_of
from bangfu.recognize.institutions.pieces import Candidate, Piece, make
from bangfu.recognize.institutions.shops import acts
from bangfu.recognize.news_words import heard
from bangfu.recognize.places import gazetteer

# Bodies that are elected anew with every session; the congress itself is named with its meetings.
_ELECTED = frozenset({"全国人大常委会", "全国人民代表大会常务委员会"})
_SESSION = re.compile("第?[一二三四五六七八九十]{1,3}届$")
_SESSION_LENGTH = 5
_PUBLISHED = ("杂志", "期刊", "周刊", "月刊", "发表", "刊发", "刊登", "编辑部")
_BEHIND_A_FIRM = frozenset({Part.STOP, Part.TITLE, Part.JOIN, Part.CLOSE, Part.VERB, Part.SOFT})
_MINISTERIAL = frozenset({Part.GENERIC, Part.WORD, Part.ACT, Part.JOIN, Part.SOFT, Part.PEOPLE, Part.REGION})
# Trades that are talked of without any firm: 低碳农业, 硬科技.
_SUBJECTS = frozenset(
    {"农业", "科技", "生物", "林业", "渔业", "种业", "牧业", "水泥", "玻璃", "轴承", "能源"}
    | {"商贸", "服饰", "健身", "水务"}
)
_PLACED_FIRMS = frozenset({"石化", "炼化", "联通", "航空"})  # 泰山石化
_RARE = 30  # times that the counted news hold a word
# What stands before the number of a school: 云岭|高新|一中, 云岭|铁|一中.
_SCHOOLS_OF = frozenset({"实验", "附属", "高新", "经开", "铁", "铁路", "外国语", "民建", "民进", "民盟"}) | {
    "民革"
}
_PROPER = frozenset({Part.PLACE, Part.NAME, Part.REGION})
_SEATED = frozenset({"bank", "culture", "hospital", "media", "research", "school", "university"})
_ABROAD = frozenset({"government", "university", "military", "party"})


def known(hit: Hit, left: Sequence[Piece]) -> Candidate:
    """A known name, with the body it belongs to or the country before it: 川北大学华山医院, 印度外交部."""
    kind, world = hit.head.kind, gazetteer().world
    whole = Piece(hit.first, hit.start, Part.NAME, hit.head.word)
    places = seat(hit.head.word, kind)
    if left:
        owner = next((p for p in left if p.body is not None), None)
        beside, owned = left[0], kind in ("hospital", "university")
        body = beside.body if beside.number != hit.first else None
        if owner is not None and owner.body is not None and (owned or body is owner.body is not None):
            unit = owned or kind == owner.body.kind == "research"
            unit = unit or (kind == owner.body.kind == "military" and beside.word[-2:] != hit.head.word[-2:])
            if unit:
                whole, places = owner, owner.body.places
        elif beside.part in (Part.PLACE, Part.REGION) and beside.number == hit.first:
            whole, places = beside, (beside.word,)
        elif beside.part is Part.PLACE and (
            kind in ("hospital", "bank") or (kind in _ABROAD and beside.word in world)
        ):
            above = left[1] if kind == "hospital" and len(left) > 1 and left[1].part is Part.PLACE else beside
            whole = above if len(above.word) > 1 else beside
            places = (beside.word,) if whole is beside else (whole.word, beside.word)
        elif kind == "government" and beside.part is Part.GENERIC and len(left) > 1 and left[1].word in world:
            whole, places = left[1], (left[1].word,)  # 肯尼亚|公共|卫生部
    return make(hit, whole, "institution.known", 0.95, places)


@lru_cache(maxsize=1 << 12)
def seat(name: str, kind: str) -> tuple[str, ...]:
    """The place that a known name begins with, where that tells where the body stands: 合肥|工业大学."""
    listed = gazetteer()
    place = next((name[:k] for k in (3, 2) if name[:k] in listed.codes and len(name) > k), "")
    return (place,) if place and place not in listed.words and kind in _SEATED else ()


def in_session(words: Words, found: Candidate) -> Candidate:
    """The standing committee with the number of its session: 第十四届|全国人大常委会."""
    text = words.text
    before = _SESSION.search(text[max(0, found.start - _SESSION_LENGTH) : found.start])
    if before is None or text[found.start : found.end] not in _ELECTED:
        return found
    start = found.start - len(before[0])
    return found._replace(start=start, first=words.at(start))


def journal(words: Words, hit: Hit) -> Candidate | None:
    """A journal whose name is a word, told by its marks and what it does: 《求是》|杂志."""
    text = words.text
    marked = text.endswith("《", 0, hit.start) and text.startswith("》", hit.end)
    return known(hit, ()) if marked and text.startswith(_PUBLISHED, hit.end + 1) else None


def brand(words: Words, hit: Hit, pieces: Sequence[Piece]) -> Candidate | None:
    """A firm called by an unknown word and its trade, with no other head behind: 云峻科技."""
    if hit.head.word in _PLACED_FIRMS and pieces and pieces[0].part in (Part.PLACE, Part.NAME):
        placed = pieces[0].word not in gazetteer().world and _ends_here(words, hit)
        return make(hit, pieces[0], "institution.brand", 0.7, (pieces[0].word,)) if placed else None
    if not pieces or pieces[0].part is not Part.NAME or len(pieces[0].word) != 2:
        return None
    told = acts(words.text, hit.end)
    if is_word(pieces[0].word) and not (told and heard(pieces[0].word) < _RARE):
        return None  # 星辰|科技|董事长, not 发展|星辰|科技
    if not told and words.tag(pieces[0].number)[0] in "vdp":
        return None
    seats = list(takewhile(lambda p: p.part is Part.PLACE and len(p.word) > 1, pieces[1:]))
    placed = bool(seats) and hit.head.word not in _SUBJECTS and _ends_here(words, hit)
    places = tuple(seat.word for seat in reversed(seats))
    return make(hit, [pieces[0], *seats][-1], "institution.brand", 0.7, places) if told or placed else None


def _ends_here(words: Words, hit: Hit) -> bool:
    after = hit.last + 1
    return after >= len(words.words) or part_of(words.words[after], words.tag(after)) in _BEHIND_A_FIRM


def short(hit: Hit, pieces: Sequence[Piece]) -> Candidate | None:
    """A short school name behind a place or a proper word: 巴林一中, 石桥镇二小, 实验三小."""
    chain: list[Piece] = []
    for piece in _joined(pieces):
        named = piece.part is Part.NAME and len(piece.word) > 1
        named = named or (piece.body is not None and piece.body.kind == "university")
        if not (piece.part in (Part.PLACE, Part.ADMIN) or named or (not chain and piece.word in _SCHOOLS_OF)):
            break
        chain.append(piece)
    while chain and chain[-1].part not in _PROPER:
        chain.pop()
    if not chain or chain[-1].word[0] in NUMERALS or len(chain[-1].word) == 1:
        return None
    places = tuple(p.word for p in reversed(chain) if p.part is Part.PLACE)
    return make(hit, chain[-1], "institution.short", 0.8, places)


def _joined(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces, with two rare characters as one name: 石坝县|颍|中|一中."""
    rare = (Part.CHAR, Part.PLACE)
    if len(pieces) < 2 or len(pieces[0].word + pieces[1].word) > 2 or pieces[1].part not in rare:
        return pieces
    if pieces[0].part not in (*rare, Part.GENERIC):
        return pieces
    return [pieces[1]._replace(part=Part.NAME, word=pieces[1].word + pieces[0].word), *pieces[2:]]


def ministry(words: Words, hit: Hit, pieces: Sequence[Piece]) -> Candidate | None:
    """The ministry of a country, which may stand in short form: 老挝|农业|和|畜牧业|部, 老|教育|部.

    A head of more than one character may stand right behind the country: 美国政府|问责局, 俄|安全会议.
    """
    last = next((k for k, p in enumerate(pieces) if p.part not in _MINISTERIAL), len(pieces))
    if last == len(pieces) or not (last or len(hit.head.word) > 1):
        return None
    country, world = pieces[last], gazetteer().world
    if country.word not in world and country.word.removesuffix("政府") not in world:
        short = len(country.word) == 1 and country.part in (Part.CHAR, Part.NAME, Part.PLACE)
        if not short or not any(c[0] == country.word and c in words.text for c in world):
            return None
        if country.start and words.text[country.start - 1] in SHORT_PLACES:
            country = country._replace(start=country.start - 1)  # 中|沙|经贸合作委员会
    return make(hit, country, "institution.place", 0.9, (country.word,))
