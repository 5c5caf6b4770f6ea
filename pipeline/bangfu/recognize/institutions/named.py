"""Whether places and modifiers in front of a head make a name, or only tell what sort a body is of."""

from __future__ import annotations

from collections.abc import Sequence

from bangfu.recognize.institutions.heads import Hit
from bangfu.recognize.institutions.parts import Part
from bangfu.recognize.institutions.pieces import Piece
from bangfu.recognize.places import gazetteer

_SERVICES = frozenset({"school", "hospital", "university", "bank"})
# Forces whose units are named by their place: 武警云岭总队.
_FORCES = frozenset({"武警", "解放军", "海警", "公安", "消防"})
WIDE = frozenset({"全国", "国家", "国际", "世界"})
# 全国|旅行社, 国家|电视台: any of them; 国家|图书馆 is one.
_COUNTRYWIDE = frozenset({"school", "hospital", "company", "court", "bank", "media"})
# Of these a city has many; of others one, which its name tells: 云阜市|医院, not 云阜市|小学.
_MANY_A_CITY = frozenset(
    {"小学", "中学", "学校", "幼儿园", "高中", "初中", "大学", "学院", "银行", "支行", "分行", "卫生院"}
    | {"卫生室", "卫生所", "卫生站", "诊所", "门诊部", "职业学校", "职业院校", "中等专业学校", "职业高中"}
    | {"职高", "职中", "技校", "私塾", "学堂", "书院", "托儿所", "初级中学", "完小", "附属医院", "附属小学"}
    | {"附属中学", "药房"}
)
# Short heads that with a country make a name: 泰国|海军.
_OF_A_COUNTRY = frozenset(
    {"议会", "国会", "央行", "海军", "陆军", "空军"} | {"男排", "女排", "男篮", "女篮", "男足", "女足"}
)
_AUTONOMOUS = frozenset({"自治县", "自治州", "自治旗", "自治区"})
_RURAL_SCHOOLS = frozenset({"山村小学", "乡村小学", "农村小学"})
_STATE = frozenset({"中央", "国家", "全国", "国务院"})
_LEVELS = frozenset("省市县区旗州盟乡镇村")
_COMMON = frozenset({Part.GENERIC, Part.WORD, Part.ACT, Part.ADMIN})
_COUNTIES = frozenset("县市区旗")
_CENTRE = WIDE | {"中央", "联邦"}


def is_named(hit: Hit, pieces: Sequence[Piece], core: Sequence[Piece], chain: Sequence[str]) -> bool:
    """Whether places and modifiers in front of a head make a name: not 北京市|学校, 上海|公司, 美国|政府."""
    head, world, codes = hit.head, gazetteer().world, gazetteer().codes
    place, first = pieces[0].word, pieces[-1]
    if head.word == "办公室" and first.word in _STATE and len(core) > 1:
        return True  # 中央|精神文明|建设|办公室
    level = len(core) == len(pieces) == 2 and core[0].part is Part.ADMIN
    level = level or (len(core) == 1 and core[0].word in _AUTONOMOUS)  # 云阜|自治县|政府
    if head.word == "政府" and ((core and not level) or len(place) == 1 or place in world | _CENTRE):
        return False
    if head.kind == "association" and head.word[-1] == "联" and place == "全国":
        return True  # 全国|侨联
    common = all(p.part in _COMMON for p in core)
    if first.word in _CENTRE and (
        (head.group == "weak" and common) or (head.group == "organ" and not core and len(chain) == 1)
    ):
        return False
    if head.group == "weak" and core and first.body is None and all(p.part is Part.ADMIN for p in core):
        # 北京市|区|中心 has no name; 石桥|村|村委会 has the name of a place that no gazetteer lists.
        return len(core) == 1 and core[0].word == "村" and bool(chain) and chain[-1] not in codes
    if _is_kind(hit, pieces, common):
        return False
    if core or any(piece.body is not None for piece in pieces):
        return True
    if len(chain) > 1 and pieces[0].part is Part.REGION:
        return True
    if head.kind == "university" and place == "中国" and head.word not in ("大学", "学院"):
        return True  # 中国|医科大学
    if head.kind == "company":
        return len(head.word) > 3 or place not in codes.keys() | world
    if head.word == "学校":
        return _is_village(chain, place) or any(not code.endswith("00") for code in codes.get(place, ()))
    # A city has one 疾控中心 or 中医院, and many 小学 and 医院.
    many = head.kind in _SERVICES and not head.word.endswith(("中心", "保健院", "中医院"))
    many = many and (head.word in _MANY_A_CITY or head.group != "name" or not _is_city(place))
    abroad = place in world and len(chain) == 1  # 岭北盟|蒙古|中学 stands in no other country
    if (many or head.word == "基金会") and (abroad or place.endswith(("省", "市", "自治区"))):
        return False
    if head.group == "weak":
        if len(head.word) > 5 and head.word.endswith(("中心", "站")):
            return place not in world | _CENTRE  # 新时代文明实践中心, one of a kind
        if head.word in _RURAL_SCHOOLS:
            return place not in codes  # 云岭|山村小学
        force = head.kind == "team" and len(chain) > 1 and first.word in _FORCES
        branch = head.kind == "party" and place.endswith("村")
        return force or branch or head.kind in ("government", "school", "media") or head.word == "教研室"
    if head.group == "organ":
        return place not in world or len(head.word) > 2 or head.word in _OF_A_COUNTRY
    return not (len(chain) == 1 and place in WIDE) or (head.kind == "culture" and place == "国家")


def _is_city(place: str) -> bool:
    """Whether a place is a city below a province, under its full name."""
    codes = gazetteer().codes.get(place, ())
    return bool(codes) and place.endswith("市") and not any(code.endswith("0000") for code in codes)


def _is_village(chain: Sequence[str], place: str) -> bool:
    """Whether an unlisted place that may have one school is named: 东沟|学校, 云岭县|河坡乡|学校."""
    if place in gazetteer().codes.keys() | gazetteer().world:
        return False
    own = len(chain) > 1 and chain[-2][-1] in _COUNTIES and place[-1] in "乡镇村" and len(place) > 2
    return (own and not place.endswith("乡镇") and place[0] not in "各全每多几两三") or place[
        -1
    ] not in _LEVELS


def _is_kind(hit: Hit, pieces: Sequence[Piece], common: bool) -> bool:
    """Whether a country, or the whole of it, and common words only tell what sort a body is of."""
    head, first = hit.head, pieces[-1]
    if first.body is not None:
        return False
    if head.word == "部队":
        return first.word not in _FORCES | gazetteer().world and "驻" not in [p.word for p in pieces]
    plain = head.group == "name" and head.kind in _COUNTRYWIDE
    return common and plain and first.word in WIDE and not head.word.endswith(("中心", "有限公司"))
